"""Resolving times of day: clock times in every notation, and parts of a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, timex
from .clock_day import NEXT_TO, SMALL_HOURS, TimeOfDay, day_discussed, inpart_told, past_midnight, same_half
from .discourse import Discourse
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree
from .vocabulary import vocabulary


def clock_time(hour: Any, minute: Any, half: str | None) -> tuple[int, int]:
    """Hour and minute on the twenty-four-hour clock."""
    hour, minute = int(hour), int(minute or 0)
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour, minute


def _clock(hour: Any, minute: Any, second: Any, half: Any, zone: Any) -> TimeOfDay:
    return TimeOfDay(*clock_time(hour, minute, half), None if second is None else int(second), zone or "")


def _run(digits: Any, half: Any, zone: Any) -> TimeOfDay:
    """Figures without a mark between hours and minutes: ``930``, ``1745``."""
    figures = str(digits).zfill(4)
    return TimeOfDay(*clock_time(figures[:2], figures[2:], half), None, zone or "")


def _past(hour: Any, minute: Any, half: Any) -> TimeOfDay:
    hour, minute = clock_time(hour, minute, half)
    return TimeOfDay(hour % 24, minute)


def _before(hour: Any, minutes: Any, half: Any) -> TimeOfDay:
    hour, _ = clock_time(hour, 0, half)
    return TimeOfDay((hour - 1) % 24, 60 - int(minutes))


def _around(hour: Any, minutes: Any, word: str) -> TimeOfDay:
    return (_past if word in ("past", "after") else _before)(hour, minutes, None)


def _first(hour: Any, minute: Any, last: Any, last_minute: Any, half: str) -> TimeOfDay:
    """The first time of a range, which takes the half of the day from the second where it then stays the earlier."""
    end = clock_time(last, last_minute, half)
    for own in (half, "am"):
        start = clock_time(hour, minute, own)
        if start < end:
            return TimeOfDay(*start)
    return TimeOfDay(*clock_time(hour, minute, "pm"))


def _next(hour: Any, first: Any, half: str) -> TimeOfDay:
    """A bare hour as the next one after an hour of the twelve-hour clock."""
    start, _ = clock_time(first, 0, half)
    own = int(hour) % 12
    return TimeOfDay(own if own > start else own + 12)


def _in_part(clock: Tree, part: str) -> TimeOfDay:
    time = time_of(clock)
    hour = _hour_in(time.hour, part) if time.hour <= 12 else time.hour
    return replace(time, hour=0 if hour == 24 and time.minute else hour)


def _hour_part(hour: Any, *parts: Any) -> TimeOfDay:
    part = next((part for part in parts if part and part != "night"), "NI")  # "at night" stands for the part itself
    if isinstance(part, Tree):
        part = part.args[0]
    return TimeOfDay(clock_time(hour, 0, part)[0] if part in ("am", "pm") else _hour_in(int(hour), part))


def _hour_in(hour: int, part: str) -> int:
    """An hour of the twelve-hour clock in a part of day: twelve at night is midnight, three at night is early."""
    if part == "MO":
        return hour % 12
    if part in ("AF", "MI", "DT"):
        return hour % 12 + 12 if hour < 7 or part == "AF" else hour
    if hour == 12:
        return 24
    return hour if part == "NI" and hour < 5 else hour + 12


_CLOCKS: dict[str, Callable[..., TimeOfDay]] = {
    "Clock": _clock, "ClockRun": _run, "ClockPast": _past, "ClockBefore": _before, "ClockAround": _around,
    "ClockFirst": _first, "ClockNext": _next, "ClockPart": _in_part, "HourPart": _hour_part,
    "ClockTwelve": lambda number, hour, zone: _clock(hour, None, None, None, zone),
    **dict.fromkeys(("NightRun", "NoonRun", "WeekdayRun"), lambda digits: _run(digits, None, None)),
}


def time_of(tree: Tree) -> TimeOfDay:
    """The time of day that a clock tree names; :class:`TooVague` when there is none."""
    if tree.op not in _CLOCKS:
        raise TooVague
    time = _CLOCKS[tree.op](*tree.args)
    if not 0 <= time.hour <= 24 or not 0 <= time.minute <= 59 or (time.hour == 24 and (time.minute or time.second)):
        raise TooVague
    return time


def _register(name: str) -> None:
    @operator(name)
    def alone(discourse: Discourse, *arguments: Any) -> Reading:
        """A time of day on the day under discussion."""
        return at(discourse, None, Tree(name, arguments))


for _name in _CLOCKS:
    _register(_name)


@operator("AfterTime")
def after_time(discourse: Discourse, clock: Tree) -> Reading:
    """A bare hour or dotted time where the text has just told a time of day, and which is no count or price."""
    patterns = vocabulary().patterns
    told = discourse.last(coarsest=G.DAY, reach=TIME_REACH)
    before = discourse.text[max(0, discourse.start - PRICED_REACH):discourse.start]
    over = patterns.hour_over.match(discourse.text, discourse.end)
    if told is None or told.period.granularity > G.PART_OF_DAY or patterns.priced.search(before) or not over:
        raise TooVague
    if over.group()[-1:].isupper() and not discourse.opens_sentence_with:
        raise TooVague  # "found by two Soviet astronomers"
    return at(discourse, None, clock)


@operator("DottedAfterTime")
def dotted_after_time(discourse: Discourse, _: Any) -> Reading:
    """The same for "8.55"."""
    figures = _DOTTED.fullmatch(discourse.text, discourse.start, discourse.end)
    if figures is None:
        raise TooVague
    return after_time(discourse, Tree("Clock", (figures.group(1), figures.group(2), None, None, None)))


_DOTTED = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
TIME_REACH, PRICED_REACH = 400, 60
"""How far back, in characters, a time of day is told behind which a bare hour is one too, and the name of a price."""


@operator("TimeTaken")
def time_taken(discourse: Discourse, hours: Any, minutes: Any, seconds: Any) -> Reading:
    """How long a race took ("in 2:23:07")."""
    return Reading("DURATION", f"PT{int(hours)}H{int(minutes)}M{int(seconds)}S")


@operator("At")
def at(discourse: Discourse, day: Any, clock: Tree) -> Reading:
    """A time of day on a day; without one, on the day under discussion."""
    time = time_of(clock)
    base = resolve(discourse, day) if day is not None else inpart_told(discourse, time) or day_discussed(discourse)
    if time.hour == 24 and discourse.relation in ("after", "since"):
        time = replace(time, hour=0)  # "after midnight on 12 June": the night in which that day begins
    if day is None:
        time = same_half(discourse, clock, time)
        base = past_midnight(discourse, base, time)
    return _on(base, time, relative=base.relative or day is None)


def _on(base: Reading, time: TimeOfDay, relative: bool) -> Reading:
    if base.period is None or base.period.granularity != G.DAY:
        is_day = base.type == "DATE" and len(base.value) >= 10 and not base.value.endswith("_REF")
        value = base.value if is_day else "XXXX-XX-XX"
        return Reading("TIME", value.partition("T")[0] + time.text, None, relative=True, zone=time.zone,
                       anchor=base.anchor, why=base.why)
    start = base.period.start + time.hour * 3600 + time.minute * 60
    period = Period.at(G.MINUTE, start) if time.second is None else Period(G.SECOND, start + time.second)
    return Reading("TIME", timex.write(base.period) + time.text, period, relative=relative, anchor=base.anchor,
                   why=base.why, zone=time.zone, confidence=base.confidence)


def _afternoon(start: TimeOfDay, end: TimeOfDay) -> TimeOfDay:
    """A bare time that follows one of the morning is of the afternoon where it else came first: "11:30-1:30"."""
    later = replace(end, hour=end.hour + 12) if end.hour < 12 and start.hour <= 12 else end
    return later if (end.hour, end.minute) < (start.hour, start.minute) < (later.hour, later.minute) else end


@operator("AnyTime")
def at_any_day(discourse: Discourse, clock: Tree) -> Reading:
    """A time of day of no day in particular."""
    return Reading("TIME", time_of(clock).text, relative=True, why="of no day in particular")


@operator("AtEnd")
def at_end(discourse: Discourse, day: Any, first: Tree, last: Tree) -> Reading:
    """The second time of a range, on the day of the first or, when it is the earlier one, on the next."""
    told = discourse.last(coarsest=G.DAY, reach=NEXT_TO)
    if told is not None:
        base = of_period(told.period.to(G.DAY), relative=True, anchor=discourse.anchor(told), confidence=0.9,
                         why=f"the day of {told.name}")
    else:
        base = resolve(discourse, day) if day is not None else day_discussed(discourse)
    start, end = time_of(first), _afternoon(time_of(first), time_of(last))
    if (end.hour, end.minute) < (start.hour, start.minute) and start.hour < 24 and base.period is not None \
            and base.period.granularity == G.DAY:
        base = of_period(base.period.shift(1), relative=base.relative, anchor=base.anchor, confidence=base.confidence,
                         why="the day after that of the first time")
    return _on(base, end, relative=base.relative or day is None)


@operator("AtPart")
def at_part(discourse: Discourse, day_part: Tree, clock: Any) -> Reading:
    """An hour within a part of a day: "tomorrow evening at 7". The small hours of a night are of the day after."""
    day, part = day_part.args
    tree = Tree("ClockPart", (clock, part)) if isinstance(clock, Tree) else Tree("HourPart", (clock, part))
    if part == "NI" and day is not None and time_of(tree).hour < SMALL_HOURS:
        day = Tree("Shift", (day, 1, "day"))
    return at(discourse, day, tree)

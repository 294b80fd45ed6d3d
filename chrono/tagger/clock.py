"""Resolving times of day: clock times in every notation, and parts of a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, timex
from .discourse import Discourse, Told
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


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of day. Hour 24 is the midnight that ends the day."""

    hour: int
    minute: int = 0
    second: int | None = None
    zone: str = ""

    @property
    def text(self) -> str:
        return f"T{self.hour:02d}:{self.minute:02d}" + (f":{self.second:02d}" if self.second is not None else "")


def _clock(hour: Any, minute: Any, second: Any, half: Any, zone: Any) -> _Time:
    return _Time(*clock_time(hour, minute, half), None if second is None else int(second), zone or "")


def _run(digits: Any, half: Any, zone: Any) -> _Time:
    """Figures without a mark between hours and minutes: ``930``, ``1745``."""
    figures = str(digits).zfill(4)
    return _Time(*clock_time(figures[:2], figures[2:], half), None, zone or "")


def _past(hour: Any, minute: Any, half: Any) -> _Time:
    hour, minute = clock_time(hour, minute, half)
    return _Time(hour % 24, minute)


def _before(hour: Any, minutes: Any, half: Any) -> _Time:
    hour, _ = clock_time(hour, 0, half)
    return _Time((hour - 1) % 24, 60 - int(minutes))


def _around(hour: Any, minutes: Any, word: str) -> _Time:
    return (_past if word in ("past", "after") else _before)(hour, minutes, None)


def _first(hour: Any, minute: Any, last: Any, last_minute: Any, half: str) -> _Time:
    """The first time of a range, which takes the half of the day from the second where it then stays the earlier."""
    end = clock_time(last, last_minute, half)
    for own in (half, "am"):
        start = clock_time(hour, minute, own)
        if start < end:
            return _Time(*start)
    return _Time(*clock_time(hour, minute, "pm"))


def _next(hour: Any, first: Any, half: str) -> _Time:
    """A bare hour as the next one after an hour of the twelve-hour clock."""
    start, _ = clock_time(first, 0, half)
    own = int(hour) % 12
    return _Time(own if own > start else own + 12)


def _in_part(clock: Tree, part: str) -> _Time:
    time = time_of(clock)
    hour = _hour_in(time.hour, part) if time.hour <= 12 else time.hour
    return replace(time, hour=0 if hour == 24 and time.minute else hour)


def _hour_part(hour: Any, *parts: Any) -> _Time:
    part = next((part for part in parts if part), "NI")
    if isinstance(part, Tree):
        part = part.args[0]
    return _Time(clock_time(hour, 0, part)[0] if part in ("am", "pm") else _hour_in(int(hour), part))


def _hour_in(hour: int, part: str) -> int:
    """An hour of the twelve-hour clock in a part of day: twelve at night is midnight, three at night is early."""
    if part == "MO":
        return hour % 12
    if part in ("AF", "MI", "DT"):
        return hour % 12 + 12 if hour < 7 or part == "AF" else hour
    if hour == 12:
        return 24
    return hour if part == "NI" and hour < 5 else hour + 12


_CLOCKS: dict[str, Callable[..., _Time]] = {
    "Clock": _clock, "ClockRun": _run, "ClockPast": _past, "ClockBefore": _before, "ClockAround": _around,
    "ClockFirst": _first, "ClockNext": _next, "ClockPart": _in_part, "HourPart": _hour_part,
    "ClockTwelve": lambda number, hour, zone: _clock(hour, None, None, None, zone),
    **dict.fromkeys(("NightRun", "NoonRun", "WeekdayRun"), lambda digits: _run(digits, None, None)),
}


def time_of(tree: Tree) -> _Time:
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


@operator("At")
def at(discourse: Discourse, day: Any, clock: Tree) -> Reading:
    """A time of day on a day; without one, on the day under discussion."""
    time = time_of(clock)
    base = resolve(discourse, day) if day is not None else _inpart_told(discourse, time) or day_discussed(discourse)
    if time.hour == 24 and discourse.relation in ("after", "since"):
        time = replace(time, hour=0)  # "after midnight on 12 June": the night in which that day begins
    if day is None:
        base = _past_midnight(discourse, base, time)
    return _on(base, time, relative=base.relative or day is None)


def _past_midnight(discourse: Discourse, base: Reading, time: _Time) -> Reading:
    """The day of a time past midnight: of the end of a stretch that began at a later time of day ("from 6 p.m. until
    about 3 a.m.", "between 11 p.m. and 1 a.m."), and of the small hours told right after an evening."""
    told = discourse.last(G.SECOND, G.DAY)
    if (told is None or base.period is None or base.period.granularity != G.DAY or told.period.granularity > G.MINUTE
            or told.period.to(G.DAY) != base.period
            or told.period.start < base.period.start + time.hour * 3600 + time.minute * 60):
        return base
    stretch = discourse.same_sentence(told) and (discourse.relation == "until" or _ends_between(discourse, told))
    small_hours = (time.hour < SMALL_HOURS and told.period.start % 86400 >= EVENING * 3600
                   and discourse.start - told.end < CLOCK_REACH)
    return base.but(period=base.period.shift(1)) if stretch or small_hours else base


EVENING, SMALL_HOURS = 18, 6
"""A time before ``SMALL_HOURS`` told right after one from ``EVENING`` on belongs to the same night."""


def _ends_between(discourse: Discourse, told: Told) -> bool:
    """Whether "between", ``told`` and "and" lead to the expression that is being resolved."""
    gap, before = discourse.text[told.end:discourse.start], discourse.text[max(0, told.start - 14):told.start]
    patterns = vocabulary().patterns
    return bool(len(gap) <= NEXT_TO and patterns.joined.match(gap) and patterns.before_first.search(before))


HOURS = {"MO": range(4, 12), "AF": range(12, 18), "EV": range(17, 24), "NI": range(18, 30)}
"""The hours of a part of day, counted from the day's beginning."""


def _inpart_told(discourse: Discourse, time: _Time) -> Reading | None:
    """The day of the part of day told last, where the time falls in it and no day is told in between in the same
    sentence ("stabbed on Saturday night … called at 11.20pm")."""
    last = discourse.last(coarsest=G.DAY, reach=PART_REACH)
    told = part_told(discourse)
    if discourse.narrative or told is None or last is None or last is told or discourse.same_sentence(last):
        return None
    hours = hours_of(told)
    if hours is None or not {time.hour, time.hour + 24} & set(hours):
        return None
    if _is_to_come(discourse, told):
        return None
    day = told.period.to(G.DAY).shift(0 if time.hour in hours else 1)
    return of_period(day, relative=True, anchor=discourse.anchor(told), confidence=0.7)


def _is_to_come(discourse: Discourse, told: Told) -> bool:
    """Whether ``told`` lies after the document's day and what is being read before it."""
    return (discourse.today is not None and told.period.start >= discourse.today.end
            and discourse.verb_tense == "past")


def part_told(discourse: Discourse) -> Told | None:
    """The part of a day told last, when it is near enough to be remembered."""
    for told in reversed(discourse.told):
        if discourse.start - told.end > PART_REACH:
            break
        if hours_of(told) is not None:
            return told
    return None


def hours_of(told: Told) -> range | None:
    """The hours of the part of a day that has been told: "Saturday night", "late Sunday"."""
    if told.period.granularity == G.DAY:
        return _HOURS_OF_MOD.get(told.mod or "")
    return HOURS.get(told.value[-2:]) if told.period.granularity == G.PART_OF_DAY else None


_HOURS_OF_MOD = {"START": range(10), "END": HOURS["NI"]}
PART_REACH = 600
"""How far back, in characters, a part of day is remembered."""


def _on(base: Reading, time: _Time, relative: bool) -> Reading:
    if base.period is None or base.period.granularity != G.DAY:
        is_day = base.type == "DATE" and len(base.value) >= 10 and not base.value.endswith("_REF")
        value = base.value if is_day else "XXXX-XX-XX"
        return Reading("TIME", value.partition("T")[0] + time.text, None, relative=True, zone=time.zone,
                       anchor=base.anchor)
    start = base.period.start + time.hour * 3600 + time.minute * 60
    period = Period.at(G.MINUTE, start) if time.second is None else Period(G.SECOND, start + time.second)
    return Reading("TIME", timex.write(base.period) + time.text, period, relative=relative, anchor=base.anchor,
                   why=base.why, zone=time.zone, confidence=base.confidence)


def _afternoon(start: _Time, end: _Time) -> _Time:
    """A bare time that follows one of the morning is of the afternoon where it else came first: "11:30-1:30"."""
    later = replace(end, hour=end.hour + 12) if end.hour < 12 and start.hour <= 12 else end
    return later if (end.hour, end.minute) < (start.hour, start.minute) < (later.hour, later.minute) else end


@operator("AnyTime")
def at_any_day(discourse: Discourse, clock: Tree) -> Reading:
    """A time of day of no day in particular."""
    return Reading("TIME", time_of(clock).text, relative=True, why="of no day in particular")


NEXT_TO = 12
"""How many characters may lie between the two ends of a range."""


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
        base = of_period(base.period.shift(1), relative=base.relative, anchor=base.anchor, confidence=base.confidence)
    return _on(base, end, relative=base.relative or day is None)


@operator("AtPart")
def at_part(discourse: Discourse, day_part: Tree, clock: Any) -> Reading:
    """An hour within a part of a day: "tomorrow evening at 7". The small hours of a night are of the day after."""
    day, part = day_part.args
    tree = Tree("ClockPart", (clock, part)) if isinstance(clock, Tree) else Tree("HourPart", (clock, part))
    if part == "NI" and day is not None and time_of(tree).hour < SMALL_HOURS:
        day = Tree("Shift", (day, 1, "day"))
    return at(discourse, day, tree)


CLOCK_REACH = 250
"""How far back, in characters, a day told in news is still the one a bare time of day belongs to."""


def day_discussed(discourse: Discourse) -> Reading:
    """The day that a bare time of day belongs to: one told in the same sentence, in a narrative the last, else the
    document's."""
    if discourse.own is not None and discourse.today is not None and discourse.text[discourse.start - 1] == "\n":
        return of_period(discourse.today, relative=True, anchor=discourse.own, confidence=0.9)
    told = discourse.last(coarsest=G.DAY, reach=2000)
    if told and _is_to_come(discourse, told):
        told = None
    if told and discourse.today is not None and not discourse.narrative and _gone_on(discourse, told):
        told = None
    if told and (discourse.narrative or discourse.start - told.end < CLOCK_REACH or discourse.same_sentence(told)):
        return of_period(told.period.to(G.DAY), relative=True, anchor=discourse.anchor(told), confidence=0.8)
    if discourse.narrative and (month := discourse.last(G.MONTH, G.MONTH, reach=2000)):
        return Reading("DATE", timex.write(month.period) + "-XX", None, relative=True)
    if discourse.today is None or discourse.narrative:
        return Reading("DATE", "XXXX-XX-XX", None, relative=True)
    return of_period(discourse.today, relative=True, anchor=discourse.dateline, confidence=0.8)


LONG_AGO = 300
"""How many days before the document's date a day in news lies that another date told since leaves behind."""


def _gone_on(discourse: Discourse, told: Told) -> bool:
    """Whether news has left a day of an earlier year behind ("hit on Boxing Day 2015 and again in 2012")."""
    assert discourse.today is not None
    latest = discourse.last(coarsest=G.CENTURY)
    return (latest is not None and latest is not told and not latest.period.contains(told.period)
            and discourse.today.start - told.period.start > LONG_AGO * 86400)


UNKNOWN_DAY = re.compile(r"(?:BC)?[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-[\dX])")
"""The value of a day of which not everything is known."""

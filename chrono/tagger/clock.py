"""Resolving times of day: clock times in every notation, and parts of a day."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, timex
from .discourse import Discourse
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree


def clock_time(hour: Any, minute: Any, half: str | None) -> tuple[int, int]:
    """Hour and minute on the twenty-four-hour clock."""
    hour, minute = int(hour), int(minute or 0)
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour, minute


@operator("Clock")
def clock(discourse: Discourse, hour: Any, minute: Any, second: Any, half: Any, zone: Any) -> Reading:
    return at(discourse, None, Tree("Clock", (hour, minute, second, half, zone)))


@operator("ClockRun")
def clock_run(discourse: Discourse, digits: str, half: Any, zone: Any) -> Reading:
    return at(discourse, None, Tree("ClockRun", (digits, half, zone)))


@operator("ClockBefore")
def clock_before(discourse: Discourse, hour: int, minutes: int) -> Reading:
    return at(discourse, None, Tree("ClockBefore", (hour, minutes)))


def _clock_parts(tree: Tree) -> tuple[int, int, int | None, str]:
    """Hour, minute, second and zone of a clock tree."""
    arguments = tree.args
    if tree.op == "ClockRun":
        digits = arguments[0].zfill(4)
        hour, minute = clock_time(digits[:2], digits[2:], arguments[1])
        return hour, minute, None, arguments[2] or ""
    if tree.op == "ClockBefore":
        hour, minute = arguments
        return (int(hour) - 1) % 24, 60 - int(minute), None, ""
    if tree.op == "ClockPart":
        hour, minute, second, zone = _clock_parts(arguments[0])
        if arguments[1] in ("AF", "EV", "NI") and hour < 12 and not (arguments[1] == "NI" and hour < 5):
            hour += 12
        return hour, minute, second, zone
    if tree.op == "HourPart":
        hour, part = int(arguments[0]), arguments[1] or "NI"
        late = part in ("AF", "EV") or (part == "NI" and hour >= 5)
        return hour % 12 + (12 if late else 0), 0, None, ""
    hour, minute = clock_time(arguments[0], arguments[1], arguments[3])
    second = arguments[2]
    return hour, minute, None if second is None else int(second), arguments[4] or ""


@operator("ClockPart", "HourPart")
def clock_part(discourse: Discourse, *arguments: Any) -> Reading:
    return at(discourse, None, Tree("ClockPart" if isinstance(arguments[0], Tree) else "HourPart", arguments))


@operator("At")
def at(discourse: Discourse, day: Any, clock: Tree) -> Reading:
    """A time of day on a day; without one, on the day under discussion."""
    hour, minute, second, zone = _clock_parts(clock)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise TooVague
    base = resolve(discourse, day) if day is not None else day_discussed(discourse)
    text = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
    if base.period is None or base.period.granularity != G.DAY:
        value = base.value if base.type == "DATE" and len(base.value) >= 10 else "XXXX-XX-XX"
        return Reading("TIME", value.partition("T")[0] + text, None, relative=True, zone=zone, anchor=base.anchor)
    start = base.period.start + hour * 3600 + minute * 60
    period = Period.at(G.MINUTE, start) if second is None else Period(G.SECOND, start + second)
    return Reading("TIME", base.value + text, period, relative=base.relative or day is None, anchor=base.anchor,
                   why=base.why, zone=zone, confidence=base.confidence)


def day_discussed(discourse: Discourse) -> Reading:
    """The day that a bare time of day belongs to: one told in the same sentence, in a narrative the last, else the
    document's."""
    told = discourse.last(coarsest=G.DAY, reach=2000)
    if told and (discourse.narrative or discourse.same_sentence(told)):
        return of_period(told.period.to(G.DAY), relative=True, anchor=discourse.anchor(told), confidence=0.8)
    if discourse.narrative and (month := discourse.last(coarsest=G.MONTH, reach=2000)):
        return Reading("DATE", timex.write(month.period) + "-XX", None, relative=True)
    if discourse.today is None or discourse.narrative:
        return Reading("DATE", "XXXX-XX-XX", None, relative=True)
    return of_period(discourse.today, relative=True, anchor=discourse.dateline, confidence=0.8)


@operator("Part")
def part(discourse: Discourse, day: Any, name: str) -> Reading:
    """A part of a day."""
    base = day_discussed(discourse) if day is None else resolve(discourse, day)
    if base.period is None or base.period.granularity != G.DAY:
        if base.period is not None and base.period.granularity < G.DAY:
            base = of_period(base.period.to(G.DAY), relative=base.relative, anchor=base.anchor)
        else:
            return Reading("TIME", f"{base.value}T{name}", None, relative=True, anchor=base.anchor)
    assert base.period is not None
    return of_period(Period.part(base.period.index, name), relative=base.relative or day is None,
                     anchor=base.anchor, why=base.why, confidence=base.confidence)


@operator("PartOfDay")
def part_of_day(discourse: Discourse, name: str) -> Reading:
    return part(discourse, None, name)

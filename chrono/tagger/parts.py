"""Resolving parts of a day: Monday morning, the evening, overnight."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period
from .clock_day import CLOCK_REACH, UNKNOWN_DAY, day_discussed, hours_of, part_told
from .discourse import Discourse
from .reading import Reading, of_period
from .resolve import TooVague, operator, read_there, resolve
from .tree import Tree
from .vocabulary import vocabulary


@operator("Part")
def part(discourse: Discourse, day: Any, name: str) -> Reading:
    """A part of a day."""
    if isinstance(day, Reading):
        base = day
    elif day is None:
        base = _of_day_behind(discourse) or _morning_after(discourse, name) or day_discussed(discourse)
        if name == "NI" and base.anchor == discourse.dateline and base.period == discourse.today and (
                discourse.verb_tense == "past" and not discourse.narrative and discourse.relation == "during"):
            base = resolve(discourse, Tree("Today", (-1,)))  # "worked through the night": the one just over
    else:
        base = resolve(discourse, day)
    if base.period is None or base.period.granularity != G.DAY:
        if base.period is not None and base.period.granularity < G.DAY:
            base = of_period(base.period.to(G.DAY), relative=base.relative, anchor=base.anchor)
        elif base.period is not None:
            raise TooVague
        elif not UNKNOWN_DAY.fullmatch(base.value):
            raise TooVague
        else:
            return Reading("TIME", f"{base.value}T{name}", None, relative=True, anchor=base.anchor)
    assert base.period is not None
    others = tuple(Period.part(other.index, name) for other in base.alternatives if other.granularity == G.DAY)
    return of_period(Period.part(base.period.index, name), relative=base.relative or day is None,
                     anchor=base.anchor, why=base.why, confidence=base.confidence, alternatives=others)


def _of_day_behind(discourse: Discourse) -> Reading | None:
    """The day on which what is told of took place: of "a late-night meeting on Monday" the Monday."""
    reading = read_there(discourse, discourse.day) if discourse.day is not None else None
    return reading if reading and reading.period is not None and reading.period.granularity == G.DAY else None


def _morning_after(discourse: Discourse, name: str) -> Reading | None:
    """The day behind an afternoon or night told just before, for a morning up to which something went on
    ("arrived at 9.52pm and searched until dawn")."""
    told = discourse.last(coarsest=G.DAY)
    if (name not in ("MO", "DN") or told is None or told.period.granularity == G.DAY
            or discourse.start - told.end > CLOCK_REACH):
        return None
    day = told.period.to(G.DAY)
    hour = told.period.start - day.start
    evening = told.value.endswith(("TEV", "TNI")) or hour >= EVENING
    goes_on = evening and discourse.text[discourse.start:discourse.start + 4].lower() == "the " and \
        not discourse.looks_back(discourse.start, discourse.relation)  # "rang at 9:15 p.m. and was told in the morning"
    if discourse.relation not in ("until", "by", "before") and not goes_on and not _TO.fullmatch(
            discourse.text, told.end, discourse.start):
        return None
    late = told.value.endswith(("TAF", "TEV", "TNI")) or hour >= NOON
    return of_period(day.shift(1), relative=True, anchor=discourse.anchor(told), confidence=0.7,
                     why=f"the day after {told.name}") if late else None


NOON, EVENING = 12 * 3600, 18 * 3600
_TO = vocabulary().patterns.to


@operator("Overnight")
def overnight(discourse: Discourse, _: str) -> Reading:
    """The night that an evening told before began; else in news the night before its date where the past is told
    ("rescuers worked overnight"), and the one behind it where not."""
    told = part_told(discourse)
    if told is not None and NIGHTFALL in (hours_of(told) or ()):
        evening = of_period(told.period.to(G.DAY), relative=True, anchor=discourse.anchor(told), confidence=0.8)
        return part(discourse, evening, "NI")
    same = discourse.last(coarsest=G.DAY)
    if discourse.narrative or (same is not None and discourse.same_sentence(same) and discourse.tense == "past"
                               and same.period != discourse.today):
        return part(discourse, None, "NI")
    return part(discourse, Tree("Today", (-1 if discourse.tense == "past" else 0,)), "NI")


NIGHTFALL = 21
"""The hour that evenings and nights share."""


@operator("AnyDay")
def part_of_any_day(discourse: Discourse, name: str) -> Reading:
    return Reading("TIME", f"XXXX-XX-XXT{name}", None, relative=True, why="of no day in particular")


@operator("PartOfDay")
def part_of_day(discourse: Discourse, name: str) -> Reading:
    return part(discourse, None, name)

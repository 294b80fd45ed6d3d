"""Resolving parts of a day: Monday morning, the evening, overnight."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period
from .clock_day import UNKNOWN_DAY, day_discussed, hours_of, part_told
from .discourse import Discourse
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree


@operator("Part")
def part(discourse: Discourse, day: Any, name: str) -> Reading:
    """A part of a day."""
    if isinstance(day, Reading):
        base = day
    elif day is None:
        base = day_discussed(discourse)
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
    return of_period(Period.part(base.period.index, name), relative=base.relative or day is None,
                     anchor=base.anchor, why=base.why, confidence=base.confidence)


@operator("Overnight")
def overnight(discourse: Discourse, _: str) -> Reading:
    """The night that an evening told before began; else in news the night before its date where the past is told
    ("rescuers worked overnight"), and the one behind it where not."""
    told = part_told(discourse)
    if told is not None and NIGHTFALL in (hours_of(told) or ()):
        evening = of_period(told.period.to(G.DAY), relative=True, anchor=discourse.anchor(told), confidence=0.8)
        return part(discourse, evening, "NI")
    if discourse.narrative:
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

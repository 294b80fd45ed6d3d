"""Resolving what is counted within a whole or from a date: the first Monday of May, the second Sunday after Easter."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span
from ..calendar.gregorian import weekday
from . import lengths, tense
from .absolute import cycle_of
from .cycles import Cycle
from .discourse import Discourse
from .lengths import UNIT_GRANULARITY
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree


@operator("NthFrom")
def nth_from(discourse: Discourse, name: Any, word: str, base: Tree, count: int | None = None) -> Reading:
    """The Tuesday before a date, the day after it, the second Sunday after it."""
    reading = resolve(discourse, base)
    if reading.period is None:
        raise TooVague
    sign = -1 if word == "before" else 1
    steps = (count or 1) - 1
    if isinstance(name, Tree) and name.op == "The":
        name = name.args[0]
    if isinstance(name, str):
        return _unit_beside(reading, reading.period, name, sign * (count or 1))
    if reading.period.granularity > G.DAY:
        raise TooVague
    cycle = cycle_of(discourse, Tree("Weekday", (name,)) if isinstance(name, int) else name)
    day = reading.period.to(G.DAY)
    found = cycle.future(day.shift(1)) if sign > 0 else cycle.past(day.shift(-1))
    assert found is not None
    if steps:
        found = found.shift(7 * sign * steps)
    return of_period(found, relative=True, anchor=reading.anchor)


def _unit_beside(reading: Reading, base: Period, unit: str, count: int) -> Reading:
    """The unit so many after ``base``, which ``reading`` tells (before it, when negative). Behind a day a longer one is
    the stretch that runs on from it, called by the unit of the calendar that holds its middle."""
    moved, granularity = lengths.shift(base, count, unit), UNIT_GRANULARITY[unit]
    if moved is None:
        raise TooVague
    near = lengths.shift(base, count - 1 if count > 0 else count + 1, unit)
    if base.granularity != G.DAY or granularity <= G.DAY or near is None:
        return of_period(moved, relative=True, anchor=reading.anchor)
    first, last = (near.shift(1), moved) if count > 0 else (moved, near.shift(-1))
    middle = Period.at(granularity, (first.start + last.end) // 2)
    return of_period(middle, relative=True, anchor=reading.anchor).but(span=Span(first, last))


@operator("NthOf")
def nth_of(discourse: Discourse, ordinal: Any, name: Any, base: Any) -> Reading:
    """The first Monday of May, the last day of 1999."""
    named = {"last": -1, "final": -1, "closing": -1, "opening": 1}
    return _within(discourse, named.get(ordinal) or int(ordinal), name, base)


@operator("NthLastOf")
def nth_last_of(discourse: Discourse, ordinal: int, name: Any, base: Any) -> Reading:
    """The second last week of May."""
    return _within(discourse, -ordinal, name, base)


def _within(discourse: Discourse, position: int, name: Any, base: Any) -> Reading:
    """The unit or weekday ``name`` at ``position`` (1 the first, -1 the last) of what ``base`` names."""
    reading = resolve(discourse, Tree("Month", (base,)) if isinstance(base, int) else base)
    whole = reading.period
    if whole is None or not position:
        raise TooVague
    if name == "quarter" and whole.granularity > G.YEAR:  # "the last quarter of the 19th century"
        return reading.but(mod="END" if position < 0 else "START")
    if isinstance(name, Tree):
        if name.op != "Weekday":
            raise TooVague
        name = name.args[0]
    found = _weekday(whole, name, position) if isinstance(name, int) else _unit(whole, UNIT_GRANULARITY[name], position)
    return of_period(found, relative=reading.relative, anchor=reading.anchor, why=reading.why)


def _weekday(whole: Period, number: int, position: int) -> Period:
    if position > 0:
        first = whole.to(G.DAY)
        day = first.shift((number - weekday(first.index)) % 7 + 7 * (position - 1))
    else:
        last = whole.last(G.DAY)
        day = last.shift(-((weekday(last.index) - number) % 7) + 7 * (position + 1))
    if not whole.contains(day):
        raise TooVague
    return day


def _unit(whole: Period, granularity: G, position: int) -> Period:
    """The unit at ``position``. A week belongs to the month or year that holds its Thursday, as in ISO 8601."""
    if granularity >= whole.granularity:
        raise TooVague
    if granularity in (G.WEEK, G.WEEKEND):
        return _weekday(whole, 4 if granularity == G.WEEK else 6, position).to(granularity)
    first = whole.to(granularity) if position > 0 else whole.last(granularity)
    unit = first.shift(position - 1 if position > 0 else position + 1)
    if not whole.start <= unit.start < whole.end:
        raise TooVague
    return unit


@operator("DayOfMonthThen")
def day_of_month_then(discourse: Discourse, number: int) -> Reading:
    """A bare day of the month right before its verb, after a day told just before ("on 4 August and on the 9th
    drove them back")."""
    told = discourse.last(G.DAY, G.MONTH, reach=tense.REACH)
    if told is None or not tense.happens_right_behind(discourse.text, discourse.end, discourse.language):
        raise TooVague
    period = Cycle("month-day", 0, number).forward(told.period, 0)
    if period is None:
        raise TooVague
    return of_period(period, relative=True, anchor=discourse.anchor(told), confidence=0.85,
                     why=f"the next one after {told.name}")

"""Resolving what points from the document's date: today, last week, this summer, next Tuesday."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from . import tense
from .absolute import cycle_of
from .discourse import Discourse
from .evidence import is_quoted
from .lengths import UNIT_GRANULARITY
from .reading import Reading, of_period
from .resolve import TooVague, is_written, operator, resolve
from .tree import Tree


def _today(discourse: Discourse) -> Period:
    if discourse.reference is None:
        raise TooVague
    return discourse.reference


def deictic(discourse: Discourse, period: Period, why: str, confidence: float = 0.95) -> Reading:
    """A reading counted from the document's date."""
    return of_period(period, relative=True, why=why, anchor=discourse.dateline, confidence=confidence)


def unit_from_now(discourse: Discourse, unit: Any, count: int) -> Reading:
    """The unit that holds the document's date, ``count`` units on."""
    if isinstance(unit, Tree | int):
        return named_from_now(discourse, unit, count)
    unit = {"period": "quarter"}.get(unit, unit)
    if discourse.reference is None:
        value = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
                 "quarter": "XXXX-QX"}.get(unit, "XXXX")
        return Reading("DATE", value, relative=True, why="the document's date is unknown")
    if unit == "fortnight":
        return _fortnight(discourse, discourse.reference.to(G.DAY), count)
    period = discourse.reference.to(UNIT_GRANULARITY[unit]).shift(count)
    words = {-1: "the one before", 0: "the one that holds", 1: "the one after"}[count]
    return deictic(discourse, period, f"{words} the document's date" if count == 0 else f"{words} that of the document")


def _fortnight(discourse: Discourse, today: Period, count: int) -> Reading:
    """Fourteen days that end with, begin with or lie around the document's date: the calendar has no fortnights."""
    first = today.shift({-1: -14, 0: -7, 1: 0}[count])
    last = first.shift(14)
    if not (is_written(first) and is_written(last)):
        raise TooVague
    return Reading("DURATION", "P2W", relative=True, begin=timex.write(first), end=timex.write(last),
                   span=Span(first, last), anchor=discourse.dateline, length=(2, "week"), confidence=0.8,
                   why="fourteen days " + {-1: "up to", 0: "around", 1: "from"}[count] + " the document's date")


@operator("This")
def this(discourse: Discourse, unit: Any) -> Reading:
    return unit_from_now(discourse, unit, 0)


@operator("Last", "Past")
def last(discourse: Discourse, unit: Any) -> Reading:
    if unit == "day":  # "her last day": yesterday is never called so
        raise TooVague
    return unit_from_now(discourse, unit, -1)


@operator("Next")
def next_(discourse: Discourse, unit: Any) -> Reading:
    """Next week, from the document's date; in a history that tells of the past ("next day they left") from what it has
    told."""
    if discourse.narrative and discourse.told and discourse.tense == "past":
        return resolve(discourse, Tree("Following", (Tree("Weekday", (unit,)) if isinstance(unit, int) else unit, 1)))
    return unit_from_now(discourse, unit, 1)


YEAR_IS_NEW = 2
"""In how many of its months a year is "the new year"."""


@operator("NewYear")
def new_year(discourse: Discourse, unit: str) -> Reading:
    """The new year: the next one; at its beginning, or told as past, the document's own."""
    own = discourse.tense == "past" or (discourse.today is not None and discourse.today.ymd[1] <= YEAR_IS_NEW)
    return unit_from_now(discourse, unit, 0 if own else 1)


@operator("LastNamed")
def last_named(discourse: Discourse, name: Any) -> Reading:
    return named_from_now(discourse, name, -1)


@operator("NextNamed")
def next_named(discourse: Discourse, name: Any) -> Reading:
    return _next_week(discourse, name) or named_from_now(discourse, name, 1)


JUST_BEGUN = 21
"""How many days earlier than by the sun a season begins here: so long "the coming summer" is the one just begun."""


@operator("Coming")
def coming(discourse: Discourse, name: Any) -> Reading:
    """The coming Monday, this coming summer."""
    tree = Tree("Weekday", (name,)) if isinstance(name, int) else name
    today = discourse.today
    if today is not None and tree.op == "Season":
        own = cycle_of(discourse, tree).past(today)
        if own is not None and today.start - own.start < JUST_BEGUN * 86400:
            return deictic(discourse, own, "the one that has just begun", 0.75)
    return next_(discourse, name)


@operator("ThisNamed")
def this_named(discourse: Discourse, name: Any) -> Reading:
    return named_from_now(discourse, name, 0)


SAME_WEEK_REACH = 5
"""A weekday of this week that lies fewer days ahead is "this Friday" or just "Friday", not "next Friday"."""


def _next_week(discourse: Discourse, name: Any) -> Reading | None:
    """Next Friday where the coming one lies close by in this week: the one of the week after."""
    tree = Tree("Weekday", (name,)) if isinstance(name, int) else name
    today = discourse.today
    if tree.op != "Weekday" or today is None:
        return None
    own = cycle_of(discourse, tree).near(today, 0)
    if own is None or not 0 < own.index - today.index < SAME_WEEK_REACH:
        return None
    return deictic(discourse, own.shift(7), "of next week", 0.75).but(alternatives=(own,))


def named_from_now(discourse: Discourse, name: Any, direction: int) -> Reading:
    """The last, this or next one of a weekday, month or season, from the document's date."""
    tree = Tree("Weekday", (name,)) if isinstance(name, int) else name
    if tree.op == "PartOfDay":
        raise TooVague
    if discourse.today is None:
        return resolve(discourse, tree)
    cycle, today = cycle_of(discourse, tree), discourse.today
    choices = cycle.choices(today)
    before = [period for period in choices if period.end <= today.start]
    after = [period for period in choices if period.start >= today.end]
    if direction < 0 and before:
        return deictic(discourse, before[-1], "the last one that is over")
    if direction > 0 and after:
        return deictic(discourse, after[0], "the next one that begins")
    own = next((period for period in choices if period.contains(today)), None) or cycle.near(today, 0)
    if cycle.kind == "weekday" and own is not None and own.end <= today.start and discourse.tense != "past":
        own = cycle.future(today)
    if cycle.kind == "weekday" and own is not None and own.start >= today.end and tense.is_plainly_past(
            discourse.text, discourse.start, discourse.language):
        own = cycle.past(today)
    if direction or own is None:
        return resolve(discourse, tree)
    return deictic(discourse, own, f"the one of this {'week' if cycle.kind == 'weekday' else 'year'}", 0.9)


@operator("WeekdayOfWeek")
def weekday_of_week(discourse: Discourse, number: int, which: str) -> Reading:
    week = unit_from_now(discourse, "week", {"last": -1, "this": 0, "next": 1}[which])
    if week.period is None:
        return Reading("DATE", f"XXXX-WXX-{number}", relative=True)
    return deictic(discourse, Period(G.DAY, week.period.start // 86400 + number - 1), f"of {which} week")


@operator("Today")
def today(discourse: Discourse, days: int) -> Reading:
    """Today, yesterday, tomorrow: from the document's date on; in what a history quotes, from the day told last."""
    told = discourse.last(coarsest=G.DAY, reach=QUOTED_REACH) if discourse.narrative else None
    if told is not None and is_quoted(discourse.text, discourse.start):
        return of_period(told.period.to(G.DAY).shift(days), relative=True, anchor=discourse.anchor(told),
                         confidence=0.5, why=f"counted from {told.name}, in whose time it is said")
    if discourse.reference is None:
        value = "PRESENT_REF" if days == 0 else "XXXX-XX-XX"
        return Reading("DATE", value, relative=True, why="the document's date is unknown")
    names = {0: "the document's date", -1: "the day before the document's date", 1: "the day after the document's date"}
    return deictic(discourse, discourse.reference.to(G.DAY).shift(days), names.get(days, ""))


QUOTED_REACH = 300
"""How far back, in characters, a day is told in whose time something was said."""


@operator("DayBeyond")
def day_beyond(discourse: Discourse, word: str) -> Reading:
    days = -2 if word == "yesterday" else 2
    return deictic(discourse, _today(discourse).to(G.DAY).shift(days), "two days from the document's date")


@operator("Near")
def near(discourse: Discourse, unit: str) -> Reading:
    """The weekend: the coming one when the tense is future, or untold two days before it; else the last."""
    if discourse.reference is None:
        return Reading("DATE", "XXXX-WXX-WE", relative=True)
    told = discourse.last(coarsest=G.DAY, reach=400)
    if discourse.narrative and told:
        return of_period(told.period.to(G.WEEKEND), relative=True, anchor=discourse.anchor(told))
    own = discourse.reference.to(G.WEEKEND)
    side = discourse.verb_tense if discourse.tense is None else discourse.tense
    close_by = side is None and own.start - discourse.reference.end < 2 * 86400
    if own.start < discourse.reference.end or side == "future" or close_by:
        return deictic(discourse, own, "the weekend of this week", 0.85).but(alternatives=(own.shift(-1),))
    return deictic(discourse, own.shift(-1), "the last weekend", 0.85).but(alternatives=(own,))

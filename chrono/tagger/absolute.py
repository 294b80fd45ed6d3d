"""Resolving what is written out: days, months, years, eras, and parts within wholes."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span
from ..calendar.gregorian import days_in_month, week_start, weekday
from . import observances, tense
from .cycles import Cycle
from .discourse import Discourse, Told
from .reading import Reading, of_period
from .resolve import TooVague, ending, operator, resolve, resolve_time
from .surroundings import tells_of_business, tells_of_play
from .tree import Tree
from .vocabulary import vocabulary

SEASON_INDEX = {"SP": 0, "SU": 1, "FA": 2, "WI": 3}
HALF_INDEX = vocabulary().halves


@operator("Day")
def day(discourse: Discourse, month: int, number: int) -> Reading:
    return resolve_time(discourse, Cycle("day", month, number))


@operator("AttackDay")
def attack_day(discourse: Discourse, month: int, number: int) -> Reading:
    """The day that "the 9/11 attacks" are called by."""
    return of_period(Period.day(2001, month, number))


@operator("DayInYear")
def day_in_year(discourse: Discourse, number: Any) -> Reading:
    """ "This day in 1969": the document's own day, in another year."""
    if discourse.today is None:
        return of_period(Period.year(int(number)))
    _, month, day = discourse.today.ymd
    period = Cycle("day", month, day).near(Period.year(int(number)), 0)
    if period is None:
        raise TooVague
    return of_period(period, relative=True, anchor=discourse.dateline, why="the document's day in that year")


@operator("ThisDate")
def this_date(discourse: Discourse, word: str, tree: Tree) -> Reading:
    """A date with "this", "last" or "next" before it: of a day without a year the two last say which."""
    today = discourse.today
    if word == "this" or today is None or tree.op != "Day":
        return resolve(discourse, tree)
    cycle = Cycle("day", *tree.args)
    period = cycle.future(today.shift(1)) if word == "next" else cycle.past(today.shift(-1))
    if period is None:
        raise TooVague
    return of_period(period, relative=True, anchor=discourse.dateline, why=f"the {word} one from the document's date")


@operator("DayOfMonth")
def day_of_month(discourse: Discourse, number: int) -> Reading:
    return resolve_time(discourse, Cycle("month-day", 0, number))


@operator("Month")
def month(discourse: Discourse, number: int) -> Reading:
    return resolve_time(discourse, Cycle("month", number))


@operator("Weekday")
def named_weekday(discourse: Discourse, number: int) -> Reading:
    told = _written_beside(discourse, number)
    if told is not None:
        return of_period(told.period, relative=True, anchor=discourse.anchor(told), why="the weekday of that date")
    return _of_week_ahead(discourse, number) or resolve_time(discourse, Cycle("weekday", number))


def _of_week_ahead(discourse: Discourse, number: int) -> Reading | None:
    """The weekday of a week to come that the sentence has just told: "flies there next week, will speak on Friday"."""
    told, today = discourse.told[-1] if discourse.told else None, discourse.today
    if (told is None or today is None or told.period.granularity != G.WEEK or told.period.start < today.end
            or discourse.tense == "past" or not discourse.same_sentence(told)):
        return None
    return of_period(Period(G.DAY, told.period.start // 86400 + number - 1), relative=True, confidence=0.85,
                     anchor=discourse.anchor(told), why=f"of {told.name}")


_BESIDE = vocabulary().patterns.beside


def _written_beside(discourse: Discourse, number: int) -> Told | None:
    """The date that a weekday written behind it names again: "May 5 (a Tuesday)", "May 5-6 (Tue-Wed)"."""
    told = discourse.told[-2:]
    if not told or not _BESIDE.fullmatch(discourse.text, told[-1].end, discourse.start):
        return None
    days = (one for one in reversed(told) if one.period.granularity == G.DAY and discourse.same_sentence(one))
    return next((one for one in days if weekday(one.period.start // 86400) == number), None)


@operator("Season")
def season(discourse: Discourse, name: str) -> Reading:
    return resolve_time(discourse, Cycle("season", SEASON_INDEX[name]))


@operator("SomeWeekday")
def some_weekday(discourse: Discourse, number: int) -> Reading:
    """A Friday: which one nothing tells, but where a day just told falls on it."""
    told = discourse.last(coarsest=G.DAY, reach=SOME_REACH)
    day = told.period.to(G.DAY) if told is not None else None
    if told is not None and day is not None and weekday(day.index) == number:
        return of_period(day, relative=True, anchor=discourse.anchor(told), why="the weekday of that date")
    return Reading("DATE", f"XXXX-WXX-{number}", relative=True, why="which one is not told")


SOME_REACH = 120
"""How far back, in characters, a date may stand whose weekday "It was a Friday" tells."""


@operator("SomeOf")
def some_of(discourse: Discourse, number: int, whole: Any) -> Reading:
    """A Saturday in the spring of a year: no more is told than the whole it lies in."""
    if not isinstance(whole, Tree):
        whole = Tree("Month" if isinstance(whole, int) else "Season", (whole,))
    reading = resolve(discourse, whole)
    return reading if reading.period is None else _some_weekday_of(number, reading)


@operator("Quarter")
def quarter(discourse: Discourse, number: int) -> Reading:
    if tells_of_play(discourse):
        raise TooVague
    cycle = Cycle("quarter", number - 1)
    end = ending(discourse)
    if end is not None and end.period is not None and (own := cycle.near(end.period.to(G.YEAR), 0)) is not None:
        return of_period(own, relative=True, anchor=end.anchor, confidence=0.8, why=f"the one that ended {end.value}")
    year = discourse.last(G.YEAR, G.YEAR, reach=tense.REACH)
    if year is not None and not year.relative and discourse.same_sentence(year) and not discourse.only_compares(year):
        period = cycle.near(year.period, 0)
        return of_period(period, relative=True, anchor=discourse.anchor(year), confidence=0.8) if period else \
            resolve_time(discourse, cycle)
    return resolve_time(discourse, cycle)


@operator("Half")
def half(discourse: Discourse, name: str) -> Reading:
    return resolve_time(discourse, Cycle("half", HALF_INDEX[name]))


@operator("BusinessHalf")
def business_half(discourse: Discourse, tree: Tree) -> Reading:
    """The second half without its year: one of a year where the words around it are of business."""
    if tree.op == "HalfNumber":
        tree = Tree("Half", ("first" if "1" in tree.args else "second",))
    if tree.args[0] not in vocabulary().of_year or not tells_of_business(discourse):
        raise TooVague
    return resolve(discourse, tree)


@operator("MonthOrDay")
def month_or_day(discourse: Discourse, month: int, day: int | None, other: int | None = None) -> Reading:
    return resolve(discourse, _month_or_day(month, day, other))


def _month_or_day(month: int, day: int | None, other: int | None = None) -> Tree:
    number = day or other
    return Tree("Day", (month, number)) if number else Tree("Month", (month,))


@operator("HalfOf")
def half_of(discourse: Discourse, name: str, month: Tree, year: Any) -> Reading:
    reading = resolve(discourse, month if year is None else Tree("Within", (month, Tree("Year", (year,)))))
    return reading.but(mod="START" if HALF_INDEX[name] == 0 else "END")


@operator("WeekNumber")
def week_number(discourse: Discourse, number: int, year: Any) -> Reading:
    own = int(year) if year is not None else discourse.today.ymd[0] if discourse.today else None
    if own is None:
        return Reading("DATE", f"XXXX-W{number:02d}", relative=True)
    period = Period(G.WEEK, (week_start(own, number) + 3) // 7)
    if year is not None:
        return of_period(period)
    return of_period(period, relative=True, anchor=discourse.dateline, why="the one of the document's year")


@operator("WeekOf")
def week_of(discourse: Discourse, day: Tree, year: Any) -> Reading:
    reading = resolve(discourse, day if year is None else Tree("Within", (day, Tree("Year", (year,)))))
    if reading.period is None:
        return reading
    return of_period(reading.period.to(G.WEEK), relative=reading.relative, anchor=reading.anchor, why=reading.why)


@operator("WithinMaybe")
def within_maybe(discourse: Discourse, inner: Tree, year: Any) -> Reading:
    return resolve(discourse, inner if year is None else Tree("Within", (inner, Tree("Year", (year,)))))


@operator("Within")
def within(discourse: Discourse, inner: Tree, outer: Tree) -> Reading:
    """A part (a month, a quarter, a weekday …) of a whole (a year, a week …)."""
    if inner.op == "MonthOrDay":
        inner = _month_or_day(*inner.args)
    elif inner.op == "HalfNumber":
        inner = Tree("Half", ("first" if "1" in inner.args else "second",))
    elif inner.op == "OnWeekday":
        inner = inner.args[1]
    whole = resolve(discourse, outer)
    if whole.period is None:
        return resolve(discourse, inner).but(relative=True)
    if inner.op in observances.OPERATORS:
        return observances.within(discourse, inner, whole)
    period = _part_of(discourse, inner, whole.period)
    if period is None:
        if inner.op == "Half":
            return whole.but(mod="START" if HALF_INDEX[inner.args[0]] == 0 else "END")
        if inner.op == "Quarter" and whole.period.granularity > G.YEAR:
            return whole.but(mod={1: "START", 4: "END"}.get(inner.args[0], "MID"))
        if inner.op == "Weekday" and whole.period.granularity > G.WEEK:
            return _some_weekday_of(inner.args[0], whole)
        part = resolve(discourse, inner)
        if part.period is not None and whole.period.contains(part.period):
            return part
        raise TooVague
    return of_period(period, relative=whole.relative, anchor=whole.anchor, why=whole.why,
                     confidence=whole.confidence)


def _some_weekday_of(number: int, whole: Reading) -> Reading:
    """A weekday of a year ("falls on a Wednesday this year"): which one is not told."""
    assert whole.period is not None
    value = f"{whole.value}-WXX-{number}" if whole.period.granularity == G.YEAR else whole.value
    return whole.but(value=value, period=None, span=Span.of(whole.period))


def _part_of(discourse: Discourse, inner: Tree, whole: Period) -> Period | None:
    year = whole.ymd[0]
    if whole.granularity == G.YEAR:
        cycles = {"Month": "month", "Day": "day", "Season": "season", "Quarter": "quarter", "Half": "half"}
        if inner.op in cycles:
            return cycle_of(discourse, inner).near(whole, 0)
    if whole.granularity == G.MONTH and inner.op == "DayOfMonth":
        number = inner.args[0]
        return Period.day(year, whole.ymd[1], number) if number <= days_in_month(year, whole.ymd[1]) else None
    if whole.granularity == G.WEEK and inner.op == "Weekday":
        return Period(G.DAY, whole.start // 86400 + inner.args[0] - 1)
    return None


def cycle_of(discourse: Discourse, tree: Tree) -> Cycle:
    """The cycle that a yearless name stands for; :class:`TooVague` when the tree is none."""
    name, arguments = tree.op, tree.args
    if name == "Month":
        return Cycle("month", arguments[0])
    if name == "Day":
        return Cycle("day", *arguments)
    if name == "Weekday":
        return Cycle("weekday", arguments[0])
    if name == "Season":
        return Cycle("season", SEASON_INDEX[arguments[0]])
    if name == "Quarter":
        return Cycle("quarter", arguments[0] - 1)
    if name == "Half":
        return Cycle("half", HALF_INDEX[arguments[0]])
    if name in observances.OPERATORS:
        return observances.cycle(discourse, tree)
    raise TooVague

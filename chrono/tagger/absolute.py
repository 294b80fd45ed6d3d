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
PIVOT = 30
"""A two-figure year is read as the one at most this many years after the document's own."""


@operator("Year", "BareYear", "FiscalYear")
def year(discourse: Discourse, number: Any) -> Reading:
    if isinstance(number, str) and len(number) == 2:
        return two_digit_year(discourse, number)
    return of_period(Period.year(int(number)))


@operator("EarlyYear")
def early_year(discourse: Discourse, number: Any) -> Reading:
    """A bare year below 1000: only in a text that writes eras, and before Christ where the date told last is."""
    if not discourse.early_years:
        raise TooVague
    told = discourse.last(coarsest=G.CENTURY)
    before_christ = told is not None and told.period.end <= Period.year(1).start
    return of_period(Period.year(1 - int(number) if before_christ else int(number)), confidence=0.8)


@operator("EarlyPart")
def early_part(discourse: Discourse, part: Tree, number: Any) -> Reading:
    """A season or month of a year below 1000."""
    return within(discourse, part, Tree("EarlyYear", (number,)))


@operator("TwoDigitYear")
def two_digit_year(discourse: Discourse, digits: str) -> Reading:
    return of_period(Period.year(full_year(discourse, int(digits))))


def full_year(discourse: Discourse, number: int) -> int:
    """The year that two figures abbreviate, near the document's own."""
    own = discourse.reference.ymd[0] if discourse.reference else 2000
    century = (own + PIVOT) // 100 * 100
    year = century + number
    return year if year <= own + PIVOT else year - 100


@operator("YearTail")
def year_tail(discourse: Discourse, first: int, last: str) -> Reading:
    """The second of two years, in two figures ("1914-18")."""
    end = int(first) // 100 * 100 + int(last)
    if end <= int(first):
        raise TooVague
    return of_period(Period.year(end))


@operator("EraYear")
def era_year(discourse: Discourse, number: Any, era: str) -> Reading:
    return of_period(Period.year(_era(int(number), era)))


def _era(number: int, era: str) -> int:
    if not 1 <= number <= 9999:
        raise TooVague
    return 1 - number if era.upper().startswith("B") else number


@operator("TurnOfCentury")
def turn_of_century(discourse: Discourse) -> Reading:
    """The year in which the hundreds change that lies nearest to the date told last, in news to the document's own."""
    told = discourse.last(coarsest=G.YEAR) if discourse.narrative or discourse.reference is None else None
    told = told or _same_sentence_year(discourse)
    base = told.period if told is not None else discourse.reference
    if base is None:
        raise TooVague
    return of_period(Period.year((base.ymd[0] + 50) // 100 * 100), relative=True, confidence=0.7,
                     anchor=discourse.anchor(told) if told is not None else discourse.dateline,
                     why="the nearest change of the hundreds").but(mod="APPROX")


def _same_sentence_year(discourse: Discourse) -> Told | None:
    year = discourse.last(coarsest=G.YEAR, reach=tense.REACH)
    return year if year is not None and discourse.same_sentence(year) else None


@operator("EraCentury")
def era_century(discourse: Discourse, number: int, era: str) -> Reading:
    index = -int(number) if era.upper().startswith("B") else int(number) - 1
    return of_period(Period(G.CENTURY, index))


@operator("EraDecade")
def era_decade(discourse: Discourse, number: Any, era: str) -> Reading:
    decade = int(number) // 10
    return of_period(Period(G.DECADE, -decade - 1 if era.upper().startswith("B") else decade))


@operator("Century")
def century(discourse: Discourse, number: int) -> Reading:
    return of_period(Period(G.CENTURY, number - 1))


@operator("Millennium")
def millennium(discourse: Discourse, number: int) -> Reading:
    return of_period(Period(G.MILLENNIUM, number - 1))


@operator("DecadeOfYear")
def decade_of_year(discourse: Discourse, number: Any) -> Reading:
    return of_period(Period(G.DECADE, int(number) // 10))


@operator("DecadeShort")
def decade_short(discourse: Discourse, digits: str) -> Reading:
    return _decade(discourse, int(digits) // 10, None)


@operator("DecadeWord")
def decade_word(discourse: Discourse, hundreds: str | None, number: int) -> Reading:
    return _decade(discourse, number, hundreds)


def _decade(discourse: Discourse, number: int, hundreds: str | None) -> Reading:
    if hundreds:
        return of_period(Period(G.DECADE, {"nineteen": 190, "eighteen": 180, "seventeen": 170}[hundreds] + number))
    own = discourse.reference.ymd[0] if discourse.reference else 2000
    if discourse.narrative and (told := discourse.last(coarsest=G.CENTURY)):
        own = told.period.ymd[0] + 60
    decade = own // 100 * 10 + number
    return of_period(Period(G.DECADE, decade if decade * 10 <= own else decade - 10), confidence=0.9)


@operator("Day")
def day(discourse: Discourse, month: int, number: int) -> Reading:
    return resolve_time(discourse, Cycle("day", month, number))


@operator("AttackDay")
def attack_day(discourse: Discourse, month: int, number: int) -> Reading:
    """The day that "the 9/11 attacks" are called by."""
    return of_period(Period.day(2001, month, number))


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
    told = discourse.last(G.DAY, G.DAY, reach=SOME_REACH)
    if told is not None and weekday(told.period.start // 86400) == number:
        return of_period(told.period, relative=True, anchor=discourse.anchor(told), why="the weekday of that date")
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
    return of_period(period, relative=year is None, anchor=None if year is not None else discourse.dateline)


@operator("WeekOf")
def week_of(discourse: Discourse, day: Tree, year: Any) -> Reading:
    reading = resolve(discourse, day if year is None else Tree("Within", (day, Tree("Year", (year,)))))
    if reading.period is None:
        return reading
    return of_period(reading.period.to(G.WEEK), relative=reading.relative, anchor=reading.anchor)


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

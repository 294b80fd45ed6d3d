"""Resolving years, decades, centuries and millennia, with and without their era."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period
from . import tense
from .discourse import Discourse, Told
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree
from .vocabulary import vocabulary

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
    period = Period.year(1 - int(number) if before_christ else int(number))
    if int(number) < 100 and (told is None or abs(told.period.start - period.start) > LIFETIME * 366 * 86400):
        raise TooVague
    return of_period(period, confidence=0.8)


LIFETIME = 80
"""How many years from the one told last a year of one or two figures may lie."""


@operator("WithinEarly")
def within_early(discourse: Discourse, inner: Tree, number: Any) -> Reading:
    """A day or month of a year of two figures, in a text that tells of the first centuries; else of no year."""
    try:
        return resolve(discourse, Tree("Within", (inner, Tree("EarlyYear", (number,)))))
    except TooVague:
        return resolve(discourse, inner)


@operator("EarlyPart")
def early_part(discourse: Discourse, part: Tree, number: Any) -> Reading:
    """A season or month of a year below 1000."""
    return resolve(discourse, Tree("Within", (part, Tree("EarlyYear", (number,)))))


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
    year = (base.ymd[0] + 50) // 100 * 100
    if told is None and year > base.ymd[0] and discourse.tense == "past":
        year -= 100
    return of_period(Period.year(year), relative=True, confidence=0.7,
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
    return _of_era(discourse, Period(G.CENTURY, number - 1), Period(G.CENTURY, -number))


def _of_era(discourse: Discourse, after: Period, before: Period) -> Reading:
    """A century or decade without its era: ``before`` Christ where the date told last is, and it is no earlier; else
    ``after``."""
    told = discourse.last(coarsest=G.CENTURY) if discourse.early_years else None
    goes_on = told is not None and told.period.end <= Period.year(1).start and before.end >= told.period.start
    return of_period(before, confidence=0.8) if goes_on else of_period(after)


@operator("Millennium")
def millennium(discourse: Discourse, number: int) -> Reading:
    return of_period(Period(G.MILLENNIUM, number - 1))


@operator("DecadeOfYear")
def decade_of_year(discourse: Discourse, number: Any) -> Reading:
    decade = int(number) // 10
    if decade >= EARLIEST_DECADE:
        return of_period(Period(G.DECADE, decade))
    return _of_era(discourse, Period(G.DECADE, decade), Period(G.DECADE, -decade - 1))


EARLIEST_DECADE = 100
"""The first decade of four figures, which is never one before Christ."""


@operator("DecadeShort")
def decade_short(discourse: Discourse, digits: str) -> Reading:
    return _decade(discourse, int(digits) // 10, None)


@operator("DecadeWord")
def decade_word(discourse: Discourse, hundreds: str | None, number: int) -> Reading:
    return _decade(discourse, number, hundreds)


NEXT_DECADES = 3
"""How many decades on, over the turn of a century, one named beside another may lie ("the '90s and '00s")."""


def _decade(discourse: Discourse, number: int, hundreds: str | None) -> Reading:
    if hundreds:
        return of_period(Period(G.DECADE, {"nineteen": 190, "eighteen": 180, "seventeen": 170}[hundreds] + number))
    own = discourse.reference.ymd[0] if discourse.reference else 2000
    beside = discourse.told[-1] if discourse.told else None
    if beside is not None and beside.period.granularity == G.DECADE and vocabulary().patterns.to_or_and.fullmatch(
            discourse.text, beside.end, discourse.start):  # "the 1860s and '70s"
        decade = beside.period.index // 10 * 10 + number
        if decade + 10 - beside.period.index <= NEXT_DECADES and decade * 10 + 100 <= own:
            decade += 10
        return of_period(Period(G.DECADE, decade), confidence=0.9)
    if discourse.narrative and (told := discourse.last(coarsest=G.CENTURY, asides=False)):
        own = told.period.ymd[0] + 60
    decade = own // 100 * 10 + number
    return of_period(Period(G.DECADE, decade if decade * 10 <= own else decade - 10), confidence=0.9)

"""Resolving holidays: "Thanksgiving", "Christmas 1963", "the eve of Passover", "Labor Day weekend"."""

from __future__ import annotations

from ..calendar import Granularity as G
from ..calendar import Span
from .discourse import Discourse
from .holidays import HolidayCycle, last_day, weekend_of
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve, resolve_time, unresolved
from .tree import Tree

OPERATORS = frozenset(("Holiday", "HolidayUnit"))
"""Trees that name a holiday or the week or weekend of one."""


def cycle(discourse: Discourse, tree: Tree) -> HolidayCycle:
    """The cycle of a tree of :data:`OPERATORS`; the country named with the holiday goes before the article's."""
    key, country, detail = tree.args
    country = country or discourse.home
    if tree.op == "Holiday":
        return HolidayCycle(key=key, country=country, offset=detail, language=discourse.language)
    return HolidayCycle(key=key, country=country, unit=detail, language=discourse.language)


@operator("Holiday", "HolidayUnit")
def holiday(discourse: Discourse, key: str, country: str | None, detail: int | str) -> Reading:
    """A holiday without its year: the year is chosen as for any day of the year."""
    tree = Tree("Holiday" if isinstance(detail, int) else "HolidayUnit", (key, country, detail))
    found = cycle(discourse, tree)
    try:
        return _lasting(found, resolve_time(discourse, found))
    except TooVague:
        return unresolved(found).but(why="when it was that year is not known")


def _lasting(found: HolidayCycle, reading: Reading) -> Reading:
    """``reading`` with the whole stretch of a holiday that lasts long: its value names the first day, as TIMEX3 has no
    word for more."""
    first = reading.period
    if first is None or found.offset or found.unit != "day":
        return reading
    last = last_day(found.key, first, found.language)
    return reading if last is None else reading.but(span=Span(first, last))


def within(discourse: Discourse, tree: Tree, whole: Reading) -> Reading:
    """A holiday in a year, month or week that is told.

    Where it does not fall in it ("the holiday last week", said ten days after), both are kept: the holiday nearest to
    the time told, at lower confidence, and that time.
    """
    assert whole.period is not None
    outer, found = whole.period, cycle(discourse, tree)
    years = range(outer.ymd[0], outer.last(G.DAY).ymd[0] + 1) if outer.granularity <= G.YEAR else ()
    choices = [period for year in years for period in found.of_year(year)]
    fitting = [period for period in choices if outer.start <= period.start < outer.end]
    if fitting:
        why = f"falls in {whole.value}" + (f", {whole.why}" if whole.why else "")
        return _lasting(found, of_period(fitting[0], relative=whole.relative, anchor=whole.anchor, why=why,
                                         confidence=whole.confidence))
    if not choices or outer.granularity == G.YEAR:
        return whole.but(confidence=0.5, why="when it was that year is not known")
    nearest = min(found.choices(outer) or choices, key=lambda period: abs(period.start - outer.start))
    return of_period(nearest, relative=True, anchor=whole.anchor, confidence=0.5, alternatives=(outer,),
                     why=f"the holiday nearest to {whole.value}, in which it does not fall")


@operator("EveryHoliday")
def every_holiday(discourse: Discourse, tree: Tree) -> Reading:
    return Reading("SET", cycle(discourse, tree).yearless, quant="EVERY")


@operator("WeekendOf")
def weekend(discourse: Discourse, day: Tree) -> Reading:
    """The weekend that a day makes longer: "the July 4 weekend"."""
    reading = resolve(discourse, day)
    if reading.period is None or reading.period.granularity != G.DAY:
        raise TooVague
    return of_period(weekend_of(reading.period), relative=True, why=reading.why, anchor=reading.anchor,
                     confidence=reading.confidence)

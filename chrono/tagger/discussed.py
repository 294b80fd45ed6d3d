"""Resolving the period under discussion: the quarter, the year-earlier period, the 1988 period."""

from __future__ import annotations

from ..calendar import Granularity as G
from ..calendar import Period, timex
from . import lengths
from .deictic import deictic, unit_from_now
from .discourse import DISCUSSED_REACH, Discourse
from .pointed import the_unit
from .reading import Reading, of_period
from .resolve import TooVague, ending, operator, resolve
from .tree import Tree


@operator("Discussed")
def discussed(discourse: Discourse, unit: str, which: str | None) -> Reading:
    """The quarter, the latest period: the one that ends when the text says, else the quarter told last, else the
    last complete one."""
    if which == "current":
        return unit_from_now(discourse, "quarter", 0)
    end = ending(discourse) if unit == "quarter" else None
    if end is not None and end.period is not None:
        return of_period(_mostly_before(end.period), relative=True, anchor=end.anchor, confidence=0.8,
                         why=f"the quarter that ended {end.value}")
    told = discourse.discussed
    if told is not None:
        return of_period(told.period, relative=True, anchor=discourse.anchor(told), confidence=0.8,
                         why=f"the period under discussion: {told.name}")
    if unit == "period" and which is None:
        raise TooVague
    return unit_from_now(discourse, "quarter", -1)


def _mostly_before(end: Period) -> Period:
    """The quarter of the calendar that holds most of the three months up to ``end``."""
    quarter = end.last(G.QUARTER)
    return quarter.shift(-1) if end.end - quarter.start < 45 * 86400 else quarter


@operator("Full")
def full_year(discourse: Discourse, unit: str) -> Reading:
    """The full year: that of the period under discussion, where the words tell of no future, else the current one."""
    told = discourse.discussed
    if told is None or discourse.tense == "future":
        own, now = the_unit(discourse, unit), discourse.reference
        ahead = own.period is not None and now is not None and own.period.start >= now.end
        return unit_from_now(discourse, unit, 0) if ahead and discourse.tense != "future" else own
    return of_period(told.period.to(G.YEAR), relative=True, anchor=discourse.anchor(told), confidence=0.8,
                     why=f"the year of {told.name}, the period under discussion")


@operator("YearEarlier")
def year_earlier(discourse: Discourse, noun: str | None) -> Reading:
    """The year-earlier period: one year before the period under discussion."""
    told = discourse.discussed
    if noun in ("month", "week"):
        own = lengths.UNIT_GRANULARITY[noun]
        told = discourse.last(own, own, reach=DISCUSSED_REACH) or told
    if told is None:
        if noun == "quarter":
            quarter = unit_from_now(discourse, "quarter", -1)
            if quarter.period is not None:
                return deictic(discourse, quarter.period.shift(-4), "one year before the last quarter").but(aside=True)
        return unit_from_now(discourse, "year", -1).but(aside=True)
    week = told.period.granularity == G.WEEK
    moved = told.period.shift(-52) if week else lengths.shift(told.period, -1, "year")
    assert moved is not None
    return of_period(moved, relative=True, anchor=discourse.anchor(told), confidence=0.8,
                     why=f"one year before {told.name}").but(aside=True)


@operator("YearPeriod")
def year_period(discourse: Discourse, year: Tree, noun: str) -> Reading:
    """The 1988 period: the period under discussion, in that year."""
    whole = resolve(discourse, year)
    told = discourse.last(G.QUARTER, G.HALF, asides=False)
    if told is None or not discourse.same_sentence(told):
        told = discourse.compared
    if whole.period is None or whole.period.granularity != G.YEAR or told is None:
        return whole
    moved = lengths.shift(told.period, whole.period.index - told.period.ymd[0], "year")
    if moved is None:
        raise TooVague
    return of_period(moved, relative=True, anchor=discourse.anchor(told), confidence=0.8,
                     why=f"the period under discussion, of {timex.write(whole.period)}").but(aside=True)


@operator("QuarterShifted")
def quarter_shifted(discourse: Discourse, quarter: Tree, year: Tree) -> Reading:
    base = resolve(discourse, quarter)
    if base.period is None:
        return base
    moved = lengths.shift(base.period, -1, "year")
    assert moved is not None
    return of_period(moved, relative=True, anchor=base.anchor,
                     why="one year before the quarter under discussion").but(aside=True)

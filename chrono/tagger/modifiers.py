"""Resolving what narrows a time: early, late, about, the end of it; earlier this month; year-end."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Span
from .discourse import Discourse
from .pointed import the_unit
from .reading import Reading, of_period
from .resolve import operator, resolve
from .tree import Tree
from .vocabulary import vocabulary


@operator("Mod")
def mod(discourse: Discourse, name: str, inner: Any) -> Reading:
    """Early, about, more than …: the TIMEX3 ``mod``."""
    if isinstance(inner, Tree) and inner.op == "Half":
        inner = Tree("BusinessHalf", (inner,))
    reading = resolve(discourse, inner)
    if reading.type == "DURATION" and name in ("START", "MID", "END"):
        return reading
    return reading if reading.mod and name == "APPROX" else reading.but(mod=name)


_WORD_MODS = vocabulary().modifiers


@operator("ModWord")
def mod_word(discourse: Discourse, word: str, inner: Any) -> Reading:
    if isinstance(inner, int) and inner in (-1, 0, 1):
        inner = Tree("Today", (inner,))
    reading = resolve(discourse, inner).but(mod=_WORD_MODS.get(word, "END"))
    return _at_its_end(discourse, reading) if word == "end" else reading


UP_TO = ("by", "until", "before")
"""Relations that make "the end of May" its last day; else it is May's last third."""


def _at_its_end(discourse: Discourse, reading: Reading) -> Reading:
    """"By the end of 2019", "until year-end": up to the last day; "at the end of 2019": late in it."""
    period = reading.period
    if period is None or period.granularity <= G.DAY or discourse.relation not in UP_TO:
        return reading
    return reading.but(span=Span.of(period.last(G.DAY)))


@operator("EarlierWord")
def earlier_word(discourse: Discourse, word: str, inner: Tree) -> Reading:
    """Earlier this month, later this year: the part of the unit before or after the document's date."""
    reading = resolve(discourse, inner)
    if word == "sometime":
        return reading
    name = "START" if word in ("earlier", "early") else "END"
    period, today = reading.period, discourse.today
    if word in ("earlier", "later") and period is not None and today is not None and period.granularity > G.DAY \
            and period.contains(today):
        if word == "later" and today.end < period.end:
            return reading.but(mod=name, span=Span(today.shift(1), period.last(G.DAY)))
        if word == "earlier" and period.start < today.start:
            return reading.but(mod=name, span=Span(period.to(G.DAY), today.shift(-1)))
    return reading.but(mod=name)


@operator("YearEnd")
def year_end(discourse: Discourse, year: Any) -> Reading:
    return _end(discourse, _year_meant(discourse))


@operator("MidYear")
def mid_year(discourse: Discourse) -> Reading:
    return _year_meant(discourse).but(mod="MID")


YEARS_BACK = 3
"""How many years back the year under discussion may lie for "year-end" to be its."""


def _year_meant(discourse: Discourse) -> Reading:
    """The year of "year-end": what is to come is in the document's, what has been in the one under discussion or else
    in the one before."""
    today = discourse.today
    told = discourse.last(G.YEAR, G.YEAR)
    if today is None or (discourse.tense != "future" and told is not None and
                         0 <= today.ymd[0] - told.period.ymd[0] <= YEARS_BACK):
        return the_unit(discourse, "year")
    year, over = today.to(G.YEAR), discourse.tense == "past"
    return of_period(year.shift(-1) if over else year, relative=True, anchor=discourse.dateline,
                     why="the year before the document's" if over else "the document's year")


@operator("EndOf")
def end_of_unit(discourse: Discourse, unit: str) -> Reading:
    return _end(discourse, the_unit(discourse, unit))


def _end(discourse: Discourse, reading: Reading) -> Reading:
    return _at_its_end(discourse, reading.but(mod="END"))

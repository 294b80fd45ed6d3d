"""Resolving lengths of time, windows, vague references, and the modifiers of all expressions."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from . import lengths
from .discourse import Discourse, Told
from .lengths import UNIT_GRANULARITY
from .narrated import BACKSTORY_REACH
from .pointed import the_unit
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree
from .vocabulary import vocabulary


def _length(amount: Any, unit: str) -> Reading:
    return Reading("DURATION", lengths.value(amount, unit), length=(amount, unit))


@operator("Duration")
def duration(discourse: Discourse, amount: Any, unit: str) -> Reading:
    if amount == 0:
        raise TooVague
    return _length(amount, unit)


@operator("VagueDuration")
def vague_duration(discourse: Discourse, word: str, unit: str) -> Reading:
    return _length(2, unit).but(mod="APPROX") if word in vocabulary().pairs else _length("X", unit)


@operator("SomeTime")
def some_time(discourse: Discourse) -> Reading:
    """A length of time of which not even the unit is said (TIMEX3: ``PXX``)."""
    return Reading("DURATION", "PXX")


@operator("DurationLetter")
def duration_letter(discourse: Discourse, digits: str, letters: str) -> Reading:
    return _length(int(digits), lengths.LETTERS[letters])


@operator("DurationHalf")
def duration_half(discourse: Discourse, unit: str) -> Reading:
    return _length(0.5, unit)


@operator("DurationInARow")
def duration_in_a_row(discourse: Discourse, amount: Any, unit: str | None, other: str | None) -> Reading:
    return duration(discourse, amount, unit or other or "")


@operator("DurationQuarter")
def duration_quarter(discourse: Discourse, word: str, unit: str) -> Reading:
    return _length(0.25 if word == "quarter" else 0.75, unit)


@operator("DurationBetween")
def duration_between(discourse: Discourse, low: Any, high: Any, unit: str) -> Reading:
    return _length("X", unit)


@operator("DurationSum")
def duration_sum(discourse: Discourse, *arguments: Any) -> Reading:
    """Lengths of two or more units, the longest first: "2 years, 4 months and 5 days"."""
    parts = lengths.parts_of(Tree("DurationSum", arguments)) or ()
    units = [UNIT_GRANULARITY[unit] for _, unit in parts]
    value = lengths.sum_value(parts)
    if value in (None, "P") or any(unit <= finer for unit, finer in pairwise(units)):
        raise TooVague
    return Reading("DURATION", value)


@operator("DurationClock")
def duration_clock(discourse: Discourse, hours: Any, minutes: Any) -> Reading:
    """An hour and so many minutes, the minutes without their unit."""
    return duration_sum(discourse, hours, "hour", minutes, "minute")


@operator("Age")
def age(discourse: Discourse, amount: Any, unit: str) -> Reading:
    return _length(amount, unit)


@operator("LongWord")
def long_word(discourse: Discourse, word: str) -> Reading:
    unit = word.removesuffix("long")
    return _length("X", unit[:-1]) if unit.endswith("s") else _length(1, unit)


PAST_WORDS = vocabulary().past_windows
FUTURE_WORDS = vocabulary().future_windows
_TOLD_WORDS = vocabulary().told_windows


@operator("Window")
def window(discourse: Discourse, word: str, amount: Any, unit: str) -> Reading:
    """"The past two years", "the first nine months": a length of time that ends or starts at a known point."""
    amount = "X" if amount is None else amount
    reading = _length(amount, unit)
    if discourse.whole is not None and word in _OF_A_WHOLE:
        return _of_whole(discourse, word, amount, unit, reading)
    today = discourse.today if UNIT_GRANULARITY[unit] >= G.DAY else discourse.reference
    if today is None or isinstance(amount, str):
        return reading.but(relative=True)
    told = discourse.last(coarsest=UNIT_GRANULARITY[unit]) if word in _TOLD_WORDS else None
    if word == "next" and discourse.tense == "past":
        told = _told_of_old(discourse, today)
    base = told.period if told is not None else today
    if unit == "second":
        base = lengths.known_to(base, G.SECOND)
    anchor = discourse.anchor(told) if told is not None else discourse.dateline
    if word in PAST_WORDS:
        other = lengths.shift(base, -amount, unit)
        if other is not None:
            return reading.but(relative=True, begin=timex.write(other), end=timex.write(base), anchor=anchor,
                               span=Span(other, base))
    if word in FUTURE_WORDS:
        other = lengths.shift(base, amount, unit)
        if other is not None:
            return reading.but(relative=True, begin=timex.write(base), end=timex.write(other), anchor=anchor,
                               span=_coming(base, amount, unit) or Span(base, other))
    return reading


_OF_A_WHOLE = vocabulary().of_a_whole


def _of_whole(discourse: Discourse, word: str, amount: Any, unit: str, length: Reading) -> Reading:
    """"The first nine months of 1990", of which the whole stands behind; when a fiscal year begins nothing tells."""
    if discourse.whole is not None and discourse.whole.op == "FiscalYear":
        return length
    try:
        reading = units_of(discourse, word, amount, unit, discourse.whole)
    except TooVague:
        return length
    if reading.period is not None:  # two quarters are a half
        return length.but(span=Span.of(reading.period), relative=reading.relative)
    return reading


def _told_of_old(discourse: Discourse, today: Period) -> Told | None:
    """The date from which "over the next four years" ran in a past that the text has just told."""
    told = discourse.last(coarsest=G.YEAR, reach=BACKSTORY_REACH, asides=False)
    return told if told is not None and told.period.end < today.start - OLD * 86400 else None


OLD = 60
"""From how many days before the document on a date told is the beginning of what came next."""


def _coming(base: Period, amount: float, unit: str) -> Span | None:
    """The next so many days, hours or minutes are the ones after this; longer units run on from the day itself."""
    granularity = UNIT_GRANULARITY[unit]
    if granularity > G.DAY or granularity < base.granularity or not float(amount).is_integer() or amount < 1:
        return None
    own = base.to(granularity)
    return Span(own.shift(1), own.shift(int(amount)))


@operator("UnitsOf")
def units_of(discourse: Discourse, word: str, amount: Any, unit: str, base: Any) -> Reading:
    """The first nine months of a year: the length, with the stretch of the year it covers."""
    whole = resolve(discourse, Tree("Month", (base,)) if isinstance(base, int) else base)
    reading = _length(1 if amount is None else amount, unit)
    if whole.period is None or isinstance(amount, str):
        return reading
    granularity = UNIT_GRANULARITY[lengths.normal(1, unit)[1]]
    if granularity >= whole.period.granularity:
        return reading
    count = int(amount or 1)
    if granularity == G.WEEK:  # weeks of a month are counted from its first day or to its last
        granularity, count = G.DAY, 7 * count
    if word in vocabulary().opening:
        first = whole.period.to(granularity)
        span = Span(first, first.shift(count - 1))
    else:
        final = whole.period.last(granularity)
        span = Span(final.shift(1 - count), final)
    if unit == "quarter" and count == 2:
        half = Period(G.HALF, 2 * whole.period.ymd[0] + (word not in vocabulary().opening))
        return of_period(half, relative=whole.relative, anchor=whole.anchor)
    assert span.first is not None and span.last is not None
    return reading.but(span=span, begin=timex.write(span.first), end=timex.write(span.last), anchor=whole.anchor)


# Modifiers


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


# Vague references


@operator("Vague")
def vague(discourse: Discourse, value: str) -> Reading:
    return Reading("DATE", value, relative=True)


@operator("RefWord")
def reference_word(discourse: Discourse, word: str) -> Reading:
    return Reading("DATE", {"past": "PAST_REF", "present": "PRESENT_REF"}.get(word, "FUTURE_REF"), relative=True)



@operator("NarrativeAdjective")
def narrative_adjective(discourse: Discourse, word: str) -> Reading:
    """"Former", "future": TIMEX2 (Ferro et al. 2005) tags them, TIMEX3 as practised on news does not."""
    if not discourse.narrative:
        raise TooVague
    return vague(discourse, "PAST_REF" if word == "former" else "FUTURE_REF")


@operator("PlayingSeason")
def playing_season(discourse: Discourse, which: str) -> Reading:
    value = {"next": "FUTURE_REF", "this": "PRESENT_REF", "current": "PRESENT_REF"}.get(which, "PAST_REF")
    return vague(discourse, value)

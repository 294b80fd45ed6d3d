"""Resolving lengths of time, and the windows that end or begin at a known point."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from . import lengths
from .backstory import BACKSTORY_REACH
from .discourse import Discourse, Told
from .lengths import UNIT_GRANULARITY
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

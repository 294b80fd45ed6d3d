"""From a date, a relation and a verb's class to the days, or bounds of days, on which an event begins and ends."""

from __future__ import annotations

from ..calendar import Granularity, Period, Span
from . import lexicon
from .event import Bounds, Extent
from .predicates import STATE, Predicate
from .tense import FUTURE, FUTURE_STRETCH, ONGOING, PAST, PAST_STRETCH, TODAY, is_durative


def of_kind(kind: str, day: Period) -> Extent:
    """The reading ``kind`` of a tense (:mod:`chrono.events.tense`) as seen from ``day``."""
    return {
        TODAY: Extent(Bounds(date=day)),
        PAST: Extent(Bounds(before=day)),
        FUTURE: Extent(Bounds(after=day)),
        ONGOING: Extent(Bounds(before=day), Bounds(after=day)),
        PAST_STRETCH: Extent(Bounds(before=day), Bounds(before=day)),
        FUTURE_STRETCH: Extent(Bounds(after=day), Bounds(after=day)),
    }[kind]


def of_span(predicate: Predicate, told: Span, span: Span, relation: str, day: Period | None) -> Extent:
    """The extent of what ``predicate`` names, dated ``relation`` ``told``; ``span`` is ``told`` opened on the side
    that the relation leaves open. ``day`` is that of the document, if known."""
    first = None if span.start is None else Period.at(Granularity.DAY, span.start)
    last = None if span.end is None else Period.at(Granularity.DAY, span.end - 1)
    if span.first is not None and span.first == span.last and span.granularity <= Granularity.DAY:
        return Extent(Bounds(date=first))
    if first is not None and first == last:
        return Extent(Bounds(date=first))
    if first is not None and last is not None:
        past = predicate.tense in ("past", "present-perfect", "past-perfect")
        if day is not None and first < day < last and past:
            last = day
        return _within(predicate, first, last, span, relation)
    if first is not None:
        return _from(told, first, relation, day)
    assert last is not None
    if relation == "by" and span.granularity < Granularity.DAY and predicate.tense == "past":
        return Extent(Bounds(date=last))  # "met by midday"
    if relation == "until":
        return Extent(Bounds(before=last), Bounds(date=last))
    ahead = day is not None and last > day and predicate.tense not in ("past", "past-perfect", "none")
    return Extent(Bounds(after=day if ahead else None, before=last))


def _within(predicate: Predicate, first: Period, last: Period, span: Span, relation: str) -> Extent:
    """A state, or what adds up, fills the period; what goes on for a while lies somewhere in a year or more; and any
    other event is one day of it."""
    groups = lexicon.groups("predicates")
    fills = predicate.kind == STATE or predicate.lemma in groups["cumulative"] | groups["stative"]
    if fills or relation in ("during", "between"):
        return Extent(Bounds(date=first), Bounds(date=last))
    if is_durative(predicate):
        if relation == "on" and span.first == span.last and span.granularity >= Granularity.YEAR:
            return Extent(Bounds(after=first), Bounds(before=last))
        return Extent(Bounds(date=first), Bounds(date=last))
    return Extent(Bounds(after=first, before=last))


def _from(told: Span, first: Period, relation: str, day: Period | None) -> Extent:
    if relation != "since" or day is None:
        return Extent(Bounds(after=first))
    begin = Bounds(date=first)
    if told.end is not None and told.granularity >= Granularity.MONTH and first < day:
        begin = Bounds(after=first, before=min(day, Period.at(Granularity.DAY, told.end - 1)))
    return Extent(begin, Bounds(after=max(day, first)))

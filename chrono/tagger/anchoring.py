"""Anchoring: every tree of a document resolved, in text order, against its date and the dates told before.

This is the one place where trees become dates. The operators live in the modules imported for that, one kind of
expression each; this module walks the text, keeps the discourse, and writes the results.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from . import (  # noqa: F401  (they register operators)
    absolute,
    clock,
    counted,
    deictic,
    discussed,
    durations,
    modifiers,
    numeric,
    observances,
    ordinals,
    parts,
    pointed,
    sets,
    vague,
    years,
)
from . import told as _told  # noqa: F401
from .asides import as_told
from .confidence import confidence
from .discourse import Discourse, Told
from .expression import Anchor, TimeExpression, expression_of
from .reading import Reading
from .recognise import Found
from .resolve import TooVague, resolve
from .segments import Segment, segments
from .tree import Tree
from .vocabulary import vocabulary


def anchor(discourse: Discourse, found: Sequence[Found]) -> list[TimeExpression]:
    """The time expressions that ``found`` come to in ``discourse``, in order."""
    read: list[tuple[Found, str, Reading]] = []
    inner = _Segments(discourse, texts) if (texts := segments(discourse.text, found)) else None
    for position, item in enumerate(found):
        if inner is not None:
            inner.enter(item.start)
        discourse.start, discourse.end, discourse.relation = item.start, item.end, item.relation
        following = found[position + 1] if position + 1 < len(found) else None
        if following is not None and following.start - item.end > JOINED:
            following = None
        discourse.ends = _ends(discourse.text, item, following) if following else None
        discourse.whole = _whole(discourse.text, item, following) if following else None
        discourse.leads_to = _leads_to(discourse.text, item, following) if following else None
        try:
            reading = resolve(discourse, item.tree)
        except TooVague:
            continue
        text = discourse.text[item.start:item.end]
        if reading.type in ("DATE", "TIME"):
            if (told := as_told(discourse, reading, item)) is not None:
                discourse.remember(text, told, item)
            if inner is not None:
                inner.tell(item.start, reading)
        read.append((item, text, reading))
    return join_ranges(discourse.text, [_expression(*one) for one in read])


JOINED = 24
"""How far, in characters, two expressions may stand apart that the words between join."""


class _Segments:
    """Keeps the discourse's reference time that of the innermost text within the text."""

    def __init__(self, discourse: Discourse, found: Sequence[Segment]) -> None:
        self._discourse = discourse
        self._coming = list(reversed(found))
        self._dates: dict[int, Told | None] = {segment.date: None for segment in found}
        self._open: list[tuple[Segment, Period | None, Anchor | None, bool]] = []

    def enter(self, position: int) -> None:
        """Close the texts that end, and open those that begin, before ``position``."""
        while self._open and self._open[-1][0].end <= position:
            _, self._discourse.reference, self._discourse.own, self._discourse.narrative = self._open.pop()
        while self._coming and self._coming[-1].start <= position:
            segment = self._coming.pop()
            if segment.end > position:
                outer = self._discourse
                self._open.append((segment, outer.reference, outer.own, outer.narrative))
                self._take(segment)

    def tell(self, position: int, reading: Reading) -> None:
        """Note the date that a text's own heading tells; the innermost text takes it as its reference time."""
        if position in self._dates and reading.period is not None and reading.period.granularity <= G.DAY:
            self._dates[position] = self._discourse.told[-1]
            if self._open and self._open[-1][0].date == position:
                self._take(self._open[-1][0])

    def _take(self, segment: Segment) -> None:
        told = self._dates[segment.date]
        if told is not None:
            self._discourse.reference = told.period
            self._discourse.own = self._discourse.anchor(told)
            self._discourse.narrative = self._discourse.narrative or segment.narrative
            self._discourse.begin_anew(told if segment.narrative else None)


_TO = vocabulary().patterns.to
_FROM = vocabulary().patterns.before_first
_AND = vocabulary().patterns.joined


def join_ranges(text: str, expressions: list[TimeExpression]) -> list[TimeExpression]:
    """The same expressions; two that name the ends of one stretch ("from 2011 to 2014", "Dec. 4-6") both get its
    whole span and the relation ``during``. Their TIMEX3 values stay those of the ends."""
    out = list(expressions)
    for position in range(len(out) - 1):
        first, last = out[position], out[position + 1]
        if last.start - first.end > JOINED:
            continue
        gap = text[first.end:last.start]
        stretch = _lasting(first, gap, last, _LASTING) or _lasting(last, gap, first, _STARTING)
        if stretch is not None:
            out[position] = replace(first, span=stretch, relation="during")
            out[position + 1] = replace(last, span=stretch, relation="during", relative=True)
            continue
        if (stretch := _units_of(first, gap, last)) is not None:
            out[position + 1] = replace(last, span=stretch, relation="during")
            continue
        if (stretch := _length_up_to(first, gap, last)) is not None:
            out[position] = replace(first, span=stretch, relation="during", relative=True)
            out[position + 1] = replace(last, span=stretch, relation="during")
            continue
        if (night := _night_between(first, gap, last)) is not None:
            out[position + 1] = replace(last, span=night, relation="during", relative=True)
            out[position] = replace(first, span=night, relation="during")
            continue
        if len(gap) > 12 or not (_TO.fullmatch(gap) or (first.relation == "between" and _AND.fullmatch(gap))):
            continue
        stretched = _stretch(text, first, last)
        if stretched is not None:
            out[position:position + 2] = stretched
    return out


def _stretch(text: str, first: TimeExpression, last: TimeExpression) -> tuple[TimeExpression, TimeExpression] | None:
    """The two ends of one stretch, each with the whole of it; ``None`` where they are none."""
    if first.type not in ("DATE", "TIME") or last.type not in ("DATE", "TIME"):
        return None
    first = _before(first, last)
    start, end = first.span, last.span
    if start is None or end is None or start.start is None or end.end is None or start.start >= end.end:
        return None
    if end.granularity > start.granularity and not _FROM.search(text[max(0, first.start - 8):first.start]):
        return None  # "a revision Friday to December's figures"
    span = Span(start.first, end.last)
    return replace(first, span=span, relation="during"), replace(last, span=span, relation="during")


def _before(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """The first end of a stretch, read so that it comes before the last ("between January and the end of last
    month")."""
    end = last.span.end if last.span is not None else None
    if end is None or first.span is None or first.span.start is None or first.span.start < end:
        return first
    for value, span in first.alternatives:
        if span is not None and span.start is not None and span.start < end:
            others = ((first.value, first.span),)
            return replace(first, value=value, span=span, alternatives=others, why=f"the one before “{last.text}”")
    return first


_LASTING, _STARTING = vocabulary().patterns.lasting, vocabulary().patterns.starting
_CLOCK_LENGTH = re.compile(r"PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?")


def _lasting(moment: TimeExpression, gap: str, length: TimeExpression, joint: re.Pattern[str]) -> Span | None:
    """The stretch from a time of day on for some hours and minutes ("at 4 p.m. for two hours", "for two hours from
    4 p.m.")."""
    found = _CLOCK_LENGTH.fullmatch(length.value) if length.type == "DURATION" and length.span is None else None
    start = moment.span.first if moment.span is not None and moment.type == "TIME" else None
    if found is None or start is None or start.granularity > G.HOUR or not joint.fullmatch(gap):
        return None
    hours, minutes = (int(number or 0) for number in found.groups())
    first = start.to(G.MINUTE)
    return Span(first, first.shift(60 * hours + minutes))


def _units_of(length: TimeExpression, gap: str, whole: TimeExpression) -> Span | None:
    """The stretch that some units of a longer time are ("the first nine months of 1990")."""
    part, span = length.span, whole.span
    if length.type != "DURATION" or part is None or span is None or not _OF.fullmatch(gap):
        return None
    if None in (part.start, part.end, span.start, span.end):
        return None
    assert part.start is not None and part.end is not None and span.start is not None and span.end is not None
    return part if span.start <= part.start and part.end <= span.end else None


_BETWEEN_NIGHTS = vocabulary().patterns.nights


def _night_between(first: TimeExpression, gap: str, last: TimeExpression) -> Span | None:
    """The night between two days ("the night of 4-5 May")."""
    night, day = first.span, last.span
    if not (first.value.endswith("TNI") and last.type == "DATE" and night and day and _BETWEEN_NIGHTS.fullmatch(gap)):
        return None
    if night.first is None or day.first is None or day.first.granularity != G.DAY:
        return None
    return night if night.first.to(G.DAY).shift(1) == day.first else None


_UP_TO = vocabulary().patterns.up_to
_LENGTH = re.compile(r"P(\d{1,2})([YMWD])")


def _length_up_to(length: TimeExpression, gap: str, last: TimeExpression) -> Span | None:
    """The stretch of so long up to a date: whole months ("the three months to Sept. 30", "the year to May"), or days to
    the very day ("the six weeks to 6 January")."""
    size = _LENGTH.fullmatch(length.value) if length.type == "DURATION" else None
    end = last.span.last if last.span is not None and last.type == "DATE" else None
    if size is None or end is None or not _UP_TO.fullmatch(gap) or end.granularity > G.MONTH:
        return None
    count, unit = int(size.group(1)), size.group(2)
    if unit in "WD":
        return Span(end.shift(1 - count * (7 if unit == "W" else 1)), end) if end.granularity == G.DAY else None
    month = end.to(G.MONTH)
    if end.granularity < G.MONTH and month.end - end.end > 3 * 86400:
        month = month.shift(-1)  # it ends early in a month: the month before was the last whole one
    return Span(month.shift(1 - count * (12 if unit == "Y" else 1)), month)


def _leads_to(text: str, item: Found, following: Found) -> Tree | None:
    """The tree of the next expression when this one is the first end of a stretch that it closes."""
    gap = text[item.end:following.start]
    if len(gap) > 14 or item.tree.op not in ("Month", "Day", "Season"):
        return None
    opened = _FROM.search(text[max(0, item.start - 14):item.start]) is not None
    closed = _TO.match(gap) or (opened and _AND.match(gap))
    return following.tree if closed and (opened or "-" in gap or "–" in gap) else None


_ENDING = vocabulary().patterns.ending


def _ends(text: str, item: Found, following: Found) -> Found | None:
    """The next expression when "ended" or "ending" joins it to this one."""
    if _ENDING.fullmatch(text[item.end:following.start]):
        return following
    return None


_OF = vocabulary().patterns.of_the


def _whole(text: str, item: Found, following: Found) -> Tree | None:
    """The tree of the next expression when "of" joins it to this one."""
    return following.tree if _OF.fullmatch(text, item.end, following.start) else None


def _expression(item: Found, text: str, reading: Reading) -> TimeExpression:
    anchor = reading.anchor if isinstance(reading.anchor, Anchor) else None
    others = reading.alternatives
    alternatives = tuple([(timex.write(period), Span.of(period)) for period in others]) if others else ()
    return expression_of(
        item.start, item.end, text, reading.type, reading.value, item.rule, item.tree, reading.mod, reading.quant,
        reading.freq, reading.begin, reading.end, anchor, span_of(reading), item.relation or "on", reading.relative,
        reading.zone, reading.why or "written out", alternatives, confidence(reading))


def span_of(reading: Reading) -> Span | None:
    """The stretch of time a reading names."""
    if reading.span is not None:
        return reading.span
    if reading.period is None or reading.type not in ("DATE", "TIME"):
        return None
    mod = reading.mod if reading.mod in ("START", "MID", "END") and reading.period.granularity > G.PART_OF_DAY else None
    return Span.of(reading.period, mod, approximate=reading.mod == "APPROX")

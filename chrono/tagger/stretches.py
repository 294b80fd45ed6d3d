"""Two expressions that name the ends of one stretch of time: "from 2011 to 2014", "at 4 p.m. for two hours"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..calendar import Granularity as G
from ..calendar import Span
from .expression import TimeExpression
from .vocabulary import vocabulary

JOINED = 24
"""How far, in characters, two expressions may stand apart that the words between join."""

TO = vocabulary().patterns.to
FROM = vocabulary().patterns.before_first
AND = vocabulary().patterns.joined
OF = vocabulary().patterns.of_the
"""What stands between the two ends, before the first, and between a part and its whole."""


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
        if len(gap) > 12 or not (TO.fullmatch(gap) or (first.relation == "between" and AND.fullmatch(gap))):
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
    if end.granularity > start.granularity and not FROM.search(text[max(0, first.start - 8):first.start]):
        return None  # "a change Monday to April's plan"
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
    if length.type != "DURATION" or part is None or span is None or not OF.fullmatch(gap):
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

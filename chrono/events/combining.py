"""Several dates of one predicate: a range from two bounds, the finer of two that agree, each of those that differ."""

from __future__ import annotations

from collections.abc import Sequence

from ..calendar import Granularity, Span
from .attachment import Attachment
from .dating import Dating, is_point, of_attachment


def combine(attachments: Sequence[Attachment]) -> list[Dating]:
    """The dates of one predicate: a range from two bounds, the finer of two that agree, each of those that differ."""
    datings = [of_attachment(attachment) for attachment in attachments if attachment.expression.span is not None]
    datings = [dating for dating in _join_bounds(datings) if not _is_told_again(dating, datings)]
    kept: list[Dating] = []
    for dating in datings:
        for i, other in enumerate(kept):
            finer = _finer(dating, other)
            if finer is not None:
                kept[i] = finer
                break
        else:
            kept.append(dating)
    return kept


def _is_told_again(dating: Dating, others: Sequence[Dating]) -> bool:
    """ "Four years earlier, in 1996, he had lost": what is counted is told again in full right behind it."""
    counted = dating.expression
    if counted is None or not counted.relative or dating.relation != "on":
        return False
    return any(
        other.relation == "on" and told is not None and not told.relative and 0 < told.start - counted.end <= _BESIDE
        for other in others
        if (told := other.expression) is not counted
    )


_BESIDE = 5
"""So many characters part two tellings of one time (", in ")."""


def _join_bounds(datings: list[Dating]) -> list[Dating]:
    """ "from X" with a later "until Y" is one range."""
    joined: list[Dating] = []
    for dating in datings:
        before = joined[-1] if joined else None
        if before and dating.span and _is_range(before, dating):
            assert before.span and before.expression and dating.expression
            joined[-1] = Dating(
                Span(before.span.first, dating.span.last),
                "between",
                before.basis,
                before.expression,
                f"{before.expression.text} … {dating.expression.text}",
                min(before.confidence, dating.confidence),
                before.rule,
            )
        else:
            joined.append(dating)
    return joined


_NEAR = len(", through ")
"""How many characters may stand between the bounds of a range."""


_FAR = 40
"""How many may, where one is "from" and the other "until"."""


def _is_range(first: Dating, second: Dating) -> bool:
    if not (first.span and second.span and first.expression and second.expression):
        return False
    if first.span.first is None or second.span.last is None or first.span.first.start >= second.span.last.end:
        return False
    gap = second.expression.start - first.expression.end
    near = 0 < gap <= _NEAR
    if first.relation == "since" and second.relation == "until":
        return 0 < gap <= _FAR  # "from 1990 until her death in 2003"
    if near and first.relation == second.relation == "on" and _are_neighbours(first.span, second.span):
        return True
    if first.relation == "between":
        return near
    return near and first.relation in ("since", "after", "from") and second.relation in ("until", "between", "by")


def _are_neighbours(first: Span, second: Span) -> bool:
    """ "fought on 3 and 4 September": of two days one right after the other, what is told lasted both."""
    return is_point(first) and is_point(second) and first.end == second.start and first.granularity == Granularity.DAY


def _finer(one: Dating, other: Dating) -> Dating | None:
    """The more exact of two datings of which one lies within the other; ``None`` when they tell different times."""
    a, b = one.span, other.span
    if a is None or b is None:
        return None
    if a.start is None and b.start is None:
        return one if one.confidence > other.confidence else other
    if None in (a.start, a.end, b.start, b.end):
        return None
    small, large = (one, other) if a.granularity <= b.granularity else (other, one)
    assert small.span and large.span
    if _within(small.span, large.span):
        return small
    return None


def _within(small: Span, large: Span) -> bool:
    if small.start is None or small.end is None or large.start is None or large.end is None:
        return False
    if small.granularity == Granularity.PART_OF_DAY and large.granularity == Granularity.DAY:
        return large.start <= small.start < large.end  # a night ends on the next day
    return large.start <= small.start and small.end <= large.end

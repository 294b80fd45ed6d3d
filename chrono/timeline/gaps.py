"""Stretches without events that are long enough for a reader to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ..calendar import Period, Span, human
from ..calendar.granularity import Granularity
from ..calendar.period import DAY_SECONDS
from .marks import Mark

_MOST = 5


def gaps(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """The longest stretches (at most five, in order) that no mark covers: half-open seconds.

    A stretch counts from a day on, when it is three times the median one and a twentieth of the whole. A mark that is
    open at one side covers only its known bound.
    """
    bounds = sorted(_bounds(mark) for mark in marks)
    free: list[tuple[int, int]] = []
    reach = bounds[0][1] if bounds else 0
    for start, end in bounds:
        if start > reach:
            free.append((reach, start))
        reach = max(reach, end)
    if len(free) < 2:
        return []
    usual, whole = median(end - start for start, end in free), reach - bounds[0][0]
    long = [gap for gap in free if gap[1] - gap[0] >= max(DAY_SECONDS, 3 * usual, whole / 20)]
    return sorted(sorted(long, key=lambda gap: gap[0] - gap[1])[:_MOST])


def _bounds(mark: Mark) -> tuple[int, int]:
    start, end = mark.start, mark.end
    known = [bound for bound in (start, end) if bound is not None]
    return min(known), max(known)


def gap_text(gap: tuple[int, int]) -> str:
    """"No events between 3 May 1983 and 9 August 2004"."""
    last, first = (human.write(Span.of(Period.at(Granularity.DAY, second))) for second in (gap[0] - 1, gap[1]))
    return f"No events between {last} and {first}"

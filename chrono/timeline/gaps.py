"""Stretches without events that are long enough for a reader to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ..calendar import Granularity, Period, Span, human
from ..calendar.period import DAY_SECONDS
from .marks import Row, marks

_MOST = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of half-open seconds; ``after`` and ``before`` are the units to which its two ends are known."""

    start: int
    end: int
    after: Granularity
    before: Granularity

    @property
    def text(self) -> str:
        """"No events between 3 May 1983 and 2004": each end as exactly as the event beside it is known."""
        last, first = Period.at(self.after, self.start - 1), Period.at(self.before, self.end)
        return f"No events between {human.write(Span.of(last))} and {human.write(Span.of(first))}"


def gaps(rows: Sequence[Row]) -> list[Gap]:
    """The longest stretches (at most five, in order) that no dated and shown row covers.

    A stretch counts from a day on, when it is three times the median one and a twentieth of the whole. A row that is
    open at one side covers only the unit of its known bound: all of the 1950s for "until the 1950s", but the last year
    for "by the end of the 1950s".
    """
    covered = sorted(_covered(rows))
    if not covered:
        return []
    free: list[Gap] = []
    reach, after = covered[0][1], covered[0][2]
    for start, end, unit in covered:
        if start > reach:
            free.append(Gap(reach, start, after, unit))
        if end > reach or (end == reach and unit < after):
            reach, after = end, unit
    if len(free) < 2:
        return []
    usual, whole = median(gap.end - gap.start for gap in free), reach - covered[0][0]
    long = [gap for gap in free if gap.end - gap.start >= max(DAY_SECONDS, 3 * usual, whole / 20)]
    return sorted(sorted(long, key=lambda gap: gap.start - gap.end)[:_MOST], key=lambda gap: gap.start)


def _covered(rows: Sequence[Row]) -> list[tuple[int, int, Granularity]]:
    """What each row covers: half-open seconds, and the unit to which its bounds are known."""
    found = []
    for mark in marks(rows):
        row = rows[mark.row]
        known = Granularity.from_label(str(row.get("granularity") or "day"))
        unit = _unit(known)
        start, end = mark.start, mark.end
        if start is None:
            assert end is not None
            start = Period.at(unit if row.get("relation") == "by" else known, end - 1).start
        elif end is None:
            end = Period.at(known, start).end
        found.append((start, end, unit))
    return found


def _unit(known: Granularity) -> Granularity:
    """Day, month or year: the unit that names a bound of something known to ``known`` and invents nothing."""
    if known < Granularity.MONTH:
        return Granularity.DAY
    return Granularity.YEAR if known >= Granularity.YEAR else Granularity.MONTH

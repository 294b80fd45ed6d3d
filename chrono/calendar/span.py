"""A span: what a date of the event table can be, from one exact day to an open, approximate stretch."""

from __future__ import annotations

from dataclasses import dataclass

from .granularity import Granularity
from .period import Period

EARLY, MID, LATE = "START", "MID", "END"
"""TIMEX3 ``mod`` values that narrow a span to its first, middle or last third."""


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of time from the period ``first`` to the period ``last``, both included.

    ``None`` on one side leaves that side open ("since 2017", "until May"); a single period has ``first == last``.
    ``mod`` is ``START``, ``MID`` or ``END`` (early, mid, late) and narrows a one-period span; ``approximate`` is
    "about", "c.". At least one side is set.
    """

    first: Period | None
    last: Period | None
    mod: str | None = None
    approximate: bool = False

    @classmethod
    def of(cls, period: Period, mod: str | None = None, approximate: bool = False) -> Span:
        return cls(period, period, mod, approximate)

    @property
    def granularity(self) -> Granularity:
        """The unit the span is known to: that of its known ends, the finer where they differ."""
        return min(period.granularity for period in (self.first, self.last) if period is not None)

    @property
    def start(self) -> int | None:
        """First second, ``None`` where open."""
        if self.first is None:
            return None
        start, end = self.first.start, self.first.end
        if self.first == self.last and self.mod in (MID, LATE):
            return _third(start, end, 1 if self.mod == MID else 2)
        return start

    @property
    def end(self) -> int | None:
        """First second after the span (half-open), ``None`` where open."""
        if self.last is None:
            return None
        start, end = self.last.start, self.last.end
        if self.first == self.last and self.mod in (EARLY, MID):
            return _third(start, end, 1 if self.mod == EARLY else 2)
        return end


def _third(start: int, end: int, count: int) -> int:
    """End of the ``count``-th third of ``start``…``end``, on a day's edge where the thirds are longer than a day."""
    day = 86400
    unit = day if end - start > 3 * day else 1
    return start + (end - start) * count // 3 // unit * unit

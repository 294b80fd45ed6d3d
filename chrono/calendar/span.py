"""A span: what a date of the event table can be, from one exact day to an open, approximate stretch."""

from __future__ import annotations

from dataclasses import dataclass

from ..frozen import maker
from .granularity import Granularity
from .gregorian import day_number
from .period import DAY_SECONDS, Period

EARLY, MID, LATE = "START", "MID", "END"
"""TIMEX3 ``mod`` values that narrow a span to its first, middle or last third."""


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of time from the period ``first`` to the period ``last``, both included.

    ``None`` on one side leaves that side open ("since 2017", "until May"); a single period has ``first == last``.
    ``mod`` is ``START``, ``MID`` or ``END`` (early, mid, late) and narrows a one-period span, or the known end of an
    open one: "since late 2017" begins with the last third, "by early 2020" ends with the first. ``approximate`` is
    "about", "c.". At least one side is set.
    """

    first: Period | None
    last: Period | None
    mod: str | None = None
    approximate: bool = False

    @classmethod
    def of(cls, period: Period, mod: str | None = None, approximate: bool = False) -> Span:
        """The span of one period."""
        return _span_of(period, period, mod, approximate)

    @property
    def granularity(self) -> Granularity:
        """The unit the span is known to: that of its known ends, the finer where they differ."""
        return min(period.granularity for period in (self.first, self.last) if period is not None)

    @property
    def start(self) -> int | None:
        """First second, ``None`` where open."""
        if self.first is None:
            return None
        if self._narrowed and self.mod != EARLY:
            return _third(self.first, 1 if self.mod == MID else 2)
        return self.first.start

    @property
    def end(self) -> int | None:
        """First second after the span (half-open), ``None`` where open."""
        if self.last is None:
            return None
        if self._narrowed and self.mod != LATE:
            return _third(self.last, 1 if self.mod == EARLY else 2)
        return self.last.end

    @property
    def _narrowed(self) -> bool:
        """Whether ``mod`` applies: to one period or the one known end, and a second has no thirds."""
        if self.mod is None or self.granularity == Granularity.SECOND:
            return False
        return self.first is None or self.last is None or self.first == self.last


_span_of = maker(Span)


def _third(period: Period, count: int) -> int:
    """End of the first or second third: a month's edge in units longer than a month, a day's in those of days."""
    start, end = period.start, period.end
    if period.granularity >= Granularity.SEASON:
        year, month, _ = period.ymd
        end_year, end_month, _ = Period.at(Granularity.MONTH, end).ymd
        months = 12 * (end_year - year) + end_month - month
        year, month = divmod(12 * year + month - 1 + months * count // 3, 12)
        return day_number(year, month + 1, 1) * DAY_SECONDS
    unit = DAY_SECONDS if end - start > 3 * DAY_SECONDS else 1
    return start + (end - start) * count // 3 // unit * unit

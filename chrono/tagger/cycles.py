"""Which one of a recurring name is meant: the year of "October", the week of "Tuesday"."""

from __future__ import annotations

from dataclasses import dataclass

from ..calendar import Granularity as G
from ..calendar import Period
from ..calendar.gregorian import day_number, days_in_month, weekday

OVER_NEW_YEAR = ("season", "holiday")
"""What can reach from one year into the next: winter, the weekend of a holiday."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A name that comes back every year or every week: a month, a day of the year, a weekday, a season, a quarter."""

    kind: str
    number: int
    day: int = 0

    def near(self, base: Period, offset: int) -> Period | None:
        """The one in the cycle ``offset`` after that of ``base``; ``None`` where there is none (29 February)."""
        if self.kind == "weekday":
            day = base.start // 86400
            return Period(G.DAY, day - weekday(day) + self.number + 7 * offset)
        year = base.ymd[0] + offset
        if self.kind == "month":
            return Period.month(year, self.number)
        if self.kind == "day":
            if self.day > days_in_month(year, self.number):
                return None
            return Period.day(year, self.number, self.day)
        if self.kind == "month-day":
            months = 12 * base.ymd[0] + base.ymd[1] - 1 + offset
            years, month = divmod(months, 12)
            if self.day > days_in_month(years, month + 1):
                return None
            return Period(G.DAY, day_number(years, month + 1, self.day))
        if self.kind == "season":
            return Period(G.SEASON, 4 * year + self.number)
        if self.kind == "quarter":
            return Period(G.QUARTER, 4 * year + self.number)
        return Period(G.HALF, 2 * year + self.number)

    def choices(self, base: Period) -> list[Period]:
        """The neighbours of ``base`` in time order."""
        return [period for offset in range(-4, 5) if (period := self.near(base, offset)) is not None]

    def on_weekday(self, base: Period, number: int) -> Period | None:
        """The one nearest to ``base`` that falls on this day of the week (ISO)."""
        reach = 14 if self.kind == "month-day" else 4
        found = [self.near(base, offset) for offset in range(-reach, reach + 1)]
        fitting = [period for period in found if period is not None and weekday(period.start // 86400) == number]
        return min(fitting, key=lambda period: abs(period.start - base.start), default=None)

    def past(self, base: Period) -> Period | None:
        """The last one that begins no later than ``base`` ends."""
        end = base.end
        for offset in range(base.granularity > G.DAY, -5, -1):
            period = self.near(base, offset)
            if period is not None and period.start < end:
                return period
        return None

    def future(self, base: Period) -> Period | None:
        """The first one that ends no earlier than ``base`` begins."""
        start = base.start
        for offset in range(-1 if self.kind in OVER_NEW_YEAR else 0, 5):
            period = self.near(base, offset)
            if period is not None and period.end > start:
                return period
        return None

    def forward(self, base: Period, back: int) -> Period | None:
        """The first one that begins at most ``back`` seconds before ``base`` does."""
        earliest = base.start - back
        for offset in range(-2, 5):
            period = self.near(base, offset)
            if period is not None and period.start >= earliest:
                return period
        return None

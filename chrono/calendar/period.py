"""A period: one unit of the calendar, such as 2015, October 2019, week 49 of 2019 or the 1990s."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .granularity import Granularity as G
from .gregorian import day_number, iso_week, week_start, year_month_day

DAY_SECONDS = 86400

PARTS_OF_DAY = ("MO", "MI", "AF", "EV", "NI", "DT")
"""Parts of day by index: morning, midday, afternoon, evening, night, daytime (TIMEX3: DT)."""

PART_HOURS = ((6, 12), (11, 14), (12, 18), (18, 22), (20, 30), (8, 18))
"""Half-open hours of each part of day; night runs past midnight."""

SEASONS = ("SP", "SU", "FA", "WI")
"""Seasons by index (TIMEX3). Meteorological, northern: spring starts in March; winter of Y is Dec Y to Feb Y+1."""

_MONTHS_IN = {G.MONTH: 1, G.SEASON: 3, G.QUARTER: 3, G.HALF: 6, G.YEAR: 12, G.DECADE: 120, G.CENTURY: 1200,
              G.MILLENNIUM: 12000}
_SECONDS_IN = {G.SECOND: 1, G.MINUTE: 60, G.HOUR: 3600, G.DAY: DAY_SECONDS, G.WEEK: 7 * DAY_SECONDS,
               G.WEEKEND: 7 * DAY_SECONDS}
_DAY = G.DAY  # to ask the enumeration for it takes as long as all the rest
_WEEK_OFFSET = -3  # day -3 (29 December 1969) is a Monday and starts week 0


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The ``index``-th unit of its granularity.

    ``index`` counts units of the proleptic Gregorian calendar: seconds, minutes, hours and days from 1970-01-01,
    ISO weeks and weekends from the one of that day, months as ``12 * year + month - 1``, quarters, halves and seasons
    likewise, years astronomically (0 = 1 BC), decades, centuries and millennia as ``year // 10``, ``// 100`` and
    ``// 1000`` (the nineteen-hundreds are century 19), parts of day as ``6 * day + part``. Before year 1 the larger
    units end on the round year, as EDTF's do: century -5 is -0499 … -0400, which is 500 to 401 BC, the fifth century
    BC; decade, century and millennium 0 begin in year 1.
    """

    granularity: G
    index: int

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year ``year`` (astronomical: 0 is 1 BC)."""
        return cls(G.YEAR, year)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The month ``month`` (1 … 12) of the astronomical year ``year``."""
        return cls(G.MONTH, 12 * year + month - 1)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """The given day; the caller has checked that it exists."""
        return cls(G.DAY, day_number(year, month, day))

    @classmethod
    def week(cls, year: int, week: int) -> Period:
        """ISO week ``week`` of the week-numbering year ``year``."""
        return cls(G.WEEK, (week_start(year, week) - _WEEK_OFFSET) // 7)

    @classmethod
    def part(cls, day: int, part: str) -> Period:
        """Part of day ``part`` (one of :data:`PARTS_OF_DAY`) of day number ``day``."""
        return cls(G.PART_OF_DAY, len(PARTS_OF_DAY) * day + PARTS_OF_DAY.index(part))

    @classmethod
    def at(cls, granularity: G, second: int) -> Period:
        """The unit of ``granularity`` that contains ``second`` (seconds from 1970-01-01T00:00)."""
        if granularity in _SECONDS_IN:
            offset = _WEEK_OFFSET * DAY_SECONDS if granularity in (G.WEEK, G.WEEKEND) else 0
            return cls(granularity, (second - offset) // _SECONDS_IN[granularity])
        if granularity == G.PART_OF_DAY:
            hour = second % DAY_SECONDS // 3600
            part = "MO" if 5 <= hour < 12 else "AF" if 12 <= hour < 18 else "EV" if 18 <= hour < 21 else "NI"
            return cls.part(second // DAY_SECONDS - (hour < 5), part)
        year, month, _ = year_month_day(second // DAY_SECONDS)
        months = 12 * year + month - 1
        if granularity == G.SEASON:
            months -= 2
        elif granularity >= G.DECADE and year < 1:
            months -= 12
        return cls(granularity, months // _MONTHS_IN[granularity])

    @property
    def start(self) -> int:
        """First second of the period, from 1970-01-01T00:00."""
        if self.granularity == _DAY:
            return self.index * DAY_SECONDS
        return _start(self.granularity, self.index)

    @property
    def end(self) -> int:
        """First second after the period (half-open bound)."""
        if self.granularity == _DAY:
            return (self.index + 1) * DAY_SECONDS
        if self.granularity == G.PART_OF_DAY:
            day, part = divmod(self.index, len(PARTS_OF_DAY))
            return day * DAY_SECONDS + PART_HOURS[part][1] * 3600
        return _start(G.WEEK if self.granularity == G.WEEKEND else self.granularity, self.index + 1)

    def to(self, granularity: G) -> Period:
        """The unit of ``granularity`` in which this period begins (the containing one when coarser)."""
        return self if granularity == self.granularity else Period.at(granularity, self.start)

    def last(self, granularity: G) -> Period:
        """The unit of ``granularity`` in which this period ends."""
        return Period.at(granularity, self.end - 1)

    def shift(self, count: int) -> Period:
        """The period ``count`` units of the same granularity later (earlier when negative)."""
        step = len(PARTS_OF_DAY) if self.granularity == G.PART_OF_DAY else 1
        return Period(self.granularity, self.index + count * step)

    def contains(self, other: Period) -> bool:
        """Whether ``other`` lies within this period, at its edges too."""
        return self.start <= other.start and other.end <= self.end

    @property
    def ymd(self) -> tuple[int, int, int]:
        """Civil date (year, month, day) on which the period begins."""
        if self.granularity in _MONTHS_IN:
            year, month = divmod(_month(self.granularity, self.index), 12)
            return year, month + 1, 1
        return year_month_day(self.start // DAY_SECONDS)

    @property
    def week_number(self) -> tuple[int, int]:
        """ISO (week-numbering year, week) in which the period begins."""
        return iso_week(self.start // DAY_SECONDS)


@lru_cache(maxsize=8192)
def _start(granularity: G, index: int) -> int:
    """First second of the ``index``-th unit."""
    if granularity == G.WEEKEND:
        return _start(G.WEEK, index) + 5 * DAY_SECONDS
    if granularity in _SECONDS_IN:
        return index * _SECONDS_IN[granularity] + (_WEEK_OFFSET * DAY_SECONDS if granularity == G.WEEK else 0)
    if granularity == G.PART_OF_DAY:
        day, part = divmod(index, len(PARTS_OF_DAY))
        return day * DAY_SECONDS + PART_HOURS[part][0] * 3600
    year, month = divmod(_month(granularity, index), 12)
    return day_number(year, month + 1, 1) * DAY_SECONDS


def _month(granularity: G, index: int) -> int:
    """The month, counted as :meth:`Period.month` does, with which the ``index``-th unit begins, of those made of
    months."""
    months = index * _MONTHS_IN[granularity]
    if granularity == G.SEASON:
        return months + 2
    return months + 12 if granularity >= G.DECADE and index < 1 else months

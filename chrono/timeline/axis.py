"""The time axis: which window to open at, dates as plotly.js reads them, and ticks a person reads.

plotly.js holds dates from -9999-01-01 to 9999-12-31 and reads years only in four digits; everything here stays within.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..calendar.gregorian import day_number, year_month_day
from ..calendar.names import MONTHS
from ..calendar.period import DAY_SECONDS
from .marks import Mark

EARLIEST = day_number(-9999, 1, 1) * DAY_SECONDS
LATEST = day_number(10000, 1, 1) * DAY_SECONDS - 1
_LEAST = 6 * 3600
_CROWD = 0.8
_SQUASHED = 1 / 8
_EDGE, _ARROW = 0.02, 0.08


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the axis in seconds from 1970-01-01."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Its length in seconds."""
        return self.end - self.start


def plotly_date(second: float) -> str:
    """A second from 1970-01-01 as plotly.js reads it, ``-0043-03-15 00:00:00``, held within its calendar."""
    whole = int(min(max(second, EARLIEST), LATEST))
    year, month, day = year_month_day(whole // DAY_SECONDS)
    rest = whole % DAY_SECONDS
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d} {rest // 3600:02d}:{rest % 3600 // 60:02d}:{rest % 60:02d}"


def year_name(year: int) -> str:
    """An astronomical year as people write it: ``2019``, ``44 BC``, ``AD 79``."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def full_window(marks: Sequence[Mark]) -> Window:
    """The window that holds every known bound of ``marks`` (at least one)."""
    known = [bound for mark in marks for bound in (mark.start, mark.end) if bound is not None]
    return Window(min(known), max(known))


def home_window(marks: Sequence[Mark]) -> Window:
    """The window to open at: all of ``marks``, unless most of them would be squashed into a sliver of it.

    Where the shortest window around four fifths of the marks is less than an eighth of the whole, that window is
    opened, with the neighbours that lie within half its length; the rest is for the reader to go to.
    """
    whole = full_window(marks)
    places = sorted(mark.at for mark in marks)
    count = max(3, int(_CROWD * len(places)))
    if len(places) < 5:
        return whole
    first = min(range(len(places) - count + 1), key=lambda i: places[i + count - 1] - places[i])
    start, end = places[first], places[first + count - 1]
    if end - start >= whole.length * _SQUASHED:
        return whole
    reach = max((end - start) / 2, DAY_SECONDS)
    near = [place for place in places if start - reach <= place <= end + reach]
    inside = [mark for mark in marks if near[0] <= mark.at <= near[-1]]
    bounds = [b for m in inside for b in (m.start, m.end) if b is not None and start - reach <= b <= end + reach]
    return Window(min([near[0], *bounds]), max([near[-1], *bounds]))


def padded(window: Window, marks: Sequence[Mark], now: float | None = None) -> Window:
    """The window with room for symbols at both sides, and for an arrow where a mark is open near that side.

    ``now`` is the second up to which an open stretch is known. At least a few hours, within the calendar.
    """
    near = window.length * _ARROW
    arrow_before = any(mark.start is None and 0 <= mark.at - window.start < near for mark in marks)
    arrow_after = any(mark.end is None and mark.start is not None and mark.start <= window.end
                      and max(mark.start, now or mark.start) > window.end - near for mark in marks)
    least = _LEAST if window.length < _LEAST else 0
    before = max(window.length * (_ARROW if arrow_before else _EDGE), least)
    after = max(window.length * (_ARROW if arrow_after else _EDGE), least)
    return Window(max(EARLIEST, window.start - before), min(LATEST, window.end + after))


_STEPS = ((1, "hour"), (3, "hour"), (6, "hour"), (12, "hour"), (1, "day"), (2, "day"), (7, "day"), (14, "day"),
          (1, "month"), (3, "month"), (6, "month"), (1, "year"), (2, "year"), (5, "year"), (10, "year"), (20, "year"),
          (50, "year"), (100, "year"), (200, "year"), (500, "year"), (1000, "year"), (2000, "year"), (5000, "year"))
_UNIT_SECONDS = {"hour": 3600, "day": DAY_SECONDS, "month": 30.44 * DAY_SECONDS, "year": 365.2425 * DAY_SECONDS}


def ticks(window: Window, count: int) -> list[tuple[float, str]]:
    """About ``count`` ticks in ``window``: second and text. A text's second line names the larger unit."""
    for step, unit in _STEPS:
        if window.length / (step * _UNIT_SECONDS[unit]) <= count:
            break
    places = [place for place in _places(window, step, unit) if window.start <= place <= window.end]
    return [(place, _tick_text(place, unit, places[i - 1] if i else None)) for i, place in enumerate(places)]


def _places(window: Window, step: int, unit: str) -> list[float]:
    first_day, last_day = int(window.start // DAY_SECONDS), int(window.end // DAY_SECONDS) + 1
    first_year, last_year = year_month_day(first_day)[0], year_month_day(last_day)[0] + 1
    if unit == "hour":
        return list(range(first_day * DAY_SECONDS, last_day * DAY_SECONDS + 1, step * 3600))
    if unit == "day":
        offset = 4 if step >= 7 else 0  # day 4 is a Monday
        first = (first_day - offset) // step * step + offset
        return [day * DAY_SECONDS for day in range(first, last_day + 1, step)]
    if unit == "month":
        months = range(first_year * 12, last_year * 12 + 1, step)
        return [day_number(month // 12, month % 12 + 1, 1) * DAY_SECONDS for month in months]
    # Multiples are taken of the year as named: 100 BC is year -99, and there is no year 0.
    named = range(first_year // step * step - step, last_year + step + 1, step)
    years = dict.fromkeys(year + 1 if year < 0 else max(year, 1) for year in named)
    return [day_number(year, 1, 1) * DAY_SECONDS for year in years if -9999 <= year <= 9999]


def _tick_text(place: float, unit: str, before: float | None) -> str:
    year, month, day = year_month_day(int(place // DAY_SECONDS))
    old = year_month_day(int(before // DAY_SECONDS)) if before is not None else (None, None, None)
    if unit == "year":
        return year_name(year)
    if unit == "month":
        return MONTHS[month - 1] + (f"<br>{year_name(year)}" if year != old[0] else "")
    if unit == "day":
        return f"{day} {MONTHS[month - 1]}" + (f"<br>{year_name(year)}" if year != old[0] else "")
    clock = f"{int(place % DAY_SECONDS) // 3600:02d}:00"
    return clock + (f"<br>{day} {MONTHS[month - 1]} {year_name(year)}" if (year, month, day) != old else "")

"""A small reader of EDTF strings, kept independent of `chrono.calendar` so that the acceptance test does not lean on
the code under test. A date becomes the stretch of minutes it covers; qualifiers (`~ ? %`) are dropped, because an
approximate date and its plain form name the same stretch to a reader of the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DAY = 24 * 60
UNBOUNDED = 10**12

_DATE = re.compile(r"(-?\d{1,3}X{1,3}|-?\d{1,2}XX|-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d)(?::(\d\d))?(?::\d\d)?.*)?")
# EDTF level 2 subdivisions of the year as (first month, number of months): seasons by the meteorological reckoning.
_PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)} | {q: (3 * (q - 33) + 1, 3) for q in range(33, 37)}
_PARTS |= {40: (1, 6), 41: (7, 6)}


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes from `start` up to but not including `end`, counted from the proleptic 1 March of year 0."""

    start: int
    end: int

    @property
    def timed(self) -> bool:
        """Whether a bound falls inside a day."""
        return bool((self.start % DAY and self.start > -UNBOUNDED) or (self.end % DAY and self.end < UNBOUNDED))

    @property
    def key(self) -> tuple[int, int]:
        """Where the span stands in a chronology: by its start, or by its last minute when the start is open."""
        return (self.start if self.start > -UNBOUNDED else self.end - 1, self.end)


def read(edtf: str | None) -> Span | None:
    """The span of an EDTF string; `None` for no date at all (empty, or a year unknown such as `XXXX-WXX-3`).

    Raises ValueError when the string is neither.
    """
    text = re.sub(r"[~?%]", "", edtf or "").strip()
    if not text or text in {"../..", "/"} or text.startswith("XXXX"):
        return None
    if "/" not in text:
        return Span(*_bounds(text))
    first, last = text.split("/", 1)
    start = _bounds(first)[0] if first.strip(".") else -UNBOUNDED
    end = _bounds(last)[1] if last.strip(".") else UNBOUNDED
    if start >= end:
        raise ValueError(f"interval runs backwards: {edtf}")
    return Span(start, end)


def same(expected: str | None, produced: str | None) -> bool:
    """Whether two EDTF strings name the same stretch of time.

    Parts of a day ("evening") have no agreed hours: two stretches of a day agree when they share half of the shorter.
    """
    try:
        one, other = read(expected), read(produced)
    except ValueError:
        return False
    if one is None or other is None:
        return one is other
    if one == other:
        return True
    shorter = min(one.end - one.start, other.end - other.start)
    longer = max(one.end - one.start, other.end - other.start)
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.timed and other.timed and shorter > 60 and longer <= DAY // 2 and 2 * shared >= shorter


def _bounds(date: str) -> tuple[int, int]:
    """First minute and the minute after the last of one EDTF date."""
    match = _DATE.fullmatch(date)
    if match is None:
        raise ValueError(f"not an EDTF date: {date}")
    year_text, month_text, day_text, hour, minute = match.groups()
    if "X" in year_text:
        return _unspecified(year_text)
    year = int(year_text)
    if month_text is None:
        return _day(year, 1, 1) * DAY, _day(year + 1, 1, 1) * DAY
    month, length = _PARTS.get(int(month_text), (int(month_text), 1))
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {date}")
    if day_text is None:
        return _day(year, month, 1) * DAY, _day(*_months_on(year, month, length), 1) * DAY
    first = _day(year, month, int(day_text)) * DAY
    if not first < _day(*_months_on(year, month, 1), 1) * DAY:
        raise ValueError(f"no such day: {date}")
    if hour is None:
        return first, first + DAY
    start = first + int(hour) * 60 + int(minute or 0)
    return start, start + (1 if minute else 60)


def _unspecified(year: str) -> tuple[int, int]:
    """Bounds of a decade, century or millennium (`199X`, `18XX`, `-07XX`)."""
    low, high = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    return _day(low, 1, 1) * DAY, _day(high + 1, 1, 1) * DAY


def _months_on(year: int, month: int, count: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def _day(year: int, month: int, day: int) -> int:
    """Days since 1 March of year 0 in the proleptic Gregorian calendar (years are counted from March)."""
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 1

"""Calendar values as the suites write them ("2013-02", "2013-W07", "T17"), compared by their whole fields."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

YEAR, MONTH, DAY, HOUR, MINUTE, SECOND = range(6)
_PRECISION = {4: YEAR, 7: MONTH, 10: DAY, 13: HOUR, 16: MINUTE, 19: SECOND}
_LENGTH = {precision: length for length, precision in _PRECISION.items()}
_TIME_TAIL = re.compile(r"(T\d\d(?::\d\d(?::\d\d)?)?)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(\d))?(-WE)?")
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])")
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d{2})XX")
_CLOCK = re.compile(r"T\d\d(:\d\d(:\d\d)?)?")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?")
_BEFORE_CHRIST = re.compile(r"-(\d{4})(?:-.*)?|BC(\d{4})")
_MONTHS = {"quarter": 3, "half": 6}
_YEARS = {"decade": 10, "century": 100}


class Stamp(NamedTuple):
    """A calendar value cut to whole fields: ``kind`` is D (date or date-time), T (clock time) or B (years BC)."""

    kind: str
    text: str
    precision: int


def stamp(value: object) -> Stamp | None:
    """Read an ISO 8601-like or TIMEX3 value; ``None`` where it is not a calendar value."""
    if value is None:
        return None
    text = _TIME_TAIL.sub(r"\1", str(value).strip().replace(" ", "T"))
    if match := _WEEK.fullmatch(text):
        weekday = "6" if match[4] else match[3] or "1"
        try:
            monday = datetime.strptime(f"{match[1]}-W{match[2]}-{weekday}", "%G-W%V-%u")
        except ValueError:
            return None
        return Stamp("D", monday.strftime("%Y-%m-%d"), DAY)
    if match := _QUARTER.fullmatch(text):
        return Stamp("D", f"{match[1]}-{3 * int(match[2]) - 2:02d}", MONTH)
    if match := _DECADE.fullmatch(text):
        return Stamp("D", match[1] + "0", YEAR)
    if match := _CENTURY.fullmatch(text):
        return Stamp("D", match[1] + "00", YEAR)
    if _CLOCK.fullmatch(text):
        return Stamp("T", text, _PRECISION[len(text) + 10])
    if _DATE.fullmatch(text):
        return Stamp("D", text, _PRECISION[len(text)])
    if match := _BEFORE_CHRIST.fullmatch(text):
        return Stamp("B", "-" + (match[1] or match[2]), YEAR)
    return None


def starts_at(expected: Stamp | None, predicted: Stamp | None) -> bool:
    """Equality at the granularity ``expected`` asserts; a full hour may be given without its minutes."""
    if expected is None or predicted is None:
        return False
    if "B" in (expected.kind, predicted.kind):
        return expected.kind == predicted.kind and expected.text[:5] == predicted.text[:5]
    if expected.kind == "T":
        if "T" not in predicted.text:
            return False
        clock = predicted.text[predicted.text.index("T") :]
        if len(clock) >= len(expected.text):
            return clock.startswith(expected.text)
        return expected.text == clock + ":00:00"[: len(expected.text) - len(clock)]
    if predicted.kind == "T":
        return False
    if predicted.precision >= expected.precision:
        return predicted.text[: _LENGTH[expected.precision]] == expected.text
    if predicted.precision >= HOUR:
        return expected.text == predicted.text + ":00:00"[: len(expected.text) - len(predicted.text)]
    return False


def ends_at(ends: list[Stamp], predicted: Stamp) -> bool:
    """Equality with one of ``ends`` at the coarser of the two precisions."""
    for end in ends:
        if "T" in (end.kind, predicted.kind):
            if end.kind == "T" and "T" in predicted.text:
                clock = predicted.text[predicted.text.index("T") :]
                length = min(len(clock), len(end.text))
                if clock[:length] == end.text[:length]:
                    return True
        else:
            length = _LENGTH[min(end.precision, predicted.precision)]
            if end.text[:length] == predicted.text[:length]:
                return True
    return False


def days(start: object, end: object, grain: str | None, *, exclusive: bool = False) -> tuple[date, date] | None:
    """First and last day of a value of whole days; ``None`` for any other."""
    first = stamp(start)
    if not first or first.kind != "D" or first.precision > DAY:
        return None
    try:
        opening = _first_day(first)
        if end is None:
            return opening, _last_day(first, grain)
        last = stamp(end)
        if not last or last.kind != "D" or last.precision > DAY:
            return None
        return opening, _first_day(last) - timedelta(1) if exclusive else _last_day(last, None)
    except (ValueError, OverflowError):
        return None


def _first_day(value: Stamp) -> date:
    year, month, day = ([int(part) for part in value.text.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def _last_day(value: Stamp, grain: str | None) -> date:
    first = _first_day(value)
    if grain in ("week", "weekend"):
        return first + timedelta(6 if grain == "week" else 1)
    if value.precision == DAY:
        return first
    if value.precision == MONTH:
        months = 12 * first.year + first.month - 1 + _MONTHS.get(grain or "", 1)
        return date(months // 12, months % 12 + 1, 1) - timedelta(1)
    return date(first.year + _YEARS.get(grain or "", 1) - 1, 12, 31)


def unit_ends(start: object, grain: str | None) -> list[Stamp]:
    """Last day of the unit that starts at ``start``, and the first day after it."""
    value = stamp(start)
    if not value or value.kind != "D" or value.precision > DAY:
        return []
    try:
        last = _last_day(value, "week" if grain == "week" else None)
        last_days = [last.isoformat(), (last + timedelta(1)).isoformat()]
    except (ValueError, OverflowError):
        return []
    return [end for day in last_days if (end := stamp(day))]

"""Comparing a resolved date with the one a suite of another parser expects.

The suites assert dates at a granularity ("2013-02", a month), some with an end (inclusive, or exclusive as the suite's
own), durations and sets as TIMEX3 values. A prediction agrees when it says the same at the granularity asserted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

Item = Mapping[str, Any]

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
_ONE_VALUE = ("decade", "century", "quarter", "half", "weekend", "week", "month", "year", "season")
_GRAIN_SHAPES = tuple(
    (re.compile(shape), grain)
    for shape, grain in (
        (r"\d{4}-W\d\d-WE", "weekend"),
        (r"\d{4}-W\d\d$", "week"),
        (r"\d{4}-?Q\d", "quarter"),
        (r"\d{4}-?H\d", "half"),
        (r"\d{3}X?$", "decade"),
        (r"\d\d(XX)?$", "century"),
        (r"\d{4}-(SP|SU|FA|AU|WI)", "season"),
        (r"\d{4}$", "year"),
        (r"\d{4}-\d\d$", "month"),
        (r"\d{4}-\d\d-\d\d$", "day"),
    )
)
_NUMBER = r"(\d+\.?\d*|\.\d+|X+)"
_DURATION = re.compile(
    rf"P(?:{_NUMBER}Y)?(?:{_NUMBER}Q)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}B?D)?"
    rf"(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_LONG_DURATION = re.compile(r"P(\d+\.?\d*|\.\d+|X)(DE|E|CE|C)")
_DURATION_UNITS = "YQMWDhms"


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


def agrees(expected: Item, predicted: Item) -> bool:
    """Whether ``predicted`` resolves as ``expected`` or one of its alternatives does."""
    if expected["type"] == "duration":
        return _same_duration(expected.get("timex"), predicted.get("timex"))
    if expected["type"] == "set":
        wanted = [value for value in (expected.get("timex"), expected.get("periodicity")) if value]
        given = [value for value in (predicted.get("timex"), predicted.get("periodicity")) if value]
        return any(_same_timex(a, b) or (_amount(a) and _amount(a) == _amount(b)) for a in wanted for b in given)
    return any(_agrees_once(reading, predicted) for reading in (expected, *(expected.get("alternatives") or ())))


def agrees_split(expected: Item, others: list[Item], predictions: list[Item]) -> bool:
    """Whether one range is given as its two ends apart, or two expected ends (``others`` too) as one range."""
    start, end = expected["start"], expected["end"]
    if expected["type"] == "range" and start and end:
        first, second = _bare(expected, start), _bare(expected, end)
        return any(
            agrees(first, one) and any(i != j and agrees(second, two) for j, two in enumerate(predictions))
            for i, one in enumerate(predictions)
        )
    if not start or not others:
        return False
    for predicted in predictions:
        ends = predicted.get("start"), predicted.get("end")
        if all(ends):
            for this, that in (ends, ends[::-1]):
                if starts_at(stamp(start), stamp(this)) and any(
                    starts_at(stamp(other["start"]), stamp(that)) for other in others
                ):
                    return True
    return False


def agrees_cycle(expected: Item, cycle: str, predictions: list[Item]) -> bool:
    """Whether a prediction agrees one whole ``cycle`` (year, month, week, day) earlier or later."""
    for count in (-1, 1):
        start = _shifted(expected["start"], cycle, count)
        if start:
            end = _shifted(expected["end"], cycle, count) if expected["end"] else None
            moved = {**expected, "start": start, "end": end, "end_raw": None, "alternatives": [], "timex": None}
            if any(agrees(moved, predicted) for predicted in predictions):
                return True
    return False


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


def comparable(expected: Item) -> bool:
    """Whether the suite asserts anything but the place in the text."""
    if expected["type"] in ("duration", "set"):
        return bool(expected.get("timex"))
    return bool(expected["start"] or expected["end"] or expected.get("timex"))


def _agrees_once(expected: Item, predicted: Item) -> bool:
    bounds = (expected.get("start"), expected.get("end"))
    timex, given_timex = expected.get("timex"), predicted.get("timex")
    if timex and _same_timex(timex, given_timex) and not ("X" in timex and any(bounds)):
        return True
    if re.fullmatch(r"T[A-Z]{2}", str(timex or "")) and str(given_timex or "").endswith(str(timex)):
        return True
    stretch = _days(predicted.get("start"), predicted.get("end"), _grain(predicted))
    if stretch and not expected.get("mod") and stretch in _stretches(expected):
        return True
    return _bounds_agree(expected, predicted)


def _bounds_agree(expected: Item, predicted: Item) -> bool:
    start = stamp(expected.get("start"))
    ends = [end for name in ("end", "end_raw", "end_asserted") if (end := stamp(expected.get(name)))]
    given_start = stamp(
        predicted.get("timex")
        if predicted.get("start") is None and predicted.get("end") is None
        else predicted.get("start")
    )
    given_end = stamp(predicted.get("end"))
    if start:
        if not starts_at(start, given_start):
            return False
    elif not ends or (given_start and not given_end and not any(starts_at(end, given_start) for end in ends)):
        return False
    if ends:
        if given_end is not None:
            return _ends_at(ends, given_end)
        if not start:
            return True
        grain = expected.get("grain")
        return (_grain(predicted) == grain and grain in _ONE_VALUE) or (
            grain == "day" and stamp(expected.get("end")) == start
        )
    if start and given_end and start.kind == "D" and start.precision <= DAY and not _open_end(expected):
        # A point in the suite and an interval in the prediction: the interval must be that very unit.
        unit_ends = _unit_ends(expected["start"], expected.get("grain"))
        return _ends_at(unit_ends, given_end) or given_end == given_start or starts_at(start, given_end)
    return True


def _open_end(expected: Item) -> bool:
    return expected.get("mod") in ("after", "since") or "end_unasserted" in expected


def _ends_at(ends: list[Stamp], predicted: Stamp) -> bool:
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


def _grain(predicted: Item) -> str | None:
    """The granularity a prediction names, else the one its values show."""
    if predicted.get("grain"):
        return str(predicted["grain"])
    for value in (predicted.get("start"), predicted.get("timex")):
        for shape, grain in _GRAIN_SHAPES:
            if shape.match(str(value or "")):
                return grain
    return None


def _stretches(expected: Item) -> Iterator[tuple[date, date] | None]:
    start = expected.get("start")
    yield _days(start, expected.get("end"), expected.get("grain"))
    for name in ("end_raw", "end_asserted"):
        if expected.get(name):
            yield _days(start, expected[name], None, exclusive=True)


def _days(start: object, end: object, grain: str | None, *, exclusive: bool = False) -> tuple[date, date] | None:
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


def _unit_ends(start: object, grain: str | None) -> list[Stamp]:
    """Last day of the unit that starts at ``start``, and the first day after it."""
    value = stamp(start)
    if not value or value.kind != "D" or value.precision > DAY:
        return []
    try:
        last = _last_day(value, "week" if grain == "week" else None)
        days = [last.isoformat(), (last + timedelta(1)).isoformat()]
    except (ValueError, OverflowError):
        return []
    return [end for day in days if (end := stamp(day))]


def _same_duration(expected: str | None, predicted: str | None) -> bool:
    wanted, given = _amount(expected), _amount(predicted)
    if wanted and given:
        return wanted == given
    if expected and predicted and "/" in expected and "/" in predicted:
        return expected.replace(" ", "") == predicted.replace(" ", "")
    return _same_timex(expected, predicted)


def _amount(value: str | None) -> tuple[object, ...] | None:
    """A TIMEX3 duration as an amount (months, seconds), or as its vague unit (``PXD``); ``None`` for anything else."""
    text = (value or "").strip()
    if match := _LONG_DURATION.fullmatch(text):
        months = 120 if match[2] in ("DE", "E") else 1200
        return ("n", -months if match[1] == "X" else float(match[1]) * months, 0)
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    for unit, number in zip(_DURATION_UNITS, match.groups(), strict=True):
        if number and "X" in number:
            return ("x", unit)
    years, quarters, months_, weeks, days, hours, minutes, seconds = (float(n) if n else 0.0 for n in match.groups())
    return (
        "n",
        round(years * 12 + quarters * 3 + months_, 4),
        round(weeks * 604800 + days * 86400 + hours * 3600 + minutes * 60 + seconds, 2),
    )


def _same_timex(expected: str | None, predicted: str | None) -> bool:
    return bool(expected and predicted) and _plain_timex(expected) == _plain_timex(predicted)


def _plain_timex(value: object) -> str:
    """The value with the suites' spellings evened out: autumn is FA, a week of any year WXX, a quarter has its dash."""
    text = str(value).strip().upper().replace("XXXX-WXX", "WXX")
    return re.sub(r"-AU\b", "-FA", re.sub(r"(\d{4})Q", r"\1-Q", text))


def _bare(expected: Item, start: str) -> Item:
    """One end of a range as an expected point of its own."""
    cleared = {"end": None, "end_raw": None, "end_asserted": None, "type": None, "timex": None, "mod": None}
    return {**expected, **cleared, "start": start, "alternatives": []}


def _shifted(value: object, cycle: str, count: int) -> str | None:
    base = stamp(value)
    if not base or base.kind != "D":
        return None
    text = base.text
    if cycle == "year":
        return f"{int(text[:4]) + count:04d}{text[4:]}"
    if base.precision < DAY:
        return None
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    if cycle == "month":
        months = 12 * day.year + day.month - 1 + count
        return f"{months // 12:04d}-{months % 12 + 1:02d}{text[7:]}"
    return (day + timedelta({"week": 7, "day": 1}[cycle] * count)).isoformat() + text[10:]

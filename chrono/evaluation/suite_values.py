"""Comparing a resolved date with the one a suite of another parser expects.

The suites assert dates at a granularity ("2013-02", a month), some with an end (inclusive, or exclusive as the suite's
own), durations and sets as TIMEX3 values. A prediction agrees when it says the same at the granularity asserted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from .suite_durations import amount, same_duration, same_timex
from .suite_stamps import DAY, days, ends_at, stamp, starts_at, unit_ends

Item = Mapping[str, Any]

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


def agrees(expected: Item, predicted: Item) -> bool:
    """Whether ``predicted`` resolves as ``expected`` or one of its alternatives does."""
    if expected["type"] == "duration":
        return same_duration(expected.get("timex"), predicted.get("timex"))
    if expected["type"] == "set":
        wanted = [value for value in (expected.get("timex"), expected.get("periodicity")) if value]
        given = [value for value in (predicted.get("timex"), predicted.get("periodicity")) if value]
        return any(same_timex(a, b) or (amount(a) and amount(a) == amount(b)) for a in wanted for b in given)
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


def comparable(expected: Item) -> bool:
    """Whether the suite asserts anything but the place in the text."""
    if expected["type"] in ("duration", "set"):
        return bool(expected.get("timex"))
    return bool(expected["start"] or expected["end"] or expected.get("timex"))


def _agrees_once(expected: Item, predicted: Item) -> bool:
    bounds = (expected.get("start"), expected.get("end"))
    timex, given_timex = expected.get("timex"), predicted.get("timex")
    if timex and same_timex(timex, given_timex) and not ("X" in timex and any(bounds)):
        return True
    if re.fullmatch(r"T[A-Z]{2}", str(timex or "")) and str(given_timex or "").endswith(str(timex)):
        return True
    stretch = days(predicted.get("start"), predicted.get("end"), _grain(predicted))
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
            return ends_at(ends, given_end)
        if not start:
            return True
        grain = expected.get("grain")
        return (_grain(predicted) == grain and grain in _ONE_VALUE) or (
            grain == "day" and stamp(expected.get("end")) == start
        )
    if start and given_end and start.kind == "D" and start.precision <= DAY and not _open_end(expected):
        # A point in the suite and an interval in the prediction: the interval must be that very unit.
        own_ends = unit_ends(expected["start"], expected.get("grain"))
        return ends_at(own_ends, given_end) or given_end == given_start or starts_at(start, given_end)
    return True


def _open_end(expected: Item) -> bool:
    return expected.get("mod") in ("after", "since") or "end_unasserted" in expected


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
    yield days(start, expected.get("end"), expected.get("grain"))
    for name in ("end_raw", "end_asserted"):
        if expected.get(name):
            yield days(start, expected[name], None, exclusive=True)


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

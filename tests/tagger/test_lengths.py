"""Lengths of time: their TIMEX3 values, and periods moved by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.calendar import Granularity as G
from chrono.calendar import Period, iso, timex
from chrono.tagger import lengths
from chrono.tagger.tree import parse

DAYS = st.integers(-700_000, 2_000_000).map(lambda index: Period(G.DAY, index))


@pytest.mark.parametrize(("amount", "unit", "value"), [
    (3, "day", "P3D"), (2, "fortnight", "P4W"), (1, "half", "P6M"), (2, "decade", "P20Y"), (90, "minute", "PT90M"),
    (2.5, "year", "P2Y6M"), (0.5, "hour", "PT30M"), (1.5, "minute", "PT1M30S"), (0.25, "century", "P25Y"),
    ("X", "week", "PXW"), ("X", "decade", "PXDE"), (1, "quarter", "P1Q"), (1, "weekend", "P1WE"),
    (1.4, "month", "P1.4M"), (123456789.5, "second", "PT123456789.5S"),
])
def test_values(amount: float | str, unit: str, value: str) -> None:
    assert lengths.value(amount, unit) == value


@pytest.mark.parametrize(("tree", "value"), [
    ('DurationSum(1, "year", 2, "day", 3, "hour", 4, "second")', "P1Y2DT3H4S"),
    ('DurationSum("an", "hour", 40, "minute")', "PT1H40M"),
    ('DurationSum(2, "h", 45, "m")', "PT2H45M"),
    ('Mod("APPROX", Duration(3, "week"))', "P3W"),
    ("Today(0)", None),
])
def test_parts_of_trees(tree: str, value: str | None) -> None:
    parts = lengths.parts_of(parse(tree))
    assert (None if parts is None else lengths.sum_value(parts)) == value


@pytest.mark.parametrize(("start", "amount", "unit", "moved"), [
    ("2013-03-15", 2, "week", "2013-03-29"), ("2013-03-15", -1, "month", "2013-02-15"),
    ("2013-03-31", -1, "month", "2013-02-28"), ("2012-02-29", 1, "year", "2013-02-28"),
    ("2013-03", 1, "quarter", "2013-06"), ("2013", 10, "year", "2023"), ("2013-03", 3, "day", None),
    ("2013-03-15T10:00", 90, "minute", "2013-03-15T11:30"), ("2013-03-15", 2.5, "year", "2015-09-15"),
])
def test_shifts(start: str, amount: float, unit: str, moved: str | None) -> None:
    result = lengths.shift(iso.read(start), amount, unit)
    assert (None if result is None else timex.write(result)) == moved


@given(DAYS, st.integers(-5000, 5000), st.sampled_from(["day", "week", "fortnight"]))
def test_even_units_are_moved_back_again(day: Period, amount: int, unit: str) -> None:
    moved = lengths.shift(day, amount, unit)
    assert moved is not None and lengths.shift(moved, -amount, unit) == day


@given(DAYS, st.integers(-400, 400))
def test_months_keep_the_day_or_its_months_last(day: Period, amount: int) -> None:
    moved = lengths.shift(day, amount, "month")
    assert moved is not None
    assert moved.ymd[2] == day.ymd[2] or (moved.ymd[2] < day.ymd[2] and moved.shift(1).ymd[2] == 1)

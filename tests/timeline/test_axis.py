"""Windows, ticks and dates of the axis, for all of -9999 … 9999."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.calendar import iso
from chrono.calendar.gregorian import day_number, year_month_day
from chrono.timeline.axis import (
    EARLIEST,
    LATEST,
    Window,
    full_window,
    home_window,
    padded,
    plotly_date,
    ticks,
    year_name,
)
from chrono.timeline.marks import marks
from tests.timeline import samples

DAY = 86400


@pytest.mark.parametrize(("year", "month", "day", "text"), [
    (2019, 12, 4, "2019-12-04 00:00:00"),
    (-43, 3, 15, "-0043-03-15 00:00:00"),
    (0, 1, 1, "0000-01-01 00:00:00"),
    (79, 10, 24, "0079-10-24 00:00:00"),
    (-9999, 1, 1, "-9999-01-01 00:00:00"),
])
def test_plotly_reads_years_in_four_digits(year: int, month: int, day: int, text: str) -> None:
    assert plotly_date(day_number(year, month, day) * DAY) == text


@given(st.floats(-1e13, 1e13))
def test_no_date_leaves_the_calendar(second: float) -> None:
    assert re.fullmatch(r"-?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", plotly_date(second))


@pytest.mark.parametrize(("year", "name"), [(2019, "2019"), (79, "AD 79"), (0, "1 BC"),
                                            (-43, "44 BC"), (-498, "499 BC")])
def test_years_have_their_names(year: int, name: str) -> None:
    assert year_name(year) == name


def years(first: int, last: int) -> Window:
    return Window(day_number(first, 1, 1) * DAY, day_number(last, 1, 1) * DAY)


@pytest.mark.parametrize(("window", "texts"), [
    (years(2014, 2020), ["2014", "2015", "2016", "2017", "2018", "2019", "2020"]),
    (years(-120, 110), ["100 BC", "50 BC", "AD 1", "AD 50", "AD 100"]),
    (years(-9999, 9999),
     ["10000 BC", "8000 BC", "6000 BC", "4000 BC", "2000 BC", "AD 1", "2000", "4000", "6000", "8000"]),
    (Window(day_number(2019, 11, 30) * DAY, day_number(2020, 2, 2) * DAY),
     ["2 Dec<br>2019", "16 Dec", "30 Dec", "13 Jan<br>2020", "27 Jan"]),
    (Window(day_number(2019, 12, 4) * DAY, day_number(2019, 12, 5) * DAY),
     ["00:00<br>4 Dec 2019", "06:00", "12:00", "18:00", "00:00<br>5 Dec 2019"]),
])
def test_ticks_stand_at_round_dates(window: Window, texts: list[str]) -> None:
    count = 7 if len(texts) <= 7 else 10
    assert [text for _, text in ticks(window, count)] == texts


@given(st.integers(EARLIEST, LATEST - 3600), st.integers(3600, LATEST - EARLIEST), st.integers(2, 14))
def test_ticks_lie_in_order_inside_the_window(start: int, length: int, count: int) -> None:
    window = Window(start, min(start + length, LATEST))
    places = [place for place, _ in ticks(window, count)]
    assert places == sorted(set(places))
    assert all(window.start <= place <= window.end for place in places)
    assert len(places) <= count + 2


def test_a_far_outlier_does_not_squash_the_rest() -> None:
    found = marks(samples.outlier().rows)
    window = home_window(found)
    assert year_month_day(int(window.start // DAY))[0] == 2019
    assert sum(window.start <= mark.at <= window.end for mark in found) == 40


def test_an_even_spread_is_shown_whole() -> None:
    found = marks(samples.dam().rows)
    window = home_window(found)
    assert all(window.start <= mark.at <= window.end for mark in found)


def test_padding_stops_at_the_ends_of_the_calendar() -> None:
    assert padded(Window(EARLIEST, LATEST), []) == Window(EARLIEST, LATEST)


@pytest.mark.parametrize(("dates", "now", "before", "after"), [
    ((("2010", "on"), ("2019", "on")), None, 0.02, 0.02),
    ((("2010", "on"), ("2019/..", "after")), None, 0.02, 0.08),
    ((("2010", "on"), ("2012/..", "since"), ("2019", "on")), None, 0.02, 0.02),
    ((("2010", "on"), ("2012/..", "since"), ("2019", "on")), "2019-12-30", 0.02, 0.08),
    ((("../2010", "until"), ("2019", "on")), None, 0.08, 0.02),
])
def test_arrows_get_room_where_they_are(dates: tuple[tuple[str, str], ...], now: str | None, before: float,
                                        after: float) -> None:
    found = marks([samples.row(date, relation, "happened", date) for date, relation in dates])
    whole = full_window(found)
    window = padded(whole, found, iso.read(now).start if now else None)
    assert whole.start - window.start == pytest.approx(before * whole.length)
    assert window.end - whole.end == pytest.approx(after * whole.length)

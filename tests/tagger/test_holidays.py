"""Holidays in text: which words are a holiday, and on which day it falls."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.calendar import Granularity, iso, timex
from chrono.documents import Document
from chrono.reference import ReferenceTime
from chrono.tagger import TimeExpression, holidays, tag
from chrono.tagger.phrases import Phrases

TABLE = tomllib.loads(files("chrono.languages").joinpath("en", "holidays.toml").read_text("utf-8"))
COUNTRIES = tomllib.loads(files("chrono.languages").joinpath("en", "countries.toml").read_text("utf-8"))


def tagged(text: str, on: str | None, place: str = "", mode: str = "news") -> list[TimeExpression]:
    reference = ReferenceTime(iso.read(on) if on else None, "given", "")
    return tag(Document(text, place=place), reference, mode=mode)


def values(text: str, on: str | None, place: str = "", mode: str = "news") -> list[tuple[str, str]]:
    return [(found.text, found.value) for found in tagged(text, on, place, mode)]


YEAR_OPEN = [
    ("The shop is closed on Christmas Day.", "2013-12-20", "Christmas Day", "2013-12-25"),
    ("He had spent Christmas at home, he said.", "2014-01-03", "Christmas", "2013-12-25"),
    ("Voters go to the polls on Election Day.", "2016-10-20", "Election Day", "2016-11-08"),
    ("She was arrested on New Year's Eve.", "2014-01-10", "New Year's Eve", "2013-12-31"),
    ("They will marry on Valentine’s Day.", "2014-01-10", "Valentine’s Day", "2014-02-14"),
    ("The park opens on Good Friday.", "2015-03-20", "Good Friday", "2015-04-03"),
    ("Muslims celebrated Eid al-Fitr.", "2019-06-10", "Eid al-Fitr", "2019-06-04"),
    ("Jews marked Yom Kippur with prayer.", "2019-10-12", "Yom Kippur", "2019-10-09"),
    ("Millions lit lamps for Diwali.", "2019-10-29", "Diwali", "2019-10-27"),
    ("Trains were full before Lunar New Year.", "2019-02-10", "Lunar New Year", "2019-02-05"),
    ("The president was sworn in on Inauguration Day.", "2017-02-10", "Inauguration Day", "2017-01-20"),
    ("Pancakes sold out on Shrove Tuesday.", "2019-03-07", "Shrove Tuesday", "2019-03-05"),
    ("Lent begins soon, and Mardi Gras is over.", "2019-03-05", "Lent", "2019-03-06"),
    ("The beach filled up on Memorial Day.", "1950-06-02", "Memorial Day", "1950-05-30"),
    ("It was the coldest Thanksgiving of the decade.", "1939-11-30", "Thanksgiving", "1939-11-23"),
]


@pytest.mark.parametrize(("text", "on", "words", "value"), YEAR_OPEN)
def test_year_left_open(text: str, on: str, words: str, value: str) -> None:
    assert (words, value) in values(text, on)


EXTENTS = [
    ("the Thanksgiving holiday last week", "2019-12-04", "2019-11-28"),
    ("Christmas 1963", "2013-03-15", "1963-12-25"),
    ("Christmas Day, 1066", "2013-03-15", "1066-12-25"),
    ("Easter of 1916", "2013-03-15", "1916-04-23"),
    ("Halloween in 1999", "2013-03-15", "1999-10-31"),
    ("Christmas last year", "2013-03-15", "2012-12-25"),
    ("last year's Ramadan", "2013-03-15", "2012-07-20"),
    ("last Easter", "2013-03-15", "2012-04-08"),
    ("next Thanksgiving", "2013-03-15", "2013-11-28"),
    ("Christmas morning", "2013-12-20", "2013-12-25TMO"),
    ("Christmas week", "2013-12-20", "2013-W52"),
    ("the Labor Day weekend", "2013-09-05", "2013-W35-WE"),
    ("Thanksgiving weekend", "2013-12-02", "2013-W48-WE"),
    ("the day after Thanksgiving", "2013-12-02", "2013-11-29"),
    ("the eve of the Passover holiday", "2014-04-10", "2014-04-14"),
    ("Thanksgiving eve", "2013-12-02", "2013-11-27"),
    ("Thanksgiving three years ago", "2013-03-15", "2010-11-25"),
    ("every Christmas", "2013-03-15", "XXXX-12-25"),
    ("every Easter", "2013-03-15", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("expression", "on", "value"), [
    ("two days before Christmas", "2013-12-28", "2013-12-23"),
    ("three weeks after Easter", "2013-05-10", "2013-04-21"),
])
def test_so_long_before_or_after_a_holiday(expression: str, on: str, value: str) -> None:
    assert (expression, value) in values(f"It was shut {expression}, the owner said.", on)
    assert [found for found, _ in values(f"It was shut for {expression}, the owner said.", on)] != [expression]


@pytest.mark.parametrize(("expression", "on", "value"), EXTENTS)
def test_extent_and_value(expression: str, on: str, value: str) -> None:
    assert (expression, value) in values(f"It was shut for {expression}, the owner said.", on)


BY_COUNTRY = [
    ("Thanksgiving", "", "2019-11-28"),
    ("US Thanksgiving", "Toronto", "2019-11-28"),
    ("Canadian Thanksgiving", "", "2019-10-14"),
    ("Canada's Thanksgiving", "Chicago", "2019-10-14"),
    ("Thanksgiving", "Toronto", "2019-10-14"),
    ("Thanksgiving", "Seoul", "2019-11-28"),
    ("Independence Day", "", "2019-07-04"),
    ("Independence Day", "New Delhi", "2019-08-15"),
    ("Mexico's Independence Day", "Houston, Texas", "2019-09-16"),
    ("Labour Day", "London", "2019-05-01"),
    ("Labour Day", "Ottawa", "2019-09-02"),
    ("Germany's Unity Day", "", "2019-10-03"),
    ("National Day", "Beijing", "2019-10-01"),
    ("Mother's Day", "", "2019-05-12"),
    ("Mother's Day", "London", "2019-03-31"),
    ("U.S. Veterans Day", "Paris", "2019-11-11"),
]


@pytest.mark.parametrize(("words", "place", "value"), BY_COUNTRY)
def test_country(words: str, place: str, value: str) -> None:
    assert (words, value) in values(f"The banks did not open on {words}.", "2019-12-30", place)


def test_country_of_the_dateline() -> None:
    assert ("Thanksgiving", "2019-10-14") in values(
        "OTTAWA (Reuters) - Shops were shut over Thanksgiving, the agency said on Tuesday.", "2019-10-22")


def test_country_told_after() -> None:
    assert values("Markets close for Thanksgiving in Canada.", "2019-10-01") == [("Thanksgiving", "2019-10-14")]


NO_HOLIDAY = [
    "He sailed to Christmas Island.",
    "The Easter Rising failed.",
    "She lent him a book and hung a Christmas tree.",
    "May day trips be fun.",
    "Have a good idea.",
]


@pytest.mark.parametrize("text", NO_HOLIDAY)
def test_not_a_holiday(text: str) -> None:
    assert not [found for found in tagged(text, "2013-03-15") if "Holiday" in found.tree]


@pytest.mark.parametrize("words", [
    "New Year's Eve", "New Year’s Eve", "new years eve", "NEW YEAR'S EVE", "New Year's\nEve", "New  Year's\u00a0Eve"])
def test_spellings(words: str) -> None:
    assert values(f"He left on {words} and stayed away.", "2014-01-10") == [(words, "2013-12-31")]


def test_run_together_with_its_country() -> None:
    text = "It fired again, most recently on the CANThanksgiving or the USThanksgiving holiday last week."
    found = [item for item in tagged(text, "2019-12-04") if "Holiday" in item.tree]
    assert [(item.text, item.value) for item in found] == [("Thanksgiving holiday last week", "2019-11-28")]
    assert text[found[0].start:found[0].end] == found[0].text


def test_outside_the_week_told_both_are_kept() -> None:
    [found] = tagged("It closed for the Thanksgiving holiday last week.", "2019-12-10")
    assert found.value == "2019-11-28"
    assert found.confidence <= 0.5
    assert [value for value, _ in found.alternatives] == ["2019-W49"]


@pytest.mark.parametrize(("words", "bounds"), [
    ("Ramadan 2018", ("2018-05-16", "2018-06-14")), ("Lent of 2018", ("2018-02-14", "2018-03-31"))])
def test_a_fast_lasts_until_its_feast(words: str, bounds: tuple[str, str]) -> None:
    [found] = tagged(f"They ate little during {words}.", "2013-03-15")
    assert found.text == words
    assert found.span is not None
    assert iso.bounds(found.span) == bounds


def test_narrative_goes_on_from_the_last_date() -> None:
    text = "The siege began on 3 November 1944. The town was relieved at Christmas."
    assert values(text, "2009-05-01", mode="narrative")[-1] == ("Christmas", "1944-12-25")


@pytest.mark.parametrize(("words", "value"), [("Christmas", "XXXX-12-25"), ("Easter", "XXXX-XX-XX")])
def test_no_date_tells_the_year(words: str, value: str) -> None:
    assert values(f"They met at {words} and parted.", None) == [(words, value)]


@pytest.mark.parametrize(("words", "on"), [("Diwali", "1950-01-10"), ("Eid al-Fitr", "1850-01-10")])
def test_no_date_where_the_library_has_none(words: str, on: str) -> None:
    [found] = tagged(f"They met at {words} and parted.", on)
    assert found.value == "XXXX-XX-XX"
    assert found.span is None


@pytest.mark.parametrize("key", sorted(TABLE))
def test_every_entry_has_a_date(key: str) -> None:
    """A typing error in a feast or name would leave the holiday without any date."""
    entry = TABLE[key]
    years = (2012, 2021, 2022)
    countries = [""] if entry.get("country") or entry.get("feast") else COUNTRIES
    assert any(holidays.days(key, country, year) for country in countries for year in years)
    for code in entry.get("feasts", {}):
        assert holidays.days(key, code, 2021)


def test_no_words_of_two_holidays() -> None:
    words = [word for entry in TABLE.values() for word in {word.lower() for word in entry["words"]}]
    assert sorted(words) == sorted(set(words))


@given(st.sampled_from(sorted(TABLE)), st.sampled_from(["", *sorted(COUNTRIES)]), st.integers(-9999, 12000))
def test_days_lie_in_their_year(key: str, country: str, year: int) -> None:
    for day in holidays.days(key, country, year):
        assert day.granularity == Granularity.DAY
        assert day.ymd[0] == year
        assert timex.write(day)


@pytest.mark.parametrize("year", [1, 800, 1582, 4100, 9999])
def test_moveable_feasts_only_in_gregorian_years(year: int) -> None:
    assert holidays.days("easter", "", year) == ()
    assert holidays.days("mothers-day", "", year) == ()
    assert len(holidays.days("christmas", "", year)) == 1


def test_phrases() -> None:
    phrases = Phrases(["st. patrick's day", "new year's", "new year's day", "Good Friday"])
    assert phrases.match("St", "St Patricks Day", 0, 15) == ("st. patrick's day", 15)
    assert phrases.match("new", "new year's dayroom", 0, 18) == ("new year's", 10)
    assert phrases.match("new", "new year 2000", 0, 13) is None
    assert phrases.match("Good", "Good friday", 0, 11) is None
    assert phrases.triggers({"day", "new year's day", "good friday"}) == {"day", "friday"}


@given(st.text(alphabet="new yar's dYN\n ", max_size=60))
def test_phrases_stay_inside_the_text(text: str) -> None:
    phrases = Phrases(["new year's day", "new year's"])
    found = phrases.match("new", text, 0, len(text))
    assert found is None or 0 < found[1] <= len(text)

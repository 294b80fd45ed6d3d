"""Holidays by name: what a text can call them, and the days on which they fall in a country and year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period
from ..calendar.gregorian import weekday
from .cycles import Cycle
from .lexicon import load_table

KNOWN_YEARS = (2018, 2022)
"""Years in which a country that keeps a holiday has it in its calendar."""


@dataclass(frozen=True, slots=True)
class Observance:
    """One holiday of ``holidays.toml``; the fields are described there."""

    names: tuple[str, ...] = ()
    country: str = ""
    feast: str = ""
    calendar: str = ""
    feasts: tuple[tuple[str, str], ...] = ()
    until: str = ""
    interval: int = 1
    only: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def _observances(language: str) -> dict[str, Observance]:
    return {key: _observance(entry) for key, entry in load_table(language, "holidays.toml").items()}


def _observance(entry: dict[str, Any]) -> Observance:
    return Observance(
        names=tuple(entry.get("names", ())), country=entry.get("country", ""), feast=entry.get("feast", ""),
        calendar=entry.get("calendar", ""), feasts=tuple(entry.get("feasts", {}).items()),
        until=entry.get("until", ""), interval=entry.get("interval", 1), only=tuple(entry.get("only", ())))


@lru_cache(maxsize=4096)
def days(key: str, country: str, year: int, language: str = "en") -> tuple[Period, ...]:
    """The days on which the holiday ``key`` begins in ``year``; empty where that is not known.

    ``country`` (ISO 3166-1, ``""`` when unknown) decides where its calendar has the holiday, else the holiday's own
    country or feast does.
    """
    from . import almanac

    observance = _observances(language)[key]
    if observance.only and country and country not in observance.only:
        return ()
    feast = dict(observance.feasts).get(country)
    if feast:
        found = almanac.feast_days(feast, observance.calendar, year)
    elif country and _keeps(country, observance.names):
        found = almanac.country_days(observance.names, country, year)
    elif observance.country:
        found = almanac.country_days(observance.names, observance.country, year)
    else:
        found = almanac.feast_days(observance.feast, observance.calendar, year) if observance.feast else ()
    return tuple(Period.day(day.year, day.month, day.day) for day in found)


def last_day(key: str, first: Period, language: str = "en") -> Period | None:
    """The last day of a holiday that lasts long and began on the day ``first``; ``None`` of all others."""
    from . import almanac

    observance = _observances(language)[key]
    year = first.ymd[0]
    ends = [Period.day(day.year, day.month, day.day) for other in (year, year + 1) if observance.until
            for day in almanac.feast_days(observance.until, observance.calendar, other)]
    return next((end.shift(-1) for end in ends if end.start > first.start), None)


def _keeps(country: str, names: tuple[str, ...]) -> bool:
    from . import almanac

    return bool(names) and any(almanac.country_days(names, country, year) for year in KNOWN_YEARS)


@dataclass(frozen=True, slots=True)
class HolidayCycle(Cycle):
    """A holiday that comes back every year: ``key`` as in ``holidays.toml``, moved by ``offset`` days ("the eve of"),
    or the ``unit`` (week, weekend) it belongs to."""

    kind: str = "holiday"
    number: int = 0
    day: int = 0
    key: str = ""
    country: str = ""
    offset: int = 0
    unit: str = "day"
    language: str = "en"

    def near(self, base: Period, offset: int) -> Period | None:
        """The holiday of the year ``offset`` years after that of ``base``; ``None`` where unknown."""
        found = self.of_year(base.ymd[0] + offset)
        return found[0] if found else None

    def of_year(self, year: int) -> list[Period]:
        """All of one year: mostly one, of lunar calendars sometimes two, none where the library knows none."""
        return [_unit_of(day.shift(self.offset), self.unit)
                for day in days(self.key, self.country, year, self.language)]

    def choices(self, base: Period) -> list[Period]:
        """The neighbours of ``base`` in time order; none where the year of ``base`` is beyond the library."""
        interval = _observances(self.language)[self.key].interval
        year = base.ymd[0]
        if interval == 1 and not self.of_year(year):
            return []
        return [period for other in range(year - interval, year + interval + 1) for period in self.of_year(other)]

    @property
    def yearless(self) -> str:
        """The TIMEX3 value without a year, as far as it is the same every year."""
        ymds = {period.ymd[1:] for year in KNOWN_YEARS for period in self.of_year(year)}
        if self.unit == "day" and len(ymds) == 1:
            month, day = ymds.pop()
            return f"XXXX-{month:02d}-{day:02d}"
        return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}.get(self.unit, "XXXX-XX-XX")


def _unit_of(day: Period, unit: str) -> Period:
    return day if unit == "day" else weekend_of(day) if unit == "weekend" else day.to(G.WEEK)


def weekend_of(day: Period) -> Period:
    """The weekend that a day makes longer: of a Monday or Tuesday the one before, else the one of its week."""
    weekend = day.to(G.WEEKEND)
    return weekend.shift(-1) if weekday(day.index) <= 2 else weekend


@lru_cache(maxsize=8)
def _codes(language: str) -> dict[str, str]:
    return {word: code for code, words in load_table(language, "countries.toml").items() for word in words}


@lru_cache(maxsize=1024)
def country_of(place: str, language: str = "en") -> str:
    """The ISO 3166-1 code of the country that ``place`` ("Seoul", "Portland, Maine") lies in, ``""`` when unknown."""
    from ..places import country_of as country_named

    codes = _codes(language)
    for part in reversed([part.strip() for part in place.split(",")]):
        code = codes.get(part) or codes.get(country_named(part))
        if code:
            return code
    return ""

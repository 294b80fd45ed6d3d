"""When holidays are: the one door to the ``holidays`` library, imported only when a text names a holiday.

Two questions can be asked of it: when a feast is that no country decides (Easter, the end of Ramadan, the second
Sunday of May), and when the calendar of a country has a holiday of a name. Both answer with nothing where the library
has no knowledge of the year.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays
from holidays.groups.chinese import ChineseCalendarHolidays
from holidays.groups.christian import ChristianHolidays
from holidays.groups.hebrew import HebrewCalendarHolidays
from holidays.groups.hindu import HinduCalendarHolidays
from holidays.groups.international import InternationalHolidays
from holidays.groups.islamic import IslamicHolidays
from holidays.holiday_base import HolidayBase

GREGORIAN = range(1583, 4100)
"""The years in which a rule by weekday or Easter holds: full Gregorian years, and those ``dateutil.easter`` covers."""

_PROBES = (2001, 2002, 2004)
_LANGUAGE = "en_US"
_NO_DAYS_OFF = frozenset(("school",))


class _Feasts(HolidayBase, ChristianHolidays, InternationalHolidays, IslamicHolidays,
              ChineseCalendarHolidays, HebrewCalendarHolidays, HinduCalendarHolidays):
    """The library's groups of feasts without a country."""

    def __init__(self) -> None:
        ChristianHolidays.__init__(self)
        InternationalHolidays.__init__(self)
        IslamicHolidays.__init__(self, show_estimated=False)
        ChineseCalendarHolidays.__init__(self, show_estimated=False)
        HebrewCalendarHolidays.__init__(self)
        HinduCalendarHolidays.__init__(self, show_estimated=False)
        super().__init__()

    def days(self, feast: str, calendar: str, year: int) -> list[date]:
        """The days of ``feast`` in ``year``; :class:`AttributeError` where the library knows no such feast."""
        self.clear()
        self._year = year
        add = getattr(self, f"_add_{feast}")
        try:
            added = add(feast, calendar) if calendar else add(feast)
        except (AttributeError, ValueError, OverflowError):
            return []
        return sorted(added) if isinstance(added, set) else [added] if added else []


@lru_cache(maxsize=1)
def _feasts() -> _Feasts:
    return _Feasts()


@lru_cache(maxsize=512)
def _is_fixed(feast: str, calendar: str) -> bool:
    """Whether the feast has the same day of the month every year."""
    days = [tuple(day.timetuple()[1:3] for day in _feasts().days(feast, calendar, year)) for year in _PROBES]
    return not calendar and bool(days[0]) and days.count(days[0]) == len(days)


@lru_cache(maxsize=4096)
def feast_days(feast: str, calendar: str, year: int) -> tuple[date, ...]:
    """The days on which ``feast`` (the library's name or its notation of a rule) begins in ``year``.

    ``calendar`` is the library's name of the church calendar to count by, ``""`` for the Gregorian.
    """
    if not 1 <= year <= 9999 or (year not in GREGORIAN and not _is_fixed(feast, calendar)):
        return ()
    return tuple(_feasts().days(feast, calendar, year))


@lru_cache(maxsize=512)
def _calendar(country: str, year: int) -> dict[date, frozenset[str]]:
    """The holidays of a country ("US") or a part of it ("US-DC") in a year, by their English names."""
    code, _, part = country.partition("-")
    kind = getattr(holidays, code, None)
    if kind is None:
        return {}
    found = kind(years=year, subdiv=part or None, observed=False,
                 language=_LANGUAGE if _LANGUAGE in kind.supported_languages else None,
                 categories=set(kind.supported_categories) - _NO_DAYS_OFF)
    return {day: frozenset(name.removesuffix(" (estimated)") for name in names.split("; "))
            for day, names in found.items()}


@lru_cache(maxsize=4096)
def country_days(names: tuple[str, ...], country: str, year: int) -> tuple[date, ...]:
    """The days on which a holiday that the calendar of ``country`` knows under one of ``names`` begins in ``year``."""
    days = sorted(day for day, found in _calendar(country, year).items() if not found.isdisjoint(names))
    return tuple(day for position, day in enumerate(days)
                 if not position or day.toordinal() - days[position - 1].toordinal() > 1)

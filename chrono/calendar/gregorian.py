"""The proleptic Gregorian calendar in plain integers, for any year.

Days count from 1970-01-01 (day 0, a Thursday). Years are astronomical: year 0 is 1 BC.
The algorithms are Howard Hinnant's ``days_from_civil`` and ``civil_from_days``
(https://howardhinnant.github.io/date_algorithms.html).
"""

from functools import lru_cache

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether ``year`` (astronomical) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Length of ``month`` (1-12) in days."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to the given day; ``day`` may run over the month's length."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468


@lru_cache(maxsize=4096)
def year_month_day(number: int) -> tuple[int, int, int]:
    """The civil date of a day number; inverse of :func:`day_number`."""
    era, day_of_era = divmod(number + 719468, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def julian_behind(year: int) -> int:
    """How many days the Julian calendar is behind in ``year`` (from March on): its 1 May is so many days after ours."""
    return year // 100 - year // 400 - 2


def weekday(number: int) -> int:
    """ISO weekday, 1 = Monday … 7 = Sunday, of a day number."""
    return (number + 3) % 7 + 1


def iso_week(number: int) -> tuple[int, int]:
    """ISO 8601 (week-numbering year, week) of a day number."""
    thursday = number - weekday(number) + 4
    year = year_month_day(thursday)[0]
    return year, (thursday - day_number(year, 1, 1)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """Day number of the Monday of ISO week ``week`` of ``year``."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 1 + 7 * (week - 1)

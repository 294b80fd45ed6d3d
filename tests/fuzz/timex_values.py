"""A strict grammar of TIMEX3 values, written from the TimeML 1.2.1 guidelines and the TIDES 2005 standard they cite.

It is the tests' own, so that the tagger is not checked with its own writer.
"""

from __future__ import annotations

import calendar
import re

YEAR = r"(?:(?:BC)?\d{4}|XXXX)"
MONTH = r"(?:0[1-9]|1[0-2]|XX)"
WEEK = r"W(?:0[1-9]|[1-4]\d|5[0-3]|XX)"
CLOCK = r"(?:(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?)?|24:00(?::00)?)"
ZONE = r"(?:Z|[+-][01]\d(?::?[0-5]\d)?)?"
PART = "(?:MO|MI|AF|EV|NI|DT)"
NUMBER = r"(?:\d+(?:\.\d+)?|X+)"

_LONG = re.compile(r"(?:BC)?(?:\d|\d\d|\d\d\d|\d\d\dX|\d\dXX|\dXXX)")  # millennium, century, decade
_UNIT = re.compile(rf"(?:FY)?{YEAR}(?:-(?:Q[1-4X]|H[12X]))?|{YEAR}-(?:{MONTH}|SP|SU|FA|WI|{WEEK}(?:-WE)?)")
_DAY = re.compile(rf"(?P<year>{YEAR})-(?:(?P<month>{MONTH})-(?P<day>0[1-9]|[12]\d|3[01]|XX)|{WEEK}-[1-7])")
_TIME = re.compile(rf"(?P<date>[^T]+)T(?:{PART}|{CLOCK}{ZONE})")
_DURATION = re.compile(
    rf"P(?=.)(?:{NUMBER}Y)?(?:{NUMBER}M)?(?:{NUMBER}W)?(?:{NUMBER}D)?"
    rf"(?:T(?=.)(?:{NUMBER}H)?(?:{NUMBER}M)?(?:{NUMBER}S)?)?"
    rf"|P{NUMBER}(?:ML|CE|DE|H|Q|SP|SU|FA|WI|WE)"
    rf"|PT{NUMBER}{PART}"
    r"|PXX"  # of which not even the unit is said ("some time")
)
_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def is_date(value: str) -> bool:
    """Whether ``value`` is a calendar date (with X for what is unknown) that exists."""
    return bool(_LONG.fullmatch(value) or _UNIT.fullmatch(value)) or is_day(value)


def is_day(value: str) -> bool:
    """Whether ``value`` is a date known to the day, or to the weekday, that exists."""
    match = _DAY.fullmatch(value)
    if match is None:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if month is None or "X" in month + day:
        return True
    leap = year == "XXXX" or calendar.isleap(1 - int(year[2:]) if year.startswith("BC") else int(year))
    return int(day) <= (29 if leap and month == "02" else calendar.mdays[int(month)])


def is_time(value: str) -> bool:
    """Whether ``value`` is a day (known or not) with a clock time or part of day."""
    match = _TIME.fullmatch(value)
    return match is not None and is_day(match["date"])


def is_duration(value: str) -> bool:
    return _DURATION.fullmatch(value) is not None


def is_valid(value: str, type_: str) -> bool:
    """Whether ``value`` may stand in a TIMEX3 of this type."""
    if type_ == "DATE":
        return value in _REFERENCES or is_date(value)
    if type_ == "TIME":
        return value in _REFERENCES or is_time(value)
    if type_ == "DURATION":
        return is_duration(value)
    return type_ == "SET" and (is_duration(value) or ("X" in value and (is_date(value) or is_time(value))))

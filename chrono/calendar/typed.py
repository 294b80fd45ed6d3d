"""One date as people and spreadsheets type it: a day, a month, a part of a year, a year or more, a time, a week."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import DateError
from .granularity import Granularity as G
from .gregorian import days_in_month
from .names import LONG_MONTHS, MONTHS, SEASONS, WEEKDAYS
from .period import Period

_MONTH_NUMBER = {name.lower(): number for names in (MONTHS, LONG_MONTHS) for number, name in enumerate(names, 1)}
_MONTH_NUMBER["sept"] = 9
MONTH = "(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_FULL_YEAR = r"(?P<year>ad ?[0-9]{1,4}|[0-9]{1,4} ?(?:bce?|ce|ad)\b|[0-9]{3,4}|'[0-9]{2})"
YEAR = _FULL_YEAR.replace("'[", "'?[")
GAP = r"[ ,/\-]+"


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_WEEKDAY = re.compile("(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS).lower() + r")\b[.,]? ?(?=.)")
_TIME = re.compile(
    r"(?P<date>.*?[^ ,])(?P<gap>, ?(?:at )?| at | )(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?(?: ?(?P<noon>[ap])\.?m\.?)?"
    r"| ?(?P<noon_hour>[ap])\.?m\.?)(?: ?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}))?"
)
_NUMERIC = re.compile(
    r"(?P<first>[0-9]{1,2}|[0-9]{4})(?P<mark>[/.\-])(?P<second>[0-9]{1,2})(?P=mark)(?P<third>[0-9]{4}|[0-9]{1,2})"
)
_DAYS = _patterns(
    rf"{_DAY}(?: of)?{GAP}{MONTH}{GAP}{YEAR}",
    rf"{MONTH}{GAP}{_DAY}{GAP}{YEAR}",
    rf"(?P<year>[0-9]{{4}}){GAP}{MONTH}{GAP}{_DAY}",
)
_MONTHS = _patterns(
    rf"{MONTH}(?:{GAP}| of ){_FULL_YEAR}",
    rf"{MONTH}-(?P<year>[0-9]{{2}})",
    rf"(?P<year>[0-9]{{4}}){GAP}{MONTH}",
)
_PARTS_OF_YEAR = (
    (G.SEASON, 4, re.compile(rf"(?P<unit>{'|'.join(SEASONS)}|fall)(?: of)? {YEAR}")),
    (G.SEASON, 4, re.compile(r"(?P<unit>winter)(?: of)? (?P<year>[0-9]{4})[–/-][0-9]{2,4}")),
    (G.QUARTER, 4, re.compile(rf"(?P<unit>q[1-4])(?:[ \-/]| of )*{YEAR}")),
    (G.QUARTER, 4, re.compile(r"(?P<year>[0-9]{4})[ \-/]*(?P<unit>q[1-4])")),
    (G.QUARTER, 4, re.compile(rf"(?P<unit>first|second|third|fourth) quarter (?:of )?{YEAR}")),
    (G.HALF, 2, re.compile(rf"(?P<unit>h[12])(?:[ \-/]| of )*{YEAR}")),
    (G.HALF, 2, re.compile(r"(?P<year>[0-9]{4})[ \-/]*(?P<unit>h[12])")),
    (G.HALF, 2, re.compile(rf"(?P<unit>first|second) half (?:of )?{YEAR}")),
)
_UNIT_NUMBER = {name: number for names in (SEASONS, ("first", "second", "third", "fourth"), ("q1", "q2", "q3", "q4"),
                                           ("h1", "h2")) for number, name in enumerate(names)} | {"fall": 2}
_LONE_YEAR = re.compile(_FULL_YEAR)
_DECADE = re.compile(r"(?P<ad>ad )?(?P<tens>[0-9]{0,3})0'?s(?P<bc> bce?)?")
_CENTURY = re.compile(
    r"(?P<number>[0-9]{1,3})(?:st|nd|rd|th)[ -](?P<unit>century|millennium)(?: (?P<era>bce?|ad|ce))?"
)
_WEEK = re.compile(r"(?P<unit>week|weekend) (?:of|beginning|commencing) (?P<day>.+)")
_SAY_WHICH = "say which with --day-first or --month-first (day_first in Python)"


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether the numeric dates of a column put the day first, by those that can be read in one way only.

    Where there is none of these, dotted dates tell it, for they are written day first wherever they are written at all.
    ``None`` where nothing tells it, or where they disagree.
    """
    found: set[bool] = set()
    dotted = False
    for text in texts:
        match = _NUMERIC.match(text.strip())
        if match and len(match["first"]) <= 2 and int(match["first"]) != int(match["second"]):
            orders = [order for order in (True, False) if _numeric(match, order)]
            if len(orders) == 1:
                found.add(orders[0])
            dotted = dotted or (len(orders) == 2 and match["mark"] == ".")
    if not found and dotted:
        return True
    return found.pop() if len(found) == 1 else None


def read_period(text: str, day_first: bool | None) -> Period | None:
    """The period that ``text`` (lower case, single spaces) names, ``None`` where it is none.

    ``day_first`` decides numeric dates that can be read both ways; :class:`DateError` where it does not.
    """
    text = _WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text
    text = text.removeprefix("the ")
    for read_one in (_read_day, _read_part_of_year, _read_years):
        if period := read_one(text, day_first):
            return period
    return _read_time(text, day_first) or _read_week(text, day_first)


def _read_day(text: str, day_first: bool | None) -> Period | None:
    if match := _NUMERIC.fullmatch(text):
        if len(match["first"]) > 2:
            return _valid_day(int(match["first"]), int(match["second"]), int(match["third"]))
        readings = [order for order in (True, False) if _numeric(match, order)]
        if len(readings) == 2 and int(match["first"]) != int(match["second"]):
            if match["mark"] == "." and day_first is None:
                day_first = True  # a dotted date is written day first wherever it is written at all
            if day_first is None:
                raise DateError(f"{text!r} can be read day first or month first; {_SAY_WHICH}")
            return _numeric(match, day_first)
        return _numeric(match, readings[0]) if readings else None
    for pattern in _DAYS:
        if match := pattern.fullmatch(text):
            return _valid_day(_year(match["year"]), _MONTH_NUMBER[match["month"]], int(match["day"]))
    for pattern in _MONTHS:
        if match := pattern.fullmatch(text):
            return Period.month(_year(match["year"]), _MONTH_NUMBER[match["month"]])
    return None


def _numeric(match: re.Match[str], day_first: bool) -> Period | None:
    day, month = (match["first"], match["second"]) if day_first else (match["second"], match["first"])
    return _valid_day(_year(match["third"]), int(month), int(day))


def _valid_day(year: int, month: int, day: int) -> Period | None:
    valid = 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)
    return Period.day(year, month, day) if valid else None


def _year(text: str) -> int:
    """An astronomical year; two digits without an era are 1930 to 2029."""
    digits = "".join(character for character in text if character.isdigit())
    year = int(digits)
    if not year and digits != text:
        raise ValueError("no year is 0 of an era")
    if "bc" in text:
        return 1 - year
    if text.lstrip("'") == digits and len(digits) <= 2:
        return year + (2000 if year < 30 else 1900)
    return year


def _read_part_of_year(text: str, day_first: bool | None) -> Period | None:
    for granularity, units, pattern in _PARTS_OF_YEAR:
        if match := pattern.fullmatch(text):
            return Period(granularity, units * _year(match["year"]) + _UNIT_NUMBER[match["unit"]])
    return None


def _read_years(text: str, day_first: bool | None) -> Period | None:
    if match := _LONE_YEAR.fullmatch(text):
        return Period.year(_year(match["year"]))
    if (match := _DECADE.fullmatch(text)) and (len(match["tens"]) > 1 or match["ad"] or match["bc"]):
        tens = int(match["tens"] or 0)
        return Period(G.DECADE, -tens - 1 if match["bc"] else tens)
    if match := _CENTURY.fullmatch(text):
        number = int(match["number"])
        index = -number if (match["era"] or "").startswith("bc") else number - 1
        return Period(G.CENTURY if match["unit"] == "century" else G.MILLENNIUM, index) if number else None
    return None


def _read_time(text: str, day_first: bool | None) -> Period | None:
    match = _TIME.fullmatch(text)
    day = read_period(match["date"], day_first) if match else None
    if match is None or day is None or day.granularity != G.DAY:
        return None
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if noon := match["noon"] or match["noon_hour"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if noon == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    padded = match["gap"] == " " and not second  # a spreadsheet pads a day with 00:00 and a minute with :00
    if padded and not (noon or hour or minute):
        return day
    granularity = G.SECOND if match["second"] and not padded else G.MINUTE if match["minute"] else G.HOUR
    return Period.at(granularity, day.start + 3600 * hour + 60 * minute + second)


def _read_week(text: str, day_first: bool | None) -> Period | None:
    match = _WEEK.fullmatch(text)
    day = read_period(match["day"], day_first) if match else None
    if match is None or day is None or day.granularity != G.DAY:
        return None
    return day.to(G.WEEK if match["unit"] == "week" else G.WEEKEND)

"""TIMEX3 values: dates as TimeML annotates them (``1999-Q1``, ``199``, ``2019-12-04TMO``, ``BC0044-03-15``).

Source: TimeML 1.2.1 annotation guidelines
(https://timeml.github.io/site/publications/timeMLdocs/annguide_1.2.1.pdf).
"""

from __future__ import annotations

import re

from ..errors import DateError
from . import iso
from .granularity import Granularity as G
from .period import PARTS_OF_DAY, SEASONS, Period
from .span import Span

_YEAR_DIGITS = {G.DECADE: 3, G.CENTURY: 2, G.MILLENNIUM: 1}
_DIGITS_YEAR = {digits: granularity for granularity, digits in _YEAR_DIGITS.items()}
_UNITS = {G.SEASON: SEASONS, G.QUARTER: ("Q1", "Q2", "Q3", "Q4"), G.HALF: ("H1", "H2")}
_UNIT_OF = {name: (granularity, position) for granularity, names in _UNITS.items()
            for position, name in enumerate(names)}
_VALUE = re.compile(
    r"(?P<fiscal>FY)?(?P<era>BC|-)?(?P<year>[0-9]{1,4})(?P<digits>(?<![0-9]{4})X{1,3})?"
    r"(?:-(?P<unit>Q[1-4]|H[12]|SP|SU|FA|WI)|(?P<week>-W[0-9]{2}(?:-[1-7])?)(?P<weekend>-WE)?"
    r"|(?P<date>-[0-9]{2}(?:-[0-9]{2})?))?"
    r"(?:-W?XX){0,2}"
    r"(?:T(?:(?P<part>MO|MI|AF|EV|NI|DT)|(?P<time>[0-9].*)))?"
)


def write(period: Period) -> str:
    """The TIMEX3 value of ``period``."""
    granularity, index = period.granularity, period.index
    if granularity == G.DAY:
        return _before_christ(iso.day_text(index))
    if granularity == G.MONTH:
        return f"{_year(index // 12)}-{index % 12 + 1:02d}"
    if granularity == G.YEAR:
        return _year(index)
    if granularity in _YEAR_DIGITS:
        digits = _YEAR_DIGITS[granularity]
        return f"{index:0{digits}d}" if index >= 0 else f"BC{-index - 1:0{digits}d}"
    if granularity in _UNITS:
        names = _UNITS[granularity]
        return f"{_year(index // len(names))}-{names[index % len(names)]}"
    if granularity in (G.WEEK, G.WEEKEND):
        year, week = period.week_number
        return f"{_year(year)}-W{week:02d}{'-WE' if granularity == G.WEEKEND else ''}"
    if granularity == G.PART_OF_DAY:
        day, part = divmod(index, len(PARTS_OF_DAY))
        return f"{_before_christ(iso.day_text(day))}T{PARTS_OF_DAY[part]}"
    text = _before_christ(iso.second_text(period.start))
    return text if granularity == G.SECOND else text[: -3 * granularity]


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _before_christ(text: str) -> str:
    """An ISO date with its year before 1 counted as TIMEX3 does: ``-0043-03-15`` is ``BC0044-03-15``."""
    if text[0] == "-":
        return f"BC{int(text[1:5]) + 1:04d}{text[5:]}"
    return f"BC0001{text[4:]}" if text[:4] == "0000" else text


def read(value: str) -> Span | None:
    """The span a TIMEX3 value of type DATE or TIME names, ``None`` where it names none.

    That is the case for durations, sets, vague references (``PAST_REF``), values whose year is unknown (``XXXX-12``),
    times without a date, and what is no TIMEX3 value. Unknown months, weeks and days give the year or month that
    holds them. A fiscal year, whose bounds its owner chooses, is read as the calendar year, approximate.
    """
    match = _VALUE.fullmatch(value.strip())
    if match is None:
        return None
    try:
        period = _read(match)
    except DateError:
        return None
    return None if period is None else Span.of(period, approximate=bool(match["fiscal"]))


def _read(match: re.Match[str]) -> Period | None:
    digits = match["year"]
    granularity = _DIGITS_YEAR.get(len(digits))
    if granularity is not None:
        if any(match[part] for part in ("unit", "week", "date", "part", "time")):
            return None
        if match["digits"] and len(digits) + len(match["digits"]) != 4:
            return None
        return Period(granularity, -int(digits) - 1 if match["era"] else int(digits))
    year = int(digits)
    if match["era"]:
        year = 1 - year if match["era"] == "BC" else -year
    if match["unit"]:
        granularity, position = _UNIT_OF[match["unit"]]
        return Period(granularity, len(_UNITS[granularity]) * year + position)
    text = iso.year_text(year) + (match["week"] or match["date"] or "")
    if match["time"]:
        return iso.read(f"{text}T{match['time']}")
    period = iso.read(text)
    if match["weekend"]:
        return Period(G.WEEKEND, period.index) if period.granularity == G.WEEK else None
    if match["part"]:
        return Period.part(period.index, match["part"]) if period.granularity == G.DAY else None
    return period

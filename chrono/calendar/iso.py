"""ISO 8601: dates and times as text, and the inclusive bounds a person reads."""

from __future__ import annotations

import re
from functools import lru_cache

from ..errors import DateError
from .granularity import Granularity as G
from .gregorian import day_number, days_in_month, is_leap, week_start, year_month_day
from .period import DAY_SECONDS, Period
from .span import Span

_DATE = re.compile(
    r"(?P<year>-?[0-9]{4}|-[0-9]{3}(?=-))"
    r"(?:-W(?P<week>[0-9]{2})(?:-(?P<weekday>[1-7]))?"
    r"|-(?P<ordinal>[0-9]{3})"
    r"|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
    r"|(?P<basic>[0-9]{4}))?"
    r"(?:[Tt ](?P<time>[0-9].*))?"
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{2})(?::?(?P<minute>[0-9]{2})(?::?(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?)?"
    r" ?(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)


def year_text(year: int) -> str:
    """An astronomical year in four digits, ``-0043`` for 44 BC."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@lru_cache(maxsize=4096)
def day_text(day: int) -> str:
    """A day number as ``2019-12-04``."""
    year, month, date = year_month_day(day)
    return f"{year_text(year)}-{month:02d}-{date:02d}"


def second_text(second: int) -> str:
    """A second from 1970-01-01T00:00 as ``2019-12-04T09:30:00``."""
    day, rest = divmod(second, DAY_SECONDS)
    return f"{day_text(day)}T{rest // 3600:02d}:{rest % 3600 // 60:02d}:{rest % 60:02d}"


def bounds(span: Span) -> tuple[str, str]:
    """First and last day of a span, both inclusive; with the time where one is known; ``""`` where open.

    Times are given to the minute, to the second only where the span is known to the second.
    """
    start, end = span.start, span.end
    first, last = span.first, span.last
    timed = _is_timed(span)
    return ("" if first is None or start is None else _first(start, _shown(first.granularity, timed)),
            "" if last is None or end is None else _last(end, _shown(last.granularity, timed)))


def _is_timed(span: Span) -> bool:
    """Whether the span is a part of a day though its periods are days or more: a third of a day or weekend."""
    if span.first is not None and span.last is not None and span.first != span.last:
        return False
    return any(edge is not None and edge % DAY_SECONDS for edge in (span.start, span.end))


def _shown(granularity: G, timed: bool) -> G:
    """The granularity to which a bound is written."""
    return G.HOUR if timed and granularity > G.HOUR else granularity


def _first(second: int, granularity: G) -> str:
    if granularity >= G.DAY:
        return day_text(second // DAY_SECONDS)
    text = second_text(second)
    return text if granularity == G.SECOND or second % 60 else text[:-3]


def _last(end: int, granularity: G) -> str:
    if granularity >= G.DAY:
        return day_text(end // DAY_SECONDS - 1)
    return _first(end - (1 if granularity == G.SECOND or end % 60 else 60), granularity)


def read(text: str) -> Period:
    """The period an ISO 8601 text names: year, month, week, day, hour, minute or second.

    Accepts basic (``20191204``), ordinal (``2019-338``) and week (``2019-W49``, ``2019-W49-3``) dates, a space for
    the ``T``, negative (astronomical) years, also as pandas prints them (``-043-03-15``). Fractions of a second and
    the zone are read over: the period is local.
    Raises :class:`DateError` naming the text.
    """
    match = _DATE.fullmatch(text.strip())
    period = _date(match) if match else None
    if match and period and match["time"]:
        period = _time(period, match["time"])
    if period is None:
        raise DateError(f"cannot read {text!r} as an ISO 8601 date")
    return period


def _date(match: re.Match[str]) -> Period | None:
    year = int(match["year"])
    if match["year"] == "-0000":
        return None
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"])
    if match["ordinal"]:
        number = int(match["ordinal"])
        return Period(G.DAY, day_number(year, 1, number)) if 1 <= number <= 365 + is_leap(year) else None
    month, day = match["month"], match["day"]
    if match["basic"]:
        month, day = match["basic"][:2], match["basic"][2:]
    if not month:
        return Period.year(year)
    if not 1 <= int(month) <= 12:
        return None
    if not day:
        return Period.month(year, int(month))
    return Period.day(year, int(month), int(day)) if 1 <= int(day) <= days_in_month(year, int(month)) else None


def _week(year: int, week: int, weekday: str | None) -> Period | None:
    if not week >= 1 or week_start(year, week) >= week_start(year + 1, 1):
        return None
    if weekday:
        return Period(G.DAY, week_start(year, week) + int(weekday) - 1)
    return Period.week(year, week)


def _time(period: Period, text: str) -> Period | None:
    match = _TIME.fullmatch(text)
    if match is None or period.granularity != G.DAY:
        return None
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        return None
    granularity = G.SECOND if match["second"] else G.MINUTE if match["minute"] else G.HOUR
    return Period.at(granularity, period.start + 3600 * hour + 60 * minute + second)

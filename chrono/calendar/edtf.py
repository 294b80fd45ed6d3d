"""Extended Date/Time Format (EDTF, ISO 8601-2), the public notation of the event table's dates.

Levels 0 and 1 (https://www.loc.gov/standards/datetime/), and of level 2 the quarters (33-36), halves (40, 41) and sets.
Weeks, weekends, hours and parts of day have no code: they are written as intervals, and an interval that is exactly
one of these units is read as that unit. A time whose seconds are 00 is known to the minute. Early, mid and late are
written as the approximate interval of that third, ``2019-09~/2019-12~``, and read back as the third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import DateError
from .granularity import Granularity as G
from .gregorian import days_in_month, weekday
from .iso import day_text, second_text, year_text
from .period import DAY_SECONDS, PARTS_OF_DAY, Period
from .span import EARLY, LATE, MID, Span

_DATE = re.compile(
    r"(?P<year>-?[0-9]{4}|-?[0-9][0-9X]{2}X)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)"
    r"(?:T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?"
)
_UNQUALIFIED = str.maketrans("", "", "?~%")
_DIGITS_UNKNOWN = {G.DECADE: "X", G.CENTURY: "XX", G.MILLENNIUM: "XXX"}
_UNKNOWN_DIGITS = {1: G.DECADE, 2: G.CENTURY, 3: G.MILLENNIUM}
_FIRST_CODE = {G.SEASON: (21, 4), G.QUARTER: (33, 4), G.HALF: (40, 2)}

# A third is written in days, in months or in seconds, so that no two thirds share a text.
_THIRDS_IN_DAYS = (G.SEASON, G.MONTH, G.WEEK)
_THIRDS_IN_MONTHS = (G.QUARTER, G.HALF, G.YEAR, G.DECADE, G.CENTURY, G.MILLENNIUM)
_THIRDS_IN_SECONDS = (G.WEEKEND, G.DAY, G.HOUR, G.MINUTE)


def write(span: Span) -> str:
    """The EDTF text of ``span``; :func:`read` gives a span of the same bounds back."""
    first, last = span.first, span.last
    mark = "~" if span.approximate else ""
    if first is None or last is None or first != last:
        head = ".." if first is None else _narrow_edge(span, 0) or _edges(first)[0] + mark
        tail = ".." if last is None else _narrow_edge(span, 1) or _edges(last)[1] + mark
        return f"{head}/{tail}"
    if span.mod and first.granularity != G.SECOND:
        return _write_third(span, "%" if span.approximate else "~")
    head, tail = _edges(first)
    if head == tail and (first.granularity != G.SECOND or first.index % 60):
        return head + mark
    if first.granularity == G.MINUTE:
        return head + mark
    return f"{head}{mark}/{tail}{mark}"


def _edges(period: Period) -> tuple[str, str]:
    """The texts of the first and the last second, day or unit of ``period``; equal where EDTF has a code for it."""
    granularity, index = period.granularity, period.index
    if granularity == G.DAY:
        return (text := day_text(index)), text
    if granularity == G.MONTH:
        return (text := f"{year_text(index // 12)}-{index % 12 + 1:02d}"), text
    if granularity == G.YEAR:
        return (text := year_text(index)), text
    if granularity in _FIRST_CODE:
        code, units = _FIRST_CODE[granularity]
        return (text := f"{year_text(index // units)}-{code + index % units}"), text
    if granularity in _DIGITS_UNKNOWN:
        unknown = _DIGITS_UNKNOWN[granularity]
        digits = f"{index if index >= 0 else -index - 1:0{4 - len(unknown)}d}"
        return (text := f"{'-' if index < 0 else ''}{digits}{unknown}"), text
    if granularity in (G.WEEK, G.WEEKEND):
        return day_text(period.start // DAY_SECONDS), day_text(period.end // DAY_SECONDS - 1)
    return second_text(period.start), second_text(period.end - 1)


def _write_third(span: Span, mark: str) -> str:
    start, end, granularity = span.start, span.end, span.granularity
    assert start is not None and end is not None
    return f"{_third_text(start, granularity)}{mark}/{_third_text(end - 1, granularity)}{mark}"


def _third_text(second: int, granularity: G) -> str:
    """The text of the month, day or second at the edge of a third of such a unit."""
    if granularity in _THIRDS_IN_DAYS:
        return day_text(second // DAY_SECONDS)
    return _edges(Period.at(G.MONTH, second))[0] if granularity in _THIRDS_IN_MONTHS else second_text(second)


def _narrow_edge(span: Span, side: int) -> str:
    """The edge of a third that bounds an open span ("since late 2017"), empty where none does."""
    if span.mod is None or span.first == span.last or (span.first is not None and span.last is not None):
        return ""
    second, period = (span.start, span.first) if side == 0 else (span.end, span.last)
    if second is None or period is None or second == (period.start if side == 0 else period.end):
        return ""
    return _third_text(second - side, period.granularity) + "~"


def read(text: str) -> Span:
    """The span an EDTF text names.

    Uncertain (``?``), approximate (``~``) and both (``%``), also on one component, make the span approximate.
    Unspecified months and days give the year or month; an unknown end (``2017/``) is read as open. A set is read as
    the stretch from its first to its last member, the zone of a time is read over. Raises :class:`DateError` naming
    the text.
    """
    stripped = text.strip()
    plain = stripped.translate(_UNQUALIFIED)
    approximate = len(plain) < len(stripped)
    try:
        if plain[:1] in ("[", "{"):
            return Span(*_read_set(plain), None, approximate)
        head, slash, tail = plain.partition("/")
        if not slash:
            first, last = _read_date(plain)
            return Span(_to_minute(first, 0), _to_minute(last, 0), None, approximate)
        start = None if head in ("", "..") else _read_date(head)[0]
        end = None if tail in ("", "..") else _read_date(tail)[1]
        if start is not None and end is not None:
            return _read_interval(start, end, approximate, "%" in stripped)
        if start is None and end is None:
            raise ValueError
        return Span(start and _to_minute(start, 0), end and _to_minute(end, 59), None, approximate)
    except ValueError:
        raise DateError(f"cannot read {text!r} as an EDTF date") from None


def _read_set(text: str) -> tuple[Period | None, Period | None]:
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise ValueError
    members = text[1:-1].split(",")
    head, tail = members[0].strip().partition("..")[0], members[-1].strip().rpartition("..")[2]
    first, last = (_read_date(head)[0] if head else None), (_read_date(tail)[1] if tail else None)
    if (first is None and last is None) or (first and last and first.start >= last.end):
        raise ValueError
    return first, last


def _read_date(text: str) -> tuple[Period, Period]:
    """First and last period of one date: the same, but for codes that name no unit of ours (southern seasons)."""
    match = _DATE.fullmatch(text)
    if match is None or match["year"] == "-0000":
        raise ValueError
    unknown = match["year"].count("X")
    if unknown:
        number = int(match["year"].rstrip("X"))
        if match["year"][0] == "-":
            number -= 1
        return (period := Period(_UNKNOWN_DIGITS[unknown], number)), period
    year, month, day = int(match["year"]), match["month"], match["day"]
    if month is None or month == "XX":
        return (period := Period.year(year)), period
    if int(month) > 12:
        if day is not None:
            raise ValueError
        return _coded(year, int(month))
    if int(month) == 0:
        raise ValueError
    if day is None or day == "XX":
        return (period := Period.month(year, int(month))), period
    if not 1 <= int(day) <= days_in_month(year, int(month)):
        raise ValueError
    period = Period.day(year, int(month), int(day))
    if match["hour"]:
        period = _time(period, match)
    return period, period


def _coded(year: int, code: int) -> tuple[Period, Period]:
    for granularity, (base, units) in _FIRST_CODE.items():
        if base <= code < base + units:
            return (period := Period(granularity, units * year + code - base)), period
    if 25 <= code <= 28:
        return (period := Period(G.SEASON, 4 * year + code - 25)), period
    if 29 <= code <= 32:  # the southern spring begins in September; its summer ends in the next year
        start, length = 12 * year + (8, 11, 2, 5)[code - 29], 3
    elif 37 <= code <= 39:
        start, length = 12 * year + 4 * (code - 37), 4
    else:
        raise ValueError
    return Period(G.MONTH, start), Period(G.MONTH, start + length - 1)


def _time(day: Period, match: re.Match[str]) -> Period:
    hour, minute, second = int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0)
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        raise ValueError
    granularity = G.SECOND if match["second"] else G.MINUTE if match["minute"] else G.HOUR
    return Period.at(granularity, day.start + 3600 * hour + 60 * minute + second)


def _to_minute(period: Period, edge: int) -> Period:
    """The minute of a second that is its first (``edge`` 0) or last (59); any other period unchanged."""
    return period.to(G.MINUTE) if period.granularity == G.SECOND and period.index % 60 == edge else period


def _read_interval(first: Period, last: Period, approximate: bool, both: bool) -> Span:
    if first.start >= last.end:
        raise ValueError
    in_months = first.granularity == last.granularity == G.MONTH
    thirds: tuple[G, ...]
    if first.granularity == last.granularity == G.SECOND:
        thirds, (first, last) = _THIRDS_IN_SECONDS, _read_times(first, last)
    elif first.granularity == last.granularity == G.DAY:
        thirds, (first, last) = _THIRDS_IN_DAYS, _read_days(first, last)
    else:
        thirds, (first, last) = _THIRDS_IN_MONTHS if in_months else (), (_to_minute(first, 0), _to_minute(last, 59))
    if approximate and (first != last or in_months or both):
        for period in _candidates(thirds, first.start):
            for mod in (EARLY, MID, LATE):
                span = Span.of(period, mod, both)
                if span.start == first.start and span.end == last.end:
                    return span
    return Span(first, last, None, approximate)


def _candidates(granularities: tuple[G, ...], second: int) -> Iterator[Period]:
    """The units that contain ``second``, of the given granularities."""
    for granularity in granularities:
        yield Period.at(granularity, second)
    if G.DAY in granularities:
        yield from _parts(second)


def _parts(second: int) -> Iterator[Period]:
    """The parts of day that contain ``second``, and the others of that day and of the night before."""
    day = second // DAY_SECONDS
    for part in PARTS_OF_DAY:
        yield Period.part(day, part)
    yield Period.part(day - 1, "NI")


def _read_days(first: Period, last: Period) -> tuple[Period, Period]:
    for granularity, weekdays in ((G.WEEK, (1, 7)), (G.WEEKEND, (6, 7))):
        if last.index - first.index == weekdays[1] - weekdays[0] and weekday(first.index) == weekdays[0]:
            return (period := Period.at(granularity, first.start)), period
    return first, last


def _read_times(first: Period, last: Period) -> tuple[Period, Period]:
    """The part of day, else the hours, else the minutes that the seconds ``first`` to ``last`` make up."""
    start, end = first.start, last.end
    for part in _parts(start):
        if part.start == start and part.end == end:
            return part, part
    for granularity in (G.HOUR, G.MINUTE):
        head, tail = Period.at(granularity, start), Period.at(granularity, end - 1)
        if head.start == start and tail.end == end:
            return head, tail
    return first, last

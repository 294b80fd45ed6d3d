"""Reads the dates that people and spreadsheets type into a table's cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..errors import DateError
from . import edtf, iso
from .granularity import Granularity as G
from .gregorian import days_in_month
from .names import LONG_MONTHS, MONTHS, PARTS, SEASONS, WEEKDAYS
from .period import PARTS_OF_DAY, Period
from .span import EARLY, LATE, MID, Span

_MONTH_NUMBER = {name.lower(): number for names in (MONTHS, LONG_MONTHS) for number, name in enumerate(names, 1)}
_MONTH_NUMBER["sept"] = 9
_WEEKDAY_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS).lower()

_MONTH = "(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_FULL_YEAR = r"(?P<year>ad ?[0-9]{1,4}|[0-9]{1,4} ?(?:bce?|ce|ad)\b|[0-9]{3,4}|'[0-9]{2})"
_YEAR = _FULL_YEAR.replace("'[", "'?[")
_GAP = r"[ ,/\-]+"


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_RELATION = re.compile(r"(?:(by|before|after|since|until|till|from)|during|between|in|on|at|the) (?:the )?")
_RELATIONS = {"till": "until", "from": "since"}
_ABOUT = re.compile(r"(?:circa|ca?\.|about|around|approximately|approx\.?) ?|c(?:a\.?)? ?(?=[0-9])")
_MOD = re.compile(r"(?:(early|mid|late)[ -]|(start|beginning|middle|end) of (?:the )?)(.+)")
_MODS = {"early": EARLY, "start": EARLY, "beginning": EARLY, "mid": MID, "middle": MID, "late": LATE, "end": LATE}
_WEEKDAY = re.compile("(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS).lower() + r")\b[.,]? ?(?=.)")
_PART = re.compile(rf"(?P<date>.+?),? (?:in the |at )?(?:(?P<mod>early|mid|late)[ -])?(?P<part>{'|'.join(PARTS)})")
_TIME = re.compile(
    r"(?P<date>.*?[^ ,])(?P<gap>, ?(?:at )?| at | )(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?(?: ?(?P<noon>[ap])\.?m\.?)?"
    r"| ?(?P<noon_hour>[ap])\.?m\.?)(?: ?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}))?"
)
_NUMERIC = re.compile(
    r"(?P<first>[0-9]{1,2}|[0-9]{4})(?P<mark>[/.\-])(?P<second>[0-9]{1,2})(?P=mark)(?P<third>[0-9]{4}|[0-9]{1,2})"
)
_DAYS = _patterns(
    rf"{_DAY}(?: of)?{_GAP}{_MONTH}{_GAP}{_YEAR}",
    rf"{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}",
    rf"(?P<year>[0-9]{{4}}){_GAP}{_MONTH}{_GAP}{_DAY}",
)
_MONTHS = _patterns(
    rf"{_MONTH}(?:{_GAP}| of ){_FULL_YEAR}",
    rf"{_MONTH}-(?P<year>[0-9]{{2}})",
    rf"(?P<year>[0-9]{{4}}){_GAP}{_MONTH}",
)
_PARTS_OF_YEAR = (
    (G.SEASON, 4, re.compile(rf"(?P<unit>{'|'.join(SEASONS)}|fall)(?: of)? {_YEAR}")),
    (G.SEASON, 4, re.compile(r"(?P<unit>winter)(?: of)? (?P<year>[0-9]{4})[–/-][0-9]{2,4}")),
    (G.QUARTER, 4, re.compile(rf"(?P<unit>q[1-4])(?:[ \-/]| of )*{_YEAR}")),
    (G.QUARTER, 4, re.compile(r"(?P<year>[0-9]{4})[ \-/]*(?P<unit>q[1-4])")),
    (G.QUARTER, 4, re.compile(rf"(?P<unit>first|second|third|fourth) quarter (?:of )?{_YEAR}")),
    (G.HALF, 2, re.compile(rf"(?P<unit>h[12])(?:[ \-/]| of )*{_YEAR}")),
    (G.HALF, 2, re.compile(r"(?P<year>[0-9]{4})[ \-/]*(?P<unit>h[12])")),
    (G.HALF, 2, re.compile(rf"(?P<unit>first|second) half (?:of )?{_YEAR}")),
)
_UNIT_NUMBER = {name: number for names in (SEASONS, ("first", "second", "third", "fourth"), ("q1", "q2", "q3", "q4"),
                                           ("h1", "h2")) for number, name in enumerate(names)} | {"fall": 2}
_LONE_YEAR = re.compile(_FULL_YEAR)
_DECADE = re.compile(r"(?P<ad>ad )?(?P<tens>[0-9]{0,3})0'?s(?P<bc> bce?)?")
_CENTURY = re.compile(
    r"(?P<number>[0-9]{1,3})(?:st|nd|rd|th)[ -](?P<unit>century|millennium)(?: (?P<era>bce?|ad|ce))?"
)
_WEEK = re.compile(r"(?P<unit>week|weekend) (?:of|beginning|commencing) (?P<day>.+)")
_RANGE = re.compile(r" ?– ?| - | to | and |-")
_YEAR_AT_END = re.compile(rf"[ ,]+{_YEAR}$")
_MONTH_AT_START = re.compile(rf"{_MONTH}\b")
_READABLE = "forms that are read: 2019-12-04, 4 Dec 2019, Dec 2019, 2019, 44 BC, c. 1860, EDTF"
_SAY_WHICH = "say which with --day-first or --month-first (day_first in Python)"
_MONTH_AT_END = re.compile(rf"{_MONTH}(?:{_GAP}| of ){_YEAR}$")


def read(text: str, day_first: bool | None = None) -> Span:
    """The span that a cell of a table names.

    Reads ISO 8601, EDTF, everything :func:`chrono.calendar.human.write` makes and what spreadsheets and people type:
    ``04/12/2019``, ``4-Dec-19``, ``Dec-19`` (a month), ``December 4th, 2019``, ``4 Dec 2019 9:30 am``. ``day_first``
    decides numeric dates that can be read both ways. Years of two digits are 1930 to 2029, as in spreadsheets. The
    zone of a time is read over. Raises :class:`DateError` naming the text.
    """
    return read_with_relation(text, day_first)[0]


def read_with_relation(text: str, day_first: bool | None = None) -> tuple[Span, str]:
    """The span as :func:`read` gives it, and its relation: by, before, after, since, until, about, else on."""
    plain = " ".join(text.replace("—", "–").replace("−", "-").replace("’", "'").split())
    for machine in (_read_iso, edtf.read):
        try:
            span = machine(plain)
        except DateError:
            continue
        return span, "since" if span.last is None else "until" if span.first is None else "on"
    try:
        return _read_related(plain.lower(), day_first)
    except ValueError:
        raise DateError(f"cannot read the date {text!r}; {_READABLE}") from None


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


def _read_iso(text: str) -> Span:
    """ISO 8601, where midnight after a space (``2019-12-04 00:00:00``) is a spreadsheet's way to write a day."""
    for midnight in (" 00:00", " 00:00:00"):
        text = text.removesuffix(midnight)
    period = iso.read(text)
    if period.granularity == G.SECOND and period.index % 60 == 0:
        period = period.to(G.MINUTE)
    return Span.of(period)


def _read_related(text: str, day_first: bool | None) -> tuple[Span, str]:
    relation = "on"
    whole = text
    if match := _RELATION.match(text):
        relation = _RELATIONS.get(match[1], match[1]) or "on"
        text = text[match.end():]
        if relation in ("by", "until") and text.startswith("end of "):
            text = text.removeprefix("end of ").removeprefix("the ")
    approximate = bool(about := _ABOUT.match(text))
    text = text[about.end():] if about else text
    if whole.startswith(("from ", "between ")) and (pair := _read_range(text, day_first)):
        return Span(*pair, None, approximate), "on"
    mod, period = _read_narrowed(text, day_first)
    if period is None:
        if relation == "on" and (pair := _read_range(text, day_first)):
            return Span(*pair, None, approximate), relation
        raise ValueError
    if relation in ("by", "until", "before"):
        return Span(None, period, None, approximate), relation
    if relation in ("since", "after"):
        return Span(period, None, None, approximate), relation
    return Span.of(period, mod, approximate), "on"


def _read_narrowed(text: str, day_first: bool | None) -> tuple[str | None, Period | None]:
    if match := _PART.fullmatch(text):
        day = _read_period(match["date"], day_first)
        if day is not None and day.granularity == G.DAY:
            part = PARTS_OF_DAY[PARTS.index(match["part"])]
            return _MODS.get(match["mod"]), Period.part(day.index, part)
    if match := _MOD.fullmatch(text):
        return _MODS[match[1] or match[2]], _read_period(match[3], day_first)
    return None, _read_period(text, day_first)


def _read_period(text: str, day_first: bool | None) -> Period | None:
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
    day = _read_period(match["date"], day_first) if match else None
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
    day = _read_period(match["day"], day_first) if match else None
    if match is None or day is None or day.granularity != G.DAY:
        return None
    return day.to(G.WEEK if match["unit"] == "week" else G.WEEKEND)


def _read_range(text: str, day_first: bool | None) -> tuple[Period, Period] | None:
    """Two dates joined by a dash or a word, where each may leave out what the other says."""
    for dash in _RANGE.finditer(text):
        head, tail = text[: dash.start()], text[dash.end():]
        for first_text, last_text in _completed(head, tail):
            first, last = (_read_narrowed(side, day_first)[1] for side in (first_text, last_text))
            if first is not None and last is not None and first.start < last.end:
                return first, last
    return None


def _completed(head: str, tail: str) -> Iterator[tuple[str, str]]:
    """The readings of a range's two sides with what each leaves to the other, the completest first."""
    tails = [tail]
    if head.startswith("ad "):
        tails.append(f"ad {tail}")
    if tail.isdigit() and len(tail) == 2:
        tails.append(head[:2] + tail)  # 1914–18
    if match := _MONTH_AT_START.match(head):
        tails.append(f"{match[0]} {tail}")  # Dec 4–6, 2019
    if ", " in head:
        tails.append(f"{head.rpartition(', ')[0]}, {tail}")  # 4 Dec 2019, 09:30–11:45
    for last in tails:
        for shared in (_YEAR_AT_END, _MONTH_AT_END):
            if match := shared.search(last):
                yield f"{head} {match[0].lstrip(' ,')}", last
        if last.endswith(" bc"):
            yield f"{head} bc", last
        yield head, last

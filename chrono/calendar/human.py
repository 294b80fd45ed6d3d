"""Dates as a person writes them: "4 Dec 2019", "since 2017", "late 2019", "c. 1860", "44 BC"."""

from __future__ import annotations

from .granularity import Granularity as G
from .gregorian import year_month_day
from .informal import read, read_with_relation
from .names import HALVES, MONTHS, PARTS, SEASONS
from .period import DAY_SECONDS, Period
from .span import EARLY, LATE, MID, Span
from .typed import day_first

__all__ = ["day_first", "read", "read_with_relation", "write"]

_MODS = {EARLY: "early ", MID: "mid-", LATE: "late "}


def write(span: Span, relation: str = "on") -> str:
    """``span`` in words, as the date of something that stands in ``relation`` to it (``on``, ``by``, ``before`` …).

    Where one end is open the words name the other: ``../2016`` is "before 2016" with the relation before, "by end of
    2016" with by, else "until 2016"; ``2018/..`` is "after 2018" with the relation after, else "since 2018". What is
    before or after a time of day, within that day, is named by that time.
    """
    first, last = span.first, span.last
    about = "c. " if span.approximate or relation == "about" else ""
    if last is None:
        assert first is not None
        return f"{'after' if relation == 'after' else 'since'} {about}{_after_preposition(first)}"
    if first is None:
        if relation == "by":
            return f"by {about}{_end_of(last)}"
        return f"{'before' if relation == 'before' else 'until'} {about}{_after_preposition(last)}"
    if first != last and relation in ("after", "before"):
        return f"{relation} {about}{_after_preposition(first if relation == 'after' else last)}"
    if first != last:
        return about + _range(first, last)
    if relation == "by":
        return f"by {about}{_end_of(last) if span.mod in (None, LATE) else _narrowed(last, span.mod)}"
    name = _narrowed(first, span.mod)
    if relation in ("before", "after", "since", "until"):
        return f"{relation} {about}{name if span.mod else _after_preposition(first)}"
    return about + name


def _year(year: int) -> str:
    return str(year) if year >= 1000 else f"AD {year}" if year > 0 else f"{1 - year} BC"


def _month(index: int) -> str:
    return f"{MONTHS[index % 12]} {_year(index // 12)}"


def _day(number: int) -> str:
    year, month, day = year_month_day(number)
    return f"{day} {MONTHS[month - 1]} {_year(year)}"


def _name(period: Period) -> str:
    granularity, index = period.granularity, period.index
    if granularity == G.DAY:
        return _day(index)
    if granularity == G.YEAR:
        return _year(index)
    if granularity == G.MONTH:
        return _month(index)
    if granularity == G.DECADE:
        digits = f"{10 * index if index >= 0 else -10 * (index + 1)}s"
        return digits if index >= 100 else f"AD {digits}" if index >= 0 else f"{digits} BC"
    if granularity in (G.CENTURY, G.MILLENNIUM):
        unit = granularity.label
        return f"{_ordinal(index + 1)} {unit}" if index >= 0 else f"{_ordinal(-index)} {unit} BC"
    if granularity == G.SEASON:
        return _season(index)
    if granularity == G.QUARTER:
        return f"Q{index % 4 + 1} {_year(index // 4)}"
    if granularity == G.HALF:
        return f"{HALVES[index % 2]} half of {_year(index // 2)}"
    if granularity in (G.WEEK, G.WEEKEND):
        return f"{granularity.label} of {_day(period.start // DAY_SECONDS)}"
    if granularity == G.PART_OF_DAY:
        day, part = divmod(index, len(PARTS))
        return f"{_day(day)}, {PARTS[part]}"
    return f"{_day(period.start // DAY_SECONDS)}, {_clock(period)}"


def _season(index: int) -> str:
    year, season = divmod(index, 4)
    if season < 3 or year < 1000:
        return f"{SEASONS[season]} {_year(year)}"
    following = year + 1
    return f"winter {year}–{f'{following % 100:02d}' if following % 100 else following}"


def _clock(period: Period) -> str:
    second = period.start % DAY_SECONDS
    hour, minute, second = second // 3600, second % 3600 // 60, second % 60
    if period.granularity == G.HOUR:
        return f"{(hour - 1) % 12 + 1} {'am' if hour < 12 else 'pm'}"
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if period.granularity == G.SECOND else "")


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _narrowed(period: Period, mod: str | None) -> str:
    """Early, mid or late ``period``."""
    if mod is None or period.granularity == G.SECOND:
        return _name(period)
    if period.granularity == G.PART_OF_DAY:
        day, part = _name(period).split(", ")
        return f"{day}, {_MODS[mod]}{part}"
    return _MODS[mod] + _name(period)


def _end_of(period: Period) -> str:
    return _name(period) if period.granularity <= G.DAY else f"end of {_after_preposition(period)}"


def _after_preposition(period: Period) -> str:
    """The name with the article it takes within a phrase: "since the 1990s"."""
    bare = period.granularity <= G.DAY or period.granularity in (G.MONTH, G.SEASON, G.QUARTER, G.YEAR)
    return _name(period) if bare else f"the {_name(period)}"


def _range(first: Period, last: Period) -> str:
    """Two ends, leaving out of the first what it shares with the second."""
    head, tail = _name(first), _name(last)
    if first.granularity == last.granularity:
        granularity = first.granularity
        if granularity == G.YEAR:
            if last.index < 1:
                head = head.removesuffix(" BC")
            elif first.index >= 1 and last.index < 1000:
                tail = tail.removeprefix("AD ")
        elif granularity in (G.DAY, G.MONTH, G.QUARTER) and first.ymd[0] == last.ymd[0]:
            same_month = granularity == G.DAY and first.ymd[1] == last.ymd[1]
            head = " ".join(head.split(" ")[: 1 if same_month or granularity != G.DAY else 2])
        elif granularity <= G.HOUR and first.start // DAY_SECONDS == last.start // DAY_SECONDS:
            return f"{head}–{tail.split(', ')[1]}"
    dash = " – " if "," in head + tail or " of " in head + tail or "winter" in head + tail else "–"
    return f"{head}{dash}{tail}"

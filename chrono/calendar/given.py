"""Dates that people give: on the command line, in a call, in a document's metadata."""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from functools import lru_cache
from typing import Any

from ..errors import DateError
from . import iso
from .granularity import Granularity
from .period import Period
from .typed import read_period

_NEEDS_A_DAY = "needs a day, a month and a year"
_PARTIAL = re.compile(r"\s*(?:[^\W\d]+\.?,?\s+)?-?\d{4}\s*|\s*-?\d{4}-\d{2}\s*")
_WORD = re.compile(r"[^\W\d]{3}")
"""What a relative date has: "5m" would else be five minutes ago."""


def read_date(text: str, name: str, *, today: Period | None = None, day_first: bool | None = None) -> Period:
    """The day, or the minute where a time is given, that ``text`` names.

    Reads ISO 8601, what people type into a table (:mod:`chrono.calendar.typed`) and, with dateparser, what they write
    in other languages. ``today`` is what "yesterday" counts from; without it such words are refused. ``day_first``
    decides "3/4/2020". Raises :class:`DateError` starting with ``name`` where the text is no date, is not known to the
    day, or can be read day first and month first.
    """
    period = _read(text, name, today, day_first)
    if period is None and _partial(text) is None:
        raise DateError(f"{name}: cannot read {text!r} as a date")
    if period is None or period.granularity > Granularity.DAY:
        raise DateError(f"{name}: {text!r} {_NEEDS_A_DAY}")
    return period if period.granularity == Granularity.DAY else Period.at(Granularity.MINUTE, period.start)


def read_bound(text: str, name: str, *, today: Period | None = None, day_first: bool | None = None) -> Period:
    """The period that ``text`` names, as :func:`read_date` does, but coarser ones too ("2017", "May 2017", "1860s")."""
    period = _read(text, name, today, day_first) or _partial(text)
    if period is None:
        raise DateError(f"{name}: cannot read {text!r} as a date")
    return period


@lru_cache(maxsize=1024)
def is_date(text: str) -> bool:
    """Whether :func:`read_bound` can read ``text``, be its day or its month first."""
    for day_first in (None, True):
        try:
            read_bound(text, "", day_first=day_first)
        except DateError:
            continue
        return True
    return False


def _read(text: str, name: str, today: Period | None, day_first: bool | None) -> Period | None:
    if period := _iso(text) or _typed(text, name, day_first):
        return period
    return None if _PARTIAL.fullmatch(text) else _written(text, today, day_first)


def _iso(text: str) -> Period | None:
    try:
        period = iso.read(text)
    except DateError:
        return None
    return period.to(Granularity.DAY) if period.granularity == Granularity.HOUR else period


def _typed(text: str, name: str, day_first: bool | None) -> Period | None:
    try:
        return read_period(" ".join(text.replace("’", "'").lower().split()), day_first)
    except DateError as error:
        raise DateError(f"{name}: {error}") from None
    except ValueError:
        return None


def _written(text: str, today: Period | None, day_first: bool | None) -> Period | None:
    parsed = _dateparser(text, ["day", "month", "year"], today, day_first)
    if parsed is None:
        return None
    period = Period.day(parsed.year, parsed.month, parsed.day)
    if re.search(r"\d:\d\d|\d\s*[ap]\.?m\b", text, re.IGNORECASE):
        return Period.at(Granularity.MINUTE, period.start + 3600 * parsed.hour + 60 * parsed.minute)
    return period


def _partial(text: str) -> Period | None:
    """A month of a year, in words."""
    parsed = _dateparser(text, ["month", "year"], None, None)
    return Period.month(parsed.year, parsed.month) if parsed is not None else None


def _dateparser(text: str, parts: list[str], today: Period | None, day_first: bool | None) -> datetime | None:
    import dateparser

    settings: dict[str, Any] = {
        "REQUIRE_PARTS": parts,
        "PARSERS": ["absolute-time", "relative-time"] if today and _WORD.search(text) else ["absolute-time"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    if today is not None:
        settings["RELATIVE_BASE"] = datetime(*today.ymd)
    if day_first is not None:
        settings["DATE_ORDER"] = "DMY" if day_first else "MDY"
    for languages in (["en"], None):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                parsed = dateparser.parse(text, languages=languages, settings=settings)
            except (ValueError, OverflowError, TypeError):
                parsed = None
        if isinstance(parsed, datetime):
            return parsed
    return None

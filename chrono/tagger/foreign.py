"""Documents in languages without a lexicon of ours: dateparser's locales recognise and read their dates.

dateparser knows the words of some 200 locales, but its own search loses how exactly a date is known. Here its words
find the stretches that can be dates, and its parser reads each with its period (day, month, year).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import import_module
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from ..calendar.names import LONG_MONTHS, WEEKDAYS
from ..reference import ReferenceTime
from .expression import Anchor, TimeExpression
from .foreign_phrases import Phrases, numbers, phrases

_MONTHS = tuple(map(str.lower, LONG_MONTHS))
_WEEKDAYS = tuple(map(str.lower, WEEKDAYS))
_UNITS = ("year", "month", "week", "day", "hour", "minute")
_NUMERIC = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_GRANULARITY = {"day": G.DAY, "week": G.WEEK, "month": G.MONTH, "year": G.YEAR, "time": G.MINUTE}
_UNKNOWN_BASE = datetime(2004, 7, 15, 12)
_ALSO = {"no": "nb"}
"""Locales that dateparser calls by another code than py3langid."""
_LONGEST = 80
"""The longest stretch, in characters, that is read as one date."""


@dataclass(frozen=True, slots=True)
class _Locale:
    """A language's words as one pattern of stretches that can be dates, and a pattern of words that make one."""

    name: str
    run: re.Pattern[str]
    strong: re.Pattern[str]
    phrases: Phrases | None


@lru_cache(maxsize=16)
def _locale(language: str) -> _Locale | None:
    """The words of dateparser's locale ``language``; ``None`` when it has none."""
    try:
        info: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{language}").info
    except ImportError:
        return _locale(_ALSO[language]) if language in _ALSO else None
    spaced = str(info.get("no_word_spacing", "False")) != "True"
    left, right = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
    months = _names(info, _MONTHS, spaced)
    counting = [word for rule in info.get("simplifications", ()) for word in rule if word.isalpha()]
    counting += numbers(language)
    count = rf"(?:\d+|{'|'.join(counting)})" if counting else r"\d+"
    relative = [re.escape(phrase) for phrases in info.get("relative-type", {}).values() for phrase in phrases
                if len(phrase) > 1]
    ago = [re.sub(r"\(\\d[^)]*\)", lambda match: count, phrase)
           for phrases in info.get("relative-type-regex", {}).values() for phrase in phrases]
    names = _alternatives(months + _names(info, _WEEKDAYS, spaced))
    strong = "|".join([*names, *_alternatives(relative), *filter(_compiles, _alternatives(ago))])
    short = [re.escape(word) for key in (*_MONTHS, *_WEEKDAYS, *_UNITS, "am", "pm", "ago", "in")
             for word in info.get(key, ()) if len(word) > 1 or not spaced]
    weak = "|".join(_alternatives(short) + counting + ["de", "del", "di", "da", "den", "der", "dem"])
    item = rf"(?:{left}(?:{strong}){right}|{_NUMERIC}|\d+|{left}(?:{weak}){right})"
    gap = rf"(?:[ \t]*[/:-]?[ \t]*|\.[ \t]*(?=(?:{'|'.join(_alternatives(months))}))|\.(?=\d)|,[ \t](?=\d{{4}}\b))"
    return _Locale(
        language, re.compile(rf"{item}(?:{gap}{item}){{0,8}}", re.IGNORECASE),
        re.compile(rf"{left}(?:{strong}){right}|{_NUMERIC}|(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w]|[.,]\d)", re.IGNORECASE),
        phrases(language, {unit: info.get(unit, ()) for unit in _UNITS}, [info.get(day, ()) for day in _WEEKDAYS]))


def _names(info: dict[str, Any], keys: tuple[str, ...], spaced: bool) -> list[str]:
    """The names for ``keys`` that can stand alone: the full ones, and abbreviations too long to be other words."""
    out: list[str] = []
    for key in keys:
        words = [word for word in info.get(key, ()) if word]
        longest = max(map(len, words), default=0)
        out.extend(re.escape(word) for word in words if len(word) > 3 or (len(word) == longest and len(word) > 2)
                   or not spaced)
    return out


def _alternatives(patterns: list[str]) -> list[str]:
    return sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern))


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def knows(language: str) -> bool:
    """Whether there are words for the language (ISO 639-1)."""
    return language.isalpha() and _locale(language) is not None


def tag(text: str, language: str, reference: ReferenceTime, day_first: bool | None = None) -> list[TimeExpression]:
    """The time expressions of ``text`` in ``language`` as dateparser reads them, in order.

    Without a reference date only what is written out in full is resolved. ``rule`` is ``dateparser.<language>``, or
    ``foreign.<language>.<kind>`` for phrases of our own (:mod:`.foreign_phrases`).
    """
    locale = _locale(language)
    if locale is None:
        return []
    reader = _Reader(locale.name, reference, day_first)
    own = locale.phrases.find(text) if locale.phrases is not None else []
    rest = text
    for phrase in own:
        rest = rest[:phrase.start] + "\0" * (phrase.end - phrase.start) + rest[phrase.end:]
    out: list[TimeExpression] = []
    for match in locale.run.finditer(rest):
        if locale.strong.search(match.group()):
            found = next(_readings(match.group()[:_LONGEST], match.start(), reader, locale), None)
            if found is not None:
                out.append(found)
    for phrase in own:
        before = [each for each in out if each.end <= phrase.start and each.span is not None]
        told = max(before, key=lambda each: each.start, default=None)
        if locale.phrases is not None:
            out.append(locale.phrases.read(phrase, reference, told))
    return sorted(out, key=lambda each: each.start)


def _readings(stretch: str, offset: int, reader: _Reader, locale: _Locale) -> Iterator[TimeExpression]:
    """Readings of the longest parts of ``stretch`` that dateparser takes for a date, longest first, without the words
    around that change nothing."""
    words = list(re.finditer(r"\S+", stretch))
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            found = _read(stretch, words[first:first + length], offset, reader, locale)
            if found is None:
                continue
            last = first + length
            while last - first > 1 and (inner := _tighter(stretch, words, first, last, offset, reader, locale, found)):
                found, first, last = inner
            yield found


def _tighter(stretch: str, words: list[re.Match[str]], first: int, last: int, offset: int, reader: _Reader,
             locale: _Locale, found: TimeExpression) -> tuple[TimeExpression, int, int] | None:
    """The reading without its first or last word, when that is no word of time and the date stays the same."""
    for start, end, word in ((first + 1, last, words[first].group()), (first, last - 1, words[last - 1].group())):
        if not any(char.isdigit() for char in word) and not locale.strong.search(word):
            inner = _read(stretch, words[start:end], offset, reader, locale)
            if inner is not None and inner.value == found.value:
                return inner, start, end
    return None


def _read(stretch: str, words: list[re.Match[str]], offset: int, reader: _Reader, locale: _Locale
          ) -> TimeExpression | None:
    start, end = words[0].start(), words[-1].end()
    part = stretch[start:end].rstrip(".,;:-/")
    if not part or not locale.strong.search(part):
        return None
    return reader.read(part, offset + start)


class _Reader:
    """dateparser for one language and reference date."""

    def __init__(self, language: str, reference: ReferenceTime, day_first: bool | None) -> None:
        from dateparser.date import DateDataParser

        self._language = language
        self._known = reference.period is not None
        base = _UNKNOWN_BASE
        if reference.period is not None:
            year, month, day = reference.period.ymd
            if 1000 <= year <= 9000:
                base = datetime(year, month, day, 12)
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
        if day_first is not None:
            settings["DATE_ORDER"] = "DMY" if day_first else "MDY"
        self._parsers = [DateDataParser(languages=[language], settings={**settings, "RELATIVE_BASE": moment})
                         for moment in (base, base + timedelta(days=403))]

    def read(self, part: str, start: int) -> TimeExpression | None:
        first, second = (parser.get_date_data(self._in_figures(part)) for parser in self._parsers)
        if first.date_obj is None or second.date_obj is None or first.period not in _GRANULARITY:
            return None
        moment, granularity = first.date_obj, _GRANULARITY[first.period]
        period = _period(moment, granularity)
        relative = period != _period(second.date_obj, granularity)
        if relative and not self._known:
            same_day = granularity == G.DAY and (moment.month, moment.day) == (
                second.date_obj.month, second.date_obj.day)
            value = f"XXXX-{moment.month:02d}-{moment.day:02d}" if same_day else "XXXX"
            return self._expression(part, start, value, None, True)
        return self._expression(part, start, timex.write(period), period, relative)

    def _in_figures(self, part: str) -> str:
        """The words with number words in figures."""
        known = numbers(self._language)
        return re.sub(r"[^\W\d_]+", lambda word: str(known.get(word[0].lower(), word[0])), part) if known else part

    def _expression(self, part: str, start: int, value: str, period: Period | None, relative: bool) -> TimeExpression:
        return TimeExpression(
            start=start, end=start + len(part), text=part, type="TIME" if "T" in value else "DATE", value=value,
            rule=f"dateparser.{self._language}", span=None if period is None else Span.of(period),
            relative=relative, anchor=Anchor("document date", "") if relative and self._known else None,
            why=f"read by dateparser ({self._language})" + (", against the document date" if relative else ""),
            confidence=0.7 if relative else 0.9)


def _period(moment: datetime, granularity: G) -> Period:
    start = Period.day(moment.year, moment.month, moment.day).start
    return Period.at(granularity, start + moment.hour * 3600 + moment.minute * 60)

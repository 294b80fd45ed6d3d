"""Phrases of other languages that dateparser does not read: lengths of time counted from the date told before,
weekdays to come and gone, decades. Their words are data (``languages/foreign.toml``)."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from ..calendar.gregorian import weekday
from ..reference import ReferenceTime
from .expression import Anchor, TimeExpression
from .lexicon import LANGUAGES

_UNITS = {"year": G.YEAR, "month": G.MONTH, "week": G.WEEK, "day": G.DAY}
_VAGUE = {G.YEAR: "XXXX", G.MONTH: "XXXX-XX", G.WEEK: "XXXX-WXX", G.DAY: "XXXX-XX-XX"}


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Any]]:
    with open(os.path.join(LANGUAGES, "foreign.toml"), "rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=16)
def numbers(language: str) -> Mapping[str, int]:
    """The words for 1 to 12 of a language, in small letters; none for a language without a table."""
    listed = str(_tables().get(language, {}).get("numbers", "")).split()
    return {word: number for number, words in enumerate(listed, 1) for word in words.split("|")}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found: half-open code points, what it means (the name of its group), and the match."""

    start: int
    end: int
    kind: str
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a language: their patterns by kind, the units of time and the weekdays by their words."""

    language: str
    patterns: Mapping[str, re.Pattern[str]]
    units: Mapping[str, G]
    weekdays: Mapping[str, int]

    def find(self, text: str) -> list[Phrase]:
        """The phrases of ``text`` in order; of overlapping ones the one that begins first."""
        found = [Phrase(match.start(), match.end(), kind.partition(" ")[0], match)
                 for kind, pattern in self.patterns.items() for match in pattern.finditer(text)]
        kept: list[Phrase] = []
        for phrase in sorted(found, key=lambda each: (each.start, -each.end)):
            if not kept or phrase.start >= kept[-1].end:
                kept.append(phrase)
        return kept

    def read(self, phrase: Phrase, reference: ReferenceTime, told: TimeExpression | None) -> TimeExpression:
        """What ``phrase`` means, read on ``reference``, ``told`` being the date told before."""
        if phrase.kind == "decade":
            period = Period.year(10 * int(phrase.match[1])).to(G.DECADE)
            return self._expression(phrase, period, timex.write(period), None, "written out")
        if phrase.kind in ("next", "last"):
            return self._weekday(phrase, reference)
        unit, count = G.DAY, 1
        if phrase.kind in ("later", "earlier"):
            unit, count = self.units[phrase.match["unit"].lower()], self._count(phrase.match["count"])
        base = told.span.first if told is not None and told.span is not None else None
        if told is None or base is None or base.granularity > unit:
            return self._expression(phrase, None, _VAGUE[unit], None, "counted from a time that no date tells")
        period = base.to(unit).shift(count if phrase.kind in ("later", "next-day") else -count)
        anchor = Anchor(told.text, told.value, told.start, told.end)
        return self._expression(phrase, period, timex.write(period), anchor, f"counted from “{told.text}”")

    def _count(self, text: str) -> int:
        return int(text) if text.isdigit() else numbers(self.language)[text.lower()]

    def _weekday(self, phrase: Phrase, reference: ReferenceTime) -> TimeExpression:
        wanted = self.weekdays[phrase.match["weekday"].lower()]
        if reference.period is None:
            return self._expression(phrase, None, f"XXXX-WXX-{wanted}", None, "no date to count from")
        today = reference.period.to(G.DAY)
        ahead, back = ((sign * (wanted - weekday(today.index)) - 1) % 7 + 1 for sign in (1, -1))
        period = today.shift(ahead if phrase.kind == "next" else -back)
        why = "the next one that comes" if phrase.kind == "next" else "the last one that has passed"
        return self._expression(phrase, period, timex.write(period), Anchor("document date", ""), why)

    def _expression(
        self, phrase: Phrase, period: Period | None, value: str, anchor: Anchor | None, why: str
    ) -> TimeExpression:
        return TimeExpression(
            start=phrase.start, end=phrase.end, text=phrase.match.group(), type="DATE", value=value,
            rule=f"foreign.{self.language}.{phrase.kind}", span=None if period is None else Span.of(period),
            relative=phrase.kind != "decade", anchor=anchor, why=why, confidence=0.7 if period is not None else 0.4)


def phrases(language: str, units: Mapping[str, Sequence[str]], weekdays: Sequence[Sequence[str]]) -> Phrases | None:
    """The phrases of a language whose words for ``year`` … ``day`` and for Monday … Sunday are these; ``None`` for one
    without a table."""
    table = _tables().get(language)
    if table is None:
        return None
    by_unit = {word.lower(): _UNITS[name] for name, words in units.items() if name in _UNITS for word in words}
    by_day = {word.lower(): number for number, words in enumerate(weekdays, 1) for word in words}
    length = rf"(?P<count>\d{{1,3}}|{_any(numbers(language))})\s+(?P<unit>{_any(by_unit)})"
    named = rf"(?P<weekday>{_any(by_day)})"
    patterns: dict[str, str] = {}
    for kind in ("later", "earlier"):
        patterns[kind] = rf"{length}\s+(?:{table[kind]})"
    for kind in ("next", "last"):
        before, behind = table.get(kind), table.get(f"{kind}-behind")
        if before:
            patterns[kind] = rf"(?:{before})\s+{named}"
        if behind:
            patterns[f"{kind} behind"] = rf"{named}\s+(?:{behind})"
    patterns |= {kind: table[kind] for kind in ("next-day", "day-before", "decade")}
    compiled = {kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) for kind, pattern in patterns.items()}
    return Phrases(language, compiled, by_unit, by_day)


def _any(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

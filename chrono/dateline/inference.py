"""Infer a document's date from what it says: "on Wednesday (Dec 4)" has a day and no year, and the text has evidence.

A day is taken from an agency dateline without a year, or from the day a newspaper hangs its news on ("said on
Wednesday (Dec 4)"). Its years are weighed: the weekday must fit; no date told as past may lie after it; a gap told
twice ("first visit in over four years", "last visited in 2015"), a date told as future, a copyright year or an update
line speak for or against a year. Of the years that stand equal the earliest wins, with less confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..calendar import Period, gregorian
from ..calendar.names import LONG_MONTHS, WEEKDAYS
from ..documents import Document
from ..reference import ReferenceTime
from ..tagger.expression import TimeExpression
from .lines import Day, Line, days
from .words import words

LEAD = 1500
"""Code points of a text in which its news hangs on a day."""
HORIZON = 10
"""Years after the last date told that are weighed."""
NOTHING = "nothing in the text tells when it was written"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something the text says about its year: the years it speaks for, in which words, and how strongly."""

    first: int
    last: int
    words: str
    weight: float = 1.0

    def fits(self, year: int) -> bool:
        """Whether ``year`` is among the years it speaks for."""
        return self.first <= year <= self.last


def infer(document: Document, lines: list[Line], not_after: Period | None) -> ReferenceTime:
    """The reference time that ``document`` gives evidence for; its period is ``None`` where there is too little."""
    from ..tagger import tag

    text = document.text
    expressions = tag(document, ReferenceTime(None, "none", ""), mode="news")
    own = {line.day.start for line in lines}
    told = [item for item in expressions if not item.relative and item.start not in own and _past(item, text)]
    latest = max(told, key=lambda item: _start(item), default=None)
    day = _news_day(expressions, lines, text)
    if day is None:
        return ReferenceTime(None, "none", NOTHING)
    if day.year is None:
        return _choose_year(day, latest, list(_evidence(text, lines, day)), not_after, text)
    period = Period.day(day.year, day.month, day.day)
    if latest is not None and _start(latest) >= period.end:
        return ReferenceTime(None, "none", NOTHING)
    why = f"the day the news hangs on, {_quoted(text, day)}"
    return ReferenceTime(period, "inferred", why, 0.75, (), day.start, day.end)


def _start(expression: TimeExpression) -> int:
    start = expression.span.start if expression.span else None
    return -(10**12) if start is None else start


def _past(expression: TimeExpression, text: str) -> bool:
    """Whether a date is told as one that has begun: no word near it in its sentence puts it in the future."""
    span = expression.span
    if expression.type != "DATE" or span is None or span.first is None or expression.relation in ("by", "until"):
        return False
    known = words()
    before, after = _around(text, expression.start, expression.end)
    return not (known.limits.search(before) or known.future.search(before[-60:]) or known.future.search(after[:20]))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a stretch of text in its sentence."""
    before = re.split(r"(?<=[.!?])[\"”’)]*\s+(?=[A-ZÀ-Þ\"“‘])|\n", text[max(0, start - 400) : start])[-1]
    after = re.split(r"[.!?][\"”’)]*\s|\n", text[end : end + 400])[0]
    return before, after


def _news_day(expressions: list[TimeExpression], lines: list[Line], text: str) -> Day | None:
    """The day of an agency dateline without a year, else the one that the lead hangs its news on.

    Only a day named with its weekday can be that one: others are as often days of payment, of birth, of a verdict.
    """
    for line in lines:
        if line.day.year is None and line.kind != "updated":
            return line.day if line.day.weekday else replace(line.day, weekday=_lead_weekday(text, line.day.end))
    ranked: list[tuple[bool, int, Day]] = []
    for day in days(expressions, text):
        before, after = _around(text, day.start, day.end)
        ahead = words().ahead.search(before[-60:]) or words().limits.search(before)
        if day.start > LEAD or not day.weekday or ahead or _heads_entry(text, day):
            continue
        reported = bool(words().reporting.search(before) or words().reporting.search(after[:40]))
        if reported or day.year is None:
            ranked.append((not reported, day.start, day))
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _heads_entry(text: str, day: Day) -> bool:
    """Whether a day stands alone on its line and is no date line of the text: it heads an entry of a diary or a log."""
    line = text[text.rfind("\n", 0, day.start) + 1 : day.start] + text[day.end :].partition("\n")[0]
    return not any(word.lower() not in words().weekday for word in re.findall(r"\w+", line))


def _lead_weekday(text: str, position: int) -> int:
    """The first weekday named after the dateline, in its paragraph: agencies name the day of writing so."""
    paragraph = text[position:].lstrip("\r\n ").split("\n", 1)[0]
    for match in words().weekdays.finditer(paragraph):
        before, after = _around(paragraph, match.start(), match.end())
        if not words().ahead.search(before[-60:]) and match[0][0].isupper() and not after.startswith((" night", "’s")):
            return words().weekday[match[0].lower()]
    return 0


def _evidence(text: str, lines: list[Line], day: Day) -> Iterator[Evidence]:
    known = words()
    gap = known.gap.search(text)
    before = known.before.search(text)
    if gap and before and (count := _count(gap)) is not None:
        year = int(before["year"]) + count
        first, last = (year, year + 1) if gap["more"] else (year - 1, year) if gap["less"] else (year, year)
        yield Evidence(first, last, f"“{_clean(gap[0])}” beside “{_clean(before[0])}”")
    for match in known.ago.finditer(text):
        if (count := _count(match)) is not None:
            year = int(match["year"]) + count
            yield Evidence(year, year, f"“{_clean(match[0])}”")
    for match in known.copyright.finditer(text):
        yield Evidence(int(match["year"]), int(match["year"]), f"“{_clean(match[0])}”")
    for line in lines:
        if line.kind == "updated" and line.day.year is not None:
            year = line.day.year - ((day.month, day.day) > (line.day.month, line.day.day))
            yield Evidence(year, year, f"“{line.text}”", 2.0)


def _count(match: re.Match[str]) -> int | None:
    """The number of years that a pattern's ``years`` and ``unit`` tell."""
    word = match["years"].lower()
    count = int(word) if word.isdigit() else words().numbers.get(word, 1 if word == "a" else None)
    return count if count is None else count * (10 if match["unit"].lower().startswith("decade") else 1)


def _choose_year(
    day: Day, latest: TimeExpression | None, evidence: list[Evidence], not_after: Period | None, text: str
) -> ReferenceTime:
    """The year of a day that is told without one."""
    bound = None if latest is None else latest.span.first if latest.span else None
    if bound is None and not evidence:
        return _undecided(day, not_after, text)
    low = bound.ymd[0] if bound else min(item.first for item in evidence)
    high = max([low, *(item.last for item in evidence)]) + HORIZON
    years = [year for year in range(low - 6, high + 1) if _possible(year, day)]
    left = [year for year in years if _allowed(_period(year, day), bound, not_after)]
    if not left:
        return ReferenceTime(None, "none", f"no year fits {_quoted(text, day)} and the dates that the text tells")
    scores = {year: sum(item.weight for item in evidence if item.fits(year)) for year in left}
    ranked = sorted(left, key=lambda year: (-scores[year], year))
    chosen = ranked[0]
    others = [year for year in ranked[1:3] if year <= chosen + HORIZON]
    decisive = scores[chosen] > max((scores[year] for year in others), default=0)
    confidence = 0.5 + (0.25 if day.weekday else 0) + (0.15 if decisive else 0.0 if others else 0.1)
    excluded = [year for year in years if year < min(left)]
    why = _reasons(day, text, years, latest, excluded, [item for item in evidence if item.fits(chosen)], chosen, others)
    period = _period(chosen, day)
    alternatives = tuple(_period(year, day) for year in others)
    return ReferenceTime(period, "inferred", why, confidence, alternatives, day.start, day.end)


def _undecided(day: Day, not_after: Period | None, text: str) -> ReferenceTime:
    """A day without any hint of its year: the latest that fit are named, none is taken."""
    if not_after is None:
        return ReferenceTime(None, "none", f"{_quoted(text, day)} has no year, and nothing in the text tells it")
    year = not_after.ymd[0]
    fitting = [year for year in range(year, year - 30, -1)
               if _possible(year, day) and _allowed(_period(year, day), None, not_after)][:3]
    why = f"{_quoted(text, day)} has no year, and nothing in the text tells it ({_listed(fitting, 'or')}?)"
    return ReferenceTime(None, "none", why, 1.0, tuple(_period(year, day) for year in fitting), day.start, day.end)


def _period(year: int, day: Day) -> Period:
    return Period.day(year, day.month, day.day)


def _possible(year: int, day: Day) -> bool:
    """Whether the day exists in ``year``, on its weekday where that is known."""
    if day.day > gregorian.days_in_month(year, day.month):
        return False
    return not day.weekday or gregorian.weekday(gregorian.day_number(year, day.month, day.day)) == day.weekday


def _allowed(period: Period, bound: Period | None, not_after: Period | None) -> bool:
    """Whether a day lies neither before a past told nor after the last day allowed."""
    return (bound is None or period.end > bound.start) and (not_after is None or period.start < not_after.end)


def _reasons(
    day: Day, text: str, years: list[int], latest: TimeExpression | None, excluded: list[int],
    evidence: list[Evidence], chosen: int, others: list[int],
) -> str:
    """One line that says why ``chosen`` was taken."""
    name = f"{day.day} {LONG_MONTHS[day.month - 1]}"
    parts = []
    if day.weekday:
        shown = [year for year in years if year <= max([chosen, *others])]
        parts.append(f"{name} is a {WEEKDAYS[day.weekday - 1]} in {_listed(shown, 'and')}")
    if latest is not None:
        past = f"“{_clean(latest.text)}” is told as past"
        gone = [year for year in excluded if year >= min(years)] if day.weekday else []
        parts.append(past + (f", which excludes {_listed(gone, 'and')}" if gone else ""))
    parts += [f"{item.words} {'speaks' if len(parts) else 'speak'} for {chosen}" for item in evidence]
    if others:
        parts.append(f"{_listed(others, 'and')} would also fit" if evidence else
                     f"the earliest year that fits is taken, {_listed(others, 'and')} would also fit")
    return f"{_quoted(text, day)} has no year: " + "; ".join(parts)


def _listed(years: list[int], word: str) -> str:
    texts = [str(year) for year in years]
    return f" {word} ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def _quoted(text: str, day: Day) -> str:
    """The words that tell the day, with its weekday where that stands right before."""
    before = re.search(r"(\w+)\.?,?\s*\(?\s*$", text[max(0, day.start - 16) : day.start])
    start = day.start
    if before and before[1].lower() in words().weekday:
        start = max(0, day.start - 16) + before.start(1)
    closing = text[day.end : day.end + 1] if text[start : day.end].count("(") else ""
    return f"“{_clean(text[start : day.end] + (closing if closing == ')' else ''))}”"


def _clean(words: str) -> str:
    """``words`` on one line."""
    return " ".join(words.split())

"""Date lines: the lines at the head or foot of a text that say when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..documents import Document
from ..reference import ReferenceTime
from ..tagger.expression import TimeExpression
from .words import words

HEAD_LINES, FOOT_LINES = 14, 4
LONGEST_LINE = 140
LONGEST_BYLINE = 4
"""How many words may follow the date of a line labelled as a publication ("Posted on 5 May 2021 by admin")."""
_DAY = re.compile(r"(?P<year>-?\d{4}|BC\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d).*|T[A-Z]{2}|)")
_WIRE_BEFORE = re.compile(
    r"\s*\(?[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}\)?(?:,\s+[A-Z][A-Za-z. ]{1,25})?\s*(?:\([^)]{2,25}\))?\s*[,(–—-]*\s*"
)
_CITY_BEFORE = re.compile(
    r"\s*(?!By\b)[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}(?:, [A-Z][A-Za-z. ]{1,25})?\s*,\s+(?:on\s+)?"
)
"""A place in title case before the date: "Oslo, "."""

_DASH_AFTER = re.compile(r"\s*(?:[–—]|-{1,2}(?=\s))\s*[\"“‘'(]*[A-ZÀ-Þ]")
"""After the date of a press release, whose text begins with a capital: " – The board"."""

_AGENCY_AFTER = re.compile(r"\s*\([^)\n]{2,30}\)\s*[-–—:]+\s+\S")
"""After a date that begins its paragraph: "Nov 2 (Newswire) - "."""

_WIRE_AFTER = re.compile(r"\s*\)?,?\s*(?:\([^)\n]{2,30}\))?\s*(?:[-–—:]+|\.)\s+\S")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that an expression names; ``year`` is ``None`` and ``weekday`` 0 where the text does not say."""

    year: int | None
    month: int
    day: int
    weekday: int
    time: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A date line. ``kind`` is published, wire (a news agency's dateline), own (a line that holds little but the
    date), held (a sitting, a hearing or a judgment that the text records), foot (own at the end) or updated."""

    kind: str
    text: str
    day: Day


CONFIDENCE = {"published": 0.98, "wire": 0.96, "own": 0.93, "held": 0.9, "foot": 0.85, "updated": 0.7}
"""How sure a date is by the kind of line that tells it; also the order in which they win."""


def days(expressions: list[TimeExpression], text: str) -> Iterator[Day]:
    """The expressions that name a day of a month, with or without its year."""
    for expression in expressions:
        match = _DAY.fullmatch(expression.value) if expression.type in ("DATE", "TIME") else None
        if match is None:
            continue
        month, day = int(match["month"]), int(match["day"])
        if expression.relative and f"Day({month}, {day})" not in expression.tree:
            continue
        year = None if expression.relative or match["year"] == "XXXX" else _year(match["year"])
        weekday = _weekday(expression, text)
        yield Day(year, month, day, weekday, match["time"] or "", expression.start, expression.end)


def _year(text: str) -> int:
    return 1 - int(text[2:]) if text.startswith("BC") else int(text)


def _weekday(expression: TimeExpression, text: str) -> int:
    """The weekday named in the expression or right before it ("Wednesday (Dec 4)"); 0 where there is none."""
    known = words()
    before = re.search(r"([^\W\d]+)\.?,?\s*\(?\s*$", text[max(0, expression.start - 16) : expression.start])
    names = known.weekdays.findall(expression.text) + ([before[1]] if before else [])
    return next((known.weekday[name.lower()] for name in names if name.lower() in known.weekday), 0)


def find_lines(document: Document) -> list[Line]:
    """The date lines of a document, best first."""
    from ..tagger import tag
    from ..tagger.language import language_of

    language = language_of(document)
    unknown = ReferenceTime(None, "none", "")
    found: list[Line] = []
    text = document.text
    for start, end, foot in _parts(text):
        line = text[start:end]
        if len(line) > LONGEST_LINE:
            line = line[:LONGEST_LINE]
        if not re.search(r"\d", line):
            continue
        for day in days(tag(Document(line, language=language), unknown, mode="news"), line):
            kind = _kind(line, day, foot)
            if kind:
                moved = Day(day.year, day.month, day.day, day.weekday, day.time, start + day.start, start + day.end)
                found.append(Line(kind, _quoted(kind, text[start:end], day), moved))
                break
    own = {(line.day.year, line.day.month, line.day.day) for line in found if line.kind == "own"}
    if len(own) > 2:  # a diary or a chronicle: its lines date its entries, not the text
        found = [line for line in found if line.kind != "own"]
    return sorted(found, key=lambda line: (-CONFIDENCE[line.kind], line.kind == "held" and -_order(line.day)))


def _quoted(kind: str, line: str, day: Day) -> str:
    """What is quoted of a date line: an agency's without the story behind it, the first words of a long one."""
    after = _WIRE_AFTER.match(line, day.end) or _AGENCY_AFTER.match(line, day.end) if kind == "wire" else None
    if after is not None:
        line = line[: after.end() - 1].rstrip(" -–—:.")
    plain = " ".join(line.split())
    return plain if len(plain) <= LONGEST_LINE else f"{plain[:LONGEST_LINE].rpartition(' ')[0]} …"


def _order(day: Day) -> int:
    """Of several sittings the latest counts: a judgment comes after its hearing."""
    return ((day.year or 0) * 12 + day.month) * 31 + day.day


def _ends(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether at the foot) of the lines that may be date lines."""
    spans = [match.span() for match in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)]
    yield from ((start, end, False) for start, end in spans[:HEAD_LINES])
    yield from ((start, end, True) for start, end in spans[max(HEAD_LINES, len(spans) - FOOT_LINES) :])


def _parts(text: str) -> Iterator[tuple[int, int, bool]]:
    """The lines that may be date lines, cut where another label begins ("Published … | Last updated …")."""
    for start, end, foot in _ends(text):
        for match in re.finditer(r"(?:[^|•·]|[|•·](?!\s))+", text[start:end]) if end - start < 2 * LONGEST_LINE else ():
            part = match.group()
            if words().updated.search(part) or words().published.search(part):
                yield start + match.start(), start + match.end(), foot
        yield start, end, foot


def _kind(line: str, day: Day, foot: bool) -> str:
    known = words()
    before, after = line[: day.start], line[day.end :]
    if known.updated.search(before):
        return "updated"
    if known.other.search(before):
        return ""
    alone = _stands_alone(before, after)
    held = not foot and day.year is not None and bool(known.held.search(before))
    if known.published.search(before) and (alone or (not held and len(after.split()) <= LONGEST_BYLINE)):
        return "published"
    if not foot and _WIRE_BEFORE.fullmatch(before) and _WIRE_AFTER.match(after):
        return "wire"
    if not foot and _CITY_BEFORE.fullmatch(before) and (
            _AGENCY_AFTER.match(after) or (day.year is not None and _DASH_AFTER.match(after))):
        return "wire"
    if not foot and not before.strip() and _AGENCY_AFTER.match(after):
        return "wire"
    if alone:
        return "foot" if foot else "own"
    return "held" if held else ""


def _stands_alone(before: str, after: str) -> bool:
    """Whether the words around a date are those of a date line: names, a clock, a byline, and few others."""
    if len(after) > 70 or (after.rstrip().endswith((".", "?", "!", ";")) and len(after.split()) > 2):
        return False
    small = [word for word in re.findall(r"[^\W\d_]+", before + " " + after) if word[0].islower()]
    return all(word in words().beside for word in small)

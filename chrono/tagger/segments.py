"""Texts within a text: quoted and forwarded mail, several dispatches in one file. Each has its own "today"."""

from __future__ import annotations

import itertools
import re
import string
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .recognise import Found
from .stamps import stamps
from .vocabulary import vocabulary

_HEADER = vocabulary().patterns.mail_line
_MAIL = vocabulary().patterns.mail_header
_WROTE = vocabulary().patterns.mail_quotes
_DISPATCH_BEFORE = re.compile(r"[ \t]*[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,20})?[,:]? ")
_DISPATCH_AFTER = re.compile(r"(?:[ \t]*\([^()\n]{2,40}\))?[ \t]*(?:--|—|–|-|:)[ \t]")


@dataclass(frozen=True, slots=True)
class Segment:
    """From ``start`` to ``end`` (code points, half-open) the text was written on the date that the expression
    starting at ``date`` tells."""

    start: int
    end: int
    date: int
    narrative: bool = False
    """Whether its dates go on from that one, as in a log written up later."""


_APART = re.compile(r"[ \t]*+[.:\n(–—-]")
"""What stands behind every date that heads an entry or a dispatch; most other dates are told from those at once."""


def segments(text: str, found: Sequence[Found]) -> list[Segment]:
    """The texts within ``text`` that tell a date of their own, in order; a nested one comes after its outer one."""
    apart = [item for item in found if _APART.match(text, item.end)]
    out = [*_mails(text, found), *_dispatches(text, apart), *_entries(text, found), *_days(text, apart, found)]
    out += [*_stamped(text, found), *_lines(text, apart, found)]
    return sorted(out, key=lambda segment: (segment.start, -segment.end))


def _mails(text: str, found: Sequence[Found]) -> Iterator[Segment]:
    starts = [item.start for item in found]
    for match in _HEADER.finditer("\n" + text):
        line, start = match.group(1), match.start()
        if not (_MAIL.match(line) or _WROTE.match(line)):
            continue
        position, end = bisect_left(starts, start), start + len(line)
        if position < len(found) and found[position].end <= end:
            quoted = _quoted_end(text, end) if _WROTE.match(line) else None
            yield Segment(start, len(text) if quoted is None else quoted, found[position].start)


def _quoted_end(text: str, position: int) -> int | None:
    """Where the lines marked ``>`` after ``position`` end; ``None`` when none follows."""
    match = re.compile(r"(?:\s*\n[ \t]*>[^\n]*)+").match(text, position)
    return match.end() if match else None


_ENTRY_AFTER = vocabulary().patterns.entry
_CLOSING = {'"': '"', "“": "”", "‘": "’"}
ENTRY = 3000
"""How long, in characters, a quoted entry may be."""


def _entries(text: str, found: Sequence[Found]) -> Iterator[Segment]:
    """What is quoted right after a date written out in full: an entry of a diary, a letter, a log."""
    for item in found:
        if item.tree.op not in ("Within", "OnWeekday") or "Year(" not in str(item.tree) or "Day(" not in str(item.tree):
            continue
        quote = _ENTRY_AFTER.match(text, item.end)
        end = text.find(_CLOSING[quote.group(1)], quote.end(), quote.end() + ENTRY) if quote else -1
        if quote and end > 0:
            yield Segment(quote.end(), end, item.start)


_LINE_AFTER = re.compile(r"[ \t.:]*\n")
_HEADING = re.compile(r"\n[ \t]*\n[^\n.:]{1,40}\n")
"""A short line after an empty one: the log is over."""


def _days(text: str, apart: Sequence[Found], found: Sequence[Found]) -> Iterator[Segment]:
    """The days of a log or diary: at least two dates that each stand alone on a line head the text below them."""
    heads = [item.start for item in apart if _LINE_AFTER.match(text, item.end) and opens_line(text, item.start)
             and ("Day(" in str(item.tree) or item.tree.op == "Holiday")]
    heads += [item.start for item, day in itertools.pairwise(found) if day.tree.op == "Weekday"
              and text[item.end:day.start].strip() in ("", ",") and _LINE_AFTER.match(text, day.end)
              and opens_line(text, item.start) and "Day(" in str(item.tree)]
    heads.sort()
    if len(heads) > 1:
        heading = _HEADING.search(text, text.find("\n", heads[-1]) + 1)
        for start, end in zip(heads, [*heads[1:], heading.start() if heading else len(text)], strict=True):
            yield Segment(start, end, start, narrative=True)


_ON_LINE = re.compile(r"(?:[.:]|[ \t]+[–—-])[ \t]+\S")
LEANING = frozenset(("Today", "DayBeyond", "Part", "AtPart", "At"))


INDENT = 24
"""How many characters may stand before a date that opens its line."""


def opens_line(text: str, start: int, marks: str = "") -> bool:
    """Whether an expression is the first thing in its line but for white space and ``marks``."""
    line = text.rfind("\n", max(0, start - INDENT), start)
    return (line >= 0 or start <= INDENT) and not text[line + 1:start].strip(string.whitespace + marks)


def _lines(text: str, apart: Sequence[Found], found: Sequence[Found]) -> Iterator[Segment]:
    """The days of a diary whose dates each open a line that goes on with what was written then ("13 June 1851. Crossed
    the river …"), where something in them leans on such a day ("yesterday")."""
    heads = [item for item in apart if _ON_LINE.match(text, item.end) and opens_line(text, item.start)
             and "Day(" in str(item.tree)]
    if len(heads) < 2:
        return
    leaning = [item.start for item in found if item.tree.op in LEANING and "Today(" in str(item.tree)]
    if not leaning or leaning[-1] < heads[0].start:
        return
    starts = [item.start for item in heads]
    for start, end in zip(starts, [*starts[1:], _end_of_entry(text, starts)], strict=True):
        yield Segment(start, end, start, narrative=True)


def _end_of_entry(text: str, starts: Sequence[int]) -> int:
    """Where the last of a diary's entries ends: with its paragraph where each one before it is a single one, else with
    the text."""
    entries = (text[start:end].rstrip() for start, end in itertools.pairwise(starts))
    if any(_EMPTY_LINE.search(entry) for entry in entries):
        return len(text)
    empty = _EMPTY_LINE.search(text, starts[-1])
    return empty.start() if empty else len(text)


_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def _stamped(text: str, found: Sequence[Found]) -> Iterator[Segment]:
    """The messages of a chat and the lines of a log, each up to the next stamp."""
    stamped = stamps(text, ((item.start, item.end) for item in found if item.tree.op == "At"))
    for stamp, end in zip(stamped, [*(stamp.line for stamp in stamped[1:]), len(text)], strict=False):
        yield Segment(stamp.line, end, stamp.time)


DISPATCH = 70
"""How far from the beginning of its line, in characters, the date of a dispatch may stand at most."""


def _dispatches(text: str, apart: Sequence[Found]) -> Iterator[Segment]:
    """Datelines: "LONDON, March 5 (Agency) --". The first one is the document's own."""
    dates = []
    for item in apart:
        if _DISPATCH_AFTER.match(text, item.end) is None:
            continue
        before = text.rfind("\n", max(0, item.start - DISPATCH), item.start)
        if (before >= 0 or item.start < DISPATCH) and _DISPATCH_BEFORE.fullmatch(text, before + 1, item.start):
            dates.append((before + 1, item.start))
    ends = [start for start, _ in dates[1:]] + [len(text)]
    for position in range(1, len(dates)):
        start, date = dates[position]
        yield Segment(start, ends[position], date)

"""Plain text: the file is the text, unchanged."""

from __future__ import annotations

import re
from functools import cache

from ..wordlists import entries
from .document import Document

_SOURCE_LINE = re.compile(r"^\s*Source\s*:\s*(?P<name>[A-Z][^\n/|]{1,60}?)\s*(?:[/|].{0,20})?\s*$")
_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
LONGEST_HEADLINE = 200


def plain_document(text: str, path: str = "") -> Document:
    """A document of ``text``; a headline becomes its title and a named agency its source."""
    return Document(text, title=headline(text), source=_source(text), path=path)


def headline(text: str) -> str:
    """The first line with words, where it stands alone and does not read like a sentence; else ``""``."""
    lines = text[: 10 * LONGEST_HEADLINE].lstrip("\ufeff \t\r\n").splitlines()
    while lines and not _WORDS.search(lines[0]):
        lines.pop(0)
    if not lines or any(line.strip() for line in lines[1:2]) or len(lines) == 1:
        return ""
    first = " ".join(lines[0].split())
    if len(first) > LONGEST_HEADLINE or first.endswith((".", ",", ";", ":")):
        return ""
    return first.lstrip("# ")


def _source(text: str) -> str:
    lines = [line for line in text.splitlines()[-3:] if line.strip()]
    for line in reversed(lines):
        if match := _SOURCE_LINE.match(line):
            return match["name"]
    match = _wire().search(text[:600])
    return match["name"] if match else ""


@cache
def _wire() -> re.Pattern[str]:
    """An agency in brackets."""
    return re.compile(rf"\((?P<name>{'|'.join(map(re.escape, entries('documents', 'agencies.txt')))})\)")

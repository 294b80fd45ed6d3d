"""What kind of line a sentence is: running text, a title, or a line about the article itself."""

from __future__ import annotations

import re
from functools import cache

from .. import wordlists

TEXT, TITLE, BOILERPLATE = "text", "title", "boilerplate"

_LONGEST = 200
_BYLINE = re.compile(r"\s*[Bb]y\s+[A-Z][\w.'’-]+(?:,?\s+(?:and|in|of|for|the|&|[A-Z][\w.'’-]+))*\s*$")
_STAMP = re.compile(
    r"\s*(?:first\s+|last\s+)?(?:published|updated|posted|filed)\s+(?:on\s+|at\s+)?(?:\d|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)"
    r"|\s*\(c\)\s",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"\s*this (?:article|story|post|video|content)\b[^.]{0,30}\b"
    r"(?:published|amended|updated|corrected|edited|produced|translated|appeared|posted)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\s*[-_]{3,}\s*(?:original|forwarded) message\b", re.IGNORECASE)
_FINAL = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


def kind(text: str, *, whole_paragraph: bool) -> str:
    """``TEXT``, ``TITLE`` (a line without a full stop that is a paragraph of its own) or ``BOILERPLATE``."""
    if len(text) < _LONGEST and _is_about_itself(text):
        return BOILERPLATE
    if whole_paragraph and not _FINAL.search(text) and len(text) < _LONGEST and ":" not in text[-2:]:
        return TITLE
    return TEXT


def _is_about_itself(text: str) -> bool:
    return any(pattern.match(text) for pattern in (_page_lines(), _BYLINE, _STAMP, _OF_ITSELF, _MAIL))


@cache
def _page_lines() -> re.Pattern[str]:
    """The lines of ``data/page_lines.txt``, with a bracket before them or not."""
    listed: dict[str, list[str]] = {"label": [], "opening": []}
    for line in wordlists.entries("events", "page_lines.txt"):
        group, _, words = line.partition(": ")
        listed[group].append(r"\s+".join(map(re.escape, words.replace("'", "’").split())).replace("’", "['’]"))
    labels, openings = "|".join(listed["label"]), "|".join(listed["opening"])
    return re.compile(rf"\s*\(?(?:(?:{labels})\s*[:|]|(?:{openings})(?!\w|\s+than\b))", re.IGNORECASE)

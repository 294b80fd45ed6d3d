"""What kind of line a sentence is: running text, a title, or a line about the article itself."""

from __future__ import annotations

import re

TEXT, TITLE, BOILERPLATE = "text", "title", "boilerplate"

_ABOUT_THE_ARTICLE = re.compile(
    r"\s*(?:by\s+(?-i:[A-Z][\w.'’-]+(?:,?\s+(?:and|in|of|for|the|&|[A-Z][\w.'’-]+))*)\s*$"
    r"|(?:first\s+|last\s+)?(?:published|updated|posted|modified|corrected|source|sources|photo|image|picture|credit|"
    r"copyright|©|reporting by|writing by|editing by|additional reporting|compiled by|contact|tags|topics|filed under|"
    r"date|from|to|cc|bcc|re|subject|sent|page|advertisement|read more|see also|related|follow us|share)\b\s*[:|©]"
    r"|(?:published|updated|posted|filed)\s+(?:on\s+|at\s+)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)"
    r"|(?:reporting|writing|editing) by\b|©|copyright\b|\(c\)\s)",
    re.IGNORECASE,
)
_FINAL = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


def kind(text: str, *, whole_paragraph: bool) -> str:
    """``TEXT``, ``TITLE`` (a line without a full stop that is a paragraph of its own) or ``BOILERPLATE``."""
    if _ABOUT_THE_ARTICLE.match(text) and len(text) < 200:
        return BOILERPLATE
    if whole_paragraph and not _FINAL.search(text) and len(text) < 200 and ":" not in text[-2:]:
        return TITLE
    return TEXT

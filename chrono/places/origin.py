"""Where a document was written: the city of its dateline ("SEOUL:", "GENEVA, March 3 (Reuters) -")."""

from __future__ import annotations

import re
from functools import cache

from ..calendar.names import MONTHS, WEEKDAYS
from ..documents import Document
from ..wordlists import entries

_HEAD_LINES = 12
_REGION = r"(?:,\s+(?P<region>[A-Z][A-Za-z.]+(?:\s[A-Z][a-z]+)?))?"
_AFTER = r"(?:,[^\n(–—:]{3,30}?)?\s*(?:\([^)\n]{2,30}\))?"
_CAPITALS = re.compile(
    r"\s*\(?(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.'’]*){0,3})\)?" + _REGION + _AFTER
    + r"\s*(?:\s[-–—]+\s|[–—]\s?|--\s?|:\s)\s*(?=\S+\s+\S+\s+\S+)"
)
_SMALL = re.compile(
    r"\s*(?P<city>[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){0,2})" + _REGION + r"(?:,[^\n(–—:]{3,30}?)?\s*"
    r"(?:\((?:AP|AFP|UPI|Reuters|dpa|[A-Z]{2,5})\)\s*[-–—]+|\s?—)\s*(?=\S+\s+\S+\s+\S+)"
)


def place(document: Document) -> str:
    """The city, with the region the line names ("Portland, Maine"), or ``""`` where no line of the head has one."""
    if document.place:
        return document.place
    lines = [line for line in document.text[:3000].splitlines() if line.strip()]
    for line in lines[:_HEAD_LINES]:
        match = _CAPITALS.match(line) or _SMALL.match(line)
        if match and not _is_label(match["city"]):
            city, region = match["city"], match["region"] or ""
            city = city.title() if city.isupper() else city
            return f"{city}, {region}" if region and not _holds_date(region) else city
    return ""


def _is_label(city: str) -> bool:
    first = re.split(r"[\s:.-]", city)[0].upper()
    return first in _labels() or len(city) < 3


@cache
def _labels() -> frozenset[str]:
    return frozenset(entries("places", "labels.txt"))


def _holds_date(region: str) -> bool:
    return region.startswith((*MONTHS, *(name[:3] for name in WEEKDAYS)))

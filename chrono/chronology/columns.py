"""The columns of the event table, in order: the one contract that table, page and every export share."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Any

Row = dict[str, Any]
"""One row: a value for every column of :data:`COLUMNS`, of the type its :class:`Kind` names."""


class Kind(Enum):
    """What a column holds."""

    TEXT = auto()
    """Free text, ``str``; written to CSV so that no spreadsheet runs it as a formula."""
    CODE = auto()
    """A date or a word of ours, ``str``."""
    NUMBER = auto()
    """``int``, or ``None`` where unknown."""
    SHARE = auto()
    """``float`` from 0 to 1, or ``None`` where unknown."""
    FLAG = auto()
    """``bool``."""
    LIST = auto()
    """``list[str]`` of free texts."""
    CODES = auto()
    """``list[str]`` of dates or words of ours."""
    PLACES = auto()
    """``list`` of ``{"document": str, "start": int, "end": int}``."""


COLUMNS: dict[str, Kind] = {
    "id": Kind.CODE,
    "order": Kind.NUMBER,
    "start": Kind.CODE,
    "end": Kind.CODE,
    "date": Kind.CODE,
    "edtf": Kind.CODE,
    "timex": Kind.CODE,
    "zone": Kind.TEXT,
    "granularity": Kind.CODE,
    "relation": Kind.CODE,
    "basis": Kind.CODE,
    "expression": Kind.TEXT,
    "anchor": Kind.TEXT,
    "rule": Kind.TEXT,
    "why": Kind.TEXT,
    "alternatives": Kind.CODES,
    "confidence": Kind.SHARE,
    "event": Kind.TEXT,
    "trigger": Kind.TEXT,
    "predicate": Kind.TEXT,
    "who": Kind.LIST,
    "where": Kind.LIST,
    "status": Kind.CODE,
    "sentence": Kind.TEXT,
    "paragraph": Kind.NUMBER,
    "sentence_start": Kind.NUMBER,
    "sentence_end": Kind.NUMBER,
    "expression_start": Kind.NUMBER,
    "expression_end": Kind.NUMBER,
    "trigger_start": Kind.NUMBER,
    "trigger_end": Kind.NUMBER,
    "document": Kind.TEXT,
    "title": Kind.TEXT,
    "source": Kind.TEXT,
    "published": Kind.CODE,
    "evidence": Kind.PLACES,
    "sources": Kind.NUMBER,
    "conflicts": Kind.CODES,
    "note": Kind.TEXT,
    "tags": Kind.LIST,
    "hidden": Kind.FLAG,
    "edited": Kind.CODES,
    "checksum": Kind.CODE,
}

DATE_COLUMNS = ("start", "end", "date", "edtf", "granularity", "relation")
"""The columns that tell one date in several forms; ``edtf`` is the truth."""

READER_COLUMNS = ("note", "tags", "hidden", "edited")
"""The columns that belong to the reader."""

STATUSES = ("happened", "ongoing", "planned", "possible", "denied", "claimed")
AHEAD = ("planned", "possible")
RELATIONS = ("on", "by", "before", "after", "since", "until", "during", "between", "about")
BASES = ("explicit", "relative", "implied", "undated")


def empty_row() -> Row:
    """A row with nothing in it."""
    return {column: _EMPTY[kind]() for column, kind in COLUMNS.items()}


_EMPTY: dict[Kind, Callable[[], Any]] = {
    Kind.TEXT: str, Kind.CODE: str, Kind.NUMBER: lambda: None, Kind.SHARE: lambda: None, Kind.FLAG: bool,
    Kind.LIST: list, Kind.CODES: list, Kind.PLACES: list,
}

"""Which cells of a row are no longer as the program wrote them, told by a short checksum of each."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Collection

from .cells import write_cell
from .columns import COLUMNS, DATE_COLUMNS, Row

_COLUMNS = ("relation", "zone", "rule", "why", "confidence", "event", "trigger", "predicate", "who", "where", "status",
            "title", "source")
"""The columns of the checksum, in order. Left out are dates, which :mod:`.reconcile` compares with ``edtf``, quotations
that may be no more than a date, which spreadsheets rewrite, and offsets, which no reader corrects."""
_LENGTH = 3
CORRECTED = "corrected by the reader"
"""What ``why`` says of a date that is not the one read from the text."""


def checksum(row: Row) -> str:
    """The checksum of a row as the program made it: three letters or digits (15 bits) for each column it covers."""
    return "".join(_of_cell(row, column) for column in _COLUMNS)


def renewed(row: Row, column: str) -> str:
    """The row's checksum where the program itself wrote ``column`` anew."""
    told: str = row["checksum"]
    at = _LENGTH * _COLUMNS.index(column)
    return told and told[:at] + _of_cell(row, column) + told[at + _LENGTH :]


def changed(row: Row, columns: Collection[str]) -> list[str]:
    """Those of ``columns`` whose cell is not what the row's checksum was made of; none without a whole checksum.

    What follows from an edited date is no change of its own: its relation, its reason, and that it has no confidence.
    """
    told = row["checksum"]
    if len(told) != _LENGTH * len(_COLUMNS):
        return []
    parts = (told[at : at + _LENGTH] for at in range(0, len(told), _LENGTH))
    found = [column for column, part in zip(_COLUMNS, parts, strict=True)
             if column in columns and _of_cell(row, column) != part]
    if set(row["edited"]).isdisjoint(DATE_COLUMNS):
        return found
    follows = {"relation": True, "why": row["why"].startswith(CORRECTED), "confidence": row["confidence"] is None}
    return [column for column in found if not follows.get(column)]


def _of_cell(row: Row, column: str) -> str:
    """Three signs for what a cell says, whatever its white space, which spreadsheets and editors change."""
    text = " ".join(write_cell(COLUMNS[column], row[column]).split())
    digest = hashlib.sha256(f"{column}\x1f{text}".encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest)[:_LENGTH].decode("ascii").lower()

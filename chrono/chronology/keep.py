"""A re-run keeps what the reader did to the earlier table."""

from __future__ import annotations

from collections.abc import Sequence

from .checksum import CORRECTED, renewed
from .columns import AHEAD, COLUMNS, DATE_COLUMNS, READER_COLUMNS, Row
from .dates import rank, span_of

VANISHED = "not among what this run found, kept for the reader's changes"
"""What ``why`` says of a row whose event the new run did not find, or was told to leave out."""
ADDED = "added by the reader"
"""What ``why`` says of a row that no document tells."""


def keep(rows: Sequence[Row], earlier: Sequence[Row]) -> list[Row]:
    """``rows`` with the reader's columns and edited cells of the ``earlier`` rows of the same ids, in order.

    A date cell that was edited brings all cells of the date, and ``why`` says so. Earlier rows that carry changes and
    whose event is not among ``rows`` are kept, as are those the reader added, and ``why`` says so too.
    """
    changed = {row["id"]: row for row in earlier if is_changed(row) or is_added(row)}
    if not changed:
        return list(rows)
    kept = [_with_changes(row, changed.pop(row["id"])) if row["id"] in changed else row for row in rows]
    kept += [_explained(row, ADDED if is_added(row) else VANISHED) for row in changed.values()]
    return in_order(kept)


def is_changed(row: Row) -> bool:
    """Whether the reader noted, tagged, hid or edited something in ``row``."""
    return any(row[column] for column in READER_COLUMNS)


def is_added(row: Row) -> bool:
    """Whether the reader wrote ``row``: it has neither the program's checksum nor a place in a document."""
    return not (row["checksum"] or row["trigger"] or row["evidence"])


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The rows in chronological order, numbered anew; undated rows and equal dates keep the order they have."""
    def key(place: int, row: Row) -> tuple[int, ...]:
        return rank(span_of(row), row["relation"], row["status"] in AHEAD, (place,))

    ordered = sorted(enumerate(rows), key=lambda pair: key(*pair))
    return [row | {"order": number} for number, (_, row) in enumerate(ordered, 1)]


def _with_changes(row: Row, earlier: Row) -> Row:
    columns = {column for column in earlier["edited"] if column in COLUMNS and column not in ("id", "order")}
    if columns & set(DATE_COLUMNS):
        columns |= {*DATE_COLUMNS, "timex", "basis"}
    kept = row | {column: earlier[column] for column in (*READER_COLUMNS, *columns)}
    return corrected(kept, row["date"]) if columns & set(DATE_COLUMNS) else kept


def corrected(row: Row, read: str | None) -> Row:
    """The row, whose date is the reader's, with the reason of that date, and without the confidence in the one that was
    ``read`` from the text (as people write it; ``None`` where that is no longer known), unless a reader wrote these."""
    if "why" not in row["edited"] and not row["why"].startswith(CORRECTED):
        was = "another date" if read is None else read or "undated"
        row = row | {"why": f"{CORRECTED}; read from the text: {was}" + (f" ({row['why']})" if row["why"] else "")}
        row["checksum"] = renewed(row, "why")
    if "confidence" not in row["edited"]:
        row = row | {"confidence": None}
        row["checksum"] = renewed(row, "confidence")
    return row


def _explained(row: Row, reason: str) -> Row:
    """The row with the reason it is there in ``why``, which is no change of the reader's."""
    if row["why"].startswith(reason):
        return row
    explained = row | {"why": "; ".join(filter(None, (reason, row["why"])))}
    return explained | {"checksum": renewed(explained, "why")}

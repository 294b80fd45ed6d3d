"""Reads the event table back, also one that went through a spreadsheet or was typed by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..calendar import edtf, human, iso, timex
from ..documents.document import Document
from ..errors import DateError, InputError
from ..files import read_bytes
from ..reference import ReferenceTime
from .cells import read_cell
from .checksum import changed
from .chronology import Chronology
from .columns import BASES, COLUMNS, DATE_COLUMNS, STATUSES, Row, empty_row
from .dates import date_cells
from .encoding import table_text
from .ids import row_id
from .keep import corrected, in_order
from .reconcile import CellError, Dated, reconcile

_LONGEST_CELL = 1 << 28
_DELIMITERS = ",;\t|"
_DATED = ("date", "edtf", "start")
_CHOICES = {"status": (STATUSES, "happened"), "basis": (BASES, "explicit")}
_TIMES = ("start", "end", "date", "edtf", "published")


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of the table: its row number in a spreadsheet (the header is row 1), its cells by column."""

    number: int
    cells: dict[str, str]


def read_table(path: str | Path, *, documents: Iterable[Document] = (), day_first: bool | None = None) -> Chronology:
    """The chronology of a CSV table, one that ``chrono`` wrote, a spreadsheet saved, or a person typed.

    The columns ``event`` and one of ``date``, ``edtf``, ``start`` suffice. Encoding (UTF-8, UTF-16, Windows-1252),
    delimiter and date formats are found out; ``day_first`` decides ``04/12/2019`` where the table itself does not.
    Where an edited cell differs from ``edtf`` the edited cell wins; ``edited`` names it, and every other cell that the
    row's ``checksum`` shows to be changed. ``documents`` are the texts the rows point into. Raises
    :class:`InputError` naming file, row and column.
    """
    path = Path(path)
    records = _records(path)
    if day_first is None:
        day_first = _order([record.cells for record in records])
    rows = [_row(record, path, day_first) for record in records]
    _complete_ids(rows)
    _sort_undated(rows)
    given = tuple(documents)
    return Chronology(in_order(rows), given, _references(rows, given), _title(rows))


def _records(path: Path) -> list[_Record]:
    text = table_text(read_bytes(path), str(path))
    if not text.strip():
        raise InputError(f"{path}: an empty table")
    csv.field_size_limit(_LONGEST_CELL)
    skipped = 0
    if text[:4].casefold() == "sep=":  # a line by which spreadsheets tell each other the delimiter
        text, skipped = text.partition("\n")[2], 1
    return list(_by_column(path, _lines(path, text, skipped), skipped))


def _lines(path: Path, text: str, skipped: int) -> list[list[str]]:
    """The cells of each line. Quotation marks out of place are taken as they stand, but each has to be closed."""
    delimiter = _delimiter(text)
    lines: list[list[str]] = []
    try:
        lines.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        return lines
    except csv.Error as error:
        if "unexpected end" in str(error):
            number = len(lines) + 1 + skipped
            raise InputError(f"{path}: row {number}: a quotation mark that is never closed") from None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError(f"{path}: not a table ({error})") from None


def _delimiter(text: str) -> str:
    """The delimiter with which the first line has the most of our columns, else the most cells."""
    def score(delimiter: str) -> tuple[int, int]:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return len({_column(cell) for cell in header} & COLUMNS.keys()), len(header)

    return max(_DELIMITERS, key=score)


def _column(text: str) -> str:
    return "_".join(text.replace("\ufeff", "").replace("-", " ").casefold().split()).strip("_")


def _by_column(path: Path, lines: Sequence[list[str]], skipped: int) -> Iterator[_Record]:
    first = next((number for number, line in enumerate(lines) if any(cell.strip() for cell in line)), 0)
    header = [_column(cell) for cell in lines[first]]
    if "event" not in header:
        raise InputError(f"{path}: no column 'event' in the first line")
    if not set(header) & set(_DATED):
        raise InputError(f"{path}: no column 'date', 'edtf' or 'start' in the first line")
    twice = next((name for name in header if name in COLUMNS and header.count(name) > 1), None)
    if twice:
        raise InputError(f"{path}: two columns {twice!r}")
    for number, line in enumerate(lines[first + 1:], first + 2 + skipped):
        if not any(cell.strip() for cell in line):
            continue
        if any(cell.strip() for cell in line[len(header):]):
            raise InputError(f"{path}: row {number}: more cells than the first line has columns")
        line = line + [""] * (len(header) - len(line))
        yield _Record(number, {name: cell for name, cell in zip(header, line, strict=False) if name in COLUMNS})


def _order(table: Sequence[dict[str, str]]) -> bool | None:
    """Whether numeric dates put the day first: by those with one reading, else by the rows' own ``edtf``."""
    found = human.day_first(cells.get(column, "") for cells in table for column in _TIMES)
    if found is not None:
        return found
    votes = {order for cells in table for column in ("start", "end", "date") for order in (True, False)
             if _agrees(cells.get(column, ""), cells.get("edtf", ""), column, order)}
    return votes.pop() if len(votes) == 1 else None


def _agrees(text: str, truth: str, column: str, order: bool) -> bool:
    """Whether an ambiguous cell is what ``edtf`` says only when read in this order."""
    try:
        span = edtf.read(truth)
        start, end = iso.bounds(span)
        wanted = edtf.read(truth) if column == "date" else edtf.read((start if column == "start" else end)[:10])
        return human.read(text, order) == wanted and human.read(text, not order) != wanted
    except DateError:
        return False


def _row(record: _Record, path: Path, day_first: bool | None) -> Row:
    row = empty_row()
    column = ""
    try:
        for column, text in record.cells.items():
            if column not in DATE_COLUMNS:
                row[column] = read_cell(COLUMNS[column], text)
        for column, (choices, default) in _CHOICES.items():
            row[column] = _chosen(row[column], choices, default)
        column = "published"
        row["published"] = _published(row["published"], day_first)
        dated = reconcile(record.cells, day_first)
    except CellError as error:
        broken = "\n" in record.cells.get(error.column, "").strip()
        hint = "; it goes over several lines: is a quotation mark missing?" if broken else ""
        raise InputError(f"{path}: row {record.number}, column {error.column}: {error}{hint}") from None
    except (ValueError, KeyError, TypeError, DateError) as error:
        cell = record.cells.get(column, "")
        raise InputError(f"{path}: row {record.number}, column {column}: {cell!r}: {error}") from None
    if not row["event"].strip():
        raise InputError(f"{path}: row {record.number}: no event")
    row = _dated_row(row, dated, bool(dated.edited) or "timex" not in record.cells)
    row["edited"] = list(dict.fromkeys([*row["edited"], *changed(row, record.cells)]))
    return _reasoned(row, record.cells, dated)


def _reasoned(row: Row, cells: Mapping[str, str], dated: Dated) -> Row:
    """The row with the reason of its date, where that is not the one the program read."""
    if not row["checksum"] or set(row["edited"]).isdisjoint(DATE_COLUMNS):
        return row
    if dated.edited == ("edtf",):
        return corrected(row, cells.get("date", "").strip())
    truth = cells.get("edtf", "").strip()
    read = date_cells(edtf.read(truth), cells.get("relation", "").strip().casefold() or "on")["date"] if truth else ""
    return corrected(row, read if dated.edited else None)


def _dated_row(row: Row, dated: Dated, new_timex: bool) -> Row:
    row |= date_cells(dated.span, dated.relation)
    row["edited"] = list(dict.fromkeys([*row["edited"], *dated.edited]))
    if dated.span is None:
        row["basis"] = "undated"
    elif row["basis"] == "undated":
        row["basis"] = "explicit"
    span = dated.span
    if new_timex:
        row["timex"] = timex.write(span.first) if span and span.first and span.first == span.last else ""
    return row


def _chosen(text: str, choices: Sequence[str], default: str) -> str:
    text = text.casefold()
    if text and text not in choices:
        raise ValueError(f"none of {', '.join(choices)}")
    return text or default


def _published(text: str, day_first: bool | None) -> str:
    return iso.bounds(human.read(text, day_first))[0] if text else ""


def _complete_ids(rows: Sequence[Row]) -> None:
    """Give rows without an id, and copies of a row, one of their own."""
    taken: set[str] = set()
    for row in rows:
        if not row["id"] or row["id"] in taken:
            row["id"] = row_id(row["document"], row["edtf"], row["event"], taken)
        taken.add(row["id"])


def _sort_undated(rows: list[Row]) -> None:
    """Put the rows in the order they had, where the table tells one."""
    rows.sort(key=lambda row: row["order"] if row["order"] is not None else len(rows) + 1)


def _references(rows: Sequence[Row], documents: Sequence[Document]) -> dict[str, ReferenceTime]:
    """The documents' dates, as the column ``published`` or the documents themselves give them."""
    found = {row["document"]: row["published"] for row in rows if row["document"]}
    for document in documents:
        found[document.key] = found.get(document.key) or document.published or ""
    references = {}
    for key, text in found.items():
        try:
            references[key] = ReferenceTime(iso.read(text), "metadata", "the table's column published")
        except DateError:
            references[key] = ReferenceTime(None, "none", "the table gives no date of publication", 0.0)
    return references


def _title(rows: Sequence[Row]) -> str:
    return next((row["title"] for row in rows if row["title"]), "")

"""CSV, as spreadsheets open it: a header, one row an event, UTF-8, commas."""

from __future__ import annotations

import csv
from typing import TextIO

from ..chronology import COLUMNS, Chronology
from ..chronology.cells import write_cell


def write(chronology: Chronology, stream: TextIO) -> None:
    """Write the rows; :func:`chrono.chronology.read_table` reads them back unchanged.

    Lists are joined by ``; ``; free text that a spreadsheet would run as a formula has an apostrophe in front.
    """
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in chronology.rows:
        table.writerow([write_cell(kind, row[column]) for column, kind in COLUMNS.items()])

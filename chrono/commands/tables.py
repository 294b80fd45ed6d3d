"""``chrono draw`` and ``chrono explain``: what is done with a table that is there."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..api import draw
from ..chronology import Chronology, read_table
from ..documents import Document
from ..errors import InputError
from ..files import write_atomically
from ..terminal import Problems, console, print_row
from ..timeline import picture, write_assets
from .inputs import STANDARD_STREAM


def run_draw(
    table: Path,
    out: str | None,
    documents: list[Document],
    day_first: bool | None,
    pictures: list[str],
    options: dict[str, Any],
    problems: Problems,
) -> None:
    """Write the page of a table, or static pictures in place of it."""
    chronology = read_table(table, documents=documents, day_first=day_first)
    chronology = replace(chronology, title=chronology.title or table.stem)
    if pictures:
        _draw_pictures(chronology, out or str(table), pictures, str(options["lanes"]), problems)
    elif out == STANDARD_STREAM:
        sys.stdout.write(draw(chronology, **options))
    else:
        path = Path(out) if out else table.with_suffix(".html")
        write_atomically(path, draw(chronology, **options))
        if options["assets"] == "directory":
            write_assets(path.parent)
        problems.note(f"wrote {path}")
    problems.done += 1


def _draw_pictures(chronology: Chronology, out: str, forms: list[str], lanes: str, problems: Problems) -> None:
    if out == STANDARD_STREAM and len(forms) > 1:
        raise InputError("--out -: standard output takes a single picture")
    for form in forms:
        if out == STANDARD_STREAM:
            sys.stdout.buffer.write(picture(chronology, form, lanes=lanes))
            continue
        written = Path(out).with_suffix(f".{form}")
        write_atomically(written, picture(chronology, form, lanes=lanes))
        problems.note(f"wrote {written}")


def run_explain(row: str, table: Path | None, day_first: bool | None, problems: Problems) -> None:
    """Print everything about the row of this rank or id."""
    path = table or _newest_table(Path("outputs"))
    rows = read_table(path, day_first=day_first).rows
    found = [item for item in rows if row in (str(item["order"]), item["id"])]
    if not found:
        raise InputError(f"{path}: no row {row!r} among its {len(rows)}")
    print_row(found[0], console())
    problems.done += 1


def _newest_table(folder: Path) -> Path:
    tables = sorted(folder.glob("*.csv"), key=lambda path: path.stat().st_mtime)
    if not tables:
        raise InputError(f"{folder}: no table there; name one, or run chrono extract first")
    return tables[-1]

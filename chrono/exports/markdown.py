"""Markdown: the chronology as a table to paste into a text."""

from __future__ import annotations

import re
from typing import TextIO

from ..chronology import Chronology

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_HEADER = ("Date", "Event", "Status", "Read from")


def write(chronology: Chronology, stream: TextIO) -> None:
    """Write a heading where there is a title, and a table of the rows that are not hidden."""
    if chronology.title:
        stream.write(f"# {_text(chronology.title)}\n\n")
    stream.write(_line(_HEADER) + _line(("---",) * len(_HEADER)))
    for row in chronology.rows:
        if not row["hidden"]:
            cells = (row["date"] or "undated", row["event"], row["status"], row["expression"] or row["basis"])
            stream.write(_line([_text(cell) for cell in cells]))


def _line(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _text(text: str) -> str:
    """``text`` on one line, with nothing in it that Markdown or HTML would obey."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;")

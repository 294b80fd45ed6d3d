"""JSON lines: one row a line."""

from __future__ import annotations

import json
from typing import TextIO

from ..chronology import Chronology


def write(chronology: Chronology, stream: TextIO) -> None:
    """Write each row as an object with the table's columns."""
    for row in chronology.rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")

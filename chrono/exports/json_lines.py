"""JSON lines: one row a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from ..chronology import Chronology


def json_line(value: Mapping[str, Any]) -> str:
    """``value`` on one line of JSON, as it stands in UTF-8 text."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def write(chronology: Chronology, stream: TextIO) -> None:
    """Write each row as an object with the table's columns."""
    stream.writelines(map(json_line, chronology.rows))

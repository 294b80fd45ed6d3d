"""JSON: one object with the title, the documents and how each was dated, and the rows."""

from __future__ import annotations

import json
from typing import TextIO

from ..chronology import Chronology
from ..chronology.describe import described


def write(chronology: Chronology, stream: TextIO) -> None:
    """Write ``{"title", "columns", "documents", "rows"}``; lists stay lists, unknown numbers are ``null``."""
    json.dump(described(chronology) | {"rows": chronology.rows}, stream, ensure_ascii=False, indent=1)
    stream.write("\n")

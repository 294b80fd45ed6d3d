"""JSON: one object with the title, the documents and how each was dated, and the rows."""

from __future__ import annotations

import json
from typing import Any, TextIO

from ..chronology import COLUMNS, Chronology
from ..chronology.dates import period_text
from ..documents.document import Document
from ..reference import ReferenceTime


def write(chronology: Chronology, stream: TextIO) -> None:
    """Write ``{"title", "columns", "documents", "rows"}``; lists stay lists, unknown numbers are ``null``."""
    described = {document.key: document for document in chronology.documents}
    keys = list(dict.fromkeys([*described, *chronology.references]))
    json.dump({
        "title": chronology.title,
        "columns": list(COLUMNS),
        "documents": [_document(key, described.get(key), chronology.references.get(key)) for key in keys],
        "rows": chronology.rows,
    }, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _document(key: str, document: Document | None, reference: ReferenceTime | None) -> dict[str, Any]:
    told: dict[str, Any] = {"id": key}
    if document is not None:
        told |= {"title": document.title, "source": document.source, "place": document.place,
                 "language": document.language}
    if reference is not None:
        told["reference"] = {
            "date": period_text(reference.period), "source": reference.source, "why": reference.why,
            "confidence": reference.confidence,
            "alternatives": [period_text(period) for period in reference.alternatives],
        }
    return told

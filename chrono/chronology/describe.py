"""What a chronology tells besides its rows, as JSON values: its title, its columns, its documents and their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .columns import COLUMNS
from .dates import period_text

if TYPE_CHECKING:
    from ..documents.document import Document
    from ..reference import ReferenceTime
    from .chronology import Chronology


def described(chronology: Chronology) -> dict[str, Any]:
    """``{"title", "columns", "documents"}``; each document with how it was dated."""
    texts = {document.key: document for document in chronology.documents}
    keys = dict.fromkeys([*texts, *chronology.references])
    return {
        "title": chronology.title,
        "columns": list(COLUMNS),
        "documents": [_document(key, texts.get(key), chronology.references.get(key)) for key in keys],
    }


def _document(key: str, document: Document | None, reference: ReferenceTime | None) -> dict[str, Any]:
    told: dict[str, Any] = {"id": key}
    if document is not None:
        told |= {"title": document.heading, "source": document.source, "place": document.place,
                 "language": document.language}
    if reference is not None:
        told["reference"] = {
            "date": period_text(reference.period), "source": reference.source, "why": reference.why,
            "confidence": reference.confidence,
            "alternatives": [period_text(period) for period in reference.alternatives],
        }
        if reference.mode:
            told |= {"mode": reference.mode, "mode_why": reference.mode_why}
    return told

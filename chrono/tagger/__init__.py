"""The tagger: finds time expressions in a document and resolves them. Recognise → compose → anchor."""

from __future__ import annotations

from ..documents.document import Document
from ..reference import ReferenceTime
from .expression import Anchor, TimeExpression

__all__ = ["Anchor", "TimeExpression", "mode_of", "tag"]


def tag(document: Document, reference: ReferenceTime, *, mode: str = "auto",
        day_first: bool | None = None) -> list[TimeExpression]:
    """All time expressions of ``document``, in text order, resolved against ``reference``.

    ``mode`` is ``news`` (dates lean on the document's date), ``narrative`` (on the last date told) or ``auto`` (the
    text decides). ``day_first`` reads ``4/12`` as 4 December; ``None`` lets the document's own evidence decide.
    Documents in a language without a lexicon of ours are read with dateparser, and ``rule`` says so.
    """
    from . import steps  # what it imports takes a while, and who only names the types should not wait

    return steps.tag(document, reference, mode, day_first)


def mode_of(document: Document, reference: ReferenceTime, mode: str = "auto") -> tuple[str, str]:
    """How :func:`tag` reads the document, ``news`` or ``narrative``, and what told it; both empty for a document in a
    language without a lexicon of ours."""
    from . import steps

    return steps.mode_of(document, reference, mode)

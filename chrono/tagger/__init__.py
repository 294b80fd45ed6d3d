"""The tagger: finds time expressions in a document and resolves them. Recognise → compose → anchor."""

from __future__ import annotations

from functools import cache, partial

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
    from .anchoring import anchor
    from .discourse import Discourse
    from .evidence import deictic, is_narrative, reads_day_first, tells_eras
    from .language import language_of, supported
    from .recognise import recognise

    language = language_of(document)
    if language not in supported():
        from . import foreign

        return foreign.tag(document.text, language, reference, day_first)
    found = recognise(document.text, language)
    narrative = mode == "narrative" or (mode == "auto" and is_narrative(found, reference.period))
    first = reads_day_first(found) if day_first is None else day_first
    country = cache(partial(_country, document, language))
    discourse = Discourse(document.text, reference.period, narrative, first, language, country, deictic=deictic(found),
                          early_years=tells_eras(found))
    return anchor(discourse, found)


def mode_of(document: Document, reference: ReferenceTime, mode: str = "auto") -> tuple[str, str]:
    """How :func:`tag` reads the document, ``news`` or ``narrative``, and what told it; both empty for a document in a
    language without a lexicon of ours."""
    from . import evidence
    from .language import language_of, supported
    from .recognise import recognise

    language = language_of(document)
    if language not in supported():
        return "", ""
    return (mode, "as given") if mode != "auto" else evidence.mode_of(recognise(document.text, language),
                                                                       reference.period)


def _country(document: Document, language: str) -> str:
    """The ISO 3166-1 code of the country the document was written in, ``""`` when unknown."""
    from ..places import place
    from .holidays import country_of

    return country_of(place(document), language)

"""The tagger: finds time expressions in a document and resolves them. Recognise → compose → anchor."""

from __future__ import annotations

from functools import partial

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
    from .evidence import NARRATIVE, Evidence
    from .language import language_of, supported
    from .recognise import recognise

    language = language_of(document)
    if language not in supported():
        from . import foreign

        return foreign.tag(document.text, language, reference, day_first)
    found = recognise(document.text, language)
    evidence = Evidence(found)
    narrative = mode == "narrative" or (mode == "auto" and evidence.mode(reference.period)[0] == NARRATIVE)
    first = evidence.day_first if day_first is None else day_first
    discourse = Discourse(document.text, reference.period, narrative, first, language,
                          partial(_country, document, language), deictic=evidence.deictic,
                          early_years=evidence.tells_eras)
    return anchor(discourse, found)


def mode_of(document: Document, reference: ReferenceTime, mode: str = "auto") -> tuple[str, str]:
    """How :func:`tag` reads the document, ``news`` or ``narrative``, and what told it; both empty for a document in a
    language without a lexicon of ours."""
    from .evidence import Evidence
    from .language import language_of, supported
    from .recognise import recognise

    language = language_of(document)
    if language not in supported():
        return "", ""
    if mode != "auto":
        return mode, "as given"
    return Evidence(recognise(document.text, language)).mode(reference.period)


def _country(document: Document, language: str) -> str:
    """The ISO 3166-1 code of the country the document was written in, ``""`` when unknown."""
    from ..places import place
    from .holidays import country_of

    return country_of(place(document), language)

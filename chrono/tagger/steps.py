"""The tagger's steps: the language, the expressions, what they tell of the text, the dates."""

from __future__ import annotations

from functools import partial

from ..documents.document import Document
from ..reference import ReferenceTime
from .anchoring import anchor
from .discourse import Discourse
from .evidence import NARRATIVE, Evidence
from .expression import TimeExpression
from .language import language_of, supported
from .recognise import recognise


def tag(document: Document, reference: ReferenceTime, mode: str, day_first: bool | None) -> list[TimeExpression]:
    """As :func:`chrono.tagger.tag`."""
    language = language_of(document)
    if language not in supported():
        from . import foreign

        return foreign.tag(document.text, language, reference, day_first)
    found = recognise(document.text, language)
    evidence = Evidence(found, document.text)
    narrative = mode == "narrative" or (mode == "auto" and evidence.mode(reference.period)[0] == NARRATIVE)
    first = evidence.day_first if day_first is None else day_first
    discourse = Discourse(document.text, reference.period, narrative, first, language,
                          partial(_country, document, language), deictic=evidence.deictic, of_now=evidence.of_now,
                          early_years=evidence.tells_eras)
    return anchor(discourse, found)


def mode_of(document: Document, reference: ReferenceTime, mode: str) -> tuple[str, str]:
    """As :func:`chrono.tagger.mode_of`."""
    language = language_of(document)
    if language not in supported():
        return "", ""
    if mode != "auto":
        return mode, "as given"
    return Evidence(recognise(document.text, language), document.text).mode(reference.period)


def _country(document: Document, language: str) -> str:
    """The ISO 3166-1 code of the country the document was written in, ``""`` when unknown."""
    from ..places import place
    from .holidays import country_of

    return country_of(place(document), language)

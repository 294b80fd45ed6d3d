"""Event triggers in the wide sense of TimeML: every word that names a happening or a state, worth a row or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from . import lexicon, predicates
from .predicates import NOUN, STATE, Predicate
from .syntax import Syntax

if TYPE_CHECKING:
    from ..grammar import Sentence

NOUN_THRESHOLD = 0.65
"""The score from which a noun counts; set on the development part of TimeBank and AQUAINT."""


def triggers(sentences: Iterable[Sentence]) -> list[tuple[int, int, str]]:
    """The triggers of the text as (start, end, class), offsets half-open code points.

    The class is one of occurrence, reporting, aspectual, intention and state.
    """
    return [trigger for sentence in sentences for trigger in _of_sentence(Syntax(sentence))]


def _of_sentence(syntax: Syntax) -> Iterator[tuple[int, int, str]]:
    found = {predicate.index: class_of(predicate) for predicate in predicates.find(syntax) if counts(syntax, predicate)}
    for i, token in enumerate(syntax.tokens):
        if token.text.lower() == "according":
            found[i] = "reporting"
        if i in found:
            yield token.start, token.end, found[i]


def counts(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether the predicate is a trigger."""
    if predicate.kind == NOUN:
        return predicate.score >= NOUN_THRESHOLD
    if predicate.kind == STATE:
        return predicate.score >= NOUN_THRESHOLD
    return syntax.dep(predicate.index) != "amod"


def class_of(predicate: Predicate) -> str:
    """The class of a predicate by its lemma."""
    kinds = lexicon.groups("predicates")
    if predicate.kind == STATE:
        return "state"
    if predicate.kind == NOUN:
        return "occurrence"
    if any(predicate.lemma in group for group in lexicon.groups("reporting_verbs").values()):
        return "reporting"
    for name in ("aspectual", "intention"):
        if predicate.lemma in kinds[name]:
            return name
    return "state" if predicate.lemma in kinds["stative"] else "occurrence"

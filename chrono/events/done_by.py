"""What news says has been done, without saying when ("The fund has cut its visit short"): by its own date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..calendar import Period, Span
from . import lexicon
from .conjuncts import joined_to
from .dating import Dating, related
from .inferred import is_told
from .predicates import SUBJECTS, Predicate, tellable
from .rows import Row, told_by
from .status import HAPPENED
from .subjects import is_of_no_one, preceded_by_comma, subject_token
from .syntax import Syntax
from .tense import is_durative

CONFIDENCE = 0.5
_GRAMMAR = lexicon.groups("grammar")


def done_by(syntax: Syntax, found: Sequence[Predicate], rows: Sequence[Row], day: Period) -> list[Row]:
    """The rows of the sentence that only its present perfects date; ``rows`` are those it has already, ``day`` that of
    the document."""
    told = told_by(rows)
    dating = Dating(related(Span.of(day), "by"), "by", "implied", None, "done by the document's date", CONFIDENCE,
                    "events.done-by")
    return [
        Row(predicate, None, dating, HAPPENED)
        for predicate in found
        if predicate.tense == "present-perfect"
        and told.isdisjoint(_around(syntax, predicate.index))
        and told.isdisjoint(syntax.having(predicate.index, ("xcomp", "ccomp", "obj")))
        and _is_done(syntax, predicate)
    ]


def _around(syntax: Syntax, verb: int) -> list[int]:
    """The verb, those that it is joined to, and those above it; of an aside only itself."""
    above = [] if syntax.dep(verb) == "acl" else [*syntax.ancestors(verb), *joined_to(syntax, verb)]
    return [verb, *above]


def _is_done(syntax: Syntax, predicate: Predicate) -> bool:
    """A change that the main clause tells once, of someone or something."""
    verb = predicate.index
    aside = syntax.dep(verb) == "acl" and preceded_by_comma(syntax, verb)  # "the fund, which has promised a loan"
    if predicate.tense != "present-perfect" or is_durative(predicate) or not (aside or is_told(syntax, verb)):
        return False
    if not tellable(replace(predicate, tense="past")):
        return False
    subject = subject_token(syntax, verb) if aside else syntax.first(verb, *SUBJECTS)
    if subject is None or syntax.lower(subject) in _GRAMMAR["no-actor"] or is_of_no_one(syntax, verb):
        return False
    words = {syntax.lower(child) for child in syntax.having(verb, ("advmod", "obl", "det"))}
    return words.isdisjoint(_GRAMMAR["repeated"] | {"before"})

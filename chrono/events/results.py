"""What came of a dated happening by the way: "spilling oil into the bay", "sparked a fire that killed three"."""

from __future__ import annotations

from collections.abc import Sequence

from . import lexicon
from .conjuncts import BY_SENTENCE, joined_to
from .dating import taken_over
from .predicates import NOUN, SUBJECTS, Predicate, tellable
from .rows import Row
from .scene import Scene
from .status import HAPPENED
from .subjects import preceded_by_comma

_RESULTS = lexicon.groups("verbs")["result"]
_CAUSING = lexicon.groups("verbs")["causing"] | _RESULTS
_COMING_ABOUT = lexicon.groups("verbs")["coming-about"]


def by_result(scene: Scene, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
    """ "The ferry struck a rock on Tuesday, spilling oil into the bay": what it did by that, it did then."""
    syntax, at = scene.syntax, predicate.index
    results = predicate.tense == "gerund" and predicate.lemma in _RESULTS and syntax.first(at, "obj") is not None
    if not results or predicate.negated or syntax.first(at, *SUBJECTS, "mark", "case") is not None:
        return None
    first = next((i for i in (at, *syntax.ancestors(at)) if syntax.dep(i) in ("advcl", "acl")), None)
    if first is None or first < (syntax.head(first) or 0) or not preceded_by_comma(syntax, first):
        return None
    above = syntax.head(first)
    for row in rows:
        told = (row.carrier or row.predicate).index
        if _is_dated(row) and above is not None and told < at and told in (above, *joined_to(syntax, above)):
            return _with(row, predicate)
    return None


def by_relative(scene: Scene, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
    """ "Lightning on Monday sparked a fire that killed three", "The blast that killed three happened on Monday": what
    a happening brought about, or that came about then, did by the way."""
    syntax = scene.syntax
    noun = syntax.head(predicate.index)
    if not tellable(predicate) or predicate.lemma not in _RESULTS:
        return None
    if noun is None or syntax.dep(predicate.index) != "acl":
        return None
    pronoun = syntax.first(predicate.index, *SUBJECTS)
    if pronoun is None or syntax.lower(pronoun) not in ("that", "which"):
        return None
    verb, dep = syntax.head(noun), syntax.dep(noun)
    for row in rows:
        told = row.carrier or row.predicate
        caused = dep == "obj" and told.lemma in _CAUSING
        came = dep == "nsubj" and told.lemma in _COMING_ABOUT and not told.passive and told.kind != NOUN
        if _is_dated(row) and told.index == verb and (caused or came):
            return _with(row, predicate)
    return None


def _is_dated(row: Row) -> bool:
    return row.dating.span is not None and row.dating.relation in ("on", "about") and row.status == HAPPENED


def _with(row: Row, predicate: Predicate) -> Row:
    dating = taken_over(row.dating, BY_SENTENCE, f"what came of “{row.predicate.lemma}”")
    return Row(predicate, None, dating, HAPPENED)

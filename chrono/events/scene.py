"""One sentence with what is known about it, for the steps that choose its rows."""

from __future__ import annotations

from collections.abc import Sequence

from ..tagger.expression import TimeExpression
from . import lexicon
from .dating import is_after
from .name_parts import Name
from .predicates import NOUN, SUBJECTS, VERB, Predicate
from .syntax import Syntax
from .thwarted import is_missed

ANNOUNCING = lexicon.groups("grammar")["announcing-modal"]
"""Modals that tell of what is to come."""


_EMERGING = lexicon.groups("verbs")["emerging"]


class Scene:
    """The sentence's tree, its predicates by token, its names, and where the reference day ends.

    ``day_end`` is the first second after the reference day, ``None`` where that is unknown.
    """

    __slots__ = ("day_end", "kinds", "names", "predicates", "syntax")

    def __init__(self, syntax: Syntax, found: Sequence[Predicate], names: Sequence[Name], day_end: int | None) -> None:
        self.syntax = syntax
        self.predicates = {predicate.index: predicate for predicate in found}
        self.names = names
        self.day_end = day_end
        self.kinds = lexicon.groups("predicates")

    def is_ahead(self, expression: TimeExpression) -> bool:
        """Whether the expression lies after the document's date."""
        if expression.value == "FUTURE_REF":
            return True
        return self.day_end is not None and expression.span is not None and is_after(expression.span, self.day_end)

    def tells_ahead(self, predicate: Predicate) -> bool | None:
        """Whether the predicate's form tells of what is to come (True), of what is past (False), or neither."""
        if predicate.negated and predicate.modal == "could":
            # what was not possible; in what is reported, perhaps what is to come
            return None if self.syntax.dep(predicate.index) == "ccomp" else False
        if predicate.kind == NOUN:
            case = self.syntax.first(predicate.index, "case")
            return True if case is not None and self.syntax.lower(case) == "pending" else None
        if is_missed(self.syntax, predicate):
            return False
        if predicate.modal in ANNOUNCING or predicate.tense == "future" or is_to_be(self.syntax, predicate):
            return True
        at = predicate.index
        above = self.predicates.get(self.syntax.tokens[at].head)
        if predicate.tense == "gerund" and above is not None and above.tense == "past" and not above.modal:
            return self.tells_ahead(above)
        beside = {self.syntax.lower(child) for child in self.syntax.children[at] if child < at}
        if "due" in beside and "had" not in beside:
            return True  # "was due to open"
        if predicate.tense == "past-perfect" and predicate.passive and not self.content(predicate):
            return False  # "had been expected in March"
        past = predicate.tense in ("past", "past-perfect", "present-perfect")
        return (
            False if past and not self.content(predicate) and predicate.lemma not in self.kinds["intention"] else None
        )

    def content(self, predicate: Predicate) -> Predicate | None:
        """The predicate that says what is planned or foretold by ``predicate``."""
        for child in self.syntax.having(predicate.index, ("xcomp", "ccomp", "csubj", "acl", "advcl")):
            content = self.predicates.get(child)
            if (
                content
                and content.kind != NOUN
                and (content.tense in ("infinitive", "future", "gerund") or content.modal)
            ):
                return content
        return None

    def only_emerges(self, predicate: Predicate) -> bool:
        """ "it emerged on Tuesday": only that something came to be known."""
        subjects = self.syntax.having(predicate.index, ("nsubj", "expl"))
        return predicate.lemma in _EMERGING and any(self.syntax.lower(i) == "it" for i in subjects)

    def reported_by(self, verb: int) -> set[int]:
        """The main predicates of what the verb reports."""
        found = set(self.syntax.having(verb, ("ccomp", "csubj", "parataxis")))
        head = self.syntax.head(verb)
        if self.syntax.dep(verb) == "parataxis" and head is not None:
            found.add(head)
        return found

    def noun_child(self, verb: int, deps: Sequence[str], score: float) -> Predicate | None:
        """The first event noun of at least ``score`` that depends on the verb in one of these ways."""
        for child in self.syntax.children[verb]:
            thing = self.predicates.get(child)
            full = self.syntax.tokens[child].dep
            if (
                thing
                and thing.kind == NOUN
                and thing.score >= score
                and (full in deps or full.partition(":")[0] in deps)
            ):
                return thing
        return None

    def subject_noun(self, verb: int) -> Predicate | None:
        """The event noun that is the subject of ``verb``."""
        return self.noun_child(verb, SUBJECTS, 0.3)


def is_to_be(syntax: Syntax, predicate: Predicate) -> bool:
    """ "The president to sign it Friday", "with the winner to play on Sunday": an infinitive that tells what is to
    come, as no finite verb governs it."""
    to = next((c for c in syntax.children[predicate.index] if syntax.lower(c) == "to"), None)
    helper = syntax.first(predicate.index, "aux")
    if predicate.kind != VERB or predicate.tense != "infinitive" or to is None or (helper is not None and helper < to):
        return False
    dep, noun = syntax.dep(predicate.index), syntax.head(predicate.index)
    if dep != "acl" or noun is None:
        return dep == "root" and syntax.first(predicate.index, *SUBJECTS) is not None
    case = syntax.first(noun, "case")
    return case is not None and syntax.lower(case) == "with"


def is_reporting(predicate: Predicate) -> bool:
    """A verb of saying or thinking."""
    return predicate.kind == VERB and is_reporting_lemma(predicate.lemma)


def is_reporting_lemma(lemma: str) -> bool:
    """Whether this is the lemma of a verb of saying or thinking."""
    return any(lemma in group for group in lexicon.groups("reporting_verbs").values())

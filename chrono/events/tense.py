"""When something happened as tense, aspect and modality tell it, seen from the day of the report."""

from __future__ import annotations

from collections.abc import Mapping

from . import lexicon, status
from .predicates import NOUN, STATE, VERB, Predicate
from .syntax import Syntax
from .triggers import class_of

TODAY, PAST, FUTURE, ONGOING, PAST_STRETCH, FUTURE_STRETCH = (
    "today",
    "past",
    "future",
    "ongoing",
    "past stretch",
    "future stretch",
)
LEAD = 4
"""How many sentences of a story tell the news of the day even in subordinate clauses."""
_ATTITUDES = lexicon.groups("verbs")["remark"]
_ATTEMPTS = lexicon.groups("verbs")["seeking"]
_LIMITS = frozenset({"until", "unless", "if", "once", "whether", "before"})


class Viewpoint:
    """Reads tenses in one sentence. ``found`` are its predicates by token, ``position`` its number in the text."""

    def __init__(self, syntax: Syntax, found: Mapping[int, Predicate], position: int) -> None:
        self.syntax = syntax
        self._found = found
        self._position = position

    def kind(self, predicate: Predicate) -> tuple[str, str]:
        """When the predicate happens as seen from the day of its report, and the reason."""
        kind = class_of(predicate)
        durative = is_durative(predicate)
        if predicate.kind == NOUN:
            return self._of_noun(predicate)
        if predicate.modal or predicate.tense == "future":
            return FUTURE_STRETCH if durative else FUTURE, "a modal"
        if self._awaited(predicate):
            return FUTURE, "a condition or limit to come"
        if predicate.tense == "infinitive":
            return self._of_infinitive(predicate)
        if predicate.tense in ("gerund", "participle") and not predicate.progressive:
            return self._of_participle(predicate)
        if predicate.tense == "past-perfect":
            return PAST, "past perfect"
        if predicate.tense == "present-perfect":
            return (ONGOING if kind == "state" or predicate.progressive else TODAY), "present perfect"
        if predicate.tense == "past":
            if predicate.lemma in _ATTEMPTS and self._is_reported(predicate):
                return PAST, "a past intention that is reported"
            if kind in ("reporting", "aspectual", "intention", "state"):
                return TODAY, f"a past {kind} verb"
            return (PAST_STRETCH, "a past process") if predicate.progressive else self._of_past(predicate)
        if kind in ("reporting", "intention") or predicate.lemma in _ATTITUDES:
            return TODAY, "a present attitude"
        return ONGOING, "the present"

    def _is_reported(self, predicate: Predicate) -> bool:
        """ "said they sought it": the sequence of tenses puts it before the saying."""
        governor = self._governor(predicate.index)
        return (
            self.syntax.dep(predicate.index) == "ccomp" and governor is not None and class_of(governor) == "reporting"
        )

    def _of_past(self, predicate: Predicate) -> tuple[str, str]:
        if status.governor(self.syntax, predicate.index) is None and self.syntax.dep(predicate.index) in (
            "root",
            "conj",
            "ccomp",
            "parataxis",
        ):
            return TODAY, "a past main verb"
        return (TODAY if self._position < LEAD else PAST), "a past subordinate verb"

    def _awaited(self, predicate: Predicate) -> bool:
        """Present tense behind "until", "if", "when" … of something to come."""
        if predicate.tense != "present":
            return False
        return any(
            self.syntax.lower(child) in _LIMITS
            for child in self.syntax.children[predicate.index]
            if child < predicate.index
        )

    def _of_participle(self, predicate: Predicate) -> tuple[str, str]:
        governor = self._governor(predicate.index)
        if governor is None:
            return (ONGOING if is_durative(predicate) else TODAY), "a participle alone"
        if predicate.tense == "participle" and self.syntax.dep(predicate.index) == "acl":
            noun = self._found.get(self.syntax.tokens[predicate.index].head)
            if noun is not None and noun.kind == NOUN and predicate.lemma in lexicon.groups("predicates")["light"]:
                return self.kind(noun)
            return PAST, "a past participle behind its noun"
        if class_of(predicate) == "reporting" and governor.tense == "infinitive":
            governor = self._finite_above(governor) or governor
        if is_durative(predicate) and predicate.tense == "gerund":
            return ONGOING, "a process beside"
        return self.kind(governor)[0], "the tense of its governor"

    def _of_noun(self, predicate: Predicate) -> tuple[str, str]:
        governor = self._governor(predicate.index)
        durative = is_durative(predicate)
        own = status.of(self.syntax, predicate)
        if own in (status.PLANNED, status.POSSIBLE):
            return FUTURE_STRETCH if durative else FUTURE, "a planned noun"
        if governor is None:
            return ONGOING if durative else TODAY, "a noun alone"
        above = self.kind(governor)[0]
        if above in (FUTURE, FUTURE_STRETCH):
            return FUTURE_STRETCH if durative else FUTURE, "a noun of a future verb"
        if durative:
            return ONGOING, "a lasting noun"
        return above, f"a noun of a {class_of(governor)} verb, {above}"

    def _of_infinitive(self, predicate: Predicate) -> tuple[str, str]:
        governor = self._governor(predicate.index)
        kinds = lexicon.groups("predicates")
        if governor is not None and governor.lemma in kinds["implicative"] | kinds["aspectual"]:
            return self.kind(governor)[0], "an infinitive that happened"
        return FUTURE_STRETCH if is_durative(predicate) else FUTURE, "an infinitive"

    def _finite_above(self, predicate: Predicate) -> Predicate | None:
        """ "pledged to stand by them, warning …": whoever warns does so when they pledge."""
        above = (self._found.get(i) for i in self.syntax.ancestors(predicate.index))
        return next((verb for verb in above if verb is not None and verb.kind == VERB and verb.finite), None)

    def _governor(self, i: int) -> Predicate | None:
        return next(
            (
                self._found[above]
                for above in self.syntax.ancestors(i)
                if above in self._found and self._found[above].kind in (VERB, STATE)
            ),
            None,
        )


def is_durative(predicate: Predicate) -> bool:
    """A state, or a happening that goes on for a while."""
    kinds = lexicon.groups("predicates")
    return (
        predicate.lemma in kinds["durative"]
        or predicate.lemma in kinds["stative"]
        or predicate.kind == STATE
        or predicate.progressive
    )

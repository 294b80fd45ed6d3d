"""Predicates: the words of a sentence that name what happens or holds, and how they are told (tense, modality, …)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from . import lexicon
from .syntax import Syntax

VERB, NOUN, STATE = "verb", "noun", "state"

SUBJECTS = ("nsubj", "csubj")
NEGATIONS = lexicon.groups("grammar")["negation"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate of a sentence.

    ``index`` is its token; ``kind`` verb, noun (an event noun) or state (a copular adjective or noun); ``tense`` past,
    present, future, past-perfect, present-perfect, infinitive, participle, gerund or none, that of the group's
    finite word; ``progressive`` and ``passive`` its aspect and voice; ``modal`` the lemma of its modal or ``""``;
    ``negated`` whether it is denied by a word of its own; ``score`` how surely a noun names an
    occurrence (1 for verbs).
    """

    index: int
    kind: str
    lemma: str
    tense: str = "none"
    progressive: bool = False
    passive: bool = False
    modal: str = ""
    negated: bool = False
    score: float = 1.0

    @property
    def finite(self) -> bool:
        """Whether it is told in a tense of its own."""
        return self.tense in ("past", "present", "future", "past-perfect", "present-perfect")


def find(syntax: Syntax, skip: Collection[int] = (), threshold: float = 0.3) -> list[Predicate]:
    """All predicates of the sentence, nouns that score at least ``threshold`` included, in text order.

    ``skip`` are tokens that cannot be one (those of time expressions).
    """
    found = []
    for i, token in enumerate(syntax.tokens):
        if i in skip:
            continue
        if token.upos == "VERB" or (token.upos == "AUX" and syntax.dep(i) not in ("aux", "cop")):
            if not _is_function_verb(syntax, i):
                found.append(_verb(syntax, i, VERB))
        elif any(syntax.dep(child) == "cop" for child in syntax.children[i]):
            score = noun_score(syntax, i) if token.upos == "NOUN" else 0.0
            found.append(_verb(syntax, i, STATE, score))
        elif token.upos == "ADJ" and _is_due(syntax, i):
            found.append(Predicate(i, STATE, "due"))
        elif token.upos == "NOUN" or (token.upos == "PROPN" and token.lemma.lower() in lexicon.noun_scores()):
            score = noun_score(syntax, i)
            if score >= threshold:
                found.append(_noun(syntax, i, score))
    return found


def _is_due(syntax: Syntax, i: int) -> bool:
    """ "a loan due on 1 June": when it is due is told of the loan."""
    return syntax.lower(i) == "due" and syntax.dep(i) == "acl" and syntax.first(i, "obl") is not None


def at(syntax: Syntax, i: int) -> Predicate:
    """The token ``i`` read as a predicate, whatever it is."""
    token = syntax.tokens[i]
    if token.upos in ("VERB", "AUX"):
        return _verb(syntax, i, VERB)
    if any(syntax.dep(child) == "cop" for child in syntax.children[i]):
        return _verb(syntax, i, STATE, noun_score(syntax, i) if token.upos == "NOUN" else 0.0)
    return _noun(syntax, i, max(noun_score(syntax, i), 0.5))


def tellable(predicate: Predicate) -> bool:
    """A change told as past by a finite verb of its own."""
    kinds = lexicon.groups("predicates")
    return (
        predicate.kind == VERB
        and predicate.tense == "past"
        and not predicate.negated
        and not predicate.modal
        and not predicate.progressive
        and predicate.lemma not in kinds["stative"]
        and predicate.lemma not in lexicon.groups("reporting_verbs")["plain"]
        and not (predicate.passive and predicate.lemma in kinds["intention"])
    )


def _is_function_verb(syntax: Syntax, i: int) -> bool:
    """Verb forms used as prepositions, conjunctions or plain adjectives ("including", "based", "leading role")."""
    dep = syntax.dep(i)
    if dep == "ccomp" and syntax.lower(i - 1) in ("'s", "’s") and syntax.first(i, *SUBJECTS) is None:
        return True  # "sold the owner's painted cart"
    if dep in ("case", "mark", "cc", "fixed", "compound", "det", "aux", "discourse", "amod"):
        return True
    return (
        syntax.lower(i) in lexicon.groups("grammar")["prepositional"]
        and dep in ("case", "mark", "obl", "advcl", "amod")
        and not syntax.having(i, SUBJECTS)
    )


def noun_score(syntax: Syntax, i: int) -> float:
    """How surely the noun ``i`` names an occurrence here: the word's own score, moved by how it is used."""
    token = syntax.tokens[i]
    lemma = token.lemma.lower()
    score = lexicon.noun_scores().get(lemma)
    if score is None:
        score = 0.6 if lemma.startswith("re") and lexicon.noun_scores().get(lemma[2:].lstrip("-"), 0) > 0.5 else 0.0
    if score <= 0.05:
        return score
    if syntax.dep(i) == "compound" or token.dep in ("nmod:poss", "obl:unmarked") or token.upos == "PROPN":
        score -= 0.5
    if "Number=Plur" in token.feats:
        score -= 0.05
    determined = any(
        syntax.dep(child) in ("det", "acl") or syntax.tokens[child].dep == "nmod:poss" or _is_of_phrase(syntax, child)
        for child in syntax.children[i]
    )
    return score + 0.05 if determined else score - 0.05


def _is_of_phrase(syntax: Syntax, child: int) -> bool:
    return syntax.dep(child) == "nmod" and any(syntax.lower(below) == "of" for below in syntax.children[child])


def _noun(syntax: Syntax, i: int, score: float) -> Predicate:
    negated = any(syntax.lower(child) in ("no", "without", "neither") for child in syntax.children[i])
    return Predicate(i, NOUN, syntax.lemma(i), negated=negated, score=score)


def _verb(syntax: Syntax, i: int, kind: str, score: float = 1.0) -> Predicate:
    """Read tense, aspect, voice, modality and negation off the verb and its auxiliaries.

    A coordinated verb without auxiliaries or a subject of its own shares those of the first ("has won and lost").
    """
    helpers = [child for child in syntax.children[i] if syntax.dep(child) in ("aux", "cop")]
    own = helpers
    form = syntax.tokens[i].feats
    if (
        not helpers
        and syntax.dep(i) == "conj"
        and syntax.first(i, *SUBJECTS, "mark") is None
        and "VerbForm=Fin" not in form
    ):
        head = syntax.head(i)
        if head is not None and syntax.tokens[head].upos in ("VERB", "AUX"):
            helpers = [child for child in syntax.children[head] if syntax.dep(child) == "aux" and child < i]
            if syntax.first(i, "obj") is not None and any(syntax.tokens[c].dep == "aux:pass" for c in helpers):
                helpers = []  # "was appointed in 2003 and turned down a film"
                form = "Mood=Ind|Tense=Past|VerbForm=Fin"
    lemmas = [_helper_lemma(syntax, i, child) for child in helpers]
    words = [syntax.lower(child) for child in helpers]
    modal = next((lemma for child, lemma in zip(helpers, lemmas, strict=True) if _is_modal(syntax, child)), "")
    negated = any(syntax.lower(c) in NEGATIONS for c in syntax.children[i] if not _opens_until(syntax, c)) or any(
        syntax.lower(grandchild) in NEGATIONS for child in own for grandchild in syntax.children[child]
    )
    passive = any(syntax.tokens[child].dep == "aux:pass" for child in helpers) or "Voice=Pass" in form
    progressive = (
        ("VerbForm=Ger" in form or "Tense=Pres|VerbForm=Part" in form or syntax.lower(i).endswith("ing"))
        and "be" in lemmas
        and kind == VERB
    )
    tense = _tense(syntax, i, helpers, lemmas, words, modal, kind)
    return Predicate(i, kind, syntax.lemma(i), tense, progressive, passive, modal, negated, score)


def _opens_until(syntax: Syntax, i: int) -> bool:
    """ "Not until May did they leave": they did."""
    return i == 0 and syntax.lower(1) in ("until", "till")


def _helper_lemma(syntax: Syntax, verb: int, helper: int) -> str:
    """The lemma of an auxiliary; "'s" before a participle of the past is "has" unless it makes a passive."""
    short = syntax.lower(helper) in ("'s", "’s") and syntax.tokens[helper].dep == "aux"
    return "have" if short and not syntax.lower(verb).endswith("ing") else syntax.lemma(helper)


def _is_modal(syntax: Syntax, i: int) -> bool:
    return syntax.lemma(i) in _MODALS or syntax.lower(i) in _MODALS


_MODALS = lexicon.groups("grammar")["modal"]


def _tense(
    syntax: Syntax, i: int, helpers: list[int], lemmas: list[str], words: list[str], modal: str, kind: str
) -> str:
    if modal in ("will", "shall", "wo", "'ll"):
        return "future"
    if modal:
        return "present"
    if "have" in lemmas and any(
        lemma == "have" and not _is_main_have(syntax, child) for child, lemma in zip(helpers, lemmas, strict=True)
    ):
        if any(word in ("had", "'d") for word in words):
            return "past-perfect"
        return "infinitive" if any(syntax.lower(c) == "to" for c in syntax.children[i]) else "present-perfect"
    if helpers and any(_leads_to_infinitive(syntax, c) and helpers[0] < c < i for c in syntax.children[i]):
        return "infinitive"  # "was to take eight months", "was due to start"
    if helpers and any(lemma in ("be", "do", "get", "have") for lemma in lemmas):
        finite = next((word for word in words if word in _PAST_HELPERS or word in _PRESENT_HELPERS), "")
        if finite:
            return "past" if finite in _PAST_HELPERS else "present"
        return "infinitive" if "be" in words else "participle"
    form = syntax.tokens[i].feats
    if "VerbForm=Inf" in form or any(
        syntax.dep(child) == "mark" and syntax.lower(child) == "to" for child in syntax.children[i]
    ):
        return "infinitive"
    if "VerbForm=Ger" in form:
        return "gerund"
    if "VerbForm=Part" in form:
        if syntax.lower(i).endswith("ing"):
            return "gerund"
        return "past" if syntax.first(i, "nsubj") is not None and syntax.dep(i) != "acl" else "participle"
    if "Tense=Past" in form:
        return "past"
    if "Tense=Pres" in form:
        return "present"
    return "infinitive" if kind == VERB else "none"


def _leads_to_infinitive(syntax: Syntax, child: int) -> bool:
    return syntax.lower(child) == "to" or any(syntax.lower(c) == "to" for c in syntax.having(child, ("fixed",)))


def _is_main_have(syntax: Syntax, i: int) -> bool:
    return syntax.dep(i) not in ("aux",)


_PAST_HELPERS = lexicon.groups("grammar")["past-helper"]
_PRESENT_HELPERS = lexicon.groups("grammar")["present-helper"]

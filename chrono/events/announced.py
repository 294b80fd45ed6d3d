"""Undated rows of what is told as still to come: "will be rebuilt", "is to lend boats", "a possible visit by Xi"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from . import lexicon
from .dating import Dating
from .inferred import UNDATED
from .predicates import NOUN, SUBJECTS, VERB, Predicate
from .pronouns import is_expletive
from .relevance import is_generic
from .rows import Row, told_by
from .scene import ANNOUNCING, Scene, is_reporting, is_reporting_lemma
from .status import PLANNED, POSSIBLE, governor, of
from .subjects import subject_token
from .syntax import Syntax

_PRO_VERBS = lexicon.groups("verbs")["pro-verb"]
_NO_ANNOUNCERS = lexicon.groups("grammar")["no-actor"] | lexicon.groups("grammar")["no-announcer"]


def announced(scene: Scene, rows: Sequence[Row]) -> list[Row]:
    """Undated events told as still to come: "will be rebuilt", "a possible visit by Xi"."""
    if scene.syntax.tokens[-1].text == "?":
        return []
    taken = told_by(rows)
    found = []
    for index, predicate in scene.predicates.items():
        if index in taken or not (_is_announced(scene, predicate) or _is_undertaken(scene, predicate, taken)):
            continue
        status = of(scene.syntax, predicate, after_reference=True)
        confidence = UNDATED if status == PLANNED else round(UNDATED - 0.2, 2)
        dating = Dating(None, "after", "undated", None, "told as still to come, undated", confidence, "events.to-come")
        found.append(Row(predicate, None, dating, status, future=True))
    return found


def _is_announced(scene: Scene, predicate: Predicate) -> bool:
    syntax = scene.syntax
    if predicate.negated:
        return False
    if predicate.kind == NOUN:
        return (
            predicate.score >= 0.6
            and not is_generic(scene, predicate)
            and of(syntax, predicate) in (PLANNED, POSSIBLE)
            and predicate.lemma not in ("plan", "deadline")
            and _names_someone(scene, predicate.index)
            and syntax.dep(predicate.index) in ("obj", "conj", "nsubj", "appos")
        )
    modal = predicate.modal in ANNOUNCING or _is_arranged(syntax, predicate)
    goes_on = any(syntax.lower(c) == "on" for c in syntax.having(predicate.index, ("compound", "advmod")))
    if (
        predicate.kind != VERB
        or not modal
        or predicate.lemma in scene.kinds["stative"]
        or (predicate.lemma in _PRO_VERBS and not goes_on)
        or (is_reporting(predicate) and not predicate.passive)
        or is_generic(scene, predicate)
    ):
        return False
    joined = syntax.dep(predicate.index) == "conj"
    subject = subject_token(syntax, predicate.index) if joined else syntax.first(predicate.index, *SUBJECTS)
    if subject is None or (syntax.lower(subject) in _NO_ANNOUNCERS and not _is_teller(scene, predicate, subject)):
        return False
    if _supposes(syntax) and not _names_someone(scene, subject):
        return False
    if any(syntax.lower(c) == "whether" for c in syntax.having(predicate.index, ("mark",))):
        return False  # "asked whether he would walk"
    if predicate.modal in ("would", "could") and (not _is_reported(scene, predicate) or _told_me(scene, predicate)):
        return False
    return syntax.dep(predicate.index) in ("root", "ccomp", "conj", "parataxis")


def _is_arranged(syntax: Syntax, predicate: Predicate) -> bool:
    """ "The navy is to lend boats": told as fixed."""
    helpers = {syntax.lower(child) for child in syntax.children[predicate.index] if child < predicate.index}
    return predicate.tense == "infinitive" and "to" in helpers and not helpers.isdisjoint(("is", "are"))


def _is_teller(scene: Scene, predicate: Predicate, subject: int) -> bool:
    """ "The board said it would send a team": it is the board."""
    syntax, above = scene.syntax, governor(scene.syntax, predicate.index)
    if above is None or above.relation != "ccomp" or syntax.lower(subject) != "it" or is_expletive(syntax, subject):
        return False
    teller = syntax.first(above.index, "nsubj")
    if teller is None or syntax.plural(teller):
        return False
    return syntax.tokens[teller].upos == "PROPN" or syntax.lemma(teller) in _BODIES


_BODIES = lexicon.groups("people")["organisation-noun"] | lexicon.groups("people")["body-noun"]


def _is_undertaken(scene: Scene, predicate: Predicate, dated: Collection[int]) -> bool:
    """ "has promised to release the tapes": what someone bound himself to do, on no day that is told."""
    above = governor(scene.syntax, predicate.index)
    if above is None or above.relation != "xcomp" or above.lemma not in _UNDERTAKING or above.index in dated:
        return False
    verb = scene.predicates.get(above.index)
    acts = predicate.kind == VERB and predicate.tense == "infinitive" and predicate.lemma not in scene.kinds["stative"]
    if verb is None or verb.kind != VERB or not acts or predicate.negated:
        return False
    return verb.tense in ("present-perfect", "present") and not (verb.negated or verb.modal or verb.passive)


_UNDERTAKING = lexicon.groups("verbs")["undertaking"]


def _told_me(scene: Scene, predicate: Predicate) -> bool:
    """ "she told me the camera would frighten them", "it would outlive us, we thought": a memory, no announcement."""
    above = governor(scene.syntax, predicate.index)
    if above is None:
        return False
    listeners = scene.syntax.having(above.index, ("obj", "iobj"))
    thinkers = scene.syntax.having(above.index, ("nsubj",))
    return any(scene.syntax.lower(i) in ("me", "us") for i in listeners) or any(
        scene.syntax.lower(i) in ("i", "we") for i in thinkers
    )


def _supposes(syntax: Syntax) -> bool:
    """A sentence that opens with a condition weighs what might be; it announces nothing."""
    return next((token.text.lower() for token in syntax.tokens if token.upos != "PUNCT"), "") in (
        "if",
        "unless",
        "suppose",
    )


def _is_reported(scene: Scene, predicate: Predicate) -> bool:
    """Whether it is the content of a report, also of one that it is joined to ("…, and that …")."""
    above = governor(scene.syntax, predicate.index)
    head = scene.syntax.head(predicate.index)
    lemmas = {above.lemma} if above else set()
    if scene.syntax.dep(predicate.index) == "conj" and head is not None:
        lemmas.add(scene.syntax.lemma(head))
    return any(is_reporting_lemma(lemma) for lemma in lemmas)


def _names_someone(scene: Scene, noun: int) -> bool:
    inside = set(scene.syntax.subtree(noun))
    return any(name.first in inside for name in scene.names)

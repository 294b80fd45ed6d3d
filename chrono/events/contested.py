"""Rows of what is only said to have happened: denied, alleged, rumoured."""

from __future__ import annotations

from collections.abc import Sequence

from . import lexicon
from .dating import Dating
from .predicates import SUBJECTS, VERB
from .rows import Row, told_by
from .scene import Scene
from .status import CLAIMED, DENIED, governor, of

CONTESTED = 0.4
"""The confidence of an undated row of what may not have happened."""
_RUMOURS = lexicon.groups("verbs")["rumour"]
_CONTESTING = lexicon.groups("verbs")["contesting"]


def contested(scene: Scene, rows: Sequence[Row]) -> list[Row]:
    """Undated events that someone denies or alleges: "denied that the plan had been dropped"."""
    taken = told_by(rows)
    found = []
    for index, predicate in scene.predicates.items():
        changes = predicate.kind == VERB and predicate.lemma not in scene.kinds["stative"] and not predicate.modal
        teller = _contests(scene, index) if changes and not predicate.negated and index not in taken else None
        if teller is None or _is_of_none(scene, index):
            continue
        status = of(scene.syntax, predicate)
        if status not in (DENIED, CLAIMED):
            continue
        why = f"what “{teller}” is about, undated"
        dating = Dating(None, "on", "undated", None, why, CONTESTED, "events.contested")
        found.append(Row(predicate, None, dating, status))
    return found


def _contests(scene: Scene, i: int) -> str | None:
    """The verb that denies or alleges what ``i`` tells, or the noun for it that is denied ("a report that …")."""
    syntax, head = scene.syntax, scene.syntax.head(i)
    if head is not None and syntax.dep(i) == "acl" and syntax.lemma(head) in _RUMOURS:
        return syntax.lemma(head) if of(syntax, scene.predicates[i]) == DENIED else None
    above = governor(syntax, i)
    if above is None or above.lemma not in _CONTESTING or above.relation not in ("ccomp", "xcomp"):
        return None
    teller = scene.predicates.get(above.index)
    return None if teller is None or teller.negated else above.lemma


def _is_of_none(scene: Scene, i: int) -> bool:
    """ "denied that any such call took place": of no one thing; not "that he had ordered anyone to burn it"."""
    syntax = scene.syntax
    subject = syntax.first(i, *SUBJECTS)
    words = [] if subject is None else syntax.subtree(subject)
    return any(syntax.lower(below) in ("any", "anyone", "anything") for below in words)

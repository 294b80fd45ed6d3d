"""Repair of clauses that tell how long before or after something else was: "a day after talks collapsed"."""

from __future__ import annotations

import re

from .tree import Tree
from .words import NOMINAL

_UNIT = re.compile(r"(?:.* )?(?:minute|hour|day|week|fortnight|month|year|decade)s?", re.IGNORECASE)
_STOPS = (",", ";", ":", "—", "–", '"', "”")
_FARTHEST = 14
"""How many words behind the conjunction the verb of its clause may stand."""


def mend(tree: Tree) -> None:
    """Apply the rule to ``tree``."""
    for i in range(1, len(tree.tokens) - 2):
        if tree.word(i) in ("after", "before") and _UNIT.fullmatch(tree.tokens[i - 1].text):
            _open_clause(tree, i)


def _open_clause(tree: Tree, i: int) -> None:
    """The length of time belongs to the clause that the conjunction opens, which is an aside of the verb before it."""
    verb = _verb_behind(tree, i)
    if verb is None:
        return
    main = _verb_before(tree, i - 1, verb)
    subject = next((c for c in tree.children(verb) if tree.dep(c) in ("nsubj", "csubj", "expl") and i < c < verb), None)
    if subject is None:
        subject = next((k for k in range(i + 1, verb) if _heads_phrase(tree, k, i)), None)
        if subject is None:
            return
        passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(verb))
        tree.change(subject, head=verb, dep="nsubj:pass" if passive else "nsubj")
    if main is not None:
        tree.change(verb, head=main, dep="advcl")
    tree.change(i, head=verb, dep="mark", upos="SCONJ")
    tree.change(i - 1, head=verb, dep="obl:unmarked")


def _verb_behind(tree: Tree, i: int) -> int | None:
    """The finite verb of the clause behind ``i``, or an adjective with its copula."""
    for k in range(i + 1, min(i + _FARTHEST, len(tree.tokens))):
        token = tree.tokens[k]
        if token.text in _STOPS or tree.word(k) in ("who", "which", "that", "whose", "and"):
            return None
        helped = any(tree.dep(c) in ("aux", "cop") and "VerbForm=Fin" in tree.tokens[c].feats for c in tree.children(k))
        if token.upos == "VERB" and (helped or ("VerbForm=Fin" in token.feats and k > i + 1)):
            return k
        if token.upos in ("ADJ", "NOUN") and helped:
            return k
    return None


def _verb_before(tree: Tree, length: int, verb: int) -> int | None:
    """The verb before the length of time, of which the clause of ``verb`` is an aside; ``None``: it keeps its own."""
    above, seen = tree.tokens[length].head, set()
    while above not in seen and (above >= length or tree.tokens[above].upos not in ("VERB", "AUX")):
        seen.add(above)
        above = tree.tokens[above].head
    if above < length and tree.tokens[above].upos in ("VERB", "AUX") and above != verb:
        return above
    before = [k for k in range(length) if tree.tokens[k].upos == "VERB" and tree.has_subject(k)]
    return before[-1] if before and tree.tokens[verb].head != before[-1] else None


def _heads_phrase(tree: Tree, k: int, i: int) -> bool:
    token = tree.tokens[k]
    return token.upos in NOMINAL | {"PRON"} and not i < token.head < k and token.dep not in ("compound", "nmod:poss")

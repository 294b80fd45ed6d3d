"""Repairs of names that end in "'s" and own nothing: "Moody's cut the rating", "shares of McDonald's"."""

from __future__ import annotations

from .tree import Tree
from .words import NOMINAL, PAST

_OWNED = frozenset({*NOMINAL, "ADJ", "NUM", "PRON"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    for i in range(1, len(tree.tokens) - 1):
        if tree.tokens[i].text in ("'s", "’s") and tree.dep(i) == "case" and tree.tokens[i].head < i:
            _free_subject(tree, i)
            _close_name(tree, i)


def _free_subject(tree: Tree, mark: int) -> None:
    """ "Moody's cut the rating": no verb in the past with an object is owned; the owner is its subject."""
    name, verb = tree.tokens[mark - 1], mark + 1
    if name.upos != "PROPN" or name.dep != "nmod:poss" or name.head != verb or tree.tokens[verb].upos != "VERB":
        return
    objects = [c for c in tree.children(verb) if tree.dep(c) in ("obj", "ccomp") and c > verb]
    if objects and "Tense=Past" in tree.tokens[verb].feats and not tree.has_subject(verb):
        tree.change(name.i, dep="nsubj")
        tree.change(verb, feats=PAST)


def _close_name(tree: Tree, mark: int) -> None:
    """ "McDonald's opened a shop": where nothing owned follows, the mark is part of the name."""
    name = tree.tokens[mark - 1]
    behind = next((token for token in tree.tokens[mark + 1 :] if token.upos != "ADV"), name)
    if name.upos != "PROPN" or name.dep == "nmod:poss" or behind.upos in _OWNED:
        return
    after = [token.upos for token in tree.tokens[behind.i + 1 : behind.i + 2]]
    if behind.upos == "VERB" and name.head != behind.i and not _OWNED.isdisjoint(after):
        return  # "Ann's planned trip"
    tree.change(mark, head=mark - 1, dep="flat")

"""Repairs of hyphenated names that were read as more than one word: "Lee Jae-won resigned"."""

from __future__ import annotations

from .tree import Tree, apply
from .words import PAST


def mend(tree: Tree) -> None:
    """Apply the rule to ``tree``."""
    apply(tree, ((_join_hyphenated_name, ("-", "‐", "–")),))


def _join_hyphenated_name(tree: Tree, i: int) -> None:
    """ "Jae", "-", "in" without spaces is one name."""
    tokens = tree.tokens
    if i < 1 or i + 1 >= len(tokens) or tokens[i].text not in ("-", "‐", "–"):
        return
    left, right = tokens[i - 1], tokens[i + 1]
    if (
        left.end == tokens[i].start
        and right.start == tokens[i].end
        and left.upos == "PROPN"
        and (right.upos not in ("PROPN", "VERB", "NOUN", "ADJ") or _ends_name(tree, i + 1))
        and not right.text[0].isdigit()
    ):
        if right.head == right.i and not _free_main(tree, right.i):
            return
        for child in tree.children(i + 1):
            tree.change(child, head=i - 1)
        tree.change(i, head=i - 1, dep="punct")
        tree.change(i + 1, head=i - 1, dep="flat", upos="PROPN")


def _ends_name(tree: Tree, i: int) -> bool:
    """Whether the small word behind a hyphen ends a full name ("Lee Jae-won resigned", "Kim Sun-hee, the mayor,"), and
    is no part of a compound ("the South Korea-led talks")."""
    if i < 3 or i + 1 >= len(tree.tokens) or tree.tokens[i - 3].upos != "PROPN" or tree.word(i).endswith("ed"):
        return False
    return tree.tokens[i].upos in ("VERB", "ADJ") and (tree.word(i + 1) == "," or tree.tokens[i + 1].upos in _FINITE)


_FINITE = ("VERB", "AUX")


def _free_main(tree: Tree, part: int) -> bool:
    """Make the first verb behind part of a name, which was read as the main verb, the main one."""
    verb = next((c for c in tree.children(part) if c > part and tree.tokens[c].upos == "VERB"), None)
    if verb is None or any(tree.dep(c) in ("cc", "mark") for c in tree.children(verb)):
        return False
    helped = any(tree.dep(c) == "aux" for c in tree.children(verb))
    tree.change(verb, head=verb, dep="root", feats=None if helped else PAST)
    subject = next((c for c in tree.children(part) if tree.dep(c) == "nsubj"), None)
    for child in tree.children(part):
        if child > part or child == subject:
            tree.change(child, head=verb)
    tree.change(part, head=verb)
    return True

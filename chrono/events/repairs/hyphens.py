"""Repairs of hyphenated names that were read as more than one word: "Lee Jae-won resigned"."""

from __future__ import annotations

from functools import cache

from ...places import lookup
from .tree import Rules, Tree
from .words import PAST


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_join_hyphenated_name, _HYPHENS),
        (_join_place, ("-",)),
    )


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


def _join_place(tree: Tree, i: int) -> None:
    """ "a court in Aix-en-Provence", "the mayor of Clermont-Ferrand": words run together by hyphens, of which the first
    and the last have a capital and which describe nothing behind them, are one name; two known places are not."""
    tokens = tree.tokens
    if tokens[i].text != "-" or i < 1 or (i > 1 and tokens[i - 2].text == "-"):
        return
    run = [i - 1]
    while run[-1] + 2 < len(tokens) and tokens[run[-1] + 1].text == "-" and _is_tight(tree, run[-1] + 1):
        run.append(run[-1] + 2)
    first, last = run[0], run[-1]
    named = all(tokens[k].upos == "PROPN" and tokens[k].text[:1].isupper() for k in (first, last))
    if len(run) < 2 or not named or any(not tokens[k].text.isalpha() for k in run):
        return
    if len(run) == 2 and all(lookup(tokens[k].text) for k in run):
        return
    inside = range(first, last + 1)
    tops = [k for k in inside if tokens[k].head not in inside or tokens[k].head == k]
    top = first if first in tops else tops[0] if tops else first
    if any(tokens[k].head > last for k in tops):
        return
    head, dep = tokens[top].head, tokens[top].dep
    for k in inside:
        for child in tree.children(k):
            if child not in inside:
                tree.change(child, head=first)
    tree.change(first, head=first if head == top else head, dep=dep)
    for k in inside[1:]:
        tree.change(k, head=first, dep="flat" if k in run else "punct", upos="PROPN" if k in run else None)


def _is_tight(tree: Tree, hyphen: int) -> bool:
    left, mark, right = tree.tokens[hyphen - 1 : hyphen + 2]
    return left.end == mark.start and mark.end == right.start


_HYPHENS = ("-", "‐", "–")


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

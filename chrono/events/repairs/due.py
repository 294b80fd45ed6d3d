"""Repairs of "due", which says of a thing when it is to come, and leads to no noun as a preposition does."""

from __future__ import annotations

from functools import cache

from .openings import is_date
from .tree import Rules, Tree
from .words import NOMINAL


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_free_due, ("due",)),
        (_lead_to_infinitive, ("due",)),
        (_describe, ("due",)),
    )


def _free_due(tree: Tree, i: int) -> None:
    """ "The report is due on Friday", "He was due in court": what is said is that it is due, not that it is a day."""
    due = tree.tokens[i]
    noun = due.head
    if tree.word(i) != "due" or due.dep != "case" or noun < i:
        return
    if not any(tree.dep(c) == "cop" and c < i for k in (noun, i) for c in tree.children(k)):
        return
    if tree.word(i + 1) == "to" and tree.tokens[noun].upos == "VERB":
        tree.change(i, dep="mark", upos="ADJ")  # "which was due to end"
        return
    above = tree.tokens[noun]
    tree.change(i, head=i if above.head == noun else above.head, dep=above.dep, upos="ADJ")
    tree.change(noun, head=i, dep="obl")
    for child in tree.children(noun):
        time = tree.tokens[child].upos in ("PROPN", "NUM") and any(tree.dep(c) == "case" for c in tree.children(child))
        if child < i or (child > noun and (tree.dep(child) != "nmod" or time)):
            tree.change(child, head=i, dep="obl" if tree.dep(child) == "nmod" else None)
    for child in tree.children(i):
        if i < child < noun and tree.dep(child) in ("fixed", "case"):
            tree.change(child, head=noun, dep="case")


def _lead_to_infinitive(tree: Tree, i: int) -> None:
    """ "The ferry was due to sail": "due" leads to the verb, which has subject and copula."""
    due = tree.tokens[i]
    if tree.word(i) != "due" or due.upos != "ADJ" or tree.word(i + 1) != "to":
        return
    verb = next((c for c in tree.children(i) if c > i + 1 and tree.tokens[c].upos in ("VERB", "AUX")), None)
    if verb is not None and tree.dep(verb) == "obl" and verb == i + 2:
        tree.change(i + 1, dep="mark", upos="PART")
        tree.change(verb, dep="xcomp", feats="VerbForm=Inf")  # "is due to reopen", read as a noun
    if verb is None or tree.tokens[verb].dep not in ("advcl", "xcomp", "ccomp"):
        return
    if "cop" not in map(tree.dep, tree.children(i)) or any(
        tree.tokens[k].upos != "AUX" for k in range(i + 2, verb)
    ):
        return
    tree.change(verb, head=verb if due.head == i else due.head, dep=due.dep)
    for child in tree.children(i):
        if child != verb:
            tree.change(child, head=verb)
    tree.change(i, head=verb, dep="mark")
    tree.change(i + 1, head=i, dep="fixed")


def _describe(tree: Tree, i: int) -> None:
    """ "A loan due on 1 June was repaid in March", "the report, due last week, …": the noun is due then."""
    if tree.word(i) != "due" or i == 0:
        return
    bare = i + 1 < len(tree.tokens) and is_date(tree.tokens[i + 1].text)
    date = i + 1 if bare else i + 2
    if date >= len(tree.tokens) or not is_date(tree.tokens[date].text):
        return
    if not bare and tree.word(i + 1) not in ("on", "in", "by", "at"):
        return
    noun = i - 2 if tree.word(i - 1) == "," else i - 1
    if noun < 0 or tree.tokens[noun].upos not in NOMINAL | {"SYM", "NUM"}:
        return
    while tree.dep(noun) in ("nmod", "nummod", "compound", "flat") and tree.tokens[noun].head < i:
        noun = tree.tokens[noun].head
    if tree.tokens[noun].upos not in NOMINAL or any(tree.dep(c) == "cop" for c in tree.children(i)):
        return
    tree.change(i, head=noun, dep="acl", upos="ADJ")
    tree.change(date, head=i, dep="obl")
    if not bare:
        tree.change(i + 1, head=date, dep="case", upos="ADP")
    for child in tree.children(date):
        if child < i:
            tree.change(child, head=i)

"""Repairs of times that open a clause and were read into the name behind them.

"On Friday President Moon left", written without a comma: where the verb has no other subject, the noun behind the time
is it, and the time is the verb's own.
"""

from __future__ import annotations

from ...calendar.names import LONG_MONTHS
from .. import lexicon
from .tree import Tree

_DAY_NAMES = lexicon.groups("grammar")["day-name"]
_TIME_NAMES = lexicon.groups("grammar")["time-name"]
_DAYS_ALONE = lexicon.groups("grammar")["day-alone"]
_PARTS = frozenset({"compound", "nummod", "amod", "nmod", "flat"})


def mend(tree: Tree) -> None:
    """Apply the rule to ``tree``."""
    for i in range(len(tree.tokens) - 2):
        if tree.dep(i) in _PARTS and tree.tokens[i].head > i and is_date(tree.tokens[i].text):
            _part_from_noun(tree, i)


def is_date(text: str) -> bool:
    """Whether a token, which holds all words of a time expression, names a day or a longer time."""
    if " " in text or any(sign.isdigit() for sign in text):
        return True
    return text.lower() in _DAY_NAMES | _TIME_NAMES or text in LONG_MONTHS


def _part_from_noun(tree: Tree, i: int) -> None:
    led = i > 0 and tree.tokens[i - 1].upos in ("ADP", "SCONJ")
    first = i - 1 if led else i
    if not (led or tree.word(i) in _DAYS_ALONE) or not _opens(tree, first):
        return
    noun = tree.tokens[i].head
    while tree.dep(noun) in _PARTS and tree.tokens[noun].head > noun:
        noun = tree.tokens[noun].head
    verb = tree.tokens[noun].head
    if verb <= noun or tree.tokens[verb].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return
    if led and tree.tokens[first].upos == "SCONJ" and verb != tree.root():
        return  # "after Friday prayers ended, …"; what leads a clause that stands alone is a preposition
    if tree.dep(noun) == "obl" and not tree.has_subject(verb):
        passive = any(tree.tokens[child].dep == "aux:pass" for child in tree.children(verb))
        tree.change(noun, dep="nsubj:pass" if passive else "nsubj")
    if tree.dep(noun) != "nsubj":
        return
    tree.change(i, head=verb, dep="obl")
    if led:
        tree.change(first, head=i, dep="case", upos="ADP")


def _opens(tree: Tree, i: int) -> bool:
    """Whether a clause begins with token ``i``."""
    return i == 0 or tree.tokens[i - 1].upos in ("PUNCT", "CCONJ", "SCONJ")

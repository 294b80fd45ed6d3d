"""Repairs of times that were read into the subject: "On Friday President Moon left", "The court last week ruled".

Where the verb has no other subject, the noun beside the time is it, and the time is the verb's own.
"""

from __future__ import annotations

from ...calendar.names import LONG_MONTHS
from .. import lexicon
from .tree import Tree

_DAY_NAMES = lexicon.groups("grammar")["day-name"]
_TIME_NAMES = lexicon.groups("grammar")["time-name"]
_DAYS_ALONE = lexicon.groups("grammar")["day-alone"]
_TIMES = _DAY_NAMES | _TIME_NAMES | _DAYS_ALONE
_DEICTIC = lexicon.groups("grammar")["deictic"]
_PARTS = frozenset({"compound", "nummod", "amod", "nmod", "flat"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _read_place(tree)
    for i in range(len(tree.tokens) - 1):
        if tree.tokens[i].head > i and is_date(tree.tokens[i].text):
            if tree.tokens[i + 1].text.endswith("ing") and tree.tokens[i].head == i + 1:
                _part_from_gerund(tree, i)
            if tree.dep(i) in _PARTS and tree.tokens[i].dep != "nmod:poss":
                _part_from_noun(tree, i)
            elif tree.dep(i) == "nsubj" and _is_adverb(tree, i):
                _part_from_subject(tree, i)
            elif tree.dep(i) == "obl":
                _give_number(tree, i)


def _read_place(tree: Tree) -> None:
    """ "Outside court the widow, Ann Berg, thanked the jury": the place before the subject is no verb."""
    if len(tree.tokens) < 5 or tree.word(0) not in _PLACES or tree.tokens[0].upos not in ("ADJ", "ADV", "ADP"):
        return
    place, root = tree.tokens[1], tree.root()
    if place.upos not in ("VERB", "ADJ") or tree.tokens[0].head != 1 or place.head != root or tree.has_subject(1):
        return
    noun = next((c for c in tree.children(1) if tree.dep(c) == "obj" and c > 1), None)
    if root is None or noun is None or tree.has_subject(root) or not noun < root:
        return
    tree.change(0, dep="case", upos="ADP")
    tree.change(1, dep="obl", upos="NOUN", feats="Number=Sing")
    tree.change(noun, head=root, dep="nsubj")


_PLACES = lexicon.groups("grammar")["locative"]


def is_date(text: str) -> bool:
    """Whether a token, which holds all words of a time expression, names a day or a longer time."""
    if " " in text or any(map(str.isdigit, text)):
        return True
    return text.lower() in _TIMES or text in LONG_MONTHS


def _is_adverb(tree: Tree, i: int) -> bool:
    """Whether a time stands without a preposition as an adverb does: "yesterday", "last week", "two years ago"."""
    words = tree.word(i).split()
    return tree.word(i) in _DAYS_ALONE or (len(words) > 1 and (words[0] in _DEICTIC or words[-1] == "ago"))


def _part_from_noun(tree: Tree, i: int) -> None:
    """ "On Friday President Moon left", "Last week police arrested him"."""
    led = i > 0 and tree.tokens[i - 1].upos in ("ADP", "SCONJ")
    first = i - 1 if led else i
    while led and first > 0 and tree.tokens[first - 1].upos == "ADP":
        first -= 1  # "As of Friday"
    if not (led or _is_adverb(tree, i)) or not _opens(tree, first):
        return
    noun = tree.tokens[i].head
    while tree.dep(noun) in _PARTS and tree.tokens[noun].head > noun:
        noun = tree.tokens[noun].head
    verb = tree.tokens[noun].head
    if verb <= noun or tree.tokens[verb].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return
    if led and tree.tokens[first].upos == "SCONJ" and verb != tree.root():
        return  # "after Friday prayers ended, …"; what leads a clause that stands alone is a preposition
    if tree.dep(noun) == "obl" and noun + 1 in tree.children(verb) and tree.dep(noun + 1) == "nsubj":
        tree.change(noun, head=noun + 1, dep="compound")  # "In March Ms Lee resigned"
        noun += 1
    if tree.dep(noun) == "obl" and not tree.has_subject(verb):
        passive = any(tree.tokens[child].dep == "aux:pass" for child in tree.children(verb))
        tree.change(noun, dep="nsubj:pass" if passive else "nsubj")
    if tree.dep(noun) != "nsubj":
        return
    tree.change(i, head=verb, dep="obl")
    if led:
        tree.change(first, head=i, dep="case", upos="ADP")


def _part_from_gerund(tree: Tree, i: int) -> None:
    """ "He was killed in 1938 testing a bomber": the time behind the preposition is not the gerund's."""
    gerund, case = tree.tokens[i + 1], i - 1
    verb = gerund.head
    if gerund.upos != "VERB" or gerund.dep != "obl" or case < 0 or tree.tokens[case].head != i + 1 or verb >= case:
        return
    if tree.dep(case) == "case" and tree.tokens[verb].upos == "VERB":
        tree.change(i, head=verb, dep="obl")
        tree.change(case, head=i)
        tree.change(i + 1, dep="advcl")


def _part_from_subject(tree: Tree, i: int) -> None:
    """ "The court earlier this month ruled": the time is no subject; the noun before it is."""
    verb = tree.tokens[i].head
    if any(tree.dep(child) == "nsubj" for child in tree.children(verb) if child < i):
        tree.change(i, head=verb, dep="obl")
        return
    before = [child for child in tree.children(i) if child < i]
    if i - 1 not in before or tree.dep(i - 1) not in _PARTS:
        return
    for child in before[:-1]:
        tree.change(child, head=i - 1)
    tree.change(i - 1, head=verb, dep=tree.tokens[i].dep, upos=tree.tokens[i - 1].upos if _is_name(tree, i) else "NOUN")
    tree.change(i, head=verb, dep="obl")


def _is_name(tree: Tree, i: int) -> bool:
    return tree.tokens[i - 1].upos == "PROPN"


def _give_number(tree: Tree, i: int) -> None:
    """ "Last year only 90,000 used it": the number behind the time, right before the verb, is its subject."""
    verb = tree.tokens[i].head
    number = tree.tokens[verb - 1]
    if number.upos == "NUM" and number.head == i and number.dep == "appos" and not tree.has_subject(verb):
        tree.change(number.i, head=verb, dep="nsubj")


def _opens(tree: Tree, i: int) -> bool:
    """Whether a clause begins with token ``i``."""
    return i == 0 or tree.tokens[i - 1].upos in ("PUNCT", "CCONJ", "SCONJ")

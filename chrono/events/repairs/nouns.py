"""Repairs of noun phrases that lost their head or their verb: "a concert planned for Friday", "a third died"."""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .openings import is_date
from .tree import ALWAYS, Rules, Tree
from .words import NOMINAL, PARTICIPLE

_ARRANGED = lexicon.groups("verbs")["arranged"]
_ORDINALS = lexicon.groups("grammar")["ordinal"]


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_read_arranged, _ARRANGED),
        (_read_compound, ALWAYS, ("VERB",)),
        (_ordinal_subject, _ORDINALS, ("NOUN", "ADJ", "ADV")),
        (_join_described, ("and", "or", "but"), ("VERB",)),
        (_give_when, (",",)),
        (_read_pending, ("pending",), ("VERB",)),
    )


def _read_arranged(tree: Tree, i: int) -> None:
    """ "A concert planned for Friday was cancelled": the participle behind a noun and before a preposition is about
    the noun, which has its place in the sentence."""
    if tree.word(i) not in _ARRANGED or not 0 < i < len(tree.tokens) - 1:
        return
    token, noun, behind = tree.tokens[i], tree.tokens[i - 1], tree.tokens[i + 1]
    if token.dep == "acl" and not tree.has_subject(i) and behind.upos == "ADP":
        tree.change(i, upos="VERB", feats=PARTICIPLE)
        return
    if token.upos not in ("NOUN", "VERB", "ADJ") or behind.upos != "ADP":
        return
    if noun.upos not in NOMINAL or noun.head != i or noun.dep not in ("compound", "amod", "nmod"):
        return
    if any(tree.dep(c) in ("nsubj", "aux", "cop", "mark") for c in tree.children(i)) or token.dep == "root":
        return
    dep = "obj" if token.dep in ("xcomp", "ccomp") else token.dep
    for child in tree.children(i):
        if child < i - 1:
            tree.change(child, head=noun.i)
    tree.change(noun.i, head=token.head, dep=dep)
    tree.change(i, head=noun.i, dep="acl", upos="VERB", feats=PARTICIPLE)


def _read_compound(tree: Tree, i: int) -> None:
    """ "A power cut on Monday stopped trains": a subject with an article is a noun, and the noun before it part of
    it."""
    token, first = tree.tokens[i], tree.tokens[i - 1]
    if not 0 < i < len(tree.tokens) - 1 or token.upos != "VERB" or not token.dep.startswith("nsubj"):
        return
    if token.head < i or tree.word(i).endswith("ing"):
        return
    if first.upos != "NOUN" or first.head != i or first.dep != "nsubj" or tree.tokens[i + 1].upos != "ADP":
        return
    if any(tree.dep(c) in ("aux", "mark", "obj") for c in tree.children(i)):
        return
    article = [c for c in tree.children(i - 1) if tree.dep(c) == "det"]
    if article:
        tree.change(article[0], head=i)
        tree.change(i - 1, dep="compound")
        tree.change(i, upos="NOUN", feats="Number=Sing")
        for child in tree.children(i):
            if tree.dep(child) == "obl":
                tree.change(child, dep="nmod")


def _ordinal_subject(tree: Tree, i: int) -> None:
    """ "Two were killed and a third died later": with its article an ordinal before the verb is its subject."""
    token = tree.tokens[i]
    if tree.word(i) not in _ORDINALS or token.upos not in ("NOUN", "ADJ", "ADV") or is_date(token.text):
        return
    verb = token.head
    article = tree.word(i - 1) in ("a", "the", "another")
    between = all(tree.tokens[k].upos in ("AUX", "ADV") for k in range(i + 1, verb))
    if verb <= i or not article or not between or tree.tokens[verb].upos != "VERB" or tree.has_subject(verb):
        return
    if any(tree.dep(c) == "case" for c in tree.children(i)):
        return
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(verb))
    tree.change(i, dep="nsubj:pass" if passive else "nsubj", upos="NOUN")


def _join_described(tree: Tree, i: int) -> None:
    """ "A survey, commissioned by the port and made public in May, found …": both participles that "and" joins behind a
    noun are about it."""
    token = tree.tokens[i]
    if token.upos != "VERB" or token.dep not in ("conj", "parataxis"):
        return
    noun, main = token.head, tree.tokens[token.head].head
    if token.dep == "parataxis" and token.head > i:  # "…, was replaced", on which it hangs with the noun's place
        main = token.head
        noun = next((c for k in (i, main) for c in tree.children(k) if tree.dep(c) == "nsubj" and c < i), i)
    if tree.tokens[noun].upos not in NOMINAL or noun > i or main < i or not tree.dep(noun).startswith("nsubj"):
        return
    link = next((c for c in tree.children(i) if tree.dep(c) == "cc"), None)
    first = next((c for c in tree.children(noun) if tree.tokens[c].dep == "acl" and noun < c < i), None)
    if link is None or first is None or "Tense=Past" not in tree.tokens[first].feats or link < first:
        return
    if tree.tokens[noun].head == i:
        passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(main))
        tree.change(noun, head=main, dep="nsubj:pass" if passive else "nsubj")
    elif tree.has_subject(i):
        return
    tree.change(i, head=first, dep="conj", feats=PARTICIPLE)
    for child in tree.children(i):
        if child == i + 1 and tree.dep(child) == "obj":
            tree.change(child, dep="xcomp")


def _give_when(tree: Tree, i: int) -> None:
    """ "when a crowd of 90,000, an eighth of the town, marched off": no clause is without its verb; that behind the
    aside is it, and what describes the subject has none."""
    token = tree.tokens[i]
    main = token.head
    if token.upos in ("VERB", "AUX") or main == i or tree.tokens[main].upos != "VERB":
        return
    kids = tree.children(i)
    when = next((c for c in kids if tree.word(c) in ("when", "as", "after", "before", "until") and c < i), None)
    subject = next((c for c in kids if tree.dep(c) == "nsubj" and c < i), None)
    if subject is None and token.upos in NOMINAL and token.dep == "obl" and tree.span(i)[1] > i + 1:
        subject = i  # "when a crowd, some of them armed, marched off"
    if when is None or subject is None or any(tree.dep(c) == "cop" for c in kids) or tree.word(when + 1) == ",":
        return
    end = tree.span(i)[1]
    verb = end + 1 if tree.word(end) == "," else end + 2
    if verb >= len(tree.tokens) or tree.word(verb - 1) != "," or tree.tokens[verb].head != main:
        return
    if tree.tokens[verb].upos != "VERB" or "VerbForm=Fin" not in tree.tokens[verb].feats or tree.has_subject(verb):
        return
    tree.change(verb, dep="advcl")
    tree.change(subject, head=verb, dep="nsubj")
    tree.change(when, head=verb)
    if subject != i:
        tree.change(i, head=subject, dep="appos")


def _read_pending(tree: Tree, i: int) -> None:
    """ "suspended him pending a hearing in September": a preposition of what is to come."""
    token = tree.tokens[i]
    if tree.word(i) != "pending" or token.upos != "VERB":
        return
    if any(tree.dep(c) in ("aux", "cop", "nsubj", "det") for c in tree.children(i)):
        return
    if token.dep == "amod" and token.head == i + 1 and tree.dep(i + 1) == "obj":  # "held pending trial"
        noun, above = i + 1, tree.tokens[i + 1].head
    else:
        noun, above = next((c for c in tree.children(i) if tree.dep(c) == "obj" and c > i), i), token.head
    while tree.tokens[above].upos not in ("VERB", "AUX") and tree.tokens[above].head != above:
        above = tree.tokens[above].head
    if noun == i or above >= i:
        return
    tree.change(noun, head=above, dep="obl")
    tree.change(i, head=noun, dep="case", upos="ADP")
    for child in tree.children(above):
        if child == noun + 2 and is_date(tree.tokens[child].text) and tree.tokens[noun + 1].head == child:
            tree.change(child, head=noun, dep="nmod")

"""Repairs of what hangs on a verb or a noun: subjects, owners, speakers, and words that are verb or noun by these.

Each rule names a configuration that no English sentence has: an auxiliary with a subject of its own beside its verb,
a noun phrase cut in two after "'s", a finite verb without subject behind "after the meeting".
"""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .tree import ALWAYS, Rules, Tree
from .words import NOMINAL, PARTICIPLE, PAST, PRESENT

_CLAUSE_OPENERS = lexicon.groups("grammar")["clause-opener"]
_QUOTES = frozenset({'"', "”", "''", "’", "'", "»"})
_CLOSING = _QUOTES - {"’", "'"}
_NEAR_QUOTE, _FARTHEST_QUOTE = 9, 24
"""How many tokens behind a quotation mark its speaker's verb stands; with a description of the speaker between."""
_VERBAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "advmod", "obl:unmarked", "iobj"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_free_auxiliary, ALWAYS, ("aux", "cop")),
        (_free_due, ALWAYS, ("ADJ",)),
        (_free_verb, ALWAYS, ("VERB",)),
        (_share_auxiliary, ALWAYS, ("VERB",)),
        (_close_possessive, ("'s", "’s"), ("case",)),
        (_give_subject, ALWAYS, ("VERB",)),
        (_retag, ALWAYS, ("NOUN", "ADJ", "VERB")),
        (_free_noun, ALWAYS, NOMINAL),
        (_give_speaker, _QUOTES, ("VERB",)),
        (_make_oblique, ALWAYS, ("VERB", "NOUN")),
        (_free_named, ALWAYS, ("PROPN",)),
    )


def _free_auxiliary(tree: Tree, i: int) -> None:
    """What hangs on an auxiliary belongs to its verb."""
    token = tree.tokens[i]
    if token.dep in ("aux", "aux:pass", "cop") and token.head != i:
        for child in tree.children(i):
            if tree.tokens[child].dep in _VERBAL:
                tree.change(child, head=token.head)


def _free_verb(tree: Tree, i: int) -> None:
    """ "He was elected mayor": a participle with a subject and an auxiliary is no attribute of the noun behind it."""
    token = tree.tokens[i]
    noun = token.head
    if token.upos != "VERB" or token.dep != "amod" or noun < i or tree.root() != noun:
        return
    if not tree.has_subject(i) or not any(tree.dep(child) == "aux" for child in tree.children(i)):
        return
    for child in tree.children(noun):
        if child != i and (child < i or tree.dep(child) == "punct"):
            tree.change(child, head=i)
    tree.change(i, head=i, dep="root")
    tree.change(noun, head=i, dep="xcomp")


def _share_auxiliary(tree: Tree, i: int) -> None:
    """ "Two were killed and three injured": the second participle shares the auxiliary, with its own subject."""
    token = tree.tokens[i]
    if token.upos != "VERB" or "VerbForm=Part" not in token.feats or tree.has_subject(i) or i < 2:
        return
    counted = tree.tokens[i - 1]
    first = tree.tokens[counted.head].head if counted.head == i else counted.head
    if counted.head == i:
        joined = token.dep == "conj" and counted.dep in ("compound", "nummod") and counted.upos == "NUM"
    else:
        joined = counted.dep == "conj" and token.dep == "acl" and token.head == counted.i
    if not joined or not any(tree.tokens[child].dep == "aux:pass" for child in tree.children(first)):
        return
    tree.change(i, head=first, dep="conj")
    tree.change(counted.i, head=i, dep="nsubj:pass")


def _free_due(tree: Tree, i: int) -> None:
    """ "An appeal is due to be heard": what leads to an infinitive has no subject of its own beside it."""
    token = tree.tokens[i]
    if token.upos != "ADJ" or token.dep != "mark" or token.head < i or tree.has_subject(token.head):
        return
    for child in tree.children(i):
        if child < i and tree.dep(child) in ("nsubj", "csubj", "cop", "aux"):
            tree.change(child, head=token.head)


def _close_possessive(tree: Tree, i: int) -> None:
    """Behind "Moon's" stands a noun phrase: "expected trip" is no clause."""
    if tree.word(i) not in ("'s", "’s") or tree.tokens[i].dep != "case" or i + 2 >= len(tree.tokens):
        return
    verb = tree.tokens[i + 1]
    owner = tree.tokens[i].head
    if verb.upos != "VERB" or "VerbForm=Part" not in verb.feats:
        return
    noun = next(
        (
            c
            for c in tree.children(verb.i)
            if c > verb.i
            and tree.tokens[c].upos in NOMINAL
            and tree.tokens[c].dep in ("obj", "obl", "nsubj")
            and c - verb.i <= 3
            and not any(tree.tokens[k].upos == "ADP" for k in range(verb.i + 1, c))
        ),
        None,
    )
    if noun is None:
        return
    top = tree.tokens[owner]
    head, dep = (top.head, top.dep) if verb.head in (owner, top.head) else (verb.head, "obj")
    for child in tree.children(verb.i):
        if child != noun:
            tree.change(child, head=noun)
    tree.change(noun, head=noun if head == owner else head, dep=dep if dep != "root" else "root")
    tree.change(verb.i, head=noun, dep="amod")
    tree.change(owner, head=noun, dep="nmod:poss")


def _give_subject(tree: Tree, i: int) -> None:
    """ "after a meeting broke down", "before an order was made", "until a label signed her": the noun behind the
    conjunction is the subject of the finite verb that has none."""
    verb = tree.tokens[i]
    children = tree.children(i)
    helpers = [c for c in children if tree.dep(c) == "aux" and "VerbForm=Fin" in tree.tokens[c].feats]
    acts = any(tree.dep(c) in ("obj", "iobj") and tree.tokens[c].upos == "PRON" and c == i + 1 for c in children)
    finite = "VerbForm=Fin" in verb.feats or helpers or (verb.dep.startswith("acl") and acts)
    if verb.upos != "VERB" or not finite or tree.dep(i) not in ("conj", "advcl", "parataxis", "ccomp", "acl"):
        return
    if any(tree.dep(c) in ("nsubj", "cc", "csubj", "expl") for c in children) or any(
        tree.word(c) in _CLAUSE_OPENERS or tree.word(c) == "to" for c in children if c < i
    ):
        return
    first = min([*(c for c in children if tree.dep(c) == "aux"), i])
    for noun in range(first - 1, max(-1, i - 16), -1):
        token = tree.tokens[noun]
        if token.upos in ("VERB", "SCONJ", "CCONJ") or token.text in (",", ";"):
            return
        kids = [c for c in tree.children(noun) if c < noun]
        opener = next((c for c in kids if tree.word(c) in _CLAUSE_OPENERS), None)
        headed = token.upos in NOMINAL or (token.upos == "ADJ" and any(tree.dep(c) in ("det", "nmod") for c in kids))
        if headed and opener is not None and token.dep in ("nmod", "obl"):
            passive = any(tree.tokens[c].dep == "aux:pass" for c in children)
            above = token.head if verb.head == noun else verb.head
            tree.change(opener, head=i, dep="mark")
            tree.change(i, head=above, dep="advcl", feats=PAST if verb.head == noun else None)
            tree.change(noun, head=i, dep="nsubj:pass" if passive else "nsubj")
            return


def _retag(tree: Tree, i: int) -> None:
    """A noun with a subject and no copula is a verb ("The council meets"); so is an adjective with a passive
    auxiliary ("was widowed"); a capitalised "verb" amid the sentence with a preposition is a name."""
    token = tree.tokens[i]
    if token.upos not in ("NOUN", "ADJ", "VERB"):
        return
    deps = {tree.tokens[c].dep for c in tree.children(i)}
    if "nsubj" in deps and any(
        tree.tokens[c].dep == "case"
        for k in tree.children(i)
        if tree.tokens[k].dep == "nsubj"
        for c in tree.children(k)
    ):
        deps.discard("nsubj")  # a noun behind a preposition is no subject
    irregular = lexicon.irregular_past().get(token.lemma.lower()) == token.text
    if (
        token.upos == "NOUN"
        and "nsubj" in deps
        and "cop" not in deps
        and "nmod:poss" not in deps
        and token.dep in ("root", "conj", "ccomp", "advcl", "acl:relcl", "parataxis")
        and "det" not in deps
        and token.text.islower()
        and (token.text.endswith(("s", "ed")) or irregular)
    ):
        past = irregular or token.text.endswith("ed")
        tree.change(
            i, upos="VERB", feats=PAST if past else PRESENT
        )
    elif token.upos == "NOUN" and "nsubj" in deps and token.dep in ("obl", "nmod") and token.text.endswith("s"):
        opener = next((c for c in tree.children(i) if tree.word(c) in _CLAUSE_OPENERS and c < i), None)
        if opener is not None and tree.word(i - 1) != ",":  # "before the legislature adjourns"
            tree.change(i, dep="advcl", upos="VERB", feats=PRESENT)
            tree.change(opener, dep="mark", upos="SCONJ")
    elif token.upos == "ADJ" and "aux:pass" in deps:
        tree.change(i, upos="VERB", feats=PARTICIPLE)
    elif (
        token.upos == "VERB"
        and i > 0
        and token.text[0].isupper()
        and not token.text.isupper()
        and token.dep in ("obl", "nmod", "obj", "nsubj")
        and not deps & {"nsubj", "aux", "obj"}
    ):
        tree.change(i, upos="PROPN", feats="Number=Sing")
    elif i == 0 and token.upos == "VERB" and token.dep.startswith("nsubj") and not token.text.endswith("ing"):
        tree.change(i, upos="NOUN", feats="Number=Sing")  # "Work on the pier was completed"
        for child in tree.children(i):
            if any(tree.dep(c) == "case" for c in tree.children(child)):
                tree.change(child, dep="nmod")
    elif (
        token.upos == "VERB"
        and token.dep in ("obj", "nsubj", "obl", "nmod", "nsubj:pass")
        and deps & {"det", "nmod:poss", "amod"}
        and not deps & {"nsubj", "aux", "mark"}
    ):
        tree.change(i, upos="NOUN", feats="Number=Sing")


def _free_noun(tree: Tree, i: int) -> None:
    """A noun is no part of "and": it is the subject of what is joined."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if (
        token.dep == "fixed"
        and token.upos in NOMINAL
        and above.upos == "CCONJ"
        and above.dep == "cc"
        and i < above.head
    ):
        tree.change(i, head=above.head, dep="nsubj")


def _give_speaker(tree: Tree, i: int) -> None:
    """In “… ,” she said, the one between the quotation mark and the verb speaks, no one in the quotation."""
    verb = tree.tokens[i]
    if verb.upos != "VERB" or i < 3 or any(tree.tokens[c].dep in ("nsubj", "nsubj:pass") for c in tree.children(i)):
        return
    quote = next((k for k in range(i - 1, max(-1, i - _FARTHEST_QUOTE), -1) if tree.tokens[k].text in _QUOTES), None)
    if quote is None or quote > i - 2:
        return
    closes = tree.tokens[quote].text in _CLOSING and any(quote > c for c in tree.children(i))
    for k in range(quote + 1, i):
        token = tree.tokens[k]
        if token.head > quote or token.upos not in ("NOUN", "PROPN", "PRON"):
            continue
        behind_case = any(tree.dep(c) in ("case", "cc") for c in tree.children(k))
        if (token.dep == "nsubj" and quote > i - _NEAR_QUOTE) or (closes and not behind_case):
            tree.change(k, head=i, dep="nsubj")
            return


def _make_oblique(tree: Tree, i: int) -> None:
    """ "In heavy trading yesterday, shares fell": a noun with a preposition is no clause; a verb with a subject is."""
    token = tree.tokens[i]
    if token.upos == "VERB" and token.dep == "obl" and tree.has_subject(i):
        if any(tree.dep(c) == "mark" for c in tree.children(i)):
            tree.change(i, dep="advcl")
    if token.upos != "NOUN" or token.dep != "advcl":
        return
    dependents = {tree.tokens[c].dep for c in tree.children(i)}
    if "case" in dependents and not dependents & {"nsubj", "cop", "aux", "mark"}:
        tree.change(i, dep="obl")


def _free_named(tree: Tree, i: int) -> None:
    """ "Calder Bank chief executive Lars Moe resigned": no noun has an object; whoever is named last is the subject."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if token.dep not in ("obj", "iobj") or token.upos != "PROPN" or above.upos not in NOMINAL or above.head <= i:
        return
    between = range(above.i + 1, i)
    described = bool(between) and all(tree.tokens[k].upos in ("ADJ", "NOUN") for k in between)
    if not above.dep.startswith("nsubj") or not described:
        return
    tree.change(i, head=above.head, dep=above.dep)
    tree.change(above.i, head=i, dep="compound")

"""Repairs of clauses side by side: where "and" or a comma joins clauses that each have a subject, all are finite."""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .openings import is_date
from .tree import ALWAYS, Rules, Tree
from .words import NOMINAL, PARTICIPLE, PAST


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_first_of_series, ALWAYS, ("advcl",)),
        (_joined_to_finite, ALWAYS, ("acl",)),
        (_joined_participles, ALWAYS, ("VERB",)),
        (_clause_behind_time, ALWAYS, ("acl",)),
    )


def mend_participles(tree: Tree) -> None:
    """Apply the rule that needs the main verbs found."""
    for i in range(len(tree.tokens)):
        _joined_to_participle(tree, i)


def _first_of_series(tree: Tree, i: int) -> None:
    """ "The lake froze, its banks were flooded and two bridges collapsed": a finite clause that nothing subordinates is
    the first of a series, not an aside of the next."""
    token = tree.tokens[i]
    main = token.head
    if token.dep != "advcl" or main < i or "VerbForm=Fin" not in token.feats or not tree.has_subject(main):
        return
    first = next((c for c in tree.children(i) if tree.dep(c) == "nsubj"), None)
    others = [c for c in tree.children(i) if c < i and (tree.dep(c) in ("mark", "cc", "aux", "expl") or _asks(tree, c))]
    if first is None or first > i or others or tree.root() != main or tree.tokens[first].upos == "PRON":
        return
    if "," not in (tree.word(tree.span(i)[1]), tree.word(tree.span(i)[1] + 1)):
        return
    if not any(tree.dep(c) == "conj" and tree.has_subject(c) for c in tree.children(main)):
        return
    tree.change(i, head=i, dep="root")
    tree.change(main, head=i, dep="conj")
    for child in tree.children(main):
        if tree.dep(child) == "conj" and tree.has_subject(child):
            tree.change(child, head=i)


def _joined_to_finite(tree: Tree, i: int) -> None:
    """ "…, three villages burned and the railway was cut": what a clause with a subject is joined to is one itself."""
    token = tree.tokens[i]
    noun = token.head
    if token.dep != "acl" or noun != i - 1 or not tree.word(i).endswith("ed") or tree.has_subject(i):
        return
    if any(tree.dep(c) in ("aux", "mark", "case") or tree.tokens[c].dep == "obl:agent" for c in tree.children(i)):
        return
    joined = next((c for c in tree.children(i) if tree.dep(c) == "conj" and tree.has_subject(c)), None)
    above, dep = tree.tokens[noun].head, tree.dep(noun)
    if joined is None or dep not in ("root", "parataxis", "conj", "appos"):
        return
    tree.change(i, head=i if dep == "root" else above, dep="root" if dep == "root" else "conj", feats=PAST)
    tree.change(noun, head=i, dep="nsubj")
    if dep != "root":
        tree.change(joined, head=above)


def _joined_participles(tree: Tree, i: int) -> None:
    """ "…, forcing people into boats and spilling oil": "and" joins the two participles, no participle to a noun."""
    token = tree.tokens[i]
    noun = tree.tokens[token.head]
    if token.dep != "conj" or token.upos != "VERB" or not tree.word(i).endswith("ing") or noun.upos not in NOMINAL:
        return
    first = noun.head
    if noun.i > i or tree.tokens[first].upos != "VERB" or not tree.word(first).endswith("ing") or first > noun.i:
        return
    if tree.dep(first) in ("advcl", "acl") and not tree.has_subject(i):
        tree.change(i, head=first)


def _joined_to_participle(tree: Tree, i: int) -> None:
    """ "A survey, paid for by the port and made public in May, found …": what is joined to a participle of a noun is
    one itself, and is not joined to the noun."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if token.dep != "conj" or token.upos != "VERB" or "Tense=Past" not in token.feats or above.i > i:
        return
    link = next((c for c in tree.children(i) if tree.dep(c) == "cc"), None)
    if tree.has_subject(i) or link is None or tree.word(link - 1) == "," or tree.word(link) == "but":
        return
    first = above.i
    if above.upos in NOMINAL:
        kids = (c for c in tree.children(first) if tree.tokens[c].dep == "acl" and first < c < link)
        first = next((c for c in kids if tree.span(c)[1] == link - 1), -1)
    if first < 1 or tree.tokens[first].dep != "acl" or "Voice=Pass" not in tree.tokens[first].feats:
        return
    begin, end = tree.span(first)[0], max(tree.span(i)[1], tree.span(first)[1])
    between = "," in (tree.word(begin), tree.word(begin - 1)) and "," in (tree.word(end), tree.word(end + 1))
    objects = [c for c in tree.children(i) if tree.dep(c) == "obj" and tree.children(c)]  # but "made public"
    if between and not objects and not any(tree.dep(c) == "aux" for c in tree.children(i)):
        tree.change(i, head=first, feats=PARTICIPLE)


def _clause_behind_time(tree: Tree, i: int) -> None:
    """ "…, and last week a trawler sank": behind "and" and a time stand a subject and its verb."""
    token = tree.tokens[i]
    noun = token.head
    if token.dep != "acl" or noun != i - 1 or "VerbForm=Fin" not in token.feats or tree.has_subject(i):
        return
    first = tree.tokens[noun].head
    if tree.tokens[noun].dep != "conj" or tree.tokens[first].upos != "VERB" or first > noun:
        return
    link = next((c for c in tree.children(noun) if tree.dep(c) == "cc"), None)
    if link is None or not is_date(tree.tokens[link + 1].text):
        return
    tree.change(i, head=first, dep="conj")
    tree.change(link, head=i)
    tree.change(link + 1, head=i, dep="obl:unmarked")
    for child in tree.children(noun):
        if tree.dep(child) == "punct":
            tree.change(child, head=i)
    tree.change(noun, head=i, dep="nsubj")


def _asks(tree: Tree, i: int) -> bool:
    """Whether the word opens a clause that depends on another."""
    return tree.word(i) in _OPENERS


_GRAMMAR = lexicon.groups("grammar")
_OPENERS = _GRAMMAR["boundary"] | _GRAMMAR["subordinator"] | {"how", "what", "whether"}

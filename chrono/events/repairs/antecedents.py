"""Repairs of the noun that a relative clause describes: of two, the nearer one is not always meant."""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .tree import Rules, Tree

_PEOPLE = lexicon.groups("people")["person-noun"] | lexicon.groups("people")["people-noun"]
_HOLDERS = ("holder", "ist")
_CASES, _OF_CASES = lexicon.groups("verbs")["case"], lexicon.groups("verbs")["done-to-cases"]
_OF_PEOPLE = lexicon.groups("verbs")["incident"] | lexicon.groups("verbs")["to-bodies"] - _OF_CASES
_PHASES = frozenset({"begin", "start", "end", "last", "continue", "happen", "occur", "break", "erupt"})
_ARRANGED = lexicon.groups("verbs")["arranged"]
_SINGULAR, _PLURAL = frozenset({"was", "is", "has"}), frozenset({"were", "are", "have"})


def mend(tree: Tree) -> None:
    """Apply the rule to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_describe_outer, ("that", "which", "who"), ("nsubj",)),
        (_plan_outer, _ARRANGED, ("acl",)),
    )


def _describe_outer(tree: Tree, i: int) -> None:
    """ "a lawsuit by shareholders that had been dismissed": what is dismissed is the lawsuit."""
    verb = tree.tokens[i].head
    inner = tree.tokens[verb].head
    outer = tree.tokens[inner].head
    if tree.word(i) not in ("that", "which", "who") or tree.dep(i) != "nsubj" or verb < i:
        return
    if tree.tokens[verb].dep != "acl:relcl" or tree.dep(inner) != "nmod" or not outer < inner < i:
        return
    while tree.tokens[outer].upos == "NOUN":
        if _disagrees(tree, verb, inner, outer) or _fits(tree, i, inner, outer):
            tree.change(verb, head=outer)
            return
        if tree.dep(outer) != "nmod" or tree.tokens[outer].head >= outer:
            return
        outer = tree.tokens[outer].head


def _plan_outer(tree: Tree, i: int) -> None:
    """ "a visit by the minister scheduled for Tuesday": what is scheduled is the visit."""
    inner = tree.tokens[i].head
    outer = tree.tokens[inner].head
    if tree.word(i) not in _ARRANGED or tree.tokens[i].dep != "acl" or tree.dep(inner) != "nmod":
        return
    happens = _happens(tree.tokens[outer].lemma.lower()) and not _happens(tree.tokens[inner].lemma.lower())
    if outer < inner < i and tree.tokens[outer].upos == "NOUN" and happens:
        tree.change(i, head=outer)


def _disagrees(tree: Tree, verb: int, inner: int, outer: int) -> bool:
    """ "a claim by farmers that was filed": a singular verb, and one singular noun."""
    words = {tree.word(c) for c in (verb, *tree.children(verb)) if c == verb or tree.dep(c) in ("aux", "cop")}
    inner_plural, outer_plural = ("Number=P" in tree.tokens[k].feats for k in (inner, outer))
    joined = any(tree.dep(c) == "conj" for c in tree.children(inner))
    if tree.tokens[inner].head != outer:
        return False
    if words & _SINGULAR:
        return inner_plural and not outer_plural
    return bool(words & _PLURAL) and outer_plural and not inner_plural and not joined


def _fits(tree: Tree, pronoun: int, inner: int, outer: int) -> bool:
    """Whether what is told is done to the outer noun rather than to the inner one, which is whose, by whom or against
    whom it is."""
    verb = tree.tokens[pronoun].head
    case = next((tree.word(c) for c in tree.children(inner) if tree.dep(c) == "case"), "")
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(verb))
    lemma, thing = tree.tokens[verb].lemma.lower(), tree.tokens[outer].lemma.lower()
    if lemma in _PHASES and not passive and tree.word(pronoun) != "who" and tree.word(pronoun - 1) != ",":
        return _happens(thing) and not _happens(tree.tokens[inner].lemma.lower())  # "a strike by pilots that began"
    if not passive or tree.word(pronoun) == "who" or case in ("of", ""):
        return False
    if thing in _CASES and lemma in _OF_CASES:
        return True
    if tree.tokens[inner].head != outer:
        return False
    return (case == "by" or _is_person(tree, inner)) and not _is_person(tree, outer) and lemma not in _OF_PEOPLE


def _happens(lemma: str) -> bool:
    return lexicon.noun_scores().get(lemma, 0) >= _SCORE


_SCORE = 0.5
"""How surely a noun names a happening that begins and ends."""


def _is_person(tree: Tree, i: int) -> bool:
    lemma = tree.tokens[i].lemma.lower()
    return tree.tokens[i].upos == "NOUN" and (lemma in _PEOPLE or lemma.endswith(_HOLDERS))

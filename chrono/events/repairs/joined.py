"""Repairs of what "and" joins: like is joined to like, a past to a past and a clause to a clause."""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .openings import is_date
from .tree import Rules, Tree
from .words import NOMINAL, PAST

_LINKS = ("and", "but", "or")
_LOOSE = frozenset({"conj", "parataxis", "advcl", "xcomp", "acl", "dep"})
_INTRANSITIVE = lexicon.groups("verbs")["intransitive"]
_RELATIVES = lexicon.groups("grammar")["aside-relative"]


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


def _join_infinitive(tree: Tree, i: int) -> None:
    """ "vowed to cut fares and to build a line": an infinitive is joined to the one before it, not to their verb."""
    token = tree.tokens[i]
    above = token.head
    mark = next((c for c in tree.children(i) if tree.word(c) == "to" and c < i), None)
    if token.dep != "conj" or token.upos != "VERB" or above > i or mark is None:
        return
    first = [c for c in tree.children(above) if tree.tokens[c].dep == "xcomp" and above < c < i]
    if first and any(tree.word(c) == "to" for c in tree.children(first[-1])):
        tree.change(i, head=first[-1])


@cache
def _rules() -> Rules:
    return Rules(
        (_join_infinitive, ("to",), ("conj",)),
        (_past_behind_gerund, _LINKS, ("VERB",)),
        (_clause_with_subject, _LINKS, ("VERB",)),
        (_clause_behind_relative, _LINKS, NOMINAL),
        (_clause_of_intransitive, _LINKS, ("VERB",)),
        (_verb_behind_time, _LINKS, ("NOUN",)),
        (_thing_behind_time, ("and",), ("appos", "conj")),
        (_verb_behind_since, ("since",), ("mark",)),
        (_report_behind, ("it", "he", "she", "they"), ("nsubj",)),
    )


def _past_behind_gerund(tree: Tree, i: int) -> None:
    """ "paid a fine, without admitting fault, and filed for bankruptcy", "was elected, the first woman to lead it, and
    resigned": no past is joined to an "-ing" or to an infinitive; it goes on with the past before."""
    token = tree.tokens[i]
    gerund = token.head
    to = any(tree.word(c) == "to" and c < gerund for c in tree.children(gerund))
    if token.upos != "VERB" or token.dep != "conj" or gerund > i or not (to or tree.word(gerund).endswith("ing")):
        return
    past = "VerbForm=Fin" in token.feats or tree.word(i).endswith("ed")
    if not past or tree.tokens[gerund].upos != "VERB" or tree.has_subject(i):
        return
    kids = tree.children(i)
    link = next((c for c in kids if tree.dep(c) == "cc"), None)
    helped = any(tree.dep(c) == "aux" for c in (*kids, *tree.children(gerund)))
    if link is None or helped or tree.word(link - 1) != ",":
        return
    main = tree.tokens[gerund].head
    for _ in tree.tokens:
        told = tree.tokens[main].upos == "VERB" and "Tense=Past" in tree.tokens[main].feats and tree.has_subject(main)
        if told or tree.tokens[main].head == main:
            break
        main = tree.tokens[main].head
    finite = any("VerbForm=Fin" in tree.tokens[c].feats for c in (main, *tree.children(main)))
    if main < gerund and tree.tokens[main].upos == "VERB" and finite:
        tree.change(i, head=main, feats=PAST)


def _clause_with_subject(tree: Tree, i: int) -> None:
    """ "The mill was modernised in 1960, and a nursery opened in 1967": behind a comma, or without
    a passive, the second clause, which has an active subject and no auxiliary, has its own past."""
    token = tree.tokens[i]
    if token.upos != "VERB" or token.dep != "conj" or "VerbForm=Part" not in token.feats:
        return
    kids = tree.children(i)
    subject = next((c for c in kids if tree.tokens[c].dep == "nsubj" and c < i), None)
    link = next((c for c in kids if tree.dep(c) == "cc"), None)
    if subject is None or link is None or link > subject:
        return
    if tree.word(link - 1) != "," and token.lemma.lower() not in _INTRANSITIVE:
        return
    helped = any(tree.dep(c) == "aux" or tree.tokens[c].dep == "obl:agent" for c in kids)
    if tree.word(i).endswith("ed") and tree.tokens[subject].upos != "NUM" and not helped:
        tree.change(i, feats=PAST)


def _clause_behind_relative(tree: Tree, i: int) -> None:
    """ "A hall opened, and a theatre, whose stage was built by hand, followed": no noun is joined to a verb; the verb
    behind its relative clause is."""
    token = tree.tokens[i]
    first = token.head
    if token.upos not in NOMINAL or token.dep != "conj" or first > i or tree.tokens[first].upos != "VERB":
        return
    kids = tree.children(i)
    link = next((c for c in kids if tree.dep(c) == "cc"), None)
    inner = next((c for c in kids if tree.dep(c) == "acl" and c > i), None)
    if link is None or inner is None or any(tree.dep(c) == "cop" for c in kids):
        return
    opened = any(tree.word(k) in _RELATIVES and tree.word(k - 1) == "," for k in range(i + 1, inner))
    loose = sorted({*tree.children(inner), *kids, *tree.children(first)})
    main = next((c for c in loose if c > inner and _is_stray(tree, c)), None)
    if not opened or main is None:
        return
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(main))
    finite = any(tree.dep(c) == "aux" for c in tree.children(main))
    tree.change(main, head=first, dep="conj", feats=None if finite else PAST)
    for child in kids:
        if child == link or (tree.dep(child) == "punct" and child < link):
            tree.change(child, head=main)
    tree.change(i, head=main, dep="nsubj:pass" if passive else "nsubj")


def _clause_of_intransitive(tree: Tree, i: int) -> None:
    """ "The fair closed in May and a strike lasted until June": no noun is joined to a verb; the verb behind it, which
    has no passive, is its own."""
    token, noun = tree.tokens[i], tree.tokens[i].head
    first = tree.tokens[noun].head
    if token.upos != "VERB" or token.dep != "acl" or token.lemma.lower() not in _INTRANSITIVE or not first < noun < i:
        return
    if tree.tokens[noun].dep != "conj" or tree.tokens[first].upos != "VERB" or not tree.word(i).endswith("ed"):
        return
    link = next((c for c in tree.children(noun) if tree.dep(c) == "cc"), None)
    if link is None or tree.has_subject(i) or any(tree.dep(c) in ("aux", "mark") for c in tree.children(i)):
        return
    tree.change(i, head=first, dep="conj", feats=PAST)
    tree.change(link, head=i)
    tree.change(noun, head=i, dep="nsubj")


def _verb_behind_time(tree: Tree, i: int) -> None:
    """ "was abolished in 1867 and, after the war, merged with the fund": what stands between commas behind "and" is
    when; the verb behind it is the joined one."""
    first = tree.tokens[i].head
    kids = tree.children(i)
    link = next((c for c in kids if tree.dep(c) == "cc"), None)
    verb = next((c for c in kids if c > i and tree.dep(c) == "acl" and tree.tokens[c].upos == "VERB"), None)
    if link is None or verb is None or tree.dep(i) not in ("conj", "obl"):
        return
    if not first < i or tree.tokens[first].upos != "VERB":
        return
    cased = any(tree.dep(c) == "case" and tree.word(c) in ("after", "before", "during", "in", "on") for c in kids)
    if not cased or tree.word(link + 1) != "," or tree.word(verb - 1) != "," or not tree.word(verb).endswith("ed"):
        return
    tree.change(verb, head=first, dep="conj")
    tree.change(link, head=verb)
    tree.change(i, head=verb, dep="obl")


def _thing_behind_time(tree: Tree, i: int) -> None:
    """ "bought a line and, the next autumn, a yard", "wrote a play and, in 2018, a novel": what stands behind "and"
    and a time between commas is joined to the thing before, and the time is the verb's."""
    noun = tree.tokens[i].head
    if tree.dep(i) not in ("appos", "conj") or tree.dep(noun) != "obj" or noun > i:
        return
    comma = next((k for k in range(i - 1, noun, -1) if tree.word(k) == ","), noun)
    link = next((k for k in range(comma - 1, noun, -1) if tree.word(k) == "and" and tree.word(k + 1) == ","), None)
    if link is None or not is_date(tree.tokens[comma - 1].text):
        return
    tree.change(comma - 1, head=tree.tokens[noun].head, dep="obl")
    tree.change(link, head=i)
    tree.change(i, head=noun, dep="conj")


def _verb_behind_since(tree: Tree, i: int) -> None:
    """ "The mayor, a rival since Pell beat him, declined": the subject before the conjunction is that of the verb
    behind the comma that closes the aside."""
    token = tree.tokens[i]
    inner = token.head
    if tree.word(i) != "since" or token.dep != "mark" or inner < i:
        return
    subject = next((c for c in tree.children(inner) if tree.dep(c) == "nsubj" and c < i), None)
    own = next((c for c in tree.children(inner) if tree.dep(c) == "nsubj" and i < c < inner), None)
    main = next((c for c in tree.children(inner) if c > inner and _is_stray(tree, c)), None)
    if subject is None or own is None or main is None:
        return
    above, dep = tree.tokens[inner].head, tree.tokens[inner].dep
    tree.change(main, head=main if above == inner else above, dep=dep)
    for child in tree.children(inner):
        if child > main or (child < i and child != subject):
            tree.change(child, head=main)
    tree.change(subject, head=main)
    tree.change(inner, head=subject, dep="acl")


def _report_behind(tree: Tree, i: int) -> None:
    """ "The league has banned him, it announced on Monday": without "and" what is said goes before the saying."""
    verb = tree.tokens[i].head
    if tree.dep(i) != "nsubj" or verb != i + 1 or tree.word(i - 1) != ",":
        return
    kids = tree.children(verb)
    if tree.tokens[verb].lemma.lower() not in _REPORTING or "cc" in map(tree.dep, kids):
        return
    if tree.tokens[verb].dep == "conj":
        tree.change(verb, dep="parataxis")
    for child in kids:
        marked = {"mark", "advmod"} & set(map(tree.dep, tree.children(child)))
        if child < i and tree.dep(child) == "advcl" and tree.has_subject(child) and not marked:
            tree.change(child, dep="ccomp")


_REPORTING = frozenset().union(*lexicon.groups("reporting_verbs").values()) | lexicon.groups("verbs")["emerging"]


def _is_stray(tree: Tree, i: int) -> bool:
    """Whether this is a verb without subject or conjunction right behind a comma."""
    start = min([i, *(c for c in tree.children(i) if tree.dep(c) == "aux")])
    bare = not any(tree.dep(c) in ("mark", "cc", "nsubj") for c in tree.children(i))
    past = not tree.word(i).endswith("ing")
    return tree.tokens[i].upos == "VERB" and tree.dep(i) in _LOOSE and tree.word(start - 1) == "," and bare and past

"""Repairs of clauses inside others: each verb of theirs has its own subject back, and its conjunction or its report."""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .tree import Rules, Tree
from .words import PAST, PRESENT

_ADVERBS = lexicon.groups("grammar")["adverb-before-past"]
_OPENERS = lexicon.groups("grammar")["clause-opener"]
_PLAIN = lexicon.groups("reporting_verbs")["plain"]
_INTENTIONS = lexicon.groups("predicates")["intention"]
_NEGATIONS = lexicon.groups("grammar")["negation"]
_LOOSE = frozenset({"parataxis", "advcl", "conj", "acl", "ccomp", "dep"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_reopen_clause, (",",), ("VERB",)),
        (_pass_apposition, (",",), ("VERB",)),
        (_give_adverb, _ADVERBS, ("ADJ",)),
        (_give_reported, (",",), ("VERB",)),
        (_read_plans, ("to",), ("NOUN",)),
        (_close_condition, (",",)),
        (_open_condition, ("provided", "providing", "assuming")),
        (_read_not_before, ("before",)),
        (_open_with_verb, ("after", "before", "until"), ("case",)),
        (_open_with_conjunction, ("after", "before", "until"), ("case",)),
    )


def _open_condition(tree: Tree, i: int) -> None:
    """ "the offer stands, provided that new hours are accepted": no verb, but what opens a condition."""
    verb = next((c for c in tree.children(i) if tree.dep(c) == "ccomp" and c > i), None)
    if verb is None or tree.word(i + 1) != "that" or tree.word(i - 1) != "," or tree.tokens[i].head == i:
        return
    tree.change(verb, head=tree.tokens[i].head, dep="advcl")
    for child in tree.children(i):
        tree.change(child, head=verb)
    tree.change(i, head=verb, dep="mark", upos="SCONJ")


def _reopen_clause(tree: Tree, verb: int) -> None:
    """ "after her predecessor, Nils Berg, resigned": the noun behind the conjunction is the subject of the verb behind
    the name, and the conjunction no preposition."""
    token = tree.tokens[verb]
    matrix = token.head
    if token.upos != "VERB" or token.dep not in _LOOSE or matrix > verb or tree.word(verb - 1) != ",":
        return
    if any(tree.dep(child) == "cc" for child in tree.children(verb)) or "VerbForm=Fin" not in token.feats:
        return
    subject = next((child for child in tree.children(verb) if tree.dep(child) == "nsubj"), None)
    for noun in tree.children(matrix):
        opener = next((c for c in tree.children(noun) if tree.dep(c) == "case" and tree.word(c) in _OPENERS), None)
        if opener is None or not matrix < opener < noun or tree.dep(noun) != "obl":
            continue
        names = [c for c in tree.children(noun) if tree.dep(c) == "appos"] if subject is None else [subject]
        if not names or tree.span(names[-1])[1] != verb - 2 or not _follows(tree, noun, names[-1]):
            continue
        tree.change(names[-1], head=noun, dep="appos")
        tree.change(noun, head=verb, dep="nsubj")
        tree.change(opener, head=verb, dep="mark", upos="SCONJ")
        tree.change(verb, dep="advcl")
        return


def _pass_apposition(tree: Tree, verb: int) -> None:
    """ "when a crowd of 90,000, an eighth of the town, marched": what stands between commas is no clause; the verb
    behind it has the conjunction and the subject."""
    token = tree.tokens[verb]
    if token.upos != "VERB" or token.dep not in _LOOSE or tree.word(verb - 1) != "," or tree.has_subject(verb):
        return
    if "VerbForm=Fin" not in token.feats or any(tree.dep(c) == "cc" for c in tree.children(verb)):
        return
    for noun in range(verb - 2, max(token.head, 0), -1):
        subject = next((c for c in tree.children(noun) if tree.dep(c) == "nsubj" and c < noun), None)
        if subject is None:
            continue
        opener = next((c for c in tree.children(noun) if tree.word(c) in _OPENERS and c < subject), None)
        kinds = {tree.dep(c) for c in tree.children(noun)}
        if opener is None or tree.tokens[noun].upos in ("VERB", "AUX") or kinds & {"cop", "aux"}:
            return
        if tree.word(tree.span(subject)[1]) != "," and tree.word(tree.span(subject)[1] + 1) != ",":
            return
        tree.change(verb, head=tree.tokens[noun].head, dep="advcl")
        tree.change(opener, head=verb)
        tree.change(subject, head=verb)
        tree.change(noun, head=subject, dep="appos", upos="NOUN")
        return


def _give_reported(tree: Tree, verb: int) -> None:
    """ "Officials said the bank, which employs 300 people, lost its appeal": what they said is that it lost."""
    token = tree.tokens[verb]
    saying = token.head
    loose = token.dep in _LOOSE and saying < verb and tree.tokens[saying].lemma in _PLAIN
    if not loose or token.upos != "VERB" or tree.has_subject(verb) or "cc" in map(tree.dep, tree.children(verb)):
        return
    first = tree.span(verb)[0]
    first += tree.word(first) == ","
    noun = next((c for c in tree.children(saying) if tree.dep(c) == "obj" and c < first), None)
    aside = None if noun is None else next((c for c in tree.children(noun) if tree.dep(c) == "acl" and c > noun), None)
    if noun is None or aside is None or tree.word(first - 1) != "," or tree.span(aside)[1] != first - 2:
        return
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(verb))
    tree.change(verb, dep="ccomp")
    tree.change(noun, head=verb, dep="nsubj:pass" if passive else "nsubj")


def _give_adverb(tree: Tree, i: int) -> None:
    """ "when the sides last met": the adverb before a past has no subject; the verb has it."""
    verb, token = i + 1, tree.tokens[i]
    if tree.word(i) not in _ADVERBS or token.upos != "ADJ" or verb >= len(tree.tokens) or not tree.has_subject(i):
        return
    if tree.tokens[verb].upos != "VERB" or tree.tokens[verb].head != i or "Tense=Past" not in tree.tokens[verb].feats:
        return
    tree.change(verb, head=verb if token.head == i else token.head, dep=token.dep, feats=PAST)
    for child in tree.children(i):
        tree.change(child, head=verb)
    tree.change(i, head=verb, dep="advmod", upos="ADV")


def _follows(tree: Tree, noun: int, name: int) -> bool:
    """Whether only a comma stands between a noun and the name that it is given behind it."""
    first = tree.span(name)[0]
    first += tree.word(first) == ","
    return tree.word(first - 1) == "," and first - 2 == noun


def _read_plans(tree: Tree, i: int) -> None:
    """ "NATO plans to sell the mill", "Owners plan to": what somebody plans is no noun of its own."""
    noun = tree.tokens[i]
    if noun.upos != "NOUN" or noun.lemma not in _INTENTIONS or tree.word(i + 1) != "to":
        return
    name = tree.tokens[i - 1]
    content = next((token.i for token in tree.tokens[i + 2 :] if token.upos == "VERB"), None)
    people = name.upos == "NOUN" and "Number=P" in name.feats and not noun.text.endswith("s")
    named = name.upos == "PROPN" and noun.text.endswith("s")
    if i == 0 or content is None or not (named or people) or name.dep != "compound" or name.head != i:
        return
    if noun.dep == "nsubj" and noun.head == content and tree.root() == content:
        tree.change(i, head=i, dep="root")
        tree.change(content, head=i, dep="xcomp")
    elif noun.dep != "ccomp" or tree.tokens[content].head != i:
        return
    tree.change(content, dep="xcomp")
    tree.change(i, upos="VERB", feats=PRESENT)
    tree.change(name.i, head=i, dep="nsubj")


def _close_condition(tree: Tree, verb: int) -> None:
    """ "If they do not, the company may sue": the condition ends at its auxiliary, and is no part of the clause."""
    kids = tree.children(verb)
    if len(kids) < 3:
        return
    opener = next((child for child in kids if tree.dep(child) == "mark" and tree.tokens[child].upos == "SCONJ"), None)
    subjects = [child for child in kids if tree.dep(child) == "nsubj" and child < verb]
    if opener is None or len(subjects) < 2:
        return
    helper = next((child for child in kids if tree.dep(child) in ("aux", "cop") and child > subjects[0]), verb)
    end = helper + 1 + (tree.word(helper + 1) in _NEGATIONS)
    if not opener < subjects[0] < helper < subjects[1] or tree.word(end) != ",":
        return
    tree.change(helper, head=verb, dep="advcl", upos="VERB")
    for child in (*kids, *tree.children(helper)):
        if child <= end and child != helper:
            tree.change(child, head=helper)


def _read_not_before(tree: Tree, i: int) -> None:
    """ "left, but not before carving a name": "not" is said of "before", and the painting was done."""
    if tree.word(i) == "before" and tree.word(i - 1) == "not" and tree.word(i - 2) == "but":
        tree.change(i - 1, head=i, dep="advmod")


def _open_with_conjunction(tree: Tree, i: int) -> None:
    """ "was sold after its founder died": no subject has a preposition; it is the conjunction of the clause."""
    noun = tree.tokens[i].head
    verb = tree.tokens[noun].head
    if tree.word(i) not in ("after", "before", "until") or tree.tokens[i].dep != "case" or noun < i or verb < noun:
        return
    finite = "VerbForm=Fin" in tree.tokens[verb].feats or any(tree.dep(c) == "aux" for c in tree.children(verb))
    if not tree.tokens[noun].dep.startswith("nsubj") or tree.tokens[verb].upos != "VERB" or not finite:
        return
    main = tree.tokens[verb].head
    if main == verb or tree.tokens[main].upos not in ("VERB", "AUX") or "cc" in map(tree.dep, tree.children(verb)):
        return
    tree.change(i, head=verb, dep="mark", upos="SCONJ")
    if main < i and tree.dep(verb) in ("ccomp", "conj", "parataxis", "xcomp"):
        tree.change(verb, dep="advcl")


def _open_with_verb(tree: Tree, i: int) -> None:
    """ "was signed after the siege ended": no past verb is a noun with a preposition; the noun before it is its
    subject, and the preposition its conjunction."""
    verb = tree.tokens[i].head
    token, noun = tree.tokens[verb], verb - 1
    if tree.word(i) not in ("after", "before", "until") or tree.dep(i) != "case" or not i < noun:
        return
    if token.upos != "VERB" or token.dep not in ("obl", "nmod") or not tree.word(verb).endswith("ed"):
        return
    if tree.tokens[noun].upos not in ("NOUN", "PROPN") or tree.tokens[noun].head != verb:
        return
    main = token.head
    while tree.tokens[main].upos not in ("VERB", "AUX") and tree.tokens[main].head != main:
        main = tree.tokens[main].head
    for child in tree.children(verb):
        if child < noun and tree.dep(child) in ("det", "amod", "nummod", "nmod", "compound"):
            tree.change(child, head=noun)
    tree.change(noun, head=verb, dep="nsubj")
    tree.change(verb, head=main, dep="advcl", feats=PAST)
    tree.change(i, dep="mark", upos="SCONJ")

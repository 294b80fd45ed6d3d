"""Repairs of small words that belong with a neighbour: "went on", "has since", "more than", "that" before a clause."""

from __future__ import annotations

from functools import cache

from .openings import is_date
from .tree import Rules, Tree
from .words import NOMINAL, PAST


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_join_go_on, ("on",)),
        (_agree_with_noun, ("were", "are", "have"), ("VERB",)),
        (_read_since, ("since",)),
        (_read_more_than, ("than",)),
        (_free_from_that, ("that",), NOMINAL),
        (_fall_through, ("through",)),
    )


def _join_go_on(tree: Tree, i: int) -> None:
    """ "He went on altering forms", "went on to win": what goes on is part of what is told of him."""
    on = i + 1
    if tree.tokens[i].lemma.lower() != "go" or tree.word(on) != "on" or on + 1 >= len(tree.tokens):
        return
    verb = tree.tokens[on].head if tree.tokens[on].head > on else None
    if verb is None:
        verb = next((c for c in tree.children(i) if c > on and tree.dep(c) in ("advcl", "xcomp")), None)
    if verb is None or tree.tokens[verb].upos != "VERB" or tree.tokens[verb].head != i or tree.has_subject(verb):
        return
    if verb == on + 1 and tree.word(verb).endswith("ing") or (tree.word(on + 1) == "to" and verb > on + 1):
        tree.change(on, head=i, dep="compound:prt", upos="ADP")
        tree.change(verb, dep="xcomp")


def _agree_with_noun(tree: Tree, i: int) -> None:
    """ "when waiting lists were long": a plural verb has the plural noun for its subject, not the "-ing" before it."""
    noun = i + 1
    if tree.tokens[i].upos != "VERB" or not tree.word(i).endswith("ing") or noun + 1 >= len(tree.tokens):
        return
    helper = tree.tokens[noun + 1]
    if tree.tokens[noun].upos != "NOUN" or "Number=Plur" not in tree.tokens[noun].feats or helper.upos != "AUX":
        return
    main = helper.head
    if tree.word(noun + 1) not in ("were", "are", "have") or main <= noun or main == i or tree.tokens[i].head == noun:
        return
    if any(tree.dep(c) == "nsubj" and c not in (i, noun) for c in tree.children(main)) or tree.has_subject(i):
        return
    for child in tree.children(i):
        if child < i:
            tree.change(child, head=main)
    tree.change(noun, head=main, dep="nsubj")
    tree.change(i, head=noun, dep="amod", upos="ADJ")


def _read_since(tree: Tree, i: int) -> None:
    """ "It has since installed cameras": behind its auxiliary "since" is an adverb."""
    token = tree.tokens[i]
    if tree.word(i) == "since" and tree.word(i - 1) in ("has", "have", "had", "'ve", "’ve") and token.head > i:
        if tree.tokens[token.head].upos in ("VERB", "AUX", "ADJ") and tree.tokens[i - 1].head == token.head:
            tree.change(i, dep="advmod", upos="ADV")


def _read_more_than(tree: Tree, i: int) -> None:
    """ "More than 1,000 died": the number is the subject, "more than" only says that it is a lower bound."""
    number = i + 2
    if tree.word(i) not in ("more", "fewer", "less") or tree.word(i + 1) != "than" or number >= len(tree.tokens):
        return
    if tree.tokens[i].dep.startswith("nsubj") and tree.tokens[number].upos == "NUM" and tree.tokens[number].head == i:
        tree.change(number, head=tree.tokens[i].head, dep=tree.tokens[i].dep)
        for child in tree.children(i):
            if child > number:
                tree.change(child, head=number)
        tree.change(i, head=number, dep="advmod")


def _free_from_that(tree: Tree, i: int) -> None:
    """ "an offer that the company made": the noun is no part of "that" but the subject of the verb behind it."""
    token, that = tree.tokens[i], tree.tokens[i].head
    if token.dep != "fixed" or token.upos not in NOMINAL or tree.word(that) != "that" or that > i:
        return
    verb = next((c for c in tree.children(i) if c > i and tree.tokens[c].upos == "VERB"), None)
    noun = that - 1
    if verb is None or noun < 0 or tree.tokens[noun].upos not in NOMINAL or tree.has_subject(verb):
        return
    tree.change(verb, head=noun, dep="acl:relcl", feats=PAST if "Tense=Past" in tree.tokens[verb].feats else None)
    tree.change(i, head=verb, dep="nsubj")
    tree.change(that, head=verb, dep="obj", upos="PRON")


def _fall_through(tree: Tree, i: int) -> None:
    """ "The merger fell through last summer": "through" belongs to the verb, not to the date."""
    if tree.tokens[i].lemma.lower() != "fall" or tree.word(i + 1) != "through" or i + 2 >= len(tree.tokens):
        return
    date = tree.tokens[i + 1].head
    if tree.dep(i + 1) == "case" and date > i + 1 and is_date(tree.tokens[date].text):
        tree.change(i + 1, head=i, dep="compound:prt")

"""Repairs of numbers: ordinals that are subjects, sums that are paid, numbers that are part of a name or a measure."""

from __future__ import annotations

from functools import cache

from .openings import is_date
from .tree import ALWAYS, Rules, Tree


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_free_date, (",",), ("compound",)),
        (_give_ordinal_subject, ("the", "a", "another"), ("ADJ",)),
        (_give_ordinal_aside, (",",), ("ADJ",)),
        (_give_price, ALWAYS, ("SYM",)),
        (_worth, ("$", "£", "€", "¥"), ("SYM",)),
        (_join_code, ("-",), ("NUM",)),
        (_join_measure, ("-",), ("NOUN",)),
    )


def _free_date(tree: Tree, i: int) -> None:
    """ "moved to at least October, Lena Moos said": what a comma ends is no part of the name behind it."""
    head = tree.tokens[i].head
    if tree.dep(i) != "compound" or head < i + 2 or tree.word(i + 1) != "," or not is_date(tree.tokens[i].text):
        return
    verb = next((k for k in range(i - 1, -1, -1) if tree.tokens[k].upos == "VERB"), None)
    if verb is None or verb < i - _LONGEST_LEAD:
        return
    tree.change(i, head=verb, dep="obl")
    for k in range(verb + 1, i):
        if tree.tokens[k].head >= i:
            tree.change(k, head=i, dep="case" if tree.tokens[k].upos == "ADP" else "advmod")


_LONGEST_LEAD = 4
"""How many tokens before a date its verb stands at most."""


def _give_ordinal_subject(tree: Tree, i: int) -> None:
    """ "The second began": an adjective with an article before a verb is its subject."""
    token = tree.tokens[i]
    verb = tree.tokens[token.head]
    if (
        token.upos == "ADJ"
        and token.dep == "amod"
        and verb.upos == "VERB"
        and verb.i == i + 1
        and "VerbForm=Fin" in verb.feats
        and not tree.has_subject(verb.i)
        and tree.word(i - 1) in ("the", "a", "another")
    ):
        tree.change(i - 1, head=i)
        tree.change(i, dep="nsubj")


def _give_ordinal_aside(tree: Tree, i: int) -> None:
    """ "A second, carrying wheat, is due": with its article and an aside behind it the ordinal is the subject."""
    if tree.tokens[i].upos != "ADJ" or tree.dep(i) not in ("amod", "advmod") or tree.word(i + 1) != ",":
        return
    aside, main = i + 2, tree.tokens[i].head
    if not tree.word(aside).endswith(("ing", "ed")) or tree.word(i - 1) not in ("a", "the", "another"):
        return
    taken = main == aside and tree.dep(aside) in ("nsubj", "csubj")
    main = tree.tokens[aside].head if taken else main
    helped = any(tree.dep(c) in ("aux", "cop") and c > i for c in tree.children(main))
    if main < i + 3 or not helped or (tree.has_subject(main) and not taken):
        return
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(main))
    tree.change(i - 1, head=i, dep="det")
    tree.change(i, head=main, dep="nsubj:pass" if passive else "nsubj", upos="NOUN")
    tree.change(aside, head=i, dep="acl", upos="VERB")


def _give_price(tree: Tree, i: int) -> None:
    """ "offered the county $1": a sum is no apposition of the receiver."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if token.dep == "appos" and token.upos == "SYM" and above.dep == "obj" and tree.word(i - 1) not in (",", "("):
        tree.change(above.i, dep="iobj")
        tree.change(i, head=above.head, dep="obj")


def _join_code(tree: Tree, i: int) -> None:
    """ "the HX-9": a number run together with a name by a hyphen is part of it."""
    if i < 2 or tree.tokens[i].upos != "NUM" or tree.word(i - 1) != "-" or tree.tokens[i - 2].upos != "PROPN":
        return
    name, hyphen, number = tree.tokens[i - 2 : i + 1]
    if name.end == hyphen.start and hyphen.end == number.start and number.head != i and name.head not in (i, i - 1):
        tree.change(i - 1, head=i - 2, dep="punct")
        tree.change(i, head=i - 2, dep="flat")


def _join_measure(tree: Tree, i: int) -> None:
    """ "A magnitude-5.1 tremor": what is measured is the noun behind the number."""
    if i + 3 >= len(tree.tokens) or tree.word(i + 1) != "-" or tree.tokens[i + 2].upos != "NUM":
        return
    noun, thing = tree.tokens[i], tree.tokens[i + 3]
    tight = noun.end == tree.tokens[i + 1].start and tree.tokens[i + 1].end == tree.tokens[i + 2].start
    if noun.upos != "NOUN" or thing.upos != "NOUN" or not tight or thing.head != i or tree.dep(thing.i) != "appos":
        return
    head, dep = noun.head, noun.dep
    tree.change(thing.i, head=thing.i if head == i else head, dep=dep)
    for child in tree.children(i):
        tree.change(child, head=thing.i)
    tree.change(i, head=thing.i, dep="compound")
    tree.change(i + 1, head=i, dep="punct")
    tree.change(i + 2, head=i, dep="nummod")


def _worth(tree: Tree, i: int) -> None:
    """ "its $2 billion purchase of a rival": the noun right behind a sum is what is told, the sum its price."""
    if tree.tokens[i].upos != "SYM" or i + 2 >= len(tree.tokens):
        return
    noun = i + 1
    while noun < len(tree.tokens) and tree.tokens[noun].upos == "NUM":
        noun += 1
    thing = tree.tokens[noun] if noun < len(tree.tokens) else None
    if thing is None or noun == i + 1 or thing.upos != "NOUN" or thing.head != i or is_date(thing.text):
        return
    if thing.dep not in ("appos", "nmod", "compound", "dep", "flat", "nmod:unmarked"):
        return
    head, dep = tree.tokens[i].head, tree.tokens[i].dep
    for child in tree.children(i):
        if child < i or child > noun:
            tree.change(child, head=noun)
    tree.change(noun, head=noun if head == i else head, dep=dep)
    tree.change(i, head=noun, dep="compound")

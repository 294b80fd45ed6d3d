"""Repairs of what belongs to a relative clause: the time at its end, the verb behind "one of whom, Alan Tait,"."""

from __future__ import annotations

from functools import cache

from .openings import is_date
from .tree import ALWAYS, Rules, Tree
from .words import NOMINAL, PAST


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_give_since, ("since", "until")),
        (_verb_of_one, ("whom", "which")),
        (_hang_on_people, ("who",), ("nsubj",)),
        (_read_finite, ("who", "which", "that"), ("nsubj",)),
        (_open_contact, ALWAYS, ("acl",)),
        (_read_contact, ALWAYS, ("acl",)),
        (_close_whose, ("whose",)),
    )


def _give_since(tree: Tree, i: int) -> None:
    """ "Three men who had been missing since Sunday walked home": since when they had been missing."""
    if tree.word(i) not in ("since", "until") or i + 1 >= len(tree.tokens) or not is_date(tree.tokens[i + 1].text):
        return
    time, above = i + 1, tree.tokens[i + 1].head
    if tree.tokens[above].upos in NOMINAL:
        noun = above
    else:  # the time was read as the subject of the verb behind it
        noun = next((c for c in tree.children(above) if tree.dep(c) == "nsubj" and c < i), time)
    if noun > i or not (tree.dep(time) == "nsubj" or tree.tokens[i].dep == "case"):
        return
    inner = next((c for c in tree.children(noun) if tree.tokens[c].dep == "acl:relcl" and noun < c < i), None)
    if inner is None or tree.span(inner)[1] != i - 1:
        return
    tree.change(i, head=time, dep="case", upos="ADP")
    tree.change(time, head=inner, dep="obl")


def _hang_on_people(tree: Tree, i: int) -> None:
    """ "accused the premier of shielding officials who sold the land": who did so stands right before the pronoun."""
    before, verb = i - 1, tree.tokens[i].head
    if i < 2 or tree.dep(i) != "nsubj" or not i < verb or tree.tokens[verb].head == before:
        return
    noun = tree.tokens[before]
    plural = noun.upos == "NOUN" and "Number=Plur" in noun.feats
    if not plural or not tree.tokens[verb].dep.endswith("relcl") or tree.tokens[verb].head >= before:
        return
    tree.change(verb, head=before, dep="acl:relcl")


def _read_finite(tree: Tree, i: int) -> None:
    """ "Inspectors, who last visited in May": with its pronoun and without an auxiliary the verb is a past."""
    verb = tree.tokens[i].head
    token = tree.tokens[verb]
    if tree.word(i) not in ("who", "which", "that") or tree.dep(i) != "nsubj" or not i < verb <= i + 3:
        return
    if token.upos != "VERB" or token.dep != "acl:relcl" or "Tense=Past|VerbForm=Part" not in token.feats:
        return
    if not any(tree.dep(c) in ("aux", "cop") or tree.tokens[c].dep == "obl:agent" for c in tree.children(verb)):
        tree.change(verb, feats=PAST)
        tree.change(i, dep="nsubj")


def _open_contact(tree: Tree, i: int) -> None:
    """ "a notice the landlord issued on 2 June": a noun with its own article right behind another noun, and a verb
    behind it, are a relative clause of that other noun."""
    token, noun = tree.tokens[i], tree.tokens[i].head
    start = tree.span(noun)[0] if noun < i else 0
    if token.dep != "acl" or token.upos != "VERB" or noun != i - 1 or not 0 < start <= noun or token.feats == "":
        return
    whole = start - 1
    leads = tree.dep(start) == "det" and tree.tokens[start].head == noun and tree.tokens[whole].upos in NOMINAL
    helped = any(tree.dep(c) in ("aux", "cop", "mark") or tree.tokens[c].dep == "obl:agent" for c in tree.children(i))
    if not leads or helped or tree.tokens[noun].head != whole or "VerbForm=Part|Voice=Pass" not in token.feats:
        return
    tree.change(i, head=whole, dep="acl:relcl", feats=PAST)
    tree.change(noun, head=i, dep="nsubj")


def _read_contact(tree: Tree, i: int) -> None:
    """ "the sum the bank promised in 2012", "sold the tower it built": with a pronoun that does something before it, or
    a noun right before it, and without an auxiliary, the verb of a relative clause is a past."""
    token = tree.tokens[i]
    if token.dep != "acl:relcl" or token.upos != "VERB" or "Tense=Past|VerbForm=Part" not in token.feats:
        return
    subject = next((c for c in tree.children(i) if tree.dep(c) == "nsubj" and c < i), None)
    if subject is None or any(tree.dep(c) in ("aux", "cop") or tree.tokens[c].dep == "obl:agent"
                              for c in tree.children(i)):
        return
    acts = tree.word(subject) in _ACTORS and tree.tokens[subject].dep == "nsubj"
    if acts or (subject == i - 1 and tree.tokens[subject].upos in NOMINAL):
        tree.change(i, feats=PAST)
        tree.change(subject, dep="nsubj")


_ACTORS = ("it", "he", "she", "they", "we", "i")


def _verb_of_one(tree: Tree, i: int) -> None:
    """ "the rescuers, one of whom, Alan Tait, hurt his back": the verb behind the name is that of the one."""
    if tree.word(i) not in ("whom", "which") or tree.word(i - 1) != "of" or i < 3:
        return
    one = i - 2
    noun = tree.tokens[one].head
    if tree.tokens[i].head != one or tree.tokens[one].dep != "appos" or noun > one or tree.word(i + 1) != ",":
        return
    end = next((k for k in range(i + 2, len(tree.tokens)) if tree.word(k) == ","), None)
    if end is None or end + 1 >= len(tree.tokens) or any(tree.tokens[k].upos == "VERB" for k in range(i + 1, end)):
        return
    verb = tree.tokens[end + 1]
    loose = verb.upos == "VERB" and verb.dep in ("conj", "parataxis", "advcl", "acl") and verb.head < i
    if not loose or tree.has_subject(verb.i) or any(tree.dep(c) in ("cc", "mark") for c in tree.children(verb.i)):
        return
    tree.change(verb.i, head=noun, dep="acl:relcl")
    tree.change(one, head=verb.i, dep="nsubj")
    name = next((c for c in tree.children(noun) if tree.dep(c) == "appos" and i < c < end), None)
    if name is not None:
        tree.change(name, head=one)


def _close_whose(tree: Tree, i: int) -> None:
    """ "Ann Moe, a chemist whose warnings were ignored, died": a verb with two subjects, of which the second is
    somebody's, is that of the relative clause; the one behind the comma is the first subject's."""
    owned = tree.tokens[i].head
    verb = tree.tokens[owned].head
    if tree.word(i) != "whose" or owned < i or tree.dep(owned) != "nsubj" or tree.tokens[verb].upos != "VERB":
        return
    name = next((c for c in tree.children(verb) if tree.dep(c) == "nsubj" and c < i), None)
    joined = [verb, *(c for c in tree.children(verb) if tree.dep(c) == "conj")]
    main = next((c for first in joined for c in tree.children(first) if c > verb and _goes_on(tree, c)), None)
    if name is None or main is None or tree.tokens[i - 1].head not in (name, i - 1, *tree.children(name)):
        return
    above, dep = tree.tokens[verb].head, tree.tokens[verb].dep
    tree.change(main, head=main if above == verb else above, dep=dep)
    for child in tree.children(verb):
        if child > main or child < i:
            tree.change(child, head=main)
    tree.change(verb, head=name, dep="acl:relcl")


def _goes_on(tree: Tree, i: int) -> bool:
    """A verb joined by a comma alone, without a subject of its own."""
    start = tree.span(i)[0]
    bare = not tree.has_subject(i) and not any(tree.dep(c) == "cc" for c in tree.children(i))
    comma = "," in (tree.word(start), tree.word(start - 1))
    return tree.tokens[i].upos == "VERB" and tree.dep(i) in ("conj", "parataxis") and bare and comma

"""Repair of clauses that tell how long before or after something else was: "a day after talks collapsed"."""

from __future__ import annotations

import re

from .. import lexicon
from .tree import Tree
from .words import NOMINAL, PAST

_UNIT = re.compile(r"(?:.* )?(?:minute|hour|day|week|fortnight|month|year|decade)s?", re.IGNORECASE)
_STOPS = (",", ";", ":", "—", "–", '"', "”")
_FARTHEST = 14
"""How many words behind the conjunction the verb of its clause may stand."""


def mend(tree: Tree) -> None:
    """Apply the rule to ``tree``."""
    for i in range(1, len(tree.tokens) - 2):
        if tree.word(i) not in ("after", "before") or tree.word(i - 2) in ("for", "in", "within"):
            continue  # "banned him for two years after he confessed"
        if _UNIT.fullmatch(tree.tokens[i - 1].text):
            _open_clause(tree, i)


def _open_clause(tree: Tree, i: int) -> None:
    """The length of time belongs to the clause that the conjunction opens, which is an aside of the verb before it."""
    aside = _aside(tree, i)
    verb = _verb_behind(tree, i, aside)
    if verb is None:
        return
    main = _verb_before(tree, i - 1, verb)
    aside = aside if aside and aside[-1] < verb else range(0)
    subject = next((c for c in tree.children(verb) if tree.dep(c) in ("nsubj", "csubj", "expl") and i < c < verb), None)
    if subject is None:
        subject = _subject_between(tree, i, verb)
        if subject is None:
            return
        passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(verb))
        tree.change(subject, head=verb, dep="nsubj:pass" if passive else "nsubj")
    if main is not None:
        if _is_below(tree, main, verb):
            _raise(tree, main, verb)
        tree.change(verb, head=main, dep="advcl")
    for k in aside:
        if tree.word(k) == "," or (tree.tokens[k].upos == "NUM" and len(aside) == 3):  # "Ms Lobo, 20, was arrested"
            tree.change(k, head=subject, dep="punct" if tree.word(k) == "," else "appos")
    for child in [] if main is None else tree.children(main):
        link = next((c for c in tree.children(child) if tree.dep(c) == "cc"), None)
        joined = link is not None and tree.dep(child) == "conj" and child > verb and tree.word(link - 1) != ","
        if joined and not tree.has_subject(child):  # "after a quake hit the island and triggered a landslide"
            tree.change(child, head=verb)
    tree.change(i, head=verb, dep="mark", upos="SCONJ")
    tree.change(i - 1, head=verb, dep="obl:unmarked")


def _verb_behind(tree: Tree, i: int, aside: range) -> int | None:
    """The finite verb of the clause behind ``i``, or an adjective with its copula."""
    for k in range(i + 1, min(i + _FARTHEST + len(aside), len(tree.tokens))):
        token = tree.tokens[k]
        if k in aside:
            continue
        if token.text in _STOPS or tree.word(k) in ("who", "which", "that", "whose", "and"):
            return None
        helped = any(tree.dep(c) in ("aux", "cop") and "VerbForm=Fin" in tree.tokens[c].feats for c in tree.children(k))
        if token.upos == "VERB" and (helped or ("VerbForm=Fin" in token.feats and k > i + 1)):
            return k
        if token.upos in ("ADJ", "NOUN") and helped:
            return k
        if _parts_nouns(tree, k, i):
            thing = token.head
            tree.change(k, head=tree.tokens[thing].head, dep="conj", feats=PAST)
            tree.change(thing, head=k, dep="obj")
            tree.change(k - 1, head=k, dep="nsubj")
            for child in tree.children(thing):
                if i < child < k - 1:
                    tree.change(child, head=k - 1)
            return k
    return None


def _parts_nouns(tree: Tree, k: int, i: int) -> bool:
    """Whether the participle between a noun with an article and a bare noun is the clause's verb: "after a newspaper
    published recordings"."""
    token, noun = tree.tokens[k], tree.tokens[k - 1]
    if token.upos != "VERB" or token.dep != "amod" or "Tense=Past" not in token.feats or noun.upos not in NOMINAL:
        return False
    article = any(tree.dep(c) == "det" and i < c < k for h in (k - 1, token.head) for c in tree.children(h))
    return k > i + 2 and article and token.head > k and noun.head in (k, token.head)


def _aside(tree: Tree, i: int) -> range:
    """The first aside between two commas behind ``i`` that names or describes the noun before it ("the lender, Norvik
    Bank, froze", "the lender, which had doubts, froze"): nothing where no verb is behind it."""
    first = next((k for k in range(i + 2, min(i + _FARTHEST, len(tree.tokens))) if tree.word(k) == ","), None)
    last = None if first is None else next((k for k in range(first + 2, len(tree.tokens)) if tree.word(k) == ","), None)
    if first is None or last is None or last - first > _LONGEST_ASIDE or last + 1 >= len(tree.tokens):
        return range(0)
    inside = range(first + 1, last)
    named = all(tree.tokens[k].upos in _NAMING or tree.word(k) == "&" for k in inside)
    described = tree.word(first + 1) in _RELATIVES
    goes_on = tree.tokens[last + 1].upos in ("VERB", "AUX", "ADV")
    return range(first, last + 1) if (named or described) and goes_on else range(0)


_NAMING = NOMINAL | {"NUM", "ADJ", "DET", "ADP", "PART"}
_RELATIVES = lexicon.groups("grammar")["aside-relative"]
_LONGEST_ASIDE = 12


def _verb_before(tree: Tree, length: int, verb: int) -> int | None:
    """The verb before the length of time, of which the clause of ``verb`` is an aside; ``None``: it keeps its own."""
    above, seen = tree.tokens[length].head, set()
    while above not in seen and (above >= length or tree.tokens[above].upos not in ("VERB", "AUX")):
        seen.add(above)
        above = tree.tokens[above].head
    if above < length and tree.tokens[above].upos in ("VERB", "AUX") and above != verb:
        return above
    before = [k for k in range(length) if tree.tokens[k].upos == "VERB" and tree.has_subject(k)]
    if before:
        return before[-1] if tree.tokens[verb].head != before[-1] else None
    past = (k for k in range(1, length) if tree.tokens[k].upos == "VERB" and "Tense=Past" in tree.tokens[k].feats)
    return next(past, None) if tree.root() == verb else None


def _is_below(tree: Tree, i: int, above: int) -> bool:
    seen = set()
    while i not in seen:
        if i == above:
            return True
        seen.add(i)
        i = tree.tokens[i].head
    return False


def _raise(tree: Tree, main: int, verb: int) -> None:
    """``main``, which the parser put below the verb of the aside behind it, takes that verb's place and what stands
    before it."""
    above, dep = tree.tokens[verb].head, tree.tokens[verb].dep
    top = main
    while tree.tokens[top].head != verb:
        top = tree.tokens[top].head
    finite = tree.has_subject(main) or any(tree.dep(c) == "aux" for c in tree.children(main))
    tree.change(main, head=main if above == verb else above, dep=dep, feats=None if finite else PAST)
    for child in tree.children(verb):
        if child < main:
            tree.change(child, head=main)
    if top != main and not finite and tree.tokens[top].upos in NOMINAL:
        tree.change(top, head=main, dep="nsubj")


def _subject_between(tree: Tree, i: int, verb: int) -> int | None:
    """The head of the noun phrase right behind the conjunction; an adjective is one before the verb, with an article
    or an owner ("its chief executive resigned")."""
    noun = next((k for k in range(i + 1, verb) if _heads_phrase(tree, k, i)), None)
    if noun is not None:
        return noun
    last = verb - 1
    owned = any(tree.tokens[c].dep in ("det", "nmod:poss") and c > i for c in tree.children(last))
    return last if last > i and tree.tokens[last].upos == "ADJ" and owned else None


def _heads_phrase(tree: Tree, k: int, i: int) -> bool:
    token = tree.tokens[k]
    return token.upos in NOMINAL | {"PRON"} and not i < token.head < k and token.dep not in ("compound", "nmod:poss")

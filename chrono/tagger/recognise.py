"""Recognise: from text to expression trees, without knowing any date.

1. :mod:`chrono.tagger.scan` finds where a date can be.
2. :mod:`chrono.tagger.tokens` cuts the stretch around it into tokens, each with its categories.
3. :mod:`chrono.tagger.compose` applies the rules, until only whole expressions are left.
4. :mod:`chrono.tagger.names` leaves out what only looks like one.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

from .compose import compose
from .grammar import grammar
from .names import begins_name, is_given_name, is_number, is_title, stands_apart
from .pattern import SPACE, UNKNOWN
from .scan import windows
from .tokens import Window, tokenise
from .tree import Tree


class Found(NamedTuple):
    """An expression found: code points of the document, its tree, the rule that made it, the word before it that
    relates something to it (``since``, ``by`` …, or ``""``)."""

    start: int
    end: int
    tree: Tree
    rule: str
    relation: str = ""


@lru_cache(maxsize=2)
def recognise(text: str, language: str = "en") -> tuple[Found, ...]:
    """All time expressions of ``text``, in order, not overlapping. The last texts are remembered: one is looked at for
    its date line, for how it is to be read, and for its dates."""
    rules = grammar(language)
    lexicon = rules.lexicon
    found: list[Found] = []
    stop = 0
    stretches = [tokenise(text, start, end, lexicon) for start, end in list(windows(text, language))]
    for window in [window for window in stretches if compose(window, rules)]:
        for place in compress(count(), window.rules):
            rule, meaning = window.rules[place], window.tokens[place]
            if rule is None or isinstance(meaning, str) or not rule.rule.emit:
                continue
            first, last = window.start + window.starts[place], window.start + window.starts[place + 1]
            tree = next(iter(meaning.values()))
            if not isinstance(tree, Tree) or first < stop or not stands_apart(text, first, last):
                continue
            if not (
                begins_name(text, last, tree, lexicon.name_heads)
                or is_title(text, first, last, tree)
                or is_number(text, first, last, tree)
                or is_given_name(text, first, last, tree, lexicon.leads)
            ):
                stop = last
                relation = _through(_relation(window, place, lexicon.relations), tree)
                found.append(Found(first, last, tree, rule.rule.id, relation))
    return tuple(found)


def _through(relation: str, tree: Tree) -> str:
    """What "through" means before the tree: all of a stretch ("through the night"), else up to and with a time."""
    if relation != "through":
        return relation
    return "during" if tree.op in _STRETCHES or (tree.op == "Part" and tree.args[0] is None) else "until"


_STRETCHES = frozenset(("Near", "The", "Season"))
"""Trees of stretches of time that something lasts through."""


def _relation(window: Window, place: int, relations: Container[str]) -> str:
    """The relation word right before the token at ``place``, if any."""
    for before in range(place - 1, max(-1, place - 5), -1):
        code = window.codes[before]
        if code == SPACE:
            continue
        senses = window.senses(before) if code != UNKNOWN else None
        if senses is None:
            break
        relation = senses.get("relation")
        if relation in relations:
            return str(relation)
        if "=the" not in senses:
            break
    return ""

"""What is told of several days with one verb: "bought a mill in 2014 and a mine two years later"."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import dataclass

from .syntax import Syntax


@dataclass(frozen=True, slots=True)
class Gapped:
    """The thing of the verb that belongs to one of its dates: ``left_out`` are the tokens that belong to another,
    ``subject`` the noun that takes the place of the verb's subject (``None``: its own)."""

    left_out: frozenset[int] = frozenset()
    subject: int | None = None


def gapped(syntax: Syntax, at: int, cut: Collection[int], dated: int | None) -> Gapped:
    """Which things the verb ``at`` is told with on the day that the token ``dated`` tells; ``cut`` are the tokens of
    all times."""
    second = None if dated is None else _second(syntax, at, cut)
    if second is None and dated is not None:
        return _behind_its_date(syntax, at, cut, dated)
    if second is None or dated is None:
        return Gapped()
    phrase = set(syntax.subtree(second)) - set(cut)
    first = _first(syntax, at, second, cut)
    if first is None and syntax.first(second, "case") is not None:
        return Gapped()
    if dated < min(phrase):
        return Gapped(frozenset(phrase))
    link = {child for child in syntax.children[second] if child < second and syntax.dep(child) in ("cc", "punct")}
    if first is None:
        subject = syntax.first(at, "nsubj")
        own = set() if subject is None else set(syntax.subtree(subject))
        return Gapped(frozenset(own | phrase), second)
    return Gapped(frozenset(range(syntax.subtree(first)[0], min(phrase))) | link)


def _behind_its_date(syntax: Syntax, at: int, cut: Collection[int], dated: int) -> Gapped:
    """ "bought a mill in 2014 and, two years later, a mine": the second thing stands behind its own date."""
    link = next((i for i in range(at + 1, len(syntax.tokens)) if _opens_second(syntax, i, cut)), None)
    if link is None:
        return Gapped()
    begins = link + 2
    while begins in cut or syntax.lower(begins) == ",":
        begins += 1
    phrase = list(itertools.takewhile(lambda i: syntax.tokens[i].upos in _NOMINAL, range(begins, len(syntax.tokens))))
    end = begins + len(phrase)
    if phrase and end < len(syntax.tokens) and (syntax.dep(end) == "acl" or syntax.tokens[end].upos == "ADP"):
        top = end if syntax.dep(end) == "acl" else syntax.tokens[end].head
        if syntax.head(top) in phrase:
            end = syntax.subtree(top)[-1] + 1  # "a racehorse called Jay", "a yard at Brenn"
    whole = end == len(syntax.tokens) or syntax.tokens[end].upos == "PUNCT"
    if not phrase or not whole or syntax.tokens[phrase[-1]].upos in ("DET", "ADJ"):
        return Gapped()
    if dated < link:
        return Gapped(frozenset(range(link, end)))
    before = [i for i in range(at + 1, link) if i not in cut and syntax.tokens[i].upos != "ADP"]
    nouns = [i for i in before if syntax.tokens[i].upos in ("NOUN", "PROPN")]
    first = max((i for i in nouns if syntax.dep(i) == "obj"), default=nouns[-1] if nouns else None)
    return Gapped() if first is None else Gapped(frozenset(range(syntax.subtree(first)[0], begins)))


def _opens_second(syntax: Syntax, i: int, cut: Collection[int]) -> bool:
    """ "in 2014 and, two years later, ": "and" between two dates, the second one set off by commas."""
    if syntax.lower(i) != "and" or i + 1 == len(syntax.tokens) or syntax.lower(i + 1) != ",":
        return False
    behind_thing = syntax.tokens[i - 1].upos in ("NOUN", "PROPN")  # "In 2016 it bought a line and, in 2017, a yard"
    if not (behind_thing or i - 1 in cut or (syntax.lower(i - 1) == "," and i - 2 in cut)):
        return False
    end = i + 2
    while end in cut:
        end += 1
    return end > i + 2 and end + 1 < len(syntax.tokens) and syntax.lower(end) == ","


_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})


def _first(syntax: Syntax, at: int, second: int, cut: Collection[int]) -> int | None:
    """The noun that the one behind "and" is put beside: the verb's object, or one behind the same preposition."""
    case = syntax.first(second, "case")
    if case is None:
        return syntax.first(at, "obj")
    for i in range(second - 1, at, -1):
        before = syntax.first(i, "case")
        if before is not None and syntax.lower(before) == syntax.lower(case) and i not in cut:
            return i
    return None


def _second(syntax: Syntax, at: int, cut: Collection[int]) -> int | None:
    """The noun behind "and" that stands between two dates, where no other verb does."""
    for i in range(at + 1, len(syntax.tokens)):
        if syntax.tokens[i].upos in ("VERB", "AUX"):
            return None
        if syntax.dep(i) != "conj" or syntax.tokens[i].upos in ("ADJ", "ADV") or i in cut:
            continue
        below = [k for k in syntax.subtree(i) if k not in cut]
        begins, ends = min(below), max(below)
        before = begins - 1 - (begins > 0 and syntax.lower(begins - 1) == ",")
        if syntax.lower(begins) == "and" and before in cut and ends + 1 in cut and at < before:
            return i
    return None

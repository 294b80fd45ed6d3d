"""Names put together from the parts in which they were found: "Aix" and "en-Provence", "Brandt" and "Optical Inc."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import lexicon
from .phrases import phrase
from .syntax import Syntax

PERSON, ORGANISATION, PLACE, OTHER = "person", "organisation", "place", "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: tokens ``first`` … ``last`` (inclusive) of its sentence."""

    first: int
    last: int
    text: str
    kind: str


def joined(syntax: Syntax, found: Sequence[Name]) -> list[Name]:
    """The names in text order, each once and whole."""
    names: list[Name] = []
    for name in (_from_its_beginning(syntax, name) for name in found):
        while names and names[-1].first >= name.first:
            names.pop()  # a part of it
        before = names[-1] if names else None
        if before is not None and before.last < name.first and _is_one(syntax, before, name):
            firm = syntax.tokens[name.last].text in _FIRMS
            kind = ORGANISATION if firm else PLACE if PLACE in (before.kind, name.kind) else before.kind
            names[-1] = Name(before.first, name.last, phrase(syntax, range(before.first, name.last + 1)), kind)
        else:
            names.append(name)
    return names


def _from_its_beginning(syntax: Syntax, name: Name) -> Name:
    """The name of a firm with all capitalised words that describe it: "Northway Optical Inc."."""
    if syntax.tokens[name.last].text not in _FIRMS or name.first == 0:
        return name
    first = name.first
    while first > 0 and _describes(syntax, first - 1, name.last):
        first -= 1
    return Name(first, name.last, phrase(syntax, range(first, name.last + 1)), ORGANISATION)


def _describes(syntax: Syntax, i: int, last: int) -> bool:
    token = syntax.tokens[i]
    deps = ("compound",) if i == 0 else ("compound", "amod", "flat")  # "Former" opens a sentence, too
    plain = token.upos in ("ADJ", "NOUN", "PROPN", "X") and token.text[:1].isupper() and not token.text.endswith(".")
    return plain and i < token.head <= last and syntax.dep(i) in deps


def _is_one(syntax: Syntax, before: Name, name: Name) -> bool:
    """A firm's name right behind another one, or what hyphens run together."""
    if name.first == before.last + 1 and syntax.tokens[before.last].text not in _FIRMS:
        return syntax.tokens[name.last].text in _FIRMS
    between = range(before.last + 1, name.first + 1)
    tight = all(syntax.tokens[i].start == syntax.tokens[i - 1].end for i in between)
    flat = syntax.dep(name.last) == "flat" and before.first <= syntax.tokens[name.last].head <= before.last
    hyphen = any(syntax.lower(i) == "-" for i in range(before.last + 1, name.first + 2) if i < len(syntax.tokens))
    return tight and flat and hyphen


_FIRMS = lexicon.groups("people")["firm"]

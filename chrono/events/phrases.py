"""Stretches of a sentence as text."""

from __future__ import annotations

from collections.abc import Iterable

from .syntax import Syntax


def phrase(syntax: Syntax, indices: Iterable[int]) -> str:
    """The text of these tokens, with the spacing of the original where they are neighbours."""
    parts: list[str] = []
    previous = None
    for i in indices:
        token = syntax.tokens[i]
        if (
            previous is not None
            and (i != previous + 1 or syntax.tokens[previous].end < token.start)
            and token.text not in _CLOSING
            and syntax.tokens[previous].text not in _OPENING
        ):
            parts.append(" ")
        parts.append(token.text)
        previous = i
    return "".join(parts)


_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "%", "n't", "'"})
_OPENING = frozenset({"(", "[", "$", "£", "€"})


def noun_phrase(syntax: Syntax, i: int) -> list[int]:
    """The tokens of the noun phrase headed by ``i`` without relative clauses, appositions and asides."""
    cut = set()
    for child in syntax.children[i]:
        if (
            syntax.dep(child)
            in (
                "acl",
                "appos",
                "parataxis",
                "punct",
                "case",
                "mark",
                "cop",
                "aux",
                "nsubj",
                "advcl",
                "discourse",
                "vocative",
                "dep",
                "dislocated",
                "obl",
                "ccomp",
                "advmod",
            )
            and not (syntax.dep(child) == "punct" and syntax.lower(child) in ("-", "–"))
            and not (syntax.dep(child) == "advmod" and child < i)
        ):
            cut.add(child)
        elif syntax.dep(child) == "conj" and syntax.tokens[child].upos in ("VERB", "AUX"):
            cut.add(child)
    indices = syntax.subtree(i, cut)
    while (
        indices
        and (syntax.dep(indices[-1]) in ("cc", "punct") or syntax.lower(indices[-1]) in (",", "and"))
        and indices[-1] != i
    ):
        indices.pop()
    return indices

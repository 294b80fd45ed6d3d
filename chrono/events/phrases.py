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


_ASIDES = frozenset(
    "acl appos parataxis punct case mark cop aux nsubj advcl discourse vocative dep dislocated obl ccomp advmod".split()
)


def noun_phrase(syntax: Syntax, i: int) -> list[int]:
    """The tokens of the noun phrase headed by ``i`` without relative clauses, appositions and asides."""
    below = {child for child in syntax.children[i] if _is_aside(syntax, i, child)}
    below |= {k for k in syntax.subtree(i, below) if k != i and _is_closed_aside(syntax, k)}
    indices = syntax.subtree(i, below)
    while (
        indices
        and indices[-1] != i
        and (syntax.dep(indices[-1]) in ("cc", "punct") or syntax.lower(indices[-1]) == ",")
    ):
        indices.pop()
    return indices


def _is_closed_aside(syntax: Syntax, i: int) -> bool:
    """ "observers from the union, who came in May,": a relative clause behind a comma."""
    first = syntax.subtree(i)[0]
    return syntax.tokens[i].dep == "acl:relcl" and "," in (syntax.lower(first), syntax.lower(max(first - 1, 0)))


def _is_aside(syntax: Syntax, i: int, child: int) -> bool:
    dep = syntax.dep(child)
    if child > i and syntax.tokens[child].upos == "NUM" and syntax.lower(child - 1) == ",":
        return True  # "Carla Dunn, 44,"
    if dep == "conj":
        return syntax.tokens[child].upos in ("VERB", "AUX")
    if dep == "punct":
        return syntax.lower(child) not in ("-", "–")
    if dep == "cc":
        return child < i
    if dep == "amod" and child > i:
        return "," in (syntax.lower(i + 1), syntax.lower(child - 1))  # "the whistle, silent for 40 years,"
    if dep == "acl" and child > i and syntax.subtree(child)[0] == i + 1 and syntax.lower(i + 1) == "to":
        return len(syntax.subtree(child)) > 4  # "permission to appeal"
    return dep in _ASIDES and not (dep == "advmod" and child < i)

"""Mends what parsers of news get wrong in ways that grammar alone can tell, one module a kind of error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import (
    antecedents,
    arguments,
    asides,
    clauses,
    contents,
    distances,
    due,
    headlines,
    hyphens,
    joined,
    nouns,
    numbers,
    openings,
    owners,
    particles,
    relatives,
    roots,
    seams,
    series,
    subjects,
    words,
)
from .tree import Tree

if TYPE_CHECKING:
    from ...grammar import Token


def repaired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with such errors mended; the same tree where there are none, and where the words are so garbled that
    mending them would close a circle."""
    tree = Tree(tokens)
    owners.mend(tree)
    headlines.mend(tree)
    words.mend(tree)
    due.mend(tree)
    nouns.mend(tree)
    numbers.mend(tree)
    asides.mend(tree)
    hyphens.mend(tree)
    arguments.mend(tree)
    particles.mend(tree)
    subjects.mend(tree)
    relatives.mend(tree)
    antecedents.mend(tree)
    clauses.mend(tree)
    series.mend(tree)
    joined.mend(tree)
    distances.mend(tree)
    seams.mend(tree)
    contents.mend(tree)
    roots.mend(tree)
    series.mend_participles(tree)
    openings.mend(tree)
    words.mend_content(tree)
    return tuple(tree.tokens if tree.is_tree() else tokens)

"""What leaves this room: sentences and tokens as plain, frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from chrono.frozen import maker

EntityType = Literal["", "PERSON", "ORG", "PLACE"]


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word, or one multi-word time expression that the caller asked to have as a single token.

    `i` and `head` are indices in the sentence, `head == i` for the root. `start` and `end` are half-open code-point
    offsets into the text that was parsed, and `text` is exactly what stands there. `upos`, `feats`
    ("Number=Plur|Tense=Past", "" for none) and `dep` follow Universal Dependencies v2. `ent` is the type of the name
    that the token belongs to."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    ent: EntityType = ""


token_of = maker(Token)
"""The token whose fields have these values, all of them, in their order."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `start` and `end` are half-open code-point offsets; `paragraph` counts from 0.

    The tokens form one tree with one root, and none lies outside `start` and `end`."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))

    @property
    def root(self) -> Token:
        """The token that governs the sentence."""
        return next(token for token in self.tokens if token.head == token.i)

    def children(self, i: int) -> tuple[int, ...]:
        """Indices of the tokens that token `i` governs directly, in order."""
        return self._children[i]

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token `i` and of all that it governs, in order."""
        found, stack = [], [i]
        while stack:
            top = stack.pop()
            found.append(top)
            stack.extend(self._children[top])
        return tuple(sorted(found))

    def extent(self, i: int) -> tuple[int, int]:
        """The half-open range of token indices from the first to the last token of the subtree of `i`."""
        indices = self.subtree(i)
        return indices[0], indices[-1] + 1

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Indices of the governors of token `i`, nearest first, up to the root."""
        found = []
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            found.append(i)
        return tuple(found)

    def names(self) -> tuple[tuple[int, int, EntityType], ...]:
        """The names in the sentence as half-open ranges of token indices with their type."""
        found: list[tuple[int, int, EntityType]] = []
        for token in self.tokens:
            if not token.ent:
                continue
            if found and found[-1][1] == token.i and found[-1][2] == token.ent:
                found[-1] = (found[-1][0], token.i + 1, token.ent)
            else:
                found.append((token.i, token.i + 1, token.ent))
        return tuple(found)

    def at(self, offset: int) -> Token | None:
        """The token that covers the code point at `offset`, if any."""
        return next((token for token in self.tokens if token.start <= offset < token.end), None)

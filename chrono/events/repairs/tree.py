"""A parsed sentence while it is being mended."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...grammar import Token

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})


class Tree:
    """The tokens of a sentence, whose heads, relations and tags can be changed."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)
        self._words = [token.text.lower() for token in self.tokens]
        self.words = frozenset(self._words)
        """The tokens in lower case."""
        self._deps = [token.dep.partition(":")[0] for token in self.tokens]
        self._kids: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                self._kids[token.head].append(token.i)

    def change(
        self, i: int, head: int | None = None, dep: str | None = None, upos: str | None = None, feats: str | None = None
    ) -> None:
        """Give token ``i`` another head (itself: it becomes the root), relation, tag or features."""
        token = self.tokens[i]
        if head is not None and head != token.head:
            if token.head != i:
                self._kids[token.head].remove(i)
            if head != i:
                insort(self._kids[head], i)
        self.tokens[i] = replace(
            token,
            head=token.head if head is None else head,
            dep=dep or token.dep,
            upos=upos or token.upos,
            feats=token.feats if feats is None else feats,
        )
        self._deps[i] = self.tokens[i].dep.partition(":")[0]

    def children(self, i: int) -> list[int]:
        """The dependents of ``i`` in text order."""
        return self._kids[i].copy()

    def root(self) -> int | None:
        """The first token that is its own head; ``None`` where there is no token."""
        for i, token in enumerate(self.tokens):
            if token.head == i:
                return i
        return None

    def word(self, i: int) -> str:
        """The token in lower case, ``""`` outside the sentence."""
        return self._words[i] if 0 <= i < len(self._words) else ""

    def dep(self, i: int) -> str:
        """The relation of ``i`` without its subtype."""
        return self._deps[i]

    def span(self, i: int) -> tuple[int, int]:
        """The first and last token below ``i``, itself included."""
        seen, stack = {i}, [i]
        while stack:
            for child in self._kids[stack.pop()]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return min(seen), max(seen)

    def has_subject(self, i: int) -> bool:
        """Whether a subject of its own hangs on ``i``."""
        return not _SUBJECTS.isdisjoint(map(self._deps.__getitem__, self._kids[i]))


Rule = Callable[[Tree, int], None]
"""Mends what it finds wrong at a token."""

ALWAYS = ("",)
"""For a rule that asks for no word."""


def apply(tree: Tree, rules: Iterable[tuple[Rule, Collection[str]]]) -> None:
    """Apply rules, in order, to each token. Behind each stand words, in lower case, one of which the sentence must hold
    for the rule to find anything: without any it is not tried, which is what takes the least time."""
    tried = [rule for rule, words in rules if words is ALWAYS or not tree.words.isdisjoint(words)]
    for i in range(len(tree.tokens)):
        for rule in tried:
            rule(tree, i)

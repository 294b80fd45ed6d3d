"""A parsed sentence as a tree that can be walked (Universal Dependencies)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from .repairs import repaired

if TYPE_CHECKING:
    from ..grammar import Sentence, Token


class Syntax:
    """One sentence's dependency tree. Tokens are named by their index in the sentence; the root's head is itself."""

    __slots__ = ("_deps", "_subtrees", "_words", "children", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = repaired(sentence.tokens)
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self.children[token.head].append(i)
        self._deps = [token.dep.partition(":")[0].lower() for token in self.tokens]
        self._words = [token.text.lower() for token in self.tokens]
        self._subtrees: dict[int, list[int]] = {}

    def dep(self, i: int) -> str:
        """The relation of ``i`` to its head without subtype (``nsubj:pass`` is ``nsubj``)."""
        return self._deps[i]

    def having(self, i: int, deps: Container[str]) -> list[int]:
        """The dependents of ``i`` whose relation (without subtype) is among ``deps``."""
        return [child for child in self.children[i] if self._deps[child] in deps]

    def first(self, i: int, *deps: str) -> int | None:
        """The first dependent of ``i`` with one of these relations, the earlier relation preferred."""
        for dep in deps:
            for child in self.children[i]:
                if self._deps[child] == dep:
                    return child
        return None

    def head(self, i: int) -> int | None:
        """The head of ``i``, ``None`` for the root."""
        head = self.tokens[i].head
        return None if head == i else head

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above ``i``, nearest first; stops on a cycle."""
        seen = {i}
        head = self.head(i)
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self.head(head)

    def subtree(self, i: int, cut: Container[int] = ()) -> list[int]:
        """The indices of ``i`` and all below it in text order, without the branches whose top is in ``cut``."""
        if not self.children[i]:
            return [i]
        if cut:
            return self._below(i, cut)
        if i not in self._subtrees:
            self._subtrees[i] = self._below(i, cut)
        return self._subtrees[i].copy()

    def _below(self, i: int, cut: Container[int]) -> list[int]:
        found, stack = set[int](), [i]
        while stack:
            at = stack.pop()
            if at not in found:
                found.add(at)
                stack += [child for child in self.children[at] if child not in cut] if cut else self.children[at]
        return sorted(found)

    def plural(self, i: int) -> bool:
        """Whether token ``i`` is a plural, be it one without a singular ("troops")."""
        return "Number=P" in self.tokens[i].feats

    def lower(self, i: int) -> str:
        """The token in small letters."""
        return self._words[i]

    def lemma(self, i: int) -> str:
        """The token's lemma in small letters."""
        return self.tokens[i].lemma.lower()

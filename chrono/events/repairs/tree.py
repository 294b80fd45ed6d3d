"""A parsed sentence while it is being mended."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Sequence
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
        self.kinds = [f"{token.upos} {dep}" for token, dep in zip(self.tokens, self._deps, strict=True)]
        """Of each token its tag and its relation, without the subtype of that."""
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
        self.kinds[i] = f"{self.tokens[i].upos} {self._deps[i]}"

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

    def is_tree(self) -> bool:
        """Whether each token leads up to a root."""
        heads, leads = [token.head for token in self.tokens], [False] * len(self.tokens)
        for i in range(len(heads)):
            path: list[int] = []
            while not leads[i] and heads[i] != i:
                if len(path) > len(heads):
                    return False
                path.append(i)
                i = heads[i]
            leads[i] = True
            for k in path:
                leads[k] = True
        return True

    def has_subject(self, i: int) -> bool:
        """Whether a subject of its own hangs on ``i``."""
        return not _SUBJECTS.isdisjoint(map(self._deps.__getitem__, self._kids[i]))


Rule = Callable[[Tree, int], None]
"""Mends what it finds wrong at a token."""

ALWAYS = ("",)
"""For a rule that asks for no word."""

Entry = tuple[Rule, Collection[str]] | tuple[Rule, Collection[str], Collection[str]]
"""A rule; words, in lower case, one of which the sentence must hold for the rule to find anything; where it asks for
any, tags and relations of which the token must have one."""


class _Tried(dict[str, list[tuple[int, Rule]]]):
    """By its kind, the rules that are tried at a token, each with its place in the order."""

    def __init__(self, rules: Sequence[tuple[int, Rule, Collection[str]]]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, kind: str) -> list[tuple[int, Rule]]:
        tag, relation = kind.split(" ")
        found = self[kind] = [(place, rule) for place, rule, asked in self._rules
                              if not asked or tag in asked or relation in asked]
        return found


class Rules:
    """Rules that are applied, in order, to each token of a sentence. Those that cannot find anything are not tried,
    which takes the least time."""

    def __init__(self, *entries: Entry) -> None:
        self._rules = [(place, entry[0], entry[2] if len(entry) == 3 else ()) for place, entry in enumerate(entries)]
        self._words = [(place, entry[1]) for place, entry in enumerate(entries) if entry[1] is not ALWAYS]
        self._tried: dict[frozenset[int], _Tried] = {}
        """What is tried, by the places of the rules that lack a word."""

    def apply(self, tree: Tree) -> None:
        """Apply the rules to each token of ``tree``."""
        idle = frozenset([place for place, words in self._words if tree.words.isdisjoint(words)])
        if len(idle) == len(self._rules):
            return
        tried = self._tried.get(idle)
        if tried is None:
            tried = self._tried[idle] = _Tried([rule for rule in self._rules if rule[0] not in idle])
        kinds = tree.kinds
        for i, kind in enumerate(kinds):
            for place, rule in tried[kind]:
                rule(tree, i)
                if kinds[i] != kind:
                    _go_on(tree, i, tried, place)
                    break


def _go_on(tree: Tree, i: int, tried: _Tried, done: int) -> None:
    """Try the rules behind the one that made a token one of another kind."""
    kind = tree.kinds[i]
    for place, rule in tried[kind]:
        if place > done:
            rule(tree, i)
            if tree.kinds[i] != kind:
                _go_on(tree, i, tried, place)
                break

"""A language's grammar: its lexicon, its rules ready to run, and which of them can match where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from . import pattern as notation
from .check import maker
from .lexicon import Lexicon
from .pattern import BREAK, SPACE, Alphabet
from .rules import STAGES, Part, Rule, read_rules
from .tree import Template, compile_template

WRAPPERS = {
    **dict.fromkeys(("weekday", "weekday-short", "weekdays"), "Weekday"),
    **dict.fromkeys(("month", "month-short", "month-name", "month-weak", "month-ambiguous"), "Month"),
    "season": "Season", "part": "PartOfDay", "today": "Today",
}
"""Categories whose values become trees where a capture may also be of another kind."""


class Compiled:
    """A rule ready to run over codes. What is needed only where it matches is worked out when it first does.

    ``pairs`` are the neighbours without which it cannot match, as codes, and ``needs`` all of them but its pivot, as
    :class:`Neighbours` writes them.
    """

    def __init__(self, rule: Rule, order: int, alphabet: Alphabet) -> None:
        self.rule = rule
        self.order = order
        self.stage = STAGES.index(rule.stage)
        self._alphabet = alphabet
        self.after, self.before = alphabet.members(rule.after), alphabet.members(rule.before)
        self.not_after, self.not_before = alphabet.members(rule.not_after), alphabet.members(rule.not_before)
        self.has_context = bool(self.after or self.before or self.not_after or self.not_before)
        self.pairs = frozenset((alphabet.members(first), alphabet.members(second))
                               for first, second in _pairs(rule))
        self.needs = 0
        self.known: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        """What the tokens that its last matches became mean, by the tokens that these captured."""

    @cached_property
    def made(self) -> tuple[tuple[Part, str, Template], ...]:
        """The tokens it makes: what of the match, the code, the meaning."""
        parts = self.rule.parts or (Part("", (), self.rule.meaning, self.rule.makes),)
        return tuple([(part, self._alphabet.code(part.makes), compile_template(part.meaning, maker)) for part in parts])

    @cached_property
    def captures(self) -> tuple[tuple[str, int, tuple[tuple[str, str | None], ...]], ...]:
        """The captures, each with the number of its group and its categories, and with the operator that makes trees of
        their values (:data:`WRAPPERS`) where the capture can be of several kinds."""
        out = []
        for name, categories in self.rule.parsed.captures.items():
            several = len({WRAPPERS.get(category) for category in categories}) > 1
            kinds = tuple([(one, WRAPPERS.get(one) if several else None) for one in categories])
            out.append((name, self.regex.groupindex[name], kinds))
        return tuple(out)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression over codes."""
        return re.compile(notation.to_regex(self.rule.parsed.nodes, self._alphabet))

    @cached_property
    def matches(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """The matches in a string of codes, not overlapping; none is empty."""
        return self.regex.finditer


def _pairs(rule: Rule) -> Iterator[notation.Pair]:
    """The neighbours that the rule's pattern and what must stand around it ask for."""
    nodes = rule.parsed.nodes
    if notation.skippable(nodes):
        raise ValueError(f"rule {rule.id} has no item that must be there")
    yield from notation.pairs(nodes)
    if rule.after:
        yield rule.after, notation.firsts(nodes)
    if rule.before:
        yield notation.lasts(nodes), rule.before


KEPT = 50_000
"""How many different pairs of codes are remembered."""


class Neighbours(dict[tuple[str, str], tuple[int, tuple[Compiled, ...]] | None]):
    """Every two codes met as neighbours, with what they leave of the pairs that rules need, and the rules whose pivot
    they are; ``None`` for most. Pairs are written as bits of an integer.

    The pivot of a rule is the one of its pairs that is met least often; ``needed`` are the others, of all rules.
    """

    def __init__(self, rules: Iterable[Compiled], common: str) -> None:
        """``common`` are the codes of what stands in every text."""
        weights = dict.fromkeys(common, COMMON)
        ranked = {rule: sorted(rule.pairs, key=lambda pair: _weight(pair, weights)) for rule in rules}
        needed = dict.fromkeys(pair for _, *others in ranked.values() for pair in others)
        pairs = needed | dict.fromkeys(pivot for pivot, *_ in ranked.values())
        bits = {pair: 1 << place for place, pair in enumerate(pairs)}
        self.needed = (1 << len(needed)) - 1
        self._first: dict[str, int] = {}
        self._second: dict[str, int] = {}
        self._any = self._pivots = 0
        self._by_pivot: dict[int, list[Compiled]] = {}
        self._known: dict[int, tuple[int, tuple[Compiled, ...]]] = {}
        for pair, bit in bits.items():
            self._index(*pair, bit)
        for code, second in self._second.items():
            self._second[code] = second | self._any
        for rule, (pivot, *others) in ranked.items():
            rule.needs = sum(bits[pair] for pair in others)
            self._pivots |= bits[pivot]
            self._by_pivot.setdefault(bits[pivot], []).append(rule)

    def _index(self, first: str, second: str, bit: int) -> None:
        for code in first:
            self._first[code] = self._first.get(code, 0) | bit
        for code in second:
            self._second[code] = self._second.get(code, 0) | bit
        if not second:
            self._any |= bit

    def __missing__(self, codes: tuple[str, str]) -> tuple[int, tuple[Compiled, ...]] | None:
        if len(self) > KEPT:
            self.clear()
        first, second = codes
        pairs = self._first.get(first, 0) & self._second.get(second, self._any)
        found = self[codes] = (self._known.get(pairs) or self._leads_to(pairs)) if pairs else None
        return found

    def _leads_to(self, pairs: int) -> tuple[int, tuple[Compiled, ...]]:
        """What two codes that make these pairs lead to; many others lead to the same."""
        rules = tuple([rule for pivot in _bits(pairs & self._pivots) for rule in self._by_pivot[pivot]])
        found = self._known[pairs] = self.needed ^ (pairs & self.needed), rules
        return found

    def among(self, codes: str) -> Iterator[tuple[int, tuple[Compiled, ...]]]:
        """What the neighbours in a string of codes leave and lead to, white space aside."""
        return filter(None, map(self.__getitem__, pairwise(codes.replace(SPACE, "") + BREAK)))


def _weight(pair: tuple[str, str], weights: dict[str, int]) -> tuple[int, tuple[str, str]]:
    """How often, about, a pair is met; the pair itself, where two are met as often."""
    first, second = (sum([weights.get(code, 1) for code in codes]) for codes in pair)
    return first * (second or ANY), pair


COMMON = 20
"""How many times as often as another a common code is met, about."""

ANY = 4000
"""How often any token is met."""


def _bits(number: int) -> Iterator[int]:
    """The powers of two that make up the number."""
    while number:
        bit = number & -number
        yield bit
        number ^= bit


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's lexicon and rules, and where these can match."""

    lexicon: Lexicon
    rules: tuple[Compiled, ...]
    neighbours: Neighbours


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """The language's grammar, read and indexed once."""
    rules = read_rules(language, teaching=False)
    contexts = [names for rule in rules for names in (rule.after, rule.before, rule.not_after, rule.not_before)]
    classes = dict.fromkeys([*contexts, *(names for rule in rules for names in notation.classes(rule.parsed.nodes))])
    lexicon = Lexicon(language, list(classes), [rule.makes for rule in rules] +
                      [part.makes for rule in rules for part in rule.parts])
    compiled = tuple(Compiled(rule, order, lexicon.alphabet) for order, rule in enumerate(rules))
    return Grammar(lexicon, compiled, Neighbours(compiled, lexicon.common))

"""Rules: one pattern with its meaning, its name and its examples, read from a language's data files."""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Any

from . import pattern as notation
from .lexicon import LANGUAGES, Lexicon
from .tree import Template, compile_template

STAGES = ("number", "clock", "date", "duration", "relative", "combine", "modify", "bare")
"""The order in which rules apply; a later stage sees what an earlier one composed as one token."""


@dataclass(frozen=True, slots=True)
class Example:
    """``text`` read on ``reference`` (ISO) must give the expressions ``expected``: (text, TIMEX3 value) pairs."""

    text: str
    reference: str
    expected: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a match that becomes a token of its own: from the capture ``first`` to the last one of the captures
    ``last`` that took part."""

    first: str
    last: tuple[str, ...]
    meaning: str
    makes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One named rule. ``makes`` are the categories of the token a match becomes; ``emit`` whether that token, when
    nothing larger takes it up, is a time expression. ``after``/``before`` are the categories one of which must stand
    right before/after the match, ``not_after``/``not_before`` those that must not. A rule with ``parts`` makes one
    token of each part ("Dec. 4-6" is two dates)."""

    id: str
    stage: str
    pattern: str
    makes: tuple[str, ...]
    meaning: str
    doc: str
    examples: tuple[Example, ...]
    emit: bool = True
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    parsed: notation.Parsed = field(default_factory=notation.Parsed, compare=False)


WRAPPERS = {
    "weekday": "Weekday", "weekday-short": "Weekday", "weekdays": "Weekday", "month": "Month", "month-short": "Month",
    "month-weak": "Month", "season": "Season", "part": "PartOfDay", "today": "Today",
}
"""Categories whose values become trees where a capture may also be of another kind."""


class Compiled:
    """A rule ready to run over codes. The expression is compiled when it is first needed.

    ``made`` are the tokens it makes: what of the match, the code, the meaning. ``wrapped`` names the captures that can
    be of several kinds: their bare values become trees (:data:`WRAPPERS`). ``required`` are sets of codes of each of
    which one must be there.
    """

    def __init__(self, rule: Rule, order: int, alphabet: notation.Alphabet) -> None:
        if not rule.parsed.required:
            raise ValueError(f"rule {rule.id} has no item that must be there")
        self.rule = rule
        self.order = order
        parts = rule.parts or (Part("", (), rule.meaning, rule.makes),)
        self.made: tuple[tuple[Part, str, Template], ...] = tuple(
            (part, alphabet.code(part.makes), compile_template(part.meaning)) for part in parts)
        self.captures = tuple(rule.parsed.captures.items())
        kinds = {name: {WRAPPERS.get(category) for category in categories} for name, categories in self.captures}
        self.wrapped = frozenset(name for name, found in kinds.items() if len(found) > 1)
        self._alphabet = alphabet
        self.required = {"".join(alphabet.members(name) for name in names) for names in rule.parsed.required}
        self.after = self._members(rule.after)
        self.before = self._members(rule.before)
        self.not_after = self._members(rule.not_after)
        self.not_before = self._members(rule.not_before)
        self.required |= {codes for codes in (self.after, self.before) if codes}
        self.has_context = bool(self.after or self.before or self.not_after or self.not_before)

    def _members(self, categories: tuple[str, ...]) -> str:
        return "".join(self._alphabet.members(category) for category in categories)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression over codes."""
        return re.compile(notation.to_regex(self.rule.parsed.template, self._alphabet))

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """The first match in a string of codes, from a position on; none is empty."""
        return self.regex.search


KEPT = 20_000
"""How many different sets of groups a stage remembers."""


class Stage(dict[int, tuple[Compiled, ...]]):
    """The rules of one stage that can match where certain groups of codes are present, by those groups.

    A group is a set of codes of one of which a rule has need; sets of groups are written as bits of an integer, and
    ``groups`` are all of the stage. What is new is worked out from the rules whose pivot is there: of the groups a
    rule needs, the one that the fewest rules need.
    """

    def __init__(self, needs: Sequence[tuple[int, Compiled]]) -> None:
        """``needs`` are the rules with the groups each needs."""
        self.groups = reduce(or_, [need for need, _ in needs], 0)
        wanted = Counter(group for need, _ in needs for group in _bits(need))
        self._by_pivot: dict[int, list[tuple[int, Compiled]]] = {}
        for need, rule in needs:
            pivot = min(_bits(need), key=lambda group: (wanted[group], group))
            self._by_pivot.setdefault(pivot, []).append((need, rule))
        self._pivots = reduce(or_, self._by_pivot, 0)

    def __missing__(self, groups: int) -> tuple[Compiled, ...]:
        if len(self) > KEPT:
            self.clear()
        possible = [entry for pivot in _bits(groups & self._pivots) for entry in self._by_pivot[pivot]]
        rules = self[groups] = tuple([rule for need, rule in possible if not need & ~groups])
        return rules


def _bits(number: int) -> Iterator[int]:
    """The powers of two that make up the number."""
    while number:
        bit = number & -number
        yield bit
        number ^= bit


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's lexicon and rules, these also stage by stage."""

    lexicon: Lexicon
    rules: tuple[Compiled, ...]
    stages: tuple[Stage, ...]
    groups_of: dict[str, int]
    """The groups of which a code is a member."""
    grouped: frozenset[str]
    """The codes that are members of any."""

    def groups(self, codes: str) -> int:
        """The groups that are present among ``codes``."""
        present, known = 0, self.groups_of
        for code in self.grouped.intersection(codes):
            present |= known[code]
        return present


def _contexts(names: str) -> tuple[str, ...]:
    """The categories of a blank-separated list of categories and quoted words."""
    out: list[str] = []
    for item in re.findall(r"'[^']+'|\S+", names):
        if item.startswith("'"):
            out.extend(notation.word_category(word) for word in item.strip("'").split("|"))
        else:
            out.append(item)
    return tuple(out)


def _read_rule(language: str, entry: dict[str, Any]) -> Rule:
    examples = tuple(
        Example(item["text"], item.get("on", "2013-03-15"), tuple((text, value) for text, value in item["is"]))
        for item in entry.get("examples", []))
    makes = entry.get("makes", ())
    parts = tuple(
        Part(item["from"], tuple(item.get("to", "").split()), item["meaning"], tuple(item["makes"]))
        for item in entry.get("parts", []))
    meaning = entry.get("meaning", "; ".join(part.meaning for part in parts))
    return Rule(
        id=f"{language}.{entry['id']}", stage=entry["stage"], pattern=entry["pattern"], parts=parts,
        makes=(makes,) if isinstance(makes, str) else tuple(makes), meaning=meaning,
        doc=entry.get("doc", ""), examples=examples, emit=entry.get("emit", True),
        after=_contexts(entry.get("after", "")), before=_contexts(entry.get("before", "")),
        not_after=_contexts(entry.get("not-after", "")), not_before=_contexts(entry.get("not-before", "")),
        parsed=notation.parse(entry["pattern"]))


_TEACHING = re.compile(r'^(?:doc = ".*"|examples = \[(?:.*\]|\n(?: .*\n)*\]))\n', re.MULTILINE)
"""What in a rule file is for readers and tests: more than half of it."""


@lru_cache(maxsize=8)
def read_rules(language: str, *, teaching: bool = True) -> tuple[Rule, ...]:
    """All rules of a language, in the order of its files; :class:`ValueError` when one cannot be read.

    Without ``teaching`` their docs and examples are left out, which takes half the time.
    """
    folder = os.path.join(LANGUAGES, language, "rules")
    rules: list[Rule] = []
    for name in sorted(os.listdir(folder)):
        if name.endswith(".toml"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                text = file.read()
            table = tomllib.loads(text if teaching else _TEACHING.sub("", text))
            stage = table.get("stage")
            for entry in table["rule"]:
                try:
                    rules.append(_read_rule(language, {"stage": stage, **entry}))
                except (KeyError, ValueError) as error:
                    raise ValueError(f"{name}: rule {entry.get('id')}: {error}") from error
    return tuple(rules)


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """The language's grammar, read and indexed once."""
    rules = read_rules(language, teaching=False)
    words = {word for rule in rules for word in rule.parsed.words}
    for rule in rules:
        for names in (rule.after, rule.before, rule.not_after, rule.not_before):
            words.update(name[1:] for name in names if name.startswith("="))
    lexicon = Lexicon(language, words, [rule.makes for rule in rules] +
                      [part.makes for rule in rules for part in rule.parts])
    compiled = tuple(Compiled(rule, order, lexicon.alphabet) for order, rule in enumerate(rules))
    groups = {group: 1 << place for place, group in enumerate(dict.fromkeys(
        group for item in compiled for group in sorted(item.required)))}
    groups_of: dict[str, int] = {}
    for group, bit in groups.items():
        for code in group:
            groups_of[code] = groups_of.get(code, 0) | bit
    stages = tuple(
        Stage([(sum(groups[group] for group in item.required), item) for item in compiled if item.rule.stage == stage])
        for stage in STAGES)
    return Grammar(lexicon, compiled, stages, groups_of, frozenset(groups_of))

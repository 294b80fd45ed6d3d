"""Rules: one pattern with its meaning, its name and its examples, read from a language's data files."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from . import pattern as notation
from .lexicon import Lexicon
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

    ``wrapped`` names the captures that can be of several kinds: their bare values become trees (:data:`WRAPPERS`).
    """

    __slots__ = ("_alphabet", "_regex", "after", "before", "captures", "not_after", "not_before", "order", "parts",
                 "required", "rule", "templates", "wrapped")

    def __init__(self, rule: Rule, order: int, alphabet: notation.Alphabet) -> None:
        self.rule = rule
        self.order = order
        self.parts = rule.parts or (Part("", (), rule.meaning, rule.makes),)
        self.templates: tuple[Template, ...] = tuple(compile_template(part.meaning) for part in self.parts)
        self.captures = tuple(rule.parsed.captures.items())
        kinds = {name: {WRAPPERS.get(category) for category in categories} for name, categories in self.captures}
        self.wrapped = frozenset(name for name, found in kinds.items() if len(found) > 1)
        self._alphabet = alphabet
        self._regex: re.Pattern[str] | None = None
        self.required = tuple(sorted(
            {frozenset("".join(alphabet.members(name) for name in names)) for names in rule.parsed.required},
            key=lambda codes: (len(codes), sorted(codes))))
        self.after = self._members(rule.after)
        self.before = self._members(rule.before)
        self.not_after = self._members(rule.not_after)
        self.not_before = self._members(rule.not_before)

    def _members(self, categories: tuple[str, ...]) -> str:
        return "".join(self._alphabet.members(category) for category in categories)

    @property
    def regex(self) -> re.Pattern[str]:
        if self._regex is None:
            self._regex = re.compile(notation.to_regex(self.rule.parsed.template, self._alphabet))
        return self._regex


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's lexicon and rules. ``index[stage]`` maps a code to the rules worth trying when it is present."""

    lexicon: Lexicon
    rules: tuple[Compiled, ...]
    index: tuple[dict[str, tuple[Compiled, ...]], ...]


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


@lru_cache(maxsize=8)
def read_rules(language: str) -> tuple[Rule, ...]:
    """All rules of a language, in the order of its files; :class:`ValueError` when one cannot be read."""
    folder = files("chrono.languages").joinpath(language, "rules")
    rules: list[Rule] = []
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        if path.name.endswith(".toml"):
            table = tomllib.loads(path.read_text("utf-8"))
            stage = table.get("stage")
            for entry in table["rule"]:
                try:
                    rules.append(_read_rule(language, {"stage": stage, **entry}))
                except (KeyError, ValueError) as error:
                    raise ValueError(f"{path.name}: rule {entry.get('id')}: {error}") from error
    return tuple(rules)


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """The language's grammar, read and indexed once."""
    rules = read_rules(language)
    words = {word for rule in rules for word in rule.parsed.words}
    for rule in rules:
        for names in (rule.after, rule.before, rule.not_after, rule.not_before):
            words.update(name[1:] for name in names if name.startswith("="))
    lexicon = Lexicon(language, words, [rule.makes for rule in rules] +
                      [part.makes for rule in rules for part in rule.parts])
    compiled = tuple(Compiled(rule, order, lexicon.alphabet) for order, rule in enumerate(rules))
    index: list[dict[str, tuple[Compiled, ...]]] = []
    for stage in STAGES:
        table: dict[str, list[Compiled]] = {}
        for item in compiled:
            if item.rule.stage == stage:
                for code in _key_codes(item.rule, lexicon.alphabet):
                    table.setdefault(code, []).append(item)
        index.append({code: tuple(items) for code, items in table.items()})
    return Grammar(lexicon, compiled, tuple(index))


_COMMON = ("=.", "=,", "=-", "=of", "=the", "=a", "=in", "int", "num", "=and", "=to", "='s", "=/", "=:", "=(")


def _key_codes(rule: Rule, alphabet: notation.Alphabet) -> set[str]:
    """The codes of the must-have item of the rule that is likely the rarest in text."""

    def commonness(categories: tuple[str, ...]) -> tuple[bool, int]:
        return any(name in _COMMON for name in categories), sum(len(alphabet.members(name)) for name in categories)

    if not rule.parsed.required:
        raise ValueError(f"rule {rule.id} has no item that must be there")
    best = min(rule.parsed.required, key=commonness)
    return {code for name in best for code in alphabet.members(name)}

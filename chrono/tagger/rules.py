"""Rules: one pattern with its meaning, its name and its examples, read from a language's data files."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from . import pattern as notation
from .lexicon import LANGUAGES

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

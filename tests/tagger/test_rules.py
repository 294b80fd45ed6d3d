"""Every rule's examples hold, and every rule has some."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from chrono import languages, tagger
from chrono.calendar import iso
from chrono.documents.document import Document
from chrono.reference import ReferenceTime
from chrono.tagger import tag
from chrono.tagger.grammar import grammar
from chrono.tagger.lexicon import load_table
from chrono.tagger.rules import Example, Rule, read_rules

RULES = read_rules("en")
LANGUAGE = Path(languages.__file__).parent / "en"
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def _read(example: Example) -> list[tuple[str, str, str]]:
    reference = ReferenceTime(iso.read(example.reference), "given", "")
    return [(e.text, e.value, e.rule) for e in tag(Document(example.text), reference)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.id}-{e.text}" for rule, e in EXAMPLES])
def test_examples_hold(rule: Rule, example: Example) -> None:
    assert [(text, value) for text, value, _ in _read(example)] == list(example.expected)


PROSE = "The people of the town went to the market and bought bread and butter for their guests."


def _is_a_line(example: Example) -> bool:
    """Whether an expression ends it, as it does a form's line: rules may ask for that."""
    return bool(example.expected) and example.text.endswith(example.expected[-1][0])


@pytest.mark.parametrize(("rule", "example"), [pair for pair in EXAMPLES if not _is_a_line(pair[1])])
def test_examples_hold_within_longer_text(rule: Rule, example: Example) -> None:
    longer = replace(example, text=f"{PROSE}\n\n{example.text}\n\n{PROSE}")
    assert [text for text, _, _ in _read(longer)] == [text for text, _ in example.expected]


def test_every_rule_has_examples() -> None:
    assert [rule.id for rule in RULES if not rule.examples] == []


def test_every_rule_says_what_it_reads() -> None:
    assert [rule.id for rule in RULES if not rule.doc] == []


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)


def test_patterns_compile() -> None:
    assert all(rule.regex.pattern for rule in grammar("en").rules)


def test_every_category_of_words_is_used() -> None:
    patterns = " ".join(path.read_text(encoding="utf-8") for path in LANGUAGE.glob("rules/*"))
    code = "".join(path.read_text(encoding="utf-8") for path in Path(tagger.__file__).parent.glob("*.py"))
    used = set(re.findall(r"(?<!['|])\b[a-z][\w-]*\b(?!['|])", patterns)) | set(re.findall(r'"([\w-]+)"', code))
    assert set(load_table("en", "lexicon.toml")) - used == set()


def test_rules_read_without_teaching_are_the_same() -> None:
    assert read_rules("en", teaching=False) == tuple(replace(rule, doc="", examples=()) for rule in RULES)

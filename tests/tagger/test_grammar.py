"""The short cuts to the rules that can match: no rule that does match is passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.tagger.compose import context_holds
from chrono.tagger.grammar import Compiled, grammar
from chrono.tagger.rules import read_rules
from chrono.tagger.tokens import tokenise

GRAMMAR = grammar("en")
TEXTS = sorted({example.text for rule in read_rules("en") for example in rule.examples})
WORDS = sorted({word for text in TEXTS for word in re.findall(r"\w+|[^\w\s]", text)})


def _matching(codes: str) -> set[Compiled]:
    """The rules that match, each tried."""
    return {rule for rule in GRAMMAR.rules for match in rule.regex.finditer(codes)
            if match.group().strip() and context_holds(rule, codes, match.start(), match.end())}


def _looked_at(codes: str) -> set[Compiled]:
    """The rules that are tried because of the neighbours among the codes."""
    absent, rules = GRAMMAR.neighbours.needed, set[Compiled]()
    for rest, pivotal in GRAMMAR.neighbours.among(codes):
        absent &= rest
        rules.update(pivotal)
    return {rule for rule in rules if not rule.needs & absent}


def _codes(text: str) -> str:
    return tokenise(text, 0, len(text), GRAMMAR.lexicon).codes


@pytest.mark.parametrize("text", TEXTS)
def test_every_rule_that_matches_an_example_is_looked_at(text: str) -> None:
    codes = _codes(text)
    assert _matching(codes) <= _looked_at(codes)


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from((" ", "", "\n")))
def test_every_rule_that_matches_is_looked_at(words: list[str], between: str) -> None:
    codes = _codes(between.join(words))
    assert _matching(codes) <= _looked_at(codes)


def test_few_rules_are_looked_at() -> None:
    looked_at = sum(len(_looked_at(_codes(text))) for text in TEXTS)
    assert looked_at < 0.03 * len(TEXTS) * len(GRAMMAR.rules)


def test_tokens_cover_the_text() -> None:
    for text in TEXTS:
        window = tokenise(text, 0, len(text), GRAMMAR.lexicon)
        assert len(window.codes) == len(window.tokens) == len(window.rules) == len(window.starts) - 1
        assert window.starts == sorted(window.starts) and (window.starts[0], window.starts[-1]) == (0, len(text))

"""The notation of rule patterns, and the expressions it is compiled to."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chrono.tagger.pattern import Alphabet, classes, pairs, parse, to_regex, word_category

LEXICON = {
    "may": {"month", "=may"}, "june": {"month"}, "5": {"day-number", "num"}, "2012": {"year", "num"},
    "the": {"=the"}, "of": {"=of"}, ",": {"=,"}, "-": {"=-"}, "ago": {"=ago"}, "hence": {"=hence"}, " ": set(),
}


def _compiled(pattern: str) -> tuple[re.Pattern[str], dict[str, str]]:
    nodes = parse(pattern).nodes
    alphabet = Alphabet(set(classes(nodes)), LEXICON.values())
    codes = {word: " " if word == " " else alphabet.code(senses) for word, senses in LEXICON.items()}
    return re.compile(to_regex(nodes, alphabet)), codes


def _matched(pattern: str, text: str) -> str | None:
    """The words of ``text`` that ``pattern`` matches from the start on."""
    regex, codes = _compiled(pattern)
    tokens = re.findall(r" |[^ ,-]+|[,-]", text)
    match = regex.match("".join(codes[token] for token in tokens))
    return None if match is None else "".join(tokens[:match.end()]).strip()


@pytest.mark.parametrize(("pattern", "text", "matched"), [
    ("month", "may 5", "may"),
    ("month day-number", "may 5", "may 5"),
    ("month day-number", "may june", None),
    ("month ~ day-number", "june-5", None),
    ("month ~ '-' ~ day-number", "june-5", "june-5"),
    ("month ~ '-' ~ day-number", "june - 5", None),
    ("month '-' day-number", "june - 5", "june - 5"),
    ("'the'? month", "the june", "the june"),
    ("'the'? month", "june", "june"),
    ("month day-number (','? year)?", "may 5, 2012", "may 5, 2012"),
    ("month day-number (','? year)?", "may 5", "may 5"),
    ("'ago|hence'", "hence", "hence"),
    ("(month | 'ago') num", "ago 5", "ago 5"),
    ("(month 'of' year | day-number 'of' month)", "5 of may", "5 of may"),
    ("num", "may", None),
])
def test_matches(pattern: str, text: str, matched: str | None) -> None:
    assert _matched(pattern, text) == matched


def test_captures_are_groups() -> None:
    regex, codes = _compiled("m:month d:(day-number | 'the')")
    match = regex.match(codes["may"] + " " + codes["5"])
    assert match is not None and match.start("m") == 0 and match.start("d") == 2
    assert parse("m:month d:(day-number | 'the')").captures == {"m": ("month",), "d": ("day-number", "=the")}


@pytest.mark.parametrize(("pattern", "needed"), [
    ("month day-number", {("month", "day-number")}),
    ("month", {("month", "")}),
    ("'the'? month", {("month", "")}),
    ("month ','? year", {("month", "=, year"), ("=, month", "year")}),
    ("('the' month)? year", {("year", "")}),
    ("(month day-number) year", {("month", "day-number"), ("day-number", "year")}),
    ("(month | day-number 'of' month) year", {("month", "year")}),
    ("month year?", {("month", "")}),
    ("'ago|hence'", {("=ago =hence", "")}),
    ("(month? | year)", set()),
    ("m:(month | year)", {("month year", "")}),
])
def test_needed_pairs(pattern: str, needed: set[tuple[str, str]]) -> None:
    found = {(" ".join(sorted(set(first))), " ".join(sorted(set(second)))) for first, second in
             pairs(parse(pattern).nodes)}
    assert found == needed


CATEGORIES = ("month", "year", "day-number", "num", "'the|of'", "'ago'", "','", "x:month", "y:(year | num)")
ITEMS = st.sampled_from(CATEGORIES).flatmap(lambda item: st.sampled_from((item, item + "?")))
PATTERNS = st.recursive(ITEMS, lambda inner: st.lists(inner, min_size=1, max_size=3).map(
    lambda parts: f"({' '.join(parts)})") | st.tuples(inner, inner).map(lambda pair: f"({pair[0]} | {pair[1]})?"))


@given(st.lists(PATTERNS, min_size=1, max_size=4).map(" ".join), st.lists(st.sampled_from(sorted(LEXICON)), max_size=9))
def test_a_match_has_all_pairs_it_needs(pattern: str, words: list[str]) -> None:
    assume(all(pattern.count(name) < 2 for name in ("x:", "y:")))
    regex, codes = _compiled(pattern)
    match = regex.search("".join(codes[word] for word in words))
    if match is None or not match.group():
        return
    within = [word for word in words[match.start():match.end()] if word != " "]
    for first, second in pairs(parse(pattern).nodes):
        assert any(not LEXICON[one].isdisjoint(first) and (not second or not LEXICON[two].isdisjoint(second))
                   for one, two in zip(within, [*within[1:], " "], strict=True))


def test_words_are_known_to_the_lexicon() -> None:
    assert set(classes(parse("'the'? (month | 'ago|hence')").nodes)) == {("=the",), ("=ago", "=hence"), ("month",)}
    assert word_category("ago") == "=ago"


@pytest.mark.parametrize("pattern", ["month)", "(month", "'open", "m:(month year)", "mon!th"])
def test_unreadable(pattern: str) -> None:
    with pytest.raises(ValueError):
        parse(pattern)


def test_a_category_nothing_has_matches_nothing() -> None:
    regex, codes = _compiled("month holiday?")
    assert regex.match(codes["may"]) is not None
    regex, codes = _compiled("holiday")
    assert regex.match(codes["may"]) is None


def test_one_character_for_a_set_of_categories() -> None:
    alphabet = Alphabet([("month",), ("num",), ("=ago", "=hence")],
                        [{"month", "num"}, {"month"}, {"=ago"}, {"=hence"}, {"=the"}])
    assert alphabet.code({"month", "num"}) == alphabet.code(["num", "month"]) != alphabet.code({"month"})
    assert set(alphabet.members(("num",))) < set(alphabet.members(("month",)))
    assert alphabet.code({"=ago"}) == alphabet.code({"=hence"}) != alphabet.code({"=the"}) != alphabet.code(())

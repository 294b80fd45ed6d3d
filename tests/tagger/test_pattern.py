"""The notation of rule patterns, and the expressions it is compiled to."""

from __future__ import annotations

import re

import pytest

from chrono.tagger.pattern import Alphabet, parse, to_regex, word_category

LEXICON = {
    "may": {"month", "=may"}, "june": {"month"}, "5": {"day-number", "num"}, "2012": {"year", "num"},
    "the": {"=the"}, "of": {"=of"}, ",": {"=,"}, "-": {"=-"}, "ago": {"=ago"}, "hence": {"=hence"}, " ": set(),
}


def _compiled(pattern: str) -> tuple[re.Pattern[str], dict[str, str]]:
    alphabet = Alphabet()
    codes = {word: " " if word == " " else alphabet.code(senses) for word, senses in LEXICON.items()}
    return re.compile(to_regex(parse(pattern).template, alphabet)), codes


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


@pytest.mark.parametrize(("pattern", "required"), [
    ("month day-number", [("month",), ("day-number",)]),
    ("'the'? month", [("month",)]),
    ("('the' month)? year", [("year",)]),
    ("'ago|hence'", [("=ago", "=hence")]),
    ("(month | year)", []),
    ("m:(month | year)", [("month", "year")]),
])
def test_required_items(pattern: str, required: list[tuple[str, ...]]) -> None:
    assert parse(pattern).required == required


def test_words_are_known_to_the_lexicon() -> None:
    assert parse("'the'? ('ago|hence')").words == {"the", "ago", "hence"}
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
    alphabet = Alphabet()
    assert alphabet.code({"month", "num"}) == alphabet.code(["num", "month"]) != alphabet.code({"month"})
    assert alphabet.members("num") in alphabet.members("month")

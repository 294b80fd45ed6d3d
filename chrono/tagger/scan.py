"""Scan: one pass of a multi-pattern automaton finds the trigger words and number shapes a date can hang on, and the
stretches of text around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import ahocorasick_rs

from .grammar import grammar

REACH = 48
"""Triggers at most this many characters apart can belong to one expression."""

BEFORE, AFTER = 32, 28
"""How many characters an expression, with the words that bear on it, may reach before and after its triggers."""

_NUMBER = re.compile(
    r"[0-9]++("
    r"(?<=(?<![\d$£€¥.,#])[12]\d{3})"
    r"|(?<=(?i:\b(?:in|of|by)) \d{3})|(?<=(?i:\bat) 0\d{3})"
    r"|(?<=(?i:until|circa|since|after) \d{3})|(?<=(?i:from) \d{3})|(?<=(?i:before) \d{3})"
    r"|(?=\.[0-5]\d(?!\d))(?:(?<=(?i:\bat) \d)|(?<=(?i:\bat) \d\d))"
    r"|(?<=['’‘]\d\d)(?<!\w['’‘]\d\d)|(?<=(?<!\d)(?:19|20)\d{6})|(?=\s[hH]\b)|(?=\s?(?i:(?:b\.?c(?:\.?e)?|a\.?d|c\.?e)\b))"
    r"|(?![, ;)%])(?=(?i:[:/]\d|\.\d\d?\.|[-–—]\d+[-–—]\d|(?:st|nd|rd|th)\b|h(?:\d\d|\b)|\s?[ap]\.?m\b|[ap]\b"
    r"|['’]?s\b|['’′″\"](?!\w)))"
    r")?", re.ASCII)
"""A number; its group takes part where it looks like a year, an early year or one with its era, a date or a time of
day. Before a comma or another sign of the last part a number is no date by itself; the words of time beside it are
looked for anyway."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=8)
def _scanner(language: str) -> ahocorasick_rs.AhoCorasick:
    triggers = set(grammar(language).lexicon.triggers)
    return ahocorasick_rs.AhoCorasick(sorted(triggers), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
                                      implementation=ahocorasick_rs.Implementation.DFA)


def windows(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` in which a time expression can be, in order and not overlapping."""
    if len(text) <= REACH:
        yield 0, len(text)
        return
    automaton = _scanner(language)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if not lower.isascii():
        lower = _SURROGATE.sub("\ufffd", lower)
    hits: list[tuple[int, int]] = []
    size = len(lower)
    for _, start, end in automaton.find_matches_as_indexes(lower):
        if (start == 0 or not lower[start - 1].isalpha() or (text[start].isupper() and text[start - 1].isupper())) and (
                end == size or not lower[end].isalpha()):
            hits.append((start, end))
    hits += _numbers(text)
    hits.sort()
    begin = stop = -1
    for start, end in hits:
        if stop >= 0 and start - stop <= REACH:
            stop = max(stop, end)
            continue
        if stop >= 0:
            yield _widen(text, begin, stop)
        begin, stop = start, end
    if stop >= 0:
        yield _widen(text, begin, stop)


_FIGURES = bytes(48 if chr(byte) in "0123456789" else 32 for byte in range(256))


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand that look like a date or a time of day. To find figures in bytes is several times as fast as
    to search the text with an expression."""
    figures = text.encode("latin-1", "replace").translate(_FIGURES)
    start = figures.find(b"0")
    while start >= 0:
        match = _NUMBER.match(text, start)
        assert match is not None
        if match.lastindex:
            yield match.span()
        start = figures.find(b"0", match.end())


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    left = max(0, start - BEFORE)
    if left > 0:
        blank = text.find(" ", left, start)
        left = blank + 1 if blank >= 0 else start
    right = min(len(text), end + AFTER)
    if right < len(text):
        blank = text.rfind(" ", end, right)
        right = blank if blank >= 0 else end
        while right < len(text) and text[right].isalnum() and right - end < 2 * REACH:
            right += 1
    return left, right

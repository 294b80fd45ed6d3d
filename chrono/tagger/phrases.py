"""Lexicon entries of more than one word: "new year's eve", "st. patrick's day".

They are found where a token is the first word of one, so that a text without them pays one lookup a word. White space
within them may be any, one line break included; a genitive may lack its ending ("valentine day"), apostrophes may be
curly or missing, stops missing, hyphens missing or blanks.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+|\d+")
_NEXT = re.compile(r"[\W_]*([^\W_]+)[\W_]*([^\W_]*)")
_PIECE = re.compile(r"'s\s|'s\b|s'(?!\w)|\s+|\w+|.")
_GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_APOSTROPHE = "['’‘`]?"


def _piece(piece: str) -> str:
    if piece.isspace():
        return _GAP
    if piece in ("'s", "s'"):
        return f"{_APOSTROPHE}s{_APOSTROPHE}"
    if piece == "'s ":
        return f"(?:{_APOSTROPHE}s{_APOSTROPHE})?{_GAP}"
    if piece == "'":
        return _APOSTROPHE
    if piece == "-":
        return r"[-‐‑–\s]?"
    return re.escape(piece) + ("?" if piece in ".," else "")


def _regex(phrase: str) -> str:
    """Small letters match any, capitals only themselves."""
    body = "".join(_piece(piece) for piece in _PIECE.findall(phrase))
    return rf"({body})(?!\w)" if phrase != phrase.lower() else rf"((?i:{body}))(?!\w)"


class Phrases:
    """Finds the longest phrase at a place of a text, by its first word and the two behind it. The expression of those
    that can begin so is compiled when they first occur."""

    def __init__(self, phrases: Collection[str]) -> None:
        self.heads: dict[str, list[tuple[str, list[str]]]] = {}
        """The phrases by their first word, each with the two words behind it, in small letters."""
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            head, *words = _WORD.findall(phrase)
            begun = phrase, [word.lower() for word in words[:2]]
            for form in {head, head.capitalize(), head.upper()} if phrase == phrase.lower() else {head}:
                self.heads.setdefault(form, []).append(begun)
        self._lower = frozenset(phrase.lower() for phrase in phrases)

    def triggers(self, words: set[str]) -> set[str]:
        """``words`` (in small letters) with each phrase among them replaced by a single word that makes the scanner
        look: none where one of its words does already, else the longest."""
        plain = {word for word in words if word not in self._lower}
        parts = {phrase: _WORD.findall(phrase) for phrase in words - plain}
        return plain | {max(found, key=len) for found in parts.values() if plain.isdisjoint(found)}

    def match(self, head: str, text: str, start: int, end: int) -> tuple[str, int] | None:
        """The phrase that begins at ``start`` with the word ``head``, and where it ends; ``None`` when none does."""
        following = _NEXT.match(text, start + len(head), end)
        first, second = map(str.lower, following.group(1, 2)) if following else ("", "")
        possible = tuple([phrase for phrase, words in self.heads[head] if _goes_on(words, first, second)])
        found = _any_of(possible).match(text, start, end) if possible else None
        return (possible[found.lastindex - 1], found.end()) if found is not None and found.lastindex else None


@lru_cache(maxsize=1024)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The first of some phrases that stands at a place, each a group of its own."""
    return re.compile("|".join(map(_regex, phrases)))


def _goes_on(words: list[str], first: str, second: str) -> bool:
    """Whether the words of a phrase after its head can be these two, in small letters: an apostrophe or hyphen behind
    one may be missing, and it may be the ending of a genitive that is missing as a whole."""
    if words[:1] == ["s"] and first != "s":
        words = words[1:]
    if len(words) == 2 and first == words[0] and words[1] != "s":
        return second.startswith(words[1])
    return not words or first.startswith(words[0])

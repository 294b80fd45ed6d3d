"""Lexicon entries of more than one word: "new year's eve", "st. patrick's day".

They are found where a token is the first word of one, so that a text without them pays one lookup a word. White space
within them may be any, one line break included; a genitive may lack its ending ("valentine day"), apostrophes may be
curly or missing, stops missing, hyphens missing or blanks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_WORD = re.compile(r"[^\W\d_]+|\d+")
_NEXT = re.compile(r"[\W_]*([^\W_])")
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
    """Finds the longest phrase at a place of a text, by its first word and what the second one begins with. The
    expression of these is compiled when they first occur."""

    def __init__(self, phrases: Collection[str]) -> None:
        self.heads: dict[str, dict[str, list[str]]] = {}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            head, *others = _WORD.findall(phrase)
            for form in {head, head.capitalize(), head.upper()} if phrase == phrase.lower() else {head}:
                for initial in _initials(others):
                    self.heads.setdefault(form, {}).setdefault(initial, []).append(phrase)
        self._compiled: dict[tuple[str, str], re.Pattern[str]] = {}
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
        initial = following.group(1).lower() if following else ""
        phrases = self.heads[head].get(initial)
        if phrases is None:
            return None
        pattern = self._compiled.get((head, initial))
        if pattern is None:
            pattern = self._compiled[head, initial] = re.compile("|".join(map(_regex, phrases)))
        found = pattern.match(text, start, end)
        if found is None or found.lastindex is None:
            return None
        return phrases[found.lastindex - 1], found.end()


def _initials(words: Sequence[str]) -> set[str]:
    """What the second word can begin with, in small letters, when the further words of a phrase are these: a genitive
    may lack its ending."""
    return {word[0].lower() for word in words[:2 if words[:1] == ["s"] else 1]}

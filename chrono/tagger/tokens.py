"""Tokens: a stretch of text as words, numbers, signs and white space, each with its code and its senses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from .grammar import Compiled
from .lexicon import RUN_TOGETHER, WHOLE, Lexicon
from .pattern import BREAK, UNKNOWN

_TOKEN = re.compile(
    r" (?!\s)|[A-Za-z]{2,}+(?![^\W\d_])|\d+|[.,]|[^\W\d_]{2,}+"
    r"|(?i:[ap](?:\.\s?| )m\b\.?|o['’]clock\b|b\.c\.(?:e\.)?|a\.d\.|c\.e\.)|[^\W\d_]"
    r"|(?i:['’](?:s|ll|ve|re|d|m|t)\b)|\n\s*\n|\s+|.", re.DOTALL)
"""A token. The commonest, a blank and a word of several letters, most of them English, are tried first, then figures
and the commonest signs."""

SHORT_LINE = 44
"""A line at most this many characters long ends where it ends; a longer one may run on in the next."""


class Meaning(dict[str, Any]):
    """The categories of a token that is no word of the text, each with its value. It equals nothing but itself, so that
    what is made of it can be remembered."""

    __slots__ = ()
    __hash__ = object.__hash__  # type: ignore[assignment]
    __eq__ = object.__eq__
    __ne__ = object.__ne__


Piece = tuple[int, int, str, str | Meaning, int, Compiled | None]
"""A token to be put in place of others: the first and the last (exclusive) of these, its code, what it is, where it
starts, the rule that composed it."""


class Window:
    """A stretch of text as tokens: words, numbers and signs, and what rules composed of them. All fields run in
    parallel, one item a token: its code, what it is (a word of the text or the lexicon, or the meaning of what was
    composed), where it starts (code points from ``start``, the window's own place in the document: such small numbers
    need not be made), and the rule that composed it. A token ends where the next one starts; the last item of
    ``starts`` is where the last one ends."""

    __slots__ = ("_lexicon", "codes", "rules", "start", "starts", "tokens")

    def __init__(self, lexicon: Lexicon, words: list[Any], start: int) -> None:
        self._lexicon = lexicon
        self.codes = "".join(map(lexicon.code_of.__getitem__, words))
        self.tokens: list[str | Meaning] = words
        self.start = start
        self.starts = list(accumulate(map(len, words), initial=0))
        self.rules: list[Compiled | None] = [None] * len(words)

    def senses(self, place: int) -> dict[str, Any] | None:
        """The categories of a token with its values in them; ``None`` for white space and words without any."""
        token = self.tokens[place]
        return self._lexicon.senses_of[token] if isinstance(token, str) else token

    def put(self, pieces: Sequence[Piece]) -> str:
        """Put tokens in place of others; the pieces are in order and do not overlap.

        Returns the codes of the new tokens, of those between, and of the nearest ones to both sides.
        """
        begin, end, codes, token, start, rule = pieces[0]
        tokens, starts, rules = [token], [start], [rule]
        for first, last, code, token, start, rule in pieces[1:]:
            if first > end:
                codes += self.codes[end:first]
                tokens += self.tokens[end:first]
                starts += self.starts[end:first]
                rules += self.rules[end:first]
            codes += code
            tokens.append(token)
            starts.append(start)
            rules.append(rule)
            end = last
        self.codes = self.codes[:begin] + codes + self.codes[end:]
        self.tokens[begin:end] = tokens
        self.starts[begin:end] = starts
        self.rules[begin:end] = rules
        return self.codes[max(0, begin - NEAR):begin + len(codes) + NEAR]


NEAR = 2
"""The nearest token to either side is at most so many tokens away: one of white space may be between."""


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> Window:
    """The tokens of ``text[start:end]``, white space among them as one token each.

    An empty token of the category ``edge`` stands where the text begins or ends.
    """
    words = _TOKEN.findall(text, start, end)
    if start == 0:
        words.insert(0, "")
    if end == len(text):
        words.append("")
    window = Window(lexicon, words, start)
    if "\n" in words:
        window.codes = "".join([
            BREAK if word == "\n" and start + place - text.rfind("\n", 0, start + place) <= SHORT_LINE else code
            for word, code, place in zip(words, window.codes, window.starts, strict=False)])
    if not lexicon.special.isdisjoint(words) and (pieces := list(_phrases(text, window, lexicon))):
        window.put(pieces)
    if text.find(". ", start, end) >= 0 and lexicon.can_end.search(window.codes) and (
            ends := list(_sentence_ends(text, window, start, end))):
        window.put(ends)
    return window


_END = re.compile(r"(?<=[a-zY])\. +(?=[A-Z\d])")
DAYS = frozenset(("weekday", "weekday-short", "month", "month-short", "today", "zone", "zone-name", "holiday"))
"""What goes on behind "p.m.", though it is written with a capital."""


def _sentence_ends(text: str, window: Window, start: int, end: int) -> Iterator[Piece]:
    """An empty token of no category where a sentence ends behind a whole name or a time of day ("It closed in March. 12
    people …"), across which no rule reads."""
    for match in _END.finditer(text, start, end):
        blank = text.index(" ", match.start()) - start
        place = bisect_left(window.starts, blank)
        if not 1 < place < len(window.tokens) or window.starts[place] != blank:
            continue
        if window.tokens[place - 1] == ".":
            ends = any(name in WHOLE for name in window.senses(place - 2) or ())
        else:
            ends = text[match.end()].isupper() and place + 1 < len(window.tokens) and DAYS.isdisjoint(
                window.senses(place + 1) or ()) and "meridiem" in (window.senses(place - 1) or ())
        if ends:
            yield place, place, UNKNOWN, "", blank, None


def _phrases(text: str, window: Window, lexicon: Lexicon) -> Iterator[Piece]:
    """The phrases of the lexicon that stand in a window, and the parts of words run together."""
    starts, base, stop = window.starts, window.start, 0
    end = base + starts[-1]
    for place, word in enumerate(window.tokens):
        if word not in lexicon.special or (start := base + starts[place]) < stop:
            continue
        assert isinstance(word, str)
        if word not in lexicon.phrases.heads:
            run = _run_together(text, start, start + len(word), end, lexicon)
            if run is None:
                continue
            country, middle, key, stop = run
            yield place, place, lexicon.joined_country, country, start - base, None
            start = middle
        elif phrase := lexicon.phrases.match(word, text, start, end):
            key, stop = phrase
        else:
            continue
        after = bisect_left(starts, stop - base, place + 1)
        yield place, after, lexicon.codes[key], key, start - base, None
        if starts[after] > stop - base:
            yield after, after, UNKNOWN, "", stop - base, None


def _run_together(text: str, start: int, last: int, end: int, lexicon: Lexicon) -> tuple[Meaning, int, str, int] | None:
    """What "USThanksgiving" consists of: the country that the capitals name, where they end, the word or phrase of the
    lexicon that runs on from them, and where that ends; ``None`` where it is no such word."""
    match = RUN_TOGETHER.match(text, start, last)
    if match is None or "country" not in lexicon.senses.get(match.group(), ()):
        return None
    middle = match.end()
    word = text[middle:last]
    phrase = lexicon.phrases.match(word, text, middle, end) if word in lexicon.phrases.heads else None
    key, stop = phrase or (word if word in lexicon.codes else word.lower(), last)
    if key not in lexicon.codes:
        return None
    return Meaning({"joined-country": lexicon.senses[match.group()]["country"]}), middle, key, stop

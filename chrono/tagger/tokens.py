"""Tokens: a stretch of text as words, numbers, signs and white space, each with its code and its senses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from .lexicon import RUN_TOGETHER
from .pattern import BREAK
from .rules import Compiled, Grammar
from .tree import Tree

_TOKEN = re.compile(
    r" (?!\s)|[^\W\d_abcopABCOP][^\W\d_]*"
    r"|(?i:[ap](?:\.\s?| )m\b\.?|o['’]clock\b|b\.c\.(?:e\.)?|a\.d\.|c\.e\.)|[^\W\d_]+|\d+"
    r"|(?i:['’](?:s|ll|ve|re|d|m|t)\b)|\n\s*\n|\s+|.", re.DOTALL)
"""A token. The commonest, a blank and a word that no abbreviation begins like, are tried first."""

SHORT_LINE = 44
"""A line at most this many characters long ends where it ends; a longer one may run on in the next."""

NO_SENSES: dict[str, Any] = {}


class Window:
    """A stretch of text as tokens: words, numbers and signs, and what rules composed of them. All fields run in
    parallel, one item a token: its code, its senses, where it starts and ends (code points of the document), and the
    rule that composed it."""

    __slots__ = ("codes", "ends", "rules", "senses", "starts")

    def __init__(self, codes: str, senses: list[Any], starts: list[int], ends: list[int]) -> None:
        self.codes = codes
        self.senses = senses
        self.starts = starts
        self.ends = ends
        self.rules: list[Compiled | None] = [None] * len(senses)

    def replace(self, made: list[tuple[Composed, Compiled]]) -> None:
        """Make one token of each stretch that a rule composed; they are in order and do not overlap."""
        codes: list[str] = []
        senses: list[Any] = []
        starts: list[int] = []
        ends: list[int] = []
        rules: list[Compiled | None] = []
        position = 0
        for (first, last, code, meaning), rule in made:
            codes += self.codes[position:first], code
            senses += self.senses[position:first]
            senses.append(meaning)
            starts += self.starts[position:first + 1]
            ends += self.ends[position:first]
            ends.append(self.ends[last - 1])
            rules += self.rules[position:first]
            rules.append(rule)
            position = last
        self.codes = "".join(codes) + self.codes[position:]
        self.senses = senses + self.senses[position:]
        self.starts = starts + self.starts[position:]
        self.ends = ends + self.ends[position:]
        self.rules = rules + self.rules[position:]


Composed = tuple[int, int, str, dict[str, Tree]]
"""First and last (exclusive) token, the code and the senses of the token they become."""


def tokenise(text: str, start: int, end: int, rules: Grammar) -> Window:
    """The tokens of ``text[start:end]``, white space among them as one token each.

    An empty token of the category ``edge`` stands where the text begins or ends.
    """
    lexicon = rules.lexicon
    words = _TOKEN.findall(text, start, end)
    entries = list(map(lexicon.entries.__getitem__, words))
    codes = "".join([code for code, _ in entries])
    senses = [senses for _, senses in entries]
    starts = list(accumulate(map(len, words), initial=start))
    ends = starts[1:]
    starts.pop()
    if "\n" in words:
        codes = "".join([BREAK if word == "\n" and place - text.rfind("\n", 0, place) <= SHORT_LINE else code
                         for word, code, place in zip(words, codes, starts, strict=True)])
    if not lexicon.special.isdisjoint(words):
        phrases = _phrases(text, end, words, starts, rules)
        if phrases:
            tokens = _with_phrases(zip(codes, senses, starts, ends, strict=True), phrases)
            codes = "".join([code for code, *_ in tokens])
            senses = [senses for _, senses, _, _ in tokens]
            starts = [start for *_, start, _ in tokens]
            ends = [end for *_, end in tokens]
    if start == 0:
        codes, senses, starts, ends = lexicon.edge + codes, [NO_SENSES, *senses], [0, *starts], [0, *ends]
    if end == len(text):
        codes, senses, starts, ends = codes + lexicon.edge, [*senses, NO_SENSES], [*starts, end], [*ends, end]
    return Window(codes, senses, starts, ends)


_Token = tuple[str, Any, int, int]
"""A token by itself: code, senses, start, end."""


def _phrases(text: str, end: int, words: list[str], starts: list[int], rules: Grammar) -> dict[int, list[_Token]]:
    """What the tokens from some positions on become: one token, where they make a phrase of the lexicon, or the parts
    of words run together."""
    lexicon = rules.lexicon
    out: dict[int, list[_Token]] = {}
    stop = 0
    for position, word in enumerate(words):
        start = starts[position]
        if word not in lexicon.special or start < stop:
            continue
        parts: list[_Token] = []
        if word not in lexicon.phrases.heads:
            parts = _run_together(text, start, start + len(word), end, rules)
        elif phrase := lexicon.phrases.match(word, text, start, end):
            key, last = phrase
            parts = [(lexicon.codes[key], lexicon.senses[key], start, last)]
        if parts:
            out[position] = parts
            stop = parts[-1][3]
    return out


def _with_phrases(tokens: Iterable[_Token], phrases: dict[int, list[_Token]]) -> list[_Token]:
    """The tokens with those that the phrases cover replaced."""
    out: list[_Token] = []
    stop = 0
    for position, token in enumerate(tokens):
        if token[2] >= stop:
            parts = phrases.get(position, [token])
            out.extend(parts)
            stop = parts[-1][3]
    return out


def _run_together(text: str, start: int, last: int, end: int, rules: Grammar) -> list[_Token]:
    """The tokens of "USThanksgiving": the capitals that name a country, and the word or phrase of the lexicon that runs
    on from them; none where it is no such word."""
    lexicon = rules.lexicon
    match = RUN_TOGETHER.match(text, start, last)
    if match is None or "country" not in lexicon.senses.get(match.group(), ()):
        return []
    middle = match.end()
    word = text[middle:last]
    phrase = lexicon.phrases.match(word, text, middle, end) if word in lexicon.phrases.heads else None
    key, stop = phrase or (word if word in lexicon.codes else word.lower(), last)
    if key not in lexicon.codes:
        return []
    country = {"joined-country": lexicon.senses[match.group()]["country"]}
    return [(lexicon.joined_country, country, start, middle), (lexicon.codes[key], lexicon.senses[key], middle, stop)]

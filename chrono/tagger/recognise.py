"""Recognise and compose: from text to expression trees, without knowing any date.

1. *Scan*: one pass of a multi-pattern automaton finds the trigger words and number shapes a date can hang on.
2. *Window*: the stretch around neighbouring triggers is cut into tokens, each with its categories.
3. *Compose*: stage by stage, the longest match of any rule becomes one token, until only whole expressions are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Any

import ahocorasick_rs

from .check import simplify
from .lexicon import RUN_TOGETHER
from .pattern import BREAK, SPACE
from .rules import WRAPPERS, Compiled, Grammar, grammar
from .tree import Tree

REACH = 48
"""Triggers at most this many characters apart can belong to one expression."""

BEFORE, AFTER = 40, 28
"""How many characters an expression, with the words that bear on it, may reach before and after its triggers."""

_NUMBER = re.compile(
    r"[0-9]++("
    r"(?<=(?<![\d$£€¥.,#])[12]\d{3})"
    r"|(?<=(?i: in| of| by) \d{3})|(?<=(?i:until|circa|since) \d{3})|(?<=(?i:from) \d{3})"
    r"|(?![, ;)%])(?=(?i:[:/]\d|\.\d\d?\.|[-–—]\d+[-–—]\d|(?:st|nd|rd|th)\b|h\d\d|\s?[ap]\.?m\b|['’]?s\b))"
    r")?", re.ASCII)
"""A number; its group takes part where it looks like a year, an early year, a date or a time of day. Before a comma or
another sign of the last part a number is no date by itself; the words of time beside it are looked for anyway."""

_TOKEN = re.compile(
    r" (?!\s)|[^\W\d_abcopABCOP][^\W\d_]*"
    r"|(?i:[ap](?:\.\s?| )m\b\.?|o['’]clock\b|b\.c\.(?:e\.)?|a\.d\.|c\.e\.)|[^\W\d_]+|\d+"
    r"|(?i:['’](?:s|ll|ve|re|d|m|t)\b)|\n\s*\n|\s+|.", re.DOTALL)
"""A token. The commonest, a blank and a word that no abbreviation begins like, are tried first."""

_SURROGATE = re.compile("[\ud800-\udfff]")


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

    def replace(self, made: list[tuple[_Composed, Compiled]]) -> None:
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


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found: code points of the document, its tree, the rule that made it, the word before it that
    relates something to it (``since``, ``by`` …, or ``""``)."""

    start: int
    end: int
    tree: Tree
    rule: str
    relation: str = ""
    joined: bool = False


@lru_cache(maxsize=8)
def _scanner(language: str) -> tuple[ahocorasick_rs.AhoCorasick, Grammar]:
    rules = grammar(language)
    triggers = set(rules.lexicon.triggers)
    automaton = ahocorasick_rs.AhoCorasick(sorted(triggers), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
                                            implementation=ahocorasick_rs.Implementation.DFA)
    return automaton, rules


def windows(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` in which a time expression can be, in order and not overlapping."""
    if len(text) <= REACH:
        yield 0, len(text)
        return
    automaton, _ = _scanner(language)
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
    hits.extend([match.span() for match in _NUMBER.finditer(text) if match.lastindex])
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


_BEFORE_EARLY_YEARS = (" in ", " of ", " by ", "until ", "circa ", "since ", "from ")


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


def compose(window: Window, rules: Grammar) -> bool:
    """Apply the rules stage by stage; each match becomes one token. Whether any did."""
    groups = rules.groups(window.codes)
    any_did = False
    for stage in rules.stages:
        candidates = stage[groups & stage.groups]
        if candidates and _apply(window, candidates):
            groups = rules.groups(window.codes)
            any_did = True
    return any_did


_Candidate = tuple[int, int, int, Compiled, re.Match[str]]
"""First token, minus the last, the rule's order: they sort leftmost, longest, first rule; the rule and its match."""


def _apply(window: Window, candidates: tuple[Compiled, ...]) -> bool:
    """Compose the matches of the candidates that hold, leftmost and longest first, not overlapping; whether any did."""
    found: list[_Candidate] = []
    codes = window.codes
    for rule in candidates:
        match = rule.search(codes)
        while match is not None:
            first, last = match.span()
            while last > first and codes[last - 1] == SPACE:
                last -= 1
            while first < last and codes[first] == SPACE:
                first += 1
            if last > first and (not rule.has_context or _context_holds(rule, codes, first, last)):
                found.append((first, -last, rule.order, rule, match))
            match = rule.search(codes, match.end())
    if len(found) > 1:
        found.sort(key=itemgetter(0, 1, 2))
    composed: list[tuple[_Composed, Compiled]] = []
    position = 0
    for first, negative_last, _, rule, match in found:
        if first >= position:
            made = _compose_match(rule, match, window.senses, first, -negative_last)
            if made:
                position = -negative_last
                composed.extend([(part, rule) for part in made])
    if composed:
        window.replace(composed)
    return bool(composed)


def _context_holds(rule: Compiled, codes: str, first: int, last: int) -> bool:
    if rule.after or rule.not_after:
        before = first - 1
        if before >= 0 and codes[before] == SPACE:
            before -= 1
        code = codes[before] if before >= 0 else ""
        if (rule.after and (not code or code not in rule.after)) or (code and code in rule.not_after):
            return False
    if rule.before or rule.not_before:
        after = last
        if after < len(codes) and codes[after] == SPACE:
            after += 1
        code = codes[after] if after < len(codes) else ""
        if (rule.before and (not code or code not in rule.before)) or (code and code in rule.not_before):
            return False
    return True


_Composed = tuple[int, int, str, dict[str, Tree]]
"""First and last (exclusive) token, the code and the senses of the token they become."""


def _compose_match(rule: Compiled, match: re.Match[str], senses: list[Any], first: int, last: int) -> list[_Composed]:
    """What a match becomes, in order; nothing when its meaning cannot exist."""
    captures: dict[str, Any] = {}
    for name, categories in rule.captures:
        position = match.start(name)
        if position >= 0:
            known = senses[position]
            for category in categories:
                if category in known:
                    value = known[category]
                    wrapper = WRAPPERS.get(category) if name in rule.wrapped else None
                    captures[name] = Tree(wrapper, (value,)) if wrapper else value
                    break
    out: list[_Composed] = []
    for part, code, template in rule.made:
        tree = simplify(template(captures))
        if tree is None:
            return []
        begin, end = first, last
        if part.first:
            begin = match.start(part.first)
            end = max(match.end(name) for name in (part.first, *part.last))
        out.append((begin, end, code, dict.fromkeys(part.makes, tree)))
    return out


def recognise(text: str, language: str = "en") -> list[Found]:
    """All time expressions of ``text``, in order, not overlapping."""
    _, rules = _scanner(language)
    found: list[Found] = []
    for start, end in windows(text, language):
        window = tokenise(text, start, end, rules)
        if not compose(window, rules):
            continue
        for position, rule in enumerate(window.rules):
            if rule is None or not rule.rule.emit:
                continue
            first, last = window.starts[position], window.ends[position]
            tree = next(iter(window.senses[position].values()))
            if isinstance(tree, Tree) and (not found or first >= found[-1].end) and _stands_apart(text, first, last):
                found.append(Found(first, last, tree, rule.rule.id, _relation(window, position, rules)))
    return found


ADDRESS_REACH = 80
"""How far back, in characters, the beginning of a web address is looked for."""


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether an expression is no piece of a name ("user1984", "x2BC6") or of a web address."""
    before, after = text[start - 1:start], text[end:end + 1]
    if (before.isalpha() and text[start].isdigit()) or (after.isdecimal() and text[end - 1].isalpha()):
        return False
    if before not in ADDRESS_SIGNS:
        return True
    chunk = text[max(0, start - ADDRESS_REACH):start].rpartition(" ")[2]
    return "://" not in chunk and "www." not in chunk


ADDRESS_SIGNS = frozenset("/-_.=&?")
"""What stands before a piece of a web address."""


def _relation(window: Window, position: int, rules: Grammar) -> str:
    """The relation word right before the token at ``position``, if any."""
    relations = rules.lexicon.relations
    for before in range(position - 1, max(-1, position - 5), -1):
        senses = window.senses[before]
        if senses is None:
            if window.codes[before] == SPACE:
                continue
            break
        relation = senses.get("relation")
        if relation in relations:
            return str(relation)
        if "=the" not in senses:
            break
    return ""

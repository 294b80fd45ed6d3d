"""Recognise and compose: from text to expression trees, without knowing any date.

1. *Scan*: one pass of a multi-pattern automaton finds the trigger words and number shapes a date can hang on.
2. *Window*: the stretch around neighbouring triggers is cut into tokens, each with its categories.
3. *Compose*: stage by stage, the longest match of any rule becomes one token, until only whole expressions are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from operator import attrgetter, itemgetter
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

_DIGITS = re.compile(r"\d+", re.ASCII)
_AFTER_DIGITS = re.compile(
    r"[:/]\d|\.\d\d?\.|[-–—]\d+[-–—]\d|(?:st|nd|rd|th)\b|h\d\d|\s?[ap]\.?m\b|['’]?s\b", re.IGNORECASE | re.ASCII)
_MONEY = "$£€¥.,#"
_TOKEN = re.compile(
    r"[ap](?:\.\s?| )m\b\.?|o['’]clock\b|b\.c\.(?:e\.)?|a\.d\.|c\.e\.|[^\W\d_]+|\d+|['’](?:s|ll|ve|re|d|m|t)\b"
    r"|\n\s*\n|\s+|.", re.IGNORECASE | re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


SHORT_LINE = 44
"""A line at most this many characters long ends where it ends; a longer one may run on in the next."""

NO_SENSES: dict[str, Any] = {}


class Token:
    """A word or number of a window, or what a rule composed. ``start``/``end`` are code points of the document."""

    __slots__ = ("code", "end", "rule", "senses", "start")

    def __init__(self, start: int, end: int, code: str, senses: Any, rule: Compiled | None = None) -> None:
        self.start = start
        self.end = end
        self.code = code
        self.senses = senses
        self.rule = rule


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
    return ahocorasick_rs.AhoCorasick(sorted(triggers), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), rules


def windows(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` in which a time expression can be, in order and not overlapping."""
    if len(text) <= REACH:
        yield 0, len(text)
        return
    automaton, _ = _scanner(language)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    lower = _SURROGATE.sub("\ufffd", lower)
    hits: list[tuple[int, int]] = []
    size = len(lower)
    for _, start, end in automaton.find_matches_as_indexes(lower):
        if (start == 0 or not lower[start - 1].isalpha() or (text[start].isupper() and text[start - 1].isupper())) and (
                end == size or not lower[end].isalpha()):
            hits.append((start, end))
    hits.extend(_numbers(text))
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


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of ``text`` that look like a year, a date or a time of day."""
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if end - start == 4 and text[start] in "12" and (start == 0 or text[start - 1] not in _MONEY):
            yield start, end
        elif end - start == 3 and text[max(0, start - 6):start].lower().endswith(_BEFORE_EARLY_YEARS):
            yield start, end
        elif text[end:end + 1] not in NOT_AFTER_DATES and _AFTER_DIGITS.match(text, end):
            yield start, end


NOT_AFTER_DATES = frozenset(", ;)%")
"""Signs after which a number is no part of a date by itself; the words of time beside it are looked for anyway."""


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


def tokenise(text: str, start: int, end: int, rules: Grammar) -> list[Token]:
    """The tokens of ``text[start:end]``, white space among them as one token each.

    An empty token of the category ``edge`` stands where the text begins or ends.
    """
    lexicon = rules.lexicon
    words = _TOKEN.findall(text, start, end)
    bounds = [start, *accumulate(map(len, words), initial=start)]
    entries = list(map(lexicon.entries.__getitem__, words))
    tokens = [Token(bounds[position + 1], bounds[position + 2], code, senses)
              for position, (code, senses) in enumerate(entries)]
    if not lexicon.special.isdisjoint(words):
        tokens = _with_phrases(text, end, words, tokens, rules)
    for token in tokens:
        if token.code == SPACE and token.end - token.start == 1 and text[token.start] == "\n" and \
                token.start - text.rfind("\n", 0, token.start) <= SHORT_LINE:
            token.code = BREAK
    if start == 0:
        tokens.insert(0, Token(0, 0, lexicon.edge, NO_SENSES))
    if end == len(text):
        tokens.append(Token(end, end, lexicon.edge, NO_SENSES))
    return tokens


def _with_phrases(text: str, end: int, words: list[str], tokens: list[Token], rules: Grammar) -> list[Token]:
    """The tokens with those that make a phrase of the lexicon joined, and words run together taken apart."""
    lexicon = rules.lexicon
    out: list[Token] = []
    stop = 0
    for word, token in zip(words, tokens, strict=True):
        if token.start < stop:
            continue
        if word in lexicon.phrases.heads:
            phrase = lexicon.phrases.match(word, text, token.start, end)
            if phrase is not None:
                key, stop = phrase
                out.append(Token(token.start, stop, lexicon.codes[key], lexicon.senses[key]))
                continue
        elif word in lexicon.special:
            parts = _run_together(text, token.start, token.end, end, rules)
            if parts:
                out.extend(parts)
                stop = parts[-1].end
                continue
        out.append(token)
    return out


def _run_together(text: str, start: int, last: int, end: int, rules: Grammar) -> list[Token]:
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
    return [Token(start, middle, lexicon.joined_country, country),
            Token(middle, stop, lexicon.codes[key], lexicon.senses[key])]


def compose(tokens: list[Token], rules: Grammar) -> list[Token]:
    """Apply the rules stage by stage; each match becomes one token."""
    codes = "".join([token.code for token in tokens])
    present = set(codes)
    for index in rules.index:
        keys = present & index.keys()
        if not keys:
            continue
        candidates = index[keys.pop()]
        if keys:
            candidates = tuple(sorted({*candidates, *chain.from_iterable(index[key] for key in keys)}, key=_order))
        matches = _matches(tokens, codes, present, candidates)
        if matches:
            tokens = _replace(tokens, matches, rules)
            codes = "".join([token.code for token in tokens])
            present = set(codes)
    return tokens


_order = attrgetter("order")

_Composed = tuple[int, int, Any, tuple[str, ...]]
"""First and last (exclusive) token, their tree, and the categories of the token they become."""

_Match = tuple[int, int, list[_Composed], Compiled]


def _matches(tokens: list[Token], codes: str, present: set[str], candidates: tuple[Compiled, ...]) -> list[_Match]:
    """Matches of the candidates that hold, leftmost and longest first, not overlapping; in order."""
    found: list[_Candidate] = []
    for rule in candidates:
        for required in rule.required:
            if required.isdisjoint(present):
                break
        else:
            _find(rule, codes, found)
    if len(found) > 1:
        found.sort(key=itemgetter(0, 1, 2))
    out: list[_Match] = []
    position = 0
    for first, negative_last, _, rule, match in found:
        if first < position:
            continue
        composed = _compose_match(rule, match, tokens, first, -negative_last)
        if composed:
            position = -negative_last
            out.append((first, position, composed, rule))
    return out


_Candidate = tuple[int, int, int, Compiled, re.Match[str]]
"""First token, minus the last, the rule's order: they sort leftmost, longest, first rule; the rule and its match."""


def _find(rule: Compiled, codes: str, found: list[_Candidate]) -> None:
    """Add the matches of ``rule`` whose context holds to ``found``."""
    for match in rule.regex.finditer(codes):
        first, last = match.span()
        while last > first and codes[last - 1] == SPACE:
            last -= 1
        while first < last and codes[first] == SPACE:
            first += 1
        if last > first and _context_holds(rule, codes, first, last):
            found.append((first, -last, rule.order, rule, match))


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


def _compose_match(rule: Compiled, match: re.Match[str], tokens: list[Token], first: int, last: int) -> list[_Composed]:
    """What a match becomes; nothing when its meaning cannot exist."""
    captures: dict[str, Any] = {}
    for name, categories in rule.captures:
        position = match.start(name)
        if position >= 0:
            senses = tokens[position].senses
            for category in categories:
                if category in senses:
                    value = senses[category]
                    wrapper = WRAPPERS.get(category) if name in rule.wrapped else None
                    captures[name] = Tree(wrapper, (value,)) if wrapper else value
                    break
    out: list[_Composed] = []
    for part, template in zip(rule.parts, rule.templates, strict=True):
        tree = simplify(template(captures))
        if tree is None:
            return []
        if part.first:
            end = max(match.end(name) for name in (part.first, *part.last))
            out.append((match.start(part.first), end, tree, part.makes))
        else:
            out.append((first, last, tree, part.makes))
    return out


def _replace(tokens: list[Token], matches: list[_Match], rules: Grammar) -> list[Token]:
    out: list[Token] = []
    position = 0
    for _, _, composed, rule in matches:
        for first, last, tree, makes in composed:
            out.extend(tokens[position:first])
            out.append(Token(tokens[first].start, tokens[last - 1].end, rules.lexicon.alphabet.code(makes),
                             dict.fromkeys(makes, tree), rule))
            position = last
    out.extend(tokens[position:])
    return out


def recognise(text: str, language: str = "en") -> list[Found]:
    """All time expressions of ``text``, in order, not overlapping."""
    _, rules = _scanner(language)
    found: list[Found] = []
    for start, end in windows(text, language):
        tokens = compose(tokenise(text, start, end, rules), rules)
        for position, token in enumerate(tokens):
            if token.rule is not None and token.rule.rule.emit and (not found or token.start >= found[-1].end):
                tree = next(iter(token.senses.values()))
                if isinstance(tree, Tree) and _stands_apart(text, token.start, token.end):
                    found.append(Found(token.start, token.end, tree, token.rule.rule.id,
                                       _relation(tokens, position, rules)))
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


def _relation(tokens: list[Token], position: int, rules: Grammar) -> str:
    """The relation word right before the token at ``position``, if any."""
    relations = rules.lexicon.relations
    for back in range(1, 5):
        if position < back:
            break
        senses = tokens[position - back].senses
        if senses is None:
            if tokens[position - back].code == SPACE:
                continue
            break
        relation = senses.get("relation")
        if relation in relations:
            return str(relation)
        if "=the" not in senses:
            break
    return ""

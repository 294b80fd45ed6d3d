"""Rule patterns: a small notation over token categories, compiled to a regular expression over one code per token.

Notation, items separated by blanks::

    month            a token of that category           'ago|hence'    one of these words
    m:month          … captured as m                    ( a b | c )    a group with alternatives
    item?            optional                           ~              no white space between its neighbours
    d:(day | num)    a captured one-token group         ,              white space is otherwise allowed between items

Every token of a stretch of text is written as one character that stands for the *set* of categories the token belongs
to, so an item becomes a character class and a pattern runs at the speed of ``re``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count, groupby

SPACE = " "
BREAK = "\n"
UNKNOWN = "."
_SHORT = "".join(char for char in map(chr, range(1, 256)) if char not in f"{SPACE}{BREAK}{UNKNOWN}[]^-&~|\\")
_ITEM = re.compile(r"\s*(?:(?:([a-z_]+):)?(?:([a-z][a-z0-9-]*)|'([^']+)'|(\())|([)|~]))")

Categories = tuple[str, ...]


class Alphabet:
    """Gives sets of categories their characters, and every category the characters of the sets that hold it.

    Sets that no pattern tells apart share one. The first characters are of one byte: a regular expression of such
    compiles and runs sooner.
    """

    def __init__(self, classes: Collection[Categories], sets: Iterable[Iterable[str]]) -> None:
        """``classes`` are the categories that patterns ask for together; what is in none of them does not count.
        ``sets`` are the sets of categories that tokens can have."""
        classes_of: dict[str, set[int]] = {}
        for number, categories in enumerate(classes):
            for name in categories:
                classes_of.setdefault(name, set()).add(number)
        self._members: dict[str, set[str]] = {name: set() for name in classes_of}
        self._members["any"] = {UNKNOWN}
        self._unions: dict[Categories, str] = {}
        keys = {names: frozenset([number for name in names for number in classes_of.get(name, ())])
                for names in map(frozenset, sets)}
        order = sorted(dict.fromkeys(keys.values()), key=len, reverse=True)
        chars = dict(zip(order, chain(_SHORT, map(chr, count(0xE000))), strict=False))
        self._codes = {names: chars[key] for names, key in keys.items()}
        for names, code in self._codes.items():
            for name in classes_of.keys() & names:
                self._members[name].add(code)

    def code(self, categories: Iterable[str]) -> str:
        """The character of a set of categories; of the empty set, and of one that was not given, that of an unknown
        word."""
        return self._codes.get(frozenset(categories), UNKNOWN)

    def members(self, categories: Categories) -> str:
        """All characters whose set holds one of the categories, sorted; ``any`` is a word or sign of no category."""
        found = self._unions.get(categories)
        if found is None:
            found = "".join(sorted(set[str]().union(*[self._members[name] for name in categories])))
            self._unions[categories] = found
        return found

    def character_class(self, categories: Categories) -> str:
        """The regular expression of one token of the categories, its characters as ranges: the shorter it is, the
        sooner it compiles."""
        members = self.members(categories)
        return f"[{''.join(_runs(members))}]" if members else "(?!)"


def _runs(characters: str) -> Iterator[str]:
    """Sorted characters with those that follow each other written as ranges."""
    for _, group in groupby(enumerate(characters), key=lambda pair: ord(pair[1]) - pair[0]):
        run = [char for _, char in group]
        yield run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}"


@dataclass(frozen=True, slots=True)
class Item:
    """One token of some categories, captured under ``name`` where it has one. Behind what is ``glued`` no white space
    may stand."""

    categories: Categories
    name: str = ""
    optional: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One of several sequences. It is ``optional`` too where one of them consists of what is optional."""

    branches: tuple[Sequence[Node], ...]
    optional: bool = False
    glued: bool = False


Node = Item | Group


@dataclass(slots=True)
class Parsed:
    """A pattern taken apart: the sequence it is, the categories of its captures."""

    nodes: Sequence[Node] = ()
    captures: dict[str, Categories] = field(default_factory=dict)


def classes(nodes: Sequence[Node]) -> Iterator[Categories]:
    """The categories of every item of a sequence."""
    for node in nodes:
        if isinstance(node, Item):
            yield node.categories
        else:
            for branch in node.branches:
                yield from classes(branch)


WORD = "="


def word_category(word: str) -> str:
    """The category that holds just ``word``."""
    return WORD + word


def parse(pattern: str) -> Parsed:
    """Take ``pattern`` apart; :class:`ValueError` when it cannot be read."""
    parsed = Parsed()
    branches, position = _branches(pattern, 0, parsed)
    if pattern[position:].strip():
        raise ValueError(f"trailing text in pattern: {pattern[position:]!r}")
    parsed.nodes = branches[0] if len(branches) == 1 else (Group(branches),)
    return parsed


def _branches(text: str, position: int, parsed: Parsed) -> tuple[tuple[Sequence[Node], ...], int]:
    """The alternatives up to ``)`` or the end, and where that is."""
    branches: list[list[Node]] = [[]]
    end = len(text.rstrip())
    while position < end:
        match = _ITEM.match(text, position)
        if match is None:
            raise ValueError(f"cannot read pattern at {text[position:]!r}")
        name, category, words, group, mark = match.groups()
        if mark == ")":
            break
        position = match.end()
        if mark == "|":
            branches.append([])
            continue
        if mark:
            if branches[-1]:
                branches[-1][-1] = replace(branches[-1][-1], glued=True)
            continue
        categories: Categories = (category,)
        inner: tuple[Sequence[Node], ...] = ()
        if group:
            inner, position = _branches(text, position, parsed)
            position = text.find(")", position) + 1
            if not position:
                raise ValueError(f"unclosed group in pattern {text!r}")
            categories = _one_token(name, inner) if name else ()
        elif words:
            categories = tuple([word_category(word) for word in words.split("|")])
        if name:
            parsed.captures[name] = parsed.captures.get(name, ()) + categories
        optional = text.startswith("?", position)
        position += optional
        branches[-1].append(Item(categories, name or "", optional) if categories else
                            Group(inner, optional or any(map(skippable, inner))))
    return tuple(branches), position


def _one_token(name: str, branches: Sequence[Sequence[Node]]) -> Categories:
    """The categories of a group that is captured; :class:`ValueError` when it is more than one token."""
    items = [node for branch in branches for node in branch if isinstance(node, Item) and not node.optional]
    if any(len(branch) != 1 for branch in branches) or len(items) < len(branches):
        raise ValueError(f"capture {name} must be one token")
    return tuple(category for item in items for category in item.categories)


def to_regex(nodes: Sequence[Node], alphabet: Alphabet) -> str:
    """The regular expression that a sequence stands for, over the codes of tokens."""
    out = ""
    for place, node in enumerate(nodes):
        if isinstance(node, Item):
            one = alphabet.character_class(node.categories)
            if node.name:
                one = f"(?P<{node.name}>{one})"
        else:
            one = f"(?:{'|'.join([to_regex(branch, alphabet) for branch in node.branches])})"
        gap = "" if node.glued or place == len(nodes) - 1 else " ?"
        out += f"(?:{one})?{gap}" if node.optional else one + gap
    return out


def skippable(nodes: Sequence[Node]) -> bool:
    """Whether a sequence can match no token."""
    return all(node.optional for node in nodes)


def firsts(nodes: Sequence[Node]) -> Categories:
    """Of which categories the first token of a sequence can be."""
    return _edge(nodes, 1)


def lasts(nodes: Sequence[Node]) -> Categories:
    """Of which categories the last token of a sequence can be."""
    return _edge(nodes, -1)


def _edge(nodes: Sequence[Node], step: int) -> Categories:
    out: Categories = ()
    for node in nodes[::step]:
        if isinstance(node, Item):
            out += node.categories
        else:
            out += tuple([category for branch in node.branches for category in _edge(branch, step)])
        if not node.optional:
            break
    return out


Pair = tuple[Categories, Categories]
"""A token of one of some categories and, right behind it but for white space, one of some others; of any, or none at
all, where these are none."""


def pairs(nodes: Sequence[Node]) -> Iterator[Pair]:
    """Pairs of tokens all of which must be there for a sequence to match."""
    for place, node in enumerate(nodes):
        if node.optional:
            continue
        before, after = nodes[:place], nodes[place + 1:]
        if not skippable(before):
            yield lasts(before), firsts((node,))
        elif skippable(after):
            yield lasts((node,)), ()
        if not skippable(after):
            yield lasts((node,)), firsts(after)
        if isinstance(node, Group):
            inner = [[pair for pair in pairs(branch) if pair[1]] for branch in node.branches]
            if len(inner) == 1:
                yield from inner[0]
            elif all(inner):
                yield _either([min(found, key=_width) for found in inner])


def _width(pair: Pair) -> int:
    first, second = pair
    return len(first) * len(second)


def _either(found: Sequence[Pair]) -> Pair:
    """The pair that is there where any one of some pairs is."""
    firsts, seconds = zip(*found, strict=True)
    return tuple(chain(*firsts)), tuple(chain(*seconds))

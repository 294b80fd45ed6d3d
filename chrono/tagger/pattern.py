"""Rule patterns: a small notation over token categories, compiled to a regular expression over one code per token.

Notation, items separated by blanks::

    month            a token of that category           'ago|hence'    one of these words
    m:month          … captured as m                    ( a b | c )    a group with alternatives
    item?            optional                           ~              no white space between its neighbours
    d:(day | num)    a captured one-token group         ,              white space is otherwise allowed between items

Every token of a stretch of text is written as one private-use character that stands for the *set* of categories the
token belongs to, so an item becomes a character class and a pattern runs at the speed of ``re``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

SPACE = " "
BREAK = "\n"
UNKNOWN = "."
_ITEM = re.compile(r"\s*(?:(?:([a-z_]+):)?(?:([a-z][a-z0-9-]*)|'([^']+)'|(\())|([)|~])|(\?))")


class Alphabet:
    """Gives every set of categories its character, and every category the characters of the sets that hold it."""

    def __init__(self) -> None:
        self._codes: dict[frozenset[str], str] = {frozenset(): UNKNOWN}
        self._members: dict[str, str] = {}
        self._classes: dict[str, str] = {}

    def code(self, categories: Iterable[str]) -> str:
        """The character of this set of categories."""
        key = frozenset(categories)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = chr(0xE000 + len(self._codes))
            for category in key:
                self._members[category] = self._members.get(category, "") + code
        return code

    def members(self, category: str) -> str:
        """All characters whose set holds ``category``; ``any`` is a word or sign of no category."""
        return UNKNOWN if category == "any" else self._members.get(category, "")

    def character_class(self, categories: str) -> str:
        """The regular expression of one token of the categories (``|`` between them), its characters as ranges: the
        shorter it is, the sooner it compiles."""
        found = self._classes.get(categories)
        if found is None:
            members = sorted({char for name in categories.split("|") for char in self.members(name)})
            if len(members) == 1:
                found = re.escape(members[0])
            else:
                found = f"[{''.join(_runs(members))}]" if members else r"(?!)"
            self._classes[categories] = found
        return found


def _runs(characters: list[str]) -> Iterator[str]:
    """Sorted characters with those that follow each other written as ranges."""
    for _, group in groupby(enumerate(characters), key=lambda pair: ord(pair[1]) - pair[0]):
        run = [char for _, char in group]
        yield run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}"


@dataclass(slots=True)
class Parsed:
    """A pattern taken apart: a template to fill with character classes, the categories of captures, the must-haves."""

    template: str = ""
    captures: dict[str, tuple[str, ...]] = field(default_factory=dict)
    required: list[tuple[str, ...]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)


def word_category(word: str) -> str:
    """The category that holds just ``word``."""
    return "=" + word


def parse(pattern: str) -> Parsed:
    """Take ``pattern`` apart; :class:`ValueError` when it cannot be read."""
    parsed = Parsed()
    parsed.template, _, position = _sequence(pattern, 0, parsed, required=True)
    if pattern[position:].strip():
        raise ValueError(f"trailing text in pattern: {pattern[position:]!r}")
    return parsed


def _sequence(text: str, position: int, parsed: Parsed, required: bool) -> tuple[str, tuple[str, ...], int]:
    """Read items up to ``)`` or the end: (template, categories when it is one-token alternatives, new position)."""
    branches: list[str] = [""]
    categories: list[str] = []
    has_branches = "|" in _own_level(text, position)
    while position < len(text.rstrip()):
        match = _ITEM.match(text, position)
        if match is None:
            raise ValueError(f"cannot read pattern at {text[position:]!r}")
        name, category, words, group, mark, _ = match.groups()
        if mark == ")":
            break
        position = match.end()
        if mark == "|":
            branches.append("")
            continue
        if mark == "~":
            branches[-1] = branches[-1].removesuffix(" ?")
            continue
        if group:
            optional_ahead = _closing_is_optional(text, position)
            inner, inner_categories, position = _sequence(
                text, position, parsed, required and not optional_ahead and not has_branches)
            position = text.index(")", position) + 1
            item, item_categories = f"(?:{inner})", inner_categories
        elif words:
            item_categories = tuple(word_category(word) for word in words.split("|"))
            parsed.words.update(words.split("|"))
            item = _placeholder(item_categories)
        else:
            item_categories = (category,)
            item = _placeholder(item_categories)
        if name:
            if group and _PLACEHOLDER.sub("", inner).strip("|"):
                raise ValueError(f"capture {name} must be one token")
            item = f"(?P<{name}>{_placeholder(item_categories)})"
            parsed.captures[name] = parsed.captures.get(name, ()) + item_categories
        optional = position < len(text) and text[position] == "?"
        if optional:
            position += 1
            branches[-1] += f"(?:{item})? ?"
        else:
            branches[-1] += item + " ?"
            if required and not has_branches and (name or not group):
                parsed.required.append(item_categories)
        categories.extend(item_categories)
    return "|".join(branch.removesuffix(" ?") for branch in branches), tuple(categories), position


def _own_level(text: str, position: int) -> str:
    """The part of the group that starts at ``position`` outside inner groups and quotes."""
    depth, quoted, out = 0, False, []
    for char in text[position:]:
        if char == "'":
            quoted = not quoted
        elif quoted:
            continue
        elif char == "(":
            depth += 1
        elif char == ")":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0:
            out.append(char)
    return "".join(out)


def _closing_is_optional(text: str, position: int) -> bool:
    depth, quoted = 0, False
    for index, char in enumerate(text[position:], position):
        if char == "'":
            quoted = not quoted
        elif not quoted and char == "(":
            depth += 1
        elif not quoted and char == ")":
            if depth == 0:
                return text[index + 1:index + 2] == "?"
            depth -= 1
    raise ValueError(f"unclosed group in pattern {text!r}")


def _placeholder(categories: tuple[str, ...]) -> str:
    return "<" + "|".join(categories) + ">"


_PLACEHOLDER = re.compile(r"<([^<>]+)>")
_GROUP_NAME = re.compile(r"(\(\?P<\w+>)")


def to_regex(template: str, alphabet: Alphabet) -> str:
    """``template`` with every placeholder turned into the character class it stands for."""

    def fill(match: re.Match[str]) -> str:
        return alphabet.character_class(match.group(1))

    parts = _GROUP_NAME.split(template)
    return "".join(part if index % 2 else _PLACEHOLDER.sub(fill, part) for index, part in enumerate(parts))

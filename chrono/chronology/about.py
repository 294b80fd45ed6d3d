"""Which rows a named person, organisation, place or thing takes part in, under all names the documents give it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ..events.event import Event
from ..wordlists import entries, groups

_LONGEST_EXACT = 3
"""A name of so few letters is read as it is written: "US" is not "us"."""
_LINKS = "of|and|for|the"
_BRACKET = (
    r"""\s*\((?:(?:the\s+)?["“'‘](?:the\s+)?(?P<term>[A-Z][\w&. -]{0,40}?)["”'’]|(?P<initials>[A-Z]{2,}))\)"""
)
"""A name that a text introduces for another one: (CHT), ("the Landlord")."""
_LONG_NAME = re.compile(rf"(?P<name>(?:[A-Z][\w&.'’-]*,?\s+(?:(?:{_LINKS})\s+)?){{0,7}}[A-Z][\w&.'’-]*){_BRACKET}")


class Wanted:
    """The names asked for, in all the forms under which ``texts`` speak of the same.

    Accents do not count, nor do capitals in names of more than three letters. A person counts under the last name
    alone too, a body of people under what it is ("the trust") where the texts name no other such, and all under the
    short names that the texts introduce in brackets.
    """

    def __init__(self, names: Sequence[str], texts: Sequence[str] = ()) -> None:
        plain = [_unaccented(text) for text in texts]
        self._forms = [form for name in names for form in _forms(_unaccented(name.strip()), plain)]

    def takes_part(self, events: Iterable[Event]) -> bool:
        """Whether one of the names takes part in what these events, tellings of one, tell."""
        return any(self.is_in(" · ".join((*event.who, *event.where, *event.others, _words(event)))) for event in events)

    def is_in(self, text: str) -> bool:
        """Whether one of the names stands in ``text``."""
        plain = _unaccented(text)
        return any(form.is_in(plain) for form in self._forms)


def _words(event: Event) -> str:
    """The words of an event that tell who takes part; in what is no row of its own right many a name only passes by."""
    return "" if event.minor else event.clause


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a name, and the words behind which it is another's: "Lopez" beside "Maria Lopez" is she."""

    pattern: re.Pattern[str]
    not_behind: frozenset[str] = frozenset()

    def is_in(self, text: str) -> bool:
        behind = [self._is_behind(text[: match.start()]) for match in self.pattern.finditer(text)]
        return bool(behind) and not any(behind)

    def _is_behind(self, before: str) -> bool:
        last = before.split()[-1:] if before[-1:].isspace() else []
        return not self.not_behind.isdisjoint(last)


def _forms(name: str, texts: Sequence[str]) -> list[_Form]:
    """``name`` and what else ``texts`` call the same."""
    found: list[_Form] = []
    for form in dict.fromkeys([name, *_called(name, texts)]):
        words = _core(form)
        if not words:
            continue
        found += [_Form(_whole(form.split())), _Form(_whole(words))]
        if _is_person(words):
            surname = words[-1] if words[-1][0].isupper() else words[-1].capitalize()
            others = _first_names() - {words[0].capitalize()}
            found.append(_Form(re.compile(rf"(?<!\w){re.escape(surname)}(?:['’]s|s)?(?!\w)"), others))
        elif words[-1].lower() in _bodies():
            ends = [words[first:] for first in range(1, len(words)) if _is_only(words, words[first:], texts)]
            found += [_Form(_whole(end)) for end in ends if len(end) > 1]
            found += [_Form(re.compile(rf"(?<!\w)[Tt]he\s+(?i:{re.escape(end[0])})(?!\w)")) for end in ends[-1:]
                      if len(end) == 1]
    return found


def _core(name: str) -> list[str]:
    """The words of a name without titles and legal forms; of one that is nothing else, none."""
    words = name.split()
    filler = groups("chronology", "words")["name-filler"]
    while words and words[0].lower() in filler:
        words.pop(0)
    while words and words[-1].lower() in filler:
        words.pop()
    return words


def _called(name: str, texts: Sequence[str]) -> list[str]:
    """What else ``name`` is called: what is known for the same, the short name that a text gives it in brackets, and
    the long name before that."""
    found = [other for names in _same_names() if name in names or name.casefold() == names[0] for other in names]
    core = " ".join(_core(name)).casefold()
    for match in (match for text in texts for match in _LONG_NAME.finditer(text)):
        short = match["term"] or match["initials"]
        long = _spelt(match["name"].replace(",", " ").split(), match["initials"] or "")
        whole = " ".join(_core(long)).casefold()
        if core in (short.casefold(), whole) or (" " in core and whole.endswith(f" {core}")):
            found += [short, long]
    return found


def _spelt(words: Sequence[str], initials: str) -> str:
    """The last of ``words`` whose capitals are these ``initials``; all of them where none are."""
    for first in range(len(words) - 1, -1, -1):
        if initials and "".join(word[0] for word in words[first:] if word[0].isupper()) == initials:
            return " ".join(words[first:])
    return " ".join(words)


def _whole(words: Sequence[str]) -> re.Pattern[str]:
    """The words whole: of a name of a body or thing one other word may stand between two ("iTunes Music Store"), of a
    person's another name or its first letter."""
    between = r"\s+(?:(?-i:[A-Z])[\w.'’-]*\s+)?" if _is_person(words) else r"\s+(?:[\w-]+\s+)?"
    text = between.join(map(re.escape, words))
    if len(words) == 2 and any(character.isdigit() for character in "".join(words)):
        text += rf"|{re.escape(words[1])}\s+{re.escape(words[0])}"
    exact = len(" ".join(words)) <= _LONGEST_EXACT
    if exact and text.islower():
        text += f"|{text.upper()}|{text.capitalize()}"
    return re.compile(rf"(?<!\w)(?:{text})(?:['’]s|s)?(?!\w)", re.NOFLAG if exact else re.IGNORECASE)


def _is_person(words: Sequence[str]) -> bool:
    """Two to four words as people's names have them, the last of which names no kind of body; in small letters only
    behind a first name."""
    shaped = all(re.fullmatch(r"[A-Z]\.|[^\W\d_][^\W\d_’'-]*[a-z][^\W\d_’'-]*", word) for word in words)
    written = words[0][0].isupper() and words[-1][0].isupper()
    typed = words[0].capitalize() in _first_names() and " ".join(words).islower()
    return 2 <= len(words) <= 4 and shaped and (written or typed) and words[-1].lower() not in _bodies()


def _is_only(words: Sequence[str], end: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the last words of a name ("the trust") are the ``end`` of no other name in ``texts``."""
    named = re.compile(rf"([A-Z][\w&.'’-]*)\s+(?:(?:{_LINKS})\s+)?(?i:{_joined(end)})(?!\w)")
    own = {"the", *(word.casefold() for word in words)}
    return all(match[1].casefold() in own for text in texts for match in named.finditer(text))


def _joined(words: Sequence[str]) -> str:
    return r"\s+".join(map(re.escape, words))


@cache
def _bodies() -> frozenset[str]:
    """The words that name a kind of body, in small letters."""
    return frozenset(word.lower() for word in groups("events", "people")["organisation"])


@cache
def _first_names() -> frozenset[str]:
    return frozenset().union(*groups("events", "first_names").values())


@cache
def _same_names() -> tuple[tuple[str, ...], ...]:
    lines = (line.partition(": ") for line in entries("chronology", "same_names.txt"))
    return tuple((name, *others.split(" | ")) for name, _, others in lines)


def _unaccented(text: str) -> str:
    """``text`` without the marks above and below its letters."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))

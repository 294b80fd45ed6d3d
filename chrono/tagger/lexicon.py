"""A language's words of time: which categories a word belongs to and what it means in each."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from .pattern import BREAK, SPACE, UNKNOWN, WORD, Alphabet, Categories
from .phrases import Phrases

LANGUAGES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "languages")
"""Where the languages' folders are. Found with ``os``: to import ``pathlib`` or ``importlib.resources`` would take a
first call as long as to read all rules."""


@lru_cache(maxsize=32)
def load_table(language: str, name: str) -> dict[str, Any]:
    """The data file ``name`` of the language's folder, read as TOML once; not to be changed."""
    with open(os.path.join(LANGUAGES, language, name), "rb") as file:
        return tomllib.load(file)


LONG = 10
"""A number of so many figures and more is only that."""


def number_senses(digits: str) -> dict[str, Any]:
    """What a run of ASCII digits can be: a count, an hour, a day of the month, a year …, each with its value."""
    length, value = len(digits), int(digits) if len(digits) < 16 else 0
    senses: dict[str, Any] = {"int": digits}
    if length < LONG:
        senses[f"d{length}"] = digits
        senses["num"] = value
    if length <= 2:
        if 1 <= value <= 31:
            senses["day-number"] = value
        if 1 <= value <= 12:
            senses["month-number"] = value
            senses["hour12"] = value
        if value <= 24:
            senses["hour"] = value
    if length == 2 and value < 60:
        senses["minute"] = value
    if length == 4 and 1000 <= value < 2200:
        senses["year"] = value
    if length == 4 and value < 2400 and value % 100 < 60:
        senses["hhmm"] = digits
    if length == 3 and value >= 100 and value % 100 < 60:
        senses["hmm"] = digits
    return senses


def names_of(language: str) -> dict[str, list[tuple[str, str]]]:
    """The names of holidays and countries, each with the key it stands for, by category."""
    holidays = load_table(language, "holidays.toml").items()
    countries = load_table(language, "countries.toml").items()
    return {"holiday": [(word, key) for key, entry in holidays for word in entry["words"]],
            "country": [(word, code) for code, words in countries for word in words]}


RUN_TOGETHER = re.compile(r"[A-Z]{2,3}(?=[A-Z][a-z])")
"""A country's capitals run together with the word after them, as in "USThanksgiving"."""

SAMPLED = 30
"""Among the numbers of three or four figures, each kind of senses is met in steps of this size."""

def _numbers() -> Iterator[Collection[str]]:
    """Every set of senses that a number can have."""
    for width in range(1, LONG + 1):
        for value in range(0, min(10**width, 10_000), 1 if width <= 2 else SAMPLED):
            yield number_senses(str(value).zfill(width))


WHOLE = ("month-name", "month-ambiguous", "weekday", "season", "part", "today")
"""Words of these categories are not shortened: a full stop behind one ends the sentence."""

SIGNS = ".,"
"""Signs that stand in every text."""

KEPT = 50_000
"""How many different words of texts a lexicon remembers."""


V = TypeVar("V")


class _Met(dict[str, V]):
    """What is known of every token met so far; what is new is looked up, but for words in small letters: those of the
    lexicon are ``known``, and all others are ``unknown``."""

    def __init__(self, known: Mapping[str, V], unknown: V, look_up: Callable[[str], V]) -> None:
        super().__init__(known)
        self._known, self._unknown, self._look_up = known, unknown, look_up

    def __missing__(self, word: str) -> V:
        if len(self) > KEPT:
            self.clear()
            self.update(self._known)
            return self[word]
        value = self[word] = self._unknown if word.islower() and word.isalpha() else self._look_up(word)
        return value


class Lexicon:
    """The words of one language with their senses, and the character that stands for each set of categories."""

    def __init__(self, language: str, classes: Collection[Categories], made: Iterable[Categories]) -> None:
        """``classes`` are the categories that rules ask for together, ``made`` the sets of categories they make."""
        self.senses: dict[str, dict[str, Any]] = {}
        for category, words in load_table(language, "lexicon.toml").items():
            for word, value in words.items():
                self.senses.setdefault(word, {})[category] = value
        phrases = {word for word in self.senses if " " in word}
        for category, names in names_of(language).items():
            for word, value in names:
                self.senses.setdefault(word, {})[category] = value
                if not word.isalpha():
                    phrases.add(word)
        self.phrases = Phrases(phrases)
        settings = load_table(language, "settings.toml")
        self.relations: dict[str, str] = settings["relations"]
        self.leads = frozenset((*self.relations, *settings["leads"]))
        self.name_heads = frozenset(settings["name-heads"])
        for word in self.relations:
            self.senses.setdefault(word, {})["relation"] = self.relations[word]
        for category in dict.fromkeys(name for names in classes for name in names if name[0] == WORD):
            word = category.removeprefix(WORD)
            self.senses.setdefault(word, {})[category] = word
        for word, senses in list(self.senses.items()):
            lower = self.senses.get(word.lower())
            if lower is not None and lower is not senses:
                self.senses[word] = {**lower, **senses}
        wanted = set(settings["trigger-categories"])
        self.triggers = {word.lower() for word, senses in self.senses.items() if not wanted.isdisjoint(senses)}
        self.triggers.update(settings["trigger-words"])
        self.triggers = self.phrases.triggers(self.triggers)
        self.alphabet = Alphabet(classes, [("edge",), ("joined-country",), *made, *_numbers(), *self.senses.values()])
        self.edge = self.alphabet.code(("edge",))
        self.joined_country = self.alphabet.code(("joined-country",))
        self.codes = {word: self.alphabet.code(senses) for word, senses in self.senses.items()}
        words = [*load_table(language, "words.toml")["common"], *SIGNS]
        self.common = "".join({*(self.codes[word] for word in words if word in self.codes),
                               *(self.alphabet.code(number_senses(str(number))) for number in range(100))})
        """The codes of what stands in every text: common words, signs, small numbers."""
        whole, meridiem = (self.alphabet.character_class(names) for names in (WHOLE, ("meridiem",)))
        self.can_end = re.compile(f"(?:{whole}{re.escape(self.codes['.'])}|{meridiem}){SPACE}")
        """Codes with which a sentence can end: a word that is whole and a full stop, or "p.m.", and white space."""
        self.code_of = _Met(self.codes | {"": self.edge}, UNKNOWN, self._code_of)
        self.senses_of = _Met[dict[str, Any] | None](self.senses, None, self._senses_of)
        self.special = set(self.phrases.heads)

    def _code_of(self, word: str) -> str:
        """The code of a token, as it stands in a text, that is no word of the lexicon as it stands: of another word, a
        number, white space or a sign."""
        code = self.codes.get(word.lower())
        if code is not None:
            return code
        if word.isalpha():
            if word[:2].isupper() and RUN_TOGETHER.match(word):
                self.special.add(word)
            return UNKNOWN
        key = self._key(word)
        if key is not None:
            return self.codes[key]
        if word.isdigit() and word.isascii():
            return self.alphabet.code(number_senses(word))
        if word.isspace():
            return BREAK if word.count("\n") > 1 else SPACE
        return UNKNOWN

    def _senses_of(self, word: str) -> dict[str, Any] | None:
        """The senses of a token as it stands in a text; ``None`` where it has none."""
        key = self._key(word)
        if key is not None:
            return self.senses[key]
        return number_senses(word) if word.isdigit() and word.isascii() else None

    def _key(self, word: str) -> str | None:
        """The word of the lexicon that a token is, if any: as it stands, else in small letters and with a straight
        apostrophe."""
        if word in self.codes:
            return word
        key = word.lower()
        if key not in self.codes and not word.isalpha():
            key = key.replace("’", "'")
            if key not in self.codes and key[:1] in ("a", "p") and key[1:2] in (".", " "):
                key = key[0] + ".m."
        return key if key in self.codes else None

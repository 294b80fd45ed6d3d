"""A language's words of time: which categories a word belongs to and what it means in each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .pattern import Alphabet, word_category
from .phrases import Phrases

Senses = Mapping[str, Any]
"""Category → value."""


def load_table(language: str, name: str) -> dict[str, Any]:
    """The data file ``name`` of the language's folder, read as TOML."""
    return tomllib.loads(files("chrono.languages").joinpath(language, name).read_text("utf-8"))


def number_senses(digits: str) -> dict[str, Any]:
    """What a run of ASCII digits can be: a count, an hour, a day of the month, a year …, each with its value."""
    length, value = len(digits), int(digits) if len(digits) < 16 else 0
    senses: dict[str, Any] = {"int": digits, f"d{length}": digits}
    if length < 10:
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


class Lexicon:
    """The words of one language with their senses, and the character that stands for each set of categories."""

    def __init__(self, language: str, rule_words: Iterable[str], made: Iterable[Iterable[str]]) -> None:
        """``rule_words`` are the literal words of rule patterns, ``made`` the sets of categories that rules make."""
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
        for word in self.relations:
            self.senses.setdefault(word, {})["relation"] = self.relations[word]
        for word in rule_words:
            self.senses.setdefault(word, {})[word_category(word)] = word
        for word, senses in list(self.senses.items()):
            lower = self.senses.get(word.lower())
            if lower is not None and lower is not senses:
                self.senses[word] = {**lower, **senses}
        wanted = set(settings["trigger-categories"])
        self.triggers = {word.lower() for word, senses in self.senses.items() if not wanted.isdisjoint(senses)}
        self.triggers.update(settings["trigger-words"])
        self.triggers = self.phrases.triggers(self.triggers)
        self.alphabet = Alphabet()
        self.edge = self.alphabet.code(("edge",))
        self.joined_country = self.alphabet.code(("joined-country",))
        self.codes = {word: self.alphabet.code(senses) for word, senses in self.senses.items()}
        for categories in made:
            self.alphabet.code(categories)
        for width in range(1, 10):
            for value in range(min(10**width, 10000)):
                self.alphabet.code(number_senses(str(value).zfill(width)))
        self.number = lru_cache(maxsize=4096)(self._number)

    def _number(self, digits: str) -> tuple[str, Senses]:
        senses = number_senses(digits)
        return self.alphabet.code(senses), senses

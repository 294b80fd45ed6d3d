"""The words that the meaning of an expression hangs on, and the patterns around expressions, of one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .lexicon import load_table


@dataclass(frozen=True, slots=True)
class Patterns:
    """What stands around and between expressions, as regular expressions."""

    to: re.Pattern[str]
    to_or_and: re.Pattern[str]
    joined: re.Pattern[str]
    before_first: re.Pattern[str]
    either: re.Pattern[str]
    would: re.Pattern[str]
    about_month: re.Pattern[str]
    nights: re.Pattern[str]
    up_to: re.Pattern[str]
    lasting: re.Pattern[str]
    had_before: re.Pattern[str]
    down_from: re.Pattern[str]
    kind_before: re.Pattern[str]
    kind_after: re.Pattern[str]
    hour_over: re.Pattern[str]
    priced: re.Pattern[str]
    made_then: re.Pattern[str]
    dated: re.Pattern[str]
    named_day: re.Pattern[str]
    to_come_then: re.Pattern[str]
    had_been: re.Pattern[str]
    told_on: re.Pattern[str]
    reported_on: re.Pattern[str]
    starting: re.Pattern[str]
    of_the: re.Pattern[str]
    score: re.Pattern[str]
    ending: re.Pattern[str]
    listed: re.Pattern[str]
    beside: re.Pattern[str]
    compared: re.Pattern[str]
    in_all: re.Pattern[str]
    new_clause: re.Pattern[str]
    day_behind: re.Pattern[str]
    goes_on_now: re.Pattern[str]
    subject_clause: re.Pattern[str]
    introduced: re.Pattern[str]
    opens: re.Pattern[str]
    clause_over: re.Pattern[str]
    will_be: re.Pattern[str]
    will_come: re.Pattern[str]
    entry: re.Pattern[str]
    mail_line: re.Pattern[str]
    mail_header: re.Pattern[str]
    mail_quotes: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What ``words.toml`` of a language's folder tells; the file says what each list and pattern is."""

    common: frozenset[str]
    telling: frozenset[str]
    own_times: frozenset[str]
    past_windows: frozenset[str]
    future_windows: frozenset[str]
    told_windows: frozenset[str]
    opening: frozenset[str]
    before_length: frozenset[str]
    of_a_whole: frozenset[str]
    play: frozenset[str]
    business: frozenset[str]
    happens: frozenset[str]
    pairs: frozenset[str]
    of_year: frozenset[str]
    halves: dict[str, int]
    modifiers: dict[str, str]
    counts: dict[str, int]
    unit_letters: dict[str, str]
    patterns: Patterns


@lru_cache(maxsize=4)
def vocabulary(language: str = "en") -> Vocabulary:
    """The vocabulary of ``language``, read once; English where none is named, for all rules so far are English."""
    table = dict(load_table(language, "words.toml"))
    patterns = {_field(name): re.compile(pattern) for name, pattern in table.pop("patterns").items()}
    entries: dict[str, Any] = {_field(name): entry for name, entry in table.items()}
    lists = {name: frozenset(entry) for name, entry in entries.items() if isinstance(entry, list)}
    return Vocabulary(**entries | lists, patterns=Patterns(**patterns))


def _field(name: str) -> str:
    return name.replace("-", "_")

"""The words of date lines, read once from ``data/``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words and patterns, ready for use; ``weekday`` maps a name in small letters to 1 … 7.

    ``ahead`` are words that put a date in the future, ``future`` these and the nouns that do so for years."""

    published: re.Pattern[str]
    updated: re.Pattern[str]
    other: re.Pattern[str]
    held: re.Pattern[str]
    beside: frozenset[str]
    reporting: re.Pattern[str]
    ahead: re.Pattern[str]
    future: re.Pattern[str]
    limits: re.Pattern[str]
    weekdays: re.Pattern[str]
    weekday: dict[str, int]
    numbers: dict[str, int]
    gap: re.Pattern[str]
    before: re.Pattern[str]
    ago: re.Pattern[str]
    copyright: re.Pattern[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The English words; other languages write their date lines with the same labels or with none."""
    table = tomllib.loads(files(__package__).joinpath("data", "en.toml").read_text("utf-8"))
    weekday = {name: number for number, names in enumerate(table["weekdays"], 1) for name in names}
    return Words(
        published=_label(table["published"]),
        updated=_label(table["updated"]),
        other=_label(table["other"]),
        held=_label(table["held"]),
        beside=frozenset(table["beside"]),
        reporting=_any(table["reporting"]),
        ahead=re.compile(_any(table["ahead"]).pattern),
        future=re.compile(_any(table["ahead"] + table["prospects"]).pattern),
        limits=re.compile(table["limits"], re.IGNORECASE),
        weekdays=_any(sorted(weekday, key=len, reverse=True)),
        weekday=weekday,
        numbers={name: number for number, name in enumerate(table["numbers"])},
        gap=re.compile(table["gap"], re.IGNORECASE),
        before=re.compile(table["before"]),
        ago=re.compile(table["ago"], re.IGNORECASE),
        copyright=re.compile(table["copyright"], re.IGNORECASE),
    )


def _any(names: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)


def _label(names: list[str]) -> re.Pattern[str]:
    """A label at the start of a line, or after a name and a stroke ("By Jane Doe | Updated …")."""
    listed = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?:^|[|•·/(;,–—-])\W*(?:{listed})\b\W*(?:at|on)?\b[^|•·\n]*$", re.IGNORECASE)

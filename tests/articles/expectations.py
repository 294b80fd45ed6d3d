"""The articles and the rows that a careful reader wrote from each alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Expected:
    """One true row of an article: any of its dates, states and triggers will do; `None` among dates is undated."""

    edtf: tuple[str | None, ...]
    status: tuple[str, ...]
    trigger: tuple[str, ...]
    words: tuple[str, ...]
    sentence: tuple[str, ...]
    relation: tuple[str, ...]
    basis: tuple[str, ...]
    must: bool

    def __str__(self) -> str:
        return f"{self.edtf[0] or 'undated'} {'/'.join(self.trigger)}: {self.sentence[0]}"


@dataclass(frozen=True, slots=True)
class NotRow:
    """A trap: no row may stand on this sentence with this word as (part of) its time expression, or, where no
    `expression` is given, with this trigger."""

    sentence: str
    trigger: str
    expression: str
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article, the day it was published (`published_given`: the one its reader is told), its true rows and traps."""

    name: str
    text: str
    published: str | None
    published_given: str | None
    place: str | None
    rows: tuple[Expected, ...]
    not_rows: tuple[NotRow, ...]


def load(folder: Path = FOLDER) -> list[Article]:
    """All articles that have an expectation (`NN-kind.json`) beside their text (`NN-kind.txt`), by name."""
    return [_article(path) for path in sorted(folder.glob("[0-9][0-9]-*.json"))]


def _article(path: Path) -> Article:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Article(
        name=path.stem,
        text=path.with_suffix(".txt").read_text(encoding="utf-8"),
        published=data["published"],
        published_given=data["published_given"],
        place=data["place"],
        rows=tuple(
            Expected(
                edtf=tuple(row["edtf"]) if isinstance(row["edtf"], list) else (row["edtf"],),
                must=row["must"],
                **{
                    key: _several(row.get(key))
                    for key in ("status", "trigger", "words", "sentence", "relation", "basis")
                },
            )
            for row in data["rows"]
        ),
        not_rows=tuple(
            NotRow(row["sentence"], row.get("trigger", ""), row.get("expression", ""), row["why"])
            for row in data["not_rows"]
        ),
    )


def _several(value: str | list[str] | None) -> tuple[str, ...]:
    return tuple([value] if isinstance(value, str) else value or ())

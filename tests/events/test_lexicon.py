"""The data files."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from chrono.events import lexicon
from chrono.places import country_of, lookup, places

NAMED = ["clauses", "contractions", "grammar", "people", "predicates", "reporting_verbs", "status_cues", "verbs"]


@pytest.mark.parametrize("name", NAMED)
def test_every_group_has_words_and_is_used(name: str) -> None:
    groups = lexicon.groups(name)
    assert groups and all(groups.values())
    folder = Path(lexicon.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    built = {"male-pronoun", "female-pronoun", "am"} | {group for group in groups if group.startswith("same-")}
    assert [group for group in groups if f'"{group}"' not in code and group not in built] == []


def test_nouns_have_probabilities() -> None:
    scores = lexicon.noun_scores()
    assert scores["earthquake"] > 0.9 > scores["statement"] and scores.get("table", 0.0) < 0.1
    assert all(0 <= score <= 1 for score in scores.values())


PLACES = [
    ("Seoul", "capital", "South Korea"),
    ("French", "demonym", "France"),
    ("Texas", "region", "United States"),
    ("U.S.", "country", "United States"),
    ("Asia", "continent", ""),
    ("the Netherlands", "country", "The Netherlands"),
]


@pytest.mark.parametrize(("name", "kind", "country"), PLACES)
def test_places(name: str, kind: str, country: str) -> None:
    place = lookup(name)
    assert place is not None
    assert (place.kind, place.country) == (kind, country)
    assert country_of(name) == country


def test_unknown_and_ambiguous_places() -> None:
    assert lookup("Nowhereville") is None
    assert country_of("Nowhereville") == ""
    nice = lookup("Nice")
    assert nice is not None and nice.ambiguous


def test_the_gazetteer_is_small() -> None:
    data = files("chrono.places") / "data"
    size = sum(len((data / name).read_bytes()) for name in ("gazetteer.tsv", "places.txt"))
    assert size < 1_000_000
    assert len(places()) > 3000

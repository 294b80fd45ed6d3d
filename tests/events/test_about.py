"""Events about a named one."""

from __future__ import annotations

import pytest

from chrono.documents import Document
from chrono.events import about_names
from chrono.events.about import Wanted

from .build import events

FORMS = [
    ("Maria Lopez", "Lopez resigned", True),
    ("Maria Lopez", "Lopezville grew", False),
    ("Acme Corp", "Acme sold a plant", True),
    ("Acme Store", "The Acme Music Store opened", True),
    ("Vega 3", "The 3 Vega satellites", True),
    ("Vega 3", "Vega 4 was launched", False),
    ("Lima", "He likes climate", False),
]


@pytest.mark.parametrize(("name", "text", "expected"), FORMS)
def test_forms_of_a_name(name: str, text: str, expected: bool) -> None:
    assert Wanted([name], [text]).is_in(text) is expected


def test_initials_that_the_text_introduces() -> None:
    text = "The Bay Area Trust (BAT) was founded in 1990."
    assert Wanted(["Bay Area Trust"], [text]).is_in("BAT bought land")


def test_all_that_the_named_one_does_is_a_row() -> None:
    text = "Maria Lopez has two sons. She resigned in 2020. The weather was bad in 2021."
    found = events(text, "2024-05-15", about=("Maria Lopez",))
    kept = about_names(found, [Document(text)], ["Maria Lopez"])
    assert [event.predicate for event in kept] == ["have", "resign"]
    assert "have" not in [event.predicate for event in events(text, "2024-05-15")]


def test_a_possessive_mark_is_no_part_of_a_name() -> None:
    (event,) = events("Averra's coast guard has seized 14 boats since 2018.", "2024-05-15")
    assert event.who == ("Averra",)

"""Clauses a reader understands without the article."""

from __future__ import annotations

import pytest

from chrono.events.wording import past

from .build import events

DAY = "2024-05-15"

FORMS = [
    ("walk", "walked"),
    ("bake", "baked"),
    ("carry", "carried"),
    ("play", "played"),
    ("stop", "stopped"),
    ("go", "went"),
    ("fix", "fixed"),
    ("withdraw", "withdrew"),
]


@pytest.mark.parametrize(("lemma", "form"), FORMS)
def test_past(lemma: str, form: str) -> None:
    assert past(lemma) == form


CLAUSES = [
    # the time and what is said beside are left out
    ("Yesterday, the court, which sits in Lyon, rejected the appeal.", "The court rejected the appeal"),
    # a relative clause is told of the noun it describes
    ("The bridge, which collapsed in 2018, was famous.", "The bridge collapsed"),
    # a participle is made finite
    ("Chile and Peru signed the treaty, ending the war in 1883.", "Chile and Peru ended the war"),
    # a pronoun is resolved
    ("Angela Merkel grew up in Templin. She became chancellor in 2005.", "Angela Merkel became chancellor"),
    # the two sides are named
    ("France and Mali held talks. The two countries signed a pact in 2014.", "France and Mali signed a pact"),
    # a planned meeting is told as a plan
    ("Joan Ruiz was set to meet the governor on 20 May 2024.", "Joan Ruiz to meet the governor"),
    # an event noun is told with its complements
    ("They discussed Anna Berg's planned trip to Oslo in June 2024.", "Anna Berg's planned trip to Oslo"),
]


@pytest.mark.parametrize(("text", "clause"), CLAUSES, ids=[clause for _, clause in CLAUSES])
def test_clauses(text: str, clause: str) -> None:
    assert clause in [event.clause for event in events(text, DAY)]


def test_who_and_where() -> None:
    (event,) = events("President Emmanuel Macron met Olaf Scholz in Berlin on 3 May 2024.", DAY)
    assert event.who == ("Emmanuel Macron", "Olaf Scholz")
    assert event.where == ("Berlin",)

"""Rows of a story that goes on at a date told before."""

from __future__ import annotations

import pytest

from .build import events

GOES_ON = [
    # (text, trigger, date) — the document's day is Wednesday, 15 May 2024
    ("Rebels shelled the port on Saturday. Crews put out fires. Officials closed the road.", "closed", "2024-05-11"),
    ("On Saturday it hailed. They shared a tin of soup.", "shared", "2024-05-11"),
    ("The mayor resigned on Sunday.\n\nIt rained.\n\nHer deputy handed over the keys.", "handed", "2024-05-12"),
    # Behind an hour that only bounds what was told, and as long as the story goes on
    ("The rebels were beaten off before noon on Saturday. Two men surrendered.", "surrendered", "2024-05-11"),
    ("On Saturday it snowed. They ate. He slept. She lit a fire. It rained. They left the hut.", "left", "2024-05-11"),
    # Behind "That was …", past what lay before the story; of a thing told before
    ("That was on 3 May. The crew had been ill since April. She rang the office.", "rang", "2024-05-03"),
    ("A boat left on Saturday. It sank.", "sank", "2024-05-11"),
    # An act in words, and one beside a date that only says which thing is meant
    ("The mayor fell ill on Sunday.\n\nIt rained.\n\nAides asked her to rest.", "asked", "2024-05-12"),
    ("The mayor fell ill on Sunday.\n\nIt rained.\n\nMinisters called on her to go.", "called", "2024-05-12"),
    ("The mayor fell ill on Sunday.\n\nIt rained.\n\nShe blamed a pie that she ate in April.", "blamed", "2024-05-12"),
    # In a clause of its own behind a mark, or behind "when"
    ("On Saturday the crew woke late. She called the harbour; the radio broke.", "broke", "2024-05-11"),
    ("On Saturday the wall cracked. When a girl was hurt, the school closed.", "closed", "2024-05-11"),
    ("On Saturday the wall cracked. When a girl was hurt, the school closed.", "hurt", "2024-05-11"),
]
DOES_NOT = [
    # Another time, someone who speaks, a state, a denial, a month
    ("She was born on 2 March 1916 in Ulm. Her father was sent to sea when she was nine.", "sent"),
    ("Rebels shelled the port on Saturday. I heard the blast.", "heard"),
    ("Rebels shelled the port on Saturday. It rained.", "rained"),
    ("Rebels shelled the port on Saturday. The army denied it.", "denied"),
    ("Rebels shelled the port on Saturday. Ships never came again.", "came"),
    ("The mayor fell ill on Sunday.\n\nIt rained.\n\nShe asked what it was.", "asked"),
    ("The mill opened in May 1961. Workers built a bridge.", "built"),
    # A new paragraph behind an older date, or of what no one did
    ("The mayor resigned on Sunday.\n\nThe strike began on 3 April.\n\nHer deputy handed over the keys.", "handed"),
    ("The mayor resigned on Sunday.\n\nIt rained.\n\nRelations soured.", "soured"),
]
"""Texts and triggers that take no date from the story before them."""


@pytest.mark.parametrize(("text", "trigger", "day"), GOES_ON)
def test_a_story_goes_on(text: str, trigger: str, day: str) -> None:
    event = next(event for event in events(text) if event.trigger == trigger)
    assert event.basis == "implied"
    assert event.span is not None and event.span.first is not None
    assert event.timex == day


@pytest.mark.parametrize(("text", "trigger"), DOES_NOT)
def test_what_tells_of_another_time(text: str, trigger: str) -> None:
    assert not [event for event in events(text) if event.trigger == trigger and event.rule == "events.continuing"]


def test_what_is_told_behind_and_in_a_clause_of_a_day() -> None:
    text = (
        "His plan became hopeless on Friday, when four clerks walked out and the yard chief, Captain Carl Boon, "
        "refused a bid to buy it, two aides said."
    )
    assert ("refused", "2024-05-10") in [(event.trigger, event.timex) for event in events(text)]

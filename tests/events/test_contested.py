"""What is denied or alleged has an undated row that says so."""

from __future__ import annotations

import pytest

from .build import events

TOLD = [
    ("A clerk denied that the plan had been dropped.", "The plan had been dropped", "denied"),
    ("The mayor denied a radio report that the pilot had failed a test.", "The pilot had failed a test", "denied"),
    ("Her rivals alleged that the party had bought votes.", "The party had bought votes", "claimed"),
    ("She denied that the board was preparing a sale.", "The board was preparing a sale", "denied"),
    ("The clerk denied that he had told anyone to burn it.", "He had told anyone to burn it", "denied"),
    ("The nurse denied hiding any letters.", "The nurse hid any letters", "denied"),
]


@pytest.mark.parametrize(("text", "clause", "status"), TOLD, ids=[text for text, *_ in TOLD])
def test_told(text: str, clause: str, status: str) -> None:
    assert (clause, status, None) in [(event.clause, event.status, event.span) for event in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm did not deny that it had sold the data.",
        "The police denied that any such call took place.",
        "The office denied that it knew of the leak.",
        "A report that the club had published was long.",
    ],
)
def test_not_told(text: str) -> None:
    assert not [event for event in events(text) if event.status in ("denied", "claimed")]

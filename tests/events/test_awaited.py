"""What was to be is planned, whether or not it came; whom "they" and "it" stand for in what is said."""

from __future__ import annotations

import pytest

from .build import dates, events

ROWS = [
    # text, (date, status, clause) of each row
    (
        "It was due to open in 2016, then in 2018.",
        [("2016", "planned", "It was due to open"), ("2018", "planned", "It was due to open")],
    ),
    ("They were supposed to open the bridge in June 2020.", [("2020-06", "planned", "They were supposed to open")]),
    ("The talks were expected to begin in 2010.", [("2010", "planned", "The talks were expected to begin")]),
    (
        "Observers from the union, who arrived on Monday, said they would issue a statement on Friday.",
        [
            ("2024-05-13", "happened", "Observers from the union arrived"),
            ("2024-05-17", "planned", "Observers from the union would issue"),
        ],
    ),
    (
        'Ruth Amory said the new lock had not been dug. "It was due to open in 2016," she said.',
        [("2016", "planned", "The new lock was due to open")],
    ),
    (
        "The theatre cancelled ten shows on Monday as ushers began a strike in one of the coldest weeks of the season.",
        [
            ("2024-05-13", "happened", "The theatre cancelled ten shows"),
            ("2024-05-13", "happened", "Ushers began a strike in one of the coldest weeks of the season"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = events(text)
    assert [(date, event.status) for date, event in zip(dates(found), found, strict=True)] == [
        (date, status) for date, status, _ in expected
    ]
    for event, (_, _, clause) in zip(found, expected, strict=True):
        assert event.clause.startswith(clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ruiz has promised to release every tape.", "Ruiz has promised to release every tape"),
        ("The new owners plan to sell the ground.", "The new owners plan to sell the ground"),
        ("The navy is to lend two pumps.", "The navy is to lend two pumps"),
        ("The board said it would not sell the hall and would build a shed.", "The board would build a shed"),
        ("The board said it would send six boats.", "The board would send six boats"),
        ("Aides said the talks would go on for a week.", "The talks would go on for a week"),
    ],
)
def test_what_someone_undertakes_is_planned(text: str, clause: str) -> None:
    assert [(event.clause, event.status, event.span) for event in events(text)] == [(clause, "planned", None)]


@pytest.mark.parametrize("text", ["They never plan to win.", "They plan to be rich."])
def test_no_plan(text: str) -> None:
    assert not [event for event in events(text) if event.status == "planned"]


def test_what_is_done_at_a_dated_meeting_is_done_then() -> None:
    found = events("Berg said she would quit as a trustee at the spring assembly on May 30.")
    assert ("2024-05-30", "planned") in [
        (date, event.status) for date, event in zip(dates(found), found, strict=True) if event.trigger == "quit"
    ]

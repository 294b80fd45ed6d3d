"""A dated happening that bounds something else, or with which a figure is compared, has a row of its own."""

from __future__ import annotations

import pytest

from .build import dates, events

NAMED = [
    ("Ms. Falk takes over until the annual meeting on 27 June.", ("2024-06-27", "The annual meeting", "planned")),
    ("The pact must be signed before the elections on 3 June.", ("2024-06-03", "The elections", "planned")),
    (
        "Attendance was 61 percent, up from 52 percent in the first session on April 19.",
        ("2024-04-19", "The first session", "happened"),
    ),
]


@pytest.mark.parametrize(("text", "row"), NAMED, ids=[text for text, _ in NAMED])
def test_named(text: str, row: tuple[str, str, str]) -> None:
    found = events(text)
    assert row in [(date, event.clause, event.status) for date, event in zip(dates(found), found, strict=True)]


@pytest.mark.parametrize(
    "text",
    ["He ran it until its closure in 1998.", "The lowest tides come before the floods each spring."],
)
def test_not_named(text: str) -> None:
    assert not {"closure", "flood"} & {event.predicate for event in events(text)}


def test_before_a_dated_happening_is_before_its_day() -> None:
    found = events("The pact must be signed before the elections on 3 June.")
    assert [event.relation for event in found if event.predicate == "sign"] == ["before"]

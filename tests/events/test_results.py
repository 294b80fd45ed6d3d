"""What something did by the way, told by a participle behind a comma, happened then."""

from __future__ import annotations

import pytest

from .build import dates, events

RESULTS = [
    (
        "A tanker hit a rock on Tuesday, forcing sailors into boats and spilling oil into the bay.",
        ("2024-05-14", "A tanker spilled oil into the bay"),
    ),
    ("In March 2022 a cable fault halted trams for 12 days, idling two depots.", ("2022-03", "A cable fault idled")),
    ("A bomb went off on Monday, killing three people.", ("2024-05-13", "A bomb killed three people")),
    ("A storm on Monday sparked a fire that killed three people.", ("2024-05-13", "A fire killed three people")),
    ("A bomb that killed six exploded in the market on Tuesday.", ("2024-05-14", "A bomb killed six")),
    ("On 11 April 2011 a dike failed, releasing silt that buried the beds.", ("2011-04-11", "Silt buried the beds")),
]
NONE = [
    "Walking home on Monday, killing time, he fell.",
    "The union may call a strike on Friday, closing the port.",
    "A bomb went off on Monday, not killing anyone.",
    "He was jailed on Monday for the fire that killed three.",
    "The man who killed six was jailed on Monday.",
]


@pytest.mark.parametrize(("text", "row"), RESULTS, ids=[text for text, _ in RESULTS])
def test_results(text: str, row: tuple[str, str]) -> None:
    found = events(text)
    assert row in [(date, event.clause[: len(row[1])]) for date, event in zip(dates(found), found, strict=True)]


@pytest.mark.parametrize("text", NONE)
def test_no_result(text: str) -> None:
    assert not {"kill", "close"} & {event.predicate for event in events(text) if event.status == "happened"}

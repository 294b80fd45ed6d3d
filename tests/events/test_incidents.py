"""What police and rescuers did further down in a news story is of its day, while no older date is told."""

from __future__ import annotations

import pytest

from .build import dates, events

OPENING = "A ferry struck a pier in Hull on Tuesday. The crew called for help at noon. It was raining hard. "

OF_THE_DAY = [
    ("Nine people were treated for cuts.", "Nine people were treated for cuts"),
    ("Police arrested the mate.", "Police arrested the mate"),
    ("The safety board sent three divers.", "The safety board sent three divers"),
    ("Police evacuated a hotel and closed the quay.", "Police closed the quay"),
]
ELSEWHERE = [
    "The ferry had a new captain.",
    "In 2003 a sister ship sank. Forty people were rescued.",
    "No one was killed.",
    "Two men treated",
]


@pytest.mark.parametrize(("text", "clause"), OF_THE_DAY, ids=[text for text, _ in OF_THE_DAY])
def test_of_the_day(text: str, clause: str) -> None:
    found = events(OPENING + text)
    assert (dates(found)[-1], found[-1].clause) == ("2024-05-14", clause)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_not_dated_by_the_story(text: str) -> None:
    found = [event for event in events(OPENING + text) if event.rule == "events.lead"]
    assert all(event.sentence_end <= len(OPENING) for event in found)


def test_what_officials_say_in_the_lead_is_of_the_day() -> None:
    found = events("Police said a man was killed in Hull. It rained.")
    assert dates(found)[0] == "2024-05-15" and found[0].clause == "A man was killed in Hull"
    assert found[-1].clause == "It rained"


PERFECT = [
    ("The chairman of the harbour board has resigned. It rained.", ["2024-05-15"]),
    ("The chairman has often resigned.", []),
    ("The town has grown.", []),
    ("It rained. The chairman has resigned.", ["../2024-05-15"]),
    ("It rained. The chairman has often resigned.", []),
    ("It rained. No chairman has resigned.", []),
    ("It rained. It snowed. Talks began with the chairman, who has resigned.", ["../2024-05-15"]),
    ("It rained. The chairman has resigned before.", []),
    ("It rained. “The chairman has resigned,” she said.", []),
    ("It rained. The chairman has not resigned.", []),
]


@pytest.mark.parametrize(("text", "expected"), PERFECT, ids=[text for text, _ in PERFECT])
def test_the_first_sentence_tells_its_news_in_the_perfect(text: str, expected: list[str]) -> None:
    found = [event for event in events(text) if event.predicate in ("resign", "grow")]
    assert dates(found) == expected


def test_the_day_of_a_clause_is_that_of_the_lead() -> None:
    found = events("A train hit a tree that a slide had moved on Monday.")
    assert dates(found) == ["2024-05-13", "2024-05-13"]


def test_a_survey_that_showed_it_is_no_happening() -> None:
    found = events("Output rose in April at its fastest pace in a year, a poll showed on Monday, adding to worries.")
    assert [(event.trigger, day) for event, day in zip(found, dates(found), strict=True)] == [("rose", "2024-04")]


@pytest.mark.parametrize(
    "text",
    [
        "The dam burst because its wall was weak, an inquiry has found.",
        "The ferry capsized because its doors were open, the safety board concludes in a report.",
    ],
)
def test_what_a_report_looks_back_on_is_not_of_its_day(text: str) -> None:
    found = [event for event in events(text) if event.trigger in ("burst", "capsized")]
    assert [event.span for event in found] == [None]

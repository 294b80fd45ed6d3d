"""What is decided at a past time, and what happened at a time that is only vaguely told: no date of the article's."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"
WEEK = "2024-05-06/2024-05-12"
DECIDED = [
    ("The council voted to close the bridge on Monday.", [("2024-05-13", "The council voted to close the bridge")]),
    ("Acme agreed to buy Calder Mills in March.", [("2024-03", "Acme agreed to buy Calder Mills")]),
    ("The firm refused to pay the fine in 2012.", [("2012", "The firm refused to pay the fine")]),
    ("Parliament failed to agree on a budget last week.", [(WEEK, "Parliament failed to agree on a budget")]),
    ("He became the first man to cross the lake in 1912.", [("1912", "He became the first man to cross the lake")]),
    ("Acme planned to open the mine in 2019.", [("2019", "Acme planned to open the mine")]),
    ("In 2016 Britain voted to leave the bloc in 2019.",
     [("2016", "Britain voted to leave the bloc"), ("2019", "Britain to leave the bloc")]),
    ("The council decided last week to close the school in July.",
     [(WEEK, "The council decided to close the school"), ("2024-07", "The council to close the school")]),
    ("Acme agreed to buy Calder Mills in June.",
     [("2024-05-15", "Acme agreed to buy Calder Mills"), ("2024-06", "Acme to buy Calder Mills")]),
]


@pytest.mark.parametrize(("text", "rows"), DECIDED)
def test_a_past_time_behind_an_infinitive_is_that_of_its_verb(text: str, rows: list[tuple[str, str]]) -> None:
    found = events(text, DAY)
    assert sorted(zip(dates(found), [event.clause for event in found], strict=True)) == rows


@pytest.mark.parametrize("text", [
    "Police recently arrested two men.", "Police arrested two men in recent weeks.", "In the past, mills were built.",
    "Two men were recently freed, police said on Monday.", "The firm agreed to pay a fine in recent weeks.",
])
def test_a_vague_past_is_not_the_day_of_the_article(text: str) -> None:
    found = [event for event in events(text, DAY) if event.predicate != "say"]
    assert dates(found) == [""] and found[0].expression is not None
    assert found[0].status == "happened"


def test_what_is_joined_to_a_vague_past_is_as_vague() -> None:
    assert dates(events("He recently left the club and joined Leeds.", DAY)) == ["", ""]


TOLD_PAST = [
    ("The talks ended without a deal on Thursday.", [("2024-05-09", "The talks ended without a deal")]),
    ("The hospital was due to open on Sunday.", [("2024-05-19", "The hospital was due to open")]),
    ("In 2009 he was elected mayor.", [("2009", "He was elected mayor")]),
    ("After the war ended in 1945, he returned home.", [("1945", "The war ended"), ("1945/..", "He returned home")]),
    ("A year after the fire, the mill was rebuilt.", [("", "The mill was rebuilt")]),
    ("In the following weeks, hundreds fled.", [("", "Hundreds fled")]),
    ("Four years earlier, in 1996, he had lost his seat.", [("1996", "He had lost his seat")]),
    ("Lawmakers will debate the bill on Thursday.", [("2024-05-16", "Lawmakers will debate the bill")]),
    ("King Alfred died in 899.", [("", "King Alfred died in 899")]),
    ("Police arrested 30 people in 12 cities.", [("2024-05-15", "Police arrested 30 people in 12 cities")]),
]


@pytest.mark.parametrize(("text", "rows"), TOLD_PAST)
def test_the_day_of_the_article_dates_only_what_is_told_as_its_news(text: str, rows: list[tuple[str, str]]) -> None:
    found = events(text, DAY)
    assert sorted(zip(dates(found), [event.clause for event in found], strict=True)) == rows

"""Whose verb it is where nouns and verbs stand side by side, as whole sentences to rows."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, the (edtf, clause) that must be among the rows
    (
        "Ida Roth was a pilot. Born in 1931 in Leeds, the daughter of a tailor, she left school at 14.",
        ("1931", "Ida Roth was born in Leeds"),
    ),
    (
        "Two trucks were stopped, and a third, carrying timber, was sent to Ghent on 3 May 2024.",
        ("2024-05-03", "A third was sent to Ghent"),
    ),
    (
        "Harlow reported last month that net income fell 12 percent in the first quarter.",
        ("2024-04", "Harlow reported that net income fell 12 percent"),
    ),
    ("The Canal Act passed in 2017 remains without effect.", ("2017", "The Canal Act was passed")),
    (
        "Six miners, among them two brothers, were killed when a roof fell in on 7 May 2024.",
        ("2024-05-07", "Six miners were killed"),
    ),
    (
        "Rovers took the lead through Ana Costa, signed from Braga in January 2024.",
        ("2024-01", "Ana Costa was signed from Braga"),
    ),
    (
        "The firm agreed on 2 May 2024 to buy Calder Mills for $1.4 billion in cash, ending months of talks.",
        ("2024-05-02", "The firm agreed to buy Calder Mills for $1.4 billion in cash"),
    ),
    (
        "The clerk was cleared on 2 May 2024 of stealing £40,000.",
        ("2024-05-02", "The clerk was cleared of stealing £40,000"),
    ),
    (
        "Roth returned on 2 May 2024 from a knee injury suffered in March.",
        ("2024-05-02", "Roth returned from a knee injury"),
    ),
    (
        "The fire revived memories of 11 September 2012, when 26 people died at a mill.",
        ("2012-09-11", "26 people died at a mill"),
    ),
    (
        "By Monday morning the water had reached the roofs.",
        ("../2024-05-13T11:59:59", "The water had reached the roofs"),
    ),
    (
        "A ferry carrying more than 120 people capsized off Crete, officials said on 6 May 2024.",
        ("2024-05-06", "A ferry capsized off Crete"),
    ),
    (
        "One man was released. Another, arrested in February 2024, was tried on 3 May 2024.",
        ("2024-05-03", "Another was tried"),
    ),
    (
        "Members will vote on it at a meeting to be held in Chicago on 20 September 2024.",
        ("2024-09-20", "Members will vote on it at a meeting to be held in Chicago"),
    ),
    (
        "The dam was authorised in 1926. Work began the next spring under Thomas Hale.",
        ("1927-21", "Work began under Thomas Hale"),
    ),
    (
        "Harrow will sell its new lens, the HX-9, from July 2024.",
        ("2024-07/..", "Harrow will sell its new lens, the HX-9"),
    ),
    (
        "The songs of six choirs were heard after the mass yesterday.",
        ("2024-05-14", "The songs of six choirs were heard after the mass"),
    ),
    (
        "Five people were hurt on 14 May 2024 near the site of Monday's fire.",
        ("2024-05-14", "Five people were hurt near the site of Monday's fire"),
    ),
    (
        "Kiev shut 72 schools. “We burned the doors on 14 May 2024. On 15 May 2024 it was the wardrobe,” she said.",
        ("2024-05-15", "It was the wardrobe"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, expected: tuple[str, str]) -> None:
    found = events(text, DAY)
    assert expected in list(zip(dates(found), (event.clause for event in found), strict=True))


def test_the_day_of_what_is_remembered_is_not_that_of_remembering() -> None:
    found = events("The fire revived memories of 11 September 2012, when 26 people died at a mill.", DAY)
    assert not [e for e in found if e.predicate == "revive" and e.expression is not None]


def test_a_text_that_opens_with_history_is_not_dated_by_its_own_day() -> None:
    found = events("The dam burst on 3 February 1934. The flood killed 61 people.", DAY)
    assert "2024-05-15" not in dates(found)


NO_ROWS = [
    # what stands in no row, and why: the text, words of a clause
    ("“She would outlive us all, we thought,” her son said on 2 May 2024.", "outlive"),  # a memory
    ("The firm will cut 40 jobs by the end of June 2024, the company said on 2 May 2024.", "company said"),
    ("The old baths, empty since 2012, are to become flats.", "become"),  # not since 2012
    ("Asked in the Commons on 2 May 2024, the minister said he had no such plans.", "sked"),
    ("Speaking in Hull on 2 May 2024, the chairman said the bank would close.", "spoke"),
    ("The firm sent an envoy on 3 May 2024. The war lasted four days.", "lasted"),
]


@pytest.mark.parametrize(("text", "words"), NO_ROWS, ids=[text for text, _ in NO_ROWS])
def test_no_row(text: str, words: str) -> None:
    assert not [event for event in events(text, DAY) if words in event.clause and event.span is not None]


def test_what_has_been_so_since_a_day_dates_nothing_else() -> None:
    found = [event for event in events("The tickets, on sale since 2 May 2024, have sold out.", DAY)
             if event.trigger == "sold"]
    assert [event.rule for event in found] == ["events.done-by"]

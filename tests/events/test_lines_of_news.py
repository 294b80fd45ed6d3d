"""Sentences as news writes them: joined clauses, comparisons, ranges, what was cleared to sail."""

from __future__ import annotations

import pytest

from .build import dates, events

ROWS = [
    # text, (date, clause) of each row
    (
        "The road will close from 8 a.m. on Oct. 1, 2025, through March 15, 2026.",
        [("2025-10-01T08:00:00/2026-03-15", "The road will close")],
    ),
    ("Wardens cleared it to open last month.", [("2024-04", "Wardens cleared it to open")]),
    (
        "The mayor claimed victory on Sunday, as clerks counted the last ballots.",
        [("2024-05-12", "The mayor claimed victory"), ("2024-05-12", "Clerks counted the last ballots")],
    ),
    ("The cooks' last walkout, in May 2015, lasted 10 days.", [("2015-05", "The cooks' last walkout lasted 10 days")]),
    ("The porters' last strike, in May 2015, lasted 9 days.", [("2015-05", "The porters' last strike lasted 9 days")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, expected: list[tuple[str, str]]) -> None:
    found = events(text)
    assert [(date, event.clause) for date, event in zip(dates(found), found, strict=True)] == expected


def test_what_a_figure_is_compared_with_dates_nothing() -> None:
    found = events("Attendance at the hearing was 61 percent, up from 52 percent in the first session on October 19.")
    assert not [event for event in found if event.clause.startswith("Attendance") and event.span is not None]


def test_a_loose_clause_behind_and_is_a_main_one() -> None:
    found = events("Nine guests were seen at a Hull clinic, and a waiter who broke a wrist was driven home.")
    assert "A waiter was driven home" in [event.clause for event in found]


CLAUSES = [
    ("The museum has a picture that thieves cut from its frame in 1987.", "Thieves cut a picture from its frame"),
    ("An appeal is due to be heard on May 18.", "An appeal is due to be heard"),
    ("Work on the new pier was completed in August 2021, nine months late.", "Work on the new pier was completed"),
    ("Schools in the district will stay closed until Wednesday.", "Schools in the district will stay closed"),
    ("The fire service lifted its warning to keep windows shut at 3 p.m. on Monday.", "The fire service lifted its"),
    (
        "Two workers were killed and nine people were hurt when a store exploded early on Monday.",
        "Two workers were killed",
    ),
    ("Tents were to be in place by Tuesday night.", "Tents were to be in place"),
    ("Cyclone Vera hit Tonga on Monday. On Tuesday it was 180 km from Apia.", "Cyclone Vera was 180 km from Apia"),
    ("Calder Bank chief executive Lars Moe resigned on Monday. He had led it since 2010.", "Lars Moe had led"),
    ("All the men arrested in May 2020 were freed.", "All the men were arrested"),
]


@pytest.mark.parametrize(("text", "words"), CLAUSES, ids=[text for text, _ in CLAUSES])
def test_clauses(text: str, words: str) -> None:
    assert words in [event.clause[: len(words)] for event in events(text)]


def test_a_day_is_not_left() -> None:
    assert [event.clause for event in events("The day that he left in 1990 was cold.")] == ["He left"]


def test_each_of_a_kind_is_no_event() -> None:
    assert not [event for event in events("Ruiz wants to print every lease signed in 2020.") if event.span]


HAPPENINGS = [
    ("A notice gave the wrong date for the fire at the Hull depot. It broke out on 3 May.", "The fire broke out"),
    ("The mayor spoke at the rally. It lasted two hours on Monday.", "The rally lasted two hours"),
    ("Correction: a brief gave the wrong day for the Lomo barge sinking. It sank on 4 May.", "The Lomo barge sank"),
    ("The car hit the wall. It broke in two on Monday.", "The car broke in two"),
]


@pytest.mark.parametrize(("text", "clause"), HAPPENINGS, ids=[text for text, _ in HAPPENINGS])
def test_it_is_what_happened(text: str, clause: str) -> None:
    assert clause in [event.clause for event in events(text)]


def test_what_one_comes_to_dates_the_coming() -> None:
    found = events("Both sides will come to a meeting on 22 May.")
    assert dates(found) == ["2024-05-22"] and found[0].predicate == "come"


def test_who_is_at_a_happening() -> None:
    found = events("Ms. Dias said she had called the two camps to a hearing at 5 p.m. on Saturday.")
    assert [event.who for event in found if event.predicate == "hearing"] == [("Dias", "the two camps")]

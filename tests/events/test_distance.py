"""How long before or after a dated event something else was tells when that was."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

COUNTED = [
    # text, date and clause of what is counted
    ("Troops fired on Friday, 18 days after the king fled.", "2024-04-22", "The king fled"),
    ("Velia recalled its envoy on Tuesday, a day after talks on the border collapsed.", "2024-05-13",
     "Talks on the border collapsed"),
    ("A chain ended the deal in March, three months after an audit found mould.", "2023-12", "An audit found mould"),
    ("A dentist was struck off on Tuesday, two years after a nurse first raised the alarm.", "2022",
     "A nurse first raised the alarm"),
    ("The deal was signed in 2015, ten years after talks began.", "2005", "Talks began"),
    ("The inn opened in May 1950, three years before the railway reached the town.", "1953",
     "The railway reached the town"),
    ("They found a boy on Tuesday evening, 60 hours after the school fell.", "2024-05-12", "The school fell"),
    ("Inspectors sealed the plant on Tuesday, a day after its finance director quit over bills.", "2024-05-13",
     "Its finance director quit over bills"),
    ("The head of the mill, Lee Jae-won, left on Monday, hours after the main owner, Calder Bank, froze a loan.",
     "2024-05-13", "The main owner, Calder Bank, froze a loan"),
    ("The protest began on 30 April, two days after Rosa Lund, 20, was arrested.", "2024-04-28",
     "Rosa Lund was arrested"),
    ("Shares fell on Tuesday, a day after the regulator, which had kept silent, opened a review.", "2024-05-13",
     "The regulator opened a review"),
    ("Pell quit the race on Tuesday, four days after a newspaper published recordings of a call.", "2024-05-10",
     "A newspaper published recordings of a call"),
    ("He spoke on Monday, minutes after signing the lease.", "2024-05-13", "He signed the lease"),
]


@pytest.mark.parametrize(("text", "date", "clause"), COUNTED, ids=[text for text, _, _ in COUNTED])
def test_counted_from_the_event_around(text: str, date: str, clause: str) -> None:
    found = events(text, DAY)
    rows = dict(zip((event.clause for event in found), dates(found), strict=True))
    assert rows[clause] == date
    assert len(rows) == 2
    (counted,) = [event for event in found if event.clause == clause]
    assert counted.basis == "relative" and counted.expression is not None
    assert not any(" after " in event.clause or " before " in event.clause for event in found)


BOUND = [
    ("It will issue a report before the legislature adjourns on 2 August.", "../2024-08-02", "It will issue a report"),
    ("The work must be finished before the term starts on 3 September.", "../2024-09-03", "The work must be finished"),
]


@pytest.mark.parametrize(("text", "date", "clause"), BOUND, ids=[text for text, _, _ in BOUND])
def test_what_is_to_be_done_before_a_dated_event(text: str, date: str, clause: str) -> None:
    found = events(text, DAY)
    assert (date, clause) in list(zip(dates(found), (event.clause for event in found), strict=True))


def test_nothing_is_counted_from_what_has_no_date() -> None:
    found = events("“We left two days after the bridge fell,” she said on 2 May 2024.", DAY)
    assert "2024-04-30" not in dates(found)


@pytest.mark.parametrize("length", ["for two years", "within two years"])
def test_how_long_is_not_how_long_after(length: str) -> None:
    found = events(f"On Monday the league banned Dahl {length} after he admitted betting.", DAY)
    assert not [event for event in found if event.rule == "events.distance"]


def test_what_is_joined_in_the_clause_is_counted_too() -> None:
    text = "Rescuers freed a girl on Tuesday, five days after a quake struck Batu and triggered a landslide."
    found = events(text, DAY)
    assert sorted(zip(dates(found), (event.clause for event in found), strict=True)) == [
        ("2024-05-09", "A quake struck Batu"),
        ("2024-05-09", "A quake triggered a landslide"),
        ("2024-05-14", "Rescuers freed a girl"),
    ]


def test_a_length_before_a_noun_counts_nothing() -> None:
    (event,) = events("He died on Monday, a day after his wife.", DAY)
    assert dates([event]) == ["2024-05-13"]

"""A clause with "after" or "before" tells in which order things happened, and rarely when."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, date and clause of the undated clause
    ("The mayor resigned on Monday after he was caught drinking.", "../2024-05-13", "He was caught drinking"),
    ("The strike ended on Monday after unions accepted an offer.", "../2024-05-13", "Unions accepted an offer"),
    ("The zoo was fined in 2012 after admitting that it lied.", "2012", "The zoo admitted that it lied"),
    ("The bank failed on 3 May after losing an appeal.", "../2024-05-03", "The bank lost an appeal"),
    ("Two men were arrested on 3 May after police had searched their flat.", "../2024-05-03",
     "Police had searched their flat"),
    ("She left the party on Monday before the vote was counted.", "2024-05-13/..", "The vote was counted"),
    ("Hale took office in 2014, after the cabinet collapsed.", "2014", "The cabinet collapsed"),
    ("Hale emigrated in 2019, shortly before she was sued.", "2019", "Hale was sued"),
    ("The club sold Reyes in March, soon after he broke a leg.", "2024-03", "He broke a leg"),
    ("After the dam failed, the town was moved in 1962.", "1962", "The dam failed"),
]


@pytest.mark.parametrize(("text", "date", "clause"), ROWS, ids=[text for text, *_ in ROWS])
def test_the_clause_beside(text: str, date: str, clause: str) -> None:
    found = events(text, DAY)
    rows = {event.clause: date for date, event in zip(dates(found), found, strict=True)}
    assert rows[clause] == date
    (row,) = [event for event in found if event.clause == clause]
    (other,) = [event for event in found if event.clause != clause]
    assert row.confidence < other.confidence and row.status == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "He died on Monday before he was sentenced.",
        "She was released on 3 May after serving six years.",
        "The bill was dropped in 2012 before anyone read it.",
        "The band will play on Friday after the gates open.",
    ],
)
def test_no_row_of_what_did_not_come_or_lasted(text: str) -> None:
    assert len(events(text, DAY)) == 1

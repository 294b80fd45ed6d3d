"""A time for which something is set, or to which it is put off, is that of what is planned, also when it has passed."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, the date, status and clause of one row
    ("A hearing was set for February 2023.", "2023-02", "planned", "A hearing was set"),
    ("The match is set for Saturday.", "2024-05-18", "planned", "The match is set"),
    ("A deadline was fixed for Friday.", "2024-05-17", "planned", "A deadline was fixed"),
    ("Elections were called for 7 July.", "2024-07-07", "planned", "Elections were called"),
    ("The committee had scheduled the debate for April 2.", "2024-04-02", "planned", "The debate"),
    ("In March the club scheduled its final for May 30.", "2024-05-30", "planned", "The club scheduled its final"),
    ("In March the club scheduled its final for May 30.", "2024-03", "happened", "The club scheduled its final"),
    ("On Monday the judge set a trial date of 12 September.", "2024-09-12", "planned", "The judge set a trial date"),
    ("The tour was booked for last August.", "2023-08", "planned", "The tour was booked"),
    ("The launch was postponed until the autumn.", "2024-23", "planned", "The launch was postponed"),
    ("The opening was delayed until next spring.", "2025-21", "planned", "The opening was delayed"),
    ("The wedding was brought forward to June 3.", "2024-06-03", "planned", "The wedding was brought forward"),
    ("The talks were carried over to Thursday.", "2024-05-16", "planned", "The talks were carried over"),
    ("The board postponed its meeting to May 20.", "2024-05-20", "planned", "The board postponed its meeting"),
    ("The company delayed paying the dividend until June.", "2024-06", "planned", "The company to pay the dividend"),
    ("The election was postponed from May 5 to August 9.", "2024-08-09", "planned", "The election was postponed"),
    ("The committee moved the vote from Monday to Friday.", "2024-05-17", "planned", "The committee moved the vote"),
    ("The referendum, set for November 2019, was cancelled.", "2019-11", "planned", "The referendum was set"),
    ("The launch was scheduled for March and then cancelled.", "2024-03", "denied", "The launch was scheduled"),
    ("The launch was scheduled for March and then cancelled.", "../2024-03", "happened", "The launch was cancelled"),
    ("The queen was expected in May 2023.", "2023-05", "planned", "The queen was expected"),
    ("The ship, which had been due to sail on Monday, turned back.", "2024-05-13", "planned",
     "The ship had been due to sail"),
    ("The opening, first planned for 2019, slipped to 2021.", "2019", "planned", "The opening was first planned"),
    ("The opening, first planned for 2019, slipped to 2021.", "2021", "planned", "The opening slipped"),
    ("The talks, which had been scheduled for Monday, were called off on Sunday.", "2024-05-13", "denied",
     "The talks had been scheduled"),
    ("The committee's report had been expected in March.", "2024-03", "planned",
     "The committee's report had been expected"),
    ("An inquest was adjourned on Tuesday until 9 June.", "2024-06-09", "planned", "An inquest was adjourned"),
    ("An inquest was adjourned on Tuesday until 9 June.", "2024-05-14", "happened", "An inquest was adjourned"),
    ("The lease was extended to April 30.", "../2024-04-30", "happened", "The lease was extended"),
    ("A second suit is set for trial on June 14.", "2024-06-14", "planned", "A second suit is set for trial"),
    ("A visit by the minister scheduled for last Tuesday was cancelled.", "2024-05-14", "denied",
     "A visit by the minister was scheduled"),
    ("The walkout, which was due to end on Friday, was suspended on Tuesday.", "2024-05-17", "planned",
     "The walkout was due to end"),
    ("We recommend that the board meet before May 30.", "../2024-05-30", "planned", "The board to meet"),
    # The time of what was done, not of what it was done for.
    ("The firm set a record in 2011.", "2011", "happened", "The firm set a record"),
    ("The record was set in 2011 but was not ratified.", "2011", "happened", "The record was set"),
    ("The firm moved to Leeds in 2010.", "2010", "happened", "The firm moved to Leeds"),
    ("The firm shifted production to Wales in 2011.", "2011", "happened", "The firm shifted production to Wales"),
    ("The club brought forward three witnesses on Friday.", "2024-05-10", "happened",
     "The club brought forward three witnesses"),
    ("The minister called for calm on Friday.", "2024-05-10", "happened", "The minister called for calm"),
    ("The truce was extended until Monday.", "../2024-05-20", "happened", "The truce was extended"),
]


@pytest.mark.parametrize(("text", "date", "status", "clause"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_rows(text: str, date: str, status: str, clause: str) -> None:
    found = events(text, DAY)
    rows = [(date, event.status, event.clause) for date, event in zip(dates(found), found, strict=True)]
    assert (date, status, clause) in rows


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The judge freed him on bail and adjourned the trial until 9 March 2023.", "The judge freed him on bail"),
        ("A retrial was set for February 2023 and a new lawyer was appointed.", "A new lawyer was appointed"),
    ],
)
def test_nothing_happened_on_a_day_that_was_only_set(text: str, clause: str) -> None:
    found = events(text, DAY)
    happened = [(date, event.clause) for date, event in zip(dates(found), found, strict=True) if event.span]
    assert not [date for date, told in happened if told == clause and date.startswith("2023")]


def test_what_happened_is_no_happening() -> None:
    found = events("They must tell us what happened before June.", DAY)
    assert "happened" not in [event.trigger for event in found]

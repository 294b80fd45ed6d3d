"""What was to be and did not come is denied; what was done until a day to come has happened."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, the date, status and clause of one row
    ("He was due in court on Monday but did not appear.", "2024-05-13", "denied", "He was due in court"),
    ("The ferry was due to sail on Monday but never left.", "2024-05-13", "denied", "The ferry was due to sail"),
    ("The vote was expected on Friday but was postponed.", "2024-05-10", "denied", "The vote was expected"),
    ("Ann Lee was scheduled to speak on Monday but failed to turn up.", "2024-05-13", "denied",
     "Ann Lee was scheduled to speak"),
    ("The mine was to have opened in 2015.", "2015", "denied", "The mine was to have opened"),
    ("The couple was to have married in March.", "2024-03", "denied", "The couple was to have married"),
    ("Hale had intended to retire in 2012.", "2012", "denied", "Hale had intended to retire"),
    ("The company had hoped to open the mill in 2015.", "2015", "denied", "The company had hoped to open the mill"),
    ("A concert planned for Friday was cancelled.", "2024-05-17", "denied", "A concert was planned"),
    ("The singer cancelled a concert planned for Friday.", "2024-05-17", "denied", "A concert was planned"),
    ("Police banned a march planned for Saturday.", "2024-05-18", "denied", "A march was planned"),
    ("The council called off a parade scheduled for 20 May.", "2024-05-20", "denied", "A parade was scheduled"),
    ("The minister cancelled a trip to Oslo planned for Monday.", "2024-05-20", "denied", "A trip to Oslo was planned"),
    ("A meeting, due to be held on Friday, was put back until June.", "2024-05-17", "denied",
     "A meeting due to be held"),
    ("The firm delayed its first shop, which was to have opened this month, until the autumn.", "2024-05", "denied",
     "Its first shop was to have opened"),
    ("The firm delayed its first shop, which was to have opened this month, until the autumn.", "2024-23",
     "planned", "The firm delayed its first shop"),
    ("A ship was due on Monday but turned back.", "2024-05-13", "denied", "A ship was due"),
    ("The ferry was due to sail on Monday.", "2024-05-20", "planned", "The ferry was due to sail"),
    ("A report is due to be published on Friday.", "2024-05-17", "planned", "A report is due to be published"),
    ("The union was to sign an accord next Thursday.", "2024-05-23", "planned", "The union was to sign an accord"),
    ("They extended the truce until Monday.", "../2024-05-20", "happened", "They extended the truce"),
    ("Police have closed the road until Friday.", "../2024-05-17", "happened", "Police have closed the road"),
    ("The court suspended the sentence until June.", "../2024-06", "happened", "The court suspended the sentence"),
    ("The school will be shut until Friday.", "../2024-05-17", "planned", "The school will be shut"),
]


@pytest.mark.parametrize(("text", "date", "status", "clause"), ROWS, ids=[text for text, *_ in ROWS])
def test_status(text: str, date: str, status: str, clause: str) -> None:
    found = events(text, DAY)
    rows = [(date, event.status, event.clause) for date, event in zip(dates(found), found, strict=True)]
    assert (date, status, clause) in rows


def test_who_cancels_is_no_concert() -> None:
    found = events("The singer cancelled a concert planned for Friday.", DAY)
    assert sorted(event.clause for event in found) == ["A concert was planned", "The singer cancelled a concert"]

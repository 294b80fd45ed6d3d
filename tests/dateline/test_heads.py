"""Heads of minutes, judgments and web pages, and agency datelines without a city."""

import pytest

from chrono import Document
from chrono.calendar import Period
from chrono.dateline import find

CASES = [
    ("MINUTES of the Harbour Board\nheld at 18:30 on Thursday, September 8, 2022, at the Guildhall\nPresent: A. Roe."
     "\n\n"
     "The boiler, installed in 1998, failed in mid-August.", "2022-09-08"),
    ("THE HIGH COURT\nDate of hearing: 7 March 2022\nJudgment handed down: 14 April 2022\n\nThe owners appeal.",
     "2022-04-14"),
    ("Council backs bypass\nBy Jo Ray\nPublished: 19th June 2023, 17:45 BST | Last updated: 20th June 2023, 08:10 BST"
     "\n\nMembers voted on Monday.", "2023-06-19"),
    ("Profit slides\n\nNov 2 (Newswire) - Orbex on Thursday reported a fall in profit. Its shares fell to their lowest "
     "since March 2020.", "2023-11-02"),
    ("Lisbon, May 3, 2019 (AP) - The minister resigned on Monday.", "2019-05-03"),
    ("Orbex names chair\n\nNew Harbour, 14 November 2023 – Orbex today named a chair, who joined it in 2011.",
     "2023-11-14"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_head_tells_the_date(text: str, expected: str) -> None:
    found = find(Document(text), not_after=Period.day(2026, 1, 31))
    assert found.period is not None and "{:04d}-{:02d}-{:02d}".format(*found.period.ymd) == expected, found.why

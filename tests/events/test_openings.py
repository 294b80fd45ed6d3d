"""A time that opens a clause without a comma is no part of the name behind it."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-03-20"
ROWS = [
    ("On Friday Parliament voted on the budget.", "Parliament voted on the budget", "2024-03-15"),
    ("On Friday President Moon left Seoul.", "President Moon left Seoul", "2024-03-15"),
    ("In May Congress passed the bill.", "Congress passed the bill", "2023-05"),
    ("In May 1916 Father left for Bern.", "Father left for Bern", "1916-05"),
    ("On 3 May Father left.", "Father left", "2023-05-03"),
    ("Yesterday Father left.", "Father left", "2024-03-19"),
    ("In the spring Mother moved to Bern.", "Mother moved to Bern", "2024-21"),
    ("In June workers blocked the gates.", "Workers blocked the gates", "2023-06"),
    ("In May elections were held.", "Elections were held", "2023-05"),
    ("In July Orbex's lawyers appealed.", "Orbex's lawyers appealed", "2023-07"),
    ("Since January Kyiv has received 40 tanks.", "Kyiv has received 40 tanks", "2024-01/.."),
    ("Last week two men resigned.", "Two men resigned", "2024-03-11/2024-03-17"),
    ("Two years ago Acme Corp. was sold.", "Acme Corp. was sold", "2022"),
    ("In March Ms Lee rejected the offer.", "Ms Lee rejected the offer", "2024-03"),
    ("Parliament earlier this month began talks.", "Parliament began talks", "2024-03-01/2024-03-19"),
    ("Its chief executive last week quit.", "Its chief executive quit", "2024-03-11/2024-03-17"),
    ("Last year only 90,000 used it.", "Only 90,000 used it", "2023"),
    ("By Friday Engineers had closed the dam.", "Engineers had closed the dam", "../2024-03-15"),
]


@pytest.mark.parametrize(("text", "clause", "date"), ROWS)
def test_a_time_before_a_name_dates_the_clause(text: str, clause: str, date: str) -> None:
    found = events(text, DAY)
    assert list(zip([event.clause for event in found], dates(found), strict=True)) == [(clause, date)]


@pytest.mark.parametrize(("text", "clause"), [
    ("Friday prayers were held at the mosque.", "Friday prayers were held at the mosque"),
    ("On Friday's show the mayor resigned.", "The mayor resigned"),
    ("Last week's fire killed two.", "Last week's fire killed two"),
])
def test_what_is_called_by_a_time_keeps_its_name(text: str, clause: str) -> None:
    assert [event.clause for event in events(text, DAY)] == [clause]

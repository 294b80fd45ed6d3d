"""What is to be done before something dated, times in brackets, places of the clause, and what "it" stands for."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, the date, status and clause of one row
    ("Parliament must approve the deal before the summer recess, which starts on June 26.", "../2024-06-26", "planned",
     "Parliament must approve the deal before the summer recess"),
    ("Parliament must approve the deal before the summer recess, which starts on June 26.", "2024-06-26", "planned",
     "The summer recess starts"),
    ("The work will be done before the summer holidays, which begin on 22 July.", "../2024-07-22", "planned",
     "The work will be done before the summer holidays"),
    ("Voters must approve the plan before the council's break in July.", "../2024-07", "planned",
     "Voters must approve the plan before the council's break"),
    ("The club must find a buyer before the season ends on June 2.", "../2024-06-02", "planned",
     "The club must find a buyer"),
    ("Tenants must leave before the demolition, which begins on June 3.", "../2024-06-03", "planned",
     "Tenants must leave before the demolition"),
    ("He retired after the bank collapsed (March 2008).", "2008-03", "happened", "The bank collapsed"),
    ("The treaty was signed after the siege ended (12 June 1645).", "1645-06-12", "happened", "The siege ended"),
    ("The treaty was signed after the siege ended (12 June 1645).", "1645-06-12/..", "happened",
     "The treaty was signed"),
    ("Work began when the old bridge burned down (1904).", "1904", "happened", "The old bridge burned down"),
    ("She spent the winter of 1956 in a camp.", "1956-24", "happened", "She spent the winter of 1956 in a camp"),
    ("The firm built a station at Brava and finished it in 2018.", "2018", "happened",
     "The firm finished the station"),
    ("The company started a tunnel in 2010 and sold it in 2014.", "2014", "happened", "The company sold the tunnel"),
    ("Ann Lee drew two maps in 2010 and sold them in 2014.", "2014", "happened", "Ann Lee sold the two maps"),
    ("Ann Lee drew two maps in 2010 and sold it in 2014.", "2014", "happened", "Ann Lee sold it"),
]


@pytest.mark.parametrize(("text", "date", "status", "clause"), ROWS, ids=[f"{row[3]} {row[1]}" for row in ROWS])
def test_rows(text: str, date: str, status: str, clause: str) -> None:
    found = events(text, DAY)
    rows = [(date, event.status, event.clause) for date, event in zip(dates(found), found, strict=True)]
    assert (date, status, clause) in rows


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Police stopped a van in Port Elin on Monday.", ("Port Elin",)),
        ("She was born at Westbrook on 3 May 1931.", ("Westbrook",)),
        ("The yard at Brava closed in 2011.", ("Brava",)),
        ("A plant in Reno, Nevada, closed in 2011.", ("Reno", "Nevada")),
        ("The yard in Leeds that closed in 1990 is a park.", ("Leeds",)),
        ("A man from Leeds who died in 1990 is honoured.", ()),
        ("The yard was sold to Corran in 1990.", ()),
    ],
)
def test_where(text: str, where: tuple[str, ...]) -> None:
    assert [event.where for event in events(text, DAY) if event.expression is not None] == [where]

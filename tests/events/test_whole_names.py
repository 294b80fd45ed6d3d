"""Names and sums are told whole, and a clause's places are its own."""

from __future__ import annotations

import pytest

from .build import events

ROWS = [
    # text, the clause, who and where of the first row
    ("A court in Aix-en-Provence ordered a halt on May 3.", "A court in Aix-en-Provence ordered a halt",
     ("A court in Aix-en-Provence",), ("Aix-en-Provence",)),
    ("He was born in Stratford-upon-Avon in 1950.", "He was born in Stratford-upon-Avon", (), ("Stratford-upon-Avon",)),
    ("The mayor of Clermont-Ferrand resigned on Monday.", "The mayor of Clermont-Ferrand resigned",
     ("Clermont-Ferrand",), ()),
    ("She died in Baden-Baden in 1970.", "She died in Baden-Baden", (), ("Baden-Baden",)),
    ("The container line CMA CGM diverted 22 ships last week.", "The container line CMA CGM diverted 22 ships",
     ("CMA CGM",), ()),
    ("Westgate Optical Inc. on Monday reported a loss.", "Westgate Optical Inc. reported a loss",
     ("Westgate Optical Inc.",), ()),
    ("A fire broke out in St. Ives on Monday.", "A fire broke out in St. Ives", ("A fire",), ("St. Ives",)),
    ("Transport Minister Ann Lee resigned on Monday.", "Transport Minister Ann Lee resigned", ("Ann Lee",), ()),
    ("The firm closed its €40 million purchase of a rival on May 3.",
     "The firm closed its €40 million purchase of a rival", ("The firm",), ()),
    ("The bank completed its $2.3 billion sale of a mill on May 3.",
     "The bank completed its $2.3 billion sale of a mill", ("The bank",), ()),
    ("The firm paid $5 million on May 3.", "The firm paid $5 million", ("The firm",), ()),
    ("In May the firm closed a mill in Leeds and sent its looms to York.", "The firm closed a mill in Leeds",
     ("the firm",), ("Leeds",)),
    ("The minister, who had flown in from Oslo, met farmers in Bergen on May 3.", "The minister met farmers in Bergen",
     ("The minister",), ("Bergen",)),
]


@pytest.mark.parametrize(("text", "clause", "who", "where"), ROWS, ids=[row[0] for row in ROWS])
def test_rows(text: str, clause: str, who: tuple[str, ...], where: tuple[str, ...]) -> None:
    rows = [(event.clause, event.who, event.where) for event in events(text) if event.expression is not None]
    assert rows[:1] == [(clause, who, where)]

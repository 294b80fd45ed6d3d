"""What something is compared with is told in the clause and is no date of it."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, all its rows but those that the report's own day dates
    ("It expects to spend more than it spent in 2021.", []),
    ("The town has fewer people than it had in 1950.", []),
    ("In June 2023 he earned more than he had in all of 2019.",
     [("2023-06", "He earned more than he had in all of 2019")]),
    ("She ran faster in Oslo in July 2023 than she had in Rome in 2021.", [("2023-07", "She ran faster in Oslo")]),
    ("On Monday the club sold twice as many shirts as it sold in 2022.",
     [("2024-05-13", "The club sold twice as many shirts as it sold in 2022")]),
    ("On Monday output fell to 300 tonnes, from 410 tonnes in the same week of 2022.",
     [("2024-05-13", "Output fell to 300 tonnes, from 410 tonnes in the same week of 2022")]),
    # what a clause tells beside is dated
    ("He died as he crossed a road in 1990.", [("1990", "He crossed a road")]),
    ("The crew was smaller than the one that sailed in 1989.", [("1989", "The one sailed")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, rows: list[tuple[str, str]]) -> None:
    found = [event for event in events(text, DAY) if event.rule != "events.lead" and event.expression is not None]
    assert [(date, event.clause) for date, event in zip(dates(found), found, strict=True)] == rows


THINGS = [
    ("He used the money to buy a villa in 2011 and, the following spring, a racehorse.",
     [("2011", "He used the money to buy a villa"), ("2012-21", "He used the money to buy a racehorse")]),
    ("She used the money to buy a farm in Wales in 2011 and, the following spring, a boat called Joy.",
     [("2011", "She used the money to buy a farm in Wales"),
      ("2012-21", "She used the money to buy a boat called Joy")]),
    ("She bought a mill in 2014 and, two years later, a farm.",
     [("2014", "She bought a mill"), ("2016", "She bought a farm")]),
    ("They planted oaks in 1990 and, in the autumn of 1993, limes.",
     [("1990", "They planted oaks"), ("1993-23", "They planted limes")]),
    ("In 2016 the company bought a rival line and, the following autumn, a yard at Brenn.",
     [("2016", "The company bought a rival line"), ("2017-23", "The company bought a yard at Brenn")]),
    ("In 2016 she wrote a play and, in 2018, a novel.",
     [("2016", "She wrote a play"), ("2018", "She wrote a novel")]),
    ("In 2016 she wrote a play and a novel.", [("2016", "She wrote a play and a novel")]),
    ("They planted oaks in 1990 and, in 1993, sold the park.",
     [("1990", "They planted oaks"), ("1993", "They sold the park")]),
]


@pytest.mark.parametrize(("text", "rows"), THINGS, ids=[text for text, _ in THINGS])
def test_each_thing_has_its_own_date(text: str, rows: list[tuple[str, str]]) -> None:
    found = events(text, DAY)
    assert [(date, event.clause) for date, event in zip(dates(found), found, strict=True)] == rows

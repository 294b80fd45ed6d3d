"""Dates and main verbs beside asides: what belongs to the aside stays there, what does not is freed."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"

CLAUSES = [
    # text, date, words of the clause dated so
    ("Stanning, promoted last June, have not won away since 9 March.", "2023-06", "Stanning was promoted"),
    (
        "Ms Barlow was appointed in March 2019 and has led it since June 2021.",
        "2019-03",
        "Barlow was appointed",
    ),
    ("Wanderers' only cup final came in 1961.", "1961", "Wanderers' only cup final came"),
    ("Moss, who had missed the spring with a broken arm, came on at 4.10pm and scored.", "2024-05-15T16:10:00", "Moss"),
    (
        "Negotiations between the two firms collapsed in March in Geneva.",
        "2024-03",
        "Negotiations between the two firms",
    ),
    (
        "During the war it built tanks; in the spring of 1943 alone, the works delivered 900 of them.",
        "1943-21",
        "The works delivered",
    ),
    (
        "In the late 1960s, as orders dried up, the directors cut wages twice.",
        "1966-09~/1969-12~",
        "The directors cut wages",
    ),
    ("The firm offered the town $5 for the bridge in 2011.", "2011", "offered the town $5"),
    ("Interviews to be held in the first week of June 2024.", "2024-06-03/2024-06-09", "Interviews to be held"),
    ("Forty years later the third began.", None, "The third began"),
]


@pytest.mark.parametrize(("text", "date", "words"), CLAUSES, ids=[text for text, _, _ in CLAUSES])
def test_the_date_stands_beside_its_own_clause(text: str, date: str | None, words: str) -> None:
    found = events(text, DAY)
    clauses = [event.clause for event, told in zip(found, dates(found), strict=True) if date is None or told == date]
    assert any(words in clause for clause in clauses), [(e.clause, d) for e, d in zip(found, dates(found), strict=True)]


SUBJECTS = [
    # text, words that open one clause
    ("The port closed after a walkout of dockers, which had begun on 5 May 2024.", "A walkout of dockers had begun"),
    ("The mill employed 90 people, a third of whom were sacked in June 2018.", "A third of the 90 people were sacked"),
    ("“It was cold,” said the 17-year-old, who joined the crew in 2022.", "The 17-year-old joined the crew"),
    ("Permission to build was granted on 3 May 2024.", "Permission to build was granted"),
    ("The office said it would choose a site in June and begin digging in 2026.", "The office would begin digging"),
]


@pytest.mark.parametrize(("text", "opening"), SUBJECTS, ids=[text for text, _ in SUBJECTS])
def test_the_subject_is_named(text: str, opening: str) -> None:
    assert any(event.clause.startswith(opening) for event in events(text, DAY)), [e.clause for e in events(text, DAY)]


WHOLE = [
    # text, the clauses of its rows
    (
        "The barge arrived at Lowe Quay on 2 May 2024 and tendered papers at 0715 hours the same day.",
        ["The barge arrived at Lowe Quay", "The barge tendered papers"],
    ),
    ("The ruling was followed in 1994 and doubted in 2006.", ["The ruling was followed", "The ruling was doubted"]),
    ("The bank was founded in 1890 and moved to Leeds in 1923.", ["The bank was founded", "The bank moved to Leeds"]),
    ("The firm, fined twice in 2022, makes glue.", ["The firm was fined twice"]),
    (
        "Raised in Bergen in 1960, Kari Moe moved to Oslo in 1982.",
        ["Kari Moe was raised in Bergen", "Kari Moe moved to Oslo"],
    ),
    ("A third, whom two clerks had described on 2 May 2024, fled.", ["Two clerks had described a third"]),
    ("No one was charged in 2023.", ["No one was charged"]),
    ("Talks on a merger, which began in January 2024, are going well.", ["Talks on a merger began"]),
    (
        "The merger of the two ports, first proposed in 2008, is off.",
        ["The merger of the two ports was first proposed"],
    ),
    ("Carla Dunn, 44, resigned on 3 May 2024.", ["Carla Dunn resigned"]),
    (
        "The bank cut rates in March, and inflation, which had peaked in October 2022, fell below 3% last month.",
        ["The bank cut rates", "Inflation had peaked", "Inflation fell below 3%"],
    ),
    (
        "A judge ruled on 13 May 2024 that the sale, agreed in 2021, was void.",
        ["A judge ruled that the sale was void", "The sale was agreed", "The sale was void"],
    ),
    ("Ada Cole, whose flat was sold in December 2021, moved.", ["Ada Cole's flat was sold", "Ada Cole moved"]),
    ("K. Berg proposed a summer fair for 2025.", ["K. Berg proposed a summer fair"]),
    ("The siren, silent for 30 years, will sound on 1 June 2024.", ["The siren will sound"]),
    ("The race, originally planned for 3 June 2024, was off.", ["The race was originally planned"]),
    ("By a contract dated 3 May 2019, the owner let the ship to a trader.", ["The owner let the ship to a trader"]),
]


@pytest.mark.parametrize(("text", "clauses"), WHOLE, ids=[text for text, _ in WHOLE])
def test_each_row_reads_by_itself(text: str, clauses: list[str]) -> None:
    assert [event.clause for event in events(text, DAY)] == clauses


NOT_DATED_SO = [
    # text, a date that nothing in it has
    ("The bridge, a relic of 1932, collapsed on Monday.", "1932"),
    ("On 3 May 2024 the night crew walked out.", "2024-05-14TNI"),
    ("Rents were $900, up 8% on the same quarter last year.", "2023"),
    ("“It has been a hard winter for us,” Okoro told reporters.", "2023-24"),
    ("Exports rose 4% in April 2024 from a year earlier.", "2023/.."),
    ("The tunnel was built over thirty years ago, in 1990.", "1994"),
]


@pytest.mark.parametrize(("text", "date"), NOT_DATED_SO, ids=[text for text, _ in NOT_DATED_SO])
def test_dates_of_descriptions_and_comparisons_date_nothing(text: str, date: str) -> None:
    assert date not in dates(events(text, DAY))


def test_what_a_date_is_said_to_be_is_the_event() -> None:
    found = events("Ms. Berg gave notice on 2 May 2024; her final day is 30 June 2024.", DAY)
    assert [(event.clause, date) for event, date in zip(found, dates(found), strict=True)][1:] == [
        ("Her final day", "2024-06-30")
    ]


def test_the_date_of_a_paper_is_that_of_what_it_does() -> None:
    (event,) = events("Inspector Mary Quinn advised refusal in a report dated 8 February 2019.", DAY)
    assert event.predicate == "advise"
    assert "dated" not in event.clause
    (order,) = events("This is an appeal from the order dated 30 July 2021.", DAY)
    assert order.clause == "The order"

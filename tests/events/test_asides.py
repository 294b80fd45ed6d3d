"""Dates and main verbs beside asides: what belongs to the aside stays there, what does not is freed."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"

CLAUSES = [
    # text, date, words of the clause dated so
    ("Marlow, promoted last June, have not lost at home since 9 March.", "2023-06", "Marlow was promoted"),
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

"""A verb finds the noun phrase that is its subject, whatever stands between them."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    ("A fire at the plant on March 9 halted production.", [("2024-03-09", "A fire at the plant halted production")]),
    (
        "A fire at its Calder plant on March 9 halted work for 17 days and wiped 300 million crowns from its profit.",
        [
            ("2024-03-09", "A fire at its Calder plant halted work for 17 days"),
            ("2024-03-09", "A fire at its Calder plant wiped 300 million crowns from its profit"),
        ],
    ),
    ("A power cut in the north on Monday stopped trains.", [("2024-05-13", "A power cut in the north stopped trains")]),
    (
        "Two men were killed in the blast on May 3 and a third died the following day.",
        [("2024-05-03", "Two men were killed in the blast"), ("2024-05-04", "A third died")],
    ),
    (
        "A crowd gathered on Monday when a band of about 900, an eighth of the town, marched to the square.",
        [("2024-05-13", "A crowd gathered"), ("2024-05-13", "A band of about 900 marched to the square")],
    ),
    ("He is due in court on May 20.", [("2024-05-20", "He is due in court")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, rows: list[tuple[str, str]]) -> None:
    found = events(text, DAY)
    assert list(zip(dates(found), (event.clause for event in found), strict=True)) == rows


def test_both_participles_are_about_the_noun() -> None:
    found = events("A third survey, commissioned by the port and made public on May 2, found rust in the crane.", DAY)
    assert ("2024-05-02", "A third survey was made public") in zip(
        dates(found), (event.clause for event in found), strict=True
    )

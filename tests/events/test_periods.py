"""What a period or a habit is told with has no row at it; that something "emerged" gives way to what did."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    (
        "The board approved the budget for 2023 on Monday.",
        [("2024-05-13", "The board approved the budget for 2023")],
    ),
    (
        "On Monday the brewery corrected its accounts for 2011 and 2012.",
        [("2024-05-13", "The brewery corrected its accounts for 2011 and 2012")],
    ),
    ("The firm posted a loss for 2022.", [("2022", "The firm posted a loss")]),
    ("Profit for 2022 fell by 5 percent.", [("2022", "Profit fell by 5 percent")]),
    ("Every May the villagers carried the statue to the river.", []),
    ("A ban was imposed on Lee on May 2, it emerged on Tuesday.", [("2024-05-02", "A ban was imposed on Lee")]),
    ("It emerged on Tuesday that Lee was banned on May 2.", [("2024-05-02", "Lee was banned")]),
    ("It emerged on Tuesday that Lee was banned.", [("2024-05-14", "It emerged that Lee was banned")]),
    ("The league has banned Dahl, it announced on Monday.", [("2024-05-13", "The league has banned Dahl")]),
    ("Lee emerged from the cave on Tuesday.", [("2024-05-14", "Lee emerged from the cave")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, rows: list[tuple[str, str]]) -> None:
    found = events(text, DAY)
    assert list(zip(dates(found), (event.clause for event in found), strict=True)) == rows

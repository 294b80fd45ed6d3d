"""Whether it happened."""

from __future__ import annotations

import pytest

from .build import events

DAY = "2024-05-15"

STATUS = [
    ("The dam burst in 2019.", "happened"),
    ("The dam has been leaking since 2019.", "ongoing"),
    ("The firm will hire 300 people in 2025.", "planned"),
    ("The firm plans to hire 300 people in 2025.", "planned"),
    ("The strike begins on 1 June 2024.", "planned"),
    ("The firm might close the plant in 2025.", "possible"),
    ("Had the dam broken in 2019, the town would have drowned.", "denied"),
    ("Should the dam break in 2025, the town would drown.", "possible"),
    ("The offer stands, provided that the mill is sold in 2025.", "possible"),
    ("If Ann Lee resigns in 2025, the firm will close the plant.", "possible"),
    ("Maria Lopez did not attend the summit in March 2024.", "happened"),
    ("The road will not reopen before 1 July 2024.", "planned"),
    ("The two sides could not agree in April 2024.", "happened"),
    ("We expected the upturn in 2023.", "possible"),
    ("Tomorrow the auditors arrive.", "planned"),
    ("The work was to take until 1 August 2024.", "planned"),
    ("The mayor denied that he met the builder in 2022.", "denied"),
    ("A spokesman for the firm denied that it had ignored warnings in 2023.", "denied"),
    ("The police dismissed a report that the man had escaped in April 2024.", "denied"),
    ("The paper carried a report that the man had escaped in April 2024.", "claimed"),
    ("The minister allegedly sold the land in 2021.", "claimed"),
]


@pytest.mark.parametrize(("text", "expected"), STATUS, ids=[text for text, _ in STATUS])
def test_status(text: str, expected: str) -> None:
    found = events(text, DAY)
    assert expected in [event.status for event in found]
    assert {event.status for event in found if event.expression is not None} <= {expected, "happened"}

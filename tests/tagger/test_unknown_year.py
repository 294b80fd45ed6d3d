"""A month of no year in a text of unknown date: the year told before is a guess, and none where the text has come to
its own time."""

from __future__ import annotations

import pytest

import chrono

FOUND = [
    # text, value of its last month, whether it is doubtful
    ("The inn was sold in 2015. The buyer shut it in January.", "2015-01", True),
    ("The inn was sold in 2015. The buyer shut it on Monday. He had bought it in January.", "XXXX-01", False),
    ("Sold in 2015, the inn was shut in January, he said yesterday.", "2015-01", True),
    ("The inn was sold in May 2015 and shut in January 2016.", "2016-01", False),
]


@pytest.mark.parametrize(("text", "value", "doubtful"), FOUND, ids=[text for text, _, _ in FOUND])
def test_the_year_told_before(text: str, value: str, doubtful: bool) -> None:
    month = [each for each in chrono.tag(chrono.Document(text)) if "January" in each.text][-1]
    assert month.value == value
    assert (month.span is not None and month.confidence < 0.7) == doubtful
    assert bool(month.alternatives) == doubtful

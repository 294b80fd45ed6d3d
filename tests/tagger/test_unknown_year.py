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


LIFE = (
    "She was born in 1935 in Abeokuta. She went to school in 1948 and left in 1953. She married in 1969 and retired in "
    "1991. Her memoir was published in 2008. {} She is survived by two daughters."
)

COMING = [
    ("A service will be held at St Anne's on 2 December.", "2023-12-02"),
    ("She said on 2 December that she would write another.", "2008-12-02"),
]


@pytest.mark.parametrize(("sentence", "value"), COMING, ids=[sentence for sentence, _ in COMING])
def test_what_will_be_in_a_tale_is_ahead_of_its_teller(sentence: str, value: str) -> None:
    found = chrono.tag(chrono.Document(LIFE.format(sentence), published="2023-11-21"), mode="narrative")
    assert [each.value for each in found if "December" in each.text] == [value]


def test_how_long_it_lasted_after_something_is_no_date() -> None:
    text = "The theft was on 28 April. The hall shut for ten days after the theft."
    found = chrono.tag(chrono.Document(text, published="2019-05-17"))
    assert [each.value for each in found] == ["2019-04-28", "P10D"]

"""Packing into rows and lanes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.timeline.lanes import Box, groups, pack
from tests.timeline.samples import made, row

BOXES = st.lists(st.tuples(st.floats(0, 900), st.floats(0, 300)).map(
    lambda two: Box(two[0], two[0] + two[1], two[0])))


LABELLED = st.lists(st.tuples(st.floats(0, 900), st.floats(0, 300), st.floats(0, 900)).map(
    lambda three: Box(three[0], three[0] + three[1], three[2])))


@given(LABELLED)
def test_no_two_boxes_of_a_row_overlap(boxes: list[Box]) -> None:
    rows = pack(boxes, 4)
    for number in set(rows):
        own = sorted((box for box, row_of in zip(boxes, rows, strict=True) if row_of == number), key=lambda b: b.left)
        assert all(first.right + 4 <= second.left for first, second in pairwise(own))


@given(BOXES)
def test_no_row_is_wasted(boxes: list[Box]) -> None:
    rows = pack(boxes, 0)
    deepest = max((sum(o.left <= b.left <= o.right for o in boxes) for b in boxes), default=0)
    assert len(set(rows)) <= deepest
    assert set(rows) == set(range(len(set(rows))))


def test_rows_fill_from_the_top() -> None:
    assert pack([Box(0, 10, 0), Box(5, 15, 5), Box(20, 30, 20), Box(12, 18, 12)], 1) == [0, 1, 0, 0]


def test_rows_follow_time_where_labels_stand_left() -> None:
    assert pack([Box(60, 105, 100), Box(40, 115, 110), Box(0, 125, 120)], 1) == [0, 1, 2]


@pytest.mark.parametrize(("lanes", "expected"), [
    ("none", ["", "", ""]),
    ("participant", ["Ada", "Ada", "None named"]),
    ("place", ["Oslo", "Oslo", "Rome"]),
    ("status", ["Happened", "Planned", "Happened"]),
    ("document", ["First", "First", "Second"]),
])
def test_lanes(lanes: str, expected: list[str]) -> None:
    rows = [
        row("2019", "on", "happened", "a", who=["Ada", "Bo"], where=["Oslo"], document="1"),
        row("2019", "on", "planned", "b", who=["Ada"], where=["Oslo"], document="1"),
        row("2019", "on", "happened", "c", who=[], where=["Rome"], document="2"),
    ]
    assert groups(rows, lanes, {"1": "First", "2": "Second"}) == expected


def test_rare_lanes_are_gathered() -> None:
    rows = [row("2019", "on", "happened", str(i), who=[f"Person {i % 12}"]) for i in range(30)]
    found = groups(rows, "participant")
    assert len(set(found)) == 9 and "Others" in found


def test_an_unknown_lane_is_refused() -> None:
    with pytest.raises(ValueError, match="lanes must be one of"):
        groups(made(3).rows, "mood")

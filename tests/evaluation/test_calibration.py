"""Reliability curve, expected calibration error, bootstrap intervals, ratios."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.evaluation import calibration
from chrono.evaluation.scores import Ratio, bootstrap, held_back


def test_curve_by_hand() -> None:
    judged = [(0.95, True), (0.95, True), (0.95, False), (0.85, True), (0.2, False), (1.0, True)]
    low, middle, high = calibration.reliability(judged)
    assert (low.low, low.count, low.accuracy) == (0.2, 1, 0)
    assert (middle.low, middle.count, middle.accuracy) == (0.8, 1, 1)
    assert (high.low, high.count, high.accuracy) == (0.9, 4, 0.75)
    assert high.confidence == pytest.approx((3 * 0.95 + 1) / 4)
    expected = (0.2 + 0.15 + 4 * (high.confidence - 0.75)) / 6
    assert calibration.expected_error(judged) == pytest.approx(expected)
    assert "0.9 … 1.0" in calibration.report(judged, "right").text


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_answer_is_in_one_bin_and_the_error_is_a_share(judged: list[tuple[float, bool]]) -> None:
    assert sum(b.count for b in calibration.reliability(judged)) == len(judged)
    assert 0 <= calibration.expected_error(judged) <= 1


def test_bootstrap_covers_the_mean_and_repeats() -> None:
    values = [0.0] * 20 + [1.0] * 20
    low, high = bootstrap(values, lambda drawn: sum(drawn) / len(drawn))
    assert 0.3 < low < 0.5 < high < 0.7
    assert (low, high) == bootstrap(values, lambda drawn: sum(drawn) / len(drawn))
    assert bootstrap([], len) == (0, 0)


def test_ratios() -> None:
    assert Ratio(2, 4, 8).as_dict() == {"p": 50, "r": 25, "f1": pytest.approx(33.33, abs=0.01)}
    assert Ratio(0, 0, 0).f1 == 0
    assert Ratio(1, 2, 4, found_gold=3).recall == 0.75


def test_the_split_is_by_the_hash_of_the_id() -> None:
    # Their SHA-1 end in 8, 8, c, 2 and c.
    assert [held_back(name) for name in "abdik"] == [False, False, False, True, False]

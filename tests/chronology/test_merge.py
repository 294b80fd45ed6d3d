"""Merging in linear time."""

from __future__ import annotations

from itertools import chain

from chrono.chronology import merge
from tests.chronology.events import build, event, told

NAMES = [first + second for first in "Al Be Cor Del Ep Fen Gor Hul".split() for second in "den ham mar ton vik".split()]


def meetings(count: int) -> list:
    """Events of one document and one predicate, each of a day and a hall of its own."""
    days = [f"{1900 + i // 300}-{i // 28 % 12 + 1:02d}-{i % 28 + 1:02d}" for i in range(count)]
    return [event(f"{NAMES[i % 40]} met in hall {i}", day, at=60 * i) for i, day in enumerate(days)]


def test_the_comparisons_grow_as_the_text_does(monkeypatch):
    calls = []
    compare = merge._compare
    monkeypatch.setattr(merge, "_compare", lambda *given: calls.append(1) or compare(*given))
    counts = []
    for size in (600, 1200):
        calls.clear()
        merge.merge(meetings(size))
        counts.append(len(calls))
    assert counts[1] < 2.5 * counts[0]


def test_a_repeat_is_found_over_any_distance():
    repeat = [event("Admiral Quist surrendered in Oskar harbour", "1907-03-04", trigger="surrendered", predicate="meet",
                    at=at) for at in (100_000, 0)]
    made = build([repeat[1], *meetings(400)[1:], repeat[0]])
    assert [len(row["evidence"]) for row in made.rows if row["event"] == repeat[0].clause] == [2]


def test_a_long_text_that_repeats_itself_is_one_row():
    again = chain.from_iterable((event("Alden met Corton", "1907", at=100 * i), event("Delvik left", at=100 * i + 50))
                                for i in range(800))
    assert told(build(list(again))) == [("1907", "Alden met Corton"), ("", "Delvik left")]

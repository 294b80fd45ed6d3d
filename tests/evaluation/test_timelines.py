"""Temporal awareness of timelines: by hand, and against reductions and closures computed the long way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.evaluation import timelines
from chrono.evaluation.timelines import TimelineEvent


def line(*groups: str) -> list[TimelineEvent]:
    """A timeline of one-letter events; letters in one group are simultaneous."""
    return [TimelineEvent(rank, (("d", ord(name), ord(name) + 1),), name) for rank, group in enumerate(groups)
            for name in group]


@pytest.mark.parametrize(
    ("gold", "system", "right", "recalled"),
    [
        (line("a", "b", "c"), line("a", "b", "c"), 2, 2),
        (line("a", "b", "c"), line("c", "b", "a"), 0, 0),
        # a = b is missed; a or b may carry the link to c, and both do it rightly.
        (line("ab", "c"), line("a", "b", "c"), 1, 1),
        (line("a", "b", "c"), line("abc"), 0, 0),
        # Without b, "a before c" follows from the gold closure; no gold relation is between known events.
        (line("a", "b", "c"), line("a", "c"), 1, 0),
        (line("a", "b"), line("a", "x", "b"), 0, 1),
        # Of the three reductions of a = b = x two have a link between a and b; one in three leads to c rightly by x.
        (line("ab", "c"), line("abx", "c"), 2 / 3 + 2 / 3, 2),
        (line("a", "b"), [], 0, 0),
    ],
)
def test_by_hand(gold: list[TimelineEvent], system: list[TimelineEvent], right: float, recalled: float) -> None:
    found = timelines.compare("t", gold, system)
    assert (found.right, found.recalled) == (pytest.approx(right), pytest.approx(recalled))
    assert (found.system, found.gold) == (max(0, len(system) - 1), max(0, len(gold) - 1))


orders = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 3)), unique_by=lambda pair: pair[0]).map(
    lambda pairs: [TimelineEvent(rank, (("d", ord(name), ord(name) + 1),), name) for name, rank in pairs]
)


def reductions(timeline: list[TimelineEvent]) -> Iterator[list[tuple[str, str, str]]]:
    """Every reduced graph: any chain through each tie, any link from one tie to the next."""
    ties = [[e.label for e in members] for _, members in groupby(sorted(timeline, key=lambda e: e.rank),
                                                                 key=lambda e: e.rank)]
    chains = [[[(a, "=", b) for a, b in pairwise(order)] for order in permutations(tie)] for tie in ties]
    links = [[[(a, "<", b)] for a in one for b in two] for one, two in pairwise(ties)]
    return ([relation for part in parts for relation in part] for parts in product(*chains, *links))


def mean_entailed(timeline: list[TimelineEvent], other: list[TimelineEvent]) -> float:
    known = closure(set(next(reductions(other), [])))
    counts = [sum(relation in known for relation in relations) for relations in reductions(timeline)]
    return sum(counts) / len(counts)


def closure(relations: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    """All relations that follow, by composing until nothing new comes."""
    known = {(a, r, b) for a, r, b in relations} | {(b, "=", a) for a, r, b in relations if r == "="}
    while True:
        new = {
            (a, "=" if r == s == "=" else "<", d) for (a, r, b), (c, s, d) in product(known, known) if b == c and a != d
        }
        if new <= known:
            return known
        known |= new


@given(orders, orders)
def test_counts_are_the_mean_over_all_reductions(gold: list[TimelineEvent], system: list[TimelineEvent]) -> None:
    found = timelines.compare("t", gold, system)
    assert found.right == pytest.approx(mean_entailed(system, gold))
    assert found.recalled == pytest.approx(mean_entailed(gold, system))


@given(orders)
def test_a_timeline_agrees_with_itself(timeline: list[TimelineEvent]) -> None:
    found = timelines.compare("t", timeline, timeline)
    assert found.matched == len(timeline)
    assert found.right == pytest.approx(max(0, len(timeline) - 1)) == found.recalled


GOLD = {
    "target": "Ferry",
    "entries": [
        {"order": 0, "date": "XXXX-XX-XX", "mentions": [{"doc": "1", "sentence": 1, "token": "owns"}]},
        {"order": 1, "date": "2001", "mentions": [{"doc": "1", "token": "bought", "start": 9, "end": 15}]},
        {"order": 2, "date": "XXXX-XX-XX", "mentions": [{"doc": "1", "start": 22, "end": 29, "token": "painted"}]},
        {"order": 3, "date": "2003", "mentions": [{"doc": "1", "start": 40, "end": 44, "token": "sold"}]},
    ],
}
DOCUMENTS = {"1": {"id": "1", "text": "The line bought a big painted ferry and sold it. It owns two.",
                   "sentences": [{"n": 0, "start": 0, "end": 48}, {"n": 1, "start": 49, "end": 61}]}}


def test_gold_records() -> None:
    timeline = timelines.gold_timeline(GOLD, DOCUMENTS)
    # What could not be ordered comes last; what is undated but ordered keeps its place.
    assert {event.label: event.rank for event in timeline} == {"owns": 3, "bought": 0, "painted": 1, "sold": 2}
    assert timeline[0].places == (("1", 52, 56),)
    assert timelines.gold_timeline(GOLD)[0].places == ()


def test_tables_are_read_in_order() -> None:
    rows = [
        {"target": "Ferry", "edtf": "2001", "document": "1", "trigger_start": 9, "trigger_end": 15},
        {"target": "Ferry", "edtf": "2001", "document": "1", "trigger_start": "22", "trigger_end": "29"},
        {"target": "Ferry", "edtf": "", "document": "1", "trigger_start": 52, "trigger_end": 56},
    ]
    timeline = timelines.read_rows(rows)["Ferry"]
    assert [event.rank for event in timeline] == [0, 0, 1]
    report = timelines.report([("Ferry", timelines.gold_timeline(GOLD, DOCUMENTS), timeline)], errors=True)
    # bought = painted is wrong, either of them before owns is right.
    assert report.figures["p"] == 50 and report.figures["targets"]["Ferry"]["matched"] == 3
    assert "missed    sold" in report.text
    low, high = report.figures["interval"]
    assert low == high == pytest.approx(report.figures["f1"])

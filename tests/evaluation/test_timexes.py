"""The TempEval-3 scorer: by hand, by properties, and against the reference scorer on whole corpora."""

from __future__ import annotations

import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.evaluation import gold as reading
from chrono.evaluation import timexes
from chrono.evaluation.scores import held_back

TEXT = "The bridge opened on 3 May 1931 and closed early in 1940, nine years later."


def timex(words: str, value: str, kind: str = "DATE") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "type": kind, "value": value}


GOLD = [timex("3 May 1931", "1931-05-03"), timex("early in 1940", "1940"), timex("nine years later", "1940")]


def scored(system: list[dict[str, Any]]) -> tuple[timexes.TimexCounts, list[timexes.Mismatch]]:
    return timexes.score({"id": "bridge", "text": TEXT, "timexes": GOLD}, system)


@pytest.mark.parametrize(
    ("system", "counts", "kinds"),
    [
        (GOLD, (3, 3, 3, 3, 3, 3, 3), []),
        ([], (3, 0, 0, 0, 0, 0, 0), [("missed",)] * 3),
        ([timex("3 May 1931", "1931-03-05"), *GOLD[1:]], (3, 3, 3, 3, 3, 2, 2), [("value",)]),
        ([timex("May 1931", "1931-05-03"), *GOLD[1:]], (3, 3, 2, 3, 3, 3, 2), [("extent",)]),
        ([timex("in 1940", "1940-06", "TIME"), GOLD[0], GOLD[2]], (3, 3, 2, 3, 2, 2, 2), [("extent", "type", "value")]),
        ([*GOLD, timex("The bridge", "2000")], (3, 4, 3, 3, 3, 3, 3), [("spurious",)]),
        # White space at the ends is not part of an extent.
        ([timex(" 3 May 1931 ", "1931-05-03"), *GOLD[1:]], (3, 3, 3, 3, 3, 3, 3), []),
        # One gold expression is paired once: with the equal extent, not the longer overlap.
        ([timex("3 May 1931 and", "x"), *GOLD], (3, 4, 3, 3, 3, 3, 3), [("spurious",)]),
    ],
)
def test_counts(system: list[dict[str, Any]], counts: tuple[int, ...], kinds: list[tuple[str, ...]]) -> None:
    found, mismatches = scored(system)
    assert found == timexes.TimexCounts(*counts)
    assert [mismatch.kinds for mismatch in mismatches] == kinds


def test_figures_by_hand() -> None:
    figures = timexes.TimexCounts(gold=10, system=8, strict=5, relaxed=6, type=6, value=3, strict_value=3).as_dict()
    assert figures["strict_p"] == 62.5 and figures["strict_r"] == 50
    assert figures["relaxed_f1"] == pytest.approx(66.67, abs=0.005)
    assert figures["value_acc"] == 50 and figures["value_f1"] == pytest.approx(33.33, abs=0.005)


def test_confidences_are_judged() -> None:
    sure, unsure = {**GOLD[0], "confidence": 0.9}, {**GOLD[1], "value": "1941", "confidence": 0.3}
    beside = {**timex("The bridge", "2000"), "confidence": 0.2}
    report = timexes.report([{"id": "bridge", "text": TEXT, "timexes": GOLD}], {"bridge": [sure, unsure, beside]})
    (part,) = report.figures["calibration"].values()
    assert [(p["confidence"], p["accuracy"]) for p in part["curve"]] == [(0.2, 0), (0.3, 0), (0.9, 1)]
    assert part["expected_calibration_error"] == pytest.approx(0.2)
    assert "0.200" in report.text


def test_report_counts_both_parts_and_lists_only_the_open_one() -> None:
    ids = [f"document {n}" for n in range(40)]
    documents = [{"id": name, "text": TEXT, "timexes": GOLD} for name in ids]
    report = timexes.report(documents, {}, errors=True)
    closed = [name for name in ids if held_back(name)]
    assert 0 < len(closed) < 40
    assert report.figures["parts"]["held back"]["gold"] == 3 * len(closed)
    assert report.figures["errors"]["held back"] == {"missed": 3 * len(closed)}
    assert f"missed ({3 * (40 - len(closed))})" in report.text
    listed = {line.split("\t")[0].strip() for line in report.text.splitlines() if "\t" in line}
    assert listed == set(ids) - set(closed)
    everything = timexes.report(documents, {}, errors="all")
    assert {line.split("\t")[0].strip() for line in everything.text.splitlines() if "\t" in line} == set(ids)


extents = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(lambda p: (p[0], min(len(TEXT), sum(p))))
systems = st.lists(
    st.builds(
        lambda extent, kind, value: {"start": extent[0], "end": extent[1], "type": kind, "value": value},
        extents, st.sampled_from(["DATE", "TIME"]), st.sampled_from(["1931-05-03", "1940", "PXY"]),
    ),
    max_size=8,
)


@given(systems)
def test_counts_nest(system: list[dict[str, Any]]) -> None:
    counts, mismatches = scored(system)
    assert counts.strict <= counts.relaxed <= min(counts.gold, counts.system)
    assert counts.strict_value <= min(counts.strict, counts.value) and counts.type <= counts.relaxed
    assert sum(m.gold is None for m in mismatches) == counts.system - counts.relaxed
    assert sum(m.system is None for m in mismatches) == counts.gold - counts.relaxed


def mangled(timexes_: list[dict[str, Any]], text: str, draw: random.Random) -> list[dict[str, Any]]:
    """Gold expressions as a middling tagger would give them."""
    out = []
    for gold in timexes_:
        if draw.random() < 0.15:
            continue
        start, end = gold["start"], gold["end"]
        if draw.random() < 0.25:
            start = max(0, start + draw.randint(-6, 4))
            end = max(start, min(len(text), end + draw.randint(-4, 6)))
        found = {"start": start, "end": end, "type": gold["type"], "value": gold["value"]}
        if draw.random() < 0.2:
            found[draw.choice(("type", "value"))] = "X"
        if draw.random() < 0.05:
            del found["value"]
        out.append(found)
        if draw.random() < 0.15:
            at = draw.randrange(max(1, len(text) - 10))
            out.append({"start": at, "end": min(len(text), at + 9), "type": "DATE", "value": "1999"})
    return out


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["timebank", "aquaint", "wikiwars-dev", "tweets-dev"])
def test_agrees_with_the_reference_scorer(name: str, corpora: Path, timex_tool: ModuleType) -> None:
    documents = [json.loads(line) for line in (corpora / f"{name}.jsonl").open(encoding="utf-8")]
    for seed in range(3):
        draw = random.Random(seed)
        system = {
            document["id"]: mangled(document["timexes"], document["text"], draw)
            for document in documents
            if draw.random() > 0.02
        }
        expected = timex_tool.score(
            {document["id"]: document for document in documents},
            {name: {"id": name, "timexes": found} for name, found in system.items()},
        )
        scored_documents = [reading.scored_part(document) for document in documents]
        figures = timexes.report(scored_documents, system).figures
        assert {key: figures[key] for key in expected} == expected

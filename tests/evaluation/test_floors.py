"""The figures on corpora and suites that must not fall (``floors.toml``)."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from chrono.evaluation import evaluate

CORPORA = Path(os.environ.get("CHRONO_CORPORA") or Path(__file__).parents[3] / "shared" / "corpora")
SUITES = CORPORA.parent / "suites"
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not CORPORA.is_dir(), reason="no corpora (CHRONO_CORPORA)")]


@pytest.mark.parametrize("name", FLOORS["corpora"])
def test_corpora(name: str) -> None:
    figures = evaluate(CORPORA / name, kind="timexes").as_dict()["timexes"]
    found = [figures["strict_f1"], figures["relaxed_f1"], figures["value_f1"]]
    assert all(figure >= floor for figure, floor in zip(found, FLOORS["corpora"][name], strict=True)), found


def test_suites() -> None:
    below, alarms = {}, 0
    for name, floor in FLOORS["suites"].items():
        part = evaluate(SUITES / name).as_dict()["suite"]["parts"]["policy-free"]
        alarms += part["false_alarms"]
        if part["resolved_acc"] < floor:
            below[name] = part["resolved_acc"]
    assert not below
    assert alarms <= FLOORS["false-alarms"]["at-most"]


def test_dating() -> None:
    parts = evaluate(CORPORA / "eventtime-dev.jsonl", given_events=True).as_dict()["dating"]
    found = {name: parts[name]["system"]["exact"] for name in FLOORS["dating"]}
    assert all(figure >= FLOORS["dating"][name] for name, figure in found.items()), found

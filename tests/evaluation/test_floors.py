"""The figures on annotated corpora and other parsers' suites that no change of a rule may silently cost.

``floors.json`` holds them: per corpus and part strict, relaxed and value F1; per suite the share of its policy-free
cases resolved (holidays aside); and the most false alarms on all negative cases together. After a gain, raise them.
They lie 0.4 below what was reached, 1.0 in parts of fewer than 400 expressions, where two cases are as much.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from chrono.evaluation import evaluate

pytestmark = pytest.mark.corpus
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


def falls(reached: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """What lies under its floor, by name: the figure reached and the floor."""
    return {name: (round(reached[name], 1), floor) for name, floor in floors.items() if reached[name] < floor}


@pytest.mark.parametrize("name", FLOORS["corpora"])
def test_corpus(name: str, corpora: Path) -> None:
    figures = evaluate(corpora / f"{name}.jsonl", kind="timexes").as_dict()["timexes"]
    fallen = {part: falls(figures["parts"][part], floors) for part, floors in FLOORS["corpora"][name].items()}
    assert not any(fallen.values()), fallen


@pytest.fixture(scope="module")
def suite_figures(suites_paths: list[Path]) -> dict[str, dict[str, Any]]:
    return {path.stem: evaluate(path).as_dict()["suite"]["parts"] for path in suites_paths}


@pytest.mark.parametrize("name", FLOORS["suites"])
def test_suite(name: str, suite_figures: Mapping[str, Any]) -> None:
    parts = suite_figures[name]
    reached = parts.get("holidays aside", parts["policy-free"])["resolved_acc"]
    assert reached >= FLOORS["suites"][name]


def test_false_alarms(suite_figures: Mapping[str, Any]) -> None:
    alarms = {name: parts["policy-free"]["false_alarms"] for name, parts in suite_figures.items()}
    assert sum(alarms.values()) <= FLOORS["false_alarms"], alarms

"""The figures on annotated corpora that must not fall (TimeML events and their days)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from chrono import grammar
from chrono.events import triggers

CORPORA = Path(os.environ.get("CHRONO_CORPORA") or Path(__file__).parents[3] / "shared" / "corpora")
pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not CORPORA.is_dir(), reason="no corpora (CHRONO_CORPORA)")]


def documents(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPORA / name).read_text(encoding="utf-8").splitlines()]


def test_triggers() -> None:
    right = found = wanted = 0
    for record in documents("aquaint.jsonl"):
        spans = {(start, end) for start, end, _ in triggers(grammar.load().parse(record["text"]))}
        gold = {(event["start"], event["end"]) for event in record["events"]}
        right, found, wanted = right + len(spans & gold), found + len(spans), wanted + len(gold)
    assert 2 * right / (found + wanted) >= 0.82

"""``chrono.evaluation.evaluate``: telling the kind of gold standard, reading predictions, the report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chrono.errors import InputError
from chrono.evaluation import evaluate
from chrono.evaluation.gold import kinds, read

TEXT = "The dam broke in 1864 and was rebuilt."
ANNOTATED = {
    "id": "dam", "dct": "1900-01-01", "text": TEXT,
    "timexes": [{"start": 17, "end": 21, "type": "DATE", "value": "1864"}],
    "events": [{"start": 8, "end": 13, "eid": "e1", "class": "OCCURRENCE"},
               {"start": 30, "end": 37, "eid": "e2", "class": "OCCURRENCE"}],
}
DATED = {**ANNOTATED, "events": [{**ANNOTATED["events"][0], "when": {"after": "1864-01-01", "before": "1864-12-31"}}]}
TIMELINE = {"target": "dam", "entries": [
    {"order": 1, "date": "1864", "mentions": [{"doc": "dam", "start": 8, "end": 13}]},
    {"order": 2, "date": "1866", "mentions": [{"doc": "dam", "start": 30, "end": 37}]},
]}
SUITE = {"id": "s", "suite": "own", "text": TEXT, "ref": "1900-01-01", "expected": [
    {"text": "1864", "start_char": 17, "end_char": 21, "type": "date", "start": "1864", "end": None, "grain": "year",
     "timex": None, "alternatives": []}]}


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (ANNOTATED, ("timexes", "triggers")),
        ({**ANNOTATED, "events": []}, ("timexes",)),
        (DATED, ("dating",)),
        (TIMELINE, ("timelines",)),
        (SUITE, ("suite",)),
    ],
)
def test_kinds_are_told_from_the_fields(record: dict[str, Any], found: tuple[str, ...]) -> None:
    assert kinds([record]) == found


@pytest.mark.parametrize(
    ("gold", "options", "cause"),
    [
        ([{"id": "a", "text": "no annotation"}], {}, "none of the known fields"),
        ([{"text": "x", "timexes": []}], {}, "record 1 of the gold standard has no id"),
        ([ANNOTATED], {"kind": "dates"}, "no kind of evaluation"),
        ([ANNOTATED], {"kind": "suite"}, "nothing to score as suite, but timexes and triggers"),
        ([ANNOTATED], {"kind": "dating"}, "nothing to score as dating, but timexes and triggers"),
        ([TIMELINE], {"kind": "timexes"}, "nothing to score as timexes, but timelines"),
        ([SUITE], {"kind": "timelines", "documents": [ANNOTATED]}, "nothing to score as timelines, but suite"),
        ([], {}, "none of the known fields"),
        ([TIMELINE], {}, "--documents"),
        ([{**ANNOTATED, "timexes": [{"start": 30, "end": 99}]}], {"predictions": []}, "no stretch of its text"),
        ([ANNOTATED], {"predictions": [{"id": "dam", "timexes": [{"start": 9, "end": 2}]}]}, "no stretch of its text"),
    ],
)
def test_bad_input_is_one_line(gold: list[dict[str, Any]], options: dict[str, Any], cause: str) -> None:
    with pytest.raises(InputError, match=cause) as problem:
        evaluate(gold, **options)
    assert "\n" not in str(problem.value)


def test_predictions_of_another_tool(tmp_path: Path) -> None:
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    gold.write_text(json.dumps(ANNOTATED) + "\n")
    predictions.write_text(json.dumps({"id": "dam", "timexes": ANNOTATED["timexes"], "events": []}) + "\n")
    found = evaluate(gold, predictions)
    assert found["timexes"].figures["value_f1"] == 100
    assert found["triggers"].figures["all"]["strict"]["f1"] == 0
    assert found.as_dict().keys() == {"timexes", "triggers"}
    assert json.loads(json.dumps(found.as_dict())) == found.as_dict()
    assert str(found).startswith("Time expressions (TempEval-3), 1 documents\n")
    with pytest.raises(KeyError):
        found["dating"]


def test_only_what_the_predictions_carry_is_scored() -> None:
    found = evaluate([ANNOTATED], [{"id": "dam", "timexes": []}])
    assert found.as_dict().keys() == {"timexes"}


def test_rows_of_an_event_table_as_predictions() -> None:
    row = {"document": "dam", "trigger": "broke", "trigger_start": "8", "trigger_end": "13", "edtf": "1864",
           "confidence": "0.8", "target": "dam", "when": {"after": "1864-01-01", "before": "1864-12-31"}}
    triggers = evaluate([ANNOTATED], [row], kind="triggers")["triggers"].figures["all"]
    assert (triggers["strict"]["p"], triggers["strict"]["r"]) == (100, 50)
    assert evaluate([DATED], [row])["dating"].figures["all"]["system"]["exact"] == 100
    other = {**row, "trigger": "rebuilt", "trigger_start": 30, "trigger_end": 37, "edtf": "1866"}
    assert evaluate([TIMELINE], [row, other])["timelines"].figures["f1"] == 100
    assert evaluate([TIMELINE], [other, row])["timelines"].figures["f1"] == 0


def test_suite_predictions() -> None:
    found = {"id": "s", "found": [{"text": "1864", "start_char": 17, "end_char": 21, "start": "1864", "end": None}]}
    assert evaluate([SUITE], [found])["suite"].figures["parts"]["policy-free"]["resolved"] == 1


def test_a_timeml_folder_against_itself(sample: Path) -> None:
    figures = evaluate(sample, sample).as_dict()
    assert figures["timexes"]["gold"] == 24 and figures["timexes"]["strict_value_f1"] == 100
    assert figures["triggers"]["all"]["gold"] == 25 and figures["triggers"]["all"]["strict"]["f1"] == 100


def test_predictions_are_found_by_file_name_too(sample: Path) -> None:
    renamed = [{**record, "id": "", "timexes": record["timexes"]} for record in read(sample)]
    assert evaluate(sample, renamed, kind="timexes")["timexes"].figures["without_prediction"] == 0


def test_importing_costs_nothing() -> None:
    check = "import sys, chrono.evaluation; print([m for m in ('spacy', 'pandas', 'plotly') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"

"""The suites' scorer: readings that agree and that do not, counts, and the reference scorer on every suite."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chrono.evaluation import suites
from chrono.evaluation.suite_stamps import stamp
from chrono.evaluation.suite_values import agrees, agrees_cycle, agrees_split


def item(start: str | None = None, end: str | None = None, grain: str | None = None, **more: Any) -> dict[str, Any]:
    base = {"text": None, "start_char": None, "end_char": None, "type": "date", "timex": None, "alternatives": []}
    return {**base, "start": start, "end": end, "grain": grain, **more}


@pytest.mark.parametrize(
    ("expected", "predicted", "right"),
    [
        (item("2013-02", grain="month"), item("2013-02", grain="month"), True),
        (item("2013-02", grain="month"), item("2013-02-14", grain="day"), True),  # finer, but the month is right
        (item("2013-02-14", grain="day"), item("2013-02", grain="month"), False),
        (item("2013-02-14", grain="day"), item("2013-02-15", grain="day"), False),
        (item("2013-02-11", grain="week"), item("2013-W07", grain="week"), True),
        (item("2013-02-11", grain="week"), item("2013-02-11", "2013-02-17", "day"), True),
        (item("2013-02-11", grain="week"), item("2013-02-11", "2013-02-16", "day"), False),
        (item("2013-01", "2013-03", "quarter"), item("2013-01-01", "2013-03-31", "day"), True),
        (item("2013-01", "2013-03", "quarter"), item("2013-01", grain="quarter"), True),
        (item("2013-01", "2013-03", "quarter"), item("2013-01", grain="month"), False),
        (item("2013-12-18", "2013-12-28", "day", end_raw="2013-12-29"), item("2013-12-18", "2013-12-29"), True),
        (item("2013-12-18", "2013-12-28", "day", end_raw="2013-12-29"), item("2013-12-18", "2013-12-30"), False),
        (item("2013-02-14T17", grain="hour"), item("2013-02-14T17:00", grain="minute"), True),
        (item("2013-02-14T17:00", grain="minute"), item("2013-02-14T17", grain="hour"), True),
        (item("2013-02-14T17:30", grain="minute"), item("2013-02-14T17", grain="hour"), False),
        (item("T17:00", grain="minute"), item("2013-02-14T17:00+01:00"), True),
        (item("2013-02-14", grain="day"), item("T17"), False),
        (item(end="2014", grain="year", mod="before"), item(end="2014"), True),
        (item(end="2014", grain="year", mod="before"), item("2014"), True),
        (item(end="2014", grain="year", mod="before"), item(end="2013"), False),
        (item("-0499"), item("BC0499"), True),
        (item("-0499"), item("0499"), False),
        (item(timex="1964-SU", grain="season"), item(timex="1964-SU"), True),
        (item(timex="1964-FA"), item(timex="1964-AU"), True),
        (item(type="duration", timex="P1Y"), item(timex="P12M"), True),
        (item(type="duration", timex="P7D"), item(timex="P1W"), True),
        (item(type="duration", timex="P1M"), item(timex="P4W"), False),
        (item(type="duration", timex="PXD"), item(timex="PXXD"), True),
        (item(type="duration", timex="PXD"), item(timex="PXW"), False),
        (item(type="duration", timex="P2E"), item(timex="P20Y"), True),
        (item(type="set", timex="XXXX-WXX-2", periodicity="P1W"), item(timex="P7D"), True),
        (item(type="set", timex="XXXX-WXX-2"), item(timex="WXX-2"), True),
        (item(type="set", timex="XXXX-WXX-2"), item(timex="XXXX-WXX-3"), False),
        (item("2013-03", alternatives=[{"start": "2012-03", "end": None, "grain": "month"}]), item("2012-03"), True),
        (item("2013-02-11T18", "2013-02-11T23", "hour"), item("2013-02-11T18", "2013-02-11T23"), True),
        (item("2013-02-30", grain="day"), item("2013-03-02", grain="day"), False),
    ],
)
def test_agreement(expected: dict[str, Any], predicted: dict[str, Any], right: bool) -> None:
    assert agrees(expected, predicted) is right


def test_ranges_may_be_given_as_their_ends() -> None:
    whole = item("2017-07-03", "2017-07-06", "day", type="range")
    ends = [item("2017-07-03", grain="day"), item("2017-07-06", grain="day")]
    assert agrees_split(whole, [], ends)
    assert not agrees_split(whole, [], ends[:1])
    assert agrees_split(ends[0], [ends[1]], [whole])
    assert not agrees_split(ends[0], [item("2017-07-07", grain="day")], [whole])


@pytest.mark.parametrize(
    ("cycle", "start", "given", "right"),
    [
        ("year", "2014-02-15", "2013-02-15", True),
        ("week", "2013-02-19", "2013-02-12", True),
        ("day", "2013-02-13T17", "2013-02-12T17", True),
        ("month", "2013-01-05", "2012-12-05", True),
        ("week", "2013-02-19", "2013-02-11", False),
        ("week", "2013-02", "2013-02", False),
    ],
)
def test_cycles(cycle: str, start: str, given: str, right: bool) -> None:
    assert agrees_cycle(item(start, grain="day"), cycle, [item(given)]) is right


@pytest.mark.parametrize("value", [None, "", "PXY", "PRESENT_REF", "2013-W99", "soon", "12", "2013-2"])
def test_what_is_no_calendar_value(value: str | None) -> None:
    assert stamp(value) is None


def case(expected: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": "c", "suite": "own", "text": "met on 5 May 2010 at noon", "ref": "2013-01-01", "expected": expected,
            **more}


DAY = item("2010-05-05", grain="day", text="on 5 May 2010", start_char=4, end_char=17)
GOOD = {"text": "5 May 2010", "start_char": 7, "end_char": 17, "start": "2010-05-05", "end": None, "grain": "day"}
NOON = {"text": "noon", "start_char": 21, "end_char": 25, "start": "T12", "end": None, "grain": "hour"}


@pytest.mark.parametrize(
    ("expected", "found", "counts", "kinds"),
    [
        ([DAY], [GOOD], {"found": 1, "exact": 0, "nearly_exact": 1, "resolved": 1, "spurious": 0}, []),
        ([DAY], [], {"found": 0, "resolved": 0, "comparable_found": 0}, ["missed"]),
        ([DAY], [GOOD, NOON], {"resolved": 1, "spurious": 1}, ["spurious"]),
        ([DAY], [{**GOOD, "start": "2010-05-06"}], {"found": 1, "resolved": 0}, ["resolved"]),
        ([DAY], [{**GOOD, "end_char": 12, "text": "5 May"}], {"resolved": 1, "nearly_exact": 0}, ["extent"]),
        ([], [GOOD, NOON], {"negative": 1, "fired": 1, "false_alarms": 2, "expected": 0}, ["negative"]),
        ([], [], {"negative": 1, "fired": 0}, []),
    ],
)
def test_counts(
    expected: list[dict[str, Any]], found: list[dict[str, Any]], counts: dict[str, int], kinds: list[str]
) -> None:
    tally, mismatches = suites.score(case(expected), found)
    assert {name: tally[name] for name in counts} == counts
    assert [mismatch.kind for mismatch in mismatches] == kinds


def test_policy_cases_are_reported_apart() -> None:
    cases = [case([DAY]), case([DAY], id="f", convention="assistant-future"), case([DAY], id="h", topic="holiday")]
    report = suites.report(cases, {"c": [GOOD]}, errors=True)
    parts = report.figures["parts"]
    assert parts["all cases"]["comparable"] == 3
    assert parts["policy-free"]["resolved_acc"] == 50
    assert parts["holidays aside"]["resolved_acc"] == 100 and parts["holidays"]["resolved_acc"] == 0
    assert "missed    h" in report.text and "missed    f" not in report.text
    assert report.figures["without_prediction"] == 2


NAMES = {
    "exp": "expected", "found": "found", "anch": "placed", "exact": "exact", "exact2": "nearly_exact",
    "cmp": "comparable", "res": "resolved", "res2": "resolved_in_cycle", "cmp_found": "comparable_found",
    "split": "split", "spurious": "spurious", "neg": "negative", "neg_fired": "fired", "false_alarms": "false_alarms",
}


def mangled(record: dict[str, Any], draw: random.Random) -> list[dict[str, Any]]:
    """What the case expects, as a middling parser would give it."""
    found = []
    for wanted in record["expected"]:
        if draw.random() < 0.1:
            continue
        reading = draw.choice([wanted, wanted, *wanted["alternatives"]])
        given = {**wanted, **reading}
        start, end = given.get("start"), given.get("end")
        if start and draw.random() < 0.3:
            start = draw.choice([start[:7], start[:10], start[:-1] + draw.choice("0123456789"), None])
        if draw.random() < 0.2:
            end = draw.choice([start, wanted.get("end_raw"), None])
        grain = draw.choice([given.get("grain"), given.get("grain"), None, "day", "week", "quarter", "decade"])
        value = draw.choice([given.get("timex"), given.get("timex"), start, "P7D", "PXD", "BC0044", "XXXX-WXX-2"])
        place = given["start_char"]
        if place is not None and draw.random() < 0.3:
            place = max(0, place - 4)
        words = record["text"] if place is None else record["text"][place : given["end_char"]]
        found.append({"text": words, "start_char": place, "end_char": given["end_char"], "start": start, "end": end,
                      "grain": grain, "timex": value, "type": given["type"]})
    if draw.random() < 0.1:
        found.append({"text": "x", "start_char": 0, "end_char": 1, "start": "2013-02-12", "end": None})
    return found


FAIR = ["--skip-mode", ",".join(sorted(suites.OTHER_MODES)), "--skip-convention",
        ",".join(sorted(suites.OTHER_CONVENTIONS))]


@pytest.mark.corpus
@pytest.mark.parametrize(("part", "options"), [("all cases", []), ("policy-free", FAIR)])
def test_agrees_with_the_reference_scorer(
    part: str, options: list[str], suites_paths: list[Path], suite_tool: Path, tmp_path: Path
) -> None:
    draw = random.Random(7)
    for path in suites_paths:
        records = [json.loads(line) for line in path.open(encoding="utf-8")]
        found = {record["id"]: mangled(record, draw) for record in records}
        predictions = tmp_path / "predictions.jsonl"
        predictions.write_text("".join(json.dumps({"id": i, "found": f}) + "\n" for i, f in found.items()))
        command = [sys.executable, str(suite_tool), str(path), str(predictions), "--json", *options]
        expected = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)["ALL"]
        figures = suites.report(records, found).figures["parts"][part]
        assert {name: figures[ours] for name, ours in NAMES.items()} == {n: expected.get(n, 0) for n in NAMES}

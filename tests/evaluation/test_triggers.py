"""Scores of event triggers."""

from __future__ import annotations

from chrono.evaluation import triggers

TEXT = "Talks collapsed, dockers walked out and the board threatened to sue."


def word(text: str, **more: str) -> dict[str, object]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), **more}


def test_triggers() -> None:
    gold = {"id": "dockers", "text": TEXT, "events": [
        word("collapsed", **{"class": "OCCURRENCE"}), word("walked", **{"class": "OCCURRENCE"}),
        word("threatened", **{"class": "I_ACTION"}), word("sue", **{"class": "OCCURRENCE"}),
    ]}
    found = [word("Talks"), word("collapsed"), word("walked out"), word("threatened")]
    report = triggers.report([gold], {"dockers": found}, errors=True)
    figures = report.figures
    assert figures["all"]["strict"] == {"p": 50, "r": 50, "f1": 50}
    assert figures["all"]["relaxed"] == {"p": 75, "r": 75, "f1": 75}
    assert figures["recall_by_class"] == {"I_ACTION": 100, "OCCURRENCE": 100 * 2 / 3}
    assert "Missed, most often (development): sue 1" in report.text
    assert "Spurious, most often (development): talks 1" in report.text


def test_nothing_found() -> None:
    figures = triggers.report([{"id": "d", "text": TEXT, "events": [word("sue")]}], {}).figures
    assert figures["all"]["relaxed"]["f1"] == 0 and figures["all"]["gold"] == 1

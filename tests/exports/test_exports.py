"""The formats: what they hold, the same bytes for the same rows, files whole or not at all."""

import io
import json

import pytest

from chrono import exports
from chrono.chronology import COLUMNS, read_table
from chrono.errors import InputError
from tests.chronology.events import build, event

TEXTUAL = [name for name in exports.formats() if name != "html"]


@pytest.fixture
def made():
    return build([
        event("=Beta closed the “yard”, at last", "2019-12-04", who=("Beta; Sons",), sources=("clerk",), at=50),
        event("Gamma has led the firm", "2017/..", relation="since", at=100, document="e"),
    ], title="A title")


def text(made, form) -> str:
    stream = io.StringIO(newline="")
    exports.write(made, stream, form)
    return stream.getvalue()


@pytest.mark.parametrize("form", TEXTUAL)
def test_files_hold_what_streams_get_and_bytes_repeat(tmp_path, made, form):
    path = tmp_path / "new" / f"events.{form}"
    exports.write(made, path)
    assert path.read_bytes() == text(made, form).encode("utf-8") == text(made, form).encode("utf-8")
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_csv_neutralises_formulas_and_reads_back(tmp_path, made):
    path = tmp_path / "events.csv"
    exports.write(made, path)
    assert "'=Beta closed" in path.read_text("utf-8")
    assert read_table(path).rows == made.rows


def test_json_is_one_object(made):
    told = json.loads(text(made, "json"))
    assert told["title"] == "A title" and told["columns"] == list(COLUMNS)
    assert told["rows"] == made.rows
    assert [document["id"] for document in told["documents"]] == ["d", "e"]
    assert told["documents"][0]["reference"] == {
        "date": "2019-12-04", "source": "given", "why": "given with --date", "confidence": 1.0, "alternatives": []}


def test_jsonl_has_a_row_a_line(made):
    lines = text(made, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == made.rows
    assert text(build([]), "jsonl") == ""


def test_an_unknown_format_is_named(made, tmp_path):
    with pytest.raises(InputError, match="'docx' is no format; there are csv, "):
        exports.write(made, tmp_path / "events.docx")
    with pytest.raises(InputError, match="'' is no format"):
        exports.write(made, tmp_path / "events")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_format_leaves_the_old_file(tmp_path, made, monkeypatch):
    path = tmp_path / "events.csv"
    path.write_text("old")

    def fail(chronology, stream):
        stream.write("half")
        raise InputError("no more")

    monkeypatch.setitem(exports.FORMATS, "csv", fail)
    with pytest.raises(InputError):
        exports.write(made, path)
    assert path.read_text() == "old" and [each.name for each in tmp_path.iterdir()] == ["events.csv"]


def test_markdown_obeys_nothing_in_the_text():
    made = build([event("A | B <b>won</b> *it*\n& left", "2019", trigger="won"), event("Undated thing happened", "")])
    assert text(made, "md").splitlines() == [
        "| Date | Event | Status | Read from |", "| --- | --- | --- | --- |",
        r"| 2019 | A \| B \<b\>won\</b\> \*it\* &amp; left | happened | explicit |",
        "| undated | Undated thing happened | happened | undated |"]


ICS = [  # EDTF, relation, status, lines of the event, or none
    ("2019-12-04", "on", "happened", ["DTSTART;VALUE=DATE:20191204", "DTEND;VALUE=DATE:20191205", "SUMMARY:It happened",
                                      "STATUS:CONFIRMED"]),
    ("2019", "on", "planned", ["DTSTART;VALUE=DATE:20190101", "DTEND;VALUE=DATE:20200101", "SUMMARY:It happened (2019)",
                               "STATUS:TENTATIVE"]),
    ("2017/..", "since", "ongoing", ["DTSTART;VALUE=DATE:20170101", "DTEND;VALUE=DATE:20170102",
                                     "SUMMARY:It happened (since 2017)"]),
    ("../2019-12-31", "by", "planned", ["DTSTART;VALUE=DATE:20191231", "DTEND;VALUE=DATE:20200101"]),
    ("2019-12-04T09:30:00", "on", "happened", ["DTSTART:20191204T093000", "DTEND:20191204T093100"]),
    ("2019-12-04", "on", "denied", None),
    ("-0043", "on", "happened", None),
    ("", "on", "happened", None),
]


@pytest.mark.parametrize(("date", "relation", "status", "lines"), ICS)
def test_calendar_events(date, relation, status, lines):
    made = build([event("It happened", date, relation=relation, status=status)])
    found = text(made, "ics").split("\r\n")
    assert found[0] == "BEGIN:VCALENDAR" and found[-2:] == ["END:VCALENDAR", ""]
    assert ("BEGIN:VEVENT" in found) == (lines is not None)
    assert set(lines or ()) <= set(found)


def test_calendar_lines_are_short_and_escaped():
    made = build([event("Ärger, viel; „Ärger“ \\ überall\nund immer " + "Ä" * 90, "2019-12-04", trigger="viel")])
    lines = text(made, "ics").split("\r\n")
    assert max(len(line.encode("utf-8")) for line in lines) <= 75
    unfolded = text(made, "ics").replace("\r\n ", "")
    assert "SUMMARY:Ärger\\, viel\\; „Ärger“ \\\\ überall\\nund immer ÄÄÄ" in unfolded

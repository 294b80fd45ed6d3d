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

"""Bad input: one clear line on standard error, the rest of the batch goes on, nothing half-written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

BAD = {
    "missing.txt": (None, "no such file"),
    "folder": ("folder", "no articles in this folder (.txt, .text, .md,"),
    "empty.txt": (b"", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0", "a binary file, not text"),
    "letter.rtf": (b"{\\rtf1\\ansi We met on 3 May 2011.}", "RTF, not plain text; save it as text first"),
    "report.docx": (b"PK\x03\x04\x14\0\x06\0", "a Word document or another archive, not plain text"),
    "scan.pdf": (b"%PDF-1.4\n1 0 obj", "a PDF, not plain text"),
    "news.json": (b'[{"text": "It rained."}]', "one document a line (.jsonl)"),
    "russian.txt": ("Мост открыли".encode("cp1251"), "say --encoding"),
    "broken.jsonl": (b'{"text": ', "not a JSON object"),
    "undated.jsonl": (b'{"text": "It rained.", "dct": "soon"}', "cannot read 'soon' as a date"),
}


def make(folder: Path, name: str) -> None:
    content = BAD[name][0]
    if content == "folder":
        (folder / name).mkdir()
    elif isinstance(content, bytes):
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("command", ["extract", "tag"])
@pytest.mark.parametrize("name", BAD)
def test_one_line_names_file_and_cause(folder: Path, chrono: Command, name: str, command: str) -> None:
    make(folder, name)
    done = chrono(command, name)
    assert done.code == 2
    assert done.out == ""
    (line,) = done.err.strip().splitlines()
    assert line.startswith(f"chrono: {name}")
    assert BAD[name][1] in line
    assert not (folder / "outputs").exists()


@pytest.mark.parametrize("command", ["extract", "tag"])
def test_the_rest_of_the_batch_goes_on(folder: Path, chrono: Command, command: str) -> None:
    for name in BAD:
        make(folder, name)
    done = chrono(command, *BAD, "ferry.txt")
    assert done.code == 1
    assert sum(line.startswith("chrono: ") for line in done.err.splitlines()) == len(BAD)
    assert "1951" in done.out


@pytest.mark.parametrize("option", ["--date", "--today", "--from", "--to"])
def test_a_date_that_is_none(chrono: Command, option: str) -> None:
    done = chrono("extract", "ferry.txt", option, "soonish") if option != "--today" else None
    if done is None:
        from typer.testing import CliRunner

        from chrono.cli import app

        result = CliRunner().invoke(app, ["extract", "ferry.txt", "--today", "soonish"])
        assert result.exit_code == 2
        assert result.stderr.strip() == "chrono: --today: cannot read 'soonish' as a date"
        return
    assert done.code == 2
    assert done.err.strip() == f"chrono: {option}: cannot read 'soonish' as a date"


@pytest.mark.parametrize("words", [
    ("extract", "ferry.txt"), ("tag", "ferry.txt", "-o", "outputs/t.json", "-f", "json"),
    ("extract", "given.jsonl", "-f", "jsonl", "--given-events"),
])
def test_a_folder_that_cannot_be_written(folder: Path, chrono: Command, words: tuple[str, ...]) -> None:
    (folder / "outputs").write_text("a file", encoding="utf-8")
    (folder / "given.jsonl").write_text('{"text": "It rained.", "events": [{"start": 3, "end": 9}]}', encoding="utf-8")
    done = chrono(*words)
    assert done.code == 2
    assert "cannot be written" in done.err
    assert len(done.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("title,when\na,2019\n", "event"),
        ("event\nIt rained\n", "date"),
        ("", "empty"),
        ("event,date\nIt rained,soonish\n", "soonish"),
        ("event,start,end\nIt rained,2019-05-01,2019-04-01\n", "row 2"),
    ],
)
def test_a_table_without_what_is_needed(folder: Path, chrono: Command, content: str, cause: str) -> None:
    (folder / "t.csv").write_text(content, encoding="utf-8")
    done = chrono("draw", "t.csv")
    assert done.code == 2
    (line,) = done.err.strip().splitlines()
    assert line.startswith("chrono: t.csv")
    assert cause in line
    assert not (folder / "t.html").exists()


def test_a_missing_table(chrono: Command) -> None:
    done = chrono("draw", "t.csv")
    assert done.code == 2
    assert done.err.startswith("chrono: t.csv: ")
    assert "no such file" in done.err.lower()


def test_an_inferred_encoding_is_told(folder: Path, chrono: Command) -> None:
    (folder / "cafe.txt").write_bytes("The café in Köln closed on 3 May 2011.\n".encode("cp1252"))
    done = chrono("tag", "cafe.txt")
    assert done.code == 0
    assert "café in Köln" in done.out
    assert done.err.strip() == "cafe.txt: read as cp1252; say --encoding if that is wrong"
    assert chrono("tag", "cafe.txt", "--encoding", "cp1252").err == ""
    assert chrono("tag", "cafe.txt", "--encoding", "klingon").code == 2


def test_a_line_of_a_collection_is_named_by_its_id(folder: Path, chrono: Command) -> None:
    lines = ['{"id": "a", "text": "The mill burned.", "dct": "2020-02-31"}', '{"id": "b", "text": "It shut in 1990."}']
    (folder / "mills.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for command in ("tag", "extract"):
        done = chrono(command, "mills.jsonl")
        assert done.code == 1 and "mills.jsonl (a): cannot read '2020-02-31' as a date (its metadata)" in done.err


def test_an_id_that_two_documents_have_is_reported(folder: Path, chrono: Command) -> None:
    lines = ['{"id": "a", "text": "The mill burned in 1980."}', '{"id": "a", "text": "The mill shut in 1990."}']
    (folder / "mills.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for command in ("tag", "extract"):
        done = chrono(command, "mills.jsonl")
        assert done.code == 1 and "mills.jsonl: another document has the id 'a'" in done.err
        assert "1980" in done.out and "1990" not in done.out


def test_events_that_no_article_carries_cannot_be_dated(chrono: Command) -> None:
    for form in ("csv", "jsonl"):
        done = chrono("extract", "ferry.txt", "--given-events", "--format", form)
        assert done.code == 2 and done.err.startswith("chrono: --given-events: no article carries events")


@pytest.mark.parametrize(("options", "cause"), [
    (["--format", ""], "--format: one or more of csv, html"), (["--format", "csv,xls"], "--format: xls is not one of"),
    (["--date", ""], "--date: cannot read '' as a date"), (["--about", " "], "about: an empty name"),
    (["--out", "ferry.txt"], "a part of its folder's path is a file"),
])
def test_options_that_say_nothing_are_refused(chrono: Command, options: list[str], cause: str) -> None:
    done = chrono("extract", "ferry.txt", *options)
    assert done.code == 2 and done.out == "" and cause in done.err


def test_what_nothing_is_found_about_is_told(chrono: Command) -> None:
    assert "No events about Nobody or Nothing found." in chrono(
        "extract", "ferry.txt", "--about", "Nobody", "--about", "Nothing", "--format", "CSV").out
    assert "No events about Nobody found." in chrono(
        "extract", "ferry.txt", "--about", "Nobody", "--format", "md", "-o", "-").err

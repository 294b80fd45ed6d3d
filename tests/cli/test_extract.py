"""``chrono extract`` as a user runs it."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_writes_a_table_and_a_page_and_prints_the_table(folder: Path, chrono: Command) -> None:
    done = chrono("extract", "ferry.txt")
    assert done.code == 0
    assert sorted(path.name for path in (folder / "outputs").iterdir()) == ["ferry.csv", "ferry.html"]
    dates = [row["date"] for row in rows(folder / "outputs" / "ferry.csv")]
    assert dates[:3] == ["1951", "May 2009", "2011"]
    assert "12 Mar 2024" in dates
    assert "founded" in done.out
    assert "2024" in done.out
    assert "wrote outputs/ferry.csv, outputs/ferry.html" in done.err


def test_quiet_prints_nothing(chrono: Command) -> None:
    done = chrono("extract", "ferry.txt", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "html"])
def test_standard_output(folder: Path, chrono: Command, form: str) -> None:
    done = chrono("extract", "ferry.txt", "--format", form, "-o", "-")
    assert done.code == 0
    assert not (folder / "outputs").exists()
    if form == "html":
        assert done.out.lstrip().lower().startswith("<!doctype html>")
        return
    found = {
        "csv": lambda text: list(csv.DictReader(io.StringIO(text.lstrip("\ufeff")))),
        "json": lambda text: json.loads(text),
        "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    }[form](done.out)
    found = found["rows"] if isinstance(found, dict) else found
    assert any("founded" in row["event"] for row in found)


def test_standard_output_takes_one_format(chrono: Command) -> None:
    done = chrono("extract", "ferry.txt", "-o", "-")
    assert done.code == 2
    assert done.err.strip() == "chrono: --out -: standard output takes a single --format"


def test_an_unknown_format_is_one_line(folder: Path, chrono: Command) -> None:
    done = chrono("extract", "ferry.txt", "--format", "csv,docx")
    assert done.code == 2
    assert done.err.startswith("chrono: --format: docx is not one of csv")
    assert not (folder / "outputs").exists()


def test_several_articles_make_one_chronology(folder: Path, chrono: Command) -> None:
    (folder / "mill.txt").write_text("The mill opened in 1871.\n", encoding="utf-8")
    assert chrono("extract", "ferry.txt", "mill.txt").code == 0
    found = rows(folder / "outputs" / "ferry.csv")
    assert found[0]["date"] == "1871"
    assert len({row["document"] for row in found}) == 2


def test_separate_makes_one_each(folder: Path, chrono: Command) -> None:
    (folder / "mill.txt").write_text("The mill opened in 1871.\n", encoding="utf-8")
    (folder / "deeper").mkdir()
    (folder / "deeper" / "mill.txt").write_text("The mill burned down in 1873.\n", encoding="utf-8")
    assert chrono("extract", "ferry.txt", "mill.txt", "deeper/mill.txt", "--separate", "-f", "csv").code == 0
    assert sorted(path.name for path in (folder / "outputs").iterdir()) == ["ferry.csv", "mill-2.csv", "mill.csv"]


def test_name_and_folder(folder: Path, chrono: Command) -> None:
    assert chrono("extract", "ferry.txt", "--name", "ships", "--out", "made/here", "--format", "jsonl").code == 0
    assert [path.name for path in (folder / "made" / "here").iterdir()] == ["ships.jsonl"]


@pytest.mark.parametrize("form", ["csv", "html", "json", "jsonl", "md", "ics"])
def test_a_file_is_named_by_its_ending(folder: Path, chrono: Command, form: str) -> None:
    done = chrono("extract", "ferry.txt", "-o", f"made/ships.{form}")
    assert done.code == 0
    assert [path.name for path in (folder / "made").iterdir()] == [f"ships.{form}"]
    assert (folder / "made" / f"ships.{form}").is_file()
    assert f"wrote made/ships.{form}" in done.err.replace("\\", "/")


def test_a_named_table_keeps_its_corrections(folder: Path, chrono: Command) -> None:
    assert chrono("extract", "ferry.txt", "-o", "ships.csv", "-f", "csv").code == 0
    table = folder / "ships.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",happened,", ",denied,"), encoding="utf-8")
    assert chrono("extract", "ferry.txt", "-o", "ships.csv").code == 0
    assert "denied" in {row["status"] for row in rows(table)}


def test_a_folder_may_end_like_a_file(folder: Path, chrono: Command) -> None:
    (folder / "old.csv").mkdir()
    assert chrono("extract", "ferry.txt", "-o", "old.csv", "-f", "md").code == 0
    assert [path.name for path in (folder / "old.csv").iterdir()] == ["ferry.md"]


@pytest.mark.parametrize(
    "options", [("--format", "json"), ("--format", "csv,html"), ("--name", "boats"), ("--separate",)]
)
def test_a_named_file_is_the_only_one(folder: Path, chrono: Command, options: tuple[str, ...]) -> None:
    done = chrono("extract", "ferry.txt", "-o", "ships.csv", *options)
    assert (done.code, done.err.strip()) == (
        2, f"chrono: --out ships.csv: this is a single csv file, which {options[0]} contradicts; name a folder"
    )
    assert not (folder / "ships.csv").exists()


def test_collections_are_read_and_written(folder: Path, chrono: Command) -> None:
    lines = [
        {"id": "a", "text": "The mill burned down yesterday.", "dct": "1873-05-02"},
        {"id": "b", "text": "The mill burned down last month.", "published": "1873-06-03T09:00"},
    ]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = chrono("extract", "c.jsonl", "--format", "jsonl", "-o", "-")
    (row,) = map(json.loads, done.out.splitlines())
    assert (row["edtf"], row["published"], row["sources"]) == ("1873-05-01", "1873-05-02", 2)


def test_date_is_the_default_of_those_that_tell_none(folder: Path, chrono: Command) -> None:
    (folder / "a.txt").write_text("Published 3 May 2011\n\nThe mill burned down yesterday.\n", encoding="utf-8")
    (folder / "b.txt").write_text("The bank was robbed yesterday.\n", encoding="utf-8")
    done = chrono("extract", "a.txt", "b.txt", "--date", "9 June 2014", "-f", "jsonl", "-o", "-")
    found = {row["predicate"]: row["edtf"] for row in map(json.loads, done.out.splitlines())}
    assert found["rob"] == "2014-06-08"
    assert found["burn"] == "2011-05-02"
    alone = chrono("extract", "a.txt", "--date", "9 June 2014", "-f", "jsonl", "-o", "-")
    assert json.loads(alone.out.splitlines()[0])["edtf"] == "2014-06-08"


def test_without_any_date_nothing_is_taken_and_one_line_says_so(folder: Path, chrono: Command) -> None:
    (folder / "b.txt").write_text("The bank was robbed last Wednesday.\n", encoding="utf-8")
    done = chrono("extract", "b.txt", "-f", "csv")
    assert done.code == 0
    assert "pass --date" in done.err
    (row,) = rows(folder / "outputs" / "b.csv")
    assert (row["edtf"], row["basis"], row["start"]) == ("", "undated", "")


def test_rows_can_be_left_out(folder: Path, chrono: Command) -> None:
    def dates(*options: str) -> list[str]:
        done = chrono("extract", "ferry.txt", "-f", "jsonl", "-o", "-", *options)
        assert done.code == 0
        return [json.loads(line)["edtf"] for line in done.out.splitlines()]

    everything = dates()
    assert "1951" in everything
    later = dates("--from", "2009")
    assert "1951" not in later
    assert "2009-05" in later
    assert dates("--from", "May 2009", "--to", "2009-05-31") == ["2009-05"]
    assert "2024-03-12" not in dates("--to", "2011")
    assert len(dates("--min-confidence", "0.99")) < len(everything)
    (folder / "ferry.txt").write_text("The stadium will be rebuilt. It opened in 1951.", encoding="utf-8")
    assert (dates(), dates("--explicit-only")) == (["1951", ""], ["1951"])


def test_from_after_to_is_an_error(chrono: Command) -> None:
    done = chrono("extract", "ferry.txt", "--from", "2012", "--to", "2011")
    assert (done.code, done.err.strip()) == (2, "chrono: --from 2012 lies after --to 2011")


def test_a_second_run_keeps_what_the_reader_wrote(folder: Path, chrono: Command) -> None:
    chrono("extract", "ferry.txt", "-f", "csv")
    path = folder / "outputs" / "ferry.csv"
    table = rows(path)
    table[0]["note"] = "check the archive"
    table[0]["tags"] = "origin"
    table[1]["hidden"] = "true"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0])
        writer.writeheader()
        writer.writerows(table)
    done = chrono("extract", "ferry.txt", "-f", "csv")
    assert done.code == 0 and "May 2009" not in done.out and "1951" in done.out
    again = rows(path)
    assert again[1]["hidden"] == "true"
    assert (again[0]["note"], again[0]["tags"]) == ("check the archive", "origin")
    assert len(again) == len(table)


def test_the_same_input_gives_the_same_files(folder: Path, chrono: Command) -> None:
    chrono("extract", "ferry.txt", "-f", "csv,json,jsonl")
    before = {path.name: path.read_bytes() for path in (folder / "outputs").iterdir()}
    chrono("extract", "ferry.txt", "-f", "csv,json,jsonl")
    assert {path.name: path.read_bytes() for path in (folder / "outputs").iterdir()} == before


def test_standard_input(chrono: Command) -> None:
    done = chrono("extract", "-", "-f", "jsonl", "-o", "-", stdin="The mill opened in 1871.")
    assert json.loads(done.out)["edtf"] == "1871"


def test_no_text_leaves_the_article_out_of_the_page(folder: Path, chrono: Command) -> None:
    secret = "A sentence without any event or date at all."
    (folder / "b.txt").write_text(f"The mill opened in 1871.\n\n{secret}\n", encoding="utf-8")
    chrono("extract", "b.txt")
    assert secret in (folder / "outputs" / "b.html").read_text(encoding="utf-8")
    chrono("extract", "b.txt", "--no-text")
    assert secret not in (folder / "outputs" / "b.html").read_text(encoding="utf-8")


def test_given_events_are_dated_one_line_each(folder: Path, chrono: Command) -> None:
    text = "It rained on 3 May 1871. It snowed a day later."
    events = [{"start": 28, "end": 34, "eid": "e2"}, {"start": 3, "end": 9, "eid": "e1"}]
    lines = [{"id": "a", "text": text, "dct": "1871-06-01", "events": events}, {"id": "b", "text": "It rained."}]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = chrono("extract", "c.jsonl", "--given-events", "-f", "jsonl", "-o", "-")
    assert done.code == 0
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [(row["document"], row["eid"], row["trigger"]) for row in found] == [
        ("a", "e2", "snowed"), ("a", "e1", "rained")]
    assert [row["when"] for row in found] == [{"date": "1871-05-04"}, {"date": "1871-05-03"}]


@pytest.mark.parametrize("name", ["../up", "a/b", "a\\b", "..", " "])
def test_a_name_is_no_path(folder: Path, chrono: Command, name: str) -> None:
    done = chrono("extract", "ferry.txt", "--name", name)
    assert done.code == 2
    assert "cannot be the name of a file" in done.err
    assert [path.name for path in folder.iterdir()] == ["ferry.txt"]


def test_a_failed_write_leaves_the_old_file(folder: Path, chrono: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    chrono("extract", "ferry.txt", "-f", "json")
    before = (folder / "outputs" / "ferry.json").read_bytes()

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    done = chrono("extract", "ferry.txt", "-f", "json")
    assert done.code == 2
    assert "ferry.json: cannot be written (No space left on device)" in done.err
    assert [path.name for path in (folder / "outputs").iterdir()] == ["ferry.json"]
    assert (folder / "outputs" / "ferry.json").read_bytes() == before


def test_a_corrected_date_is_kept_in_the_order_that_is_told(folder: Path, chrono: Command) -> None:
    chrono("extract", "ferry.txt", "-f", "csv")
    path = folder / "outputs" / "ferry.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",1951,1951,", ",3/4/1952,1951,", 1), encoding="utf-8")
    assert "day first or month first" in chrono("extract", "ferry.txt", "-f", "csv").err
    assert chrono("extract", "ferry.txt", "-f", "csv", "--day-first").code == 0
    first = rows(path)[0]
    assert (first["edtf"], first["edited"]) == ("1952-04-03", "date")
    assert "1952-04-03" in chrono("explain", "1").out


@pytest.mark.parametrize("form", ["csv", "jsonl", "md"])
def test_a_table_on_standard_output_is_followed_by_how_it_was_read(folder: Path, chrono: Command, form: str) -> None:
    run = chrono("extract", "ferry.txt", "--out", "-", "--format", form, "--mode", "narrative")
    assert "read as narrative (as given)" in run.err
    assert "read as" not in run.out
    assert not chrono("extract", "ferry.txt", "--out", "-", "--format", form, "--quiet").err


def test_json_tells_how_each_document_was_read(folder: Path, chrono: Command) -> None:
    told = json.loads(chrono("extract", "ferry.txt", "--out", "-", "--format", "json").out)
    assert told["documents"][0]["mode"] == "news"
    assert "years" in told["documents"][0]["mode_why"]


@pytest.mark.parametrize("command", ["extract", "tag"])
def test_a_date_that_the_text_contradicts_is_told_in_one_line(folder: Path, chrono: Command, command: str) -> None:
    (folder / "mill.txt").write_text("Published: 14 March 2021\n\nThe mill burned on Friday.", encoding="utf-8")
    line = "chrono: mill.txt: the date line “Published: 14 March 2021” tells another day; --date counts"
    assert line in chrono(command, "mill.txt", "--date", "2 Aug 2019").err.splitlines()
    for options in (["--date", "14 Mar 2021"], ["--date", "2 Aug 2019", "--quiet"], []):
        assert "--date counts" not in chrono(command, "mill.txt", *options).err


@pytest.fixture
def letters(folder: Path) -> Path:
    """A folder with two articles, a collection, and what is none of these."""
    made = folder / "letters"
    (made / "old").mkdir(parents=True)
    (made / "b.txt").write_text("The mill burned on 3 May 2011.", encoding="utf-8")
    (made / "a.MD").write_text("The mill was built in 1950.", encoding="utf-8")
    (made / "c.jsonl").write_text('{"id": "c1", "text": "The mill was sold in 1970."}', encoding="utf-8")
    (made / ".hidden.txt").write_text("The mill was hidden in 1980.", encoding="utf-8")
    (made / "old" / "d.txt").write_text("The mill was planned in 1940.", encoding="utf-8")
    (made / "plan.docx").write_bytes(b"PK")
    return made


def test_a_folder_is_the_articles_in_it(letters: Path, chrono: Command) -> None:
    done = chrono("extract", "letters")
    assert done.code == 0
    assert "letters: passed over plan.docx (no articles, by their names)" in done.err
    assert [row["date"] for row in rows(Path("outputs/letters.csv"))] == ["1950", "1970", "3 May 2011"]
    found = [json.loads(line) for line in chrono("tag", "letters", "--format", "jsonl").out.splitlines()]
    assert [each["timexes"][0]["value"] for each in found] == ["1950", "2011-05-03", "1970"]


def test_pages_of_ours_in_a_folder_are_no_articles(letters: Path, chrono: Command) -> None:
    first = chrono("extract", "letters", "-o", "letters")
    assert chrono("extract", "letters", "-o", "letters").out == first.out
    assert [row["date"] for row in rows(letters / "letters.csv")] == ["1950", "1970", "3 May 2011"]


def test_one_chronology_for_each_article_of_a_folder(letters: Path, chrono: Command) -> None:
    assert chrono("extract", "letters", "--separate", "-f", "csv").code == 0
    assert sorted(path.name for path in Path("outputs").iterdir()) == ["a.csv", "b.csv", "c1.csv"]


def test_what_cannot_be_read_in_a_folder_is_named_and_the_rest_goes_on(letters: Path, chrono: Command) -> None:
    (letters / "aa.txt").write_bytes(b"")
    done = chrono("extract", "letters", "-f", "csv", "-o", "-")
    assert (done.code, "letters/aa.txt: empty" in done.err, "3 May 2011" in done.out) == (1, True, True)

"""``chrono tag`` in all its forms."""

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def test_pretty_marks_every_expression(chrono: Command) -> None:
    done = chrono("tag", "ferry.txt")
    assert done.code == 0
    assert "[1951 = 1951]" in done.out
    assert "Two years later = 2011" in done.out
    assert "written 12 Mar 2024" in done.out.splitlines()[0]


def test_explain_tells_tree_anchor_rule_and_reason(chrono: Command) -> None:
    done = chrono("tag", "ferry.txt", "--explain")
    part = done.out[done.out.index("'Two years later'") :]
    for word in ("means", "tree", "anchor", "rule", "en."):
        assert word in part


def test_json_lines_keep_the_offsets_of_the_text(folder: Path, chrono: Command) -> None:
    texts = ["It rained\u00a0on 3 May 2011 \U0001f327.\r\n😀 A year later it snowed.", "Nothing."]
    lines = [{"id": str(number), "text": text, "dct": "2012-05-01"} for number, text in enumerate(texts)]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = chrono("tag", "c.jsonl", "--format", "jsonl")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [(line["id"], line["dct"], line["dct_source"]) for line in found] == [
        ("0", "2012-05-01", "metadata"), ("1", "2012-05-01", "metadata")]
    timexes = found[0]["timexes"]
    assert [(item["text"], item["type"], item["value"]) for item in timexes] == [
        ("3 May 2011", "DATE", "2011-05-03"), ("A year later", "DATE", "2012")]
    assert all(texts[0][item["start"] : item["end"]] == item["text"] for item in timexes)
    assert all(item["rule"] for item in timexes)
    assert timexes[1]["anchor"]["text"]
    assert found[1]["timexes"] == []


def test_json(chrono: Command) -> None:
    found = json.loads(chrono("tag", "ferry.txt", "--format", "json").out)
    assert (found["dct"], found["dct_source"]) == ("2024-03-12", "inferred")
    assert found["timexes"]


HISTORY = "Founded in 1185, it grew after 1197. It fell in 1218, rose in 1230 and was lost in 1393."


@pytest.mark.parametrize(("text", "options", "mode", "why"), [
    (HISTORY, (), "narrative", "5 years are written out, 1218 in the middle, and none leans on its own date"),
    (HISTORY, ("--mode", "news"), "news", "as given"),
    ("He resigned on Friday.", (), "news", "fewer than 4 years are written out"),
    ("Er trat am 3. Mai 2011 zurück.", ("--language", "de"), "", ""),
])
def test_the_mode_is_shown(
    folder: Path, chrono: Command, text: str, options: tuple[str, ...], mode: str, why: str
) -> None:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    found = json.loads(chrono("tag", "a.txt", "-f", "json", *options).out)
    assert (found["mode"], found["mode_why"]) == (mode, why)
    shown = chrono("tag", "a.txt", *options).out
    assert (f"read as {mode} ({why})" in shown) == bool(mode)


def test_timeml_holds_the_whole_text(folder: Path, chrono: Command) -> None:
    text = "Ann & Bob <met> on 3 May 2011.\nA year later they married."
    (folder / "a.txt").write_text(text, encoding="utf-8")
    assert chrono("tag", "a.txt", "-f", "timeml", "-o", "a.tml").code == 0
    root = ElementTree.parse(folder / "a.tml").getroot()
    assert "".join(root.find("TEXT").itertext()) == text
    first, second = root.findall("TEXT/TIMEX3")
    assert (first.text, first.get("value")) == ("3 May 2011", "2011-05-03")
    assert second.get("anchorTimeID") == first.get("tid")
    again = json.loads(chrono("tag", "a.tml", "-f", "json").out)
    assert [item["text"] for item in again["timexes"]] == ["3 May 2011", "A year later"]


def test_timeml_takes_one_document(folder: Path, chrono: Command) -> None:
    (folder / "b.txt").write_text("It rained.", encoding="utf-8")
    done = chrono("tag", "ferry.txt", "b.txt", "-f", "timeml")
    assert (done.code, done.err.strip()) == (2, "chrono: --format timeml: one file holds one document, not 2")


def test_suite_form(folder: Path, chrono: Command) -> None:
    (folder / "s.jsonl").write_text('{"id": "s-1", "text": "It rained yesterday.", "ref": "2012-05-02T10:00:00"}\n')
    found = json.loads(chrono("tag", "s.jsonl", "-f", "suite").out)
    assert found["id"] == "s-1"
    (item,) = found["found"]
    assert (item["text"], item["start_char"], item["end_char"]) == ("yesterday", 10, 19)
    assert (item["start"], item["grain"], item["type"], item["timex"]) == ("2012-05-01", "day", "date", "2012-05-01")


def test_date_mode_and_day_order(chrono: Command) -> None:
    def value(text: str, *options: str) -> str:
        done = chrono("tag", "-", "-f", "json", *options, stdin=text)
        return json.loads(done.out)["timexes"][-1]["value"]

    assert value("We met three days ago.", "--date", "14 May 2020") == "2020-05-11"
    assert value("We met on 3/4/2020.", "--day-first") == "2020-04-03"
    assert value("We met on 3/4/2020.", "--month-first") == "2020-03-04"
    story = "The war began in 1916. In June it was over."
    assert value(story, "--mode", "narrative", "--date", "2020-08-14") == "1916-06"
    assert value(story, "--mode", "news", "--date", "2020-08-14") == "2020-06"


def test_without_a_date_relative_expressions_stay_open(chrono: Command) -> None:
    found = json.loads(chrono("tag", "-", "-f", "json", stdin="We met on Wednesday.").out)
    assert (found["dct"], found["dct_source"]) == (None, "none")
    assert found["timexes"][0]["value"] == "XXXX-WXX-3"


GERMAN = (
    "Die Brücke wurde am 3. Mai 2011 eröffnet und gestern wieder geschlossen, sagte der Bürgermeister in der Stadt, "
    "weil das Wasser zu hoch war und niemand wusste, was man dagegen tun sollte.\n"
)


def test_other_languages_are_read_with_the_words_of_dateparser(folder: Path, chrono: Command) -> None:
    (folder / "de.txt").write_text(GERMAN, encoding="utf-8")
    for options in ([], ["--language", "de"]):
        found = json.loads(chrono("tag", "de.txt", "--date", "2011-06-02", "-f", "json", *options).out)
        assert [(item["text"], item["value"]) for item in found["timexes"]] == [
            ("3. Mai 2011", "2011-05-03"), ("gestern", "2011-06-01")]
    done = chrono("extract", "de.txt")
    assert (done.code, done.err.strip()) == (
        2, "chrono: de.txt: events are read in English only, this is 'de' (if not, say --language en)")
    assert chrono("extract", "de.txt", "--language", "en").code == 0

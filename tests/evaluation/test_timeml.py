"""TimeML reading: text, offsets, dates, and a folder as a gold standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from chrono.errors import InputError
from chrono.evaluation import gold


def test_offsets_point_into_the_text(sample: Path) -> None:
    documents = gold.read(sample)
    assert [document["id"] for document in documents] == ["harbour-strike", "mill-history", "quarterly-results"]
    for document in documents:
        for span in document["timexes"] + document["events"]:
            assert span["text"] == document["text"][span["start"] : span["end"]] != ""
    strike = documents[0]
    assert strike["dct"] == "2014-03-13"
    assert [timex["value"] for timex in strike["timexes"]][:2] == ["2014-03-12", "2014-01"]
    assert strike["events"][0]["text"] == "walked" and strike["events"][0]["tense"] == "PAST"


def test_the_creation_time_is_no_time_expression(tmp_path: Path) -> None:
    (tmp_path / "old.tml").write_text(
        '<TimeML>Filed <TIMEX3 tid="t1" type="DATE" value="1998-04-03" functionInDocument="CREATION_TIME">April 3, 1998'
        '</TIMEX3>: rain <EVENT eid="e1" class="OCCURRENCE">fell</EVENT> <TIMEX3 tid="t2" type="DATE" '
        'value="1998-04-02">yesterday <i>noon</i></TIMEX3>.</TimeML>'
    )
    (document,) = gold.read(tmp_path)
    assert document["id"] == "old" and document["dct"] == "1998-04-03"
    kept = gold.scored_part(document)
    assert [timex["text"] for timex in kept["timexes"]] == ["yesterday noon"]
    # A prediction on the document's own date is neither right nor wrong.
    filed = document["text"].index("April")
    on_own_date = {"start": filed, "end": filed + 5}
    elsewhere = {"start": 0, "end": 5}
    assert gold.counted(kept, [on_own_date, elsewhere]) == [elsewhere]


def test_annotation_that_stops_is_scored_up_to_there() -> None:
    document = {"id": "a", "text": "In 1990 and 1995.", "annotated_until": 8,
                "timexes": [{"start": 3, "end": 7}, {"start": 12, "end": 16}]}
    kept = gold.scored_part(document)
    assert kept["timexes"] == [{"start": 3, "end": 7}]
    assert gold.counted(kept, document["timexes"]) == [{"start": 3, "end": 7}]


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("broken.tml", "<TimeML><TEXT>unfinished", "not well-formed"),
        ("other.tml", "<html>words</html>", "not a TimeML file"),
        ("lines.jsonl", '{"id": 1}\nnonsense', ":2: not a JSON object"),
        ("list.jsonl", "[1, 2]", ":1: not a JSON object"),
        ("empty.jsonl", "\n", "empty"),
        ("latin.jsonl", b"\xe9\xff", "not UTF-8"),
    ],
)
def test_bad_files_are_one_line(tmp_path: Path, name: str, content: str | bytes, cause: str) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=cause) as problem:
        gold.read(path)
    assert str(path) in str(problem.value) and "\n" not in str(problem.value)


def test_missing_and_empty_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        gold.read(tmp_path / "nowhere")
    with pytest.raises(InputError, match="no TimeML or JSONL files"):
        gold.read(tmp_path)


def test_a_folder_of_both_forms(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "It rained.", "timexes": []}\n', encoding="utf-8")
    (tmp_path / "b.tml").write_text("<TimeML>It rained.</TimeML>", encoding="utf-8")
    assert [record["id"] for record in gold.read(tmp_path)] == ["a", "b"]

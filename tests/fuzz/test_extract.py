"""The whole road on strange texts: extraction never raises, and its rows are well-formed."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from chrono import api
from chrono.calendar import edtf
from chrono.documents import Document
from chrono.errors import InputError

from . import texts

CLAUSES = ["The council met", "She will resign", "They had not sold the mill", "it rained", "SEOUL (AP) –", "who left",
           "\"I quit,\" he said", "Mr. Ito's visit", "Acme Inc. said", "was arrested", "and", "because", "* item"]

ENDS = [". ", ", ", "\n\n", " – ", "? ", ": "]

stories = st.lists(st.tuples(st.sampled_from(CLAUSES), texts.texts, st.sampled_from(ENDS)), max_size=6).map(
    lambda parts: "".join(" ".join((clause, words)) + end for clause, words, end in parts)
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories, st.sampled_from([None, "2019-12-04", "1916-05-03"]), texts.modes)
def test_rows(text: str, date: str | None, mode: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assume(text.strip())
    try:
        chronology = api.extract(Document(text, id="d", language="en"), date=date, mode=mode, not_after="2026-01-01")
    except InputError:
        assert not any(letter.isalnum() for letter in text)
        return
    rows = chronology.rows
    assert [row["order"] for row in rows] == list(range(1, len(rows) + 1))
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        if row["expression"]:
            assert text[row["expression_start"] : row["expression_end"]] == row["expression"]
        if row["edtf"]:
            span = edtf.read(row["edtf"])
            assert span.start is None or span.end is None or span.start < span.end
        assert 0 <= row["confidence"] <= 1

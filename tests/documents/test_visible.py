"""What nobody sees changes neither dates nor events, and offsets stay true to the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chrono
from chrono.documents import Document
from chrono.visible import Visible

TEXT = "Two dockers were arrested last Tuesday. The court freed them three days later, on Friday."
PUBLISHED = "2021-05-20"


def dressed(text: str, sign: str) -> str:
    """``text`` with a sign inside its longer words."""
    words = text.split(" ")
    return " ".join(word[:3] + sign + word[3:] if len(word) > 5 and word.isalpha() else word for word in words)


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200c", "\u200d", "\u200e", "\u00ad\u200b"])
def test_signs_inside_words_are_read_over(sign: str) -> None:
    plain = chrono.extract(Document(TEXT, published=PUBLISHED)).rows
    text = dressed(TEXT, sign)
    rows = chrono.extract(Document(text, published=PUBLISHED)).rows
    for name in ("edtf", "event", "status", "who", "predicate"):
        assert [row[name] for row in rows] == [row[name] for row in plain]
    for row in rows:
        for part in ("sentence", "expression", "trigger"):
            start, end = row[f"{part}_start"], row[f"{part}_end"]
            assert start is None or text[start:end] == row[part]
        assert row["evidence"][0] == {
            "document": row["document"], "start": row["sentence_start"], "end": row["sentence_end"]
        }
    assert [row["document"] for row in rows] == [Document(text).key] * len(rows)


def test_time_expressions_and_their_anchors_stand_in_the_text_as_given() -> None:
    text = "\u200eThe mill shut in Sep\u00adtember 2015. It re\u00adopened two ye\u200bars later."
    found = chrono.tag(Document(text, published=PUBLISHED))
    assert [(each.text, each.value) for each in found] == [
        ("Sep\u00adtember 2015", "2015-09"), ("two ye\u200bars later", "2017")
    ]
    for each in found:
        assert text[each.start : each.end] == each.text
    anchor = found[1].anchor
    assert anchor is not None and text[anchor.start : anchor.end] == "Sep\u00adtember 2015"


def test_the_date_line_is_seen_too() -> None:
    when = chrono.reference_time(Document("Pub\u00adlished: 8 Feb\u00adruary 2018\n\nThe mill shut on Monday."))
    assert when.period is not None and when.period.ymd == (2018, 2, 8)


def test_given_events_are_found_where_they_are() -> None:
    text = "The mill shut in Sep\u00adtember 2015 and re\u00adopened in 2017."
    start = text.index("re\u00adopened")
    document = Document(text, published=PUBLISHED, extra={"events": [{"start": start, "end": start + 9, "eid": "e1"}]})
    (row,) = chrono.extract(document, given_events=True).rows
    assert (row["start"], row["trigger_start"], row["trigger"]) == ("2017-01-01", start, "re\u00adopened")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("a\u00ad\u200b\u200d 1\u200e"), max_size=12))
def test_there_and_back(text: str) -> None:
    view = Visible(Document(text, id="d"))
    seen = view.document.text
    for start in range(len(seen)):
        for end in range(start + 1, len(seen) + 1):
            first, last = view._back(start, end)
            assert text[first] == seen[start] and text[last - 1] == seen[end - 1]
            assert view.seen(first, last) == (start, end)

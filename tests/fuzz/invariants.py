"""What must hold for every text, whatever it says."""

from __future__ import annotations

from chrono import tagger
from chrono.calendar import edtf, human, iso
from chrono.documents import Document
from chrono.exports.predictions import to_suite_prediction, to_timex
from chrono.reference import ReferenceTime
from chrono.tagger.expression import TimeExpression

from . import timex_values

RELATIONS = {"on", "by", "before", "after", "since", "until", "during", "between", "about"}
MODS = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
        "START", "MID", "END", "APPROX"}


def check(text: str, reference: ReferenceTime, mode: str, day_first: bool | None) -> list[TimeExpression]:
    """Tag ``text`` and assert the invariants; returns what was found."""
    document = Document(text)
    found = tagger.tag(document, reference, mode=mode, day_first=day_first)
    assert found == tagger.tag(document, reference, mode=mode, day_first=day_first), "another output the second time"
    assert [e.start for e in found] == sorted(e.start for e in found), "not in order of appearance"
    assert len({(e.start, e.end) for e in found}) == len(found), "the same words twice"
    for expression in found:
        _check_expression(text, expression)
    return found


def _check_expression(text: str, e: TimeExpression) -> None:
    assert 0 <= e.start < e.end <= len(text) and text[e.start : e.end] == e.text, f"offsets of {e}"
    assert e.text == e.text.strip(), f"white space at the ends of {e}"
    assert timex_values.is_valid(e.value, e.type), f"{e.value!r} is no {e.type} value: {e}"
    assert e.mod is None or e.mod in MODS, f"mod of {e}"
    assert e.relation in RELATIONS and e.rule, f"relation or rule of {e}"
    assert 0 <= e.confidence <= 1, f"confidence of {e}"
    for point in (e.begin_point, e.end_point):
        assert point is None or timex_values.is_date(point) or timex_values.is_time(point), f"bounds of {e}"
    for value, span in ((e.value, e.span), *e.alternatives):
        assert any(timex_values.is_valid(value, kind) for kind in ("DATE", "TIME", "DURATION", "SET")), value
        if span is not None:
            assert span.start is None or span.end is None or span.start < span.end, f"ends before it starts: {e}"
            assert human.write(span, e.relation) and edtf.write(span) and any(iso.bounds(span)), f"unwritable {e}"
    if e.anchor is not None and e.anchor.start is not None:
        assert e.anchor.end is not None and 0 <= e.anchor.start < e.anchor.end <= len(text), f"anchor of {e}"
    assert to_timex(e)["value"] == e.value
    assert to_suite_prediction(e)["start_char"] == e.start

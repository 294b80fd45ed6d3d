"""From a row to a mark, and from a mark to what is drawn."""

from __future__ import annotations

import pytest

from chrono.errors import DateError
from chrono.timeline.axis import Window
from chrono.timeline.glyphs import View, glyph, label_place
from chrono.timeline.marks import mark_of
from tests.timeline.samples import row

VIEW = View(Window(0, 1000 * 86400), 1000, None)


@pytest.mark.parametrize(("date", "relation", "kind"), [
    ("2019-12-04", "on", "point"),
    ("2019-12-04T09:30", "on", "point"),
    ("2019", "on", "within"),
    ("2019-10", "during", "within"),
    ("2023-05-01~/2023-05-10~", "on", "within"),
    ("1952/1957", "during", "span"),
    ("1952/1957", "between", "within"),
    ("2007/2009", "about", "within"),
    ("2017/..", "since", "since"),
    ("2025/..", "after", "after"),
    ("../2016", "until", "until"),
    ("../2019-12-31", "by", "before"),
    ("2019-12-31", "by", "before"),
    ("2022-11", "before", "before"),
])
def test_kinds(date: str, relation: str, kind: str) -> None:
    mark = mark_of(0, row(date, relation, "happened", "it"))
    assert mark is not None and mark.kind == kind


def test_an_open_side_has_no_bound() -> None:
    mark = mark_of(0, row("2019-12-31", "by", "planned", "it"))
    assert mark is not None and mark.start is None and mark.end is not None


def test_an_undated_row_has_no_mark() -> None:
    assert mark_of(0, row("", "on", "planned", "it")) is None


@pytest.mark.parametrize(("date", "approximate"), [("1860~", True), ("1860?", True), ("1860", False)])
def test_approximate_dates_are_marked(date: str, approximate: bool) -> None:
    mark = mark_of(0, row(date, "on", "happened", "it"))
    assert mark is not None and mark.approximate is approximate


def test_a_bad_bound_names_the_row() -> None:
    with pytest.raises(DateError, match="row 8"):
        mark_of(7, row("2019", "on", "happened", "it") | {"start": "soon"})


@pytest.mark.parametrize(("date", "relation", "strokes", "symbols"), [
    ("1970-06-01", "on", [], ["exact"]),
    ("1971", "on", ["thin"], ["cap", "vague", "cap"]),
    ("1970-02/1970-09", "during", ["thick"], []),
    ("1971/..", "since", ["faint"], ["cap", "right"]),
    ("../1971", "by", ["thin"], ["left", "vague"]),
    ("../1971", "until", ["faint"], ["left", "cap"]),
    ("1970-06-01~", "on", ["thin"], ["cap", "exact", "cap"]),
])
def test_glyphs(date: str, relation: str, strokes: list[str], symbols: list[str]) -> None:
    mark = mark_of(0, row(date, relation, "happened", "it"))
    assert mark is not None
    drawn = glyph(mark, VIEW)
    assert [kind for kind, _, _ in drawn.strokes] == strokes
    # an approximate point is hollow
    expected = ["vague" if kind == "exact" and mark.approximate else kind for kind in symbols]
    assert [kind for kind, _ in drawn.symbols] == expected
    assert all(drawn.left <= place <= drawn.right for _, place in drawn.symbols)


def test_an_ongoing_stretch_is_solid_up_to_the_reference_date() -> None:
    mark = mark_of(0, row("1971/..", "since", "ongoing", "it"))
    assert mark is not None
    drawn = glyph(mark, View(VIEW.window, 1000, 700 * 86400))
    assert [(kind, round(end)) for kind, _, end in drawn.strokes] == [("thick", 700), ("faint", 754)]


@pytest.mark.parametrize(("date", "side"), [("1970-06-01", "right"), ("1972-09-01", "left"), ("1971", "above")])
def test_labels_go_where_there_is_room(date: str, side: str) -> None:
    mark = mark_of(0, row(date, "on", "happened", "it"))
    assert mark is not None
    place = label_place(glyph(mark, VIEW), 150, VIEW.width)
    assert place.side == side
    assert place.left >= 0 and place.right <= VIEW.width

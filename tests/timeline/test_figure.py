"""The plotly figure."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.chronology import Chronology
from chrono.timeline import figure
from chrono.timeline.arrange import Arrangement, arrange
from chrono.timeline.axis import home_window, padded
from chrono.timeline.glyphs import View
from chrono.timeline.marks import marks
from chrono.timeline.style import THEMES, style
from chrono.timeline.text import plain, shorten
from tests.timeline import samples

HOSTILE = '<script>alert(1)</script> & <b>bold</b> <a href="http://x">"quoted"</a> $x$ %{y}'


def drawn_rows(figure: go.Figure) -> set[int]:
    return {row for trace in figure.data for row in (trace.customdata if trace.customdata is not None else ())
            if row is not None}


@pytest.mark.parametrize("chronology", [samples.dam(), samples.made(200), samples.outlier(), samples.ancient()])
@pytest.mark.parametrize("lanes", ["none", "status", "participant"])
def test_every_dated_row_is_drawn(chronology: Chronology, lanes: str) -> None:
    dated = {i for i, row in enumerate(chronology.rows) if row["start"] or row["end"]}
    assert drawn_rows(figure(chronology, lanes=lanes)) == dated


def test_hidden_rows_are_left_out() -> None:
    chronology = samples.dam()
    rows = [row | {"hidden": i == 3} for i, row in enumerate(chronology.rows)]
    assert 3 not in drawn_rows(figure(replace(chronology, rows=rows)))


def test_dates_are_strings_that_plotly_reads() -> None:
    drawn = figure(samples.ancient())
    dates = [x for trace in drawn.data for x in trace.x if x is not None] + list(drawn.layout.xaxis.range)
    assert all(re.fullmatch(r"-?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", date) for date in dates)
    assert "BC" in " ".join(drawn.layout.xaxis.ticktext)


def test_outliers_are_named_at_the_edge() -> None:
    notes = [note.text for note in figure(samples.outlier()).layout.annotations]
    assert notes == ["◂ 1 earlier, from 1850"]


def labels_of(chronology: Chronology, width: int = 1040) -> tuple[Arrangement, list[tuple[float, float, float]]]:
    """The arrangement, and row, left and right of each label."""
    found = marks(chronology.rows)
    view = View(padded(home_window(found), found), width)
    placed = arrange(chronology.rows, found, [""] * len(chronology.rows), view)
    return placed, [(row, label.place.left, label.place.right)
                    for row, label in zip(placed.heights, placed.labels, strict=True) if label]


@pytest.mark.parametrize(("count", "least", "highest"), [(10, 10, 400), (150, 150, 1500), (300, 60, 1500),
                                                         (500, 60, 1500), (2000, 60, 2200), (5000, 60, 2600)])
def test_labels_stand_where_they_fit_and_heights_stay_sensible(count: int, least: int, highest: int) -> None:
    _, labels = labels_of(samples.made(count))
    assert len(labels) >= least
    assert figure(samples.made(count)).layout.height <= highest


@pytest.mark.parametrize("count", [60, 300, 500, 2000, 5000])
@pytest.mark.parametrize("width", [400, 1040])
def test_no_label_touches_another_or_a_mark(count: int, width: int) -> None:
    placed, labels = labels_of(samples.made(count), width)
    reach = int(1.2 * style()["sizes"]["label"] / placed.pitch)
    boxes = [(row, each.left, each.right) for row, each in zip(placed.heights, placed.glyphs, strict=True)]
    above = {row_left for row, label in zip(placed.heights, placed.labels, strict=True)
             if label and label.place.side == "above" for row_left in [(row, label.place.left)]}
    for i, (row, left, right) in enumerate(labels):
        assert left >= 0 and right <= width
        near = [box for box in labels[:i] + labels[i + 1:] if abs(box[0] - row) <= reach]
        if (row, left) not in above:
            near += [box for box in boxes if abs(box[0] - row) <= reach]
        assert not [box for box in near if box[1] < right and left < box[2]]


def test_what_lies_outside_the_opening_range_has_no_label() -> None:
    placed, labels = labels_of(samples.outlier())
    assert [label is None for label in placed.labels] == [each.right < 0 for each in placed.glyphs]
    assert len(labels) == 40


def test_notes_at_the_edge_cover_no_mark() -> None:
    drawn = figure(samples.outlier())
    lowest = max(y for trace in drawn.data for y in (trace.y if trace.y is not None else ()) if y is not None)
    plot = drawn.layout.height - drawn.layout.margin.t - drawn.layout.margin.b
    bottom, top = drawn.layout.yaxis.range
    assert (bottom - lowest) / (bottom - top) * plot > 20 + style()["sizes"]["symbol"] / 2


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    return [text for each in value for text in strings(each)] if isinstance(value, list | tuple) else []


def test_untrusted_text_is_never_markup() -> None:
    row = samples.row("2019-12-04", "on", "happened", HOSTILE, why=HOSTILE, who=[HOSTILE], where=[HOSTILE])
    drawn = figure(Chronology([row], title=HOSTILE), lanes="participant").to_dict()
    told = "".join(strings(drawn))
    assert "alert(1)" in told
    assert set(re.findall(r"<[^>]*>", told)) <= {"<br>", "<b>", "</b>", "<i>", "</i>"}


def test_an_empty_chronology_says_so() -> None:
    assert figure(Chronology([])).layout.annotations[0].text == "No dated events"


@pytest.mark.parametrize("options", [{"lanes": "mood"}, {"theme": "sepia"}])
def test_unknown_options_are_refused(options: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        figure(samples.dam(), **options)


@pytest.mark.parametrize(("text", "limit", "expected"), [
    ("short", 10, "short"),
    ("cut at a word, please", 16, "cut at a word…"),
    ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ("two\n lines", 20, "two lines"),
])
def test_labels_are_cut_at_words(text: str, limit: int, expected: str) -> None:
    assert shorten(text, limit) == expected


@given(st.text())
def test_escaped_text_is_what_is_shown(text: str) -> None:
    escaped = plain(text)
    assert "<" not in escaped and ">" not in escaped
    assert unescape(escaped).strip("\u2068\u2069") == " ".join(text.split()).strip("\u2068\u2069")


def test_right_to_left_text_is_isolated() -> None:
    assert plain("שלום") == "\u2068שלום\u2069"


def luminance(colour: str) -> float:
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["ink", "muted", "accent", *style()["statuses"]])
@pytest.mark.parametrize("ground", ["paper", "panel", "grid"])
def test_colours_have_the_contrast_of_wcag_aa(theme: str, role: str, ground: str) -> None:
    assert contrast(style()[theme][role], style()[theme][ground]) >= 4.5


def test_statuses_differ_without_colour() -> None:
    looks = [(look["exact"], look["dash"]) for look in style()["statuses"].values()]
    assert len({exact for exact, _ in looks}) == len(looks)

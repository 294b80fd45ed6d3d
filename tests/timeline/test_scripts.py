"""The page's scripts: type-checked, and the same as Python where both say the same thing. Needs Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from chrono.calendar import edtf, iso
from chrono.timeline.axis import Window, full_window, padded, ticks
from chrono.timeline.figure import now
from chrono.timeline.glyphs import View, glyph, label_place
from chrono.timeline.lanes import Box, groups, pack
from chrono.timeline.marks import mark_of, marks
from chrono.timeline.page import SCRIPTS
from chrono.timeline.style import asset, style
from tests.timeline import samples

HERE = Path(__file__).parent
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="no Node.js on this machine")


def run(expression: str, **values: Any) -> Any:
    """The value of a JavaScript expression that may call the page's functions and use ``values``."""
    names = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    code = "\n".join(asset(name) for name in SCRIPTS) + f"\n{names}console.log(JSON.stringify({expression}));"
    done = subprocess.run([str(NODE), "-"], input=code, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_scripts_pass_the_type_checker() -> None:
    checker = HERE / "node_modules/.bin/tsc"
    if not checker.exists():
        pytest.skip("no TypeScript: npm install in tests/timeline")
    done = subprocess.run([str(checker), "-p", str(HERE)], capture_output=True, text=True, timeout=120)
    assert done.stdout == ""


def test_every_script_asks_to_be_type_checked() -> None:
    assert all(asset(name).startswith("// @ts-check\n") for name in SCRIPTS)


@pytest.mark.parametrize("chronology", [samples.dam(), samples.ancient(), samples.made(300)])
def test_marks_and_glyphs_are_those_of_python(chronology: Any) -> None:
    rows = [row | {"index": i} for i, row in enumerate(chronology.rows)]
    found = marks(chronology.rows)
    ours = [[mark.row, mark.kind, mark.start, mark.end, mark.status, mark.approximate] for mark in found]
    theirs = run("""rows.map(markOf).filter(Boolean).map((m) => [
        m.row, m.kind, m.start, m.end, m.status, m.approximate])""", rows=rows)
    assert theirs == ours
    window = Window(found[0].at - 1e6, found[-1].at + 1e6)
    view = View(window, 800, found[-1].at)
    ours = [[[list(stroke) for stroke in g.strokes], [list(symbol) for symbol in g.symbols], g.left, g.right]
            for g in (glyph(mark, view) for mark in found)]
    theirs = run("""rows.map(markOf).filter(Boolean).map((mark) => glyphOf(mark, view, sizes)).map((g) => [
        g.strokes.map((s) => [s.kind, s.from, s.to]), g.symbols.map((s) => [s.kind, s.at]), g.left, g.right])""",
                 rows=rows, sizes=style()["sizes"],
                 view={"start": window.start, "end": window.end, "width": 800, "now": view.now})
    assert json.loads(json.dumps(theirs), parse_float=rounded) == json.loads(json.dumps(ours), parse_float=rounded)


@pytest.mark.parametrize("chronology", [samples.dam(), samples.ancient(), samples.outlier()])
def test_the_whole_of_time_is_that_of_python(chronology: Any) -> None:
    found = marks(chronology.rows)
    theirs = run("wholeView(rows.map(markOf).filter(Boolean), now)", now=now(chronology),
                 rows=[row | {"index": i} for i, row in enumerate(chronology.rows)])
    ours = padded(full_window(found), found, now(chronology))
    assert (theirs["start"], theirs["end"]) == pytest.approx((ours.start, ours.end))


@pytest.mark.parametrize(("start", "end", "expected"), [
    ("-0043", "2021", "44 BC – 2021"), ("1905", "2034", "1905 – 2034"),
    ("2014-10-01", "2020-05-16", "Oct 2014 – May 2020"),
    ("2019-05-03", "2019-08-09", "3 May 2019 – 9 Aug 2019"), ("2019-05-03", "2019-05-03", "3 May 2019"),
])
def test_ranges_are_named_no_finer_than_their_length(start: str, end: str, expected: str) -> None:
    theirs = run("rangeName(first, last)", first=iso.read(start).start, last=iso.read(end).end)
    assert theirs == expected


@pytest.mark.parametrize(("stroke", "symbols", "expected"), [
    ((100, 200), [], []),
    ((-50, 200), [], [["left", 5.5]]),
    ((-50, 900), [], [["left", 5.5], ["right", 794.5]]),
    ((700, 799), [], []),
    ((700, 798), [["right", 798]], [["right", 794.5]]),
    ((700, 850), [["cap", 700], ["right", 850]], [["cap", 700], ["right", 794.5]]),
    ((700, 780), [["right", 780]], [["right", 780]]),
    ((850, 900), [["right", 900]], [["right", 900]]),
])
def test_arrows_stand_at_the_edges_that_strokes_cross(stroke: tuple[float, float], symbols: list[Any],
                                                      expected: list[Any]) -> None:
    given = {"strokes": [{"kind": "thick", "from": stroke[0], "to": stroke[1]}], "left": stroke[0], "right": stroke[1],
             "symbols": [{"kind": kind, "at": at} for kind, at in symbols]}
    theirs = run("withEdges(given, {width: 800}, {symbol: 11}).symbols.map((s) => [s.kind, s.at])", given=given)
    assert theirs == expected


def rounded(text: str) -> float:
    return round(float(text), 3)


def test_labels_are_placed_as_in_python() -> None:
    view = View(Window(0, 1000 * 86400), 1000)
    dates = ("1970-06-01", "1972-09-01", "1971", "1972", "1970-02", "1971/..")
    found = [mark_of(0, samples.row(date, "on", "happened", "it")) for date in dates]
    glyphs = [glyph(mark, view) for mark in found if mark is not None]
    ours = [[p.side, p.left, p.right] for p in (label_place(g, 150, 1000) for g in glyphs)]
    theirs = run("glyphs.map((g) => labelPlace(g, 150, 1000, sizes)).map((p) => [p.side, p.left, p.right])",
                 glyphs=[{"left": g.left, "right": g.right} for g in glyphs], sizes=style()["sizes"])
    assert [side for side, *_ in theirs] == [side for side, *_ in ours]
    assert [pixel for _, *pixels in theirs for pixel in pixels] == pytest.approx(
        [pixel for _, *pixels in ours for pixel in pixels])


def test_rows_are_packed_as_in_python() -> None:
    boxes = [Box(place * 37 % 901, place * 37 % 901 + place * 13 % 90, place * 41 % 901) for place in range(200)]
    theirs = run("pack(boxes, 7)", boxes=[{"left": box.left, "right": box.right, "at": box.at} for box in boxes])
    assert theirs == pack(boxes, 7)


@pytest.mark.parametrize("lanes", ["none", "document", "participant", "place", "status"])
def test_lanes_are_those_of_python(lanes: str) -> None:
    chronology = samples.made(100)
    titles = {each.key: each.title for each in chronology.documents}
    theirs = run("laneNames({rows, payload: {style, documents}}, lanes)", rows=chronology.rows, style=style(),
                 lanes=lanes, documents=[{"key": key, "title": title} for key, title in titles.items()])
    assert theirs == groups(chronology.rows, lanes, titles)


@pytest.mark.parametrize(("start", "end"), [
    (-62_500_000_000, 1_600_000_000), (-377_705_116_800, 253_402_300_799), (1_575_000_000, 1_575_200_000),
    (1_500_000_000, 1_530_000_000), (1_575_000_000, 1_577_000_000), (-63_000_000_000, -61_000_000_000),
])
@pytest.mark.parametrize("count", [4, 9])
def test_ticks_are_those_of_python(start: int, end: int, count: int) -> None:
    theirs = run(f"ticks({start}, {end}, {count}).map((tick) => [tick.at, tick.text])")
    assert theirs == [list(tick) for tick in ticks(Window(start, end), count)]


@pytest.mark.parametrize(("typed", "expected"), [
    ("2019", "2019"), ("2019-10", "2019-10"), ("2019-12-04", "2019-12-04"), ("2019-12-04T09:30", "2019-12-04T09:30"),
    ("4 Dec 2019", "2019-12-04"), ("4 december 2019", "2019-12-04"), ("Dec 2019", "2019-12"), ("44 BC", "-0043"),
    ("15 Mar 44 BC", "-0043-03-15"), ("AD 79", "0079"), ("2017/..", "2017/.."), ("../2017-03", "../2017-03"),
    ("2011/2014", "2011/2014"), ("1860~", "1860~"), ("194X", "194X"), ("19XX", "19XX"), ("-0043", "-0043"),
    (" 2019 ", "2019"),
])
def test_typed_dates_are_read_as_python_reads_edtf(typed: str, expected: str) -> None:
    theirs = run("[readDate(typed)].map((d) => [d.edtf, readingOf(d).start, readingOf(d).end])", typed=typed)
    assert theirs[0] == [expected, *iso.bounds(edtf.read(expected))]


@pytest.mark.parametrize("typed", ["", "soon", "2019-13", "2019-02-29", "2019/2018", "../..", "4 2019", "12019",
                                   "-0000", "2019-12-04T25:00", "4 Foo 2019"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    assert run("readDate(typed)", typed=typed) is None


def test_code_points_become_utf_16_units() -> None:
    text = "a😀b👩‍🚀 שלום 😀"
    theirs = run("points.map((point) => slicer(text)(point, point + 1))", text=text, points=list(range(len(text))))
    assert theirs == list(text)


def test_cells_are_written_as_the_table_writes_them() -> None:
    from chrono.chronology.cells import write_cell
    from chrono.chronology.columns import COLUMNS

    row = samples.row("2019", "on", "happened", '=SUM("A1"); "quoted"', who=["a;b", "-c\\d"],
                      note="'=x\nline", tags=["x", "y"], hidden=True, edited=["edtf"],
                      evidence=[{"document": "d;", "start": 1, "end": 2}])
    kinds = {name: kind.name.lower() for name, kind in COLUMNS.items()}
    theirs = run("columns.map((column) => csvCell({kinds}, column, row[column]))", columns=list(COLUMNS), kinds=kinds,
                 row=row)
    unquoted = [cell[1:-1].replace('""', '"') if cell.startswith('"') else cell for cell in theirs]
    ours = [write_cell(kind, row[name]) for name, kind in COLUMNS.items()]
    places = list(COLUMNS).index("evidence")
    assert json.loads(unquoted.pop(places)) == json.loads(ours.pop(places))
    assert unquoted == ours

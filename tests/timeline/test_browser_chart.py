"""The chart in a real browser: moved, zoomed, drawn without overlaps."""

from __future__ import annotations

import pytest

from chrono.chronology import Chronology
from tests.timeline import samples
from tests.timeline.acts import Open

pytestmark = pytest.mark.browser


def test_outliers_are_one_click_away(opened: Open) -> None:
    view = opened(samples.outlier())
    assert "Dec 2018 –" in view.inner_text("#range-text")
    assert view.inner_text("#earlier") == "‹ 1 earlier, from 1850"
    view.click("#earlier")
    assert "1850" in view.inner_text("#range-text") or "1843" in view.inner_text("#range-text")
    assert not view.is_visible("#earlier")


def test_a_bar_that_goes_on_outside_has_an_arrow_at_the_edge(opened: Open) -> None:
    rows = [samples.row(date, "during", "happened", date) for date in ("1900/1950", "1960/2000")]
    view = opened(Chronology(rows))
    places = "[...document.querySelectorAll('#chart .point')].map((node) => node.getBoundingClientRect().left)"
    assert view.evaluate(places) == []
    view.click("#zoom-in")
    box = view.locator("#chart").bounding_box()
    first, last = sorted(view.evaluate(places))
    assert first - box["x"] < 25 and box["x"] + box["width"] - last < 40


def test_the_reference_date_crosses_no_label(opened: Open) -> None:
    view = opened(samples.dam())
    clashes = view.evaluate("""() => {
      const boxes = (found) => [...document.querySelectorAll(found)].map((node) => node.getBoundingClientRect());
      const lines = boxes('#chart .shapelayer path');
      const labels = boxes('#chart .textpoint text');
      const clash = (line) => labels.filter((label) => label.left < line.left && line.left < label.right
        && label.top + 4 < line.bottom && line.top < label.bottom - 4).length;
      return [lines.length, lines.reduce((sum, line) => sum + clash(line), 0)];
    }""")
    assert clashes[0] > 1 and clashes[1] == 0


def test_choosing_an_event_of_the_opening_view_goes_back_there(opened: Open) -> None:
    view = opened(samples.outlier())
    home = view.inner_text("#range-text")
    view.locator("tr[data-row]").first.click()
    assert view.inner_text("#range-text") != home
    view.locator("tr[data-row]").nth(1).click()
    assert view.inner_text("#range-text") == home


def test_a_count_opens_on_click(opened: Open) -> None:
    view = opened(samples.made(2000))
    before = view.inner_text("#range-text")
    count = view.locator("#chart .trace text").first
    assert int(count.text_content()) > 1
    box = count.bounding_box()
    view.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert view.inner_text("#range-text") != before


def test_events_of_one_moment_are_listed(opened: Open) -> None:
    rows = [samples.row("2019-12-04", "on", "happened", f"Thing {i}") for i in range(300)]
    view = opened(Chronology(rows, title="One day"))
    box = view.locator("#chart .trace text").first.bounding_box()
    view.mouse.click(box["x"] + 5, box["y"] + 5)
    view.locator("#card .pick button").nth(7).click()
    assert view.inner_text("#card h3").startswith("Thing ")


def test_dragging_moves_the_view(opened: Open) -> None:
    view = opened(samples.dam())
    before = view.inner_text("#range-text")
    box = view.locator("#chart").bounding_box()
    view.mouse.move(box["x"] + 400, box["y"] + 300)
    view.mouse.down()
    view.mouse.move(box["x"] + 500, box["y"] + 300, steps=4)
    view.mouse.up()
    view.wait_for_timeout(100)
    assert view.inner_text("#range-text") != before


def test_the_wheel_zooms_only_with_the_control_key(opened: Open) -> None:
    view = opened(samples.dam(), size=(1440, 500))
    view.locator("#chart").hover(position={"x": 300, "y": 200})
    before = view.inner_text("#range-text")
    view.mouse.wheel(0, 100)
    view.wait_for_timeout(300)
    assert view.inner_text("#range-text") == before and view.evaluate("window.scrollY") > 0
    view.keyboard.down("Control")
    view.mouse.wheel(0, -100)
    view.keyboard.up("Control")
    view.wait_for_timeout(200)
    assert view.inner_text("#range-text") != before


def test_a_double_click_on_nothing_comes_closer(opened: Open) -> None:
    view = opened(samples.dam())
    before = view.inner_text("#range-text")
    view.locator("#chart").dblclick(position={"x": 150, "y": 330})
    assert view.inner_text("#range-text") != before


def test_hovering_tells_the_event(opened: Open) -> None:
    view = opened(samples.dam())
    view.locator("#chart text", has_text="Ada Morrow").first.hover(force=True)
    assert view.inner_text("#tip strong") == "13 Mar 2023"
    view.mouse.move(2, 2)
    assert not view.is_visible("#tip")


def test_one_finger_moves_and_two_zoom(opened: Open) -> None:
    view = opened(samples.dam(), size=(390, 844), has_touch=True, is_mobile=True)
    view.locator("#chart").scroll_into_view_if_needed()
    box = view.locator("#chart").bounding_box()
    y = box["y"] + 60
    tools = view.context.new_cdp_session(view)

    def touch(kind: str, *places: float) -> None:
        points = [{"x": x, "y": y, "id": i} for i, x in enumerate(places)]
        tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        view.wait_for_timeout(60)

    def dates() -> tuple[int, int]:
        start, end = (int(date.split()[-1]) for date in view.inner_text("#range-text").split(" – "))
        return start, end

    home = dates()
    touch("touchStart", 100)
    touch("touchMove", 160)
    touch("touchMove", 220)
    touch("touchEnd")
    moved = dates()
    assert moved[0] < home[0] and abs((moved[1] - moved[0]) - (home[1] - home[0])) <= 1
    touch("touchStart", 150, 200)
    touch("touchMove", 120, 230)
    touch("touchMove", 80, 270)
    touch("touchEnd")
    assert dates()[1] - dates()[0] < (moved[1] - moved[0]) / 1.5


@pytest.mark.parametrize("lanes", ["document", "participant", "place", "status"])
def test_lanes_are_named(opened: Open, lanes: str) -> None:
    view = opened(samples.dam())
    view.select_option("#lanes", lanes)
    names = view.locator("#chart .annotation-text").all_text_contents()
    first = {"document": "Old dam", "participant": "Ada", "place": "Wren", "status": "Planned"}
    assert any(first[lanes] in name for name in names)


def test_years_before_christ_are_drawn(opened: Open) -> None:
    view = opened(samples.ancient())
    ticks = " ".join(view.locator("#chart .xtick text").all_text_contents())
    assert "200 BC" in ticks and "AD 1" in ticks
    view.click("#zoom-all")
    assert view.inner_text("#range-text") == "10000 BC – 9999"
    assert view.locator("#chart .scatterlayer .point").count() >= 4


# The number of labels, and of those that touch another or a mark's symbol, or do not lie in the chart.
OVERLAPS = """() => {
  const boxes = (found) => [...document.querySelectorAll(found)].map((node) => node.getBoundingClientRect());
  const labels = boxes('#chart .textpoint text').filter((box) => box.width > 30);
  const symbols = boxes('#chart .point').filter((box) => box.width > 8);
  const clash = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  let clashes = 0;
  const chart = document.getElementById('chart').getBoundingClientRect();
  labels.forEach((a, i) => {
    clashes += a.left < chart.left || a.right > chart.right + 1;
    labels.slice(i + 1).forEach((b) => { clashes += clash(a, b); });
    symbols.forEach((b) => { clashes += clash(a, b); });
  });
  return [labels.length, clashes];
}"""


@pytest.mark.parametrize("width", [390, 900, 1440])
@pytest.mark.parametrize("chronology", [samples.dam(), samples.made(60), samples.made(500), samples.made(5000)],
                         ids=["dam", "60", "500", "5000"])
def test_no_label_overlaps_another(opened: Open, chronology: Chronology, width: int) -> None:
    view = opened(chronology, size=(width, 900))
    seen = []
    for _ in range(3):
        labels, clashes = view.evaluate(OVERLAPS)
        assert clashes == 0
        seen.append(labels)
        view.click("#zoom-in")
        view.click("#zoom-in")
    assert max(seen) > 3
    view.select_option("#lanes", "status")
    assert view.evaluate(OVERLAPS)[1] == 0


@pytest.mark.parametrize(("rows", "words"), [
    ([], "There are no events."), ([samples.row("", "on", "planned", "A committee will be set up")], "will be set up"),
])
def test_without_any_date_there_is_no_chart(opened: Open, rows: list[dict[str, object]], words: str) -> None:
    view = opened(Chronology(rows))
    assert not view.is_visible("#chart") and not view.is_visible("#strip")
    assert words in view.inner_text("#table-pane")

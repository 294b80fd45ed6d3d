"""The page in a real browser: linked, filtered, corrected, printed, read with the keyboard, attacked."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chrono.chronology import Chronology, read_table
from chrono.documents.document import Document
from chrono.exports import json_document
from chrono.timeline import page, write_assets
from tests.timeline import samples

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
SIGNED = 15  # the row "Ada Morrow signed the removal order"


def chosen(view: Any) -> dict[str, str]:
    """What card, table and article show as selected."""
    return {
        "card": view.locator("#card h3").inner_text(),
        "table": view.locator("tr[aria-selected='true'] .col-event").inner_text(),
        "article": " ".join(view.locator("#article .is-chosen").all_inner_texts()),
    }


def rows_become(view: Any, count: int) -> None:
    """Waits until the table has ``count`` rows; the page's own policy forbids waiting for an expression."""
    last = view.locator("tr[data-row]").nth(count - 1)
    last.wait_for(state="attached")
    assert view.locator("tr[data-row]").count() == count


def click_mark(view: Any, words: str) -> None:
    """Clicks the label that begins with ``words`` in the chart."""
    box = view.locator("#chart text", has_text=words).first.bounding_box()
    view.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("chronology", [
    samples.dam(), samples.outlier(), samples.ancient(), samples.made(500), Chronology([]),
    Chronology([samples.row("", "on", "planned", "undated only")]),
], ids=["dam", "outlier", "ancient", "500", "empty", "undated"])
def test_the_page_opens_without_complaint(opened: Open, chronology: Chronology) -> None:
    view = opened(chronology)
    assert view.locator("tr[data-row]").count() == min(len(chronology.rows), view.locator("tr[data-row]").count())
    assert view.title() == (chronology.title or "Chronology")


class TestLinking:
    def test_from_the_chart(self, opened: Open) -> None:
        view = opened(samples.dam())
        click_mark(view, "Ada Morrow signed")
        event = "Ada Morrow signed the removal order"
        assert chosen(view) == {"card": event, "table": event, "article": "signed on Monday"}

    def test_from_the_table(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.click(f"tr[data-row='{SIGNED}']")
        assert chosen(view)["article"] == "signed on Monday"
        assert view.locator("#article .is-chosen").first.is_visible()

    def test_from_the_article(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.locator("#article mark.trigger", has_text="overtopped").click()
        assert chosen(view)["card"].startswith("A storm overtopped")

    def test_the_card_gives_the_reason(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.click("tr[data-row='17']")
        card = view.locator("#card").inner_text()
        for told in ("Sep 2023", "“in September”", "document date", "en.test", "2023-09", "Use Sep 2022", "90 % sure"):
            assert told in card

    def test_the_right_article_opens(self, opened: Open) -> None:
        view = opened(samples.made(40))
        view.click("tr[data-row='3']")
        assert view.locator("#article h3").inner_text() == "Text number 3"
        assert view.locator("#article .is-sentence").count() > 0

    def test_other_places_that_tell_the_event_are_shown(self, opened: Open) -> None:
        chronology = samples.made(8, documents=2)
        rows = [dict(row) for row in chronology.rows]
        rows[0]["evidence"] = [*rows[0]["evidence"], *rows[1]["evidence"]]
        view = opened(replace(chronology, rows=rows))
        view.click("tr[data-row='0']")
        view.click("#card .chip:has-text('Text number 1')")
        assert view.locator("#article h3").inner_text() == "Text number 1"
        told = "".join(view.locator("#article .is-sentence").all_text_contents())
        assert told == rows[1]["sentence"]
        view.locator("#article mark.told").first.click()
        assert chosen(view)["card"] == rows[0]["event"]

    def test_undated_events_and_gaps_are_reached_from_their_lists(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.click("[data-pick]")
        assert chosen(view)["card"] == "A hearing will be held"
        before = view.inner_text("#range-text")
        view.locator("[data-from]").first.click()
        assert view.inner_text("#range-text") != before

    def test_a_page_without_text_has_no_reader(self, opened: Open) -> None:
        view = opened(samples.dam(), options={"text": False})
        view.click(f"tr[data-row='{SIGNED}']")
        assert view.inner_text("#card h3") == "Ada Morrow signed the removal order"
        assert not view.is_visible("#article")
        assert view.locator("#card blockquote").count() == 0

    def test_a_table_without_articles_shows_the_sentence(self, opened: Open) -> None:
        view = opened(replace(samples.dam(), documents=(), references={}))
        view.click(f"tr[data-row='{SIGNED}']")
        assert "County commissioner Ada Morrow signed" in view.inner_text("#card blockquote")
        assert not view.is_visible("#article")


class TestFilters:
    @pytest.mark.parametrize(("act", "count"), [
        (lambda view: view.fill("#filter-text", "DAM  built"), 1),
        (lambda view: (view.fill("#filter-from", "2019"), view.press("#filter-from", "Enter")), 11),
        (lambda view: (view.fill("#filter-to", "1940"), view.press("#filter-to", "Tab")), 6),
        (lambda view: view.select_option("#filter-who", "Ada Morrow"), 1),
        (lambda view: view.locator("#statuses input[value='happened']").uncheck(), 9),
    ])
    def test_filters(self, opened: Open, act: Callable[[Any], Any], count: int) -> None:
        view = opened(samples.dam())
        act(view)
        rows_become(view, count)
        assert f"{count} of 21 rows" in view.inner_text("#shown-count")
        view.click("#filter-clear")
        rows_become(view, 21)

    def test_sorting_turns_round(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.click("th.col-event button")
        first = view.locator("tr[data-row] .col-event").first
        assert first.inner_text() == "A council vote to remove the dam failed"
        view.click("th.col-event button")
        assert first.inner_text() == "Wren Hollow dam was finished"
        assert view.get_attribute("th.col-event", "aria-sort") == "descending"


class TestView:
    def test_outliers_are_one_click_away(self, opened: Open) -> None:
        view = opened(samples.outlier())
        assert "Dec 2018 –" in view.inner_text("#range-text")
        assert view.inner_text("#earlier") == "‹ 1 earlier, from 1850"
        view.click("#earlier")
        assert "1850" in view.inner_text("#range-text") or "1843" in view.inner_text("#range-text")
        assert not view.is_visible("#earlier")

    def test_a_bar_that_goes_on_outside_has_an_arrow_at_the_edge(self, opened: Open) -> None:
        rows = [samples.row(date, "during", "happened", date) for date in ("1900/1950", "1960/2000")]
        view = opened(Chronology(rows))
        places = "[...document.querySelectorAll('#chart .point')].map((node) => node.getBoundingClientRect().left)"
        assert view.evaluate(places) == []
        view.click("#zoom-in")
        box = view.locator("#chart").bounding_box()
        first, last = sorted(view.evaluate(places))
        assert first - box["x"] < 25 and box["x"] + box["width"] - last < 40

    def test_the_reference_date_crosses_no_label(self, opened: Open) -> None:
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

    def test_choosing_an_event_of_the_opening_view_goes_back_there(self, opened: Open) -> None:
        view = opened(samples.outlier())
        home = view.inner_text("#range-text")
        view.locator("tr[data-row]").first.click()
        assert view.inner_text("#range-text") != home
        view.locator("tr[data-row]").nth(1).click()
        assert view.inner_text("#range-text") == home

    def test_a_count_opens_on_click(self, opened: Open) -> None:
        view = opened(samples.made(2000))
        before = view.inner_text("#range-text")
        count = view.locator("#chart .trace text").first
        assert int(count.text_content()) > 1
        box = count.bounding_box()
        view.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert view.inner_text("#range-text") != before

    def test_events_of_one_moment_are_listed(self, opened: Open) -> None:
        rows = [samples.row("2019-12-04", "on", "happened", f"Thing {i}") for i in range(300)]
        view = opened(Chronology(rows, title="One day"))
        box = view.locator("#chart .trace text").first.bounding_box()
        view.mouse.click(box["x"] + 5, box["y"] + 5)
        view.locator("#card .pick button").nth(7).click()
        assert view.inner_text("#card h3").startswith("Thing ")

    def test_dragging_moves_the_view(self, opened: Open) -> None:
        view = opened(samples.dam())
        before = view.inner_text("#range-text")
        box = view.locator("#chart").bounding_box()
        view.mouse.move(box["x"] + 400, box["y"] + 300)
        view.mouse.down()
        view.mouse.move(box["x"] + 500, box["y"] + 300, steps=4)
        view.mouse.up()
        view.wait_for_timeout(100)
        assert view.inner_text("#range-text") != before

    def test_the_wheel_zooms_only_with_the_control_key(self, opened: Open) -> None:
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

    def test_a_double_click_on_nothing_comes_closer(self, opened: Open) -> None:
        view = opened(samples.dam())
        before = view.inner_text("#range-text")
        view.locator("#chart").dblclick(position={"x": 150, "y": 330})
        assert view.inner_text("#range-text") != before

    def test_hovering_tells_the_event(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.locator("#chart text", has_text="Ada Morrow").first.hover(force=True)
        assert view.inner_text("#tip strong") == "13 Mar 2023"
        view.mouse.move(2, 2)
        assert not view.is_visible("#tip")

    def test_one_finger_moves_and_two_zoom(self, opened: Open) -> None:
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
    def test_lanes_are_named(self, opened: Open, lanes: str) -> None:
        view = opened(samples.dam())
        view.select_option("#lanes", lanes)
        names = view.locator("#chart .annotation-text").all_text_contents()
        first = {"document": "Old dam", "participant": "Ada", "place": "Wren", "status": "Planned"}
        assert any(first[lanes] in name for name in names)

    def test_years_before_christ_are_drawn(self, opened: Open) -> None:
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


class TestKeyboard:
    def test_arrows_go_from_event_to_event(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.focus("#chart")
        view.keyboard.press("ArrowRight")
        view.keyboard.press("ArrowRight")
        assert chosen(view)["card"] == "Wren Hollow dam was finished"
        assert view.inner_text("#live") == "2 of 21: autumn 1909, Wren Hollow dam was finished"
        view.keyboard.press("End")
        assert chosen(view)["card"] == "A hearing will be held"
        view.keyboard.press("Escape")
        assert view.locator("tr[aria-selected='true']").count() == 0

    def test_the_table_keeps_the_focus(self, opened: Open) -> None:
        view = opened(samples.made(5000))
        view.locator("tr[data-row]").first.focus()
        view.keyboard.press("ArrowDown")
        view.keyboard.press("End")
        assert view.evaluate("document.activeElement.dataset.row") == "4999"
        view.keyboard.press("ArrowUp")
        assert view.evaluate("document.activeElement.dataset.row") == "4998"
        assert view.locator("tr[data-row]").count() < 120

    def test_everything_is_reached_by_tab(self, opened: Open) -> None:
        view = opened(samples.dam())
        seen = []
        for _ in range(60):
            view.keyboard.press("Tab")
            seen.append(view.evaluate("document.activeElement.id || document.activeElement.tagName"))
        assert {"chart", "lanes", "strip-from", "zoom-in", "filter-text", "TR", "article", "save-csv"} <= set(seen)

    def test_the_strip_moves_by_keys(self, opened: Open) -> None:
        view = opened(samples.dam())
        before = view.get_attribute("#strip-from", "aria-valuetext")
        view.focus("#strip-from")
        view.keyboard.press("ArrowRight")
        assert view.get_attribute("#strip-from", "aria-valuetext") != before


class TestCorrections:
    def correct(self, view: Any) -> None:
        view.click(f"tr[data-row='{SIGNED}']")
        view.click("summary:has-text('Correct this row')")
        view.fill("#edit-date", "12 Mar 2023")
        view.press("#edit-date", "Tab")
        view.fill("#edit-note", "=see the minutes")
        view.press("#edit-note", "Tab")
        view.fill("#edit-tags", "vote; order")
        view.press("#edit-tags", "Tab")

    def table(self, view: Any, path: Path) -> list[dict[str, str]]:
        with view.expect_download() as waiting:
            view.click("#edits-csv")
        waiting.value.save_as(path)
        return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))

    def test_they_are_downloaded_and_read_back(self, opened: Open, tmp_path: Path) -> None:
        view = opened(samples.dam())
        self.correct(view)
        rows = self.table(view, tmp_path / "out.csv")
        assert len(rows) == 21
        row = rows[SIGNED]
        assert {name: row[name] for name in ("edtf", "start", "end", "date", "note", "tags", "edited")} == {
            "edtf": "2023-03-12", "start": "2023-03-12", "end": "2023-03-12", "date": "12 Mar 2023",
            "note": "'=see the minutes", "tags": "vote; order", "edited": "edtf"}
        read = {each["id"]: each for each in read_table(tmp_path / "out.csv").rows}
        kept = samples.dam().keep(read_table(tmp_path / "out.csv")).rows
        assert [each["edtf"] for each in kept if each["note"]] == ["2023-03-12"]
        original = samples.dam().rows
        changed = read[original[SIGNED]["id"]]
        assert (changed["edtf"], changed["note"]) == ("2023-03-12", "=see the minutes")
        assert changed["tags"] == ["vote", "order"]
        for row in original:
            if row["id"] != changed["id"]:
                assert read[row["id"]] | {"order": 0} == row | {"order": 0}

    def test_they_outlive_a_reload_and_can_be_forgotten(self, opened: Open) -> None:
        view = opened(samples.dam())
        self.correct(view)
        view.reload()
        view.wait_for_selector("html.is-ready")
        assert view.locator(f"tr[data-row='{SIGNED}'] .col-date").inner_text() == "12 Mar 2023"
        assert "1 row corrected" in view.inner_text("#edits-text")
        view.click("#edits-forget")
        assert view.locator(f"tr[data-row='{SIGNED}'] .col-date").inner_text() == "13 Mar 2023"
        assert view.evaluate("Object.keys(localStorage).length") == 0

    def test_a_hidden_row_leaves_chart_and_table(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.click(f"tr[data-row='{SIGNED}']")
        view.click("summary:has-text('Correct this row')")
        view.click("text=Hide this row")
        assert view.locator(f"tr[data-row='{SIGNED}']").count() == 0
        assert view.locator("#chart text", has_text="Ada Morrow").count() == 0
        view.check("#filter-hidden")
        assert view.locator(f"tr[data-row='{SIGNED}'] .badge", has_text="hidden").count() == 1

    def test_another_reading_moves_the_row(self, opened: Open, tmp_path: Path) -> None:
        view = opened(samples.dam())
        view.click("tr[data-row='17']")
        view.click("text=Use Sep 2022")
        assert view.inner_text(".card-date") == "Sep 2022"
        places = view.locator("tr[data-row]").evaluate_all("rows => rows.map((row) => row.dataset.row)")
        assert places.index("17") < places.index("16")
        assert self.table(view, tmp_path / "out.csv")[17]["edtf"] == "2022-09"
        view.click("text=Use Sep 2023")
        assert not view.is_visible("#edits")

    def test_the_table_keeps_its_place(self, opened: Open) -> None:
        view = opened(samples.made(60))
        view.click("tr[data-row='50']")
        before = view.evaluate("document.getElementById('table-pane').scrollTop")
        view.click("summary:has-text('Correct this row')")
        view.fill("#edit-note", "checked")
        view.press("#edit-note", "Tab")
        assert view.evaluate("document.getElementById('table-pane').scrollTop") == before > 0
        assert view.locator("#card details").evaluate("node => node.open")

    def test_a_bad_date_is_named(self, opened: Open) -> None:
        view = opened(samples.dam())
        view.click("tr[data-row='1']")
        view.click("summary:has-text('Correct this row')")
        view.fill("#edit-date", "soon")
        view.press("#edit-date", "Tab")
        assert "“soon” is not a date" in view.inner_text("#edit-error")

    def test_pages_of_other_content_do_not_share_them(self, opened: Open) -> None:
        view = opened(samples.dam())
        self.correct(view)
        keys = view.evaluate("Object.keys(localStorage)")
        assert len(keys) == 1 and keys[0].startswith("chrono:")


HOSTILE = '</script><script>window.pwned=1</script><img src=x onerror="window.pwned=1">&lt;b&gt;'


@pytest.fixture(scope="module")
def hostile() -> Chronology:
    long = "word " * 2000
    parts = [f"On Monday 😀 they {HOSTILE} opened the gate.", "ביום שני נפתח השער 👩‍🚀 ב-3 במאי 2019.",
             f"In 2018 {long}ended."]
    text = "\n\n".join(parts)
    rows = []
    told = (("2019-05-06", "On Monday", "opened"), ("2019-05-03", "3 במאי 2019", "נפתח"), ("2018", "In 2018", "ended"))
    for part, (date, expression, trigger) in zip(parts, told, strict=True):
        found = samples.row(date, "on", "happened", part, expression=expression, trigger=trigger, document="d",
                            sentence=part, who=[HOSTILE, "שלום"], where=[HOSTILE], why=HOSTILE, anchor=HOSTILE,
                            note=HOSTILE, tags=[HOSTILE])
        start = text.index(part)
        at, verb = text.index(expression), text.index(trigger, start)
        rows.append(found | {
            "sentence_start": start, "sentence_end": start + len(part), "expression_start": at,
            "expression_end": at + len(expression), "trigger_start": verb, "trigger_end": verb + len(trigger)})
    return Chronology(rows, (Document(text, title=HOSTILE, source=HOSTILE, id="d"),), {}, HOSTILE)


def test_hostile_text_draws_and_runs_nothing(opened: Open, hostile: Chronology) -> None:
    view = opened(hostile)
    for lanes in ("participant", "place", "document"):
        view.select_option("#lanes", lanes)
    for index, trigger in enumerate(("opened", "נפתח", "ended")):
        view.click(f"tr[data-row='{index}']")
        assert trigger in view.locator("#article mark.trigger.is-chosen").inner_text()
        assert hostile.rows[index]["sentence"].split() == view.inner_text("#card blockquote").split()
    view.locator("#chart").hover(position={"x": 200, "y": 25})
    assert view.evaluate("window.pwned") is None
    assert view.locator("#article img, #card img, #chart img, #chart a").count() == 0
    assert view.locator("h1").inner_text() == HOSTILE
    shown = "".join(view.locator("#chart .annotation-text, #chart .textpoint text").all_text_contents())
    assert "<script>" in shown.replace(" ", "")


def test_markup_and_entities_are_shown_as_they_are_written(opened: Open) -> None:
    event = '<b>A</b> &lt;i&gt; & "q" $x$ &amp;'
    view = opened(Chronology([samples.row("2019", "on", "happened", event, who=[event])], title="t"))
    view.select_option("#lanes", "participant")
    assert view.locator("#chart .textpoint text").all_text_contents() == [event]
    assert view.locator("#chart .annotation-text").all_text_contents() == [event]


def test_the_page_can_ask_nothing_of_the_network(engine: Any, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(samples.dam()), encoding="utf-8")
    view = engine.new_page()
    view.goto((tmp_path / "page.html").as_uri())
    refused = view.evaluate("""() => new Promise((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
      new Image().src = 'https://example.invalid/x.png';
    })""")
    view.close()
    assert refused == "img-src"


AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_axe_finds_no_violation(opened: Open, scheme: str, size: tuple[int, int]) -> None:
    axe = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("no axe-core: npm install in tests/timeline")
    view = opened(samples.dam(), size=size, color_scheme=scheme)
    view.evaluate(axe.read_text(encoding="utf-8"))
    view.click(".key summary")
    for state in ("plain", "chosen"):
        if state == "chosen":
            view.click("tr[data-row='17']")
            view.click("summary:has-text('Correct this row')")
        found = view.evaluate(f"axe.run({{runOnly: {AXE_RULES}}})")
        assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found["violations"]] == []


@pytest.mark.parametrize("width", [390, 720])
def test_a_phone_or_a_page_at_200_percent_never_scrolls_sideways(opened: Open, width: int) -> None:
    view = opened(samples.dam(), size=(width, 844))
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.click("tr[data-row='17']")
    assert view.is_visible("#card h3")


def test_paper_shows_the_whole_table_on_white(opened: Open) -> None:
    view = opened(samples.made(800), color_scheme="dark")
    view.emulate_media(media="print")
    rows_become(view, 800)
    assert view.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert view.evaluate("document.querySelector('#chart .main-svg').style.background") == "rgb(255, 255, 255)"
    assert not view.is_visible("#filters") and view.is_visible("#chart")
    assert view.evaluate("document.getElementById('chart').clientWidth") <= 700
    view.emulate_media(media="screen")
    view.wait_for_selector("#table.is-long")
    assert view.locator("tr[data-row]").count() < 200


def test_the_table_on_paper_keeps_its_head_on_every_page(opened: Open, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("no pdftotext on this machine")
    view = opened(samples.made(60))
    view.emulate_media(media="print")
    rows_become(view, 60)
    for size in ("A4", "Letter"):
        view.pdf(path=tmp_path / "paper.pdf", format=size)
        done = subprocess.run([tool, "-layout", tmp_path / "paper.pdf", "-"], capture_output=True, text=True)
        tables = [text for text in done.stdout.split("\f") if " %" in text]
        assert len(tables) >= 2
        assert all(text.count("Sure") == 1 and text.count(" %") >= 3 for text in tables)


@pytest.mark.parametrize(("button", "start"), [
    ("csv", b"\xef\xbb\xbfid,order,start,end,date"), ("json", b"{\n \"title\""), ("svg", b"<svg"),
    ("png", b"\x89PNG"),
])
def test_downloads(opened: Open, tmp_path: Path, button: str, start: bytes) -> None:
    view = opened(samples.dam())
    with view.expect_download() as waiting:
        view.click(f"#save-{button}")
    waiting.value.save_as(tmp_path / "file")
    assert (tmp_path / "file").read_bytes().startswith(start)
    assert waiting.value.suggested_filename == f"old-dam-at-wren-hollow-to-come-down.{button}"


def test_the_json_download_is_the_json_export(opened: Open, tmp_path: Path) -> None:
    chronology = samples.dam()
    view = opened(chronology)
    with view.expect_download() as waiting:
        view.click("#save-json")
    waiting.value.save_as(tmp_path / "file.json")
    stream = io.StringIO()
    json_document.write(chronology, stream)
    assert json.loads((tmp_path / "file.json").read_text("utf-8")) == json.loads(stream.getvalue())


def test_a_page_beside_its_assets_draws_too(opened: Open, tmp_path: Path) -> None:
    write_assets(tmp_path)
    view = opened(samples.dam(), options={"assets": "directory"})
    assert view.locator("#chart .textpoint").count() > 10


def test_without_its_assets_the_table_still_works(engine: Any, tmp_path: Path) -> None:
    (tmp_path / "alone.html").write_text(page(samples.dam(), assets="directory"), encoding="utf-8")
    view = engine.new_page()
    view.goto((tmp_path / "alone.html").as_uri())
    view.click(f"tr[data-row='{SIGNED}']")
    assert view.inner_text("#card h3") == "Ada Morrow signed the removal order"
    assert "chrono-assets" in view.inner_text("#chart")
    view.close()


def test_reduced_motion_is_honoured(opened: Open) -> None:
    view = opened(samples.dam(), reduced_motion="reduce")
    assert view.evaluate("getComputedStyle(document.getElementById('tip')).transitionDuration") == "0s"

"""The page in a real browser by keyboard, and what a reader corrects in it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from chrono.chronology import read_table
from tests.timeline import samples
from tests.timeline.acts import SIGNED, Open, chosen

pytestmark = pytest.mark.browser


def test_arrows_go_from_event_to_event(opened: Open) -> None:
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


def test_the_table_keeps_the_focus(opened: Open) -> None:
    view = opened(samples.made(5000))
    view.locator("tr[data-row]").first.focus()
    view.keyboard.press("ArrowDown")
    view.keyboard.press("End")
    assert view.evaluate("document.activeElement.dataset.row") == "4999"
    view.keyboard.press("ArrowUp")
    assert view.evaluate("document.activeElement.dataset.row") == "4998"
    assert view.locator("tr[data-row]").count() < 120


def test_everything_is_reached_by_tab(opened: Open) -> None:
    view = opened(samples.dam())
    seen = []
    for _ in range(60):
        view.keyboard.press("Tab")
        seen.append(view.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"chart", "lanes", "strip-from", "zoom-in", "filter-text", "TR", "article", "save-csv"} <= set(seen)


def test_the_strip_moves_by_keys(opened: Open) -> None:
    view = opened(samples.dam())
    before = view.get_attribute("#strip-from", "aria-valuetext")
    view.focus("#strip-from")
    view.keyboard.press("ArrowRight")
    assert view.get_attribute("#strip-from", "aria-valuetext") != before


def correct(view: Any) -> None:
    view.click(f"tr[data-row='{SIGNED}']")
    view.click("summary:has-text('Correct this row')")
    view.fill("#edit-date", "12 Mar 2023")
    view.press("#edit-date", "Tab")
    view.fill("#edit-note", "=see the minutes")
    view.press("#edit-note", "Tab")
    view.fill("#edit-tags", "vote; order")
    view.press("#edit-tags", "Tab")


def table(view: Any, path: Path) -> list[dict[str, str]]:
    with view.expect_download() as waiting:
        view.click("#edits-csv")
    waiting.value.save_as(path)
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_they_are_downloaded_and_read_back(opened: Open, tmp_path: Path) -> None:
    view = opened(samples.dam())
    correct(view)
    rows = table(view, tmp_path / "out.csv")
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


def test_they_outlive_a_reload_and_can_be_forgotten(opened: Open) -> None:
    view = opened(samples.dam())
    correct(view)
    view.reload()
    view.wait_for_selector("html.is-ready")
    assert view.locator(f"tr[data-row='{SIGNED}'] .col-date").inner_text() == "12 Mar 2023"
    assert "1 row corrected" in view.inner_text("#edits-text")
    view.click("#edits-forget")
    assert view.locator(f"tr[data-row='{SIGNED}'] .col-date").inner_text() == "13 Mar 2023"
    assert view.evaluate("Object.keys(localStorage).length") == 0


def test_a_corrected_date_has_a_reason_of_its_own_and_no_confidence(opened: Open, tmp_path: Path) -> None:
    view = opened(samples.dam())
    correct(view)
    (read,) = [row for row in samples.dam().rows if row["order"] == SIGNED + 1]
    reason = f"corrected by the reader; read from the text: {read['date']} ({read['why']})"
    assert reason in view.inner_text("#card dl")
    assert "% sure" not in view.inner_text(".card-status")
    row = table(view, tmp_path / "out.csv")[SIGNED]
    assert (row["why"], row["confidence"], row["edited"]) == (reason, "", "edtf")
    (back,) = [each for each in read_table(tmp_path / "out.csv").rows if each["id"] == row["id"]]
    assert (back["why"], back["confidence"], back["edited"]) == (reason, None, ["edtf"])


def test_a_hidden_row_leaves_chart_and_table(opened: Open) -> None:
    view = opened(samples.dam())
    view.click(f"tr[data-row='{SIGNED}']")
    view.click("summary:has-text('Correct this row')")
    view.click("text=Hide this row")
    assert view.locator(f"tr[data-row='{SIGNED}']").count() == 0
    assert view.locator("#chart text", has_text="Ada Morrow").count() == 0
    view.check("#filter-hidden")
    assert view.locator(f"tr[data-row='{SIGNED}'] .badge", has_text="hidden").count() == 1


def test_another_reading_moves_the_row(opened: Open, tmp_path: Path) -> None:
    view = opened(samples.dam())
    view.click("tr[data-row='17']")
    view.click("text=Use Sep 2022")
    assert view.inner_text(".card-date") == "Sep 2022"
    places = view.locator("tr[data-row]").evaluate_all("rows => rows.map((row) => row.dataset.row)")
    assert places.index("17") < places.index("16")
    assert table(view, tmp_path / "out.csv")[17]["edtf"] == "2022-09"
    view.click("text=Use Sep 2023")
    assert not view.is_visible("#edits")


def test_the_table_keeps_its_place(opened: Open) -> None:
    view = opened(samples.made(60))
    view.click("tr[data-row='50']")
    before = view.evaluate("document.getElementById('table-pane').scrollTop")
    view.click("summary:has-text('Correct this row')")
    view.fill("#edit-note", "checked")
    view.press("#edit-note", "Tab")
    assert view.evaluate("document.getElementById('table-pane').scrollTop") == before > 0
    assert view.locator("#card details").evaluate("node => node.open")


def test_a_bad_date_is_named(opened: Open) -> None:
    view = opened(samples.dam())
    view.click("tr[data-row='1']")
    view.click("summary:has-text('Correct this row')")
    view.fill("#edit-date", "soon")
    view.press("#edit-date", "Tab")
    assert "“soon” is not a date" in view.inner_text("#edit-error")


def test_pages_of_other_content_do_not_share_them(opened: Open) -> None:
    view = opened(samples.dam())
    correct(view)
    keys = view.evaluate("Object.keys(localStorage)")
    assert len(keys) == 1 and keys[0].startswith("chrono:")

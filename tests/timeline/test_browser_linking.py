"""The page in a real browser: chart, table, article and card show the same event; filters and order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from chrono.chronology import Chronology
from tests.timeline import samples
from tests.timeline.acts import SIGNED, Open, chosen, click_mark, rows_become

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("chronology", [
    samples.dam(), samples.outlier(), samples.ancient(), samples.made(500), Chronology([]),
    Chronology([samples.row("", "on", "planned", "undated only")]),
], ids=["dam", "outlier", "ancient", "500", "empty", "undated"])
def test_the_page_opens_without_complaint(opened: Open, chronology: Chronology) -> None:
    view = opened(chronology)
    assert min(1, len(chronology.rows)) <= view.locator("tr[data-row]").count() <= len(chronology.rows)
    assert view.title() == (chronology.title or "Chronology")


def test_from_the_chart(opened: Open) -> None:
    view = opened(samples.dam())
    click_mark(view, "Ada Morrow signed")
    event = "Ada Morrow signed the removal order"
    assert chosen(view) == {"card": event, "table": event, "article": "signed on Monday"}


def test_from_the_table(opened: Open) -> None:
    view = opened(samples.dam())
    view.click(f"tr[data-row='{SIGNED}']")
    assert chosen(view)["article"] == "signed on Monday"
    assert view.locator("#article .is-chosen").first.is_visible()


def test_from_the_article(opened: Open) -> None:
    view = opened(samples.dam())
    view.locator("#article mark.trigger", has_text="overtopped").click()
    assert chosen(view)["card"].startswith("A storm overtopped")


def test_the_card_gives_the_reason(opened: Open) -> None:
    view = opened(samples.dam())
    view.click("tr[data-row='17']")
    card = view.locator("#card").inner_text()
    for told in ("Sep 2023", "“in September”", "document date", "en.test", "2023-09", "Use Sep 2022", "90 % sure"):
        assert told in card


def test_the_right_article_opens(opened: Open) -> None:
    view = opened(samples.made(40))
    view.click("tr[data-row='3']")
    assert view.locator("#article h3").inner_text() == "Text number 3"
    assert view.locator("#article .is-sentence").count() > 0


def test_other_places_that_tell_the_event_are_shown(opened: Open) -> None:
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


def test_undated_events_and_gaps_are_reached_from_their_lists(opened: Open) -> None:
    view = opened(samples.dam())
    view.click("[data-pick]")
    assert chosen(view)["card"] == "A hearing will be held"
    before = view.inner_text("#range-text")
    view.locator("[data-from]").first.click()
    assert view.inner_text("#range-text") != before


def test_a_page_without_text_has_no_reader(opened: Open) -> None:
    view = opened(samples.dam(), options={"text": False})
    view.click(f"tr[data-row='{SIGNED}']")
    assert view.inner_text("#card h3") == "Ada Morrow signed the removal order"
    assert not view.is_visible("#article")
    assert view.locator("#card blockquote").count() == 0


def test_a_table_without_articles_shows_the_sentence(opened: Open) -> None:
    view = opened(replace(samples.dam(), documents=(), references={}))
    view.click(f"tr[data-row='{SIGNED}']")
    assert "County commissioner Ada Morrow signed" in view.inner_text("#card blockquote")
    assert not view.is_visible("#article")


@pytest.mark.parametrize(("act", "count"), [
    (lambda view: view.fill("#filter-text", "DAM  built"), 1),
    (lambda view: (view.fill("#filter-from", "2019"), view.press("#filter-from", "Enter")), 11),
    (lambda view: (view.fill("#filter-to", "1940"), view.press("#filter-to", "Tab")), 6),
    (lambda view: view.select_option("#filter-who", "Ada Morrow"), 1),
    (lambda view: view.locator("#statuses input[value='happened']").uncheck(), 9),
])
def test_filters(opened: Open, act: Callable[[Any], Any], count: int) -> None:
    view = opened(samples.dam())
    act(view)
    rows_become(view, count)
    assert f"{count} of 21 rows" in view.inner_text("#shown-count")
    view.click("#filter-clear")
    rows_become(view, 21)


def test_sorting_turns_round(opened: Open) -> None:
    view = opened(samples.dam())
    view.click("th.col-event button")
    first = view.locator("tr[data-row] .col-event").first
    assert first.inner_text() == "A council vote to remove the dam failed"
    view.click("th.col-event button")
    assert first.inner_text() == "Wren Hollow dam was finished"
    assert view.get_attribute("th.col-event", "aria-sort") == "descending"

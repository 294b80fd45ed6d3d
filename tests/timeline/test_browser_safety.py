"""The page in a real browser, attacked: hostile text, the network, and what it does without its assets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chrono.chronology import Chronology
from chrono.documents.document import Document
from chrono.timeline import page, write_assets
from tests.timeline import samples
from tests.timeline.acts import SIGNED, Open

pytestmark = pytest.mark.browser


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

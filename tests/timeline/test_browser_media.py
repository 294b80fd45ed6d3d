"""The page in a real browser for everyone: contrast, phones, paper, downloads, less motion."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from chrono.exports import json_document
from tests.timeline import samples
from tests.timeline.acts import Open, rows_become

pytestmark = pytest.mark.browser


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


def test_reduced_motion_is_honoured(opened: Open) -> None:
    view = opened(samples.dam(), reduced_motion="reduce")
    assert view.evaluate("getComputedStyle(document.getElementById('tip')).transitionDuration") == "0s"

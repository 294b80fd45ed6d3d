"""Makes what shows the sample: ``python -m tests.docs.regenerate [--notebook] [--picture]``.

That is ``outputs/sample.csv`` and ``outputs/sample.html``, the table in the README, with ``--notebook`` the outputs
stored in the first notebook, and with ``--picture`` the README's pictures of the page, which need a Chromium.
:mod:`tests.docs.test_sample` fails when one of them, the pictures apart, is stale.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import chrono
from chrono.chronology import Chronology

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "articles" / "sample.txt"
OUTPUTS = ROOT / "outputs"
README = ROOT / "README.md"
NOTEBOOK = ROOT / "notebooks" / "01-first-chronology.ipynb"
TODAY = "2026-06-30"
_TABLE = re.compile(r"(<!-- sample: [^\n]*-->\n).*?(<!-- /sample -->)", re.DOTALL)


def chronology() -> Chronology:
    """The sample's chronology, read as ``chrono extract tests/articles/sample.txt`` reads it."""
    return chrono.extract(SAMPLE, not_after=TODAY)


def table(made: Chronology) -> str:
    """The rows as the README shows them."""
    lines = ["| | date | event | status | read from |", "|---|---|---|---|---|"]
    for row in made.rows:
        told = f"“{row['expression']}”" if row["expression"] else row["basis"]
        cells = (str(row["order"]), row["date"] or "undated", row["event"], row["status"], told)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def with_table(readme: str, made: Chronology) -> str:
    """The README's text with the table of ``made``."""
    return _TABLE.sub(lambda match: f"{match[1]}\n{table(made)}\n{match[2]}", readme)


def run_notebook(path: Path) -> Any:
    """The notebook with its cells executed from the folder it lies in; raises where a cell fails."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=place).execute()
    return notebook


def main() -> None:
    from typer.testing import CliRunner

    from chrono.cli import app

    words = ["extract", str(SAMPLE), "--out", str(OUTPUTS), "--today", TODAY]
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    print(result.output)
    made = chronology()
    README.write_text(with_table(README.read_text(encoding="utf-8"), made), encoding="utf-8")
    if "--notebook" in sys.argv:
        import nbformat

        nbformat.write(run_notebook(NOTEBOOK), NOTEBOOK)
    if "--picture" in sys.argv:
        take_picture(OUTPUTS / "sample.html", OUTPUTS / "sample.png")
        take_others(OUTPUTS / "sample.html")


def take_others(page: Path) -> None:
    """The page in the dark, on a phone and on paper."""
    import shutil
    import tempfile

    from tests.timeline import screenshots

    with tempfile.TemporaryDirectory() as folder:
        screenshots.main(page, Path(folder))
        for name in ("dark", "phone", "paper"):
            shutil.copyfile(Path(folder) / f"{name}.png", OUTPUTS / f"sample-{name}.png")


def take_picture(page: Path, picture: Path) -> None:
    """A picture of the page as it opens, with one event chosen."""
    from playwright.sync_api import sync_playwright

    from tests.timeline.browser import chromium

    with sync_playwright() as started:
        browser = chromium(started)
        view = browser.new_page(viewport={"width": 1280, "height": 900})
        view.goto(page.as_uri())
        view.get_by_text("A year later").first.click()
        view.wait_for_timeout(800)
        view.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()

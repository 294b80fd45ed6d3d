"""``outputs/``, the README's table and the notebook show what the program makes of the sample today."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from chrono.cli import app
from tests.docs.regenerate import NOTEBOOK, OUTPUTS, README, SAMPLE, TODAY, chronology, run_notebook, with_table

STALE = "stale: run python -m tests.docs.regenerate --notebook"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from typer.testing import CliRunner

    folder = tmp_path_factory.mktemp("outputs")
    words = ["extract", str(SAMPLE), "--out", str(folder), "--today", TODAY]
    assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    return folder


def test_the_table_is_fresh(made: Path) -> None:
    assert (OUTPUTS / "sample.csv").read_bytes() == (made / "sample.csv").read_bytes(), STALE


def without_day_and_scripts(page: str) -> str:
    """The page without plotly.js, what names its version or the scripts' hashes, and the day on which it was made,
    which the README's first command sets anew."""
    page = re.sub(r"<script>(?!\(\(\) => \{).*?</script>", "", page, count=1, flags=re.DOTALL)
    page = re.sub(r'Made on \d+ \w+ \d{4}|"made":"[\d-]+"', "", page)
    return re.sub(r"'sha256-[^']+'", "", page)


def test_the_page_is_fresh(made: Path) -> None:
    stored, fresh = ((folder / "sample.html").read_text(encoding="utf-8") for folder in (OUTPUTS, made))
    assert without_day_and_scripts(stored) == without_day_and_scripts(fresh), STALE


def test_the_table_in_the_readme_is_fresh() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == with_table(text, chronology()), STALE


def test_the_notebook_runs_and_shows_what_it_makes() -> None:
    def texts(cells: list[dict[str, Any]]) -> list[str]:
        outputs = [output for cell in cells for output in cell.get("outputs", [])]
        return ["".join(output["text"]) for output in outputs if output["output_type"] == "stream"]

    stored = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert texts(run_notebook(NOTEBOOK)["cells"]) == texts(stored["cells"]), STALE

"""Makes what shows the sample: ``python -m tests.docs.regenerate``.

That is ``outputs/sample.csv`` and ``outputs/sample.html``, the table in the README, and the outputs stored in the
notebooks. :mod:`tests.docs.test_sample` fails when one of them is stale.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import chrono
from chrono.chronology import Chronology

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "articles" / "sample.txt"
OUTPUTS = ROOT / "outputs"
README = ROOT / "README.md"
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


def run_notebook(path: Path) -> object:
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
    if "--notebooks" in sys.argv:
        import nbformat

        for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
            nbformat.write(run_notebook(path), path)


if __name__ == "__main__":
    main()

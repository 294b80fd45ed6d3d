"""The accuracy notebook runs from top to bottom where there are no corpora."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def test_accuracy_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHRONO_CORPORA", raising=False)
    notebook = nbformat.read(NOTEBOOKS / "02-accuracy.ipynb", as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    printed = [
        output.get("text", "") + str(output.get("data", {}).get("text/plain", ""))
        for cell in notebook.cells
        for output in cell.get("outputs", ())
    ]
    assert any("Time expressions (TempEval-3), 3 documents" in text for text in printed)
    assert any("Event triggers, 3 documents" in text for text in printed)
    assert any("no dated events here" in text for text in printed)
    assert any("20-emails" in text and "precision" in text for text in printed)


def test_no_paths_of_a_workplace() -> None:
    text = (NOTEBOOKS / "02-accuracy.ipynb").read_text(encoding="utf-8")
    assert "/work/" not in text and "../shared" not in text

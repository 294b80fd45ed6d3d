"""A command line run in this process, with its two streams and its exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from chrono.cli import app

ARTICLE = """Ferry company agrees to sell two ships

HARLOW BAY: Kelland Lines agreed to sell its two oldest ships, the company said on Tuesday (Mar 12).

The company was founded in 1951. It bought the Sandpiper in May 2009. Two years later it bought the Curlew.

The Sandpiper ran aground in October. It has been under repair since 2023, a spokeswoman said, and the sale is to be
completed by the end of June. The Curlew will sail for the last time next Sunday.
"""


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory that holds one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def chrono(folder: Path) -> Callable[..., Run]:
    """Runs ``chrono`` with the given words; ``--today`` is fixed where the command has it."""

    def run(*words: str, stdin: str | bytes | None = None) -> Run:
        today = ["--today", "2026-06-30"] if words[0] in ("extract", "tag") else []
        result = CliRunner().invoke(app, [*words, *today], input=stdin, catch_exceptions=False)
        return Run(result.exit_code, result.stdout, result.stderr)

    return run

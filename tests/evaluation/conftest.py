"""Fixtures: a small annotated sample of our own, and the corpora where this machine has them."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
CORPORA = Path(os.environ.get("CHRONO_CORPORA") or HERE.parents[2] / "shared" / "corpora")


@pytest.fixture
def sample() -> Path:
    return HERE / "sample"


@pytest.fixture(scope="session")
def corpora() -> Path:
    if not (CORPORA / "timebank.jsonl").exists():
        pytest.skip("no corpora (CHRONO_CORPORA)")
    return CORPORA


@pytest.fixture(scope="session")
def suites_paths(corpora: Path) -> list[Path]:
    return sorted(corpora.parent.glob("suites/*.jsonl"))


@pytest.fixture
def timex_tool(corpora: Path) -> ModuleType:
    return _module(corpora.parent / "tools" / "score_timex.py")


@pytest.fixture
def suite_tool(corpora: Path) -> Path:
    return corpora.parent / "tools" / "score_suite.py"


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""The code is laid out as the README says: every room imports only what stands before it in the README's table."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = ROOT / "chrono"
README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = README.split("### How the code is laid out")[1].split("\n## ")[0]
ROOMS = [name for row in re.findall(r"^\| (`.*?) \|", TABLE, re.MULTILINE) for name in re.findall(r"`([\w.]+)`", row)]
DOORS = {("chronology", "timeline")}
"""``Chronology.figure`` is a door back up: it loads the room behind it when it is opened."""


def room(path: Path) -> str:
    return path.relative_to(CODE).parts[0]


def imports(path: Path) -> Iterator[str]:
    """The rooms that a module imports, now or when a function runs, but not for types alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    package = ["chrono", *path.relative_to(CODE).parts[:-1]]
    for node in ast.walk(tree):
        if node in types:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            names = [[*base, *(node.module or "").split("."), alias.name] for alias in node.names]
        else:
            continue
        for name in names:
            parts = [part for part in name if part]
            if parts[0] == "chrono" and len(parts) > 1:
                yield parts[1] if (CODE / parts[1]).is_dir() else f"{parts[1]}.py"


MODULES = sorted(path for path in CODE.rglob("*.py") if path != CODE / "__init__.py")


def test_the_table_names_every_room() -> None:
    there = {room(path) for path in MODULES}
    assert sorted(ROOMS) == sorted(there)


def test_a_room_imports_only_what_stands_before_it() -> None:
    up = {
        (str(path.relative_to(CODE)), target)
        for path in MODULES
        for target in imports(path)
        if target in ROOMS and ROOMS.index(target) > ROOMS.index(room(path)) and (room(path), target) not in DOORS
    }
    assert up == set()


def test_the_checker_sees_imports_of_every_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (tmp_path / "tagger").mkdir()
    module = folder / "a.py"
    module.write_text(
        "import chrono.places\nfrom typing import TYPE_CHECKING\nfrom .. import steps\nfrom ..tagger.tree import Tree\n"
        "from .b import c\n"
        "if TYPE_CHECKING:\n    from ..api import draw\ndef f():\n    from chrono.cli import app\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(f"{__name__}.CODE", tmp_path)
    assert sorted(imports(module)) == ["cli.py", "events", "places.py", "steps.py", "tagger"]

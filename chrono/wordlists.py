"""The word lists beside the code, in ``ROOM/data/``: one entry a line, ``#`` before what is said of them."""

from __future__ import annotations

import os
from functools import cache

_HERE = os.path.dirname(__file__)


@cache
def entries(room: str, name: str) -> tuple[str, ...]:
    """The lines of ``room``'s file ``name`` in their order, without empty lines and those that begin with ``#``."""
    with open(os.path.join(_HERE, room, "data", name), encoding="utf-8") as file:
        return tuple(line for line in file.read().splitlines() if line.strip() and not line.startswith("#"))


@cache
def sequences(room: str, name: str) -> dict[str, tuple[str, ...]]:
    """The words of each group of ``name.txt`` in their order: lines ``group: word word …``, its lines added up."""
    found: dict[str, tuple[str, ...]] = {}
    for line in entries(room, f"{name}.txt"):
        group, _, words = line.partition(":")
        found[group.strip()] = found.get(group.strip(), ()) + tuple(words.split())
    return found


@cache
def groups(room: str, name: str) -> dict[str, frozenset[str]]:
    """The groups of :func:`sequences` as sets."""
    return {group: frozenset(words) for group, words in sequences(room, name).items()}

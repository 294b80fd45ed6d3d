"""The word list: frequent English word forms with their Brown clusters."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files


@cache
def clusters() -> dict[str, int]:
    """The Brown cluster of each known word form, as an integer whose lowest bit is the branch at the tree's root."""
    packed = (files("chrono.grammar") / "data" / "clusters.txt.xz").read_bytes()
    table: dict[str, int] = {}
    for line in lzma.decompress(packed).decode("utf-8").splitlines():
        path, words = line.split("\t", 1)
        table.update(dict.fromkeys(words.split(" "), int(path)))
    return table

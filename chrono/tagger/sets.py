"""Resolving what comes back: every week, Tuesdays, twice a year."""

from __future__ import annotations

from typing import Any

from . import lengths
from .discourse import Discourse
from .reading import Reading
from .resolve import operator
from .tree import Tree


@operator("EveryUnit")
def every_unit(discourse: Discourse, word: str, amount: Any, unit: str) -> Reading:
    quant = "EACH" if word == "each" else "EVERY"
    return Reading("SET", lengths.value(amount or 1, unit), quant=quant)


@operator("EveryNth")
def every_nth(discourse: Discourse, word: str, unit: str) -> Reading:
    count = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}[word]
    return Reading("SET", lengths.value(count, unit), quant="EVERY")


@operator("EveryNamed")
def every_named(discourse: Discourse, name: Any, part: str | None, other: str | None) -> Reading:
    if isinstance(name, str):
        value = "XXXX-WXX-WE"
    else:
        tree = Tree("Weekday", (name,)) if isinstance(name, int) else name
        if tree.op == "PartOfDay":
            value = f"XXXX-XX-XXT{tree.args[0]}"
        elif tree.op == "Weekday":
            value = f"XXXX-WXX-{tree.args[0]}" + (f"T{part}" if part else "")
        elif tree.op == "Month":
            value = f"XXXX-{tree.args[0]:02d}"
        else:
            value = f"XXXX-{tree.args[0]}"
    return Reading("SET", value, quant="EVERY")


@operator("Times")
def times(discourse: Discourse, count: Any, unit: str) -> Reading:
    number = {"once": 1, "twice": 2, "thrice": 3}.get(count, count)
    return Reading("SET", lengths.value(1, unit), freq=f"{number}X")


@operator("Adverb")
def adverb(discourse: Discourse, unit: str) -> Reading:
    count, _, name = unit.rpartition(" ")
    return Reading("SET", lengths.value(int(count or 1), name), quant="EVERY")

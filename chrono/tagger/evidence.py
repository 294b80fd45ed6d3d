"""What a document's own expressions tell about it: news or narrative, day or month first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..calendar import Period
from .recognise import Found
from .tree import Tree

FULL_DATES = 4
"""A narrative has at least this many years written out."""

DEICTIC_SHARE = 0.1
"""In a narrative there are at most this many expressions that lean on its own date to one year written out."""

YEARS_BACK = 2
"""In a narrative the years written out lie, in the middle, at least this many years before the document's."""


DEICTIC = frozenset(("Today", "This", "Last", "Next", "LastNamed", "NextNamed", "ThisNamed", "Ago", "Weekday"))
"""Expressions that lean on the document's own date: news is full of them."""


def _trees(tree: Any) -> Iterator[Tree]:
    if isinstance(tree, Tree):
        yield tree
        for argument in tree.args:
            yield from _trees(argument)


def is_narrative(found: Sequence[Found], reference: Period | None) -> bool:
    """Whether the text is history: its written-out years are many and lie well before its own date."""
    return mode_of(found, reference)[0] == NARRATIVE


NEWS, NARRATIVE = "news", "narrative"


def mode_of(found: Sequence[Found], reference: Period | None) -> tuple[str, str]:
    """How a text is to be read, ``news`` or ``narrative``, and what tells it."""
    years: list[int] = []
    deictic = 0
    for item in found:
        for tree in _trees(item.tree):
            if tree.op in ("Year", "BareYear"):
                years.append(int(tree.args[0]))
            elif tree.op == "EraYear":
                years.append(int(tree.args[0]) if tree.args[1].startswith("a") else -int(tree.args[0]))
        if item.tree.op in DEICTIC:
            deictic += 1
    if len(years) < FULL_DATES:
        return NEWS, f"fewer than {FULL_DATES} years are written out"
    if deictic > DEICTIC_SHARE * len(years):
        return NEWS, f"{deictic} expressions lean on its own date beside {len(years)} years written out"
    middle = _median(years)
    lean = f"{deictic} expressions lean" if deictic > 1 else "one leans" if deictic else "none leans"
    told = f"{len(years)} years are written out, {middle:g} in the middle, and {lean} on its own date"
    if reference is not None and reference.ymd[0] - middle < YEARS_BACK:
        return NEWS, f"the years written out are its own time ({middle:g})"
    return NARRATIVE, told


def _median(numbers: list[int]) -> float:
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def deictic(found: Sequence[Found]) -> tuple[int, ...]:
    """Where the expressions that lean on the document's own date start, in order."""
    return tuple(item.start for item in found if item.tree.op in DEICTIC)


def reads_day_first(found: Sequence[Found]) -> bool:
    """Whether numeric dates put the day first.

    That is so when some first figure exceeds 12 and no second one does, and, when no figure tells, where the dates with
    their month in words put the day first ("17 August") and none the month.
    """
    pairs = [tree.args for item in found for tree in _trees(item.tree) if tree.op == "Numeric"]
    first, second = any(pair[0] > 12 for pair in pairs), any(pair[1] > 12 for pair in pairs)
    if first or second or not pairs:
        return first and not second
    return any("day-month" in item.rule for item in found) and not any("month-day" in item.rule for item in found)


def tells_eras(found: Sequence[Found]) -> bool:
    """Whether the text writes years with their era, so that figures below 1000 can be years."""
    return any(tree.op in ("EraYear", "EraCentury", "EraDecade") for item in found for tree in _trees(item.tree))

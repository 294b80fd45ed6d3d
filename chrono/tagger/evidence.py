"""What a document's own expressions tell about it: news or narrative, day or month first."""

from __future__ import annotations

from collections.abc import Sequence
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


NEWS, NARRATIVE = "news", "narrative"


class Evidence:
    """What the expressions found in a text tell of it."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._found = found
        self._arguments: dict[str, list[tuple[Any, ...]]] = {}
        for item in found:
            self._gather(item.tree)
        self.deictic = tuple([item.start for item in found if item.tree.op in DEICTIC])
        """Where the expressions that lean on the document's own date start, in order."""

    def _gather(self, tree: Tree) -> None:
        """Note the arguments of each operator in the tree."""
        self._arguments.setdefault(tree.op, []).append(tree.args)
        for argument in tree.args:
            if isinstance(argument, Tree):
                self._gather(argument)

    def mode(self, reference: Period | None) -> tuple[str, str]:
        """How the text is to be read, ``news`` or ``narrative``, and what tells it: it is history when its written-out
        years are many and lie well before its own date."""
        years, deictic = self._years(), len(self.deictic)
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

    def _years(self) -> list[int]:
        years = [int(number) for op in ("Year", "BareYear") for number, *_ in self._arguments.get(op, ())]
        return years + [int(number) if era.startswith("a") else -int(number)
                        for number, era in self._arguments.get("EraYear", ())]

    @property
    def day_first(self) -> bool:
        """Whether numeric dates put the day first.

        That is so when some first figure exceeds 12 and no second one does, and, when no figure tells, where the dates
        with their month in words put the day first ("17 August") and none the month.
        """
        pairs = self._arguments.get("Numeric", ())
        first, second = any(pair[0] > 12 for pair in pairs), any(pair[1] > 12 for pair in pairs)
        if first or second or not pairs:
            return first and not second
        rules = [item.rule for item in self._found]
        return any("day-month" in rule for rule in rules) and not any("month-day" in rule for rule in rules)

    @property
    def tells_eras(self) -> bool:
        """Whether the text writes years with their era, so that figures below 1000 can be years."""
        return not self._arguments.keys().isdisjoint(("EraYear", "EraCentury", "EraDecade"))


def _median(numbers: list[int]) -> float:
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2

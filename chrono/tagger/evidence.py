"""What a document's own expressions tell about it: news or narrative, day or month first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ..calendar import Period
from .recognise import Found
from .tree import Tree

FULL_DATES = 4
"""A narrative has at least this many years written out."""

DEICTIC_SHARE = 0.1
"""In a narrative there are at most this many expressions that lean on its own date to one year written out."""

LONG_AGO_SHARE = 0.2
"""The same where all its years lie long ago: what became of things, or who told of them last month, may close it."""

YEARS_BACK = 2
"""In a narrative the years written out lie, in the middle, at least this many years before the document's."""

LONG_BACK = 30
"""Where they lie at least this many years back, one "today" tells of what has become of things, not of news."""

FEW_LEAN = 0.17
"""Where the years lie, in the middle, so far back, a history has at most this share of expressions that lean on its own
date: that of an anniversary opens and closes with them."""

AGES_BACK = 60
"""How many years back they lie, in the middle, in a text that may close so."""

UNDATED_DATES = 2
"""A text of no date in which nothing leans on one is a narrative from this many years written out on."""

MANY_DATES = 8
"""From how many expressions on one year written out is enough for that."""

FEW_DATES = 3
"""A short text that tells of long ago has at least this many expressions."""

WEEKDAYS_OF = 5
"""Behind how few other expressions a weekday is still of the week of a day written out."""

OPENING = 500
"""Within how many characters the place line of a dispatch stands."""

_PLACE_LINE = re.compile(
    r"^[ \t]*[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,20})?(?: \([^()\n]{2,40}\))?[ \t]*(?:--|—|–|-)[ \t]", re.MULTILINE)
_OF_DAY = re.compile(r"\b(?:Weekday|Today)\(")
_YEAR = re.compile(r"Year\((\d+)\)")


DEICTIC = frozenset(("Today", "This", "Last", "Next", "LastNamed", "NextNamed", "ThisNamed", "Ago", "Weekday"))
"""Expressions that lean on the document's own date: news is full of them."""


COUNTED_FROM_NOW = frozenset(("Today", "This", "Ago", "FromNow"))
"""Trees that tell of the time of writing, in a narrative too."""


def is_of_now(tree: Tree) -> bool:
    """Whether an expression is counted from the time of writing ("last night", "three days ago")."""
    return tree.op in COUNTED_FROM_NOW or (tree.op == "Part" and "Today" in str(tree))


NEWS, NARRATIVE = "news", "narrative"


class Evidence:
    """What the expressions found in a text tell of it."""

    def __init__(self, found: Sequence[Found], text: str = "") -> None:
        self._found = found
        self._text = text
        self._arguments: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for item in found:
            self._gather(item.tree)
        self.deictic = tuple([item.start for item in found if item.tree.op in DEICTIC])
        """Where the expressions that lean on the document's own date start, in order."""
        self.of_now = tuple([item.start for item in found if is_of_now(item.tree)])
        """Where those that are counted from the time of writing start, in order."""

    def _gather(self, tree: Tree) -> None:
        """Note the arguments of each operator in the tree."""
        self._arguments[tree.op].append(tree.args)
        for argument in tree.args:
            if isinstance(argument, Tree):
                self._gather(argument)

    def mode(self, reference: Period | None) -> tuple[str, str]:
        """How the text is to be read, ``news`` or ``narrative``, and what tells it: it is history when its written-out
        years are many and lie well before its own date, or when all that it tells lies long ago."""
        years = self._years()
        deictic = sum(not is_quoted(self._text, position) for position in self.deictic)
        own = reference.ymd[0] if reference is not None else None
        long_ago = own is not None and bool(years) and max(years) <= own - LONG_BACK
        if long_ago and own is not None:
            deictic -= self._weekdays_of_old(own)
        elif own is None and self._tells_days:
            deictic -= sum(item.tree.op == "Weekday" for item in self._found)  # they can lean on no day but those told
            deictic -= min(deictic, int(DEICTIC_SHARE * len(self._found)))
        many = len(self._found) > (FEW_DATES if len(years) >= UNDATED_DATES else MANY_DATES)
        if own is None and not deictic and 1 <= len(years) < FULL_DATES and many:
            return NARRATIVE, f"{len(years)} years are written out, and nothing leans on a date of its own"
        if len(years) < FULL_DATES:
            if long_ago and not deictic and self._tells_days and len(self._found) >= FEW_DATES:
                return NARRATIVE, f"all that it tells of lies long ago ({min(years)} to {max(years)})"
            if own is not None and not deictic and self._opens_with_a_day and max(years) <= own - YEARS_BACK:
                return NARRATIVE, "it opens with a day of an earlier year, and nothing leans on its own date"
            return NEWS, f"fewer than {FULL_DATES} years are written out"
        middle = _median(years)
        only_today = (own is not None and own - middle >= LONG_BACK and deictic == 1
                      and self._arguments.get("Today") == [(0,)])  # "Today it is a hotel"
        deictic -= only_today
        ages_ago = own is not None and own - middle >= AGES_BACK
        share = LONG_AGO_SHARE if long_ago or ages_ago else DEICTIC_SHARE
        closing = ages_ago and "Weekday" not in self._arguments  # "A museum opened there last year"
        mostly_old = own is not None and own - middle >= LONG_BACK and self._leaning <= FEW_LEAN * len(self._found)
        if deictic > max(share * len(years), closing) and not (
                mostly_old and not self._has_place_line and not self._opens_with_a_weekday(own)):
            lean = f"{deictic} expressions lean" if deictic > 1 else "one expression leans"
            return NEWS, f"{lean} on its own date beside {len(years)} years written out"
        lean = f"{deictic} expressions lean" if deictic > 1 else "one leans" if deictic else \
            "none but one “today” leans" if only_today else "none leans"
        told = f"{len(years)} years are written out, {middle:g} in the middle, and {lean} on its own date"
        if own is not None and own - middle < YEARS_BACK:
            return NEWS, f"the years written out are its own time ({middle:g})"
        return NARRATIVE, told

    @property
    def _leaning(self) -> int:
        """How many expressions lean on the document's own date, parts of such a day too ("Friday night"), where nobody
        is quoted."""
        return sum(_leans(item.tree) and not is_quoted(self._text, item.start) for item in self._found)

    @property
    def _has_place_line(self) -> bool:
        """Whether a story opens as dispatches do, with the place in capitals and a dash."""
        return _PLACE_LINE.search(self._text, 0, OPENING) is not None

    @property
    def _tells_days(self) -> bool:
        """Whether a day, month or season is written out with its year, or a year with its era."""
        return "EraYear" in self._arguments or any(inner.op in ("Day", "Month", "Season")
                                                   for inner, _ in self._arguments.get("Within", ()))

    @property
    def _opens_with_a_day(self) -> bool:
        """Whether the first of several expressions is a day written out with its year."""
        first = str(self._found[0].tree) if len(self._found) > FEW_DATES else ""
        return "Day(" in first and _YEAR.search(first) is not None

    def _opens_with_a_weekday(self, own: int | None) -> bool:
        """Whether a weekday comes before any year but ``own``: the news is of this week ("died on Sunday"), its story
        of old."""
        for item in self._found:
            years = _YEAR.findall(str(item.tree))
            if item.tree.op == "Weekday" or any(int(year) != own for year in years):
                return item.tree.op == "Weekday"
        return False

    def _weekdays_of_old(self, own: int) -> int:
        """How many weekdays follow closely on a day written out of a year long before ``own``: they are of its week."""
        count, since = 0, WEEKDAYS_OF
        for item in self._found:
            if item.tree.op == "Weekday" and since < WEEKDAYS_OF:
                count += 1
                continue
            text = str(item.tree)
            old = [int(year) for year in _YEAR.findall(text)]
            since = 0 if old and "Day(" in text and max(old) <= own - LONG_BACK else since + 1
        return count

    def _years(self) -> list[int]:
        years = [int(number) for op in ("Year", "BareYear") for number, *_ in self._arguments.get(op, ())]
        return years + [-int(number) if era.upper().startswith("B") else int(number)
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


def _leans(tree: Tree) -> bool:
    """Whether the tree leans on the document's own date, or is part of a day that does."""
    return tree.op in DEICTIC or (_OF_DAY.search(text := str(tree)) is not None and "Year(" not in text)


QUOTED = 1000
"""How far back, in characters, a quotation may begin."""


def is_quoted(text: str, position: int) -> bool:
    """Whether ``position`` lies within quotation marks of its paragraph."""
    before = text[max(text.rfind("\n", max(0, position - QUOTED), position) + 1, position - QUOTED, 0):position]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _median(numbers: list[int]) -> float:
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2

"""Lengths of time: TIMEX3 duration values and shifting a period by a length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period
from .tree import Tree
from .vocabulary import vocabulary

UNIT_GRANULARITY = {
    "second": G.SECOND, "minute": G.MINUTE, "hour": G.HOUR, "day": G.DAY, "night": G.DAY, "week": G.WEEK,
    "weekend": G.WEEKEND, "fortnight": G.WEEK, "month": G.MONTH, "quarter": G.QUARTER, "half": G.HALF, "year": G.YEAR,
    "decade": G.DECADE, "century": G.CENTURY, "millennium": G.MILLENNIUM,
}
"""The granularity that each unit's name stands for."""

LETTERS = vocabulary().unit_letters
"""The units that letters after a number stand for."""

_PLAIN = {"day": "D", "night": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
          "century": "CE", "millennium": "ML", "weekend": "WE"}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
_AS_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FINER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24),
          "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000)}

SECONDS = {G.SECOND: 1, G.MINUTE: 60, G.HOUR: 3600, G.DAY: 86400, G.WEEK: 604800, G.WEEKEND: 604800}
"""The length of the units that are always equally long."""

Amount = float | int | str
"""A number, or ``X`` when it is not told."""


def normal(amount: Amount, unit: str) -> tuple[Amount, str]:
    """The same length in the units TIMEX3 writes: fortnights as weeks, halves as months, counted decades as years."""
    factor, plain = {"fortnight": (2, "week"), "half": (6, "month")}.get(unit, (1, unit))
    if isinstance(amount, str):
        return amount, plain
    if unit in _AS_YEARS:
        return amount * _AS_YEARS[unit], "year"
    return amount * factor, plain


def value(amount: Amount, unit: str) -> str:
    """The TIMEX3 duration value, e.g. ``P2Y``, ``PT30M``, ``PXD``; a fraction goes into the next finer unit."""
    amount, unit = normal(amount, unit)
    if isinstance(amount, float) and not amount.is_integer():
        finer = _FINER.get(unit)
        whole = int(amount)
        if finer:
            rest = (amount - whole) * finer[1]
            if abs(rest - round(rest)) < 0.01:
                return _joined([(whole, unit), (round(rest), finer[0])])
        text = f"{amount:.4f}".rstrip("0").rstrip(".")
    else:
        text = amount if isinstance(amount, str) else str(int(amount))
    return f"PT{text}{_CLOCK[unit]}" if unit in _CLOCK else f"P{text}{_PLAIN[unit]}"


def _joined(parts: list[tuple[int, str]]) -> str:
    date = "".join(f"{number}{_PLAIN[unit]}" for number, unit in parts if number and unit in _PLAIN)
    clock = "".join(f"{number}{_CLOCK[unit]}" for number, unit in parts if number and unit in _CLOCK)
    return f"P{date}{'T' + clock if clock else ''}"


def sum_value(parts: Sequence[tuple[Amount, str]]) -> str | None:
    """The value of lengths added, quarters among others as months; ``None`` when one is no whole number, or a weekend
    among others: these TIMEX3 only counts alone."""
    whole = [normal(*part) for part in parts]
    if any(isinstance(amount, str) or amount != int(amount) for amount, _ in whole):
        return None
    added: dict[str, int] = {}
    for amount, unit in whole:
        times, unit = (3, "month") if unit == "quarter" and len(whole) > 1 else (1, unit)
        added[unit] = added.get(unit, 0) + times * int(amount)
    if len(added) > 1 and "weekend" in added:
        return None
    return _joined([(amount, unit) for unit, amount in added.items()])


def parts_of(tree: Tree) -> tuple[tuple[Amount, str], ...] | None:
    """The amounts and units of a duration's tree, looking through its modifiers; ``None`` when it has none."""
    while tree.op in ("Mod", "InDuration"):
        tree = tree.args[-1]
    arguments = tree.args
    if tree.op == "Duration":
        return ((arguments[0], arguments[1]),)
    if tree.op == "VagueDuration":
        return ((2 if arguments[0] in vocabulary().pairs else "X", arguments[1]),)
    if tree.op == "DurationHalf":
        return ((0.5, arguments[0]),)
    if tree.op == "DurationQuarter":
        return ((QUARTERS.get(arguments[0], 0.75), arguments[1]),)
    if tree.op == "DurationBetween":
        return (("X", arguments[2]),)
    if tree.op == "DurationLetter":
        return ((int(arguments[0]), LETTERS[arguments[1]]),)
    if tree.op == "DurationSum":
        pairs = zip(arguments[::2], arguments[1::2], strict=True)
        return tuple((1 if amount in ("a", "an") else int(amount) if isinstance(amount, str) else amount,
                      LETTERS.get(unit, unit)) for amount, unit in pairs if unit is not None)
    return None


QUARTERS = {"quarter": 0.25}


def amount_and_unit(tree: Tree) -> tuple[Any, str] | None:
    """Amount and unit of a duration's tree; ``None`` when it is not so simple."""
    parts = parts_of(tree)
    return parts[0] if parts is not None and len(parts) == 1 else None


def modifier(tree: Tree) -> str | None:
    """The TIMEX3 ``mod`` that the tree of a length carries."""
    return tree.args[0] if tree.op == "Mod" else None


def shift_all(period: Period, parts: Sequence[tuple[Amount, str]], sign: int) -> Period | None:
    """``period`` moved by several lengths, the longest first."""
    moved: Period | None = period
    for amount, unit in parts:
        if moved is None or isinstance(amount, str):
            return None
        moved = shift(moved, sign * amount, unit)
    return moved


def known_to(moment: Period, granularity: G) -> Period:
    """``moment`` at that granularity: a coarser one holds it, and a minute is its first second; a day stays a day."""
    if granularity < moment.granularity and moment.granularity > G.MINUTE:
        return moment
    return moment.to(granularity)


LAST_YEAR = 9999
"""The last year that TIMEX3 can write."""


def shift(period: Period, amount: float | int, unit: str) -> Period | None:
    """``period`` moved by a length (back when negative), at its own granularity when that is the finer one, else as
    the unit that holds it. ``None`` when the period is too coarse to be moved by the unit, or moved out of the years
    that can be written."""
    moved = _shifted(period, amount, unit)
    return moved if moved is not None and abs(moved.ymd[0]) <= LAST_YEAR else None


def _shifted(period: Period, amount: float | int, unit: str) -> Period | None:
    if unit in _AS_YEARS and period.granularity == UNIT_GRANULARITY[unit] and float(amount).is_integer():
        return period.shift(int(amount))
    number, plain = normal(amount, unit)
    assert not isinstance(number, str)
    if number != int(number):
        finer = _FINER.get(plain)
        if finer is None:
            return None
        number, plain = round(number * finer[1]), finer[0]
    number = int(number)
    if abs(number) > 20000 and plain not in ("second", "minute", "hour", "day"):
        return None
    granularity = UNIT_GRANULARITY[plain]
    if period.granularity == granularity:
        return period.shift(number)
    if period.granularity > granularity:
        return None
    if granularity <= G.WEEK:
        seconds = SECONDS[granularity]
        if period.granularity == G.PART_OF_DAY:
            return period.shift(number * seconds // 86400)
        return Period.at(period.granularity, period.start + number * seconds)
    months = number * {G.MONTH: 1, G.QUARTER: 3, G.HALF: 6, G.YEAR: 12}.get(granularity, 12)
    return shift_months(period, months)


def shift_months(period: Period, months: int) -> Period:
    """``period`` moved by whole months; a day that the month lacks becomes its last day."""
    if period.granularity in (G.MONTH, G.QUARTER, G.HALF, G.SEASON):
        size = {G.MONTH: 1, G.QUARTER: 3, G.SEASON: 3, G.HALF: 6}[period.granularity]
        if months % size == 0:
            return period.shift(months // size)
    year, month, day = period.ymd
    year, month = divmod(12 * year + month - 1 + months, 12)
    moved = Period.month(year, month + 1)
    if period.granularity == G.MONTH:
        return moved
    start = min(moved.start + (day - 1) * 86400, moved.end - 86400) + period.start % 86400
    return Period.at(period.granularity, start)

"""Resolving dates in figures, whose order can be open, and dates with the weekday that can tell it."""

from __future__ import annotations

from typing import Any

from ..calendar import Period
from ..calendar.gregorian import days_in_month
from .cycles import Cycle
from .discourse import Discourse
from .reading import Reading, of_period
from .resolve import TooVague, falls_on, operator, resolve, resolve_time
from .tree import Tree


@operator("OnWeekday")
def on_weekday(discourse: Discourse, number: int, inner: Tree) -> Reading:
    """A date with its weekday, which tells the year where none is written and is checked where one is."""
    trees = _orders(inner)
    for tree in trees:
        reading = _on_weekday(discourse, number, tree)
        if reading.period is None or falls_on(reading.period, number):
            return reading
    return _on_weekday(discourse, number, trees[0]).but(confidence=0.6, why="the weekday does not fit this date")


def _on_weekday(discourse: Discourse, number: int, tree: Tree) -> Reading:
    if tree.op not in ("Day", "DayOfMonth"):
        return resolve(discourse, tree)
    cycle = Cycle("day", *tree.args) if tree.op == "Day" else Cycle("month-day", 0, tree.args[0])
    return resolve_time(discourse, cycle, weekday=number)


def _orders(tree: Tree) -> list[Tree]:
    """The dates that a numeric one can be, as trees of named months; the tree itself when it is not numeric."""
    if tree.op == "WithinMaybe":
        tree, year = tree.args[0], tree.args[1]
    elif tree.op in ("Numeric", "Dotted"):
        first, second, year = tree.args
        pairs = [(first, second), (second, first)] if tree.op == "Numeric" else [(second, first)]
        days = [Tree("Day", (month, day)) for month, day in pairs
                if month <= 12 and 1 <= day <= days_in_month(2000, month)]
        return [_dated(day, year) for day in days] or [tree]
    else:
        return [tree]
    return [_dated(tree, year)]


def _dated(day: Tree, year: Any) -> Tree:
    return day if year is None else Tree("Within", (day, _year_tree(year)))


@operator("Numeric")
def numeric(discourse: Discourse, first: int, second: int, year: Any) -> Reading:
    """``4/12/2019``: which figure is the day, when both can be, the document's evidence has told."""
    day_first = first > 12 or (discourse.day_first and second <= 12)
    day, month = (first, second) if day_first else (second, first)
    if month > 12 or not 1 <= day <= days_in_month(2000, month):
        raise TooVague
    inner = Tree("Day", (month, day))
    reading = resolve(discourse, _dated(inner, year))
    if first <= 12 and second <= 12 and first != second and reading.period is not None:
        other = Tree("Day", (day, month))
        twin = resolve(discourse, _dated(other, year))
        return reading.but(confidence=0.8, why="day and month could be the other way round",
                           alternatives=(twin.period,) if twin.period else ())
    return reading


def _year_tree(year: Any) -> Tree:
    return Tree("TwoDigitYear", (year,)) if isinstance(year, str) and len(year) == 2 else Tree("Year", (int(year),))


@operator("NumericLike")
def numeric_like(discourse: Discourse, first: int, second: int, *others: int) -> Reading:
    """A numeric day and month in the order that the date beside it can have."""
    if max(first, others[0]) > 12:
        return resolve(discourse, Tree("Day", (second, first)))
    if max(second, others[1]) > 12:
        return resolve(discourse, Tree("Day", (first, second)))
    return numeric(discourse, first, second, None)


@operator("Dotted")
def dotted(discourse: Discourse, first: int, second: int, year: Any) -> Reading:
    """``4.12.2019``: the day first, unless the second figure can be no month."""
    day, month = (first, second) if second <= 12 else (second, first)
    return resolve(discourse, _dated(Tree("Day", (month, day)), year))


@operator("BasicDay")
def basic_day(discourse: Discourse, digits: str) -> Reading:
    """``20190412``."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if day > days_in_month(year, month):
        raise TooVague
    return of_period(Period.day(year, month, day))


@operator("IsoBasic")
def iso_basic(discourse: Discourse, date: str, clock: str) -> Reading:
    year, month, day = int(date[:4]), int(date[4:6]), int(date[6:])
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise TooVague
    inner = Tree("Within", (Tree("Day", (month, day)), Tree("Year", (year,))))
    second = int(clock[4:6]) if len(clock) > 4 else None
    return resolve(discourse, Tree("At", (inner, Tree("Clock", (int(clock[:2]), int(clock[2:4]), second, None, None)))))


@operator("IsoMonth")
def iso_month(discourse: Discourse, year: int, month: str) -> Reading:
    return of_period(Period.month(int(year), int(month)))

"""Resolving what comes back: every week, Tuesdays, twice a year."""

from __future__ import annotations

from typing import Any

from ..calendar import timex
from ..calendar.gregorian import days_in_month
from ..calendar.period import PARTS_OF_DAY
from . import lengths
from .clock import time_of
from .discourse import Discourse
from .lengths import UNIT_GRANULARITY
from .reading import Reading
from .resolve import TooVague, operator, resolve
from .tree import Tree
from .vocabulary import vocabulary


@operator("EveryUnit")
def every_unit(discourse: Discourse, word: str | None, amount: Any, unit: str) -> Reading:
    """Every week, every two years; the unit of a rate."""
    quant = "EACH" if word == "each" else "EVERY"
    if unit == "night" and amount is None and word in ("every", "each"):
        return Reading("SET", "XXXX-XX-XXTNI", quant=quant)
    return Reading("SET", lengths.value(amount or 1, unit), quant=quant)


@operator("EveryNth")
def every_nth(discourse: Discourse, word: str | None, nth: Any, unit: str) -> Reading:
    """Every other week, every third year: a set with the longer period."""
    return Reading("SET", lengths.value(_count(nth), unit), quant="EACH" if word == "each" else "EVERY")


def _count(nth: Any) -> int:
    count = 2 if nth == "other" else int(nth)
    if not 2 <= count <= 1000:
        raise TooVague
    return count


@operator("EveryNamed")
def every_named(discourse: Discourse, word: str | None, nth: Any, name: Any, part: str | None) -> Reading:
    """Every Tuesday, every third summer, weekends. The quantifier tells how many are passed over."""
    quant = "EACH" if word == "each" else "EVERY"
    if nth is not None:
        quant += " OTHER" if _count(nth) == 2 else f" {nth}"
    return Reading("SET", _named(name, part), quant=quant)


LEAP_YEAR = 2000


@operator("EveryDate")
def every_date(discourse: Discourse, word: str, month: int, day: int) -> Reading:
    """Every 9 February; ``TooVague`` where the month has no such day in any year."""
    if day > days_in_month(LEAP_YEAR, month):
        raise TooVague
    return Reading("SET", f"XXXX-{month:02d}-{day:02d}", quant=word.upper())


def _named(name: Any, part: str | None) -> str:
    """The value of a name that comes back: its year or week is unknown."""
    if isinstance(name, str):
        return "XXXX-WXX-WE"
    tree = Tree("Weekday", (name,)) if isinstance(name, int) else name
    if tree.op == "PartOfDay":
        return f"XXXX-XX-XXT{tree.args[0]}"
    if tree.op == "Weekday":
        return f"XXXX-WXX-{tree.args[0]}" + (f"T{part}" if part else "")
    if tree.op == "Month":
        return f"XXXX-{tree.args[0]:02d}"
    return f"XXXX-{tree.args[0]}"


@operator("SetAt")
def set_at(discourse: Discourse, named: Tree, clock: Tree) -> Reading:
    """Every Tuesday at three: a set of times."""
    reading = resolve(discourse, named)
    day = "XXXX-XX-XX" if reading.value == "P1D" else reading.value.partition("T")[0]
    if not day.startswith(("XXXX-WXX-", "XXXX-XX-XX")) or day.endswith("WE"):
        return reading
    _, _, part = reading.value.partition("T")
    tree = Tree("ClockPart", (clock, part)) if part in PARTS_OF_DAY else clock
    return reading.but(value=day + time_of(tree).text)


@operator("SetWithin")
def set_within(discourse: Discourse, named: Tree, year: Tree) -> Reading:
    """The Tuesdays of a year."""
    reading, whole = resolve(discourse, named), resolve(discourse, year)
    if whole.period is None or not reading.value.startswith("XXXX-WXX-"):
        raise TooVague
    return reading.but(value=timex.write(whole.period) + reading.value.removeprefix("XXXX"))


@operator("Times")
def times(discourse: Discourse, count: Any, unit: str) -> Reading:
    return times_every(discourse, count, 1, unit)


@operator("TimesEvery")
def times_every(discourse: Discourse, count: Any, amount: Any, unit: str) -> Reading:
    """Twice a year, once every four years."""
    number = vocabulary().counts.get(count, count)
    return Reading("SET", lengths.value(amount, unit), freq=f"{number}X")


@operator("UnitsEvery")
def units_every(discourse: Discourse, count: Any, unit: str, period: str) -> Reading:
    """Three days a week: the frequency is a length."""
    amount = lengths.value(count, unit).lstrip("PT")
    if UNIT_GRANULARITY[unit] >= UNIT_GRANULARITY[period]:
        raise TooVague
    return Reading("SET", lengths.value(1, period), freq=amount)


@operator("TimesAdverb")
def times_adverb(discourse: Discourse, count: str, unit: str) -> Reading:
    """Twice weekly."""
    amount, _, name = unit.rpartition(" ")
    return times_every(discourse, count, int(amount or 1), name)


@operator("Adverb")
def adverb(discourse: Discourse, unit: str) -> Reading:
    count, _, name = unit.rpartition(" ")
    return Reading("SET", lengths.value(int(count or 1), name), quant="EVERY")


@operator("AdverbTwice")
def adverb_twice(discourse: Discourse, unit: str) -> Reading:
    """Bi-weekly is every two weeks; only a year is said to be halved, and by "biannually" in one word."""
    count, _, name = unit.rpartition(" ")
    return Reading("SET", lengths.value(2 * int(count or 1), name), quant="EVERY")

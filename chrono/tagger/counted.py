"""Resolving what is counted from the document's date by a length of time: two years ago, in three weeks, two Sundays
from now."""

from __future__ import annotations

from ..calendar import Granularity as G
from ..calendar import Period, timex
from . import lengths
from .cycles import Cycle
from .deictic import deictic
from .discourse import Discourse
from .lengths import UNIT_GRANULARITY
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree
from .vocabulary import vocabulary


@operator("Ago")
def ago(discourse: Discourse, length: Tree) -> Reading:
    return counted_from_now(discourse, length, -1)


@operator("FromNow")
def from_now(discourse: Discourse, length: Tree) -> Reading:
    return counted_from_now(discourse, length, 1)


KNOWN_TO = {"hour": G.MINUTE, "fortnight": G.DAY}
"""How exactly "an hour ago" and "a fortnight ago" are meant, where that is not the unit itself."""


MILLENNIUM = 1000
"""From so many years on, a round number of them is not meant to the year."""


def counted_from_now(discourse: Discourse, length: Tree, sign: int) -> Reading:
    """The time a length before (``sign`` -1) or after (1) the reference time."""
    parts = lengths.amount_and_unit(length)
    if parts is None:
        return sum_from(discourse, length, sign, discourse.reference, discourse.dateline)
    amount, unit = parts
    if isinstance(amount, str):
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", relative=True, mod=lengths.modifier(length))
    compares = sign < 0 and (amount, unit) == (1, "year") and not discourse.opens_sentence
    if compares and (discussed := discourse.compared):
        moved = lengths.shift(discussed.period, -1, "year")
        if moved is not None:
            return of_period(moved, relative=True, anchor=discourse.anchor(discussed), confidence=0.8,
                             why=f"one year before {discussed.name}, the period under discussion").but(
                                 mod=lengths.modifier(length), aside=True)
    if discourse.reference is None:
        return Reading("DATE", "XXXX", relative=True, why="the document's date is unknown")
    base, granularity = discourse.reference, KNOWN_TO.get(unit, UNIT_GRANULARITY[unit])
    if unit == "second" or (granularity > base.granularity and float(amount).is_integer()):
        base = lengths.known_to(base, granularity)
    moved = lengths.shift(base, sign * amount, unit)
    if moved is None and granularity >= base.granularity:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", relative=True, mod=lengths.modifier(length))
    if moved is None:
        return deictic(discourse, base, "within the document's day", 0.7).but(mod=lengths.modifier(length))
    if unit == "year" and amount >= MILLENNIUM and amount % 100 == 0:  # "3,000 years ago"
        moved = moved.to(G.CENTURY)
    if not float(amount).is_integer() and moved.granularity < G.MONTH and granularity >= G.YEAR:
        moved = moved.to(G.MONTH)
    side = "before" if sign < 0 else "after"
    return deictic(discourse, moved, f"{amount:g} {unit}{'s' if amount != 1 else ''} {side} the document's date",
                   0.9).but(mod=lengths.modifier(length))


def sum_from(discourse: Discourse, length: Tree, sign: int, base: Period | None, anchor: object) -> Reading:
    """A length of several units before or after ``base``, known to the finest of them."""
    parts = lengths.parts_of(length)
    if not parts or any(isinstance(amount, str) for amount, _ in parts):
        raise TooVague
    if base is None:
        return Reading("DATE", "XXXX", relative=True, why="the document's date is unknown")
    finest = min(UNIT_GRANULARITY[unit] for _, unit in parts)
    moved = lengths.shift_all(base.to(max(finest, base.granularity)), parts, sign)
    if moved is None:
        raise TooVague
    text = ", ".join(f"{amount:g} {unit}{'s' if amount != 1 else ''}" for amount, unit in parts)
    why = f"{text} {'before' if sign < 0 else 'after'} {timex.write(base)}"
    return of_period(moved, relative=True, anchor=anchor, confidence=0.9, why=why).but(mod=lengths.modifier(length))


@operator("ShiftNow")
def shift_now(discourse: Discourse, length: Tree, word: str) -> Reading:
    return counted_from_now(discourse, length, -1 if word == "before" else 1)


IN_ALL = 60
"""How far back, in characters, what is measured by a length of time may begin."""


@operator("InDuration")
def in_duration(discourse: Discourse, length: Tree) -> Reading:
    """"In two weeks": a point ahead where the words around it tell of the future, or where it heads a sentence that
    tells of no past; else how long something takes."""
    side = discourse.tense
    if side == "past" or discourse.reference is None or (discourse.narrative and not discourse.comes) or \
            vocabulary().patterns.in_all.search(discourse.text[max(0, discourse.start - IN_ALL):discourse.start]):
        return resolve(discourse, length)
    if side is None and (discourse.start > LONGEST_HEAD
                         or discourse.text[:discourse.start].strip().lower() not in vocabulary().before_length):
        return resolve(discourse, length)
    return from_now(discourse, length)


LONGEST_HEAD = 16
"""How many characters before a length of time it still heads its text."""


@operator("CountNamed")
def count_named(discourse: Discourse, count: int, number: int, sign: int) -> Reading:
    """Three Fridays from now, two Sundays ago: the third coming one, the second last."""
    today = discourse.today
    if today is None:
        raise TooVague
    cycle = Cycle("weekday", number)
    nearest = cycle.future(today.shift(1)) if sign > 0 else cycle.past(today.shift(-1))
    assert nearest is not None
    return deictic(discourse, nearest.shift(7 * sign * (count - 1)),
                   f"number {count} {'after' if sign > 0 else 'before'} the document's date", 0.9)

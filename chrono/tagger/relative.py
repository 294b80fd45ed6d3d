"""Resolving what is counted from another date: the document's, or one told before."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from . import lengths
from .absolute import cycle_of
from .clock import day_discussed
from .cycles import Cycle
from .discourse import Discourse, Told
from .lengths import UNIT_GRANULARITY
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve
from .tree import Tree

UNIT_REACH = 300
"""How far back, in characters, a date told in news is still the one whose year or week "the year" means."""

DISCUSSED_REACH = 1500
"""How far back, in characters, a quarter or month is still the one under discussion."""


def _today(discourse: Discourse) -> Period:
    if discourse.reference is None:
        raise _Unresolved
    return discourse.reference


class _Unresolved(TooVague):
    """The document's date is needed and unknown."""


def deictic(discourse: Discourse, period: Period, why: str, confidence: float = 0.95) -> Reading:
    """A reading counted from the document's date."""
    return of_period(period, relative=True, why=why, anchor=discourse.dateline, confidence=confidence)


def _unit(discourse: Discourse, unit: Any, count: int) -> Reading:
    """The unit that holds the document's date, ``count`` units on."""
    if isinstance(unit, Tree | int):
        return _named(discourse, unit, count)
    unit = {"period": "quarter"}.get(unit, unit)
    if discourse.reference is None:
        value = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
                 "quarter": "XXXX-QX"}.get(unit, "XXXX")
        return Reading("DATE", value, relative=True, why="the document's date is unknown")
    if unit == "fortnight":
        return _fortnight(discourse, discourse.reference.to(G.DAY), count)
    period = discourse.reference.to(UNIT_GRANULARITY[unit]).shift(count)
    words = {-1: "the one before", 0: "the one that holds", 1: "the one after"}[count]
    return deictic(discourse, period, f"{words} the document's date" if count == 0 else f"{words} that of the document")


def _fortnight(discourse: Discourse, today: Period, count: int) -> Reading:
    """Fourteen days that end with, begin with or lie around the document's date: the calendar has no fortnights."""
    first = today.shift({-1: -14, 0: -7, 1: 0}[count])
    last = first.shift(14)
    return Reading("DURATION", "P2W", relative=True, begin=timex.write(first), end=timex.write(last),
                   span=Span(first, last), anchor=discourse.dateline, length=(2, "week"), confidence=0.8,
                   why="fourteen days " + {-1: "up to", 0: "around", 1: "from"}[count] + " the document's date")


@operator("This")
def this(discourse: Discourse, unit: Any) -> Reading:
    return _unit(discourse, unit, 0)


@operator("Last", "Past")
def last(discourse: Discourse, unit: Any) -> Reading:
    return _unit(discourse, unit, -1)


@operator("Next")
def next_(discourse: Discourse, unit: Any) -> Reading:
    return _unit(discourse, unit, 1)


@operator("LastNamed")
def last_named(discourse: Discourse, name: Any) -> Reading:
    return _named(discourse, name, -1)


@operator("NextNamed")
def next_named(discourse: Discourse, name: Any) -> Reading:
    return _next_week(discourse, name) or _named(discourse, name, 1)


@operator("ThisNamed")
def this_named(discourse: Discourse, name: Any) -> Reading:
    return _named(discourse, name, 0)


SAME_WEEK_REACH = 5
"""A weekday of this week that lies fewer days ahead is "this Friday" or just "Friday", not "next Friday"."""


def _next_week(discourse: Discourse, name: Any) -> Reading | None:
    """Next Friday where the coming one lies close by in this week: the one of the week after."""
    tree = Tree("Weekday", (name,)) if isinstance(name, int) else name
    today = discourse.today
    if tree.op != "Weekday" or today is None:
        return None
    own = cycle_of(discourse, tree).near(today, 0)
    if own is None or not 0 < own.index - today.index < SAME_WEEK_REACH:
        return None
    return deictic(discourse, own.shift(7), "of next week", 0.75).but(alternatives=(own,))


def _named(discourse: Discourse, name: Any, direction: int) -> Reading:
    """The last, this or next one of a weekday, month or season, from the document's date."""
    tree = Tree("Weekday", (name,)) if isinstance(name, int) else name
    if tree.op == "PartOfDay":
        raise TooVague
    if discourse.today is None:
        return resolve(discourse, tree)
    cycle, today = cycle_of(discourse, tree), discourse.today
    choices = cycle.choices(today)
    before = [period for period in choices if period.end <= today.start]
    after = [period for period in choices if period.start >= today.end]
    if direction < 0 and before:
        return deictic(discourse, before[-1], "the last one that is over")
    if direction > 0 and after:
        return deictic(discourse, after[0], "the next one that begins")
    own = cycle.near(today, 0)
    if cycle.kind == "weekday" and discourse.tense == "future":
        own = cycle.future(today)
    if direction or own is None:
        return resolve(discourse, tree)
    return deictic(discourse, own, f"the one of this {'week' if cycle.kind == 'weekday' else 'year'}", 0.9)


@operator("WeekdayOfWeek")
def weekday_of_week(discourse: Discourse, number: int, which: str) -> Reading:
    week = _unit(discourse, "week", {"last": -1, "this": 0, "next": 1}[which])
    if week.period is None:
        return Reading("DATE", f"XXXX-WXX-{number}", relative=True)
    return deictic(discourse, Period(G.DAY, week.period.start // 86400 + number - 1), f"of {which} week")


@operator("MonthWord")
def month_word(discourse: Discourse, which: str) -> Reading:
    if which in ("the", "that"):
        return the_unit(discourse, "month")
    return _unit(discourse, "month", {"last": -1, "this": 0, "current": 0, "next": 1}[which])


@operator("Today")
def today(discourse: Discourse, days: int) -> Reading:
    if discourse.reference is None:
        return Reading("DATE", "XXXX-XX-XX", relative=True, why="the document's date is unknown")
    names = {0: "the document's date", -1: "the day before the document's date", 1: "the day after the document's date"}
    return deictic(discourse, discourse.reference.to(G.DAY).shift(days), names.get(days, ""))


@operator("DayBeyond")
def day_beyond(discourse: Discourse, word: str) -> Reading:
    days = -2 if word == "yesterday" else 2
    return deictic(discourse, _today(discourse).to(G.DAY).shift(days), "two days from the document's date")


@operator("Near")
def near(discourse: Discourse, unit: str) -> Reading:
    """The weekend: the coming one when the tense is future, else the last."""
    if discourse.reference is None:
        return Reading("DATE", "XXXX-WXX-WE", relative=True)
    told = discourse.last(coarsest=G.DAY, reach=400)
    if discourse.narrative and told:
        return of_period(told.period.to(G.WEEKEND), relative=True, anchor=discourse.anchor(told))
    own = discourse.reference.to(G.WEEKEND)
    if own.start < discourse.reference.end or discourse.tense == "future":
        return deictic(discourse, own, "the weekend of this week", 0.85)
    return deictic(discourse, own.shift(-1), "the last weekend", 0.85)


# Counted from now


def _duration(tree: Tree) -> tuple[Any, str] | None:
    """Amount and unit of a duration's tree; ``None`` when it is not so simple."""
    parts = lengths.parts_of(tree)
    return parts[0] if parts is not None and len(parts) == 1 else None


def _mod(tree: Tree) -> str | None:
    return tree.args[0] if tree.op == "Mod" else None


@operator("Ago")
def ago(discourse: Discourse, length: Tree) -> Reading:
    return _from_now(discourse, length, -1)


@operator("FromNow")
def from_now(discourse: Discourse, length: Tree) -> Reading:
    return _from_now(discourse, length, 1)


def _from_now(discourse: Discourse, length: Tree, sign: int) -> Reading:
    parts = _duration(length)
    if parts is None:
        return _sum_from(discourse, length, sign, discourse.reference, discourse.dateline)
    amount, unit = parts
    if isinstance(amount, str):
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", relative=True, mod=_mod(length))
    if sign < 0 and (amount, unit) == (1, "year") and (discussed := _discussed(discourse)):
        moved = lengths.shift(discussed.period, -1, "year")
        if moved is not None:
            return of_period(moved, relative=True, anchor=discourse.anchor(discussed), confidence=0.8,
                             why=f"one year before {discussed.text}, the period under discussion").but(
                                 mod=_mod(length), aside=True)
    if discourse.reference is None:
        return Reading("DATE", "XXXX", relative=True, why="the document's date is unknown")
    base, granularity = discourse.reference, UNIT_GRANULARITY[unit]
    if granularity > base.granularity and float(amount).is_integer():
        base = base.to(granularity)
    moved = lengths.shift(base, sign * amount, unit)
    if moved is None:
        return deictic(discourse, base, "within the document's day", 0.7).but(mod=_mod(length))
    if not float(amount).is_integer() and moved.granularity < G.MONTH and granularity >= G.YEAR:
        moved = moved.to(G.MONTH)
    side = "before" if sign < 0 else "after"
    return deictic(discourse, moved, f"{amount:g} {unit}{'s' if amount != 1 else ''} {side} the document's date",
                   0.9).but(mod=_mod(length))


def _sum_from(discourse: Discourse, length: Tree, sign: int, base: Period | None, anchor: object) -> Reading:
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
    return of_period(moved, relative=True, anchor=anchor, confidence=0.9,
                     why=f"{text} {'before' if sign < 0 else 'after'} {timex.write(base)}").but(mod=_mod(length))


@operator("ShiftNow")
def shift_now(discourse: Discourse, length: Tree, word: str) -> Reading:
    return _from_now(discourse, length, -1 if word == "before" else 1)


@operator("InDuration")
def in_duration(discourse: Discourse, length: Tree) -> Reading:
    """"In two weeks": a point ahead where the words around it tell of the future, or where it heads a sentence that
    tells of no past; else how long something takes."""
    tense = discourse.tense
    if tense == "past" or discourse.reference is None:
        return resolve(discourse, length)
    if tense is None and discourse.text[:discourse.start].strip().lower() not in ("in", "and in", "again in"):
        return resolve(discourse, length)
    return from_now(discourse, length)


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


def _discussed(discourse: Discourse) -> Told | None:
    """The last complete quarter or half-year told, when it is near enough to be the period under discussion."""
    for told in reversed(discourse.told):
        if discourse.start - told.end > DISCUSSED_REACH:
            return None
        if told.period.granularity in (G.QUARTER, G.HALF) and not told.aside and (
                discourse.reference is None or told.period.end <= discourse.reference.end):
            return told
    return None


# Counted from a date told before


@operator("Later")
def later(discourse: Discourse, length: Tree, sign: int) -> Reading:
    """"A year later", "two days earlier": from the last date told that is fine enough, else from the document's."""
    parts = _duration(length)
    if parts is None:
        told = discourse.last(coarsest=G.DAY)
        if told is None:
            return _sum_from(discourse, length, sign, discourse.reference, discourse.dateline)
        return _sum_from(discourse, length, sign, told.period, discourse.anchor(told))
    amount, unit = parts
    mod = _mod(length)
    if isinstance(amount, str):
        return _vaguely_later(discourse, unit, sign)
    granularity = UNIT_GRANULARITY[unit]
    if sign < 0 and unit == "year" and (discussed := _discussed(discourse)):
        base: Told | None = discussed
    elif sign < 0 and not discourse.narrative and granularity >= G.MONTH:
        return _from_now(discourse, length, sign).but(aside=True)
    else:
        base = _base(discourse, granularity)
    if base is None:
        if discourse.told and (discourse.narrative or discourse.last(coarsest=granularity) is not None):
            return _unknown_part(discourse, granularity)
        return _from_now(discourse, length, sign)
    period = base.period
    if period.granularity == G.PART_OF_DAY and granularity == G.DAY:
        period = period.to(G.DAY)
    comparing = period.granularity in (G.QUARTER, G.HALF) and sign < 0
    if period.granularity < granularity and float(amount).is_integer() and granularity >= G.WEEK and not comparing:
        period = period.to(granularity)
    moved = lengths.shift(period, sign * amount, unit)
    if moved is None:
        return _unknown_part(discourse, granularity)
    side = "after" if sign > 0 else "before"
    number = f"{amount:g}" if isinstance(amount, int | float) else str(amount)
    return of_period(moved, relative=True, anchor=discourse.anchor(base), confidence=0.85,
                     why=f"{number} {unit}{'s' if amount != 1 else ''} {side} {base.text}").but(mod=mod, aside=sign < 0)


def _base(discourse: Discourse, granularity: G) -> Told | None:
    """The date that a shift by units of ``granularity`` is counted from: the last one told that is fine enough, unless
    the text has since gone on to another time that is told less exactly."""
    told = discourse.last(coarsest=granularity)
    latest = discourse.last(coarsest=G.CENTURY, asides=False)
    if told is not None and latest is not None and latest.start > told.start and not latest.period.contains(told.period):
        return None
    return told


def _unknown_part(discourse: Discourse, granularity: G) -> Reading:
    """An unknown unit within the date told last ("the next day", after "in June 1944")."""
    told = discourse.last(coarsest=G.CENTURY, asides=False) or discourse.last()
    if told is None:
        raise TooVague
    if granularity >= G.YEAR:
        return Reading("DATE", "XXXX", relative=True, anchor=discourse.anchor(told), confidence=0.4,
                       why=f"counted from {told.text}")
    tail = {G.DAY: "-XX", G.WEEK: "-WXX", G.MONTH: "-XX"}.get(granularity, "-XX")
    if told.period.granularity >= G.YEAR and granularity == G.DAY:
        tail = "-XX-XX"
    value = timex.write(told.period) if told.period.granularity >= G.MONTH else told.value
    return Reading("DATE", value + tail, None, relative=True, anchor=discourse.anchor(told), span=Span.of(told.period),
                   confidence=0.5, why=f"within {told.text}")


def _vaguely_later(discourse: Discourse, unit: str, sign: int) -> Reading:
    """"A few days later": after or before the date told last, by no one knows how much."""
    told = discourse.last(coarsest=UNIT_GRANULARITY[unit]) or discourse.last()
    return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", relative=True, confidence=0.5,
                   anchor=discourse.anchor(told) if told is not None else None,
                   why=f"some {unit}s {'after' if sign > 0 else 'before'} {told.text}" if told is not None else "")


@operator("LaterWord")
def later_word(discourse: Discourse, length: Tree, word: str) -> Reading:
    return later(discourse, length, 1 if word in ("after", "later") else -1)


@operator("Following")
def following(discourse: Discourse, unit: Any, sign: int) -> Reading:
    """The next, following or previous unit, from the last date told."""
    if isinstance(unit, str):
        granularity = UNIT_GRANULARITY[unit]
        told = _base(discourse, granularity)
        if told is None:
            if discourse.told and (discourse.narrative or discourse.last(coarsest=granularity) is not None):
                return _unknown_part(discourse, granularity)
            return _unit(discourse, unit, sign)
        step = 2 if unit == "fortnight" else 1
        side = "after" if sign > 0 else "before"
        return of_period(told.period.to(granularity).shift(sign * step), relative=True, confidence=0.85,
                         anchor=discourse.anchor(told), why=f"the {unit} {side} {told.text}")
    if unit.op == "PartOfDay":
        day = following(discourse, "day", sign)
        return _with_part(day, unit.args[0])
    cycle = cycle_of(discourse, unit)
    told = discourse.last(coarsest=G.WEEK if cycle.kind == "weekday" else G.YEAR)
    if told is None or (not discourse.narrative and not discourse.same_sentence(told) and cycle.kind == "weekday"):
        return _named(discourse, unit, sign)
    choices = cycle.choices(told.period)
    picked = [period for period in choices if period.start >= told.period.end][:1] if sign > 0 else \
        [period for period in choices if period.end <= told.period.start][-1:]
    if not picked:
        raise TooVague
    return of_period(picked[0], relative=True, anchor=discourse.anchor(told), confidence=0.85,
                     why=f"the {'next' if sign > 0 else 'last'} one {'after' if sign > 0 else 'before'} {told.text}")


def _with_part(day: Reading, part: str) -> Reading:
    if day.period is None or day.period.granularity != G.DAY:
        return Reading("TIME", f"{day.value}T{part}", None, relative=True, anchor=day.anchor)
    return of_period(Period.part(day.period.index, part), relative=True, anchor=day.anchor, why=day.why,
                     confidence=day.confidence)


@operator("FollowingWord")
def following_word(discourse: Discourse, unit: Any, word: str) -> Reading:
    return following(discourse, unit, 1 if word == "after" else -1)


@operator("Same")
def same(discourse: Discourse, unit: Any) -> Reading:
    """That year, the same day, that June: the one in the unit that holds the last date told."""
    if isinstance(unit, str):
        return the_unit(discourse, unit)
    if unit.op == "PartOfDay":
        return _with_part(day_discussed(discourse), unit.args[0])
    cycle = cycle_of(discourse, unit)
    told = discourse.last(coarsest=G.WEEK if cycle.kind == "weekday" else G.YEAR)
    period = cycle.near(told.period, 0) if told is not None else None
    if told is None or period is None:
        return resolve(discourse, unit)
    whole = "week" if cycle.kind == "weekday" else "year"
    return of_period(period, relative=True, anchor=discourse.anchor(told), confidence=0.85,
                     why=f"in the {whole} of {told.text}")


@operator("The")
def the_unit(discourse: Discourse, unit: str) -> Reading:
    """The year, the month: the one that holds the last date told, else the document's date."""
    granularity = UNIT_GRANULARITY[unit]
    told = discourse.last(coarsest=granularity, asides=not discourse.narrative)
    if told is None or (not discourse.narrative and self_evident(discourse, told)):
        if discourse.narrative:
            return _unknown_part(discourse, granularity)
        return _unit(discourse, unit, 0)
    return of_period(told.period.to(granularity), relative=True, anchor=discourse.anchor(told), confidence=0.8,
                     why=f"the {unit} of {told.text}")


def self_evident(discourse: Discourse, told: Told) -> bool:
    """Whether in news a told date is too far back to be meant by "the year"."""
    return told.aside or discourse.start - told.end > UNIT_REACH


@operator("Discussed")
def discussed(discourse: Discourse, unit: str, which: str | None) -> Reading:
    """The quarter, the latest period: the one that ends when the text says, else the quarter told last, else the
    last complete one."""
    if which == "current":
        return _unit(discourse, "quarter", 0)
    if discourse.ends is not None:
        ending = resolve(discourse, discourse.ends)
        if ending.period is not None and ending.period.granularity <= G.MONTH and unit == "quarter":
            return of_period(ending.period.last(G.QUARTER), relative=True, anchor=ending.anchor, confidence=0.8,
                             why=f"the quarter that ended {ending.value}")
    told = _discussed(discourse)
    if told is not None:
        return of_period(told.period, relative=True, anchor=discourse.anchor(told), confidence=0.8,
                         why=f"the period under discussion: {told.text}")
    if unit == "period" and which is None:
        raise TooVague
    return _unit(discourse, "quarter", -1)


@operator("YearEarlier")
def year_earlier(discourse: Discourse, noun: str | None) -> Reading:
    """The year-earlier period: one year before the period under discussion."""
    told = _discussed(discourse)
    if told is None and noun == "month":
        told = discourse.last(G.MONTH, G.MONTH, reach=DISCUSSED_REACH)
    if told is None:
        if noun == "quarter":
            quarter = _unit(discourse, "quarter", -1)
            if quarter.period is not None:
                return deictic(discourse, quarter.period.shift(-4), "one year before the last quarter").but(aside=True)
        return _unit(discourse, "year", -1).but(aside=True)
    moved = lengths.shift(told.period, -1, "year")
    assert moved is not None
    return of_period(moved, relative=True, anchor=discourse.anchor(told), confidence=0.8,
                     why=f"one year before {told.text}").but(aside=True)


@operator("YearPeriod")
def year_period(discourse: Discourse, year: Tree, noun: str) -> Reading:
    """The 1988 period: the period under discussion, in that year."""
    whole = resolve(discourse, year)
    told = _discussed(discourse)
    if whole.period is None or whole.period.granularity != G.YEAR or told is None:
        return whole
    size = 4 if told.period.granularity == G.QUARTER else 2
    moved = told.period.shift((whole.period.index - told.period.ymd[0]) * size)
    return of_period(moved, relative=True, anchor=discourse.anchor(told), confidence=0.8,
                     why=f"the period under discussion, of {timex.write(whole.period)}").but(aside=True)


@operator("QuarterShifted")
def quarter_shifted(discourse: Discourse, quarter: Tree, year: Tree) -> Reading:
    base = resolve(discourse, quarter)
    if base.period is None:
        return base
    moved = lengths.shift(base.period, -1, "year")
    assert moved is not None
    return of_period(moved, relative=True, anchor=base.anchor,
                     why="one year before the quarter under discussion").but(aside=True)


@operator("Shift")
def shift(discourse: Discourse, base: Tree, amount: int, unit: str) -> Reading:
    reading = resolve(discourse, base)
    if reading.period is None:
        return reading
    moved = lengths.shift(reading.period, amount, unit)
    if moved is None:
        raise TooVague
    return of_period(moved, relative=True, anchor=reading.anchor, why=reading.why)


@operator("ShiftFrom")
def shift_from(discourse: Discourse, length: Tree, word: str, base: Any) -> Reading:
    """A length of time before or after a date that is named."""
    if isinstance(base, int):
        base = Tree("Today", (base,))
    reading = resolve(discourse, base)
    parts = _duration(length)
    sign = 1 if word in ("after", "from", "following", "past") else -1
    if parts is None:
        return _sum_from(discourse, length, sign, reading.period, reading.anchor)
    if reading.period is None:
        raise TooVague
    amount, unit = parts
    if isinstance(amount, str):
        return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", relative=True)
    moved = lengths.shift(reading.period, sign * amount, unit)
    if moved is None:
        raise TooVague
    return of_period(moved, relative=True, anchor=reading.anchor, confidence=0.9,
                     why=f"{amount:g} {unit}{'s' if amount != 1 else ''} {'after' if sign > 0 else 'before'} {reading.value}")

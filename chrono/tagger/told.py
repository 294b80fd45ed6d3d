"""Resolving what is counted from a date told before: a year later, the next day, two days after a date."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from . import lengths
from .absolute import cycle_of
from .clock_day import UNKNOWN_DAY
from .counted import counted_from_now, sum_from
from .deictic import named_from_now, unit_from_now
from .discourse import DISCUSSED_REACH, Discourse, Told
from .lengths import UNIT_GRANULARITY
from .narrated import begins_again
from .reading import Reading, of_period
from .resolve import TooVague, operator, resolve, unresolved
from .surroundings import day_of_happening
from .tree import Tree
from .vocabulary import vocabulary

UNIT_REACH = 300
"""How far back, in characters, a date told in news is still the one whose year or week "the year" means."""


@operator("Later")
def later(discourse: Discourse, length: Tree, sign: int, told_only: bool = False) -> Reading:
    """"A year later", "two days earlier": from the last date told that is fine enough, else from the document's.

    With ``told_only`` the words themselves point back ("two years before that"), in news too.
    """
    parts = lengths.amount_and_unit(length)
    if parts is None:
        told = discourse.last(coarsest=G.DAY)
        if told is None:
            return sum_from(discourse, length, sign, discourse.reference, discourse.dateline)
        return sum_from(discourse, length, sign, told.period, discourse.anchor(told))
    amount, unit = parts
    mod = lengths.modifier(length)
    if isinstance(amount, str):
        return _vaguely_later(discourse, unit, sign)
    granularity = UNIT_GRANULARITY[unit]
    if sign < 0 and unit == "year" and (discussed := discourse.compared):
        base: Told | None = discussed
    elif (sign < 0 and not discourse.narrative and granularity >= G.MONTH and not told_only
          and discourse.reference is not None):
        base = _of_before(discourse) or _just_written(discourse)
        if base is None:
            return counted_from_now(discourse, length, sign).but(aside=True)
    else:
        base = _base(discourse, granularity)
    if base is None:
        if discourse.told and (discourse.narrative or discourse.last(coarsest=granularity) is not None
                               or (granularity < G.DAY and _tells_of_a_day(discourse))):
            return unknown_part(discourse, granularity)
        return _from_nothing(discourse, granularity, sign) or counted_from_now(discourse, length, sign)
    if sign > 0 and discourse.text[base.end:discourse.start] == ", " and base.period.granularity <= granularity:
        return of_period(base.period.to(granularity), relative=True, anchor=discourse.anchor(base), confidence=0.7,
                         why=f"another name of {base.name}").but(mod=mod)  # "found in 1985, 73 years later"
    period = base.period
    long_after = granularity > G.YEAR and period.granularity <= G.YEAR and mod is None
    if long_after:
        granularity = G.YEAR  # "opened in 1889 and closed a century later"
    if period.granularity < G.DAY and granularity == G.DAY:
        period = period.to(G.DAY)
    comparing = sign < 0 and unit == "year" and base is discourse.compared
    if period.granularity < granularity and float(amount).is_integer() and granularity >= G.WEEK and not comparing:
        period = period.to(granularity)
    moved = lengths.shift(period, sign * amount, unit)
    if moved is None:
        return unknown_part(discourse, granularity)
    if sign > 0 and discourse.own is None and discourse.reference and moved.start >= discourse.reference.end and (
            unknown := _from_nothing(discourse, granularity, sign)):
        return unknown
    side = "after" if sign > 0 else "before"
    number = f"{amount:g}" if isinstance(amount, int | float) else str(amount)
    return of_period(moved, relative=True, anchor=discourse.anchor(base), confidence=0.85,
                     why=f"{number} {unit}{'s' if amount != 1 else ''} {side} {base.name}").but(
                         mod=mod, aside=sign < 0 or long_after or (discourse.narrative and base.aside))


def _tells_of_a_day(discourse: Discourse) -> bool:
    """Whether a day has been told just before, within which what is counted in hours lies ("resigned on Monday. An hour
    later …")."""
    told = discourse.last(coarsest=G.DAY, asides=False)
    return told is not None and discourse.start - told.end <= UNIT_REACH


def _from_nothing(discourse: Discourse, granularity: G, sign: int) -> Reading | None:
    """What the text tells as past and counts forward from a time that no date tells ("Two days later he was found"):
    no one knows when, but it is not ahead of the document."""
    if sign < 0 or granularity not in _UNKNOWN or discourse.reference is None or discourse.tense != "past":
        return None
    return Reading("DATE", _UNKNOWN[granularity], relative=True, confidence=0.4,
                   why="counted from a time that no date tells")


_UNKNOWN = {G.DAY: "XXXX-XX-XX", G.WEEK: "XXXX-WXX", G.MONTH: "XXXX-XX", G.YEAR: "XXXX", G.DECADE: "XXXX",
            G.CENTURY: "XXXX"}
"""What is written of a time that no date tells, by how exactly it is told."""


def _of_before(discourse: Discourse) -> Told | None:
    """The month or day told before in the sentence, where its clause says what had happened earlier ("in March dropped
    a claim it had filed ten months earlier")."""
    told = discourse.last(coarsest=G.MONTH, asides=False)
    if told is None or not discourse.same_sentence(told) or not discourse.looks_back(discourse.start, ""):
        return None
    return told


def _just_written(discourse: Discourse) -> Told | None:
    """The date before the document's own that the text tells of: written out in full, and just before."""
    told = discourse.last(coarsest=G.YEAR)
    if told is None or told.relative or told.aside or discourse.start - told.end > UNIT_REACH:
        return None
    if vocabulary().patterns.reported_on.search(discourse.text, told.end, discourse.start):
        return None
    return told if discourse.reference is None or told.period.end <= discourse.reference.start else None


def _base(discourse: Discourse, granularity: G) -> Told | None:
    """The date that a shift by units of ``granularity`` is counted from: the last one told that is fine enough, unless
    the text has since gone on to another time that is told less exactly."""
    told = discourse.last(coarsest=granularity)
    if told is not None and discourse.narrative and (first := begins_again(discourse, told)) is not None:
        return first if first.period.granularity <= granularity else None
    latest = discourse.last(coarsest=G.CENTURY, asides=False)
    gone_on = told is not None and latest is not None and latest.start > told.start and not latest.period.contains(
        told.period)
    return None if gone_on else told


def unknown_part(discourse: Discourse, granularity: G) -> Reading:
    """An unknown unit within the date told last ("the next day", after "in June 1944"); of a day, the day itself ("an
    hour later", after "on 6 June 1944")."""
    told = discourse.last(coarsest=G.CENTURY, asides=False) or discourse.last()
    if told is None:
        raise TooVague
    if granularity >= G.YEAR:
        return Reading("DATE", "XXXX", relative=True, anchor=discourse.anchor(told), confidence=0.4,
                       why=f"counted from {told.name}")
    if told.period.granularity <= G.DAY:
        return of_period(told.period.to(G.DAY), relative=True, anchor=discourse.anchor(told), confidence=0.5,
                         why=f"within {told.name}")
    tail = "-WXX" if granularity == G.WEEK else "-XX"
    if told.period.granularity > G.MONTH and granularity == G.DAY:
        tail = "-XX-XX"
    if told.period.granularity > G.YEAR:
        value = "XXXX"
    elif told.period.granularity > G.MONTH:
        value = timex.write(told.period.to(G.YEAR))
    elif granularity == G.WEEK:
        value, tail = timex.write(told.period.to(G.MONTH)), ""  # TIMEX3 writes no week of a month
    else:
        value = timex.write(told.period) if told.period.granularity == G.MONTH else told.value
    return Reading("DATE", value + tail, None, relative=True, anchor=discourse.anchor(told), span=Span.of(told.period),
                   confidence=0.5, why=f"within {told.name}")


def _vaguely_later(discourse: Discourse, unit: str, sign: int) -> Reading:
    """"A few days later": after or before the date told last, by no one knows how much."""
    told = discourse.last(coarsest=UNIT_GRANULARITY[unit]) or discourse.last()
    return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", relative=True, confidence=0.5,
                   anchor=discourse.anchor(told) if told is not None else None,
                   why=f"some {unit}s {'after' if sign > 0 else 'before'} {told.name}" if told is not None else "")


@operator("Back")
def back(discourse: Discourse, length: Tree) -> Reading:
    """A few years back; but who finishes 12 seconds back is behind somebody."""
    parts = lengths.amount_and_unit(length)
    if parts is not None and UNIT_GRANULARITY[parts[1]] < G.DAY:
        raise TooVague
    return counted_from_now(discourse, length, -1)


@operator("LaterWord")
def later_word(discourse: Discourse, length: Tree, word: str) -> Reading:
    return later(discourse, length, 1 if word in ("after", "later") else -1, told_only=True)


@operator("Following")
def following(discourse: Discourse, unit: Any, sign: int) -> Reading:
    """The next, following or previous unit, from the last date told."""
    if isinstance(unit, str):
        granularity = UNIT_GRANULARITY[unit]
        told = _base(discourse, granularity)
        if told is None:
            if discourse.told and (discourse.narrative or discourse.last(coarsest=granularity) is not None):
                return unknown_part(discourse, granularity)
            return _from_nothing(discourse, granularity, sign) or unit_from_now(discourse, unit, sign)
        step = 2 if unit == "fortnight" else 1
        side = "after" if sign > 0 else "before"
        return of_period(told.period.to(granularity).shift(sign * step), relative=True, confidence=0.85,
                         anchor=discourse.anchor(told), why=f"the {unit} {side} {told.name}").but(
                             aside=sign < 0 or (discourse.narrative and told.aside))
    if unit.op == "PartOfDay":
        day = following(discourse, "day", sign)
        return with_part(day, unit.args[0])
    cycle = cycle_of(discourse, unit)
    told = discourse.last(coarsest=G.WEEK if cycle.kind == "weekday" else G.YEAR)
    if told is not None and discourse.narrative:
        told = begins_again(discourse, told) or told
    if told is None or (cycle.kind == "weekday" and not _leads_to_weekday(discourse, told, sign)):
        if told is None and sign > 0 and discourse.reference is not None and discourse.tense == "past":
            return unresolved(cycle)
        named = named_from_now(discourse, unit, sign)
        return named if sign > 0 else _before_told(discourse, named)
    choices = cycle.choices(told.period)
    # "a hard winter; by the following February": a month behind a season may be its own
    within = told.period.granularity == G.SEASON and cycle.kind == "month"
    over = told.period.start + 1 if within else told.period.end
    picked = [period for period in choices if period.start >= over][:1] if sign > 0 else \
        [period for period in choices if period.end <= told.period.start][-1:]
    if not picked:
        raise TooVague
    return of_period(picked[0], relative=True, anchor=discourse.anchor(told), confidence=0.85,
                     why=f"the {'next' if sign > 0 else 'last'} one {'after' if sign > 0 else 'before'} {told.name}"
                     ).but(aside=sign < 0)


def _leads_to_weekday(discourse: Discourse, told: Told, sign: int) -> bool:
    """Whether "the following Monday" is counted from a day told before: in a narrative, in the same sentence, and
    where news tells of the past just behind it ("resigned on Oct. 15. The following Monday he left")."""
    if discourse.narrative or discourse.same_sentence(told):
        return True
    near = "\n" not in discourse.text[told.end:discourse.start] or discourse.start - told.end <= UNIT_REACH
    past = discourse.today is None or told.period.end <= discourse.today.start
    return sign > 0 and near and past and discourse.tense == "past"


def _before_told(discourse: Discourse, named: Reading) -> Reading:
    """The previous Friday: where the text has just told of the last one as "Friday", the one before that."""
    same = next((told for told in reversed(discourse.told) if told.period == named.period), None)
    if named.period is None or same is None or discourse.start - same.end > DISCUSSED_REACH:
        return named
    return of_period(named.period.shift(-7), relative=True, anchor=discourse.anchor(same), confidence=0.8,
                     why=f"the last one before {same.name}")


def with_part(day: Reading, part: str) -> Reading:
    if day.period is None or day.period.granularity != G.DAY:
        if not UNKNOWN_DAY.fullmatch(day.value):
            raise TooVague
        return Reading("TIME", f"{day.value}T{part}", None, relative=True, anchor=day.anchor)
    return of_period(Period.part(day.period.index, part), relative=True, anchor=day.anchor, why=day.why,
                     confidence=day.confidence)


@operator("FollowingWord")
def following_word(discourse: Discourse, unit: Any, word: str) -> Reading:
    return following(discourse, unit, 1 if word == "after" else -1)


@operator("Shift")
def shift(discourse: Discourse, base: Tree, amount: int, unit: str) -> Reading:
    reading = resolve(discourse, base)
    if reading.period is None:
        return reading
    moved = lengths.shift(reading.period, amount, unit)
    if moved is None:
        raise TooVague
    return of_period(moved, relative=True, anchor=reading.anchor, why=reading.why)


_LASTING = (" for", " over", " in")
"""Before a length of time these tell how long something lasted or took."""


@operator("FromHappening")
def from_happening(discourse: Discourse, length: Tree) -> Reading:
    """Ten days before the shooting: a length of time, which tells a day where that of the shooting was told."""
    told = day_of_happening(discourse)
    parts = lengths.amount_and_unit(length)
    if told is None or parts is None or isinstance(parts[0], str):
        return resolve(discourse, length)
    if discourse.text[max(0, discourse.start - 12):discourse.start].rstrip().endswith(_LASTING):
        return resolve(discourse, length)  # "closed for ten days after the theft"
    amount, unit = parts
    before = discourse.text[discourse.end:].lstrip().startswith("before")
    base = told.period.to(G.DAY) if UNIT_GRANULARITY[unit] >= G.DAY and told.period.granularity < G.DAY else told.period
    moved = lengths.shift(base, -amount if before else amount, unit)
    how_long = resolve(discourse, length)
    if moved is None or moved.granularity > G.MONTH:
        return how_long
    return how_long.but(span=Span.of(moved), relative=True, anchor=discourse.anchor(told), aside=True,
                        why=f"{'before' if before else 'after'} {told.name}")


@operator("ShiftFrom")
def shift_from(discourse: Discourse, length: Tree, word: str, base: Any) -> Reading:
    """A length of time before or after a date that is named."""
    if isinstance(base, int):
        base = Tree("Today", (base,))
    reading = resolve(discourse, base)
    parts = lengths.amount_and_unit(length)
    sign = 1 if word in ("after", "from", "following", "past") else -1
    if parts is None:
        return sum_from(discourse, length, sign, reading.period, reading.anchor)
    if reading.period is None:
        raise TooVague
    amount, unit = parts
    if isinstance(amount, str):
        return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", relative=True)
    moved = lengths.shift(reading.period, sign * amount, unit)
    if moved is None:
        raise TooVague
    side = "after" if sign > 0 else "before"
    return of_period(moved, relative=True, anchor=reading.anchor, confidence=0.9,
                     why=f"{amount:g} {unit}{'s' if amount != 1 else ''} {side} {reading.value}")

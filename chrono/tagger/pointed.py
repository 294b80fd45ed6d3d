"""Resolving what points at a time told before: that year, the same month last year, the week."""

from __future__ import annotations

from typing import Any

from ..calendar import Granularity as G
from . import lengths
from .absolute import cycle_of
from .clock_day import day_discussed
from .deictic import unit_from_now
from .discourse import Discourse, Told
from .lengths import UNIT_GRANULARITY
from .reading import Reading, of_period
from .resolve import operator, resolve
from .told import UNIT_REACH, unknown_part, with_part
from .tree import Tree


@operator("Same")
def same(discourse: Discourse, unit: Any) -> Reading:
    """That year, the same day, that June: the one in the unit that holds the last date told."""
    if isinstance(unit, str):
        return the_unit(discourse, unit, pointing=True)
    if unit.op == "PartOfDay":
        return with_part(day_discussed(discourse, pointing=True), unit.args[0])
    cycle = cycle_of(discourse, unit)
    told = discourse.last(coarsest=G.WEEK if cycle.kind == "weekday" else G.YEAR)
    if (told is not None and told.aside and discourse.narrative and not discourse.same_sentence(told)
            and cycle.kind == "season"):  # "until 1869. … He died that May" is of that year
        told = discourse.last(coarsest=G.YEAR, asides=False) or told
    period = cycle.near(told.period, 0) if told is not None else None
    if told is None or period is None:
        return resolve(discourse, unit)
    if cycle.kind == "weekday" and told.period.start - period.start > HALF_WEEK * 86400:
        period = period.shift(7)  # "on Sunday … that Wednesday": the story goes on
    whole = "week" if cycle.kind == "weekday" else "year"
    return of_period(period, relative=True, anchor=discourse.anchor(told), confidence=0.85,
                     why=f"in the {whole} of {told.name}")


@operator("TheWeekday")
def the_weekday(discourse: Discourse, number: int) -> Reading:
    """ "On the Sunday": the one nearest to the day that the text has named with its weekday, else the next one from the
    day told last; where no day is told, or the text looks ahead, the one that its name alone means."""
    tree = Tree("Weekday", (number,))
    cycle, named = cycle_of(discourse, tree), discourse.named_day
    if named is not None and discourse.today is not None and not discourse.narrative and not discourse.recounts:
        named = None
    base = named or discourse.last(coarsest=G.DAY, reach=WEEK_REACH)
    if base is None or discourse.verb_tense == "future":
        return resolve(discourse, tree)
    day = base.period.to(G.DAY)
    if named is not None:
        period = cycle.forward(day.shift(-HALF_WEEK), 0)
    else:
        back = discourse.looks_back(discourse.start, discourse.relation) or discourse.relation == "since"
        period = cycle.past(day) if back else cycle.forward(day, 0)
    if period is None or (discourse.today is not None and period.start >= discourse.today.end):
        return resolve(discourse, tree)
    return of_period(period, relative=True, anchor=discourse.anchor(base), confidence=0.8,
                     why=f"carried on from {base.name}")


WEEK_REACH = 600
"""How far back, in characters, a day is told of whose week "the Sunday" lies in."""

HALF_WEEK = 3
"""How many days before the day told last "that Wednesday" lies at most."""


@operator("SameWithin")
def same_within(discourse: Discourse, unit: Tree, within: Tree) -> Reading:
    """The same month last year, the same day last week: the one of the last date told, in that year or week."""
    told, whole = resolve(discourse, unit), resolve(discourse, within)
    if told.period is None or whole.period is None or whole.period.granularity <= told.period.granularity:
        return whole
    name = {G.YEAR: "year", G.MONTH: "month", G.WEEK: "week"}.get(whole.period.granularity)
    moved = lengths.shift(told.period, whole.period.index - told.period.to(whole.period.granularity).index, name) \
        if name else None
    return whole if moved is None else of_period(
        moved, relative=True, anchor=told.anchor, confidence=0.8, why=f"that of {told.value}, in {whole.value}").but(
            aside=True)


@operator("The")
def the_unit(discourse: Discourse, unit: str, pointing: bool = False) -> Reading:
    """The year, the month: the one that holds the last date told, else the document's date.

    With ``pointing`` the words themselves point back ("that year"), to a date told in passing too.
    """
    granularity = UNIT_GRANULARITY[unit]
    told = discourse.last(coarsest=granularity, asides=not discourse.narrative)
    if not discourse.narrative and not pointing and discourse.reference is not None and (
            discourse.relation == "since" or (discourse.tense if told is None or not discourse.same_sentence(told)
                                              else discourse.verb_tense) == "future"):
        told = None  # "have risen since the start of the year", "is scheduled for the end of the month"
    if pointing and not discourse.narrative and told is not None and discourse.tense == "past":
        told = _not_to_come(discourse, told, granularity)
    latest = discourse.last(coarsest=G.YEAR, reach=UNIT_REACH)
    gone_on = latest is not None and (told is None or (
        latest.start > told.start and not latest.period.contains(told.period) and not discourse.only_compares(latest)))
    if pointing and gone_on and not discourse.narrative and discourse.tense == "past":
        return unknown_part(discourse, granularity)  # "fell ill in March and died that same day"
    if pointing and unit == "quarter":
        told = discourse.last(G.QUARTER, G.QUARTER, reach=UNIT_REACH) or told  # rather than the day it ended on
    if told is None or (not discourse.narrative and self_evident(discourse, told, unit, pointing)):
        if discourse.narrative:
            return unknown_part(discourse, granularity)
        return unit_from_now(discourse, unit, 0)
    return of_period(told.period.to(granularity), relative=True, anchor=discourse.anchor(told), confidence=0.8,
                     why=f"the {unit} of {told.name}")


def _not_to_come(discourse: Discourse, latest: Told, granularity: G) -> Told:
    """The date told last that lies not after the document's own, where there is one ("extended it to March 31 … at a
    meeting the same day")."""
    if discourse.reference is None:
        return latest
    end = discourse.reference.end
    return next((told for told in reversed(discourse.told)
                 if told.period.granularity <= granularity and told.period.start < end), latest)


def self_evident(discourse: Discourse, told: Told, unit: str, pointing: bool = False) -> bool:
    """Whether in news a told date is too far back, or told too much in passing, to be meant by "the year"."""
    if pointing and (discourse.recounts or "\n" not in discourse.text[told.end:discourse.start]):
        return False
    if told.relative and told.period.granularity < G.QUARTER and unit == "year" and not pointing and (
            "\n" in discourse.text[told.end:discourse.start]):
        return True  # "took a charge in August.\n\nFor the last quarter of the year"
    return (told.aside and not pointing) or discourse.start - told.end > UNIT_REACH


@operator("MonthWord")
def month_word(discourse: Discourse, which: str) -> Reading:
    if which in ("the", "that"):
        return the_unit(discourse, "month")
    return unit_from_now(discourse, "month", {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}[which])

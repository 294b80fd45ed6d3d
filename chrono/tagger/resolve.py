"""Resolving trees: the table of operators, and the choice of the year, month or week that a bare name leaves open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period
from ..calendar.gregorian import julian_behind
from ..calendar.gregorian import weekday as weekday_of
from ..calendar.period import SEASONS
from .cycles import Cycle
from .discourse import Discourse
from .holidays import HolidayCycle
from .narrated import carried_on
from .reading import Reading, of_period
from .recognise import Found
from .tense import SURELY, says
from .tree import Tree
from .vocabulary import vocabulary

Operator = Callable[..., Reading]
_OPERATORS: dict[str, Operator] = {}


class TooVague(Exception):
    """The tree names nothing that can be a time expression here."""


def operator(*names: str) -> Callable[[Operator], Operator]:
    """Register a function as the meaning of these tree operators; it gets the discourse and the tree's arguments."""

    def register(function: Operator) -> Operator:
        for name in names:
            _OPERATORS[name] = function
        return function

    return register


def resolve(discourse: Discourse, tree: Any) -> Reading:
    """What ``tree`` means in ``discourse``; :class:`TooVague` when it means no time."""
    if isinstance(tree, int):
        tree = Tree("Weekday", (tree,))
    if not isinstance(tree, Tree) or tree.op not in _OPERATORS:
        raise TooVague
    reading = _OPERATORS[tree.op](discourse, *tree.args)
    if reading.alternatives and not all(map(is_written, reading.alternatives)):
        reading = reading.but(alternatives=tuple(filter(is_written, reading.alternatives)))
    if reading.period is not None and not is_written(reading.period):
        raise TooVague
    return reading


FIRST_SECOND, LAST_SECOND = Period.year(-9998).start, Period.year(10000).start
"""ISO 8601 and TIMEX3 write years of four figures: what lies outside them has no value."""


def is_written(period: Period) -> bool:
    """Whether the period begins in a year that can be written."""
    return FIRST_SECOND <= period.start < LAST_SECOND


def unresolved(cycle: Cycle) -> Reading:
    """The TIMEX3 of a name whose year or week nothing tells."""
    if isinstance(cycle, HolidayCycle):
        return Reading("DATE", cycle.yearless, None, relative=True, why="no date tells the year")
    kind, number = cycle.kind, cycle.number
    value = {
        "weekday": f"XXXX-WXX-{number}", "month": f"XXXX-{number:02d}", "day": f"XXXX-{number:02d}-{cycle.day:02d}",
        "month-day": f"XXXX-XX-{cycle.day:02d}", "quarter": f"XXXX-Q{number + 1}", "half": f"XXXX-H{number + 1}",
    }.get(kind) or f"XXXX-{SEASONS[number % 4]}"
    return Reading("DATE", value, None, relative=True, why="no date tells the year")


AGAINST_TENSE = 3.5
"""How many times nearer than the other choice one that the tense speaks against must lie to be taken."""

AGAINST_NEAR = 8.0
NEAR = 1
"""The same where the cue stands at most ``NEAR`` words away ("agreed in June")."""

UNTENSED_FUTURE = 1.3
"""The same for a future choice where no tense is seen: news tells more of the past."""

UNTENSED_DAY = 2
"""The same for a future day of the month where no tense is seen ("party on the 15th")."""

BIASED = ("day", "holiday", "month", "season", "quarter", "half")


def resolve_time(discourse: Discourse, cycle: Cycle, weekday: int | None = None) -> Reading:
    """The one of a recurring name's times that is meant.

    ``weekday`` (ISO), where it is written beside the date, leaves only the years in which it fits.
    """
    carried = (_from_range(discourse, cycle) or _to_end(discourse, cycle) or _next_of_told(discourse, cycle)
               or _before_told(discourse, cycle)
               or carried_on(discourse, cycle))
    if carried is not None and (weekday is None or carried.period is None or falls_on(carried.period, weekday)):
        return carried
    if carried is not None and carried.period is not None and weekday is not None and discourse.narrative:
        fitting = cycle.on_weekday(carried.period, weekday)
        if fitting is not None:
            return of_period(fitting, relative=True, anchor=carried.anchor, confidence=carried.confidence,
                             why=f"{carried.why}, to the year in which the weekday fits")
    today = discourse.today
    if today is None:
        return unresolved(cycle) if weekday is None or cycle.kind == "day" else unresolved(Cycle("weekday", weekday))
    if weekday is not None and (fitting := cycle.on_weekday(today, weekday)) is not None:
        unit = "month" if cycle.kind == "month-day" else "year"
        return _from_dateline(discourse, fitting, f"the {unit} in which the weekday fits")
    past, future = cycle.past(today), cycle.future(today)
    if past is None or future is None or past == future:
        only = past or future
        if only is None:
            raise TooVague
        if cycle.kind == "half" and only.end - today.end > NEARLY_OVER * 86400 and discourse.tense == "past":
            return _from_dateline(discourse, only.shift(-2), "the last one that is over", only, 0.8)
        return _from_dateline(discourse, only, "the one that holds the document's date")
    before = discourse.text[max(0, discourse.start - COMPARED_REACH):discourse.start]
    tense, distance = discourse.tense_cue
    surely_ahead = tense == "future" and distance == SURELY  # "will be cut from 4 May"
    if cycle.kind in BIASED and not surely_ahead and vocabulary().patterns.down_from.search(before):
        return _from_dateline(discourse, past, "the last one before the document's date", future)
    if distance == SURELY and cycle.kind == "month" and _ABOUT_MONTH.search(
            discourse.text, max(0, discourse.start - 4), discourse.start):
        distance = 0  # "will report on October employment"
    sure = (0.95 if distance == 0 else 0.9) if tense else 0.75
    against = AGAINST_NEAR if distance <= NEAR else AGAINST_TENSE
    ahead = tense == "future" if distance == SURELY else _is_future(cycle, today, past, future, tense, against)
    if ahead:
        reason = "the next one: the words around it tell of the future" if tense == "future" else "the nearest one"
        return _from_dateline(discourse, future, reason, past, sure)
    return _from_dateline(discourse, past, "the last one before the document's date", future, sure)


COMPARED_REACH = 30
"""How far before a date, in characters, the words may begin that compare something with it."""

NEARLY_OVER = 45
"""How many days before the end of a half-year its results may be told."""

LAST_JULIAN = 1923
"""The year in which the last country gave up the Julian calendar for its dates (Greece)."""


def falls_on(day: Period, weekday: int) -> bool:
    """Whether a day written down falls on a weekday (ISO), where the calendar may have been the Julian one."""
    year, number = day.ymd[0], day.start // 86400
    return weekday_of(number) == weekday or (
        year <= LAST_JULIAN and weekday_of(number + julian_behind(year)) == weekday)


def _is_future(cycle: Cycle, today: Period, past: Period, future: Period, tense: str | None, against: float) -> bool:
    """Whether the next one is meant and not the last.

    A weekday follows the tense, and so does a day of the month where one is seen; tomorrow's weekday is the last one
    only where a past stands right beside it. Of a day, month or season of the year a writer leaves the year out only
    when the nearer one is meant, unless the tense speaks clearly against it.
    """
    back = max(0, today.start - past.end)
    ahead = max(0, future.start - today.end)
    if cycle.kind == "month-day" and tense is None:
        return ahead * UNTENSED_DAY < back
    if cycle.kind not in BIASED:
        tomorrow = cycle.kind == "weekday" and not ahead
        return tense == "future" or (tomorrow and (tense is None or against < AGAINST_NEAR))
    if tense == "future":
        return ahead <= back * against
    if cycle.kind == "quarter":
        return False  # what is told of a quarter without a word of the future is its result
    return ahead * (against if tense == "past" else UNTENSED_FUTURE) < back


def _from_dateline(discourse: Discourse, period: Period, why: str, other: Period | None = None,
                   confidence: float = 0.9) -> Reading:
    return of_period(period, relative=True, why=why, anchor=discourse.dateline, confidence=confidence,
                     alternatives=(other,) if other is not None else ())


WEEK = 7 * 86400
"""How many seconds back news counts by the names of the days."""

LONGEST_RANGE = 10
"""How far, in characters, the ends of a stretch stand apart at most."""

_ABOUT_MONTH = vocabulary().patterns.about_month
_RANGE = vocabulary().patterns.to_or_and


def _from_range(discourse: Discourse, cycle: Cycle) -> Reading | None:
    """The end of a stretch ("between May and July", "Dec. 30 to Jan. 2"): the first one after its beginning."""
    if not discourse.told:
        return None
    told = discourse.told[-1]
    if discourse.start - told.end > LONGEST_RANGE:
        return None
    gap = discourse.text[told.end:discourse.start]
    if not _RANGE.fullmatch(gap) or told.period.granularity > G.YEAR:
        return None
    if told.period.granularity >= G.SEASON:
        inner = cycle.near(told.period, 0) if cycle.kind in ("day", "month") else None
        if inner is not None and told.period.contains(inner):  # "the first quarter through March"
            return of_period(inner, relative=True, why=f"the one in {told.name}", anchor=discourse.anchor(told))
    if told.period.granularity > G.SEASON:
        return None
    before = discourse.text[max(0, told.start - 12):told.start].rstrip().lower()
    if "and" in gap and not before.endswith("between"):
        return None
    if cycle.kind not in ("day", "weekday", "month-day") and told.period.granularity < G.WEEK \
            and not before.endswith(("from", "between")):
        return None  # "a change Monday to April's plan"
    if cycle.kind == "weekday" and discourse.today is not None and not discourse.narrative \
            and discourse.today.start - told.period.start > WEEK:
        return None  # "rented from May 3 to Tuesday"
    period = cycle.forward(told.period, 0)
    return None if period is None else of_period(
        period, relative=True, why=f"the first one after {told.name}", anchor=discourse.anchor(told), confidence=0.85)


_OR = vocabulary().patterns.either
_WOULD = vocabulary().patterns.would
_HAD = vocabulary().patterns.had_before


def _next_of_told(discourse: Discourse, cycle: Cycle) -> Reading | None:
    """A weekday joined to a day told right before ("on Thursday evening or early Friday"), or of what would then be
    ("was told on Sunday that it would open on Monday"): the first one after it, where that is not ahead of a past."""
    if cycle.kind != "weekday":
        return None
    told, today = discourse.told[-1] if discourse.told else None, discourse.today
    if told is None or today is None or told.period.granularity > G.DAY:
        return None
    between = discourse.text[told.end:discourse.start]
    past = told.period.end <= today.start
    if not (_OR.fullmatch(between) or (past and discourse.same_sentence(told) and _would_then(discourse, between))):
        return None
    period = cycle.forward(told.period.to(G.DAY).shift(1), 0)
    ahead = told.period.start >= today.end
    if period is None or not period.start - told.period.start < WEEK or (not ahead and period.start >= today.end):
        return None
    return of_period(period, relative=True, why=f"the first one after {told.name}", anchor=discourse.anchor(told),
                     confidence=0.85)


def _would_then(discourse: Discourse, between: str) -> bool:
    """Whether "would" tells what was then to come, and not what someone says since ("shut it on Jan. 19, said that it
    would open on Monday")."""
    return _WOULD.search(between) is not None and not says(between, discourse.language)


def _before_told(discourse: Discourse, cycle: Cycle) -> Reading | None:
    """The weekday since when something had gone on on the day that the sentence tells ("On Friday help reached the
    town, where they had waited since Monday"): the last one before it."""
    if cycle.kind != "weekday" or discourse.relation != "since":
        return None
    told, today = discourse.told[-1] if discourse.told else None, discourse.today
    if (told is None or today is None
            or told.period.granularity > G.DAY or told.period.end > today.start or not discourse.same_sentence(told)
            or not _HAD.search(discourse.text, told.end, discourse.start)):
        return None
    period = cycle.past(told.period.to(G.DAY).shift(-1))
    return None if period is None else of_period(period, relative=True, why=f"the last one before {told.name}",
                                                 anchor=discourse.anchor(told), confidence=0.8)


def _to_end(discourse: Discourse, cycle: Cycle) -> Reading | None:
    """The beginning of a stretch whose end is written out ("from May until the end of September 1453"): the last one
    before that."""
    tree, discourse.leads_to = discourse.leads_to, None
    if tree is None:
        return None
    try:
        end = resolve(discourse, tree)
    except TooVague:
        return None
    if end.period is None or end.relative or end.period.granularity > G.SEASON:
        return None
    period = cycle.near(end.period, 0)
    if period is not None and period.start > end.period.start:
        period = cycle.near(end.period, -1)
    return None if period is None else of_period(period, relative=True, why=f"the last one before {end.value}")


def read_there(discourse: Discourse, found: Found) -> Reading | None:
    """Another expression as it reads where it stands; ``None`` where it is too vague."""
    start, end, relation = discourse.start, discourse.end, discourse.relation
    discourse.start, discourse.end, discourse.relation = found.start, found.end, found.relation
    try:
        return resolve(discourse, found.tree)
    except TooVague:
        return None
    finally:
        discourse.start, discourse.end, discourse.relation = start, end, relation


def ending(discourse: Discourse) -> Reading | None:
    """What stands after "ended" or "ending" right behind the expression being resolved; ``None`` when that is no month
    or day."""
    reading = read_there(discourse, discourse.ends) if discourse.ends is not None else None
    return reading if reading and reading.period is not None and reading.period.granularity <= G.MONTH else None

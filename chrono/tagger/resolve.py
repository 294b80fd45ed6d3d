"""Resolving trees: the table of operators, and the choice of the year, month or week that a bare name leaves open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..calendar import Granularity as G
from ..calendar import Period
from ..calendar.gregorian import weekday as weekday_of
from ..calendar.period import SEASONS
from .cycles import Cycle
from .discourse import Discourse, Told
from .holidays import HolidayCycle
from .reading import Reading, of_period
from .tense import SURELY, last_cue, sentence_start
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


NARRATIVE_BACK = {"day": 130, "holiday": 130, "month": 160, "season": 150, "quarter": 200, "half": 200, "month-day": 6,
                  "weekday": 0}
"""How many days a yearless name may lie before the last date told in a narrative, which else moves forward."""

AGAINST_TENSE = 3.5
"""How many times nearer than the other choice one that the tense speaks against must lie to be taken."""

AGAINST_NEAR = 8.0
NEAR = 1
"""The same where the cue stands at most ``NEAR`` words away ("agreed in June")."""

UNTENSED_FUTURE = 1.3
"""The same for a future choice where no tense is seen: news tells more of the past."""

BIASED = ("day", "holiday", "month", "season", "quarter", "half")


def resolve_time(discourse: Discourse, cycle: Cycle, weekday: int | None = None) -> Reading:
    """The one of a recurring name's times that is meant.

    ``weekday`` (ISO), where it is written beside the date, leaves only the years in which it fits.
    """
    carried = _from_range(discourse, cycle) or _to_end(discourse, cycle) or _from_narrative(discourse, cycle)
    if carried is not None and (weekday is None or carried.period is None or falls_on(carried.period, weekday)):
        return carried
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
        return _from_dateline(discourse, only, "the one that holds the document's date")
    tense, distance = discourse.tense_cue
    sure = (0.95 if distance <= 0 else 0.9) if tense else 0.75
    against = AGAINST_NEAR if distance <= NEAR else AGAINST_TENSE
    if distance != SURELY and _is_future(cycle, today, past, future, tense, against):
        reason = "the next one: the words around it tell of the future" if tense == "future" else "the nearest one"
        return _from_dateline(discourse, future, reason, past, sure)
    return _from_dateline(discourse, past, "the last one before the document's date", future, sure)


LAST_JULIAN = 1923
"""The year in which the last country gave up the Julian calendar for its dates (Greece)."""


def falls_on(day: Period, weekday: int) -> bool:
    """Whether a day written down falls on a weekday (ISO), where the calendar may have been the Julian one."""
    year, number = day.ymd[0], day.start // 86400
    behind = year // 100 - year // 400 - 2
    return weekday_of(number) == weekday or (year <= LAST_JULIAN and weekday_of(number + behind) == weekday)


def _is_future(cycle: Cycle, today: Period, past: Period, future: Period, tense: str | None, against: float) -> bool:
    """Whether the next one is meant and not the last.

    A weekday follows the tense. Of a day, month or season of the year a writer leaves the year out only when the
    nearer one is meant, unless the tense speaks clearly against it.
    """
    if cycle.kind not in BIASED:
        return tense == "future"
    back = max(0, today.start - past.end)
    ahead = max(0, future.start - today.end)
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

_RANGE = vocabulary().patterns.to_or_and


def _from_range(discourse: Discourse, cycle: Cycle) -> Reading | None:
    """The end of a stretch ("between May and July", "Dec. 30 to Jan. 2"): the first one after its beginning."""
    if not discourse.told:
        return None
    told = discourse.told[-1]
    gap = discourse.text[told.end:discourse.start]
    if len(gap) > 10 or not _RANGE.fullmatch(gap) or told.period.granularity > G.YEAR:
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
        return None  # "a revision Friday to December's figures"
    if cycle.kind == "weekday" and discourse.today is not None and not discourse.narrative \
            and discourse.today.start - told.period.start > WEEK:
        return None  # "bought from Sept. 14 to Thursday"
    period = cycle.forward(told.period, 0)
    return None if period is None else of_period(
        period, relative=True, why=f"the first one after {told.name}", anchor=discourse.anchor(told), confidence=0.85)


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


def ending(discourse: Discourse) -> Reading | None:
    """What stands after "ended" or "ending" right behind the expression being resolved, read where it stands; ``None``
    when that is no month or day."""
    found = discourse.ends
    if found is None:
        return None
    start, end, relation = discourse.start, discourse.end, discourse.relation
    discourse.start, discourse.end, discourse.relation = found.start, found.end, found.relation
    try:
        reading = resolve(discourse, found.tree)
    except TooVague:
        return None
    finally:
        discourse.start, discourse.end, discourse.relation = start, end, relation
    return reading if reading.period is not None and reading.period.granularity <= G.MONTH else None


def _narrated(discourse: Discourse) -> Told | None:
    """The date the narrative stands at: the last one told, or, when that is a whole year, the last day or month told
    in that year."""
    told = discourse.last(coarsest=G.YEAR, asides=False)
    if told is None or told.period.granularity < G.YEAR:
        return told
    finer = discourse.last(coarsest=G.SEASON, asides=False)
    return finer if finer is not None and told.period.contains(finer.period) else told


def _from_narrative(discourse: Discourse, cycle: Cycle) -> Reading | None:
    """The time that the narrative's last date tells; ``None`` when it tells none."""
    told = _narrated(discourse)
    if told is None:
        return None
    if not discourse.narrative and discourse.today and not _in_backstory(discourse, cycle, told):
        return None
    if not discourse.narrative and discourse.tense == "future" and not discourse.today:
        return None
    if discourse.narrative and discourse.today and _back_at_own_date(discourse, cycle, told):
        return None
    base = told.period
    if cycle.kind == "weekday" and discourse.own is not None and discourse.today is not None:
        period = cycle.past(discourse.today) if discourse.relation == "since" else cycle.forward(discourse.today, 0)
    elif cycle.kind == "weekday":
        if base.granularity > G.WEEK:
            return Reading("DATE", f"XXXX-WXX-{cycle.number}", None, relative=True)
        period = cycle.forward(base.to(G.DAY), 0)
    elif base.granularity >= G.YEAR:
        period = cycle.near(base, 0) if cycle.kind != "month-day" else None
    elif cycle.kind == "month-day":
        period = cycle.near(base, 0)
        if period is not None and base.start - period.start > HALF_MONTH * 86400:  # "on the 28th ... on the 3rd"
            period = cycle.near(base, 1)
    else:
        finest = base.to(G.MONTH) if cycle.kind == "month" else base
        back = NARRATIVE_BACK[cycle.kind] if discourse.narrative or not discourse.today else BACKSTORY_BACK
        period = _beside_told(discourse, cycle, finest) or cycle.forward(finest, back * 86400)
    if period is None:
        return None
    other = _other_side(cycle, base, period) if cycle.kind != "weekday" else None
    return of_period(period, relative=True, why=f"carried on from {told.name}", anchor=discourse.anchor(told),
                     confidence=0.85, alternatives=(other,) if other is not None and other != period else ())


def _opens(discourse: Discourse, told: Told) -> bool:
    """Whether a date opens the sentence that is being read ("In 1666 …")."""
    before = discourse.text[sentence_start(discourse.text, discourse.start):told.start]
    return _OPENS.fullmatch(before.lstrip()) is not None


_OPENS = vocabulary().patterns.opens
_CLAUSE_OVER = vocabulary().patterns.clause_over
BESIDE = 31 * 86400
"""How many seconds apart from a day told before, a yearless day counts as beside it."""

BESIDE_BACK = 200 * 86400
"""How many seconds back a yearless day may lie that is beside a day told before."""

REMEMBERED = 10
"""How many dates back a day told before is remembered."""


def _beside_told(discourse: Discourse, cycle: Cycle, base: Period) -> Period | None:
    """The day before the one the narrative stands at, where it is beside one told before ("The bodies were recovered
    by 6 August. The funerals of 17 February …", of an explosion on 12 February)."""
    if not discourse.narrative or cycle.kind != "day" or discourse.relation == "until":
        return None
    period = cycle.past(base)
    if period is None or not 0 < base.start - period.start < BESIDE_BACK:
        return None
    days = (told.period for told in discourse.told[-REMEMBERED:] if told.period.granularity <= G.DAY)
    return period if any(abs(day.start - period.start) < BESIDE for day in days) else None


def _other_side(cycle: Cycle, base: Period, period: Period) -> Period | None:
    """The nearest one on the other side of ``base``."""
    before = [other for other in cycle.choices(base) if other.start < base.start]
    after = [other for other in cycle.choices(base) if other.start >= base.start]
    found = before[-1:] if period.start >= base.start else after[:1]
    return found[0] if found else None


_NEW_CLAUSE = vocabulary().patterns.new_clause
_LISTED = vocabulary().patterns.listed
"""Between two dates of one list: "one on 1 January and one on 17 August"."""


def _in_backstory(discourse: Discourse, cycle: Cycle, told: Told) -> bool:
    """Whether news tells a backstory: a day or month of an earlier year told just before leads to this one, and so
    does an earlier year in the same sentence ("two were killed in 2022, one on 17 August")."""
    assert discourse.today is not None
    if cycle.kind == "month-day":  # "arrived on 3 October and left on the 10th"
        return (told.period.granularity in (G.DAY, G.MONTH) and discourse.start - told.end < BACKSTORY_REACH
                and (told.period.granularity == G.MONTH or any(sign.isdigit() for sign in told.text)))
    if (cycle.kind not in ("day", "month", "holiday") or told.period.ymd[0] >= discourse.today.ymd[0]
            or discourse.today.start - told.period.start <= BACKSTORY * 86400):
        return False
    if discourse.text[max(0, told.start - 4):told.start].lower() == "the ":  # "the August 1988 cease-fire"
        return False
    between = last_cue(discourse.text, told.end, discourse.start, discourse.language)
    if told.period.granularity > G.MONTH:
        if told.aside or not discourse.same_sentence(told) or discourse.tense != "past":
            return False
        if between is None:
            return not _NEW_CLAUSE.search(discourse.text, told.end, discourse.start)
        return _opens(discourse, told) and not _CLAUSE_OVER.search(discourse.text, told.end, discourse.start)
    return (discourse.start - told.end < BACKSTORY_REACH and "\n" not in discourse.text[told.end:discourse.start]
            and (between == "past"
                 or _LISTED.fullmatch(discourse.text, told.end, discourse.start) is not None))


BACKSTORY_BACK = 45
"""How many days a yearless name may lie before the date a backstory told last."""

HALF_MONTH = 15
"""How many days before the date told last a day of the month lies at most: else it is one of the next month."""

BACKSTORY_REACH = 160
"""How far back in the same paragraph, in characters, the date it goes on from may stand."""

BACKSTORY = 400
"""How many days before the document's date a backstory's date lies at least."""


OWN_DATE = 45
"""How many days from the document's date a narrative that has come back to it may tell of."""


def _back_at_own_date(discourse: Discourse, cycle: Cycle, told: Told) -> bool:
    """Whether a narrative has come back to the document's own time: an obituary tells a life, then the death last week.

    That is so where "last Friday" or the like stands near, and for a weekday after a date too coarse to lead to one.
    """
    assert discourse.today is not None
    if discourse.own is not None:
        return False
    if cycle.kind == "weekday":
        return told.period.granularity > G.WEEK and bool(discourse.deictic)
    past = cycle.past(discourse.today)
    return (cycle.kind == "day" and past is not None and discourse.today.start - past.start < OWN_DATE * 86400
            and told.period.end < past.start and discourse.near_deictic)

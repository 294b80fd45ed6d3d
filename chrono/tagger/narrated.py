"""Where a narrative stands, and the day, month or season of no year that it goes on to."""

from __future__ import annotations

from ..calendar import Granularity as G
from ..calendar import Period
from ..calendar.gregorian import julian_behind
from .backstory import BACKSTORY_BACK, in_backstory, recounted
from .cycles import Cycle
from .discourse import Discourse, Told
from .reading import Reading, of_period

NARRATIVE_BACK = {"day": 130, "holiday": 130, "month": 160, "season": 150, "quarter": 200, "half": 200, "month-day": 6,
                  "weekday": 0}
"""How many days a yearless name may lie before the last date told in a narrative, which else moves forward."""


def _narrated(discourse: Discourse) -> Told | None:
    """The date the narrative stands at: the last one told, or, when that is a whole year, the last day or month told
    in that year."""
    if discourse.narrative:
        latest = discourse.last(coarsest=G.YEAR, reach=BRACKETED) or discourse.last(coarsest=G.SEASON, reach=JOINED)
        if latest is not None and latest.aside and discourse.same_sentence(latest):
            return latest  # "all winter and was released in March"
    told = discourse.last(coarsest=G.YEAR, asides=False)
    if told is None or told.period.granularity < G.YEAR:
        return told
    finer = discourse.last(coarsest=G.SEASON, asides=False)
    return finer if finer is not None and told.period.contains(finer.period) else told


BRACKETED = 16
"""The same for a year in passing ("the eve of St Lucy 1412 (that is, 12 December)")."""

JOINED = 60
"""How far back, in characters, a date told in passing in the same sentence leads on."""


def carried_on(discourse: Discourse, cycle: Cycle) -> Reading | None:
    """The time that the narrative's last date tells; ``None`` when it tells none."""
    told = discourse.last(coarsest=G.MONTH, asides=False) if cycle.kind == "month-day" and discourse.narrative \
        else _narrated(discourse)
    if told is None:
        return None
    if discourse.narrative:
        told = begins_again(discourse, told) or told
    if not discourse.narrative and discourse.today and not in_backstory(discourse, cycle, told):
        return None
    unknown = not discourse.narrative and not discourse.today
    if unknown and (discourse.tense == "future" or (discourse.deictic and not discourse.same_sentence(told))):
        return None  # a text that leans on its own unknown date ("on Monday") means a month near that
    if discourse.narrative and discourse.today and _back_at_own_date(discourse, cycle, told):
        return None
    if (discourse.narrative and discourse.own is None and told.period == discourse.today
            and discourse.verb_tense != "future"):
        return None  # behind a date line the days that have passed are told
    if cycle.kind == "weekday" and not discourse.narrative and discourse.today is not None:
        return recounted(discourse, cycle, told)
    base = told.period
    if cycle.kind == "weekday" and discourse.own is not None and discourse.today is not None:
        period = cycle.past(discourse.today) if discourse.relation == "since" else cycle.forward(discourse.today, 0)
    elif cycle.kind == "weekday":
        if base.granularity > G.WEEK:
            return Reading("DATE", f"XXXX-WXX-{cycle.number}", None, relative=True)
        looks_back = discourse.relation == "since" or discourse.looks_back(discourse.start, discourse.relation)
        period = _weekday_after(cycle, base.to(G.DAY).shift(-WEEK_LONG if looks_back else 0))
        if period is None:
            return Reading("DATE", f"XXXX-WXX-{cycle.number}", None, relative=True,
                           why=f"after {told.name}, of which no one knows the calendar")
    elif base.granularity >= G.YEAR:
        period = cycle.near(base, 0) if cycle.kind != "month-day" else None
    elif cycle.kind == "month-day":
        period = cycle.near(base, 0)
        if period is not None and base.start - period.start > HALF_MONTH * 86400:  # "on the 28th ... on the 3rd"
            period = cycle.near(base, 1)
    else:
        finest = base.to(G.MONTH) if cycle.kind == "month" else base
        back = NARRATIVE_BACK[cycle.kind] if discourse.narrative or not discourse.today else BACKSTORY_BACK
        if base.granularity == G.SEASON and cycle.kind in ("day", "month"):
            back = min(back, SEASON_BACK)  # "started the next spring and stopped in October"
        if discourse.narrative and discourse.relation == "until":
            back = UNTIL_BACK  # "came in April and stayed until Christmas"
        before = discourse.narrative and discourse.looks_back(discourse.start, discourse.relation)
        earlier = cycle.past(finest) if before else None
        period = earlier or _beside_told(discourse, cycle, finest) or cycle.forward(finest, back * 86400)
        period = _within_opening(discourse, cycle, told, period) or period
    if period is None or _is_told_past_but_ahead(discourse, period):
        return None
    other = _other_side(cycle, base, period, later=unknown) if cycle.kind != "weekday" else None
    return of_period(period, relative=True, why=f"carried on from {told.name}", anchor=discourse.anchor(told),
                     confidence=UNDATED if unknown else 0.85,
                     alternatives=(other,) if other is not None and other != period else ())


def _is_told_past_but_ahead(discourse: Discourse, period: Period) -> bool:
    """Whether a tale that tells of the past would come to a time after the day it was written on: for a log that is
    the document's date, not far behind that of the entry ("was arrested. He was released on Wednesday")."""
    today, written = discourse.today, discourse.written
    if not discourse.narrative or today is None or discourse.tense != "past":
        return False
    if written is not None and 0 < written.start - today.start <= LOG * 86400:
        today = written.to(G.DAY)
    return period.start >= today.end


LOG = 30
"""How many days after its entries a log is published at most."""


SEASON_BACK = 120
"""How many days a day or month may lie before the beginning of the season told last."""

UNTIL_BACK = 45
"""How many days before the last date told something may end that went on until then."""


WEEK_LONG = 7

GREGORIAN, LAST_OLD = 1583, 1752
"""The first whole year of the Gregorian calendar, and the one in which Britain took it up."""


def _weekday_after(cycle: Cycle, day: Period) -> Period | None:
    """The first weekday from a day on. Before the Gregorian calendar it is counted by the Julian one, in which the day
    was written down; ``None`` while both were in use."""
    year = day.ymd[0]
    if GREGORIAN <= year <= LAST_OLD:
        return None
    behind = julian_behind(year) if year < GREGORIAN else 0
    return Cycle("weekday", (cycle.number - 1 - behind) % 7 + 1).forward(day, 0)


OPENING = 4000
"""How long, in characters, an opening paragraph can go on behind its first date."""


def _end_of_opening(discourse: Discourse) -> int:
    """Where the paragraph of the first date told ends; -1 where that is far behind."""
    first = discourse.told[0].start
    return discourse.text.find("\n", first, first + OPENING)


def begins_again(discourse: Discourse, told: Told) -> Told | None:
    """The first date of the opening paragraph, where that sums up the whole ("It began in September 1914 and ended in
    November 1918.") and no date is told since: the story then begins again."""
    opening = _end_of_opening(discourse)
    if not 0 < opening < discourse.start or told.end > opening:
        return None
    summed = [one for one in discourse.told
              if one.end <= opening and not one.aside and one.period.granularity <= G.YEAR]
    first = min(summed, key=lambda one: one.period.start, default=told)
    within = [one for one in summed if one.period.granularity < G.YEAR and first.period.contains(one.period)]
    first = min(within, key=lambda one: one.period.start, default=first)
    return first if told.period.start - first.period.start > SUMMED_UP * 86400 else None


def _within_opening(discourse: Discourse, cycle: Cycle, told: Told, period: Period | None) -> Period | None:
    """The one a year on or back that lies within the time the opening paragraph tells of, where the first date of a
    later paragraph would else lie outside of it."""
    opening = _end_of_opening(discourse)
    if not discourse.narrative or period is None or not 0 < opening < discourse.start or "\n" not in discourse.text[
            told.end:discourse.start]:
        return None
    summed = [one.period for one in discourse.told
              if one.end <= opening and not one.aside and one.period.granularity <= G.SEASON]
    if len(summed) < 2:
        return None
    first, last = min(one.start for one in summed), max(one.end for one in summed)
    near = first - PRELUDE * 86400 <= period.start < last
    if last - first > LONGEST * 86400 or near or told.period.start >= last:
        return None
    beside = (cycle.near(period, step) for step in (1, -1))
    return next((one for one in beside if one is not None and first <= one.start < last), None)


LONGEST, PRELUDE = 3 * 366, 120
"""How many days the time lasts at most that an opening paragraph tells of, and its prelude."""

SUMMED_UP = 120
"""How many days lie at least between the first and the last date of a paragraph that sums up what follows."""


UNDATED = 0.6
"""How sure a date of no year is that goes on from one told before, where the text may have come to its own time."""


BESIDE = 10 * 86400
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


def _other_side(cycle: Cycle, base: Period, period: Period, *, later: bool) -> Period | None:
    """The nearest one on the other side of ``base``; the next one where that is ``later``."""
    if later and base.granularity >= G.YEAR:
        return cycle.near(base, 1)
    before = [other for other in cycle.choices(base) if other.start < base.start]
    after = [other for other in cycle.choices(base) if other.start >= base.start]
    found = before[-1:] if period.start >= base.start else after[:1]
    return found[0] if found else None


HALF_MONTH = 15
"""How many days before the date told last a day of the month lies at most: else it is one of the next month."""

OWN_DATE = 45
"""How many days from the document's date a narrative that has come back to it may tell of."""


def _back_at_own_date(discourse: Discourse, cycle: Cycle, told: Told) -> bool:
    """Whether a narrative has come back to the document's own time: an obituary tells a life, then the death last week.

    That is so where "last Friday" or the like stands near, for a weekday after a date too coarse to lead to one, and
    for what "will" be.
    """
    assert discourse.today is not None
    if discourse.own is not None:
        return False
    if discourse.comes:
        return told.period.start < discourse.today.start
    if cycle.kind == "weekday":
        return told.period.granularity > G.WEEK and bool(discourse.deictic)
    past = cycle.past(discourse.today)
    return (cycle.kind == "day" and past is not None and discourse.today.start - past.start < OWN_DATE * 86400
            and told.period.end < past.start and discourse.near_deictic)

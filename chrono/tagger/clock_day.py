"""Which day a time of day belongs to, and which half of it: the day told just before, the night that goes on, the
document's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from ..calendar import Granularity as G
from ..calendar import Period, timex
from .discourse import Discourse, Told
from .reading import Reading, of_period
from .tense import sentence_start
from .tree import Tree
from .vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day. Hour 24 is the midnight that ends the day."""

    hour: int
    minute: int = 0
    second: int | None = None
    zone: str = ""

    @property
    def text(self) -> str:
        return f"T{self.hour:02d}:{self.minute:02d}" + (f":{self.second:02d}" if self.second is not None else "")


def same_half(discourse: Discourse, clock: Tree, time: TimeOfDay) -> TimeOfDay:
    """A time without its half of the day goes on in that of a time told just before ("at 9:52 p.m. … at 10:20")."""
    told = discourse.last(coarsest=G.DAY, reach=CLOCK_REACH)
    if (clock.op != "Clock" or clock.args[3] is not None or not 0 < time.hour < 12 or told is None or time.zone
            or discourse.text[discourse.start] == "0"):
        return time
    if told.period.granularity == G.PART_OF_DAY:
        hours = hours_of(told) or ()
        return replace(time, hour=time.hour + 12) if time.hour + 12 in hours and time.hour not in hours else time
    if told.period.granularity > G.MINUTE:
        return time
    written = _FIGURES.search(told.text)
    before = told.period.start % 86400 // 60
    later = replace(time, hour=time.hour + 12)
    of_twelve = written is None or int(written.group()) <= 12
    return later if of_twelve and NOON <= before <= later.hour * 60 + later.minute else time


_FIGURES = re.compile(r"\d+")
NOON = 12 * 60


def past_midnight(discourse: Discourse, base: Reading, time: TimeOfDay) -> Reading:
    """The day of a time past midnight: of the end of a stretch that began at a later time of day ("from 6 p.m. until
    about 3 a.m.", "between 11 p.m. and 1 a.m."), and of a morning told right after an evening."""
    told = discourse.last(G.SECOND, G.DAY)
    if (told is None or base.period is None or base.period.granularity != G.DAY
            or told.period.granularity not in (G.SECOND, G.MINUTE, G.PART_OF_DAY)
            or told.period.to(G.DAY) != base.period
            or told.period.start < base.period.start + time.hour * 3600 + time.minute * 60):
        return base
    stretch = discourse.same_sentence(told) and (discourse.relation == "until" or _ends_between(discourse, told))
    morning = (time.hour < MORNING and told.period.start % 86400 >= EVENING * 3600
               and discourse.start - told.end < CLOCK_REACH and not _looks_back(discourse, discourse.start))
    after = base.period.shift(1)
    if not stretch and (not morning or _is_to_come(discourse, after)):
        return base
    return base.but(period=after, why=f"the day after {told.name}")


EVENING, MORNING = 18, 10
"""A time before ``MORNING`` told right after one from ``EVENING`` on is of the next day."""

SMALL_HOURS = 6
"""A time before this one within a night is of the day after that on which the night begins."""


def _looks_back(discourse: Discourse, position: int) -> bool:
    """Whether the clause around ``position`` tells what had happened before what the text tells."""
    begin = max(sentence_start(discourse.text, position), discourse.text.rfind(", ", 0, position))
    return vocabulary().patterns.had_before.search(discourse.text, begin, position) is not None


def _ends_between(discourse: Discourse, told: Told) -> bool:
    """Whether "between", ``told`` and "and" lead to the expression that is being resolved."""
    gap, before = discourse.text[told.end:discourse.start], discourse.text[max(0, told.start - 14):told.start]
    patterns = vocabulary().patterns
    return bool(len(gap) <= NEXT_TO and patterns.joined.match(gap) and patterns.before_first.search(before))


HOURS = {"MO": range(4, 12), "AF": range(12, 18), "EV": range(17, 24), "NI": range(18, 30)}
"""The hours of a part of day, counted from the day's beginning."""


def inpart_told(discourse: Discourse, time: TimeOfDay) -> Reading | None:
    """The day of the part of day told last, where the time falls in it and no day is told in between in the same
    sentence ("stabbed on Saturday night … called at 11.20pm")."""
    last = discourse.last(coarsest=G.DAY, reach=PART_REACH)
    told = part_told(discourse)
    if discourse.narrative or told is None or last is None or discourse.same_sentence(last):
        return None
    if last is told and discourse.start - told.end < CLOCK_REACH:
        return None
    if discourse.today is not None and told.period.end <= discourse.today.start and discourse.verb_tense == "future":
        return None
    hours = hours_of(told)
    if hours is None or not {time.hour, time.hour + 24} & set(hours):
        return None
    day = told.period.to(G.DAY).shift(0 if time.hour in hours else 1)
    if _is_to_come(discourse, day):
        return None
    return of_period(day, relative=True, anchor=discourse.anchor(told), confidence=0.7, why=f"within {told.name}")


def _is_to_come(discourse: Discourse, day: Period) -> bool:
    """Whether a day lies after the document's, and what is being read tells of the past."""
    return discourse.today is not None and day.start >= discourse.today.end and discourse.verb_tense == "past"


def part_told(discourse: Discourse) -> Told | None:
    """The part of a day told last, when it is near enough to be remembered."""
    for told in reversed(discourse.told):
        if discourse.start - told.end > PART_REACH:
            break
        if hours_of(told) is not None:
            return told
    return None


def hours_of(told: Told) -> range | None:
    """The hours of the part of a day that has been told: "Saturday night", "late Sunday"."""
    if told.period.granularity == G.DAY:
        return _HOURS_OF_MOD.get(told.mod or "")
    return HOURS.get(told.value[-2:]) if told.period.granularity == G.PART_OF_DAY else None


_HOURS_OF_MOD = {"START": range(10), "END": HOURS["NI"]}
PART_REACH = 600
"""How far back, in characters, a part of day is remembered."""


NEXT_TO = 12
"""How many characters may lie between the two ends of a range."""


CLOCK_REACH = 250
"""How far back, in characters, a day told in news is still the one a bare time of day belongs to."""


def day_discussed(discourse: Discourse, pointing: bool = False) -> Reading:
    """The day that a bare time of day belongs to: one told in the same sentence, in a narrative the last, else the
    document's. With ``pointing`` the words themselves point back ("that night")."""
    if discourse.own is not None and discourse.today is not None and discourse.text[discourse.start - 1] == "\n":
        return of_period(discourse.today, relative=True, anchor=discourse.own, confidence=0.9)
    today, told = discourse.today, _day_told(discourse, pointing)
    if told and discourse.narrative and today and told.period.end <= today.start and discourse.comes:
        return of_period(today, relative=True, anchor=discourse.dateline, confidence=0.7,
                         why="the document's date, of what is to come")
    month = discourse.last(G.MONTH, G.MONTH, reach=CLOCK_REACH)
    if discourse.narrative and told and month and month.start > told.start and discourse.same_sentence(month):
        told = None  # "The last stone was laid that October, at eleven o'clock"
    near = told is not None and (discourse.start - told.end < CLOCK_REACH or discourse.same_sentence(told))
    if told and (near or discourse.narrative or discourse.recounts):
        return of_period(told.period.to(G.DAY), relative=True, anchor=discourse.anchor(told), confidence=0.8,
                         why=f"the day of {told.name}")
    if discourse.narrative and (month := discourse.last(G.MONTH, G.MONTH, reach=2000)):
        return Reading("DATE", timex.write(month.period) + "-XX", None, relative=True)
    if discourse.today is None or discourse.narrative:
        return Reading("DATE", "XXXX-XX-XX", None, relative=True)
    eve = None if pointing else _eve(discourse)
    if eve is not None:
        return of_period(eve.period.to(G.DAY), relative=True, anchor=discourse.anchor(eve), confidence=0.6,
                         why=f"the day of {eve.name}, of which the story tells")
    return of_period(discourse.today, relative=True, anchor=discourse.dateline, confidence=0.8,
                     why="the document's date")


def _day_told(discourse: Discourse, pointing: bool) -> Told | None:
    """The day told last that a bare time of day can belong to."""
    told = discourse.last(coarsest=G.DAY, reach=2000, asides=not discourse.narrative)
    if told is None or _is_to_come(discourse, told.period):
        return None
    if discourse.narrative:
        return told
    if discourse.today is not None and _gone_on(discourse, told):
        return None
    if discourse.today is not None and not pointing and discourse.comes:
        return _told_ahead(discourse, discourse.today)
    if discourse.recounts:
        return told
    if _owns(discourse, told) and not discourse.same_sentence(told):
        return None
    same = discourse.same_sentence(told)
    if not same and told.period.granularity != G.PART_OF_DAY and _looks_back(discourse, told.start):
        near = takewhile(lambda other: discourse.start - other.end < CLOCK_REACH, reversed(discourse.told))
        told = next((other for other in near if other.period.granularity <= G.DAY
                     and not _looks_back(discourse, other.start)), None)
    if told is None or pointing:
        return told
    if not same and _story_moved(discourse, told):
        return None
    set_off = told.period.granularity == G.DAY and same and discourse.is_set_off(told.start, told.end)
    return None if set_off or _of_old(discourse, told) else told  # "The divers, rescued on Sept. 3, left at noon"


def _owns(discourse: Discourse, told: Told) -> bool:
    """Whether a day only says whose something is ("gave back the previous day's gains")."""
    return discourse.text[told.end:told.end + 2] in ("'s", "’s")


def _told_ahead(discourse: Discourse, today: Period) -> Told | None:
    """The day told last that has not passed: what is to come is not of a day before ("polled on Tuesday … is due at
    9 a.m.")."""
    near = takewhile(lambda told: discourse.start - told.end < PART_REACH, reversed(discourse.told))
    return next((told for told in near if told.period.granularity <= G.DAY and told.period.end > today.start), None)


LEAD = 400
"""In how many characters a story names the day of its news."""


def _eve(discourse: Discourse) -> Told | None:
    """The day before the document's, where the lead of the story names it, and its own has not been told since: a
    time of day told as past is of it."""
    today = discourse.today
    lead = takewhile(lambda told: told.end <= LEAD, discourse.told)
    first = next((told for told in lead if told.period.granularity <= G.DAY and not _owns(discourse, told)), None)
    if first is None or today is None or first.period.to(G.DAY) != today.shift(-1) or discourse.verb_tense != "past":
        return None
    latest = discourse.last(coarsest=G.DAY, reach=STORY)
    return None if latest is not None and latest.period.to(G.DAY) == today else first


STORY = 3000
"""How far back, in characters, the day of a story can be told anew."""


def _story_moved(discourse: Discourse, told: Told) -> bool:
    """Whether the story has told of another time since, less exactly, and begun a new paragraph ("took part on Friday …
    was hired last winter.\n\n… at 9:30")."""
    latest = discourse.last(coarsest=G.CENTURY)
    return (latest is not None and latest.start > told.start and not latest.period.contains(told.period)
            and "\n" in discourse.text[latest.end:discourse.start])


NEWS_DAYS = 3
"""How many days before the document's a day lies that news of another paragraph still tells of."""


def _of_old(discourse: Discourse, told: Told) -> bool:
    """Whether a day told in a paragraph before lies too far back for the news of this one."""
    if discourse.today is None:
        return False
    days = (discourse.today.start - told.period.start) // 86400
    return days > NEWS_DAYS and "\n" in discourse.text[told.end:discourse.start]


LONG_AGO = 300
"""How many days before the document's date a day in news lies that another date told since leaves behind."""


def _gone_on(discourse: Discourse, told: Told) -> bool:
    """Whether news has left a day of an earlier year behind ("hit on Boxing Day 2015 and again in 2012")."""
    assert discourse.today is not None
    latest = discourse.last(coarsest=G.CENTURY)
    return (latest is not None and latest is not told and not latest.period.contains(told.period)
            and discourse.today.start - told.period.start > LONG_AGO * 86400)


UNKNOWN_DAY = re.compile(r"(?:BC)?[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-[\dX])")
"""The value of a day of which not everything is known."""

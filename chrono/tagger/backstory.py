"""The backstory of news: whether a date of an earlier year, told just before, leads to the one being read."""

from __future__ import annotations

from ..calendar import Granularity as G
from .cycles import Cycle
from .discourse import Discourse, Told
from .reading import Reading, of_period
from .segments import opens_line
from .tense import last_cue, sentence_start, tells_who_says
from .vocabulary import vocabulary

BACKSTORY_BACK = 45
"""How many days a yearless name may lie before the date a backstory told last."""

BACKSTORY_REACH = 160
"""How far back in the same paragraph, in characters, the date it goes on from may stand."""

BACKSTORY = 400
"""How many days before the document's date a backstory's date lies at least."""

MARKS = "-–—•*·"
"""What may stand before the date that heads a line of a list."""

_OPENS = vocabulary().patterns.opens
_SUBJECT_CLAUSE, _INTRODUCED = vocabulary().patterns.subject_clause, vocabulary().patterns.introduced
_CLAUSE_OVER = vocabulary().patterns.clause_over
_NEW_CLAUSE = vocabulary().patterns.new_clause
_LISTED = vocabulary().patterns.listed
"""Between two dates of one list: "one on 1 January and one on 17 August"."""


def _in_other_sentence(discourse: Discourse, told: Told) -> bool:
    """Whether a full stop ends the sentence that ``told`` stands in; a semicolon does not."""
    begin = sentence_start(discourse.text, discourse.start)
    return told.start < begin and discourse.text[begin - 1] != ";"


def in_backstory(discourse: Discourse, cycle: Cycle, told: Told) -> bool:
    """Whether news tells a backstory: a day or month of an earlier year told just before leads to this one, and so
    does an earlier year in the same sentence ("two were killed in 2022, one on 17 August")."""
    assert discourse.today is not None
    if cycle.kind == "month-day":  # "arrived on 3 October and left on the 10th"
        return (told.period.granularity in (G.DAY, G.MONTH) and discourse.start - told.end < BACKSTORY_REACH
                and (told.period.granularity == G.MONTH or any(sign.isdigit() for sign in told.text)))
    if cycle.kind in ("day", "month") and opens_line(discourse.text, told.start, MARKS) and opens_line(
            discourse.text, discourse.start, MARKS):  # the dates of a list of events
        return told.period.granularity <= G.MONTH
    if cycle.kind == "weekday":
        return discourse.recounts and not tells_who_says(
            discourse.text, discourse.start, discourse.end, discourse.language)
    if cycle.kind not in ("day", "month", "holiday", "season") or told.period.ymd[0] >= discourse.today.ymd[0]:
        return False
    if (cycle.kind == "day" and not told.relative and told.period.granularity == G.DAY
            and _LISTED.fullmatch(discourse.text, told.end, discourse.start)):
        return True  # "on 14 November 2014, and on 2 December"
    if discourse.today.start - told.period.start <= BACKSTORY * 86400:
        return False
    patterns = vocabulary().patterns
    if patterns.dated.search(discourse.text, max(0, discourse.start - 12), discourse.start):
        return False
    if patterns.goes_on_now.match(discourse.text, discourse.end):  # "its moon in October and is to land in May"
        return False
    if discourse.told[-1].period.ymd[0] >= discourse.today.ymd[0]:  # "June 2015 … its 2018 guidance on Nov. 8"
        return False
    if discourse.text[max(0, told.start - 4):told.start].lower() == "the ":  # "the August 1988 cease-fire"
        return False
    if discourse.only_compares(told):  # "its lowest since June 2009. … rose in May"
        return False
    if discourse.same_sentence(told) and discourse.is_set_off(told.start, told.end):
        return False  # "the lease, signed in March 2001, lapsed June 30"
    between = last_cue(discourse.text, told.end, discourse.start, discourse.language)
    if told.period.granularity > G.MONTH:
        if told.aside or not discourse.same_sentence(told) or discourse.tense != "past":
            return False
        if between is None:
            return not _NEW_CLAUSE.search(discourse.text, told.end, discourse.start)
        begin = told.end + _subject_told(discourse, told)
        return _opens(discourse, told) and not _CLAUSE_OVER.search(discourse.text, begin, discourse.start)
    if cycle.kind == "month" and _in_other_sentence(discourse, told) and not discourse.opens_sentence_with:
        return False  # "took office in May 2011. … survived a vote in February"
    return (discourse.start - told.end < BACKSTORY_REACH and "\n" not in discourse.text[told.end:discourse.start]
            and (between == "past" or (cycle.kind in ("holiday", "season") and between is None
                                       and discourse.tense == "past" and discourse.opens_sentence_with)
                 or _LISTED.fullmatch(discourse.text, told.end, discourse.start) is not None))


def recounted(discourse: Discourse, cycle: Cycle, told: Told) -> Reading | None:
    """The weekday of a week that news recounts: the next one from the day told last, the one before it where the
    sentence looks back."""
    last = discourse.last(coarsest=G.DAY) or told
    ahead = vocabulary().patterns.to_come_then.search(discourse.text, max(0, discourse.start - 12), discourse.start)
    back = discourse.relation == "since" or (
        not ahead and discourse.looks_back(discourse.start, discourse.relation))
    day = last.period.to(G.DAY)
    period = cycle.past(day) if back else cycle.forward(day, 0)
    if period is None:
        return None
    return of_period(period, relative=True, why=f"carried on from {last.name}", anchor=discourse.anchor(last),
                     confidence=0.75)


def _opens(discourse: Discourse, told: Told) -> bool:
    """Whether a date opens the sentence that is being read ("In 1666 …"), alone or behind the happening of which the
    sentence tells ("A strike in 1992 lasted from May")."""
    before = discourse.text[sentence_start(discourse.text, discourse.start):told.start].lstrip()
    return _OPENS.fullmatch(before) is not None or (
        _INTRODUCED.fullmatch(before) is not None and last_cue(before, 0, len(before), discourse.language) is None)


def _subject_told(discourse: Discourse, told: Told) -> int:
    """How many characters behind a date take the subject of its sentence and the word that opens a clause telling more
    of it ("In 1992, a strike that started in May"); 0 without one."""
    subject = _SUBJECT_CLAUSE.match(discourse.text, told.end, discourse.start)
    if subject is None or last_cue(discourse.text, told.end, subject.end(), discourse.language) is not None:
        return 0
    return subject.end() - told.end

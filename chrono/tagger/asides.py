"""What a text tells in passing: dates that its story does not go on from."""

from __future__ import annotations

from ..calendar import Granularity as G
from . import tense
from .discourse import Discourse
from .evidence import is_of_now
from .reading import Reading
from .recognise import Found
from .vocabulary import vocabulary


def as_told(discourse: Discourse, reading: Reading, found: Found) -> Reading | None:
    """What the discourse remembers of a date just resolved: an aside where the text tells it only in passing, ``None``
    where it is no date of its own.

    In a narrative, what is counted from the document's date ("today") is no part of the story, and a bare year
    goes on with it only after a word that tells when ("in 1976", not "the 1976 season", "since 1955").
    """
    op = found.tree.op
    if reading.period is None or _converts(discourse, reading, found.start):
        return None
    if discourse.narrative and is_of_now(found.tree):
        return None
    if op == "Holiday" and _names_kind(discourse.text, found):
        return None
    opens = discourse.narrative and not discourse.told  # "The Wexcombe flood of 1783 …"
    aside = op in ("BareYear", "EarlyYear") and not opens and not _moves_on(discourse, found)
    if aside or (discourse.narrative and (
            _is_of_before(discourse, reading, found) or _is_set_off(discourse, reading, found))):
        return reading.but(aside=True)
    return reading


def _converts(discourse: Discourse, reading: Reading, start: int) -> bool:
    """Whether a time of day in brackets only tells the one before it again for another zone."""
    return (reading.type == "TIME" and bool(discourse.told) and discourse.told[-1].period.granularity <= G.MINUTE
            and discourse.text[discourse.told[-1].end:start] in (" (", " ["))


def _names_kind(text: str, found: Found) -> bool:
    """Whether a holiday only says what kind a thing is ("a Christmas market")."""
    patterns = vocabulary().patterns
    return (patterns.kind_before.search(text, max(0, found.start - 8), found.start) is not None
            and patterns.kind_after.match(text, found.end) is not None)


def _moves_on(discourse: Discourse, found: Found) -> bool:
    """Whether a bare year goes on with the narrative: a heading, or a time at which something did happen."""
    if found.start == 0 or discourse.text[found.start - 1] == "\n":
        return True
    if found.relation == "by":  # "By 1809 most of the north was held."
        return tense.cue(discourse.text, found.start, found.end, discourse.language)[0] == "past"
    return found.relation in ("on", "during", "after", "before", "about") and discourse.tense != "future"


def _is_of_before(discourse: Discourse, reading: Reading, found: Found) -> bool:
    """Whether a year is told in passing of what had happened before ("One had been founded in 1904", "the railway,
    begun in 1909"): a year before the story's that does not open its sentence."""
    told = discourse.last(coarsest=G.YEAR, asides=False)
    if told is None or reading.period is None or reading.period.end > told.period.start:
        return False
    if reading.period.granularity < G.YEAR:  # "who had been arrested in January"
        return reading.relative and (found.relation == "since" or discourse.looks_back(found.start, found.relation))
    recalled = not discourse.opens_sentence_with and told.period.ymd[0] - reading.period.ymd[0] < RECALLED
    return recalled or discourse.looks_back(found.start, found.relation)


RECALLED = 100
"""How many years before the story's a year lies that is told in passing; one much older begins another story."""


def _is_set_off(discourse: Discourse, reading: Reading, found: Found) -> bool:
    """Whether commas set off what is told in passing of a day before the story's ("photographs, taken on 9 January
    1813, show"), or of a year long after it ("a diary, found in 1907, says")."""
    told = discourse.last(coarsest=G.YEAR, asides=False)
    if told is None or reading.period is None:
        return False
    if found.tree.op == "BareYear" and reading.period.start > told.period.start and vocabulary(
            ).patterns.made_then.search(discourse.text, max(0, found.start - MADE_REACH), found.start):
        return True  # "a cairn discovered in 1859"
    if not discourse.is_set_off(found.start, found.end):
        return False
    if reading.period.start > told.period.start and tense.says(
            discourse.text[max(0, found.start - MADE_REACH):found.start].rpartition(",")[2], discourse.language):
        return True  # "he rued it, he said in 1902, bitterly"
    long_after = (reading.period.granularity == G.YEAR
                  and reading.period.ymd[0] - told.period.ymd[0] > LONG_AFTER)
    before = (reading.period.granularity <= G.DAY and not reading.relative
              and reading.period.end <= told.period.start)
    return long_after or before


MADE_REACH = 48
"""How far before a year, in characters, what was made then may begin to be named."""

LONG_AFTER = 50
"""How many years after the story's a year lies at least that is told in passing."""

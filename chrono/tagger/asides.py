"""What a text tells in passing: dates that its story does not go on from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..calendar import Granularity as G
from . import tense
from .reading import Reading
from .recognise import Found
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from .discourse import Discourse


def is_in_passing(discourse: Discourse, reading: Reading, found: Found) -> bool:
    """Whether a narrative tells a date only in passing: of what had happened before, or was found, said or made at
    another time."""
    return _is_of_before(discourse, reading, found) or _is_set_off(discourse, reading, found)


def names_kind(text: str, found: Found) -> bool:
    """Whether a holiday only says what kind a thing is ("a Christmas market")."""
    patterns = vocabulary().patterns
    return (patterns.kind_before.search(text, max(0, found.start - 8), found.start) is not None
            and patterns.kind_after.match(text, found.end) is not None)


def _is_of_before(discourse: Discourse, reading: Reading, found: Found) -> bool:
    """Whether a year is told in passing of what had happened before ("One had been founded in 1904", "the railway,
    begun in 1909"): a year before the story's that does not open its sentence."""
    told = discourse.last(coarsest=G.YEAR, asides=False)
    if told is None or reading.period is None or reading.period.end > told.period.start:
        return False
    if reading.period.granularity < G.YEAR:  # "who had been arrested in January"
        return reading.relative and discourse.looks_back(found.start, found.relation)
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
        return True  # "he regretted it, he said in 1902, daily"
    long_after = (reading.period.granularity == G.YEAR
                  and reading.period.ymd[0] - told.period.ymd[0] > LONG_AFTER)
    before = (reading.period.granularity <= G.DAY and not reading.relative
              and reading.period.end <= told.period.start)
    return long_after or before


MADE_REACH = 48
"""How far before a year, in characters, what was made then may begin to be named."""

LONG_AFTER = 50
"""How many years after the story's a year lies at least that is told in passing."""

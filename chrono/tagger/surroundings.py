"""What the words around an expression tell: of play or of business, and which date a happening named again had."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from functools import lru_cache
from operator import itemgetter

from ..calendar import Granularity as G
from . import tense
from .discourse import Discourse, Told
from .vocabulary import vocabulary

AROUND = 220
"""How far to both sides, in characters of its paragraph, the words that tell what a half or quarter is of are looked
for."""


@lru_cache(maxsize=4)
def _any_of(words: Collection[str]) -> re.Pattern[str]:
    """A whole word or phrase, the longest; looked for by the first letters, so that most of a text is passed over."""
    ordered = sorted(words, key=lambda word: (word[0], -len(word)))
    branches = [rf"{re.escape(first)}(?<!\w.)(?:{'|'.join(re.escape(word[1:]) for word in begun)})"
                for first, begun in itertools.groupby(ordered, itemgetter(0))]
    return re.compile(rf"(?:{'|'.join(branches)})\b")


def _paragraph(discourse: Discourse) -> str:
    """The text around the expression being resolved, in small letters, in which words are found far sooner than with
    an expression that ignores case."""
    before = discourse.text[max(0, discourse.start - AROUND):discourse.start].rpartition("\n\n")[2]
    return (before + discourse.text[discourse.end:discourse.end + AROUND].partition("\n\n")[0]).lower()


def tells_of_play(discourse: Discourse) -> bool:
    """Whether more words around the expression being resolved are of games than of business."""
    around = _paragraph(discourse)
    played = len(_any_of(vocabulary().play).findall(around)) + 2 * len(vocabulary().patterns.score.findall(around))
    return played > 0 and played > len(_any_of(vocabulary().business).findall(around))


def tells_of_business(discourse: Discourse) -> bool:
    """Whether words of business stand around the expression being resolved, and none of games."""
    around = _paragraph(discourse)
    return bool(_any_of(vocabulary().business).search(around)) and not _any_of(vocabulary().play).search(around)


_NAMED_AGAIN = re.compile(r"\s+(?:before|after)\s+(?:the|that)\s+(?:[a-z]+\s+)?([a-z]{4,})\b")
NAMED_REACH, NAMED_DAYS = 2500, 20
"""How far back, in characters and in days told, a happening and its day are looked for."""

HAPPENED = 60
"""How far behind a happening, in characters, its date may stand."""


def day_of_happening(discourse: Discourse) -> Told | None:
    """The one day told of the happening that "before the …" behind the expression being resolved names again: where it
    was the subject of a sentence that tells when ("The flood struck on 12 May"), or named with its day ("the flood of
    12 May", "the 12 May flood")."""
    again = _NAMED_AGAIN.match(discourse.text, discourse.end)
    if again is None:
        return None
    since = max(0, discourse.start - NAMED_REACH)
    days = [told for told in discourse.told[-NAMED_DAYS:] if told.period.granularity <= G.DAY and told.start >= since]
    found: dict[str, Told] = {}
    named = re.compile(rf"\b{again.group(1)}\b", re.IGNORECASE)
    for mention in named.finditer(discourse.text, since, discourse.start):
        for told in days:
            if _is_dated(discourse.text, mention.start(), mention.end(), told):
                found.setdefault(told.value, told)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_dated(text: str, start: int, end: int, told: Told) -> bool:
    """Whether a noun stands with the day: right behind it, before "of" and the day, or as the subject before it."""
    if 0 <= start - told.end <= 4:
        return not text[told.end:start].strip(" '’s")
    if not 0 < told.start - end <= HAPPENED:
        return False
    between = text[end:told.start]
    if between.strip() == "of":
        return True
    words = between.lower().split()
    opening = text[tense.sentence_start(text, start):start].lower().split()
    return (bool(words) and words[0] in vocabulary().happens and not set(between) & set(".,;:—")
            and len(opening) <= 4 and opening[:1] in (["the"], ["a"], ["an"]))

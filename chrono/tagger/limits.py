"""What "by", "until" and "through" lead to: a day up to which something was so, or one that is still to come."""

from __future__ import annotations

import itertools
import re

from .cues import Cues, cue_at, cues_of
from .tense import REACH, WORD, sentence_start


def is_given(text: str, start: int, language: str = "en") -> bool:
    """Whether giving or a present perfect leads to "until" ("have been given until Sunday"), or what sets an end does
    ("was posted through Friday"): that is a day to come."""
    cues, words = cues_of(language), WORD.findall(text[sentence_start(text, start):start].lower())
    return not cues.present.isdisjoint(words[-GIVEN:]) or not cues.lasts_on.isdisjoint(words[-LASTS:])


LASTS = 3
"""How many words before an expression what it is the end of is set."""

GIVEN = 5
"""How many words before an expression "have" is looked for."""


def had_come_about(text: str, end: int, language: str = "en") -> bool:
    """Whether the clause that an expression opens tells what had come about or was going on by then ("By Monday
    morning the water had reached the roofs")."""
    cues = cues_of(language)
    clause = _CLAUSE_END.split(text[end:end + REACH].lstrip(" ,"), maxsplit=1)[0].lower()
    told: list[str] = WORD.findall(clause)[:OPENED]
    words = list(itertools.takewhile(lambda word: word not in cues.conditions, told))
    for word, following in itertools.pairwise(words):
        if word in cues.come_about:
            return following != "to"
        if word in cues.able and following in cues.denials:
            return True  # "by March the college could not pay"
        if word in cues.going_on:
            return following.endswith("ing")
    return False


def was_so(text: str, start: int, language: str = "en") -> bool:
    """Whether a state of the past leads to "until" ("the shop was open until Saturday", "police were at the scene
    until …"): no participle or plan ("was extended until", "was due to run until"), which may look ahead."""
    cues = cues_of(language)
    clause = re.split(r"[.;:,!?\n]", text[max(0, start - REACH):start])[-1].lower()
    words: list[str] = WORD.findall(clause)
    if _had_been(words, cues):
        return True
    place = max((i for i, word in enumerate(words) if word in cues.going_on), default=None)
    if place is None or len(words) - place < 3 or not cues.clauses.isdisjoint(words[place:]):
        return False
    behind = words[place + 1:-1]
    return "to" not in behind and cues.planned.isdisjoint(behind) and cues.planning.isdisjoint(behind) and not any(
        word.endswith("ed") or cue_at(words, place + 1 + i, cues) == "past" for i, word in enumerate(behind))


def _had_been(words: list[str], cues: Cues) -> bool:
    """Whether a past perfect passive leads to "until" ("had been held up until Tuesday"), and sets no end itself."""
    place = next((i for i, pair in enumerate(itertools.pairwise(words))
                  if pair[0] in cues.come_about and pair[1] == "been"), None)
    if place is None:
        return False
    behind = words[place + 2:]
    return all(ahead.isdisjoint(behind) for ahead in (cues.lasts_on, cues.planned, cues.left_open))


def not_until(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether the text tells of what came only then, inverted ("not until 18 April did they win") or not ("the work did
    not begin until April")."""
    cues = cues_of(language)
    before: list[str] = WORD.findall(text[sentence_start(text, start):start].lower())
    if _only_then(before[:-1], cues):
        return True
    after = WORD.findall(text[end:end + REACH].lower())[:1]
    return len(before) > 1 and before[-2] in cues.denials and bool(after) and (
        after[0] in cues.going_on or after[0] in cues.come_about or after[0] in cues.did)


def _only_then(words: list[str], cues: Cues) -> bool:
    """Whether the last clause of ``words`` denies that something of the past came before ("it did not begin"), no
    plan."""
    place = max((i for i, word in enumerate(words) if word in cues.denials), default=0)
    helpers = cues.going_on | cues.come_about | cues.did
    behind = words[place + 1:]
    if not 0 < place < len(words) - 1 or len(behind) > DENIED or words[place - 1] not in helpers:
        return False
    return "to" not in behind and all(
        others.isdisjoint(behind) for others in (cues.clauses, cues.planned, cues.planning, cues.lasts_on))


DENIED = 6
"""How many words that a denial begins can lead to "until"."""


_CLAUSE_END = re.compile(r"[.;:!?\n]|,(?!\d)")


OPENED = 10
"""How many words behind an expression that opens its clause are looked at."""

"""The words that tell past or future: the table of a language, and what one word of a sentence tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .lexicon import load_table


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language: word → tense, and the words that change what stands next to them."""

    tenses: dict[str, str]
    before_to: frozenset[str]
    not_past_after: frozenset[str]
    looks_ahead: dict[str, frozenset[str]]
    is_on: frozenset[str]
    leads: frozenset[str]
    sure: frozenset[str]
    plain: frozenset[str]
    leads_past: frozenset[str]
    perfect: frozenset[str]
    lengths: frozenset[str]
    up_to: frozenset[str]
    clauses: frozenset[str]
    not_past: frozenset[str]
    says: frozenset[str]
    since: frozenset[str]
    come_about: frozenset[str]
    going_on: frozenset[str]
    planned: frozenset[str]
    planning: frozenset[str]
    able: frozenset[str]
    denials: frozenset[str]
    relative: frozenset[str]
    lasts_on: frozenset[str]
    left_open: frozenset[str]
    did: frozenset[str]
    seemed: frozenset[str]
    never: frozenset[str]
    pairs: frozenset[str]
    urges: frozenset[str]
    starts: frozenset[str]
    present: frozenset[str]
    only_after: dict[str, frozenset[str]]
    only_before: dict[str, frozenset[str]]
    no_verb_after: frozenset[str]
    bare: frozenset[str]
    objects: frozenset[str]
    things: frozenset[str]
    called_off: frozenset[str]
    seeming: frozenset[str]
    articles: frozenset[str]
    leads_ahead: frozenset[str]
    plans_to: frozenset[str]
    be_doing: frozenset[str]
    calendar_doing: frozenset[str]
    told_then: frozenset[str]
    past_nouns: frozenset[str]
    makes_noun: frozenset[str]
    waits: dict[str, frozenset[str]]
    conditions: frozenset[str]
    opens_ahead: frozenset[str]
    outlived: frozenset[str]
    shortened: frozenset[str]
    determiners: frozenset[str]
    collectives: frozenset[str]
    plan_nouns: frozenset[str]
    given_up: frozenset[str]
    unmarked: frozenset[str]
    singular: frozenset[str]
    telling: frozenset[str]
    """All words that :func:`cue_at` can find to tell something, but for those in -ed."""


_KEYS = {"before_to": "future-before-to", "plain": "plain-past", "pairs": "future-pairs", "bare": "present-tenses",
         "things": "planned-things"}
"""What the language's file calls a list, where that is not its name here."""


@lru_cache(maxsize=8)
def cues_of(language: str) -> Cues:
    """The cues of a language."""
    table = load_table(language, "tense.toml")
    telling = [*table["past"], *table["future"], *table["future-before-to"], *table["planned"], *table["going-on"],
               *(pair.partition(" ")[0] for pair in table["future-pairs"]), *table["starts"], *table["able"]]
    tenses = {word: tense for tense in ("past", "future") for word in table[tense]}
    lists = {name: _frozen(table[_KEYS.get(name, name.replace("_", "-"))])
             for name in Cues.__dataclass_fields__ if name not in ("tenses", "telling")}
    return Cues(tenses, telling=frozenset(telling), **lists)


def _frozen(entry: Any) -> Any:
    """A list of the file as a set, a table of lists as one of sets."""
    return {word: frozenset(words) for word, words in entry.items()} if isinstance(entry, dict) else frozenset(entry)


def cue_at(words: list[str], position: int, cues: Cues) -> str | None:
    """``past`` or ``future`` as the word at ``position`` tells it beside its neighbours, if it tells any."""
    word = words[position]
    if word not in cues.telling and not word.endswith("ed"):
        return None
    if word in cues.before_to and position + 1 < len(words) and words[position + 1] == "to":
        return "future"
    tense = cues.tenses.get(word)
    following = words[position + 1] if position + 1 < len(words) else ""
    if word in cues.planned and following and position and words[position - 1].endswith("ly"):
        return None  # "the hastily planned trip"
    if word in cues.unmarked and position and words[position - 1] in cues.singular:
        return "past"  # "the growth it forecast in July", not "it forecasts"
    if word in cues.plan_nouns and not cues.given_up.isdisjoint(words[max(0, position - GIVEN_UP):position]):
        return None  # "when he set aside his vacation plans"
    if word in cues.going_on and (following in cues.planned or following in cues.planning):
        return "future"  # "were planning to march", "was expected"
    if f"{word} {following}" in cues.pairs and not (position and words[position - 1] in cues.denials | {"to", "did"}):
        return "future"  # "the law comes into force on Thursday"
    if word in cues.starts and position and words[position - 1] == "to" and not cues.urges.isdisjoint(
            words[max(0, position - URGED):position - 1]):
        return "future"  # "agreed to resume talks on Monday"
    if word in cues.be_doing and following in cues.calendar_doing:
        return "future"
    if word in cues.able and _is_denied(words, position, cues):
        return "past"
    if word in cues.only_after and not cues.only_after[word].intersection(words[max(0, position - 1):position]):
        return None
    if word in cues.only_before and not cues.only_before[word].intersection(words[position + 1:position + 2]):
        return None
    if word in cues.bare and (not position or words[position - 1] in cues.no_verb_after):
        return None
    if word in cues.bare and position and cues.tenses.get(words[position - 1]) == "past":
        return None  # "began play on Sunday"
    if word in cues.bare and position > 1 and words[position - 2] in cues.determiners and not (
            words[position - 1].endswith("s") or words[position - 1] in cues.collectives):
        return None  # "his safe return on Sunday"; but "the team play on Sunday"
    if word in cues.past_nouns and position and words[position - 1] in cues.makes_noun:
        return None  # "expect a rate cut by May"
    if word in cues.outlived and (cues.tenses.get(following) == "past" or following.endswith("ed")):
        return "past"  # "the March 15 deadline passed"
    if word in cues.seemed and cues.says.isdisjoint(words[:position]) and any(
            cues.tenses.get(near) == "past" for near in words[max(0, position - SEEMED):position]):
        return None  # "it did not seem likely in the autumn"; but "she said a trip was possible in the autumn"
    if word == "next" and words[position + 1:position + 2] == ["to"]:
        return None
    if word == "last" and position and words[position - 1] == "to":
        return None  # "a walkout to last until Saturday"
    if tense is None and word.endswith("ed") and len(word) > 4 and word not in cues.not_past:
        tense = "past"
    if tense == "past" and position and words[position - 1] in cues.not_past_after:
        published = position > 2 and words[position - 2:position] == ["to", "be"]
        return "future" if published and words[position - 3] not in cues.seeming else None
    return tense


def _is_denied(words: list[str], position: int, cues: Cues) -> bool:
    """Whether a verb of being able tells in the passive what did not come about ("could not be reached")."""
    behind = words[position + 1:position + 4]
    return "be" in behind and not cues.denials.isdisjoint(words[max(0, position - DENIED):position] + behind)


GIVEN_UP = 4
"""How many words before plans the verb that gives them up can stand."""

SEEMED = 3
"""How many words before "likely" a past may stand that it is seen from."""

URGED = 4
"""How many words before the verb what agrees to it can stand ("agreed on Monday to resume talks on Friday")."""

DENIED = 8
"""How many words before "could" what denies it can stand ("neither he nor his four children could be found")."""

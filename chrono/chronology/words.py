"""What a clause is about, as sets of words that can be compared with another clause's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..events.event import Event
from ..wordlists import entries, groups, sequences

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_STOP = re.compile("[,;:.]")


@dataclass(frozen=True, slots=True)
class Profile:
    """An event's predicate families, and the words of its clause without the predicate.

    ``predicate`` is the predicate's stem, ``families`` that and the groups of near-synonyms it belongs to; ``who`` are
    the words of its participants, ``numbers`` the figures it gives. ``named`` and ``named_words`` are the families and
    the words of an event that the clause only names, where the date stands with that noun: "ties soured over the
    deployment of missiles in 2017". ``nominal`` says that the predicate itself is a noun.
    """

    predicate: str
    families: frozenset[str]
    words: frozenset[str]
    who: frozenset[str]
    numbers: frozenset[str]
    named: frozenset[str]
    named_words: frozenset[str]
    nominal: bool


def profile(event: Event) -> Profile:
    """The profile of ``event``."""
    predicate = predicate_stem(event.predicate or event.trigger)
    own = {predicate, predicate_stem(event.trigger), word_stem(event.trigger.lower())}
    words = {word for word in content_words(event.clause) if word not in own and predicate_stem(word) != predicate}
    who = {word for name in event.who for word in content_words(name)}
    places = {word for name in event.where for word in content_words(name)}
    families = frozenset({predicate, predicate_stem(event.trigger)}) | frozenset(_groups().get(predicate, ()))
    numbers = frozenset(word for word in words if word[0].isdigit() or word in groups("chronology", "words")["number"])
    named, named_words = _named(event)
    return Profile(predicate, families, frozenset(words | who | places), frozenset(who), numbers, named, named_words,
                   _is_noun(word_stem(event.predicate.lower())))


def _named(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """The event noun between trigger and expression that nothing but its own words parts from the expression."""
    start, end = event.trigger_end, event.expression.start if event.expression else event.trigger_end
    between = event.sentence[start - event.sentence_start : max(end, start) - event.sentence_start]
    noun = next((match for match in reversed(list(_WORD.finditer(between))) if _is_event_noun(match[0].lower())), None)
    if noun is None or _STOP.search(between, noun.end()):
        return frozenset(), frozenset()
    stem = predicate_stem(noun[0])
    return frozenset({stem}) | _groups()[stem], frozenset(content_words(between[noun.end():]))


def _is_event_noun(word: str) -> bool:
    return predicate_stem(word) in _groups() and _is_noun(word_stem(word))


def _is_noun(word: str) -> bool:
    """Whether ``word`` is a noun made of a verb, by list or ending."""
    return word in _same() or (word.endswith(_endings()["noun-ending"]) and len(word) > 6)


def content_words(text: str) -> Iterator[str]:
    """The stems of the words that tell something, names of one thing made one."""
    for pattern, name in _names():
        text = pattern.sub(name, text)
    for match in _WORD.finditer(text):
        word = word_stem(match[0].lower())
        if word and word not in _stop_words():
            yield word


def word_stem(word: str) -> str:
    """``word`` in small letters without the ending of a plural or genitive."""
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def predicate_stem(word: str) -> str:
    """What a verb and the noun made of it share: ``install`` and ``installation``, ``meet`` and ``meeting``."""
    word = word_stem(word.lower())
    word = _same().get(word, word)
    for ending in (*_endings()["noun-ending"], *_endings()["doubtful-noun-ending"]):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending) + ("if" if ending == "ification" else "")
            break
    else:
        if word.endswith("ate") and len(word) > 5:
            word = word.removesuffix("ate")
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    if word.endswith("ct"):
        return word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


def _endings() -> dict[str, tuple[str, ...]]:
    return sequences("chronology", "words")


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for line in entries("chronology", "stop_words.txt") for word in line.split())


@cache
def _names() -> list[tuple[re.Pattern[str], str]]:
    """Patterns of names, and the word that stands for them."""
    found = []
    for line in entries("chronology", "same_names.txt"):
        name, others = line.split(": ")
        forms = "|".join(re.escape(other) for other in others.split(" | "))
        found.append((re.compile(rf"(?<![\w.])(?:(?i:{name})|{forms})(?![\w])"), name.replace(" ", "-")))
    return found


@cache
def _same() -> dict[str, str]:
    """Irregular nouns to their verbs."""
    groups = (line[2:].split() for line in entries("chronology", "predicates.txt") if line.startswith("= "))
    return {noun: verb for verb, *nouns in groups for noun in nouns}


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The groups of near-synonyms each predicate stem belongs to."""
    found: dict[str, frozenset[str]] = {}
    for number, line in enumerate(line for line in entries("chronology", "predicates.txt") if line.startswith("~ ")):
        for word in line[2:].split():
            stem = predicate_stem(word)
            found[stem] = found.get(stem, frozenset()) | {f"~{number}"}
    return found

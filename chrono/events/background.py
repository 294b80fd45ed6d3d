"""What the dates a text has already told add to those its tenses imply.

A news story that has named the day of an invasion tells what followed as lying between that day and its own; nouns
and verbs that name a dated event again take its date; and a tale goes on at the date it has reached.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..calendar import Period
from . import lexicon
from .event import Bounds, Extent
from .extents import of_kind
from .implication import Answer
from .predicates import NOUN, Predicate
from .reading import is_definite
from .syntax import Syntax
from .tale import tales
from .tense import FUTURE, LEAD, ONGOING, PAST, PAST_STRETCH, TODAY, is_durative
from .triggers import class_of

_RECENT = 2
"""From how many days before the document a date starts a story; yesterday's does not."""
_TALE = 7
"""From how many days before the document a tale is told that goes on in plain past verbs; newer days are news."""
_HISTORY = 3 * 366
"""Dates more days back than this are history, not the start of the story."""
_MONTH = 31
_EVE = 1
"""How many days before the document the day of its news lies at most, where its lead names it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A given event with its sentence's tree, the number of its sentence and paragraph, and its answer so far."""

    syntax: Syntax
    predicate: Predicate
    position: int
    paragraph: int
    answer: Answer | None


def settle(told: Sequence[Told], sentences: Sequence[Syntax], day: Period | None) -> list[Answer | None]:
    """The answers of ``told`` (in text order) with what the story of ``sentences`` adds, seen from ``day``."""
    if day is None:
        return [event.answer for event in told]
    story = _Story(day)
    named = _named(told, day)
    past = tales(sentences)
    found = []
    for event in told:
        answer = event.answer
        if answer is not None and answer.kind:
            if event.position in past:
                answer = _of_tale(answer, day)
            answer = (
                _again(event, answer, named)
                or story.goes_on(event, answer)
                or story.on_its_day(event, answer)
                or story.bounded(answer)
            )
        elif answer is not None:
            answer = _narrowed(event, answer, named)
        found.append(answer)
        if event.answer is not None:
            story.enter(event, event.answer)
    return found


class _Story:
    """Where a text stands: its onset, and the date its tale has reached.

    The onset is the first past calendar day that the text names with its month; while there is none, the last past
    date of another kind.
    """

    def __init__(self, day: Period) -> None:
        self._day = day
        self._onset: Period | None = None
        self._words = ""
        self._is_calendar_day = False
        self._tale: tuple[Answer, int] | None = None
        self._eve: Answer | None = None
        self._said: Answer | None = None

    def enter(self, event: Told, answer: Answer) -> None:
        """Take note of an event just answered."""
        predicate = event.predicate
        main = event.syntax.dep(predicate.index) in ("root", "conj", "parataxis", "ccomp") and predicate.kind != NOUN
        if answer.expression is None:
            if main and answer.kind and answer.extent.begin.date == self._day:
                self._tale = None
            return
        begin = answer.extent.begin
        finish = answer.extent.finish or begin
        first, last = begin.date or begin.after, finish.date or finish.before
        if first == last == begin.date and first is not None and 0 <= _number(self._day) - _number(first) <= _EVE:
            if class_of(predicate) == "reporting":
                self._said = self._said or answer
            elif event.position < LEAD:
                self._eve = self._eve or answer
        if main:
            old = last is not None and _number(self._day) - _number(last) >= (1 if _is_month(answer) else _TALE)
            self._tale = (answer, event.position) if old and first is not None else None
        aside = event.syntax.dep(predicate.index) in ("acl", "amod")
        if first is None or last is None or last >= self._day or aside or _number(last) - _number(first) > _MONTH:
            return
        calendar_day = first == last and not answer.expression.text.lower().endswith("day")
        if _RECENT <= _number(self._day) - _number(first) <= _HISTORY and not self._is_calendar_day:
            self._onset, self._words, self._is_calendar_day = first, answer.expression.text, calendar_day

    def goes_on(self, event: Told, answer: Answer) -> Answer | None:
        """A past main verb right behind one that a past date dates."""
        if self._tale is None or answer.reason != "a past main verb":
            return None
        other, position = self._tale
        if event.position - position > 1 or class_of(event.predicate) == "reporting":
            return None
        self._tale = (other, event.position)
        words = other.expression.text if other.expression else ""
        return Answer(other.extent, 0.3, "implied", f"the tale goes on at “{words}”")

    def on_its_day(self, event: Told, answer: Answer) -> Answer | None:
        """What a story tells as news happened on the day its lead names, be it the eve of the document's; what is
        said was said then too, unless the text names the day of a saying."""
        if answer.kind != TODAY or answer.extent.begin.date != self._day:
            return None
        if answer.reason.startswith(_OF_NOW):
            return None
        said = class_of(event.predicate) == "reporting"
        other = (self._said or self._eve) if said else (self._eve or self._said)
        if other is None or other.extent.begin.date == self._day:
            return None
        words = other.expression.text if other.expression else ""
        return replace(answer, extent=other.extent, why=f"{answer.why}, the story’s day being “{words}”")

    def bounded(self, answer: Answer) -> Answer:
        """What is past, or lasts, since the onset of the story."""
        begin, finish = answer.extent.begin, answer.extent.finish
        if self._onset is None or begin.before is None or begin.before <= self._onset:
            return answer
        looks_back = answer.reason.startswith(_SINCE_ONSET) or answer.reason.endswith(", done")
        if not looks_back or answer.reason.endswith("known already"):
            return answer
        if answer.kind == PAST_STRETCH and answer.reason.startswith("present perfect"):
            finish = Bounds(after=self._day)
        extent = Extent(Bounds(after=self._onset, before=begin.before), finish)
        return replace(answer, extent=extent, why=f"{answer.why}, after “{self._words}”")


_OF_NOW = ("a present", "present perfect", "the present")
"""Readings of verbs that tell the document's own day, whatever the day of the story."""


def _is_month(answer: Answer) -> bool:
    return answer.extent.begin.date != (answer.extent.finish or answer.extent.begin).date or (
        answer.extent.begin.after is not None
    )


_SINCE_ONSET = ("a lasting noun", "present perfect", "a past process", "the purpose", "part of a tale")
"""Readings that look back to the onset; other past tenses reach behind it as often."""


def _of_tale(answer: Answer, day: Period) -> Answer:
    """Whatever a tale tells lies before the document, in whichever tense."""
    if answer.kind == PAST_STRETCH or answer.extent.begin.date not in (day, None):
        return answer
    return Answer(of_kind(PAST, day), 0.55, "implied", "past: part of a tale", None, PAST, "part of a tale")


def _again(event: Told, answer: Answer, named: _Named) -> Answer | None:
    """The date of the same event, named elsewhere in the text."""
    predicate = event.predicate
    if is_durative(predicate) or class_of(predicate) != "occurrence":
        return None
    key = _key(predicate)
    if answer.kind == FUTURE:
        other = named.ahead.get(key) if predicate.kind == NOUN else None
        if other is None and predicate.kind == NOUN and _is_known(event):
            other = named.past.get(key)
    elif answer.kind == PAST or (predicate.kind == NOUN and answer.kind in (TODAY, ONGOING)):
        other = named.past.get(key)
    else:
        other = None
    if other is None:
        return None
    why = f"“{predicate.lemma}” is dated elsewhere: {other.why}"
    return Answer(other.extent, round(other.confidence * 0.7, 3), "implied", why)


def _is_known(event: Told) -> bool:
    """The noun names a happening the reader knows of: definite, and not "the next" one."""
    syntax, i = event.syntax, event.predicate.index
    new = lexicon.groups("predicates")["another"]
    return is_definite(syntax, event.predicate) and not any(syntax.lower(child) in new for child in syntax.children[i])


def _narrowed(event: Told, answer: Answer, named: _Named) -> Answer:
    """The day told elsewhere of what is dated more loosely here ("in March" of a thing of 26 March)."""
    other = named.past.get(_key(event.predicate))
    if other is None or class_of(event.predicate) != "occurrence" or None in _reach(answer):
        return answer
    if _reach(answer) == _reach(other) or _narrower(answer, other) is not other:
        return answer
    return replace(answer, extent=other.extent, why=f"{answer.why}; the day is told elsewhere: {other.why}")


@dataclass(frozen=True, slots=True)
class _Named:
    """The answers by stem of what an expression puts on one day, not after the document's, and of what it puts
    after that day."""

    past: Mapping[str, Answer]
    ahead: Mapping[str, Answer]


def _named(told: Sequence[Told], day: Period) -> _Named:
    """What expressions date. A happening with two dates has none, unless all of them hold the narrowest."""
    past: dict[str, Answer] = {}
    ahead: dict[str, Answer] = {}
    unclear: set[str] = set()
    for event in told:
        answer = event.answer
        if answer is None or answer.expression is None or class_of(event.predicate) != "occurrence":
            continue
        key = _key(event.predicate)
        first, last = _reach(answer)
        if first is not None and first > day:
            ahead.setdefault(key, answer)
        elif first is None or last is None:
            unclear.add(key)
        else:
            narrowest = _narrower(past.setdefault(key, answer), answer)
            if narrowest is None:
                unclear.add(key)
            else:
                past[key] = narrowest
    days = {key: answer for key, answer in past.items() if key not in unclear and len(set(_reach(answer))) == 1}
    return _Named(days, ahead)


def _reach(answer: Answer) -> tuple[Period | None, Period | None]:
    """The first and the last day on which it may have happened."""
    begin = answer.extent.begin
    finish = answer.extent.finish or begin
    return begin.date or begin.after, finish.date or finish.before


def _narrower(one: Answer, other: Answer) -> Answer | None:
    """The one of the two that lies within the other; the first where they are equal."""
    for inner, outer in ((one, other), (other, one)):
        (first, last), (low, high) = _reach(inner), _reach(outer)
        assert first is not None and last is not None and low is not None and high is not None
        if low <= first and last <= high:
            return inner
    return None


_ENDINGS = ("ation", "ion", "ment", "ing", "ure", "ance", "al", "e")


@cache
def _groups() -> dict[str, str]:
    return {
        word: name
        for name, words in lexicon.groups("predicates").items()
        if name.startswith("same-")
        for word in words
    }


def _key(predicate: Predicate) -> str:
    """What the words for one happening share: their group, else their stem."""
    return _groups().get(predicate.lemma) or stem(predicate.lemma)


def stem(lemma: str) -> str:
    """What a verb and the noun of its happening share ("invade" and "invasion": the last d, s or t alternates)."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            lemma = lemma[: -len(ending)]
            break
    return lemma[:-1] if lemma[-1:] in ("d", "s", "t") and len(lemma) > 4 else lemma


def _number(day: Period) -> int:
    return day.start // 86400

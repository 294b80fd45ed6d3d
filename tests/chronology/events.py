"""Events made for the tests from a short notation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chrono import chronology
from chrono.calendar import Period, edtf
from chrono.chronology import Chronology
from chrono.documents.document import Document
from chrono.events.event import Event
from chrono.reference import ReferenceTime
from chrono.tagger.expression import TimeExpression


def event(clause: str, date: str = "", *, trigger: str = "", predicate: str = "", document: str = "d", at: int = 0,
          sentence: str = "", expression: str = "", **other: Any) -> Event:
    """An event whose sentence begins at code point ``at`` and is the clause unless given."""
    sentence = sentence or clause + "."
    trigger = trigger or clause.split()[1]
    found = sentence.find(trigger)
    told = None
    if expression:
        start = at + sentence.index(expression)
        told = TimeExpression(start, start + len(expression), expression, "DATE", date, "en.test")
    return Event(
        document=document, sentence_start=at, sentence_end=at + len(sentence), sentence=sentence, paragraph=1,
        trigger_start=at + max(found, 0), trigger_end=at + max(found, 0) + len(trigger), trigger=trigger,
        predicate=predicate or trigger, clause=clause, span=edtf.read(date) if date else None, expression=told,
        **{"basis": "explicit" if date else "undated", "confidence": 0.9, "timex": date} | other)


def build(events: Sequence[Event], title: str = "") -> Chronology:
    """The chronology of events in made documents, each published on 4 December 2019."""
    keys = dict.fromkeys(each.document for each in events)
    documents = [Document("x" * 5000, title=f"Title of {key}", source="Harbeck Courier", id=key) for key in keys]
    reference = ReferenceTime(Period.day(2019, 12, 4), "given", "given with --date")
    return chronology.build(events, documents, dict.fromkeys(keys, reference), title=title)


def told(made: Chronology) -> list[tuple[str, str]]:
    return [(row["edtf"], row["event"]) for row in made.rows]

"""The event: one row of the chronology to be."""

from __future__ import annotations

from dataclasses import dataclass

from ..calendar import Period, Span
from ..tagger.expression import TimeExpression


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that tells an event: code points into the text of the document with this key (half-open)."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """A day that is known (``date``), or lies after and/or before known days."""

    date: Period | None = None
    after: Period | None = None
    before: Period | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """When an event that was given happened: on the day ``begin`` (``finish`` is ``None``), or from ``begin`` to
    ``finish``."""

    begin: Bounds
    finish: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, who, where, when, and whether it did.

    Offsets are code points, half-open. ``clause`` is what a reader wants to read ("Wang last visited Seoul");
    ``trigger`` the word in the text and ``predicate`` its lemma; ``ordinal`` counts equal triggers in the sentence.
    ``status`` is happened, ongoing, planned, possible, denied or claimed; ``basis`` explicit, relative, implied or
    undated; ``relation`` on, by, before, after, since, until, during, between, about; ``span`` the date (``None``
    when undated), ``future`` whether an undated event lies ahead. ``alternatives`` are EDTF strings, best first.
    ``minor`` marks what is a row only where all events are asked for; ``others`` are all who have to do with it, in
    whatever part. ``extent`` is set for given events only (:func:`chrono.events.date_triggers`).
    """

    document: str
    sentence_start: int
    sentence_end: int
    sentence: str
    paragraph: int
    trigger_start: int
    trigger_end: int
    trigger: str
    predicate: str
    clause: str
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    status: str = "happened"
    span: Span | None = None
    timex: str = ""
    relation: str = "on"
    basis: str = "explicit"
    expression: TimeExpression | None = None
    anchor: str = ""
    rule: str = ""
    why: str = ""
    alternatives: tuple[str, ...] = ()
    confidence: float = 1.0
    future: bool = False
    minor: bool = False
    others: tuple[str, ...] = ()
    ordinal: int = 0
    sources: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    extent: Extent | None = None

"""The tagger's result: a time expression found in a text, understood, and resolved."""

from __future__ import annotations

from dataclasses import dataclass

from ..calendar import Span
from ..frozen import maker
from .tree import Tree


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression was resolved against.

    ``text`` is how a reader would name it ("2015", "document date"), ``value`` its TIMEX3 value, ``start``/``end``
    the code points of the expression that told it, or ``None`` for the document's own date.
    """

    text: str
    value: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One TIMEX3. ``document.text[start:end] == text``; offsets are code points, half-open.

    ``type`` is DATE, TIME, DURATION or SET; ``value``, ``mod``, ``quant``, ``freq`` as in TIMEX3; ``begin`` and
    ``end_point`` are the TIMEX3 values that bound an anchored duration. ``span`` is the resolved time (``None`` for
    sets, bare durations, vague references and what could not be resolved). ``meaning`` is the expression tree.
    ``relation`` is how the text relates something to it: on, by, before, after, since, until, during, between, about.
    ``alternatives`` are other readings as (TIMEX3 value, span), best first; ``confidence`` is 0 … 1.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    rule: str
    meaning: Tree | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
    anchor: Anchor | None = None
    span: Span | None = None
    relation: str = "on"
    relative: bool = False
    zone: str = ""
    why: str = ""
    alternatives: tuple[tuple[str, Span | None], ...] = ()
    confidence: float = 1.0

    @property
    def tree(self) -> str:
        """The meaning, written as text; empty where none is known."""
        return "" if self.meaning is None else str(self.meaning)


expression_of = maker(TimeExpression)
"""The time expression whose fields have these values, all of them, in their order."""

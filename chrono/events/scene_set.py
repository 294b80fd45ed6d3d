"""The day on which a story opens that sets its scene before it tells the time: "It began with a letter. At 7.40 on
Friday evening …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..calendar import Granularity, Span
from ..tagger.expression import TimeExpression
from .dating import is_point
from .syntax import Syntax

_GAP = len("\n\nOn the ")
"""How many characters may stand between the end of a sentence and the time that opens the next one."""
_DAY = 86400


def opens_on(syntax: Syntax, expressions: Sequence[TimeExpression], day_end: int | None) -> Span | None:
    """The day that the sentence behind this one opens with, where that tells the hour, or this one only says that
    something began; ``None`` where it is not before the day of the text, which ends at ``day_end``.

    ``expressions`` are those of the text in order.
    """
    end = syntax.sentence.end
    at = bisect_left(expressions, end, key=lambda expression: expression.start)
    if day_end is None or at == len(expressions) or expressions[at].start - end > _GAP:
        return None
    span = expressions[at].span
    if span is None or span.first is None or not is_point(span) or span.first.end > day_end - _DAY:
        return None
    tells_hour = span.first.granularity < Granularity.DAY
    return Span.of(span.first.to(Granularity.DAY)) if tells_hour or _only_begins(syntax) else None


def _only_begins(syntax: Syntax) -> bool:
    """ "It began with a letter": of what is still to be told."""
    verb = next((i for i in range(len(syntax.tokens)) if syntax.head(i) is None), 0)
    subject = syntax.first(verb, "nsubj", "expl")
    return syntax.lemma(verb) in ("begin", "start") and subject is not None and syntax.lower(subject) in ("it", "this")

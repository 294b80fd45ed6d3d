"""From the expressions attached to a predicate to the dates of its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..calendar import Granularity, Period, Span, timex
from ..tagger.expression import TimeExpression
from ..tagger.tense import cue as tense
from .attachment import Attachment

AGREED, DIFFERED = 0.95, 0.8
"""Confidence of an attachment on which tree and order agree, and where they differ (the tree is then followed)."""

_OPENING = ("since", "after")
_CLOSING = ("until", "by", "before")


@dataclass(frozen=True, slots=True)
class Dating:
    """One date for a row. ``span`` is ``None`` where undated; ``expression`` told it, unless it is implied; ``anchor``
    names an earlier date that was taken up without an expression ("since then")."""

    span: Span | None
    relation: str
    basis: str
    expression: TimeExpression | None
    why: str
    confidence: float
    rule: str = ""
    anchor: str = ""


def related(span: Span, relation: str) -> Span:
    """``span`` opened on the side its relation leaves open ("since 2017" has no end)."""
    if span.first is None or span.last is None:
        return span
    if relation in ("after", "before") and span.granularity < Granularity.DAY:
        return _within_day(span.first, span.last, relation)
    if relation in _OPENING:
        return Span(span.first, None, span.mod, span.approximate)
    if relation in _CLOSING:
        return Span(None, span.last, span.mod, span.approximate)
    return span


def _within_day(first: Period, last: Period, relation: str) -> Span:
    """What happened before or after a time of day, on that day."""
    return Span(first, first.to(Granularity.DAY)) if relation == "after" else Span(last.to(Granularity.DAY), last)


_BESIDE_TIME = re.compile(
    r"\b(?:shortly|just|soon|immediately|right|moments|minutes)\s+(?:after|before)\s+(?:at\s+)?$", re.IGNORECASE
)
"""Words that make a time of day an approximate one: "just after 8 a.m."."""

_BOUND = re.compile(
    r"\b(until|till|by|since|before|after)[^\w,;]+(?:at\W+(?:least|most|the\W+latest)|about|around|roughly|early|late"
    r"|some\W+time|sometime|only)?\W*(?:in\W+)?$",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"P(\d+)([YMWD])$")


_NO_LATER = re.compile(r"\b(?:no|not)\s+(later|sooner|earlier)\s+than\s+(?:on\s+|in\s+)?$", re.IGNORECASE)
_NO_LATER_RELATION = {"later": "by", "sooner": "since", "earlier": "since"}


def is_limit(before: str) -> bool:
    """Whether the words before an expression make it a limit: "no later than"."""
    return _NO_LATER.search(before) is not None


def refined(
    expression: TimeExpression, text: str, start: int, now: Period | None, told: Period | None
) -> TimeExpression:
    """The expression with what its surroundings add: the bound before "at least", the end of "within 90 days".

    ``start`` is where its sentence begins, ``now`` the document's date, ``told`` the day told last: in the past, and
    where days known to the reader are meant ("the 30 days"), the length is counted from that.
    """
    before = text[max(start, expression.start - 24) : expression.start]
    if expression.type == "TIME" and expression.relation in ("after", "before") and _BESIDE_TIME.search(before):
        span = None if expression.span is None else replace(expression.span, approximate=True)
        return replace(expression, relation="about", span=span)
    limit = _NO_LATER.search(before)
    if limit is not None and expression.span is not None and expression.type != "DURATION":
        return replace(expression, relation=_NO_LATER_RELATION[limit.group(1).lower()])
    bound = _BOUND.search(before)
    if expression.relation == "on" and bound is not None:
        word = bound.group(1).lower()
        return replace(expression, relation="until" if word == "till" else word)
    length = _LENGTH.match(expression.value)
    after = text[expression.end : expression.end + 4]
    if not (
        length
        and expression.span is None
        and before.lower().rstrip().endswith("within")
        and not after.startswith(" of")
    ):
        return expression
    past = expression.text.lower().startswith("the ") or tense(text, expression.start, expression.end)[0] == "past"
    base = told if past else now
    if base is None:
        return expression
    return replace(
        expression,
        span=Span(None, _after(base, int(length.group(1)), length.group(2))),
        relation="by",
        relative=True,
        why=f"{expression.text} from " + (f"{timex.write(base)}, the day told last" if past else "the document's date"),
    )


def day_told(expression: TimeExpression) -> Period | None:
    """The day that a dated expression tells; ``None`` where it is no single day."""
    span = expression.span
    if span is None or not is_point(span) or expression.type != "DATE":
        return None
    return span.first if span.first is not None and span.first.granularity == Granularity.DAY else None


def _after(now: Period, count: int, unit: str) -> Period:
    day = now.to(Granularity.DAY)
    if unit in "DW":
        return day.shift(count * (7 if unit == "W" else 1))
    return day.to(Granularity.MONTH).shift(count * (12 if unit == "Y" else 1))


_UP_TO = ("by", "until", "before")
"""Relations whose date lies ahead of what is told: "adjourned until 9 March"."""

_CERTAIN = 0.95
"""A reading this sure was told by the word right beside it ("moved to 28 December")."""

_FARTHER = 8
"""How many times farther away the reading may be that the verb's tense speaks for."""


def fitted(expression: TimeExpression, ahead: bool | None, day_end: int | None) -> TimeExpression:
    """The reading that fits the tense: where what is told as coming lies before the document's date (or the other way
    round) and another reading does not, that one is taken."""
    span = expression.span
    if ahead is None or day_end is None or span is None or span.start is None or not expression.alternatives:
        return expression
    if (span.start >= day_end - 86400) == ahead or (span.start >= day_end) == ahead:
        return expression
    told = expression.anchor is not None and expression.anchor.start is not None
    if told or expression.confidence >= _CERTAIN or expression.relation in _UP_TO:
        return expression
    for i, (value, other) in enumerate(expression.alternatives):
        near = max(abs(span.start - day_end), 86400)
        if other is None or other.start is None or abs(other.start - day_end) > _FARTHER * near:
            continue
        if (other.start >= day_end) == ahead:
            rest = (*expression.alternatives[:i], (expression.value, span), *expression.alternatives[i + 1 :])
            return replace(
                expression,
                value=value,
                span=other,
                alternatives=rest,
                why=f"by the tense of its verb, not {expression.why}",
            )
    return expression


def of_attachment(attachment: Attachment, relation: str | None = None) -> Dating:
    """The dating by one expression; ``relation`` overrides what the tagger read before it."""
    expression = attachment.expression
    relation = relation or expression.relation
    if relation == "on" and attachment.predicate.lemma == "deadline":
        relation = "by"
    span = related(expression.span, relation) if expression.span else None
    sure = AGREED if attachment.agreed else DIFFERED
    if attachment.through is not None:
        sure -= 0.1
    basis = "undated" if span is None else "relative" if expression.relative else "explicit"
    return Dating(
        span, relation, basis, expression, expression.why, round(sure * expression.confidence, 3), expression.rule
    )


def is_after(span: Span, day_end: int) -> bool:
    """Whether the span lies after the reference day: it begins then, or is a bound that ends later."""
    if span.start is not None:
        return span.start >= day_end
    return span.end is not None and span.end > day_end


def is_point(span: Span) -> bool:
    """A day or finer."""
    return span.first is not None and span.first == span.last and span.granularity <= Granularity.DAY


def taken_over(dating: Dating, share: float, why: str) -> Dating:
    """The dating of one event as that of another that the sentence tells with it, less sure by ``share``."""
    return replace(dating, basis="implied", expression=None, confidence=round(dating.confidence * share, 3), why=why)

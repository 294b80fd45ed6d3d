"""What a sentence and its tenses imply about when a trigger of it happened, as a day or as bounds.

The evidence, strongest first: an expression of the trigger's own; one that dates the clause it stands in; then tense,
aspect and modality of the trigger or of the verb that governs it, against the document's date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..calendar import Granularity, Period, Span
from ..tagger.expression import TimeExpression
from . import predicates, reading
from .attachment import Attachment, attach, inside, tokens_of
from .claims import Claims
from .dating import Dating, related
from .event import Bounds, Extent
from .extents import of_kind, of_span
from .predicates import Predicate
from .syntax import Syntax
from .tense import FUTURE, FUTURE_STRETCH, ONGOING, PAST, PAST_STRETCH, TODAY, Viewpoint

if TYPE_CHECKING:
    from ..grammar import Sentence

_CONFIDENCE = {TODAY: 0.46, PAST: 0.3, FUTURE: 0.32, ONGOING: 0.32, PAST_STRETCH: 0.3, FUTURE_STRETCH: 0.32}
"""How often each reading of a tense gives exactly the right day or bounds."""
_BY_REASON = {
    "a past reporting verb": 0.8,
    "a present attitude": 0.68,
    "a modal": 0.58,
    "a lasting attitude": 0.5,
    "a lasting noun known already": 0.6,
    "a lasting noun": 0.15,
    "past perfect": 0.15,
    "a past participle behind its noun": 0.2,
}
"""The same where the reason tells more."""
_BY_EXPRESSION, _BY_CLAUSE = 0.69, 0.49
_DEPTH = 3
"""How many governors are asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """When a trigger happened, how surely, and what told it."""

    extent: Extent
    confidence: float
    basis: str
    why: str
    expression: TimeExpression | None = None
    kind: str = ""
    """The reading of the tense (:mod:`chrono.events.tense`) where ``basis`` is implied."""
    reason: str = ""


def implied(
    sentence: Sentence,
    expressions: Sequence[TimeExpression],
    spans: Sequence[tuple[int, int]],
    day: Period | None,
    position: int,
) -> list[Dating]:
    """For each trigger of the sentence (``spans``) the date that context and tense imply: a day, or undated with
    relation ``after`` for what is to come."""
    context = Context(sentence, expressions, spans, day, position)
    return [dating_of(context.answer(span)) for span in spans]


_EARLIER = ("past perfect", "a past participle behind its noun")
"""Reasons for which an event of the past cannot be news of the day; others count as such where a row needs a day."""


def dating_of(answer: Answer | None) -> Dating:
    """The date of a row that the context and the tense give: the answer's day or days, a bound, or none."""
    if answer is None:
        return Dating(None, "on", "undated", None, "nothing dates it", 0.2)
    begin, finish = answer.extent.begin, answer.extent.finish
    if answer.expression is not None or (begin.date and finish is None):
        span, relation = _as_written(answer)
        return Dating(span, relation, "implied", None, answer.why, answer.confidence, "events.tense")
    if begin.before is not None and finish is not None and finish.after == begin.before:
        return Dating(Span.of(begin.before), "on", "implied", None, answer.why, answer.confidence, "events.tense")
    last = (finish or begin).before
    if begin.after or last is None:
        return Dating(None, "after", "undated", None, answer.why, answer.confidence, "events.tense")
    if finish is None and not answer.why.endswith(_EARLIER):
        return Dating(
            Span.of(last), "on", "implied", None, answer.why, round(answer.confidence * 0.7, 3), "events.tense"
        )
    return Dating(Span(None, last), "before", "implied", None, answer.why, answer.confidence, "events.tense")


class Context:
    """One sentence with its triggers."""

    def __init__(
        self,
        sentence: Sentence,
        expressions: Sequence[TimeExpression],
        triggers: Sequence[tuple[int, int]],
        day: Period | None,
        position: int,
    ) -> None:
        self.syntax = Syntax(sentence)
        self._day = day
        self._position = position
        own = inside(expressions, sentence.start, sentence.end)
        skip = {i for expression in own for i in tokens_of(self.syntax, expression)}
        found = {p.index: p for p in predicates.find(self.syntax, skip, threshold=0.5)}
        self._index = {trigger: self._token(trigger) for trigger in triggers}
        for i in self._index.values():
            found.setdefault(i, predicates.at(self.syntax, i))
        self._found = found
        self._claims = Claims(self.syntax, found, attach(self.syntax, [found[i] for i in sorted(found)], own), day)

    def _token(self, trigger: tuple[int, int]) -> int:
        tokens = self.syntax.tokens
        return next(
            (t.i for t in tokens if t.start <= trigger[0] < t.end),
            min(range(len(tokens)), key=lambda i: abs(tokens[i].start - trigger[0])),
        )

    def predicate(self, trigger: tuple[int, int]) -> Predicate:
        """The predicate at a trigger (a span of code points)."""
        return self._found[self._index[trigger]]

    def answer(self, trigger: tuple[int, int]) -> Answer | None:
        """When the predicate at a trigger happens: by its own or a shared expression, else as seen from the day;
        ``None`` where nothing tells it."""
        i = self._index[trigger]
        predicate = self._found[i]
        own = self._claims.own(predicate)
        if own is not None:
            return self._by_expression(predicate, own, _BY_EXPRESSION)
        shared = self._claims.shared(predicate)
        if shared is not None:
            return self._by_expression(predicate, shared, _BY_CLAUSE)
        if self._day is None:
            return None
        after = self._claims.reacted(predicate)
        if after is not None:
            return self._after_what(after, self._day)
        kind, reason = Viewpoint(self.syntax, self._found, self._position).kind(predicate)
        day = self._claims.report_day(i)
        assert day is not None
        return Answer(
            of_kind(kind, day),
            _BY_REASON.get(reason, _CONFIDENCE[kind]),
            "implied",
            f"{kind}: {reason}",
            None,
            kind,
            reason,
        )

    def refined(self, trigger: tuple[int, int]) -> Answer | None:
        """:meth:`answer`, its tense read more finely where no expression dates the trigger."""
        answer = self.answer(trigger)
        if answer is None or not answer.kind:
            return answer
        predicate = self._found[self._index[trigger]]
        kind, reason = self._read(predicate, (answer.kind, answer.reason))
        if (kind, reason) == (answer.kind, answer.reason):
            return answer
        day = self._claims.report_day(predicate.index)
        assert day is not None
        extent = of_kind(kind, day)
        return Answer(
            extent, _BY_REASON.get(reason, _CONFIDENCE[kind]), "implied", f"{kind}: {reason}", None, kind, reason
        )

    def _read(self, predicate: Predicate, plain: reading.Reading, depth: int = 0) -> reading.Reading:
        above = next((self._found[i] for i in self.syntax.ancestors(predicate.index) if i in self._found), None)
        governor = None
        if above is not None and depth < _DEPTH:
            view = Viewpoint(self.syntax, self._found, self._position)
            governor = self._read(above, view.kind(above), depth + 1)
        return reading.read(self.syntax, predicate, plain, governor, above, self._position)

    def _after_what(self, attachment: Attachment, day: Period) -> Answer:
        span = attachment.expression.span
        assert span is not None
        first = None if span.start is None else Period.at(Granularity.DAY, span.start)
        extent = Extent(Bounds(after=first, before=day))
        return Answer(extent, 0.4, "implied", f"after what it is about (“{attachment.expression.text}”)")

    # By an expression

    def _by_expression(self, predicate: Predicate, attachment: Attachment, confidence: float) -> Answer:
        expression = attachment.expression
        assert expression.span is not None
        span = related(expression.span, expression.relation)
        confidence *= 1.0 if attachment.agreed else 0.75
        basis = "relative" if expression.relative else "explicit"
        return Answer(
            of_span(predicate, expression.span, span, expression.relation, self._day),
            round(confidence * expression.confidence, 3),
            basis,
            expression.why or f"“{expression.text}”",
            expression,
        )


def _as_written(answer: Answer) -> tuple[Span, str]:
    """The days of an answer as its expression writes them ("since 2005"), unless they are fewer than those."""
    days, expression = _span(answer.extent), answer.expression
    if expression is None or expression.span is None:
        return days, "on"
    told = related(expression.span, expression.relation)
    begins = told.start is None or (days.start is not None and days.start <= told.start)
    ends = told.end is None or (days.end is not None and days.end >= told.end)
    return (told, expression.relation) if begins and ends else (days, "on")


def _span(extent: Extent) -> Span:
    finish = extent.finish or extent.begin
    first = extent.begin.date or extent.begin.after
    last = finish.date or finish.before
    if first is None and last is None:
        return Span(None, extent.begin.before) if extent.finish is None else Span(extent.begin.before, None)
    return Span(first, last)

"""Dating events that are given: every trigger gets a day, or the days on which it begins and ends, if only as bounds.

The evidence, strongest first: an expression of the trigger's own; one that dates the clause it stands in; the same
event dated elsewhere in the text; then tense, aspect and modality of the trigger or of the verb that governs it,
against the document's date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..calendar import Granularity, Period, Span, iso
from ..documents.document import Document
from ..reference import ReferenceTime
from ..tagger.expression import TimeExpression
from . import lexicon, predicates, status
from .attachment import Attachment, attach, tokens_of
from .clause import Clauses
from .dating import Dating, related
from .event import Bounds, Event, Extent, Mention
from .discourse import Discourse
from .names import names
from .predicates import NOUN, STATE, VERB, Predicate
from .roles import everyone, where_of
from .syntax import Syntax
from .triggers import class_of

if TYPE_CHECKING:
    from ..grammar import Sentence

TODAY, PAST, FUTURE, ONGOING, PAST_STRETCH, FUTURE_STRETCH = (
    "today", "past", "future", "ongoing", "past stretch", "future stretch")
_CONFIDENCE = {TODAY: 0.55, PAST: 0.35, FUTURE: 0.45, ONGOING: 0.4, PAST_STRETCH: 0.3, FUTURE_STRETCH: 0.4}


_ATTITUDES = frozenset("think believe want hope feel know see seem appear like fear doubt suspect wonder wish".split())


@dataclass(frozen=True, slots=True)
class _Answer:
    extent: Extent
    confidence: float
    basis: str
    why: str
    expression: TimeExpression | None = None


def date_triggers(document: Document, reference: ReferenceTime, expressions: Sequence[TimeExpression],
                  sentences: Sequence[Sentence], triggers: Sequence[tuple[int, int]]) -> list[Event]:
    """One dated event for each of ``triggers`` (half-open code-point spans), in the order given.

    Without a reference day only triggers near an expression get an ``extent``.
    """
    day = reference.period.to(Granularity.DAY) if reference.period else None
    found: dict[tuple[int, int], _Given] = {}
    discourse = Discourse()
    for position, sentence in enumerate(sentences):
        own = [trigger for trigger in triggers if sentence.start <= trigger[0] < sentence.end]
        context = _Context(sentence, expressions, own, day, position)
        cut = {i for expression in expressions if sentence.start <= expression.start < sentence.end
               for i in tokens_of(context.syntax, expression)}
        named = names(context.syntax, cut)
        discourse.enter(context.syntax, named)
        clauses = Clauses(context.syntax, discourse, cut)
        for trigger in own:
            predicate = context.predicate(trigger)
            state = status.of(context.syntax, predicate)
            found[trigger] = _Given(
                sentence, predicate, context.answer(trigger), state, clauses.write(predicate, state),
                tuple(everyone(context.syntax, predicate, named, clauses, discourse)),
                where_of(context.syntax, predicate, None, named))
    found = _agree(found)
    return [_event(document, trigger, found.get(trigger), day) for trigger in triggers]


@dataclass(frozen=True, slots=True)
class _Given:
    """A given trigger with all that was found out about it."""

    sentence: Sentence
    predicate: Predicate
    answer: _Answer | None
    status: str
    clause: str
    who: tuple[str, ...]
    where: tuple[str, ...]


def implied(sentence: Sentence, expressions: Sequence[TimeExpression], spans: Sequence[tuple[int, int]],
            day: Period | None, position: int) -> list[Dating]:
    """For each trigger of the sentence (``spans``) the date that context and tense imply: a day, or undated with
    relation ``after`` for what is to come."""
    context = _Context(sentence, expressions, spans, day, position)
    return [_dating(context.answer(span), day) for span in spans]


_EARLIER = ("past perfect", "a past participle behind its noun")
"""Reasons for which an event of the past cannot be news of the day; others are taken for that where a row needs a day."""


def _dating(answer: _Answer | None, day: Period | None) -> Dating:
    if answer is None:
        return Dating(None, "on", "undated", None, "nothing dates it", 0.2)
    begin, finish = answer.extent.begin, answer.extent.finish
    if answer.expression is not None or (begin.date and finish is None):
        return Dating(_span(answer.extent), "on", "implied", None, answer.why, answer.confidence, "events.tense")
    if begin.before is not None and finish is not None and finish.after == begin.before:
        return Dating(Span.of(begin.before), "on", "implied", None, answer.why, answer.confidence, "events.tense")
    last = (finish or begin).before
    if begin.after or last is None:
        return Dating(None, "after", "undated", None, answer.why, answer.confidence, "events.tense")
    if finish is None and not answer.why.endswith(_EARLIER):
        return Dating(Span.of(last), "on", "implied", None, answer.why, round(answer.confidence * 0.7, 3), "events.tense")
    return Dating(Span(None, last), "before", "implied", None, answer.why, answer.confidence, "events.tense")


class _Context:
    """One sentence with its triggers."""

    def __init__(self, sentence: Sentence, expressions: Sequence[TimeExpression], triggers: Sequence[tuple[int, int]],
                 day: Period | None, position: int) -> None:
        self.syntax = Syntax(sentence)
        self._day = day
        self._position = position
        own = [e for e in expressions if sentence.start <= e.start < sentence.end]
        skip = {i for expression in own for i in tokens_of(self.syntax, expression)}
        found = {p.index: p for p in predicates.find(self.syntax, skip, threshold=0.5)}
        self._index = {trigger: self._token(trigger) for trigger in triggers}
        for i in self._index.values():
            found.setdefault(i, predicates.at(self.syntax, i))
        self._found = found
        self._dated: dict[int, Attachment] = {}
        for attachment in attach(self.syntax, [found[i] for i in sorted(found)], own):
            if attachment.expression.span is not None and attachment.expression.type != "SET":
                self._dated.setdefault(attachment.predicate.index, attachment)

    def _token(self, trigger: tuple[int, int]) -> int:
        tokens = self.syntax.tokens
        return next((t.i for t in tokens if t.start <= trigger[0] < t.end), min(
            range(len(tokens)), key=lambda i: abs(tokens[i].start - trigger[0])))

    def predicate(self, trigger: tuple[int, int]) -> Predicate:
        return self._found[self._index[trigger]]

    def answer(self, trigger: tuple[int, int]) -> _Answer | None:
        i = self._index[trigger]
        predicate = self._found[i]
        own = self._dated.get(i)
        if own is not None:
            return self._by_expression(predicate, own, 0.75)
        shared = self._shared(predicate)
        if shared is not None:
            return self._by_expression(predicate, shared, 0.55)
        if self._day is None:
            return None
        kind, reason = self._by_tense(predicate)
        day = self._report_day(i)
        assert day is not None
        return _Answer(_extent(kind, day), _CONFIDENCE[kind], "implied", f"{kind}: {reason}")

    # By an expression

    def _by_expression(self, predicate: Predicate, attachment: Attachment, confidence: float) -> _Answer:
        expression = attachment.expression
        assert expression.span is not None
        span = related(expression.span, expression.relation)
        confidence *= 1.0 if attachment.agreed else 0.75
        basis = "relative" if expression.relative else "explicit"
        return _Answer(self._of_span(predicate, span, expression.relation), round(confidence * expression.confidence, 3),
                       basis, expression.why or f"“{expression.text}”", expression)

    def _of_span(self, predicate: Predicate, span: Span, relation: str) -> Extent:
        first = None if span.first is None else span.first.to(Granularity.DAY)
        last = None if span.last is None else span.last.last(Granularity.DAY)
        if span.first is not None and span.first == span.last and span.granularity <= Granularity.DAY:
            return Extent(Bounds(date=first))
        if self._day is not None and first is not None and last is not None and first < self._day < last\
                and predicate.tense in ("past", "present-perfect", "past-perfect"):
            last = self._day
        if first is not None and last is not None:
            if _is_durative(predicate) or relation in ("during", "between"):
                return Extent(Bounds(date=first), Bounds(date=last))
            return Extent(Bounds(after=first, before=last))
        if first is not None:
            if relation == "since" and self._day is not None:
                return Extent(Bounds(date=first), Bounds(after=self._day))
            return Extent(Bounds(after=first))
        assert last is not None
        return Extent(Bounds(before=last)) if relation != "until" else Extent(Bounds(before=last), Bounds(date=last))

    def _shared(self, predicate: Predicate) -> Attachment | None:
        """The expression that dates the clause: that of the verb a noun or non-finite verb belongs to."""
        syntax = self.syntax
        at = predicate.index
        if predicate.finite or (_is_durative(predicate) and predicate.tense in ("gerund", "infinitive")):
            return None
        for above in list(syntax.ancestors(at))[:3]:
            governor = self._found.get(above)
            if governor is None:
                continue
            attachment = self._dated.get(above)
            if attachment is None or status.of(syntax, predicate) != status.of(syntax, governor) or class_of(
                    governor) == "reporting":
                return None
            return attachment
        return None

    # By tense

    def _by_tense(self, predicate: Predicate) -> tuple[str, str]:
        """When the predicate happens as seen from the day of its report, and the reason."""
        kind = class_of(predicate)
        durative = _is_durative(predicate)
        if predicate.kind == NOUN:
            return self._of_noun(predicate)
        if predicate.modal or predicate.tense == "future":
            return FUTURE_STRETCH if durative else FUTURE, "a modal"
        if self._awaited(predicate):
            return FUTURE, "a condition or limit to come"
        if predicate.tense == "infinitive":
            return self._of_infinitive(predicate)
        if predicate.tense in ("gerund", "participle") and not predicate.progressive:
            return self._of_participle(predicate)
        if predicate.tense == "past-perfect":
            return PAST, "past perfect"
        if predicate.tense == "present-perfect":
            return (ONGOING if kind == "state" or predicate.progressive else TODAY), "present perfect"
        if predicate.tense == "past":
            if kind in ("reporting", "aspectual", "intention", "state"):
                return TODAY, f"a past {kind} verb"
            return (PAST_STRETCH, "a past process") if predicate.progressive else self._of_past(predicate)
        if kind in ("reporting", "intention") or predicate.lemma in _ATTITUDES:
            return TODAY, "a present attitude"
        return ONGOING, "the present"

    def _of_past(self, predicate: Predicate) -> tuple[str, str]:
        if status.governor(self.syntax, predicate.index) is None and self.syntax.dep(predicate.index) in (
                "root", "conj", "ccomp", "parataxis"):
            return TODAY, "a past main verb"
        return (TODAY if self._position < 4 else PAST), "a past subordinate verb"

    def _awaited(self, predicate: Predicate) -> bool:
        """Present tense behind "until", "if", "when" … of something to come."""
        if predicate.tense != "present":
            return False
        return any(self.syntax.lower(child) in ("until", "unless", "if", "once", "whether", "before")
                   for child in self.syntax.children[predicate.index] if child < predicate.index)

    def _of_participle(self, predicate: Predicate) -> tuple[str, str]:
        governor = self._governor(predicate.index)
        if governor is None:
            return (ONGOING if _is_durative(predicate) else TODAY), "a participle alone"
        if predicate.tense == "participle" and self.syntax.dep(predicate.index) == "acl":
            return PAST, "a past participle behind its noun"
        if _is_durative(predicate) and predicate.tense == "gerund":
            return ONGOING, "a process beside"
        return self._by_tense(governor)[0], "the tense of its governor"

    def _of_noun(self, predicate: Predicate) -> tuple[str, str]:
        governor = self._governor(predicate.index)
        durative = _is_durative(predicate)
        own = status.of(self.syntax, predicate)
        if own in (status.PLANNED, status.POSSIBLE):
            return FUTURE_STRETCH if durative else FUTURE, "a planned noun"
        if governor is None:
            return ONGOING if durative else TODAY, "a noun alone"
        above = self._by_tense(governor)[0]
        if above in (FUTURE, FUTURE_STRETCH):
            return FUTURE_STRETCH if durative else FUTURE, "a noun of a future verb"
        if durative:
            return ONGOING, "a lasting noun"
        return above, f"a noun of a {class_of(governor)} verb, {above}"

    def _of_infinitive(self, predicate: Predicate) -> tuple[str, str]:
        governor = self._governor(predicate.index)
        kinds = lexicon.groups("predicates")
        if governor is not None and governor.lemma in kinds["implicative"] | kinds["aspectual"]:
            return self._by_tense(governor)[0], "an infinitive that happened"
        return FUTURE_STRETCH if _is_durative(predicate) else FUTURE, "an infinitive"

    def _governor(self, i: int) -> Predicate | None:
        return next((self._found[above] for above in self.syntax.ancestors(i)
                     if above in self._found and self._found[above].kind in (VERB, STATE)), None)

    def _report_day(self, i: int) -> Period | None:
        """The day from which the predicate is seen: that of a dated report or plan above it, else the document's."""
        for above in self.syntax.ancestors(i):
            attachment = self._dated.get(above)
            if attachment is not None and above in self._found and self._found[above].kind == VERB:
                span = attachment.expression.span
                if span is not None and span.first is not None and span.first == span.last and span.granularity <= Granularity.DAY:
                    return span.first.to(Granularity.DAY)
        return self._day


def _extent(kind: str, day: Period) -> Extent:
    """The answer ``kind`` as seen from ``day``."""
    return {
        TODAY: Extent(Bounds(date=day)),
        PAST: Extent(Bounds(before=day)),
        FUTURE: Extent(Bounds(after=day)),
        ONGOING: Extent(Bounds(before=day), Bounds(after=day)),
        PAST_STRETCH: Extent(Bounds(before=day), Bounds(before=day)),
        FUTURE_STRETCH: Extent(Bounds(after=day), Bounds(after=day)),
    }[kind]


def _is_durative(predicate: Predicate) -> bool:
    kinds = lexicon.groups("predicates")
    return predicate.lemma in kinds["durative"] or predicate.lemma in kinds["stative"] or predicate.kind == STATE\
        or predicate.progressive


def _agree(found: Mapping[tuple[int, int], _Given]) -> dict[tuple[int, int], _Given]:
    """An event named without a date takes that of the same noun dated by an expression elsewhere."""
    dated: dict[str, _Answer] = {}
    for given in found.values():
        if given.answer is not None and given.answer.basis != "implied":
            dated.setdefault(given.predicate.lemma, given.answer)
    return {trigger: replace(given, answer=_same(given.predicate, given.answer, dated))
            for trigger, given in found.items()}


def _same(predicate: Predicate, answer: _Answer | None, dated: Mapping[str, _Answer]) -> _Answer | None:
    if answer is None or answer.basis != "implied" or predicate.kind != NOUN or predicate.lemma not in dated:
        return answer
    other = dated[predicate.lemma]
    return replace(other, confidence=round(other.confidence * 0.7, 3), basis="implied", expression=None,
                   why=f"“{predicate.lemma}” is dated elsewhere: {other.why}")


def _event(document: Document, trigger: tuple[int, int], given: _Given | None, day: Period | None) -> Event:
    start, end = trigger
    text = document.text[start:end]
    if given is None:
        return Event(document.key, start, end, text, 0, start, end, text, text.lower(), text, basis="undated",
                     confidence=0.0)
    sentence, answer = given.sentence, given.answer
    plain = Event(document.key, sentence.start, sentence.end, document.text[sentence.start:sentence.end],
                  sentence.paragraph, start, end, text, given.predicate.lemma, given.clause, given.who, given.where,
                  given.status, basis="undated", confidence=0.1,
                  mentions=(Mention(document.key, sentence.start, sentence.end),))
    if answer is None:
        return plain
    dating = _dating(answer, day)
    return replace(plain, span=dating.span, relation=dating.relation,
                   basis="undated" if dating.span is None else answer.basis, expression=answer.expression,
                   why=answer.why, confidence=answer.confidence, extent=answer.extent,
                   rule=answer.expression.rule if answer.expression else "events.tense",
                   timex=answer.expression.value if answer.expression else "",
                   future=dating.span is None and dating.relation == "after")


def _span(extent: Extent) -> Span:
    finish = extent.finish or extent.begin
    first = extent.begin.date or extent.begin.after
    last = finish.date or finish.before
    if first is None and last is None:
        return Span(None, extent.begin.before) if extent.finish is None else Span(extent.begin.before, None)
    return Span(first, last)


def eventtime_form(event: Event) -> dict[str, dict[str, str]]:
    """The event's extent as the EventTime corpus writes it: ``when``, or ``begin`` and ``finish``."""
    if event.extent is None:
        return {}
    begin = _bounds(event.extent.begin)
    return {"when": begin} if event.extent.finish is None else {"begin": begin, "finish": _bounds(event.extent.finish)}


def _bounds(bounds: Bounds) -> dict[str, str]:
    parts = {"date": bounds.date, "after": bounds.after, "before": bounds.before}
    return {name: iso.day_text(period.start // 86400) for name, period in parts.items() if period is not None}

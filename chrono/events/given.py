"""Dating events that are given: each gets a day, or the days on which it begins and ends, if only as bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..calendar import Granularity, Period, iso
from ..documents.document import Document
from ..reference import ReferenceTime
from ..tagger.expression import TimeExpression
from . import status
from .attachment import inside, tokens_of
from .background import Told, settle
from .clause import Clauses
from .discourse import Discourse
from .event import Bounds, Event, Mention
from .implication import Answer, Context, dating_of
from .names import names
from .predicates import Predicate
from .roles import everyone, where_of
from .syntax import Syntax

if TYPE_CHECKING:
    from ..grammar import Sentence


def date_triggers(
    document: Document,
    reference: ReferenceTime,
    expressions: Sequence[TimeExpression],
    sentences: Sequence[Sentence],
    triggers: Sequence[tuple[int, int]],
) -> list[Event]:
    """One dated event for each of ``triggers`` (half-open code-point spans), in the order given.

    Without a reference day only triggers near an expression get an ``extent``.
    """
    day = reference.period.to(Granularity.DAY) if reference.period else None
    found: dict[tuple[int, int], _Given] = {}
    discourse = Discourse()
    trees: list[Syntax] = []
    ordered = sorted(set(triggers))
    expressions = sorted(expressions, key=lambda expression: expression.start)
    for position, sentence in enumerate(sentences):
        own = ordered[bisect_left(ordered, (sentence.start, 0)) : bisect_left(ordered, (sentence.end, 0))]
        context = Context(sentence, expressions, own, day, position)
        trees.append(context.syntax)
        dates = inside(expressions, sentence.start, sentence.end)
        cut = {i for expression in dates for i in tokens_of(context.syntax, expression)}
        named = names(context.syntax, cut, discourse.known)
        discourse.enter(context.syntax, named)
        clauses = Clauses(context.syntax, discourse, cut)
        for trigger in own:
            predicate = context.predicate(trigger)
            state = status.of(context.syntax, predicate)
            found[trigger] = _Given(
                sentence,
                context.syntax,
                position,
                predicate,
                context.refined(trigger),
                state,
                clauses.write(predicate, state),
                tuple(everyone(context.syntax, predicate, named, clauses, discourse)),
                where_of(context.syntax, predicate, None, named),
            )
    found = _settle(found, trees, day)
    return [_event(document, trigger, found.get(trigger)) for trigger in triggers]


@dataclass(frozen=True, slots=True)
class _Given:
    """A given trigger with all that was found out about it."""

    sentence: Sentence
    syntax: Syntax
    position: int
    predicate: Predicate
    answer: Answer | None
    status: str
    clause: str
    who: tuple[str, ...]
    where: tuple[str, ...]


def _settle(
    found: Mapping[tuple[int, int], _Given], trees: Sequence[Syntax], day: Period | None
) -> dict[tuple[int, int], _Given]:
    """What was found, in text order, with what the dates the text has told add to it."""
    order = sorted(found)
    told = [
        Told(given.syntax, given.predicate, given.position, given.sentence.paragraph, given.answer)
        for given in map(found.__getitem__, order)
    ]
    return {
        trigger: replace(found[trigger], answer=answer)
        for trigger, answer in zip(order, settle(told, trees, day), strict=True)
    }


def _event(document: Document, trigger: tuple[int, int], given: _Given | None) -> Event:
    start, end = trigger
    text = document.text[start:end]
    if given is None:
        return Event(
            document.key, start, end, text, 0, start, end, text, text.lower(), text, basis="undated", confidence=0.0
        )
    sentence, answer = given.sentence, given.answer
    plain = Event(
        document.key,
        sentence.start,
        sentence.end,
        document.text[sentence.start : sentence.end],
        sentence.paragraph,
        start,
        end,
        text,
        given.predicate.lemma,
        given.clause,
        given.who,
        given.where,
        given.status,
        basis="undated",
        confidence=0.1,
        mentions=(Mention(document.key, sentence.start, sentence.end),),
    )
    if answer is None:
        return plain
    dating = dating_of(answer)
    return replace(
        plain,
        span=dating.span,
        relation=dating.relation,
        basis="undated" if dating.span is None else answer.basis,
        expression=answer.expression,
        why=answer.why,
        confidence=answer.confidence,
        extent=answer.extent,
        rule=answer.expression.rule if answer.expression else "events.tense",
        timex=answer.expression.value if answer.expression else "",
        future=dating.span is None and dating.relation == "after",
    )


def eventtime_form(event: Event) -> dict[str, dict[str, str]]:
    """The event's extent as the EventTime corpus writes it: ``when``, or ``begin`` and ``finish``."""
    if event.extent is None:
        return {}
    begin = _bounds(event.extent.begin)
    return {"when": begin} if event.extent.finish is None else {"begin": begin, "finish": _bounds(event.extent.finish)}


def _bounds(bounds: Bounds) -> dict[str, str]:
    parts = {"date": bounds.date, "after": bounds.after, "before": bounds.before}
    return {name: iso.day_text(period.start // 86400) for name, period in parts.items() if period is not None}

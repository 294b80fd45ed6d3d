"""Events of a document: one pass over its parsed sentences, with what the discourse has told so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..calendar import Granularity, Period, Span, edtf, timex
from ..documents.document import Document
from ..reference import ReferenceTime
from ..tagger.expression import TimeExpression
from . import lexicon, predicates
from . import sentences as lines
from .ages import Ages
from .attachment import attach, inside, tokens_of, top_token
from .clause import Clauses
from .comparison import is_measure
from .dating import day_told, refined, related
from .discourse import Discourse
from .done_by import done_by
from .event import Event, Mention
from .implication import implied
from .inferred import vague_pasts
from .kinds_of_time import is_of_figure, is_some_time, is_spent, names_kind, ranks_period
from .lasting import Courses
from .name_parts import Name
from .names import names
from .narrative import Narrative
from .predicates import Predicate
from .relevance import habits
from .roles import everyone, sources_of, where_of, who_of
from .rows import Row
from .scene import Scene
from .status import of
from .syntax import Syntax
from .triggers import counts
from .worth import select

if TYPE_CHECKING:
    from ..grammar import Sentence

_DATELINE = re.compile(r"^[^.\n]{0,40}?(?:[-–—]{1,2}|:)\s")
_LATEST = re.compile(r"\bmost recently\W(?:\W*\w+){0,3}\W*$", re.IGNORECASE)
_PERIODS = lexicon.groups("grammar")["period-noun"]
_PLACE_LINE = re.compile(r"^\s*(?:[A-Z][A-Z.,' /()-]{2,}|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}(?:, [A-Z][\w. ]+)?, $)")


def extract_events(
    document: Document,
    reference: ReferenceTime,
    expressions: Sequence[TimeExpression],
    sentences: Sequence[Sentence],
    *,
    explicit_only: bool = False,
    all_events: bool = False,
) -> list[Event]:
    """The events of ``document`` worth a row, in text order.

    ``sentences`` are those of the whole text in order, ``expressions`` its tagged time expressions, ``reference`` its
    date; with ``explicit_only`` only events with an expression of their own are given. With ``all_events`` whatever is
    told is worth a row, states and what nothing dates included; this changes nothing about the others.
    """
    reader = _Reader(document, reference, expressions, all_events)
    events = [
        event
        for number, sentence in enumerate(sentences)
        for event in reader.read(sentence, whole_paragraph=_alone(sentences, number))
    ]
    if explicit_only:
        events = [event for event in events if event.expression is not None]
    return events


def _alone(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether the sentence is a paragraph of its own."""
    paragraph = sentences[number].paragraph
    return all(
        not 0 <= near < len(sentences) or sentences[near].paragraph != paragraph for near in (number - 1, number + 1)
    )


class _Reader:
    """Reads a document's sentences in order."""

    def __init__(
        self,
        document: Document,
        reference: ReferenceTime,
        expressions: Sequence[TimeExpression],
        all_events: bool = False,
    ) -> None:
        self._all_events = all_events
        self._document = document
        self._reference = reference
        self._expressions = sorted(expressions, key=lambda expression: expression.start)
        self._discourse = Discourse()
        self._day_end = _day_end(reference)
        self._narrative = Narrative(reference, self._day_end, self._expressions)
        self._ages = Ages()
        self._courses = Courses()

    def read(self, sentence: Sentence, *, whole_paragraph: bool) -> Iterator[Event]:
        """The events of the next sentence."""
        text = self._document.text[sentence.start : sentence.end]
        kind = lines.kind(text, whole_paragraph=whole_paragraph)
        if not sentence.tokens:
            return
        syntax = Syntax(sentence)
        if kind == lines.BOILERPLATE:
            self._discourse.enter(syntax, names(syntax))  # "Correction: …": what it speaks of may be an "it" behind it
            return
        own = self._expressions_in(sentence, text, self._narrative.day)
        skip = {i for expression in own for i in tokens_of(syntax, expression)}
        found_names = names(syntax, skip, self._discourse.known)
        self._discourse.enter(syntax, found_names)
        narrative = self._narrative
        if kind == lines.TITLE and narrative.body == 0:
            narrative.hear_headline(syntax, Mention(self._document.key, sentence.start, sentence.end))
            return
        if _is_date_alone(syntax, skip):
            narrative.hear_heading(own[-1], sentence.paragraph)
            narrative.hear_dates(own)
            return
        narrative.body += 1
        found = predicates.find(syntax, skip)
        attachments = attach(syntax, found, own)
        scene = Scene(syntax, found, found_names, self._day_end)
        rows, reports = select(scene, attachments)
        untold = habits(syntax, attachments) | reports
        once = [p for p in found if p.index not in untold and not self._discourse.quoted(p.index)]
        rows += narrative.rows(syntax, once, rows, vague_pasts(syntax, attachments, counted=True))
        if narrative.is_of_news and self._reference.period is not None:
            spoken = [p for p in once if not self._discourse.quoted(p.index)]
            rows += done_by(syntax, spoken, rows, self._reference.period.to(Granularity.DAY))
        rows = self._ages.rows(syntax, once, rows, partial(self._name, syntax, found_names))
        measures = [a.expression for a in attachments if a.expression.relation == "on" and is_measure(scene, a)]
        when = [expression for expression in own if expression not in measures]  # "higher than in May" is none
        clauses = Clauses(syntax, self._discourse, self._cut(syntax, when))
        rows = self._courses.stretched(scene, rows, attachments)
        rest = self._rest(sentence, syntax, found, rows) if self._all_events else []
        seen: dict[str, int] = {}
        for row in (*rows, *rest):
            trigger = syntax.tokens[row.predicate.index].text
            ordinal = seen.get(trigger, 0)
            seen[trigger] = ordinal + 1
            yield self._event(sentence, syntax, row, clauses, ordinal, found_names)
        narrative.hear_dates(own)
        narrative.hear_rows(syntax, rows, own)
        self._ages.hear(syntax, rows, partial(self._name, syntax, found_names))

    def _name(self, syntax: Syntax, found_names: Sequence[Name], i: int) -> str | None:
        """The name that the token is part of or, a pronoun, stands for; whole where it was told before."""
        name = next((name.text for name in found_names if name.first <= i <= name.last), None)
        name = name or self._discourse.resolve(syntax, i)
        return None if name is None else self._discourse.full_name(name)

    def _expressions_in(self, sentence: Sentence, text: str, told: Period | None) -> list[TimeExpression]:
        own = inside(self._expressions, sentence.start, sentence.end)
        found = []
        for expression in own:
            found.append(refined(expression, self._document.text, sentence.start, self._reference.period, told))
            told = day_told(expression) or told
        return [e for e in found if not _in_dateline(text, e.start - sentence.start, e.end - sentence.start)]

    def _cut(self, syntax: Syntax, own: Sequence[TimeExpression]) -> set[int]:
        """The tokens of the expressions with their prepositions, and with a word run together with them."""
        cut: set[int] = set()
        for expression in own:
            if expression.type == "SET" or (expression.span is None and expression.type == "DURATION"):
                continue
            indices = tokens_of(syntax, expression)
            top = top_token(syntax, indices) if indices else None
            if top is None or names_kind(syntax, top, expression) or ranks_period(syntax, top):
                continue
            if is_spent(syntax, top, indices[0]):
                continue
            if is_of_figure(syntax, top, expression) or is_some_time(syntax, top, expression):
                continue
            kinds = [i for i in indices if syntax.tokens[i].dep in ("compound", "amod", "nummod", "nmod:poss")]
            outer = next((h for i in kinds if (h := syntax.tokens[i].head) not in indices), None)
            if outer is not None and _is_behind_verb(syntax, indices[0]):
                outer = None
            if outer is not None and syntax.lemma(outer) in _PERIODS and syntax.dep(outer) == "obl":
                indices = syntax.subtree(outer)
            elif outer is not None:
                continue
            last = indices[-1]
            if [syntax.lower(i) for i in range(last + 1, min(last + 3, len(syntax.tokens)))] == ["local", "time"]:
                indices = [*indices, last + 1, last + 2]
            if syntax.lower(indices[0] - 1) == "dated":
                indices = [indices[0] - 1, *indices]
            elif indices[0] > 2 and syntax.lower(indices[0] - 2) in _ARRANGED and _is_reduced(syntax, indices[0] - 2):
                indices = [indices[0] - 2, *indices]
            first = indices[0]
            if (
                first > 0
                and syntax.tokens[first - 1].end == expression.start
                and syntax.tokens[first - 1].text.isalpha()
            ):
                indices = [first - 1, *indices]
            cut.update(indices)
            for i in indices:
                cut.update(
                    child
                    for child in syntax.children[i]
                    if syntax.dep(child) in ("case", "punct", "mark", "det", "advmod") and child < i
                    and syntax.lower(child) not in ("once", "twice")
                )
        for i in range(1, len(syntax.tokens) - 1):
            if syntax.lower(i) in ("and", "or", "to") and i - 1 in cut and i + 1 in cut:
                cut.add(i)  # "between 1846 and 1851"
        return cut

    def _rest(
        self, sentence: Sentence, syntax: Syntax, found: Sequence[Predicate], rows: Sequence[Row]
    ) -> list[Row]:
        """What else the sentence tells, on the date that tense and context imply."""
        taken = {row.predicate.index for row in rows}
        mine = [p for p in found if p.index not in taken and counts(syntax, p)]
        day = self._reference.period.to(Granularity.DAY) if self._reference.period else None
        spans = [(syntax.tokens[p.index].start, syntax.tokens[p.index].end) for p in mine]
        answers = implied(sentence, self._expressions, spans, day, self._narrative.body - 1)
        return [
            Row(p, None, answer, of(syntax, p), answer.span is None and answer.relation == "after", minor=True)
            for p, answer in zip(mine, answers, strict=True)
        ]

    # The event

    def _event(
        self, sentence: Sentence, syntax: Syntax, row: Row, clauses: Clauses, ordinal: int, found_names: Sequence[Name]
    ) -> Event:
        token = syntax.tokens[row.predicate.index]
        dating = row.dating
        expression = dating.expression
        mention = Mention(self._document.key, sentence.start, sentence.end)
        anchor = expression.anchor.text if expression and expression.anchor else dating.anchor
        dated = min(tokens_of(syntax, expression), default=None) if expression else None
        gap = clauses.gap(row.verb if row.verb is not None else row.predicate.index, dated)
        told = [name for name in found_names if gap.left_out.isdisjoint((name.first, name.last))]
        where = where_of(syntax, row.predicate, row.verb, told)
        told = [name for name in told if name.text not in where]
        who = tuple(name.text for name in found_names if gap.subject in range(name.first, name.last + 1))
        if gap.subject is None:
            who = who_of(syntax, row.predicate, row.verb, told, clauses, self._discourse)
        return Event(
            document=self._document.key,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            sentence=self._document.text[sentence.start : sentence.end],
            paragraph=sentence.paragraph,
            trigger_start=token.start,
            trigger_end=token.end,
            trigger=token.text,
            predicate=row.predicate.lemma,
            clause=clauses.write(
                row.predicate,
                row.status,
                row.carrier,
                latest=self._is_latest(sentence, row),
                dated=dated,
            ),
            who=tuple(name for name in who if name not in where),
            where=where,
            status=row.status,
            span=dating.span,
            timex=expression.value if expression else _timex(dating.span),
            relation=dating.relation if dating.span is not None else "on",
            basis=dating.basis,
            expression=expression,
            anchor=anchor,
            rule=dating.rule,
            why=dating.why,
            alternatives=_alternatives(expression, dating.relation),
            confidence=dating.confidence,
            future=row.future,
            minor=row.minor,
            others=tuple(everyone(syntax, row.predicate, told, clauses, self._discourse)),
            ordinal=ordinal,
            sources=sources_of(syntax, row.predicate, clauses),
            mentions=(mention, *self._narrative.headlines_of(row)),
        )

    def _is_latest(self, sentence: Sentence, row: Row) -> bool:
        """Whether "most recently" stands before the date: one instance of what is told."""
        expression = row.dating.expression
        before = "" if expression is None else self._document.text[sentence.start : expression.start]
        return _LATEST.search(before) is not None


def _is_behind_verb(syntax: Syntax, i: int) -> bool:
    """ "opened on Jan. 9 and drew crowds": the date of the verb, whatever noun the parser hangs it on."""
    behind = i > 1 and syntax.lower(i - 1) in ("on", "in") and syntax.tokens[i - 2].upos == "VERB"
    return behind and syntax.tokens[i].dep == "compound"


def _is_reduced(syntax: Syntax, i: int) -> bool:
    """Whether the participle stands right behind its noun: "cancelled a concert planned for Friday"."""
    return syntax.dep(i) == "acl" and syntax.tokens[i - 1].upos in ("NOUN", "PROPN")


_ARRANGED = lexicon.groups("verbs")["arranged"]


def _day_end(reference: ReferenceTime) -> int | None:
    if reference.period is None:
        return None
    return (reference.period.start // 86400 + 1) * 86400


def _timex(span: Span | None) -> str:
    if span is None or span.first is None:
        return ""
    return timex.write(span.first)


def _alternatives(expression: TimeExpression | None, relation: str) -> tuple[str, ...]:
    if expression is None:
        return ()
    return tuple(edtf.write(related(span, relation)) for _, span in expression.alternatives if span is not None)


def _is_date_alone(syntax: Syntax, dates: set[int]) -> bool:
    """Whether a sentence is nothing but a time expression ("2 November 2006.", "At noon:")."""
    return bool(dates) and all(
        token.i in dates or token.upos in ("PUNCT", "SYM", "ADP", "DET", "SPACE") for token in syntax.tokens
    )


def _in_dateline(text: str, start: int, end: int) -> bool:
    """Whether the expression stands in the place-and-date line that opens a story ("PARIS, May 3 (AFP) - …")."""
    return start < 60 and _PLACE_LINE.match(text[:start] or " ") is not None and _DATELINE.match(text[end:]) is not None

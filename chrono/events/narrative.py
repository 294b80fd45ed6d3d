"""What a document's sentences have told so far, and the rows that follow from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..calendar import Granularity, Period, Span
from ..reference import ReferenceTime
from ..tagger.expression import TimeExpression
from . import lexicon
from .attachment import tokens_of
from .conjuncts import joined_to
from .continuing import Continuation, day_of_hour
from .dating import Dating, is_point, related
from .event import Mention
from .inferred import UNDATED, is_main, is_told
from .kinds_of_time import measures
from .predicates import NOUN, VERB, Predicate, at, tellable
from .rows import Row, told_by
from .scene_set import opens_on
from .status import of
from .subjects import is_of_no_one
from .syntax import Syntax

_LEAD = 2
"""How many sentences of running text count as the lead."""
LEAD_CONFIDENCE = 0.55
UNDER_HEADING = 0.85
"""Share of a heading's confidence that the sentence under it keeps."""
SINCE_CONFIDENCE = 0.7
_RECENT = 8 * 86400
_HISTORY = 366 * 86400


class Narrative:
    """The last past date told, the day of the lead, a date that stands as a heading, and the headlines.

    ``day_end`` is the first second after the reference day, ``expressions`` are those of the text in order; ``body``
    counts the sentences of running text.
    """

    def __init__(
        self, reference: ReferenceTime, day_end: int | None, expressions: Sequence[TimeExpression] = ()
    ) -> None:
        self._reference = reference
        self._expressions = expressions
        self._day_end = day_end
        self._last: tuple[TimeExpression, Span] | None = None
        self._day: Span | None = None
        self._lead: Span | None = None
        self._in_past = False
        self._heading: TimeExpression | None = None
        self._headed = -1
        self._is_next = False
        self._headlines: list[tuple[Mention, frozenset[str]]] = []
        self._continuation = Continuation(is_narrative=reference.mode == "narrative")
        self.body = 0

    # Hearing

    @property
    def day(self) -> Period | None:
        """The day the text has told last."""
        last = self._last[1].last if self._last is not None else None
        return last if last is not None and last.granularity == Granularity.DAY else None

    def hear_headline(self, syntax: Syntax, mention: Mention) -> None:
        """Keep what a headline tells, for the sentence that tells the same."""
        lemmas = frozenset(syntax.lemma(i) for i, token in enumerate(syntax.tokens) if token.upos in ("VERB", "NOUN"))
        self._headlines.append((mention, lemmas))

    def hear_heading(self, expression: TimeExpression, paragraph: int) -> None:
        """A date that stands alone dates the next sentence, and the rest of its own paragraph ("Friday 14 June. …")."""
        self._heading, self._headed, self._is_next = expression, paragraph, True

    def hear_dates(self, own: Sequence[TimeExpression]) -> None:
        """Keep the last past date told."""
        for expression in own:
            span = expression.span
            if (
                expression.type in ("DATE", "TIME")
                and span is not None
                and span.first is not None
                and (self._day_end is None or span.first.start < self._day_end)
            ):
                self._last = (expression, span)

    def hear_rows(self, syntax: Syntax, rows: Sequence[Row], own: Sequence[TimeExpression] = ()) -> None:
        """Keep the day of the last recent event; ``own`` are the sentence's expressions."""
        self._continuation.hear(syntax, rows, next((e for e in own if _is_said_of_that(syntax, e)), None))
        for row in rows:
            span = day_of_hour(row) or row.dating.span
            if row.dating.relation == "on" and span is not None and span.end is not None and self._day_end is not None:
                self._in_past = self._day_end - span.end > _HISTORY
            if row.status == "happened" and self._is_recent(span) and span is not None and span.first is not None:
                self._day = Span.of(span.first.to(Granularity.DAY))
                if self.body <= _LEAD and is_told(syntax, (row.carrier or row.predicate).index):
                    self._lead = self._lead or self._day

    # Rows

    def rows(
        self, syntax: Syntax, found: Sequence[Predicate], rows: Sequence[Row], vague: Mapping[int, Dating]
    ) -> list[Row]:
        """The rows of the next sentence that earlier ones date; ``rows`` are those it dates itself, ``vague`` are the
        datings of those that are told with a vague time of the past."""
        added = self._since_then(syntax, found, rows)
        added += self._under_heading(syntax, found, [*rows, *added])
        added += self._in_lead(syntax, found, [*rows, *added], vague)
        story = self._lead if self.is_of_news and self._is_of_day() else None
        return added + self._continuation.rows(syntax, found, [*rows, *added], vague, story)

    @property
    def is_of_news(self) -> bool:
        """Whether the document has a date of its own, which its news leans on."""
        return self._reference.period is not None and self._reference.source != "none"

    def _since_then(self, syntax: Syntax, found: Sequence[Predicate], rows: Sequence[Row]) -> list[Row]:
        """ "has tested dozens since": open from the date last told."""
        added: list[Row] = []
        for i in range(len(syntax.tokens)):
            if syntax.lower(i) != "since":
                continue
            closed = i + 1 == len(syntax.tokens) or syntax.tokens[i + 1].upos == "PUNCT"
            amid = syntax.dep(i) == "advmod" and syntax.lower(i - 1) in ("has", "have", "had", "'ve", "’ve")
            if not (closed or amid):
                continue
            perfect = [
                p
                for p in found
                if (syntax.head(i) == p.index if amid else p.index < i)
                and p.tense in ("present-perfect", "past-perfect")
            ]
            last = self._earlier(rows, syntax, i) or self._last
            if perfect and last is not None and not self._is_ahead(last[1]):
                expression, span = last
                dating = Dating(
                    related(_end(span), "since"),
                    "since",
                    "relative",
                    None,
                    f"since “{expression.text}”, the date told before",
                    SINCE_CONFIDENCE,
                    "events.since-then",
                    expression.text,
                )
                added.append(Row(perfect[-1], None, dating, "happened"))
        return added

    def _is_ahead(self, span: Span) -> bool:
        return self._day_end is not None and span.end is not None and span.end > self._day_end

    def _under_heading(self, syntax: Syntax, found: Sequence[Predicate], rows: Sequence[Row]) -> list[Row]:
        """What the sentence behind a date that stands alone ("14 March 2006.") tells happened then, and so did what is
        told without a date in the rest of the paragraph that the date opens."""
        heading, is_next = self._heading, self._is_next
        self._is_next = False
        if heading is None or heading.span is None:
            return []
        if not is_next and (syntax.sentence.paragraph != self._headed or heading.span.granularity < Granularity.DAY):
            return []
        if not is_next and any(row.dating.expression and not _is_aside(syntax, row.predicate.index) for row in rows):
            return []
        share = UNDER_HEADING if is_next else UNDER_HEADING * UNDER_HEADING
        told = told_by(row for row in rows if row.dating.span is not None)
        dating = Dating(
            heading.span,
            heading.relation,
            "relative" if heading.relative else "explicit",
            heading,
            f"under “{heading.text}”",
            round(share * heading.confidence, 3),
            heading.rule,
        )
        return [
            Row(predicate, None, dating, of(syntax, predicate))
            for predicate in found
            if predicate.index not in told
            and predicate.kind == VERB
            and (predicate.finite if is_next else tellable(predicate))
            and is_main(syntax, predicate.index)
            and not any(above in told for above in syntax.ancestors(predicate.index))
        ]

    def _in_lead(
        self, syntax: Syntax, found: Sequence[Predicate], rows: Sequence[Row], vague: Mapping[int, Dating]
    ) -> list[Row]:
        """What the first sentences of a news story tell as past happened on the day they told last, or that of the
        story; so did what police and rescuers are told to have done further down, while it is of that day."""
        late = self.body > _LEAD
        if late and (not self._is_of_day() or syntax.tokens[-1].text != "."):
            return []
        if self._reference.period is None or self._reference.source == "none":
            return []
        if self._day is None and self._in_past:  # the text opens with history, not with news
            return []
        told = told_by(rows)
        opened = None if late else opens_on(syntax, self._expressions, self._day_end)
        span = self._day_of(rows) or self._day or opened or Span.of(self._reference.period.to(Granularity.DAY))
        past = told_by(row for row in rows if row.dating.span is not None and _is_over(row.dating.span, span))
        added = []
        for predicate in found:
            above = [predicate.index, *syntax.ancestors(predicate.index)]
            joined = not told.isdisjoint([*above, *joined_to(syntax, predicate.index)])
            joined = joined or not past.isdisjoint(syntax.having(predicate.index, ("xcomp",)))
            news = replace(predicate, tense="past") if self.body == 1 and _is_news(syntax, predicate) else predicate
            main = is_told(syntax, predicate.index) and tellable(news) and not measures(syntax, predicate)
            main = main and not is_of_no_one(syntax, predicate.index)
            if not joined and main and (not late or _is_incident(syntax, predicate)):
                why = "the day of the story" if late else "the lead of the story"
                why = "the day that the next sentence opens with" if span == opened else why
                dating = Dating(span, "on", "implied", None, why, LEAD_CONFIDENCE, "events.lead")
                dating = next((vague[i] for i in above if i in vague), dating)
                beside = not past.isdisjoint(syntax.having(predicate.index, ("advcl",)))
                if beside or _has_number(syntax, predicate) or _is_found(syntax, predicate.index):
                    dating = Dating(None, "on", "undated", None, "told beside another time", UNDATED, "events.lead")
                added.append(Row(predicate, None, dating, "happened"))
        return added

    def _day_of(self, rows: Sequence[Row]) -> Span | None:
        """The recent day that the sentence itself tells, be it in a clause ("hit a tree that a slide had moved on
        Monday night")."""
        spans = [row.dating.span for row in rows if row.status == "happened" and row.dating.expression is not None]
        recent = [span.first for span in spans if self._is_recent(span) and span is not None and span.first is not None]
        return Span.of(recent[-1].to(Granularity.DAY)) if recent else None

    def _is_recent(self, span: Span | None) -> bool:
        if span is None or span.first is None or not is_point(span):
            return False
        return self._day_end is None or 0 <= self._day_end - span.first.start <= _RECENT

    def _is_of_day(self) -> bool:
        """Whether the story has told its day, and no older date since."""
        told = None if self._last is None else self._last[1].start
        return self._day is not None and (
            told is None or self._day_end is None or self._day_end - told <= _RECENT
        )

    def _earlier(self, rows: Sequence[Row], syntax: Syntax, adverb: int) -> tuple[TimeExpression, Span] | None:
        """The last date told in the same sentence before "since"."""
        before = [
            row.dating
            for row in rows
            if row.dating.expression is not None
            and row.dating.span is not None
            and row.dating.expression.end <= syntax.tokens[adverb].start
        ]
        latest = max(before, key=lambda dating: dating.expression.start if dating.expression else 0, default=None)
        return (latest.expression, latest.span) if latest and latest.expression and latest.span else None

    def headlines_of(self, row: Row) -> list[Mention]:
        """The headlines that tell the same: they share the predicate with one of the first sentences."""
        if self.body > 2 or row.predicate.kind not in (VERB, NOUN):
            return []
        return [mention for mention, lemmas in self._headlines if row.predicate.lemma in lemmas]


def _end(span: Span) -> Span:
    """The last unit of a range; what is one unit as it is."""
    return span if span.last is None or span.first == span.last else Span.of(span.last)


def _is_said_of_that(syntax: Syntax, expression: TimeExpression) -> bool:
    """ "That was on the evening of 3 May": the time of what was told before."""
    top = next((i for i in tokens_of(syntax, expression) if syntax.first(i, "cop") is not None), None)
    subject = None if top is None else syntax.first(top, "nsubj")
    was = top is not None and any(syntax.lower(c) == "was" for c in syntax.having(top, ("cop",)))
    return was and subject is not None and syntax.lower(subject) in ("that", "this", "it")


def _is_over(span: Span, day: Span) -> bool:
    """Whether the span ends before the day."""
    return span.end is not None and day.start is not None and span.end <= day.start


def _is_found(syntax: Syntax, verb: int) -> bool:
    """ "The dam burst because its wall was weak, an inquiry has found": what a report looks back on."""
    first = syntax.tokens[verb].head if syntax.dep(verb) == "conj" else verb
    told = syntax.having(first, ("conj", "parataxis", "ccomp"))
    return any(i > verb and syntax.lemma(i) in _FINDING and at(syntax, i).tense != "past" for i in told)


_FINDING = lexicon.groups("verbs")["finding"]


def _has_number(syntax: Syntax, predicate: Predicate) -> bool:
    """ "King Alfred died in 899": a number that may be a year."""
    numbers = [i for i in syntax.having(predicate.index, ("obl",)) if syntax.tokens[i].text.isdigit()]
    return any((case := syntax.first(i, "case")) is not None and syntax.lower(case) == "in" for i in numbers)


def _is_aside(syntax: Syntax, i: int) -> bool:
    """Whether the predicate stands in a relative clause."""
    return any(syntax.dep(k) == "acl" for k in (i, *syntax.ancestors(i)))


def _is_news(syntax: Syntax, predicate: Predicate) -> bool:
    """ "The chairman has resigned": an act told in the perfect, with no word of how long or how often."""
    words = {syntax.lower(c) for c in syntax.having(predicate.index, ("advmod", "obl"))}
    once = predicate.lemma in lexicon.groups("verbs")["once"]
    return predicate.tense == "present-perfect" and once and words.isdisjoint(_REPEATED)


_REPEATED = lexicon.groups("grammar")["repeated"]


def _is_incident(syntax: Syntax, predicate: Predicate) -> bool:
    """What police or rescuers did, or what is joined to it ("evacuated a hotel and closed the quay")."""
    first = syntax.tokens[predicate.index].head if syntax.dep(predicate.index) == "conj" else predicate.index
    return predicate.lemma in _INCIDENTS or syntax.lemma(first) in _INCIDENTS


_INCIDENTS = lexicon.groups("verbs")["incident"]

"""Rows of a story that goes on: what plain past verbs tell behind a dated happening took place then, if nothing says
otherwise ("On Saturday it hailed. They shared a tin of soup.").

A new paragraph of a news story is back at the day of the story, one of a history still at the date told last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..calendar import Granularity, Span
from ..tagger.expression import TimeExpression
from . import lexicon
from .conjuncts import behind_mark
from .dating import Dating
from .inferred import is_main, is_told
from .kinds_of_time import measures
from .predicates import SUBJECTS, VERB, Predicate, at, tellable
from .pronouns import is_expletive
from .rows import Row, told_by
from .status import HAPPENED, PLANNED, POSSIBLE
from .subjects import is_someone
from .syntax import Syntax

GOES_ON, STORY_DAY = 0.5, 0.4
"""How surely a story goes on at a date told in the paragraph, and a new paragraph at its own day."""
_FAR = 3
"""How many sentences after its last date a paragraph still goes on at it."""


@dataclass(frozen=True, slots=True)
class _Reached:
    """A date that the story has reached: its span, the words that told it, the paragraph and sentence it stands in."""

    span: Span
    words: str
    paragraph: int
    sentence: int


class Continuation:
    """Where a story stands. ``is_narrative`` tells of a text that leans on the dates it tells, not on its own."""

    def __init__(self, *, is_narrative: bool) -> None:
        self._is_narrative = is_narrative
        self._reached: _Reached | None = None
        self._sentence = 0

    def hear(self, syntax: Syntax, rows: Sequence[Row], said: TimeExpression | None = None) -> None:
        """Take note of the rows of a sentence, and of the time it says something was at ("That was on 3 May")."""
        self._sentence += 1
        at = None if said is None else said.span
        if said is not None and at is not None and at.first is not None and at.last is not None:
            self._reached = _Reached(_days(at), said.text, syntax.sentence.paragraph, self._sentence)
        for row in rows:
            span = row.dating.span
            told = row.carrier or row.predicate
            if row.dating.rule == "events.continuing" and self._reached is not None:
                self._reached = replace(self._reached, sentence=self._sentence)
            if not is_told(syntax, told.index) or row.dating.basis == "implied":
                continue
            if told.tense == "past-perfect":
                continue  # what lay before the story
            if syntax.lower(told.index) == "born":
                self._reached = None  # a life goes on, but not on its first day
                continue
            whole = span is not None and span.first is not None and span.last is not None
            words = row.dating.expression.text if row.dating.expression else row.dating.anchor
            day = day_of_hour(row)
            if row.status == HAPPENED and row.dating.relation in ("on", "about") and whole and span is not None:
                self._reached = _Reached(_days(span), words, syntax.sentence.paragraph, self._sentence)
            elif row.status == HAPPENED and day is not None:
                self._reached = _Reached(day, words, syntax.sentence.paragraph, self._sentence)
            elif span is not None or row.status == HAPPENED:
                self._reached = None

    def rows(
        self,
        syntax: Syntax,
        found: Sequence[Predicate],
        rows: Sequence[Row],
        vague: Mapping[int, Dating],
        story: Span | None,
    ) -> list[Row]:
        """The rows of the sentence that only the story dates; ``story`` is its own day."""
        taken = told_by(rows)
        added = []
        for predicate in found:
            if predicate.index in taken or not _goes_on(syntax, predicate):
                continue
            if not taken.isdisjoint(syntax.having(predicate.index, ("xcomp", "ccomp"))):
                continue  # "agreed to meet": the meeting has a row of its own
            then = self._at(syntax, predicate, rows, story)
            if then is None or any(i in vague for i in (predicate.index, *syntax.ancestors(predicate.index))):
                continue
            added.append(Row(predicate, None, then, HAPPENED))
        return added

    def _at(self, syntax: Syntax, predicate: Predicate, rows: Sequence[Row], story: Span | None) -> Dating | None:
        dated = [row for row in rows if row.dating.expression is not None and row.dating.span is not None]
        beside = [row for row in dated if not _is_aside(syntax, row, predicate)]
        before = [row for row in beside if (row.carrier or row.predicate).index < predicate.index]
        if beside and not before:
            return None
        if before:
            last = before[-1]
            if last.dating.relation not in ("on", "about") or last.status != HAPPENED or not _leads_on(syntax, last):
                return None
            return replace(
                last.dating, basis="implied", expression=None, confidence=GOES_ON, rule="events.continuing",
                why=f"told behind “{(last.carrier or last.predicate).lemma}” in the same sentence",
            )
        reached = self._reached
        if reached is not None and reached.paragraph == syntax.sentence.paragraph:
            if self._sentence + 1 - reached.sentence > _FAR or reached.span.granularity > Granularity.DAY:
                return None
            return _dating(reached.span, f"the story goes on at “{reached.words}”", GOES_ON)
        if self._is_narrative or story is None or not _is_of_people(syntax, predicate.index):
            return None
        return _dating(story, "the day of the story", STORY_DAY)


def _is_aside(syntax: Syntax, row: Row, predicate: Predicate) -> bool:
    """ "blamed a pill that he had bought in April": what is dated only says which thing is meant; "blamed a pill and
    said he would appeal next week": what is dated behind it is to come."""
    chain = [row.predicate.index, *syntax.ancestors(row.predicate.index)]
    if predicate.index not in chain or row.predicate.index < predicate.index:
        return False
    if row.status in (PLANNED, POSSIBLE) and syntax.tokens[row.predicate.index].dep == "ccomp":
        return True
    return any(syntax.dep(i) == "acl" for i in chain[: chain.index(predicate.index)])


def _leads_on(syntax: Syntax, row: Row) -> bool:
    """Whether what a row tells is the clause before, or one that "when" or "as" opens."""
    verb = (row.carrier or row.predicate).index
    openers = {syntax.lower(child) for child in syntax.children[verb] if child < verb}
    if "having" in openers:
        return False  # "having left in 2010, he joined a bank"
    when = not openers.isdisjoint(("when", "as"))
    return is_main(syntax, verb) or (syntax.dep(verb) == "advcl" and when)


def _dating(span: Span, why: str, sure: float) -> Dating:
    return Dating(span, "on", "implied", None, why, sure, "events.continuing")


def _days(span: Span) -> Span:
    """A time of day as its day: what is told next need not be of the same hour."""
    first, last = span.first, span.last
    assert first is not None and last is not None
    if first.granularity >= Granularity.DAY:
        return span
    return Span(first.to(Granularity.DAY), last.to(Granularity.DAY))


def day_of_hour(row: Row) -> Span | None:
    """The day of an hour that bounds what is told: "by noon the ford was closed", "was driven off before dusk"."""
    span = row.dating.span
    last = None if span is None or row.dating.relation not in ("by", "before") else span.last
    return Span.of(last.to(Granularity.DAY)) if last is not None and last.granularity < Granularity.DAY else None


def _is_of_people(syntax: Syntax, verb: int) -> bool:
    """Whether the subject is someone: a name, a pronoun, people, or a count of them."""
    subject = syntax.first(verb, *SUBJECTS)
    if subject is None and syntax.dep(verb) == "conj":
        return _is_of_people(syntax, syntax.tokens[verb].head)
    if subject is None:
        return False
    return is_someone(syntax, subject)


def _goes_on(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether the predicate tells the next happening of the story: a plain past of the main clause, of someone who is
    no speaker, told once and of no length of time."""
    verb = predicate.index
    if predicate.kind != VERB or not (tellable(predicate) or _requests(syntax, predicate)):
        return False
    if not (is_main(syntax, verb) or _stands_beside(syntax, verb) or _tells_when(syntax, verb)):
        return False
    if predicate.lemma in _OUTCOMES | _MENTAL | _NEGATIVE or measures(syntax, predicate):
        return False
    if any(_opens_other_time(syntax, clause) for clause in syntax.having(verb, ("advcl",))):
        return False
    subject = syntax.first(verb, *SUBJECTS)
    if subject is not None and syntax.lower(subject) in _NO_ACTORS:
        thing = syntax.lower(subject) == "it" and predicate.lemma not in _LASTING
        return thing and is_main(syntax, verb) and not is_expletive(syntax, subject)
    words = {syntax.lower(child) for child in syntax.having(verb, ("advmod", "obl", "det"))}
    return words.isdisjoint(_REPEATED)


def _requests(syntax: Syntax, predicate: Predicate) -> bool:
    """ "asked her to form a cabinet", "called on him to go": a saying that is an act."""
    verb = predicate.index
    if predicate.tense != "past" or predicate.negated or predicate.modal:
        return False
    if predicate.lemma == "ask":
        return syntax.first(verb, "obj", "iobj") is not None and syntax.first(verb, "xcomp") is not None
    cases = [syntax.first(i, "case") for i in syntax.having(verb, ("obl",))]
    words = {syntax.lower(case) for case in cases if case is not None}
    return predicate.lemma == "call" and not words.isdisjoint(("on", "for"))


def _stands_beside(syntax: Syntax, verb: int) -> bool:
    """ "She rang; the battery died", "He chose: he sent four men up": a clause of its own behind such a mark, or one
    joined to it."""
    if syntax.dep(verb) == "conj":
        return _stands_beside(syntax, syntax.tokens[verb].head)
    beside = syntax.dep(verb) == "parataxis" and is_main(syntax, syntax.tokens[verb].head)
    return beside and syntax.first(verb, *SUBJECTS) is not None and behind_mark(syntax, verb, ";:")


def _opens_other_time(syntax: Syntax, clause: int) -> bool:
    """ "was sent to sea when she was nine": a clause that tells when, without a date, and is no happening by itself."""
    opens = any(syntax.lower(child) in _OPENERS for child in syntax.children[clause] if child < clause)
    return opens and not _tells_when(syntax, clause)


def _tells_when(syntax: Syntax, clause: int) -> bool:
    """ "When the clerk was fired, the phones fell silent": a happening of the story behind "when"."""
    when = any(syntax.lower(child) == "when" for child in syntax.children[clause] if child < clause)
    return when and syntax.dep(clause) == "advcl" and tellable(at(syntax, clause))


_OPENERS = lexicon.groups("grammar")["clause-opener"]
_NEGATIVE = lexicon.groups("predicates")["negative"]
_OUTCOMES = lexicon.groups("verbs")["outcome"]
_MENTAL = lexicon.groups("predicates")["mental"]
_REPEATED = lexicon.groups("grammar")["repeated"]
_LASTING = lexicon.groups("verbs")["of-time-object"]
_NO_ACTORS = lexicon.groups("grammar")["no-actor"]

"""Rows of verbs joined by "and" to one that has a date: what is told of one day in one breath happened then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..calendar import Granularity, Span
from . import lexicon
from .arranging import puts_off
from .dating import is_point, related, taken_over
from .predicates import SUBJECTS, VERB, Predicate, tellable
from .rows import Row, told_by
from .scene import Scene, is_reporting
from .status import DENIED, PLANNED, of
from .syntax import Syntax

BY_SENTENCE, BY_LAST = 0.7, 0.6
"""What remains of a date's confidence when it is taken over from the clause before, or from the last one."""
_LATER = re.compile(r"\b(?:later|afterwards?|after|thereafter)$")
"""A time counted from what was told before, as the first of joined verbs."""
_OUTCOMES = lexicon.groups("verbs")["outcome"]
_OTHER = lexicon.groups("grammar")["other-time"]
_CALLING_OFF = lexicon.groups("verbs")["calling-off"]
_CROWDS = lexicon.groups("grammar")["crowd"]


def by_conjunct(scene: Scene, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
    """A verb joined to a dated one of the same tense happened then too; one with a subject of its own only where the
    date opens both clauses ("A year later prices fell, and the mill closed")."""
    if not tellable(predicate) or scene.syntax.dep(predicate.index) not in ("conj", "advcl", "parataxis"):
        return None
    if predicate.lemma in _OUTCOMES:
        return None  # "was admitted two days later and survived"
    dep = scene.syntax.dep(predicate.index)
    if dep == "parataxis" and not behind_mark(scene.syntax, predicate.index):
        return None
    own_subject = dep != "advcl" and scene.syntax.first(predicate.index, *SUBJECTS) is not None
    openers = {scene.syntax.lower(child) for child in scene.syntax.children[predicate.index] if child < predicate.index}
    clauses = {*scene.syntax.having(predicate.index, ("advcl",))}
    dated = told_by(row for row in rows if row.dating.span is not None)
    times = {scene.syntax.lower(c) for i in scene.syntax.having(predicate.index, ("obl",)) if i < predicate.index
             for c in scene.syntax.having(i, ("case",))}
    if openers & _OTHER or times & {"after", "before", "since"} or clauses & dated:
        return None
    head = scene.syntax.head(predicate.index)
    if len({row.dating.span for row in rows if (row.carrier or row.predicate).index == head}) > 1:
        return None  # "sang it in 1977 and again in 1982, and sold her harp"
    for row in rows:
        first = row.carrier or row.predicate
        if (
            first.index == head
            and row.dating.span is not None
            and first.kind == VERB
            and row.dating.relation in ("on", "about", "between", "during")
            and first.tense == "past"
            and not _is_plain_report(scene, first)
            and (not own_subject or _opens_clause(scene, row, first.index))
        ):
            dating = taken_over(row.dating, BY_SENTENCE, f"the same sentence dates “{first.lemma}”")
            if row.status in (PLANNED, DENIED):  # "was set for May and then cancelled": by then, if at all
                if not puts_off(scene.syntax, predicate.index) and predicate.lemma not in _CALLING_OFF:
                    return None
                dating = replace(dating, span=related(row.dating.span, "by"), relation="by")
            return Row(predicate, None, dating, of(scene.syntax, predicate))
    return None


def by_last_conjunct(scene: Scene, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
    """ "Police arrested two men and seized a car on Sunday", "Two people died and 22 were hurt on Monday": a day behind
    the last of joined verbs is that of all."""
    if not tellable(predicate):
        return None
    for row in rows:
        last, expression = row.carrier or row.predicate, row.dating.expression
        subject = scene.syntax.first(last.index, *SUBJECTS)
        if (
            last.index in joined_to(scene.syntax, predicate.index)
            and (subject is None or _counts(scene.syntax, subject))
            and row.dating.span is not None
            and (is_point(row.dating.span) or last.index == predicate.index + 2)  # "opened and adjourned in 2015"
            and row.dating.relation in ("on", "about")
            and last.kind == VERB
            and last.tense in ("past", "participle")
            and row.status not in (PLANNED, DENIED)
            and (expression is None or expression.start > scene.syntax.tokens[last.index].start)
        ):
            span = row.dating.span
            if expression is not None and _LATER.search(expression.text.lower()):
                if span.first is None or span.granularity >= Granularity.DAY:
                    return None
                span = Span.of(span.first.to(Granularity.DAY))  # "was issued but was lifted an hour later": that day
            dating = taken_over(row.dating, BY_LAST, f"the same sentence dates “{last.lemma}”")
            return Row(predicate, None, replace(dating, span=span), of(scene.syntax, predicate))
    return None


def joined_to(syntax: Syntax, verb: int) -> list[int]:
    """The verbs joined to one by "and"."""
    return [i for i in syntax.having(verb, ("conj",)) if syntax.tokens[i].upos in ("VERB", "AUX")]


def _is_plain_report(scene: Scene, predicate: Predicate) -> bool:
    """A verb of saying that is no act by itself: not "apologised", "pleaded", "claimed victory"."""
    plain = is_reporting(predicate) and predicate.lemma in lexicon.groups("reporting_verbs")["plain"]
    claims = predicate.lemma == "claim" and scene.syntax.first(predicate.index, "obj") is not None
    return plain and not claims


def _counts(syntax: Syntax, i: int) -> bool:
    counted = syntax.tokens[i].upos == "NOUN" and syntax.first(i, "nummod") is not None
    return counted or syntax.tokens[i].upos == "NUM" or syntax.lower(i) in _CROWDS


def _opens_clause(scene: Scene, row: Row, verb: int) -> bool:
    """Whether the row's date stands before the subject of its verb."""
    subject = scene.syntax.first(verb, *SUBJECTS)
    expression = row.dating.expression
    return subject is not None and expression is not None and expression.end <= scene.syntax.tokens[subject].start


def behind_mark(syntax: Syntax, verb: int, marks: str = ";") -> bool:
    """Whether the clause of the verb stands behind a semicolon, or another of ``marks``: "In May he took Brenn; its
    garrison was killed"."""
    first = syntax.subtree(verb)[0]
    return any(mark in (syntax.lower(first), syntax.lower(first - 1) if first else "") for mark in marks)

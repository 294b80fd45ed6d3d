"""What an undated clause with "after" or "before" tells beside a dated one: "quit on 2 May after details leaked"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..calendar import Granularity, Span
from . import lexicon
from .dating import Dating, related
from .predicates import VERB, Predicate, tellable
from .relevance import is_generic
from .rows import Row
from .scene import Scene
from .status import HAPPENED
from .syntax import Syntax

SURE, NEAR = 0.5, 0.6
"""What remains of the confidence of the event beside it: for the order alone, and where little time lies between."""
_NEAR = lexicon.groups("grammar")["shortly"]
_ENDING = lexicon.groups("verbs")["ending-all"]


def by_order(scene: Scene, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
    """The row of a past told behind "after" or "before" of a dated event: in the same year or shortly beside it at its
    date, otherwise by it or after it. ``rows`` are those with a date of their own."""
    syntax = scene.syntax
    at = predicate.index
    mark = next((c for c in syntax.having(at, ("mark",)) if syntax.lower(c) in ("after", "before") and c < at), None)
    if mark is None or syntax.dep(at) not in ("advcl", "conj") or is_generic(scene, predicate):
        return None
    for row in rows:
        told, main = row.dating, row.carrier or row.predicate
        if main.index != syntax.head(at) or not _is_dated(row):
            continue
        after = syntax.lower(mark) == "after" or _is_not_before(syntax, mark)
        if not (_goes_before(scene, predicate, mark) if after else _comes_behind(scene, predicate, main, mark)):
            return None
        return Row(predicate, None, _dated(told, syntax, mark, after=after), HAPPENED)
    return None


def by_clause(scene: Scene, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
    """The row of an undated past beside whose "after" or "before" clause is dated: "was called off after they agreed on
    Monday", "sold it before the order came in January"."""
    syntax = scene.syntax
    if not tellable(predicate) or is_generic(scene, predicate):
        return None
    for row in rows:
        told, clause = row.dating, row.predicate
        if syntax.head(clause.index) != predicate.index or not _is_dated(row):
            continue
        marks = [syntax.lower(c) for c in syntax.having(clause.index, ("mark",)) if c < clause.index]
        word = next((mark for mark in marks if mark in ("after", "before")), None)
        if word is None or clause.tense not in ("past", "past-perfect") or syntax.dep(clause.index) != "advcl":
            continue
        span = told.span
        assert span is not None and span.first is not None
        if span.granularity < Granularity.DAY:
            span = Span.of(span.first.to(Granularity.DAY))
            word = "by" if word == "before" else "since"
        words = told.expression.text if told.expression is not None else told.why
        sure = round(told.confidence * NEAR, 3)
        why = f"told beside what happened in “{words}”"
        dating = Dating(related(span, word), word, "relative", told.expression, why, sure, "events.order", words)
        return Row(predicate, None, dating, HAPPENED)
    return None


def _is_dated(row: Row) -> bool:
    """Whether the row tells a happening of one day, month or the like."""
    told = row.dating
    one = told.span is not None and told.span.first == told.span.last
    return one and told.relation in ("on", "about") and row.status == HAPPENED


def _dated(told: Dating, syntax: Syntax, mark: int, *, after: bool) -> Dating:
    span = told.span
    assert span is not None
    near = _is_near(syntax, mark)
    if span.first is not None and span.granularity < Granularity.DAY:  # the hour is not told, the day is likely
        span = Span.of(span.first.to(Granularity.DAY))
    same = told.span != span or span.granularity >= Granularity.YEAR or (near and span.granularity > Granularity.DAY)
    relation = "on" if same else "by" if after else "after"
    word = "not before" if after and syntax.lower(mark) == "before" else syntax.lower(mark)
    words = told.expression.text if told.expression is not None else told.why
    why = f"told with “{word}” beside what happened in “{words}”"
    sure = round(told.confidence * (NEAR if near else SURE), 3)
    kept = Span(span.first, span.last, span.mod, span.approximate)
    return Dating(related(kept, relation), relation, "relative", told.expression, why, sure, "events.order", words)


def _goes_before(scene: Scene, predicate: Predicate, mark: int) -> bool:
    """Whether it is told as a change of the past that was over when the other came."""
    told = replace(predicate, tense="past") if predicate.tense in ("gerund", "past-perfect") else predicate
    if _is_not_before(scene.syntax, mark):
        return tellable(told)
    lasting = predicate.tense == "gerund" and predicate.lemma in scene.kinds["durative"]  # "after serving six years"
    return tellable(told) and not lasting


def _comes_behind(scene: Scene, predicate: Predicate, main: Predicate, mark: int) -> bool:
    """Whether what "before" opens did come: not in "died before he was sentenced", nor in "left before signing it"."""
    if not tellable(predicate) or main.kind != VERB:
        return False
    return _is_near(scene.syntax, mark) or main.lemma not in _ENDING


def _is_near(syntax: Syntax, mark: int) -> bool:
    """ "shortly before", "soon after"."""
    return mark > 0 and syntax.lower(mark - 1) in _NEAR


def _is_not_before(syntax: Syntax, mark: int) -> bool:
    """ "left, but not before carving a name": it was done first."""
    return syntax.lower(mark) == "before" and mark > 1 and [syntax.lower(mark - 2), syntax.lower(mark - 1)] == [
        "but",
        "not",
    ]

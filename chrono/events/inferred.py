"""Rows without an expression of their own: dated by the sentence around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..calendar import Granularity, Span
from . import lexicon
from .attachment import NOUN_ANCHOR, Attachment
from .conjuncts import BY_SENTENCE, by_conjunct, by_last_conjunct
from .dating import Dating, of_attachment, taken_over
from .distance import by_bound, by_distance
from .order import by_clause, by_order
from .predicates import NOUN, SUBJECTS, VERB, Predicate, noun_score, tellable
from .results import by_relative, by_result
from .rows import Row, told_by
from .scene import Scene, is_reporting
from .status import PLANNED, of
from .syntax import Syntax

BY_REPORT = 0.75
"""What remains of a date's confidence when it is taken over from a report."""
UNDATED = 0.6


def implied(scene: Scene, explicit: Sequence[Row], attachments: Sequence[Attachment]) -> list[Row]:
    """Rows for undated predicates that a "when", a report, or a clause joined to them dates."""
    taken = told_by(explicit)
    vague = vague_pasts(scene.syntax, attachments)
    rows: list[Row] = []
    for index, predicate in scene.predicates.items():
        if index in taken or predicate.kind == NOUN:
            continue
        row = (
            _by_when(scene, predicate, attachments)
            or by_distance(scene, predicate, explicit, attachments)
            or by_bound(scene, predicate, explicit)
            or by_order(scene, predicate, explicit)
            or by_clause(scene, predicate, explicit)
            or _by_circumstance(scene, predicate, [*explicit, *rows])
            or _by_occasion(scene, predicate, explicit)
            or _by_report(scene, predicate, explicit)
            or by_conjunct(scene, predicate, [*explicit, *rows])
            or by_result(scene, predicate, [*explicit, *rows])
            or by_relative(scene, predicate, [*explicit, *rows])
        )
        if row is not None:
            rows.append(row)
    taken |= told_by(rows)
    first = (by_last_conjunct(scene, predicate, [*explicit, *rows]) for i, predicate in scene.predicates.items()
             if i not in taken)
    found = [*rows, *(row for row in first if row is not None)]
    return [replace(row, dating=vague.get(row.predicate.index, row.dating)) for row in found]


_COUNTED = ("FromHappening(", 'Window("following"', 'Window("next"')
"""Trees of times that are counted from a happening or from what was told before."""


def vague_pasts(
    syntax: Syntax, attachments: Sequence[Attachment], *, counted: bool = False
) -> dict[int, Dating]:
    """The undated datings of the predicates that are told with a vague time of the past ("recently", "in recent
    weeks") or, where ``counted``, with one counted from a happening ("a year after the fire"), and of the verbs whose
    infinitive has one. Nothing else may date these."""
    found = {}
    for attachment in attachments:
        expression = attachment.expression
        vague = expression.value == "PAST_REF" or expression.tree.startswith('Window("past", "X"')
        if expression.span is None and (vague or (counted and expression.tree.startswith(_COUNTED))):
            dating = Dating(None, "on", "undated", expression, expression.why, UNDATED, expression.rule)
            below = attachment.predicate
            found[below.index] = dating
            if below.tense == "infinitive" and syntax.dep(below.index) in ("xcomp", "advcl"):
                found.setdefault(syntax.tokens[below.index].head, dating)
    return found



def is_main(syntax: Syntax, i: int) -> bool:
    """Whether the verb heads the main clause, or is joined to the one that does."""
    for _ in syntax.tokens:
        head = syntax.head(i)
        if head is None or (syntax.dep(i) != "conj" and not _is_joined(syntax, i)):
            break
        i = head
    return syntax.dep(i) == "root"


def is_told(syntax: Syntax, i: int) -> bool:
    """Whether it is the main verb of the sentence, or what that plainly reports ("police said a man was held")."""
    above = syntax.head(i)
    said = above is not None and syntax.dep(i) == "ccomp" and syntax.lemma(above) in _SAYING
    return is_main(syntax, i) or (said and above is not None and is_main(syntax, above))


_SAYING = lexicon.groups("verbs")["giving-news"]


def _is_joined(syntax: Syntax, i: int) -> bool:
    """ "…, and a waiter who broke a wrist was driven home": a clause behind "and", though the parser calls it loose."""
    if syntax.dep(i) != "parataxis" or i <= syntax.tokens[i].head:
        return False
    return any(syntax.dep(k) == "cc" for k in syntax.subtree(i)[:2])


def _by_when(scene: Scene, predicate: Predicate, attachments: Sequence[Attachment]) -> Row | None:
    """ "on 2 May, when all seats will be contested", "on 2 May, a day on which two ships sank": the clause takes the
    date before it."""
    syntax = scene.syntax
    when = next(
        (
            child
            for child in syntax.children[predicate.index]
            if child < predicate.index and syntax.lower(child) == "when"
        ),
        None,
    )
    opener = _day_named(syntax, predicate.index) if when is None else when
    if opener is None:
        return None
    at = syntax.tokens[opener].start
    for attachment in attachments:
        expression = attachment.expression
        if expression.span is not None and 0 < at - expression.end <= 2:
            dating = of_attachment(replace(attachment, agreed=True, through=None))
            ends = any(other.expression.span == expression.span for other in attachments if other != attachment)
            last = expression.span.last if ends else None  # "from 2014 to 2016, when he was dismissed"
            span = expression.span if last is None else Span.of(last)
            dating = replace(dating, relation="on", span=span, confidence=round(dating.confidence * 0.9, 3))
            return Row(predicate, None, dating, of(syntax, predicate, after_reference=scene.is_ahead(expression)))
    return None


def _day_named(syntax: Syntax, verb: int) -> int | None:
    """Where "a day of battles in which" begins, whose clause ``verb`` is: right behind a comma."""
    which = next((c for c in syntax.having(verb, ("obl",)) if c < verb and syntax.lower(c) == "which"), None)
    if which is None or syntax.tokens[verb].dep.partition(":")[2] != "relcl":
        return None
    for i in range(which - 1, max(which - _DAY_REACH, 0), -1):
        words = syntax.lower(i).split()
        if syntax.lower(i) == ",":
            return None
        if words[-1] in _SPAN_NOUNS:
            first = i if len(words) > 1 else i - 1
            return first if syntax.lower(first - 1) == "," else None
    return None


_DAY_REACH = 7
"""How many words "a day of battles in" has before "which", at most."""
_SPAN_NOUNS = lexicon.groups("clauses")["when-where"] - {"place", "way", "reason", "first", "last"}


def _by_circumstance(scene: Scene, predicate: Predicate, explicit: Sequence[Row]) -> Row | None:
    """ "Two guards were killed when a blaze tore through the depot on Tuesday": both happened then."""
    if not tellable(predicate):
        return None
    syntax = scene.syntax
    for row in explicit:
        clause = row.predicate.index
        opener = next((syntax.lower(c) for c in sorted(syntax.children[clause]) if syntax.dep(c) != "punct"), "")
        if (
            syntax.head(clause) == predicate.index
            and syntax.dep(clause) == "advcl"
            and opener in (("when", "as") if clause > predicate.index else ("when",))
            and row.predicate.tense == "past"
            and row.dating.span is not None
            and row.dating.relation in ("on", "about")
        ):
            dating = taken_over(row.dating, BY_SENTENCE, f"the clause with “{opener}” dates it")
            return Row(predicate, None, dating, of(syntax, predicate))
    return None


def _by_occasion(scene: Scene, predicate: Predicate, explicit: Sequence[Row]) -> Row | None:
    """ "Shareholders will vote at a meeting to be held on 20 September": when the occasion is dated, so is what is
    done at it."""
    syntax = scene.syntax
    if predicate.kind != VERB or not predicate.finite or predicate.negated:
        return None
    for row in explicit:
        at = row.predicate.index
        noun = syntax.tokens[at].head if syntax.dep(at) == "acl" else at
        case = syntax.first(noun, "case")
        held = syntax.tokens[noun].head if syntax.dep(noun) == "nmod" else noun  # "speak as a guest at the dinner"
        occasion = syntax.dep(held) == "obl" and syntax.head(held) == predicate.index and row.dating.relation == "on"
        occasion = occasion and noun_score(syntax, noun) >= NOUN_ANCHOR  # at a meeting, not at a house
        if occasion and row.dating.span is not None and case is not None and syntax.lower(case) in ("at", "during"):
            dating = taken_over(row.dating, BY_SENTENCE, f"the date of the “{syntax.tokens[noun].text}”")
            return Row(predicate, None, dating, of(syntax, predicate, after_reference=row.status == PLANNED or None))
    return None


def _by_report(scene: Scene, predicate: Predicate, explicit: Sequence[Row]) -> Row | None:
    """The content of a dated report happened then ("…, officials said on Wednesday"), also where it is told as the
    news ("The probe has sent pictures, scientists said on Wednesday")."""
    news = replace(predicate, tense="past") if predicate.tense == "present-perfect" else predicate
    if not tellable(news):
        return None
    for row in explicit:
        if (
            is_reporting(row.predicate)
            and not _is_recounted(scene, predicate, row)
            and (news == predicate or predicate.index < row.predicate.index)
            and row.dating.span is not None
            and predicate.index in scene.reported_by(row.predicate.index)
        ):
            told = row.dating.expression.text if row.dating.expression else row.dating.why
            dating = taken_over(row.dating, BY_REPORT, f"the date of the report (“{told}”)")
            return Row(predicate, None, dating, of(scene.syntax, predicate))
    return None


def _is_recounted(scene: Scene, predicate: Predicate, row: Row) -> bool:
    """ "“I gave them bread,” she told a paper in 1991", "he was told in 2010 that it held": what lay before the
    report."""
    syntax = scene.syntax
    subject = syntax.first(predicate.index, *SUBJECTS)
    mine = subject is not None and syntax.lower(subject) in _FIRST_PERSON
    span = row.dating.span
    coarse = span is not None and span.granularity > Granularity.WEEK
    return mine or coarse


_FIRST_PERSON = lexicon.groups("grammar")["first-person"]

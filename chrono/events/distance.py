"""What happened some time before or after a dated event: "He left on Friday, two days after talks collapsed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..calendar import Granularity, Period, Span
from ..tagger import lengths
from ..tagger.expression import TimeExpression
from . import lexicon
from .attachment import Attachment
from .dating import Dating, related
from .predicates import NOUN, VERB, Predicate
from .rows import Row
from .scene import Scene
from .status import ONGOING, PLANNED, of
from .syntax import Syntax
from .tense import is_durative

SURE = 0.8
"""What remains of the confidence of the event that is counted from."""
_LENGTH = re.compile(r"P(\d+)([YMWD])")
_CLOCK = re.compile(r"PT(\d+|X)([HM])")
_HALF_DAY = 12
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_KNOWN_TO = {"Y": Granularity.YEAR, "M": Granularity.MONTH, "W": Granularity.WEEK, "D": Granularity.DAY}
"""Two years after something is no matter of days."""


def by_distance(
    scene: Scene, predicate: Predicate, rows: Sequence[Row], attachments: Sequence[Attachment]
) -> Row | None:
    """The row of a clause that says how long after or before it the event of the clause around was, where that has a
    date of its own; ``rows`` are the sentence's so far."""
    syntax = scene.syntax
    main = syntax.head(predicate.index)
    mains = set() if main is None else {main, *scene.reported_by(main)}
    above = None if main is None else scene.predicates.get(main)
    past = predicate.tense in ("past", "past-perfect")
    if above is not None and above.tense == "infinitive":  # "fought on Monday to contain it, hours after it spread"
        mains.add(syntax.tokens[above.index].head)
    if main is not None and above is not None and past and scene.tells_ahead(above):
        mains = {syntax.tokens[main].head}  # "said on Thursday that he would go, two weeks after it sank"
    length = _length_of(syntax, predicate, attachments)
    if length is None or predicate.kind == NOUN or syntax.dep(predicate.index) != "advcl":
        return None
    for row in rows:
        told = row.dating.expression
        if mains & {row.predicate.index, row.verb} and row.dating.relation == "on" and told is not None:
            span = counted(row.dating.span, length, back=_mark(syntax, length, predicate) == "after")
            if span is None:
                return None
            ahead = None if scene.day_end is None or span.start is None else span.start >= scene.day_end
            side = "before" if _mark(syntax, length, predicate) == "after" else "after"
            why = f"{length.text} {side} “{told.text}”"
            sure = round(row.dating.confidence * SURE, 3)
            dating = Dating(span, "on", "relative", length, why, sure, "events.distance", told.text)
            status = PLANNED if ahead else of(syntax, predicate, after_reference=ahead)
            return Row(predicate, None, dating, status)
    return None


def by_bound(scene: Scene, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
    """The row of what is to be done before a dated event to come ("to report before the term ends on 2 August"), or has
    been done since one ("have fled since fighting resumed on 2 May")."""
    syntax = scene.syntax
    to_come = predicate.tense in ("future", "infinitive") or predicate.modal in ("must", "should")
    word = "before" if to_come else "since" if predicate.tense == "present-perfect" else ""
    if predicate.kind != VERB or not word or predicate.negated:
        return None
    for row in rows:
        clause, told = _bound(syntax, row.predicate), row.dating.expression
        marked = any(syntax.lower(c) == word and syntax.dep(c) in ("mark", "case") for c in syntax.children[clause])
        above = syntax.head(clause)
        if above is not None and syntax.dep(clause) == "nmod" and syntax.dep(above) == "obj":
            above = syntax.head(above)  # "approve the deal before the recess"
        if not marked or above != predicate.index or told is None or row.dating.span is None:
            continue
        if row.dating.relation == "on" and scene.is_ahead(told) == to_come:
            sure = round(row.dating.confidence * SURE, 3)
            span, why = related(row.dating.span, word), f"{word} “{told.text}”"
            dating = Dating(span, word, "relative", told, why, sure, "events.bound", told.text)
            status = of(syntax, predicate, after_reference=to_come)
            return Row(predicate, None, dating, ONGOING if not to_come and is_durative(predicate) else status)
    return None


def _bound(syntax: Syntax, predicate: Predicate) -> int:
    """The happening that bounds another: the predicate, or the noun whose relative clause it is ("before the recess,
    which starts in May")."""
    begins = predicate.lemma in lexicon.groups("predicates")["aspectual"]
    noun = syntax.head(predicate.index)
    return noun if noun is not None and begins and syntax.dep(predicate.index) == "acl" else predicate.index


def length_before_clause(syntax: Syntax, attachment: Attachment) -> bool:
    """Whether the expression is a length of time that leads to a clause: "two days after it fell"."""
    return _mark(syntax, attachment.expression, attachment.predicate) != ""


def _length_of(
    syntax: Syntax, predicate: Predicate, attachments: Sequence[Attachment]
) -> TimeExpression | None:
    for attachment in attachments:
        at, expression = attachment.token, attachment.expression
        case = syntax.first(at, "case")
        if case is not None and syntax.lower(case) in ("for", "in", "within"):
            continue  # "banned him for two years after he confessed"
        if expression.span is None and expression.type == "DURATION" and syntax.head(at) == predicate.index:
            if _mark(syntax, expression, predicate):
                return expression
    return None


def _mark(syntax: Syntax, length: TimeExpression, predicate: Predicate) -> str:
    """The conjunction of the predicate's clause, where it stands right behind the length: "after" or "before"."""
    for child in syntax.children[predicate.index]:
        word = syntax.lower(child)
        if word in ("after", "before") and syntax.dep(child) == "mark":
            return word if 0 <= syntax.tokens[child].start - length.end <= 1 else ""
    return ""


def counted(span: Span | None, length: TimeExpression, *, back: bool) -> Span | None:
    """The time so long before (``back``) or after ``span``; the day itself for hours and minutes."""
    if span is None or span.first is None or span.first != span.last:
        return None
    base: Period = span.first
    if span.mod is not None and base.granularity > Granularity.DAY:
        return None
    clock = _CLOCK.fullmatch(length.value)
    if clock is not None:
        return _by_clock(base, clock.group(1), clock.group(2), back=back)
    match = _LENGTH.fullmatch(length.value)
    if match is None:
        return None
    base = base.to(Granularity.DAY) if base.granularity < Granularity.DAY else base
    amount, unit = int(match.group(1)), match.group(2)
    moved = lengths.shift(base, -amount if back else amount, _UNITS[unit])
    if moved is None:
        return None
    return Span.of(moved.to(_KNOWN_TO[unit]) if moved.granularity < _KNOWN_TO[unit] else moved)


def _by_clock(base: Period, amount: str, unit: str, *, back: bool) -> Span | None:
    """The day so many hours or minutes before or after ``base``: its own, where these are few or not told."""
    if base.granularity > Granularity.DAY:
        return None
    hours = int(amount) if unit == "H" and amount.isdigit() else 0
    sign = -1 if back else 1
    if base.granularity == Granularity.DAY:
        return Span.of(base.shift(sign * round(hours / 24) if hours >= _HALF_DAY else 0))
    return Span.of(Period.at(Granularity.DAY, base.start + sign * hours * 3600))

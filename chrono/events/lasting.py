"""How long something went on: from the date of its beginning to an end, or for a length of time, that the same sentence
tells ("came into force on 19 May and lasted until 6 June", "opened on 4 April and ran for nine days")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..calendar import Granularity, Period, Span
from ..tagger import lengths
from ..tagger.expression import TimeExpression
from . import lexicon
from .attachment import Attachment
from .dating import Dating, taken_over
from .distance import counted
from .predicates import NOUN, SUBJECTS, Predicate
from .rows import Row, told_by
from .scene import Scene
from .status import HAPPENED, of
from .syntax import Syntax

_CONTINUING = lexicon.groups("verbs")["continuing"]
_BEGINNING = lexicon.groups("verbs")["beginning"]
_SURE = 0.8
"""What remains of the confidence of the beginning's date."""
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDH])$")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}
_KNOWN_TO = {"Y": Granularity.YEAR, "M": Granularity.MONTH, "W": Granularity.DAY, "D": Granularity.DAY}


@dataclass(frozen=True, slots=True)
class _Begun:
    """What began: its date and the lemma of its noun."""

    dating: Dating
    noun: str


class Courses:
    """How long things went on, from sentence to sentence: what began in one may end in the next ("It lasted …")."""

    def __init__(self) -> None:
        self._begun: _Begun | None = None

    def stretched(self, scene: Scene, rows: Sequence[Row], attachments: Sequence[Attachment]) -> list[Row]:
        """The rows of the next sentence, those of what went on for a while from its beginning to its end, with those
        that have no date but that of their beginning."""
        found = _stretched(scene, rows, attachments, self._begun)
        begun = [told for row in rows if (told := _begun_in(scene.syntax, row)) is not None]
        self._begun = begun[-1] if begun else None
        return found


def _begun_in(syntax: Syntax, row: Row) -> _Begun | None:
    verb = row.carrier or row.predicate
    subject = syntax.first(verb.index, *SUBJECTS)
    told = row.status == HAPPENED and row.dating.relation == "on" and row.dating.expression is not None
    if not told or verb.lemma not in _BEGINNING or verb.kind == NOUN or subject is None:
        return None
    return _Begun(row.dating, syntax.lemma(subject)) if syntax.tokens[subject].upos == "NOUN" else None


def _stretched(
    scene: Scene, rows: Sequence[Row], attachments: Sequence[Attachment], begun: _Begun | None
) -> list[Row]:
    found = _after_lengths(scene, [_stretch(scene, row, rows, attachments, begun) for row in rows], attachments)
    told = told_by(found)
    for predicate in scene.predicates.values():
        if predicate.index in told or predicate.lemma not in _CONTINUING or predicate.tense != "past":
            continue
        length, start = _length(scene, predicate, attachments), _beginning(scene, predicate, rows, begun)
        if length is not None and start is not None:
            dating = taken_over(start, _SURE, start.why)
            row = _for_length(Row(predicate, None, dating, of(scene.syntax, predicate)), length)
            found += [row] if row.dating != dating else []
    return sorted(found, key=lambda row: row.predicate.index)


def _stretch(
    scene: Scene, row: Row, rows: Sequence[Row], attachments: Sequence[Attachment], earlier: _Begun | None
) -> Row:
    verb, dating = row.carrier or row.predicate, row.dating
    if row.status != HAPPENED or dating.span is None or verb.kind == NOUN:
        return row
    if dating.relation == "until":
        start = _beginning(scene, verb, rows, earlier)
        return row if start is None else _until(row, start)
    overthrown = next((other for other in rows if _ends(scene.syntax, other, verb)), None)
    if dating.relation == "since" and overthrown is not None and overthrown.dating.span is not None:
        return _until(replace(row, dating=overthrown.dating), dating)
    length = _length(scene, verb, attachments)
    begun = dating.relation == "since" or (verb.lemma in _CONTINUING and _is_taken_over(scene, verb, dating))
    return row if length is None or not begun else _for_length(row, length)


def _ends(syntax: Syntax, row: Row, verb: Predicate) -> bool:
    """ "ruled from 1951 until he was overthrown in 1958": whether the row is that of the clause with "until"."""
    clause = row.predicate.index
    marked = any(syntax.lower(c) in ("until", "till") for c in syntax.having(clause, ("mark",)))
    return marked and syntax.head(clause) == verb.index and row.dating.relation == "on"


def _after_lengths(scene: Scene, rows: Sequence[Row], attachments: Sequence[Attachment]) -> list[Row]:
    """The rows with those that have their date from the verb before, but were so long after it ("opened on 3 May and
    closed after a week"), moved by that; so are those of their clauses."""
    moved: dict[int, Dating] = {}
    for row in rows:
        verb, dating = row.carrier or row.predicate, row.dating
        length = _length(scene, verb, attachments, "after")
        if length is None or not _is_taken_over(scene, verb, dating):
            continue
        span = counted(dating.span, length, back=False)
        if span is not None:
            why = f"{length.text} after that; {dating.why}"
            moved[verb.index] = replace(dating, span=span, why=why)
    found = []
    for row in rows:
        at = (row.carrier or row.predicate).index
        above = at if at in moved else scene.syntax.head(at)
        inside = above == at or (row.dating.basis == "implied" and scene.syntax.dep(at) == "advcl")
        found.append(replace(row, dating=moved[above]) if above is not None and above in moved and inside else row)
    return found


def _is_taken_over(scene: Scene, verb: Predicate, dating: Dating) -> bool:
    """Whether the date is that of the verb before, not of a report."""
    beside = dating.rule == "events.continuing" or scene.syntax.dep(verb.index) == "conj"
    return beside and dating.relation == "on" and dating.basis == "implied"


def _beginning(scene: Scene, verb: Predicate, rows: Sequence[Row], earlier: _Begun | None) -> Dating | None:
    """The date on which it began: that of the verb to which this one is joined, of a clause about its subject, or of
    what the sentence before told of."""
    syntax, at = scene.syntax, verb.index
    subject = syntax.first(at, *SUBJECTS)
    joined = syntax.dep(at) == "conj" and subject is None
    for row in rows:
        first = row.carrier or row.predicate
        told = row.status == HAPPENED and row.dating.relation == "on" and row.dating.expression is not None
        mine = first.index == syntax.head(at) if joined else subject is not None and syntax.head(first.index) == subject
        if not told or not mine or not first.index < at or first.kind == NOUN:
            continue
        if first.lemma in _BEGINNING and verb.lemma in _CONTINUING and (joined or syntax.dep(first.index) == "acl"):
            return row.dating
    main = subject is not None and verb.lemma in _CONTINUING and syntax.dep(at) == "root"
    if earlier is None or subject is None or not main:
        return None
    same = syntax.lower(subject) in ("it", "they", "this") or syntax.lemma(subject) == earlier.noun
    return earlier.dating if same else None


def _until(row: Row, start: Dating) -> Row:
    first, last = start.span, row.dating.span
    if first is None or first.first is None or last is None or last.last is None or start.expression is None:
        return row
    if first.first.start >= last.last.end:
        return row
    told = row.dating.expression.text if row.dating.expression else row.dating.anchor
    span = Span(first.first, last.last)
    why = f"from “{start.expression.text}” until “{told}”"
    return replace(row, dating=replace(row.dating, span=span, relation="during", why=why))


def _length(
    scene: Scene, verb: Predicate, attachments: Sequence[Attachment], word: str = "for"
) -> TimeExpression | None:
    """How long the verb went on: "for nine days", "lasted three weeks"; with another ``word`` what stands behind it."""
    syntax = scene.syntax
    for attachment in attachments:
        expression, token = attachment.expression, attachment.token
        if expression.type != "DURATION" or expression.span is not None or syntax.head(token) != verb.index:
            continue
        case = syntax.first(token, "case")
        bare = word == "for" and verb.lemma in _CONTINUING
        if token > verb.index and (syntax.lower(case) == word if case is not None else bare):
            return expression
    return None


def _for_length(row: Row, length: TimeExpression) -> Row:
    """The row with the time from its date to the end of the length; unchanged where that cannot be counted."""
    span = row.dating.span
    match = _LENGTH.fullmatch(length.value)
    if span is None or span.first is None or span.mod is not None or match is None:
        return row
    last = _last(span.first, int(match.group(2)), match.group(3), clock=bool(match.group(1)))
    if last is None:
        return row
    why = f"{length.text} from then; {row.dating.why}"
    first = span.first
    if not match.group(1) and first.granularity < Granularity.DAY:
        first = first.to(Granularity.DAY)
    return replace(row, dating=replace(row.dating, span=Span(first, last), relation="during", why=why))


def _last(first: Period, count: int, letter: str, *, clock: bool) -> Period | None:
    """The last unit of so long a time: of days the last day itself, of years the year in which it ended."""
    if clock:
        short = letter == "H" and first.granularity < Granularity.DAY
        return Period.at(first.granularity, first.start + count * 3600) if short else None
    if first.granularity < Granularity.DAY:
        first = first.to(Granularity.DAY)
    unit = _KNOWN_TO[letter]
    if first.granularity > unit:
        return None
    if unit == Granularity.DAY:
        return first.shift(count * (7 if letter == "W" else 1) - 1)
    ended = lengths.shift(first, count, _UNITS[letter])
    return None if ended is None else ended.to(unit)

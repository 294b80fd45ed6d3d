"""Which predicates of a sentence are worth a row, and on which date each.

An event with a time expression of its own is a row. Without one it is a row only where the sentence or the report
around it dates it safely, or where it is announced for a time to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..tagger.expression import TimeExpression
from . import lexicon
from .announced import announced
from .arranging import arranger
from .attachment import Attachment
from .combining import combine
from .contested import contested
from .dating import Dating, fitted, is_after
from .inferred import UNDATED, implied
from .noun_dates import Settled
from .occasions import occasions
from .predicates import STATE, VERB, Predicate
from .relevance import dates_something, is_habit
from .rows import Row
from .scene import Scene, is_reporting
from .settling import settle
from .status import DENIED, HAPPENED, ONGOING, PLANNED, POSSIBLE, of
from .tense import is_durative
from .thwarted import is_missed


def select(scene: Scene, attachments: Sequence[Attachment]) -> tuple[list[Row], set[int]]:
    """The rows of the sentence in text order, and the tokens of the reports that gave way to what they report."""
    dated: dict[int, list[Settled]] = {}
    for attachment in attachments:
        if dates_something(scene, attachment):
            ahead = _tells_ahead(scene, attachment)
            expression = fitted(attachment.expression, ahead, scene.day_end)
            settled = _refitted(scene, attachment, settle(scene, replace(attachment, expression=expression)))
            if is_habit(scene, settled.attachment):
                continue
            dated.setdefault(settled.attachment.predicate.index, []).append(settled)
    rows = [row for settled in dated.values() for row in _explicit(scene, settled)]
    rows += implied(scene, rows, attachments)
    rows += announced(scene, rows)
    rows += contested(scene, rows)
    rows += occasions(scene, rows, attachments)
    kept = [row for row in rows if not _is_superseded(scene, row, rows)]
    gone = {row.predicate.index for row in rows} - {row.predicate.index for row in kept}
    return sorted(kept, key=lambda row: row.predicate.index), gone


def _refitted(scene: Scene, attachment: Attachment, settled: Settled) -> Settled:
    """The attachment with the reading that fits the past of the verb it was moved to."""
    moved = settled.attachment
    if moved.predicate == attachment.predicate or scene.tells_ahead(moved.predicate) is not False:
        return settled
    expression = fitted(moved.expression, False, scene.day_end)
    return replace(settled, attachment=replace(moved, expression=expression))


def _explicit(scene: Scene, settled: Sequence[Settled]) -> list[Row]:
    """The rows of one predicate: one for each time its expressions tell, an undated one where they are vague."""
    attachments = [item.attachment for item in settled]
    predicate = attachments[0].predicate
    carrier = next((item.carrier for item in settled if item.carrier), None)
    rows = []
    for dating in _unless_vague(combine(attachments)):
        ahead = None if scene.day_end is None or dating.span is None else is_after(dating.span, scene.day_end)
        ahead = _is_coming(predicate, dating.expression) or ahead
        if ahead is False and dating.relation in _LIMITS and predicate.tense == "infinitive":
            ahead = None  # "agreed to rebuild it by July": whether it was done is not told
        done = ahead and dating.relation == "until" and _is_done(scene, predicate)
        status = _status(scene, predicate, carrier, None if done else ahead)
        if status == HAPPENED and any(s.arranged and s.attachment.expression == dating.expression for s in settled):
            status = PLANNED
        if done and status == HAPPENED and is_durative(predicate):
            status = ONGOING
        if status == HAPPENED and predicate.tense == "present" and _holds_now(scene, dating):
            status = ONGOING
        if status == HAPPENED and dating.relation == "since" and predicate.tense == "present-perfect":
            status = ONGOING if is_durative(predicate) else HAPPENED
        rows.append(Row(predicate, carrier, dating, status))
    if not rows:
        vague = attachments[0].expression
        past = predicate.kind == VERB and predicate.tense == "past" and not predicate.modal
        future = vague.value == "FUTURE_REF" and not past  # "failed minutes later"
        dating = Dating(None, "after" if future else "on", "undated", vague, vague.why, UNDATED + 0.1, vague.rule)
        status = _status(scene, predicate, carrier, future or _is_coming(predicate, vague) or None)
        rows.append(Row(predicate, carrier, dating, status, future=future))
    return rows


def _holds_now(scene: Scene, dating: Dating) -> bool:
    """ "The lease runs from 2021 to 2026": a range of which the text's own day is one."""
    span, now = dating.span, scene.day_end
    if now is None or span is None or span.start is None or span.end is None or span.first == span.last:
        return False
    return span.start < now < span.end


def _tells_ahead(scene: Scene, attachment: Attachment) -> bool | None:
    """What the verb's form tells of the time, which has a tense of its own where something is set for it: "Friday" is
    then the next one."""
    verb = arranger(scene, attachment)
    if verb is None or is_missed(scene.syntax, verb):
        return scene.tells_ahead(attachment.predicate)
    if verb.passive and verb.tense == "present":
        return True  # "is set for trial on 14 September"
    if not attachment.expression.tree.startswith("Weekday("):
        return None
    return verb.tense != "past-perfect"


def _unless_vague(datings: list[Dating]) -> list[Dating]:
    """Without "over forty years ago" where the same predicate has a date of its own."""
    exact = [dating for dating in datings if not _VAGUE.match(dating.expression.text if dating.expression else "")]
    return exact or datings


_VAGUE = re.compile(r"(?:over|more than|nearly|almost|some|about|around|less than)\b.*\bago$", re.IGNORECASE)


def _is_coming(predicate: Predicate, expression: TimeExpression | None) -> bool:
    """ "Tomorrow the inspectors arrive": to come for the one who tells it, whatever the document's date."""
    return predicate.tense == "present" and expression is not None and _COMING.match(expression.text) is not None


def _is_done(scene: Scene, predicate: Predicate) -> bool:
    """ "extended the truce until Monday", "has been closed until June": what has been done lasts to the day to come;
    not "pledged to keep it open until June"."""
    told = predicate.tense in ("past", "present-perfect") and not predicate.modal
    return predicate.kind == VERB and told and scene.content(predicate) is None


_LIMITS = ("by", "until", "before")
_COMING = re.compile(r"(?:the day after )?tomorrow\b|next\b", re.IGNORECASE)


def _status(scene: Scene, predicate: Predicate, carrier: Predicate | None, ahead: bool | None) -> str:
    if predicate.lemma in _FORESEEING and predicate.tense == "past" and not predicate.passive and not ahead:
        return POSSIBLE  # the date is that of what was expected, which may not have come
    if predicate.lemma == "expect" and predicate.passive and carrier is None and not ahead:
        return DENIED if is_missed(scene.syntax, predicate) else PLANNED
    own = of(scene.syntax, predicate, after_reference=ahead)
    if carrier is None or own in (POSSIBLE, DENIED):
        return own
    told = of(scene.syntax, carrier, after_reference=ahead)
    if carrier.lemma in scene.kinds["intention"] and carrier.passive:
        return PLANNED if told != DENIED else DENIED
    return told


_FORESEEING = lexicon.groups("verbs")["foreseeing"]


def _is_superseded(scene: Scene, row: Row, rows: Sequence[Row]) -> bool:
    """A plain report gives way to its content where the report's date is that of the content, or the content went
    before ("The firm will cut 40 jobs by June, it said on Friday")."""
    plain = row.predicate.lemma in lexicon.groups("reporting_verbs")["plain"]
    emerges = scene.only_emerges(row.predicate)
    at = row.predicate.index
    kids = scene.syntax.having(at, ("obj", "ccomp", "xcomp"))
    behind = scene.syntax.dep(at) == "parataxis" or any(scene.syntax.dep(i) == "ccomp" for i in kids)
    if behind and is_reporting(row.predicate) and not row.predicate.passive and all(i < at for i in kids):
        plain = True  # "The league has banned him, it announced on Monday"
    if row.predicate.kind != VERB or not (plain or emerges) or row.predicate.modal == "would":
        return False  # "it had been sold, he would hear in 1951"
    head = scene.syntax.head(row.predicate.index)
    content = scene.reported_by(row.predicate.index) | ({head} if emerges and head is not None else set())
    if plain and _only_says(scene, row.predicate.index):
        return True
    told = [other for other in rows if other.predicate.index in content]
    before = emerges or (bool(content) and max(content) < row.predicate.index)
    return any(before or other.dating.basis == "implied" for other in told)


def _only_says(scene: Scene, verb: int) -> bool:
    """ "The cause was a fault, her son said on Friday": what is said goes before, and is no happening."""
    syntax, head = scene.syntax, scene.syntax.head(verb)
    state = scene.predicates.get(head) if head is not None and head < verb else None
    says = syntax.first(verb, "ccomp", "obj") is not None
    return syntax.dep(verb) == "parataxis" and state is not None and state.kind == STATE and not says

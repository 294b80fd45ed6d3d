"""Rows of dated happenings that are only named: as the bound of something else, or in a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import lexicon
from .attachment import Attachment, tokens_of
from .comparison import is_measure
from .dating import of_attachment
from .predicates import NOUN, Predicate
from .rows import Row, told_by
from .scene import Scene
from .status import of

_SCORE = 0.5
"""How surely a noun names a happening that has a row of its own."""
_BOUNDING = lexicon.groups("grammar")["bounding"]


def occasions(scene: Scene, rows: Sequence[Row], attachments: Sequence[Attachment]) -> list[Row]:
    """ "until the spring meeting on 27 March", "up from 52 percent in the first session on 19 October": the meeting and
    the session were on these days."""
    told = told_by(rows)
    found = []
    for attachment in attachments:
        noun = _named(scene, attachment)
        if noun is None or noun.index in told or not (_is_bound(scene, noun) or is_measure(scene, attachment)):
            continue
        dating = of_attachment(replace(attachment, predicate=noun, agreed=True, through=None))
        status = of(scene.syntax, noun, after_reference=scene.is_ahead(attachment.expression))
        found.append(Row(noun, None, dating, status))
    return found


def _named(scene: Scene, attachment: Attachment) -> Predicate | None:
    """The happening right before the expression, whose day it is."""
    syntax, expression = scene.syntax, attachment.expression
    span = expression.span
    if span is None or span.first is None or expression.type == "SET" or expression.relation != "on":
        return None
    at = tokens_of(syntax, expression)[0] - 1
    if at < 1 or syntax.lower(at) not in ("on", "in"):
        return None
    noun = scene.predicates.get(at - 1)
    if noun is None or noun.kind != NOUN or noun.score < _SCORE or noun.negated:
        return None
    kinds = {syntax.dep(child) for child in syntax.children[noun.index]}
    owned = any(syntax.tokens[child].upos == "PRON" for child in syntax.children[noun.index])
    return noun if "det" in kinds and not owned else None


def _is_bound(scene: Scene, noun: Predicate) -> bool:
    """Whether something else is told to have been before it, or until it."""
    case, above = scene.syntax.first(noun.index, "case"), scene.syntax.head(noun.index)
    heard = above is not None and scene.syntax.lemma(above) in lexicon.groups("verbs")["before-court"]
    if heard and case is not None and scene.syntax.lower(case) == "before":
        return False  # "appear before an inquiry on 6 May"
    return case is not None and scene.syntax.lower(case) in _BOUNDING


"""Time expressions that only tell what something is compared with: "the worst since 1993", "up from 4% in May"."""

from __future__ import annotations

import re

from . import lexicon
from .attachment import Attachment
from .dating import is_limit
from .scene import Scene

_SUPERLATIVES = lexicon.groups("grammar")["superlative"]
_REACH = 8
"""How many words before "since" a superlative may stand."""


def is_comparison(scene: Scene, attachment: Attachment) -> bool:
    """ "for the first time since 1993": the past measure of a superlative."""
    if attachment.expression.relation != "since":
        return False
    tokens = scene.syntax.tokens
    start = next((i for i, token in enumerate(tokens) if token.end > attachment.expression.start), 0)
    near = tokens[max(0, start - _REACH) : start]
    if near and near[-1].text.lower() == "from":
        return False  # "insured with the first owner from 1 May"
    return any(
        (token.text.lower() in _SUPERLATIVES or "Degree=Sup" in token.feats)
        and (token.text.lower() != "only" or token.upos == "ADJ")
        and (token.i == 0 or tokens[token.i - 1].text.lower() != "at")  # "since at least January"
        for token in near
    )


def is_measure(scene: Scene, attachment: Attachment) -> bool:
    """ "higher than a year earlier", "down from 62 points in May": what the event is compared with."""
    syntax, before = scene.syntax, _words_before(scene, attachment)
    if is_limit(before):
        return False
    if _in_compared_clause(scene, attachment) or _OF_RECORD.search(before):
        return True
    if _behind_compared_quantity(scene, attachment) or _is_rate(scene, attachment, before):
        return True
    if _is_compared_period(attachment, before):
        return True
    for i in (attachment.token, *syntax.ancestors(attachment.token)):
        if i == attachment.predicate.index:
            return False
        cases = {syntax.lower(child) for child in syntax.having(i, ("case", "mark"))}
        quantity = syntax.first(i, "nummod") is not None
        if cases & {"than", "versus"} or (cases & {"from", "against"} and quantity and i != attachment.token):
            return True
    return False


_OF_RECORD = re.compile(r"\b(?:\w*holders?|owners?|members?|date) of record (?:(?:on|as of|at) )?$")
"""What goes before the day that decides who gets a dividend, not when he gets it."""


def _in_compared_clause(scene: Scene, attachment: Attachment) -> bool:
    """ "more than it spent in 2021", "as many as it sold last May": a clause with which something is compared."""
    syntax, verb = scene.syntax, attachment.predicate.index
    mark = next((c for c in syntax.having(verb, ("mark", "case")) if c < verb), None)
    if mark is None or attachment.token < mark:
        return False
    before = [syntax.lower(i) for i in range(max(0, mark - _AS_REACH), mark)]
    return syntax.lower(mark) == "than" or (syntax.lower(mark) == "as" and ("as" in before or "same" in before))


_AS_REACH = 4
"""How many words before "as" another "as" may stand ("twice as many shirts as it did")."""


def _words_before(scene: Scene, attachment: Attachment) -> str:
    """The words before the expression in lower case, one space between them and at the end."""
    end, syntax = attachment.expression.start, scene.syntax
    return "".join([f"{syntax.lower(token.i)} " for token in syntax.tokens if token.end <= end])


_RATE = re.compile(
    r"(?:\d|%|percent|per cent|points?|higher|lower|more|less|fewer|up|down) "
    r"(?:(?:from|against|than|versus|compared (?:with|to)) (?:the |a )?(?:same \w+ )?(?:in |of )?(?:the )?"
    r"|(?:on|from|in|over) (?:the )?same \w+ (?:in |of )?(?:the )?)$"
)


def _is_rate(scene: Scene, attachment: Attachment, before: str) -> bool:
    """ "rose 3% from May"; not "will rise 3% from 1 May", which is to come."""
    expression = attachment.expression
    if _RATE.search(before) is None:
        return False
    begins = before.endswith("from ") and expression.type == "DATE" and scene.tells_ahead(attachment.predicate)
    return not (begins and scene.is_ahead(expression))


def _is_compared_period(attachment: Attachment, before: str) -> bool:
    """ "8% on the same quarter", "from a year earlier": the expression is what a rate is measured against."""
    text = attachment.expression.text.lower()
    if _BASE.fullmatch(text):
        return _BEFORE_BASE.search(before) is not None or _BEFORE_AMOUNT.search(before) is not None
    same = text.startswith(("the same ", "same "))
    return same and (_BEFORE_SAME.search(before) is not None or _BEFORE_AMOUNT.search(before) is not None)


_BASE = re.compile(r"(?:from )?(?:a|one|the) (?:year|month|quarter|week|day) (?:earlier|ago|before|previously)")
_BEFORE_BASE = re.compile(r"\b(?:from|than|over|on|against|versus|compared (?:with|to)) $")
_BEFORE_AMOUNT = re.compile(
    r"\b(?:from|against|versus|than|compared (?:with|to)) (?:[^\w]|an? (?:\w+ of )?|about )*\d(?:(?! said ).)*$"
)
_BEFORE_SAME = re.compile(
    r"(?:\d|%|percent|per cent|points?|higher|lower|more|less|fewer|up|down) (?:on|from|than|against|over) $"
)


def _behind_compared_quantity(scene: Scene, attachment: Attachment) -> bool:
    """ "from 5 percent in March": a quantity that is left behind, right before the expression."""
    tokens = scene.syntax.tokens
    i = next((token.i for token in tokens if token.end > attachment.expression.start), 0) - 1
    if i >= 0 and tokens[i].upos == "ADP":
        i -= 1
    quantity = [token.upos for token in tokens[max(0, i - 3) : i + 1]]
    if "NUM" not in quantity or quantity[-1] not in ("NOUN", "NUM", "SYM"):
        return False
    first = i
    while first > 0 and tokens[first].upos in ("NOUN", "NUM", "SYM", "ADV", "DET"):
        first -= 1
    if first and tokens[first].text.lower() == "than" and tokens[first - 1].text.lower() in ("more", "less", "fewer"):
        return False  # "more than 2,000 flights by mid-morning"
    return tokens[first].text.lower() in ("from", "against", "than", "versus") and i - first <= 5

"""Which stretches of a text are one word for the parser: time expressions, and "the quarter ended Dec. 31"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..tagger.expression import TimeExpression
from . import lexicon


def time_phrases(text: str, expressions: Sequence[TimeExpression]) -> list[tuple[int, int]]:
    """The spans (half-open code points, in order, not overlapping) of ``expressions`` (in order), a period and the
    date on which it ended taken together."""
    spans: list[tuple[int, int]] = []
    for expression in expressions:
        if spans and _ENDED.fullmatch(text, spans[-1][1], expression.start) and _is_period(text, spans[-1]):
            spans[-1] = (spans[-1][0], expression.end)
        else:
            spans.append((expression.start, expression.end))
    return spans


_ENDED = re.compile(r",? (?:that |which )?end(?:ed|ing|s) (?:on )?")


def _is_period(text: str, span: tuple[int, int]) -> bool:
    return text[slice(*span)].lower().rstrip("s").endswith(tuple(lexicon.groups("grammar")["reported-period"]))

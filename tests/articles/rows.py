"""What a produced row says: its words, its trigger, the sentences that tell it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

Row = Mapping[str, Any]


def has_trigger(row: Row, triggers: Sequence[str]) -> bool:
    """Whether trigger or predicate of the row is one of `triggers`."""
    got = set(_words(cell(row, "trigger"))) | set(_words(cell(row, "predicate")))
    return any(set(_words(trigger)) <= got for trigger in triggers)


def has_words(row: Row, words: Sequence[str]) -> bool:
    """Whether all `words` stand in the row's clause."""
    clause = cell(row, "event").casefold()
    return all(word.casefold() in clause for word in words)


def evidence_of(row: Row, text: str) -> list[list[str]]:
    """The words of every sentence that tells the row: its own, and those its `evidence` points to."""
    spans = row.get("evidence") or []
    if isinstance(spans, str):
        spans = json.loads(spans)
    told = [cell(row, "sentence"), *(text[span["start"] : span["end"]] for span in spans)]
    return [_words(sentence) for sentence in told]


def says(sentences: Iterable[list[str]], snippet: str) -> bool:
    """Whether a sentence holds the snippet, or two thirds of its words at an edge where a boundary may have cut it."""
    words = _words(snippet)
    for sentence in sentences:
        run = SequenceMatcher(None, sentence, words, autojunk=False).find_longest_match()
        at_edge = run.a == 0 or run.a + run.size == len(sentence)
        if run.size == len(words) or (at_edge and 3 * run.size >= 2 * len(words)):
            return True
    return False


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’]+", text.casefold().replace("’", "'"))


def cell(row: Row, column: str) -> str:
    """A cell as text, empty where it is missing."""
    value = row.get(column)
    return "" if value is None else str(value)


def show(row: Row) -> str:
    """The row in one line."""
    return " · ".join(cell(row, name) or "–" for name in ("edtf", "expression", "trigger", "status", "event"))

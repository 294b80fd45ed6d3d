"""Stable ids of events and of rows typed by hand."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence

from ..events.event import Event


def event_ids(events: Sequence[Event]) -> list[str]:
    """The stable id of each event: a hash of its document, sentence, trigger and their ordinals, twelve hex digits.

    It does not change when the document is laid out anew or grows elsewhere. ``events`` are in text order.
    """
    triggers: defaultdict[tuple[object, ...], int] = defaultdict(int)
    taken: defaultdict[str, int] = defaultdict(int)
    ids = []
    for event in events:
        trigger = (event.document, event.sentence_start, event.trigger_start)
        sentence = " ".join(event.sentence.casefold().split())
        made = _digest(event.document, sentence, event.trigger, event.ordinal, triggers[trigger])
        triggers[trigger] += 1
        repeated = taken[made]  # the same sentence again, as when a headline is printed twice
        taken[made] += 1
        ids.append(_digest(made, repeated) if repeated else made)
    return ids


def row_id(document: str, date: str, event: str, taken: Collection[str]) -> str:
    """An id for a row that has none, unlike those ``taken``."""
    number = 0
    while (made := _digest(document, date, " ".join(event.casefold().split()), number)) in taken:
        number += 1
    return made


def _digest(*parts: object) -> str:
    text = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]

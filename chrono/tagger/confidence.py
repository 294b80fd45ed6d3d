"""How sure a reading is: the share of its kind that annotators read the same way (``confidence.toml``)."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from typing import Any

from .expression import Anchor
from .reading import Reading

VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def confidence(reading: Reading) -> float:
    """The confidence (0 … 1) of a reading: that of its kind, less where the resolver itself was in doubt."""
    table = _table()
    own = reading.confidence
    if own < table["doubt"]:
        return own
    kinds = table[_basis(reading)]
    sure = float(kinds.get(_unit(reading), kinds["other"]))
    if reading.alternatives:
        return max(sure, own) if own >= table["beside"] else min(sure, own)
    return sure


def _basis(reading: Reading) -> str:
    """What told the date: the words alone, the document's date, a date told before, nothing known."""
    if reading.value in VAGUE:
        return "vague"
    if not reading.relative:
        return "written"
    if not isinstance(reading.anchor, Anchor):
        return "open"
    return "dateline" if reading.anchor.start is None else "told"


def _unit(reading: Reading) -> str:
    if reading.type in ("DURATION", "SET"):
        return reading.type.lower()
    return "other" if reading.period is None else reading.period.granularity.label


@cache
def _table() -> dict[str, Any]:
    with open(os.path.join(os.path.dirname(__file__), "confidence.toml"), "rb") as file:
        return tomllib.load(file)

"""Small arithmetic every scorer shares: precision, recall, F1, one-to-one matching of extents, bootstrap intervals."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision, recall and F1 of ``found`` right ones among ``system`` given and ``gold`` wanted (shares, 0 … 1).

    ``found_gold`` is the number of gold items found where it differs from the number of right system items.
    """

    found: float
    system: float
    gold: float
    found_gold: float | None = None

    @property
    def precision(self) -> float:
        """The share of right ones among those given, 0 of none."""
        return self.found / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of the wanted ones that were found, 0 of none."""
        return (self.found if self.found_gold is None else self.found_gold) / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return f1(self.precision, self.recall)

    def as_dict(self) -> dict[str, float]:
        """Percentages under ``p``, ``r`` and ``f1``."""
        return {"p": 100 * self.precision, "r": 100 * self.recall, "f1": 100 * self.f1}


def f1(precision: float, recall: float) -> float:
    """Harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def percent(part: int, whole: int) -> float:
    """``part`` of ``whole`` in percent, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


DEVELOPMENT, HELD_BACK = PARTS = ("development", "held back")
"""The parts of a corpus: the documents open to development, and those only ever scored."""


def part_of(document: str) -> str:
    """The part that the document with this id belongs to."""
    return HELD_BACK if held_back(document) else DEVELOPMENT


def held_back(document: str) -> bool:
    """Whether the document with this id is kept out of development: its SHA-1 (hex) ends in 0, 1, 2 or 3."""
    return hashlib.sha1(document.encode("utf-8", "surrogatepass")).hexdigest()[-1] in "0123"


def align(gold: Sequence[Mapping[str, Any]], system: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Pair overlapping extents (``start``, ``end``: half-open code points), each used once at most.

    Equal extents are paired first, then those with the longest overlap, then the leftmost. Returns indices into
    ``system`` by indices into ``gold``.
    """
    candidates = []
    for i, wanted in enumerate(gold):
        for j, given in enumerate(system):
            overlap = min(wanted["end"], given["end"]) - max(wanted["start"], given["start"])
            if overlap > 0:
                candidates.append((not same_extent(wanted, given), -overlap, i, j))
    pairs: dict[int, int] = {}
    used = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def same_extent(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two extents begin and end at the same code points."""
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def bootstrap(
    units: Sequence[T], statistic: Callable[[Sequence[T]], float], *, rounds: int = 2000, level: float = 0.95
) -> tuple[float, float]:
    """Percentile bootstrap interval of ``statistic`` over ``units`` drawn with replacement; the same on every run."""
    if not units:
        return 0.0, 0.0
    draw = random.Random(20150604)
    values = sorted(statistic(draw.choices(units, k=len(units))) for _ in range(rounds))
    cut = round(rounds * (1 - level) / 2)
    return values[cut], values[-1 - cut]

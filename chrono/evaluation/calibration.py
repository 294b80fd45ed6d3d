"""Calibration: whether rows said to be 0.8 sure are right 80 % of the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .report import Report, table


@dataclass(frozen=True, slots=True)
class Bin:
    """The judged answers whose confidence lies in one stretch: how many, how sure on average, what share is right."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def reliability(judged: Sequence[tuple[float, bool]], *, bins: int = 10) -> list[Bin]:
    """The reliability curve of (confidence 0 … 1, right) pairs in ``bins`` equal stretches; empty ones left out."""
    members: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in judged:
        members[min(bins - 1, max(0, int(confidence * bins)))].append((confidence, right))
    return [
        Bin(
            i / bins, (i + 1) / bins, len(pairs),
            sum(confidence for confidence, _ in pairs) / len(pairs), sum(right for _, right in pairs) / len(pairs),
        )
        for i, pairs in enumerate(members)
        if pairs
    ]


def expected_error(judged: Sequence[tuple[float, bool]], *, bins: int = 10) -> float:
    """Expected calibration error: the mean distance of confidence and accuracy over the bins, weighted by size."""
    if not judged:
        return 0.0
    return sum(b.count * abs(b.confidence - b.accuracy) for b in reliability(judged, bins=bins)) / len(judged)


def report(judged: Sequence[tuple[float, bool]], right: str, *, bins: int = 10) -> Report:
    """Curve and expected error as a report; ``right`` says in words what counts as right."""
    curve = reliability(judged, bins=bins)
    error = expected_error(judged, bins=bins)
    rows = [(f"{b.low:.1f} … {b.high:.1f}", b.count, b.confidence, b.accuracy) for b in curve]
    text = f"Calibration ({right}), expected calibration error {error:.3f}\n" + table(
        ("confidence", "rows", "mean confidence", "share right"), rows
    )
    figures = {
        "expected_calibration_error": error,
        "rows": len(judged),
        "curve": [
            {"low": b.low, "high": b.high, "count": b.count, "confidence": b.confidence, "accuracy": b.accuracy}
            for b in curve
        ],
    }
    return Report("calibration", figures, text)

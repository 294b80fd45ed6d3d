"""What an evaluation hands back: figures for programs, a report for readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Report:
    """One scorer's result.

    ``kind`` is timexes, triggers, dating, timelines, suite or calibration; ``figures`` plain numbers, lists and
    dictionaries at full precision (percentages where a name ends in p, r, f1 or acc); ``text`` what a reader gets.
    """

    kind: str
    figures: dict[str, Any]
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All reports on one gold standard; ``str()`` is the printed report, ``as_dict()`` the figures by kind."""

    reports: tuple[Report, ...]

    def __str__(self) -> str:
        return "\n\n".join(report.text for report in self.reports)

    def as_dict(self) -> dict[str, dict[str, Any]]:
        """The figures of each report by its kind."""
        return {report.kind: report.figures for report in self.reports}

    def __getitem__(self, kind: str) -> Report:
        """The report of this kind; ``KeyError`` when the gold standard has none."""
        for report in self.reports:
            if report.kind == kind:
                return report
        raise KeyError(kind)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A plain-text table: first column left, the others right, floats with two decimals, None as a dash."""
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = []
    for row in cells:
        first, *others = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *others]).rstrip())
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def one_line(text: str, limit: int = 160) -> str:
    """``text`` without line breaks, cut to ``limit`` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"

"""Rows for the marks, so that none overlaps another, in one band or grouped into lanes.

``assets/pack.js`` packs the page's current view in the same way, with measured labels; the tests hold the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .marks import Mark, Row
from .style import status_name

LANES = ("none", "document", "participant", "place", "status")
"""What the lanes of the chart can be: one band, or one for each document, participant, place or status."""

MOST_LANES = 8
OTHERS = "Others"
_COLUMN = {"participant": "who", "place": "where"}


@dataclass(frozen=True, slots=True)
class Box:
    """The pixels one mark takes in its row, its label included; ``at`` is where it begins in time."""

    left: float
    right: float
    at: float


def groups(rows: Sequence[Row], lanes: str, titles: Mapping[str, str] | None = None) -> list[str]:
    """The lane of every row: its document's title, or the participant, place or status that most rows share with it.

    The :data:`MOST_LANES` most frequent lanes stand, the rest becomes "Others"; rows without one go to
    "None named". ``ValueError`` for a name not in :data:`LANES`.
    """
    if lanes not in LANES:
        raise ValueError(f"lanes must be one of {', '.join(LANES)}, not {lanes!r}")
    if lanes == "none":
        return [""] * len(rows)
    if lanes == "document":
        known = titles or {}
        names = [[known.get(row["document"]) or str(row.get("title") or row["document"])] for row in rows]
    elif lanes == "status":
        names = [[status_name(str(row.get("status") or ""))] for row in rows]
    else:
        names = [list(row.get(_COLUMN[lanes]) or []) for row in rows]
    counts = Counter(name for each in names for name in each if name)
    kept = {name for name, _ in counts.most_common(MOST_LANES)}
    return [_lane(each, counts, kept) for each in names]


def _lane(names: Sequence[str], counts: Mapping[str, int], kept: set[str]) -> str:
    known = [name for name in names if name in kept]
    if known:
        return max(known, key=lambda name: counts[name])
    return OTHERS if any(names) else "None named"


def lane_order(lane_of: Sequence[str]) -> list[str]:
    """The lanes of ``lane_of`` in order of appearance, the catch-all ones last."""
    return sorted(dict.fromkeys(lane_of), key=lambda name: (name in (OTHERS, "None named"), name == "None named"))


def pack(boxes: Sequence[Box], gap: float) -> list[int]:
    """The row of each box: in order of time, each in the first row where it lies ``gap`` clear of all others."""
    rows: list[list[Box]] = []
    found = [0] * len(boxes)
    for index in sorted(range(len(boxes)), key=lambda i: (boxes[i].at, i)):
        box = boxes[index]
        row = next((number for number, placed in enumerate(rows) if _is_free(placed, box, gap)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].insert(0 if not rows[row] or box.right > rows[row][0].right else 1, box)
        found[index] = row
    return found


def _is_free(placed: Sequence[Box], box: Box, gap: float) -> bool:
    """Whether ``box`` lies clear of the boxes of a row, whose rightmost stands first, so that it mostly decides."""
    last = placed[0]
    if last.right + gap <= box.left:
        return True
    if last.left <= box.left:
        return False
    return all(each.right + gap <= box.left or box.right + gap <= each.left for each in placed)


def stack(marks: Sequence[Mark], boxes: Sequence[Box], lane_of: Sequence[str], gap: float
          ) -> tuple[list[float], list[tuple[str, float, float]]]:
    """The height of each mark in rows from the top, and the lanes as (name, first, last row); a title row each."""
    heights = [0.0] * len(marks)
    bands: list[tuple[str, float, float]] = []
    top = 0.0
    for name in lane_order([lane_of[mark.row] for mark in marks]):
        members = [i for i, mark in enumerate(marks) if lane_of[mark.row] == name]
        rows = pack([boxes[i] for i in members], gap)
        first = top + (1 if name else 0)
        for index, row in zip(members, rows, strict=True):
            heights[index] = first + row
        bands.append((name, top, first + max(rows)))
        top = first + max(rows) + 1
    return heights, bands

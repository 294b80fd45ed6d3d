"""Where everything of the figure goes: rows for the marks, how high a row is, and the labels that fit."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .glyphs import Glyph, LabelPlace, View, glyph, label_place, label_room
from .lanes import Box, stack
from .marks import Mark, Row, begin
from .style import style
from .text import fit, shorten, width

_LABEL_LIMITS = (46, 30, 20)
_LEAST_LABEL = 48
_MOST_LABELS = 400
_HIGHEST_LABELLED, _HIGHEST = 1400, 1800
_SCALES = (1.0, 0.75, 0.5)
_LEAST_PITCH = 16


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the pixels it takes."""

    text: str
    place: LabelPlace


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Glyph, row (from the top) and label of each mark, and the lanes as (name, first, last row).

    ``pitch`` is the height of a row in pixels; ``view.scale`` how large glyphs are drawn. Only in rows of the full
    height do wide glyphs have their label above them.
    """

    view: View
    glyphs: list[Glyph]
    heights: list[float]
    labels: list[Label | None]
    bands: list[tuple[str, float, float]]
    pitch: float

    @property
    def roomy(self) -> bool:
        """Whether rows stand so far apart that every one has a line for its label."""
        return self.pitch >= float(style()["sizes"]["row"])

    @property
    def lowest(self) -> float:
        """The row farthest down."""
        return max(self.heights)


def arrange(rows: Sequence[Row], found: Sequence[Mark], lane_of: Sequence[str], view: View) -> Arrangement:
    """Packs marks with their labels, long or short; where that gets too high, marks with the labels that fit between.

    Rows get lower, and then glyphs smaller, until a picture of thousands of marks is not much higher than a screen
    or two.
    """
    events = [str(rows[mark.row].get("event") or "") for mark in found]
    for limit in _LABEL_LIMITS if len(found) <= _MOST_LABELS else ():
        labelled = _with_labels(found, [shorten(event, limit) for event in events], lane_of, view)
        if labelled.lowest * labelled.pitch <= _HIGHEST_LABELLED:
            return labelled
    for scale in _SCALES:
        bare = _bare(found, lane_of, replace(view, scale=scale))
        if bare.pitch >= _LEAST_PITCH * scale:
            break
    return replace(bare, labels=_fitting(bare, [shorten(event, _LABEL_LIMITS[0]) for event in events]))


def _with_labels(found: Sequence[Mark], texts: Sequence[str], lane_of: Sequence[str], view: View) -> Arrangement:
    sizes = style()["sizes"]
    glyphs = [glyph(mark, view) for mark in found]
    labels = [_full(each, text, view) for each, text in zip(glyphs, texts, strict=True)]
    boxes = [Box(min(each.left, label.place.left), max(each.right, label.place.right), begin(mark)) if label
             else Box(each.left, each.right, begin(mark))
             for each, label, mark in zip(glyphs, labels, found, strict=True)]
    heights, bands = stack(found, boxes, lane_of, sizes["label_gap"] + sizes["mark_gap"])
    return Arrangement(view, glyphs, heights, labels, bands, sizes["row"])


def _full(each: Glyph, text: str, view: View) -> Label | None:
    """The label beside or above its glyph, as long as stays in the chart; none where the glyph lies outside."""
    if each.right < 0 or each.left > view.width:
        return None
    cut = fit(text, label_room(each, view.width))
    return Label(cut, label_place(each, width(cut), view.width))


def _bare(found: Sequence[Mark], lane_of: Sequence[str], view: View) -> Arrangement:
    sizes = style()["sizes"]
    glyphs = [glyph(mark, view) for mark in found]
    boxes = [Box(each.left, each.right, begin(mark)) for each, mark in zip(glyphs, found, strict=True)]
    heights, bands = stack(found, boxes, lane_of, sizes["mark_gap"] * view.scale)
    pitch = min(sizes["row"], _HIGHEST / (max(heights) + 1))
    pitch = max(pitch, _LEAST_PITCH * view.scale) if view.scale == _SCALES[-1] else pitch
    return Arrangement(view, glyphs, heights, [None] * len(glyphs), bands, pitch)


def _fitting(bare: Arrangement, texts: Sequence[str]) -> list[Label | None]:
    """The labels that have free room beside their marks, in their row and in those that a line of text reaches into."""
    reach = int(1.2 * style()["sizes"]["label"] / bare.pitch)
    taken: dict[int, list[tuple[float, float]]] = {}
    for each, height in zip(bare.glyphs, bare.heights, strict=True):
        insort(taken.setdefault(int(height), []), (each.left, each.right))
    labels: list[Label | None] = []
    for each, height, text in zip(bare.glyphs, bare.heights, texts, strict=True):
        near = [taken.get(row, []) for row in range(int(height) - reach, int(height) + reach + 1)]
        label = _beside(each, text, near, bare)
        labels.append(label)
        if label:
            insort(taken[int(height)], (label.place.left, label.place.right))
    return labels


def _beside(each: Glyph, text: str, near: Sequence[Sequence[tuple[float, float]]], bare: Arrangement) -> Label | None:
    """The label above a wide glyph of a roomy row, else right or left of its glyph, where there is more room."""
    sizes = style()["sizes"]
    if each.right < 0 or each.left > bare.view.width:
        return None
    if bare.roomy and each.wide:
        start = max(each.left, 0.0)
        others = [box for boxes in near for box in boxes if box != (each.left, each.right)]
        room = min((left for left, right in others if right > start), default=bare.view.width + sizes["mark_gap"])
        return _label(text, "above", start, room - sizes["mark_gap"])
    start, end = each.right + sizes["label_gap"], each.left - sizes["label_gap"]
    ahead = min([_next(boxes, start) for boxes in near] + [bare.view.width + sizes["mark_gap"]]) - sizes["mark_gap"]
    behind = max([_last(boxes, end) for boxes in near] + [-sizes["mark_gap"]]) + sizes["mark_gap"]
    if ahead - start < width(text) and end - behind > ahead - start:
        return _label(text, "left", behind, end)
    return _label(text, "right", start, ahead)


def _label(text: str, side: str, left: float, right: float) -> Label | None:
    """``text`` cut to the room between two pixels, at the side of it where the glyph is."""
    if right - left < _LEAST_LABEL:
        return None
    cut = fit(text, right - left)
    if len(cut) < 4:
        return None
    taken = width(cut)
    return Label(cut, LabelPlace(side, *((right - taken, right) if side == "left" else (left, left + taken))))


def _next(boxes: Sequence[tuple[float, float]], start: float) -> float:
    """Where the next of the boxes of a row begins; ``start`` itself where one covers it."""
    at = bisect_left(boxes, (start, start))
    if at and boxes[at - 1][1] > start:
        return start
    return boxes[at][0] if at < len(boxes) else float("inf")


def _last(boxes: Sequence[tuple[float, float]], end: float) -> float:
    """Where the last of the boxes of a row before ``end`` ends; ``end`` itself where one covers it."""
    at = bisect_left(boxes, (end, end))
    return min(boxes[at - 1][1], end) if at else float("-inf")

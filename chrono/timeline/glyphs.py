"""What is drawn for a mark in a given view: strokes, symbols and the pixels they take.

``assets/glyphs.js`` is the same in the page; the tests hold the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from .axis import Window
from .marks import AFTER, BEFORE, POINT, SINCE, SPAN, WITHIN, Mark
from .style import style

THICK, THIN, FAINT = "thick", "thin", "faint"
EXACT, VAGUE, CAP, LEFT, RIGHT = "exact", "vague", "cap", "left", "right"


@dataclass(frozen=True, slots=True)
class View:
    """A window of time ``width`` pixels wide; ``now`` is the reference date in seconds, where one is known.

    ``scale`` shrinks what is drawn, not where.
    """

    window: Window
    width: float
    now: float | None = None
    scale: float = 1

    def pixel(self, second: float) -> float:
        """Where ``second`` stands, in pixels from the left."""
        return (second - self.window.start) / self.window.length * self.width

    def second(self, pixel: float) -> float:
        """The second that stands at ``pixel``."""
        return self.window.start + pixel / self.width * self.window.length


@dataclass(frozen=True, slots=True)
class Glyph:
    """Strokes (kind, from, to) and symbols (kind, place) in pixels, and the outermost pixels of both."""

    strokes: tuple[tuple[str, float, float], ...]
    symbols: tuple[tuple[str, float], ...]
    left: float
    right: float

    @property
    def wide(self) -> bool:
        """Whether the label goes above the glyph, not beside it."""
        return self.right - self.left > float(style()["sizes"]["wide"])


def glyph(mark: Mark, view: View) -> Glyph:
    """The glyph of ``mark``; what lies far outside the view is drawn there too, and clipped by the chart."""
    sizes = style()["sizes"]
    symbol_size = sizes["symbol"] * view.scale
    tail, half = sizes["tail"] * view.scale, symbol_size / 2
    if mark.start is None or mark.end is None:
        return _open(mark, view, tail, half)
    start, end = view.pixel(mark.start), view.pixel(mark.end)
    middle = (start + end) / 2
    if mark.kind == POINT or end - start < sizes["least_span"] * view.scale:
        symbol = VAGUE if mark.approximate or mark.kind == WITHIN else EXACT
        if not mark.approximate:
            return Glyph((), ((symbol, middle),), middle - half, middle + half)
        ends = (middle - symbol_size, middle + symbol_size)
        return Glyph(((THIN, *ends),), ((CAP, ends[0]), (symbol, middle), (CAP, ends[1])), ends[0], ends[1])
    if mark.kind == SPAN and not mark.approximate:
        return Glyph(((THICK, start, end),), (), start, end)
    if mark.kind == SPAN:
        return Glyph(((FAINT, start, end),), ((CAP, start), (CAP, end)), start, end)
    left, right = min(start, middle - half), max(end, middle + half)
    return Glyph(((THIN, start, end),), ((CAP, start), (VAGUE, middle), (CAP, end)), left, right)


def _open(mark: Mark, view: View, tail: float, half: float) -> Glyph:
    """A mark open at one side: solid as far as is known, then fading into an arrow."""
    if mark.start is not None:
        start = view.pixel(mark.start)
        if mark.kind == AFTER:
            tip = start + tail
            return Glyph(((THIN, start, tip),), ((VAGUE, start), (RIGHT, tip)), start - half, tip + half)
        known = max(start, view.pixel(view.now)) if view.now is not None else start
        tip = known + tail
        strokes = ((THICK, start, known), (FAINT, known, tip)) if known > start else ((FAINT, start, tip),)
        assert mark.kind == SINCE
        return Glyph(strokes, ((CAP, start), (RIGHT, tip)), start, tip + half)
    assert mark.end is not None
    end = view.pixel(mark.end)
    tip = end - tail
    if mark.kind == BEFORE:
        return Glyph(((THIN, tip, end),), ((LEFT, tip), (VAGUE, end)), tip - half, end + half)
    return Glyph(((FAINT, tip, end),), ((LEFT, tip), (CAP, end)), tip - half, end)


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """The pixels a label takes, and on which side of its glyph: ``left``, ``right`` or ``above``."""

    side: str
    left: float
    right: float


def label_place(each: Glyph, width: float, plot_width: float) -> LabelPlace:
    """Where a label ``width`` pixels wide goes: above a wide glyph, else right, or left where only there is room."""
    gap = style()["sizes"]["label_gap"]
    if each.wide:
        left = max(0.0, min(max(each.left, 0.0), plot_width - width))
        return LabelPlace("above", left, left + width)
    if each.right + width + gap > plot_width and each.left > plot_width - each.right:
        return LabelPlace("left", each.left - gap - width, each.left - gap)
    return LabelPlace("right", each.right + gap, each.right + gap + width)


def label_room(each: Glyph, plot_width: float) -> float:
    """How many pixels the longest label has that stays in the chart."""
    if each.wide:
        return plot_width
    return max(each.left, plot_width - each.right) - float(style()["sizes"]["label_gap"])

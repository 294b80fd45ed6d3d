"""Paragraphs, headings and list items: where the lines of a text were meant to end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chrono.grammar.normalise import plain

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_BULLET = re.compile(r"[*•·▪◦‣–—-]\s+\S|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S|#+\s")
_WRAPPED_WIDTHS = (40, 120)
_HEADER = re.compile(r"[A-Z][\w-]{0,12}: ")


def paragraphs(text: str, inner: Spans) -> Iterator[tuple[int, int]]:
    """Half-open spans of paragraphs, headings and list items: cut at blank lines and at meant line ends."""
    start = 0
    for match in (*_BLANK.finditer(text), None):
        end = match.start() if match else len(text)
        if match and inner.hold(end):
            continue
        for first, last in _lines(text, start, end, inner):
            left, right = strip_span(text, first, last)
            if left < right:
                yield left, right
        start = match.end() if match else end


def _lines(text: str, start: int, end: int, inner: Spans) -> Iterator[tuple[int, int]]:
    lines = text[start:end].split("\n")
    width = max(map(len, lines))
    begin = position = start
    for line, following in pairwise(lines):
        position += len(line) + 1
        if _is_meant(line.rstrip(), following.lstrip(), width) and not inner.hold(position - 1):
            yield begin, position
            begin = position
    yield begin, end


def _is_meant(line: str, following: str, width: int) -> bool:
    """Whether the end of a line is the writer's, not the effect of wrapping at some `width`: the next word would have
    fitted, or no one wraps that narrow or that wide."""
    if not line or not following:
        return True
    if _BULLET.match(following) or _HEADER.match(following):
        return True
    if line.endswith(":") and not following[0].islower():
        return True
    if following[0].islower() or line[-1] in ",;&-":
        return False
    if not _WRAPPED_WIDTHS[0] <= width <= _WRAPPED_WIDTHS[1]:
        return True
    return len(line) + 1 + len(following.split(None, 1)[0]) <= min(width, 90)


def join_spans(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans` in order and within `text`, without white space at their ends, overlapping ones made one, empty ones left
    out."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        start, end = max(0, start), min(len(text), end)
        if start >= end:
            continue
        start, end = strip_span(plain(text[start:end]), 0, end - start, start)
        if start >= end:
            continue
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


class Spans:
    """Asks whether an offset lies strictly inside one of several spans that do not overlap."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def hold(self, offset: int) -> bool:
        """Whether a span begins before ``offset`` and ends behind it."""
        i = bisect_left(self._starts, offset) - 1
        return i >= 0 and offset < self._spans[i][1]


def strip_span(text: str, start: int, end: int, shift: int = 0) -> tuple[int, int]:
    """The bounds of `text[start:end]` without the white space at its ends, moved by `shift`."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start + shift, end + shift

"""Anchoring: every tree of a document resolved, in text order, against its date and the dates told before.

This is the one place where trees become dates. The operators live in the modules imported for that, one kind of
expression each; this module walks the text, keeps the discourse, and writes the results.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..calendar import Granularity as G
from ..calendar import Period, Span, timex
from . import (  # noqa: F401  (they register operators)
    absolute,
    clock,
    counted,
    deictic,
    discussed,
    durations,
    modifiers,
    numeric,
    observances,
    ordinals,
    parts,
    pointed,
    sets,
    vague,
    years,
)
from . import told as _told  # noqa: F401
from .asides import as_told
from .confidence import confidence
from .discourse import Discourse, Told
from .expression import Anchor, TimeExpression, expression_of
from .reading import Reading
from .recognise import Found
from .resolve import TooVague, resolve
from .segments import Segment, segments
from .stretches import AND, FROM, JOINED, OF, TO, join_ranges
from .tree import Tree
from .vocabulary import vocabulary


def anchor(discourse: Discourse, found: Sequence[Found]) -> list[TimeExpression]:
    """The time expressions that ``found`` come to in ``discourse``, in order."""
    read: list[tuple[Found, str, Reading]] = []
    inner = _Segments(discourse, texts) if (texts := segments(discourse.text, found)) else None
    for position, item in enumerate(found):
        if inner is not None:
            inner.enter(item.start)
        discourse.start, discourse.end, discourse.relation = item.start, item.end, item.relation
        following = found[position + 1] if position + 1 < len(found) else None
        if following is not None and following.start - item.end > JOINED:
            following = None
        discourse.ends = _ends(discourse.text, item, following) if following else None
        discourse.day = _day_behind(discourse.text, item, following) if following else None
        discourse.whole = _whole(discourse.text, item, following) if following else None
        discourse.leads_to = _leads_to(discourse.text, item, following) if following else None
        try:
            reading = resolve(discourse, item.tree)
        except TooVague:
            continue
        text = discourse.text[item.start:item.end]
        if reading.type in ("DATE", "TIME"):
            if (told := as_told(discourse, reading, item)) is not None:
                discourse.remember(Told.of(text, told, item))
            if inner is not None:
                inner.tell(text, reading, item)
        read.append((item, text, reading))
    return join_ranges(discourse.text, [_expression(*one) for one in read])


class _Segments:
    """Keeps the discourse's reference time that of the innermost text within the text."""

    def __init__(self, discourse: Discourse, found: Sequence[Segment]) -> None:
        self._discourse = discourse
        discourse.written = discourse.reference
        self._coming = list(reversed(found))
        self._dates: dict[int, Told | None] = {segment.date: None for segment in found}
        self._open: list[tuple[Segment, Period | None, Anchor | None, bool]] = []
        self._heading: Told | None = None

    def enter(self, position: int) -> None:
        """Close the texts that end, and open those that begin, before ``position``."""
        while self._open and self._open[-1][0].end <= position:
            _, self._discourse.reference, self._discourse.own, self._discourse.narrative = self._open.pop()
        while self._coming and self._coming[-1].start <= position:
            segment = self._coming.pop()
            if segment.end > position:
                outer = self._discourse
                self._open.append((segment, outer.reference, outer.own, outer.narrative))
                if segment.narrative and segment.date == segment.start and self._heading is not None:
                    outer.narrative = True  # "Saturday 8 June": the next entry of a diary goes on from the last
                    outer.begin_anew(self._heading)
                self._take(segment)

    def tell(self, text: str, reading: Reading, found: Found) -> None:
        """Note the date that a text's own heading tells; the innermost text takes it as its reference time."""
        if found.start in self._dates and reading.period is not None and reading.period.granularity <= G.DAY:
            self._dates[found.start] = Told.of(text, reading, found)
            if self._open and self._open[-1][0].date == found.start:
                self._take(self._open[-1][0])

    def _take(self, segment: Segment) -> None:
        told = self._dates[segment.date]
        if told is not None:
            self._heading = told if segment.narrative else self._heading
            self._discourse.reference = told.period
            self._discourse.own = self._discourse.anchor(told)
            self._discourse.narrative = self._discourse.narrative or segment.narrative
            self._discourse.begin_anew(told if segment.narrative else None)


def _leads_to(text: str, item: Found, following: Found) -> Tree | None:
    """The tree of the next expression when this one is the first end of a stretch that it closes."""
    gap = text[item.end:following.start]
    if len(gap) > 14 or item.tree.op not in ("Month", "Day", "Season"):
        return None
    opened = FROM.search(text[max(0, item.start - 14):item.start]) is not None
    closed = TO.match(gap) or (opened and AND.match(gap))
    return following.tree if closed and (opened or "-" in gap or "–" in gap) else None


_ENDING = vocabulary().patterns.ending


def _ends(text: str, item: Found, following: Found) -> Found | None:
    """The next expression when "ended" or "ending" joins it to this one."""
    if _ENDING.fullmatch(text[item.end:following.start]):
        return following
    return None


_DAY_BEHIND = vocabulary().patterns.day_behind


def _day_behind(text: str, item: Found, following: Found) -> Found | None:
    """The day of what a part of the day tells of, told right behind it."""
    is_day = following.tree.op in ("Weekday", "Day", "Within", "Today", "LastNamed")
    return following if is_day and _DAY_BEHIND.fullmatch(text, item.end, following.start) else None


def _whole(text: str, item: Found, following: Found) -> Tree | None:
    """The tree of the next expression when "of" joins it to this one."""
    return following.tree if OF.fullmatch(text, item.end, following.start) else None


def _expression(item: Found, text: str, reading: Reading) -> TimeExpression:
    anchor = reading.anchor if isinstance(reading.anchor, Anchor) else None
    others = reading.alternatives
    alternatives = tuple([(timex.write(period), Span.of(period)) for period in others]) if others else ()
    return expression_of(
        item.start, item.end, text, reading.type, reading.value, item.rule, item.tree, reading.mod, reading.quant,
        reading.freq, reading.begin, reading.end, anchor, span_of(reading), item.relation or "on", reading.relative,
        reading.zone, reading.why or "written out", alternatives, confidence(reading))


def span_of(reading: Reading) -> Span | None:
    """The stretch of time a reading names."""
    if reading.span is not None:
        return reading.span
    if reading.period is None or reading.type not in ("DATE", "TIME"):
        return None
    mod = reading.mod if reading.mod in ("START", "MID", "END") and reading.period.granularity > G.PART_OF_DAY else None
    return Span.of(reading.period, mod, approximate=reading.mod == "APPROX")

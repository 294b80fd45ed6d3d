"""From a row of the event table to a mark: where it lies in time and what kind of thing is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..calendar import Granularity, iso
from ..errors import DateError

Row = Mapping[str, Any]

POINT, SPAN, WITHIN, SINCE, UNTIL, AFTER, BEFORE = "point", "span", "within", "since", "until", "after", "before"
"""Kinds of marks: an exact time; a stretch that lasted; a time known only to lie within a stretch; a stretch open at
its end or start; a time known only to lie after or before a bound."""

_OPEN_START = {"before": BEFORE, "by": BEFORE}
_OPEN_END = {"after": AFTER}
_EXACT = {g.label for g in Granularity if g <= Granularity.DAY}


@dataclass(frozen=True, slots=True)
class Mark:
    """One row's place in time. ``start`` and ``end`` are half-open seconds from 1970-01-01, ``None`` where open.

    ``row`` is the row's index in the chronology, ``kind`` one of the constants above, ``approximate`` "about", "c.".
    """

    row: int
    kind: str
    start: int | None
    end: int | None
    status: str
    approximate: bool

    @property
    def at(self) -> float:
        """The second the mark's symbol stands at: the middle, or the known bound."""
        if self.start is None:
            assert self.end is not None
            return self.end
        return self.start if self.end is None else (self.start + self.end) / 2


def begin(mark: Mark) -> int:
    """The second by which marks are ordered: the start, or the end where only that is known."""
    known = mark.end if mark.start is None else mark.start
    assert known is not None
    return known


def marks(rows: Sequence[Row]) -> list[Mark]:
    """The marks of all rows that have a date and are not hidden, in the rows' order."""
    found = (mark_of(index, row) for index, row in enumerate(rows) if not row.get("hidden"))
    return [mark for mark in found if mark is not None]


def mark_of(index: int, row: Row) -> Mark | None:
    """The mark of one row; ``None`` for an undated one. Raises :class:`DateError` naming the row."""
    try:
        start = iso.read(row["start"]).start if row.get("start") else None
        end = iso.read(row["end"]).end if row.get("end") else None
    except DateError as error:
        raise DateError(f"row {index + 1}: {error}") from None
    if start is None and end is None:
        return None
    edtf, relation = str(row.get("edtf") or ""), str(row.get("relation") or "on")
    kind = _kind(start, end, relation, _is_interval(edtf, relation), str(row.get("granularity") or "day"))
    if kind in (AFTER, SINCE):
        end = None
    elif kind in (BEFORE, UNTIL):
        start = None
    approximate = relation == "about" or any(sign in edtf for sign in "~?%")
    return Mark(index, kind, start, end, str(row.get("status") or "happened"), approximate)


def _is_interval(edtf: str, relation: str) -> bool:
    """Whether a date tells from when to when; "early May" (``2023-05-01~/2023-05-10~``) only tells within what."""
    ends = edtf.split("/")
    return len(ends) > 1 and not (relation == "on" and all(end.endswith("~") for end in ends))


def _kind(start: int | None, end: int | None, relation: str, interval: bool, granularity: str) -> str:
    if start is None or relation in _OPEN_START:
        return _OPEN_START.get(relation, UNTIL)
    if end is None or relation in _OPEN_END:
        return _OPEN_END.get(relation, SINCE)
    if interval and relation not in ("between", "about"):
        return SPAN
    return POINT if granularity in _EXACT and not interval else WITHIN

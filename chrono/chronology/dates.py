"""The date columns of a row, all derived from one span, and the chronological order."""

from __future__ import annotations

from ..calendar import Period, Span, edtf, human, iso
from .columns import Row

OPEN_END = 1 << 60
"""A second after every other."""


def span_of(row: Row) -> Span | None:
    """The span of a row's ``edtf``, ``None`` where undated."""
    return edtf.read(row["edtf"]) if row["edtf"] else None


def date_cells(span: Span | None, relation: str) -> Row:
    """The cells of :data:`~chrono.chronology.columns.DATE_COLUMNS` for something ``relation`` to ``span``.

    They derive from the EDTF text, so that a table read back shows what was written. All are empty without a span.
    """
    if span is None:
        return {"start": "", "end": "", "date": "", "edtf": "", "granularity": "", "relation": ""}
    text = edtf.write(span)
    span = edtf.read(text)
    start, end = iso.bounds(span)
    return {"start": start, "end": end, "date": human.write(span, relation), "edtf": text,
            "granularity": span.granularity.label, "relation": relation}


def period_text(period: Period | None) -> str:
    """The beginning of a period as ISO 8601, ``2019-12-04`` or ``2019-12-04T09:30``; empty where there is none."""
    return "" if period is None else iso.bounds(Span.of(period))[0]


def rank(span: Span | None, relation: str, future: bool, position: tuple[int, ...]) -> tuple[int, ...]:
    """Sort key of a row; ``position`` is its place in the texts, ``future`` says whether an undated event lies ahead.

    By start (for by, until and before: the end), then end with open ends last, then the finer granularity first, then
    the place in the text. Something after a date stands just after it ends. Undated rows come last, past before
    future.
    """
    if span is None:
        return (1, int(future), 0, 0, *position)
    start, end = _stretch(span, relation)
    return (0, start, end, int(span.granularity), *position)


def _stretch(span: Span, relation: str) -> tuple[int, int]:
    first, last = span.start, span.end
    if first is None and last is not None:
        return last - 1, last
    if last is None:
        assert first is not None
        return (span.first.end if relation == "after" and span.first is not None else first), OPEN_END
    assert first is not None
    return (last - 1 if relation in ("by", "until") else first), last

"""The date of a row whose cells a person may have edited: which of ``date``, ``start``, ``end``, ``edtf`` counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..calendar import Granularity, Period, Span, edtf, human, iso, timex
from ..errors import DateError
from .columns import RELATIONS
from .dates import date_cells


@dataclass(frozen=True, slots=True)
class Dated:
    """A row's date, its relation, and the columns found edited."""

    span: Span | None
    relation: str
    edited: tuple[str, ...] = ()


class CellError(DateError):
    """A cell that cannot be read; ``column`` is its column, or the columns that contradict each other."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def reconcile(cells: Mapping[str, str], day_first: bool | None) -> Dated:
    """What the date cells of one row say together.

    ``cells`` holds the text of the row's date columns as far as the table has them. A cell is edited where it says
    another date than ``edtf`` does, however it is formatted; the edited cell wins. ``edtf`` itself is the edited one
    where all the others agree with each other, and ``timex`` with them or ``edited`` names it. A date that an undated
    row of ours was given is an edit too. Raises :class:`CellError` where a cell cannot be read or two edited ones
    contradict each other.
    """
    given = {column: cells.get(column, "").strip() for column in ("date", "edtf", "start", "end")}
    relation = _relation(cells.get("relation", ""))
    if not any(given.values()):
        return Dated(None, "")
    truth = _read("edtf", given["edtf"], day_first)
    if truth is None:
        found = _without_edtf(given, cells, relation, day_first)
        added = tuple(column for column in ("date", "start", "end") if given[column])
        return replace(found, edited=added) if "edtf" in cells and cells.get("id") else found
    relation = relation or _default_relation(truth)
    old = date_cells(truth, relation)
    edited = _edited(given, old, "end" in cells and "start" in cells, day_first)
    if not edited:
        return Dated(truth, relation)
    if len(edited) > 1 and _edtf_was_edited(given, cells, edited, day_first):
        return Dated(truth, relation, ("edtf",))
    return _from_edited(given, truth, relation, edited, day_first)


def _read(column: str, text: str, day_first: bool | None) -> Span | None:
    try:
        return human.read(text, day_first) if text else None
    except DateError as error:
        raise CellError(column, str(error)) from None


def _relation(text: str) -> str:
    text = text.strip().casefold()
    if text and text not in RELATIONS:
        raise CellError("relation", f"{text!r} is none of {', '.join(RELATIONS)}")
    return text


def _default_relation(span: Span) -> str:
    return "since" if span.last is None else "until" if span.first is None else "on"


def _without_edtf(given: Mapping[str, str], cells: Mapping[str, str], relation: str, day_first: bool | None) -> Dated:
    """A row written by hand: by its date, else by its bounds; where both are given they must agree."""
    bounds = _bounds(given["start"], given["end"], day_first)
    if not given["date"]:
        assert bounds is not None
        span = _of_granularity(bounds, cells.get("granularity", ""))
        return Dated(span, relation or _default_relation(span))
    span, words = _read_words(given["date"], day_first)
    for column in ("start", "end"):
        if given[column] and not _same_bound(given[column], iso.bounds(span)[column == "end"], day_first):
            raise _contradiction("date", given["date"], column, given[column])
    return Dated(span, relation or words)


def _read_words(text: str, day_first: bool | None) -> tuple[Span, str]:
    try:
        span, relation = human.read_with_relation(text, day_first)
    except DateError as error:
        raise CellError("date", str(error)) from None
    return span, relation if relation != "on" else _default_relation(span)


def _bounds(start: str, end: str, day_first: bool | None) -> Span | None:
    """The span between two cells; one without the other is that date itself, as is one the other is not after."""
    first, last = _read("start", start, day_first), _read("end", end, day_first)
    if first is None or last is None:
        return first or last
    if first == last:
        return first
    if first.first is None or last.last is None or first.first.start >= last.last.end:
        raise _contradiction("start", start, "end", end)
    return edtf.read(edtf.write(Span(first.first, last.last)))


def _of_granularity(span: Span, label: str) -> Span:
    """The one unit of a given granularity that ``span`` is, else ``span``."""
    try:
        granularity = Granularity.from_label(label.strip())
    except KeyError:
        return span
    if span.start is None or span.end is None or granularity == Granularity.PART_OF_DAY:
        return span
    unit = Span.of(Period.at(granularity, span.start))
    return unit if (unit.start, unit.end) == (span.start, span.end) else span


def _edited(given: Mapping[str, str], old: Mapping[str, str], bounded: bool, day_first: bool | None) -> list[str]:
    """The columns that say another date than ``edtf``; a bound is also edited where only it was emptied."""
    edited = []
    if given["date"] and given["date"] != old["date"] and not _same_date(given["date"], old["edtf"], day_first):
        edited.append("date")
    for column, other in (("start", "end"), ("end", "start")):
        emptied = bounded and not given[column] and given[other] and old[column]
        if emptied or (given[column] and not _same_bound(given[column], old[column], day_first)):
            edited.append(column)
    return edited


def _same_date(text: str, truth: str, day_first: bool | None) -> bool:
    """Whether ``text`` reads as the date ``truth``, in one of its orders where none is known."""
    wanted = edtf.read(truth)
    for order in (day_first,) if day_first is not None else (None, True, False):
        try:
            span = human.read(text, order)
        except DateError:
            continue
        if (span.start, span.end) == (wanted.start, wanted.end):
            return True
    return False


def _same_bound(text: str, old: str, day_first: bool | None) -> bool:
    """Whether a bound's cell names the day or time ``old``."""
    return text == old or (bool(old) and _same_date(text, _as_edtf(old), day_first))


def _as_edtf(bound: str) -> str:
    return edtf.write(Span.of(iso.read(bound)))


def _edtf_was_edited(given: Mapping[str, str], cells: Mapping[str, str], edited: list[str],
                     day_first: bool | None) -> bool:
    """Whether the other cells agree on one date, and ``edited`` or ``timex`` tells that ``edtf`` was changed alone."""
    named = {column.strip() for column in cells.get("edited", "").split(";")}
    if "date" not in edited or named & {"date", "start", "end"}:
        return False
    before = _read("date", given["date"], day_first)
    assert before is not None
    for column, bound in zip(("start", "end"), iso.bounds(before), strict=True):
        if not _same_bound(given[column], bound, day_first):
            return False
    original = timex.read(cells.get("timex", ""))
    return "edtf" in named or (original is not None and _same_date(given["date"], edtf.write(original), day_first))


def _from_edited(given: Mapping[str, str], truth: Span, relation: str, edited: list[str],
                 day_first: bool | None) -> Dated:
    if "date" in edited:
        span, words = _read_words(given["date"], day_first)
        new = iso.bounds(span)
        for column, bound in zip(("start", "end"), new, strict=True):
            if column in edited and not _same_bound(given[column], bound, day_first):
                raise _contradiction("date", given["date"], column, given[column])
        kept = relation in ("on", "during", "between", "about") and words == "on"
        return Dated(span, relation if kept else words, tuple(edited))
    span = _moved(given, truth, edited, day_first)
    kept = (span.first is None, span.last is None) == (truth.first is None, truth.last is None)
    return Dated(span, relation if kept else _default_relation(span), tuple(edited))


def _moved(given: Mapping[str, str], truth: Span, edited: list[str], day_first: bool | None) -> Span:
    """The span with one or both bounds edited; a single day moves whole when one bound is carried past the other."""
    if "start" in edited and "end" in edited:
        span = _bounds(given["start"], given["end"], day_first)
        assert span is not None
        opened = Span(span.first if given["start"] else None, span.last if given["end"] else None)
        return span if given["start"] and given["end"] else opened
    column = edited[0]
    new = _read(column, given[column], day_first)
    if column == "start":
        first, last = (new.first if new else None), truth.last
    else:
        first, last = truth.first, (new.last if new else None)
    if new is not None and first is not None and last is not None and first.start >= last.end:
        return new
    if truth.first == truth.last and first is not None and last is not None:
        first, last = _within_unit(truth, column, first, last)
    return edtf.read(edtf.write(Span(first, last)))


def _within_unit(truth: Span, column: str, first: Period, last: Period) -> tuple[Period, Period]:
    """The bounds when one end of a single unit moves: the other stays the unit's day, unless the units are alike."""
    assert truth.start is not None and truth.end is not None
    moved = first if column == "start" else last
    if moved.granularity >= truth.granularity or truth.granularity <= Granularity.DAY:
        return first, last
    other = Period.at(Granularity.DAY, truth.end - 1 if column == "start" else truth.start)
    return (first, other) if column == "start" else (other, last)


def _contradiction(one: str, text: str, other: str, others: str) -> CellError:
    shown = repr(others) if others else "empty"
    return CellError(f"{one} and {other}", f"{one} {text!r} and {other} {shown} contradict each other")

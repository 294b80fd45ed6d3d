"""Find the reference time of a document: what is given, its metadata, its date line, or an inference."""

from __future__ import annotations

from ..calendar import Granularity, Period, Span, gregorian, human
from ..calendar.given import read_date
from ..documents import Document
from ..errors import DateError
from ..reference import ReferenceTime
from .inference import infer
from .lines import CONFIDENCE, Line, find_lines

_KIND = {
    "published": "the date line",
    "wire": "the agency dateline",
    "own": "the date line",
    "held": "the sitting recorded",
    "foot": "the date at the foot",
    "updated": "the update line",
}


def find(
    document: Document,
    *,
    given: str | None = None,
    default: str | None = None,
    not_after: Period | None = None,
    day_first: bool | None = None,
) -> ReferenceTime:
    """The document's reference time.

    In this order: ``given``, the date the document's metadata carry, a date line in its text (a publication before an
    update), ``default``, and the day and year that the text gives evidence for (see :mod:`chrono.dateline.inference`).
    No year after ``not_after`` is chosen by evidence, and words such as "yesterday" in ``given`` and ``default`` count
    from it. Where nothing tells the date its period is ``None``; the present day is never taken.

    Raises :class:`~chrono.errors.DateError` where ``given``, ``default`` or the metadata cannot be read as a day.
    """
    if given:
        period = read_date(given, "date", today=not_after, day_first=day_first)
        overruled = _overruled(document, period, day_first)
        why = f"given by --date, not by {overruled}" if overruled else "given by --date"
        return ReferenceTime(period, "given", why, overruled=overruled)
    if document.published:
        period = _metadata(document.published, document.name, day_first)
        return ReferenceTime(period, "metadata", "the document's metadata")
    lines = find_lines(document)
    full = [line for line in lines if line.day.year is not None]
    partial = [line for line in lines if line.day.year is None]
    if full and (full[0].kind != "updated" or not partial):
        return _from_line(full[0], full[1:])
    if default:
        period = read_date(default, "date", today=not_after, day_first=day_first)
        return ReferenceTime(period, "given", "given by --date for documents that tell no date")
    inferred = infer(document, lines, not_after)
    if inferred.period is None and full:
        return _from_line(full[0], full[1:])
    return inferred


def _overruled(document: Document, given: Period, day_first: bool | None) -> str:
    """What the document itself tells of another day than ``given``; ``""`` where it tells none, or the same."""
    if document.published:
        told = _metadata(document.published, document.name, day_first)
        return "" if _meet(told, given) else f"its metadata ({human.write(Span.of(told))})"
    lines = [line for line in find_lines(document) if line.kind not in ("updated", "held")]
    first = next((line for line in lines if line.day.year is not None), next(iter(lines), None))
    return "" if first is None or _fits(first, given) else f"{_KIND[first.kind]} “{first.text}”"


def _meet(one: Period, other: Period) -> bool:
    return one.start < other.end and other.start < one.end


def _fits(line: Line, given: Period) -> bool:
    """Whether the line may tell the day ``given``, or one within it; without a year by day, month and weekday."""
    if line.day.year is not None:
        return _meet(_period(line), given)
    if given.granularity > Granularity.DAY:
        return True
    weekday = gregorian.weekday(given.start // 86400)
    return given.ymd[1:] == (line.day.month, line.day.day) and line.day.weekday in (0, weekday)


def _metadata(published: str, name: str, day_first: bool | None) -> Period:
    try:
        return read_date(published, name, day_first=day_first)
    except DateError as error:
        raise DateError(f"{error} (its metadata)") from None


def _from_line(line: Line, others: list[Line]) -> ReferenceTime:
    period = _period(line)
    why = f"{_KIND[line.kind]} “{line.text}”"
    passed = [other for other in others if _period(other).to(Granularity.DAY) != period.to(Granularity.DAY)]
    updated = next((other for other in passed if other.kind == "updated"), None)
    if updated is not None:
        written = human.write(Span.of(_period(updated).to(Granularity.DAY)))
        why += f"; the publication counts, not the update of {written} (“{updated.text}”)"
    elif passed:
        why += f", before “{passed[0].text}”"
    alternatives = tuple(dict.fromkeys(_period(other).to(Granularity.DAY) for other in passed))
    return ReferenceTime(period, "dateline", why, CONFIDENCE[line.kind], alternatives, line.day.start, line.day.end)


def _period(line: Line) -> Period:
    assert line.day.year is not None
    period = Period.day(line.day.year, line.day.month, line.day.day)
    if line.day.time:
        hour, minute = map(int, line.day.time.split(":"))
        return Period.at(Granularity.MINUTE, period.start + 3600 * hour + 60 * minute)
    return period

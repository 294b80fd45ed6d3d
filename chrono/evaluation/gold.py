"""Reading gold standards and predictions: a JSONL file, a folder of TimeML, or what is already in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..documents.jsonl import json_object
from ..errors import InputError
from ..files import read_bytes
from . import timeml

Record = Mapping[str, Any]
Source = str | Path | Iterable[Record]

_SUFFIXES = (*timeml.SUFFIXES, ".jsonl")

KINDS = ("timexes", "triggers", "dating", "timelines", "suite")
"""The kinds of gold standard, by what is scored."""


def read(source: Source) -> list[Record]:
    """The records of ``source``: the lines of a JSONL file, the document of a TimeML file, both of a folder's files (by
    name), or the records given.

    ``InputError`` where there is nothing to read or a line is not a JSON object.
    """
    if not isinstance(source, (str, Path)):
        return list(source)
    path = Path(source)
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES and file.is_file())
        if not files:
            raise InputError(f"{path}: no TimeML or JSONL files in this folder")
        return [record for file in files for record in read(file)]
    if path.suffix.lower() in timeml.SUFFIXES:
        return [timeml.read_file(path)]
    records = _read_lines(path)
    if not records:
        raise InputError(f"{path}: empty; expected one JSON object a line")
    return records


def _read_lines(path: Path) -> list[Record]:
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8 text") from None
    lines = enumerate(text.split("\n"), 1)
    return [json_object(line, f"{path}:{number}") for number, line in lines if line.strip()]


def kinds(records: Iterable[Record], wanted: str | None = None) -> tuple[str, ...]:
    """What can be scored against ``records``, told from their fields, or of it only what is ``wanted``.

    ``expected``: a suite of another parser. ``target`` and ``entries``: timelines. Events with ``when`` or ``begin``:
    dating. Otherwise ``timexes`` and ``events`` of documents with a ``text``. Raises ``InputError`` where there is
    nothing of it.
    """
    records = list(records)
    if wanted is not None and wanted not in KINDS:
        raise InputError(f"{wanted!r} is no kind of evaluation; known: {', '.join(KINDS)}")
    for number, record in enumerate(records, 1):
        if "target" not in record and not isinstance(record.get("id"), str):
            raise InputError(f"record {number} of the gold standard has no id")
    held = _held(records)
    if not held:
        raise InputError(
            "the gold standard has none of the known fields: text with timexes or events (annotated documents), "
            "expected (suite), target with entries (timelines)"
        )
    if wanted is not None and wanted not in held:
        raise InputError(f"the gold standard has nothing to score as {wanted}, but {' and '.join(held)}")
    if wanted is not None:
        return (wanted,)
    return next(((kind,) for kind in ("suite", "timelines", "dating") if kind in held), held)


def _held(records: Sequence[Record]) -> tuple[str, ...]:
    """The kinds of :data:`KINDS` that the fields of ``records`` allow to score."""
    names = set().union(*records)
    if not all("text" in record for record in records):
        return ("timelines",) if all("entries" in record and "target" in record for record in records) else ()
    events = [event for record in records for event in record.get("events") or ()]
    holds = {
        "timexes": "timexes" in names,
        "triggers": bool(events),
        "dating": any(event.get("when") or event.get("begin") for event in events),
        "suite": "expected" in names and all("ref" in record for record in records),
    }
    return tuple(kind for kind in KINDS if holds.get(kind))


def scored_part(document: Record) -> Record:
    """The document with the time expressions that count, and ``ignored`` extents where predictions do not.

    The document's own date (``functionInDocument="CREATION_TIME"``) is not scored, nor is what follows
    ``annotated_until`` (a code point), where the annotation stops.
    """
    timexes = checked(document, document.get("timexes") or [])
    own_date = [timex for timex in timexes if timex.get("functionInDocument") == "CREATION_TIME"]
    ignored = [(timex["start"], timex["end"]) for timex in own_date]
    until = document.get("annotated_until")
    if until is not None:
        ignored.append((until, len(document["text"])))
    kept = [timex for timex in timexes if timex not in own_date and not _inside(timex, ignored)]
    return {**document, "timexes": kept, "ignored": ignored}


def counted(document: Record, predictions: Iterable[Record]) -> list[Record]:
    """Those ``predictions`` that do not lie in an ``ignored`` stretch of the document (see :func:`scored_part`)."""
    return [prediction for prediction in predictions if not _inside(prediction, document.get("ignored") or ())]


def by_document(records: Iterable[Record], given: Iterable[Record], field: str) -> dict[str, list[Record]]:
    """Predictions by gold document id: the ``field`` lists of records with that ``id`` (or ``file`` name), or the rows
    of an event table, which name their ``document`` and give the extent of the trigger.
    """
    found: dict[str, list[Record]] = {}
    for record in given:
        if "document" in record:
            found.setdefault(str(record["document"]), []).append(_row_event(record))
        else:
            found[str(record.get("id", ""))] = found[str(record.get("file", ""))] = list(record.get(field) or ())
    by_id = {}
    for record in records:
        for name in (record["id"], record.get("file", "")):
            if name and name in found:
                by_id[record["id"]] = checked(record, found[name])
                break
    return by_id


def checked(document: Record, spans: Iterable[Record]) -> list[Record]:
    """The ``spans``; ``InputError`` where an extent is not a stretch of the document's text.

    Spans without any extent pass: they are matched by their ``eid``.
    """
    spans = list(spans)
    for span in spans:
        start, end = span.get("start"), span.get("end")
        placed = isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(document["text"])
        if not placed and not (start is None and end is None and "eid" in span):
            raise InputError(f"document {document['id']}: {start} … {end} is no stretch of its text")
    return spans


def _row_event(row: Record) -> Record:
    if "trigger_start" not in row or row["trigger_start"] in (None, ""):
        return row
    return {**row, "start": int(row["trigger_start"]), "end": int(row["trigger_end"])}


def _inside(span: Record, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(span["start"] < end and span["end"] > start for start, end in stretches)

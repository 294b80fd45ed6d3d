"""What the page carries besides its scripts: rows as columns, each text once, and every reading of a date."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..calendar import Span, edtf, human, iso
from ..chronology.columns import COLUMNS
from ..chronology.describe import described
from ..errors import DateError
from .axis import home_window, padded
from .figure import now
from .marks import Row, marks
from .style import style

if TYPE_CHECKING:
    from ..chronology import Chronology
    from ..documents.document import Document
    from ..reference import ReferenceTime

SLICES = ("sentence", "expression", "trigger")
"""Columns that are cut out of the article where it is there."""


def payload(chronology: Chronology, *, text: bool, lanes: str, made: str, version: str) -> dict[str, Any]:
    """The data of the page as JSON values. Without ``text`` neither articles nor sentences are in it."""
    rows = chronology.rows
    texts = {document.key: document.text for document in chronology.documents} if text else {}
    found = marks(rows)
    home = padded(home_window(found), found, now(chronology)) if found else None
    table = {name: _column(rows, name, texts, text) for name in COLUMNS}
    return {
        "title": chronology.title, "version": version, "made": made, "key": _key(rows), "lanes": lanes,
        "size": len(rows), "columns": list(COLUMNS), "table": table, "readings": _readings(rows),
        "kinds": {name: kind.name.lower() for name, kind in COLUMNS.items()},
        "documents": [_article(each, chronology.references.get(each.key), text) for each in chronology.documents],
        "json": described(chronology) | {"rows": []}, "now": now(chronology),
        "home": [home.start, home.end] if home else None, "style": style(),
    }


def script_json(value: object) -> str:
    """JSON that can stand in a script element: no ``<``, ``>`` or ``&``, no lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return re.sub("[<>&\u2028\u2029\ud800-\udfff]", lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _key(rows: Sequence[Row]) -> str:
    """A hash of the content: pages opened as files share one storage, and each must find its own corrections."""
    told = json.dumps([[row.get("id"), row.get("edtf"), row.get("event")] for row in rows], default=str)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _column(rows: Sequence[Row], name: str, texts: Mapping[str, str], text: bool) -> dict[str, Any]:
    if name in SLICES and texts:
        return {"slice": True, "other": {i: row[name] for i, row in enumerate(rows) if not _is_slice(row, name, texts)}}
    if name == "sentence" and not text:
        return {"value": ""}
    if name == "evidence":
        return {"slice": True, "other": {i: row[name] for i, row in enumerate(rows) if row[name] != _own_evidence(row)}}
    values = [row.get(name) for row in rows]
    if not values:
        return {"value": None}
    written = [json.dumps(value, default=str) for value in values]
    places = {text: i for i, text in enumerate(dict.fromkeys(written))}
    if len(places) == 1:
        return {"value": values[0]}
    if 2 * len(places) > len(values):
        return {"values": values}
    return {"values": [json.loads(each) for each in places], "index": [places[each] for each in written]}


def _is_slice(row: Row, name: str, texts: Mapping[str, str]) -> bool:
    start, end = row.get(f"{name}_start"), row.get(f"{name}_end")
    document = texts.get(str(row.get("document")))
    return document is not None and start is not None and end is not None and document[start:end] == row[name]


def _own_evidence(row: Row) -> list[dict[str, Any]]:
    return [{"document": row["document"], "start": row["sentence_start"], "end": row["sentence_end"]}]


def _readings(rows: Sequence[Row]) -> dict[str, dict[str, str]]:
    """Each other reading or conflicting date with the columns that follow from it: the page need not know EDTF."""
    found: dict[str, dict[str, str]] = {}
    told = (text for row in rows for column in ("alternatives", "conflicts") for text in row.get(column) or [])
    for text in dict.fromkeys(told):
        try:
            span = edtf.read(text)
        except DateError:
            continue
        start, end = iso.bounds(span)
        found[text] = {"edtf": text, "start": start, "end": end, "date": human.write(span),
                       "granularity": span.granularity.label}
    return found


def _article(document: Document, reference: ReferenceTime | None, text: bool) -> dict[str, Any]:
    return {
        "key": document.key, "title": document.heading, "source": document.source,
        "published": document.published or "", "place": document.place, "text": document.text if text else None,
        "reference": reference and reference_words(reference),
    }


def reference_words(reference: ReferenceTime) -> dict[str, Any]:
    """A reference time as the page tells it."""
    return {
        "date": human.write(Span.of(reference.period)) if reference.period else "", "why": reference.why,
        "found": reference.source, "confidence": reference.confidence,
        "others": [human.write(Span.of(period)) for period in reference.alternatives],
        "read": f"{reference.mode} ({reference.mode_why})" if reference.mode else "",
    }

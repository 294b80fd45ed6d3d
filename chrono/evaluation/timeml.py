"""Annotated TimeML files read into the same plain dictionaries as the JSON lines of an annotated corpus.

Text, id and date are the document's (:mod:`chrono.documents.timeml`); time expressions and events are those inside its
text, with code-point offsets.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ..documents.timeml import timeml_document
from ..files import read_bytes

SUFFIXES = (".tml", ".timeml", ".xml")
_INSTANCE_FIELDS = ("tense", "aspect", "polarity", "modality", "pos")


def read_file(path: Path) -> dict[str, Any]:
    """One TimeML file; its ``id`` is the DOCID, else the file's name without suffix, which ``file`` always is."""
    data = read_bytes(path)
    document = timeml_document(data, str(path))
    root = ElementTree.fromstring(data)
    body = root.find("TEXT")
    timexes: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    _collect(root if body is None else body, 0, timexes, events)
    for span in timexes + events:
        span["text"] = document.text[span["start"] : span["end"]]
    _add_instances(events, root)
    return {
        "id": document.id or path.stem,
        "file": path.stem,
        "dct": (document.published or "")[:10] or None,
        "lang": document.language,
        "text": document.text,
        "timexes": timexes,
        "events": events,
    }


def _collect(
    element: ElementTree.Element, start: int, timexes: list[dict[str, Any]], events: list[dict[str, Any]]
) -> int:
    """Note the annotations in ``element``, whose text starts at ``start``; returns where it ends."""
    end = start + len(element.text or "")
    for child in element:
        end = _collect(child, end, timexes, events) + len(child.tail or "")
    if element.tag == "TIMEX3":
        timexes.append({**element.attrib, "start": start, "end": end})
    elif element.tag == "EVENT":
        events.append({**element.attrib, "start": start, "end": end})
    return end


def _add_instances(events: list[dict[str, Any]], root: ElementTree.Element) -> None:
    """Give each event what its first MAKEINSTANCE says: tense, aspect, polarity, modality."""
    instances: dict[str | None, dict[str, str]] = {}
    for instance in root.iter("MAKEINSTANCE"):
        instances.setdefault(instance.get("eventID"), dict(instance.attrib))
    for event in events:
        found = instances.get(event.get("eid"), {})
        event.update({name: found[name] for name in _INSTANCE_FIELDS if name in found})

"""Running chrono itself on the documents of a gold standard, through its public interface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..documents import Document
from .gold import Record
from .timelines import Timeline, table_timeline

if TYPE_CHECKING:
    from ..events.event import Event
    from ..tagger.expression import TimeExpression


def document(record: Record, *, given_events: bool = False) -> Document:
    """The record as a document: its text, id and date; its events only where they are given to the system."""
    published = record.get("dct") or record.get("ref")
    extra = {"events": record["events"]} if given_events and record.get("events") else {}
    return Document(
        record["text"], title=record.get("title", ""), published=published, id=str(record["id"]),
        language=record.get("lang") or "en", extra=extra,
    )


def expressions(records: Iterable[Record], *, mode: str = "auto") -> dict[str, list[TimeExpression]]:
    """Our time expressions by document id, or none for a text that has nothing to read."""
    from .. import api

    return {
        str(record["id"]): api.tag(document(record), mode=mode) if record["text"].strip() else [] for record in records
    }


def triggers(records: Iterable[Record], *, mode: str = "auto", model: str | None = None) -> dict[str, list[Any]]:
    """Our event triggers by document id."""
    from .prediction import to_trigger

    found = _events(records, mode=mode, model=model)
    return {name: [to_trigger(event) for event in events] for name, events in found.items()}


def timelines(
    targets: Sequence[str], records: Sequence[Record], *, given: bool, mode: str = "auto", model: str | None = None
) -> Mapping[str, Timeline]:
    """Our timeline of each target over all documents; ``given`` hands the documents' events to the system."""
    from .. import api

    documents = [document(record, given_events=given) for record in records]
    return {
        target: table_timeline(api.extract(documents, about=(target,), mode=mode, model=model).rows)
        for target in targets
    }


def _events(records: Iterable[Record], *, mode: str, model: str | None) -> dict[str, list[Event]]:
    """Our events by document id, before repeats are merged."""
    from .. import api, grammar

    pipeline = grammar.load(model)
    reading = api.Reading(mode=mode, model=model)
    found = {}
    for record in records:
        text = document(record)
        found[str(record["id"])] = api.document_events(text, api.reference(text), pipeline, reading)
    return found

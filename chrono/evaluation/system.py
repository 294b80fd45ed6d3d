"""Running chrono itself on the documents of a gold standard, through the doors its users have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import api, steps
from ..documents import Document
from .gold import Record
from .timelines import Timeline, table_timeline

if TYPE_CHECKING:
    from ..grammar import Sentence
    from ..reference import ReferenceTime
    from ..tagger.expression import TimeExpression

    Read = tuple[Record, Document, ReferenceTime, list[TimeExpression], list[Sentence]]


def document(record: Record, *, given_events: bool = False) -> Document:
    """The record as a document: its text, id and date; its events only where they are given to the system."""
    published = record.get("dct") or record.get("ref")
    extra = {"events": record["events"]} if given_events and record.get("events") else {}
    return Document(
        record["text"], title=record.get("title", ""), published=published, id=str(record["id"]),
        language=record.get("lang") or "en", extra=extra,
    )


def expressions(records: Iterable[Record], *, mode: str = "auto") -> dict[str, list[TimeExpression]]:
    """Our time expressions by document id; none for a text that has nothing to read."""
    return {
        str(record["id"]): api.tag(document(record), mode=mode) if record["text"].strip() else [] for record in records
    }


def triggers(records: Iterable[Record], *, mode: str = "auto", model: str | None = None) -> dict[str, list[Any]]:
    """Our event triggers by document id: every word that names an event, not only those worth a row."""
    from .. import events

    return {
        record["id"]: [{"start": start, "end": end, "class": name} for start, end, name in events.triggers(sentences)]
        for record, *_, sentences in _read(records, mode, model)
    }


def dated_events(
    records: Iterable[Record], *, given: bool, mode: str = "auto", model: str | None = None
) -> dict[str, list[Any]]:
    """Our dates by document id, in the EventTime form: of the ``given`` gold events, else of the triggers we find."""
    from .. import events

    found = {}
    for record, text, when, times, sentences in _read(records, mode, model):
        gold = record.get("events") or [] if given else []
        extents = [(event["start"], event["end"]) for event in gold]
        if not given:
            extents = [(start, end) for start, end, _ in events.triggers(sentences)]
        dated = events.date_triggers(text, when, times, sentences, extents)
        found[record["id"]] = [
            {"start": start, "end": end, "confidence": event.confidence, **events.eventtime_form(event),
             **({"eid": gold[i]["eid"]} if given and "eid" in gold[i] else {})}
            for i, ((start, end), event) in enumerate(zip(extents, dated, strict=True))
        ]
    return found


def timelines(
    targets: Sequence[str], records: Sequence[Record], *, given: bool, mode: str = "auto", model: str | None = None
) -> Mapping[str, Timeline]:
    """Our timeline of each target over all documents; ``given`` hands the documents' events to the system."""
    documents = [document(record, given_events=given) for record in records]
    return {
        target: table_timeline(
            api.extract(
                documents, about=(target,), all_events=True, given_events=given, mode=mode, model=model
            ).rows
        )
        for target in targets
    }


def _read(records: Iterable[Record], mode: str, model: str | None) -> Iterator[Read]:
    """Each record as a document with its reference time, time expressions and parsed sentences."""
    from .. import grammar

    pipeline = grammar.load(model)
    reading = steps.Reading(mode=mode, model=model)
    for record in records:
        text = document(record)
        when = steps.document_reference(text, reading)
        times = steps.document_expressions(text, when, reading)
        sentences = pipeline.parse(text.text, merge=[(time.start, time.end) for time in times])
        yield record, text, when, times, sentences

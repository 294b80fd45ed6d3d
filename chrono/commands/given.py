"""``chrono extract --given-events --format jsonl``: a line for each event that the documents carry, in their order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .. import chronology, grammar
from ..api import Reading, document_events, document_reference, prepared
from ..documents import Document
from ..errors import ChronoError
from ..events import eventtime_form
from ..terminal import Problems, Progress


def lines(documents: list[Document], reading: Reading, problems: Problems) -> Iterator[str]:
    """JSON lines with the table's columns, the event's ``eid``, and its time in the EventTime corpus's form: ``when``,
    or ``begin`` and ``finish``, each ``{"date"}`` or ``{"after", "before"}``.
    """
    pipeline = grammar.load(reading.model)
    progress = Progress(len(documents), problems.quiet)
    for given in documents:
        document = prepared(given, reading)
        try:
            when = document_reference(document, reading, alone=len(documents) == 1)
            events = document_events(document, when, pipeline, reading)
        except ChronoError as error:
            problems.report(error)
            continue
        problems.done += 1
        progress.step()
        for told, event in zip(document.extra.get("events", ()), events, strict=True):
            row: dict[str, Any] = chronology.build([event], [document], {document.key: when}).rows[0]
            line = row | {"order": None, "eid": told.get("eid")} | eventtime_form(event)
            yield json.dumps(line, ensure_ascii=False) + "\n"
    progress.close()

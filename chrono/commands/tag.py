"""``chrono tag``: the time expressions of documents, in the forms pretty, json, jsonl, timeml, suite."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from .. import tagged
from ..api import contradiction
from ..documents import Document
from ..errors import ChronoError, InputError
from ..exports.json_lines import json_line
from ..reference import ReferenceTime
from ..steps import Reading, check_dates, document_expressions, document_reference, prepared
from ..tagger.expression import TimeExpression
from ..terminal import Problems, Progress, console, print_marked, print_readings, reference_line
from .inputs import OPTIONS, label, tell_overruled

Tagged = tuple[Document, ReferenceTime, list[TimeExpression]]


def run(
    documents: list[Document],
    form: str,
    out: Path | None,
    explain: bool,
    options: dict[str, Any],
    problems: Problems,
) -> None:
    """Tag the documents and write them in one of the forms pretty, json, jsonl, timeml, suite."""
    reading = Reading(**options)
    check_dates(reading, names=OPTIONS)
    if form == "timeml" and len(documents) > 1:
        raise InputError(f"--format timeml: one file holds one document, not {len(documents)}")
    stream = io.StringIO() if out is not None else sys.stdout
    collected: list[dict[str, Any]] = []
    for document, when, expressions in _read(documents, reading, problems, quiet=problems.quiet or out is None):
        if form == "json":
            collected.append(tagged.record(document, when, expressions))
            continue
        stream.write(_tagged(document, when, expressions, form))
        if form == "pretty":
            _print_tagged(document, when, expressions, explain, stream)
    if collected:
        shown = collected[0] if len(documents) == 1 else collected
        stream.write(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    if out is not None and isinstance(stream, io.StringIO) and problems.done:
        problems.deliver(out, stream.getvalue())


def _read(documents: list[Document], reading: Reading, problems: Problems, *, quiet: bool) -> Iterator[Tagged]:
    """Each document with its reference time and time expressions; what cannot be used is reported."""
    progress = Progress(len(documents), quiet)
    taken: dict[str, Document] = {}
    for given in documents:
        if error := contradiction(taken.setdefault(given.key, given), given):
            problems.report(error)
            continue
        document = prepared(given, reading)
        try:
            when = document_reference(document, reading, alone=len(documents) == 1)
            expressions = document_expressions(document, when, reading)
        except ChronoError as error:
            problems.report(error)
            continue
        problems.done += 1
        progress.step()
        tell_overruled(document, when, problems)
        yield document, when, expressions
    progress.close()


def _tagged(document: Document, when: ReferenceTime, expressions: Sequence[TimeExpression], form: str) -> str:
    if form == "jsonl":
        return json_line(tagged.record(document, when, expressions))
    if form == "suite":
        return json_line(tagged.suite_record(document, when, expressions))
    return tagged.timeml(document, when, expressions) if form == "timeml" else ""


def _print_tagged(
    document: Document, when: ReferenceTime, expressions: Sequence[TimeExpression], explain: bool, stream: TextIO
) -> None:
    out = console(stream)
    out.print(reference_line(label(document), when, document.language), style="dim", soft_wrap=True)
    out.print()
    print_marked(document.text, expressions, out)
    out.print()
    if explain:
        print_readings(expressions, out)
        out.print()

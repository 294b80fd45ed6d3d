"""Runs over many inputs: what one cannot read is reported, the rest goes on, files appear whole or not at all."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from . import annotations, exports
from .api import NothingToRead, Reading, check_dates, document_expressions, document_reference, draw, extract
from .chronology import read_table
from .documents import Document, read_all
from .errors import ChronoError, InputError
from .files import write_atomically
from .terminal import (
    Problems,
    Progress,
    console,
    plain,
    print_marked,
    print_readings,
    print_row,
    print_rule,
    print_table,
    reference_line,
)

if TYPE_CHECKING:
    from .chronology import Chronology
    from .reference import ReferenceTime
    from .tagger.expression import TimeExpression

STANDARD_STREAM = "-"
REFERENCES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Request:
    """What ``chrono extract`` was asked for; ``options`` are keyword arguments of :func:`chrono.extract`."""

    out: str
    formats: tuple[str, ...]
    name: str | None = None
    separate: bool = False
    keep: Path | None = None
    text: bool = True
    page: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)


def gather(articles: Sequence[str], encoding: str | None, problems: Problems) -> list[Document]:
    """The documents of all articles; those that cannot be read are reported."""
    found: list[Document] = []
    for article in articles:
        try:
            found.extend(read_all(article, encoding=encoding, report=problems.report))
        except ChronoError as error:
            problems.report(error)
    return found


def run_extract(request: Request, documents: list[Document], problems: Problems) -> None:
    """Make the chronologies asked for, write them, and print them."""
    _check_formats(request)
    reading = {key: value for key, value in request.options.items() if key in Reading.__slots__}
    check_dates(Reading(**reading), request.options.get("start"), request.options.get("end"))
    groups = [[document] for document in documents] if request.separate else [documents] if documents else []
    progress = Progress(len(documents), problems.quiet)
    taken: set[str] = set()
    for group in groups:
        name = _unused(request.name or _name(group[0], request.separate), taken)
        try:
            made = extract(group, progress=progress.step, report=problems.report, **request.options)
        except NothingToRead:
            continue
        except ChronoError as error:
            progress.close()
            problems.report(error)
            continue
        progress.close()
        _deliver(request, name, made, problems)
        problems.done += 1


def run_tag(
    documents: list[Document],
    form: str,
    out: Path | None,
    explain: bool,
    options: dict[str, Any],
    problems: Problems,
) -> None:
    """Tag the documents and write them in one of the forms pretty, json, jsonl, timeml, suite."""
    reading = Reading(**options)
    check_dates(reading)
    if form == "timeml" and len(documents) > 1:
        raise InputError(f"--format timeml: one file holds one document, not {len(documents)}")
    progress = Progress(len(documents), problems.quiet or out is None)
    stream = io.StringIO() if out is not None else sys.stdout
    collected: list[dict[str, Any]] = []
    for document in documents:
        try:
            when = document_reference(document, reading, alone=len(documents) == 1)
            expressions = document_expressions(document, when, reading)
        except ChronoError as error:
            problems.report(error)
            continue
        problems.done += 1
        progress.step()
        if form == "json":
            collected.append(annotations.record(document, when, expressions))
        else:
            stream.write(_tagged(document, when, expressions, form))
            if form == "pretty":
                _print_tagged(document, when, expressions, explain, stream)
    progress.close()
    if collected:
        shown = collected[0] if len(documents) == 1 else collected
        stream.write(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    if out is not None and isinstance(stream, io.StringIO) and problems.done:
        write_atomically(out, stream.getvalue())


def _tagged(document: Document, when: ReferenceTime, expressions: Sequence[TimeExpression], form: str) -> str:
    if form == "jsonl":
        return annotations.json_line(annotations.record(document, when, expressions))
    if form == "suite":
        return annotations.json_line(annotations.suite_record(document, expressions))
    return annotations.timeml(document, when, expressions) if form == "timeml" else ""


def _print_tagged(
    document: Document, when: ReferenceTime, expressions: Sequence[TimeExpression], explain: bool, stream: TextIO
) -> None:
    out = console(stream)
    out.print(reference_line(_label(document), when), style="dim")
    out.print()
    print_marked(document.text, expressions, out)
    out.print()
    if explain:
        print_readings(expressions, out)
        out.print()


def _check_formats(request: Request) -> None:
    known = exports.formats()
    unknown = [name for name in request.formats if name not in known]
    if unknown or not request.formats:
        raise InputError(f"--format: {', '.join(unknown) or 'nothing'} is not one of {', '.join(known)}")
    if request.out == STANDARD_STREAM and len(request.formats) != 1:
        raise InputError("--out -: standard output takes a single --format")


def _deliver(request: Request, name: str, made: Chronology, problems: Problems) -> None:
    """Write one chronology in every format asked for, and print it."""
    folder = Path(request.out)
    table = folder / f"{name}.csv"
    if request.keep is not None:
        made = made.keep(read_table(request.keep))
    elif request.out != STANDARD_STREAM and table.is_file():
        made = made.keep(read_table(table))
    if request.out == STANDARD_STREAM:
        sys.stdout.write(_rendered(made, request.formats[0], request))
    else:
        written = []
        for form in request.formats:
            path = folder / f"{name}.{form}"
            write_atomically(path, _rendered(made, form, request))
            written.append(str(path))
        if not problems.quiet:
            _show(made)
        problems.note(f"wrote {', '.join(written)}")
    _tell_undated(made, problems)


def _rendered(made: Chronology, form: str, request: Request) -> str:
    options = {"text": request.text, **request.page} if form == "html" else {}
    stream = io.StringIO(newline="")
    exports.write(made, stream, form, **options)
    return stream.getvalue()


def _show(made: Chronology) -> None:
    out = console()
    if made.title:
        out.print(plain(made.title), style="bold")
    for document in made.documents[:REFERENCES_SHOWN]:
        out.print(reference_line(_label(document), made.references[document.key]), style="dim")
    if len(made.documents) > REFERENCES_SHOWN:
        out.print(f"… and {len(made.documents) - REFERENCES_SHOWN} more documents", style="dim")
    out.print()
    if made.rows:
        print_table(made.rows, out)
    else:
        out.print("No dated events found.")


def _tell_undated(made: Chronology, problems: Problems) -> None:
    """Say which documents have no date where that left events undated."""
    undated = {row["document"] for row in made.rows if not row["edtf"]}
    for document in made.documents:
        when = made.references[document.key]
        if when.period is None and document.key in undated:
            problems.note(f"chrono: {_label(document)}: {when.why}; pass --date to date its events")


def _label(document: Document) -> str:
    """How messages name a document: its file, with its id where it is one of a collection."""
    if document.path and document.id:
        return f"{document.path} ({document.id})"
    return document.path or document.id or "text"


def _name(document: Document, separate: bool) -> str:
    stem = Path(document.path).stem if document.path else "chronology"
    if separate and document.id:
        stem = document.id
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "chronology"


def _unused(name: str, taken: set[str]) -> str:
    """``name``, with a number where an earlier chronology of this run has it."""
    unused, number = name, 1
    while unused in taken:
        number += 1
        unused = f"{name}-{number}"
    taken.add(unused)
    return unused


def run_draw(
    table: Path,
    out: str | None,
    documents: list[Document],
    day_first: bool | None,
    options: dict[str, Any],
    problems: Problems,
) -> None:
    """Write the page of a table."""
    chronology = read_table(table, documents=documents, day_first=day_first)
    page = draw(chronology, **options)
    if out == STANDARD_STREAM:
        sys.stdout.write(page)
    else:
        path = Path(out) if out else table.with_suffix(".html")
        write_atomically(path, page)
        problems.note(f"wrote {path}")
    problems.done += 1


def run_explain(row: str, table: Path | None, problems: Problems) -> None:
    """Print everything about the row of this rank or id."""
    path = table or _newest_table(Path("outputs"))
    rows = read_table(path).rows
    found = [item for item in rows if row in (str(item["order"]), item["id"])]
    if not found:
        raise InputError(f"{path}: no row {row!r} among its {len(rows)}")
    print_row(found[0], console())
    problems.done += 1


def _newest_table(folder: Path) -> Path:
    tables = sorted(folder.glob("*.csv"), key=lambda path: path.stat().st_mtime)
    if not tables:
        raise InputError(f"{folder}: no table there; name one, or run chrono extract first")
    return tables[-1]


def run_rules(wanted: str | None) -> None:
    """Print the tagger's rules whose name is, or begins with, ``wanted``."""
    from . import tagger

    found = [rule for rule in tagger.rules() if wanted is None or rule.id == wanted]
    found = found or [rule for rule in tagger.rules() if rule.id.startswith(wanted or "")]
    if not found:
        raise InputError(f"no rule called {wanted!r}; chrono rules lists them all")
    out = console()
    for rule in found:
        print_rule(rule, out)

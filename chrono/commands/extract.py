"""``chrono extract``: what cannot be read is reported, the rest goes on, files appear whole or not at all."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import exports
from ..api import NothingToRead, dated_events, extract
from ..chronology import Chronology, read_table
from ..documents import Document
from ..errors import ChronoError, InputError
from ..exports.json_lines import json_line
from ..steps import Reading, check_dates
from ..terminal import Problems, Progress, console, plain, print_table, reference_line
from .inputs import OPTIONS, STANDARD_STREAM, label, tell_overruled

DEFAULT_FORMATS = ("csv", "html")
REFERENCES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Request:
    """What ``chrono extract`` was asked for.

    ``options`` are keyword arguments of :func:`chrono.extract`, ``page`` those of :func:`chrono.timeline.page`.
    """

    out: str
    formats: tuple[str, ...]
    name: str | None = None
    separate: bool = False
    keep: Path | None = None
    page: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)


def aim(out: str, formats: str | None, name: str | None, *, separate: bool) -> tuple[str, tuple[str, ...], str | None]:
    """The folder, the formats and the name of the files where ``--out``, ``--format`` and ``--name`` are as given.

    An ``out`` that ends like a format and is no folder is the one file to be written. Raises :class:`InputError` where
    the other options ask for more files than that one, or for another.
    """
    path = Path(out)
    form = path.suffix[1:].lower()
    wanted = None if formats is None else tuple(part.strip().lower() for part in formats.split(",") if part.strip())
    if form not in exports.formats() or path.is_dir():
        return out, DEFAULT_FORMATS if wanted is None else wanted, name
    for option, clashes in (
        ("--format", wanted is not None and wanted != (form,)),
        ("--name", name is not None),
        ("--separate", separate),
    ):
        if clashes:
            raise InputError(f"--out {out}: this is a single {form} file, which {option} contradicts; name a folder")
    return str(path.parent), (form,), path.stem


def run(request: Request, documents: list[Document], problems: Problems) -> None:
    """Make the chronologies asked for, write them, and print them."""
    _check_formats(request)
    reading = {key: value for key, value in request.options.items() if key in Reading.__slots__}
    if reading.get("given_events") and documents and not any(each.extra.get("events") for each in documents):
        raise InputError("--given-events: no article carries events (the field of a collection's lines)")
    check_dates(Reading(**reading), request.options.get("start"), request.options.get("end"), names=OPTIONS)
    if reading.get("given_events") and request.formats == ("jsonl",) and documents:
        _run_given(request, documents, Reading(**reading), problems)
        return
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


def _run_given(request: Request, documents: list[Document], reading: Reading, problems: Problems) -> None:
    """Write the events that the documents carry, a line each."""
    progress = Progress(len(documents), problems.quiet)

    def done(document: Document) -> None:
        problems.done += 1
        progress.step()

    lines = map(json_line, dated_events(documents, reading, progress=done, report=problems.report))
    if request.out == STANDARD_STREAM:
        sys.stdout.writelines(lines)
        progress.close()
        return
    text = "".join(lines)
    progress.close()
    if problems.done:
        path = Path(request.out) / f"{request.name or _name(documents[0], separate=False)}.jsonl"
        problems.deliver(path, text)


def _check_formats(request: Request) -> None:
    known = exports.formats()
    unknown = [name for name in request.formats if name not in known]
    if unknown or not request.formats:
        cause = f"{', '.join(unknown)} is not one of" if unknown else "one or more of"
        raise InputError(f"--format: {cause} {', '.join(known)}")
    if request.out == STANDARD_STREAM and len(request.formats) != 1:
        raise InputError("--out -: standard output takes a single --format")
    if request.name is not None and request.name != _clean(request.name):
        raise InputError(f"--name: {request.name!r} cannot be the name of a file")


def _deliver(request: Request, name: str, made: Chronology, problems: Problems) -> None:
    """Write one chronology in every format asked for, and print it."""
    folder = Path(request.out)
    table = folder / f"{name}.csv"
    earlier = request.keep or (table if request.out != STANDARD_STREAM and table.is_file() else None)
    if earlier is not None:
        made = made.keep(read_table(earlier, day_first=request.options.get("day_first")))
    if request.out == STANDARD_STREAM:
        exports.write(made, sys.stdout, request.formats[0], **_options(request, request.formats[0]))
        for line in _references(made):
            problems.note(f"chrono: {line}")
        if not made.rows:
            problems.note(f"chrono: {_none_found(request)}")
    else:
        written = []
        for form in request.formats:
            path = folder / f"{name}.{form}"
            exports.write(made, path, form, **_options(request, form))
            written.append(str(path))
        if "html" in request.formats and request.page.get("assets") == "directory":
            from ..timeline import write_assets

            write_assets(folder)
        if not problems.quiet:
            _show(made, request)
        problems.note(f"wrote {', '.join(written)}")
    _tell_dates(made, problems)


def _options(request: Request, form: str) -> dict[str, Any]:
    return request.page if form == "html" else {}


def _show(made: Chronology, request: Request) -> None:
    out = console()
    if made.title:
        out.print(plain(made.title), style="bold")
    for line in _references(made):
        out.print(line, style="dim", soft_wrap=True)
    out.print()
    if made.rows:
        print_table(made.rows, out)
    else:
        out.print(_none_found(request))


def _none_found(request: Request) -> str:
    names = " or ".join(request.options.get("about", ()))
    return f"No events about {names} found." if names else "No events found."


def _references(made: Chronology) -> Iterator[str]:
    """A line on each document's date and how it is read; where there are many, on the first ones."""
    for document in made.documents[:REFERENCES_SHOWN]:
        yield reference_line(label(document), made.references[document.key])
    if len(made.documents) > REFERENCES_SHOWN:
        yield f"… and {len(made.documents) - REFERENCES_SHOWN} more documents"


def _tell_dates(made: Chronology, problems: Problems) -> None:
    """Say which documents have another date than they tell, and which have none where that left events undated."""
    undated = {row["document"] for row in made.rows if not row["edtf"]}
    for document in made.documents:
        when = made.references[document.key]
        tell_overruled(document, when, problems)
        if when.period is None and document.key in undated:
            problems.note(f"chrono: {label(document)}: {when.why}; pass --date to date its events")


def named_after(articles: Sequence[str], *, separate: bool) -> str | None:
    """What the files of a chronology are called where the one article is a folder; else ``None``: as the first one."""
    if separate or len(articles) != 1 or not Path(articles[0]).is_dir():
        return None
    return _clean(Path(articles[0]).resolve().name) or None


def _name(document: Document, separate: bool) -> str:
    stem = Path(document.path).stem if document.path else "chronology"
    if separate and document.id:
        stem = document.id
    return _clean(re.sub(r"[^\w.-]+", "-", stem)) or "chronology"


def _clean(name: str) -> str:
    """``name`` without what a file's name cannot hold on some system."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "", name).strip(" .-")


def _unused(name: str, taken: set[str]) -> str:
    """``name``, with a number where an earlier chronology of this run has it."""
    unused, number = name, 1
    while unused in taken:
        number += 1
        unused = f"{name}-{number}"
    taken.add(unused)
    return unused

"""The verbs of the library: what ``import chrono`` offers, and what the command line calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from .documents import Document, read_all
from .documents.plain import plain_document
from .errors import ChronoError, InputError
from .steps import Reading, check_dates, document_events, document_expressions, document_reference, prepared

if TYPE_CHECKING:
    from .chronology import Chronology
    from .events.event import Event
    from .reference import ReferenceTime
    from .tagger.expression import TimeExpression


class NothingToRead(InputError):
    """None of the documents could be used."""


Source = Document | str | Path
"""A document; or a path; or a string: a path where it names a file or a folder, else the text itself."""


def documents(sources: Source | Iterable[Source]) -> list[Document]:
    """The documents that ``sources`` stand for.

    A :class:`~pathlib.Path` is always a path. A string is a path where a file or folder of this name exists, and a text
    where it has a space in it; any other string could be misread and raises :class:`InputError`.
    """
    if isinstance(sources, Document | str | Path):
        return list(_documents_of(sources))
    return [document for source in sources for document in _documents_of(source)]


def reference_time(
    document: Source, *, date: str | None = None, not_after: str | None = None, day_first: bool | None = None
) -> ReferenceTime:
    """The document's reference time: ``date`` if given, else its metadata's, its date line's, or an inferred one.

    No year after ``not_after`` is inferred. Raises :class:`~chrono.errors.DateError` where one of the two, or the
    document's metadata, cannot be read as a date.
    """
    reading = Reading(date, not_after, day_first=day_first)
    return document_reference(prepared(_single(document), reading), reading)


def tag(
    document: Source,
    *,
    date: str | None = None,
    not_after: str | None = None,
    mode: str = "auto",
    day_first: bool | None = None,
    language: str | None = None,
) -> list[TimeExpression]:
    """The time expressions of a document, in order of appearance. The arguments are those of :class:`Reading`."""
    reading = Reading(date, not_after, mode, day_first, language)
    found = prepared(_single(document), reading)
    return document_expressions(found, document_reference(found, reading), reading)


def extract(
    sources: Source | Iterable[Source],
    *,
    date: str | None = None,
    not_after: str | None = None,
    mode: str = "auto",
    day_first: bool | None = None,
    language: str | None = None,
    model: str | None = None,
    explicit_only: bool = False,
    all_events: bool = False,
    given_events: bool = False,
    about: str | Sequence[str] = (),
    min_confidence: float = 0.0,
    start: str | None = None,
    end: str | None = None,
    title: str = "",
    progress: Callable[[Document], None] | None = None,
    report: Callable[[ChronoError], None] | None = None,
) -> Chronology:
    """The chronology of one or more documents.

    ``about`` keeps the rows in which this name, or one of these, takes part; ``min_confidence`` (0 … 1), ``start``
    and ``end`` (dates as people write them, both included) leave rows out, ``start`` and ``end`` also undated ones.
    ``title`` is the chronology's, by default the first document's. ``progress`` is called with each document that is
    done; ``report`` with the error of each that cannot be used, where without it the error is raised. The other
    arguments are those of :class:`Reading`. Raises :class:`InputError` where there is nothing to read,
    :class:`~chrono.errors.DateError` where a date cannot be read.
    """
    from . import chronology, grammar

    reading = Reading(date, not_after, mode, day_first, language, model, explicit_only, all_events, given_events)
    first, last = check_dates(reading, start, end)
    names = (about,) if isinstance(about, str) else tuple(about)
    if not all(name.strip() for name in names):
        raise InputError("about: an empty name")
    found = [prepared(document, reading) for document in _distinct(documents(sources), report)]
    pipeline = grammar.load(model)
    events: list[Event] = []
    references: dict[str, ReferenceTime] = {}
    for document in found:
        try:
            when = document_reference(document, reading, alone=len(found) == 1)
            events.extend(document_events(document, when, pipeline, reading))
        except ChronoError as error:
            if report is None:
                raise
            report(error)
            continue
        references[document.key] = when
        if progress is not None:
            progress(document)
    used = [document for document in found if document.key in references]
    if not used:
        raise NothingToRead("no document to read")
    made = chronology.build(events, used, references, title=title or used[0].title, about=names)
    made = made.between(first, last) if first or last else made
    return made.min_confidence(min_confidence) if min_confidence else made


def dated_events(
    sources: Source | Iterable[Source],
    reading: Reading,
    *,
    progress: Callable[[Document], None] | None = None,
    report: Callable[[ChronoError], None] | None = None,
) -> Iterator[dict[str, Any]]:
    """The events that the documents carry (``Document.extra["events"]``), each as a row of the table, in their order.

    A row has the event's ``eid`` besides, no ``order``, and its time in the EventTime corpus's form: ``when``, or
    ``begin`` and ``finish``, each ``{"date"}`` or ``{"after", "before"}``. ``progress`` and ``report`` are those of
    :func:`extract`.
    """
    from . import chronology, grammar
    from .events import eventtime_form

    found = documents(sources)
    pipeline = grammar.load(reading.model)
    for document in (prepared(each, reading) for each in found):
        try:
            when = document_reference(document, reading, alone=len(found) == 1)
            events = document_events(document, when, pipeline, replace(reading, given_events=True))
        except ChronoError as error:
            if report is None:
                raise
            report(error)
            continue
        if progress is not None:
            progress(document)
        for told, event in zip(document.extra.get("events", ()), events, strict=True):
            row: dict[str, Any] = chronology.build([event], [document], {document.key: when}).rows[0]
            yield row | {"order": None, "eid": told.get("eid")} | eventtime_form(event)


@overload
def draw(
    chronology: Chronology | str | Path,
    path: None = None,
    *,
    documents: Iterable[Document] = (),
    day_first: bool | None = None,
    text: bool = True,
    **page: Any,
) -> str: ...


@overload
def draw(
    chronology: Chronology | str | Path,
    path: str | Path,
    *,
    documents: Iterable[Document] = (),
    day_first: bool | None = None,
    text: bool = True,
    **page: Any,
) -> Path: ...


def draw(
    chronology: Chronology | str | Path,
    path: str | Path | None = None,
    *,
    documents: Iterable[Document] = (),
    day_first: bool | None = None,
    text: bool = True,
    **page: Any,
) -> str | Path:
    """Writes the chronology's page, one offline HTML file, to ``path`` and gives the path; without one, the HTML.

    A string or path is a table to read, with ``documents`` and ``day_first`` as :func:`chrono.chronology.read_table`
    takes them; ``text=False`` leaves the articles' text out; the others are the options of
    :func:`chrono.timeline.page`. Raises :class:`InputError` where the page cannot be written; its folder must be there.
    """
    from .chronology import Chronology, read_table
    from .files import write_atomically
    from .timeline import page as make_page

    if not isinstance(chronology, Chronology):
        chronology = read_table(Path(chronology), documents=documents, day_first=day_first)
    html = make_page(chronology, text=text, **page)
    if path is None:
        return html
    written = Path(path)
    if not written.parent.is_dir():
        raise InputError(f"{written}: cannot be written (no folder {written.parent})")
    write_atomically(written, html)
    return written


def _distinct(found: list[Document], report: Callable[[ChronoError], None] | None) -> list[Document]:
    """The documents without those given twice; one that has the id of another is an error."""
    kept: dict[str, Document] = {}
    for document in found:
        first = kept.setdefault(document.key, document)
        if error := contradiction(first, document):
            if report is None:
                raise error
            report(error)
    return list(kept.values())


def contradiction(first: Document, other: Document) -> InputError | None:
    """The error that ``other`` is where it has the id of ``first`` but is another document."""
    if first.key != other.key or (first.text, first.published) == (other.text, other.published):
        return None
    place = f"{other.path}: " if other.path else ""
    return InputError(f"{place}another document has the id {other.key!r}")


def _single(source: Source) -> Document:
    found = documents(source)
    if len(found) != 1:
        raise InputError(f"{source}: a collection of {len(found)} documents where one is wanted")
    return found[0]


def _documents_of(source: Source) -> Iterable[Document]:
    if isinstance(source, Document):
        if not source.text.strip():
            raise InputError(f"{source.name}: empty")
        return [source]
    if isinstance(source, Path) or _names_a_file(source):
        return read_all(source)
    if len(source.split()) > 1:
        return [plain_document(source)]
    raise InputError(f"{source!r}: neither a file nor a text" if source.strip() else "an empty text")


def _names_a_file(source: str) -> bool:
    try:
        return bool(source.strip()) and "\n" not in source and Path(source).exists()
    except (OSError, ValueError):
        return False

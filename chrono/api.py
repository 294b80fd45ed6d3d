"""The verbs of the library: what ``import chrono`` offers, and what the command line calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from . import dateline, places
from .calendar import Span, edtf
from .documents import Document, read_all
from .documents.plain import plain_document
from .errors import ChronoError, DateError, InputError
from .visible import Visible

if TYPE_CHECKING:
    from .chronology import Chronology
    from .events.event import Event
    from .grammar.pipeline import Pipeline
    from .reference import ReferenceTime
    from .tagger.expression import TimeExpression

class NothingToRead(InputError):
    """None of the documents could be used."""


ENGLISH = "en"
MODES = ("auto", "news", "narrative")
ARGUMENTS = {name: name for name in ("date", "not_after", "start", "end")}
"""What messages call the dates that are given; the command line has names of its own."""

Source = Document | str | Path
"""A document; or a path; or a string: a path where it names a file, else the text itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read; dates are as people write them.

    ``date`` is the reference date: of a single document whatever it says of itself, of several documents for those
    that tell none. ``not_after`` bounds guessed years. ``mode`` says where relative dates hang: ``news`` on the
    reference date, ``narrative`` on the last date told, ``auto`` on what the text itself shows. ``day_first`` decides
    ``3/4/2020``; ``None`` leaves it to the text. ``language`` (ISO 639-1) is that of all documents, by default
    each one's own, which is detected where it is not told. ``model`` names an installed spaCy pipeline to use instead
    of ours; ``explicit_only`` keeps to events with a time expression of their own; ``given_events`` dates the events
    that the documents carry (``Document.extra["events"]``) and no others. Raises :class:`InputError` for an unknown
    mode.
    """

    date: str | None = None
    not_after: str | None = None
    mode: str = "auto"
    day_first: bool | None = None
    language: str | None = None
    model: str | None = None
    explicit_only: bool = False
    given_events: bool = False

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise InputError(f"mode: {self.mode!r} is none of {', '.join(MODES)}")


def documents(sources: Source | Iterable[Source]) -> list[Document]:
    """The documents that ``sources`` stand for.

    A :class:`~pathlib.Path` is always a path. A string is a path where a file of this name exists, and a text where it
    has a space in it; any other string could be misread and raises :class:`InputError`.
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
    given_events: bool = False,
    about: Sequence[str] = (),
    min_confidence: float = 0.0,
    start: str | None = None,
    end: str | None = None,
    title: str = "",
    progress: Callable[[Document], None] | None = None,
    report: Callable[[ChronoError], None] | None = None,
) -> Chronology:
    """The chronology of one or more documents.

    ``about`` keeps the events in which one of these names takes part; ``min_confidence`` (0 … 1), ``start`` and
    ``end`` (dates as people write them, both included) leave rows out, ``start`` and ``end`` also undated ones.
    ``title`` is the chronology's, by default the first document's. ``progress`` is called with each document that is
    done; ``report`` with the error of each that cannot be used, where without it the error is raised. The other
    arguments are those of :class:`Reading`. Raises :class:`InputError` where there is nothing to read,
    :class:`~chrono.errors.DateError` where a date cannot be read.
    """
    from . import chronology, grammar
    from .events import about_names

    reading = Reading(date, not_after, mode, day_first, language, model, explicit_only, given_events)
    first, last = check_dates(reading, start, end)
    found = [prepared(document, reading) for document in _distinct(documents(sources), report)]
    pipeline = grammar.load(model)
    events: list[Event] = []
    references: dict[str, ReferenceTime] = {}
    for document in found:
        try:
            when = document_reference(document, reading, alone=len(found) == 1)
            events.extend(document_events(document, when, pipeline, reading, about))
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
    if about:
        events = about_names(events, used, about)
    made = chronology.build(events, used, references, title=title or used[0].title)
    made = made.between(first, last) if first or last else made
    return made.min_confidence(min_confidence) if min_confidence else made


def prepared(document: Document, reading: Reading) -> Document:
    """The document with its language and the place of its dateline, where it does not tell them itself."""
    from .tagger.language import language_of

    told = replace(document, language=reading.language or document.language)
    return replace(told, language=language_of(told), place=document.place or places.place(document))


def document_reference(document: Document, reading: Reading, *, alone: bool = True) -> ReferenceTime:
    """The reference time of one document; ``alone`` says whether ``reading.date`` is this document's own."""
    bound = dateline.read_bound(reading.not_after, "not_after") if reading.not_after else None
    view = Visible(document)
    found = dateline.find(
        view.document,
        given=reading.date if alone else None,
        default=reading.date,
        not_after=bound,
        day_first=reading.day_first,
    )
    from .tagger import mode_of

    mode, why = mode_of(view.document, found, reading.mode)
    return replace(view.reference(found), mode=mode, mode_why=why)


def document_expressions(document: Document, when: ReferenceTime, reading: Reading) -> list[TimeExpression]:
    """The time expressions of a document whose reference time is known."""
    view = Visible(document)
    return view.expressions(_expressions(view, when, reading))


def _expressions(view: Visible, when: ReferenceTime, reading: Reading) -> list[TimeExpression]:
    from . import tagger

    return tagger.tag(view.document, when, mode=reading.mode, day_first=reading.day_first)


def document_events(
    document: Document, when: ReferenceTime, pipeline: Pipeline, reading: Reading, about: Sequence[str] = ()
) -> list[Event]:
    """The events of a document whose reference time is known, in order of appearance, repeats not yet merged.

    Of what one of ``about`` takes part in, every event is given, also those that would not be worth a row otherwise.
    """
    from .events import date_triggers, extract_events

    if document.language not in ("", ENGLISH):
        cause = f"events are read in English only, this is {document.language!r} (if not, say --language en)"
        raise InputError(f"{document.path or document.key}: {cause}")
    view = Visible(document)
    seen = view.document
    expressions = _expressions(view, when, reading)
    sentences = pipeline.parse(seen.text, merge=[(item.start, item.end) for item in expressions])
    if reading.given_events:
        triggers = [view.seen(start, end) for start, end in given_triggers(document)]
        return view.events(date_triggers(seen, when, expressions, sentences, triggers))
    return view.events(
        extract_events(seen, when, expressions, sentences, explicit_only=reading.explicit_only, about=about)
    )


def given_triggers(document: Document) -> list[tuple[int, int]]:
    """The spans of the events that a document carries, half-open code points, in its own order.

    Raises :class:`InputError` naming the document where they are not spans of its text.
    """
    name = f"{document.path}: {document.key}" if document.path else document.key
    try:
        spans = [(int(event["start"]), int(event["end"])) for event in document.extra.get("events", ())]
    except (KeyError, TypeError, ValueError):
        raise InputError(f"{name}: its events are not objects with start and end") from None
    for start, end in spans:
        if not 0 <= start < end <= len(document.text):
            raise InputError(f"{name}: its event {start}–{end} lies outside of its text")
    return spans


@overload
def draw(
    chronology: Chronology | str | Path,
    path: None = None,
    *,
    documents: Iterable[Document] = (),
    text: bool = True,
    **page: Any,
) -> str: ...


@overload
def draw(
    chronology: Chronology | str | Path,
    path: str | Path,
    *,
    documents: Iterable[Document] = (),
    text: bool = True,
    **page: Any,
) -> Path: ...


def draw(
    chronology: Chronology | str | Path,
    path: str | Path | None = None,
    *,
    documents: Iterable[Document] = (),
    text: bool = True,
    **page: Any,
) -> str | Path:
    """Writes the chronology's page, one offline HTML file, to ``path`` and gives the path; without one, the HTML.

    A string or path is a table to read (see :func:`chrono.chronology.read_table`); ``text=False`` leaves the articles'
    text out; the others are the options of :func:`chrono.timeline.page`. Raises :class:`InputError` where the page
    cannot be written; its folder must be there.
    """
    from .chronology import Chronology, read_table
    from .files import write_atomically
    from .timeline import page as make_page

    drawn = chronology if isinstance(chronology, Chronology) else read_table(Path(chronology))
    html = make_page(drawn, text=text, **page)
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


def check_dates(
    reading: Reading, start: str | None = None, end: str | None = None, *, names: Mapping[str, str] = ARGUMENTS
) -> tuple[str | None, str | None]:
    """``start`` and ``end`` as EDTF, ``None`` where not given; errors call the arguments by ``names``.

    Raises :class:`~chrono.errors.DateError` for the first of all given dates that cannot be read, or where ``start``
    lies after ``end``.
    """
    bound = dateline.read_bound(reading.not_after, names["not_after"]) if reading.not_after else None
    if reading.date:
        dateline.read_date(reading.date, names["date"], today=bound, day_first=reading.day_first)
    first = dateline.read_bound(start, names["start"], today=bound, day_first=reading.day_first) if start else None
    last = dateline.read_bound(end, names["end"], today=bound, day_first=reading.day_first) if end else None
    if first and last and first.start >= last.end:
        raise DateError(f"{names['start']} {start} lies after {names['end']} {end}")
    return edtf.write(Span.of(first)) if first else None, edtf.write(Span.of(last)) if last else None


def _single(source: Source) -> Document:
    found = documents(source)
    if len(found) != 1:
        raise InputError(f"{source}: a collection of {len(found)} documents where one is wanted")
    return found[0]


def _documents_of(source: Source) -> Iterable[Document]:
    if isinstance(source, Document):
        if not source.text.strip():
            raise InputError(f"{source.path or source.key}: empty")
        return [source]
    if isinstance(source, Path) or _names_a_file(source):
        return read_all(source)
    if len(source.split()) > 1:
        return [plain_document(source)]
    raise InputError(f"{source!r}: neither a file nor a text" if source.strip() else "an empty text")


def _names_a_file(source: str) -> bool:
    try:
        return "\n" not in source and Path(source).is_file()
    except (OSError, ValueError):
        return False

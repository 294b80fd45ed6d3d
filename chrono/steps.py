"""The steps of one document through the rooms: its reference time, its time expressions, its events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import dateline, places
from .calendar import Span, edtf
from .documents import Document
from .errors import DateError, InputError
from .visible import Visible

if TYPE_CHECKING:
    from .events.event import Event
    from .grammar.pipeline import Pipeline
    from .reference import ReferenceTime
    from .tagger.expression import TimeExpression

ENGLISH = "en"
MODES = ("auto", "news", "narrative")
ARGUMENTS = {name: name for name in ("date", "not_after", "start", "end")}
"""What messages call the dates that are given; the command line has names of its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read; dates are as people write them.

    ``date`` is the reference date: of a single document whatever it says of itself, of several documents for those
    that tell none. ``not_after`` bounds guessed years. ``mode`` says where relative dates hang: ``news`` on the
    reference date, ``narrative`` on the last date told, ``auto`` on what the text itself shows. ``day_first`` decides
    ``3/4/2020``; ``None`` leaves it to the text. ``language`` (ISO 639-1) is that of all documents, by default
    each one's own, which is detected where it is not told. ``model`` names an installed spaCy pipeline to use instead
    of ours; ``explicit_only`` keeps to events with a time expression of their own; ``all_events``
    adds what would not be worth a row, states and what nothing dates; ``given_events`` dates the events
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
    all_events: bool = False
    given_events: bool = False

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise InputError(f"mode: {self.mode!r} is none of {', '.join(MODES)}")


def check_dates(
    reading: Reading, start: str | None = None, end: str | None = None, *, names: Mapping[str, str] = ARGUMENTS
) -> tuple[str | None, str | None]:
    """``start`` and ``end`` as EDTF, ``None`` where not given; errors call the arguments by ``names``.

    Raises :class:`~chrono.errors.DateError` for the first of all given dates that cannot be read, or where ``start``
    lies after ``end``.
    """
    bound = dateline.read_bound(reading.not_after, names["not_after"]) if reading.not_after else None
    if reading.date is not None:
        dateline.read_date(reading.date, names["date"], today=bound, day_first=reading.day_first)
    first = dateline.read_bound(start, names["start"], today=bound, day_first=reading.day_first) if start else None
    last = dateline.read_bound(end, names["end"], today=bound, day_first=reading.day_first) if end else None
    if first and last and first.start >= last.end:
        raise DateError(f"{names['start']} {start} lies after {names['end']} {end}")
    return edtf.write(Span.of(first)) if first else None, edtf.write(Span.of(last)) if last else None


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
    document: Document, when: ReferenceTime, pipeline: Pipeline, reading: Reading
) -> list[Event]:
    """The events of a document whose reference time is known, in order of appearance, repeats not yet merged."""
    from .events import date_triggers, extract_events, time_phrases
    from .tagger.stamps import messages

    if document.language not in ("", ENGLISH):
        cause = f"events are read in English only, this is {document.language!r} (if not, say --language en)"
        raise InputError(f"{document.name}: {cause}")
    view = Visible(document)
    seen = view.document
    expressions = _expressions(view, when, reading)
    if reading.given_events:
        sentences = pipeline.parse(seen.text, merge=[(item.start, item.end) for item in expressions])
        triggers = [view.seen(start, end) for start, end in given_triggers(document)]
        return view.events(date_triggers(seen, when, expressions, sentences, triggers))
    times = [(item.start, item.end) for item in expressions if item.tree.startswith("At(")]
    breaks = messages(seen.text, times)
    sentences = pipeline.parse(seen.text, merge=time_phrases(seen.text, expressions), breaks=breaks)
    kinds = {"explicit_only": reading.explicit_only, "all_events": reading.all_events}
    return view.events(extract_events(seen, when, expressions, sentences, **kinds))


def given_triggers(document: Document) -> list[tuple[int, int]]:
    """The spans of the events that a document carries, half-open code points, in its own order.

    Raises :class:`InputError` naming the document where they are not spans of its text.
    """
    try:
        spans = [(int(event["start"]), int(event["end"])) for event in document.extra.get("events", ())]
    except (KeyError, TypeError, ValueError):
        raise InputError(f"{document.name}: its events are not objects with start and end") from None
    for start, end in spans:
        if not 0 <= start < end <= len(document.text):
            raise InputError(f"{document.name}: its event {start}–{end} lies outside of its text")
    return spans

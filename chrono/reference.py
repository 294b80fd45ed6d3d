"""The reference time: the date against which a document's relative expressions are read."""

from __future__ import annotations

from dataclasses import dataclass

from .calendar import Period


@dataclass(frozen=True, slots=True)
class ReferenceTime:
    """A document's date (DCT) and how it was found.

    ``period`` is a day, or a minute where the time is known; ``None`` where nothing told the date.
    ``source`` is one of given, metadata, dateline, inferred, none; ``why`` one readable line; ``alternatives`` other
    days that stood, best first; ``start``/``end`` the code points of the text that told it. ``mode`` is how the
    document is read, news or narrative (``""`` where it was not asked), and ``mode_why`` what told that. ``overruled``
    is what in the document tells another day than the one that was given ("the date line “…”").
    """

    period: Period | None
    source: str
    why: str
    confidence: float = 1.0
    alternatives: tuple[Period, ...] = ()
    start: int | None = None
    end: int | None = None
    mode: str = ""
    mode_why: str = ""
    overruled: str = ""

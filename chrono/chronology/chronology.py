"""The chronology: the ordered event table, with the documents it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..calendar import human
from ..documents.document import Document
from ..errors import DateError
from ..reference import ReferenceTime
from .about import Wanted
from .columns import Row
from .dates import span_of

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


@dataclass(frozen=True, slots=True, repr=False)
class Chronology:
    """What happened, in order.

    ``rows`` are the event table's rows in chronological order, with the columns of
    :data:`chrono.chronology.columns.COLUMNS` as plain strings, numbers and lists; ``documents`` the texts they were
    read from, ``references`` the reference time of each by its key. Filters give a new chronology.
    """

    rows: list[Row]
    documents: tuple[Document, ...] = ()
    references: Mapping[str, ReferenceTime] = field(default_factory=dict)
    title: str = ""

    def __repr__(self) -> str:
        return f"<Chronology {self.title!r}: {len(self.rows)} events, {len(self.documents)} documents>"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a new pandas DataFrame.

        ``start`` and ``end`` are ``datetime64[s]`` (``NaT`` where open; a coarse ``end`` is midnight of its last day),
        offsets and counts ``Int64``, lists Python lists.
        """
        from .frame import frame

        return frame(self.rows)

    def figure(self, **options: Any) -> go.Figure:
        """The timeline as a plotly figure; the options are those of :func:`chrono.timeline.figure`."""
        from ..timeline import figure

        return figure(self, **options)

    def between(self, start: str | None = None, end: str | None = None, *,
                day_first: bool | None = None) -> Chronology:
        """The dated rows that touch the time from ``start`` to ``end``, dates as people write them, both included.

        Raises :class:`~chrono.errors.DateError` where one cannot be read or they are in the wrong order.
        """
        first = human.read(start, day_first).start if start else None
        last = human.read(end, day_first).end if end else None
        if first is not None and last is not None and first >= last:
            raise DateError(f"{start!r} lies after {end!r}")

        def touches(row: Row) -> bool:
            span = span_of(row)
            if span is None:
                return False
            begins = span.start
            if row["relation"] in ("by", "before") and span.first is None and span.last is not None:
                begins = span.last.start  # a deadline stands at its end, as it does in the order of rows
            return (last is None or begins is None or begins < last) and (
                first is None or span.end is None or span.end > first)

        return self._only(row for row in self.rows if touches(row))

    def min_confidence(self, least: float) -> Chronology:
        """The rows at least this sure (0 … 1); rows without a figure stay, for a person wrote them."""
        return self._only(row for row in self.rows if row["confidence"] is None or row["confidence"] >= least)

    def about(self, *names: str) -> Chronology:
        """The rows among whose who, where or event's words one of ``names`` stands, under a name of it that the
        documents tell."""
        wanted = Wanted(names, [document.text for document in self.documents])
        words = ((row, " · ".join([row["event"], *row["who"], *row["where"]])) for row in self.rows)
        return self._only(row for row, told in words if wanted.is_in(told))

    def keep(self, earlier: Chronology) -> Chronology:
        """This chronology with what a reader changed in an ``earlier`` one; see :func:`chrono.chronology.keep.keep`."""
        from .keep import keep

        return replace(self, rows=keep(self.rows, earlier.rows))

    def _only(self, rows: Iterable[Row]) -> Chronology:
        return replace(self, rows=[row | {"order": number} for number, row in enumerate(rows, 1)])

"""The document: what every reader returns and every later room gets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..calendar.given import is_date
from ..errors import DateError


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known about it. All offsets in the project are code points into ``text``.

    ``published`` is an ISO 8601 date or date-time (or a date as people write it) that the document's metadata or its
    owner gives (none is guessed here), ``place`` where it was written, ``source`` who published it, ``language`` its
    ISO 639-1 code (empty: to be told from the text), ``path`` where it was read from, ``line`` on which line of a
    collection it stands (from 1; 0: of none), ``extra`` whatever else that line carried. Raises
    :class:`~chrono.errors.DateError` where ``published`` is no date.
    """

    text: str
    title: str = ""
    source: str = ""
    published: str | None = None
    place: str = ""
    language: str = ""
    id: str = ""
    path: str = ""
    line: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)
    _key: str = field(default="", init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.published and not (isinstance(self.published, str) and is_date(self.published)):
            where = self.name if self.path or self.id else "published"
            raise DateError(f"{where}: cannot read {self.published!r} as a date (its metadata)")

    @property
    def name(self) -> str:
        """How messages name the document: its file, and there its id or its line; else its key."""
        if self.path and self.id:
            return f"{self.path} ({self.id})"
        return f"{self.path}:{self.line}" if self.path and self.line else self.path or self.key

    @property
    def heading(self) -> str:
        """What readers see it called: its title, else the name of its own file without folders, else ``""``."""
        return self.title or ("" if self.id or self.line else Path(self.path).name)

    @property
    def key(self) -> str:
        """The document's id in tables: the given ``id``, else a hash of the text, never a path."""
        if not self._key:  # every event of a text asks for it
            made = self.id or hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
            object.__setattr__(self, "_key", made)
        return self._key

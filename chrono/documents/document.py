"""The document: what every reader returns and every later room gets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known about it. All offsets in the project are code points into ``text``.

    ``published`` is an ISO 8601 date or date-time that the document's metadata or its owner gives (none is guessed
    here), ``place`` where it was written, ``source`` who published it, ``language`` its ISO 639-1 code (empty: to be
    told from the text), ``path`` where it was read from, ``extra`` whatever else a collection's line carried.
    """

    text: str
    title: str = ""
    source: str = ""
    published: str | None = None
    place: str = ""
    language: str = ""
    id: str = ""
    path: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    _key: str = field(default="", init=False, repr=False, compare=False)

    @property
    def key(self) -> str:
        """The document's id in tables: the given ``id``, else a hash of the text, never a path."""
        if not self._key:  # every event of a text asks for it
            made = self.id or hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
            object.__setattr__(self, "_key", made)
        return self._key

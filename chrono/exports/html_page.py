"""The timeline page, one offline HTML file."""

from __future__ import annotations

from typing import Any, TextIO

from ..chronology import Chronology


def write(chronology: Chronology, stream: TextIO, **options: Any) -> None:
    """Write the page; the options are those of :func:`chrono.timeline.page`."""
    from ..timeline import page

    stream.write(page(chronology, **options))

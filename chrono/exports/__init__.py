"""Chronologies as files. One small module a format; :data:`FORMATS` is the registry."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..errors import InputError
from ..files import write_atomically

if TYPE_CHECKING:
    from ..chronology import Chronology

Exporter = Callable[..., None]
"""Writes a chronology to a text stream: ``exporter(chronology, stream, **options)``."""


def _lazily(module: str) -> Exporter:
    """The ``write`` of a module of this package, imported when it is first used."""
    def write(chronology: Chronology, stream: TextIO, **options: Any) -> None:
        import_module(f".{module}", __package__).write(chronology, stream, **options)

    return write


FORMATS: dict[str, Exporter] = {
    "csv": _lazily("csv_table"),
    "html": _lazily("html_page"),
    "json": _lazily("json_document"),
    "jsonl": _lazily("json_lines"),
    "md": _lazily("markdown"),
    "ics": _lazily("calendar_file"),
}
"""The formats by name."""


def formats() -> list[str]:
    """The names of the formats, in the order they are told to people."""
    return list(FORMATS)


def write(chronology: Chronology, target: str | Path | TextIO, format: str | None = None, **options: Any) -> None:
    """Write a chronology to a path (whole or not at all) or into a text stream.

    ``format`` is one of :data:`FORMATS`, by default the path's ending. ``options`` go to the format. The same rows give
    the same bytes. Raises :class:`InputError` where the format is unknown or the path cannot be written.
    """
    path = Path(target) if isinstance(target, str | Path) else None
    name = format or (path.suffix.removeprefix(".").lower() if path else "")
    if name not in FORMATS:
        raise InputError(f"{name!r} is no format; there are {', '.join(FORMATS)}")
    if path is None:
        assert not isinstance(target, str | Path)
        FORMATS[name](chronology, target, **options)
        return
    stream = io.StringIO(newline="")
    FORMATS[name](chronology, stream, **options)
    write_atomically(path, stream.getvalue())

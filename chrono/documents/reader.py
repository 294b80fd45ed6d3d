"""Read documents from files and from standard input: one small reader for each format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import ChronoError, InputError
from ..files import read_bytes
from .decoding import decode
from .document import Document
from .folder import articles_in
from .html import html_document
from .jsonl import jsonl_documents
from .plain import plain_document
from .timeml import timeml_document

COLLECTIONS = (".jsonl", ".ndjson")
TIMEML = (".tml", ".timeml")
PAGES = (".html", ".htm", ".xhtml")
TEXTS = (".txt", ".text", ".md", ".markdown")
STANDARD_INPUT = "-"
_WORD_PROCESSORS = {
    b"{\\rtf": "RTF", b"%PDF-": "a PDF", b"PK\x03\x04": "a Word document or another archive",
    b"\xd0\xcf\x11\xe0": "an old Word document",
}
"""What files begin with that hold text, but not as text."""


def read(path: str | Path, *, encoding: str | None = None) -> Document:
    """The one document at ``path`` (``-`` is standard input).

    Raises :class:`InputError`, naming the file and the cause, also where ``path`` holds several documents.
    """
    documents = list(read_all(path, encoding=encoding))
    if len(documents) != 1:
        raise InputError(f"{path}: a collection of {len(documents)} documents; use chrono.read_all")
    return documents[0]


def read_all(
    path: str | Path,
    *,
    encoding: str | None = None,
    report: Callable[[ChronoError], None] | None = None,
    note: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """The documents at ``path``, in order: one for a text, a TimeML file or a saved web page, each line's for JSONL,
    and those of all such files of a folder, by their names.

    ``report`` is told of lines of a collection that are no documents, and of files of a folder that cannot be read;
    without it the first one raises. ``note`` is told of an encoding that was inferred, and of what in a folder was
    passed over. What cannot be read at all raises :class:`InputError`.
    """
    if str(path) != STANDARD_INPUT and Path(path).is_dir():
        for file in articles_in(Path(path), TEXTS + PAGES + COLLECTIONS + TIMEML, note):
            try:
                yield from read_all(file, encoding=encoding, report=report, note=note)
            except InputError as error:
                (report or _raise)(error)
        return
    name = "standard input" if str(path) == STANDARD_INPUT else str(path)
    data = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else read_bytes(path)
    if not data.strip():
        raise InputError(f"{name}: empty")
    suffix = Path(str(path)).suffix.lower()
    for start, kind in _WORD_PROCESSORS.items():
        if data.startswith(start):
            raise InputError(f"{name}: {kind}, not plain text; save it as text first")
    if suffix in TIMEML:
        yield timeml_document(data, name)
        return
    text, used = decode(data, name, encoding)
    if note is not None and not encoding and not used.startswith("utf"):
        note(f"{name}: read as {used}; say --encoding if that is wrong")
    if not text.strip():
        raise InputError(f"{name}: empty")
    if suffix == ".json":
        raise InputError(f"{name}: of JSON only collections are read, one document a line (.jsonl)")
    piped = str(path) == STANDARD_INPUT
    if suffix in COLLECTIONS or (piped and _looks_like_jsonl(text)):
        yield from jsonl_documents(text, name, report or _raise)
    elif suffix in PAGES or (piped and _looks_like_a_page(text)):
        yield html_document(text, name)
    else:
        yield plain_document(text, "" if piped else name)


def _looks_like_jsonl(text: str) -> bool:
    first = text.lstrip()[:200]
    return first.startswith("{") and '"' in first


def _looks_like_a_page(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n")[:9].lower().startswith(("<!doctype", "<html"))


def _raise(error: ChronoError) -> None:
    raise error

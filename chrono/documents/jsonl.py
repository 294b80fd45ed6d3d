"""JSON Lines collections: one document a line, with ``text`` and what else is known about it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from ..errors import ChronoError, InputError
from .decoding import without_surrogates
from .document import Document

_KNOWN = {"title", "source", "place"}
_DATES = ("dct_value", "dct", "published", "ref")
_LANGUAGES = ("language", "lang")


def jsonl_documents(text: str, path: str, report: Callable[[ChronoError], None]) -> Iterator[Document]:
    """The documents of a collection, in order; lines that are none go to ``report`` and are passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield jsonl_document(line, f"{path}:{number}", path, number)
            except ChronoError as error:
                report(error)


def jsonl_document(line: str, name: str, path: str = "", number: int = 0) -> Document:
    """The document on one line. Keys: ``text`` (required), ``id``, ``dct`` or ``published`` (ISO 8601 date or
    date-time; ``ref`` in test suites), ``title``, ``source``, ``place``, ``language`` or ``lang``; all others are kept
    in :attr:`Document.extra`. Raises :class:`InputError` starting with ``name``, and what :class:`Document` raises.
    """
    record = json_object(line, name)
    text = record.pop("text", None)
    if not isinstance(text, str):
        raise InputError(f"{name}: no text" if text is None else f"{name}: its text is not a string")
    if not text.strip():
        raise InputError(f"{name}: its text is empty")
    known = {key: _string(record.pop(key), key, name) for key in _KNOWN & record.keys()}
    published = _first(record, _DATES, name)
    if published is not None:
        known["published"] = published
    language = _first(record, _LANGUAGES, name)
    return Document(
        without_surrogates(text),
        id=_string(record.pop("id", ""), "id", name),
        path=path,
        line=number,
        language=language or "",
        extra=record,
        **known,
    )


def json_object(line: str, name: str) -> dict[str, Any]:
    """The JSON object on one line. Raises :class:`InputError` starting with ``name`` where it is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        cause = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise InputError(f"{name}: not a JSON object ({cause})") from None
    if not isinstance(record, dict):
        raise InputError(f"{name}: not a JSON object")
    return record


def _first(record: dict[str, Any], keys: tuple[str, ...], name: str) -> str | None:
    """The value of the first of ``keys`` that says something; that one leaves the record, the others stay."""
    for key in keys:
        if record.get(key) not in (None, ""):
            return _string(record.pop(key), key, name)
    return None


def _string(value: Any, key: str, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return without_surrogates(str(value))
    raise InputError(f"{name}: its {key} is neither a string nor a number")

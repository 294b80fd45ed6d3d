"""A row's values as the text of a CSV cell, and back. ``read_cell(kind, write_cell(kind, value)) == value``."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

from ..wordlists import groups
from .columns import Kind

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SEPARATOR = "; "
_ESCAPED = re.compile(r"\\([;\\\[])")
_ITEM = re.compile(r"((?:[^\\;]|\\.|\\$)*)(?:;|$)", re.DOTALL)


def write_cell(kind: Kind, value: Any) -> str:
    """The cell of a value of this kind.

    Free text that a spreadsheet would run as a formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage
    return) gets an apostrophe in front, as does text that begins with an apostrophe before one of these. Lists are
    joined by ``; ``, with ``;`` and a backslash inside an item, and ``[`` at the beginning, escaped by a backslash.
    """
    if value is None:
        return ""
    if kind is Kind.FLAG:
        return "true" if value else ""
    if kind in (Kind.LIST, Kind.CODES):
        text = _SEPARATOR.join(item.replace("\\", "\\\\").replace(";", "\\;") for item in value)
        text = "\\" + text if text[:1] == "[" else text
        return neutralise(text) if kind is Kind.LIST else text
    if kind is Kind.PLACES:
        return json.dumps(value, ensure_ascii=False) if value else ""
    if kind is Kind.SHARE:
        return f"{value:.12g}"
    return neutralise(value) if kind is Kind.TEXT else str(value)


def read_cell(kind: Kind, text: str) -> Any:
    """The value a cell holds; :class:`ValueError` where it is not of this kind. Takes what spreadsheets make of it."""
    if kind is Kind.TEXT:
        return restore(text)
    if kind is Kind.LIST:
        return _items(restore(text))
    text = text.strip()
    if kind is Kind.CODES:
        return _items(text)
    if kind is Kind.NUMBER:
        return _number(text)
    if kind is Kind.SHARE:
        return _share(text)
    if kind is Kind.FLAG:
        return _flag(text.casefold())
    return _places(text) if kind is Kind.PLACES else text


def neutralise(text: str) -> str:
    """``text`` with an apostrophe in front where a spreadsheet would run it; :func:`restore` undoes it."""
    return "'" + text if _FORMULA.match(text) else text


def restore(text: str) -> str:
    """``text`` without the apostrophe that :func:`neutralise` put in front."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def _items(text: str) -> list[str]:
    """The items of a list; of a Python list too, as a DataFrame's own CSV has them."""
    if text[:1] == "[" and text[-1:] == "]":
        return [str(item) for item in _literal(text)]
    items = (_ESCAPED.sub(r"\1", match[1]).strip() for match in _ITEM.finditer(text))
    return [item for item in items if item]


def _flag(text: str) -> bool:
    words = groups("chronology", "flags")
    if text and text not in words["true"] | words["false"]:
        raise ValueError("neither true nor false")
    return text in words["true"]


def _number(text: str) -> int | None:
    if not text:
        return None
    number = float(text.replace(",", "."))
    if not number.is_integer():
        raise ValueError("not a whole number")
    return int(number)


def _share(text: str) -> float | None:
    if not text:
        return None
    share = float(text.removesuffix("%").replace(",", ".")) / (100 if text.endswith("%") else 1)
    if not 0 <= share <= 1:
        raise ValueError("not between 0 and 1")
    return share


def _places(text: str) -> list[dict[str, Any]]:
    found = _literal(text) if text else []
    if not isinstance(found, list):
        raise ValueError("not a list of places")
    return [{"document": str(place["document"]), "start": int(place["start"]), "end": int(place["end"])}
            for place in found]


def _literal(text: str) -> Any:
    """JSON, or what Python prints."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text)
    except (SyntaxError, RecursionError, MemoryError, TypeError):
        raise ValueError("not a list") from None

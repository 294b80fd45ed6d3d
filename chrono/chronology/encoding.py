"""The text of a table's bytes, whatever a spreadsheet saved it in."""

from __future__ import annotations

from ..documents.decoding import marked
from ..errors import InputError

_SIGNS_OF_MISREADING = ("â€", "Ã", "Â")


def table_text(data: bytes, name: str) -> str:
    """UTF-8 with or without a mark, UTF-16, else Windows-1252, the encoding spreadsheets fall back on.

    Cells of UTF-8 that a spreadsheet took for Windows-1252 (``4â€“6 Dec``) are mended. Raises :class:`InputError`
    where the bytes are no text.
    """
    encoding = marked(data)
    if encoding is None and b"\0" in data:
        encoding = _unmarked_wide(data)
        if encoding is None:
            raise InputError(f"{name}: a binary file, not a table")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding is not None:
            raise InputError(f"{name}: not {encoding} text") from None
        text = "".join(_western(byte) for byte in data)
    if "\0" in text:
        raise InputError(f"{name}: a binary file, not a table")
    return mended(text)


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of an ASCII header is zero."""
    for encoding, zeros in (("utf-16-le", data[1:40:2]), ("utf-16-be", data[0:40:2])):
        if len(data) % 2 == 0 and zeros and zeros.count(0) == len(zeros):
            return encoding
    return None


def _western(byte: int) -> str:
    """A byte in Windows-1252; the five it leaves undefined become control characters, as they do in spreadsheets."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def mended(text: str) -> str:
    """``text`` with the lines that are misread UTF-8 put right."""
    if not any(sign in text for sign in _SIGNS_OF_MISREADING):
        return text
    return "".join(_mended_line(line) for line in text.splitlines(keepends=True))


def _mended_line(line: str) -> str:
    if not any(sign in line for sign in _SIGNS_OF_MISREADING):
        return line
    try:
        return b"".join(_byte(character) for character in line).decode("utf-8")
    except UnicodeError:
        return line


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")

"""Bytes to text: byte order marks, UTF-8, UTF-16 and, where the evidence is clear, Windows-1252."""

from __future__ import annotations

import codecs

from ..errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = {"cp1252", "latin_1", "iso8859_15", "cp1250", "mac_roman"}
_LAYOUT = set("\t\n\v\f\r\x1a\x1c\x1d\x1e\x85")


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of ``data`` and the encoding it was read in.

    ``name`` stands for the input in the message of the :class:`InputError` raised when the bytes are no text;
    ``encoding`` is what the caller knows about them and is then the only one tried. Line ends are left as they are, so
    that offsets hold in the file; a byte order mark is not part of the text.
    """
    used = encoding or marked(data) or _unmarked(data, name)
    try:
        text = data.decode(used)
    except LookupError:
        raise InputError(f"{name}: there is no encoding called {used!r}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not {used} text (byte {error.start} does not fit); say --encoding NAME") from None
    if "\0" in text:
        raise InputError(f"{name}: a binary file, not text")
    return without_surrogates(text), used


def marked(data: bytes) -> str | None:
    """The encoding that the byte order mark at the beginning of ``data`` tells, ``None`` without one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes, name: str) -> str:
    if b"\0" in data:
        wide = _wide(data)
        if wide is None:
            raise InputError(f"{name}: a binary file, not text")
        return wide
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    if sum(byte < 32 and chr(byte) not in _LAYOUT for byte in data) > len(data) / 200:
        raise InputError(f"{name}: a binary file, not text")
    if _surely_western(data):
        return "cp1252"
    raise InputError(f"{name}: neither UTF-8 nor surely another encoding; say --encoding NAME (such as cp1252)")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text nearly every second byte is zero."""
    half = max(1, len(data) // 2)
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) > 0.6 * half and data.count(0) < 1.1 * half:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return None


def _surely_western(data: bytes) -> bool:
    """Whether Windows-1252 reads ``data`` as words with accents and typographic marks, and as nothing odd."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    special = [index for index, char in enumerate(text) if ord(char) > 127]
    if all(_fits(text, index) for index in special) and len(special) < len(text) / 3:
        return True
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return best is not None and best.encoding in _WESTERN and best.percent_chaos == 0 and best.percent_coherence > 50


def _fits(text: str, index: int) -> bool:
    """Whether the non-ASCII character at ``index`` is one that Western prose has in such a place."""
    char = text[index]
    if char in "‘’“”–—…•«»\xa0€£§°©®™·":
        return True
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if not char.isalpha() or not ((before + after).isascii() or (before + after).isalpha()):
        return False
    inside = before.isalpha() and before.islower()
    return (inside or (after.isalpha() and after.islower())) and not (inside and char.isupper())


def without_surrogates(text: str) -> str:
    """``text`` with lone surrogates, which no file can hold, made replacement characters; the length stays."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return "".join("�" if "\ud800" <= char <= "\udfff" else char for char in text)

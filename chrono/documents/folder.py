"""Folders: which of their files are articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import InputError
from ..files import read_bytes

_OUR_PAGE = b'<meta name="generator" content="chrono '
_HEAD = 2000
"""Bytes of a page in which its generator is named."""
_NAMED = 3


def articles_in(folder: Path, suffixes: tuple[str, ...], note: Callable[[str], None] | None = None) -> list[Path]:
    """The files of ``folder``, not of its own folders, that end with one of ``suffixes``, by their names.

    Hidden files are left out, and so are pages that chrono made; ``note`` is told of files that end otherwise. Raises
    :class:`InputError` where none is left, or where the folder cannot be looked into.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise InputError(f"{folder}: cannot be read ({error.strerror or error})") from None
    known = [path for path in files if path.suffix.lower() in suffixes]
    found = [path for path in known if not _is_our_page(path)]
    if not found:
        raise InputError(f"{folder}: no articles in this folder ({', '.join(suffixes)})")
    others = [path.name for path in files if path not in known]
    if others and note is not None:
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        note(f"{folder}: passed over {', '.join(others[:_NAMED])}{more} (no articles, by their names)")
    return found


def _is_our_page(path: Path) -> bool:
    return path.suffix.lower().startswith((".htm", ".xhtm")) and _OUR_PAGE in read_bytes(path)[:_HEAD]

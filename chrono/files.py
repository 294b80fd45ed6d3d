"""Reading files, with errors a user can act on, and writing them so that nothing is ever left half-written."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from .errors import InputError


def read_bytes(path: str | Path) -> bytes:
    """What is in the file. Raises :class:`InputError` naming the path and the cause where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: a directory, not a file") from None
    except PermissionError:
        cause = "a directory, not a file" if Path(path).is_dir() else "no permission to read it"
        raise InputError(f"{path}: {cause}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None


def write_atomically(path: Path, data: bytes | str) -> None:
    """Write ``data`` (text as UTF-8) beside ``path`` and move it into place; make the folder where it is missing.

    A link stays a link to what is written. A device or a pipe is written into: moving would put a file in its place.
    Raises :class:`InputError` naming the path where it cannot be written.
    """
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    temporary = None
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(raw)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        blocked = isinstance(error, FileExistsError | NotADirectoryError)
        cause = "a part of its folder's path is a file" if blocked else error.strerror or error
        raise InputError(f"{path}: cannot be written ({cause})") from None


def _mode(path: Path) -> int:
    """The permissions of the file that is there, else those the process gives new files."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

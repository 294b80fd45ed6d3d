"""How a command runs and ends: errors become one line each, streams that are closed are no crash, the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from typer import Exit

from ..errors import ChronoError

if TYPE_CHECKING:
    from ..terminal import Problems


@contextmanager
def problems(quiet: bool = False) -> Iterator[Problems]:
    """Runs a command: its errors become one line each, and the exit code says how it went."""
    from ..terminal import Problems

    found = Problems(quiet)
    try:
        yield found
        sys.stdout.flush()
    except ChronoError as error:
        found.report(error)
    except BrokenPipeError:
        _close_output()
    if found.exit_code:
        raise Exit(found.exit_code)


def run(app: Callable[[], object]) -> int | str | None:
    """Runs the application and gives the exit code; output that cannot be written is one line on standard error."""
    _open_streams()
    code: str | int | None = 0
    try:
        app()
    except SystemExit as ended:
        code = ended.code
    except OSError as error:
        code = _output_failed(error)
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _output_failed(error)
    return code


def _open_streams() -> None:
    """Write UTF-8; a stream that the caller closed is one that nobody reads."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        with suppress(AttributeError, ValueError):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")


def _output_failed(error: OSError) -> int:
    """Say in one line what could not be written; a reader that went away has heard enough. The exit code."""
    _close_output()
    if isinstance(error, BrokenPipeError):
        return 0
    with suppress(OSError):
        place = error.filename or "standard output"
        print(f"chrono: {place}: cannot be written ({error.strerror or error})", file=sys.stderr, flush=True)
    return 2


def _close_output() -> None:
    """Let what is still to be written to standard output go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

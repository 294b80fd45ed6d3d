"""A headless Chromium for the tests and scripts that look at the page: Debian's, or any on the path."""

from __future__ import annotations

import shutil
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")


def executable() -> str | None:
    """The path of a Chromium, or ``None`` where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def chromium(playwright: Any) -> Any:
    """Starts the Chromium of :func:`executable`."""
    return playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))

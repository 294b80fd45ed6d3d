"""One Chromium for all browser tests; they are skipped only where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from chrono.timeline import page
from tests.timeline.browser import chromium, executable


@pytest.fixture(scope="session")
def engine() -> Iterator[Any]:
    if executable() is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = chromium(started)
        yield browser
        browser.close()


@pytest.fixture
def opened(engine: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a chronology's page from disk; any error, message or request for anything but the file fails the test."""
    contexts, complaints = [], []

    def open_page(chronology: Any, *, size: tuple[int, int] = (1440, 900), name: str = "page.html", options: Any = None,
                  **context: Any) -> Any:
        path = tmp_path / name
        path.write_text(page(chronology, **(options or {})), encoding="utf-8")
        contexts.append(engine.new_context(viewport={"width": size[0], "height": size[1]}, **context))
        view = contexts[-1].new_page()
        view.on("console", lambda message: complaints.append(f"console: {message.text}"))
        view.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        view.on("request", lambda request: complaints.append(f"request: {request.url}")
                if not request.url.startswith(("file:", "blob:", "data:")) else None)
        view.goto(path.as_uri())
        view.wait_for_selector("html.is-ready")
        return view

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []

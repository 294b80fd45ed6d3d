"""Static pictures through kaleido."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from chrono.errors import ChronoError
from chrono.timeline import picture
from tests.timeline import samples
from tests.timeline.browser import executable


@pytest.mark.browser
@pytest.mark.skipif(executable() is None, reason="no Chromium on this machine")
@pytest.mark.parametrize(("format", "start"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_pictures(format: str, start: bytes) -> None:
    pytest.importorskip("kaleido")
    assert picture(samples.dam(), format, lanes="status").startswith(start)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="png, svg, pdf"):
        picture(samples.dam(), "gif")


def test_a_missing_kaleido_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "kaleido":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ChronoError, match="pip install kaleido"):
        picture(samples.dam())


def test_a_missing_chrome_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("kaleido")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chrome")
    with pytest.raises(ChronoError) as caught:
        picture(samples.dam())
    assert "Chrome" in str(caught.value) and "\n" not in str(caught.value)

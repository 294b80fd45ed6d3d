"""A static picture of the timeline: PNG, SVG or PDF, drawn by a Chrome through kaleido."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import ChronoError
from .figure import figure

if TYPE_CHECKING:
    from ..chronology import Chronology

FORMATS = ("png", "svg", "pdf")
_MARGIN = 32


class PictureError(ChronoError):
    """No picture can be drawn: kaleido or the Chrome it drives is missing, or Chrome failed."""


def picture(chronology: Chronology, format: str = "png", *, width: int = 1100, **options: Any) -> bytes:
    """The figure as a picture of ``width`` CSS pixels (PNG has twice as many); ``options`` are those of :func:`figure`.

    ``format`` is png, svg or pdf (``ValueError`` for another). Raises :class:`PictureError` where no Chrome is found.
    """
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, not {format!r}")
    drawn = figure(chronology, plot_width=width - _MARGIN, **options)
    try:
        import kaleido
    except ImportError:
        raise PictureError("a static picture needs the extra “picture” (kaleido): pip install kaleido") from None
    scale = 2 if format == "png" else 1
    settings = {"format": format, "width": width, "height": int(drawn.layout.height), "scale": scale}
    try:
        data: bytes = kaleido.calc_fig_sync(drawn.to_dict(), opts=settings)
    except Exception as error:  # kaleido and choreographer raise many kinds, all of them about the browser
        if "Chrome" in f"{type(error).__name__} {error}" or "browser" in str(error).lower():
            raise PictureError("a static picture needs Chrome or Chromium; none was found, or it failed") from error
        raise PictureError(f"the picture cannot be drawn: {' '.join(str(error).split())[:200]}") from error
    return data

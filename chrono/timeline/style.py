"""The look of the timeline: colours, symbols and sizes, kept as data that Python and the page's JavaScript share."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

THEMES = ("light", "dark")


def asset(name: str) -> str:
    """The text of a file in this package's ``assets`` folder."""
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def style() -> dict[str, Any]:
    """Fonts, the two themes' colours, the statuses' symbols and line patterns, and sizes in pixels.

    The colours are in the order of Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), darkened or lightened
    until each has a contrast of at least 4.5 : 1 with its ground; symbol and line pattern tell the statuses apart
    without colour.
    """
    loaded: dict[str, Any] = json.loads(asset("style.json"))
    return loaded


def status_name(status: str) -> str:
    """The name of a status in a lane or a hover box."""
    known = style()["statuses"].get(status)
    return known["name"].split(",")[0] if known else status

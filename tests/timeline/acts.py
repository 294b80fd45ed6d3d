"""What the browser tests do with a page, and what they look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Open = Callable[..., Any]
SIGNED = 15
"""The row "Ada Morrow signed the removal order" of the dam's chronology."""


def chosen(view: Any) -> dict[str, str]:
    """What card, table and article show as selected."""
    return {
        "card": view.locator("#card h3").inner_text(),
        "table": view.locator("tr[aria-selected='true'] .col-event").inner_text(),
        "article": " ".join(view.locator("#article .is-chosen").all_inner_texts()),
    }


def rows_become(view: Any, count: int) -> None:
    """Waits until the table has ``count`` rows; the page's own policy forbids waiting for an expression."""
    last = view.locator("tr[data-row]").nth(count - 1)
    last.wait_for(state="attached")
    assert view.locator("tr[data-row]").count() == count


def click_mark(view: Any, words: str) -> None:
    """Clicks the label that begins with ``words`` in the chart."""
    box = view.locator("#chart text", has_text=words).first.bounding_box()
    view.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

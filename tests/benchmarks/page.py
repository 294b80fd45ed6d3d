"""Times of the timeline page in a headless Chromium: first picture, choosing an event, filtering, zooming.

    python tests/benchmarks/page.py [COUNT ...]

Milliseconds, the median of several tries. The first picture counts from the start of the navigation.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Page, sync_playwright

from chrono.timeline import page
from tests.timeline import samples
from tests.timeline.browser import chromium

# Runs an action and waits for the frame that shows it.
_TIMED = """async (action) => {
  const start = performance.now();
  (new Function(action))();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
_SELECT = "document.querySelectorAll('[data-row]')[{}].click()"
_FILTER = """const box = document.getElementById('filter-who'); box.selectedIndex = {};
             box.dispatchEvent(new Event('change'))"""
_ZOOM = "document.getElementById('zoom-{}').click()"


def main(counts: list[int]) -> None:
    print(" events     MB  own MB  made in  picture  choose  filter   zoom")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        engine = chromium(playwright)
        for count in counts:
            chronology = samples.made(count)
            begin = time.perf_counter()
            text = page(chronology)
            made = time.perf_counter() - begin
            path = Path(folder, f"{count}.html")
            path.write_text(text, encoding="utf-8")
            articles = sum(len(document.text) for document in chronology.documents)
            own = len(page(chronology, assets="directory")) - articles
            pictures, view = [], None
            for _ in range(3):
                view = engine.new_context(bypass_csp=True, viewport={"width": 1440, "height": 900}).new_page()
                pictures.append(_first_picture(view, path))
            assert view is not None
            times = [_median(view, _SELECT, range(1, 7)), _median(view, _FILTER, (1, 2, 3, 0)),
                     _median(view, _ZOOM, ("in", "in", "out", "out"))]
            print(f"{count:7} {len(text) / 1e6:6.2f} {own / 1e6:7.2f} {1000 * made:8.0f} {median(pictures):8.0f} "
                  f"{times[0]:7.0f} {times[1]:7.0f} {times[2]:6.0f}")


def _first_picture(view: Page, path: Path) -> float:
    view.goto(path.as_uri())
    view.wait_for_selector("html.is-ready")
    return float(view.evaluate("performance.getEntriesByName('first-picture')[0].startTime"))


def _median(view: Page, action: str, values: Any) -> float:
    return median(float(view.evaluate(_TIMED, action.format(value))) for value in values)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [10, 500, 5000])

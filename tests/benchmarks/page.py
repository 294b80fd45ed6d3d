"""Times of the timeline page in a headless Chromium: first picture, choosing an event, filtering, zooming.

    python tests/benchmarks/page.py [COUNT ...]

Each figure is "elapsed/CPU" in milliseconds, the median of several tries: elapsed time includes what else the machine
is doing, the main thread's CPU time does not. The first picture counts from the start of the navigation.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import sync_playwright

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
_ACTIONS = {
    "choose": [f"document.querySelectorAll('[data-row]')[{i}].click()" for i in range(1, 7)],
    "filter": [f"""const box = document.getElementById('filter-who'); box.selectedIndex = {i};
                   box.dispatchEvent(new Event('change'))""" for i in (1, 2, 3, 0)],
    "zoom": [f"document.getElementById('zoom-{way}').click()" for way in ("in", "in", "out", "out")],
}


def main(counts: list[int]) -> None:
    print(f"{'events':>6} {'MB':>5} {'own MB':>6} {'made in':>8} {'picture':>10}", *(f"{name:>8}" for name in _ACTIONS))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        engine = chromium(playwright)
        for count in counts:
            chronology = samples.made(count)
            begin = time.perf_counter()
            text = page(chronology)
            made = time.perf_counter() - begin
            path = Path(folder, f"{count}.html")
            path.write_text(text, encoding="utf-8")
            own = len(page(chronology, assets="directory")) - sum(len(each.text) for each in chronology.documents)
            visits = [_visit(engine, path) for _ in range(3)]
            times = [_middle([visit["picture"] for visit in visits])]
            times += [_middle([one for visit in visits for one in visit[name]]) for name in _ACTIONS]
            print(f"{count:6} {len(text) / 1e6:5.2f} {own / 1e6:6.2f} {1000 * made:8.0f} {times[0]:>10}",
                  *(f"{each:>8}" for each in times[1:]))


def _middle(pairs: list[tuple[float, float]]) -> str:
    return "/".join(f"{median(values):.0f}" for values in zip(*pairs, strict=True))


def _visit(engine: Any, path: Path) -> dict[str, Any]:
    """One load of the page and every action, as (elapsed, CPU) pairs."""
    context = engine.new_context(bypass_csp=True, viewport={"width": 1440, "height": 900})
    view = context.new_page()
    tools = context.new_cdp_session(view)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def cpu() -> float:
        told = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
        return 1000 * float(told["TaskDuration"])

    view.goto(path.as_uri())
    view.wait_for_selector("html.is-ready")
    elapsed = float(view.evaluate("performance.getEntriesByName('first-picture')[0].startTime"))
    found: dict[str, Any] = {"picture": (elapsed, cpu())}
    for name, actions in _ACTIONS.items():
        found[name] = []
        for action in actions:
            before = cpu()
            elapsed = float(view.evaluate(_TIMED, action))
            found[name].append((elapsed, cpu() - before))
    context.close()
    return found


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [10, 500, 5000])

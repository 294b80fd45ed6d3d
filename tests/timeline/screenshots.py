"""Pictures of a page for the README: desktop, dark, phone and paper.

    python tests/timeline/screenshots.py PAGE.html DIRECTORY
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import sync_playwright

from tests.timeline.browser import chromium

SHOTS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 860}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 860}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "is_mobile": True, "has_touch": True},
    "paper": {"viewport": {"width": 720, "height": 1018}, "color_scheme": "light"},
}


def main(page: Path, directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        engine = chromium(playwright)
        for name, options in SHOTS.items():
            view = engine.new_context(**options).new_page()
            view.goto(page.absolute().as_uri())
            view.wait_for_selector("html.is-ready")
            if name == "paper":
                view.emulate_media(media="print")
                view.wait_for_timeout(200)
            elif name != "phone":
                view.focus("#chart")
                for _ in range(5):
                    view.keyboard.press("ArrowRight")
                view.evaluate("document.activeElement.blur()")
            view.screenshot(path=directory / f"{name}.png")
        engine.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

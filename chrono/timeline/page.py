"""The page: one HTML file with chart, table, text and reasons, which opens from disk and asks no network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from plotly.offline import get_plotlyjs, get_plotlyjs_version

from ..calendar import Span, human, iso
from ..errors import DateError
from .gaps import gaps
from .lanes import LANES
from .marks import Row
from .payload import payload, reference_words, script_json
from .style import asset, style

if TYPE_CHECKING:
    from ..chronology import Chronology
    from ..reference import ReferenceTime

SCRIPTS = ("time.js", "glyphs.js", "pack.js", "dom.js", "model.js", "edits.js", "table.js", "reader.js", "card.js",
           "pointer.js", "drawing.js", "chart.js", "strip.js", "tools.js", "main.js")
_START = 'start(JSON.parse(document.getElementById("data").textContent));'
_KICKER = '<p class="kicker">Chronology</p>'
_FACTORY = '(typeof self !== "undefined" ? self : this, () => {'
_ROLES = ("paper", "panel", "ink", "muted", "rule", "grid", "accent", "wash", "trigger", "happened", "ongoing",
          "planned", "possible", "denied", "claimed")


def page(chronology: Chronology, *, text: bool = True, lanes: str = "none", assets: str = "inline", made: str = "",
         version: str | None = None) -> str:
    """The chronology as one HTML page.

    ``text`` embeds the articles and the sentences; without it neither is in the page. ``lanes`` is what the chart opens
    with (:data:`~chrono.timeline.lanes.LANES`). ``assets`` is ``inline`` for one self-contained file, or ``directory``
    for a page that loads plotly.js from the folder that :func:`write_assets` fills beside it. ``made`` is the date the
    page shows as its own, ISO 8601 or in words (the clock is not read here); ``version`` that of the tool, by default
    the installed one.
    ``ValueError`` for an unknown option, :class:`~chrono.errors.DateError` for a row whose bounds cannot be read.
    """
    if lanes not in LANES:
        raise ValueError(f"lanes must be one of {', '.join(LANES)}, not {lanes!r}")
    if assets not in ("inline", "directory"):
        raise ValueError(f"assets must be inline or directory, not {assets!r}")
    told = _version() if version is None else version
    data = payload(chronology, text=text, lanes=lanes, made=made, version=told)
    own = _own_script()
    html = Template(asset("page.html")).substitute(
        _key(), title=escape(chronology.title or "Chronology"), kicker=_KICKER if chronology.title else "",
        version=escape(told), css=_css(),
        data=script_json(data), counts=escape(_counts(chronology)), references=_references(chronology),
        lists=_lists(chronology), embeds=escape(_embeds(chronology, text)),
        made=escape(_made(made, told)),
        policy=_policy(assets, own), scripts=_script_tags(assets, own))
    return re.sub("[\ud800-\udfff]", "\ufffd", html)  # half an emoji cannot be written as UTF-8


def assets_name() -> str:
    """Where, relative to the page, ``assets="directory"`` looks for plotly.js."""
    return f"chrono-assets/plotly-{get_plotlyjs_version()}.min.js"


def write_assets(directory: Path) -> Path:
    """Writes the plotly.js that pages in ``directory`` made with ``assets="directory"`` load; returns its path."""
    path = directory / assets_name()
    path.parent.mkdir(parents=True, exist_ok=True)
    script = _plotly().encode()
    if not path.exists() or path.stat().st_size != len(script):
        path.write_bytes(script)
    return path


def _version() -> str:
    try:
        return installed_version("chrono")
    except PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def _own_script() -> str:
    return '(() => {\n"use strict";\n' + "\n".join(asset(name) for name in SCRIPTS) + _START + "\n})();"


@lru_cache(maxsize=1)
def _plotly() -> str:
    """plotly.js, which must not close its own script element.

    Its one large function is put in parentheses: Chrome then compiles it at once in place of skimming it first, and
    the picture is there an eighth sooner. Where a release is built in another way it is left as it is.
    """
    script = str(get_plotlyjs()).replace("</script", "<\\/script").rstrip()
    if script.count(_FACTORY) == 1 and script.endswith("}));"):
        script = script.removesuffix("}));").replace(_FACTORY, _FACTORY.replace("() => {", "(() => {")) + "})));"
    return script


def _hash(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def _policy(assets: str, own: str) -> str:
    """No request of any kind: scripts by hash, pictures only from memory (the PNG download needs them)."""
    plotly = _hash(_plotly()) if assets == "inline" else "file: 'self'"
    return (f"default-src 'none'; script-src {_hash(own)} {plotly}; style-src 'unsafe-inline'; img-src data: blob:; "
            "base-uri 'none'; form-action 'none'")


def _script_tags(assets: str, own: str) -> str:
    plotly = f"<script>{_plotly()}</script>" if assets == "inline" else f'<script src="{assets_name()}"></script>'
    return f"<script>{own}</script>\n{plotly}"


def _css() -> str:
    fonts = style()["fonts"]

    def colours(theme: str) -> str:
        look = style()[theme]
        return "".join(f"--{role}: {look[role]}; " for role in _ROLES) + f"--edge: {look['muted']}; "

    root = f":root {{ --label: {fonts['label']}; --text: {fonts['text']}; {colours('light')}color-scheme: light; }}"
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {colours('dark')}color-scheme: dark; }} }}"
    return "\n".join((root, dark, asset("page.css")))


def _made(made: str, version: str) -> str:
    try:
        day = human.write(Span.of(iso.read(made)))
    except DateError:
        day = made
    return f"Made {f'on {day} ' if day else ''}by chrono {version}".strip()


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _counts(chronology: Chronology) -> str:
    rows = [row for row in chronology.rows if not row.get("hidden")]
    undated = sum(not row.get("start") and not row.get("end") for row in rows)
    parts = [_plural(len(rows), "event"), f"{undated:,} undated" if undated else "",
             f"from {_plural(len(chronology.documents), 'text')}" if chronology.documents else "from a table"]
    dated = [row for row in rows if row.get("start") or row.get("end")]
    if dated:
        parts.append(f"{dated[0]['date']} to {dated[-1]['date']}" if len(dated) > 1 else str(dated[0]["date"]))
    return " · ".join(part for part in parts if part)


def _references(chronology: Chronology) -> str:
    times = [(each.heading or each.source or each.key, chronology.references[each.key])
             for each in chronology.documents if each.key in chronology.references]
    if not times:
        return ""
    if len(times) == 1:
        return f"<p>{_reference(times[0][1])}</p>"
    items = "".join(f"<li>{escape(title)}: {_reference(time)}</li>" for title, time in times)
    return f"<details><summary>Reference dates of {len(times)} texts</summary><ul>{items}</ul></details>"


def _reference(time: ReferenceTime) -> str:
    told = reference_words(time)
    read = f"; read as {escape(told['read'])}" if told["read"] else ""
    if not told["date"]:
        return f"<strong>No reference date.</strong> {escape(told['why'])}{read}"
    others = f"; other readings: {', '.join(told['others'])}" if told["others"] else ""
    sure = f", {round(100 * told['confidence'])} % sure" if told["confidence"] < 1 else ""
    return (f"Reference date <strong>{escape(told['date'])}</strong> ({escape(told['found'])}{sure}): "
            f"{escape(told['why'] + others)}{read}")


def _embeds(chronology: Chronology, text: bool) -> str:
    if not chronology.documents:
        return "Drawn from a table; it holds no article."
    if not text:
        return "The articles and their sentences are left out of this page."
    articles = _plural(len(chronology.documents), "article")
    return f"This page embeds the full text of {articles}; whoever gets it can read it."


def _lists(chronology: Chronology) -> str:
    """The short lists under the table: undated events, and gaps."""
    rows = chronology.rows
    undated = [_button(f'data-pick="{index}"', _undated(row)) for index, row in enumerate(rows)
               if not (row.get("start") or row.get("end") or row.get("hidden"))]
    empty = [_button(f'data-from="{gap.start}" data-to="{gap.end}"', gap.text) for gap in gaps(rows)]
    parts = [f"<section><h2>{title}</h2><ul>{''.join(items)}</ul></section>"
             for title, items in (("Undated or vague", undated), ("Gaps", empty)) if items]
    return f'<div class="lists">{"".join(parts)}</div>' if parts else ""


def _button(data: str, text: str) -> str:
    return f'<li><button type="button" dir="auto" {data}>{escape(text)}</button></li>'


def _undated(row: Row) -> str:
    words = f" (“{row['expression']}”)" if row.get("expression") else ""
    return f"{row.get('event') or ''}{words}"


def _key() -> Mapping[str, Any]:
    """Small drawings for the key, in the chart's own shapes."""

    def draw(*shapes: str) -> str:
        return f'<svg width="46" height="16" viewBox="0 0 46 16" aria-hidden="true">{"".join(shapes)}</svg>'

    def circle(x: int, fill: str) -> str:
        return f'<circle cx="{x}" cy="8" r="4.6" fill="{fill}" stroke="currentColor" stroke-width="2"/>'

    def bar(start: int, end: int, more: str = "") -> str:
        return f'<path d="M{start} 8H{end}" stroke="currentColor" stroke-width="7"{more}/>'

    whiskers = '<path d="M4 8H42M4 3V13M42 3V13" stroke="currentColor" stroke-width="1.6" fill="none"/>'
    diamond = '<path d="M8 2L14 8L8 14L2 8z" fill="none" stroke="currentColor" stroke-width="2"/>'
    arrow = '<path d="M36 2L45 8L36 14z" fill="currentColor"/>'
    count = '<text x="23" y="11.2" font-size="9" text-anchor="middle" fill="currentColor">12</text>'
    return {
        "key_exact": draw(circle(23, "currentColor")),
        "key_vague": draw(whiskers, circle(23, "var(--paper)")),
        "key_thick": draw(bar(4, 42)),
        "key_open": draw(bar(4, 22), bar(22, 38, ' opacity=".4"'), arrow),
        "key_planned": draw(diamond, bar(18, 44, ' stroke-dasharray="7 3"')),
        "key_count": draw('<circle cx="23" cy="8" r="7.4" fill="var(--grid)" stroke="currentColor"/>', count),
    }

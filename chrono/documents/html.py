"""Saved web pages: the paragraphs of the article, its title, and the date its metadata give."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from ..calendar.given import is_date
from ..errors import InputError
from .document import Document

_SILENT = {"script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "button", "head"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "section", "article", "tr", "pre", "br",
           "figcaption", "header", "main", "ul", "ol", "table", "dd", "dt", "time", "address"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_DATE_NAMES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
               "pubdate", "publish-date", "parsely-pub-date", "sailthru.date")


def html_document(markup: str, path: str) -> Document:
    """The document of a page: text of its ``article`` or ``main`` element where it has one, else of its body.

    The date is the first that can be read of the page's metadata (JSON-LD ``datePublished``, Open Graph, Dublin Core).
    """
    page = _Page()
    page.feed(markup)
    page.close()
    text = page.text()
    if not text:
        raise InputError(f"{path}: a page without text")
    data = page.linked_data()
    dates = [data.get("datePublished", ""), *(page.meta.get(name, "") for name in _DATE_NAMES)]
    published = next((date for date in dates if re.search(r"\d{4}", date) and is_date(date)), None)
    title = page.meta.get("og:title") or data.get("headline") or " ".join(page.title.split())
    return Document(
        text,
        title=title,
        source=page.meta.get("og:site_name", ""),
        published=published,
        language=page.language,
        path=path,
    )


class _Page(HTMLParser):
    """Collects text block by block, apart for the article element, and what the head says."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.title = ""
        self.language = ""
        self._open: list[str] = []
        self._all: list[str] = []
        self._article: list[str] = []
        self._scripts: list[str] = []
        self._in_linked_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "").split("-")[0].lower()
        elif tag == "meta":
            name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
            self.meta.setdefault(name, values.get("content", "").strip())
        elif tag == "script":
            self._in_linked_data = values.get("type", "").lower() == "application/ld+json"
            if self._in_linked_data:
                self._scripts.append("")
        if tag in _BLOCKS:
            self._add("\n")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_linked_data = False
        if tag in _BLOCKS:
            self._add("\n")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._in_linked_data:
            self._scripts[-1] += data
        elif "title" in self._open and "svg" not in self._open:
            self.title += data
        elif not _SILENT.intersection(self._open):
            self._add(re.sub(r"\s+", " ", data))

    def _add(self, data: str) -> None:
        self._all.append(data)
        if "article" in self._open or "main" in self._open:
            self._article.append(data)

    def text(self) -> str:
        """Paragraphs set apart by blank lines."""
        joined = "".join(self._article if "".join(self._article).strip() else self._all)
        blocks = (" ".join(block.split()) for block in joined.split("\n"))
        return "\n\n".join(block for block in blocks if block)

    def linked_data(self) -> dict[str, str]:
        """The strings of the first JSON-LD object that has a publication date."""
        for script in self._scripts:
            try:
                found = _dated(json.loads(script))
            except (ValueError, RecursionError):
                continue
            if found:
                return {key: value for key, value in found.items() if isinstance(value, str)}
        return {}


def _dated(data: Any) -> dict[str, Any] | None:
    if isinstance(data, dict):
        return data if data.get("datePublished") else _dated(data.get("@graph"))
    if isinstance(data, list):
        return next((found for item in data if (found := _dated(item))), None)
    return None

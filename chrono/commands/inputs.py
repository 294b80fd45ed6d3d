"""The articles that a command is given, and how messages name what was given."""

from __future__ import annotations

from collections.abc import Sequence

from ..documents import Document, read_all
from ..errors import ChronoError
from ..reference import ReferenceTime
from ..terminal import Problems

STANDARD_STREAM = "-"
"""What stands for standard input, and for standard output, in place of a file."""

OPTIONS = {"date": "--date", "not_after": "--today", "start": "--from", "end": "--to"}
"""What messages call the dates that are given."""


def gather(articles: Sequence[str], encoding: str | None, problems: Problems) -> list[Document]:
    """The documents of all articles; those that cannot be read are reported."""
    found: list[Document] = []
    for article in articles:
        try:
            found.extend(read_all(article, encoding=encoding, report=problems.report, note=problems.note))
        except ChronoError as error:
            problems.report(error)
    return found


def tell_overruled(document: Document, when: ReferenceTime, problems: Problems) -> None:
    """Say that the document tells another day than the one given for it."""
    if when.overruled:
        problems.note(f"chrono: {label(document)}: {when.overruled} tells another day; --date counts")


def label(document: Document) -> str:
    """How a document is named beside what is found in it: as messages do; one without a file was read from a stream."""
    return document.name if document.path or document.id else "standard input"

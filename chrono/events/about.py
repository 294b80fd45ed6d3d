"""Which events a named person, organisation, place or thing takes part in, under all the names the documents give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..documents.document import Document
from .event import Event

_ENDINGS = frozenset("inc inc. corp corp. co co. ltd ltd. plc llc group company corporation the mr mrs ms dr sir".split())


def about_names(events: Sequence[Event], documents: Iterable[Document], names: Sequence[str]) -> list[Event]:
    """The events in whose clause, participants or places one of ``names`` takes part.

    A name of several words also counts under its last word where the documents use that alone ("Jobs" for "Steve
    Jobs"), and under the initials they introduce in brackets behind it.
    """
    texts = [document.text for document in documents]
    patterns = [_pattern(form) for name in names for form in forms(name, texts)]
    return [event for event in events if any(pattern.search(_told(event)) for pattern in patterns)]


def forms(name: str, texts: Sequence[str]) -> list[str]:
    """``name`` and the other forms under which ``texts`` speak of the same."""
    words = [word for word in name.split() if word.lower() not in _ENDINGS]
    found = [name]
    if len(words) > 1:
        core = " ".join(words)
        found.append(core)
        if _is_person(words):
            found.append(words[-1])
        for text in texts:
            found += re.findall(rf"{re.escape(core)}\s*\(\"?([A-Z]{{2,}})\"?\)", text)
    return list(dict.fromkeys(found))


def _is_person(words: Sequence[str]) -> bool:
    """Two or three capitalised words without digits, as people's names are."""
    return 2 <= len(words) <= 3 and all(re.fullmatch(r"[A-Z][a-z'’-]+\.?|[A-Z]\.", word) for word in words)


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?:['’]s|s)?(?!\w)", re.IGNORECASE if len(form) > 3 else 0)


def _told(event: Event) -> str:
    return " · ".join((event.clause, *event.who, *event.where))

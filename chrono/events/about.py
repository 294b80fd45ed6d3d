"""Which events a named person, organisation, place or thing takes part in, under all names the documents give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..documents.document import Document
from . import lexicon
from .event import Event

_ENDINGS = lexicon.groups("grammar")["name-filler"]


def about_names(events: Sequence[Event], documents: Iterable[Document], names: Sequence[str]) -> list[Event]:
    """The events in whose clause, participants or places one of ``names`` takes part.

    A name of several words also counts under its last word where the documents use that alone ("Jobs" for "Steve
    Jobs"), and under the initials they introduce in brackets behind it.
    """
    wanted = Wanted(names, [document.text for document in documents])
    return [event for event in events if wanted.is_in(" · ".join((event.clause, *event.who, *event.where)))]


class Wanted:
    """The names asked for, in all the forms under which ``texts`` speak of the same."""

    def __init__(self, names: Sequence[str], texts: Sequence[str]) -> None:
        self._patterns = [_pattern(form) for name in names for form in forms(name, texts)]

    def is_in(self, text: str) -> bool:
        """Whether one of the names stands in ``text``."""
        return any(pattern.search(text) for pattern in self._patterns)


def forms(name: str, texts: Sequence[str]) -> list[str]:
    """``name`` and the other forms under which ``texts`` speak of the same."""
    words = [word for word in name.split() if word.lower() not in _ENDINGS]
    found = [name]
    if words and " ".join(words) != name and len(words[0]) > 2:
        found.append(" ".join(words))
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
    """The form as whole words, one other word between two of them at most ("iTunes Music Store")."""
    words = [re.escape(word) for word in form.split()]
    gap = r"\s+(?:[\w-]+\s+)?" if not _is_person(form.split()) or any(word.isupper() for word in words) else r"\s+"
    text = gap.join(words)
    if len(words) == 2 and any(character.isdigit() for character in form):
        text += rf"|{words[1]}\s+{words[0]}"
    return re.compile(rf"(?<!\w)(?:{text})(?:['’]s|s)?(?!\w)", re.IGNORECASE if len(form) > 3 else 0)

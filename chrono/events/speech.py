"""Who speaks in a quotation: "I" and "we" in it are the one who is said to have said it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..places import lookup
from . import lexicon
from .phrases import phrase
from .syntax import Syntax

FIRST_PERSON = lexicon.groups("grammar")["first-person-form"]
_OWN_WORDS = FIRST_PERSON | lexicon.groups("grammar")["first-person-alone"]
_DOUBLE = frozenset({'"', "``", "''"})
_TOGGLES = {"“": True, "”": False}


class Speech:
    """Which words of the latest sentence stand in a quotation, and who speaks there.

    ``inside`` tells it for each token of the sentence and for its end, ``speaker`` is ``None`` where that is unknown;
    ``label`` is the name before a colon with which a paragraph of a transcript opens ("DR. LUND: We closed it").
    """

    def __init__(self) -> None:
        self.inside: list[bool] = [False]
        self.speaker: str | None = None
        self.label: str | None = None
        self._paragraph = self._spoken_in = -1

    def enter(self, syntax: Syntax, paragraph: int) -> None:
        """Read the quotation marks of the next sentence; one left open goes on within its paragraph."""
        self.label = self.label if paragraph == self._paragraph else _label(syntax)
        self.inside = _quoted(syntax, paragraph == self._paragraph and self.inside[-1])
        self._paragraph = paragraph

    def hear(self, syntax: Syntax, named: Callable[[int], str | None]) -> None:
        """Keep who says what is quoted here (``named`` gives the one meant by a token); who spoke before speaks on in
        a quotation that tells no one, in the same paragraph or the next."""
        told = next(_sayers(syntax, self.inside), None)
        if told is not None:
            self.speaker = named(told)
        elif self._paragraph > self._spoken_in + 1:
            self.speaker = None
        elif not all(self.inside[1 : len(syntax.tokens) - 1]):
            return
        self._spoken_in = self._paragraph


def _label(syntax: Syntax) -> str | None:
    """The name of someone, in two words or more, before a colon that opens the sentence."""
    colon = next((t.i for t in syntax.tokens[:_LONGEST_LABEL] if t.text == ":"), 0)
    words = [t for t in syntax.tokens[:colon] if t.text != "."]
    if len(words) < 2 or colon + 1 == len(syntax.tokens) or not all(t.text[:1].isupper() for t in words):
        return None
    label = phrase(syntax, range(colon))
    if lookup(label) is not None or any(t.upos not in ("PROPN", "NOUN", "ADJ") for t in words):
        return None
    return label.title() if label.isupper() else label


_LONGEST_LABEL = 7


def _quoted(syntax: Syntax, opened: bool) -> list[bool]:
    """For each token and for the end of the sentence, whether it stands in a quotation; ``opened`` tells whether one
    was open before the sentence."""
    found = []
    for token in syntax.tokens:
        found.append(opened)
        if token.text in _DOUBLE:
            opened = not opened
        opened = _TOGGLES.get(token.text, opened)
    return [*found, opened]


def _sayers(syntax: Syntax, inside: list[bool]) -> Iterator[int]:
    """The subjects of the verbs of saying outside the quotation."""
    for i, token in enumerate(syntax.tokens):
        if inside[i] or token.upos != "VERB" or not _reports(token.lemma.lower()):
            continue
        subject = syntax.first(i, "nsubj")
        if subject is not None and not inside[subject]:
            yield subject


def _reports(lemma: str) -> bool:
    return any(lemma in group for group in lexicon.groups("reporting_verbs").values())


def mentions_speaker(text: str) -> bool:
    """Whether a word of the first person stands in the text."""
    return not _OWN_WORDS.isdisjoint(re.findall(r"[a-z]+", text.lower()))

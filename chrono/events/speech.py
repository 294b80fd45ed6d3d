"""Who speaks in a quotation: "I" and "we" in it are the one who is said to have said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import lexicon
from .syntax import Syntax

FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_OWN_WORDS = FIRST_PERSON | {"my", "our", "mine", "ours", "myself", "ourselves"}
_DOUBLE = frozenset({'"', "``", "''"})
_TOGGLES = {"“": True, "”": False}


def quoted(syntax: Syntax, opened: bool) -> list[bool]:
    """For each token and for the end of the sentence, whether it stands in a quotation; ``opened`` tells whether one
    was open before the sentence."""
    found = []
    for token in syntax.tokens:
        found.append(opened)
        if token.text in _DOUBLE:
            opened = not opened
        opened = _TOGGLES.get(token.text, opened)
    return [*found, opened]


def sayer(syntax: Syntax, inside: list[bool]) -> int | None:
    """The token that heads the subject of the verb of saying outside the quotation; ``None`` where there is none."""
    return next(_sayers(syntax, inside), None)


def _sayers(syntax: Syntax, inside: list[bool]) -> Iterator[int]:
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

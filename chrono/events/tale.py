"""Sentences that tell a tale of the past without a date: "Not that long ago …", "Later, the pilot asks …".

A tale is opened by a word of sequence and goes on until the text is back in its own day: with "now" or "today", with
a perfect or a future as its main verb, or with someone who says something.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import lexicon
from .predicates import Predicate, at
from .syntax import Syntax

_BACK = lexicon.groups("grammar")["present-time"]
_EARLY = 8
"""In how many of its first tokens the word of sequence stands."""


def tales(sentences: Sequence[Syntax]) -> frozenset[int]:
    """The numbers of the sentences, counted from 0, that belong to a tale."""
    found: set[int] = set()
    for n, syntax in enumerate(sentences):
        if not _is_back(syntax) and (n - 1 in found or _opens(syntax)):
            found.add(n)
    return frozenset(found)


def _opens(syntax: Syntax) -> bool:
    words = [syntax.lower(i) for i in range(min(_EARLY, len(syntax.tokens)))]
    text = " " + " ".join(words) + " "
    return any(f" {cue.replace('_', ' ')} " in text for cue in lexicon.groups("predicates")["sequence"])


def _is_back(syntax: Syntax) -> bool:
    if any(syntax.lower(i) in _BACK for i in range(len(syntax.tokens))):
        return True
    root = next((i for i in range(len(syntax.tokens)) if syntax.head(i) is None and syntax.dep(i) == "root"), None)
    if root is None:
        return False
    main = at(syntax, root)
    return main.tense in ("present-perfect", "future") or bool(main.modal) or _says(syntax, main)


def _says(syntax: Syntax, main: Predicate) -> bool:
    """Someone's words are quoted: not what someone in the tale thought or saw."""
    verbs = lexicon.groups("reporting_verbs")
    said = main.lemma in (verbs["plain"] | verbs["act"]) - lexicon.groups("predicates")["mental"]
    return said and bool(syntax.having(main.index, ("ccomp", "parataxis")))

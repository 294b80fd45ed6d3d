"""Which language a document is in."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache

from ..documents.document import Document
from .lexicon import LANGUAGES
from .vocabulary import vocabulary

GLANCE, SAMPLE = 500, 3000
"""How many characters are looked at: at first, and where these leave a doubt."""

ENGLISH_SHARE = 0.12
"""At least this share of the words of an English text are among the commonest ones."""

FEW = 25
"""A text of fewer words than this is taken for English where a quarter of them are words of no other language."""

MARGIN = 10.0
"""So much likelier (as a logarithm) than English another language has to be: names alone look like many."""

OF_ENGLISH = ("pcm",)
"""Languages made of English, whose names py3langid gives to lines of English names and figures."""

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def supported() -> frozenset[str]:
    """The languages with a lexicon of ours."""
    return frozenset(name for name in os.listdir(LANGUAGES)
                     if os.path.isfile(os.path.join(LANGUAGES, name, "lexicon.toml")))


def language_of(document: Document) -> str:
    """The document's language (ISO 639-1): the given one, else English when its commonest words are, else what
    py3langid tells with hardly a doubt, else English."""
    if document.language:
        return document.language.split("-")[0].split("_")[0].lower()
    if _is_english(document.text[:GLANCE].lower().split()):
        return "en"
    words = _WORD.findall(document.text[:SAMPLE].lower())
    few = len(words) < FEW
    if not words or (_tells(words) if few else _common(words) >= ENGLISH_SHARE * len(words)):
        return "en"
    return _likeliest(document.text[:SAMPLE])


@lru_cache(maxsize=256)
def _likeliest(text: str) -> str:
    """The language that py3langid tells, English where another one is but little likelier."""
    import py3langid

    ranked = {str(name): float(score) for name, score in py3langid.rank(text) if name not in OF_ENGLISH}
    best = max(ranked, key=ranked.__getitem__)
    return best if ranked[best] - ranked.get("en", 0.0) >= MARGIN else "en"


def _tells(words: Sequence[str]) -> bool:
    """Whether enough of a few words are words of no other language, or one tells a time as no other language does."""
    told = sum(map(vocabulary().telling.__contains__, words))
    return not vocabulary().own_times.isdisjoint(words) or 4 * told >= len(words)


def read_with(language: str) -> str:
    """With what a document in ``language`` (ISO 639-1) is read, for readers."""
    from .foreign import knows

    if language in supported():
        return f"read as {language!r}"
    if knows(language):
        return f"taken for {language!r}, read with dateparser's words (if it is not, say --language CODE)"
    return f"taken for {language!r}, whose dates cannot be read (if it is not, say --language CODE)"


def _is_english(words: Sequence[str]) -> bool:
    """Whether so many of the words are common English ones that there can be no doubt."""
    return len(words) >= FEW and _common(words) >= 2 * ENGLISH_SHARE * len(words)


def _common(words: Sequence[str]) -> int:
    """How many of the words are among English's commonest."""
    return sum(map(vocabulary().common.__contains__, words))

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
"""A text of fewer words than this is taken for English: too little to tell."""

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def supported() -> frozenset[str]:
    """The languages with a lexicon of ours."""
    return frozenset(name for name in os.listdir(LANGUAGES)
                     if os.path.isfile(os.path.join(LANGUAGES, name, "lexicon.toml")))


def language_of(document: Document) -> str:
    """The document's language (ISO 639-1): the given one, else English when its commonest words are, else what
    py3langid tells."""
    if document.language:
        return document.language.split("-")[0].split("_")[0].lower()
    if _is_english(document.text[:GLANCE].lower().split()):
        return "en"
    words = _WORD.findall(document.text[:SAMPLE].lower())
    if len(words) < FEW or _common(words) >= ENGLISH_SHARE * len(words):
        return "en"
    import py3langid

    return str(py3langid.classify(document.text[:SAMPLE])[0])


def _is_english(words: Sequence[str]) -> bool:
    """Whether so many of the words are common English ones that there can be no doubt."""
    return len(words) >= FEW and _common(words) >= 2 * ENGLISH_SHARE * len(words)


def _common(words: Sequence[str]) -> int:
    """How many of the words are among English's commonest."""
    return sum(map(vocabulary().common.__contains__, words))

"""Which language a document is in."""

from __future__ import annotations

import os
import re
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
    count, share = _common(document.text[:GLANCE])
    if count >= FEW and share >= 2 * ENGLISH_SHARE:
        return "en"
    count, share = _common(document.text[:SAMPLE])
    if count < FEW or share >= ENGLISH_SHARE:
        return "en"
    import py3langid

    return str(py3langid.classify(document.text[:SAMPLE])[0])


def _common(sample: str) -> tuple[int, float]:
    """How many words the sample has, and the share of English's commonest among them."""
    words = _WORD.findall(sample.lower())
    return len(words), sum(map(vocabulary().common.__contains__, words)) / (len(words) or 1)

"""Which language a document is in."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from ..documents.document import Document
from .lexicon import LANGUAGES

SAMPLE = 3000
"""How many characters are looked at."""

ENGLISH_SHARE = 0.12
"""At least this share of the words of an English text are among the commonest ones below."""

FEW = 25
"""A text of fewer words than this is taken for English: too little to tell."""

_COMMON = frozenset("the of and to in a is that for it was on with as he by at from are his be this had not but have "
                    "they which said its their were an has or will been who".split())
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
    words = _WORD.findall(document.text[:SAMPLE].lower())
    if len(words) < FEW or sum(map(_COMMON.__contains__, words)) >= ENGLISH_SHARE * len(words):
        return "en"
    import py3langid

    return str(py3langid.classify(document.text[:SAMPLE])[0])

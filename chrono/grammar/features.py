"""What the network knows about a word: its form, its affixes, its shape and its distributional cluster.

The layer plays the part of spaCy's `MultiHashEmbed`, with two additions. Brown clusters (Brown et al. 1992; Koo et al.
2008, "Simple semi-supervised dependency parsing") tell it about words that the treebanks lack, and a token with a
space inside, which is a time expression that was made one token, is described by its first and last word."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from chrono.grammar.lexicon import clusters

COLUMNS = ("form", "prefix", "suffix", "ending", "shape", "cluster", "cluster-8", "cluster-5")
_MAX_LEXEMES = 200_000
_DIGIT = re.compile(r"\d")


def describe(word: str) -> tuple[int, ...]:
    """The ids of the features in `COLUMNS` for one word."""
    if " " in word:
        first, *_, last = _DIGIT.sub("0", word.lower()).split() or [""]
        names = ("@time", first, last, "@time", "@time", "@time", "@time", "@time")
        return tuple(get_string_id(f"{c}={n}") for c, n in zip(COLUMNS, names, strict=True))
    form = _DIGIT.sub("0", word.lower())
    table = clusters()
    path = next((table[w] for w in (word, word.lower(), word.capitalize(), word.upper()) if w in table), 0)
    names = (form, form[:3], form[-3:], form[-2:], _shape(word), str(path), str(path & 255), str(path & 31))
    return tuple(get_string_id(f"{c}={n}") for c, n in zip(COLUMNS, names, strict=True))


def _shape(word: str) -> str:
    classes = ["X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word[:24]]
    return "".join(c for i, c in enumerate(classes) if i < 3 or classes[i - 3 : i] != [c] * 3)


class LexemeFeatures:
    """Rows of feature ids for the words of documents, each word described once.

    `frequency` maps a word to its number of occurrences in the training data; rare words then lose their form at
    random while training, with probability 0.25 / (0.25 + frequency) (Kiperwasser and Goldberg 2016)."""

    def __init__(self) -> None:
        self.frequency: dict[str, int] = {}
        self._forget()

    def _forget(self) -> None:
        self._index: dict[int, int] = {}
        self._rows = np.zeros((1024, len(COLUMNS)), dtype="uint64")
        self._drop = np.zeros(1024, dtype="float32")

    def _add(self, orth: int, word: str) -> int:
        i = self._index[orth] = len(self._index)
        if i >= len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
            self._drop = np.concatenate([self._drop, np.zeros_like(self._drop)])
        self._rows[i] = describe(word)
        if self.frequency:
            self._drop[i] = 0.25 / (0.25 + self.frequency.get(word, 0))
        return i

    def indices(self, doc: Doc) -> list[int]:
        """The row of each token of ``doc`` in the table of features."""
        index = self._index
        orths = doc.to_array(ORTH).tolist()
        return [index[o] if o in index else self._add(o, doc[i].text) for i, o in enumerate(orths)]

    def __call__(self, model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:
        if len(self._index) > _MAX_LEXEMES:
            self._forget()
        found = [self.indices(doc) for doc in docs]
        output = []
        for indices in found:
            rows = self._rows[indices] if indices else np.zeros((0, len(COLUMNS)), dtype="uint64")
            if is_train and self.frequency and indices:
                rows[np.random.random(len(indices)) < self._drop[indices], 0] = 0
            output.append(rows)
        return output, lambda d_features: []


@registry.architectures("chrono.LexicalEmbed.v1")  # type: ignore[untyped-decorator]
def lexical_embed(width: int, rows: list[int]) -> Model[Any, Any]:
    """Embed the features of words: one hash table per column of `COLUMNS`, with `rows[i]` rows, mixed to `width`."""
    tables: list[Model[Any, Any]] = [HashEmbed(width, n, column=i, seed=7 + i, dropout=0.0) for i, n in enumerate(rows)]
    extract: Model[Any, Any] = Model("lexeme_features", LexemeFeatures())
    mix = Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    return chain(extract, list2ragged(), with_array(concatenate(*tables)), with_array(mix), ragged2list())

"""Language backend: text to sentences, tags, lemmas, dependencies and names, as plain frozen data.

    from chrono import grammar
    for sentence in grammar.load().parse("Wang arrived on Monday."):
        print(sentence.root.lemma)

Importing this package does not import spaCy; loading a pipeline does."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from chrono.errors import ChronoError
from chrono.grammar.sentences import Span, split
from chrono.grammar.trees import EntityType, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

    from chrono.grammar.pipeline import Pipeline

__all__ = ["EntityType", "ModelError", "Sentence", "Span", "Token", "load", "split"]


class ModelError(ChronoError):
    """A language model cannot be used: not installed, damaged, or without a parser."""


@cache
def load(model: str | None = None) -> Pipeline:
    """The shipped pipeline, or another named by `model`: an installed spaCy pipeline, a directory that holds one, or a
    directory written by `python -m chrono.grammar.train`.

    Any model that tags and parses English will do; ClearNLP labels, as spaCy's own models have them, are mapped to
    Universal Dependencies. Raises ModelError where there is no such model or it cannot parse."""
    from chrono.grammar.lemmas import Lemmatizer
    from chrono.grammar.pack import restore
    from chrono.grammar.pipeline import Pipeline

    shipped = Path(str(files("chrono.grammar"))) / "data"
    directory = shipped if model is None else Path(model)
    if (directory / "model.bin").is_file():
        lemmatizer = Lemmatizer.load((directory / "lemmas.json").read_text(encoding="utf-8"))
        return Pipeline(restore(directory / "model.bin"), lemmatizer)
    return Pipeline(_installed(str(model)), Lemmatizer.load((shipped / "lemmas.json").read_text(encoding="utf-8")))


def _installed(model: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(model)
        probe = nlp("Rain fell.")
    except Exception as error:
        cause = (str(error).splitlines() or [type(error).__name__])[0]
        raise ModelError(f"language model '{model}' cannot be loaded: {cause}") from error
    if not probe.has_annotation("DEP") or not probe.has_annotation("POS"):
        raise ModelError(f"language model '{model}' cannot be used: it has no dependency parser or no tagger")
    return nlp

"""Language backend: text to sentences, tags, lemmas, dependencies and names, as plain frozen data.

    from chrono import grammar
    for sentence in grammar.load().parse("Wang arrived on Monday."):
        print(sentence.root.lemma)

Importing this package does not import spaCy; loading a pipeline does."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from chrono.errors import ChronoError
from chrono.grammar.sentences import Span, split
from chrono.grammar.trees import EntityType, Sentence, Token

if TYPE_CHECKING:
    from chrono.grammar.pipeline import Pipeline

__all__ = ["EntityType", "ModelError", "Sentence", "Span", "Token", "load", "split"]


class ModelError(ChronoError):
    """A language model cannot be used: not installed, damaged, or without a parser."""


@cache
def load(model: str | None = None) -> Pipeline:
    """The shipped pipeline, or the spaCy pipeline named `model`: an installed package or a directory.

    Any model that tags and parses English will do; ClearNLP labels, as spaCy's own models have them, are mapped to
    Universal Dependencies. Raises ModelError where there is no such model or it cannot parse."""
    from chrono.grammar.lemmas import Lemmatizer
    from chrono.grammar.pipeline import Pipeline

    data = files("chrono.grammar") / "data"
    lemmatizer = Lemmatizer.load((data / "lemmas.json").read_text(encoding="utf-8"))
    if model is None:
        from chrono.grammar.pack import restore

        with as_file(data / "model.bin") as path:
            return Pipeline(restore(path), lemmatizer)
    return Pipeline(_installed(model), lemmatizer)


def _installed(model: str):  # type: ignore[no-untyped-def]
    import spacy

    try:
        nlp = spacy.load(model)
        probe = nlp("Rain fell.")
    except Exception as error:
        raise ModelError(f"language model '{model}' cannot be loaded: {str(error).splitlines()[0]}") from error
    missing = [what for what in ("DEP", "POS") if not probe.has_annotation(what)]
    if missing:
        raise ModelError(f"language model '{model}' has no dependency parser or no tagger")
    return nlp

"""The figures of the model card, measured on treebanks that are not part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chrono import grammar
from chrono.grammar.conllu import read_conllu
from chrono.grammar.evaluate import score

TREEBANK = Path(os.environ.get("CHRONO_TREEBANK") or Path(__file__).parents[3] / "shared" / "treebank")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not TREEBANK.is_dir(), reason="no treebanks here (set CHRONO_TREEBANK)"),
]


@pytest.mark.parametrize(("name", "las", "upos"), [("en_ewt-ud-test", 0.82, 0.94), ("gum-open-test", 0.83, 0.95)])
def test_trees(name: str, las: float, upos: float) -> None:
    figures = score(grammar.load(), list(read_conllu(TREEBANK / f"{name}.conllu")), name, gold_bounds=True)
    assert figures.las >= las and figures.upos >= upos


def test_sentences_of_news() -> None:
    news = [
        sentence
        for part in ("dev", "test")
        for sentence in read_conllu(TREEBANK / f"gum-open-{part}.conllu")
        if "_news_" in sentence.document
    ]
    assert score(grammar.load(), news, "news", gold_bounds=False).sentences >= 0.98

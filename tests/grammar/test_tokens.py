"""How words are cut: as in the English UD treebanks. In the cases `·` marks a cut where no space stands."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokenizer import Tokenizer

from chrono.grammar.tokens import treebank_tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return treebank_tokenizer()(spacy.blank("en"))


CASES = [
    "They do·n't know Lund·'s plan·.",
    "a three·-·year non-profit e-mail plan",
    "President Moon Jae-in met Kang Kyung-wha",
    "Noh Sun-woo and Kim Young-sam met Ban Ki-moon",
    "a Norvik·-·led group won a Hard·-·won peace",
    "Iraqi·-·born pan·-·European well·-·known",
    "What·!! No·... Well·--·fine·----",
    "9:30·am and 7·pm and 5 p.m.",
    "and·/·or 1·/·2 of 12/5/2019 or 9/11",
    "from 1914·-·1918·, 1914·–·18",
    "Call 555-0142·.",
    "Norvik Inc. v. the U.S. et al.",
    "$·4.2·m·, 20·% (·up·)",
    "the mill·—·burned·—·was gone",
    '"·Yes·,·" she said·.',
    "www.mill.example·, anna@mill.example",
]


@pytest.mark.parametrize("cut", CASES)
def test_cut(tokenizer: Tokenizer, cut: str) -> None:
    assert [t.text for t in tokenizer(cut.replace("·", ""))] == cut.replace("·", " ").split()

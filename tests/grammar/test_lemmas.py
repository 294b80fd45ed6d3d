"""Lemmas: the shipped tables, and learning from rows."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from chrono.grammar.lemmas import Lemmatizer, learn


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer.load((files("chrono.grammar") / "data" / "lemmas.json").read_text(encoding="utf-8"))


PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"
CASES = [
    ("met", "VERB", PAST, "meet"),
    ("fled", "VERB", PAST, "flee"),
    ("broke", "VERB", PAST, "break"),
    ("broken", "VERB", PARTICIPLE, "break"),
    ("found", "VERB", PAST, "find"),
    ("agreed", "VERB", PAST, "agree"),
    ("installed", "VERB", PAST, "install"),
    ("convened", "VERB", PAST, "convene"),
    ("planned", "VERB", PARTICIPLE, "plan"),
    ("hoped", "VERB", PARTICIPLE, "hope"),
    ("wiped", "VERB", PAST, "wipe"),
    ("stared", "VERB", PAST, "stare"),
    ("starred", "VERB", PAST, "star"),
    ("visited", "VERB", PARTICIPLE, "visit"),
    ("dying", "VERB", "Tense=Pres|VerbForm=Part", "die"),
    ("hoping", "VERB", "VerbForm=Ger", "hope"),
    ("goes", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "go"),
    ("was", "AUX", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "be"),
    ("'ll", "AUX", "VerbForm=Fin", "will"),
    ("n't", "PART", "", "not"),
    ("countries", "NOUN", "Number=Plur", "country"),
    ("missiles", "NOUN", "Number=Plur", "missile"),
    ("crises", "NOUN", "Number=Plur", "crisis"),
    ("women", "NOUN", "Number=Plur", "woman"),
    ("Talks", "NOUN", "Number=Plur", "talk"),
    ("worst", "ADJ", "Degree=Sup", "bad"),
    ("larger", "ADJ", "Degree=Cmp", "large"),
    ("Korea", "PROPN", "Number=Sing", "Korea"),
    ("1,200", "NUM", "NumType=Card", "1200"),
    ("them", "PRON", "Case=Acc|Number=Plur|Person=3|PronType=Prs", "they"),
    ("began", "VERB", "Tense=Past|VerbForm=Part", "begin"),
]


@pytest.mark.parametrize(("form", "upos", "feats", "lemma"), CASES)
def test_lemma(lemmatizer: Lemmatizer, form: str, upos: str, feats: str, lemma: str) -> None:
    assert lemmatizer.lemma(form, upos, feats) == lemma


def test_capital_of_an_adjective_tells_nothing_at_the_beginning(lemmatizer: Lemmatizer) -> None:
    assert lemmatizer.lemma("Chinese", "ADJ", "Degree=Pos") == "Chinese"
    assert lemmatizer.lemma("Long", "ADJ", "Degree=Pos", first=True) == "long"


def test_learning_finds_endings_and_keeps_exceptions(tmp_path: Path) -> None:
    words = ["dog", "cow", "hen", "pig", "ram", "kid"]
    rows = [(word + "s", "NOUN", "Number=Plur", word) for word in words] + [("oxen", "NOUN", "Number=Plur", "ox")] * 2
    learned = learn(rows)
    learned.save(tmp_path / "lemmas.json")
    again = Lemmatizer.load((tmp_path / "lemmas.json").read_text(encoding="utf-8"))
    assert again == learned
    assert [again.lemma(f, "NOUN", "Number=Plur") for f in ("cats", "oxen", "Cats")] == ["cat", "ox", "cat"]

"""Foreign models: ClearNLP trees become UD trees, and any spaCy pipeline comes in by the same door."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from chrono import grammar
from chrono.errors import ChronoError
from chrono.grammar import labels

# word, universal tag, head, ClearNLP label -> head and label in UD
CASES = {
    "prepositions": [
        ("Talks", "NOUN", 1, "nsubj", 1, "nsubj"),
        ("collapsed", "VERB", 1, "ROOT", 1, "root"),
        ("in", "ADP", 1, "prep", 3, "case"),
        ("Oslo", "PROPN", 2, "pobj", 1, "obl"),
        ("after", "ADP", 1, "prep", 6, "case"),
        ("the", "DET", 6, "det", 6, "det"),
        ("failure", "NOUN", 4, "pobj", 1, "obl"),
        ("of", "ADP", 6, "prep", 8, "case"),
        ("mediation", "NOUN", 7, "pobj", 6, "nmod"),
    ],
    "passive with agent": [
        ("It", "PRON", 2, "nsubjpass", 2, "nsubj:pass"),
        ("was", "AUX", 2, "auxpass", 2, "aux:pass"),
        ("closed", "VERB", 2, "ROOT", 2, "root"),
        ("by", "ADP", 2, "agent", 4, "case"),
        ("police", "NOUN", 3, "pobj", 2, "obl:agent"),
    ],
    "copula": [
        ("She", "PRON", 1, "nsubj", 3, "nsubj"),
        ("is", "AUX", 1, "ROOT", 3, "cop"),
        ("a", "DET", 3, "det", 3, "det"),
        ("lawyer", "NOUN", 1, "attr", 3, "root"),
        (".", "PUNCT", 1, "punct", 3, "punct"),
    ],
    "adjective in a clause": [
        ("He", "PRON", 1, "nsubj", 1, "nsubj"),
        ("said", "VERB", 1, "ROOT", 1, "root"),
        ("it", "PRON", 3, "nsubj", 4, "nsubj"),
        ("is", "AUX", 1, "ccomp", 4, "cop"),
        ("late", "ADJ", 3, "acomp", 1, "ccomp"),
    ],
    "there is": [
        ("There", "PRON", 1, "expl", 1, "expl"),
        ("were", "AUX", 1, "ROOT", 1, "root"),
        ("protests", "NOUN", 1, "attr", 1, "nsubj"),
    ],
    "gerund and stacked prepositions": [
        ("He", "PRON", 1, "nsubj", 1, "nsubj"),
        ("left", "VERB", 1, "ROOT", 1, "root"),
        ("without", "ADP", 1, "prep", 3, "mark"),
        ("speaking", "VERB", 2, "pcomp", 1, "advcl"),
        ("out", "ADP", 1, "prep", 6, "case"),
        ("of", "ADP", 4, "prep", 6, "case"),
        ("fear", "NOUN", 5, "pobj", 1, "obl"),
    ],
    "objects and modifiers": [
        ("They", "PRON", 2, "nsubj", 2, "nsubj"),
        ("n't", "PART", 2, "neg", 2, "advmod"),
        ("sent", "VERB", 2, "ROOT", 2, "root"),
        ("her", "PRON", 2, "dative", 2, "iobj"),
        ("letters", "NOUN", 2, "dobj", 2, "obj"),
        ("last", "ADJ", 6, "amod", 6, "amod"),
        ("week", "NOUN", 2, "npadvmod", 2, "obl:unmarked"),
    ],
}


@pytest.mark.parametrize("case", CASES)
def test_clear_to_universal(case: str) -> None:
    words, tags, heads, deps, ud_heads, ud_deps = (list(column) for column in zip(*CASES[case], strict=True))
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("pobj", "dobj", "nsubjpass"):
        parser.add_label(label)
    doc = Doc(nlp.vocab, words=words, pos=tags, heads=heads, deps=deps)
    tree = labels.converter(nlp)(doc)
    assert list(zip(words, tree.heads, tree.deps, strict=True)) == list(zip(words, ud_heads, ud_deps, strict=True))


def test_one_root_remains() -> None:
    nlp = spacy.blank("en")
    doc = Doc(
        nlp.vocab,
        words=["-", "Rain", "fell", "Snow"],
        pos=["PUNCT", "NOUN", "VERB", "NOUN"],
        heads=[0, 2, 2, 3],
        deps=["ROOT", "nsubj", "ROOT", "ROOT"],
    )
    tree = labels.converter(nlp)(doc)
    assert (tree.root, tree.heads, tree.deps) == (2, [2, 2, 2, 2], ["punct", "nsubj", "root", "parataxis"])


@pytest.fixture(scope="module")
def clear_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline that has learned one sentence by heart, in the ClearNLP dialect."""
    nlp = spacy.blank("en")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("ner")
    words, tags, heads, deps, *_ = (list(column) for column in zip(*CASES["prepositions"][:4], strict=True))
    gold = Doc(nlp.vocab, words=words, pos=tags, heads=heads, deps=deps, ents=["O", "O", "O", "B-GPE"])
    examples = [Example(nlp.make_doc(gold.text), gold)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("models") / "clear"
    nlp.to_disk(path)
    return path


def test_another_model_by_the_same_door(clear_model: Path) -> None:
    text = "Talks collapsed in Oslo"
    (sentence,) = grammar.load(str(clear_model)).parse(text)
    assert [(t.text, t.head, t.dep, t.ent) for t in sentence.tokens] == [
        ("Talks", 1, "nsubj", ""),
        ("collapsed", 1, "root", ""),
        ("in", 3, "case", ""),
        ("Oslo", 1, "obl", "PLACE"),
    ]
    assert sentence.names() == ((3, 4, "PLACE"),)
    merged = grammar.load(str(clear_model)).parse(text, merge=[(16, 23)])
    assert [t.text for t in merged[0].tokens] == ["Talks", "collapsed", "in Oslo"]


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ChronoError, match=r"language model 'no_such_model' cannot be loaded: .+") as caught:
        grammar.load("no_such_model")
    assert "\n" not in str(caught.value)
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ChronoError, match="no dependency parser or no tagger"):
        grammar.load(str(tmp_path / "blank"))

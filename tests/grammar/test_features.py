"""The word list and the features of words."""

from __future__ import annotations

import pytest
import spacy

from chrono.grammar.features import COLUMNS, LexemeFeatures, describe
from chrono.grammar.lexicon import clusters


def test_words_of_a_kind_share_a_cluster() -> None:
    known = clusters()
    assert known["Monday"] == known["Tuesday"]
    assert known["Monday"] != known["dog"]
    assert len(known) > 50_000


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2015", "1987", set(COLUMNS)),
        ("Ohio", "ohio", set(COLUMNS) - {"shape"}),
        ("Nato", "NATO", set(COLUMNS) - {"shape"}),
        ("last week", "last busy week", set(COLUMNS)),
        ("last week", "next week", set(COLUMNS) - {"prefix"}),
    ],
)
def test_what_words_have_in_common(one: str, other: str, same: set[str]) -> None:
    pairs = zip(COLUMNS, describe(one), describe(other), strict=True)
    assert {column for column, a, b in pairs if a == b} == same


def test_rows_are_the_same_after_the_memory_was_emptied() -> None:
    nlp = spacy.blank("en")
    layer = LexemeFeatures()
    docs = [nlp.make_doc("It rained in Ohio."), nlp.make_doc("")]
    first, _ = layer(None, docs, False)
    layer._forget()
    second, _ = layer(None, docs, False)
    assert [rows.tolist() for rows in first] == [rows.tolist() for rows in second]
    assert first[0].shape == (5, len(COLUMNS)) and first[1].shape == (0, len(COLUMNS))


def test_only_rare_words_lose_their_form_in_training() -> None:
    nlp = spacy.blank("en")
    layer = LexemeFeatures()
    layer.frequency = {"rained": 100_000}
    doc = nlp.make_doc("rained " * 50 + "drizzled " * 50)
    rows, _ = layer(None, [doc], True)
    forms = rows[0][:, 0]
    assert (forms[:50] != 0).all() and (forms[50:] == 0).all()
    assert (layer(None, [doc], False)[0][0][:, 0] != 0).all()

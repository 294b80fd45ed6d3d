"""Tense, voice, modality and negation read off the tree."""

from __future__ import annotations

import pytest

from chrono.events import predicates
from chrono.events.predicates import NOUN, STATE, VERB

from .build import tree

FIN_PAST, PART_PAST, INF = "Tense=Past|VerbForm=Fin", "Tense=Past|VerbForm=Part", "VerbForm=Inf"

VERBS = [
    ("past", "Rain NOUN 2 nsubj\nfell VERB 0 root Tense=Past|VerbForm=Fin fall", "past", {}),
    (
        "future",
        "Rain NOUN 3 nsubj\nwill AUX 3 aux VerbForm=Fin will\nfall VERB 0 root VerbForm=Inf",
        "future",
        {"modal": "will"},
    ),
    (
        "possible",
        "Rain NOUN 3 nsubj\nmight AUX 3 aux VerbForm=Fin might\nfall VERB 0 root VerbForm=Inf",
        "present",
        {"modal": "might"},
    ),
    (
        "present perfect",
        "Rain NOUN 3 nsubj\nhas AUX 3 aux VerbForm=Fin have\nfallen VERB 0 root Tense=Past|VerbForm=Part fall",
        "present-perfect",
        {},
    ),
    (
        "past perfect, denied",
        "Rain NOUN 4 nsubj\nhad AUX 4 aux VerbForm=Fin have\nnever ADV 4 advmod\n"
        "fallen VERB 0 root Tense=Past|VerbForm=Part fall",
        "past-perfect",
        {"negated": True},
    ),
    (
        "passive",
        "Bread NOUN 3 nsubj:pass\nwas AUX 3 aux:pass VerbForm=Fin be\nsold VERB 0 root Tense=Past|VerbForm=Part sell",
        "past",
        {"passive": True},
    ),
    (
        "progressive",
        "Rain NOUN 3 nsubj\nis AUX 3 aux VerbForm=Fin be\nfalling VERB 0 root Tense=Pres|VerbForm=Part fall",
        "present",
        {"progressive": True},
    ),
]


@pytest.mark.parametrize(("lines", "tense", "more"), [case[1:] for case in VERBS], ids=[case[0] for case in VERBS])
def test_verb_groups(lines: str, tense: str, more: dict[str, object]) -> None:
    (verb,) = [p for p in predicates.find(tree(lines)) if p.kind == VERB]
    assert verb.tense == tense
    for name in ("modal", "negated", "passive", "progressive"):
        assert getattr(verb, name) == more.get(name, "" if name == "modal" else False), name


def test_a_coordinated_participle_shares_the_auxiliaries_of_the_first() -> None:
    syntax = tree(
        "They PRON 3 nsubj\nhave AUX 3 aux VerbForm=Fin have\nwon VERB 0 root Tense=Past|VerbForm=Part win\n"
        "and CCONJ 5 cc\nlost VERB 3 conj Tense=Past|VerbForm=Part lose"
    )
    assert [p.tense for p in predicates.find(syntax)] == ["present-perfect", "present-perfect"]


def test_auxiliaries_and_prepositions_in_ing_are_no_predicates() -> None:
    syntax = tree(
        "Prices NOUN 3 nsubj\nhave AUX 3 aux VerbForm=Fin have\nrisen VERB 0 root Tense=Past|VerbForm=Part rise\n"
        "including VERB 5 case VerbForm=Ger include\nrents NOUN 3 obl Number=Plur rent"
    )
    assert [p.lemma for p in predicates.find(syntax) if p.kind == VERB] == ["rise"]


def test_event_nouns_and_things() -> None:
    syntax = tree(
        "The DET 2 det\nexplosion NOUN 3 nsubj Number=Sing\nshook VERB 0 root Tense=Past|VerbForm=Fin shake\n"
        "the DET 5 det\ntable NOUN 3 obj Number=Sing"
    )
    assert [p.lemma for p in predicates.find(syntax, threshold=0.6) if p.kind == NOUN] == ["explosion"]


def test_copular_predicates_are_states() -> None:
    syntax = tree("She PRON 3 nsubj\nwas AUX 3 cop Tense=Past|VerbForm=Fin be\nill ADJ 0 root")
    (state,) = predicates.find(syntax)
    assert (state.kind, state.tense) == (STATE, "past")

"""Configurations no English sentence has are mended; sound trees are left alone."""

from __future__ import annotations

import pytest

from chrono import grammar
from chrono.events.syntax import Syntax

from .build import tree


def test_a_sound_tree_is_unchanged() -> None:
    syntax = tree("Rain NOUN 2 nsubj\nfell VERB 0 root Tense=Past|VerbForm=Fin fall\ntoday NOUN 2 obl:unmarked")
    assert [(t.head, t.dep) for t in syntax.tokens] == [(1, "nsubj"), (1, "root"), (1, "obl:unmarked")]


def test_an_auxiliary_gives_its_subject_to_the_verb() -> None:
    syntax = tree("Kim PROPN 2 nsubj\nhas AUX 3 aux VerbForm=Fin have\nwon VERB 0 root Tense=Past|VerbForm=Part win")
    assert syntax.first(2, "nsubj") == 0


def test_a_noun_phrase_follows_a_possessive() -> None:
    syntax = tree(
        "They PRON 2 nsubj\nsaw VERB 0 root Tense=Past|VerbForm=Fin see\nAnn PROPN 2 obj\n's PART 3 case\n"
        "planned VERB 2 xcomp Tense=Past|VerbForm=Part plan\ntrip NOUN 5 obj Number=Sing"
    )
    assert (syntax.head(5), syntax.dep(5)) == (1, "obj")
    assert (syntax.head(4), syntax.dep(4)) == (5, "amod")
    assert syntax.tokens[2].dep == "nmod:poss"


def test_the_noun_behind_after_is_the_subject_of_a_bare_verb() -> None:
    syntax = tree(
        "Talks NOUN 2 nsubj\nended VERB 0 root Tense=Past|VerbForm=Fin end\nafter ADP 5 case\na DET 5 det\n"
        "meeting NOUN 2 obl Number=Sing\nfailed VERB 2 conj Tense=Past|VerbForm=Fin fail"
    )
    assert syntax.first(5, "nsubj") == 4
    assert syntax.dep(5) == "advcl"


def test_a_verb_tagged_as_noun_is_found_by_its_subject() -> None:
    syntax = tree("It PRON 2 nsubj\nmeets NOUN 0 root Number=Plur meet\non ADP 4 case\nMonday PROPN 2 obl")
    assert syntax.tokens[1].upos == "VERB"


def test_a_sentence_with_a_full_stop_gets_its_verb() -> None:
    syntax = tree(
        "Guards NOUN 0 root Number=Plur guard\nvisited VERB 1 acl Tense=Past|VerbForm=Part visit\nthe DET 4 det\n"
        "barn NOUN 2 obj Number=Sing\n. PUNCT 1 punct"
    )
    assert (syntax.dep(1), syntax.first(1, "nsubj"), syntax.first(1, "obj")) == ("root", 0, 3)


def test_a_headline_keeps_its_noun() -> None:
    syntax = tree("Guards NOUN 0 root Number=Plur\nhired VERB 1 acl Tense=Past|VerbForm=Part hire\nabroad ADV 2 advmod")
    assert syntax.dep(0) == "root"


def test_a_participle_between_two_nouns_is_the_verb() -> None:
    syntax = tree(
        "Guards NOUN 0 root Number=Plur guard\nseized VERB 3 amod Tense=Past|VerbForm=Part seize\n"
        "papers NOUN 1 nmod Number=Plur paper\ntoday NOUN 1 obl:unmarked\n. PUNCT 1 punct"
    )
    assert (syntax.dep(1), syntax.first(1, "nsubj"), syntax.first(1, "obj")) == ("root", 0, 2)


def test_a_verb_behind_and_has_one_before_it() -> None:
    syntax = tree(
        "Cases NOUN 5 nsubj Number=Plur case\npeaked VERB 1 acl Tense=Past|VerbForm=Part peak\nand CCONJ 5 cc\n"
        "have AUX 5 aux VerbForm=Fin have\nfallen VERB 0 root Tense=Past|VerbForm=Part fall\n. PUNCT 5 punct"
    )
    assert (syntax.dep(1), syntax.dep(4), syntax.first(1, "nsubj")) == ("root", "conj", 0)


def test_who_speaks_stands_outside_the_quotation() -> None:
    syntax = tree(
        'It PRON 2 nsubj\nrained VERB 6 ccomp Tense=Past|VerbForm=Fin rain\n, PUNCT 2 punct\n" PUNCT 2 punct\n'
        "Ann PROPN 2 nsubj\nsaid VERB 0 root Tense=Past|VerbForm=Fin say\n. PUNCT 6 punct"
    )
    assert syntax.first(5, "nsubj") == 4


@pytest.mark.parametrize("text", ["Last week's killed fire two.", "The deal was years after talks began."])
def test_no_repair_closes_a_circle(text: str) -> None:
    for sentence in grammar.load().parse(text):
        syntax = Syntax(sentence)
        assert all(syntax.head([i, *syntax.ancestors(i)][-1]) is None for i in range(len(syntax.tokens)))

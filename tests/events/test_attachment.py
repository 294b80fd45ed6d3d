"""Which predicate an expression dates."""

from __future__ import annotations

from chrono.calendar import Period, Span
from chrono.events import predicates
from chrono.events.attachment import attach, inside
from chrono.events.syntax import Syntax
from chrono.tagger.expression import TimeExpression

from .build import tree


def expression(syntax: Syntax, word: str, year: int = 2015) -> TimeExpression:
    token = next(t for t in syntax.tokens if t.text == word)
    return TimeExpression(
        token.start, token.end, token.text, "DATE", str(year), "test", span=Span.of(Period.year(year))
    )


def attached(syntax: Syntax, word: str) -> tuple[str, bool]:
    found = predicates.find(syntax, [t.i for t in syntax.tokens if t.text == word])
    (attachment,) = attach(syntax, found, [expression(syntax, word)])
    return attachment.predicate.lemma, attachment.agreed


def test_tree_and_order_agree() -> None:
    syntax = tree(
        "She PRON 2 nsubj\nleft VERB 0 root Tense=Past|VerbForm=Fin leave\n"
        "home NOUN 2 obj\nin ADP 5 case\n2015 NUM 2 obl"
    )
    assert attached(syntax, "2015") == ("leave", True)


def test_right_behind_a_verb_the_order_decides() -> None:
    syntax = tree(
        "He PRON 2 nsubj\nsaid VERB 0 root Tense=Past|VerbForm=Fin say\n2015 NUM 6 obl\nthat SCONJ 6 mark\n"
        "prices NOUN 6 nsubj\nfell VERB 2 ccomp Tense=Past|VerbForm=Fin fall"
    )
    assert attached(syntax, "2015") == ("say", True)


def test_behind_the_comma_that_closes_an_aside_stands_the_main_verb() -> None:
    syntax = tree(
        "She PRON 2 nsubj\nvisited VERB 0 root Tense=Past|VerbForm=Fin visit\nRome PROPN 2 obj\n, PUNCT 5 punct\n"
        "joined VERB 2 parataxis Tense=Past|VerbForm=Part join\nby ADP 7 case\nfriends NOUN 5 obl:agent\n"
        ", PUNCT 10 punct\nin ADP 10 case\n2015 NUM 5 obl"
    )
    assert attached(syntax, "2015")[0] == "visit"


def test_a_noun_behind_over_keeps_its_own_date() -> None:
    syntax = tree(
        "Ties NOUN 2 nsubj\nsoured VERB 0 root Tense=Past|VerbForm=Fin sour\nover ADP 5 case\nthe DET 5 det\n"
        "invasion NOUN 2 obl Number=Sing\nin ADP 7 case\n2015 NUM 2 obl"
    )
    assert attached(syntax, "2015") == ("invasion", True)


def test_inside_takes_whole_expressions_only() -> None:
    found = [TimeExpression(a, b, "x", "DATE", "2015", "test") for a, b in ((0, 4), (6, 10), (12, 16))]
    assert [(e.start, e.end) for e in inside(found, 5, 15)] == [(6, 10)]


def test_a_time_before_a_conjunction_stands_outside_its_clause() -> None:
    syntax = tree(
        "They PRON 2 nsubj\nvote VERB 0 root Tense=Pres|VerbForm=Fin vote\nhere ADV 2 advmod\n2015 NUM 8 obl\n"
        "after SCONJ 8 mark\nall DET 7 det\ndelegates NOUN 8 nsubj\nmet VERB 2 advcl Tense=Past|VerbForm=Fin meet"
    )
    assert attached(syntax, "2015")[0] == "vote"

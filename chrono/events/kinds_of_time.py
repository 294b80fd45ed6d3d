"""Times that say which thing is meant, of what kind or what rank it is, not when anything was."""

from __future__ import annotations

import re

from ..calendar import Granularity
from ..tagger.expression import TimeExpression
from . import lexicon
from .predicates import SUBJECTS, Predicate
from .syntax import Syntax

_FOR_PERIOD = lexicon.groups("clauses")["for-period"]
_AMOUNTS = lexicon.groups("verbs")["of-amount"] | lexicon.groups("predicates")["cumulative"]
_YIELDING = lexicon.groups("verbs")["yielding"]
_PERIODS = lexicon.groups("grammar")["ranked-period"]
_BESIDE = frozenset({"compound", "nmod:poss", "nmod", "amod", "det", "obl:unmarked", "nmod:unmarked"})
_KIND = re.compile(
    r"(?:the |a |an )?(?:spring|summer|autumn|fall|winter|(?:(?:early|mid|late)-)?"
    r"(?:morning|afternoon|evening|night|day)|weekend)",
    re.IGNORECASE,
)


def is_some_time(syntax: Syntax, token: int, expression: TimeExpression) -> bool:
    """ "climbed all three in a single winter": in one of them, of which none is told; "on the night in question"."""
    behind = [syntax.lower(t.i) for t in syntax.tokens if t.start >= expression.end][:2]
    if behind == ["in", "question"]:
        return True
    if not expression.text.isalpha() or not expression.text.islower():
        return False
    words = {syntax.lower(child) for child in syntax.children[token] if child < token}
    return bool(words & {"a", "an", "one", "any"}) and bool(words & {"single", "one", "any", "given"})


def is_spent(syntax: Syntax, token: int, first: int) -> bool:
    """ "spent the winter in Rome": what is spent, without which the verb says nothing; ``first`` opens the time."""
    verb = syntax.head(token)
    spends = verb is not None and syntax.lemma(verb) in lexicon.groups("verbs")["of-time-object"]
    return spends and first - 1 == verb and syntax.first(token, "case") is None


def measures(syntax: Syntax, predicate: Predicate) -> bool:
    """ "It took four years", "The war lasted ten days": how long something was, which no day of news holds."""
    takes_time = predicate.lemma in lexicon.groups("verbs")["of-time-object"]
    return takes_time and any(" " in syntax.tokens[i].text for i in syntax.having(predicate.index, _TIMES))


_TIMES = ("obj", "obl", "nmod")


def is_of_figure(syntax: Syntax, token: int, expression: TimeExpression) -> bool:
    """ "corrected its accounts for 2011 and 2012", "cut its forecast for May": which figure, not when."""
    head = syntax.head(token)
    if syntax.dep(token) == "conj" and head is not None:
        return is_of_figure(syntax, head, expression)
    case = syntax.first(token, "case")
    if case is None or case == 0 or syntax.lower(case) != "for" or expression.span is None:
        return False
    noun = case - 1
    if syntax.lemma(noun) not in _FOR_PERIOD or expression.span.granularity < Granularity.MONTH:
        return False
    verb = syntax.head(noun)
    amounts = _AMOUNTS if syntax.dep(noun) in SUBJECTS else _YIELDING
    return verb is None or syntax.lemma(verb) not in amounts


def ranks_period(syntax: Syntax, token: int) -> bool:
    """ "in one of the coldest weeks of the season": among which times this one stands out."""
    period, case = syntax.head(token), syntax.first(token, "case")
    return (
        period is not None
        and syntax.lemma(period).removesuffix("s") in _PERIODS
        and case is not None
        and syntax.lower(case) == "of"
        and any("Degree=Sup" in syntax.tokens[c].feats for c in syntax.having(period, ("amod",)))
    )


def names_kind(syntax: Syntax, token: int, expression: TimeExpression) -> bool:
    """A bare season or part of the day right before a noun says what kind it is: "the night shift", "a summer fair"."""
    if _KIND.fullmatch(expression.text) is None or token + 1 >= len(syntax.tokens):
        return False
    after = next((t for t in syntax.tokens if t.start >= expression.end), None)
    return (
        after is not None
        and (after.upos in ("NOUN", "PROPN") or (after.upos == "ADJ" and syntax.dep(after.i) in ("obj", "nsubj")))
        and syntax.tokens[token].head != token
        and syntax.tokens[token].head >= after.i
        and syntax.tokens[token].dep in _BESIDE
        and syntax.tokens[syntax.tokens[token].head].upos in ("NOUN", "PROPN", "ADJ")
    )


def is_figurative(syntax: Syntax, token: int) -> bool:
    """ "the winter of her life": a time of something else; not "warned on Friday of strikes"."""
    if syntax.tokens[token].upos == "PROPN" and syntax.first(token, "det") is None:
        return False
    for child in syntax.children[token]:
        case = syntax.first(child, "case")
        if (
            child > token
            and syntax.dep(child) == "nmod"
            and syntax.tokens[child].upos != "NUM"
            and case is not None
            and syntax.lower(case) == "of"
        ):
            return True
    return False

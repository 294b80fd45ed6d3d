"""Parts of a clause: its auxiliaries, what is told before its verb, and what an "it" behind it stands for."""

from __future__ import annotations

from collections.abc import Collection

from . import lexicon
from .predicates import STATE, SUBJECTS, Predicate
from .syntax import Syntax

_VERBS = lexicon.groups("verbs")
_LONGEST_MEANT = 6
"""How many words may take the place of an "it" behind a verb."""


def object_before(syntax: Syntax, at: int) -> tuple[int, int] | None:
    """The "it" or "them" that is the object of the verb ``at``, and the noun that it stands for: the object of the verb
    to which this one is joined ("built a station and finished it"); ``None`` where there is none."""
    first, pronoun = syntax.head(at), syntax.first(at, "obj")
    if first is None or pronoun is None or syntax.dep(at) != "conj" or syntax.first(at, *SUBJECTS) is not None:
        return None
    noun = syntax.first(first, "obj")
    plural = {"it": False, "them": True}.get(syntax.lower(pronoun))
    if noun is None or plural is None or not first < noun < at or syntax.tokens[noun].upos != "NOUN":
        return None
    return (pronoun, noun) if syntax.plural(noun) == plural else None


def shared_object(syntax: Syntax, at: int) -> int | None:
    """The object that the verb ``at``, which wants one, has in common with the verb right behind "and": "captured and
    burned the fort"; ``None`` where there is none."""
    told = [*syntax.having(at, ("obj", "xcomp", "ccomp")), *(c for c in syntax.having(at, ("obl", "advmod")) if c > at)]
    if told or syntax.lemma(at) not in _WANTING or any(syntax.tokens[c].dep == "aux:pass" for c in syntax.children[at]):
        return None
    first = syntax.head(at) if syntax.dep(at) == "conj" else at
    joined = [] if first is None else [i for i in syntax.having(first, ("conj",)) if i > at]
    thing = next((found for i in joined if (found := syntax.first(i, "obj")) is not None), None)
    if thing is None:
        return None
    verb = syntax.tokens[thing].head
    between = [i for i in range(at + 1, verb) if syntax.lower(i) not in ("and", "or", "then", ",")]
    return thing if thing > verb and all(i in joined for i in between) else None


_WANTING = _VERBS["transitive-past"] | _VERBS["judging"] | _VERBS["wanting-object"]


def is_short(text: str) -> bool:
    """Whether the noun phrase is short enough to take the place of a pronoun."""
    return len(text.split()) <= _LONGEST_MEANT


def helpers_of(syntax: Syntax, at: int) -> set[int]:
    """The auxiliaries and copulas of ``at``, and the "to" behind the first of them ("is to meet")."""
    helpers = {child for child in syntax.children[at] if syntax.dep(child) in ("aux", "cop")}
    if not helpers:
        return helpers
    return helpers | {c for c in syntax.children[at] if syntax.lower(c) == "to" and min(helpers) < c < at}


def stands_early(syntax: Syntax, at: int, helpers: Collection[int]) -> bool:
    """Whether an adverb stands between two auxiliaries ("were still being questioned")."""
    within = range(min(helpers, default=at), at)
    adverbs = [i for i in within if syntax.tokens[i].upos in ("ADV", "PART") and i not in helpers]
    return bool(adverbs) and any(helper > adverbs[0] for helper in helpers)


def leads(syntax: Syntax, i: int, at: int, predicate: Predicate) -> bool:
    """Whether a token before the verb is told with it: an adverb, a noun run together with it, all of a state."""
    upos = syntax.tokens[i].upos
    return upos in ("ADV", "PART") or predicate.kind == STATE or (i == at - 1 and upos == "NOUN")


def is_pair(text: str) -> bool:
    """Whether the phrase is one of "the two sides", "both countries", "the pair of leaders"."""
    words = text.lower().split()
    return (
        len(words) in (2, 3)
        and words[-1] in lexicon.groups("people")["pair-noun"]
        and (words[0] == "both" or (words[0] == "the" and words[1] in ("two", "pair")))
    )

"""Who takes part in an event, where it is, and who reports it."""

from __future__ import annotations

from collections.abc import Sequence

from ..places import lookup
from . import lexicon
from .clause import Clauses
from .discourse import Discourse
from .name_parts import PERSON, PLACE, Name
from .predicates import NOUN, Predicate
from .subjects import subject_token
from .syntax import Syntax
from .wording import definite

_LOCATIVE = lexicon.groups("grammar")["locative"]


def who_of(
    syntax: Syntax,
    predicate: Predicate,
    verb: int | None,
    found: Sequence[Name],
    clauses: Clauses,
    discourse: Discourse,
) -> tuple[str, ...]:
    """The participants: names in the subject, objects and "with"/"by"/"to" phrases; without names, the subject."""
    at = verb if verb is not None else predicate.index
    regions: list[int] = []
    subject = subject_token(syntax, at) if predicate.kind != NOUN or verb is not None else None
    if subject is not None:
        regions += syntax.subtree(subject, _relative_tops(syntax, subject))
    for top in [at, predicate.index]:
        for child in syntax.having(top, ("obj", "iobj", "obl", "nmod", "xcomp")):
            case = syntax.first(child, "case")
            if case is None or syntax.lower(case) in lexicon.groups("grammar")["participant"]:
                regions += syntax.subtree(child, _relative_tops(syntax, child))
    inside = set(regions)
    people = [speaker for i in sorted(inside) if (speaker := discourse.speaker(syntax, i))]
    if subject is not None and syntax.tokens[subject].upos == "PRON":
        resolved = discourse.resolve(syntax, subject)
        if resolved:
            people += [definite(name) for name in resolved.split(" and ")]
    for child in syntax.having(at, ("obj", "iobj")):
        meant = discourse.resolve_object(syntax, child) if syntax.tokens[child].upos == "PRON" else None
        people += [definite(discourse.full_name(meant))] if meant else []
    for name in found:
        if name.first in inside or name.last in inside:
            place = lookup(name.text)
            if place and (place.kind == "demonym" or _only_owns(syntax, name, subject)):
                continue
            people.append(discourse.full_name(name.text) if name.kind == PERSON else name.text)
    if not people and predicate.kind == NOUN and verb is None:
        people = _around(syntax, predicate, clauses)
    if not people and subject is not None and syntax.tokens[subject].upos in ("NOUN", "PROPN"):
        text = clauses.noun(subject)
        if len(text.split()) <= 5:
            people.append(text)
    return tuple(dict.fromkeys(people))


def _only_owns(syntax: Syntax, name: Name, subject: int | None) -> bool:
    """ "Norway's fisheries agency": the place is not the one who acts."""
    tokens = range(name.first, name.last + 1)
    return any(syntax.tokens[i].dep == "nmod:poss" and syntax.head(i) == subject for i in tokens)


def _around(syntax: Syntax, noun: Predicate, clauses: Clauses) -> list[str]:
    """ "She has called both sides to a meeting": who does something at a happening that is but named, or is brought
    to it."""
    head = syntax.head(noun.index)
    if head is None or syntax.tokens[head].upos != "VERB" or syntax.dep(noun.index) not in ("obl", "obj"):
        return []
    told = [clauses.subject(head), *(clauses.noun(i) for i in syntax.having(head, ("obj",)) if i != noun.index)]
    return [text for text in told if text and len(text.split()) <= _LONGEST_NAME and text.lower() not in _PRONOUNS]


_LONGEST_NAME = 5
_PRONOUNS = lexicon.forms("copulas")


_ROLES = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound", "appos"})


def everyone(
    syntax: Syntax, predicate: Predicate, found: Sequence[Name], clauses: Clauses, discourse: Discourse
) -> list[str]:
    """All who have to do with the predicate: its participants, and for a noun those of the verb it belongs to."""
    tops = [predicate.index]
    head = syntax.head(predicate.index)
    if (
        predicate.kind == NOUN
        and head is not None
        and syntax.dep(predicate.index) in ("obj", "nsubj", "obl", "nmod", "xcomp")
    ):
        tops.append(head)
    people: list[str] = []
    for top in tops:
        subject = subject_token(syntax, top)
        if subject is not None:
            people.append(clauses.noun(subject))
            resolved = discourse.resolve(syntax, subject) if syntax.tokens[subject].upos == "PRON" else None
            people += [resolved] if resolved else []
        inside = {top}
        for child in syntax.having(top, _ROLES):
            inside.update(syntax.subtree(child, _relative_tops(syntax, child)))
        if subject is not None:
            inside.update(syntax.subtree(subject, _relative_tops(syntax, subject)))
        people += [name.text for name in found if name.first in inside or name.last in inside]
        people += [meant for i in sorted(inside - {subject}) if (meant := _meant(syntax, i, discourse))]
    return list(dict.fromkeys(discourse.full_name(name) for name in people))


def _meant(syntax: Syntax, i: int, discourse: Discourse) -> str | None:
    """Who a pronoun that is no subject stands for: "sued her", "his house"."""
    return discourse.speaker(syntax, i) or (discourse.resolve(syntax, i) if syntax.tokens[i].upos == "PRON" else None)


def where_of(syntax: Syntax, predicate: Predicate, verb: int | None, found: Sequence[Name]) -> tuple[str, ...]:
    """The places named within the predicate's clause behind a preposition of place, or as what is visited."""
    at = verb if verb is not None else predicate.index
    inside = {i for top in (at, predicate.index) for i in syntax.subtree(top, _other_clauses(syntax, top))}
    described = _described(syntax, at)
    inside |= described
    places: list[str] = []
    last = -9
    for name in found:
        if name.kind != PLACE or name.first not in inside:
            continue
        place = lookup(name.text)
        before = syntax.lower(name.first - 1) if name.first else ""
        if (place is None and before not in _STANDING) or (place is not None and place.kind == "demonym"):
            continue
        if before == "the" and name.first > 1:
            before = syntax.lower(name.first - 2)
        if name.first in described and before not in _STANDING | {","}:
            continue  # "a man from Leeds who died": not where
        head = syntax.tokens[name.last].head
        visited = syntax.dep(name.last) == "obj" and syntax.lemma(head) in _VISITS
        if before in _LOCATIVE or visited or (before in (",", "and") and places and name.first - 2 == last):
            places.append(name.text)
            last = name.last
    return tuple(dict.fromkeys(places))


def _described(syntax: Syntax, at: int) -> set[int]:
    """The phrase of the noun that the clause of ``at`` describes ("the yard in Leeds that closed")."""
    noun = syntax.head(at)
    if noun is None or syntax.dep(at) != "acl" or noun > at:
        return set()
    return set(syntax.subtree(noun, {at, *_relative_tops(syntax, noun)}))


_STANDING = lexicon.groups("grammar")["standing"]
_VISITS = lexicon.groups("verbs")["visiting"]


def sources_of(syntax: Syntax, predicate: Predicate, clauses: Clauses) -> tuple[str, ...]:
    """Who reports the event: the subject of the reporting verb above it, or of "according to"."""
    groups = lexicon.groups("reporting_verbs")
    child = predicate.index
    sources = []
    for head in syntax.ancestors(predicate.index):
        if any(syntax.lemma(head) in group for group in groups.values()) and syntax.dep(child) in (
            "ccomp",
            "parataxis",
        ):
            source = clauses.subject(head)
            if source:
                sources.append(source)
        child = head
    for top in [predicate.index, *syntax.ancestors(predicate.index)]:
        for verb in syntax.having(top, ("parataxis",)):
            if any(syntax.lemma(verb) in group for group in groups.values()):
                source = clauses.subject(verb)
                if source:
                    sources.append(source)
    return tuple(dict.fromkeys(sources))


def _relative_tops(syntax: Syntax, i: int) -> set[int]:
    return {below for below in syntax.subtree(i) if syntax.dep(below) in ("acl", "advcl", "parataxis")}


def _other_clauses(syntax: Syntax, at: int) -> set[int]:
    """The clauses below a predicate, whose places are their own."""
    return {
        below
        for below in syntax.subtree(at)
        if below != at
        and syntax.dep(below) in ("conj", "acl", "advcl", "parataxis", "ccomp")
        and syntax.tokens[below].upos in ("VERB", "AUX")
        and not (syntax.dep(below) == "advcl" and syntax.lower(below).endswith("ing"))
    }

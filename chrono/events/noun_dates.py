"""Where the date of a happening that a noun names belongs: to the noun, or to the verb whose argument it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import lexicon
from .attachment import Attachment
from .predicates import NOUN, STATE, SUBJECTS, VERB, Predicate
from .scene import Scene, is_reporting
from .syntax import Syntax

_AT = frozenset({"in", "into", "during", "at", "on", "with", "by", "through"})
_ADDRESSING = lexicon.groups("verbs")["addressing"]
_MAKING_KNOWN = lexicon.groups("verbs")["making-known"]
UNTIL = ("until", "till")
"""Prepositions before a dated happening that make its date the end of what lasted to it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An attachment at its event, with the light or planning verb that carries an event noun; ``arranged`` where the
    time is that for which something was set."""

    attachment: Attachment
    carrier: Predicate | None = None
    arranged: bool = False


def _is_of(syntax: Syntax, token: int) -> bool:
    case = syntax.first(token, "case")
    above = syntax.tokens[token].head
    return (case is not None and syntax.lower(case) == "of") or (syntax.dep(token) == "conj" and _is_of(syntax, above))


def _is_when(syntax: Syntax, token: int) -> bool:
    """Whether the date hangs on its noun as an adverb: not "a dispute of 2015"."""
    return syntax.dep(token) in ("nmod", "obl") and not _is_of(syntax, token)


def settle_noun(scene: Scene, attachment: Attachment) -> Settled:
    """A dated noun that is an argument of a verb gives the verb its date, unless the verb talks about the noun."""
    syntax, noun = scene.syntax, attachment.predicate
    head = syntax.head(noun.index)
    if head is not None and head not in scene.predicates and syntax.dep(head) == "xcomp":
        head = syntax.head(head)  # "went bankrupt in the crash of 2008"
    verb = scene.predicates.get(head) if head is not None else None
    if verb is None or verb.kind == NOUN:
        return Settled(attachment)
    dep, ahead = syntax.dep(noun.index), scene.is_ahead(attachment.expression)
    making_known = verb.lemma in _MAKING_KNOWN and verb.tense == "past" and not ahead and dep == "obj"
    if making_known and _is_when(syntax, attachment.token):
        return Settled(replace(attachment, predicate=verb))  # "reported a loss of £3m on Friday"
    talking = (is_reporting(verb) and verb.lemma not in _ADDRESSING) or verb.lemma in scene.kinds["stative"]
    if dep == "obj" and verb.lemma in scene.kinds["light"]:
        return Settled(attachment, verb)
    to_verb = Settled(replace(attachment, predicate=verb))
    case = syntax.first(noun.index, "case")
    if dep == "obl" and case is not None and syntax.lower(case) in UNTIL and attachment.expression.relation == "on":
        bound = replace(attachment.expression, relation="until")
        return Settled(replace(attachment, predicate=verb, expression=bound))  # "ran it until its closure in 1998"
    bounds = attachment.expression.relation in ("by", "until") and _is_when(syntax, attachment.token)
    if dep == "obj" and bounds and verb.kind == VERB and not talking and verb.lemma not in scene.kinds["intention"]:
        return to_verb  # "to settle the claims by Christmas"
    if dep == "obl" and case is not None and syntax.lower(case) == "without":
        return to_verb  # "ended without a deal on Thursday"
    past_one = verb.tense == "present-perfect" and dep == "obl" and not ahead
    if past_one and attachment.expression.relation == "on" and _is_of(syntax, attachment.token):
        return Settled(attachment)  # "have lived through the floods of 1986": no perfect tells when
    if dep == "obj" and verb.lemma in scene.kinds["aspectual"] and _is_when(syntax, attachment.token):
        return to_verb  # "would resume flights on Friday"
    if (
        dep == "obj"
        and verb.tense in ("past", "gerund")
        and not ahead
        and not talking
        and verb.lemma not in scene.kinds["intention"]
        and syntax.dep(attachment.token) in ("nmod", "obl")
    ):
        return to_verb
    if dep == "obj" and verb.kind == VERB and (verb.modal or verb.tense == "future") and ahead and not talking:
        return to_verb  # "will debate the bill on Thursday"
    if dep in SUBJECTS and verb.kind == VERB:
        if verb.lemma in scene.kinds["intention"] and verb.passive:
            return Settled(attachment, verb)
        if (verb.modal or verb.tense == "future") and not ahead:
            return Settled(attachment)  # "last week's rains should lift harvests"
        if not talking:
            return to_verb
    readied = verb.kind == STATE and (verb.tense == "future" or verb.modal or ahead)
    if dep == "obl" and case is not None and syntax.lower(case) == "for" and readied:
        return to_verb  # "will be eligible for release in 2030"
    bare = syntax.first(attachment.token, "case") is None and syntax.dep(attachment.token) in ("nmod", "obl", "advmod")
    if dep == "obl" and case is not None and syntax.lower(case) == "after" and bare and not ahead and not talking:
        return to_verb  # "were offered after prayers yesterday"
    heard = verb.kind == VERB and scene.tells_ahead(verb) and verb.lemma in lexicon.groups("verbs")["before-court"]
    if dep == "obl" and case is not None and syntax.lower(case) == "before" and heard and ahead:
        return to_verb  # "is due to appear before an inquiry on 6 May"
    comes = verb.kind == VERB and scene.tells_ahead(verb) and verb.lemma in lexicon.groups("verbs")["coming"]
    if dep == "obl" and case is not None and syntax.lower(case) == "to" and comes and ahead:
        return to_verb  # "will come to a meeting on Friday"
    if dep == "obl" and case is not None and syntax.lower(case) in _AT and not ahead:
        if syntax.lower(case) == "by" and syntax.tokens[noun.index].dep != "obl:agent":
            by = replace(attachment.expression, relation="by")
            return Settled(replace(attachment, predicate=verb, expression=by))
        return to_verb
    return Settled(attachment)

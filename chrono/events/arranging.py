"""Times for which something is set, or to which it is put off: those of what is arranged, not of arranging it.

"The trial was set for February", "postponed until the autumn", "moved the vote to Friday": what was to come then is
planned, whether or not the day has passed.
"""

from __future__ import annotations

from dataclasses import replace

from ..calendar import Span
from ..tagger.expression import TimeExpression
from . import lexicon
from .attachment import Attachment
from .predicates import NOUN, SUBJECTS, VERB, Predicate
from .scene import Scene
from .syntax import Syntax

_VERBS = lexicon.groups("verbs")
_SETTING, _PUTTING_OFF, _PUSHING = _VERBS["setting"], _VERBS["putting-off"], _VERBS["pushing"]
_DATES = _VERBS["dated-plan"]
_OFF = frozenset({"off", "back", "forward", "out", "over"})
_UNTIL = frozenset({"until", "till", "to", "for"})


def arranger(scene: Scene, attachment: Attachment) -> Predicate | None:
    """The verb that arranges what the expression is the time of."""
    syntax, token = scene.syntax, attachment.token
    case = syntax.first(token, "case")
    word = "" if case is None else syntax.lower(case)
    verb = _verb(scene, attachment.predicate)
    if verb is None or token < verb.index or not word:
        return None
    thing = syntax.first(verb.index, *(SUBJECTS if verb.passive or verb.tense == "participle" else ("obj",)))
    if word == "of":
        dated = thing is not None and thing < token and attachment.through == thing and syntax.lemma(thing) in _DATES
        return verb if dated else None
    aim = next((i for i in syntax.having(verb.index, ("obl",)) if verb.index < i < token), None)
    for_it = None if aim is None or not verb.passive else syntax.first(aim, "case")
    if for_it is not None and syntax.lower(for_it) == "for" and verb.lemma in _SETTING and word in ("on", "at"):
        return verb  # "is set for trial on 14 September"
    sets = (word == "for" and _sets(scene, verb, thing)) or (word in _UNTIL and puts_off(syntax, verb.index))
    return verb if sets else None


def is_given_up(scene: Scene, attachment: Attachment) -> bool:
    """ "moved from Monday to Friday": the time that something was to have had."""
    syntax, token = scene.syntax, attachment.token
    case, verb = syntax.first(token, "case"), _verb(scene, attachment.predicate)
    if verb is None or case is None or syntax.lower(case) != "from" or not puts_off(syntax, verb.index):
        return False
    others = syntax.having(verb.index, ("obl",))
    return any(i > token and any(syntax.lower(c) in _UNTIL for c in syntax.having(i, ("case",))) for i in others)


def when_done(syntax: Syntax, attachment: Attachment) -> TimeExpression:
    """The time itself where it is read as a range with that to which something is put off ("adjourned on Tuesday until
    9 April")."""
    expression, case = attachment.expression, syntax.first(attachment.token, "case")
    span = expression.span
    if span is None or span.first is None or span.first == span.last or expression.relation not in _RANGES:
        return expression
    bare = case is None or syntax.lower(case) in ("on", "in", "at")
    if not bare or attachment.predicate.kind != VERB or not puts_off(syntax, attachment.predicate.index):
        return expression
    return replace(expression, span=Span.of(span.first), relation="on")


_RANGES = ("during", "between")


def then(syntax: Syntax, attachment: Attachment) -> TimeExpression:
    """The time of what is arranged: "to Friday" of "from Monday to Friday", "until May" of "on Monday until May"."""
    expression = attachment.expression
    span, case = expression.span, syntax.first(attachment.token, "case")
    if span is not None and span.last is not None and case is not None and syntax.lower(case) != "for":
        span = Span.of(span.last)
    return replace(expression, span=span, relation="on")


def _verb(scene: Scene, predicate: Predicate) -> Predicate | None:
    """The verb itself, or that whose object the predicate is ("set the vote for 4 June", "put off going until May")."""
    verb = scene.predicates.get(scene.syntax.tokens[predicate.index].head)
    if predicate.tense == "gerund" and verb is not None and puts_off(scene.syntax, verb.index):
        return verb
    if predicate.kind == VERB:
        return predicate
    mine = predicate.kind == NOUN and scene.syntax.dep(predicate.index) == "obj"
    return verb if mine and verb is not None and verb.kind == VERB else None


def _sets(scene: Scene, verb: Predicate, thing: int | None) -> bool:
    """Whether the verb sets a happening, not a price or a record, for some time."""
    if verb.lemma not in _SETTING:
        return False
    if verb.passive or verb.tense == "participle":
        return thing is None or scene.syntax.lemma(thing) not in lexicon.groups("clauses")["for-period"]
    return thing is not None and (thing in scene.predicates or scene.syntax.lemma(thing) in _DATES)


def puts_off(syntax: Syntax, verb: int) -> bool:
    """ "postpone", "put off", "push back", "move": they give something another time."""
    if syntax.lemma(verb) in _PUTTING_OFF:
        return True
    particles = {syntax.lower(child) for child in syntax.having(verb, ("compound", "advmod"))}
    return syntax.lemma(verb) in _PUSHING and bool(particles & _OFF)

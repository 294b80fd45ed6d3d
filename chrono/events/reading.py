"""How a tense without an expression is read for a given event, by the class of its verb and of what governs it.

Rows need a day and read a tense as news of the day where they can; a given event is also well dated by bounds, so
that a lasting attitude, a thing already done or a gradual change can be told from a single act.
"""

from __future__ import annotations

from collections.abc import Collection

from . import lexicon
from .predicates import NOUN, STATE, Predicate
from .syntax import Syntax
from .tense import FUTURE, FUTURE_STRETCH, ONGOING, PAST, PAST_STRETCH, TODAY, is_durative
from .triggers import class_of

LEAD = 3
"""How many sentences of a story tell in the present perfect what is the news of the day."""

Reading = tuple[str, str]


def read(
    syntax: Syntax, predicate: Predicate, reading: Reading, governor: Reading | None, above: Predicate | None, n: int
) -> Reading:
    """``reading`` (kind and reason, :mod:`chrono.events.tense`) made finer.

    ``governor`` is the reading of ``above``, the nearest predicate over this one, and ``n`` the number of the
    sentence in the text, from 0.
    """
    kind, reason = reading
    groups = lexicon.groups("predicates")
    if reason == "present perfect":
        return _perfect(syntax, predicate, reading, n)
    if predicate.lemma == "accord":
        return TODAY, "the source of the report"
    if reason == "a modal" and _is_performative(syntax, predicate):
        return TODAY, "what is said by saying it"
    if predicate.tense == "participle" and predicate.lemma in groups["reaction"] and kind == ONGOING:
        return TODAY, "a reaction"
    if reason == "a modal" and _is_perfect(syntax, predicate):
        return PAST, "a modal of what is done"
    if reason == "a modal" and predicate.negated and predicate.modal in ("can", "ca"):
        return TODAY, "what cannot be"
    if predicate.lemma in groups["resultative"] and "participle" in reason:
        return ONGOING, "a state that goes on"
    if predicate.tense == "past" and kind == TODAY and _has(syntax, predicate, _EARLIER):
        return PAST, "a past verb of some time ago"
    if predicate.tense == "present" and kind in (TODAY, ONGOING):
        if governor is not None and governor[0] in (FUTURE, FUTURE_STRETCH) and _is_awaited(syntax, predicate):
            return FUTURE, _LIMIT
        return _present(predicate, reading)
    if kind == TODAY and governor is not None and governor[0] in (PAST, PAST_STRETCH) and _follows(reason):
        if predicate.kind == NOUN and predicate.lemma in groups["condition"]:
            return ONGOING, "a condition"
        several = predicate.kind == NOUN and _is_plural(syntax, predicate)
        return PAST_STRETCH if several else governor[0], f"{reason.partition(',')[0]}, done"
    if predicate.kind == NOUN:
        return _noun(syntax, predicate, reading, above)
    if reason.startswith("an infinitive") and above is not None and governor is not None:
        kind, reason = _infinitive(predicate, reading, above, governor)
    if kind == FUTURE and (predicate.lemma in groups["gradual"] or is_durative(predicate)) and reason != _LIMIT:
        return FUTURE_STRETCH, f"{reason}, gradual"
    if kind == FUTURE_STRETCH and (not _lasts(predicate) or _leads_to(syntax, predicate)):
        return FUTURE, reason
    return kind, reason


def _follows(reason: str) -> bool:
    """Whether a reading was taken from the verb above."""
    return reason.startswith(("the tense of its governor", "an infinitive that happened", "a noun of"))


_EARLIER = lexicon.groups("grammar")["earlier"]
_VERBS = lexicon.groups("verbs")
_LIMIT = "a condition or limit to come"


def _lasts(predicate: Predicate) -> bool:
    """Whether a future happening takes time: to see something, or to come into a state, is a moment."""
    if predicate.kind == STATE or predicate.lemma in ("see", "hear", "have"):
        return False
    return is_durative(predicate) or predicate.lemma in lexicon.groups("predicates")["gradual"]


def _leads_to(syntax: Syntax, predicate: Predicate) -> bool:
    """ "will lead to a surge": a result, not a process."""
    if predicate.lemma != "lead":
        return False
    return any(
        syntax.lower(case) == "to"
        for child in syntax.having(predicate.index, ("obl",))
        for case in syntax.having(child, ("case",))
    )


def _noun(syntax: Syntax, predicate: Predicate, reading: Reading, above: Predicate | None) -> Reading:
    kind, reason = reading
    groups = lexicon.groups("predicates")
    words = {syntax.lower(child) for child in syntax.children[predicate.index]}
    if kind in (TODAY, FUTURE) and words & groups["former"]:
        return PAST, "a noun of one before"
    if kind in (TODAY, PAST) and _is_called_for(syntax, predicate, above):
        return FUTURE, f"what “{above.lemma if above else ''}” asks for"
    if kind in (TODAY, ONGOING) and not is_definite(syntax, predicate) and _is_in_prospect(syntax, predicate):
        return (FUTURE_STRETCH if is_durative(predicate) else FUTURE), "a prospect"
    if kind == FUTURE_STRETCH and reason == "a noun of a future verb" and is_definite(syntax, predicate):
        return ONGOING, "a lasting noun known already"
    if kind == TODAY and predicate.lemma in groups["condition"]:
        return ONGOING, "a condition"
    if kind == FUTURE and (predicate.lemma in groups["gradual"] or _is_plural(syntax, predicate)):
        return FUTURE_STRETCH, f"{reason}, gradual"
    return kind, reason


def _is_in_prospect(syntax: Syntax, predicate: Predicate) -> bool:
    """ "hope for a truce", "optimistic about a settlement", "the chance of a strike"."""
    head, case = syntax.head(predicate.index), syntax.first(predicate.index, "case")
    if head is None or case is None or syntax.dep(predicate.index) not in ("nmod", "obl"):
        return False
    before = {syntax.lemma(head), syntax.lemma(max(case - 1, 0))}
    return syntax.lower(case) in ("for", "of", "about") and bool(before & lexicon.groups("predicates")["prospect"])


def _is_plural(syntax: Syntax, predicate: Predicate) -> bool:
    return syntax.plural(predicate.index)


def is_definite(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether an article, a demonstrative or a possessive says which one is meant."""
    return any(
        syntax.lower(child) in ("the", "this", "that", "these", "those") or syntax.tokens[child].dep == "nmod:poss"
        for child in syntax.children[predicate.index]
    )


def _perfect(syntax: Syntax, predicate: Predicate, reading: Reading, n: int) -> Reading:
    kind, reason = reading
    if predicate.lemma in _VERBS["staying"] | _VERBS["striving"]:
        return PAST_STRETCH, f"{reason} of a process"
    if n >= LEAD and kind != ONGOING and predicate.lemma in lexicon.groups("predicates")["utterance"]:
        return PAST, f"{reason} of a thing said before"
    if kind == ONGOING or predicate.negated or class_of(predicate) in ("reporting", "aspectual", "intention"):
        return reading
    if _has(syntax, predicate, ("now", "just", "today")):
        return TODAY, f"{reason} of now"
    if n < LEAD and syntax.dep(predicate.index) in ("root", "conj", "ccomp"):
        return TODAY, f"{reason} in the lead"
    if is_durative(predicate) or predicate.lemma in lexicon.groups("predicates")["gradual"]:
        return PAST_STRETCH, f"{reason} of a process"
    return PAST, f"{reason} of a thing done"


def _present(predicate: Predicate, reading: Reading) -> Reading:
    if predicate.lemma in lexicon.groups("predicates")["attitude"]:
        return ONGOING, "a lasting attitude"
    if predicate.progressive and class_of(predicate) == "reporting":
        return TODAY, "a present report"
    if predicate.lemma in lexicon.groups("predicates")["reaction"]:
        return TODAY, "a reaction"
    if class_of(predicate) == "aspectual" and not predicate.progressive:
        return TODAY, "a present phase verb"
    return reading


def _is_awaited(syntax: Syntax, predicate: Predicate) -> bool:
    """A clause with "when", "after" or "as soon as" beside a main verb of the future."""
    if syntax.dep(predicate.index) != "advcl":
        return False
    before = [syntax.lower(child) for child in syntax.children[predicate.index] if child < predicate.index]
    return any(word in ("when", "after", "soon", "once", "until") for word in before)


def _infinitive(predicate: Predicate, reading: Reading, above: Predicate, governor: Reading) -> Reading:
    groups = lexicon.groups("predicates")
    if above.lemma in groups["raising"]:
        if is_durative(predicate) or predicate.progressive:
            return ONGOING, f"a state that “{above.lemma}” tells of"
        return governor[0], f"what “{above.lemma}” tells of"
    if above.lemma in groups["refusal"]:
        return governor[0], f"what “{above.lemma}” tells of"
    if above.lemma in _VERBS["striving"]:
        return governor[0], f"what “{above.lemma}” is about"
    goes_on = governor[0] in (ONGOING, PAST_STRETCH) and above.lemma not in ("go", "have", "be")
    known = governor[1] == "present perfect" and class_of(above) == "aspectual"
    if (goes_on or known) and class_of(above) not in ("intention", "reporting") and above.kind != STATE:
        return (ONGOING, "the purpose of what goes on") if _lasts(predicate) else reading
    if goes_on and above.lemma in ("there", "here") and _lasts(predicate):
        return ONGOING, "the purpose of what goes on"
    return reading


def _is_called_for(syntax: Syntax, predicate: Predicate, above: Predicate | None) -> bool:
    """The noun is what a verb of asking asks for ("called for a meeting", "want a referendum")."""
    if above is None or syntax.dep(predicate.index) not in ("obj", "obl"):
        return False
    if syntax.head(predicate.index) != above.index:
        return False
    case = syntax.first(predicate.index, "case")
    preposition = syntax.lower(case) if case is not None else ""
    if above.lemma in _VERBS["calling-for"]:
        return preposition == "for"
    return not preposition and above.lemma in _VERBS["demanding"]


def _is_performative(syntax: Syntax, predicate: Predicate) -> bool:
    """ "I can assure you", "we must say", "I would add": the speaker does it in so many words."""
    return (
        predicate.modal in ("can", "must", "may", "would", "should")
        and predicate.lemma in lexicon.groups("predicates")["performative"]
        and not predicate.negated
        and any(syntax.lower(subject) in ("i", "we") for subject in syntax.having(predicate.index, ("nsubj",)))
    )


def _is_perfect(syntax: Syntax, predicate: Predicate) -> bool:
    return any(syntax.dep(c) == "aux" and syntax.lower(c) in ("have", "'ve") for c in syntax.children[predicate.index])


def _has(syntax: Syntax, predicate: Predicate, words: Collection[str]) -> bool:
    return any(syntax.lower(child) in words for child in syntax.children[predicate.index])

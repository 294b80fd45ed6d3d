"""What was to be and did not come: "was to have married in May", "a march planned for Friday was called off"."""

from __future__ import annotations

from . import lexicon
from .predicates import NEGATIONS, Predicate
from .syntax import Syntax

_VERBS = lexicon.groups("verbs")
_HOPING, _ARRANGED, _CALLING_OFF = _VERBS["hoping"], _VERBS["arranged"], _VERBS["calling-off"]
_SETTING = _VERBS["setting"]
_COMING_ABOUT = frozenset({"take", "happen", "occur", "open", "go", "come", "start", "begin"})
_PLANNING = lexicon.groups("predicates")["intention"] | _VERBS["leaving-time"]
_REFUSING = lexicon.groups("predicates")["refusal"]
_PAST_BE, _DUE = lexicon.groups("grammar")["past-be"], lexicon.groups("grammar")["due"]


def is_thwarted(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether the text tells that what ``predicate`` planned or foretold did not come about."""
    return is_missed(syntax, predicate) or _is_called_off(syntax, predicate)


def is_missed(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether its day came without it: "was to have married", "was due in court but did not appear"."""
    i = predicate.index
    if predicate.tense == "infinitive":
        hoped = _was_to_have(syntax, i) or _had_hoped(syntax, i)
        return hoped or any(_but_not(syntax, planner) for planner in _planners(syntax, i))
    due = predicate.tense != "participle" and syntax.lower(i) in _ARRANGED | _DUE
    due = due or (predicate.lemma in _SETTING and predicate.passive and _is_set_for(syntax, i))
    return due and _but_not(syntax, i)


def _is_set_for(syntax: Syntax, verb: int) -> bool:
    """ "was set for May": not "was set in May"."""
    times = syntax.having(verb, ("obl",))
    return any(i > verb and any(syntax.lower(c) == "for" for c in syntax.having(i, ("case",))) for i in times)


def _is_called_off(syntax: Syntax, predicate: Predicate) -> bool:
    """ "A march planned for Friday was called off", "a meeting due to be held on Friday was put back"."""
    i = predicate.index
    if syntax.dep(i) != "acl":
        return False
    if predicate.tense == "participle":
        planned = syntax.lower(i) in _ARRANGED
    else:
        planned = any(syntax.lower(c) in _ARRANGED | _DUE for c in syntax.children[i] if c < i)
        planned = planned and predicate.tense in ("infinitive", "past-perfect")
        planned = planned or (syntax.lower(i) in _ARRANGED and predicate.passive and predicate.tense == "past-perfect")
    return planned and _called_off(syntax, syntax.tokens[i].head)


def _was_to_have(syntax: Syntax, i: int) -> bool:
    """ "was to have married": an infinitive of the perfect behind a past "be"."""
    words = [syntax.lower(c) for c in syntax.children[i] if c < i]
    return "have" in words and "to" in words and words.index("to") < words.index("have") and bool(
        _PAST_BE & {*words[: words.index("to")]}
    )


def _had_hoped(syntax: Syntax, i: int) -> bool:
    """ "had planned to retire": plans and hopes told in the past perfect are those that came to nothing."""
    above = syntax.head(i)
    if above is None or syntax.dep(i) not in ("xcomp", "advcl") or syntax.lemma(above) not in _HOPING:
        return False
    helpers = {syntax.lower(c) for c in syntax.having(above, ("aux",)) if c < above}
    never = any(syntax.lower(c) in NEGATIONS for c in syntax.children[above])
    return "had" in helpers and not never and "been" not in helpers


def _planners(syntax: Syntax, i: int) -> list[int]:
    """The verb itself and the one that plans it ("was due to sail", "was scheduled to speak")."""
    helpers = any(syntax.lower(c) in _PAST_BE for c in syntax.children[i] if c < i)
    above = syntax.head(i) if syntax.dep(i) in ("xcomp", "advcl") else None
    planned = above is not None and syntax.lemma(above) in _PLANNING
    return ([i] if helpers else []) + ([above] if planned and above is not None else [])


def _but_not(syntax: Syntax, i: int) -> bool:
    """Whether "but" joins to it what was not done, or was called off: "but did not appear", "but never left"; also
    "and then cancelled"."""
    for verb in syntax.having(i, ("conj",)):
        inner = syntax.children[verb]
        if _calls_off(syntax, verb) and any(syntax.lower(c) in ("then", "later") for c in inner):
            return True
        if not any(syntax.lower(c) == "but" and syntax.dep(c) == "cc" for c in inner):
            continue
        if _turns_out(syntax, i, verb):
            return True
        not_done = any(syntax.lower(c) in NEGATIONS for c in inner) or syntax.lemma(verb) in _REFUSING
        if (not_done and not any(syntax.lower(c) in ("will", "may", "can") for c in inner)) or _calls_off(syntax, verb):
            return True
    return False


def _turns_out(syntax: Syntax, planner: int, verb: int) -> bool:
    """ "was due on Monday but turned back": what someone did instead, told in a plain past."""
    told = "Tense=Past" in syntax.tokens[verb].feats and not syntax.having(verb, ("aux", "nsubj", "cop"))
    saying = any(syntax.lemma(verb) in group for group in lexicon.groups("reporting_verbs").values())
    return syntax.lower(planner) == "due" and told and not saying


def _called_off(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is what a verb calls off, or what never was."""
    verb = syntax.head(noun)
    if verb is not None and syntax.dep(noun) == "nsubj" and syntax.lemma(verb) in _COMING_ABOUT:
        return any(syntax.lower(c) in NEGATIONS for c in syntax.children[verb])  # "never took place"
    if verb is None or not _calls_off(syntax, verb):
        return False
    passive = any(syntax.tokens[c].dep == "aux:pass" for c in syntax.children[verb])
    return syntax.dep(noun) == ("nsubj" if passive else "obj")


def _calls_off(syntax: Syntax, verb: int) -> bool:
    """ "cancelled", "was called off", "put off"; not where it is only feared or denied."""
    if any(syntax.lower(c) in NEGATIONS or syntax.lower(c) in ("may", "might", "could") for c in syntax.children[verb]):
        return False
    if syntax.lemma(verb) in _CALLING_OFF:
        return True
    particles = {syntax.lower(c) for c in syntax.having(verb, ("compound", "advmod"))}
    return (syntax.lemma(verb) == "call" and "off" in particles) or (
        syntax.lemma(verb) == "put" and bool(particles & {"off", "back"})
    )

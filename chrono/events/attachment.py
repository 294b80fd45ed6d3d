"""Which predicate a time expression dates.

Two opinions are formed and compared, since neither beats the other and their agreement is a good sign of being right:
what the dependency tree says (the nearest predicate above the expression), and what order says (the nearest predicate
of the same clause).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..tagger.expression import TimeExpression
from . import lexicon
from .predicates import NOUN, STATE, VERB, Predicate, at
from .syntax import Syntax

_BOUNDARY = lexicon.groups("grammar")["boundary"]
NOUN_ANCHOR = 0.4
"""The score from which an event noun stops the search up the tree."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """``expression`` (its top token ``token``) dates ``predicate``; ``agreed`` when tree and order say so both.

    ``through`` is the noun in between when the expression modifies a noun that is no predicate ("the 2015 report").
    """

    expression: TimeExpression
    token: int
    predicate: Predicate
    agreed: bool
    through: int | None = None


def inside(expressions: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """Those of ``expressions`` (sorted by place) that lie between ``start`` and ``end``."""
    first = bisect_left(expressions, start, key=lambda expression: expression.start)
    found = []
    for i in range(first, len(expressions)):
        expression = expressions[i]
        if expression.start >= end:
            break
        if expression.end <= end:
            found.append(expression)
    return found


def tokens_of(syntax: Syntax, expression: TimeExpression) -> list[int]:
    """The tokens that overlap the expression."""
    return [i for i, token in enumerate(syntax.tokens) if token.start < expression.end and expression.start < token.end]


def top_token(syntax: Syntax, indices: Sequence[int]) -> int:
    """The token of the expression that hangs on something outside it."""
    inside = set(indices)
    outer = [i for i in indices if syntax.tokens[i].head not in inside or syntax.tokens[i].head == i]
    content = [i for i in outer if syntax.dep(i) not in ("case", "punct", "det", "mark")]
    return (content or outer or list(indices))[0]


def attach(syntax: Syntax, predicates: Sequence[Predicate], expressions: Sequence[TimeExpression]) -> list[Attachment]:
    """One attachment for each expression of the sentence that some predicate can take."""
    by_token = {predicate.index: predicate for predicate in predicates}
    found = []
    taken: set[int] = set()
    for expression in expressions:
        indices = tokens_of(syntax, expression)
        if not indices or taken.issuperset(indices):
            continue
        taken.update(indices)
        token = top_token(syntax, indices)
        if syntax.first(token, "cop") is not None:
            cleft = _brought_forward(syntax, by_token, token)
            if cleft is not None:
                found.append(Attachment(replace(expression, relation="on"), token, cleft, agreed=True))
                continue
            named = _named_day(syntax, token)
            if named is not None:
                found.append(Attachment(expression, token, named, agreed=True))
            continue
        if indices[0] == 2 and [syntax.lower(0), syntax.lower(1)] == ["not", "until"]:
            expression = replace(expression, relation="on")  # "Not until May did they leave"
        by_tree, through = _by_tree(syntax, by_token, token)
        by_order = _by_order(syntax, predicates, indices)
        noun = _noun_before(syntax, by_token, indices)
        chosen = by_tree or by_order
        again = found[-1].predicate if found and _comes_again(syntax, indices) else None
        if again is not None:
            found.append(Attachment(expression, token, again, agreed=True))
            continue
        enclosed = behind_verb(syntax, token)
        if enclosed in by_token:
            found.append(Attachment(expression, token, by_token[enclosed], agreed=True))
            continue
        if chosen is None or _in_state_aside(syntax, expression, indices):
            continue
        if noun is not None:
            chosen, through = noun, None
        elif by_order is not None and _learns_of(syntax, by_order, chosen):
            chosen, through = by_order, None
        elif (
            by_order is not None
            and by_order != chosen
            and (
                (_adjacent(syntax, by_order, indices) and not _modifies_noun(syntax, token, indices))
                or _across_comma(syntax, chosen, by_order, indices)
                or _in_closed_aside(syntax, chosen, indices)
            )
        ):
            chosen, through = by_order, None
        if by_order is not None and chosen in (by_order, found[-1].predicate if found else None):
            behind = chosen != by_order and found[-1].token < by_order.index < token
            if behind and by_order.kind == VERB and by_order.finite and chosen.index < found[-1].token:
                chosen, through = by_order, None  # "met on Monday after they chose a head overnight"
            elif through is not None and by_order.index + 2 == indices[0] and _adjacent(syntax, by_order, indices):
                through = None  # the verb right before it, whatever noun it is hung on
        if chosen.kind == NOUN and by_order is not None and _is_between(syntax, token, chosen.index, by_order.index):
            chosen, through = by_order, None
        outer = _behind_aside(syntax, by_token, chosen, indices)
        if outer is not None:
            chosen, through = outer, None
        owner = syntax.tokens[token].dep == "nmod:poss"  # "after Friday's vote"
        within = (
            chosen.kind == NOUN
            and syntax.head(token) == chosen.index
            and (owner or syntax.dep(token) in ("amod", "compound"))
        )
        if within and expression.relation in ("before", "after", "since", "until"):
            expression = replace(expression, relation="on")  # "before the Nov. 8 election": what is before is not it
        found.append(Attachment(expression, token, chosen, within or chosen in (by_order, noun), through))
    return found


def behind_verb(syntax: Syntax, token: int) -> int | None:
    """ "after the siege ended (12 June)": the verb, if need be with its particle, right before a time in brackets."""
    verb = token - 2
    if verb < 1 or syntax.lower(token - 1) != "(" or token + 1 >= len(syntax.tokens) or syntax.lower(token + 1) != ")":
        return None
    if syntax.tokens[verb].upos in ("ADP", "ADV", "PART"):
        verb -= 1
    return verb if syntax.tokens[verb].upos == "VERB" else None


def _is_between(syntax: Syntax, token: int, noun: int, verb: int) -> bool:
    """ "sold two barges between 1995 and 1998": from when to when something was done to a thing."""
    first = syntax.tokens[token].head if syntax.dep(token) == "conj" else token
    case = syntax.first(first, "case")
    done_to = syntax.dep(noun) == "obj" and syntax.head(noun) == verb and syntax.plural(noun)
    return done_to and case is not None and syntax.lower(case) == "between"


def _behind_aside(
    syntax: Syntax, predicates: Mapping[int, Predicate], chosen: Predicate, indices: Sequence[int]
) -> Predicate | None:
    """ "put off the opening, which had been planned for May, until the spring": behind the aside, at the end of the
    sentence, the time is that of the verb around the aside."""
    behind = range(indices[-1] + 1, len(syntax.tokens))
    at_end = all(syntax.tokens[i].upos == "PUNCT" for i in behind)
    if not at_end or syntax.dep(chosen.index) != "acl" or not _in_closed_aside(syntax, chosen, indices):
        return None
    above = (predicates.get(i) for i in syntax.ancestors(syntax.tokens[chosen.index].head))
    return next((verb for verb in above if verb is not None and verb.kind == VERB), None)


def _comes_again(syntax: Syntax, indices: Sequence[int]) -> bool:
    """ "in June, when he fell ill, and again in September": again what had the date before."""
    i = indices[0] - 1
    while i > 0 and syntax.tokens[i].upos in ("ADP", "DET"):
        i -= 1
    return i > 1 and syntax.lower(i) == "again" and syntax.lower(i - 1) == "and"


def _in_state_aside(syntax: Syntax, expression: TimeExpression, indices: Sequence[int]) -> bool:
    """ "Tickets, on sale since Monday, have sold out": since when they are on sale, not since when they have sold."""
    end = indices[-1] + 1
    if expression.relation != "since" or end >= len(syntax.tokens) or syntax.lower(end) != ",":
        return False
    comma = next((i for i in range(indices[0] - 1, 0, -1) if syntax.lower(i) == ","), None)
    if comma is None or syntax.tokens[comma - 1].upos not in ("NOUN", "PROPN"):
        return False
    said = [syntax.tokens[i].upos for i in range(comma + 1, indices[0])]
    return any(upos in ("NOUN", "ADJ") for upos in said) and not any(upos in ("VERB", "AUX") for upos in said)


def _brought_forward(syntax: Syntax, predicates: Mapping[int, Predicate], token: int) -> Predicate | None:
    """ "It was in 1998 that the bridge fell", "not until 2015 that he came": what is told behind "that" was then."""
    subject = syntax.first(token, "nsubj", "expl")
    if subject is None or syntax.lower(subject) != "it" or syntax.first(token, "case") is None:
        return None
    for child in syntax.children[token]:
        that = any(syntax.lower(c) == "that" and c == token + 1 for c in (*syntax.children[child], token + 1))
        if child > token and that and child in predicates and predicates[child].tense == "past":
            return predicates[child]
    return None


def _named_day(syntax: Syntax, token: int) -> Predicate | None:
    """ "her last day is 31 December": what the date is said to be; nothing in "it has been a long winter"."""
    subject = syntax.first(token, "nsubj")
    if subject is None or syntax.tokens[subject].upos != "NOUN":
        return None
    return replace(at(syntax, subject), kind=NOUN)


def _by_tree(syntax: Syntax, predicates: Mapping[int, Predicate], token: int) -> tuple[Predicate | None, int | None]:
    """The nearest predicate above; passing a plain noun on the way is remembered."""
    through = None
    below = token
    for above in syntax.ancestors(token):
        predicate = predicates.get(above)
        if _stands_outside(syntax, token, above):
            below = above
            continue
        if predicate and (predicate.kind != NOUN or predicate.score >= NOUN_ANCHOR):
            return predicate, through
        if (
            syntax.tokens[above].upos in ("NOUN", "PROPN", "NUM", "PRON")
            and syntax.dep(below) in ("nmod", "appos", "compound", "amod", "acl", "nummod", "dep")
            and through is None
        ):
            through = above
        below = above
    return predicates.get(token), through


def _stands_outside(syntax: Syntax, token: int, verb: int) -> bool:
    """Whether a time stands before the conjunction that opens the verb's clause ("a vote next year after they met")."""
    marks = [i for i in syntax.having(verb, ("mark",)) if syntax.tokens[i].upos in ("SCONJ", "ADP")]
    return any(token < mark < verb for mark in marks)


def _by_order(syntax: Syntax, predicates: Sequence[Predicate], indices: Sequence[int]) -> Predicate | None:
    """The nearest verb or state before or after, clause boundaries costing more than distance."""
    verbs = [p for p in predicates if p.kind in (VERB, STATE)] or list(predicates)
    best, best_cost = None, 1e9
    for predicate in verbs:
        at = predicate.index
        low, high = (at + 1, indices[0]) if at < indices[0] else (indices[-1] + 1, at)
        between = range(low, high)
        cost = len(between) + sum(_barrier(syntax, i) for i in between) + (0.5 if at > indices[-1] else 0.0)
        if at < indices[0] and _in_closed_aside(syntax, predicate, indices):
            cost += 20
        if at > indices[-1] and indices[0] > 1 and any(syntax.lower(i) == "," for i in between):
            cost += 4
        if predicate.tense in ("gerund", "participle") and syntax.dep(at) in ("amod", "compound"):
            cost += 10
        if cost < best_cost:
            best, best_cost = predicate, cost
    return best


def _noun_before(syntax: Syntax, predicates: Mapping[int, Predicate], indices: Sequence[int]) -> Predicate | None:
    """In "… over the deployment of systems in 2017" the noun is dated: it follows a preposition that does not take a
    time, and only its own complements stand between."""
    for i in range(indices[0] - 1, -1, -1):
        if syntax.tokens[i].upos in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON", "CCONJ"):
            return None
        predicate = predicates.get(i)
        if predicate and predicate.kind == NOUN and predicate.score >= 0.6:
            case = syntax.first(i, "case")
            return predicate if case is not None and syntax.lower(case) in _TOPICS else None
    return None


def reacted_to(syntax: Syntax, predicates: Mapping[int, Predicate], attachment: Attachment) -> Predicate | None:
    """The happening that a verb of reaction is about where the date behind it is the happening's ("condemned the
    invasion of 2 August", "had praised the vote in May"): a date of the calendar, not "on Tuesday" or "yesterday",
    which tell when someone reacted."""
    verb, first = attachment.predicate, attachment.token
    if verb.kind != VERB or verb.lemma not in lexicon.groups("predicates")["reacting"] or first < verb.index:
        return None
    if not attachment.expression.tree.startswith(_CALENDAR):
        return None
    noun = predicates.get(syntax.first(verb.index, "obj") or -1)
    if noun is not None and noun.lemma in lexicon.groups("predicates")["sought"]:
        return None  # "denied the motion on 18 March": an answer
    return noun if noun is not None and noun.kind == NOUN and noun.index < first else None


_CALENDAR = ("Day(", "Month(", "BareYear(", "Within(Month(", "Within(Day(")
_TOPICS = lexicon.groups("grammar")["topic"]


def _learns_of(syntax: Syntax, verb: Predicate, noun: Predicate) -> bool:
    """ "learned of the sale on 2 July": the day of the learning, not of the sale."""
    case = syntax.first(noun.index, "case") if noun.kind == NOUN else None
    return (
        case is not None
        and syntax.lower(case) in ("of", "about")
        and syntax.head(noun.index) == verb.index
        and verb.lemma in lexicon.groups("verbs")["learning"]
    )


def _modifies_noun(syntax: Syntax, token: int, indices: Sequence[int]) -> bool:
    """ "said fourth-quarter income fell": it belongs to the noun behind it, not to the verb before it."""
    return syntax.tokens[token].head > indices[-1] and syntax.dep(token) in ("amod", "compound", "nummod", "nmod")


def _across_comma(syntax: Syntax, chosen: Predicate, by_order: Predicate, indices: Sequence[int]) -> bool:
    """The tree reaches to the right over a comma, though a clause without one stands to the left."""
    right = range(indices[-1] + 1, chosen.index)
    left = range(by_order.index + 1, indices[0])
    return (
        chosen.index > indices[-1]
        and by_order.index < indices[0]
        and any(syntax.lower(i) == "," for i in right)
        and not any(_barrier(syntax, i) for i in left)
    )


def _in_closed_aside(syntax: Syntax, chosen: Predicate, indices: Sequence[int]) -> bool:
    """The predicate stands in an aside between commas, and the expression behind the second one."""
    first = indices[0]
    while first > 0 and syntax.tokens[first - 1].upos in ("ADP", "DET", "ADV"):
        first -= 1
    between = [i for i in range(chosen.index + 1, first) if syntax.lower(i) == ","]
    opened = any(syntax.lower(i) == "," for i in syntax.subtree(chosen.index) if i < chosen.index)
    return (
        first > 0
        and between == [first - 1]
        and opened
        and syntax.dep(chosen.index) in ("acl", "parataxis", "appos", "advcl")
    )


def _barrier(syntax: Syntax, i: int) -> float:
    word = syntax.lower(i)
    if word in _BOUNDARY:
        return 8.0
    if word == ",":
        return 2.0
    if word in ("and", "or") and syntax.tokens[syntax.tokens[i].head].upos in ("VERB", "AUX"):
        return 6.0
    return 0.0


def _adjacent(syntax: Syntax, predicate: Predicate, indices: Sequence[int]) -> bool:
    """The expression stands right behind the verb, a preposition at most between ("said on Wednesday")."""
    gap = range(predicate.index + 1, indices[0])
    return (
        predicate.kind == VERB
        and predicate.index < indices[0]
        and len(gap) <= 1
        and all(syntax.tokens[i].upos == "ADP" for i in gap)
    )

"""Whether a time expression dates what its predicate tells, or only compares, names or decorates."""

from __future__ import annotations

from collections.abc import Sequence

from ..calendar import Granularity, Span
from ..tagger.expression import TimeExpression
from . import lexicon
from .arranging import arranger, is_given_up
from .attachment import Attachment, behind_verb
from .comparison import is_comparison, is_measure
from .kinds_of_time import is_figurative, is_of_figure, is_some_time, names_kind, ranks_period
from .predicates import NOUN, STATE, SUBJECTS, VERB, Predicate
from .scene import Scene
from .subjects import subject_token
from .syntax import Syntax

_FIRST_PERSON = lexicon.groups("grammar")["first-person"]
_WEEK = 7 * 86400
_SUBJECT_OF_TIME = lexicon.groups("verbs")["of-time-subject"]
_OBJECT_OF_TIME = lexicon.groups("verbs")["of-time-object"]
_NAMING = lexicon.groups("verbs")["naming"]
_DEICTIC = lexicon.groups("grammar")["deictic"]
_LINE = 8
"""How many tokens a line on the page itself has at most."""


def dates_something(scene: Scene, attachment: Attachment) -> bool:
    """Whether the attachment gives its predicate a date."""
    syntax, expression = scene.syntax, attachment.expression
    if expression.type == "SET" or (expression.span is None and not _is_open(expression.value)):
        return False
    dep, lemma = syntax.dep(attachment.token), attachment.predicate.lemma
    if dep in SUBJECTS and syntax.head(attachment.token) == attachment.predicate.index:
        return lemma in _SUBJECT_OF_TIME and attachment.predicate.kind == VERB
    if attachment.predicate.kind == STATE and _says_of_nothing(syntax, attachment.predicate.index):
        return False
    if syntax.tokens[attachment.predicate.index].upos == "AUX" and lemma in lexicon.groups("grammar")["modal"]:
        return False  # "next month they may again"
    if lemma in lexicon.groups("verbs")["publishing"] and len(syntax.tokens) <= _LINE and syntax.first(
        attachment.predicate.index, *SUBJECTS
    ) is None:
        return False  # "Published 27 Feb 2024": a line of the page
    if lemma in lexicon.groups("verbs")["asking"] and _opens_answer(syntax, attachment.predicate):
        return False
    if lemma in _ATTITUDES and _is_put_in(syntax, attachment):
        return False
    if lemma == "be" and _is_of_nothing(syntax, attachment.predicate.index):
        return False
    subject = syntax.first(attachment.predicate.index, *SUBJECTS)
    if lemma in ("happen", "occur") and subject is not None and syntax.lower(subject) == "what":
        return False  # "tell us what happened before the summer"
    if lemma == "do" and syntax.first(attachment.predicate.index, "obj", "ccomp") is None:
        return False  # "we did"
    if _is_reference(scene, attachment) or (lemma == "compare" and attachment.predicate.tense == "participle"):
        return False
    if dep in ("obj", "xcomp") and lemma in _NAMING:
        return False
    if dep == "obj" and _DEICTIC.isdisjoint(expression.text.lower().removeprefix("the ").split()[:1]):
        return lemma in _OBJECT_OF_TIME
    if _is_of_thing(scene, attachment):
        return False
    if lemma in lexicon.groups("verbs")["what-for"] and _is_what_for(syntax, attachment.token, expression):
        return False
    if is_some_time(syntax, attachment.token, expression):
        return False
    if _was_forecast(syntax, attachment) or is_given_up(scene, attachment):
        return False
    if is_of_figure(syntax, attachment.token, expression):
        return False
    if arranger(scene, attachment) is not None:
        return True
    if _names_again(scene, attachment) or _names_document(scene, attachment):
        return False
    if _in_apposition(scene, attachment) or ranks_period(syntax, attachment.token):
        return False
    if is_figurative(syntax, attachment.token) or only_describes(scene, attachment):
        return False
    return not is_habit(scene, attachment)


_ATTITUDES = lexicon.groups("predicates")["attitude"]


def _is_put_in(syntax: Syntax, attachment: Attachment) -> bool:
    """ "Tomorrow, I hope": what the speaker puts in, of nothing that it names."""
    verb = attachment.predicate.index
    subject = syntax.first(verb, *SUBJECTS)
    mine = subject is not None and syntax.lower(subject) in _FIRST_PERSON
    named = set(syntax.having(verb, ("obj", "ccomp", "xcomp", "obl"))) - {attachment.token}
    return mine and not named


def _is_of_nothing(syntax: Syntax, verb: int) -> bool:
    """ "There will be no meeting tomorrow": that nothing is."""
    thing = syntax.first(verb, *SUBJECTS)
    there = syntax.first(verb, "expl")
    words = [] if thing is None else [syntax.lower(c) for c in (thing, *syntax.having(thing, ("det",)))]
    return there is not None and not {"no", "none", "nothing", "nobody"}.isdisjoint(words)


def only_describes(scene: Scene, attachment: Attachment) -> bool:
    """Whether the expression says of which kind a thing is ("the Christmas lights"), what is remembered, or what
    something is compared with, and not when the predicate happened."""
    if names_kind(scene.syntax, attachment.token, attachment.expression) or recalls(scene, attachment):
        return True
    if is_comparison(scene, attachment) or is_measure(scene, attachment):
        return True
    inside = scene.syntax.dep(attachment.token) in ("compound", "amod", "nummod") or _in_name(scene, attachment)
    return attachment.through is not None and inside and not _is_result(scene, attachment)


def _is_of_thing(scene: Scene, attachment: Attachment) -> bool:
    """ "Her essay of 1972 was mocked": the date is that of the thing, which is no happening."""
    thing, case = attachment.through, scene.syntax.first(attachment.token, "case")
    of = case is not None and scene.syntax.lower(case) == "of"
    beside = thing is not None and scene.syntax.tokens[attachment.token].head == thing
    return of and beside and thing not in scene.predicates and scene.syntax.dep(thing or 0) in SUBJECTS


def _is_what_for(syntax: Syntax, token: int, expression: TimeExpression) -> bool:
    """ "has not forgiven her for the summer of 2004": what for, not when."""
    case = syntax.first(token, "case")
    return case is not None and syntax.lower(case) == "for" and expression.type != "DURATION"


def _was_forecast(syntax: Syntax, attachment: Attachment) -> bool:
    """ "Then the frost, which had been forecast for Saturday, set in": for when, not when."""
    verb, case = attachment.predicate, syntax.first(attachment.token, "case")
    told = verb.lemma in lexicon.groups("verbs")["foretelling"] and verb.tense in ("past-perfect", "past", "participle")
    aside = verb.passive and syntax.dep(verb.index) == "acl"
    return told and aside and case is not None and syntax.lower(case) == "for"


def habits(syntax: Syntax, attachments: Sequence[Attachment]) -> set[int]:
    """The verbs that are told of many times: "Every May they carried it to the river"."""
    return {
        attachment.predicate.index
        for attachment in attachments
        if attachment.expression.type == "SET"
        and syntax.head(attachment.token) == attachment.predicate.index
        and syntax.dep(attachment.token) in ("obl", "advmod")
    }


def _names_again(scene: Scene, attachment: Attachment) -> bool:
    """ "the site of Tuesday's fire": a bare happening that is only named to say which thing is meant."""
    syntax, predicate = scene.syntax, attachment.predicate
    named = predicate.kind == NOUN and syntax.dep(predicate.index) == "nmod"
    if not named or syntax.tokens[attachment.token].dep != "nmod:poss":
        return False
    return all(
        child == attachment.token or syntax.dep(child) in ("case", "det", "punct")
        for child in syntax.children[predicate.index]
    )


def _names_document(scene: Scene, attachment: Attachment) -> bool:
    """ "completed the 2015 report": the year says which paper it is."""
    predicate = attachment.predicate
    return (
        predicate.kind == NOUN
        and predicate.lemma in lexicon.groups("clauses")["document"]
        and scene.syntax.head(attachment.token) == predicate.index
        and scene.syntax.dep(attachment.token) in ("compound", "nummod", "amod")
    )


def recalls(scene: Scene, attachment: Attachment) -> bool:
    """ "revived memories of 11 September 2012": the day of what is remembered, not of the verb."""
    syntax, noun = scene.syntax, attachment.through
    case = syntax.first(attachment.token, "case")
    return (
        noun is not None
        and syntax.lemma(noun) in lexicon.groups("predicates")["memory"]
        and case is not None
        and syntax.lower(case) == "of"
    )


def is_habit(scene: Scene, attachment: Attachment) -> bool:
    """A habit, or what one is able to do in a time so long that it need not have been done."""
    span = attachment.expression.span
    return is_generic(scene, attachment.predicate, able=span is None or not _is_short(span))


def _is_short(span: Span) -> bool:
    """Whether the span is so short that something done in it was done, not habitually doable."""
    return None not in (span.start, span.end) and span.end - span.start <= _WEEK  # type: ignore[operator]


def _is_open(value: str) -> bool:
    """ "in the near future", and a date that wants a reference date: "last Wednesday" of nobody knows which week."""
    return value == "FUTURE_REF" or value.startswith("XXXX")


def _is_of_each(scene: Scene, predicate: Predicate) -> bool:
    """ "every lease signed in the last six years": which ones are meant, of which none is told."""
    syntax, noun = scene.syntax, scene.syntax.head(predicate.index)
    if noun is None or syntax.dep(predicate.index) != "acl" or predicate.tense not in ("participle", "gerund"):
        return False
    return any(syntax.lower(child) in ("every", "each", "any") for child in syntax.children[noun])


def is_generic(scene: Scene, predicate: Predicate, *, able: bool = True) -> bool:
    """A habit or (where ``able``) an ability, not an event."""
    words = lexicon.groups("status_cues")["generic"]
    subject = subject_token(scene.syntax, predicate.index)
    if subject is not None and scene.syntax.lower(subject) in lexicon.groups("grammar")["anyone"]:
        return True
    if _is_of_each(scene, predicate):
        return True
    if any(scene.syntax.lower(child) in words for child in scene.syntax.children[predicate.index]):
        return True
    if predicate.negated or predicate.kind == STATE:  # "I would not call this spring": an opinion
        return predicate.modal == "would" and any(
            scene.syntax.lower(child) in _FIRST_PERSON
            for child in scene.syntax.children[predicate.index]
            if scene.syntax.dep(child) in SUBJECTS
        )
    return able and predicate.modal == "can"


def _in_apposition(scene: Scene, attachment: Attachment) -> bool:
    """ "The bridge, a relic of 1932, fell": the date belongs to the description, which is no event."""
    syntax = scene.syntax
    below = attachment.token
    for above in syntax.ancestors(attachment.token):
        first = syntax.subtree(below)[0]
        opened = first > 0 and "," in (syntax.lower(first), syntax.lower(first - 1))
        if syntax.dep(below) == "appos" and below != attachment.token and opened:
            return True
        if above == attachment.predicate.index:
            return False
        below = above
    return False


def _says_of_nothing(syntax: Syntax, state: int) -> bool:
    """ "it was clear that we were not": no event but an opinion."""
    subject = syntax.first(state, "expl", "nsubj")
    return (
        subject is not None
        and syntax.lower(subject) == "it"
        and (syntax.first(state, "ccomp", "csubj") is not None or syntax.lemma(state) == "time")
    )  # "it was the second time this year that they lost"


def _is_result(scene: Scene, attachment: Attachment) -> bool:
    """ "Fourth-quarter profit fell": what is told of a quarter's figure happened in it."""
    span, figure = attachment.expression.span, attachment.through
    return (
        span is not None
        and span.granularity in (Granularity.QUARTER, Granularity.HALF)
        and figure is not None
        and attachment.predicate.kind == VERB
        and attachment.predicate.tense == "past"
        and scene.syntax.head(figure) == attachment.predicate.index
        and scene.syntax.dep(figure) in SUBJECTS
    )


_SAYING = lexicon.groups("reporting_verbs")["plain"]


def _opens_answer(syntax: Syntax, predicate: Predicate) -> bool:
    """ "Asked in the Commons on Tuesday, the minister said no": when it was said, and no happening of its own."""
    head = syntax.head(predicate.index)
    opens = head is not None and syntax.dep(predicate.index) == "advcl" and predicate.index < head
    bare = syntax.first(predicate.index, "mark", *SUBJECTS) is None
    return opens and bare and head is not None and syntax.lemma(head) in _SAYING


def _is_reference(scene: Scene, attachment: Attachment) -> bool:
    """A bare year in brackets belongs to the work or person named before it, "Smith (2002)"; not behind a verb,
    "when the bridge fell (1904)"."""
    expression, tokens = attachment.expression, scene.syntax.tokens
    if behind_verb(scene.syntax, attachment.token) is not None:
        return False
    before = next((t.text for t in reversed(tokens) if t.end == expression.start), "")
    after = next((t.text for t in tokens if t.start == expression.end), "")
    return expression.text.isdigit() and before == "(" and after == ")"


def _in_name(scene: Scene, attachment: Attachment) -> bool:
    """The year stands inside a name: "Fraud Act 2006"."""
    if attachment.through is None:
        return False
    token = scene.syntax.tokens[attachment.through]
    return (
        token.upos == "PROPN"
        and attachment.expression.text.isdigit()
        and 0 <= attachment.expression.start - token.end <= 1
    )

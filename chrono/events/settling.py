"""From the predicate that a time expression hangs on to the one that is the event."""

from __future__ import annotations

from dataclasses import replace

from . import lexicon
from .arranging import arranger, then, when_done
from .attachment import Attachment, reacted_to
from .distance import length_before_clause
from .noun_dates import UNTIL, Settled, settle_noun
from .predicates import NOUN, VERB, Predicate, at
from .repairs.openings import is_date
from .scene import Scene, is_reporting

_LETTING = lexicon.groups("verbs")["letting"] | lexicon.groups("verbs")["attempting"]
_SERVED = lexicon.groups("verbs")["served"]
_EXTENDING = frozenset({"extend", "prolong", "lengthen"})
_LEAVING_TIME = lexicon.groups("verbs")["leaving-time"]
_PAPERS = lexicon.groups("clauses")["document"] | lexicon.groups("verbs")["dated-paper"]
_FORESEEN = lexicon.groups("verbs")["foreseen"]


def settle(scene: Scene, attachment: Attachment) -> Settled:
    """Where the date of the attachment belongs."""
    if arranger(scene, attachment) is not None:
        return _settle_arranged(scene, attachment)
    attachment = replace(attachment, expression=when_done(scene.syntax, attachment))
    attachment = _counted_from(scene, _bounded_by_noun(scene, attachment))
    predicate = attachment.predicate
    if predicate.kind == NOUN:
        return settle_noun(scene, attachment)
    if predicate.lemma == "date" and predicate.tense == "participle" and scene.syntax.dep(predicate.index) == "acl":
        return Settled(replace(attachment, predicate=_of_document(scene, predicate)))
    reacted = reacted_to(scene.syntax, scene.predicates, attachment)
    if reacted is not None:
        return Settled(replace(attachment, predicate=reacted))
    left = _left_to_do(scene, attachment)
    if left is not None:
        bound = replace(attachment.expression, relation="by")
        return Settled(replace(attachment, predicate=left, expression=bound), arranged=True)
    moved = (
        _behind_relative(scene, attachment)
        or _letting(scene, predicate)
        or _reporting(scene, predicate)
        or _ordered(scene, predicate)
        or _with_purpose(scene, attachment)
        or _decided(scene, attachment)
        or _bounded(scene, predicate)
        or _foretold(scene, attachment)
    )
    if moved is not None:
        return Settled(replace(attachment, predicate=moved))
    noun = _carried(scene, attachment)
    if noun is not None:
        return Settled(replace(attachment, predicate=noun), predicate)
    return Settled(attachment)


def _settle_arranged(scene: Scene, attachment: Attachment) -> Settled:
    """What was set for the time, or put off to it, is planned for then."""
    verb = attachment.predicate
    attachment = replace(attachment, expression=then(scene.syntax, attachment))
    noun = _carried(scene, attachment) if verb.kind == VERB else None
    if noun is None:
        return Settled(attachment, arranged=True)
    return Settled(replace(attachment, predicate=noun), verb, arranged=True)


def _bounded_by_noun(scene: Scene, attachment: Attachment) -> Attachment:
    """ "rule until elections in 2005", "sign it before the vote on Friday": until that year, before that day, where the
    verb has the date; and what dates from a year began in it."""
    syntax, expression, verb = scene.syntax, attachment.expression, attachment.predicate
    if verb.lemma == "date" and verb.kind == VERB and expression.relation == "since":
        return replace(attachment, expression=replace(expression, relation="on"))
    case = syntax.first(attachment.token, "case")
    particles = syntax.having(verb.index, ("compound",))
    if expression.relation == "until" and any(
        syntax.lower(i) == "through" and 0 <= expression.start - syntax.tokens[i].end <= 1 for i in particles
    ):
        return replace(attachment, expression=replace(expression, relation="on"))  # "fell through last summer"
    if case is not None and syntax.lower(case) == "to" and verb.lemma in _EXTENDING and expression.relation == "on":
        return replace(attachment, expression=replace(expression, relation="until"))  # "was extended to 30 April"
    noun = None if case is None else case - 1
    through = attachment.through
    if through is not None and verb.kind != NOUN and verb.tense == "present-perfect" and expression.relation == "on":
        if any(syntax.lower(child) == "since" for child in syntax.children[through]):  # "since our honeymoon in 1974"
            return replace(attachment, expression=replace(expression, relation="since"))
    if verb.kind != VERB or expression.relation != "on" or noun not in scene.predicates:
        return attachment
    assert noun is not None
    near = (syntax.head(noun), syntax.head(syntax.head(noun) or 0))
    over = syntax.dep(noun) in ("obl", "nmod") and verb.index in near
    bound = syntax.first(noun, "case") if over else None
    word = "" if bound is None else syntax.lower(bound)
    relation = "until" if word in UNTIL else word
    if relation not in ("until", "before"):
        return attachment
    return replace(attachment, expression=replace(expression, relation=relation))


def _counted_from(scene: Scene, attachment: Attachment) -> Attachment:
    """ "Two days after the bridge fell, he resigned": where the tagger knew the day of the fall, two days later is the
    day of what is told around it."""
    main = scene.predicates.get(scene.syntax.head(attachment.predicate.index) or -1)
    if main is None or attachment.expression.span is None or not length_before_clause(scene.syntax, attachment):
        return attachment
    return replace(attachment, predicate=main)


def _of_document(scene: Scene, dated: Predicate) -> Predicate:
    """ "recommended it in a report dated 8 May": what was done by or in the document, else the document itself."""
    syntax = scene.syntax
    paper = syntax.tokens[dated.index].head
    if syntax.lemma(paper) not in _PAPERS:  # "a second report by the same chemist, dated 3 June"
        paper = next((i for i in range(paper - 1, max(paper - 8, -1), -1) if syntax.lemma(i) in _PAPERS), paper)
    case = syntax.first(paper, "case")
    if case is not None and syntax.lower(case) in ("by", "in"):
        for above in syntax.ancestors(paper):
            verb = scene.predicates.get(above)
            if verb is not None and verb.kind == VERB:
                return verb if verb.finite and verb.tense != "future" else replace(at(syntax, paper), kind=NOUN)
            if syntax.tokens[above].upos not in ("NOUN", "PROPN"):
                break
    return replace(at(syntax, paper), kind=NOUN)


def _behind_relative(scene: Scene, attachment: Attachment) -> Predicate | None:
    """ "The family that owns the mill on Tuesday rejected a bid": between a relative clause in the present and the past
    of its noun, a past day is when the noun's verb was."""
    syntax, inner = scene.syntax, attachment.predicate
    noun = syntax.head(inner.index)
    if inner.kind != VERB or inner.tense != "present" or syntax.dep(inner.index) != "acl" or noun is None:
        return None
    main = scene.predicates.get(syntax.head(noun) or -1)
    right_before = main is not None and syntax.dep(noun) == "nsubj" and attachment.token + 1 == main.index
    past = main is not None and main.tense == "past" and not scene.is_ahead(attachment.expression)
    return main if right_before and past else None


def _reporting(scene: Scene, predicate: Predicate) -> Predicate | None:
    """ "reported him missing on Friday": the day of the report."""
    head = scene.syntax.head(predicate.index)
    told = predicate.tense in ("gerund", "participle") and scene.syntax.dep(predicate.index) == "xcomp"
    return scene.predicates.get(head) if told and head is not None and scene.syntax.lemma(head) == "report" else None


def _letting(scene: Scene, predicate: Predicate) -> Predicate | None:
    """ "They let us go the next morning", "it stopped flying in March": the letting, the stopping."""
    head = scene.syntax.head(predicate.index)
    above = scene.predicates.get(head) if head is not None else None
    if above is None or scene.syntax.dep(predicate.index) not in ("xcomp", "ccomp"):
        return None
    staying = lexicon.groups("verbs")["staying"]
    if predicate.tense == "participle" and above.lemma in staying and scene.syntax.dep(predicate.index) == "xcomp":
        return above  # "will stay closed until Friday"
    if predicate.tense == "participle" and above.tense in ("past", "participle") and above.kind == VERB:
        return above  # "was re-elected unopposed in 2017"
    letting = predicate.tense == "infinitive" and above.lemma in _LETTING
    going_on = above.lemma == "go" and any(scene.syntax.lower(c) == "on" for c in scene.syntax.children[above.index])
    if going_on and above.tense == "past" and scene.syntax.dep(predicate.index) == "xcomp":
        return above
    phase = predicate.tense == "gerund" and above.lemma in scene.kinds["aspectual"]
    return above if letting or phase else None


def _left_to_do(scene: Scene, attachment: Attachment) -> Predicate | None:
    """ "gave the owner until 30 June to repair it", "have until Friday to appeal": by when it is to be done."""
    syntax, verb = scene.syntax, attachment.predicate
    if verb.lemma not in _LEAVING_TIME or attachment.expression.relation != "until":
        return None
    content = scene.content(verb)
    tells = content is not None and content.tense == "infinitive" and content.index > attachment.token > verb.index
    return content if tells and syntax.head(attachment.token) == verb.index else None


def _ordered(scene: Scene, predicate: Predicate) -> Predicate | None:
    """ "ordered the lines passed outside at dawn": when it was ordered, in the tense that is told."""
    syntax = scene.syntax
    noun = syntax.head(predicate.index) if predicate.tense == "participle" else None
    if noun is None or syntax.dep(predicate.index) != "acl" or syntax.dep(noun) != "obj":
        return None
    above = scene.predicates.get(syntax.head(noun) or -1)
    return above if above is not None and above.lemma == "order" and above.tense == "past" else None


def _decided(scene: Scene, attachment: Attachment) -> Predicate | None:
    """ "voted to close the bridge on Monday", "became the first to cross it in 1912": a past behind an infinitive is
    that of the voting, which has no time of its own; not in "is said to have left in 1912"."""
    syntax, below, expression = scene.syntax, attachment.predicate, attachment.expression
    if below.tense != "infinitive" or expression.relation != "on" or scene.is_ahead(expression):
        return None
    head = syntax.head(below.index)
    if syntax.dep(below.index) == "acl" and head is not None:
        while head is not None and syntax.dep(head) == "nmod":  # "served notice of its intent to sue"
            head = syntax.head(head)
        if head is None or syntax.dep(head) not in ("xcomp", "obj"):
            return None
        head = syntax.head(head)
    elif syntax.dep(below.index) not in ("xcomp", "advcl"):
        return None
    above = scene.predicates.get(head) if head is not None else None
    if above is None or above.tense != "past":
        return None
    thing = syntax.first(above.index, "obj")
    serving = above.lemma == "serve" and thing is not None and syntax.lemma(thing) in _SERVED
    states = (scene.kinds["stative"] | scene.kinds["light"]) - ({"serve"} if serving else set())
    talking = is_reporting(above) or above.lemma in states
    through_noun = syntax.dep(below.index) == "acl" and not talking  # "lifted its warning to keep windows shut"
    if above.lemma not in lexicon.groups("verbs")["deciding"] and not through_noun:
        return None
    perfect = any(syntax.lemma(child) == "have" for child in syntax.having(below.index, ("aux",)))
    dated = any(is_date(syntax.tokens[child].text) for child in syntax.having(above.index, ("obl", "advmod")))
    return None if perfect or dated else above


def _with_purpose(scene: Scene, attachment: Attachment) -> Predicate | None:
    """ "The jury retired to consider its verdict on Tuesday": when they retired."""
    predicate, syntax = attachment.predicate, scene.syntax
    above = scene.predicates.get(syntax.tokens[predicate.index].head)
    if above is None or predicate.tense != "infinitive" or syntax.dep(predicate.index) != "advcl":
        return None
    past = above.kind == VERB and above.tense == "past" and above.index < predicate.index < attachment.token
    wanted = above.lemma in scene.kinds["intention"] | scene.kinds["stative"] or is_reporting(above)
    return above if past and not wanted and not scene.is_ahead(attachment.expression) else None


def _bounded(scene: Scene, predicate: Predicate) -> Predicate | None:
    """ "five days of mourning, beginning on Sunday": what begins."""
    head = scene.syntax.head(predicate.index)
    bounding = predicate.tense == "gerund" and predicate.lemma in ("begin", "start", "end", "commence")
    if not bounding or head is None or scene.syntax.first(predicate.index, "obj") is not None:
        return None
    nouns = [
        i
        for i in scene.syntax.subtree(head)
        if i < predicate.index
        and i in scene.predicates
        and scene.predicates[i].kind == NOUN
        and scene.predicates[i].score >= 0.5
    ]
    return scene.predicates[nouns[-1]] if nouns else scene.predicates.get(head)


def _foretold(scene: Scene, attachment: Attachment) -> Predicate | None:
    """ "was set to meet him on Thursday": a date to come belongs to what is planned or foretold."""
    predicate = attachment.predicate
    planning = predicate.lemma in scene.kinds["intention"] or is_reporting(predicate)
    if planning and not predicate.modal and scene.is_ahead(attachment.expression):
        return scene.content(predicate)
    return None


def _carried(scene: Scene, attachment: Attachment) -> Predicate | None:
    """The event noun that a light or planning verb carries: "held a meeting", "a hearing is expected"."""
    predicate = attachment.predicate
    if (
        predicate.lemma in scene.kinds["intention"]
        and predicate.passive
        and (predicate.lemma in _FORESEEN or scene.is_ahead(attachment.expression))
    ):
        subject = scene.subject_noun(predicate.index)
        if subject is not None:
            return subject
    if predicate.lemma in scene.kinds["light"]:
        return scene.noun_child(predicate.index, ("obj", "nsubj:pass"), 0.5)
    return None

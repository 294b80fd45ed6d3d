"""Whether an event happened: happened, ongoing, planned, possible, denied or claimed.

``denied`` is what someone denies, refuses or calls off, and what was to be and did not come. A plain negation
("did not pay") is told as it is told: the clause keeps its "not", and the status says when that holds.

Read from tense, modality and negation of the predicate, and from what stands above it ("plans to", "if", "denied
that", "a possible …").
"""

from __future__ import annotations

from dataclasses import dataclass

from . import lexicon
from .predicates import NOUN, STATE, SUBJECTS, Predicate
from .syntax import Syntax
from .thwarted import is_thwarted

HAPPENED, ONGOING, PLANNED, POSSIBLE, DENIED, CLAIMED = (
    "happened",
    "ongoing",
    "planned",
    "possible",
    "denied",
    "claimed",
)


@dataclass(frozen=True, slots=True)
class Governor:
    """What stands above a predicate: the index of the governing predicate, the relation to it, and its lemma."""

    index: int
    relation: str
    lemma: str


def governor(syntax: Syntax, i: int) -> Governor | None:
    """The predicate whose content, complement or purpose ``i`` is; ``None`` for a main clause or an adjunct."""
    child = i
    for head in syntax.ancestors(i):
        relation = syntax.dep(child)
        if relation == "conj":
            child = head
            continue
        if relation in ("ccomp", "xcomp", "csubj", "parataxis") or (
            relation in ("acl", "advcl") and _is_infinitive(syntax, child)
        ):
            return Governor(head, relation, syntax.lemma(head))
        if relation in ("obj", "nsubj", "obl", "nmod") and syntax.tokens[i].upos == "NOUN":
            return Governor(head, relation, syntax.lemma(head))
        return None
    return None


def _is_infinitive(syntax: Syntax, i: int) -> bool:
    return any(syntax.lower(child) == "to" and syntax.tokens[child].upos == "PART" for child in syntax.children[i])


def of(syntax: Syntax, predicate: Predicate, *, after_reference: bool | None = None) -> str:
    """The status of ``predicate``; ``after_reference`` tells whether its date lies after the document's (if known)."""
    if predicate.kind == NOUN:
        return _noun_status(syntax, predicate, after_reference)
    cues, reporting = lexicon.groups("status_cues"), lexicon.groups("reporting_verbs")
    intentions = lexicon.groups("predicates")["intention"]
    above = governor(syntax, predicate.index)
    if _denied_above(syntax, above) or is_thwarted(syntax, predicate):
        return DENIED
    if _conditional(syntax, predicate.index):
        return POSSIBLE
    inverted = _inverted_condition(syntax, predicate.index)
    if inverted:
        return DENIED if inverted == "had" else POSSIBLE
    if "Mood=Imp" in syntax.tokens[predicate.index].feats:
        return PLANNED
    rumoured = _told_of(syntax, predicate.index)
    if rumoured is not None:
        return rumoured
    if predicate.modal in cues["possible-modal"]:
        told = above is None or not _reported(above) or above.relation == "parataxis"
        if predicate.modal == "would" and after_reference is False and told:
            return HAPPENED  # "twenty years ago you would see": a habit of the past
        if predicate.modal in ("would",) and (after_reference or _reported(above)):
            return PLANNED
        if predicate.negated and predicate.modal in ("could", "can", "would"):
            return PLANNED if after_reference else HAPPENED  # what could not be was not
        return POSSIBLE
    if predicate.modal in cues["planned-modal"] or predicate.tense == "future":
        return POSSIBLE if _has_word(syntax, predicate.index, cues["possible-word"]) else PLANNED
    if predicate.tense == "infinitive" and above and above.relation == "acl" and above.lemma in _INTENTS:
        return PLANNED
    if is_recommended(syntax, predicate):
        return PLANNED
    if predicate.tense in ("infinitive", "past-perfect") and _is_to_do(syntax, predicate.index):
        return PLANNED
    if above and predicate.tense == "infinitive" and above.lemma in intentions | _DESTINED:
        return (
            POSSIBLE
            if after_reference is None and above.lemma in _DOUBTFUL
            else (HAPPENED if after_reference is False and above.lemma in ("decide", "agree", "force") else PLANNED)
        )
    if above and predicate.tense == "infinitive" and above.lemma == "have" and above.relation == "xcomp":
        helpers = {syntax.lemma(child) for child in syntax.having(above.index, ("aux",))}
        if helpers & cues["planned-modal"] or syntax.lower(above.index) in ("have", "has"):
            return PLANNED  # "will have to move"
    if _has_word(syntax, predicate.index, cues["possible-word"]) and predicate.kind != STATE:
        return POSSIBLE
    if after_reference:
        return PLANNED
    if predicate.lemma in cues["forecast"] and predicate.tense == "present":
        return PLANNED
    behind = above is not None and above.relation == "parataxis" and above.index < predicate.index
    if above and above.lemma in reporting["claim"] and above.relation in ("ccomp", "xcomp", "parataxis") and not behind:
        return CLAIMED
    if _has_word(syntax, predicate.index, cues["claimed-word"]):
        return CLAIMED
    if predicate.progressive and predicate.tense in ("present", "present-perfect"):
        return ONGOING
    if predicate.kind == STATE and predicate.lemma in cues["planned-word"]:
        return HAPPENED if predicate.negated and after_reference is False else PLANNED
    if predicate.tense == "present" and predicate.kind == STATE:
        return ONGOING
    return HAPPENED


_INTENTS = lexicon.groups("verbs")["intent"]
_DOUBTFUL = lexicon.groups("verbs")["doubtful"]
_DESTINED = lexicon.groups("verbs")["destined"]


def _noun_status(syntax: Syntax, predicate: Predicate, after_reference: bool | None) -> str:
    cues = lexicon.groups("status_cues")
    i = predicate.index
    modifiers = {
        syntax.lower(child) for child in syntax.children[i] if syntax.dep(child) in ("amod", "compound", "advmod")
    }
    modifiers |= {syntax.lemma(child) for child in syntax.children[i] if syntax.dep(child) == "amod"}
    head = syntax.head(i)
    above = {syntax.lemma(head)} if head is not None and syntax.tokens[head].upos in ("NOUN", "ADJ") else set()
    if any(syntax.lower(child) in ("pending", "due") for child in syntax.having(i, ("case",))):
        return PLANNED
    if modifiers & cues["possible-word"] or above & cues["possible-word"]:
        return POSSIBLE
    if modifiers & cues["claimed-word"]:
        return CLAIMED
    if modifiers & cues["planned-word"] or after_reference or predicate.lemma in ("deadline", "plan"):
        return PLANNED
    if head is not None and syntax.dep(i) == "obj" and syntax.lemma(head) in lexicon.groups("verbs")["demanding"]:
        return PLANNED  # "demanded a refund within 14 days"
    return HAPPENED


def is_recommended(syntax: Syntax, predicate: Predicate) -> bool:
    """ "recommended that the board meet in May": a bare verb behind "that" tells what is to be done."""
    above = governor(syntax, predicate.index)
    bare = predicate.tense == "infinitive" and "VerbForm=Inf" in syntax.tokens[predicate.index].feats
    that = any(syntax.lower(c) == "that" for c in syntax.having(predicate.index, ("mark",)))
    if above is None or above.relation != "ccomp" or not that:
        return False
    form = syntax.tokens[predicate.index].text
    plain = bare or (form == predicate.lemma and predicate.tense == "present" and not predicate.modal)
    return plain and above.lemma in lexicon.groups("verbs")["recommending"]


def _is_to_do(syntax: Syntax, i: int) -> bool:
    """ "was to fly to Rome and meet the pope": what stands behind "is to", also joined to it."""
    head = syntax.head(i)
    if syntax.dep(i) == "conj" and head is not None and syntax.first(i, *SUBJECTS, "aux", "mark") is None:
        return syntax.first(head, "mark") is not None and _is_to_do(syntax, head)
    if any(syntax.lower(c) == "had" for c in syntax.having(i, ("aux",))):
        return any(syntax.lower(c) == "due" for c in syntax.having(i, ("mark",)))  # "had been due to sail"
    return any(
        syntax.dep(c) in ("aux", "cop") and syntax.lower(c) in ("is", "are", "was", "were") for c in syntax.children[i]
    )


def _denied_above(syntax: Syntax, above: Governor | None) -> bool:
    if above is None or above.relation not in ("ccomp", "xcomp"):
        return False
    if above.lemma in lexicon.groups("predicates")["negative"]:
        return True
    negated = any(syntax.lower(child) in ("not", "n't", "never") for child in syntax.children[above.index])
    return negated and above.lemma not in lexicon.groups("verbs")["leaving-open"]


def _inverted_condition(syntax: Syntax, i: int) -> str:
    """The word that opens a condition without "if" around the token ("Had the dam broken, the town would have
    drowned"); ``""`` for none."""
    opener = syntax.lower(0)
    if opener not in lexicon.groups("status_cues")["inverted-condition"] or syntax.lower(len(syntax.tokens) - 1) == "?":
        return ""
    comma = next((k for k in range(1, len(syntax.tokens)) if syntax.lower(k) == ","), 0)
    behind = {syntax.lower(k) for k in range(comma + 1, len(syntax.tokens))}
    return opener if 0 < i < comma and behind & _CONSEQUENT else ""


_CONSEQUENT = lexicon.groups("status_cues")["possible-modal"] | {"will"}


def _conditional(syntax: Syntax, i: int) -> bool:
    conditions = lexicon.groups("status_cues")["condition"]
    chain = [i, *(a for a in syntax.ancestors(i) if syntax.dep(a) in ("advcl", "ccomp", "conj"))][:3]
    if any(
        syntax.lower(child) in conditions and syntax.dep(child) == "mark"
        for at in chain
        for child in syntax.children[at]
    ):
        return True
    return any(
        syntax.dep(child) == "advcl" and any(syntax.lower(mark) in ("if", "unless") for mark in syntax.children[child])
        for child in syntax.children[i]
    )


def _told_of(syntax: Syntax, i: int) -> str | None:
    """ "a report that the talks had collapsed": claimed; denied where the report is."""
    noun = syntax.head(i)
    if noun is None or syntax.tokens[noun].upos != "NOUN" or syntax.lemma(noun) not in _RUMOURS:
        return None
    if syntax.dep(i) not in ("acl", "ccomp"):
        return None
    that = next((child for child in syntax.children[i] if child < i and syntax.lower(child) == "that"), None)
    if that is None or syntax.having(i, SUBJECTS) == [that]:
        return None  # none in "a report that was printed in May"
    above = syntax.head(noun)
    return DENIED if above is not None and syntax.lemma(above) in _REFUTING else CLAIMED


_RUMOURS = lexicon.groups("verbs")["rumour"]
_REFUTING = lexicon.groups("verbs")["refuting"]


def _reported(above: Governor | None) -> bool:
    reporting = lexicon.groups("reporting_verbs")
    return above is not None and any(above.lemma in group for group in reporting.values())


def _has_word(syntax: Syntax, i: int, words: frozenset[str]) -> bool:
    return any(syntax.lower(child) in words and syntax.dep(child) in ("advmod", "amod") for child in syntax.children[i])

"""The auxiliaries and the verb of a clause, which is told on its own: participles and infinitives become finite."""

from __future__ import annotations

from . import lexicon
from .predicates import STATE, SUBJECTS, Predicate
from .status import is_recommended
from .subjects import subject_token
from .syntax import Syntax
from .wording import past


def verb_group(syntax: Syntax, at: int, predicate: Predicate, status: str, helpers: list[int], subject: str) -> str:
    """Auxiliaries and verb; bare infinitives and participles are given a finite or "to" form."""
    shared = [] if helpers else _shared(syntax, at, predicate)
    helpers = helpers or shared
    verb = syntax.tokens[at].text
    words = [_helper(syntax, i) for i in helpers]
    if shared and words[0] in ("was", "were") and syntax.first(at, *SUBJECTS) is not None:
        words[0] = "were" if _is_plural(syntax, at, subject) else "was"  # "One was killed and two injured"
    due = [c for c in syntax.children[at] if c < at and syntax.tokens[c].upos == "ADJ" and syntax.dep(c) == "mark"]
    if words and due:
        before = [word for i, word in zip(helpers, words, strict=True) if i < due[0]]
        due_words = [syntax.tokens[c].text for c in due]
        behind = words[len(before) :]  # "is due to be heard"
        return " ".join([*before, *due_words, "to", *behind, verb])
    if predicate.kind == STATE and not words and syntax.dep(at) == "acl" and syntax.tokens[at].upos == "ADJ":
        return f"{'were' if _is_plural(syntax, at, subject) else 'was'} {verb}"
    if predicate.kind == STATE:
        return "to be" if words == ["be"] else " ".join(words) or "was"
    if words == ["did"] and not predicate.negated and _is_turned(syntax, at, helpers[0]):
        return past(syntax.lemma(at))
    if words:
        if syntax.lower(helpers[0]) == "having":
            words = ["had", *words[1:]]
        if predicate.tense == "infinitive" and words[0] in ("be", "have"):
            words = ["to", *words]
        return " ".join([*words, verb])
    to_come = status in ("planned", "possible", "denied")
    if predicate.tense == "present" and is_recommended(syntax, predicate):
        return f"to {verb}"
    if predicate.tense == "infinitive":
        if not subject and "Mood=Imp" in syntax.tokens[at].feats:
            return verb
        if status == "happened" and subject:
            return past(syntax.lemma(at))
        if to_come and (subject.lower() in lexicon.forms("copulas") or _is_awaited(syntax, at)):
            return f"{_intending(syntax, at, subject.lower())} to {verb}"
        return f"to {verb}" if to_come or not subject else verb
    if predicate.tense == "gerund" and subject and syntax.dep(at) == "acl" and status in ("happened", "ongoing"):
        return f"{'were' if _is_plural(syntax, at, subject) else 'was'} {verb}"
    if predicate.tense == "gerund" and subject:
        denied = status == "denied" and _is_denied(syntax, at)
        coming = (to_come and not denied) or status == "ongoing"
        return f"to {syntax.lemma(at)}" if coming else _past_of_gerund(syntax, at)
    if predicate.tense == "participle" and subject:
        named = syntax.tokens[at].upos == "PROPN"
        copula = "were" if _is_plural(syntax, at, subject) else "was"
        return f"{copula} {verb if named else verb[:1].lower() + verb[1:]}"
    return verb


def _is_turned(syntax: Syntax, at: int, helper: int) -> bool:
    """ "Only in May did they leave": the helper stands before the subject, and nothing is asked."""
    subject = syntax.first(at, *SUBJECTS)
    return subject is not None and 0 < helper < subject and syntax.tokens[-1].text != "?"


def _is_denied(syntax: Syntax, at: int) -> bool:
    """ "denied hiding it": that she hid it, which is denied."""
    head = syntax.head(at)
    return head is not None and syntax.lemma(head) in lexicon.groups("verbs")["refuting"]


def _past_of_gerund(syntax: Syntax, at: int) -> str:
    """The past of the verb whose "-ing" form this is, which tells whether its last letter is doubled: "admitting"."""
    lemma, stem = syntax.lemma(at), syntax.lower(at).removesuffix("ing")
    told = past(lemma)
    return f"{stem}ed" if told == f"{lemma}ed" and stem == lemma + lemma[-1:] else told


def _shared(syntax: Syntax, at: int, predicate: Predicate) -> list[int]:
    """The auxiliaries that a joined verb shares with the one before it ("were seized and sold")."""
    head = syntax.head(at)
    finite = predicate.tense in ("past", "present") and not predicate.modal and not predicate.passive
    if head is None or syntax.dep(at) != "conj" or finite:
        return []
    if syntax.first(at, "obj") is not None and any(syntax.tokens[c].dep == "aux:pass" for c in syntax.children[head]):
        return []
    return [child for child in syntax.children[head] if syntax.dep(child) == "aux" and child < at]


def _is_plural(syntax: Syntax, at: int, subject: str) -> bool:
    token = subject_token(syntax, at)
    if token is not None and syntax.lower(token) in ("he", "she", "it"):
        return False  # whatever name it stands for
    if token is not None and syntax.tokens[token].upos == "NUM":
        return syntax.lower(token) not in ("one", "1")
    if token is None or syntax.tokens[token].upos not in ("NOUN", "PROPN"):
        last = subject.lower().split()[-1]
        return " and " in subject or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    joined = any(syntax.tokens[c].upos != "VERB" for c in syntax.having(token, ("conj",)))
    return joined or syntax.plural(token)


def _is_awaited(syntax: Syntax, at: int) -> bool:
    """ "were expected to begin": the wait is told with it."""
    head = syntax.head(at)
    return (
        head is not None
        and syntax.dep(at) == "xcomp"
        and syntax.tokens[head].upos == "VERB"
        and syntax.lemma(head) in lexicon.groups("verbs")["awaiting"]
        and subject_token(syntax, at) == subject_token(syntax, head)
    )


def _intending(syntax: Syntax, at: int, pronoun: str) -> str:
    """ "would like", "was due": what stands before "to" in the text; "is" where that is not said of the pronoun."""
    head = syntax.head(at)
    if head is None or syntax.dep(at) != "xcomp" or subject_token(syntax, at) != subject_token(syntax, head):
        return lexicon.forms("copulas")[pronoun]
    helpers = [c for c in syntax.children[head] if syntax.dep(c) in ("aux", "cop") and c < head]
    return " ".join([*(_helper(syntax, i) for i in helpers), syntax.tokens[head].text])


def _helper(syntax: Syntax, i: int) -> str:
    """The auxiliary written out: "'ll" is "will"."""
    word = syntax.lower(i)  # "Will the schools reopen?"
    return lexicon.forms("contractions").get(word.replace("’", "'"), word)

"""What a pronoun and the words around it tell of whom it can stand for."""

from __future__ import annotations

from . import lexicon
from .name_parts import Name
from .names import is_beside
from .phrases import noun_phrase, phrase
from .predicates import noun_score
from .syntax import Syntax

SEXES = {word: sex for sex in ("male", "female") for word in lexicon.groups("grammar")[f"{sex}-pronoun"]}
"""The sex that each pronoun of a person tells."""


_HOPING = lexicon.groups("predicates")["attitude"] | {"plan", "aim", "intend"}


def is_expletive(syntax: Syntax, i: int) -> bool:
    """ "it was clear that we were not": it stands for nothing."""
    head = syntax.head(i)
    if head is not None and syntax.tokens[head].upos == "VERB" and syntax.lemma(head) in _HOPING:
        return False  # "said it hoped to": it is who says so
    if syntax.dep(i) == "expl" or (head is not None and syntax.lemma(head) in _WEATHER):
        return True
    if head is not None and _tells_of_clause(syntax, head):
        return True
    if head is None or syntax.first(head, "cop") is None:
        return False
    if syntax.tokens[head].upos == "NOUN":
        return noun_score(syntax, head) > 0.5  # "it was the third crash": what was told, not one of its things
    return syntax.tokens[head].upos == "ADJ" and syntax.first(head, "ccomp", "csubj") is not None


def _tells_of_clause(syntax: Syntax, verb: int) -> bool:
    """ "it emerged on Monday", "it took them an hour to leave": what the clause beside tells is meant."""
    if syntax.lemma(verb) in _EMERGING and syntax.first(verb, "obj") is None:
        return syntax.dep(verb) == "parataxis" or syntax.first(verb, "ccomp", "csubj") is not None
    inner = syntax.first(verb, "advcl", "xcomp", "csubj")
    takes = syntax.lemma(verb) == "take" and inner is not None
    return takes and any(syntax.lower(child) == "to" for child in syntax.children[inner or 0])


_EMERGING = lexicon.groups("verbs")["emerging"]
_WEATHER = lexicon.groups("verbs")["weather"]


def is_subject_it(syntax: Syntax, i: int) -> bool:
    """Whether the token is "it" as a subject."""
    return syntax.lower(i) == "it" and syntax.dep(i) == "nsubj"


def acts_in_words(syntax: Syntax, i: int) -> bool:
    """Whether the pronoun is the subject of a verb that only people can do ("they promised us food")."""
    verb = syntax.head(i)
    if verb is None or syntax.dep(i) != "nsubj":
        return False
    words = lexicon.groups("reporting_verbs")
    return any(syntax.lemma(verb) in group for group in (*words.values(), lexicon.groups("predicates")["attitude"]))


def acts_as_body(syntax: Syntax, i: int) -> bool:
    """Whether the pronoun is the subject of what bodies of people do to something or say, or have done to them ("it
    sold its mines", "it was fined"), rather than things ("it killed two", "it was closed")."""
    verb = syntax.head(i)
    if verb is None or syntax.dep(i) != "nsubj":
        return False
    if syntax.tokens[i].dep == "nsubj:pass":
        return syntax.lemma(verb) in _TO_BODIES
    inner = syntax.first(verb, "xcomp")
    act = verb if inner is None else inner
    acts = syntax.first(act, "obj") is not None and syntax.lemma(act) not in _OF_THINGS
    return acts or acts_in_words(syntax, i)


_TO_BODIES = lexicon.groups("verbs")["to-bodies"]
_OF_THINGS = (lexicon.groups("verbs")["result"] | lexicon.groups("predicates")["stative"]) - lexicon.groups("verbs")[
    "of-bodies"
]


_NOMINAL = frozenset({"NOUN", "PROPN", "SYM", "NUM"})


def governing_subject(syntax: Syntax, i: int) -> str | None:
    """The subject of the clause above (or before) the one in which the pronoun ``i`` is the subject."""
    verb = syntax.head(i)
    if verb is None or syntax.dep(verb) not in ("ccomp", "conj", "advcl", "parataxis", "acl"):
        return None
    above = syntax.head(verb)
    while above is not None and syntax.dep(verb) == "acl" and syntax.tokens[above].upos in _NOMINAL:
        above = syntax.head(above)  # "sold the plant, which it had bought"
    subject = None if above is None else syntax.first(above, "nsubj")
    if subject is None or subject >= i or syntax.tokens[subject].upos == "PRON":
        return None
    return phrase(syntax, noun_phrase(syntax, subject))


def has_rival(syntax: Syntax, i: int, text: str) -> bool:
    """Whether another thing is the subject of a clause between ``text`` and the pronoun: "warned that the bridge
    was weak, but the council did not act until it fell"; or what something was done to: "passed the bill two weeks
    after it was read"."""
    main = syntax.head(syntax.tokens[i].head)
    done_to = None if main is None or syntax.tokens[i].dep != "nsubj:pass" else syntax.first(main, "obj")
    if done_to is not None and done_to < i and syntax.tokens[done_to].upos == "NOUN":
        return True
    for k, token in enumerate(syntax.tokens[:i]):
        if token.upos != "NOUN" or syntax.dep(k) != "nsubj" or syntax.plural(k):
            continue
        if token.lemma.lower() in lexicon.groups("people")["person-noun"]:
            continue
        if not text.endswith(phrase(syntax, noun_phrase(syntax, k))):
            return True
    return False


def is_called_person(syntax: Syntax, name: Name) -> bool:
    """Whether a title, a first name, an age or a noun beside it says that the name is a person's."""
    people = lexicon.groups("people")
    if name.text.split()[0] in lexicon.forms("first_names"):
        return True
    if name.first > 0 and syntax.tokens[name.first - 1].text in people["title"]:
        return True
    nouns = people["person-noun"] | {"executive"}
    aside = _aside_behind(syntax, name.last)
    if aside and (syntax.tokens[aside[0]].upos == "NUM" or any(syntax.lemma(i) in nouns for i in aside)):
        return True
    return is_beside(syntax, name.first, name.last, nouns)


def _aside_behind(syntax: Syntax, i: int) -> range:
    """The few words between two commas right behind the token ``i``."""
    if i + 1 >= len(syntax.tokens) or syntax.lower(i + 1) != ",":
        return range(0)
    end = next((k for k in range(i + 2, min(i + _LONGEST_ASIDE, len(syntax.tokens))) if syntax.lower(k) == ","), i + 2)
    return range(i + 2, end)


_LONGEST_ASIDE = 10


def has_thing_before(syntax: Syntax, i: int) -> bool:
    """Whether the pronoun is the subject of an aside, behind a thing that the clause around has told of."""
    verb = syntax.head(i)
    main = None if verb is None or syntax.dep(verb) != "advcl" else syntax.head(verb)
    if main is None or syntax.dep(i) != "nsubj" or main > i:
        return False
    people = lexicon.groups("people")["person-noun"]
    things = [k for k in syntax.subtree(main) if main < k < i and syntax.tokens[k].upos == "NOUN"]
    return any(
        not syntax.plural(k) and syntax.lemma(k) not in people and " " not in syntax.tokens[k].text
        and syntax.dep(k) in ("obj", "obl", "nmod")
        for k in things
    )


def is_kin(text: str, sex: str) -> bool:
    """ "His father": "he" may be the father or the son."""
    return SEXES.get(text.partition(" ")[0].lower()) == sex


def is_vessel(syntax: Syntax, name: Name) -> bool:
    """ "the barge Kestrel": a ship, which is called "she"."""
    return is_beside(syntax, name.first, name.last, VESSELS)


VESSELS = lexicon.groups("people")["vessel-noun"]


def thing_joined(syntax: Syntax, i: int) -> list[int]:
    """The things that somebody did something to in the clause that the one of the subject "it" is joined to: "She found
    the comet in 2004, and it came back"."""
    verb = syntax.head(i)
    above = None if verb is None or syntax.dep(verb) not in ("conj", "parataxis") else syntax.head(verb)
    subject = None if above is None else syntax.first(above, "nsubj")
    if subject is None or syntax.lower(i) != "it" or syntax.dep(i) != "nsubj" or syntax.lower(subject) not in _WHO_ACT:
        return []
    return [k for k in range(subject, i) if has_thing(syntax, k)]


_WHO_ACT = {*SEXES, "i", "we", "they", "who"}


def is_only_done_to(syntax: Syntax, i: int) -> bool:
    """Whether something that is not only done to bodies of people is done to the pronoun, and its sentence has told of
    no other things before it."""
    plurals = (k for k in range(i) if syntax.tokens[k].upos == "NOUN" and syntax.plural(k))
    return syntax.tokens[i].dep == "nsubj:pass" and not acts_as_body(syntax, i) and next(plurals, None) is None


def has_thing(syntax: Syntax, i: int) -> bool:
    """Whether the token is a single thing, told with an article or an owner, that something is done to."""
    token = syntax.tokens[i]
    if token.upos != "NOUN" or token.dep != "obj" or syntax.plural(i) or " " in token.text:
        return False
    people = lexicon.groups("people")
    told = any(
        (syntax.dep(c) == "det" and syntax.lower(c) != "no") or syntax.tokens[c].dep == "nmod:poss"
        for c in syntax.children[i]
    )
    return told and syntax.lemma(i) not in people["person-noun"] | people["people-noun"]


def calls_own(syntax: Syntax, i: int) -> bool:
    """Whether the clause of the subject ``i`` calls something "its" that it does something to: no person does so."""
    verb = syntax.head(i)
    if verb is None or syntax.dep(i) != "nsubj" or syntax.tokens[verb].upos != "VERB":
        return False
    return any(syntax.lower(k) == "its" for c in syntax.having(verb, ("obj",)) for k in syntax.children[c])


def is_main_subject(syntax: Syntax, i: int) -> bool:
    """Whether the token is the subject of a main clause, be it one joined to another, or of what is said in one."""
    verb = syntax.head(i)
    if verb is None or syntax.dep(i) != "nsubj":
        return False
    while (above := syntax.head(verb)) is not None and above < verb:
        said = syntax.dep(verb) == "ccomp" and syntax.lemma(above) in _PLAIN
        if not said and syntax.dep(verb) != "conj":
            return False
        verb = above
    return above is None


def is_source_of_kin(syntax: Syntax, i: int) -> bool:
    """ "The cause was a fall, her daughter, Vera, said": who only says something of the one whose kin he is."""
    verb = syntax.head(i)
    told = syntax.dep(i) == "nsubj" and verb is not None and syntax.lemma(verb) in _PLAIN
    return told and any(syntax.lower(c) in SEXES for c in syntax.having(i, ("nmod",)))


_PLAIN = lexicon.groups("reporting_verbs")["plain"]


def things_before(syntax: Syntax, i: int) -> list[int]:
    """The plural things that a clause before the pronoun ``i`` in the sentence does something to."""
    return [
        k
        for k, token in enumerate(syntax.tokens[:i])
        if token.upos == "NOUN" and syntax.dep(k) == "obj" and syntax.plural(k) and syntax.tokens[i].head > k
        and " " not in token.text
    ]

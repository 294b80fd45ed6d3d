"""Which noun is the subject of a verb, also where it stands in another clause or behind a relative pronoun."""

from __future__ import annotations

from collections.abc import Collection

from . import lexicon
from .phrases import noun_phrase
from .predicates import noun_score
from .syntax import Syntax

RELATIVE = lexicon.groups("grammar")["relative"]


def subject_token(syntax: Syntax, at: int) -> int | None:
    """The token that heads the subject of the verb ``at``, its own or that of the clause it depends on."""
    seen: set[int] = set()
    while at not in seen:
        seen.add(at)
        own = syntax.first(at, "nsubj", "csubj", "expl")
        if own is not None and syntax.lower(own) not in _REFLEXIVES:  # "sold the mill and was itself sold"
            if syntax.lower(own) in RELATIVE and syntax.dep(at) in ("acl", "advcl"):
                return antecedent(syntax, at, own)
            return own
        dep, head = syntax.dep(at), syntax.head(at)
        if head is None:
            return None
        if dep == "acl" and _is_of_gerund(syntax, at) and syntax.head(head) is not None:
            at = _clause_above(syntax, head)  # "as a condition of joining": whoever the clause around is about
            continue
        if dep == "acl" and _is_aim(syntax, at, head) and syntax.head(head) is not None:
            at = _clause_above(syntax, head)  # "served notice of intent to sue"
            continue
        if dep == "acl":
            return _whole_phrase(syntax, head) if preceded_by_comma(syntax, at) or _is_kind(syntax, head) else head
        if dep == "xcomp" or (dep == "advcl" and _controls(syntax, at, head)):
            controller = syntax.first(head, "obj", "iobj")
            if controller is not None and syntax.lower(controller) not in RELATIVE | _REFLEXIVES:
                return controller
        if dep not in ("conj", "xcomp", "advcl", "ccomp", "csubj", "parataxis"):
            return None
        if dep == "parataxis" and syntax.tokens[head].upos in ("NOUN", "PROPN") and _is_participle(syntax, at):
            return head
        at = head
    return None


def _controls(syntax: Syntax, at: int, head: int) -> bool:
    """Whether the object of ``head`` does what ``at`` tells ("helped them leave", "ordered him on Monday to pay")."""
    if syntax.lemma(head) in lexicon.groups("predicates")["implicative"]:
        return True
    to = any(syntax.lower(child) == "to" and child < at for child in syntax.children[at])
    return to and head < at and syntax.lemma(head) in lexicon.groups("verbs")["controlling"]


_REFLEXIVES = lexicon.groups("grammar")["reflexive"]


def _is_of_gerund(syntax: Syntax, i: int) -> bool:
    return syntax.lower(i).endswith("ing") and any(
        syntax.lower(child) in ("of", "for") and child < i for child in syntax.children[i]
    )


def _clause_above(syntax: Syntax, noun: int) -> int:
    """The verb of the clause that the noun stands in; the outermost noun where there is none."""
    return next((i for i in syntax.ancestors(noun) if syntax.tokens[i].upos not in ("NOUN", "PROPN")), noun)


def _is_aim(syntax: Syntax, at: int, noun: int) -> bool:
    """ "intent to sue", "its decision to sell": an infinitive that tells what somebody means to do."""
    marked = any(syntax.lower(child) == "to" and child < at for child in syntax.children[at])
    nouns = [noun, *(child for child in syntax.having(noun, ("nmod",)) if child < at)]
    nouns = [i for i in nouns if syntax.tokens[i].upos == "NOUN"]
    return marked and any(syntax.lemma(i) in _AIMS for i in nouns) and not any(
        syntax.tokens[child].dep == "aux:pass" for child in syntax.children[at]
    )


_AIMS = lexicon.groups("predicates")["aim"]


def _is_kind(syntax: Syntax, noun: int) -> bool:
    """ "a treaty of friendship", "the Treaty of Lund": what only says which one is meant."""
    case = syntax.first(noun, "case")
    if syntax.dep(noun) != "nmod" or case is None or syntax.lower(case) != "of":
        return False
    bare = syntax.first(noun, "det", "nummod", "amod", "nmod") is None and not syntax.plural(noun)
    return syntax.tokens[noun].upos == "PROPN" or (bare and syntax.tokens[noun].upos == "NOUN")


def _whole_phrase(syntax: Syntax, noun: int) -> int:
    """The noun that the phrase around ``noun`` is about: what follows a comma describes the whole phrase."""
    for above in syntax.ancestors(noun):
        if syntax.dep(noun) != "nmod" or syntax.tokens[above].upos not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun


def antecedent(syntax: Syntax, verb: int, relative: int) -> int | None:
    """The noun that "who" or "which" stands for: of somebody and what he is ("Dragan, a former chief who …"), him."""
    noun = _meant(syntax, verb, relative)
    name = syntax.head(noun) if noun is not None and syntax.dep(noun) == "appos" else None
    if name is None or noun is None or syntax.tokens[noun].upos != "NOUN":
        return noun
    one_such = any(syntax.lower(child) in ("a", "an") for child in syntax.having(noun, ("det",)))
    return name if syntax.tokens[name].upos == "PROPN" or one_such else noun


def _meant(syntax: Syntax, verb: int, relative: int) -> int | None:
    head = syntax.head(verb)
    if head is not None and _is_noun(syntax, head):
        aside = syntax.lower(relative) in ("who", "which") and syntax.lower(relative - 1) == ","
        return _described(syntax, verb, head, syntax.lower(relative)) if aside else head
    before = [i for i in range(relative - 1, -1, -1) if syntax.tokens[i].upos in ("NOUN", "PROPN")]
    if syntax.lower(relative) in ("who", "whom"):
        people = [i for i in before if _is_person(syntax, i)]
        before = people or before
    noun = before[0] if before else None
    while noun is not None and syntax.dep(noun) in ("flat", "compound", "nmod"):
        above = syntax.head(noun)
        if above is None or syntax.tokens[above].upos not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun


def _is_noun(syntax: Syntax, i: int) -> bool:
    """A noun, or an adjective with an article ("the 19-year-old")."""
    article = any(syntax.lower(below) in ("the", "a", "an") for below in syntax.subtree(i)[:1])
    upos = syntax.tokens[i].upos
    return upos in ("NOUN", "PROPN", "PRON", "NUM") or (upos == "ADJ" and article)


def _is_person(syntax: Syntax, i: int) -> bool:
    return syntax.lemma(i) in lexicon.groups("people")["person-noun"] | lexicon.groups("people")["people-noun"]


def _described(syntax: Syntax, verb: int, noun: int, relative: str) -> int:
    """What an aside behind the phrase around ``noun`` describes: "who" the whole phrase; "which" no people, and
    where it tells a beginning or an end what lasts ("a strike of pilots, which began in May")."""
    if relative == "who":
        above = syntax.head(noun)
        if syntax.dep(noun) == "appos" and above is not None and syntax.tokens[above].upos == "PROPN":
            noun = above  # "Alec Dorrit, a saddler, who drowned"
        whole = _whole_phrase(syntax, noun)
        return noun if _acts(syntax, noun) and not _acts(syntax, whole) else whole  # "the ashes of a keeper, who died"
    chosen = None
    case = syntax.first(noun, "case")
    if relative == "which" and case is not None and syntax.lower(case) in _BOUNDING:
        return noun  # "before the recess, which starts in May"
    if relative == "which":
        noun = _holding(syntax, verb, _agreeing(syntax, verb, noun))
    passive = syntax.first(verb, "nsubj") is not None and any(
        syntax.tokens[c].dep == "nsubj:pass" for c in syntax.children[verb]
    )
    if relative == "which" and passive and syntax.tokens[noun].upos == "PROPN":
        thing = syntax.first(syntax.tokens[noun].head, "obj") if syntax.dep(noun) == "obl" else syntax.head(noun)
        if thing is not None and thing < noun and syntax.tokens[thing].upos == "NOUN":
            return thing  # "took a chalice from Holy Trinity, which has been recovered"
    if relative == "which" and syntax.lemma(verb) in lexicon.groups("verbs")["of-amount"]:
        return _whole_phrase(syntax, noun)
    phases = lexicon.groups("predicates")["aspectual"] | {"last", "happen", "occur", "take"}
    for above in [noun, *syntax.ancestors(noun)]:
        if syntax.tokens[above].upos not in ("NOUN", "PROPN"):
            break
        if syntax.lemma(verb) not in phases and not _is_person(syntax, above):
            return above
        if syntax.lemma(verb) in phases and noun_score(syntax, above) >= 0.5:
            chosen = above
        if syntax.dep(above) != "nmod":
            break
    return noun if chosen is None else chosen


def unsaid_object(syntax: Syntax, verb: int) -> int | None:
    """The noun that a relative clause without a pronoun is about, where it can be the verb's object ("a toe he broke
    in May")."""
    noun = syntax.head(verb)
    if noun is None or syntax.tokens[verb].dep != "acl:relcl" or syntax.first(verb, "obj", "ccomp", "xcomp", "cop"):
        return None
    subject = syntax.first(verb, "nsubj")
    if subject is None or not noun < subject < verb or syntax.subtree(verb)[0] != syntax.subtree(subject)[0]:
        return None
    if syntax.lower(subject) in RELATIVE or syntax.first(verb, "iobj") is not None:
        return None
    behind = [token.upos for token in syntax.tokens[verb + 1 : verb + 3]]
    stranded = behind[:1] == ["ADP"] and behind[1:] not in (["DET"], ["NOUN"], ["PROPN"], ["PRON"], ["ADJ"], ["NUM"])
    if stranded or syntax.tokens[noun].upos != "NOUN" or syntax.lemma(noun) in lexicon.groups("clauses")["when-where"]:
        return None
    passive = any(syntax.tokens[c].dep == "aux:pass" for c in syntax.children[verb])
    return None if passive or " " in syntax.tokens[noun].text else noun


def _acts(syntax: Syntax, i: int) -> bool:
    """A person, by the noun or by how it ends."""
    return _is_person(syntax, i) or syntax.tokens[i].upos == "PROPN" or syntax.lemma(i).endswith(_DOERS)


_BOUNDING = lexicon.groups("grammar")["bounding"] | {"after", "since", "during"}
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "people")


def _holding(syntax: Syntax, verb: int, noun: int) -> int:
    """What stands at a place that only tells where it is ("the plant in Worcester, which it sold")."""
    above, case = syntax.tokens[noun].head, syntax.first(noun, "case")
    if case is None or syntax.lower(case) not in ("in", "at", "near") or syntax.tokens[noun].upos != "PROPN":
        return noun
    subject = syntax.first(verb, "nsubj")
    thing = syntax.first(above, "obj") if subject is not None and syntax.lower(subject) not in RELATIVE else None
    if syntax.dep(noun) == "obl" and thing is not None and thing < noun:
        return thing
    return above if syntax.dep(noun) == "nmod" and syntax.tokens[above].upos == "NOUN" else noun


def _agreeing(syntax: Syntax, verb: int, noun: int) -> int:
    """The noun above that has the number of the verb, where the nearest has not ("the plan for six houses, which was
    refused")."""
    helper = next((syntax.lower(c) for c in syntax.children[verb] if syntax.dep(c) in ("aux", "cop")), "")
    plural = {"was": False, "is": False, "has": False, "were": True, "are": True, "have": True}.get(helper)
    if plural is None or syntax.tokens[noun].upos != "NOUN":
        return noun
    for above in [noun, *syntax.ancestors(noun)]:
        token = syntax.tokens[above]
        if token.upos != "NOUN":
            break
        if syntax.plural(token.i) == plural:
            return above
        if syntax.dep(above) != "nmod":
            break
    return noun


def owner_before(syntax: Syntax, i: int, cut: Collection[int]) -> int | None:
    """The subject that "its" or "their" at ``i`` stands for where no other noun of the clause can be meant: "Vestmark
    has been on a spree since its merger". ``cut`` are the tokens of times."""
    subject = next((found for at in syntax.ancestors(i) if (found := syntax.first(at, "nsubj")) is not None), None)
    if subject is None or subject >= i or syntax.tokens[subject].upos not in ("NOUN", "PROPN"):
        return None
    plural = {"its": False, "their": True}.get(syntax.lower(i))
    if plural is None or syntax.plural(subject) != plural or _is_person(syntax, subject):
        return None
    own = set(noun_phrase(syntax, subject))
    nouns = [k for k in range(i) if syntax.tokens[k].upos in ("NOUN", "PROPN") and syntax.dep(k) != "compound"]
    rivals = [k for k in nouns if k not in own and k not in cut]
    return None if any(noun_score(syntax, k) < 0.5 for k in rivals) else subject


def _is_participle(syntax: Syntax, i: int) -> bool:
    return "VerbForm=Part" in syntax.tokens[i].feats and syntax.first(i, "nsubj", "aux", "mark") is None


def preceded_by_comma(syntax: Syntax, i: int) -> bool:
    """Whether the phrase around ``i`` stands behind a comma."""
    first = syntax.subtree(i)[0]
    return (first > 0 and syntax.lower(first - 1) == ",") or syntax.lower(first) == ","


def is_someone(syntax: Syntax, i: int) -> bool:
    """Whether the word names someone: a name, a pronoun, people, or a count of them."""
    if syntax.tokens[i].upos in ("PROPN", "NUM") or syntax.lower(i) in _CROWD or syntax.lower(i) in _PERSONS:
        return True
    if any(syntax.tokens[c].upos == "PROPN" for c in syntax.having(i, ("appos", "flat"))):
        return True  # "the nurse on duty, Ada Lund"
    return any(syntax.lemma(i) in lexicon.groups("people")[group] for group in _PEOPLE)


_PEOPLE = ("person-noun", "actor-noun", "organisation-noun", "male", "female")
_PERSONS = lexicon.groups("grammar")["personal"]
_CROWD = lexicon.groups("grammar")["crowd"]


def is_of_no_one(syntax: Syntax, verb: int) -> bool:
    """ "No one was hurt": that nothing happened."""
    subject = syntax.first(verb, "nsubj")
    words = [] if subject is None else [syntax.lower(subject), *(syntax.lower(c) for c in syntax.children[subject])]
    return not {"no", "nobody", "none", "nothing"}.isdisjoint(words)

"""Who and what has been mentioned so far, and what a document has told of the names in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..places import lookup
from . import lexicon
from .name_parts import ORGANISATION, OTHER, PERSON, PLACE, Name
from .phrases import noun_phrase, phrase
from .pronouns import VESSELS, calls_own, is_called_person, is_main_subject, is_source_of_kin, is_vessel
from .syntax import Syntax
from .wording import definite

PEOPLE = lexicon.groups("people")["person-noun"]
_OF_BODIES = lexicon.groups("verbs")["of-bodies"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone or something told of in the sentence of this number.

    ``main`` is set for the subject of a main clause, ``source`` for whoever is only named as the one who says so.
    """

    text: str
    kind: str
    sentence: int
    subject: bool
    sex: str = ""
    plural: bool = False
    named: bool = False
    object: bool = False
    agent: bool = False
    quoted: bool = False
    main: bool = False
    source: bool = False
    vessel: bool = False


def of_noun(syntax: Syntax, i: int, sentence: int, *, quoted: bool = False) -> Mention:
    """The mention of a common noun that is a subject or an object."""
    lemma, people = syntax.lemma(i), lexicon.groups("people")
    vessel = lemma in VESSELS
    sex = "female" if vessel else next((sex for sex in ("male", "female") if lemma in people[sex]), "")
    return Mention(
        _short(syntax, i),
        PERSON if lemma in PEOPLE else _DOER if lemma in _DOERS else OTHER,
        sentence,
        subject=syntax.dep(i) == "nsubj",
        sex=sex if vessel or syntax.dep(i) == "nsubj" else "",
        plural=syntax.plural(i),
        object=syntax.dep(i) == "obj",
        quoted=quoted,
        main=is_main_subject(syntax, i),
        source=is_source_of_kin(syntax, i),
        vessel=vessel,
    )


def _short(syntax: Syntax, i: int) -> str:
    """The noun phrase; where it is a long one, without what stands behind the noun."""
    whole = noun_phrase(syntax, i)
    text = phrase(syntax, whole)
    return text if len(text.split()) <= _LONG else phrase(syntax, [k for k in whole if k <= i])


_DOER, _DOERS = "doer", lexicon.groups("people")["doer-noun"] | lexicon.groups("people")["actor-noun"]
_LONG = 6
_APART = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "ADV"})


class Acquaintance:
    """What the sentences so far tell of names: their longest forms, and whether a person, a body or a ship has them."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}
        self._people: set[str] = set()
        self._taken_for_people: set[str] = set()
        self._bodies: set[str] = set()
        self._vessels: set[str] = set()
        self._with_article: set[str] = set()
        self._sexes: dict[str, str] = {}

    @property
    def full(self) -> Mapping[str, str]:
        """The single words that stand for a person named in full before, and that full name."""
        return self._full

    def full_name(self, text: str) -> str:
        """The longest form under which a person of this (short) name was introduced; else ``text``."""
        return self._full.get(text, text)

    def shown(self, text: str) -> str:
        """The name with the article it is told with ("the Kestrel")."""
        known = text in self._with_article and self.full_name(text) not in self._people
        return f"the {text}" if known else definite(text)

    def learn(self, syntax: Syntax, name: Name, head: int) -> None:
        """Take in what is told beside a name, whose first token above the others is ``head``."""
        placed = lookup(name.text) is not None
        if name.kind in (PERSON, OTHER) and not placed:
            self._learn_parts(name)
        called = name.kind != ORGANISATION and not placed and is_called_person(syntax, name)
        if called:
            self._people.add(self.full_name(name.text))
        if is_vessel(syntax, name):
            self._vessels.add(name.text)
        alone = syntax.dep(head) not in ("compound", "nmod") and not syntax.plural(head) and not called
        told = alone and name.first > 0 and syntax.lower(name.first - 1) == "the"
        if is_vessel(syntax, name) or (told and name.kind in (ORGANISATION, OTHER)):
            self._with_article.add(name.text)
        if not called and calls_own(syntax, head):
            self._bodies.add(name.text)
        first, *more = name.text.split()
        if more and name.kind in (ORGANISATION, OTHER) and not called and lookup(first) is None:
            self._bodies.add(first)  # people are called by their last names, bodies by their first

    def _learn_parts(self, name: Name) -> None:
        """A person may be named again by the last word of the name, or the first."""
        words = name.text.split()
        if name.kind == PERSON:
            self._taken_for_people.add(name.text)
        if len(words) > 1:
            for word in (words[0], words[-1]) if name.kind == PERSON else words[-1:]:
                if word[:1].isalpha():
                    self._full.setdefault(word, name.text)

    def mention(self, syntax: Syntax, name: Name, head: int, sentence: int) -> Mention:
        """The mention of a name, whose first token above the others is ``head``."""
        top = head
        while syntax.dep(top) in ("appos", "flat") and syntax.head(top) is not None:
            top = syntax.tokens[top].head  # what names a noun has its place in the clause
        leading = syntax.lower(name.first - 1) if name.first else ""
        vessel = name.text in self._vessels
        single = name.kind != PLACE and name.first == name.last
        again = name.kind == OTHER and self._full.get(name.text) in self._taken_for_people
        return Mention(
            name.text,
            OTHER if vessel else PERSON if again else name.kind,
            sentence,
            subject=syntax.dep(top) == "nsubj",
            sex="female" if vessel else self._sex(syntax, name),
            plural=single and syntax.plural(head) and (leading == "the" or syntax.lemma(head) in PEOPLE | _DOERS),
            named=leading not in lexicon.groups("grammar")["placing"],
            object=syntax.dep(top) in ("obj", "iobj"),
            agent=syntax.tokens[top].dep == "obl:agent",
            main=is_main_subject(syntax, top),
            source=is_source_of_kin(syntax, top),
            vessel=vessel,
        )

    def _sex(self, syntax: Syntax, name: Name) -> str:
        """``male``, ``female`` or ``""``, by titles, first names and what pronouns have told."""
        people = lexicon.groups("people")
        beside = [syntax.tokens[i] for i in range(max(0, name.first - 2), name.first)]
        if beside and beside[-1].upos in _APART:
            beside = []  # "The prince left Ulmen"
        words = self.full_name(name.text).split()
        first_word = next((word for word in words if word not in people["title"]), words[0])
        named = lexicon.forms("first_names").get(first_word)
        for sex in ("female", "male"):
            if named == sex or any(token.text in people[sex] for token in beside):
                return sex
        return self._sexes.get(self.full_name(name.text), "")

    def sex(self, text: str) -> str:
        """What titles, first names and pronouns have told of a person, as :attr:`Mention.sex`."""
        first = next((word for word in text.split() if word not in lexicon.groups("people")["title"]), "")
        return self._sexes.get(self.full_name(text)) or lexicon.forms("first_names").get(first) or ""

    def mark(self, text: str, sex: str) -> None:
        """Once "he" has been read as this name, the name is a man's."""
        self._sexes[self.full_name(text)] = sex

    def may_be_person(self, mention: Mention) -> bool:
        """A person, or a name of which nothing is known."""
        if mention.kind == PERSON:
            return True
        full = self.full_name(mention.text).split()
        return (
            mention.named
            and mention.kind == OTHER
            and len(full) > 1
            and lookup(mention.text) is None
            and all(word[:1].isupper() for word in full)
        )

    def may_be_body(self, mention: Mention, syntax: Syntax, i: int) -> bool:
        """No person; or a name that is taken for a person's, though nothing told of it says so: one of several words
        only where "it" does what only a body of people does."""
        if self.full_name(mention.text) in self._people:
            return False
        if mention.kind != PERSON:
            return mention.kind != _DOER
        if not mention.named or mention.sex:
            return False
        verb = syntax.head(i)
        return " " not in mention.text or (verb is not None and syntax.lemma(verb) in _OF_BODIES)

    def is_person(self, text: str) -> bool:
        """Whether something told beside the name says that it is a person's."""
        return self.full_name(text) in self._people

    def is_body(self, mention: Mention) -> bool:
        """No person; or a name taken for a person's of which the text has told what is told of bodies and things."""
        if mention.kind != PERSON:
            return mention.kind != _DOER
        known = mention.text in self._bodies and self.full_name(mention.text) not in self._people
        return known and mention.named and not mention.sex

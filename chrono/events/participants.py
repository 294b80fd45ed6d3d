"""Names in a sentence, and who a pronoun or "the two countries" stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from . import lexicon
from .gazetteer import lookup
from .syntax import Syntax

PERSON, ORGANISATION, PLACE, OTHER = "person", "organisation", "place", "other"
_ENTITY_KINDS = {"PER": PERSON, "PERSON": PERSON, "ORG": ORGANISATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE,
                 "PLACE": PLACE}
_MEMORY = 4
"""How many sentences back a pronoun may reach."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name: tokens ``first`` … ``last`` (inclusive) of its sentence."""

    first: int
    last: int
    text: str
    kind: str


def names(syntax: Syntax, skip: Collection[int] = ()) -> list[Name]:
    """The names of the sentence in text order: those the pipeline tagged, and other runs of proper nouns.

    ``skip`` are tokens that belong to no name (those of time expressions).
    """
    found: list[Name] = []
    i = 0
    while i < len(syntax.tokens):
        kind = _tagged(syntax, i)
        j = i
        if i in skip:
            i += 1
            continue
        if kind:
            while j + 1 < len(syntax.tokens) and _continues(syntax, j + 1, kind):
                j += 1
        elif _is_proper(syntax, i) or _opens_place(syntax, i):
            while j + 1 < len(syntax.tokens) and (_is_proper(syntax, j + 1) or _is_name_link(syntax, j + 1))\
                    and not _tagged(syntax, j + 1) and j + 1 not in skip:
                j += 1
        else:
            i += 1
            continue
        first = i if kind else _opening(syntax, i, skip)
        if not _is_people(syntax, first, j):
            found.append(_name(syntax, first, j, kind))
        i = j + 1
    return found


def _tagged(syntax: Syntax, i: int) -> str:
    return _ENTITY_KINDS.get(syntax.tokens[i].ent.rpartition("-")[2], "")


def _continues(syntax: Syntax, i: int, kind: str) -> bool:
    return _tagged(syntax, i) == kind and not syntax.tokens[i].ent.startswith("B-")


def _is_proper(syntax: Syntax, i: int) -> bool:
    token = syntax.tokens[i]
    hyphenated = i > 1 and syntax.tokens[i - 1].text == "-" and syntax.tokens[i - 1].end == token.start
    return token.upos == "PROPN" and (token.text[:1].isupper() or hyphenated)


def _opening(syntax: Syntax, first: int, skip: Collection[int]) -> int:
    """Where the name really begins: a capitalised word before it that the tree joins to it, whatever its tag."""
    before = first - 1
    if before < 0 or before in skip:
        return first
    token = syntax.tokens[before]
    joined = token.head == first or (syntax.tokens[first].head == before and syntax.dep(first) in ("flat", "compound"))
    capital = token.text.istitle() and token.upos in ("NOUN", "X", "VERB", "ADJ", "INTJ")
    place = lookup(token.text)
    return before if joined and capital and len(token.text) > 1 and not (place and place.kind == "demonym")\
        and token.text not in lexicon.groups("people")["title"] else first


def _opens_place(syntax: Syntax, i: int) -> bool:
    """An adjective that begins the name of a place ("United States")."""
    return i + 1 < len(syntax.tokens) and syntax.tokens[i].upos == "ADJ" and syntax.tokens[i].text[:1].isupper()\
        and lookup(f"{syntax.tokens[i].text} {syntax.tokens[i + 1].text}") is not None


def _is_people(syntax: Syntax, first: int, last: int) -> bool:
    """"South" of "South Korean"."""
    if last + 1 >= len(syntax.tokens):
        return False
    place = lookup(phrase(syntax, range(first, last + 2)))
    return place is not None and place.kind == "demonym"


def _is_name_link(syntax: Syntax, i: int) -> bool:
    """"of", "-", "&" and the like between two parts of one name ("Bank of England", "Kyung-wha")."""
    if i + 1 >= len(syntax.tokens) or syntax.lower(i) not in ("-", "&", "of", "de", "von", "van", "bin", "al"):
        return False
    tight = syntax.tokens[i - 1].end == syntax.tokens[i].start
    return (syntax.tokens[i + 1].upos == "PROPN" or (tight and syntax.lower(i) == "-"))\
        and (tight or syntax.lower(i) != "-")


def _name(syntax: Syntax, first: int, last: int, kind: str) -> Name:
    people = lexicon.groups("people")
    while first < last and syntax.tokens[first].text in people["title"]:
        kind = PERSON if not lookup(syntax.tokens[last].text) or kind == PERSON else kind
        first += 1
    text = phrase(syntax, range(first, last + 1))
    words = text.split()
    place = lookup(text)
    if place and place.kind != "demonym" and not (place.ambiguous and kind in (PERSON, ORGANISATION)):
        kind = PLACE if not place.ambiguous or kind == PLACE or _after_locative(syntax, first) else kind or OTHER
    elif any(word in people["organisation"] for word in words) or (len(words) == 1 and text.isupper() and len(text) > 1):
        kind = ORGANISATION
    elif not kind and (words[0] in people["male-name"] or words[0] in people["female-name"] or _titled(syntax, first)):
        kind = PERSON
    return Name(first, last, text, kind or OTHER)


def _after_locative(syntax: Syntax, first: int) -> bool:
    return first > 0 and syntax.lower(first - 1) in ("in", "at", "near", "from", "to", "of", "outside", "across")


def _titled(syntax: Syntax, first: int) -> bool:
    return first > 0 and syntax.tokens[first - 1].text in lexicon.groups("people")["title"]


def phrase(syntax: Syntax, indices: Iterator[int] | range | list[int]) -> str:
    """The text of these tokens, with the spacing of the original where they are neighbours."""
    parts: list[str] = []
    previous = None
    for i in indices:
        token = syntax.tokens[i]
        if previous is not None and (i != previous + 1 or syntax.tokens[previous].end < token.start)\
                and token.text not in _CLOSING and syntax.tokens[previous].text not in _OPENING:
            parts.append(" ")
        parts.append(token.text)
        previous = i
    return "".join(parts)


_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "%", "n't", "'"})
_OPENING = frozenset({"(", "[", "$", "£", "€"})


@dataclass(frozen=True, slots=True)
class _Mention:
    text: str
    kind: str
    sentence: int
    subject: bool
    sex: str = ""
    plural: bool = False
    named: bool = False


class Discourse:
    """What has been named so far in a document, for resolving pronouns where that is safe.

    Sentences are given in order with :meth:`enter`; :meth:`resolve` then answers for pronouns of the latest one.
    """

    def __init__(self) -> None:
        self._mentions: list[_Mention] = []
        self._pair = ""
        self._sentence = -1
        self._full: dict[str, str] = {}
        self._names: list[Name] = []

    def enter(self, syntax: Syntax, found: list[Name]) -> None:
        """Add the sentence's names and main subject to what is known."""
        self._sentence += 1
        self._names = found
        self._mentions = [m for m in self._mentions if m.sentence >= self._sentence - _MEMORY]
        for name in found:
            head = _head(syntax, name)
            before = syntax.lower(name.first - 1) if name.first else ""
            placed = before in ("in", "at", "near", "from", "to", "outside", "towards", "via")
            if name.kind in (PERSON, OTHER) and lookup(name.text) is None:
                self._learn(name.text)
            self._mentions.append(_Mention(name.text, name.kind, self._sentence, syntax.dep(head) in ("nsubj",),
                                           self._sex(syntax, name), named=not placed))
        self._enter_pairs(syntax, found)
        self._enter_subject(syntax, found)

    def _enter_pairs(self, syntax: Syntax, found: list[Name]) -> None:
        for name, other in zip(found, found[1:], strict=False):
            if other.first == name.last + 2 and syntax.lower(name.last + 1) in ("and", "&")\
                    and (name.kind == other.kind or OTHER in (name.kind, other.kind)):
                self._pair = f"{name.text} and {other.text}"
                subject = syntax.dep(_head(syntax, name)) == "nsubj"
                self._mentions.append(_Mention(self._pair, name.kind, self._sentence, subject, plural=True))

    def _enter_subject(self, syntax: Syntax, found: list[Name]) -> None:
        """A common noun as the main subject ("The club", "The first train") may be taken up by "it" or "they"."""
        for i, token in enumerate(syntax.tokens):
            if token.upos == "NOUN" and syntax.dep(i) == "nsubj" and not any(n.first <= i <= n.last for n in found):
                kind = PERSON if token.lemma.lower() in lexicon.groups("people")["person-noun"] else OTHER
                text = phrase(syntax, noun_phrase(syntax, i))
                if len(text.split()) <= 6:
                    sex = next((s for s in ("male", "female") if token.lemma.lower() in lexicon.groups("people")[s]), "")
                    self._mentions.append(_Mention(text, kind, self._sentence, True, sex,
                                                   "Number=Plur" in token.feats))

    def _learn(self, text: str) -> None:
        words = text.split()
        if len(words) > 1:
            for word in (words[0], words[-1]):
                self._full.setdefault(word, text)

    def full_name(self, text: str) -> str:
        """The longest form under which a person of this (short) name was introduced; else ``text``."""
        return self._full.get(text, text)

    def _sex(self, syntax: Syntax, name: Name) -> str:
        people = lexicon.groups("people")
        before = [syntax.tokens[i].text for i in range(max(0, name.first - 2), name.first)]
        first_word = self.full_name(name.text).split()[0]
        for sex in ("female", "male"):
            if any(word in people[sex] for word in before) or first_word in people[f"{sex}-name"]:
                return sex
        return next((m.sex for m in reversed(self._mentions) if m.sex and m.text == name.text), "")

    def resolve(self, syntax: Syntax, i: int) -> str | None:
        """Who or what the pronoun at token ``i`` stands for; ``None`` where that is not safe."""
        word = syntax.lower(i)
        if word in ("he", "him", "she", "her", "his", "hers"):
            return self._person(syntax, i, "male" if word in ("he", "him", "his") else "female")
        if word in ("it", "its"):
            return self._thing(syntax, i, plural=False)
        if word in ("they", "them", "their"):
            return self._thing(syntax, i, plural=True)
        return None

    def pair(self) -> str | None:
        """The two names last coordinated ("the two countries"), ``None`` when there were none."""
        return self._pair or None

    def _person(self, syntax: Syntax, i: int, sex: str) -> str | None:
        here = {name.text for name in self._names if name.first < i}
        people = [m for m in self._mentions if m.sex in (sex, "") and not m.plural and self._may_be_person(m)
                  and (m.sentence < self._sentence or m.text in here)]
        for level in range(self._sentence, self._sentence - _MEMORY, -1):
            near = [m for m in people if m.sentence == level]
            for group in ([m for m in near if m.subject and m.sex], [m for m in near if m.subject], near):
                distinct = {self.full_name(m.text): m for m in group}
                if len(distinct) == 1:
                    chosen = group[-1]
                    self._mark(chosen, sex)
                    return chosen.text
                if len(distinct) > 1:
                    return group[0].text if group[0].subject else None
        return None

    def _may_be_person(self, mention: _Mention) -> bool:
        """A person, or a name of which nothing is known."""
        return mention.kind == PERSON or (mention.named and mention.kind == OTHER and lookup(mention.text) is None)

    def _mark(self, mention: _Mention, sex: str) -> None:
        """Once "he" has been read as this name, the name is a man's."""
        self._mentions = [replace(m, sex=sex) if m.text == mention.text else m for m in self._mentions]


    def _thing(self, syntax: Syntax, i: int, *, plural: bool) -> str | None:
        above = self._governing_subject(syntax, i)
        if above is not None:
            fits = [m for m in self._mentions if m.sentence == self._sentence and m.subject and above.endswith(m.text)
                    and (plural or m.kind != PERSON) and (m.plural == plural or (plural and m.kind == ORGANISATION))]
            if fits:
                return fits[-1].text
        people_allowed = plural
        for level in (self._sentence - 1, self._sentence - 2):
            subjects = [m for m in self._mentions if m.sentence == level and m.subject
                        and (people_allowed or m.kind != PERSON) and (m.plural == plural or (
                            plural and m.kind in (ORGANISATION,)))]
            if subjects:
                distinct = {m.text for m in subjects}
                return subjects[0].text if len(distinct) == 1 or not plural else subjects[-1].text
        return None


    def _governing_subject(self, syntax: Syntax, i: int) -> str | None:
        """The subject of the clause above (or before) the one in which the pronoun ``i`` is the subject."""
        verb = syntax.head(i)
        if verb is None or syntax.dep(verb) not in ("ccomp", "conj", "advcl", "parataxis"):
            return None
        above = syntax.head(verb)
        subject = None if above is None else syntax.first(above, "nsubj")
        if subject is None or subject >= i or syntax.tokens[subject].upos == "PRON":
            return None
        return phrase(syntax, noun_phrase(syntax, subject))


def _head(syntax: Syntax, name: Name) -> int:
    span = range(name.first, name.last + 1)
    return next((i for i in span if syntax.tokens[i].head not in span or syntax.tokens[i].head == i), name.last)


def noun_phrase(syntax: Syntax, i: int) -> list[int]:
    """The tokens of the noun phrase headed by ``i`` without relative clauses, appositions and asides."""
    cut = set()
    for child in syntax.children[i]:
        if syntax.dep(child) in ("acl", "appos", "parataxis", "punct", "case", "mark", "cop", "aux", "nsubj", "advcl",
                                 "discourse", "vocative", "dep", "dislocated", "obl", "ccomp", "advmod")\
                and not (syntax.dep(child) == "punct" and syntax.lower(child) in ("-", "–"))\
                and not (syntax.dep(child) == "advmod" and child < i):
            cut.add(child)
        elif syntax.dep(child) == "conj" and syntax.tokens[child].upos in ("VERB", "AUX"):
            cut.add(child)
    indices = syntax.subtree(i, cut)
    while indices and (syntax.dep(indices[-1]) in ("cc", "punct") or syntax.lower(indices[-1]) in (",", "and"))\
            and indices[-1] != i:
        indices.pop()
    return indices

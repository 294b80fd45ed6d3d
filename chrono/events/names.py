"""Names in a sentence, and what they name: persons, organisations, places."""

from __future__ import annotations

import re
from collections.abc import Collection, Container

from ..places import lookup
from . import lexicon
from .name_parts import ORGANISATION, OTHER, PERSON, PLACE, Name, joined
from .phrases import phrase
from .syntax import Syntax

_BRAND = re.compile(r"[a-z]{1,2}[A-Z]\w+$")
"""Names of things that begin with a small letter ("eBay")."""
_ENTITY_KINDS = {
    "PER": PERSON,
    "PERSON": PERSON,
    "ORG": ORGANISATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "PLACE": PLACE,
}


def names(syntax: Syntax, skip: Collection[int] = (), known: Container[str] = ()) -> list[Name]:
    """The names of the sentence in text order: those the pipeline tagged, and other runs of proper nouns.

    ``skip`` are tokens that belong to no name (those of time expressions), ``known`` single words that have already
    stood for someone (surnames).
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
            while j + 1 < len(syntax.tokens) and _continues(syntax, j + 1, kind) and j + 1 not in skip:
                j += 1
        elif _is_proper(syntax, i) or _opens_place(syntax, i) or syntax.tokens[i].text in known:
            while (
                j + 1 < len(syntax.tokens)
                and (_is_proper(syntax, j + 1) or _is_name_link(syntax, j + 1))
                and not _tagged(syntax, j + 1)
                and j + 1 not in skip
            ):
                j += 1
        else:
            i += 1
            continue
        while (
            j + 1 < len(syntax.tokens)
            and j + 1 not in skip
            and (_is_flat(syntax, i, j + 1) or _is_number_of(syntax, i, j + 1))
        ):
            j += 1
        j = _partnership(syntax, _owned(syntax, i, _with_kind(syntax, i, j, skip)))
        first = i if kind else _opening(syntax, i, skip)
        if kind or not all(_is_title(syntax, at) for at in range(first, j + 1)):
            found += [
                _name(syntax, *part) for part in _parts(syntax, first, j, kind) if not _is_people(syntax, *part[:2])
            ]
        i = j + 1
    return joined(syntax, found)


def _is_title(syntax: Syntax, i: int) -> bool:
    people = lexicon.groups("people")
    return syntax.tokens[i].text in people["title"] | people["rank"]


def _parts(syntax: Syntax, first: int, last: int, kind: str) -> list[tuple[int, int, str]]:
    """The names, with their kinds, in a run of proper nouns that a title cuts in two ("Acme Group CEO Jane Roe")."""
    people = lexicon.groups("people")
    titles = [i for i in range(first + 1, last) if syntax.tokens[i].text in people["title"]]
    whole = syntax.tokens[last].text in people["organisation"] or lookup(phrase(syntax, range(first, last + 1)))
    if not titles or whole:
        return [(first, last, kind)]
    end = titles[0] - 1
    while end >= first and _is_title(syntax, end):
        end -= 1
    office = syntax.tokens[titles[0]].text in _MINISTERS  # "Transport Minister Clement Hale"
    before = [(first, end, "")] if end >= first and not office else []
    return [*before, (titles[-1] + 1, last, PERSON)]


def _tagged(syntax: Syntax, i: int) -> str:
    """The kind of name that the token is part of; a possessive mark is part of none ("Averra's coast guard")."""
    entity = syntax.tokens[i].ent
    if not entity or (syntax.lower(i) in ("'s", "’s") and syntax.dep(i) == "case"):
        return ""
    return _ENTITY_KINDS.get(entity.rpartition("-")[2], "")


def _continues(syntax: Syntax, i: int, kind: str) -> bool:
    return _tagged(syntax, i) == kind and not syntax.tokens[i].ent.startswith("B-")


def _is_proper(syntax: Syntax, i: int) -> bool:
    token = syntax.tokens[i]
    if token.text.islower() and token.upos != "PROPN":
        return False
    if _BRAND.match(token.text):
        return True
    joined = i > 1 and syntax.tokens[i - 1].text == "-" and syntax.tokens[i - 1].end == token.start
    hyphenated = joined and syntax.tokens[i - 2].text[:1].isupper()
    return token.upos == "PROPN" and (token.text[:1].isupper() or hyphenated)


def _is_number_of(syntax: Syntax, first: int, i: int) -> bool:
    """Whether the token is the number of the thing named before it ("Apollo 11", "Vega 3B")."""
    token = syntax.tokens[i]
    joined = first <= token.head < i or syntax.tokens[i - 1].head == i
    return token.text[:1].isdigit() and len(token.text) <= 4 and joined and _tagged(syntax, first) != PERSON


def _is_flat(syntax: Syntax, first: int, i: int) -> bool:
    """Whether the tree makes the capitalised token ``i`` a further part of the name that begins at ``first``."""
    token = syntax.tokens[i]
    return syntax.dep(i) == "flat" and first <= token.head < i and (token.text[:1].isupper() or token.text in _MARKS)


def _owned(syntax: Syntax, first: int, last: int) -> int:
    """The last token of a name whose first part owns the rest ("St Anne's Hospice", "the People's Bank")."""
    owner = syntax.tokens[first].text in _SAINTS or syntax.tokens[last].text in _OWNERS
    if not owner or last + 2 >= len(syntax.tokens) or syntax.tokens[last + 1].text not in _MARKS:
        return last
    end = last + 2
    if not syntax.tokens[end].text.istitle() or syntax.tokens[end].upos not in ("NOUN", "PROPN"):
        return last
    while end + 1 < len(syntax.tokens) and _is_proper(syntax, end + 1):
        end += 1
    return end


def _with_kind(syntax: Syntax, first: int, last: int, skip: Collection[int]) -> int:
    """The last token of a name that goes on with the kind of body it is, whatever its tag ("Halden Industries")."""
    word = syntax.tokens[last + 1] if last + 1 < len(syntax.tokens) else None
    goes_on = word is not None and last + 1 not in skip and first > 0
    named = word is not None and word.text in lexicon.groups("people")["organisation"]
    return last + 1 if goes_on and named else last


def _partnership(syntax: Syntax, last: int) -> int:
    """The last token of a firm called by the names of several people ("Brandt & Sons")."""
    while last + 2 < len(syntax.tokens) and syntax.tokens[last + 1].text == "&" and _is_proper(syntax, last + 2):
        last += 2
        while last + 1 < len(syntax.tokens) and _is_proper(syntax, last + 1):
            last += 1
    return last


_MARKS = frozenset({"'s", "’s"})
_SAINTS = lexicon.groups("people")["saint"]
_OWNERS = lexicon.groups("people")["name-owner"]


def _opening(syntax: Syntax, first: int, skip: Collection[int]) -> int:
    """Where the name really begins: a capitalised word before it that the tree joins to it, whatever its tag."""
    before = first - 1
    if before < 0 or before in skip:
        return first
    token = syntax.tokens[before]
    joined = token.head == first or (syntax.tokens[first].head == before and syntax.dep(first) in ("flat", "compound"))
    shout = token.text.isupper() and token.text.isalpha()  # "CMA CGM"
    capital = (token.text.istitle() or shout) and token.upos in ("NOUN", "X", "VERB", "ADJ", "INTJ")
    place = lookup(token.text)
    return (
        before
        if joined
        and capital
        and len(token.text) > 1
        and not (place and place.kind == "demonym")
        and token.text not in lexicon.groups("people")["title"]
        else first
    )


def _opens_place(syntax: Syntax, i: int) -> bool:
    """An adjective that begins the name of a place ("United States")."""
    return (
        i + 1 < len(syntax.tokens)
        and syntax.tokens[i].upos == "ADJ"
        and syntax.tokens[i].text[:1].isupper()
        and lookup(f"{syntax.tokens[i].text} {syntax.tokens[i + 1].text}") is not None
    )


def _is_people(syntax: Syntax, first: int, last: int) -> bool:
    """ "South" of "South Korean"."""
    if last + 1 >= len(syntax.tokens):
        return False
    place = lookup(phrase(syntax, range(first, last + 2)))
    return place is not None and place.kind == "demonym"


_LINKS = frozenset({"-", "&", "of", "de", "von", "van", "bin", "al"})


def _is_name_link(syntax: Syntax, i: int) -> bool:
    """ "of", "-", "&" and the like between two parts of one name ("Bank of England", "Kyung-wha")."""
    if i + 1 >= len(syntax.tokens) or syntax.lower(i) not in _LINKS:
        return False
    tight = syntax.tokens[i - 1].end == syntax.tokens[i].start
    return (syntax.tokens[i + 1].upos == "PROPN" or (tight and syntax.lower(i) == "-")) and (
        tight or syntax.lower(i) != "-"
    )


def _name(syntax: Syntax, first: int, last: int, kind: str) -> Name:
    people = lexicon.groups("people")
    while first < last and (syntax.tokens[first].upos == "PUNCT" or syntax.lower(first) == "of"):
        first += 1 if syntax.lower(first) != "of" or first + 1 == last else 2
    while first < last and syntax.lower(last) in _LINKS:
        last -= 1
    leading = people["title"] | people["rank"] if kind == PERSON else people["title"]
    while first < last and syntax.tokens[first].text in leading and not _is_saints_town(syntax, first, last):
        kind = PERSON if not lookup(syntax.tokens[last].text) or kind == PERSON else kind
        first += 1
    while kind == PERSON and first < last and syntax.tokens[first].text in _OFFICES:
        first += 1  # "Chief executive Ann Lund"
    text = phrase(syntax, range(first, last + 1))
    words = text.split()
    place = lookup(text)
    if kind in ("", PLACE) and place is None and len(words) > 1 and _is_who(syntax, last):
        return Name(first, last, text, PERSON)
    if len(words) > 1 and words[0] in people["thing-title"]:
        return Name(first, last, text, OTHER)
    if place and place.kind != "demonym" and not (place.ambiguous and kind in (PERSON, ORGANISATION)):
        kind = PLACE if not place.ambiguous or kind == PLACE or _after_locative(syntax, first) else kind or OTHER
    elif "&" in words or any(word in people["organisation"] for word in words) or (
        len(words) == 1 and text.isupper() and len(text) > 1
    ):
        kind = ORGANISATION
    elif _is_saints_town(syntax, first, last):
        kind = PLACE
    elif not kind and (words[0] in lexicon.forms("first_names") or _titled(syntax, first)):
        kind = PERSON
    elif kind != PLACE and is_beside(syntax, first, last, people["organisation-noun"]):
        kind = ORGANISATION
    return Name(first, last, text, kind or OTHER)


def _is_saints_town(syntax: Syntax, first: int, last: int) -> bool:
    """ "in St. Albans": a place called after a saint."""
    town = syntax.tokens[first].text in _SAINTS and last == first + 1
    return town and (_after_locative(syntax, first) or lookup(phrase(syntax, range(first, last + 1))) is not None)


_MINISTERS = frozenset({"Minister", "Secretary", "Commissioner"})
_OFFICES = lexicon.groups("people")["office-noun"]


def _is_who(syntax: Syntax, last: int) -> bool:
    """ "Torhild Vikane, who has died": the name is a person's."""
    return [syntax.lower(i) for i in range(last + 1, min(last + 3, len(syntax.tokens)))] == [",", "who"]


def _after_locative(syntax: Syntax, first: int) -> bool:
    return first > 0 and syntax.lower(first - 1) in lexicon.groups("grammar")["before-place"]


def _titled(syntax: Syntax, first: int) -> bool:
    return first > 0 and syntax.tokens[first - 1].text in lexicon.groups("people")["title"]


def is_beside(syntax: Syntax, first: int, last: int, nouns: Collection[str]) -> bool:
    """Whether one of these common nouns says what the name is: "the airline Skyreach", "Skyreach, an airline"."""
    if first > 0 and syntax.lemma(first - 1) in nouns:
        return True
    head = next((i for i in range(first, last + 1) if not first <= syntax.tokens[i].head <= last), last)
    beside = [*syntax.having(head, ("appos",)), *([syntax.tokens[head].head] if syntax.dep(head) == "appos" else [])]
    return any(syntax.lemma(i) in nouns for i in beside)


def head_of(syntax: Syntax, name: Name) -> int:
    """The token of the name that hangs on none of its others."""
    span = range(name.first, name.last + 1)
    return next((i for i in span if syntax.tokens[i].head not in span or syntax.tokens[i].head == i), name.last)

"""A small offline gazetteer: countries, capitals, larger cities, regions, and the adjectives of peoples.

Derived from GeoNames (CC BY 4.0) and ``countryinfo`` (MIT) by :mod:`chrono.places.recipes`; ``places.txt``
supplements it by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..wordlists import entries


@dataclass(frozen=True, slots=True)
class Place:
    """A place name: ``kind`` continent, country, capital, city, region or demonym; ``country`` it belongs to or ``""``;
    ``ambiguous`` where the name is also an ordinary word or a person's name."""

    name: str
    kind: str
    country: str = ""
    ambiguous: bool = False


@cache
def places() -> dict[str, Place]:
    """All places by name, as written in English text."""
    found = {}
    for line in entries("places", "gazetteer.tsv"):
        name, kind, country = line.split("\t")
        found[name] = Place(name, kind, country)
    for kind, name, country in _supplement():
        if kind == "ambiguous":
            old = found.get(name, Place(name, "region"))
            found[name] = Place(name, old.kind, old.country, True)
        else:
            found[name] = Place(name, kind, country)
    return found


def _supplement() -> Iterator[tuple[str, str, str]]:
    for line in entries("places", "places.txt"):
        kind, _, listed = line.partition(":")
        for entry in listed.split(" | "):
            name, _, country = entry.strip().partition("=")
            yield kind, name, country


def lookup(name: str) -> Place | None:
    """The place of this name, ``None`` when the gazetteer has none."""
    return places().get(name) or places().get(name.removeprefix("the ").removeprefix("The "))


def country_of(name: str) -> str:
    """The country a place or demonym belongs to, the name itself for a country, ``""`` when unknown."""
    place = lookup(name)
    return place.country if place else ""

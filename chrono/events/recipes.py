"""How the derived noun lexicon was made: ``python -m chrono.events.recipes nouns …``.

Not needed at run time. It comes from the WordNet 3.1 database (WordNet licence) and the event annotation of GUM
(CC BY 4.0).
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from ..grammar.conllu import TreebankSentence, read_conllu

DATA = Path(__file__).parent / "data"
EVENT_FILES = frozenset({"act", "event", "phenomenon", "process"})
LEXICOGRAPHER_FILES = {
    "04": "act",
    "11": "event",
    "19": "phenomenon",
    "22": "process",
    "10": "communication",
    "26": "state",
}


def nouns(wordnet: Path, treebanks: list[Path], shrinkage: float = 8.0) -> None:
    """Write ``data/event_nouns_wordnet.tsv``: per noun, how likely an occurrence it is (0 … 1).

    The prior is the share of a noun's senses (weighted by their frequency) that stand in WordNet's files of acts,
    events, phenomena and processes, raised when that sense derives from a verb; GUM's counts of how often the noun
    heads an entity of type ``event`` move it.
    """
    counts, events = _gum_counts(treebanks)
    lines = []
    for lemma, prior in sorted(_wordnet_priors(wordnet).items()):
        score = (events[lemma] + shrinkage * prior) / (counts[lemma] + shrinkage)
        if score >= 0.2:
            lines.append(f"{lemma}\t{score:.2f}")
    (DATA / "event_nouns_wordnet.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _wordnet_priors(wordnet: Path) -> dict[str, float]:
    senses: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for line in (wordnet / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, number, count = line.split()
        lemma, rest = key.split("%")
        part, file = rest.split(":")[:2]
        if part == "1" and lemma.isalpha() and lemma.islower():
            weight = int(count) + (2 if number == "1" else 1)
            senses[lemma].append((LEXICOGRAPHER_FILES.get(file, ""), weight, offset))
    deverbal = _deverbal(wordnet)
    priors = {}
    for lemma, entries in senses.items():
        if (
            max(weight for _, weight, _ in entries) < 3
            and len(entries) == 1
            and entries[0][1] < 3
            and not any(lemma in deverbal[offset] for _, _, offset in entries)
        ):
            continue
        total = sum(weight for _, weight, _ in entries)
        share = 0.0
        for file, weight, offset in entries:
            verbal = lemma in deverbal[offset]
            if file in EVENT_FILES:
                share += weight * (1.0 if verbal or file == "event" else 0.5)
            elif verbal:
                share += weight * 0.4
        priors[lemma] = 0.85 * share / total
    return priors


def _deverbal(wordnet: Path) -> dict[str, set[str]]:
    """Per noun synset, the words of it that derive from a verb."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (wordnet / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        for i in range(int(fields[at])):
            symbol, _, part, link = fields[at + 1 + 4 * i : at + 5 + 4 * i]
            if symbol == "+" and part == "v" and int(link[:2], 16):
                found[fields[0]].add(words[int(link[:2], 16) - 1])
    return found


def _gum_counts(treebanks: list[Path]) -> tuple[Counter[str], Counter[str]]:
    counts: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for path in treebanks:
        for sentence in read_conllu(path):
            heads = set(_event_heads(sentence))
            for i, word in enumerate(sentence.words):
                if word.upos == "NOUN" and not word.dep.startswith("compound"):
                    counts[word.lemma.lower()] += 1
                    events[word.lemma.lower()] += i in heads
    return counts, events


def _event_heads(sentence: TreebankSentence) -> Iterator[int]:
    """Indices of the words that head an entity of type ``event`` (GUM's ``Entity=`` bracketing)."""
    open_spans: list[tuple[str, int, str]] = []
    for i, word in enumerate(sentence.words):
        match = re.search(r"Entity=([^|]*)", word.misc)
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", match.group(1)) if match else ():
            if mark.startswith("("):
                name, _, rest = mark.strip("()").partition("-")
                open_spans.append((name, i, rest.partition("-")[0]))
                if not mark.endswith(")"):
                    continue
                mark = name + ")"
            for at in range(len(open_spans) - 1, -1, -1):
                if open_spans[at][0] == mark[:-1]:
                    _, start, kind = open_spans.pop(at)
                    if kind == "event":
                        yield from (
                            k
                            for k in range(start, i + 1)
                            if not start <= sentence.words[k].head <= i or sentence.words[k].head == k
                        )
                    break


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["nouns", wordnet_dict, *conllu] if conllu:
            nouns(Path(wordnet_dict), [Path(path) for path in conllu])
        case _:
            sys.exit("usage: python -m chrono.events.recipes nouns WORDNET/dict TREEBANK.conllu…")

"""Names as training material: persons, organisations and places in the corpora that annotate them.

GUM marks every mention of an entity, of whatever wording; of those headed by a proper noun the name itself is taken
("the American academic Marc Hill" gives "Marc Hill"). WikiGold marks names as such."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from chrono.grammar.conllu import Word
from chrono.wordlists import groups

_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
_BRACKET = re.compile(r"\((\d+)-(\w+)[^()]*|(\d+)\)|\)")
_PROPER = ("NNP", "NNPS")
_WORDS = groups("grammar", "words")


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence of which only the names are known: half-open code-point spans and types (PERSON, ORG, PLACE)."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def read_names(path: Path, split: str = "") -> list[Named]:
    """The sentences of a file of JSON lines with `text` and `entities`, those of one `split` if it is given."""
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not split or row["split"] == split:
            spans = ((e["start"], e["end"], _TYPES.get(e["type"], "")) for e in row["entities"])
            sentences.append(Named(row["text"], tuple(span for span in spans if span[2])))
    return sentences


def name_tags(words: Sequence[Word]) -> tuple[str, ...] | None:
    """One IOB tag per word ("B-PERSON", "I-PERSON", "O"), from the `Entity` brackets of GUM; None without any."""
    if not any("Entity=" in word.misc for word in words):
        return None
    tags = ["O"] * len(words)
    for first, last, kind in sorted(_mentions(words), key=lambda m: (m[0] - m[1], m[0])):
        core = _core(words, first, last, kind)
        if core and all(tags[i] == "O" for i in range(*core)):
            tags[core[0] : core[1]] = [f"B-{kind}"] + [f"I-{kind}"] * (core[1] - core[0] - 1)
    return tuple(tags)


def _mentions(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Inclusive word ranges of persons, organisations and places; other entities are left out."""
    found, stack = [], []
    for i, word in enumerate(words):
        entity = next((part[7:] for part in word.misc.split("|") if part.startswith("Entity=")), "")
        for match in _BRACKET.finditer(entity):
            if match.group(1):
                stack.append((match.group(1), match.group(2), i))
            elif stack:
                at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == match.group(3)), len(stack) - 1)
                _, kind, first = stack.pop(at)
                if kind in _TYPES:
                    found.append((first, i, _TYPES[kind]))
    return found


def _core(words: Sequence[Word], first: int, last: int, kind: str) -> tuple[int, int] | None:
    head = next((i for i in range(first, last + 1) if not first <= words[i].head <= last or words[i].head == i), first)
    if words[head].xpos not in _PROPER or (kind == "PERSON" and words[head].xpos == "NNPS"):
        return None
    low, high = head, head + 1
    while low > first and (words[low - 1].xpos in _PROPER or _links(words, low - 1, -1, first, last)):
        low -= 1
    while high <= last and (words[high].xpos in _PROPER or _links(words, high, 1, first, last)):
        high += 1
    while high - low > 1 and kind == "PERSON" and _is_title(words[low].form):
        low += 1
    if kind == "PERSON" and _is_title(words[low].form):
        return None
    return low, high


def _is_title(form: str) -> bool:
    return form.lower().rstrip(".") in _WORDS["title"]


def _links(words: Sequence[Word], i: int, step: int, first: int, last: int) -> bool:
    """Whether word `i` is a small word inside a name, another proper noun following in the direction of `step`."""
    for _ in range(2):
        if words[i].form.lower() not in _WORDS["link"]:
            return False
        i += step
        if not first <= i <= last:
            return False
        if words[i].xpos in _PROPER:
            return True
    return False

"""Read Universal Dependencies treebanks in CoNLL-U format (https://universaldependencies.org/format.html)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `start` and `end` are half-open code-point offsets into the sentence's text;
    `head` is the index of the governing word in the sentence, its own index for the root."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    misc: str


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One sentence of a treebank: its raw text, its words, and where it stands.

    `document` is the id of the enclosing document; `paragraph` counts paragraphs within the file."""

    id: str
    document: str
    paragraph: int
    text: str
    words: tuple[Word, ...]


def read_conllu(path: Path) -> Iterator[TreebankSentence]:
    """Yield the sentences of one CoNLL-U file.

    Words of a multiword token whose forms do not spell the token ("wanna" = "want" + "to" is spelt "wan" + "na" in
    English treebanks, so this is rare) share the token's span proportionally."""
    document, paragraph = "", 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        comments = [line for line in block.splitlines() if line.startswith("#")]
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if not rows:
            continue
        sentence_id = text = ""
        for comment in comments:
            key, _, value = comment[1:].partition("=")
            match key.strip().split():
                case ["newdoc", *_]:
                    document = value.strip()
                    paragraph += 1
                case ["newpar", *_]:
                    paragraph += 1
                case ["sent_id"]:
                    sentence_id = value.strip()
                case ["text"]:
                    text = value.strip()
        yield TreebankSentence(sentence_id, document, paragraph, text, tuple(_words(rows, text)))


def _words(rows: list[list[str]], text: str) -> Iterator[Word]:
    spans = _spans(rows, text)
    index = {row[0]: i for i, row in enumerate(row for row in rows if row[0].isdigit())}
    for row in rows:
        if not row[0].isdigit():
            continue
        i = index[row[0]]
        head = i if row[6] == "0" else index[row[6]]
        start, end = spans[i]
        feats = "" if row[5] == "_" else row[5]
        yield Word(start, end, row[1], row[2], row[3], row[4], feats, head, row[7], row[9])


def _spans(rows: list[list[str]], text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position, inside = 0, 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            start = text.index(row[1], position)
            position = start + len(row[1])
            forms = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last]
            spans.extend(_shares(forms, start, position))
            inside = last
        elif int(row[0]) > inside:
            start = text.index(row[1], position)
            position = start + len(row[1])
            spans.append((start, position))
    return spans


def _shares(forms: list[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    total = sum(map(len, forms))
    edges = [start]
    for i in range(1, len(forms) + 1):
        edges.append(start + round((end - start) * sum(map(len, forms[:i])) / total))
    yield from pairwise(edges)

"""Score a pipeline on a treebank as the CoNLL 2018 shared task did: F1 over words of raw text, subtypes left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from chrono.grammar.conllu import read_conllu
from chrono.grammar.names import Named
from chrono.grammar.normalise import plain


@dataclass(frozen=True, slots=True)
class Score:
    """F1 of tokens, universal tags, unlabelled and labelled attachment, of one treebank file."""

    name: str
    tokens: float
    upos: float
    uas: float
    las: float

    def __str__(self) -> str:
        return f"{self.name[:12]} tok {self.tokens:.4f} upos {self.upos:.4f} uas {self.uas:.4f} las {self.las:.4f}"


def score(nlp: Language, path: Path, genre: str = "") -> Score:
    """Score `nlp` on the sentences of `path`, each parsed from its raw text."""
    sentences = [s for s in read_conllu(path) if genre in s.document]
    docs: list[Doc] = [nlp.make_doc(plain(s.text)) for s in sentences]
    for doc in docs:
        for i, token in enumerate(doc):
            token.is_sent_start = i == 0
    gold = predicted = tokens = upos = uas = las = 0
    for sentence, doc in zip(sentences, nlp.pipe(docs, batch_size=256), strict=True):
        words = {(w.start, w.end): (i, w) for i, w in enumerate(sentence.words)}
        gold += len(sentence.words)
        for token in doc:
            if token.is_space:
                continue
            predicted += 1
            i, word = words.get((token.idx, token.idx + len(token)), (-1, None))
            if word is None:
                continue
            tokens += 1
            upos += word.upos == token.pos_
            head = sentence.words[word.head]
            if (head.start, head.end) == (token.head.idx, token.head.idx + len(token.head)):
                uas += 1
                las += word.dep.split(":")[0] == token.dep_.split(":")[0].lower()
    total = (gold + predicted) / 2
    return Score(path.stem + genre, tokens / total, upos / total, uas / total, las / total)


def score_names(nlp: Language, sentences: list[Named]) -> float:
    """F1 of names, spans and types exact."""
    right = gold = found = 0
    for sentence, doc in zip(sentences, nlp.pipe([plain(s.text) for s in sentences]), strict=True):
        names = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        right += len(names & set(sentence.names))
        gold += len(sentence.names)
        found += len(names)
    return 2 * right / (gold + found) if gold + found else 1.0

"""`python -m chrono.grammar.evaluate TREEBANK [--model NAME]`: score a pipeline on UD treebanks and on names.

Words are scored as in the CoNLL 2018 shared task: F1 over the words of raw text, subtypes of relations left out."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from chrono.grammar import load
from chrono.grammar.conllu import TreebankSentence, read_conllu
from chrono.grammar.names import Named, name_tags, read_names
from chrono.grammar.pipeline import Pipeline
from chrono.grammar.sentences import Span
from chrono.grammar.trees import Sentence


@dataclass(frozen=True, slots=True)
class Score:
    """F1 of tokens, universal tags, unlabelled and labelled attachment and lemmas, and of sentences, each 0 … 1;
    `speed` in words of the treebank per second of CPU time."""

    name: str
    tokens: float
    upos: float
    uas: float
    las: float
    lemmas: float
    sentences: float
    speed: float

    def __str__(self) -> str:
        figures = (self.tokens, self.upos, self.uas, self.las, self.lemmas, self.sentences)
        return f"{self.name:28s} " + " ".join(f"{100 * f:6.2f}" for f in figures) + f" {self.speed:8,.0f}"


def score(pipeline: Pipeline, sentences: Sequence[TreebankSentence], name: str, *, gold_bounds: bool) -> Score:
    """Score `pipeline` on whole documents of raw text, sentences cut as the treebank has them or by our own rules."""
    began = time.process_time()
    right = [0] * 5
    gold = found = right_sentences = gold_sentences = found_sentences = 0
    for text, spans, own in documents(sentences):
        parsed = pipeline.parse_spans(text, spans) if gold_bounds else pipeline.parse(text)
        bounds = {(s.start, s.end) for s in parsed}
        gold_sentences, found_sentences = gold_sentences + len(spans), found_sentences + len(parsed)
        right_sentences += len(bounds & {(s.start, s.end) for s in spans})
        gold += sum(len(s.words) for s in own)
        found += sum(len(s.tokens) for s in parsed)
        right = [a + b for a, b in zip(right, _right_words(parsed, spans, own), strict=True)]
    speed = gold / max(1e-9, time.process_time() - began)
    words, ends = (gold + found) / 2, (gold_sentences + found_sentences) / 2
    tokens, upos, uas, las, lemmas = (r / words for r in right)
    return Score(name, tokens, upos, uas, las, lemmas, right_sentences / ends, speed)


def documents(
    sentences: Sequence[TreebankSentence],
) -> Iterator[tuple[str, list[Span], list[TreebankSentence]]]:
    """The text of each document with its sentences' bounds. Paragraphs are set apart by blank lines, and so are
    sentences without a final mark, such as headings, whose line ends the treebanks do not keep."""
    for _, group in groupby(sentences, key=lambda s: s.document):
        own, text, spans = list(group), "", []
        for i, sentence in enumerate(own):
            if i:
                apart = sentence.paragraph != own[i - 1].paragraph or not set(text[-3:]) & set(".!?…")
                text += "\n\n" if apart else " "
            spans.append(Span(len(text), len(text) + len(sentence.text), sentence.paragraph))
            text += sentence.text
        yield text, spans, own


def _right_words(parsed: list[Sentence], spans: list[Span], own: list[TreebankSentence]) -> list[int]:
    words = {}
    for span, sentence in zip(spans, own, strict=True):
        for i, w in enumerate(sentence.words):
            head = sentence.words[w.head]
            bounds = (-1, -1) if w.head == i else (head.start + span.start, head.end + span.start)
            words[w.start + span.start, w.end + span.start] = (w, bounds)
    right = [0] * 5
    for result in parsed:
        for token in result.tokens:
            if (token.start, token.end) not in words:
                continue
            word, bounds = words[token.start, token.end]
            governor = result.tokens[token.head]
            attached = bounds == ((-1, -1) if token.head == token.i else (governor.start, governor.end))
            right[0] += 1
            right[1] += word.upos == token.upos
            right[2] += attached
            right[3] += attached and word.dep.split(":")[0] == token.dep.split(":")[0]
            right[4] += word.lemma.lower() == token.lemma.lower()
    return right


def score_names(pipeline: Pipeline, sentences: Sequence[Named]) -> dict[str, float]:
    """F1 of names, bounds and type exact, for each type and for all."""
    counts = {kind: [0, 0, 0] for kind in ("PERSON", "ORG", "PLACE", "all")}
    for sentence in sentences:
        gold = set(sentence.names)
        found = {
            (s.tokens[lo].start, s.tokens[hi - 1].end, kind)
            for s in pipeline.parse_spans(sentence.text, [Span(0, len(sentence.text), 0)])
            for lo, hi, kind in s.names()
        }
        for kind, (right, golds, founds) in counts.items():
            ours, theirs = ({n for n in names if kind in (n[2], "all")} for names in (found, gold))
            counts[kind] = [right + len(ours & theirs), golds + len(theirs), founds + len(ours)]
    return {kind: 2 * r / (g + f) if g + f else 1.0 for kind, (r, g, f) in counts.items()}


def named(sentences: Sequence[TreebankSentence]) -> list[Named]:
    """The names that GUM's entity annotation gives, as name annotation over raw sentences."""
    result = []
    for sentence in sentences:
        names: list[tuple[int, int, str]] = []
        for word, tag in zip(sentence.words, name_tags(sentence.words) or (), strict=False):
            if tag.startswith("B-"):
                names.append((word.start, word.end, tag[2:]))
            elif tag.startswith("I-"):
                names[-1] = (names[-1][0], word.end, names[-1][2])
        result.append(Named(sentence.text, tuple(names)))
    return result


def main() -> None:
    """Print the scores on each treebank of the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--model", help="an installed spaCy pipeline or a directory; without it, the shipped model")
    parser.add_argument("--split", default="test")
    arguments = parser.parse_args()
    pipeline = load(arguments.model)
    print(f"{'':28s} tokens   upos    uas    las lemmas   sent  words/s")
    for path in sorted(arguments.treebank.glob(f"*-{arguments.split}.conllu")):
        sentences = list(read_conllu(path))
        news = [s for s in sentences if "_news_" in s.document]
        for part, label in ((sentences, path.stem), (news, f"{path.stem} news")):
            if part:
                print(score(pipeline, part, label, gold_bounds=True))
                print(score(pipeline, part, f"{label}, raw", gold_bounds=False))
        names = named(sentences)
        if any(n.names for n in names):
            print(f"{path.stem} names", _percent(score_names(pipeline, names)))
    wikigold, uner = arguments.treebank / "wikigold.jsonl", arguments.treebank / "uner-ewt-dev-test.jsonl"
    if wikigold.exists():
        print("wikigold names (every fifth)", _percent(score_names(pipeline, read_names(wikigold)[::5])))
    if uner.exists():
        print("uner-ewt names", _percent(score_names(pipeline, read_names(uner, arguments.split))))


def _percent(figures: dict[str, float]) -> str:
    return " ".join(f"{kind} {100 * f:.1f}" for kind, f in figures.items())


if __name__ == "__main__":
    main()

"""`python -m chrono.grammar.train TREEBANK`: train the shipped pipeline, or a like one, from UD treebanks.

TREEBANK is a directory of CoNLL-U files named `*-train.conllu`, `*-dev.conllu` and `*-test.conllu`."""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Config, fix_random_seed

from chrono.grammar import features
from chrono.grammar.corpus import Tree, merge_times, read_trees, to_example, vary
from chrono.grammar.evaluate import score
from chrono.grammar.tokens import adjust_tokenizer

CONFIG = Path(__file__).parent / "data" / "train.cfg"
DROPOUT = 0.2
LEARN_RATE, FINAL_RATE = 0.0012, 0.00005
BATCH, FINAL_BATCH = 400, 1600


def blank(config: Path = CONFIG) -> Language:
    """An untrained pipeline of the shipped architecture."""
    nlp = spacy.util.load_model_from_config(Config().from_disk(config), auto_fill=True)
    adjust_tokenizer(nlp)
    return nlp


def train(treebank: Path, output: Path, minutes: float, config: Path = CONFIG, seed: int = 1) -> Language:
    """Train for about `minutes` of wall-clock time and leave the averaged weights in `output`, a spaCy directory."""
    fix_random_seed(seed)
    dice = random.Random(seed)
    nlp = blank(config)
    trees = weighted(treebank)
    _count(nlp, trees)
    sample = [to_example(nlp, merge_times(tree)) for tree in trees]
    optimizer = nlp.initialize(lambda: sample)
    began, seconds = time.monotonic(), 60 * minutes
    epoch, done = 0, 0.0
    while done < 1.0:
        losses: dict[str, float] = {}
        dice.shuffle(trees)
        for batch in _batches(trees, lambda: BATCH + (FINAL_BATCH - BATCH) * min(1.0, 2 * done)):
            done = min(1.0, (time.monotonic() - began) / seconds)
            optimizer.learn_rate = _rate(done)
            nlp.update([to_example(nlp, vary(t, dice)) for t in batch], sgd=optimizer, losses=losses, drop=DROPOUT)
            if done >= 1.0:
                break
        epoch += 1
        with nlp.use_params(optimizer.averages):
            figures = " ".join(str(score(nlp, path)) for path in sorted(treebank.glob("*-dev.conllu")))
            nlp.to_disk(output)
        print(f"{epoch} {time.monotonic() - began:.0f}s {done:.3f} {figures}", file=sys.stderr, flush=True)
    return nlp


def weighted(treebank: Path) -> list[Tree]:
    """The training trees; news, the domain of use, twice."""
    trees = []
    for path in sorted(treebank.glob("*-train.conllu")):
        trees += read_trees(path)
        trees += [tree for tree in read_trees(path) if tree.genre == "news"]
    return trees


def _rate(done: float) -> float:
    warm = min(1.0, done * 100 + 0.1)
    return warm * (FINAL_RATE + (LEARN_RATE - FINAL_RATE) * (1 + math.cos(math.pi * done)) / 2)


def _batches(trees: list[Tree], size) -> Iterator[list[Tree]]:
    batch, words = [], 0
    for tree in trees:
        batch.append(tree)
        words += len(tree.words)
        if words >= size():
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _count(nlp: Language, trees: list[Tree]) -> None:
    frequency = Counter(word for tree in trees for word in tree.words)
    for node in nlp.get_pipe("tok2vec").model.walk():
        if isinstance(node._func, features.LexemeFeatures):
            node._func.frequency = frequency


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--minutes", type=float, default=70)
    parser.add_argument("--output", type=Path, default=Path("model"))
    parser.add_argument("--config", type=Path, default=CONFIG)
    arguments = parser.parse_args()
    np.seterr(all="ignore")
    train(arguments.treebank, arguments.output, arguments.minutes, arguments.config)


if __name__ == "__main__":
    main()

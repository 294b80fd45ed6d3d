"""`python -m chrono.grammar.train TREEBANK`: train the shipped pipeline, or a like one, from UD treebanks.

TREEBANK is a directory of CoNLL-U files named `*-train.conllu`, `*-dev.conllu` and `*-test.conllu`."""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Config, fix_random_seed

from chrono.grammar import features
from chrono.grammar.corpus import Tree, merge_times, named_example, read_trees, to_example, vary
from chrono.grammar.evaluate import score, score_names
from chrono.grammar.names import Named, read_names
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
    trees: list[Tree | Named] = [*weighted(treebank), *named(treebank)]
    _count(nlp, [tree for tree in trees if isinstance(tree, Tree)])
    sample = [to_example(nlp, merge_times(tree)) for tree in trees if isinstance(tree, Tree)]
    optimizer = nlp.initialize(lambda: sample)
    began, seconds = time.monotonic(), 60 * minutes
    epoch, done = 0, 0.0
    while done < 1.0:
        losses: dict[str, float] = {}
        dice.shuffle(trees)
        for batch in _batches(trees, lambda: BATCH + (FINAL_BATCH - BATCH) * min(1.0, 2 * done)):
            done = min(1.0, (time.monotonic() - began) / seconds)
            optimizer.learn_rate = _rate(done)
            examples = [
                to_example(nlp, vary(item, dice)) if isinstance(item, Tree) else named_example(nlp, item)
                for item in batch
            ]
            nlp.update(examples, sgd=optimizer, losses=losses, drop=DROPOUT)
            if done >= 1.0:
                break
        epoch += 1
        with nlp.use_params(optimizer.averages):
            figures = " ".join(str(score(nlp, path)) for path in sorted(treebank.glob("*-dev.conllu")))
            figures += f" names {score_names(nlp, named(treebank, held_out=True)):.3f}"
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


def named(treebank: Path, *, held_out: bool = False) -> list[Named]:
    """The sentences of WikiGold, if the directory has it: every fifth is held out for measuring."""
    path = treebank / "wikigold.jsonl"
    sentences = read_names(path) if path.exists() else []
    return [sentence for i, sentence in enumerate(sentences) if (i % 5 == 0) == held_out]


def _rate(done: float) -> float:
    warm = min(1.0, done * 100 + 0.1)
    return warm * (FINAL_RATE + (LEARN_RATE - FINAL_RATE) * (1 + math.cos(math.pi * done)) / 2)


def _batches(items: list[Tree | Named], size: Callable[[], float]) -> Iterator[list[Tree | Named]]:
    batch: list[Tree | Named] = []
    words = 0
    for item in items:
        batch.append(item)
        words += len(item.words) if isinstance(item, Tree) else item.text.count(" ")
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

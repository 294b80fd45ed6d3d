"""`python -m chrono.grammar.train TREEBANK`: train a pipeline like the shipped one from UD treebanks.

TREEBANK is a directory of CoNLL-U files named `*-train.conllu`, `*-dev.conllu` and `*-test.conllu`; if it holds
`wikigold.jsonl`, names are learned from that as well. OUTPUT receives `model.bin` and `lemmas.json`, the two files that
`chrono.grammar.load(OUTPUT)` reads and that the package ships in its `data` directory."""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Config, fix_random_seed

from chrono.grammar import features, lemmas, pack, tokens  # noqa: F401  (`tokens` registers the tokenizer)
from chrono.grammar.conllu import read_conllu
from chrono.grammar.corpus import Tree, merge_times, named_example, read_trees, to_example, vary
from chrono.grammar.evaluate import score, score_names
from chrono.grammar.names import Named, read_names
from chrono.grammar.normalise import plain
from chrono.grammar.pipeline import Pipeline

CONFIG = Path(__file__).parent / "data" / "train.cfg"
DROPOUT = 0.2
LEARN_RATE, FINAL_RATE = 0.0012, 0.00005
BATCH, FINAL_BATCH = 400, 1600


def train(treebank: Path, output: Path, minutes: float, seed: int = 1) -> None:
    """Train for about `minutes` of wall-clock time; after each pass the averaged weights so far are in `output`."""
    fix_random_seed(seed)
    dice = random.Random(seed)
    output.mkdir(parents=True, exist_ok=True)
    lemmatizer = learn_lemmas(treebank)
    lemmatizer.save(output / "lemmas.json")
    items: list[Tree | Named] = [*weighted(treebank), *named(treebank)]
    nlp = blank()
    optimizer = _initialize(nlp, [item for item in items if isinstance(item, Tree)])
    began, seconds = time.monotonic(), 60 * minutes

    def progress() -> float:
        return min(1.0, (time.monotonic() - began) / seconds)

    done = 0.0
    while done < 1.0:
        dice.shuffle(items)
        for batch in _batches(items, lambda: BATCH + (FINAL_BATCH - BATCH) * min(1.0, 2 * progress())):
            done = progress()
            optimizer.learn_rate = _rate(done)
            nlp.update([_example(nlp, item, dice) for item in batch], sgd=optimizer, drop=DROPOUT)
            if done >= 1.0:
                break
        with nlp.use_params(optimizer.averages):
            pack.save(nlp, output / "model.bin")
            _report(Pipeline(nlp, lemmatizer), treebank, time.monotonic() - began)


def blank(config: Path = CONFIG) -> Language:
    """An untrained pipeline of the shipped architecture."""
    return spacy.util.load_model_from_config(Config().from_disk(config), auto_fill=True)


def weighted(treebank: Path) -> list[Tree]:
    """The training trees; news, the domain of use, twice."""
    trees = []
    for path in sorted(treebank.glob("*-train.conllu")):
        own = read_trees(path)
        trees += own + [tree for tree in own if tree.genre == "news"]
    return trees


def named(treebank: Path, *, held_out: bool = False) -> list[Named]:
    """The sentences of WikiGold, if the directory has it: every fifth is held out for measuring."""
    path = treebank / "wikigold.jsonl"
    sentences = read_names(path) if path.exists() else []
    return [sentence for i, sentence in enumerate(sentences) if (i % 5 == 0) == held_out]


def learn_lemmas(treebank: Path) -> lemmas.Lemmatizer:
    """The lemmatizer that the training files teach; misspelt words teach nothing."""
    rows = []
    for path in sorted(treebank.glob("*-train.conllu")):
        for sentence in read_conllu(path):
            for w in sentence.words:
                if w.dep != "goeswith" and "Typo=Yes" not in w.feats:
                    rows.append((plain(sentence.text[w.start : w.end]), w.upos, w.feats, w.lemma))
    return lemmas.learn(rows)


def _initialize(nlp: Language, trees: list[Tree]) -> Any:
    frequency = Counter(word for tree in trees for word in tree.words)
    tok2vec: Any = nlp.get_pipe("tok2vec")
    for node in tok2vec.model.walk():
        if isinstance(node._func, features.LexemeFeatures):
            node._func.frequency = frequency
    sample = [to_example(nlp, merge_times(tree)) for tree in trees]
    return nlp.initialize(lambda: sample)


def _example(nlp: Language, item: Tree | Named, dice: random.Random) -> Example:
    return to_example(nlp, vary(item, dice)) if isinstance(item, Tree) else named_example(nlp, item)


def _rate(done: float) -> float:
    """The learning rate: a short warm-up, then half a cosine."""
    warm = min(1.0, done * 100 + 0.1)
    return warm * (FINAL_RATE + (LEARN_RATE - FINAL_RATE) * (1 + math.cos(math.pi * done)) / 2)


def _batches(items: list[Tree | Named], size: Callable[[], float]) -> Iterator[list[Tree | Named]]:
    """Consecutive items of together about `size()` words."""
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


def _report(pipeline: Pipeline, treebank: Path, seconds: float) -> None:
    for path in sorted(treebank.glob("*-dev.conllu")):
        figures = score(pipeline, list(read_conllu(path)), path.stem, gold_bounds=True)
        print(f"{seconds:6.0f}s", figures, file=sys.stderr)
    held_out = named(treebank, held_out=True)
    if held_out:
        print(f"{seconds:6.0f}s names {score_names(pipeline, held_out)['all']:.3f}", file=sys.stderr, flush=True)


def main() -> None:
    """Train on the treebanks of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--minutes", type=float, default=62, help="wall-clock time to train (default: %(default)s)")
    parser.add_argument("--output", type=Path, default=Path("grammar-model"))
    arguments = parser.parse_args()
    if not any(arguments.treebank.glob("*-train.conllu")):
        parser.error(f"{arguments.treebank}: no *-train.conllu here")
    train(arguments.treebank, arguments.output, arguments.minutes)


if __name__ == "__main__":
    main()

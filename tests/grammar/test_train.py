"""The recipe, in small: a treebank of our own is read, varied, learned and loaded again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from chrono import grammar
from chrono.grammar.conllu import read_conllu
from chrono.grammar.corpus import merge_times, read_trees, vary
from chrono.grammar.names import name_tags
from chrono.grammar.train import train

BANK = """\
# newdoc id = own_news_mill
# newpar
# sent_id = 1
# text = Mr. Lund didn't leave the mill in the last two weeks.
1\tMr.\tMr.\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tEntity=(1-person
2\tLund\tLund\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tEntity=1)
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\tTense=Past|VerbForm=Fin\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tleave\tleave\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
6\tthe\tthe\tDET\tDT\t_\t7\tdet\t_\tEntity=(2-place
7\tmill\tmill\tNOUN\tNN\tNumber=Sing\t5\tobj\t_\tEntity=2)
8\tin\tin\tADP\tIN\t_\t12\tcase\t_\t_
9\tthe\tthe\tDET\tDT\t_\t12\tdet\t_\t_
10\tlast\tlast\tADJ\tJJ\tDegree=Pos\t12\tamod\t_\t_
11\ttwo\ttwo\tNUM\tCD\tNumType=Card\t12\tnummod\t_\t_
12\tweeks\tweek\tNOUN\tNNS\tNumber=Plur\t5\tobl\t_\tSpaceAfter=No
13\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# sent_id = 2
# text = It burned.
1\tIt\tit\tPRON\tPRP\tNumber=Sing\t2\tnsubj\t_\t_
2\tburned\tburn\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture(scope="module")
def treebank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("treebank")
    for part, copies in (("train", 20), ("dev", 1)):
        (directory / f"own-{part}.conllu").write_text(BANK * copies, encoding="utf-8")
    return directory


def test_reading(treebank: Path) -> None:
    first, second = read_conllu(treebank / "own-dev.conllu")
    assert [first.text[w.start : w.end] for w in first.words[:5]] == ["Mr.", "Lund", "did", "n't", "leave"]
    assert (first.document, second.words[0].head, second.words[1].head) == ("own_news_mill", 1, 1)


def test_names_are_taken_from_mentions(treebank: Path) -> None:
    first, second = read_conllu(treebank / "own-dev.conllu")
    assert name_tags(first.words) == ("O", "B-PERSON", *["O"] * 11)
    assert name_tags(second.words) is None


def test_time_expressions_become_one_word(treebank: Path) -> None:
    tree = merge_times(read_trees(treebank / "own-dev.conllu")[0])
    assert tree.words[7:] == ("in", "the last two weeks", ".")
    assert (tree.heads[7:], tree.deps[7:]) == ((8, 4, 4), ("case", "obl", "punct"))
    assert tree.text == "Mr. Lund didn't leave the mill in the last two weeks."


def test_variants_are_trees(treebank: Path) -> None:
    tree = read_trees(treebank / "own-dev.conllu")[0]
    dice = random.Random(0)
    variants = [vary(tree, dice) for _ in range(300)]
    assert len({v.text for v in variants}) >= 5
    for v in variants:
        size = len(v.words)
        assert [len(c) for c in (v.spaces, v.upos, v.feats, v.heads, v.deps, v.names or ())] == [size] * 6
        assert sum(head == i for i, head in enumerate(v.heads)) == 1 and all(0 <= h < size for h in v.heads)


def test_training_gives_a_pipeline_that_loads(treebank: Path, tmp_path: Path) -> None:
    train(treebank, tmp_path / "model", minutes=0.02)
    assert {path.name for path in (tmp_path / "model").iterdir()} == {"model.bin", "lemmas.json"}
    (sentence,) = grammar.load(str(tmp_path / "model")).parse("It burned.")
    assert [t.text for t in sentence.tokens] == ["It", "burned", "."]

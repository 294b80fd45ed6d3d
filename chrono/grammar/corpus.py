"""Treebank sentences as training material: plain trees that can be varied before they become spaCy examples."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans

from chrono.grammar.conllu import TreebankSentence, read_conllu
from chrono.grammar.names import Named, name_tags
from chrono.grammar.normalise import plain

_MONTH = (
    r"(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?|january|february|march|april|may|june|july|august"
    r"|september|october|november|december"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_UNIT = (
    r"(?:day|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter"
    r"|morning|afternoon|evening|night)"
)
_NUMBER = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few|some)"
_EARLY = r"(?:early |late |mid - |mid-)?"
# A rough notion of time expressions suffices here: it only has to show the parser what a merged one looks like.
_TIME = re.compile(
    r"(?:(?:early|mid|late|later|earlier) )?(?:the )?"
    rf"(?:last|this|next|past|previous|following|same|coming) (?:{_NUMBER} )?{_UNIT}s?"
    rf"|(?:the )?{_DAY}(?: {_UNIT})?(?: , (?:{_MONTH}) \d\d?)?(?: , \d{{4}})?"
    rf"|(?:yesterday|tomorrow|today|tonight) {_UNIT}"
    rf"|{_EARLY}(?:{_MONTH}) \d\d?(?: , \d{{4}})?|{_EARLY}(?:{_MONTH}) (?:of )?\d{{4}}"
    rf"|\d\d?(?: of)? (?:{_MONTH})(?: ,? ?\d{{4}})?"
    rf"|(?:about |more than |over )?{_NUMBER} {_UNIT}s? (?:ago|earlier|later|before|after)"
    rf"|the {_EARLY}\d{{4}}s|the (?:beginning|start|end|middle) of (?:the )?(?:{_UNIT}|\d{{4}})"
    r"|\d\d?(?: : \d\d|:\d\d)? (?:a\.m\.|p\.m\.|am|pm)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence as parallel tuples. `spaces[i]` tells whether a space follows word `i`; the root heads itself.
    `names` are IOB tags, None where names are not annotated."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...] | None = None
    genre: str = ""
    merged: bool = False

    @property
    def text(self) -> str:
        """The sentence as it would be written."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).strip()


def read_trees(path: Path) -> list[Tree]:
    """The trees of one CoNLL-U file, their text normalised as the parser will see it."""
    return [tree for sentence in read_conllu(path) if (tree := to_tree(sentence)) is not None]


def to_tree(sentence: TreebankSentence) -> Tree | None:
    """The tree of one sentence, or None where words share no span of their own."""
    words = sentence.words
    text = plain(sentence.text)
    forms = tuple(text[w.start : w.end] for w in words)
    if any(not form or " " in form for form in forms):
        return None
    spaces = tuple(i + 1 < len(words) and words[i + 1].start > w.end for i, w in enumerate(words))
    return Tree(
        forms,
        spaces,
        tuple(w.upos for w in words),
        tuple(w.feats for w in words),
        tuple(w.head for w in words),
        tuple("ROOT" if w.head == i else w.dep for i, w in enumerate(words)),
        names=name_tags(words),
        genre="news" if re.search(r"(?i)news", sentence.document) else "",
    )


def to_example(nlp: Language, tree: Tree) -> Example:
    """The tree as gold standard beside its text as our own tokenizer cuts it."""
    reference = Doc(
        nlp.vocab,
        words=list(tree.words),
        spaces=list(tree.spaces),
        pos=list(tree.upos),
        morphs=list(tree.feats),
        heads=list(tree.heads),
        deps=list(tree.deps),
        sent_starts=[i == 0 for i in range(len(tree.words))],
        ents=list(tree.names or [""] * len(tree.words)),
    )
    if tree.merged:
        predicted = Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces))
    else:
        predicted = nlp.make_doc(tree.text)
        if predicted.text != reference.text:
            predicted = Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces))
    for i, token in enumerate(predicted):
        token.is_sent_start = i == 0
    return Example(predicted, reference)


def named_example(nlp: Language, sentence: Named) -> Example:
    """A sentence of which the names alone are known, as an example that teaches nothing else."""
    text = plain(sentence.text)
    reference = nlp.make_doc(text)
    spans = [reference.char_span(s, e, label=kind, alignment_mode="expand") for s, e, kind in sentence.names]
    reference.set_ents(filter_spans([span for span in spans if span is not None]))
    predicted = nlp.make_doc(text)
    for i, token in enumerate(predicted):
        token.is_sent_start = i == 0
    return Example(predicted, reference)


def vary(tree: Tree, random: random.Random) -> Tree:
    """A variant of `tree` as dirty or differently styled text would have it; most often `tree` with its time
    expressions made one token, or `tree` itself."""
    dice = random.random()
    if dice < 0.03:
        tree = _recase(tree, [w.lower() for w in tree.words])
    elif dice < 0.05:
        tree = _recase(tree, [w.upper() for w in tree.words])
    elif dice < 0.08:
        tree = _recase(tree, [w.capitalize() if len(w) > 3 else w for w in tree.words])
    elif dice < 0.12:
        tree = _telegraphic(tree)
    elif dice < 0.15 and tree.words[-1] == ".":
        tree = _without(tree, {len(tree.words) - 1})
    elif dice < 0.18:
        tree = _requote(tree)
    return merge_times(tree) if random.random() < 0.6 else tree


def _recase(tree: Tree, words: Sequence[str]) -> Tree:
    return replace(tree, words=tuple(words)) if sum(map(len, words)) == sum(map(len, tree.words)) else tree


def _requote(tree: Tree) -> Tree:
    swap = {"'": '"', '"': "'", "--": "-", "-": "--", "–": "-", "—": "-"}
    pairs = zip(tree.words, tree.upos, strict=True)
    return replace(tree, words=tuple(swap.get(word, word) if upos == "PUNCT" else word for word, upos in pairs))


def _telegraphic(tree: Tree) -> Tree:
    """Headline style: articles and the final stop go."""
    governors = set(tree.heads)
    gone = {i for i, w in enumerate(tree.words) if w.lower() in ("the", "a", "an") and i not in governors}
    if tree.words[-1] == ".":
        gone.add(len(tree.words) - 1)
    return _without(tree, gone) if len(gone) < len(tree.words) else tree


def _without(tree: Tree, gone: set[int]) -> Tree:
    if gone & {h for i, h in enumerate(tree.heads) if i not in gone}:
        return tree
    keep = [i for i in range(len(tree.words)) if i not in gone]
    if not keep:
        return tree
    new = {old: i for i, old in enumerate(keep)}
    return Tree(
        tuple(tree.words[i] for i in keep),
        tuple(tree.spaces[i] and i != keep[-1] for i in keep),
        tuple(tree.upos[i] for i in keep),
        tuple(tree.feats[i] for i in keep),
        tuple(new[tree.heads[i]] for i in keep),
        tuple(tree.deps[i] for i in keep),
        tuple(tree.names[i] for i in keep) if tree.names else None,
    )


def merge_times(tree: Tree) -> Tree:
    """`tree` with each time expression of several words that is a constituent made one token."""
    spans = _time_spans(tree)
    if not spans:
        return tree
    groups: list[tuple[int, ...]] = []
    i = 0
    ends = dict(spans)
    while i < len(tree.words):
        stop = ends.get(i, i + 1)
        groups.append(tuple(range(i, stop)))
        i = stop
    new = {old: i for i, group in enumerate(groups) for old in group}
    tops = [_top(tree, group) for group in groups]
    words = []
    for group in groups:
        pieces = [tree.words[i] + " " * (tree.spaces[i] and i != group[-1]) for i in group]
        word = "".join(pieces)
        words.append(word if len(group) == 1 or " " in word else " ".join(p.strip() for p in pieces))
    return Tree(
        tuple(words),
        tuple(tree.spaces[group[-1]] for group in groups),
        tuple(tree.upos[t] for t in tops),
        tuple(tree.feats[t] if len(g) == 1 else "" for t, g in zip(tops, groups, strict=True)),
        tuple(new[tree.heads[t]] for t in tops),
        tuple(tree.deps[t] for t in tops),
        tuple(tree.names[t] if len(g) == 1 else "O" for t, g in zip(tops, groups, strict=True)) if tree.names else None,
        merged=True,
    )


def _top(tree: Tree, group: tuple[int, ...]) -> int:
    return next((i for i in group if tree.heads[i] not in group or tree.heads[i] == i), group[0])


def _time_spans(tree: Tree) -> list[tuple[int, int]]:
    """Half-open spans of word indices."""
    starts, position = {}, 0
    for i, word in enumerate(tree.words):
        starts[position] = i
        position += len(word) + 1
    ends = {start + len(tree.words[i]): i + 1 for start, i in starts.items()}
    spans = []
    for match in _TIME.finditer(" ".join(tree.words)):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is None or last is None or last - first < 2:
            continue
        outside = [i for i in range(first, last) if not first <= tree.heads[i] < last or tree.heads[i] == i]
        governed = [h for i, h in enumerate(tree.heads) if not first <= i < last and first <= h < last]
        if len(outside) == 1 and set(governed) <= set(outside):
            spans.append((first, last))
    return spans

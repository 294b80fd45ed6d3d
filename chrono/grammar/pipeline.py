"""From text to trees: split, normalise for the parser, tokenise, merge, parse, and hand out plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from chrono.grammar import labels
from chrono.grammar.lemmas import Lemmatizer
from chrono.grammar.normalise import dateline_end, plain, uncapitalise
from chrono.grammar.paragraphs import join_spans
from chrono.grammar.sentences import Span, split
from chrono.grammar.trees import Sentence, Token, token_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH_WORDS = 6000


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence cut into words but not yet parsed: `words[i]` stands at `spans[i]` of the text, and the first
    `dateline` of them are kept from the parser."""

    span: Span
    words: list[str]
    spaces: list[bool]
    spans: list[tuple[int, int]]
    merged: frozenset[int]
    dateline: int


class Pipeline:
    """A loaded language pipeline. Make one with `chrono.grammar.load`.

    `nlp` is any spaCy pipeline with a tagger and a dependency parser; `lemmatizer` serves where `nlp` brings no
    lemmas of its own."""

    def __init__(self, nlp: Language, lemmatizer: Lemmatizer) -> None:
        self._nlp = nlp
        self._lemmatizer = lemmatizer
        self._convert = labels.converter(nlp)

    def parse(self, text: str, *, merge: Sequence[tuple[int, int]] = (), breaks: Sequence[int] = ()) -> list[Sentence]:
        """The sentences of `text`, parsed.

        Each span of `merge` (half-open, code points), such as a time expression of several words, becomes one token
        with just these offsets, less white space at its ends; spans that overlap are joined. A sentence ends at each
        offset of `breaks`."""
        return self._finish(text, self._read(self._draft(text, merge, breaks)))

    def parse_spans(self, text: str, spans: Sequence[Span]) -> list[Sentence]:
        """Parse sentences whose bounds are known; each non-empty span gives one sentence."""
        return self._finish(text, self._read(self._drafts(text, spans, [])))

    def pipe(
        self, texts: Iterable[tuple[str, Sequence[tuple[int, int]]]], *, batch_size: int = 32
    ) -> Iterator[list[Sentence]]:
        """`parse` for many texts, each with its `merge` spans; `batch_size` texts are parsed at a time."""
        batch: list[tuple[str, Sequence[tuple[int, int]]]] = []
        for item in chain(texts, (None,)):
            if item is not None:
                batch.append(item)
            if batch and (item is None or len(batch) >= batch_size):
                drafts = [self._draft(text, merge, ()) for text, merge in batch]
                parsed = self._read(list(chain.from_iterable(drafts)))
                for (text, _), own in zip(batch, drafts, strict=True):
                    yield self._finish(text, [next(parsed) for _ in own])
                batch = []

    def _draft(self, text: str, merge: Sequence[tuple[int, int]], breaks: Sequence[int]) -> list[_Draft]:
        merged = join_spans(text, merge)
        return self._drafts(text, split(text, merge=merged, breaks=breaks), merged)

    def _drafts(self, text: str, spans: Sequence[Span], merged: list[tuple[int, int]]) -> list[_Draft]:
        drafts, previous = [], -1
        for span in spans:
            own = [(s, e) for s, e in merged if span.start <= s and e <= span.end]
            draft = self._cut(text, span, own, opens_paragraph=span.paragraph != previous)
            previous = span.paragraph
            if draft.words:
                drafts.append(draft)
        return drafts

    def _cut(self, text: str, span: Span, merged: list[tuple[int, int]], *, opens_paragraph: bool) -> _Draft:
        seen = plain(text[span.start : span.end])
        dateline = dateline_end(seen) if opens_paragraph else 0
        if any(s < span.start + dateline < e for s, e in merged):
            dateline = 0
        seen = seen[:dateline] + uncapitalise(seen[dateline:])
        words: list[str] = []
        spans: list[tuple[int, int]] = []
        singles: set[int] = set()
        cut = position = 0
        bounds = sorted({*merged, (span.start + dateline, span.start + dateline), (span.end, span.end)})
        for start, end in bounds:
            left, right = start - span.start, end - span.start
            for token in self._nlp.tokenizer(seen[position:left]):
                if not token.is_space:
                    at = span.start + position + token.idx
                    words.append(token.text)
                    spans.append((at, at + len(token)))
            if left == right == dateline:
                cut = len(words)
            if left < right:
                singles.add(len(words))
                words.append(" ".join(seen[left:right].split()))
                spans.append((start, end))
            position = max(position, right)
        ends = [*(s for s, _ in spans[1:]), span.end]
        spaces = [start > end for (_, end), start in zip(spans, ends, strict=True)]
        return _Draft(span, words, spaces, spans, frozenset(singles), cut)

    def _read(self, drafts: list[_Draft]) -> Iterator[tuple[_Draft, Doc]]:
        """The drafts with their trees, a batch at a time: what the parser holds does not grow with the text."""
        for batch in _batches(drafts):
            docs = [self._doc(draft) for draft in batch]
            yield from zip(batch, self._nlp.pipe(docs, batch_size=len(docs)), strict=True)

    def _doc(self, draft: _Draft) -> Doc:
        from spacy.tokens import Doc

        return Doc(
            self._nlp.vocab,
            words=draft.words[draft.dateline :],
            spaces=draft.spaces[draft.dateline :],
            sent_starts=_starts(draft),
        )

    def _finish(self, text: str, parsed: Iterable[tuple[_Draft, Doc]]) -> list[Sentence]:
        return [self._sentence(text, draft, self._convert(doc)) for draft, doc in parsed]

    def _sentence(self, text: str, draft: _Draft, tree: labels.Tree) -> Sentence:
        skipped = draft.dateline
        root = skipped + tree.root
        tokens = []
        for i, (start, end) in enumerate(draft.spans):
            if i < skipped:
                tokens.append(self._dateline_token(text, draft, i, root))
                continue
            j = i - skipped
            upos, feats, word = tree.upos[j], tree.feats[j], draft.words[i]
            if i in draft.merged:
                lemma = word.lower()
            elif tree.lemmas is not None:
                lemma = tree.lemmas[j]
            else:
                lemma = self._lemmatizer.lemma(word, upos, feats, j == 0)
            head, dep, ent = tree.heads[j] + skipped, tree.deps[j], tree.ents[j]
            tokens.append(token_of(i, start, end, text[start:end], lemma, upos, feats, head, dep, ent))
        return Sentence(draft.span.start, draft.span.end, draft.span.paragraph, tuple(tokens))

    def _dateline_token(self, text: str, draft: _Draft, i: int, root: int) -> Token:
        """The place at the head of a dateline stands beside the sentence; the rest of the dateline belongs to it."""
        start, end = draft.spans[i]
        word = draft.words[i]
        upos = "PROPN" if word[0].isalpha() else "NUM" if word[0].isdigit() else "PUNCT"
        dep = "punct" if upos == "PUNCT" else "dep" if i else "parataxis"
        return Token(i, start, end, text[start:end], word, upos, "", 0 if i else root, dep)


_OPENING, _CLOSING, _QUOTES = frozenset("([{"), frozenset(")]}"), frozenset(('"', "``", "''"))
_CLAUSE = 4
"""How many words a clause between semicolons has at least; lists have shorter items."""


def _starts(draft: _Draft) -> list[bool | int | None]:
    """Where the parser begins a tree: at the first word, and behind a semicolon that parts two clauses."""
    words = draft.words[draft.dateline :]
    starts: list[bool | int | None] = [i == 0 for i in range(len(words))]
    depth, quoted, cuts = 0, False, []
    for i, word in enumerate(words):
        depth += (word in _OPENING) - (word in _CLOSING)
        quoted ^= word in _QUOTES
        if word == ";" and depth <= 0 and not quoted:
            cuts.append(i)
    begin = 0
    for cut, end in pairwise([*cuts, len(words)]):
        if min(cut - begin, end - cut - 1) >= _CLAUSE and words[cut + 1].lower() not in ("and", "or"):
            begin = cut + 1
            starts[begin] = True
    return starts


def _batches(drafts: list[_Draft]) -> Iterator[list[_Draft]]:
    """`drafts` in groups of so many words that memory stays small."""
    batch: list[_Draft] = []
    words = 0
    for draft in drafts:
        if batch and words + len(draft.words) > _BATCH_WORDS:
            yield batch
            batch, words = [], 0
        batch.append(draft)
        words += len(draft.words)
    if batch:
        yield batch

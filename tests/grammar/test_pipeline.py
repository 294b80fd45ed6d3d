"""The shipped pipeline: trees of plain sentences, merged expressions, and offsets that are true for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chrono import grammar
from chrono.grammar import Sentence, Token


@pytest.fixture(scope="module")
def pipeline():  # type: ignore[no-untyped-def]
    return grammar.load()


def token(sentence: Sentence, text: str) -> Token:
    return next(t for t in sentence.tokens if t.text == text)


TREES = [
    # sentence, dependent, relation, governor
    ("The minister resigned on Tuesday.", "minister", "nsubj", "resigned"),
    ("The minister resigned on Tuesday.", "Tuesday", "obl", "resigned"),
    ("The bridge was closed by police in 2015.", "bridge", "nsubj:pass", "closed"),
    ("The bridge was closed by police in 2015.", "was", "aux:pass", "closed"),
    ("The company said it will cut jobs next year.", "cut", "ccomp", "said"),
    ("The company said it will cut jobs next year.", "jobs", "obj", "cut"),
    ("She did not attend the trial.", "not", "advmod", "attend"),
    ("Officials are ready.", "are", "cop", "ready"),
    ("He plans to visit Paris in May.", "visit", "xcomp", "plans"),
    ("The fire that destroyed the mill began at night.", "destroyed", "acl:relcl", "fire"),
    ("The mill burned and the owner left.", "left", "conj", "burned"),
]


@pytest.mark.parametrize(("text", "dependent", "relation", "governor"), TREES)
def test_trees(pipeline, text: str, dependent: str, relation: str, governor: str) -> None:  # type: ignore[no-untyped-def]
    (sentence,) = pipeline.parse(text)
    found = token(sentence, dependent)
    assert (found.dep, sentence.tokens[found.head].text) == (relation, governor)


def test_words_are_cut_as_in_the_treebanks(pipeline) -> None:  # type: ignore[no-untyped-def]
    (sentence,) = pipeline.parse("They don't like Lund's three-year non-profit plan, she'll say!!")
    expected = "They do n't like Lund 's three - year non-profit plan , she 'll say !!"
    assert " ".join(t.text for t in sentence.tokens) == expected


def test_features_and_lemmas(pipeline) -> None:  # type: ignore[no-untyped-def]
    (sentence,) = pipeline.parse("The ministers met in two cities.")
    met = sentence.root
    assert (met.text, met.lemma, met.upos) == ("met", "meet", "VERB")
    assert "Tense=Past" in met.feats.split("|")
    assert token(sentence, "cities").lemma == "city"


def test_walking_the_tree(pipeline) -> None:  # type: ignore[no-untyped-def]
    (sentence,) = pipeline.parse("The old mill burned down.")
    mill, burned = token(sentence, "mill"), token(sentence, "burned")
    assert sentence.root == burned
    assert sentence.children(mill.i) == (0, 1)
    assert sentence.subtree(mill.i) == (0, 1, 2) and sentence.extent(mill.i) == (0, 3)
    assert sentence.ancestors(0) == (mill.i, burned.i)
    assert sentence.at(5) == token(sentence, "old") and sentence.at(3) is None


MERGES = [
    ("Moon will visit Beijing later this month.", "later this month", ("obl", "advmod"), "visit"),
    ("The deal was signed on 4 December 2019 in Oslo.", "4 December 2019", ("obl",), "signed"),
    ("Last week, she left the party.", "Last week", ("obl", "advmod"), "left"),
    ("The elections of last spring were free.", "last spring", ("nmod",), "elections"),
    ("Two years ago, the plant closed.", "Two years ago", ("obl", "advmod"), "closed"),
]


@pytest.mark.parametrize(("text", "expression", "relations", "governor"), MERGES)
def test_a_merged_expression_hangs_on_what_it_dates(  # type: ignore[no-untyped-def]
    pipeline, text: str, expression: str, relations: tuple[str, ...], governor: str
) -> None:
    start = text.index(expression)
    (sentence,) = pipeline.parse(text, merge=[(start, start + len(expression))])
    merged = token(sentence, expression)
    assert merged.dep.split(":")[0] in relations
    assert sentence.tokens[merged.head].text == governor
    assert merged.lemma == expression.lower()


def test_a_merge_may_begin_inside_a_run_together_word(pipeline) -> None:  # type: ignore[no-untyped-def]
    text = "It was tested on the USThanksgiving holiday last week."
    start = text.index("Thanksgiving")
    (sentence,) = pipeline.parse(text, merge=[(start, len(text) - 1)])
    assert [t.text for t in sentence.tokens][-3:] == ["US", "Thanksgiving holiday last week", "."]


def test_dateline_stays_out_of_the_parse(pipeline) -> None:  # type: ignore[no-untyped-def]
    text = "OSLO (Norpress) - The mill closed on Friday."
    (sentence,) = pipeline.parse(text)
    assert (sentence.start, sentence.end) == (0, len(text))
    assert sentence.root.text == "closed"
    place = token(sentence, "OSLO")
    assert (place.dep, place.head) == ("parataxis", sentence.root.i)
    assert [sentence.tokens[i].dep for i in sentence.children(sentence.root.i)] == [
        "parataxis",
        "nsubj",
        "obl",
        "punct",
    ]


def test_headline_in_capitals_is_parsed_as_usual_words(pipeline) -> None:  # type: ignore[no-untyped-def]
    (sentence,) = pipeline.parse("WORKERS LEAVE THE MILL IN OHIO")
    assert sentence.root.text == "LEAVE" and sentence.root.upos == "VERB"
    assert token(sentence, "OHIO").upos == "PROPN"


def test_typographic_text_is_parsed_like_plain_text(pipeline) -> None:  # type: ignore[no-untyped-def]
    def shape(text: str) -> list[tuple[str, int, str]]:
        return [(t.upos, t.head, t.dep) for s in pipeline.parse(text) for t in s.tokens]

    assert shape("“It’s over,”\u00a0she said.") == shape('"It\'s over," she said.')


def test_breaks_and_pipe_agree_with_parse(pipeline) -> None:  # type: ignore[no-untyped-def]
    texts = [("Mill closes. It was old.", [(0, 4)]), ("", []), ("Prices rose last week.", [(12, 21)])]
    assert list(pipeline.pipe(texts, batch_size=2)) == [pipeline.parse(t, merge=m) for t, m in texts]
    assert len(pipeline.parse("Mill closes The mill closed", breaks=[12])) == 2


TEXTS = st.text(
    st.sampled_from("ab AB .,!?…\n\r\t\"'“”()[]-–—:;/0159%$€\u00a0\u00ad\u200b\u2028\ufeff\U0001f600")
    | st.characters(),
    max_size=60,
)
SPANS = st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=3)


@settings(max_examples=150, deadline=None)
@given(TEXTS, SPANS, st.lists(st.integers(-3, 70), max_size=2))
def test_offsets_are_true_for_any_text(pipeline, text: str, merge: list[tuple[int, int]], breaks: list[int]) -> None:  # type: ignore[no-untyped-def]
    position = 0
    found: list[tuple[int, int]] = []
    for sentence in pipeline.parse(text, merge=merge, breaks=breaks):
        assert position <= sentence.start
        position = sentence.start
        assert [t.i for t in sentence.tokens if t.head == t.i] == [sentence.root.i]
        assert len(sentence.subtree(sentence.root.i)) == len(sentence.tokens)
        for i, t in enumerate(sentence.tokens):
            assert t.i == i and position <= t.start < t.end <= sentence.end
            assert t.text == text[t.start : t.end]
            position = t.end
            found.append((t.start, t.end))
    covered = set().union(*(range(s, e) for s, e in found)) if found else set()
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())
    disjoint = [
        span for span in merge if all(span is other or span[1] <= other[0] or other[1] <= span[0] for other in merge)
    ]
    for start, end in disjoint:
        inside = text[max(0, start) : max(0, end)]
        if 0 <= start < end <= len(text) and inside and inside[0].isalnum() and inside[-1].isalnum():
            assert (start, end) in found


def test_a_long_paragraph_is_parsed_in_batches(pipeline, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    text = "The council of Harlow met in the old hall and approved the plan. " * 1200
    sizes: list[int] = []
    pipe = pipeline._nlp.pipe

    def measured(docs, **how):  # type: ignore[no-untyped-def]
        sizes.append(sum(map(len, docs)))
        return pipe(docs, **how)

    monkeypatch.setattr(pipeline._nlp, "pipe", measured)
    assert len(pipeline.parse(text.strip())) == 1200
    assert len(sizes) > 2 and max(sizes) <= 6000

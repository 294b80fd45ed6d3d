"""Where sentences end: a table of cases, each written with its ends marked by `|`, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.grammar import split

ONE_PARAGRAPH = [
    # Abbreviations before names and numbers
    "Mr. Okafor met Gen. Ruiz and Sen. Dahl.|They spoke for an hour.",
    "The Rev. Anna Lund spoke first.|Dr. Pym followed.",
    "The strike began on Nov. 4 and ended on Dec. 12.|No one was paid.",
    "It opened in Nov.|The doors closed a year later.",
    "See No. 7 and Fig. 3 for details.|Then read on.",
    "She said no.|He agreed.",
    "Brown v. Board of Education was decided in 1954.|It changed schools.",
    "St. Petersburg and Mt. Fuji are far apart.|Ft. Worth is not.",
    # Abbreviations that may end a sentence
    "He works for Norvik Inc.|The firm is small.",
    "Norvik Inc. Chairman Lee left.|He was 60.",
    "Norvik Co. Ltd. was sold.|It cost little.",
    "She moved to the U.S.|It was 1990.",
    "The U.S. President flew home.|The U.K. Prime Minister stayed.",
    "They live in Washington, D.C.|In summer it is hot.",
    "The court in Springfield, Ill., ruled on Monday.|An appeal is likely.",
    "Al Green Jr. sang.|So did Ann.",
    "The U.N. Security Council met.|Nobody voted.",
    # The hour
    "It rained until 5 p.m. Monday.|Then it stopped.",
    "The train left at 9 a.m. EST with few on board.|It was late.",
    "At 11:15 p.m. Officer Ramos stopped a lorry.|It was full.",
    "Doors open at 7 p.m.|Police will be present.",
    # Initials
    "George W. Barnes won.|J. K. Rowe lost.",
    "The lawyer, John C. Kopp, was absent.|He was ill.",
    "We need vitamin C.|The rest can wait.",
    # Numbers
    "Sales rose 3.5 percent to $4.2 million.|Costs fell.",
    "It ended in 1995.|Nothing followed.",
    "1. Boil the water.|2. Add salt.",
    # Quotations
    '"We will not go." The crowd cheered.'.replace('." ', '."|'),
    "“We will not go.”|The crowd cheered.",
    '"Why now?" Mr. Dahl asked.|Nobody answered.',
    '"Stop!" she said.|He ran.',
    'He asked, "Why now?"|The room was silent.',
    'They called it "the end".|It was not.',
    "``It is over.''|The judge rose.",
    # Ellipses, exclamations, brackets, notes
    "He waited... and left.|Nobody saw him.",
    "He waited…|Then he left.",
    "What a day!|Was it real?|Yes.",
    "Yahoo! Inc. was sold.|Few noticed.",
    "The mill (it was built in 1901. It burned twice.) is gone.|Only walls remain.",
    "The mill is gone.|(It burned in 1950.)|Walls remain.",
    "He died in 1832.[12]|His brother survived.",
    "He was born in Ulm. [3] [4]|She was not.",
    # Careless writing
    "The talks failed last week.They resume on Monday.|Nobody knows.".replace("week.T", "week.|T"),
    "See www.example.org. It is free.".replace("org. ", "org.|"),
    "She runs e.g. marathons, i.e. long races.|She wins.",
    'They were glad . "',
]


@pytest.mark.parametrize("marked", ONE_PARAGRAPH)
def test_ends_of_sentences(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    # Sentences were marked where a space stands, unless the case is about a missing one.
    text = " ".join(expected) if "week.|T" not in marked else marked.replace("|", " ").replace("week. T", "week.T")
    assert [text[s.start : s.end] for s in split(text)] == expected


LINES = [
    ("Mill closes after a century\n\nThe mill closed on Friday. It was old.", [[0], [1, 2]]),
    (
        "Mill closes after a century\nThe mill, which stood by the river for a hundred years, closed on Friday.",
        [[0], [1]],
    ),
    (
        "The mill stood by the river for years until it was closed by a man named\nLund, its owner. It was old.",
        [[0, 1]],
    ),
    ("Notes:\n- buy oats\n- sell hay\n", [[0], [1], [2]]),
    ("By Anna Lund\n19 May 2024", [[0], [1]]),
    ("From: A. Lund <anna.lund@mill.example> and all her friends\nTo: The owner of the mill", [[0], [1]]),
    ("First.\n \t\n\nSecond.", [[0], [1]]),
    ("First.\r\n\r\nSecond.", [[0], [1]]),
]


@pytest.mark.parametrize(("text", "paragraphs"), LINES)
def test_lines_and_paragraphs(text: str, paragraphs: list[list[int]]) -> None:
    found: dict[int, list[int]] = {}
    for i, span in enumerate(split(text)):
        found.setdefault(span.paragraph, []).append(i)
    assert list(found.values()) == paragraphs


def test_no_sentence_ends_inside_a_merged_span() -> None:
    text = "It closed at 5 p.m. Nov. 4. Police came."
    start = text.index("5 p.m.")
    whole = (start, text.index(" Police"))
    assert [text[s.start : s.end] for s in split(text, merge=[whole])] == [
        "It closed at 5 p.m. Nov. 4.",
        "Police came.",
    ]
    assert len(split("It ended. Then peace.", merge=[(3, 14)])) == 1


def test_breaks_end_sentences_except_inside_merged_spans() -> None:
    text = "Mill closes The mill closed"
    assert len(split(text, breaks=[12])) == 2
    assert len(split(text, breaks=[12], merge=[(5, 15)])) == 1


TEXTS = st.text(st.sampled_from("aB .!?…\n\r\t\"'“”()[]-:;,1\u00a0\u2028\ufeffMr U.S") | st.characters(), max_size=80)


@given(
    TEXTS,
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=4),
    st.lists(st.integers(-5, 90), max_size=3),
)
def test_any_text_is_covered_in_order(text: str, merge: list[tuple[int, int]], breaks: list[int]) -> None:
    spans = split(text, merge=merge, breaks=breaks)
    position = 0
    for span in spans:
        assert position <= span.start < span.end <= len(text)
        assert not any(c.isalnum() for c in text[position : span.start])
        position = span.end
    assert not any(c.isalnum() for c in text[position:])
    assert all(
        not s < span.end < e for span in spans[:-1] for s, e in merge if span.end < len(text) and text[s:e].strip()
    )


def test_what_never_ends_is_cut_into_portions() -> None:
    text = "word " * 2000
    spans = split(text)
    assert len(spans) > 3 and max(s.end - s.start for s in spans) <= 2000
    assert len(split(text, merge=[(0, len(text))])) == 1
    assert len(split("x" * 10_000)) == 1

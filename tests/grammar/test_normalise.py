"""The parser's view of a sentence: same length, datelines found, capitals undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.grammar.normalise import dateline_end, plain, uncapitalise


@given(st.text())
def test_plain_keeps_the_length(text: str) -> None:
    assert len(plain(text)) == len(plain(text, keep_newlines=True)) == len(text)
    assert plain(plain(text)) == plain(text)


def test_plain() -> None:
    assert plain("“It’s\u00a0here,”\nshe said\u2011") == '"It\'s here," she said-'
    assert plain("a\nb", keep_newlines=True) == "a\nb"


DATELINES = [
    ("SEOUL: Talks began.", "SEOUL: "),
    ("PARIS (Reuters) - Talks began.", "PARIS (Reuters) - "),
    (plain("OSLO, Norway (AP)_ Talks began."), "OSLO, Norway (AP)– "),
    ("WASHINGTON, Nov. 4 (AP) -- Talks began.", "WASHINGTON, Nov. 4 (AP) -- "),
    ("NEW DELHI — Talks began.", "NEW DELHI — "),
    ("ST. LOUIS, Mo. (AP) — Talks began.", "ST. LOUIS, Mo. (AP) — "),
    ("Oslo, 14 November 2023 – Talks began.", "Oslo, 14 November 2023 – "),
    ("New Delhi, India, May 3 (AP) - Talks began.", "New Delhi, India, May 3 (AP) - "),
    ("Lincoln, born 12 February 1809 – Talks began.", ""),
    ("Seoul said that talks began.", ""),
    ("NATO - the alliance - met.", ""),
    ("I said: go.", ""),
    ("TALKS BEGAN IN SEOUL", ""),
]


@pytest.mark.parametrize(("sentence", "dateline"), DATELINES)
def test_dateline(sentence: str, dateline: str) -> None:
    assert sentence[: dateline_end(sentence)] == dateline


CAPITALS = [
    ("MILK PRICES RISE IN OHIO", "Milk prices rise in Ohio"),
    ("THE COURT'S RULING ON NATO BASES", "The court's ruling on NATO bases"),
    ("NATO met.", "NATO met."),
    ("NASA and ESA and JAXA agreed to share data.", "NASA and ESA and JAXA agreed to share data."),
    ("", ""),
]


@pytest.mark.parametrize(("sentence", "usual"), CAPITALS)
def test_uncapitalise(sentence: str, usual: str) -> None:
    assert uncapitalise(sentence) == usual


@given(st.text())
def test_uncapitalise_keeps_the_length(text: str) -> None:
    assert len(uncapitalise(text)) == len(text)

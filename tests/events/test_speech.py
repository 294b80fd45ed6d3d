"""What is quoted of "I" and "we" is told by the one who says it."""

from __future__ import annotations

import pytest

from .build import events

SPOKEN = [
    ('"My wife kept hens in 1982," said Bill Tranter.', "Bill Tranter", ["Bill Tranter: my wife kept hens"]),
    ('"We gave up in 2001," said director Anke Claes.', "Anke Claes", ["Anke Claes: we gave up"]),
    # text, the speaker, the clauses
    (
        '"We lost the tower on Monday," said Ruth Pell, the vicar. "On Tuesday we raised 400 pounds."',
        "Ruth Pell",
        ["Ruth Pell: we lost the tower", "Ruth Pell: we raised 400 pounds"],
    ),
    ('"I joined the crew in 1999," Mr. Penn, who lives in Hull, told the hearing.', "Penn", ["Penn joined the crew"]),
    ("“I sold my car in June,” Mr. Penn told the hearing.", "Penn", ["Penn: I sold my car"]),
    (
        '"The valley went quiet on Sunday," Marta Ilves, a 38-year-old nurse, told guests. "Tomorrow we leave it."',
        "Marta Ilves",
        ["The valley went quiet", "Marta Ilves: we leave it"],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "clauses"), SPOKEN, ids=[text for text, *_ in SPOKEN])
def test_speaker(text: str, speaker: str, clauses: list[str]) -> None:
    found = events(text)
    assert [event.clause for event in found] == clauses
    assert speaker in found[-1].who


@pytest.mark.parametrize(
    "text",
    [
        "We moved to Bergen in 1990, Ruth Pell said.",
        'Ruth Pell called it "a disgrace".\n\nIt rained.\n\n"We moved to Bergen in 1990."',
        '"We moved to Bergen in 1990," she said.',
    ],
)
def test_no_speaker_where_none_is_sure(text: str) -> None:
    assert "We moved to Bergen" in [event.clause for event in events(text)]


def test_what_was_promised_is_told_whole() -> None:
    found = [event.clause for event in events('"She promised on Sunday what she promised in 2010," said Carl Boon.')]
    assert "She promised what she promised in 2010" in found


def test_a_transcript_names_the_speaker_before_a_colon() -> None:
    text = (
        "DR. ADEYEMI: We shut the school on Monday. I spoke to the mayor on Sunday.\n\n"
        "Q: You said on Friday that it was safe. I was warned on Thursday.\n\nHelen Marsh: I left the firm in 2001."
    )
    clauses = [event.clause for event in events(text)]
    assert clauses[:2] == ["Dr. Adeyemi: we shut the school", "Dr. Adeyemi spoke to the mayor"]
    assert clauses[-2:] == ["I was warned", "Helen Marsh left the firm"]


@pytest.mark.parametrize("text", ["Two days to go: I left the firm in 2001.", "Note: I left the firm in 2001."])
def test_no_label(text: str) -> None:
    assert [event.clause for event in events(text)] == ["I left the firm"]


def test_what_is_put_in_is_no_event() -> None:
    assert not events("So tomorrow, I hope.")

"""Chats and logs: each stamped line has its own today, and its stamp is no part of what is said."""

from __future__ import annotations

import pytest

import chrono
from chrono.tagger.stamps import messages, stamps

CHATS = [
    ("[05/03/2024, 10:12:33] Anna: The surveyor came yesterday.\n[13/03/2024, 09:01:10] Ben: I moved out last Friday.",
     ["2024-03-04", "2024-03-08"]),
    ("2024-03-05 10:12 - Anna Ruiz: The surveyor came yesterday.\n2024-03-13 09:01 - Ben: I moved out last Friday.",
     ["2024-03-04", "2024-03-08"]),
    ("Mar 5, 2024 10:12 AM <anna> The surveyor came yesterday.\nMar 13, 2024 9:01 AM <ben> I moved out last Friday.",
     ["2024-03-04", "2024-03-08"]),
]


@pytest.mark.parametrize(("text", "dates"), CHATS)
@pytest.mark.parametrize("published", [None, "2026-01-15"])
def test_messages_are_dated_from_their_stamps(text: str, dates: list[str], published: str | None) -> None:
    document = chrono.Document(text, published=published)
    values = [item.value for item in chrono.tag(document) if not item.tree.startswith("At(")]
    assert values == dates
    rows = chrono.extract(document).rows
    assert [(row["edtf"], row["event"]) for row in rows] == list(
        zip(dates, ("The surveyor came", "I moved out"), strict=True))


def test_a_stamp_without_a_speaker_dates_what_it_stamps() -> None:
    text = "4 March 2024, 10:30 – The pump failed.\n5 March 2024, 09:00 – It was repaired. It had failed yesterday.\n"
    assert [(row["start"], row["event"]) for row in chrono.extract(text)] == [
        ("2024-03-04T10:30", "The pump failed"), ("2024-03-05T09:00", "The pump was repaired")]


@pytest.mark.parametrize(("text", "lines", "said"), [
    ("[9:00] A: x\n[9:30] B: y\n", 2, 2), ("[9:00] A: x\nAt [9:30] B: y\n", 0, 0), ("9:00 we met\n9:30 we ate\n", 0, 0),
    ("9:00 ERROR\n9:30 - B: y\n", 2, 1), ("[9:00] A: x\n", 0, 0), ("(9:00) <a> x\n\n  (9:30): y", 2, 1),
])
def test_lines_are_stamped_at_their_beginning_and_more_than_one_is(text: str, lines: int, said: int) -> None:
    times = [(text.index(clock), text.index(clock) + 4) for clock in ("9:00", "9:30") if clock in text]
    assert (len(stamps(text, times)), len(messages(text, times))) == (lines, said)

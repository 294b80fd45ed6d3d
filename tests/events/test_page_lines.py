"""Lines that a page or a mail tells of itself make no rows; a quoted mail is read as it was written."""

from __future__ import annotations

import pytest

import chrono
from chrono.visible import Visible

from .build import events

DAY = "2024-05-15"

PAGE = [
    "Share this article",
    "Photo: A crew mended the pier on Monday (Ann Orr/Wire)",
    "(Reporting by Ann Orr in Leeds on Monday; editing by Tom Bell)",
    "Read more: Council bought the pier in 2016",
    "Read more about how the pier opened in 1932",
    "READ ALSO: Tram derailed in 2003",
    "Watch: Crews closed the pier on Monday",
    "File photo: The pier in 1932",
    "FILE - The pier opened in 1932.",
    "Image caption The pier was opened in 1932",
    "Sign up for our newsletter, sent on Friday.",
    "Subscribe to the paper by Friday and save.",
    "Get the latest news delivered on Friday.",
    "This article was amended on 14 May 2024 to correct a name.",
    "Correction: An earlier version of this story said the pier opened in 1931.",
    "Editor’s note: This story was updated on Tuesday.",
    "Advertisement",
    "Last updated: Tuesday, 14 May 2024",
    "From: Ann Orr <ann@orr.example>",
    "Sent: Tuesday, 14 May 2024 09:12",
    "Subject: Lease signed on Friday",
    "-----Original Message-----",
    "Sent from my phone on Friday",
]


@pytest.mark.parametrize("line", PAGE)
def test_a_line_of_the_page_makes_no_row(line: str) -> None:
    text = f"The pier closed on Monday.\n\n{line}\n\nIt reopened on Tuesday."
    assert [event.predicate for event in events(text, DAY)] == ["close", "reopen"]


TEXT = [
    "Share prices fell on Monday.",
    "From 2016 the pier was closed.",
    "Related firms were fined on Monday.",
    "Read more than a century ago, the will was found on Monday.",
    "This article of the treaty was signed on Monday.",
    "Watches were stolen on Monday.",
]


@pytest.mark.parametrize("text", TEXT)
def test_running_text_is_none(text: str) -> None:
    assert events(text, DAY)


QUOTED = """Thanks for this. The joiner comes on Thursday.

On Mon, 13 May 2024 at 17:45, Tom Bell <tom@bell.example> wrote:

> The owner called on Friday and said that the floor of the back
> room had been mended by his own men on the afternoon of 3 May
> 2024. He will send the bill to the tenants next
> week.
>
> > The survey was finished on 29 April 2024, and the surveyor
> > asked for a map.
"""


def test_sentences_go_on_over_the_marks_of_a_quoted_mail() -> None:
    rows = chrono.extract(chrono.Document(QUOTED, published="2024-05-14")).rows
    found = {row["event"]: row["edtf"] for row in rows}
    mended = found["The floor of the back room had been mended by his own men"]
    assert mended == "2024-05-03T12:00:00/2024-05-03T17:59:59"
    assert found["The survey was finished"] == "2024-04-29"
    assert not any(">" in clause for clause in found)
    for row in rows:
        for part in ("sentence", "expression", "trigger"):
            start, end = row[f"{part}_start"], row[f"{part}_end"]
            assert start is None or QUOTED[start:end] == row[part]


def test_a_single_mark_is_a_sign() -> None:
    text = "Admitted patients\n> 65 years: 12 died in May 2023.\n"
    assert Visible(chrono.Document(text)).document.text == text

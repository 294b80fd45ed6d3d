"""What someone did at an age is dated by the birth that the text tells."""

from __future__ import annotations

import pytest

from .build import dates, events

BORN = "Ada Berg was born in Oslo on 29 February 1932. "
DATED = [
    # (text behind the birth, trigger, date)
    ("At 18 she won a prize.", "won", "1950/1951"),
    ("At the age of nine she left school.", "left", "1941/1942"),
    ("Aged 30, she moved to Rome.", "moved", "1962/1963"),
    ("Her mother was hired when she was twelve.", "hired", "1944/1945"),
    ("Berg sold her last boat when she was 84.", "sold", "2016/2017"),
    ("She moved to Rome on her 80th birthday.", "moved", "2012-02-29"),
    ("She moved to Rome on her 81st birthday.", "moved", "2013-02-28"),
    ("She wrote a play in 1989, and opened a shop, in Rome, on her 80th birthday.", "opened", "2012-02-29"),
]
NOT_DATED = [
    "At 18 her brother won a prize.",
    "He won a prize at 18.",
    "Her doctor, Per Holm, won a prize at 18.",
    "At 18 kronor a litre it sold well.",
    "Per Holm was born in Bergen on 3 May 1920. At 18 she won a prize.",
]


@pytest.mark.parametrize(("text", "trigger", "date"), DATED, ids=[text for text, *_ in DATED])
def test_an_age(text: str, trigger: str, date: str) -> None:
    found = events(BORN + text)
    told = [day for day, event in zip(dates(found), found, strict=True) if event.trigger == trigger]
    assert told == [date]


@pytest.mark.parametrize("text", NOT_DATED)
def test_no_age_of_hers(text: str) -> None:
    assert not [event for event in events(BORN + text) if event.rule == "events.age"]


def test_nothing_without_a_birth() -> None:
    assert not [event for event in events("Ada Berg left Oslo in 1950. At 18 she won a prize.") if "age" in event.rule]


def test_nothing_goes_on_at_a_birth() -> None:
    assert [event.trigger for event in events(BORN + "She played the organ.")] == ["born"]

"""How long something went on, told by its beginning and its end or its length."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, the date and clause of one row
    ("A truce came into force on 19 December 2022 and lasted until 6 January 2023.", "2022-12-19/2023-01-06",
     "A truce lasted"),
    ("The strike began on 3 May and went on until 9 May.", "2024-05-03/2024-05-09", "The strike went on"),
    ("The plant opened in 1950 and operated until 1983.", "1950/1983", "The plant operated"),
    ("Two men were arrested on 3 May and held until 7 May.", "2024-05-03/2024-05-07", "Two men were held"),
    ("She led the party from 1990 until her death in 2003.", "1990/2003", "She led the party until her death"),
    ("The siege began on 2 March 1850 and lasted three weeks.", "1850-03-02/1850-03-22",
     "The siege lasted three weeks"),
    ("The trial, which opened on 4 April, lasted three weeks.", "2024-04-04/2024-04-24",
     "The trial lasted three weeks"),
    ("The council ordered a halt on March 3, but the order was ignored for four days.", "2024-03-03/2024-03-06",
     "The order was ignored for four days"),
    ("The inquiry sat for three weeks from 2 April.", "2024-04-02/2024-04-22", "The inquiry sat for three weeks"),
    ("The war began in 1907 and lasted four years.", "1907/1911", "The war lasted four years"),
    ("The blackout began at noon on Monday and lasted for six hours.", "2024-05-13T12:00:00/2024-05-13T18:00:59",
     "The blackout lasted for six hours"),
    ("The president ruled from 1951 until he was overthrown in 1958.", "1951/1958", "The president ruled"),
    # what began in the sentence before
    ("A strike began on 3 May. It lasted until 9 May.", "2024-05-03/2024-05-09", "The strike lasted"),
    ("The war began on 3 May 2024. It lasted four days.", "2024-05-03/2024-05-06", "The war lasted four days"),
    ("A strike began on 3 May. It lasted nine days.", "2024-05-03/2024-05-11", "The strike lasted nine days"),
    ("A siege began on 3 May 1850. The siege went on for two weeks.", "1850-05-03/1850-05-16",
     "The siege went on for two weeks"),
    ("A strike began on 3 May. The fair lasted until 9 May.", "../2024-05-09", "The fair lasted"),
    # what came so long after it
    ("Talks opened on Monday but broke down after two days.", "2024-05-15", "Talks broke down after two days"),
    ("The trial opened on 4 June 2018 but collapsed after nine days when a juror fell ill.", "2018-06-13",
     "The trial collapsed after nine days"),
    ("The trial opened on 4 June 2018 but collapsed after nine days when a juror fell ill.", "2018-06-13",
     "A juror fell ill"),
    ("She joined the bank in 1990 and left after three years.", "1993", "She left after three years"),
    ("The fire broke out on 3 May and was put out after six hours.", "2024-05-03",
     "The fire was put out after six hours"),
    ("Talks ended on Monday after two days.", "2024-05-13", "Talks ended after two days"),
    # what was not going on from the date, or for a length that cannot be counted from it
    ("He joined the bank in 1990 and was its head until 2003.", "../2003", "He was its head"),
    ("She was born in 1950 and lived in Bergen until 1970.", "../1970", "She lived in Bergen"),
    ("The driver was fined on Monday and banned for two years.", "2024-05-13", "The driver was banned for two years"),
    ("The war began in 1907 and lasted ten days.", "1907", "The war lasted ten days"),
    ("The fair closed on 3 May and a strike lasted until 9 May.", "../2024-05-09", "A strike lasted"),
]


@pytest.mark.parametrize(("text", "date", "clause"), ROWS, ids=[row[0] for row in ROWS])
def test_rows(text: str, date: str, clause: str) -> None:
    found = events(text, DAY)
    assert (date, clause) in [(date, event.clause) for date, event in zip(dates(found), found, strict=True)]


def test_what_is_reported_did_not_begin_with_the_report() -> None:
    found = events("The mayor said on Monday that the fire burned for three days.", DAY)
    assert "2024-05-13/2024-05-15" not in dates(found)


def test_a_range_that_holds_the_day_of_the_text_goes_on() -> None:
    found = events("The lease runs from 2021 to 2026. The old one ran from 1990 to 2021.", DAY)
    assert [event.status for event in found] == ["ongoing", "happened"]

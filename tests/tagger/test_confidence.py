"""Confidence by kind of reading: what told the date, and which unit it names."""

from __future__ import annotations

import pytest

from chrono import tag
from chrono.calendar import Granularity, Period
from chrono.documents import Document
from chrono.tagger.confidence import confidence
from chrono.tagger.expression import Anchor, TimeExpression
from chrono.tagger.reading import of_period

DAY = Period.day(2019, 12, 4)
DATELINE, TOLD = Anchor("document date", "2019-12-04"), Anchor("2015", "2015", 3, 7)


def only(text: str) -> TimeExpression:
    (found,) = tag(Document(text, published="2019-12-04", language="en"))
    return found


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        ("The bridge opened on 3 May 2012.", "The bridge opened on Monday."),
        ("The bridge opened in May 2012.", "The bridge opened in May."),
        ("The bridge opened in 2012.", "The bridge opened last year."),
        ("The bridge opened last month.", "The bridge opened last week."),
        ("The bridge opens on Monday.", "The bridge is now open."),
    ],
)
def test_what_is_written_out_is_surer_than_what_is_inferred(surer: str, less: str) -> None:
    assert only(surer).confidence > only(less).confidence


@pytest.mark.parametrize("anchor", [None, DATELINE, TOLD])
@pytest.mark.parametrize("own", [0.0, 0.3, 0.5, 0.69])
def test_the_resolvers_own_doubt_counts(anchor: Anchor | None, own: float) -> None:
    assert confidence(of_period(DAY, relative=anchor is not None, anchor=anchor, confidence=own)) == own


@pytest.mark.parametrize("granularity", list(Granularity))
@pytest.mark.parametrize(("anchor", "relative"), [(None, False), (None, True), (DATELINE, True), (TOLD, True)])
def test_every_kind_has_a_confidence(granularity: Granularity, anchor: Anchor | None, relative: bool) -> None:
    period = DAY.to(granularity) if granularity >= Granularity.DAY else Period.at(granularity, DAY.start)
    assert 0.4 <= confidence(of_period(period, relative=relative, anchor=anchor)) < 1


def test_the_word_beside_it_is_surer_than_a_guess() -> None:
    beside, guessed = (
        confidence(of_period(DAY, relative=True, anchor=DATELINE, confidence=own, alternatives=(DAY.shift(7),)))
        for own in (0.95, 0.75)
    )
    assert beside >= 0.95 > guessed == 0.75

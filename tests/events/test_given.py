"""Given events: exactly these are dated, as days or bounds."""

from __future__ import annotations

import pytest

from chrono import grammar, tagger
from chrono.calendar import edtf
from chrono.documents import Document
from chrono.events import Event, date_triggers, eventtime_form

from .build import reference

DAY = "2024-05-15"


def given(text: str, *words: str, day: str | None = DAY) -> list[Event]:
    return dated(text, [(text.index(word), text.index(word) + len(word)) for word in words], day)


def dated(text: str, spans: list[tuple[int, int]], day: str | None = DAY) -> list[Event]:
    document = Document(text, published=day)
    when = reference(day)
    expressions = tagger.tag(document, when)
    sentences = grammar.load().parse(text, merge=[(e.start, e.end) for e in expressions])
    return date_triggers(document, when, expressions, sentences, spans)


FORMS = [
    ("The bank failed on 3 May 2024.", "failed", {"when": {"date": "2024-05-03"}}),
    ("The bank failed in March 2024.", "failed", {"when": {"after": "2024-03-01", "before": "2024-03-31"}}),
    ("Police said the bank had failed.", "said", {"when": {"date": DAY}}),
    ("The bank will fail.", "fail", {"when": {"after": DAY}}),
    ("The army is fighting in the north.", "fighting", {"begin": {"before": DAY}, "finish": {"after": DAY}}),
    (
        "The army has occupied the port since 3 May 2024.",
        "occupied",
        {"begin": {"date": "2024-05-03"}, "finish": {"after": DAY}},
    ),
    ("The bank agreed to sell the land.", "sell", {"when": {"after": DAY}}),
]


@pytest.mark.parametrize(("text", "word", "form"), FORMS, ids=[f"{text} {word}" for text, word, _ in FORMS])
def test_forms(text: str, word: str, form: dict[str, dict[str, str]]) -> None:
    (event,) = given(text, word)
    assert eventtime_form(event) == form


def test_order_and_number_are_those_given() -> None:
    found = given("She sold the house and left.", "left", "sold")
    assert [event.trigger for event in found] == ["left", "sold"]


def test_a_plan_is_seen_from_the_day_it_was_told() -> None:
    (event,) = given("The firm said on 3 May 2024 that it may sell the plant.", "sell")
    assert eventtime_form(event) == {"when": {"after": "2024-05-03"}}


def test_without_a_date_nothing_is_implied() -> None:
    (event,) = given("The bank failed.", "failed", day=None)
    assert (event.span, event.extent, eventtime_form(event)) == (None, None, {})


def test_a_trigger_outside_every_sentence_is_undated() -> None:
    document = Document("  \n\nRain fell.")
    (event,) = date_triggers(document, reference(DAY), [], grammar.load().parse(document.text), [(0, 1)])
    assert event.basis == "undated"


WRITTEN = [
    ("The mill opened in 1960.", "opened", "1960", "on"),
    ("The mill burned in March 1972.", "burned", "1972-03", "on"),
    ("It was rebuilt in the second quarter of 1974.", "rebuilt", "1974-34", "on"),
    ("It was founded around 1880.", "founded", "1880~", "on"),
    ("Orders fell in the 1980s.", "fell", "198X", "on"),
    ("Lund has run the mill since 2005.", "run", "2005/..", "since"),
    ("The firm grew between 1990 and 1994.", "grew", "1990/1994", "during"),
    ("It reopened at 9 a.m. on 4 May 2008.", "reopened", "2008-05-04T09:00:00", "on"),
    ("The strike has gone on this year.", "gone", "2024-01-01/2024-05-15", "on"),
]


@pytest.mark.parametrize(("text", "word", "date", "relation"), WRITTEN, ids=[text for text, *_ in WRITTEN])
def test_a_date_is_told_as_it_is_written_unless_less_of_it_is_meant(
    text: str, word: str, date: str, relation: str
) -> None:
    (event,) = given(text, word)
    assert event.span is not None
    assert (edtf.write(event.span), event.relation) == (date, relation)

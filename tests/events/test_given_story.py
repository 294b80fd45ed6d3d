"""Given events whose date the story tells: readings of a tense, onsets, tales, the same event named again."""

from __future__ import annotations

from typing import Any

import pytest

from chrono.events import Event, eventtime_form
from chrono.events.background import stem

from .test_given import DAY, dated, given

Form = dict[str, dict[str, str]]
BEFORE: Form = {"when": {"before": DAY}}
ON: Form = {"when": {"date": DAY}}
AFTER: Form = {"when": {"after": DAY}}
GOES_ON: Form = {"begin": {"before": DAY}, "finish": {"after": DAY}}
TO_LAST: Form = {"begin": {"after": DAY}, "finish": {"after": DAY}}

READINGS = [
    ("Residents fear a flood.", "fear", GOES_ON),
    ("The ministry appears to agree.", "agree", ON),
    ("The minister declined to answer.", "answer", ON),
    ("Rain fell. Snow fell. Wind rose. The mayor has lost her keys.", "lost", BEFORE),
    ("Rain fell. Snow fell. Wind rose. The mayor has agreed to a vote.", "agreed", BEFORE),
    ("Voters are shocked by the ruling.", "shocked", ON),
    ("The guards tried to close the gate.", "close", ON),
    ("The trains could have crashed.", "crashed", BEFORE),
    ("The army will withdraw from the valley.", "withdraw", TO_LAST),
    ("The mayor will appoint a deputy.", "appoint", AFTER),
    ("The minister called for a meeting of the council.", "meeting", AFTER),
    ("The new law will end the crisis.", "crisis", GOES_ON),
    ("The cut will lead to a shortage.", "lead", AFTER),
    ("Engineers were working hard to develop a new pump.", "develop", GOES_ON),
    ("Divers reached the boys trapped in the cave.", "trapped", GOES_ON),
    ("The aid will be sent when the road is cleared.", "cleared", AFTER),
    ("Officials are warning that the dam may break.", "warning", ON),
    ("The guards said they tried to close the gate.", "tried", BEFORE),
    ("The premier pledged to stand by the miners, warning the owners that a strike was near.", "warning", ON),
    ("In a speech delivered at the port, the premier promised a new quay.", "delivered", ON),
    ("There was no sign of a quarrel at their last meeting.", "meeting", BEFORE),
    ("Envoys saw little hope for a truce.", "truce", AFTER),
    ("They were in no hurry about the truce.", "truce", ON),
    ("I can assure you that the pier is safe.", "assure", ON),
    ("He can assure them a seat.", "assure", AFTER),
    ("I am shocked and dismayed by the ruling.", "dismayed", ON),
]


@pytest.mark.parametrize(("text", "word", "form"), READINGS, ids=[f"{word}: {text}" for text, word, _ in READINGS])
def test_readings(text: str, word: str, form: Form) -> None:
    (event,) = given(text, word)
    assert eventtime_form(event) == form, event.why


PERIODS: list[tuple[str, str, Any]] = [
    (
        "The firm added 300 jobs in March 2024.",
        "added",
        {"begin": {"date": "2024-03-01"}, "finish": {"date": "2024-03-31"}},
    ),
    ("The rebels fought in 2019.", "fought", {"begin": {"after": "2019-01-01"}, "finish": {"before": "2019-12-31"}}),
    (
        "She has lived here since 2019.",
        "lived",
        {"begin": {"after": "2019-01-01", "before": "2019-12-31"}, "finish": {"after": DAY}},
    ),
    ("The council hopes to decide by June 2024.", "decide", {"when": {"after": DAY, "before": "2024-06-30"}}),
]


@pytest.mark.parametrize(("text", "word", "form"), PERIODS, ids=[word for _, word, _ in PERIODS])
def test_periods(text: str, word: str, form: Form) -> None:
    (event,) = given(text, word)
    assert eventtime_form(event) == form, event.why


def last(text: str, *words: str) -> Event:
    """The event of the last word; the others are given with it."""
    return given(text, *words)[-1]


def test_what_was_done_is_bounded_by_the_onset_of_the_story() -> None:
    text = (
        "The army seized the port on March 3. Fishermen lost their boats. Prices rose. The navy has moved ships north."
    )
    event = last(text, "seized", "lost", "rose", "moved")
    assert eventtime_form(event) == {"when": {"after": "2024-03-03", "before": DAY}}
    assert "March 3" in event.why


def test_a_tale_goes_on_at_the_date_it_has_reached() -> None:
    text = "In July 2021 the king fled the capital. The guards went into hiding."
    event = last(text, "fled", "went")
    assert eventtime_form(event) == {"when": {"after": "2021-07-01", "before": "2021-07-31"}}


def test_news_does_not_take_up_the_date_of_a_day_just_past() -> None:
    assert eventtime_form(last("The bank closed on Monday. Police searched it.", "closed", "searched")) == ON


def test_a_tale_without_a_date_is_told_of_the_past_until_the_text_is_back() -> None:
    text = "Not that long ago, buyers paid any price. He sold his house. Now he rents a flat."
    sold, rents = given(text, "sold", "rents")
    assert eventtime_form(sold) == BEFORE
    assert eventtime_form(rents) == GOES_ON


def test_the_same_event_named_again_takes_its_day() -> None:
    text = "A bomb exploded on March 3, 2024. Officials said the explosion killed two men."
    event = last(text, "exploded", "explosion")
    assert eventtime_form(event) == {"when": {"date": "2024-03-03"}}
    assert event.why.startswith("“explosion” is dated elsewhere")


def test_the_same_event_under_another_word_takes_the_narrowest_date() -> None:
    text = "Gunmen abducted the engineer in March 2024. They had planned the kidnapping of March 9, 2024 for weeks."
    abducted, kidnapping = (event for event in given(text, "abducted", "kidnapping"))
    assert eventtime_form(abducted) == eventtime_form(kidnapping) == {"when": {"date": "2024-03-09"}}
    assert abducted.why.endswith("the day is told elsewhere: written out")


def test_a_date_behind_the_object_of_a_reaction_is_the_objects() -> None:
    text = "Peru has condemned Chile's seizure of the island on May 2."
    condemned, seizure = given(text, "condemned", "seizure")
    assert eventtime_form(seizure) == {"when": {"date": "2024-05-02"}}
    assert eventtime_form(condemned) == {"when": {"after": "2024-05-02", "before": DAY}}


def test_a_reaction_keeps_the_weekday_of_its_own() -> None:
    (condemned,) = given("Peru condemned the seizure of the island on Monday.", "condemned")
    assert eventtime_form(condemned) == {"when": {"date": "2024-05-13"}}


def test_a_verb_shares_the_date_its_object_was_given() -> None:
    text = "The heirs filed objections to the powers of the court in 2019, claiming a treaty forbids it."
    year = {"when": {"after": "2019-01-01", "before": "2019-12-31"}}
    assert [eventtime_form(event) for event in given(text, "filed", "objections", "claiming")] == [year] * 3


def test_a_date_to_come_is_not_that_of_a_saying_in_the_past() -> None:
    (told,) = given("The emir told refiners of a cut in supply next month.", "told")
    assert eventtime_form(told) == ON


def test_a_planned_event_named_again_takes_its_date() -> None:
    text = "The state will hold a referendum on June 9. Parties hope to win the referendum."
    first, again = text.index("referendum"), text.rindex("referendum")
    events = dated(text, [(first, first + 10), (again, again + 10)])
    assert [eventtime_form(event) for event in events] == [{"when": {"date": "2024-06-09"}}] * 2


STEMS = [
    ("explode", "explosion"),
    ("invade", "invasion"),
    ("abduct", "abduction"),
    ("arrest", "arrest"),
    ("capture", "capture"),
]


@pytest.mark.parametrize(("verb", "noun"), STEMS)
def test_stem_joins_verb_and_noun(verb: str, noun: str) -> None:
    assert stem(verb) == stem(noun)


@pytest.mark.parametrize(("one", "other"), [("mission", "missile"), ("sale", "salt"), ("attack", "attend")])
def test_stem_keeps_others_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


EVE: Form = {"when": {"date": "2024-05-14"}}
EVES = [
    # A lead that names yesterday puts the news there, and what was said; not the present, nor what was said today
    ("A ferry sank on Tuesday. Crews pulled survivors out of the water.", "sank pulled", EVE),
    ("A ferry sank on Tuesday. The owner apologised.", "sank apologised", EVE),
    ("A ferry sank late Tuesday, police said Wednesday. The owner apologised.", "sank said apologised", ON),
    ("A ferry sank on Tuesday. The owner says she is shocked.", "sank says", ON),
    ("A judge on Tuesday ordered a sale. A buyer listened at the back.", "ordered listened", EVE),
    ("A ferry sank on Wednesday. The owner apologised.", "sank apologised", ON),
    # What only describes a thing, or bounds what lasts, dates no deed
    ("Workers switched off their Christmas lights Tuesday.", "switched", EVE),
    ("The opera has extended its closure until 9 June.", "extended", ON),
    ("The wells were not shut until Tuesday.", "shut", EVE),
    ("Congress met by midday on Tuesday.", "met", EVE),
    # The date before "when", and a short form of "has"
    ("It was the worst fire since 14 May 2024, when a store burned.", "burned", EVE),
    ("Rain fell. Snow fell. Wind rose. She's joined a class.", "joined", BEFORE),
]


@pytest.mark.parametrize(("text", "words", "form"), EVES, ids=[text for text, _, _ in EVES])
def test_the_day_of_the_story(text: str, words: str, form: Form) -> None:
    last = given(text, *words.split())[-1]
    assert eventtime_form(last) == form, last.why

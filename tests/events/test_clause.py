"""Clauses a reader understands without the article."""

from __future__ import annotations

import pytest

from chrono.events.wording import past

from .build import events

DAY = "2024-05-15"

FORMS = [
    ("walk", "walked"),
    ("bake", "baked"),
    ("carry", "carried"),
    ("play", "played"),
    ("stop", "stopped"),
    ("go", "went"),
    ("fix", "fixed"),
    ("withdraw", "withdrew"),
]


@pytest.mark.parametrize(("lemma", "form"), FORMS)
def test_past(lemma: str, form: str) -> None:
    assert past(lemma) == form


CLAUSES = [
    ("A detachment captured and burned the fort on 3 May.", "A detachment captured the fort"),
    ("Rebels seized, looted and burned the depot on 3 May.", "Rebels seized the depot"),
    ("Police found and arrested him on Monday.", "Police found him"),
    ("He sat and ate lunch on Monday.", "He sat"),
    ("On Monday they were told that the bank had found £900m.", "They were told that the bank had found £900m"),
    ("Lund will be eligible for release in early 2026.", "Lund will be eligible for release"),
    # the time and what is said beside are left out
    ("Yesterday, the court, which sits in Lyon, rejected the appeal.", "The court rejected the appeal"),
    # a relative clause is told of the noun it describes
    ("The bridge, which collapsed in 2018, was famous.", "The bridge collapsed"),
    # a participle is made finite
    ("Chile and Peru signed the treaty, ending the war in 1883.", "Chile and Peru ended the war"),
    # a pronoun is resolved
    ("Angela Merkel grew up in Templin. She became chancellor in 2005.", "Angela Merkel became chancellor"),
    # the two sides are named
    ("France and Mali held talks. The two countries signed a pact in 2014.", "France and Mali signed a pact"),
    # a planned meeting is told as a plan
    ("Joan Ruiz was set to meet the governor on 20 May 2024.", "Joan Ruiz to meet the governor"),
    # an age is no part of a name
    ("Carla Dunn, 44, left the board on Monday.", "Carla Dunn left the board"),
    # a given name of syllables is one word, and no verb
    ("Baek Jae-won stepped down on Monday.", "Baek Jae-won stepped down"),
    # the "'s" of a name that owns nothing is part of it
    ("Moody's cut the rating of two banks on Friday.", "Moody's cut the rating of two banks"),
    ("The rating agency Moody's said on Monday it would wait.", "The rating agency, Moody's, said it would wait"),
    # a question is told as a statement
    ("Will the schools reopen on Monday?", "The schools will reopen"),
    # a first name, whatever the tagger takes it for, opens a name; the verb behind a long aside is the name's
    (
        "Greta Voss, who was taught chess by a jailer, fled from one prison and was held in a second, and did not win "
        "a match until she was 50, died on Sunday at her flat in Linz.",
        "Greta Voss died at her flat in Linz",
    ),
    # a clause behind a conjunction has a subject of its own
    ("He sold three of the boats before a second warrant was issued in May.", "A second warrant was issued"),
    ("The novel was handed round in 1974 until a Dublin house took her on the next year.", "A Dublin house took her"),
    (
        "The dispute grew on Sunday when a crowd of about 900, a third of the town, marched to the square.",
        "A crowd of about 900 marched to the square",
    ),
    # a participle joined to another describes the same noun, and the whole of it
    ("A third survey, ordered by the port and made public on 9 May, found nothing.", "A third survey was made public"),
    ("A treaty of alliance signed in 1934 mentions the isles.", "A treaty of alliance was signed"),
    # what comes first is a place, and no verb
    ("Outside court the widow, Ann Berg, thanked the jury on Monday.", "The widow, Ann Berg, thanked the jury"),
    ("The clerk who stamped it was on leave in May 2023.", "The clerk was on leave"),
    # what somebody was told begins behind "that"
    (
        "On 9 May a nurse told a public inquiry that milk meant for one ward had been sent to a second.",
        "A nurse told a public inquiry that milk meant for one ward had been sent to a second",
    ),
    # what somebody means to do is his
    ("Auditors plan to question her next week, a clerk said.", "Auditors plan to question her"),
    # a period that ended is told, and no name is left out
    ("It had sales of $6 billion in fiscal 2014, which ended on August 31.", "Fiscal 2014 ended"),
    # another clause is told apart
    ("A tug reached the ship at 4 p.m. and the last of the crew was ashore by dusk.", "A tug reached the ship"),
    ("He was killed in 1938 testing a bomber for Blackburn.", "He was killed"),
    (
        "The trust's chief executive, Martin Shaw, resigned in 2011 and was replaced by Janet Wu.",
        "The trust's chief executive resigned",
    ),
    # a noun and its name are one
    ("The space probe Hayate was lost in 1999.", "The space probe, Hayate, was lost"),
    ("Her coach, Per Aas, was hired in 2016.", "Her coach, Per Aas, was hired"),
    # an event noun is told with its complements
    ("They discussed Anna Berg's planned trip to Oslo in June 2024.", "Anna Berg's planned trip to Oslo"),
]


@pytest.mark.parametrize(("text", "clause"), CLAUSES, ids=[clause for _, clause in CLAUSES])
def test_clauses(text: str, clause: str) -> None:
    assert clause in [event.clause for event in events(text, DAY)]


SHARED = [
    (
        "Vestmark took over a Finnish mill in 2014 and a Danish mine two years later.",
        ["Vestmark took over a Finnish mill", "Vestmark took over a Danish mine"],
    ),
    (
        "The board will hold meetings in Oslo on 20 May 2024 and in Bergen on 22 May 2024.",
        ["The board will hold meetings in Oslo", "The board will hold meetings in Bergen"],
    ),
    (
        "Vestmark bought a mill in Lahti in May 2014 and two mines in Sweden in 2016.",
        ["Vestmark bought a mill in Lahti", "Vestmark bought two mines in Sweden"],
    ),
    ("Ada Larkin died in 1958 and Piet de Wit a year later.", ["Ada Larkin died", "Piet de Wit died"]),
]


def test_no_thing_speaks() -> None:
    found = events("A spokesman denied that the scheme had ended and said work may begin in June if all agree.")
    assert not any(event.clause.startswith("The scheme said") for event in found)


@pytest.mark.parametrize(("text", "clauses"), SHARED, ids=[text for text, _ in SHARED])
def test_each_day_has_what_was_done_on_it(text: str, clauses: list[str]) -> None:
    found = events(text, DAY)
    assert [event.clause for event in found] == clauses
    assert all(set(event.clause.split()) >= set(name.split()) for event in found for name in event.who)


NAMES = [
    ("Moody's cut the rating of two banks on Friday.", ("Moody's",)),
    ("McDonald's closed a kitchen in Oslo in 2004.", ("McDonald's",)),
    ("She joined St Maudit's Hospice in 1952.", ("St Maudit's Hospice",)),
    ("The People's Covenant was founded in 1952.", ("People's Covenant",)),
    ("Norvik's mayor resigned on Friday.", ("Norvik",)),
    ("Krantz, who had been recalled in 1744, was interred at Stolp.", ("Krantz",)),
]


@pytest.mark.parametrize(("text", "who"), NAMES, ids=[text for text, _ in NAMES])
def test_names(text: str, who: tuple[str, ...]) -> None:
    assert events(text, DAY)[0].who == who


def test_who_and_where() -> None:
    (event,) = events("President Emmanuel Macron met Olaf Scholz in Berlin on 3 May 2024.", DAY)
    assert event.who == ("Emmanuel Macron", "Olaf Scholz")
    assert event.where == ("Berlin",)

"""The rows about a named one."""

from __future__ import annotations

import pytest

import chrono
from chrono.chronology.about import Wanted

FORMS = [
    # name, all that the documents say, the words of a row, whether the name stands in them
    ("Maria Lopez", "", "Lopez resigned", True),
    ("Maria Lopez", "", "Ms Lopez's resignation", True),
    ("Maria Lopez", "", "María López resigned", True),
    ("María López", "", "Lopez resigned", True),
    ("maria lopez", "", "Lopez resigned", True),
    ("Ms Maria Lopez", "", "Lopez resigned", True),
    ("Maria Lopez", "", "Maria K. Lopez resigned", True),
    ("Maria Lopez", "", "Lopezville grew", False),
    ("Pedro Lopez", "", "Lopez resigned · Maria Lopez", False),
    ("Judge Lopez", "", "Lopez resigned", True),
    ("Acme Corp", "", "Acme sold a plant", True),
    ("Acme Store", "", "The Acme Music Store opened", True),
    ("music store", "", "The book store opened", False),
    ("eTunes Store", "", "The App Store opened", False),
    ("Vega 3", "", "The 3 Vega satellites", True),
    ("Vega 3", "", "Vega 4 was launched", False),
    ("Lima", "", "He likes climate", False),
    ("US", "", "It told us", False),
    ("bbc", "", "The BBC said so", True),
    ("United States", "", "The US withdrew", True),
    ("U.S.", "", "The United States withdrew", True),
    ("Bay Area Trust", "The Bay Area Trust (BAT) was founded.", "BAT bought land", True),
    ("BAT", "The Bay Area Trust (BAT) was founded.", "The Bay Area Trust bought land", True),
    ("Bay Area Trust", "The Bay Area Trust was founded.", "BAT bought land", False),
    ("Bay Area Trust", "The Bay Area Trust was founded.", "The trust bought land", True),
    ("Bay Area Trust", "The Bay Area Trust was founded.", "The Area Trust bought land", True),
    ("Bay Area Trust", "The Bay Area Trust met the Vale Trust.", "The trust bought land", False),
    ("Bay Area Trust", "The Bay Area Trust was founded.", "There was little trust", False),
    ("Orne Homes Ltd", 'Orne Homes Ltd ("the Landlord") let it.', "The Landlord gave notice", True),
    ("the Landlord", 'Orne Homes Ltd (the "Landlord") let it.', "Orne Homes gave notice", True),
    ("the", "", "The trust bought land", False),
]


@pytest.mark.parametrize(("name", "text", "words", "expected"), FORMS)
def test_forms_of_a_name(name: str, text: str, words: str, expected: bool) -> None:
    assert Wanted([name], [text]).is_in(words) is expected


STORY = """The Corwen Harbour Trust (CHT) bought Skerry Lines on Friday for 12 million pounds.

Maria Lopez founded the line in 1987. She has two sons. She sold half of it to Brann Shipping in 2003.
Ms Lopez resigned as chair in 2015, and her yacht was seized by the bank in 2016.

In 2017 regulators fined Skerry Lines over its lifeboats. The trust was sued by Brann Shipping in April 2019.
Two years earlier it had refused to pay dues. "We have waited since 2018," said Dana Holt, who has run the
Harbour Trust since 2010. She was praised by the council. The mayor thanked her in 2020. Lopez met Holt on 2 February.

CHT said on Monday that it would keep the crews until 2024.
"""
ABOUT = [
    ("CHT", {"bought", "run", "sued", "refused", "said", "keep"}),
    ("Corwen Harbour Trust", {"bought", "run", "sued", "refused", "said", "keep"}),
    ("Maria Lopez", {"founded", "sold", "resigned", "seized", "met"}),
    ("Skerry Lines", {"bought", "fined"}),
    ("Dana Holt", {"waited", "run", "thanked", "met"}),
    ("Brann Shipping", {"sold", "sued"}),
]


@pytest.mark.parametrize(("name", "triggers"), ABOUT)
@pytest.mark.parametrize("all_events", [False, True])
def test_rows_about_a_name_are_rows_of_the_table(name: str, triggers: set[str], all_events: bool) -> None:
    story = chrono.Document(STORY, published="2021-03-14")
    whole = chrono.extract(story, all_events=all_events)
    some = chrono.extract(story, about=name, all_events=all_events)
    known = {row["id"]: row | {"order": 0} for row in whole}
    assert [known[row["id"]] for row in some] == [row | {"order": 0} for row in some]
    found = {row["trigger"] for row in some}
    assert triggers <= found if all_events else triggers == found


def test_all_events_adds_to_the_rows_and_changes_none() -> None:
    story = chrono.Document(STORY, published="2021-03-14")
    rows = {row["id"]: row | {"order": 0} for row in chrono.extract(story, all_events=True)}
    usual = [row | {"order": 0} for row in chrono.extract(story)]
    assert [rows.get(row["id"]) for row in usual] == usual
    assert {"have", "praise"} <= {row["predicate"] for row in rows.values()} - {row["predicate"] for row in usual}

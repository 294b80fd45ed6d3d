"""The event table: order, ids, columns, merging."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.chronology import COLUMNS
from chrono.chronology.columns import READER_COLUMNS
from chrono.chronology.ids import event_ids
from chrono.events.event import Mention
from tests.chronology.events import build, event, told

ORDER = [  # EDTF, relation, status, as a careful reader would put them
    ("-0043-03-15", "on", "happened"),
    ("0079", "on", "happened"),
    ("18XX", "during", "happened"),
    ("2015", "on", "happened"),
    ("2016-01-01", "on", "happened"),
    ("2016", "on", "happened"),
    ("../2016", "before", "happened"),
    ("2017", "on", "happened"),
    ("2017/..", "since", "ongoing"),
    ("2017-06", "on", "happened"),
    ("2018-02", "on", "happened"),
    ("2018-01/..", "after", "happened"),
    ("2019-10", "on", "happened"),
    ("2019-11-28", "on", "happened"),
    ("2019-12-04T09:30:00", "on", "happened"),
    ("2019-12-05", "on", "planned"),
    ("2019-12-05/2019-12-31", "on", "planned"),
    ("2019-12-31T23:59:30", "on", "planned"),
    ("../2019-12-31", "by", "planned"),
    ("2020-01-01", "on", "planned"),
    ("", "on", "happened"),
    ("", "on", "possible"),
]


@given(st.permutations(range(len(ORDER))))
def test_order_does_not_depend_on_the_texts(permutation):
    events = []
    for place, number in enumerate(permutation):
        date, relation, status = ORDER[number]
        clause = f"Company number-{number} acted{number}"
        events.append(event(clause, date, relation=relation, status=status, at=100 * place))
    rows = build(events).rows
    wanted = [date for date, _, _ in ORDER]
    assert [row["edtf"] for row in rows] == wanted
    assert [row["order"] for row in rows] == list(range(1, len(ORDER) + 1))


def test_equal_dates_stand_in_text_order():
    made = build([event("Beta closed the yard", "2019", at=200), event("Alpha opened a mill", "2019", at=10),
                  event("Gamma paid the fine", "2019", document="e", at=0)])
    assert [row["event"][:5] for row in made.rows] == ["Alpha", "Beta ", "Gamma"]


def test_rows_have_exactly_the_columns():
    (row,) = build([event("Alpha opened a mill", "2019", who=("Alpha",), where=("Oslo",), sources=("town clerk",),
                          why="written out", expression="2019", sentence="Alpha opened a mill in 2019.")]).rows
    assert list(row) == list(COLUMNS)
    assert row["start"] == "2019-01-01" and row["end"] == "2019-12-31" and row["date"] == "2019"
    assert row["why"] == "written out; according to town clerk"
    assert (row["expression"], row["expression_start"], row["expression_end"]) == ("2019", 23, 27)
    assert row["title"] == "Title of d" and row["source"] == "Harbeck Courier" and row["published"] == "2019-12-04"
    assert row["evidence"] == [{"document": "d", "start": 0, "end": 28}] and row["sources"] == 1
    assert not any(row[column] for column in READER_COLUMNS)


def test_undated_rows_say_so():
    (row,) = build([event("Alpha opens a mill", basis="implied", status="planned")]).rows
    assert (row["edtf"], row["start"], row["end"], row["date"], row["relation"]) == ("", "", "", "", "")
    assert row["basis"] == "undated"


def test_ids_survive_layout_and_growth_but_tell_dates_apart():
    first = event("Alpha met Beta", "2019-05-03", sentence="Alpha met Beta on 3 May and 5 June.", expression="3 May")
    second = event("Alpha met Beta", "2019-06-05", sentence="Alpha met Beta on 3 May and 5 June.", expression="5 June")
    ids = event_ids([first, second])
    assert len(set(ids)) == 2
    moved = replace(first, sentence="ALPHA met\nBeta  on 3 May and 5 June.", sentence_start=900, trigger_start=906)
    assert event_ids([moved])[0] == ids[0]
    assert event_ids([replace(first, document="other")])[0] != ids[0]


def test_a_sentence_printed_twice_gives_two_ids():
    events = [event("Alpha met Beta", "2019"), event("Alpha met Beta", "2019", at=50)]
    assert len(set(event_ids(events))) == 2


SAME = [  # two tellings of one event: clause, date, trigger, other fields
    (("South Korea and the United States installed the missile system", "2017", "installed",
      {"predicate": "install", "who": ("US", "South Korea")}),
     ("deployment of US missile systems", "2017", "deployment", {"who": ("United States",), "confidence": 0.95})),
    (("Council approves the harbour plan", "2019-12-03", "approves", {"predicate": "approve"}),
     ("The council approved the harbour plan after a long debate", "2019-12-03", "approved", {"predicate": "approve"})),
    (("Ruthven Mills bought the yard at Oslo", "2017", "bought", {"predicate": "buy"}),
     ("Ruthven Mills purchased the Oslo yard for 3 million", "2017-03-06", "purchased", {"predicate": "purchase"})),
    (("Mayor Lena Ortiz resigned over the bridge contract", "2019-12-04", "resigned",
      {"predicate": "resign", "basis": "implied"}),
     ("Lena Ortiz resigned over the bridge contract", "2019-12-02", "resigned", {"predicate": "resign"})),
    (("resignation of Lena Ortiz as mayor", "2019-12-02", "resignation", {}),
     ("Lena Ortiz resigned as mayor", "2019-12-02", "resigned", {"predicate": "resign"})),
]
DIFFERENT = [
    (("The dam burst above Harbeck", "2019-12-02", "burst", {}),
     ("The dam burst above Harbeck", "2019-12-03", "burst", {})),
    (("Otto Brandt met Lena Ortiz", "2019-12-02", "met", {"predicate": "meet", "who": ("Otto Brandt", "Lena Ortiz")}),
     ("Otto Brandt met Amara Diallo", "2019-12-02", "met",
      {"predicate": "meet", "who": ("Otto Brandt", "Amara Diallo")})),
    (("Police arrested 12 people in Oslo", "2019-12-02", "arrested", {"predicate": "arrest"}),
     ("Police arrested 40 people in Oslo", "2019-12-02", "arrested", {"predicate": "arrest"})),
    (("Otto Brandt paid the fine", "2019-12-02", "paid", {"predicate": "pay"}),
     ("Otto Brandt paid the fine", "2019-12-02", "paid", {"predicate": "pay", "status": "denied"})),
    (("Otto Brandt will visit Oslo", "2019-12-02", "visit", {"status": "planned"}),
     ("Otto Brandt visited Oslo", "2019-12-02", "visited", {"predicate": "visit"})),
    (("Otto Brandt said taxes will rise", "2019-12-04", "said", {"predicate": "say"}),
     ("Otto Brandt said schools will close", "2019-12-04", "said", {"predicate": "say"})),
    (("We start on the east wing", "2019-09", "start", {"who": ("builders",)}),
     ("You start on the west wing", "2019-09", "start", {"who": ("surveyors",)})),
    (("North Korea tested missiles", "2017/..", "tested", {"predicate": "test", "relation": "since"}),
     ("North Korea tested missiles", "2017", "tested", {"predicate": "test"})),
    (("Russia and Ukraine signed", "1997-05", "signed", {"predicate": "sign"}),
     ("The presidents of Russia and Ukraine signed an economic plan", "2019-12-04", "signed",
      {"predicate": "sign", "basis": "implied"})),
    (("We begin", "2019", "begin", {}), ("You begin", "2019", "begin", {})),
]


def pair(tellings):
    return [event(clause, date, trigger=trigger, at=200 * place, **other)
            for place, (clause, date, trigger, other) in enumerate(tellings)]


@pytest.mark.parametrize("tellings", SAME)
def test_one_event_told_twice_is_one_row(tellings):
    first, second = pair(tellings)
    for events in ([first, second], [second, first]):
        (row,) = build(events).rows
        assert {(place["start"], place["end"]) for place in row["evidence"]} == {
            (first.sentence_start, first.sentence_end), (second.sentence_start, second.sentence_end)}
        assert row["id"] == min(event_ids([first, second]))


@pytest.mark.parametrize("tellings", DIFFERENT)
def test_two_events_stay_two_rows(tellings):
    assert len(build(pair(tellings)).rows) == 2


def test_the_exact_stated_date_stands_for_the_row():
    rows = [build(pair(SAME[index])).rows[0] for index in (2, 3)]
    assert [row["edtf"] for row in rows] == ["2017-03-06", "2019-12-02"]


def test_a_coarse_date_does_not_join_two_exact_ones():
    clause = "Ruthven Mills bought the yard at Oslo"
    made = build([event(clause, date, trigger="bought", predicate="buy", at=place)
                  for place, date in ((0, "2017"), (200, "2017-03-06"), (400, "2017-09-01"))])
    assert [row["edtf"] for row in made.rows] in (["2017-03-06", "2017-09-01"], ["2017-03-06", "2017", "2017-09-01"])
    assert len({row["edtf"] for row in made.rows} & {"2017-03-06", "2017-09-01"}) == 2


def test_dates_of_one_sentence_stay_rows():
    sentence = "The yard burned down in 2017 and on 3 May 2017."
    made = build([event("The yard burned down", "2017", trigger="burned", sentence=sentence, expression="2017"),
                  event("The yard burned down", "2017-05-03", trigger="burned", sentence=sentence,
                        expression="3 May 2017")])
    assert len(made.rows) == 2


def test_a_clause_that_only_names_the_event_joins_it():
    made = build([
        event("Ties soured over the deployment of US missile systems", "2017", trigger="soured", predicate="sour",
              sentence="Ties soured over the deployment of US missile systems in 2017, officials said.",
              expression="2017"),
        event("Seoul and Washington installed the US missile system", "2017", trigger="installed", predicate="install",
              sentence="Seoul and Washington installed the US missile system in 2017.", expression="2017", at=300)])
    assert told(made) == [("2017", "Seoul and Washington installed the US missile system")]
    assert len(made.rows[0]["evidence"]) == 2


def test_mentions_are_evidence_and_documents_are_counted():
    clause = "Council approved the harbour plan"
    places = (Mention("a", 0, 20), Mention("a", 40, 74))
    made = build([event(clause, "2019-12-03", document="a", at=40, mentions=places),
                  event(clause, "2019-12-03", document="b")])
    (row,) = made.rows
    assert row["evidence"] == [{"document": "a", "start": 40, "end": 74}, {"document": "a", "start": 0, "end": 20},
                               {"document": "b", "start": 0, "end": 34}]
    assert row["sources"] == 2


def test_what_one_text_plans_another_reports():
    (row,) = build([event("Otto Brandt visits Oslo harbour", "2019-12-05", predicate="visit", status="planned",
                          document="a"),
                    event("Otto Brandt visited Oslo harbour", "2019-12-05", predicate="visit", document="b",
                          trigger="visited")]).rows
    assert row["status"] == "happened" and row["sources"] == 2


def test_documents_that_disagree_are_told_on_both_rows():
    clause = "Otto Brandt signed the Oslo harbour treaty"
    made = build([event(clause, "2019-12-02", trigger="signed", predicate="sign", document="a"),
                  event(clause, "2019-12-03", trigger="signed", predicate="sign", document="b"),
                  event(clause, "2011-12-03", trigger="signed", predicate="sign", document="c")])
    assert [row["conflicts"] for row in made.rows] == [[], ["2019-12-03"], ["2019-12-02"]]


def test_names_are_united_once():
    clause = "Council approved the harbour plan"
    (row,) = build([event(clause, "2019-12-03", who=("Council",)),
                    event(clause, "2019-12-03", who=("council", "Lena Ortiz"), at=100)]).rows
    assert row["who"] == ["Council", "Lena Ortiz"]


def test_a_verb_stands_for_the_row_before_its_noun():
    (row,) = build(pair(SAME[0])).rows
    assert row["event"].startswith("South Korea") and row["who"] == ["US", "South Korea"]


def test_no_events_no_rows():
    assert build([]).rows == []

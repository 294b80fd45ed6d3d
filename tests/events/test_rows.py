"""Whole sentences to rows: date, status, clause."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, (edtf, status, words of the clause) of each row
    ("The factory closed in 2009.", [("2009", "happened", "The factory closed")]),
    ("Ms. Lopez will open the museum on 3 June 2024.", [("2024-06-03", "planned", "Lopez will open the museum")]),
    ("The council may sell the hall in 2026.", [("2026", "possible", "council may sell the hall")]),
    ("The company did not pay a dividend in 2020.", [("2020", "happened", "company did not pay a dividend")]),
    (
        "The bank was founded in 1890 and moved to Leeds in 1923.",
        [("1890", "happened", "bank was founded"), ("1923", "happened", "bank moved to Leeds")],
    ),
    (
        "The two sides want to settle it by June 2024; if they do not, Orla Link may seek compensation.",
        [("../2024-06", "planned", "two sides to settle it"), ("", "possible", "Orla Link may seek compensation")],
    ),
    ("The tents were to be in place by 20 May 2024.", [("../2024-05-20", "planned", "tents were to be in place")]),
    ("The hearing is scheduled for 7 June 2024.", [("2024-06-07", "planned", "hearing")]),
    ("The minister was due to visit Ghana on 20 May 2024.", [("2024-05-20", "planned", "minister")]),
    ("The workers have occupied the plant since 2021.", [("2021/..", "ongoing", "workers have occupied the plant")]),
    ("The school will reopen by 1 September 2024.", [("../2024-09-01", "planned", "school will reopen")]),
    (
        "Claims must be filed no later than 19 January 2025.",
        [("../2025-01-19", "planned", "Claims must be filed")],
    ),
    (
        "On 1 June 2020 the firm sent a demand letter. Its rival did not respond within the 30 days provided.",
        [("2020-06-01", "happened", "firm sent a demand letter"), ("../2020-07-01", "happened", "did not respond")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = events(text, DAY)
    assert [(date, event.status) for date, event in zip(dates(found), found, strict=True)] == [
        (date, status) for date, status, _ in expected
    ]
    for event, (_, _, words) in zip(found, expected, strict=True):
        assert words in event.clause


CLAUSES = [
    # What news writes: text, (edtf, clause) of each row
    (
        "Sales for the quarter ended March 31 slipped to $90 million.",
        [("2024-33", "Sales slipped to $90 million")],
    ),
    (
        "Brill said first-quarter profit fell to $42 million, or 61 cents, from $51 million a year earlier.",
        [("2024-33", "First-quarter profit fell to $42 million, or 61 cents, from $51 million")],
    ),
    ("In heavy trading on Tuesday, Brill closed at $31.25.", [("2024-05-14", "Brill closed at $31.25")]),
    (
        "The bank last raised rates in March, when inflation stood at 9 percent.",
        [("2024-03", "The bank last raised rates"), ("2024-03", "Inflation stood at 9 percent")],
    ),
    (
        "Coach Ana Brandt, whose contract ends in June, signed on for two more years on Friday.",
        [
            ("2024-06", "Coach Ana Brandt's contract ends"),
            ("2024-05-10", "Coach Ana Brandt signed on for two more years"),
        ],
    ),
    (
        "Parliament passed the budget on March 27, two weeks after it was read.",
        [("2024-03-27", "Parliament passed the budget"), ("2024-03-11/2024-03-17", "It was read")],
    ),
    ("Two others were still being questioned on Monday.", [("2024-05-13", "Two others were still being questioned")]),
    ("In 2018 there were eleven fires.", [("2018", "There were eleven fires")]),
    ("She died after 6am on Monday.", [("2024-05-13T06:00:00/2024-05-13", "She died")]),
    ("The river rose through the night.", [("2024-05-14T20:00:00/2024-05-15T05:59:59", "The river rose")]),
    ("She died shortly after 6am on Monday.", [("2024-05-13T06:00:00~", "She died")]),
    (
        "The firm said the plant closings announced in September will be finished by June 28.",
        [("2023-09", "The plant closings were announced"), ("../2024-06-28", "The plant closings will be finished")],
    ),
    ('"Today he knows better," said Inspector Moira Shaw.', [("2024-05-15", "He knows better")]),
    ("The 2006 shut-off lasted three weeks.", [("2006", "The 2006 shut-off lasted three weeks")]),
    (
        "The death toll from the worst fires to hit the south coast since 1967 rose to 34 on Monday.",
        [("2024-05-13", "The death toll from the worst fires rose to 34")],
    ),
    ("Her fraud came to light on Monday.", [("2024-05-13", "Her fraud came to light")]),
    (
        "Libraries shut that week will open on Friday.",
        [("2024-05-13/2024-05-19", "Libraries were shut"), ("2024-05-17", "Libraries will open")],
    ),
    (
        "The premier told reporters that the sum pledged on Saturday would be paid by June 15.",
        [("2024-05-11", "The sum was pledged"), ("../2024-06-15", "The sum would be paid")],
    ),
    (
        "She said the race had been run in 2021, and would be run again in June 2024.",
        [("2021", "The race had been run"), ("2024-06", "The race would be run again")],
    ),
    (
        "Opening the inquiry on Monday, Nora Fleck said the roof had not been mended.",
        [("2024-05-13", "Nora Fleck opened the inquiry")],
    ),
    (
        "Deliveries by the canal, which fell by a half on Monday, ceased on Tuesday.",
        [
            ("2024-05-13", "Deliveries by the canal fell by a half"),
            ("2024-05-14", "Deliveries by the canal ceased"),
        ],
    ),
    (
        "Two lawyers had been trying to arrange a sale since 2022.",
        [("2022/..", "Two lawyers had been trying to arrange a sale")],
    ),
    ("The sale was advertised in March and held online on April 19, 2024.", [
        ("2024-03", "The sale was advertised"), ("2024-04-19", "The sale was held online")]),
    ("Ms. Ruiz learned of the sale on May 2.", [("2024-05-02", "Ms. Ruiz learned of the sale")]),
    ("She was appointed MBE in 2003 and turned down a film in 2005.", [
        ("2003", "She was appointed MBE"), ("2005", "She turned down a film")]),
    ("In 1961 she married Alec Dorrit, a saddler, who drowned in August 1975.", [
        ("1961", "She married Alec Dorrit"), ("1975-08", "Alec Dorrit drowned")]),
    ("Her successor, Paul Yardley, apologised on Monday and promised a bridge by 2027.", [
        ("2024-05-13", "Her successor, Paul Yardley, apologised"),
        ("../2027", "Her successor, Paul Yardley, promised a bridge")]),
    ("The firm last bought shares in 2006.", [("2006", "The firm last bought shares")]),
    ("By the summer of 2023 it was clear that the plan had failed.", []),
    ("Engineers warned as early as 2011 that the bridge was weak.", [
        ("2011", "Engineers warned that the bridge was weak")]),
    ("Anyone who was in the park on Saturday is asked to call.", []),
    ("The growth of 9 percent compared with 7 percent in 2019.", []),
    ("A suspect hunted since last week was caught.", [
        ("2024-05-06/..", "A suspect was hunted")]),
    ("A woman missing since Friday was found on Monday.", [
        ("2024-05-10/..", "A woman was missing"), ("2024-05-13", "A woman was found")]),
    ("A man sought since May 3 was arrested in Leeds on Monday.", [
        ("2024-05-03/..", "A man was sought"), ("2024-05-13", "A man was arrested in Leeds")]),
    ("The chapel lost its organ in 1941 and reopened only this past Easter.", [
        ("1941", "The chapel lost its organ"), ("2024-03-31", "The chapel reopened")]),
    ("Thieves took a chalice from Holy Trinity, which was recovered on 3 May.", [
        ("2024-05-03", "A chalice from Holy Trinity was recovered")]),
    ("Officials held a service of thanksgiving on Monday.", [
        ("2024-05-13", "Officials held a service of thanksgiving")]),
    ("Prices fell in 2023, and next month they may again.", [("2023", "Prices fell")]),
    ("The defendant went into liquidation in August 2022.", [("2022-08", "The defendant went into liquidation")]),
    ("A truck hit a bus on Monday. It was the third deadly crash on the road since January.", [
        ("2024-05-13", "A truck hit a bus"), ("2024-01/..", "It was the third deadly crash on the road")]),
    ("He wrote on 25 January 2022. By letter dated 7 February 2022 she asked him to reply within 14 days.", [
        ("2022-01-25", "He wrote"), ("2022-02-07", "She asked him to reply"), ("../2022-02-21", "He is to reply")]),
    ("Talks between the two clubs collapsed in October in Leeds after only one day.", [
        ("2023-10", "Talks between the two clubs collapsed in Leeds after only one day")]),
    ("Published 27 Feb 2024\n\nThe bridge closed on Monday.", [("2024-05-13", "The bridge closed")]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[text for text, _ in CLAUSES])
def test_clauses_of_news(text: str, expected: list[tuple[str, str]]) -> None:
    found = events(text, DAY, explicit_only=True)
    assert list(zip(dates(found), [event.clause for event in found], strict=True)) == expected


LEADS = [
    # The opening of a story: its undated verbs are of its day, but none is told twice
    ("Officials held a vigil for the dead.", [("2024-05-15", "Officials held a vigil for the dead")]),
    ("Officials held a vigil for the dead on Monday.", [("2024-05-13", "Officials held a vigil for the dead")]),
    ("A suspect hunted since last week was caught.", [
        ("2024-05-06/..", "A suspect was hunted"), ("2024-05-15", "A suspect was caught")]),
]


@pytest.mark.parametrize(("text", "expected"), LEADS, ids=[text for text, _ in LEADS])
def test_rows_of_the_lead(text: str, expected: list[tuple[str, str]]) -> None:
    found = events(text, DAY)
    assert list(zip(dates(found), [event.clause for event in found], strict=True)) == expected


NONE = [
    "May is a month for gardeners.",
    "Spring has not yet arrived.",
    "She usually swims in the lake.",
    "The committee has twelve members.",
    "Will prices rise?",
    "At low water in early spring one can still see the old piles.",
    "I would not call this spring.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_rows(text: str) -> None:
    assert events(text, DAY) == []


def test_the_content_of_a_dated_report_is_the_event_and_its_source_is_kept() -> None:
    found = events("Rebels captured the airport, army officials said on Monday.", DAY)
    (captured,) = [event for event in found if event.predicate == "capture"]
    assert dates([captured]) == ["2024-05-13"]
    assert captured.basis == "implied"
    assert captured.expression is None
    assert captured.sources == ("army officials",)
    assert all(event.predicate != "say" for event in found)


def test_since_alone_takes_up_the_date_told_before() -> None:
    found = events("Norway annexed the islands in 2017. It has built two bases there since.", DAY)
    assert dates(found) == ["2017", "2017/.."]
    assert found[1].clause.startswith("Norway has built two bases")


def test_a_clause_behind_when_takes_the_date_before_it() -> None:
    found = events("The council meets on 20 May 2024, when it will set the budget.", DAY)
    assert dates(found) == ["2024-05-20", "2024-05-20"]


def test_a_comparison_dates_nothing() -> None:
    assert dates(events("Rovers took the shield for the first time since 1993 on Saturday.", DAY)) == ["2024-05-11"]


def test_future_events_without_a_date_are_undated_rows() -> None:
    (event,) = events("The stadium will be rebuilt.", DAY)
    assert (event.span, event.basis, event.status, event.future) == (None, "undated", "planned", True)
    assert events("The stadium will be rebuilt.", DAY, explicit_only=True) == []


def test_the_place_and_date_line_is_no_event() -> None:
    found = events("PARIS, May 14 (Agence) - Miners ended a strike on Tuesday.", DAY)
    assert dates(found) == ["2024-05-14"]


def test_lines_about_the_article_are_no_events() -> None:
    assert events("Published: 3 May 2024\n\nUpdated on 4 May 2024\n\nBy Jane Roe", DAY) == []


def test_a_headline_that_tells_the_same_is_evidence() -> None:
    text = "Miners end strike\n\nMiners ended a long strike on Tuesday."
    (event,) = events(text, DAY)
    assert [text[m.start : m.end] for m in event.mentions] == [
        "Miners ended a long strike on Tuesday.",
        "Miners end strike",
    ]


def test_without_a_reference_date_only_what_is_written_out_is_dated() -> None:
    found = events("The bridge opened in 1932. It closed on Monday.", None)
    assert dates(found)[0] == "1932"
    assert all(event.basis != "implied" for event in found)


WORDS = st.sampled_from(
    "The minister said on Monday that talks would begin in June 2023 , after a strike ended . He met her since 2019 "
    "and will not If \" ' ( ) ; — 's 12 May \n\n possibly the summit due to be held last week".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_text_gives_true_offsets_and_known_values(words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    for event in events(text, DAY, all_events=True):
        assert text[event.trigger_start : event.trigger_end] == event.trigger
        assert text[event.sentence_start : event.sentence_end] == event.sentence
        assert event.status in ("happened", "ongoing", "planned", "possible", "denied", "claimed")
        assert event.basis in ("explicit", "relative", "implied", "undated")
        assert (event.span is None) == (event.basis == "undated")
        assert 0 <= event.confidence <= 1
        if event.expression is not None:
            assert text[event.expression.start : event.expression.end] == event.expression.text


def test_a_date_that_stands_alone_heads_the_sentence_behind_it() -> None:
    found = events("14 March 2006. The ministry invited bids.\n\nAutumn 2008.\n\nThe firm went bankrupt.", DAY)
    assert dates(found) == ["2006-03-14", "2008-23"]
    assert [event.predicate for event in found] == ["invite", "go"]


def test_a_day_that_opens_a_paragraph_heads_all_of_it() -> None:
    found = events(
        "Friday 14 June 2019. We crossed to the island. The boat was delayed. We met Ann, who was born in 1950.\n\n"
        "She moved there.", "2024-05-15")
    rows = dict(zip((event.clause for event in found), dates(found), strict=True))
    assert rows["The boat was delayed"] == rows["We met Ann"] == "2019-06-14"
    assert rows["Ann was born"] == "1950"
    assert not any("moved" in clause for clause in rows)


def test_what_a_figure_is_compared_with_is_no_date() -> None:
    found = events("Profits fell to 3 percent in April 2024 from 5 percent in March 2023.", DAY)
    assert dates(found) == ["2024-04"]


def test_a_year_in_brackets_belongs_to_what_is_named_before_it() -> None:
    assert "2002" not in dates(events("Under Jones v. Orton (2002), the period was extended.", DAY))


def test_the_end_of_an_activity_is_the_event() -> None:
    (event,) = events("The airline stopped flying to Rome in March 2024.", DAY)
    assert (event.predicate, event.status) == ("stop", "happened")


def test_the_most_recent_of_many_is_one() -> None:
    found = events(
        "Sweden opened the range in 2017. It has tested twelve rockets since, most recently on 9 May 2024.", DAY
    )
    clauses = {event.clause for event in found}
    assert clauses >= {"Sweden has tested twelve rockets", "Sweden most recently tested rockets"}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("She hopes to meet the mayor on 20 May 2024.", "She hopes to meet the mayor"),
        ("I'd like to come on 20 May 2024.", "I would like to come"),
        ("Wu was set to meet the mayor on 20 May 2024.", "Wu to meet the mayor"),
    ],
)
def test_a_pronoun_is_no_headline(text: str, clause: str) -> None:
    assert [event.clause for event in events(text, DAY)] == [clause]


def test_since_amid_the_verb_takes_up_the_date_told_before() -> None:
    found = events("On 3 March 2024 the board dismissed the coach. The club has since lost five games.", DAY)
    assert dates(found) == ["2024-03-03", "2024-03-03/.."]
    assert found[1].clause == "The club has lost five games"

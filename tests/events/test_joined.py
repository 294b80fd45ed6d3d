"""Clauses that stand side by side: each has its own subject, its own words, and the date that belongs to it."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, (date, clause) of each row
    ("Officials said NATO plans to sell the mill on Friday.", [("2024-05-17", "NATO plans to sell the mill")]),
    (
        "Officials said the bank, which employs 300 people, lost its appeal yesterday.",
        [("2024-05-14", "The bank lost its appeal")],
    ),
    (
        "Next week, the bank, which employs 300 people, is to open a school.",
        [("2024-05-20/2024-05-26", "The bank is to open a school")],
    ),
    ("In June, President Moon is due to visit Lund.", [("2024-06", "President Moon to visit Lund")]),
    ("Tomorrow Parliament will be questioned by police.", [("2024-05-16", "Parliament will be questioned by police")]),
    (
        "The firm lost money from 2015 to 2019 and has made a profit since.",
        [("2015/2019", "The firm lost money"), ("2019/..", "The firm has made a profit")],
    ),
    (
        "They lost to City twice in 2022, and were beaten 4-0 when the sides last met in November.",
        [("2022", "They lost to City twice"), ("2023-11", "They were beaten 4-0"), ("2023-11", "The sides last met")],
    ),
    (
        "Sand took over in January after her predecessor, Nils Berg, resigned over an accident.",
        [("2024-01", "Sand took over")],
    ),
    (
        "The clerk stepped down in March after his deputy, Ann Lee, quit.",
        [("2024-03", "The clerk stepped down"), ("../2024-03", "His deputy, Ann Lee, quit")],
    ),
    (
        "Two people were killed and three injured in a crash on Sunday.",
        [("2024-05-12", "Two people were killed"), ("2024-05-12", "Three were injured in a crash")],
    ),
    (
        "Two people were killed and dozens wounded on Sunday.",
        [("2024-05-12", "Two people were killed"), ("2024-05-12", "Dozens were wounded")],
    ),
    (
        "One man was arrested and two charged on Monday.",
        [("2024-05-13", "One man was arrested"), ("2024-05-13", "Two were charged")],
    ),
    (
        "One tug left on Monday; a second, carrying salt, is due on Friday.",
        [("2024-05-13", "One tug left"), ("2024-05-17", "A second is due")],
    ),
    (
        "Two lorries arrived on Sunday; a third, delayed by snow, was expected on Thursday.",
        [("2024-05-12", "Two lorries arrived"), ("2024-05-16", "A third was expected")],
    ),
    ("The accounts are due on 31 May 2024.", [("2024-05-31", "The accounts are due")]),
    (
        "In 1998 a quarrel broke out over the well, and Harrow shut its gates.",
        [("1998", "A quarrel broke out over the well"), ("1998", "Harrow shut its gates")],
    ),
    (
        "In 1914 war broke out and the family moved to Leeds.",
        [("1914", "War broke out"), ("1914", "The family moved to Leeds")],
    ),
    ("In 1950 wool production fell.", [("1950", "Wool production fell")]),
    (
        "In 2019 the river froze, its banks were flooded and two barns collapsed.",
        [("2019", "The river froze"), ("2019", "Its banks were flooded"), ("2019", "Two barns collapsed")],
    ),
    (
        "In 2012 marches were held in the capital and two ministers resigned.",
        [("2012", "Marches were held in the capital"), ("2012", "Two ministers resigned")],
    ),
    # A day behind the last of joined verbs
    (
        "Police arrested two men and seized a car on Sunday.",
        [("2024-05-12", "Police arrested two men"), ("2024-05-12", "Police seized a car")],
    ),
    (
        "At least nine miners drowned and 22 were hurt when a shaft filled with water on Monday, medics said.",
        [("2024-05-13", "At least nine miners drowned"), ("2024-05-13", "22 were hurt"),
         ("2024-05-13", "A shaft filled with water")],
    ),
    ("He grew up in Leeds and moved to York in 1990.", [("1990", "He moved to York")]),
    # What is told of somebody behind what he is
    (
        "Doran, a former bailiff who has run the port since 2003, resigned on Monday.",
        [("2003/..", "Doran has run the port"), ("2024-05-13", "Doran resigned")],
    ),
    # What a clause with "but" tells may have been at another time
    ("In March the firm sold the mill, but the buyer never paid.", [("2024-03", "The firm sold the mill")]),
    (
        "A claim was lodged in March and served in April.",
        [("2024-03", "A claim was lodged"), ("2024-04", "A claim was served")],
    ),
    (
        "The regiment was raised in 1915 and served in Egypt in 1916.",
        [("1915", "The regiment was raised"), ("1916", "The regiment served in Egypt")],
    ),
    (
        "The two banks agreed on Monday to merge their branches in the four northern provinces of the kingdom.",
        [("2024-05-13", "The two banks agreed to merge their branches in the four northern provinces of the kingdom")],
    ),
    ("The ferry company said it would resume sailings on Friday.", [
        ("2024-05-17", "The ferry company would resume sailings")]),
    ("They completed the 2015 survey on Monday.", [("2024-05-13", "They completed the 2015 survey")]),
    (
        "He has been bankrupt before, in 2010 and again six years ago.",
        [("2010", "He has been bankrupt before"), ("2018", "He has been bankrupt before")],
    ),
    (
        "The barge was surveyed in March 2015 and was insured with the first owner from 1 May 2015.",
        [("2015-03", "The barge was surveyed"), ("2015-05-01/..", "The barge was insured with the first owner")],
    ),
    (
        "By a letter dated 30 September 2016 the insurers declined cover.",
        [("2016-09-30", "The insurers declined cover")],
    ),
    (
        "The lighthouse was built in 1862 and automated in 1986.",
        [("1862", "The lighthouse was built"), ("1986", "The lighthouse was automated")],
    ),
    (
        "A jury has been looking at the books since at least January, according to two clerks.",
        [("2024-01/..", "A jury has been looking at the books")],
    ),
    ("It will issue a report before the legislature adjourns on 2 August.", [
        ("../2024-08-02", "It will issue a report"), ("2024-08-02", "The legislature adjourns")]),
    (
        "In 1966, when war seemed likely, she was sent to Afam.",
        [("1966", "War seemed likely"), ("1966", "She was sent to Afam")],
    ),
    (
        "An antenna jammed in August 2022 and was freed that October.",
        [("2022-08", "An antenna jammed"), ("2022-10", "An antenna was freed")],
    ),
    ("The plan for six houses, which was refused in 2018, is back.", [("2018", "The plan for six houses was refused")]),
    (
        "Dale Holt worked as a guard from 2014 to 2016, when he was dismissed.",
        [("2014/2016", "Dale Holt worked as a guard"), ("2016", "Dale Holt was dismissed")],
    ),
    (
        "Owen Holt pleaded guilty on Monday and was held without bail.",
        [("2024-05-13", "Owen Holt pleaded guilty"), ("2024-05-13", "Owen Holt was held without bail")],
    ),
    ("Police have arrested two men, a spokesman said on Monday.", [("2024-05-13", "Police have arrested two men")]),
    (
        "The club sold the ground on 9 May 2024. It has since put up new lights.",
        [("2024-05-09", "The club sold the ground"), ("2024-05-09/..", "The club has put up new lights")],
    ),
    ("The bank cut rates on Monday.", [("2024-05-13", "The bank cut rates")]),
    ("By noon divers had found two men.", [("../2024-05-15T12:00:59", "Divers had found two men")]),
    ("At least 19 people were hurt on Monday.", [("2024-05-13", "At least 19 people were hurt")]),
    ("In February I could not walk.", [("2024-02", "I could not walk")]),
    ("She went on to win the cup in 2010.", [("2010", "She went on to win the cup")]),
    (
        "He moved in the spring of 2021, when waiting lists were long.",
        [("2021-21", "He moved"), ("2021-21", "Waiting lists were long")],
    ),
    ("The trust hopes to settle the claims by June 7.", [("../2024-06-07", "The trust hopes to settle the claims")]),
    (
        "Some 12,000 crossed into Maro between 1 and 10 May 2024.",
        [("2024-05-01/2024-05-10", "Some 12,000 crossed into Maro")],
    ),
    (
        "It was designed by a monk and built between 1846 and 1851 at a cost of £900.",
        [("1846/1851", "It was built at a cost of £900")],
    ),
    (
        "Work was halted in 1848, when the builder failed, and resumed in 1849.",
        [("1848", "The builder failed"), ("1848", "Work was halted"), ("1849", "Work resumed")],
    ),
    (
        "In March the firm sold its plant in Worcester, which it had bought in 2018.",
        [("2018", "The firm had bought its plant"), ("2024-03", "The firm sold its plant in Worcester")],
    ),
    (
        "He is out with a toe he broke in training on Monday.",
        [("2024-05-13", "He broke a toe in training")],
    ),
    (
        "The bridge they built in 1932 fell in 1990.",
        [("1932", "They built the bridge"), ("1990", "The bridge fell")],
    ),
    (
        "Thousands of people have been displaced since fighting resumed on 2 May.",
        [("2024-05-02", "Fighting resumed"), ("2024-05-02/..", "Thousands of people have been displaced")],
    ),
    ("Please clear your desks by 7 June.", [("../2024-06-07", "Clear your desks")]),
    ("They have won only twice since Christmas.", [("2023-12-25/..", "They have won only twice")]),
    ("We haven't been away since our honeymoon in 1974.", [("1974/..", "We haven't been away since our honeymoon")]),
    ("He went back only once, in 2003.", [("2003", "He went back only once")]),
    (
        "A hearing on complaints that managers hit clerks in March is set for 7 June.",
        [("2024-03", "Managers hit clerks"), ("2024-06-07", "A hearing on complaints is set")],
    ),
    (
        "The port was shut on 3 May 2024, a day of storms in which two ships sank.",
        [("2024-05-03", "The port was shut"), ("2024-05-03", "Two ships sank")],
    ),
    ("The choir has not forgiven her for the summer of 2004.", []),
    ("The hearing has been set for 7 June.", [("2024-06-07", "The hearing has been set")]),
    (
        "The jury in the case of a man accused of killing a clerk retired to consider its verdict on Tuesday.",
        [("2024-05-14", "The jury in the case of a man accused of killing a clerk retired to consider its verdict")],
    ),
    ("The town was hit by a quake in 1997, when more than 1,000 died.", [
        ("1997", "More than 1,000 died"), ("1997", "The town was hit by a quake")]),
    (
        "The magnitude-5.1 tremor struck at 4.12 a.m. on Monday and was felt in Leeds.",
        [("2024-05-13T04:12:00", "The magnitude-5.1 tremor struck")],
    ),
    (
        "The trial was delayed in March, when a barrister fell ill, and again in April.",
        [("2024-03", "A barrister fell ill"), ("2024-03", "The trial was delayed"),
         ("2024-04", "The trial was delayed")],
    ),
    ("The firm reported a loss of £3m on Friday.", [("2024-05-10", "The firm reported a loss of £3m")]),
    ("She flew to Rome to meet the pope on Monday.", [("2024-05-13", "She flew to Rome to meet the pope")]),
    ("I have lived through the storms of 1987 and 1990.", [("1987", "The storms"), ("1990", "The storms")]),
    ("They have met at a fair in March.", [("2024-03", "They have met at a fair")]),
    ("The 1987 storm, remembered as the Great Gale, killed 18 people.", [("1987", "The 1987 storm killed 18 people")]),
    ("It ran the port until its closure in 1998.", [("../1998", "It ran the port until its closure")]),
    ("The old record dated from January 1967.", [("1967-01", "The old record dated")]),
    (
        "The envoy was to fly to Rome on 1 May and meet the pope on 2 May.",
        [("2024-05-01", "The envoy was to fly to Rome"), ("2024-05-02", "The envoy to meet the pope")],
    ),
    (
        "It came to light on 9 May 2021, when a new clerk, Ms Ann Cole, opened a letter.",
        [("2021-05-09", "It came to light"), ("2021-05-09", "A new clerk, Ms Ann Cole, opened a letter")],
    ),
    (
        "The firm hoped to finish in 2020; that target has slipped to 2030.",
        [("2020", "The firm hoped to finish"), ("2030", "That target has slipped")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = events(text, DAY)
    assert sorted(zip(map(str, dates(found)), (event.clause for event in found), strict=True)) == sorted(
        (str(date), clause) for date, clause in expected
    )


TO_COME = [
    # What is written as a headline: the day lies ahead
    ("The mayor to open it Friday.", "2024-05-17", "The mayor to open it"),
    ("Three officers to be dismissed Thursday.", "2024-05-16", "Three officers to be dismissed"),
    ("The sides met on Sunday, with the winner to play Leeds on Saturday.", "2024-05-18", "The winner to play Leeds"),
]


@pytest.mark.parametrize(("text", "date", "clause"), TO_COME, ids=[text for text, _, _ in TO_COME])
def test_a_bare_infinitive_is_to_come(text: str, date: str, clause: str) -> None:
    event = events(text, DAY)[-1]
    assert (dates([event]), event.clause, event.status) == ([date], clause, "planned")


def test_a_first_to_do_it_has_done_it() -> None:
    assert [event.status for event in events("He was the second to win in April.", DAY)] == ["happened"]


BODIES = [
    # text, the clause: "it" is who says so, where that is no person
    ("Hale Marrow said that it would choose a builder in June.", "Hale Marrow would choose a builder"),
    ("Brill Shipping said it would cut 40 jobs in June.", "Brill Shipping would cut 40 jobs"),
    ("The airline Skylark said it would recruit pilots in June.", "Skylark would recruit pilots"),
    ("Hale Marrow, the chief executive, said it would choose a builder in June.", "It would choose a builder"),
    ("Dr Hale Marrow said it would choose a builder in June.", "It would choose a builder"),
]


@pytest.mark.parametrize(("text", "clause"), BODIES, ids=[text for text, _ in BODIES])
def test_it_is_no_person(text: str, clause: str) -> None:
    assert [event.clause for event in events(text, DAY)] == [clause]

"""Which of two verbs has the date, and what is told with it."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    (
        "Some 300 tenants will have to move this year, according to a notice the landlord issued on 2 May.",
        [("2024", "planned", "Some 300 tenants to move"),
         ("2024-05-02", "happened", "The landlord issued a notice")],
    ),
    ("The figure is half the sum the bank promised in 2012.", [("2012", "happened", "The bank promised half the sum")]),
    ("The sum the bank was promised in 2012 is gone.", [("2012", "happened", "The bank was promised")]),
    (
        "Critics alleged that he had cheated; in 1969 the judges' notes cleared him.",
        [("", "claimed", "He had cheated"), ("1969", "happened", "The judges' notes cleared him")],
    ),
    (
        "He vowed to cut fares and to build a tram line by late 2024.",
        [("../2024", "planned", "He is to build a tram line")],
    ),
    (
        "Her agent said that it was nearly done and would be shown in June.",
        [("2024-06", "planned", "It would be shown")],
    ),
    ("The office will not be in use until June.", [("../2024-06", "planned", "The office will not be in use")]),
    (
        "The museum said that its south wing, which is due to reopen next year, is full.",
        [("2025", "planned", "Its south wing is due to reopen")],
    ),
    ("Her essay of 1972 was mocked by many.", []),
    ("The fire of 1972 destroyed the mill.", [("1972", "happened", "The fire destroyed the mill")]),
    (
        "The mayor accused Lind of shielding clerks who sold the land in June 2012.",
        [("2012-06", "happened", "Clerks sold the land")],
    ),
    (
        "The party left on Monday over a land deal that prosecutors say cost the town a fortune.",
        [("2024-05-13", "happened", "The party left over a land deal")],
    ),
    (
        "The council met at a late-night session on Monday.",
        [("2024-05-13", "happened", "The council met at a late-night session")],
    ),
    (
        "The heirs served notice of intent to appeal on 3 October 2012.",
        [("2012-10-03", "happened", "The heirs served notice of intent to appeal")],
    ),
    ("The court denied the motion on 18 March 2013.", [("2013-03-18", "happened", "The court denied the motion")]),
    ("A merger with Calder fell through last summer.", [("2023-22", "happened", "A merger with Calder fell through")]),
    (
        "When the union broke up in 1992, Sevria sent a frigate.",
        [("1992", "happened", "The union broke up"), ("1992", "happened", "Sevria sent a frigate")],
    ),
    (
        "A trial that was opened and halted in 2005 will not go on.",
        [("2005", "happened", "A trial was opened"), ("2005", "happened", "A trial was halted")],
    ),
    (
        "The yard closed half its docks between 2008 and 2012 and cut 900 jobs.",
        [("2008/2012", "happened", "The yard closed half its docks"),
         ("2008/2012", "happened", "The yard cut 900 jobs")],
    ),
    (
        "The duo played the opera twice, in 1971 and again in 1984, and ran a school.",
        [("1971", "happened", "The duo played the opera twice"),
         ("1984", "happened", "The duo played the opera twice")],
    ),
    ('"I gave them bread," Ann Lee told a paper in 1991.', [("1991", "happened", "Ann Lee told a paper")]),
    ("The Senate ratified the 1934 treaty in 1936.", [("1936", "happened", "The Senate ratified the 1934 treaty")]),
    (
        "In July 2005 he took Malden by surprise; its gunners were put in irons.",
        [("2005-07", "happened", "He took Malden by surprise"),
         ("2005-07", "happened", "Its gunners were put in irons")],
    ),
    (
        "The union had warned on Friday of a walkout.",
        [("2024-05-10", "happened", "The union had warned of a walkout")],
    ),
    ("Her son reported her missing on Monday.", [("2024-05-13", "happened", "Her son reported her missing")]),
    (
        "Some 90 guests heard a concert for her safe return on Thursday night.",
        [("2024-05-09T20:00:00/2024-05-10T05:59:59", "happened", "Some 90 guests heard a concert for her safe return")],
    ),
    (
        "Cooks went back to work on Monday after the union signed a truce overnight.",
        [("2024-05-13", "happened", "Cooks went back to work"),
         ("2024-05-13T20:00:00/2024-05-14T05:59:59", "happened", "The union signed a truce")],
    ),
    (
        "The deal ends a boycott which began on Jan. 9 and cost growers an estimated 3 million euros.",
        [("2024-01-09", "happened", "A boycott began and cost growers")],
    ),
    (
        "Under the law, tolls will rise 3% from June 1 and a further 1% on Jan. 1 next year.",
        [("2024-06-01/..", "planned", "Tolls will rise 3%"),
         ("2025-01-01", "planned", "Tolls will rise a further 1%")],
    ),
    (
        "Holt had denied the charges at a hearing on 3 March 2018.",
        [("2018-03-03", "happened", "Holt had denied the charges at a hearing")],
    ),
    (
        "Boon came in June last year on trial, having steered Arne to a title a month earlier.",
        [("2023-06", "happened", "Boon came on trial"), ("2023-05", "happened", "Boon had steered Arne to a title")],
    ),
    (
        "It had been sold in 1940, he would learn from a letter in 1951.",
        [("1940", "happened", "It had been sold"), ("1951", "happened", "He would learn from a letter")],
    ),
    (
        "In 1864 a bill failed. The following year a second bill passed.",
        [("1864", "happened", "A bill failed"), ("1865", "happened", "A second bill passed")],
    ),
    (
        "The paper said that his firm had received three road contracts between 2019 and 2021.",
        [("2019/2021", "happened", "His firm had received three road contracts")],
    ),
    (
        "The sheriff, having left the force in 2010, joined a bank.",
        [("2010", "happened", "The sheriff had left the force")],
    ),
    ("Not until 1998 did the bank admit the loss.", [("1998", "happened", "The bank admitted the loss")]),
    ("Only in May 2014 did the police find the car.", [("2014-05", "happened", "The police found the car")]),
    ("He resigned on Monday; his deputy fled.", [("2024-05-13", "happened", "He resigned")]),
    (
        "A man lost two fingers in a crash on May 3, and last Saturday a trawler sank.",
        [("2024-05-03", "happened", "A man lost two fingers in a crash"),
         ("2024-05-11", "happened", "A trawler sank")],
    ),
    (
        "The duel was fought on 3 and 4 September 1745.",
        [("1745-09-03/1745-09-04", "happened", "The duel was fought")],
    ),
    (
        "Hale was fined on 3 May and 5 May.",
        [("2024-05-03", "happened", "Hale was fined"), ("2024-05-05", "happened", "Hale was fined")],
    ),
    (
        "Talks were broken off on 16 April after details leaked, and resumed on 2 May.",
        [("2024-04-16", "happened", "Talks were broken off"),
         ("../2024-04-16", "happened", "Details leaked"),
         ("2024-05-02", "happened", "Talks resumed")],
    ),
    (
        "The family that owns the mill on Tuesday rejected a bid.",
        [("2024-05-14", "happened", "The family rejected a bid")],
    ),
    (
        "In 2006 Lee became the first to climb all three in a single winter.",
        [("2006", "happened", "Lee became the first to climb all three in a single winter")],
    ),
    (
        "The players left the hotel on May 3, but not before carving a name on a door.",
        [("2024-05-03", "happened", "The players left the hotel"),
         ("../2024-05-03", "happened", "The players carved a name on a door")],
    ),
    (
        "The captain ordered the lines passed outside the rail on May 3.",
        [("2024-05-03", "happened", "The captain ordered the lines passed outside the rail")],
    ),
    ("Crowds cheered after Friday's vote.", [("2024-05-10", "happened", "Friday's vote")]),
    ("Then the frost, which had been forecast for Saturday, set in.", []),
    ("It was in 1998 that the bridge fell.", [("1998", "happened", "The bridge fell")]),
    (
        "It was not until 2015 that Reis came across a second report by the chemist, dated 3 June 1993.",
        [("2015", "happened", "Reis came across a second report by the chemist"),
         ("1993-06-03", "happened", "A second report by the chemist")],
    ),
    ("He is due to appear before an inquiry on 20 May.",
     [("2024-05-20", "planned", "He is due to appear before an inquiry")]),
    (
        "The council suspended Almeida in March pending a hearing in September.",
        [("2024-03", "happened", "The council suspended Almeida pending a hearing"),
         ("2024-09", "planned", "A hearing")],
    ),
    (
        "The ferry, built in Poland in 1998 and bought second-hand in 2009, was to have been replaced in 2017.",
        [("1998", "happened", "The ferry was built in Poland"),
         ("2009", "happened", "The ferry was bought second-hand"),
         ("2017", "denied", "The ferry was to have been replaced")],
    ),
    ("The firm was sold after its founder died in 2011.",
     [("2011/..", "happened", "The firm was sold"), ("2011", "happened", "Its founder died")]),
    ("Moe sold the horses before an order was obtained in January.",
     [("../2024-01", "happened", "Moe sold the horses"), ("2024-01", "happened", "An order was obtained")]),
    (
        "It paid $40 million in 2006 to settle claims, without admitting fault, and filed for bankruptcy in 2007.",
        [("2006", "happened", "It paid $40 million to settle claims"),
         ("2007", "happened", "It filed for bankruptcy")],
    ),
    (
        "In November 1918, days after the armistice, the workers struck for an eight-hour day.",
        [("1918-11", "happened", "The workers struck for an eight-hour day")],
    ),
    (
        "Plans to move the plant were drawn up in 1949 but abandoned the following year.",
        [("1949", "happened", "Plans to move the plant were drawn up"),
         ("1950", "happened", "Plans to move the plant were abandoned")],
    ),
    (
        "The mill was modernised in 1960, and a nursery opened in 1967.",
        [("1960", "happened", "The mill was modernised"), ("1967", "happened", "A nursery opened")],
    ),
    (
        "The first exhibition opened in 2011, and a theatre, whose opening had been announced for 2012, came in 2014.",
        [("2011", "happened", "The first exhibition opened"),
         ("2012", "happened", "A theatre's opening had been announced"),
         ("2014", "happened", "A theatre came")],
    ),
    ("A clinic moved 60 patients before the road was cut on Sunday evening.",
     [("../2024-05-12", "happened", "A clinic moved 60 patients"),
      ("2024-05-12T18:00:00/2024-05-12T21:59:59", "happened", "The road was cut")]),
    ("The mayor, a rival since Pell defeated him in 1996, declined to speak.",
     [("1996", "happened", "Pell defeated him")]),
    (
        "Three men who had been missing on Mount Caird since Sunday walked home on Tuesday.",
        [("2024-05-12/..", "happened", "Three men had been missing on Mount Caird"),
         ("2024-05-14", "happened", "Three men walked home")],
    ),
    (
        "She thanked the rescuers, one of whom, Alan Tait, injured his back on Tuesday.",
        [("2024-05-14", "happened", "One of the rescuers injured his back")],
    ),
    ("The second went bankrupt in the crash of 2008.", [("2008", "happened", "The second went bankrupt in the crash")]),
    ("It was the second time this year that men had been lost there.", []),
    (
        "A report that was completed in 2011 and leaked to the Posten in March 2012 told of errors.",
        [("2011", "happened", "A report was completed"), ("2012-03", "happened", "A report leaked to the Posten")],
    ),
    ("Inspectors, who last visited in November, praised it.", [("2023-11", "happened", "Inspectors last visited")]),
    ("The cause was a broken rail, Ann Lee said on Monday.", []),
    ("Asked whether he would walk, Moe smiled.", []),
]


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, rows: list[tuple[str, str, str]]) -> None:
    found = [event for event in events(text, DAY) if event.rule not in ("events.lead", "events.continuing")]
    assert [(date, event.status, event.clause) for date, event in zip(dates(found), found, strict=True)] == rows


def test_whether_it_was_done_by_then_is_not_told() -> None:
    found = events("In September the firm agreed to pay a fine and to rebuild the dike by 1 July 2012.", DAY)
    assert ("../2012-07-01", "planned") in [
        (date, event.status) for date, event in zip(dates(found), found, strict=True)
    ]


def test_what_lay_before_a_plan_is_counted_from_the_day_it_was_told() -> None:
    found = events("The firm said on Tuesday that its head would go in June, two weeks after a ferry ran aground.", DAY)
    assert ("2024-04-29/2024-05-05", "A ferry ran aground") in [
        (date, event.clause) for date, event in zip(dates(found), found, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There will be no lunch tomorrow.", []),
        ("No one was hurt.", []),
        ("The guards were asleep on the night in question.", []),
        ("The board met at an early-morning session on Monday.", [("2024-05-13", "happened")]),
        ("The engine failed minutes later.", [("", "happened")]),
        ("The ferry sank on 2 May.\n\n“Then the lamps fell and a girl screamed.”", [("2024-05-02", "happened")]),
    ],
)
def test_what_has_no_day_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    found = events(text, DAY)
    assert [(date, event.status) for date, event in zip(dates(found), found, strict=True)] == expected

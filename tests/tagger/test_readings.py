"""What depends on more than one rule: tense, the words beside, the document's own evidence."""

from __future__ import annotations

import pytest

from chrono.calendar import iso, timex
from chrono.documents.document import Document
from chrono.reference import ReferenceTime
from chrono.tagger import TimeExpression, mode_of, tag

FRIDAY, TUESDAY = "2013-03-15", "2013-03-12"


def read(text: str, on: str = FRIDAY) -> list[TimeExpression]:
    return tag(Document(text), ReferenceTime(iso.read(on), "given", ""))


def _values(text: str, on: str = FRIDAY) -> list[str]:
    return [e.value for e in read(text, on)]


@pytest.mark.parametrize(("text", "on", "value"), [
    ("The shop will open this Thursday.", FRIDAY, "2013-03-21"),
    ("The shop opened this Thursday.", FRIDAY, "2013-03-14"),
    ("The shop opens next Friday.", TUESDAY, "2013-03-22"),
    ("The shop opens next Monday.", TUESDAY, "2013-03-18"),
    ("The shop closed last Monday.", FRIDAY, "2013-03-11"),
    ("The shop will close this coming summer.", FRIDAY, "2013-SU"),
    ("The shop will close this coming summer.", "2013-06-03", "2013-SU"),
    ("The shop will close this coming summer.", "2013-07-03", "2014-SU"),
    ("The shop was cold this winter.", "2014-01-10", "2013-WI"),
    ("The shop will be cold this winter.", "2013-11-10", "2013-WI"),
])
def test_weekdays_with_this_last_next(text: str, on: str, value: str) -> None:
    assert _values(text, on) == [value]


@pytest.mark.parametrize(("text", "value"), [
    ("The dam will be ready in two years.", "2015"),
    ("The dam was ready in two years.", "P2Y"),
    ("In two years the dam will be ready.", "2015"),
    ("in 3 days", "2013-03-18"),
])
def test_in_a_length_of_time(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(("text", "values"), [
    ("Shipped 13/02/2012, billed 04/03/2012.", ["2012-02-13", "2012-03-04"]),
    ("Shipped 02/13/2012, billed 04/03/2012.", ["2012-02-13", "2012-04-03"]),
    ("Shipped Sunday 04/03/2012.", ["2012-03-04"]),
    ("Shipped Tuesday 04/03/2012.", ["2012-04-03"]),
    ("Shipped 04.03.2012.", ["2012-03-04"]),
    ("Shipped 04.23.2012.", ["2012-04-23"]),
    ("Shipped OCT-04-2012, billed 14-NOV-12, paid 02/DEC/2012.", ["2012-10-04", "2012-11-14", "2012-12-02"]),
    ("Shipped October-04-2012, billed Nov/14/2012, paid Dec-02-12.", ["2012-10-04", "2012-11-14", "2012-12-02"]),
    ("Shipped 2012-OCT-04, billed 2012.Nov.14, paid 2012/dec/02.", ["2012-10-04", "2012-11-14", "2012-12-02"]),
    ("Shipped 04.OCT.2012, billed Nov.14.2012, paid 02DEC12.", ["2012-10-04", "2012-11-14", "2012-12-02"]),
    ("Volumes MAY/2012, 2011-Nov and Mar-2010.", ["2012-05", "2011-11", "2010-03"]),
    ("He ruled in 2008-March 2010.", ["2008", "2010-03"]),
    ("04 OCT 12", ["2012-10-04"]),
])
def test_the_order_of_day_and_month(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "values"), [
    ("The bar is open from 10 p.m. to 3 a.m.", ["2013-03-15T22:00", "2013-03-16T03:00"]),
    ("The clocks change tonight at 2.", ["2013-03-16T02:00"]),
    ("The clocks changed last night at 2:30.", ["2013-03-15T02:30"]),
    ("He called at 12:30 on Monday night.", ["2013-03-12T00:30"]),
    ("He called at 10pm last night.", ["2013-03-14T22:00"]),
    ("Deadline: 5pm (BST), 31/03/2013", ["2013-03-31T17:00"]),
    ("Lunch is 11:30-1:30", ["2013-03-15T11:30", "2013-03-15T13:30"]),
    ("Open 6 May 2013 from 22:00 to 02:00.", ["2013-05-06T22:00", "2013-05-07T02:00"]),
    ("Open 10 to 2 pm.", ["2013-03-15T10:00", "2013-03-15T14:00"]),
])
def test_ranges_of_times(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "zone"), [
    ("The call is at 17:00 GMT.", "+00:00"),
    ("The call is at 5 p.m. EST.", "-05:00"),
    ("The call is at 17:00 UTC-3.", "-03:00"),
    ("Sent 2012-08-09T07:15:30+0530", "+05:30"),
    ("The call is at 17:00.", ""),
])
def test_zones(text: str, zone: str) -> None:
    assert [e.zone for e in tag(Document(text), ReferenceTime(iso.read(FRIDAY), "given", ""))] == [zone]


@pytest.mark.parametrize(("text", "value", "quant", "freq"), [
    ("It meets every other Tuesday.", "XXXX-WXX-2", "EVERY OTHER", None),
    ("It meets every third Tuesday.", "XXXX-WXX-2", "EVERY 3", None),
    ("It meets each spring.", "XXXX-SP", "EACH", None),
    ("It meets twice a week.", "P1W", None, "2X"),
    ("It meets three days a week.", "P1W", None, "3D"),
    ("It meets twice weekly.", "P1W", None, "2X"),
    ("It meets every second month.", "P2M", "EVERY", None),
    ("It meets every Tuesday at 8 p.m.", "XXXX-WXX-2T20:00", "EVERY", None),
])
def test_sets(text: str, value: str, quant: str | None, freq: str | None) -> None:
    (found,) = tag(Document(text), ReferenceTime(iso.read(FRIDAY), "given", ""))
    assert (found.type, found.value, found.quant, found.freq) == ("SET", value, quant, freq)


@pytest.mark.parametrize(("text", "start", "end"), [
    ("It rained in the past two weeks.", "2013-03-01", "2013-03-15"),
    ("It will rain in the next two weeks.", "2013-03-15", "2013-03-29"),
    ("It rained last fortnight.", "2013-03-01", "2013-03-15"),
])
def test_windows_have_their_ends(text: str, start: str, end: str) -> None:
    (found,) = tag(Document(text), ReferenceTime(iso.read(FRIDAY), "given", ""))
    assert (found.type, found.begin_point, found.end_point) == ("DURATION", start, end)


@pytest.mark.parametrize("text", [
    "", " ", "\ud800", "user1984 wrote it", "see http://example.org/2009/notes", "Call 555-1902.", "He read Luke 2:10.",
    "two to three percent", "a quarter of ten firms", "the second half of the match", "12 pages", "a 3:2:1 mix",
    "version 2.10.14", "one in three",
    "0 centuries 0 fortnights", "each man counts", "Write to the May 4 Movement, 12 May Street.",
    "The Sunday Times and the Sunday school agreed.", "It airs on \"60 Minutes\".", "They read “1984” aloud.",
    "the 60 Minutes interview with him", "Ring 555-2010 or 1-800-555-1984.", "The Friday Group LLC owns it.",
    "on the eve of the vote", "Ring 0800 555 1984 (code 2011#).", "We asked Councillor June Abbott about the pier.",
    "The film is by Dawn Abbott, who sings.", "from Third to August streets, he said",
])
def test_nothing_is_read(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(("text", "values"), [
    ("It closed on Sunday. Times Square was empty.", ["2013-03-10"]),
    ("He said “tomorrow” twice.", ["2013-03-16"]),
    ("Man Gets 5 Years in Prison for Theft of Yacht", ["P5Y"]),
    ("The festival of 1999-2004 was his.", ["1999", "2004"]),
    ("It will be sung in January.", ["2014-01"]),
    ("It was sung in January.", ["2013-01"]),
    ("In June Abbott said no.", ["2012-06"]),
    ("Between May and the end of last month it sank.", ["2012-05", "2013-02"]),
    ("The museum was open until 3 p.m. on Saturday.", ["2013-03-09T15:00"]),
    ("Police were at the scene until late on Tuesday.", ["2013-03-12"]),
    ("The strike was due to run until Saturday.", ["2013-03-16"]),
    ("She told parliament on Monday. An hour later she resigned.", ["2013-03-11", "2013-03-11"]),
    ("Cooling continued until Tuesday.", ["2013-03-12"]),
    ("They met in Leeds. Today they left.", ["2013-03-15"]),
    ("It fell on Tuesday. Yesterday, it rose.", ["2013-03-12", "2013-03-14"]),
    ("It sank late Sunday, police said Monday. It hit a rock at about 9 p.m., the chief said.", [
        "2013-03-10", "2013-03-11", "2013-03-10T21:00"]),
])
def test_what_is_no_name_is_read(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize("text", ["\ud800 May 2012", "May 2012 \udfff"])
def test_lone_surrogates(text: str) -> None:
    assert _values(text) == ["2012-05"]


@pytest.mark.parametrize("text", ["January", "Sunday", "next year", "in 5,000 years", "3 million years ago"])
def test_no_year_beyond_four_figures(text: str) -> None:
    for e in tag(Document(text), ReferenceTime(iso.read("9999-12-31"), "given", "")):
        assert len(e.value.partition("-")[0].partition("T")[0]) <= 4 or e.value.endswith("_REF")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The pool closes at 4 p.m. for two hours.", ("2013-03-15T16:00", "2013-03-15T18:00")),
        ("The road is closed for 30 minutes starting at 4 p.m.", ("2013-03-15T16:00", "2013-03-15T16:30")),
        ("Power fails at 23:30 for about 90 minutes.", ("2013-03-15T23:30", "2013-03-16T01:00")),
        ("They talked at 16:10 on 2 March for 1 hour.", ("2013-03-02T16:10", "2013-03-02T17:10")),
    ],
)
def test_a_time_of_day_and_how_long_it_lasts_are_one_stretch(text: str, bounds: tuple[str, str]) -> None:
    found = read(text)
    assert [expression.relation for expression in found] == ["during", "during"]
    for expression in found:
        assert expression.span is not None and iso.bounds(expression.span) == bounds


def test_the_night_between_two_days_is_one_time() -> None:
    night, day = read("The mill was raided on the night of 4-5 March.")
    assert (night.value, day.value) == ("2013-03-04TNI", "2013-03-05")
    assert night.span == day.span


def test_a_day_and_a_length_stay_two_things() -> None:
    day, length = read("He came on Monday for two hours.")
    assert day.span is not None and day.span.first == day.span.last and length.span is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("It starts 20 seconds from now.", "2013-03-15T09:30:20"), ("It stopped 5 seconds ago.", "2013-03-15T09:29:55"),
     ("It stopped 5 minutes ago.", "2013-03-15T09:25")],
)
def test_seconds_are_counted_from_the_minute_of_the_document(text: str, value: str) -> None:
    assert [found.value for found in read(text, "2013-03-15T09:30")] == [value]


@pytest.mark.parametrize(
    ("text", "on", "value"),
    [("Long weekend, yay!", "2013-03-14", "2013-W11-WE"), ("Long weekend, yay!", "2013-03-12", "2013-W10-WE"),
     ("They sailed at the weekend.", "2013-03-14", "2013-W10-WE"),
     ("They will sail at the weekend.", "2013-03-12", "2013-W11-WE")],
)
def test_the_weekend_is_the_near_one_where_no_tense_tells(text: str, on: str, value: str) -> None:
    assert _values(text, on) == [value]


def test_what_is_shouted_is_no_name() -> None:
    assert _values("Come and see, OPEN HOUSE TOMORROW, with cakes and music for all of you.") == ["2013-03-16"]
    assert _values("She told USA TODAY that the house was sold, as USA Today had written.") == []


@pytest.mark.parametrize(("text", "on", "values"), [
    ("Come at 12:00 today.", None, ["XXXX-XX-XXT12:00"]),
    ("Apr and Dec", None, ["XXXX-04", "XXXX-12"]),
    ("Apr or Dec", None, ["XXXX-04", "XXXX-12"]),
    ("It took 2 years 3 weekends.", None, []),
    ("It took 1 year and 2 quarters.", None, ["P1Y6M"]),
    ("It took 2 quarters and 3 days.", None, ["P6M3D"]),
    ("It takes the coming fortnight.", "9999-12-31", []),
    ("It takes the coming fortnight.", "9999-12-01", ["P2W"]),
])
def test_what_no_date_bounds(text: str, on: str | None, values: list[str]) -> None:
    reference = ReferenceTime(iso.read(on) if on else None, "given", "")
    assert [e.value for e in tag(Document(text), reference)] == values


@pytest.mark.parametrize(("text", "values"), [
    ("In May, the mill took on forty hands.", ["2012-05"]),
    ("In May, she said, the mill will close.", ["2013-05"]),
    ("Until Thursday, nobody had asked.", ["2013-03-14"]),
    ("By Thursday morning the fire was out.", ["2013-03-14TMO"]),
    ("By Thursday a second storm, named Ida, could arrive.", ["2013-03-21"]),
    ("The hearing was put back until Tuesday.", ["2013-03-19"]),
    ("They do not plan to move him on Thursday.", ["2013-03-21"]),
    ("A shell tore through the roof of the mill next to the station Thursday night.", ["2013-03-14TNI"]),
    ("Rents have risen since May.", ["2012-05"]),
    ("The council returns Monday.", ["2013-03-18"]),
    ("Since the annexation in January, sanctions bite; a review is scheduled for the end of the month.",
     ["2013-01", "2013-03"]),
    ("The accounts for last year were lost.", ["2012"]),
    ("The mill struck at 6.45 am local time (0545 GMT) on Wednesday.",
     ["2013-03-13T06:45", "2013-03-13T05:45", "2013-03-13"]),
    ("The two met ahead of Sunday's vote.", ["2013-03-17"]),
    ("She will miss Tuesday's game.", ["2013-03-19"]),
    ("Tuesday's meeting is cancelled.", ["2013-03-19"]),
    ("He will not be charged over Tuesday's fire.", ["2013-03-12"]),
    ("The trial is set for June 3.", ["2013-06-03"]),
    ("Voters go to the polls Sunday.", ["2013-03-17"]),
    ("The Reds play the Blues on Tuesday night.", ["2013-03-19TNI"]),
    ("The play opened on Tuesday night.", ["2013-03-12TNI"]),
    ("See you Tuesday.", ["2013-03-19"]),
    ("The envoy leaves office in November.", ["2013-11"]),
    ("The cabinet took office in mid-April.", ["2012-04"]),
    ("Rain is forecast for Tuesday.", ["2013-03-19"]),
    ("The report, to be published on Thursday, says forty died.", ["2013-03-21"]),
    ("The men believed to be killed on Thursday were miners.", ["2013-03-14"]),
    ("on the 18th", ["2013-03-18"]),
    ("From Monday, groups of more than six are banned.", ["2013-03-18"]),
    ("The storm is expected on Tuesday evening or early Wednesday.", ["2013-03-19TEV", "2013-03-20"]),
    ("They met on Monday and Tuesday.", ["2013-03-11", "2013-03-12"]),
    ("They met on Friday and Thursday.", ["2013-03-15", "2013-03-14"]),
    ("They were told on Sunday night that it would open on Tuesday.", ["2013-03-10TNI", "2013-03-12"]),
    ("Until Tuesday he had been the favourite.", ["2013-03-12"]),
    ("The July 5 deadline passed.", ["2012-07-05"]),
    ("The July 5 deadline looms.", ["2013-07-05"]),
    ("It was her first title since Miami in May.", ["2012-05"]),
    ("The draw takes place on Tuesday evening.", ["2013-03-19TEV"]),
    ("If no deal is reached by Sunday, the mill will close.", ["2013-03-17"]),
    ("The union called a strike for Sunday.", ["2013-03-17"]),
    ("They queued for tickets to Sunday's concert.", ["2013-03-17"]),
    ("The councils vote Sunday.", ["2013-03-17"]),
    ("The councils met after the vote Sunday.", ["2013-03-10"]),
    ("He flies to Rome next week, and will speak there on Thursday.", ["2013-W12", "2013-03-21"]),
    ("On Thursday, when the mayor set aside his plans for a stadium, the club left the league.", ["2013-03-14"]),
    ("The mayor unveiled plans to open a stadium on Monday.", ["2013-03-18"]),
    ("The stadium would not be allowed to open on Monday unless builders tore down the fence.", ["2013-03-18"]),
    ("Sunday should be dry, though it snowed in the hills.", ["2013-03-17"]),
    ("Many came to a wake for her early return on Wednesday night.", ["2013-03-13TNI"]),
    ("The team play Cork on Sunday.", ["2013-03-17"]),
    ("Cork held on to beat Sligo in the second semi-final of the cup on Tuesday and set up a game with hosts Galway.",
     ["2013-03-12"]),
    ("The side began play Tuesday with one win.", ["2013-03-12"]),
    ("The agencies warned of a shortage by July if growers did not sow.", ["2013-07"]),
    ("The ferry is to be cut from 4 May, after councillors failed to agree.", ["2013-05-04"]),
    ("All sailings have been cancelled for Sunday.", ["2013-03-17"]),
    ("She read from her book on Tuesday evening, and a concert is planned.", ["2013-03-12TEV"]),
    ("The opening has been moved to at least October, she said.", ["2013-10"]),
    ("Members will decide whether to scrap the treaty signed in January.", ["2013-01"]),
])
def test_past_or_future(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "values"), [
    ("The siege lasted from May until the end of July 1453.", ["1453-05", "1453-07"]),
    ("He lived there from November to mid-March 1920.", ["1919-11", "1920-03"]),
    ("From 4 May to about 11 June 1905 it rained.", ["1905-05-04", "1905-06-11"]),
    ("She stayed from June until last week.", ["2012-06", "2013-W10"]),
])
def test_the_first_end_of_a_stretch_leans_on_the_last(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "values"), [
    ("It was 1945. In May of that year the war ended.", ["1945", "1945-05"]),
    ("The firm, listed in June 2011, has gained 4 percent since the start of the year.", ["2011-06", "2013"]),
    ("It began at 6 p.m. on Thursday and did not let up until 3 a.m.", ["2013-03-14T18:00", "2013-03-15T03:00"]),
    ("Hit by floods on 26 December 2008 and again in 2010, the town heard sirens before 9:00.",
     ["2008-12-26", "2010", "2013-03-15T09:00"]),
    ("On Thursday the board put the plan off to next 30 June. It was decided at a meeting the same day.",
     ["2013-03-14", "2013-06-30", "2013-03-14"]),
    ("The tyrants fell in 510 BC. Xerxes set out in 480 and was beaten.", ["BC0510", "BC0480"]),
    ("At 4 a.m. on 7 May 2012 the rocket flew. Four days later it landed.", ["2012-05-07T04:00", "2012-05-11"]),
    ("The mill says that it was opened in 2003 and that as of February it ran day shifts.", ["2003", "2013-02"]),
    ("He was seen between 11:30 p.m. and 1 a.m. on the road.", ["2013-03-15T23:30", "2013-03-16T01:00"]),
    ("It was the coldest December in 20 years.", ["2012-12", "P20Y"]),
    ("In the quarter ended Oct. 28, sales rose.", ["2012-Q3", "2012-10-28"]),
    ("The toll, raised for the fourth time in three years, will be paid by lorries.", ["P3Y"]),
    ("The eruption began on 3 May 2012. Two days after the eruption, ash fell.", ["2012-05-03", "P2D"]),
    ("The 3 May 2012 eruption was seen from afar, three days before the wedding.", ["2012-05-03", "P3D"]),
    ("He spoke of the eruption on 3 May 2012, a week after the eruption.", ["2012-05-03", "P1W"]),
    ("We sail on the 3rd of May and land on the 10th.", ["2013-05-03", "2013-05-10"]),
    ("We sailed on 28 May 2012 and landed on the 3rd.", ["2012-05-28", "2012-06-03"]),
    ("The canal was chartered in May 1792. Digging started the next spring and stopped in October.",
     ["1792-05", "1793-SP", "1793-10"]),
    ("They came at 9.52 p.m. on Tuesday and dug until dawn.", ["2013-03-12T21:52", "2013-03-13TMO"]),
    ("By noon on Saturday it had weakened, but rivers kept rising overnight.", ["2013-03-09T12:00", "2013-03-09TNI"]),
    ("1 May 2009: contract signed.\n14 May: deposit paid.\n2 June: keys handed over.",
     ["2009-05-01", "2009-05-14", "2009-06-02"]),
    ("Nine, who had started only the day before, died on Thursday morning, police said. The blaze began at 2:15am.",
     ["2013-03-14", "2013-03-14TMO", "2013-03-14T02:15"]),
    ("The ship sank in 1912. The wreck was found in 1985, 73 years later.", ["1912", "1985", "1985"]),
    ("The mill was sold in 2011. Five years later it burnt down.", ["2011", "XXXX"]),
    ("Prices fell in the last quarter of the 19th century.", ["18"]),
    ("The board will report on February employment.", ["2013-02"]),
    ("It closed in March. 12 people left.", ["2013-03"]),
    ("He was born in May. 1984 was a hard year.", ["2012-05", "1984"]),
    ("They met on Monday. March 3 was wet.", ["2013-03-11", "2013-03-03"]),
    ("They left at 5 p.m. On Tuesday they returned.", ["2013-03-15T17:00", "2013-03-12"]),
    ("On Monday help reached the town, where they had waited since Thursday.", ["2013-03-11", "2013-03-07"]),
    ("A curfew from dusk to dawn was imposed.", ["2013-03-15TEV", "2013-03-16TMO"]),
    ("The judge ruled on 14 May 2012, and on 2 June refused leave.", ["2012-05-14", "2012-06-02"]),
    ("The port grew in the 1860s and '70s.", ["186", "187"]),
    ("Half a century later, the ruins were found.", ["XXXX"]),
    ("In the quarter ending in March, sales rose.", ["2013-Q1", "2013-03"]),
    ("In 1988 rebels took the fort on 5 May.", ["1988", "1988-05-05"]),
    ("In 1666 the fire began on Sunday, 2 September.", ["1666", "1666-09-02"]),
    ("In 2008 he won, and in January he retired.", ["2008", "2013-01"]),
    ("People have lived there for 5,000 years; the oldest wall was built 5,000 years ago.", ["P5000Y", "BC29"]),
    ("Snow is forecast from midnight to 6am tomorrow.", ["2013-03-16T00:00", "2013-03-16T06:00"]),
    ("In 1992, a drought that began in May lasted until July.", ["1992", "1992-05", "1992-07"]),
    ("A strike in 1992 lasted from May until July.", ["1992", "1992-05", "1992-07"]),
    ("A man jailed in 1992 escaped in December.", ["1992", "2012-12"]),
    ("In 1992 he bought a barn that burned down in December.", ["1992", "2012-12"]),
    ("Rain fell on Friday night. A wall gave way at 4:30 a.m.", ["2013-03-15TNI", "2013-03-15T04:30"]),
    ("The rate may rise on Monday, said four of those asked until March 12. The decision will come at 9 a.m.",
     ["2013-03-18", "2013-03-12", "2013-03-18T09:00"]),
    ("A tram was promised in 2006, but work did not begin until September and the line is not due to open before 2015.",
     ["2006", "2012-09", "2015"]),
    ("It was not due to open until September.", ["2013-09"]),
    ("One probe came home in June 2005. Another passed its moon in October and is to land in 2014.",
     ["2005-06", "2012-10", "2014"]),
    ("On Friday, February 15th she left. The next morning her flat was found empty.\n\nA man was held on Wednesday and"
     " let go last night.", ["2013-02-15", "2013-02-16TMO", "2013-03-13", "2013-03-14TNI"]),
    ("He took office in May 2011. His cabinet survived a vote in February by a whisker.", ["2011-05", "2013-02"]),
    ("They seized her boat on 2 May 2011; she was fined in December.", ["2011-05-02", "2011-12"]),
    ("The council met at a late-night session on Monday.", ["2013-03-11TNI", "2013-03-11"]),
    ("It rained in the evening and on Monday.", ["2013-03-15TEV", "2013-03-11"]),
    ("He trained on Wednesday. He was hired last winter.\n\n“I heard at 9:30,” he said.",
     ["2013-03-13", "2012-WI", "2013-03-15T09:30"]),
    ("Shares gave back part of the previous day's gains. By 10:30 a.m. the index was down.",
     ["2013-03-14", "2013-03-15T10:30"]),
    ("Orders stopped for two weeks after Feb. 11.", ["P2W", "2013-02-11"]),
    ("The hall was opened in 1889 and listed a century later.", ["1889", "1989"]),
])
def test_what_was_told_before(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "values"), [
    ("Sales fell. The firm expects more profit in the second half.", ["2013-H2"]),
    ("Exports grew early in the second half, economists said.", ["2012-H2"]),
    ("They lay behind at the break but scored three goals in the second half.", []),
    ("The team, who have sold many shirts, scored a touchdown in the third quarter.", []),
    ("The Bears trailed 14-10 entering the fourth quarter but won.", []),
    ("They led by 12 after the third quarter.", []),
    ("The bank led the market, up 14-16 percent, in the third quarter.", ["2012-Q3"]),
    ("Sales fell in the third quarter of 2012, when the team scored its first goals.", ["2012-Q3"]),
    ("Sales of the firm rose in the third quarter.", ["2012-Q3"]),
])
def test_business_and_play(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "values"), [
    ("The fair falls on a Wednesday this year.", ["2013-WXX-3"]),
    ("She was born on a Tuesday in May.", ["2012-05"]),
    ("It was a Tuesday, and it rained.", ["XXXX-WXX-2"]),
    ("He resigned the following spring.", ["XXXX-SP"]),
    ("Hits of the '90s and '00s", ["199", "200"]),
    ("Hits of the 1860s and '70s", ["186", "187"]),
    ("Hits of the '80s and '70s", ["198", "197"]),
    ("Mass is at 9 a.m. every Sunday.", ["XXXX-WXX-7T09:00"]),
    ("It was signed in Nov. or Dec. 1918.", ["1918-11", "1918-12"]),
    ("Sales fell in the first and third quarters of 2011.", ["2011-Q1", "2011-Q3"]),
    ("The town obeys a 10 p.m. curfew.", ["T22:00"]),
    ("He came in this Sunday.", ["2013-03-10"]),
    ("They play this Sunday.", ["2013-03-17"]),
    ("Rents rose as much this month as last, and will rise this year and next.",
     ["2013-03", "2013-02", "2013", "2014"]),
    ("It rose more this year than last month.", ["2013", "2013-02"]),
])
def test_what_names_no_day_or_one_word_for_two(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "bounds"), [
    ("It rained in the first nine months of 1990.", ("1990-01", "1990-09")),
    ("It rained in at least the first two quarters of 1987.", ("1987-H1", "1987-H1")),
    ("Sales were flat in the year to January 31, 2013.", ("2012-02", "2013-01")),
    ("Sales were flat in the six weeks to 6 January 2013.", ("2012-11-26", "2013-01-06")),
    ("It rained in the last two weeks of May 2011.", ("2011-05-18", "2011-05-31")),
])
def test_units_of_a_longer_time_are_one_stretch(text: str, bounds: tuple[str, str]) -> None:
    for expression in read(text):
        span = expression.span
        assert span is not None and span.first is not None and span.last is not None
        assert (timex.write(span.first), timex.write(span.last)) == bounds


@pytest.mark.parametrize("text", [
    "He told USA Today that the mill would close soon after.",
    "By April Harrow, staff writer",
    "By Dawn Okafor, Staff Writer",
    "They watched High Noon with their neighbours.",
    "A minister told This Week that the mill was sold.",
    "It broke out during the Hundred Years' War.",
    "June Carter wrote songs for them.",
    "Mr. March said hello to Dr. August and Ms. Winter.",
    "They read of it in the Evening Standard that they had found.",
    "Council splits on the water rate\n\nBy Dawn Pietrowski, Staff Writer",
    "It had 2,000 seats, and the Russell 2000 fell.",
    "Shares of Monday.com rose when they met at Winter Park.",
    "They saw \"The Day After Tomorrow\" together.",
    "A song of Midnight Oil came on when they had met.",
    "He sang \"Yesterday\" to them.",
    "They lived in fear of a 1984-style state.",
    "The lap took 2:04.57.",
    "Case 2015-1043 and case 1998-123 were heard.",
    "Owls led Sheffield Wednesday to the town.",
])
def test_names_with_a_word_of_time(text: str) -> None:
    assert [e.text for e in read(text) if e.value != "FUTURE_REF"] == []


@pytest.mark.parametrize(("text", "mode"), [
    ("It was built in 1811, burnt in 1829, rebuilt in 1860 and sold in 1934. Today it is a hotel.", "narrative"),
    ("It was built in 1811, burnt in 1829, rebuilt in 1860 and sold in 1934. It burnt down on Monday.", "news"),
    ("It was built in 2001, let in 2009, sold in 2010 and shut in 2011. Today it is a hotel.", "news"),
    ("War was declared on 4 August 1914. They sailed on the 12th. By early September they were there.", "narrative"),
    ("The strike began on Monday, 3 May 1926. By Tuesday no train ran. On the 12th it was over.", "narrative"),
    ("In 218 BC he set out. In December he won. The next year, on 21 June, he won again.", "narrative"),
    ("The storm formed on 18 August 2007. It grew the next day, peaked on the 20th and died on the 25th.", "narrative"),
    ("The firm, founded on 18 August 2007, grew last year, peaked in May and shut on 5 March.", "news"),
    ("The firm grew in May. It was founded on 18 August 2007, moved on 5 March and shut on 7 March.", "news"),
    ("A mill built in May 1902 burnt down on Monday. It was rebuilt after a fire in March.", "news"),
    ("A mill, built in 1902 and sold in 1911, burnt down in March.", "news"),
])
def test_news_or_history(text: str, mode: str) -> None:
    assert mode_of(Document(text), ReferenceTime(iso.read(FRIDAY), "given", ""))[0] == mode


@pytest.mark.parametrize(("text", "values"), [
    ("They met on 2 September 1066. On Tuesday they left.", ["1066-09-02", "1066-09-05"]),
    ("They met on 2 September 1666. On Tuesday they left.", ["1666-09-02", "XXXX-WXX-2"]),
    ("They met on 2 September 1866. On Tuesday they left.", ["1866-09-02", "1866-09-04"]),
    ("They met on Sunday, 2 September 1666. On Thursday the 6th they left.", ["1666-09-02", "1666-09-06"]),
])
def test_weekdays_of_the_old_calendar(text: str, values: list[str]) -> None:
    found = tag(Document(text), ReferenceTime(iso.read(FRIDAY), "given", ""), mode="narrative")
    assert [e.value for e in found] == values


@pytest.mark.parametrize(("text", "values"), [
    ("12 June 1851. Left at dawn.\n13 June 1851. Crossed the river. Mr. Hale sick since yesterday.",
     ["1851-06-12", "1851-06-12TMO", "1851-06-13", "1851-06-12"]),
    ("On 4 May 1941 she wrote: \"Raid last night. Father comes tomorrow.\"",
     ["1941-05-04", "1941-05-03TNI", "1941-05-05"]),
    ("On 4 May 1941 she wrote that he would come tomorrow.", ["1941-05-04", "2013-03-16"]),
])
def test_the_days_of_a_diary(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_an_hour_later_on_a_day_told() -> None:
    found = tag(Document("They met on 3 May 1944. An hour later they left."),
                ReferenceTime(iso.read(FRIDAY), "given", ""), mode="narrative")
    assert [e.value for e in found] == ["1944-05-03", "1944-05-03"]


@pytest.mark.parametrize(("text", "values"), [
    ("Neither the owner nor his two partners could be reached Tuesday.", ["2013-03-12"]),
    ("The mayor could not immediately be reached for comment on Thursday.", ["2013-03-14"]),
    ("The hall could be full on Tuesday.", ["2013-03-19"]),
    ("The union planned a rally in the harbor on Saturday and was planning to block the bridge on Monday.",
     ["2013-03-16", "2013-03-18"]),
    ("The two ministers meet separately Monday with the envoy.", ["2013-03-18"]),
    ("The two ministers did not meet Monday.", ["2013-03-11"]),
    ("On Tuesday, the National Guild of Bakers, Millers and Grain Merchants plans to open a school.", ["2013-03-19"]),
    ("In July, a week after the tenth anniversary of Hale vs. Orden, a fire in Duluth, Minn., killed a guard.",
     ["2012-07", "P1W"]),
    ("A revision Thursday to February's figures was small.", ["2013-03-14", "2013-02"]),
    ("He bought 9,000 shares from Jan. 17 to Thursday.", ["2013-01-17", "2013-03-14"]),
    ("Sales fell in the second quarter ended March 31, the firm said.", ["2012-Q2", "2012-03-31"]),
    ("In the second quarter ended March 31, the mill made a loss. For that quarter it paid nothing.",
     ["2012-Q2", "2012-03-31", "2012-Q2"]),
    ("The index fell on Thursday. It closed 4 percent below the previous Thursday.", ["2013-03-14", "2013-03-07"]),
])
def test_what_the_words_around_tell(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "values"), [
    ("In 476 the last legion left the fort, which the people of the coast had never seen empty. "
     "It was built in AD 79.", ["0476", "0079"]),
    ("At 0604, with the tide running out, they cast off.", ["2013-03-15T06:04"]),
    ("Boil the roots for 12', stirring all along.", ["PT12M"]),
    ("He died in 44 B.C. at home.", ["BC0044"]),
    ("The villa was lost in A.D. 79 to ash, and another by 310 C.E. to the sea.", ["0079", "0310"]),
    ("Walls of 1200 B.C.E. stand beside some of 300bc and others of 90 ad.", ["BC1200", "BC0300", "0090"]),
    ("He went to see them once a fortnight.", ["P2W"]),
    ("They lived there a long while ago.", ["PAST_REF"]),
])
def test_what_hangs_on_few_signs_is_found_amidst_a_text(text: str, values: list[str]) -> None:
    others = "The men walked along the river near the old wall, and nobody came by."
    assert _values(f"{others}\n\n{text}\n\n{others}") == values


def test_the_year_in_a_new_paragraph_is_the_current_one() -> None:
    text = "The firm sold a mill in December.\n\nFor the first half of the year, profit rose."
    assert _values(text, "2003-07-24") == ["2002-12", "2003-H1"]


DIARY = """Monday 3 June 1940

Uncle Wilf had left Dover on Friday. We black out the landing tomorrow.

Saturday 8 June

The van was taken on Thursday. I start at the exchange on Monday week.

17 June 1940, Monday

He returns on Wednesday.

Christmas Day

I was promoted in October.
"""


@pytest.mark.parametrize("day", [None, "1990-01-05"])
def test_headings_of_a_diary_go_on_from_the_last_one(day: str | None) -> None:
    when = ReferenceTime(iso.read(day) if day else None, "given", "")
    assert [item.value for item in tag(Document(DIARY), when)] == [
        "1940-06-03", "1940-05-31", "1940-06-04", "1940-06-08", "1940-06-06", "1940-06-17", "1940-06-17", "1940-06-17",
        "1940-06-19", "1940-12-25", "1940-10"]

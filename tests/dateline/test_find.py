"""The reference date: what wins, how years are inferred, and what is said about it."""

import pytest

from chrono.calendar import Period, human
from chrono.calendar.span import Span
from chrono.dateline import find, read_bound
from chrono.documents import Document
from chrono.errors import DateError
from chrono.reference import ReferenceTime

TODAY = Period.day(2026, 6, 30)


def shown(when: ReferenceTime) -> str:
    return human.write(Span.of(when.period)) if when.period else "none"


def filler(news: str) -> str:
    return f"Council opens new bridge\n\n{news}\n\nThe bridge cost four million pounds and is 80 metres long."


@pytest.mark.parametrize(
    ("text", "date", "kind"),
    [
        ("Published: 8 February 2018\nUpdated: 9 February 2018", "8 Feb 2018", "“Published"),
        ("Updated 9 February 2018\nPublished 8 February 2018", "8 Feb 2018", "“Published"),
        ("Updated at noon on 9 February 2018\nBy Ann Lee, 8 February 2018", "8 Feb 2018", "By Ann Lee"),
        ("Last updated: 9 February 2018", "9 Feb 2018", "update line"),
        ("Posted on March 3, 2021 by Ann Lee", "3 Mar 2021", "Posted on"),
        ("By ANN LEE | Oct. 28, 2022", "28 Oct 2022", "By ANN LEE"),
        ("Thursday, 7 March 2019", "7 Mar 2019", "date line"),
        ("DATE: September 12, 2023\nRE: the bridge", "12 Sep 2023", "DATE:"),
        ("Date: Thu, 7 Nov 2019\nSubject: the bridge", "7 Nov 2019", "Date:"),
        ("LONDON, March 3, 2018 (Reuters) - The bridge opened early.", "3 Mar 2018", "2018 (Reuters)”"),
        ("SEOUL, 4 December 2019 — The bridge opened early.", "4 Dec 2019", "agency dateline “SEOUL, 4 December 2019”"),
        ("Minutes of the works committee, held on 4 May 2021 in " + "the old hall " * 9, "4 May 2021", " …”"),
        ("Committee Office, 20 November 2013", "20 Nov 2013", "date line"),
    ],
)
def test_a_date_line_tells_the_date(text: str, date: str, kind: str) -> None:
    when = find(Document(filler(text)), not_after=TODAY)
    assert (shown(when), when.source) == (date, "dateline")
    assert kind in when.why


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was opened by the mayor on 3 May 2011 after a delay of nearly two years caused by floods.",
        "Retrieved 3 May 2011",
        "Deadline: 3 May 2011",
        "In 2011 the council closed it.",
        "On 3 May 2011, a Tuesday, the river rose by two metres and took the old bridge with it to the sea.",
    ],
)
def test_other_dates_are_no_date_lines(text: str) -> None:
    assert find(Document(filler(text)), not_after=TODAY).source == "none"


def test_a_date_at_the_foot_counts_where_the_head_has_none() -> None:
    body = "\n".join(f"Line {number} of the letter speaks of the weather." for number in range(30))
    when = find(Document(f"Dear Anna,\n{body}\nYours, Karl\nVienna, 3 May 1916"), not_after=TODAY)
    assert (shown(when), when.source) == ("3 May 1916", "dateline")


def test_a_diary_is_not_dated_by_its_entries() -> None:
    text = "1 May 1916\nRain.\n\n2 May 1916\nSun.\n\n4 May 1916\nRain again.\n"
    assert find(Document(text), not_after=TODAY).period is None


def test_a_heading_within_a_diary_tells_no_year() -> None:
    text = ("Monday 3 June 1940\n\nRained.\n\nTuesday 4 June 1940\n\nDry.\n\nSaturday 8 June\n\nWalked to Ashby.\n\n"
            "17 June 1940, Monday\n\nStarted at the exchange.\n")
    assert find(Document(text), not_after=TODAY).period is None


def test_the_update_is_named_and_passed_over() -> None:
    when = find(Document(filler("Published: 8 February 2018\nUpdated: 9 February 2018")))
    assert when.why == (
        "the date line “Published: 8 February 2018”; the publication counts, "
        "not the update of 9 Feb 2018 (“Updated: 9 February 2018”)"
    )
    assert when.alternatives == (Period.day(2018, 2, 9),)


def test_offsets_point_at_the_words_that_tell_the_date() -> None:
    text = filler("Published: 8 February 2018")
    when = find(Document(text))
    assert text[when.start : when.end] == "8 February 2018"


DATED = Document(filler("Published: 8 February 2018"), published="2019-01-01")


def test_precedence() -> None:
    assert find(DATED, given="2020-02-02", default="2021-03-03").source == "given"
    assert shown(find(DATED, default="2021-03-03")) == "1 Jan 2019"
    assert find(DATED).source == "metadata"
    line = find(Document(DATED.text), default="2021-03-03")
    assert (shown(line), line.source) == ("8 Feb 2018", "dateline")
    assert shown(find(Document("It rained on Monday."), default="2021-03-03")) == "3 Mar 2021"


OVERRULED = [  # the text, the date given, what tells another day
    ("Published: 14 March 2021\n\nIt rained on Monday.", "2021-03-14", ""),
    ("Published: 14 March 2021\n\nIt rained on Monday.", "2019-08-02", "the date line “Published: 14 March 2021”"),
    ("Published: 14 March 2021, 10:30\n\nIt rained on Monday.", "2021-03-14", ""),
    ("Updated: 14 March 2021\n\nIt rained on Monday.", "2021-03-13", ""),
    ("OSLO, July 10 (Newswire) - It rained.", "2019-07-10", ""),
    ("OSLO, July 10 (Newswire) - It rained.", "2019-08-02", "the agency dateline “OSLO, July 10 (Newswire)”"),
    ("OSLO, Wednesday, July 10 (Newswire) - It rained.", "2019-07-10", ""),
    ("OSLO, Wednesday, July 10 (Newswire) - It rained.", "2018-07-10",
     "the agency dateline “OSLO, Wednesday, July 10 (Newswire)”"),
    ("It rained on 3 March 2015.", "2019-08-02", ""),
]


@pytest.mark.parametrize(("text", "given", "overruled"), OVERRULED)
def test_a_date_that_is_given_wins_and_says_against_what(text: str, given: str, overruled: str) -> None:
    when = find(Document(text), given=given)
    assert (shown(when), when.overruled) == (shown(find(Document("It rained."), given=given)), overruled)
    assert when.why == f"given by --date{f', not by {overruled}' if overruled else ''}"


def test_a_date_that_is_given_wins_over_metadata_and_says_so() -> None:
    assert find(DATED, given="2020-02-02").overruled == "its metadata (1 Jan 2019)"
    assert find(DATED, given="2019-01-01").overruled == ""


WEDNESDAY = "SEOUL: The two sides agreed to talk, officials said on Wednesday (Dec 4)."
FIRST_VISIT = "It was his first visit in over four years. "


@pytest.mark.parametrize(
    ("text", "not_after", "date", "alternatives"),
    [
        # 4 December is a Wednesday in 2013, 2019, 2024
        (f"{WEDNESDAY}\n\nThe talks broke down in 2015 and again in 2017.", 2026, "4 Dec 2019", ["4 Dec 2024"]),
        (f"{WEDNESDAY}\n\nThe talks broke down in 2015 and again in 2017.", 2022, "4 Dec 2019", []),
        (f"{WEDNESDAY}\n\nThe talks broke down in 2012.", 2026, "4 Dec 2013", ["4 Dec 2019"]),
        (f"{WEDNESDAY}\n\nThe talks broke down in December 2019.", 2026, "4 Dec 2019", ["4 Dec 2024"]),
        (f"{WEDNESDAY}\n\nThe talks broke down on 6 December 2019.", 2026, "4 Dec 2024", []),
        # a date told as future does not push the year on
        (f"{WEDNESDAY}\n\nThe talks broke down in 2012. A bridge is due to be built by 2020.", 2026, "4 Dec 2013",
         ["4 Dec 2019"]),
        # a gap told twice
        (f"{WEDNESDAY} {FIRST_VISIT}\n\nHe last came in 2015.", 2026, "4 Dec 2019", ["4 Dec 2024"]),
        (f"{WEDNESDAY} It was his first visit in nearly ten years.\n\nHe last came in 2015.", 2026, "4 Dec 2024",
         ["4 Dec 2019"]),
        (f"{WEDNESDAY}\n\nThe war ended five years ago, in 2014.", 2026, "4 Dec 2019", ["4 Dec 2024"]),
        (f"{WEDNESDAY}\n\nThe talks broke down in 2015.\n\n© 2024 The Post", 2026, "4 Dec 2024", []),
        # an agency dateline, with the weekday of its lead, and without
        ("ROME, Sept 3 - Rescuers were digging on Saturday.\n\nThe dam was raised in 2013.", 2026, "3 Sep 2016",
         ["3 Sep 2022"]),
        ("ROME, Sept 3 - Rescuers were digging.\n\nThe dam was raised in 2013.", 2026, "3 Sep 2013",
         ["3 Sep 2014", "3 Sep 2015"]),
    ],
)
def test_a_year_is_inferred_by_evidence(text: str, not_after: int, date: str, alternatives: list[str]) -> None:
    when = find(Document(text), not_after=Period.day(not_after, 6, 30))
    assert (shown(when), when.source) == (date, "inferred")
    assert [human.write(Span.of(period)) for period in when.alternatives] == alternatives


def test_an_inferred_year_says_why() -> None:
    text = f"{WEDNESDAY} {FIRST_VISIT}\n\nHe last came in 2015, before the row of 2017."
    when = find(Document(text), not_after=TODAY)
    assert when.why == (
        "“Wednesday (Dec 4)” has no year: 4 December is a Wednesday in 2013, 2019 and 2024; “2017” is told as past, "
        "which excludes 2013; “first visit in over four years” beside “last came in 2015” speaks for 2019; "
        "2024 would also fit"
    )
    assert when.alternatives == (Period.day(2024, 12, 4),)
    assert when.confidence > find(Document(f"{WEDNESDAY}\n\nIt began in 2017."), not_after=TODAY).confidence


def test_an_update_line_tells_the_year_of_the_publication() -> None:
    text = "Published Dec 30\nUpdated 2 January 2020\n\nThe bridge has been open since 2005."
    assert shown(find(Document(filler(text)), not_after=TODAY)) == "30 Dec 2019"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened last week.",
        "It will open on Friday (Dec 6).",
        "On July 14 the crowd took the fortress. It had been built in 1370.",
        "The law of 3 May 1916 was amended in 1920.",
    ],
)
def test_without_evidence_nothing_is_taken_and_never_today(text: str) -> None:
    when = find(Document(text), not_after=TODAY)
    assert (when.period, when.source) == (None, "none")


def test_a_weekday_alone_names_the_years_but_takes_none() -> None:
    when = find(Document(WEDNESDAY), not_after=TODAY)
    assert when.period is None
    assert [period.ymd[0] for period in when.alternatives] == [2024, 2019, 2013]
    assert "2024, 2019 or 2013" in when.why


def test_the_day_the_news_hangs_on() -> None:
    text = "The mayor opened the bridge, officials said on Monday, 12 June 2017.\n\nWork on it began in 2015."
    when = find(Document(text), not_after=TODAY)
    assert (shown(when), when.source) == ("12 Jun 2017", "inferred")
    later = find(Document(text + " It closed on 3 July 2019."), not_after=TODAY)
    assert later.period is None


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2019-12-04", "4 Dec 2019"),
        ("20191204", "4 Dec 2019"),
        ("2019-12-04T09:30:15Z", "4 Dec 2019, 09:30"),
        ("4 December 2019", "4 Dec 2019"),
        ("December 4th, 2019", "4 Dec 2019"),
        ("Dec 4, 2019 9:30pm", "4 Dec 2019, 21:30"),
        ("3 mai 1916", "3 May 1916"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("15 March 44 BC", "15 Mar 44 BC"),
        ("12.05.2019", "12 May 2019"),
        ("05/13/2019", "13 May 2019"),
        ("Wed, 04 Mar 2020 10:00:00 GMT", "4 Mar 2020, 10:00"),
        ("yesterday", "29 Jun 2026"),
    ],
)
def test_given_dates(given: str, date: str) -> None:
    assert shown(find(Document("It rained."), given=given, not_after=TODAY)) == date


@pytest.mark.parametrize(("day_first", "date"), [(True, "3 Apr 2020"), (False, "4 Mar 2020")])
def test_given_numeric_dates(day_first: bool, date: str) -> None:
    assert shown(find(Document("It rained."), given="3/4/2020", day_first=day_first)) == date
    assert shown(find(Document("It rained.", published="3/4/2020"), day_first=day_first)) == date


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ("soonish", "cannot read 'soonish' as a date"),
        ("2019-02-30", "cannot read '2019-02-30' as a date"),
        ("2019", "needs a day, a month and a year"),
        ("December 2019", "needs a day, a month and a year"),
        ("2019-W49", "needs a day, a month and a year"),
        ("1860s", "needs a day, a month and a year"),
        ("3/4/2020", "date: '3/4/2020' can be read day first or month first; say which"),
        ("5m", "cannot read '5m' as a date"),
        (" ", "cannot read ' ' as a date"),
    ],
)
def test_given_dates_that_are_none(given: str, cause: str) -> None:
    with pytest.raises(DateError, match=cause):
        find(Document("It rained."), given=given, not_after=TODAY)


def test_metadata_that_are_no_day_name_the_document() -> None:
    with pytest.raises(DateError, match=r"^c\.jsonl: '2019' needs a day, a month and a year \(its metadata\)$"):
        find(Document("It rained.", published="2019", path="c.jsonl"))


def test_metadata_that_can_be_read_in_two_ways_are_not_guessed() -> None:
    with pytest.raises(DateError, match=r"^c\.jsonl: '3/4/2020' can be read day first or month first; .*its metadata"):
        find(Document("It rained.", published="3/4/2020", path="c.jsonl"))


@pytest.mark.parametrize(("given", "date"), [
    ("4 December 2019", "4 Dec 2019"), ("5 mars 2024", "5 Mar 2024"), ("12.05.2019", "12 May 2019"),
    ("May 2017", "May 2017"), ("décembre 2019", "Dec 2019"), ("2017", "2017"), ("1860s", "1860s"), ("44 BC", "44 BC"),
    ("Q3 2019", "Q3 2019"), ("summer 2019", "summer 2019"), ("yesterday", "29 Jun 2026"),
])
def test_bounds_are_as_fine_as_what_is_given(given: str, date: str) -> None:
    assert human.write(Span.of(read_bound(given, "start", today=TODAY))) == date

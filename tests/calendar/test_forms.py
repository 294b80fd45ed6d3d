"""ISO 8601, TIMEX3 and human forms, as tables."""

import pytest

from chrono.calendar import Period, Span, edtf, human, iso, timex
from chrono.errors import DateError

FORMS = [  # EDTF, TIMEX3, first day, last day, human
    ("2016", "2016", "2016-01-01", "2016-12-31", "2016"),
    ("-0043", "BC0044", "-0043-01-01", "-0043-12-31", "44 BC"),
    ("0000", "BC0001", "0000-01-01", "0000-12-31", "1 BC"),
    ("0079-08-24", "0079-08-24", "0079-08-24", "0079-08-24", "24 Aug AD 79"),
    ("-0043-03-15", "BC0044-03-15", "-0043-03-15", "-0043-03-15", "15 Mar 44 BC"),
    ("2019-10", "2019-10", "2019-10-01", "2019-10-31", "Oct 2019"),
    ("2019-12-04", "2019-12-04", "2019-12-04", "2019-12-04", "4 Dec 2019"),
    ("199X", "199", "1990-01-01", "1999-12-31", "1990s"),
    ("18XX", "18", "1800-01-01", "1899-12-31", "19th century"),
    ("00XX", "00", "0001-01-01", "0099-12-31", "1st century"),
    ("-04XX", "BC04", "-0499-01-01", "-0400-12-31", "5th century BC"),
    ("1XXX", "1", "1000-01-01", "1999-12-31", "2nd millennium"),
    ("2019-35", "2019-Q3", "2019-07-01", "2019-09-30", "Q3 2019"),
    ("2020-40", "2020-H1", "2020-01-01", "2020-06-30", "first half of 2020"),
    ("1944-21", "1944-SP", "1944-03-01", "1944-05-31", "spring 1944"),
    ("1944-24", "1944-WI", "1944-12-01", "1945-02-28", "winter 1944–45"),
    ("1999-24", "1999-WI", "1999-12-01", "2000-02-29", "winter 1999–2000"),
    ("2019-12-02/2019-12-08", "2019-W49", "2019-12-02", "2019-12-08", "week of 2 Dec 2019"),
    ("2019-12-07/2019-12-08", "2019-W49-WE", "2019-12-07", "2019-12-08", "weekend of 7 Dec 2019"),
    ("2019-12-04T06:00:00/2019-12-04T11:59:59", "2019-12-04TMO", "2019-12-04T06:00", "2019-12-04T11:59",
     "4 Dec 2019, morning"),
    ("2019-12-04T20:00:00/2019-12-05T05:59:59", "2019-12-04TNI", "2019-12-04T20:00", "2019-12-05T05:59",
     "4 Dec 2019, night"),
    ("2019-12-04T09:00:00/2019-12-04T09:59:59", "2019-12-04T09", "2019-12-04T09:00", "2019-12-04T09:59",
     "4 Dec 2019, 9 am"),
    ("2019-12-04T09:30:00", "2019-12-04T09:30", "2019-12-04T09:30", "2019-12-04T09:30", "4 Dec 2019, 09:30"),
    ("2019-12-04T09:30:15", "2019-12-04T09:30:15", "2019-12-04T09:30:15", "2019-12-04T09:30:15",
     "4 Dec 2019, 09:30:15"),
]


@pytest.mark.parametrize(("text", "value", "first", "last", "words"), FORMS)
def test_forms_of_one_period(text, value, first, last, words):
    span = edtf.read(text)
    assert edtf.write(span) == text
    assert timex.write(span.first) == value and timex.read(value) == span
    assert iso.bounds(span) == (first, last)
    assert human.write(span) == words and human.read(words) == span


WORDS = [  # EDTF, relation, human
    ("2017/..", "since", "since 2017"),
    ("199X/..", "since", "since the 1990s"),
    ("2018/..", "after", "after 2018"),
    ("2019-12-05/..", "after", "after 5 Dec 2019"),
    ("../2016", "before", "before 2016"),
    ("../2019-12-31", "by", "by 31 Dec 2019"),
    ("../2019", "by", "by end of 2019"),
    ("../199X", "by", "by end of the 1990s"),
    ("../2019-05", "until", "until May 2019"),
    ("../2019-05", "on", "until May 2019"),
    ("1860~", "on", "c. 1860"),
    ("1860", "about", "c. 1860"),
    ("2017~/..", "since", "since c. 2017"),
    ("2019-09~/2019-12~", "on", "late 2019"),
    ("2019-05~/2019-08~", "on", "mid-2019"),
    ("1990-01~/1993-04~", "on", "early 1990s"),
    ("2019-10-01~/2019-10-10~", "on", "early Oct 2019"),
    ("2019-12-04T06:00:00~/2019-12-04T07:59:59~", "on", "4 Dec 2019, early morning"),
    ("2019-12-04/2019-12-06", "on", "4–6 Dec 2019"),
    ("2019-11-30/2019-12-02", "on", "30 Nov–2 Dec 2019"),
    ("2019-12-30/2020-01-02", "on", "30 Dec 2019–2 Jan 2020"),
    ("2016-10/2017-03", "on", "Oct 2016–Mar 2017"),
    ("2019-10/2019-12", "on", "Oct–Dec 2019"),
    ("2019-33/2019-35", "on", "Q1–Q3 2019"),
    ("2011/2014", "between", "2011–2014"),
    ("-0043/-0039", "on", "44–40 BC"),
    ("-0049/0014", "on", "50 BC–AD 14"),
    ("0014/0037", "on", "AD 14–37"),
    ("2019-12-04T09:30:00/2019-12-04T11:45:59", "on", "4 Dec 2019, 09:30–11:45"),
    ("2019-12-04T09:00:00/2019-12-04T11:59:59", "on", "4 Dec 2019, 9 am–11 am"),
]


@pytest.mark.parametrize(("text", "relation", "words"), WORDS)
def test_words(text, relation, words):
    span = edtf.read(text)
    assert human.write(span, relation) == words
    if relation != "about":
        assert human.read(words) == span


@pytest.mark.parametrize(("relation", "words"), [
    ("by", "by end of 2019"), ("before", "before 2019"), ("after", "after 2019"), ("since", "since 2019"),
    ("until", "until 2019"), ("during", "2019"), ("on", "2019"),
])
def test_relation_to_a_closed_span(relation, words):
    assert human.write(Span.of(Period.year(2019)), relation) == words


TYPED = [
    ("13/4/19", "2019-04-13"), ("04/13/2019", "2019-04-13"), ("4/4/19", "2019-04-04"), ("4-Dec-19", "2019-12-04"),
    ("1/2/30", None), ("4-Dec-30", "1930-12-04"), ("Dec-19", "2019-12"), ("Dec. '19", "2019-12"),
    ("December 4th, 2019", "2019-12-04"), ("4th of December 2019", "2019-12-04"), ("Wed, 4 Dec 2019", "2019-12-04"),
    ("Wednesday 4 December 2019", "2019-12-04"), ("2019 Dec 4", "2019-12-04"), ("2019/12/04", "2019-12-04"),
    ("20191204", "2019-12-04"), ("2019-W49", "2019-12-02/2019-12-08"), ("2019-338", "2019-12-04"),
    ("04.12.2019", "2019-12-04"), ("2019-12-04 00:00:00", "2019-12-04"), ("13/04/2019 00:00", "2019-04-13"),
    ("2019-12-04 09:30:00", "2019-12-04T09:30:00"), ("4 Dec 2019 9:30 pm", "2019-12-04T21:30:00"),
    ("13/04/2019 14:05", "2019-04-13T14:05:00"), ("4 Dec 2019 at 12 a.m.", "2019-12-04T00:00:00/2019-12-04T00:59:59"),
    ("2019-12-04T09:30:00+09:00", "2019-12-04T09:30:00"), ("  Dec   2019 ", "2019-12"), ("Sept. 2019", "2019-09"),
    ("in the 1990s", "199X"), ("1990's", "199X"), ("the 19th century", "18XX"), ("circa 1860", "1860~"),
    ("ca. 1860", "1860~"), ("c.1860", "1860~"), ("Q3 2019", "2019-35"), ("2019-Q3", "2019-35"), ("H1 2020", "2020-40"),
    ("third quarter of 2019", "2019-35"), ("fall 2019", "2019-23"), ("mid 2019", "2019-05~/2019-08~"),
    ("end of 2019", "2019-09~/2019-12~"), ("by the end of 2019", "../2019"), ("from 2011 to 2014", "2011/2014"),
    ("between May 2019 and July 2019", "2019-05/2019-07"), ("2011-2014", "2011/2014"), ("1914-18", "1914/1918"),
    ("Dec 4–6, 2019", "2019-12-04/2019-12-06"), ("Nov 30 - Dec 2, 2019", "2019-11-30/2019-12-02"),
    ("Oct-Dec 2019", "2019-10/2019-12"), ("44 BCE", "-0043"), ("AD 79", "0079"), ("79 CE", "0079"),
    ("500–401 BC", "-0499/-0400"), ("2017/..", "2017/.."), ("till May 2019", "../2019-05"), ("from 2017", "2017/.."),
]


@pytest.mark.parametrize(("text", "expected"), TYPED)
def test_what_people_and_spreadsheets_type(text, expected):
    if expected is None:
        with pytest.raises(DateError, match="day first or month first"):
            human.read(text)
    else:
        assert edtf.write(human.read(text)) == expected


@pytest.mark.parametrize(("order", "expected"), [(True, "2019-12-04"), (False, "2019-04-12")])
def test_order_of_an_ambiguous_date_is_the_callers(order, expected):
    assert edtf.write(human.read("04/12/2019", order)) == expected


@pytest.mark.parametrize(("column", "order"), [
    (["04/12/2019", "13/12/2019"], True), (["04/12/2019", "12/13/2019"], False), (["04/12/2019"], None),
    (["13/12/2019", "12/13/2019"], None), (["4 Dec 2019", "", "31.12.2019 08:00"], True), (["04/04/2019"], None),
    (["12.05.2019", "3/4/2020"], True), (["12.05.2019", "4/13/2020"], False),
])
def test_a_column_decides_the_order(column, order):
    assert human.day_first(column) is order


@pytest.mark.parametrize("text", ["", "tomorrow", "31/31/2019", "30 Feb 2019", "Dec 4", "43803", "2019/2011", "0 BC",
                                  "AD 0", "4 Dec 2019, 25:00", "4 Dec 2019 13 pm", "0th century", "by", "since", "–"])
def test_unreadable_cells_are_named(text):
    with pytest.raises(DateError) as error:
        human.read(text)
    assert repr(text) in str(error.value)


@pytest.mark.parametrize(("value", "expected"), [
    ("FY2013", "2013~"), ("FY2013-Q1", "2013-33~"), ("1989-WXX", "1989"), ("2019-10-XX", "2019-10"), ("199X", "199X"),
    ("2019-W49-3", "2019-12-04"), ("2019-12-04T24:00", "2019-12-05T00:00:00"),
    ("2019-12-04T09:30Z", "2019-12-04T09:30:00"),
    ("P3D", None), ("PT5M", None), ("PAST_REF", None), ("XXXX-12", None), ("XXXX-WXX-3", None), ("T09:30", None),
    ("2019-13", None), ("2019-W60", None), ("", None), ("19-05", None), ("2011-11-26-WXX-6", None),
])
def test_timex_values_with_and_without_a_span(value, expected):
    span = timex.read(value)
    assert (span and edtf.write(span)) == expected


@pytest.mark.parametrize("text", ["", "2019-13", "2019-02-29", "2019-12-04T25", "2019-12-04T09:60", "2019-W53", "19",
                                  "2019-000", "2019-366", "-0000", "2019-12T09", "abc", "2019-12-04T"])
def test_iso_names_what_it_cannot_read(text):
    with pytest.raises(DateError) as error:
        iso.read(text)
    assert repr(text) in str(error.value)


def test_narrowed_day_shows_times_on_both_sides():
    assert iso.bounds(Span.of(Period.day(2019, 12, 4), "END")) == ("2019-12-04T16:00", "2019-12-04T23:59")


@pytest.mark.parametrize(("span", "text", "words"), [
    (Span(Period.year(2017), None, "END"), "2017-09~/..", "since c. Sep 2017"),
    (Span(Period.year(2017), None, "START"), "2017/..", "since 2017"),
    (Span(None, Period.year(2020), "START"), "../2020-04~", "until c. Apr 2020"),
    (Span(None, Period.year(2019), "END"), "../2019", "until 2019"),
    (Span(None, Period.month(2019, 10), "MID"), "../2019-10-20~", "until c. 20 Oct 2019"),
])
def test_open_spans_are_narrowed_at_their_known_end(span, text, words):
    assert edtf.write(span) == text
    assert human.write(edtf.read(text)) == words

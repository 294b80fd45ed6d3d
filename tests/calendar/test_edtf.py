"""EDTF: what each text means, against the ``edtf`` package where that reads it too."""

import pytest

from chrono.calendar import Period, Span, edtf
from chrono.calendar.granularity import Granularity as G
from chrono.errors import DateError


def bounds(span: Span) -> tuple[int | None, int | None]:
    return span.start, span.end


READ = [
    ("2016", Span.of(Period.year(2016))),
    ("2019-10", Span.of(Period.month(2019, 10))),
    ("2019-12-04", Span.of(Period.day(2019, 12, 4))),
    ("-0043", Span.of(Period.year(-43))),
    ("-0043-03-15", Span.of(Period.day(-43, 3, 15))),
    ("0000", Span.of(Period.year(0))),
    ("199X", Span.of(Period(G.DECADE, 199))),
    ("19XX", Span.of(Period(G.CENTURY, 19))),
    ("1XXX", Span.of(Period(G.MILLENNIUM, 1))),
    ("-04XX", Span.of(Period(G.CENTURY, -5))),
    ("1944-21", Span.of(Period(G.SEASON, 4 * 1944))),
    ("1944-24", Span.of(Period(G.SEASON, 4 * 1944 + 3))),
    ("1944-25", Span.of(Period(G.SEASON, 4 * 1944))),
    ("1944-29", Span(Period.month(1944, 9), Period.month(1944, 11))),
    ("2019-35", Span.of(Period(G.QUARTER, 4 * 2019 + 2))),
    ("2020-40", Span.of(Period(G.HALF, 2 * 2020))),
    ("2020-39", Span(Period.month(2020, 9), Period.month(2020, 12))),
    ("1860~", Span.of(Period.year(1860), approximate=True)),
    ("1860?", Span.of(Period.year(1860), approximate=True)),
    ("186X~", Span.of(Period(G.DECADE, 186), approximate=True)),
    ("2004-06~-11", Span.of(Period.day(2004, 6, 11), approximate=True)),
    ("2019-XX", Span.of(Period.year(2019))),
    ("2019-10-XX", Span.of(Period.month(2019, 10))),
    ("2017/..", Span(Period.year(2017), None)),
    ("2017/", Span(Period.year(2017), None)),
    ("../2019-12-31", Span(None, Period.day(2019, 12, 31))),
    ("/2019", Span(None, Period.year(2019))),
    ("2011/2014", Span(Period.year(2011), Period.year(2014))),
    ("2016-10/2017-03-04", Span(Period.month(2016, 10), Period.day(2017, 3, 4))),
    ("2019-12-02/2019-12-08", Span.of(Period.week(2019, 49))),
    ("2019-12-07/2019-12-08", Span.of(Period(G.WEEKEND, Period.week(2019, 49).index))),
    ("2019-12-03/2019-12-09", Span(Period.day(2019, 12, 3), Period.day(2019, 12, 9))),
    ("2019-12-04T09:30:00", Span.of(Period.at(G.MINUTE, Period.day(2019, 12, 4).start + 34200))),
    ("2019-12-04T09:30:00Z", Span.of(Period.at(G.MINUTE, Period.day(2019, 12, 4).start + 34200))),
    ("2019-12-04T09:30:15+09:00", Span.of(Period.at(G.SECOND, Period.day(2019, 12, 4).start + 34215))),
    ("2019-12-04T06:00:00/2019-12-04T11:59:59", Span.of(Period.part(Period.day(2019, 12, 4).index, "MO"))),
    ("2019-09~/2019-12~", Span.of(Period.year(2019), "END")),
    ("1944-03-01~/1944-03-31~", Span.of(Period(G.SEASON, 4 * 1944), "START")),
    ("2019-09~/2019-11~", Span(Period.month(2019, 9), Period.month(2019, 11), None, True)),
    ("[1667,1668,1670..1672]", Span(Period.year(1667), Period.year(1672))),
    ("{1960,1961-12}", Span(Period.year(1960), Period.month(1961, 12))),
    ("[..1760-12-03]", Span(None, Period.day(1760, 12, 3))),
]


@pytest.mark.parametrize(("text", "span"), READ)
def test_read(text, span):
    assert edtf.read(text) == span


@pytest.mark.parametrize("text", [
    "", "..", "../..", "/", "2019-13", "2019-02-30", "2019-00", "2019-42", "-0000", "XXXX", "XXXX-12-04", "Y170000002",
    "2014/2011", "2019-12-04T25:00:00", "2019-12-04T09:60:00", "2019-12-04T24:00:01", "12345", "199", "[1667", "[]",
    "2019-21-04", "today", "٢٠١٩", "2019/2020/2021",
])
def test_what_is_no_edtf_date_is_named(text):
    with pytest.raises(DateError) as error:
        edtf.read(text)
    assert repr(text) in str(error.value)


ORACLE = ["2016", "-0043", "2019-10", "2019-12-04", "199X", "19XX", "2011/2014", "2016-10/2017-03-04", "2019-XX",
          "2019-02-XX", "-0043-03-15", "2000-02-29", "0000"]


@pytest.mark.parametrize("text", ORACLE)
def test_bounds_agree_with_the_edtf_package(text):
    oracle = pytest.importorskip("edtf").parse_edtf(text)
    from chrono.calendar.gregorian import year_month_day

    span = edtf.read(text)
    assert year_month_day(span.start // 86400) == tuple(oracle.lower_strict()[:3])
    assert year_month_day(span.end // 86400 - 1) == tuple(oracle.upper_strict()[:3])


@pytest.mark.parametrize("span", [
    Span.of(Period.year(2016)), Span.of(Period.year(-43), approximate=True), Span.of(Period(G.DECADE, 199)),
    Span.of(Period(G.CENTURY, -5)), Span.of(Period(G.SEASON, 7776)), Span.of(Period(G.QUARTER, 8078)),
    Span.of(Period.week(2019, 49)), Span.of(Period.year(2019), "END"), Span(Period.year(2017), None),
    Span(None, Period.day(2019, 12, 31)), Span.of(Period.at(G.MINUTE, 1_575_451_800)),
    Span(Period.month(2016, 10), Period.month(2017, 3), None, True),
])
def test_the_edtf_package_accepts_what_we_write(span):
    assert pytest.importorskip("edtf").is_valid_edtf(edtf.write(span))

"""What holds for every period and span."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chrono.calendar import PARTS_OF_DAY, Period, Span, edtf, human, iso, timex
from chrono.calendar.granularity import Granularity as G
from chrono.calendar.gregorian import day_number, iso_week, year_month_day
from chrono.errors import DateError
from tests.calendar.strategies import periods, seconds, single_spans, spans

UNITS = [granularity for granularity in G if granularity not in (G.PART_OF_DAY, G.WEEKEND)]


def is_hours_of_midday(span: Span) -> bool:
    """A third of midday is one hour, and EDTF has one text for it and for "about 11 o'clock"."""
    assert span.first is not None
    midday = span.first.index % len(PARTS_OF_DAY) == PARTS_OF_DAY.index("MI")
    return span.mod is not None and span.granularity == G.PART_OF_DAY and midday


@given(st.integers(-4_000_000, 4_000_000))
def test_day_number_inverts(number):
    assert day_number(*year_month_day(number)) == number


@given(st.dates())
def test_agrees_with_datetime(date):
    number = day_number(date.year, date.month, date.day)
    assert iso_week(number) == date.isocalendar()[:2]
    assert iso.day_text(number) == date.isoformat()


@given(periods())
def test_period_is_not_empty_and_neighbours_touch(period):
    assert period.start < period.end
    if period.granularity not in (G.PART_OF_DAY, G.WEEKEND):
        assert period.shift(1).start == period.end


@given(st.sampled_from(UNITS), seconds)
def test_units_hold_their_seconds(granularity, second):
    period = Period.at(granularity, second)
    assert period.start <= second < period.end


@given(periods(), st.integers(-300, 300))
def test_shift_inverts(period, count):
    assert period.shift(count).shift(-count) == period


@given(single_spans)
def test_thirds_lie_within_and_touch(span):
    period = span.first
    assert period.start <= span.start < span.end <= period.end
    if period.granularity != G.SECOND:
        early, mid, late = (Span.of(period, mod) for mod in ("START", "MID", "END"))
        assert (early.start, early.end, mid.end, late.end) == (period.start, mid.start, late.start, period.end)


@given(single_spans)
def test_edtf_keeps_every_single_period(span):
    assume(not is_hours_of_midday(span))
    expected = Span.of(span.first, None, span.approximate) if span.granularity == G.SECOND else span
    assert edtf.read(edtf.write(span)) == expected


@given(spans)
def test_edtf_keeps_bounds_and_is_stable(span):
    back = edtf.read(edtf.write(span))
    assert (back.start, back.end) == (span.start, span.end)
    assert edtf.read(edtf.write(back)) == back


@given(spans)
def test_iso_bounds_are_read_back_and_ordered(span):
    first, last = iso.bounds(span)
    assert (first == "") == (span.start is None) and (last == "") == (span.end is None)
    if first:
        assert iso.read(first).start == span.start
    if last:
        assert iso.read(last).end == span.end


@given(periods())
def test_timex_inverts(period):
    assert timex.read(timex.write(period)) == Span.of(period)


@given(spans)
def test_human_text_is_read_back(span):
    span = edtf.read(edtf.write(span))
    assert human.read(human.write(span)) == span


@given(spans, st.sampled_from(["by", "before", "after", "since", "until"]))
def test_open_spans_keep_their_relation(span, relation):
    span = edtf.read(edtf.write(span))
    assume(span.first is None or span.last is None)
    back, read_relation = human.read_with_relation(human.write(span, relation))
    assert back == span
    assert read_relation == (relation if human.write(span, relation).startswith(relation) else read_relation)


@given(st.text(max_size=30) | st.text("0123456789-/.:TWXQH~? CBADecSMspring–'", max_size=24))
def test_readers_raise_nothing_but_date_errors(text):
    for read in (edtf.read, iso.read, human.read, timex.read):
        try:
            result = read(text)
        except DateError as error:
            assert "\n" not in str(error)
        else:
            if isinstance(result, Span) and result.start is not None and result.end is not None:
                assert result.start < result.end


@given(st.from_regex(r"-?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True))
def test_iso_reads_what_the_edtf_package_reads(text):
    parser = pytest.importorskip("edtf")
    try:
        oracle = parser.parse_edtf(text)
    except parser.EDTFParseException:
        return
    if text.startswith("-0000") or "-02-29" in text:  # the oracle accepts 29 February in every year
        return
    if len(text.lstrip("-")) == 7 and int(text[-2:]) > 12:
        return
    lower, upper = oracle.lower_strict(), oracle.upper_strict()
    period = iso.read(text)
    assert period.ymd == tuple(lower[:3])
    assert year_month_day(period.end // 86400 - 1) == tuple(upper[:3])

"""Hypothesis strategies for periods and spans of the years -9999 … 9998."""

from hypothesis import strategies as st

from chrono.calendar import PARTS_OF_DAY, Period, Span
from chrono.calendar.granularity import Granularity as G
from chrono.calendar.gregorian import day_number

FIRST = day_number(-9900, 1, 1) * 86400
LAST = day_number(9900, 1, 1) * 86400

seconds = st.integers(FIRST, LAST)
whole_minutes = seconds.map(lambda second: second // 60 * 60)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    granularity = draw(st.sampled_from(list(G)))
    second = draw(seconds | whole_minutes)
    if granularity == G.PART_OF_DAY:
        return Period.part(second // 86400, draw(st.sampled_from(PARTS_OF_DAY)))
    return Period.at(granularity, second)


single_spans = st.builds(Span.of, periods(), st.sampled_from([None, "START", "MID", "END"]), st.booleans())


def in_range(span: Span) -> bool:
    return all(-9999 <= period.ymd[0] <= 9998 for period in (span.first, span.last) if period)


@st.composite
def any_spans(draw: st.DrawFn) -> Span:
    """Any span: one period, open on a side, or a range whose ends may differ in granularity."""
    kind = draw(st.sampled_from(["single", "from", "to", "range", "same"]))
    if kind == "single":
        return draw(single_spans)
    period, approximate = draw(periods()), draw(st.booleans())
    mod = draw(st.sampled_from([None, "START", "MID", "END"]))
    if kind == "from":
        return Span(period, None, mod, approximate)
    if kind == "to":
        return Span(None, period, mod, approximate)
    if kind == "same":
        return Span(period.shift(-1 - draw(st.integers(0, 8))), period, None, approximate)
    first, last = sorted([period, draw(periods())], key=lambda end: (end.start, end.end))
    return Span(first, last, None, approximate)


spans = any_spans().filter(in_range)

"""Our expressions in the scorers' forms."""

from __future__ import annotations

from typing import Any

import pytest

from chrono.calendar import Granularity, Period, Span
from chrono.evaluation.suite_values import agrees
from chrono.exports.predictions import to_suite_prediction, to_timex
from chrono.tagger.expression import TimeExpression

JUNE = Period.month(1995, 6)


def expression(span: Span | None, value: str = "", **more: Any) -> TimeExpression:
    return TimeExpression(start=3, end=7, text="then", type=more.pop("type", "DATE"), value=value, rule="r", span=span,
                          **more)


@pytest.mark.parametrize(
    ("span", "value", "start", "end", "grain", "timex"),
    [
        (Span.of(Period.year(1995)), "1995", "1995", None, "year", "1995"),
        (Span.of(JUNE), "1995-06", "1995-06", None, "month", "1995-06"),
        (Span.of(Period.day(1995, 6, 3)), "1995-06-03", "1995-06-03", None, "day", "1995-06-03"),
        (Span.of(Period.week(1995, 23)), "1995-W23", "1995-06-05", None, "week", "1995-W23"),
        (Span.of(Period(Granularity.WEEKEND, Period.week(1995, 23).index)), "1995-W23-WE", "1995-06-10", "1995-06-11",
         "weekend", "1995-W23-WE"),
        (Span.of(Period(Granularity.QUARTER, 4 * 1995 + 1)), "1995-Q2", "1995-04", "1995-06", "quarter", "1995-Q2"),
        (Span.of(Period(Granularity.HALF, 2 * 1995 + 1)), "1995-H2", "1995-07", "1995-12", "half", "1995-H2"),
        (Span.of(Period(Granularity.SEASON, 4 * 1995 + 3)), "1995-WI", "1995-12", "1996-02", "season", "1995-WI"),
        (Span.of(Period(Granularity.DECADE, 196)), "196", "1960", "1969", "decade", "196X"),
        (Span.of(Period(Granularity.CENTURY, 19)), "19", "1900", "1999", "century", "19XX"),
        (Span.of(Period.year(-498)), "BC0499", "-0499", None, "year", "BC0499"),
        (Span.of(Period.day(-43, 3, 15)), "BC0044-03-15", "-0044-03-15", None, "day", "BC0044-03-15"),
        (Span.of(Period.day(1995, 6, 3).to(Granularity.HOUR).shift(9)), "1995-06-03T09", "1995-06-03T09", None, "hour",
         "1995-06-03T09"),
        (Span.of(Period.part(Period.day(1995, 6, 3).index, "NI")), "1995-06-03TNI", "1995-06-03T20", "1995-06-04T05",
         "part-of-day", "1995-06-03TNI"),
        (Span.of(JUNE, "START"), "1995-06", "1995-06-01", "1995-06-10", "day", "1995-06"),
        (Span.of(Period.year(1995), "END"), "1995", "1995-09", "1995-12", "month", "1995"),
        (Span.of(Period(Granularity.DECADE, 199), "MID"), "199", "1990", "1999", "decade", "199X"),
        (Span(Period.year(1914), Period.year(1918)), "1914/1918", "1914", "1918", "year", "1914/1918"),
        (Span(Period.day(1995, 6, 3), JUNE), "", "1995-06-03", "1995-06", "day", ""),
        (Span(Period.year(2017), None), "2017", "2017", None, "year", "2017"),
        (Span(None, Period.year(2014)), "2014", None, "2014", "year", "2014"),
        (None, "PXY", None, None, None, "PXY"),
    ],
)
def test_suite_form(
    span: Span | None, value: str, start: str | None, end: str | None, grain: str | None, timex: str
) -> None:
    found = to_suite_prediction(expression(span, value))
    assert (found["start"], found["end"], found["grain"], found["timex"]) == (start, end, grain, timex)
    assert (found["text"], found["start_char"], found["end_char"], found["type"]) == ("then", 3, 7, "date")


@pytest.mark.parametrize(
    ("span", "value", "expected"),
    [
        (Span.of(Period(Granularity.DECADE, 196)), "196", {"start": "1960", "end": "1969", "grain": "decade"}),
        (Span.of(Period(Granularity.QUARTER, 4 * 1995 + 1)), "1995-Q2", {"start": "1995-04", "end": "1995-06",
                                                                        "grain": "quarter"}),
        (Span.of(Period.week(1995, 23)), "1995-W23", {"start": "1995-06-05", "end": None, "grain": "week"}),
        (Span.of(Period.year(-498)), "BC0499", {"start": "-0499", "end": None, "grain": "year"}),
    ],
)
def test_the_form_agrees_with_the_same_date(span: Span, value: str, expected: dict[str, Any]) -> None:
    assert agrees({"type": "date", "timex": None, "alternatives": [], **expected}, to_suite_prediction(
        expression(span, value)))


def test_timex_form_has_only_the_attributes_that_are_set() -> None:
    found = to_timex(expression(None, "P3Y", type="DURATION", mod="MORE_THAN", begin_point="2011", confidence=0.7))
    assert found == {"start": 3, "end": 7, "text": "then", "type": "DURATION", "value": "P3Y", "mod": "MORE_THAN",
                     "beginPoint": "2011", "rule": "r", "confidence": 0.7}


@pytest.mark.parametrize(
    ("relation", "start", "end"),
    [("by", "1995-05-20", "1995-06"), ("on", "1995-06", None), ("until", "1995-06", None)],
)
def test_by_reaches_from_the_reference_time_on(relation: str, start: str, end: str | None) -> None:
    found = to_suite_prediction(expression(Span.of(JUNE), "1995-06", relation=relation), Period.day(1995, 5, 20))
    assert (found["start"], found["end"]) == (start, end)
    over = to_suite_prediction(expression(Span.of(JUNE), "1995-06", relation=relation), Period.day(1995, 7, 1))
    assert (over["start"], over["end"]) == ("1995-06", None)

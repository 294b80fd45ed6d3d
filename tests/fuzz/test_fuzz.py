"""Ten thousand strange texts: the tagger never raises, and what it gives is well-formed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from chrono.reference import ReferenceTime

from . import texts, timex_values
from .invariants import check


@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts.texts, texts.references, texts.modes, texts.day_first)
def test_invariants(text: str, reference: ReferenceTime, mode: str, day_first: bool | None) -> None:
    check(text, reference, mode, day_first)


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        ("2019", "DATE"), ("2019-12", "DATE"), ("2019-12-04", "DATE"), ("2020-02-29", "DATE"), ("199", "DATE"),
        ("19", "DATE"), ("199X", "DATE"), ("2019-W49", "DATE"), ("2019-W49-3", "DATE"), ("2019-W49-WE", "DATE"),
        ("2019-Q1", "DATE"), ("2019-SU", "DATE"), ("BC0044-03-15", "DATE"), ("BC0499", "DATE"), ("BC04", "DATE"),
        ("XXXX-12-25", "DATE"), ("XXXX-02-29", "DATE"), ("XXXX-WXX-2", "SET"), ("FY2013-Q1", "DATE"),
        ("PRESENT_REF", "DATE"), ("2019-12-04T09:30", "TIME"), ("2019-12-04TMO", "TIME"), ("2019-12-04T24:00", "TIME"),
        ("XXXX-XX-XXTEV", "TIME"), ("2019-12-04T09:30-05:00", "TIME"), ("P3Y", "DURATION"), ("PXM", "DURATION"),
        ("P2.5Y", "DURATION"), ("P1Y6M", "DURATION"), ("PT36H", "DURATION"), ("P2DE", "DURATION"), ("P1WE", "DURATION"),
        ("P1D", "SET"), ("XXXX-10", "SET"), ("PXX", "DURATION"),
    ],
)
def test_the_grammar_takes_what_the_guidelines_write(value: str, type_: str) -> None:
    assert timex_values.is_valid(value, type_)


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        ("", "DATE"), ("P", "DURATION"), ("PT", "DURATION"), ("P3", "DURATION"), ("3Y", "DURATION"), ("P1H", "DATE"),
        ("2019-13", "DATE"), ("2019-02-29", "DATE"), ("2019-00", "DATE"), ("2019-2", "DATE"), ("19999", "DATE"),
        ("2019-W54", "DATE"), ("2019-W49-8", "DATE"), ("2019-Q5", "DATE"), ("2019-12-04", "TIME"), ("2019TMO", "TIME"),
        ("2019-12-04T25:00", "TIME"), ("2019-12-04T9:30", "TIME"), ("2019-12-04T09:30", "DATE"), ("P1D", "DATE"),
        ("2019", "SET"), ("2019", "EVENT"), ("-0043", "DATE"), ("19X", "DATE"), ("1999X", "DATE"), (" 2019", "DATE"),
        ("BC0001-02-30", "DATE"), ("P1YT", "DURATION"),
    ],
)
def test_the_grammar_refuses_the_rest(value: str, type_: str) -> None:
    assert not timex_values.is_valid(value, type_)

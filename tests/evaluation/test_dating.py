"""Scores of event dates: forms that agree, month ends, distances, the baseline, and what is not scored."""

from __future__ import annotations

from typing import Any

import pytest

from chrono.evaluation import dating


def event(eid: str, **when: Any) -> dict[str, Any]:
    return {"eid": eid, "start": 0, "end": 4, "text": "rose", **when}


def day(value: str) -> dict[str, Any]:
    return {"when": {"date": value}}


def judged(gold: dict[str, Any], system: dict[str, Any]) -> dict[str, float]:
    document = {"id": "d", "dct": "1998-03-04", "text": "rose and fell", "events": [event("e1", **gold)]}
    return dating.report([document], {"d": [{"eid": "e1", **system}]}).figures["all"]["system"]


LASTING = {"begin": {"date": "1997-10-01"}, "finish": {"after": "1998-03-04"}}


@pytest.mark.parametrize(
    ("gold", "system", "exact", "ends", "month", "year"),
    [
        (day("1998-03-04"), day("1998-03-04"), 1, 1, 1, 1),
        (day("1998-03-04"), day("1998-03-05"), 0, 0, 1, 1),
        (day("1998-03-04"), day("1998-04-04"), 0, 0, 0, 1),
        (day("1998-03-04"), {}, 0, 0, 0, 0),
        (day("1998-03-04"), {"when": {"before": "1998-03-04"}}, 0, 0, 0, 0),
        ({"when": {"after": "1997-10-01", "before": "1997-10-28"}},
         {"when": {"after": "1997-10-01", "before": "1997-10-31"}}, 0, 1, 1, 1),
        ({"when": {"after": "1997-10-05", "before": "1997-10-28"}},
         {"when": {"after": "1997-10-05", "before": "1997-10-31"}}, 0, 0, 1, 1),
        ({"begin": {"date": "1997-10-01"}, "finish": {"date": "1997-12-28"}},
         {"begin": {"date": "1997-10-01"}, "finish": {"date": "1997-12-31"}}, 0, 1, 1, 1),
        (LASTING, LASTING, 1, 1, 1, 1),
        (LASTING, {"begin": LASTING["begin"]}, 0, 0, 0, 0),
        ({**day("1996-05-01"), "when_alternatives": [{"date": "1996-05-01"}, {"date": "1997-05-01"}]},
         day("1997-05-01"), 1, 1, 1, 1),
        ({"begin": {"before": "1998-03-04"}, "finish": None}, {"begin": {"before": "1998-03-04"}}, 1, 1, 1, 1),
    ],
)
def test_agreement(
    gold: dict[str, Any], system: dict[str, Any], exact: int, ends: int, month: int, year: int
) -> None:
    found = judged(gold, system)
    names = ("exact", "month_ends", "same_month", "same_year")
    assert [found[name] for name in names] == [100 * n for n in (exact, ends, month, year)]


@pytest.mark.parametrize(
    ("gold", "system", "days"),
    [
        (day("1998-03-04"), day("1998-03-01"), 3),
        (day("1998-03-04"), {"when": {"after": "1998-02-28", "before": "1998-03-06"}}, 1),
        ({"begin": {"date": "1998-03-01"}, "finish": {"date": "1998-03-03"}}, day("1998-03-04"), 2),
        (day("1998-03-04"), {"when": {"before": "1998-03-04"}}, None),
        (LASTING, day("1998-03-04"), None),
        ({**day("1996-05-01"), "when_alternatives": [{"date": "1997-05-01"}]}, day("1997-05-03"), 2),
    ],
)
def test_days_off(gold: dict[str, Any], system: dict[str, Any], days: float | None) -> None:
    assert judged(gold, system)["days_off"] == days


DOCUMENT = {
    "id": "a", "dct": "1998-03-04", "text": "rose fell grew said", "events": [
        event("e1", **day("1998-03-04")), {**event("e2", **day("1998-03-01")), "start": 5, "end": 9},
        {**event("e3", **LASTING), "start": 10, "end": 14}, {**event("e4"), "start": 15, "end": 19},
    ],
}


def test_baseline_parts_and_unscored_events() -> None:
    figures = dating.report([DOCUMENT], {}).figures
    assert figures["all"]["events"] == 3  # the fourth has no date in the gold standard
    assert figures["all"]["baseline"]["exact"] == pytest.approx(100 / 3)
    assert figures["single-day"]["events"] == 2 and figures["single-day"]["baseline"]["exact"] == 50
    assert figures["all"]["system"]["exact"] == 0


def test_predictions_by_place_and_calibration() -> None:
    rows = [{"start": 6, "end": 9, "confidence": "0.9", **day("1998-03-01")},
            {"eid": "e1", "confidence": 0.3, **day("1998-01-01")}]
    report = dating.report([DOCUMENT], {"a": rows}, errors="all")
    assert report.figures["all"]["system"]["exact"] == pytest.approx(100 / 3)
    assert report.figures["calibration"]["expected_calibration_error"] == pytest.approx((0.1 + 0.3) / 2)
    assert "a\trose\tgold when date 1998-03-04\tsystem when date 1998-01-01" in report.text
    assert "when date → when date" in report.text and "system –" in report.text


@pytest.mark.corpus
def test_baseline_of_the_corpus(corpora: Any) -> None:
    from chrono.evaluation import gold

    figures = dating.report(gold.read(corpora / "eventtime-dev.jsonl"), {}).figures
    assert round(figures["all"]["baseline"]["exact"], 1) == 27.8
    assert round(figures["single-day"]["baseline"]["exact"], 1) == 46.5

"""The scorer and the expectations themselves, without the tool: rows made from the expectations score 1, and each
kind of damage is named for what it is."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest

from tests.articles.expectations import Article, Expected, load
from tests.articles.score import score, total
from tests.articles.spans import Span, read, same

ARTICLES = load()
WEEKDAY_DATE = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? "
    r"(?:(\d{1,2}) ([A-Z][a-z]{2})[a-z]*|([A-Z][a-z]{2})[a-z]* (\d{1,2})),? (\d{4})",
    re.IGNORECASE,
)


def synthetic(article: Article) -> list[dict[str, Any]]:
    return [
        {
            "order": order,
            "edtf": expected.edtf[0],
            "trigger": expected.trigger[0],
            "event": f"{' '.join(expected.words)} {expected.trigger[0]}",
            "status": expected.status[0],
            "relation": expected.relation[0] if expected.relation else "on",
            "basis": expected.basis[0] if expected.basis else "explicit",
            "sentence": expected.sentence[0],
        }
        for order, expected in enumerate(article.rows, 1)
    ]


def kinds(article: Article, rows: list[dict[str, Any]]) -> set[str]:
    return {miss.kind for miss in score(article, rows).misses}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
class TestExpectations:
    def test_score_one_on_themselves(self, article: Article) -> None:
        result = score(article, synthetic(article))
        assert (result.precision, result.recall, result.misses) == (1.0, 1.0, ())

    def test_required_rows_alone_are_enough(self, article: Article) -> None:
        rows = [row for row, e in zip(synthetic(article), article.rows, strict=True) if e.must]
        result = score(article, rows)
        assert (result.precision, result.recall) == (1.0, 1.0)

    def test_are_between_eight_and_thirty_five_and_not_repeated(self, article: Article) -> None:
        assert 8 <= sum(row.must for row in article.rows) <= 35
        assert len(set(article.rows)) == len(article.rows)

    def test_point_into_the_article(self, article: Article) -> None:
        text = plain(article.text)
        for row in article.rows:
            assert all(text.count(plain(snippet)) == 1 for snippet in row.sentence), row
            assert all(word.casefold() in text for word in row.trigger + row.words), row
        for trap in article.not_rows:
            assert plain(trap.sentence) in text, trap
            assert trap.expression.casefold() in text, trap

    def test_stand_in_chronological_order(self, article: Article) -> None:
        spans = [read(row.edtf[0]) for row in article.rows]
        dated = [span.key for span in spans if span]
        assert dated == sorted(dated)
        assert None not in spans[: len(dated)]

    def test_have_dates_that_fit_their_weekdays(self, article: Article) -> None:
        for day_name, day, month, month_first, day_last, year in WEEKDAY_DATE.findall(article.text):
            when = datetime.strptime(f"{day or day_last} {month or month_first} {year}", "%d %b %Y")
            assert when.strftime("%a").casefold() == day_name[:3].casefold(), when

    def test_are_of_a_readable_length(self, article: Article) -> None:
        assert 250 <= len(article.text.split()) <= 600


def plain(text: str) -> str:
    return re.sub(r"\s+(> )*", " ", text).casefold()


@pytest.fixture
def article() -> Article:
    def row(edtf: str | None, trigger: str, sentence: str, must: bool = True) -> Expected:
        return Expected((edtf,), ("happened",), (trigger,), ("Ann",), (sentence,), (), (), must)

    return Article(
        name="00-small",
        text="",
        published="2020-05-04",
        published_given=None,
        place=None,
        rows=(
            row("1999", "born", "Ann Lee was born in the north"),
            row("2015-03", "moved", "Ann moved to the coast that spring", must=False),
            row("2015-03", "met", "there Ann met her second husband"),
            row("2020-05-05", "sings", "Ann sings at the fair tomorrow"),
        ),
        not_rows=(ARTICLES[0].not_rows[0],),
    )


class TestScore:
    def test_no_rows(self, article: Article) -> None:
        result = score(article, [])
        assert (result.precision, result.recall, len(result.of("missing"))) == (1.0, 0.0, 3)

    def test_missing_row(self, article: Article) -> None:
        result = score(article, synthetic(article)[1:])
        assert (result.precision, round(result.recall, 2)) == (1.0, 0.67)
        assert kinds(article, synthetic(article)[1:]) == {"missing"}

    def test_optional_row_may_be_missing(self, article: Article) -> None:
        rows = synthetic(article)
        del rows[1]
        assert score(article, rows).misses == ()

    def test_wrong_date_costs_precision_and_recall(self, article: Article) -> None:
        rows = synthetic(article)
        rows[0]["edtf"] = "1998"
        result = score(article, rows)
        assert (result.right, result.found) == (3, 2)
        assert {miss.kind for miss in result.misses} == {"wrong date", "wrong date shown"}

    def test_repetition_is_wrong(self, article: Article) -> None:
        rows = synthetic(article)
        result = score(article, [*rows, {**rows[0], "order": 5}])
        assert (result.right, result.produced, result.recall) == (4, 5, 1.0)
        assert "repeated" in {miss.kind for miss in result.misses}

    def test_other_subject_is_right_but_not_found(self, article: Article) -> None:
        rows = synthetic(article)
        rows[0] |= {"trigger": "north", "event": "the north"}
        result = score(article, rows)
        assert (result.precision, result.found) == (1.0, 2)

    def test_invented_row(self, article: Article) -> None:
        rows = synthetic(article)
        rows[1]["sentence"] = "Nobody ever said this"
        result = score(article, rows)
        assert (result.right, result.found) == (3, 3)
        assert {miss.kind for miss in result.misses} == {"unexpected"}

    def test_required_row_is_served_before_an_optional_one(self, article: Article) -> None:
        rows = synthetic(article)[2:3]
        rows[0]["sentence"] = "Ann moved to the coast that spring; there Ann met her second husband"
        assert score(article, rows).found == 1

    def test_evidence_elsewhere_counts(self, article: Article) -> None:
        rows = synthetic(article)
        told = rows[3]["sentence"]
        rows[3] |= {"sentence": "A headline", "evidence": f'[{{"start": 2, "end": {2 + len(told)}}}]'}
        moved = Article(**{name: getattr(article, name) for name in article.__slots__} | {"text": f"“ {told}"})
        assert score(moved, rows).recall == 1.0

    @pytest.mark.parametrize(
        ("sentence", "right"),
        [
            ("In 1999 Ann Lee was born in the north, she said", 4),
            ("In 1999 Ann Lee was born in", 4),
            ("In 1999 Ann Lee was born at sea", 3),
        ],
    )
    def test_sentence_may_be_cut_but_not_be_another(self, article: Article, sentence: str, right: int) -> None:
        rows = synthetic(article)
        rows[0]["sentence"] = sentence
        assert score(article, rows).right == right

    @pytest.mark.parametrize(
        ("column", "value", "kind"),
        [("status", "planned", "status"), ("event", "she did", "clause")],
    )
    def test_details(self, article: Article, column: str, value: str, kind: str) -> None:
        rows = synthetic(article)
        rows[0][column] = value
        result = score(article, rows)
        assert (result.precision, result.recall) == (1.0, 1.0)
        assert {miss.kind for miss in result.misses} == {kind}

    def test_order(self, article: Article) -> None:
        rows = synthetic(article)
        rows[0]["order"], rows[3]["order"] = rows[3]["order"], rows[0]["order"]
        assert kinds(article, rows) == {"order"}

    def test_trap(self, article: Article) -> None:
        trap = article.not_rows[0]
        row = {"order": 9, "edtf": "2020", "sentence": trap.sentence, "expression": f"bad {trap.expression}"}
        assert len(score(article, [*synthetic(article), row]).of("trap")) == 1

    def test_total_adds_counts(self, article: Article) -> None:
        overall = total([score(article, []), score(article, synthetic(article))])
        assert (overall.produced, overall.required, overall.found) == (4, 6, 3)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2016", "2016", True),
        ("2016", "2016-01-01/2016-12-31", True),
        ("2016", "2016-01", False),
        ("1319~", "1319", True),
        ("2019-34", "2019-04/2019-06", True),
        ("2019-24", "2019-12/2020-02", True),
        ("2022-41", "2022-07/2022-12", True),
        ("199X", "1990/1999", True),
        ("-07XX", "-0799/-0700", True),
        ("-0043-03-15", "-0043-03-15", True),
        ("../2019-12-31", "../2019-12", True),
        ("2017/..", "2017", False),
        ("2017/..", "2017/", True),
        ("2019-12-04T09:30", "2019-12-04", False),
        ("2019-12-04T09:30", "2019-12-04T09:30Z", True),
        ("2022-09-02T18:00/2022-09-02T23:59", "2022-09-02T18:00/2022-09-02T21:00", True),
        ("2022-09-02T18:00/2022-09-02T23:59", "2022-09-02T06:00/2022-09-02T12:00", False),
        (None, "", True),
        (None, "XXXX-WXX-3", True),
        (None, "2016", False),
        ("2016", None, False),
        ("2016", "next year", False),
        ("2016", "2016-13", False),
    ],
)
def test_same(one: str | None, other: str | None, agree: bool) -> None:
    assert same(one, other) is agree
    assert same(other, one) is agree


@pytest.mark.parametrize(("edtf", "days"), [("2016-02", 29), ("1900-02", 28), ("-0004", 366), ("18XX", 36524)])
def test_span_lengths(edtf: str, days: int) -> None:
    span = read(edtf)
    assert isinstance(span, Span)
    assert span.end - span.start == days * 24 * 60


@pytest.mark.parametrize("bad", ["soon", "2016-02-30", "2016-00", "2019/2017", "2016-25-01"])
def test_unreadable(bad: str) -> None:
    with pytest.raises(ValueError):
        read(bad)

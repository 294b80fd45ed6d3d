"""The second acceptance text: twenty-odd articles whose rows were written down before the tool's output was seen."""

from __future__ import annotations

import pytest

from tests.articles.expectations import Article, load
from tests.articles.rows import Row
from tests.articles.score import produce, reference, score, total

ARTICLES = load()


@pytest.fixture(scope="module")
def produced() -> dict[str, list[Row]]:
    return {article.name: produce(article) for article in ARTICLES}


def test_precision_and_recall(produced: dict[str, list[Row]]) -> None:
    overall = total(score(article, produced[article.name]) for article in ARTICLES)
    assert overall.precision >= 0.88
    assert overall.recall >= 0.88


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_no_article_is_read_badly(article: Article, produced: dict[str, list[Row]]) -> None:
    own = score(article, produced[article.name])
    assert own.precision >= 0.72
    assert own.recall >= 0.75


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_traps_make_no_rows(article: Article, produced: dict[str, list[Row]]) -> None:
    assert score(article, produced[article.name]).of("trap") == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_rows_stand_in_order(article: Article, produced: dict[str, list[Row]]) -> None:
    assert score(article, produced[article.name]).of("order") == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_reference_date(article: Article, produced: dict[str, list[Row]]) -> None:
    assert reference(produced[article.name]) == article.published

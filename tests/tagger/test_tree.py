"""Expression trees are written as text and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.tagger.check import maker
from chrono.tagger.tree import Tree, compile_template, parse

OPERATORS = st.from_regex(r"[A-Z][A-Za-z]{0,8}", fullmatch=True)
LEAVES = (st.none() | st.integers(-99999, 99999) | st.text(max_size=8)
          | st.floats(0, 1000).map(lambda number: round(number, 2)).filter(lambda number: number != int(number)))
TREES = st.recursive(
    st.builds(Tree, OPERATORS),
    lambda inner: st.builds(lambda op, arguments: Tree(op, tuple(arguments)), OPERATORS,
                            st.lists(inner | LEAVES, min_size=1, max_size=4)), max_leaves=8)


@given(TREES)
def test_read_back_as_written(tree: Tree) -> None:
    assert parse(str(tree)) == tree


@pytest.mark.parametrize(("text", "tree"), [
    ("Today(0)", Tree("Today", (0,))),
    ("Within(Month(10), Year(2019))", Tree("Within", (Tree("Month", (10,)), Tree("Year", (2019,))))),
    ('Part(-, "MO")', Tree("Part", (None, "MO"))),
    ("Duration(1.5, \"hour\")", Tree("Duration", (1.5, "hour"))),
    ("ANCHOR", Tree("ANCHOR")),
])
def test_notation(text: str, tree: Tree) -> None:
    assert parse(text) == tree
    assert str(tree) == text


@pytest.mark.parametrize("text", ["", "Month(", "Month(3", "Month(3))", "Month 3", "month", "Month(3;4)", "(3)"])
def test_unreadable(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


@pytest.mark.parametrize(("template", "captures", "result"), [
    ("Month(m)", {"m": 5}, Tree("Month", (5,))),
    ("Month(m)", {}, Tree("Month", (None,))),
    ("Shift(-n)", {"n": 2}, Tree("Shift", (-2,))),
    ("d", {"d": Tree("Today", (0,))}, Tree("Today", (0,))),
])
def test_captures_fill_templates(template: str, captures: dict[str, object], result: object) -> None:
    assert compile_template(template)(captures) == result


@pytest.mark.parametrize(("text", "number"), [
    ("Sum(40, 2)", 42),
    ("Product(3, 100)", 300),
    ("Sum(Product(2, 1000), 7)", 2007),
    ('Decimal("2", "5")', 2.5),
    ('Digits("1", "200")', 1200),
    ("Sum(2, Ratio(1, 2))", 2.5),
])
def test_number_operators(text: str, number: float) -> None:
    assert compile_template(text, maker)({}) == number


@pytest.mark.parametrize("text", [
    "Day(2, 30)", "Day(13, 1)", "Month(13)", "Quarter(5)", "Ratio(3, 2)", "Clock(25, -, -, -, -)",
    "Within(Day(2, 30), Year(2012))", "WeekNumber(54, 2012)", "HourPart(13, \"EV\", -)",
])
def test_what_cannot_exist(text: str) -> None:
    with pytest.raises(ValueError):
        compile_template(text, maker)({})


@pytest.mark.parametrize("text", ["Day(2, 29)", "Day(12, 31)", "Clock(24, -, -, -, -)", "WeekNumber(53, 2009)"])
def test_what_can_exist(text: str) -> None:
    assert compile_template(text, maker)({}) == parse(text)

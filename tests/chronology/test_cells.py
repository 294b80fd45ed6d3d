"""Values as CSV cells and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.chronology.cells import neutralise, read_cell, restore, write_cell
from chrono.chronology.columns import Kind

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text("=+-@\t\r'; \\a[]", max_size=8)
items = st.lists(texts.map(str.strip).filter(bool), max_size=4)


@given(texts)
def test_text_is_read_back_and_never_a_formula(text):
    cell = write_cell(Kind.TEXT, text)
    assert read_cell(Kind.TEXT, cell) == text
    assert cell[:1] not in tuple("=+-@\t\r")


@given(items)
def test_lists_are_read_back(values):
    assert read_cell(Kind.LIST, write_cell(Kind.LIST, values)) == values
    assert read_cell(Kind.CODES, write_cell(Kind.CODES, values)) == values


@given(st.floats(0, 1) | st.none(), st.booleans(), st.integers() | st.none())
def test_numbers_and_flags_are_read_back(share, flag, number):
    back = read_cell(Kind.SHARE, write_cell(Kind.SHARE, share))
    assert back == share or abs(back - share) < 1e-9
    assert read_cell(Kind.FLAG, write_cell(Kind.FLAG, flag)) == flag
    if number is None or abs(number) < 2**50:
        assert read_cell(Kind.NUMBER, write_cell(Kind.NUMBER, number)) == number


@pytest.mark.parametrize(("text", "cell"), [
    ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-5", "'-5"), ("@here", "'@here"), ("\tx", "'\tx"), ("'=x", "''=x"),
    ("'tis", "'tis"), ("plain", "plain"), ("", ""),
])
def test_only_formulas_are_neutralised(text, cell):
    assert neutralise(text) == cell and restore(cell) == text


@pytest.mark.parametrize(("kind", "cell", "value"), [
    (Kind.LIST, "Wang; Kang", ["Wang", "Kang"]), (Kind.LIST, "Wang;Kang;", ["Wang", "Kang"]),
    (Kind.LIST, r"a\; b; c", ["a; b", "c"]), (Kind.LIST, "['a', 'b; c']", ["a", "b; c"]),
    (Kind.PLACES, "[{'document': 'd', 'start': 1, 'end': 2}]", [{"document": "d", "start": 1, "end": 2}]),
    (Kind.CODES, "[]", []), (Kind.NUMBER, "12.0", 12), (Kind.NUMBER, " ", None),
    (Kind.SHARE, "0,85", 0.85), (Kind.SHARE, "85%", 0.85), (Kind.FLAG, "WAHR", True), (Kind.FLAG, "FALSE", False),
    (Kind.FLAG, "x", True), (Kind.PLACES, "", []), (Kind.CODE, " 2019 ", "2019"),
])
def test_what_spreadsheets_make_of_cells(kind, cell, value):
    assert read_cell(kind, cell) == value


@pytest.mark.parametrize(("kind", "cell"), [
    (Kind.NUMBER, "1.5"), (Kind.NUMBER, "many"), (Kind.SHARE, "7"), (Kind.SHARE, "high"), (Kind.FLAG, "perhaps"),
    (Kind.PLACES, "{}"), (Kind.PLACES, "[1"), (Kind.SHARE, "nan"), (Kind.NUMBER, "inf"),
])
def test_cells_of_another_kind_are_refused(kind, cell):
    with pytest.raises(ValueError):
        read_cell(kind, cell)

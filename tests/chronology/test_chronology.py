"""The chronology object: filters and the DataFrame."""

import subprocess
import sys

import numpy as np
import pytest

from chrono.chronology import COLUMNS
from chrono.errors import DateError
from tests.chronology.events import build, event


@pytest.fixture
def made():
    return build([
        event("Caesar was stabbed", "-0043-03-15", trigger="stabbed", confidence=0.5),
        event("Lena Ortiz opened the mill", "1911", who=("Lena Ortiz",), at=50),
        event("Council rejected the US plan", "2019-12-04T09:30:00", where=("Oslo",), at=100),
        event("Firm has led", "2017/..", at=150, relation="since", trigger="led"),
        event("Yard may close", "", at=200, status="possible", trigger="close"),
    ])


@pytest.mark.parametrize(("start", "end", "words"), [
    (None, None, ["Caesar", "Lena", "Firm", "Council"]),
    ("1911", "1911", ["Lena"]),
    ("1 June 1911", "1911-06-02", ["Lena"]),
    ("2018", None, ["Firm", "Council"]),
    (None, "44 BC", ["Caesar"]),
    ("2019-12-05", None, ["Firm"]),
    ("1912", "1913", []),
])
def test_between(made, start, end, words):
    found = made.between(start, end)
    assert [row["event"].split()[0] for row in found.rows] == words
    assert [row["order"] for row in found.rows] == list(range(1, len(words) + 1))


def test_between_names_what_it_cannot_read(made):
    with pytest.raises(DateError, match="'someday'"):
        made.between("someday")
    with pytest.raises(DateError, match="lies after"):
        made.between("2019", "2018")


@pytest.mark.parametrize(("names", "words"), [
    (["Ortiz"], ["Lena"]), (["lena ortiz"], ["Lena"]), (["Oslo"], ["Council"]), (["United States"], ["Council"]),
    (["Ortiz", "Caesar"], ["Caesar", "Lena"]), (["Otto Ortiz"], []), ([""], []), (["the"], []),
])
def test_about(made, names, words):
    assert [row["event"].split()[0] for row in made.about(*names).rows] == words


def test_min_confidence_and_length(made):
    assert len(made) == 5 and len(made.min_confidence(0.6)) == 4
    assert [row["order"] for row in made.min_confidence(0.6)] == [1, 2, 3, 4]


def test_frame_types(made):
    frame = made.frame
    assert list(frame.columns) == list(COLUMNS)
    assert str(frame["start"].dtype) == str(frame["end"].dtype) == "datetime64[s]"
    assert frame["start"].to_numpy()[0] == np.datetime64("-0043-03-15")
    assert frame["start"].to_numpy()[3] == np.datetime64("2019-12-04T09:30")
    assert frame["end"].isna().tolist() == [False, False, True, False, True]
    assert frame["who"].tolist()[1] == ["Lena Ortiz"] and frame["order"].dtype == "int64"
    assert frame["expression_start"].isna().all()
    frame["note"] = "changed"
    assert made.frame["note"].tolist() == [""] * 5


def test_an_empty_frame_has_the_same_types(made):
    empty = build([]).frame
    assert (empty.dtypes == made.frame.dtypes).all()


def test_rows_need_no_pandas():
    code = ("import sys, io; from chrono import exports; from tests.chronology.events import build, event; "
            "made = build([event('Alpha opened a mill', '1911')]); "
            "[exports.write(made, io.StringIO(), form) for form in ('csv', 'json', 'jsonl')]; "
            "sys.exit('pandas' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""A real wire story without a year in its dateline, which is not part of the repository: the rows it must give."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

STORY = Path(os.environ.get("CHRONO_EXAMPLES") or Path(__file__).parents[3] / "shared" / "examples") / "seoul.txt"

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not STORY.is_file(), reason="the story is not here")]

ROWS = [
    # EDTF, words of the event (one of each group), status, relation
    ("2015", [("visited",), ("seoul",)], "happened", "on"),
    ("2016", [("row",), ("blew",)], "happened", "on"),
    ("2017", [("install", "installed", "installation", "deployment")], "happened", "on"),
    ("2017/..", [("fired", "test-fired")], "happened|ongoing", "since"),
    ("2019-10", [("meeting",), ("broke", "broken")], "happened", "on"),
    ("2019-11-28", [("fired", "firing", "missiles")], "happened", "on"),
    ("2019-12-04", [("agreed",), ("exchanges",)], "happened", "on"),
    ("2019-12-04", [("wang",), ("met",)], "happened", "on"),
    ("2019-12-05", [("wang",), ("meet",), ("moon",)], "planned", "on"),
    ("2019-12-05/2019-12-31", [("moon", "moon's"), ("trip",)], "planned", "during|on"),
    ("../2019", [("deadline", "review")], "planned", "by"),
    ("", [("panel",)], "planned", ""),
    ("", [("visit",), ("xi",)], "possible", ""),
]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    import chrono

    return chrono.extract(STORY, not_after="2026-06-30").rows


def place(rows: list[dict[str, Any]], wanted: tuple[str, list[tuple[str, ...]], str, str]) -> int:
    """Which row tells this; -1 where none does."""
    edtf, groups, status, _ = wanted
    for number, row in enumerate(rows):
        words = set(row["event"].lower().replace(",", " ").split())
        dated = row["edtf"] == edtf or (edtf == "../2019" and row["edtf"] in ("../2019", "../2019-12-31"))
        if dated and row["status"] in status.split("|") and all(words & set(group) for group in groups):
            return number
    return -1


@pytest.mark.parametrize("wanted", ROWS, ids=lambda wanted: f"{wanted[0] or 'undated'} {wanted[1][0][0]}")
def test_the_row_is_there(rows: list[dict[str, Any]], wanted: Any) -> None:
    number = place(rows, wanted)
    shown = [(row["edtf"], row["status"], row["relation"], row["event"]) for row in rows]
    assert number != -1, shown
    assert wanted[3] == "" or rows[number]["relation"] in wanted[3].split("|")
    assert rows[number]["sentence"] and rows[number]["why"]


def test_the_rows_stand_in_order(rows: list[dict[str, Any]]) -> None:
    places = [number for wanted in ROWS[:11] if (number := place(rows, wanted)) != -1]
    assert places == sorted(places)


def test_no_row_repeats_another_and_none_is_figurative(rows: list[dict[str, Any]]) -> None:
    told = [(row["edtf"], row["event"].lower()) for row in rows]
    assert len(told) == len(set(told))
    assert not [row["event"] for row in rows if "spring" in row["expression"] or "years" in row["expression"]]


def test_the_reference_date(chrono: Callable[..., Any]) -> None:
    done = chrono("tag", str(STORY), "--format", "json")
    found = json.loads(done.out)
    assert (found["dct"], found["dct_source"]) == ("2019-12-04", "inferred")
    text = STORY.read_text(encoding="utf-8")
    assert all(text[item["start"] : item["end"]] == item["text"] for item in found["timexes"])

"""A re-run keeps what the reader did."""

from chrono.chronology import read_table
from chrono.chronology.keep import VANISHED
from tests.chronology.events import build, event, told
from tests.chronology.test_table import change, written


def events():
    return [event("Alpha opened a mill", "1911"), event("Beta closed the yard", "2019-12-04", at=50),
            event("Gamma paid the fine", "2015", at=100)]


def reread(tmp_path, made, rank, **cells):
    path = tmp_path / "earlier.csv"
    path.write_text(change(written(made), rank, **cells), "utf-8", newline="")
    return read_table(path)


def test_an_untouched_table_changes_nothing(tmp_path):
    made = build(events())
    assert made.keep(reread(tmp_path, made, 1)).rows == made.rows


def test_notes_tags_and_hiding_stay(tmp_path):
    made = build(events())
    kept = made.keep(reread(tmp_path, made, 2, note="=check", tags="court; fine", hidden="x"))
    row = kept.rows[1]
    assert (row["note"], row["tags"], row["hidden"]) == ("'=check"[1:], ["court", "fine"], True)
    assert [row["event"] for row in kept.rows] == [row["event"] for row in made.rows]


def test_an_edited_date_moves_the_row_on_every_run(tmp_path):
    made = build(events())
    earlier = reread(tmp_path, made, 3, date="1900")
    for _ in range(2):
        kept = made.keep(earlier)
        assert told(kept) == [("1900", "Beta closed the yard"), ("1911", "Alpha opened a mill"),
                              ("2015", "Gamma paid the fine")]
        assert kept.rows[0]["edited"] == ["date"] and kept.rows[0]["start"] == "1900-01-01"
        assert [row["order"] for row in kept.rows] == [1, 2, 3]
        earlier = reread(tmp_path, kept, 1)


def test_other_edited_cells_are_those_that_are_named(tmp_path):
    made = build(events())
    kept = made.keep(reread(tmp_path, made, 1, event="Alpha opened THE mill", who="Alpha", edited="event"))
    assert kept.rows[0]["event"] == "Alpha opened THE mill" and kept.rows[0]["who"] == []


def test_a_vanished_event_stays_only_with_changes_and_is_marked(tmp_path):
    made = build(events())
    fewer = build(events()[:2])
    assert fewer.keep(reread(tmp_path, made, 2)).rows == fewer.rows
    for kept in (fewer.keep(reread(tmp_path, made, 2, note="ask the clerk")),
                 fewer.keep(fewer.keep(reread(tmp_path, made, 2, note="ask the clerk")))):
        assert [row["event"][:5] for row in kept.rows] == ["Alpha", "Gamma", "Beta "]
        assert kept.rows[1]["why"] == VANISHED and kept.rows[1]["note"] == "ask the clerk"

"""A re-run keeps what the reader did."""

import csv
import io

import pytest

from chrono.chronology import read_table
from chrono.chronology.keep import ADDED, VANISHED
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


CORRECTIONS = [  # column, its cell, its value
    ("event", "Alpha opened THE mill", "Alpha opened THE mill"), ("who", "Alpha; Beta", ["Alpha", "Beta"]),
    ("status", "Planned", "planned"), ("confidence", "0,5", 0.5), ("why", "see the minutes", "see the minutes"),
    ("title", "", ""), ("where", "Lund", ["Lund"]), ("relation", "during", "during"), ("zone", "'+01:00", "+01:00"),
]


@pytest.mark.parametrize(("column", "cell", "value"), CORRECTIONS)
def test_a_corrected_cell_is_kept_on_every_run_though_nothing_names_it(tmp_path, column, cell, value):
    made = build(events())
    earlier = reread(tmp_path, made, 1, **{column: cell})
    for _ in range(2):
        kept = made.keep(earlier)
        assert kept.rows[0][column] == value and kept.rows[0]["edited"] == [column]
        assert kept.rows[1:] == made.rows[1:]
        earlier = reread(tmp_path, kept, 1)


def test_a_correction_outlives_what_the_program_says_anew(tmp_path):
    earlier = reread(tmp_path, build(events()), 1, status="denied")
    anew = build([event("Alpha opened a mill", "1912", why="by a better rule"), *events()[1:]])
    row = anew.keep(earlier).rows[0]
    assert (row["status"], row["edtf"], row["why"], row["edited"]) == ("denied", "1912", "by a better rule", ["status"])


def test_cells_that_only_a_spreadsheet_rewrote_are_no_corrections(tmp_path):
    made = build([event("Alpha opened a mill", "1911", sentence="On May 4\nAlpha opened a mill.", expression="May 4")])
    anew = reread(tmp_path, made, 1, expression="04-May", confidence="0,90", status="HAPPENED", hidden="FALSE",
                  why=" ", sentence="On May 4\r\nAlpha opened a mill.")
    assert anew.rows[0]["edited"] == []


def test_without_a_checksum_the_cells_that_are_named_are_kept(tmp_path):
    made = build(events())
    kept = made.keep(reread(tmp_path, made, 1, event="Alpha opened THE mill", who="Alpha", edited="event", checksum=""))
    assert kept.rows[0]["event"] == "Alpha opened THE mill" and kept.rows[0]["who"] == []


def test_columns_taken_out_of_the_table_are_no_corrections(tmp_path):
    made = build(events())
    rows = list(csv.DictReader(io.StringIO(written(made), newline="")))
    with (tmp_path / "few.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["id", "event", "edtf", "checksum"], extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)
    assert made.keep(read_table(tmp_path / "few.csv")).rows == made.rows


def test_rows_the_reader_added_stay_and_say_so(tmp_path):
    made = build(events())
    path = tmp_path / "more.csv"
    path.write_text("event,date\nDelta burnt down,1950\n", encoding="utf-8")
    earlier = read_table(path)
    for _ in range(2):
        kept = made.keep(earlier)
        assert told(kept)[1] == ("1950", "Delta burnt down") and len(kept) == 4
        assert kept.rows[1]["why"] == ADDED
        earlier = reread(tmp_path, kept, 1)


def test_a_vanished_event_stays_only_with_changes_and_is_marked(tmp_path):
    made = build(events())
    fewer = build(events()[:2])
    assert fewer.keep(reread(tmp_path, made, 2)).rows == fewer.rows
    for kept in (fewer.keep(reread(tmp_path, made, 2, note="ask the clerk")),
                 fewer.keep(fewer.keep(reread(tmp_path, made, 2, note="ask the clerk")))):
        assert [row["event"][:5] for row in kept.rows] == ["Alpha", "Gamma", "Beta "]
        assert kept.rows[1]["why"] == VANISHED and kept.rows[1]["note"] == "ask the clerk"


def test_a_row_that_a_run_left_out_is_as_it_was_when_it_is_found_again(tmp_path):
    made = build(events())
    fewer = made.between("2019", "2020").keep(reread(tmp_path, made, 1, note="ask the clerk"))
    assert fewer.rows[0]["why"].startswith(VANISHED)
    again = made.keep(reread(tmp_path, fewer, 1))
    assert [row["edited"] for row in again.rows] == [[], [], []]
    assert [row["why"] for row in again.rows] == [row["why"] for row in made.rows]
    assert again.rows[0]["note"] == "ask the clerk"


DATES = [  # the cells a reader changed, the date, why it is so
    ({"date": "1900"}, "1900", "corrected by the reader; read from the text: 1911 (read so)"),
    ({"edtf": "1912-03"}, "Mar 1912", "corrected by the reader; read from the text: 1911 (read so)"),
    ({"start": "1911-02-01", "end": "1911-02-28"}, "1–28 Feb 1911",
     "corrected by the reader; read from the text: 1911 (read so)"),
    ({"date": "1900", "why": "see the minutes"}, "1900", "see the minutes"),
    ({"note": "sure?"}, "1911", "read so"),
]


@pytest.mark.parametrize(("cells", "date", "why"), DATES)
def test_the_reason_is_that_of_the_date_shown(tmp_path, cells, date, why):
    made = build([event("Alpha opened a mill", "1911", why="read so", confidence=0.9)])
    earlier = reread(tmp_path, made, 1, **cells)
    for _ in range(2):
        (row,) = earlier.rows
        assert (row["date"], row["why"], row["confidence"]) == (date, why, 0.9 if date == "1911" else None)
        assert [name for name in row["edited"] if name in ("why", "confidence")] == (["why"] if "why" in cells else [])
        earlier = reread(tmp_path, made.keep(earlier), 1)


def test_a_date_that_an_undated_row_was_given_says_so(tmp_path):
    made = build([event("Alpha opened a mill", "", why="nothing dates it")])
    (row,) = made.keep(reread(tmp_path, made, 1, date="1900")).rows
    assert row["why"] == "corrected by the reader; read from the text: undated (nothing dates it)"


def test_a_correction_made_on_the_page_has_no_other_reason(tmp_path):
    made = build([event("Alpha opened a mill", "1911", why="read so")])
    cells = {"edtf": "1912", "date": "1912", "start": "1912-01-01", "end": "1912-12-31", "timex": "", "edited": "edtf"}
    earlier = reread(tmp_path, made, 1, **cells)
    assert earlier.rows[0]["why"] == "corrected by the reader; read from the text: another date (read so)"
    assert made.keep(earlier).rows[0]["date"] == "1912"

"""Tables read back: as written, through spreadsheets, typed by hand, edited."""

import csv
import io

import pytest

from chrono import exports
from chrono.chronology import COLUMNS, read_table
from chrono.errors import InputError
from tests.chronology.events import build, event, told

UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
"""Bytes to which Windows-1252 gives no character."""


@pytest.fixture
def sample():
    return build([
        event("Alpha opened a mill", "1911", who=("Alpha; Sons", "Beta"), where=("Oslo",),
              alternatives=("1912", "1913")),
        event("=Beta closed the yard", "2019-12-04", at=50, confidence=0.75),
        event("Gamma has led the firm", "2017/..", at=100, relation="since", status="ongoing"),
        event("Delta will move", "../2019-12-31", at=150, relation="by", status="planned"),
        event("Epsilon met at dawn", "2019-12-04T09:30:00", at=200),
        event("Zeta grew “fast”", "2019-09~/2019-12~", at=250),
        event("Eta fell", "-0043-03-15", at=300, trigger="fell"),
        event("Theta ended\nin a quarrel", "199X", at=350),
        event("Iota may follow", "", at=400, status="possible"),
        event("Kappa sat", "2019-12-02/2019-12-08", at=450, trigger="sat"),
    ], title="Title of d")


def written(made) -> str:
    stream = io.StringIO(newline="")
    exports.write(made, stream, "csv")
    return stream.getvalue()


def change(text: str, number: int, **cells: str) -> str:
    """The CSV text with cells of the row of this rank changed."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    rows[number - 1] |= cells
    stream = io.StringIO(newline="")
    table = csv.DictWriter(stream, list(COLUMNS))
    table.writeheader()
    table.writerows(rows)
    return stream.getvalue()


def read(tmp_path, text, encoding="utf-8", **options):
    path = tmp_path / "events.csv"
    path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return read_table(path, **options)


def refused(tmp_path, text, encoding="utf-8") -> str:
    with pytest.raises(InputError) as error:
        read(tmp_path, text, encoding)
    message = str(error.value)
    assert message.startswith(f"{tmp_path / 'events.csv'}: ") and "\n" not in message
    return message


def test_a_table_is_read_back_unchanged(tmp_path, sample):
    back = read(tmp_path, written(sample))
    assert back.rows == sample.rows
    assert back.title == "Title of d"
    assert back.references["d"].period == sample.references["d"].period
    assert written(back) == written(sample)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path, sample, encoding, delimiter):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(csv.reader(io.StringIO(written(sample), newline="")))
    assert read(tmp_path, stream.getvalue(), encoding).rows == sample.rows


def test_windows_1252_and_a_separator_line(tmp_path):
    made = read(tmp_path, "sep=;\r\nDate;Event\r\n4–6 Dec 2019;Café “Zürich” opened\r\n", "cp1252")
    assert told(made) == [("2019-12-04/2019-12-06", "Café “Zürich” opened")]


def test_utf8_mistaken_for_windows_1252_is_mended(tmp_path, sample):
    mistaken = "".join(bytes((byte,)).decode("cp1252" if byte not in UNDEFINED else "latin-1")
                       for byte in written(sample).encode("utf-8"))
    assert "â€œfastâ€" in mistaken
    assert read(tmp_path, mistaken).rows == sample.rows


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_that_look_like_a_mistake_stay(tmp_path, encoding):
    assert told(read(tmp_path, "date,event\n2019,SÃO and Â met\n", encoding)) == [("2019", "SÃO and Â met")]


@pytest.mark.parametrize(("text", "expected"), [
    ("event,date\nX met,Dec 2019\n", "2019-12"),
    ("Event , DATE\nX met, since 2017\n", "2017/.."),
    ("event,start\nX met,2019\n", "2019"),
    ("event,start,end\nX met,2019-12-02,2019-12-08\n", "2019-12-02/2019-12-08"),
    ("event,start,end,granularity\nX met,2019-01-01,2019-12-31,year\n", "2019"),
    ("event,start,end\nX met,2011,2014\n", "2011/2014"),
    ("event,start,end\nX met,,2014\n", "2014"),
    ("event,edtf\nX met,199X\n", "199X"),
    ("event,edtf\nX met,Oct-19\n", "2019-10"),
    ("event,date,start,end\nX met,2019,01/01/2019,31/12/2019\n", "2019"),
    ("event,date,colour\nX met,13/12/2019,red\n", "2019-12-13"),
    ("event,date\nX met,\n", ""),
    ("event,date\n\n,\nX met,2019\n\n", "2019"),
    ("event,date\nX met,by end of 2019\n", "../2019"),
])
def test_tables_typed_by_hand(tmp_path, text, expected):
    (row,) = read(tmp_path, text).rows
    assert (row["edtf"], row["event"]) == (expected, "X met")
    assert row["id"] and row["order"] == 1 and row["edited"] == []
    assert list(row) == list(COLUMNS)


def test_hand_typed_rows_are_put_in_order(tmp_path):
    made = read(tmp_path, "event,date\nlate,2019\nearly,44 BC\nnever,\nmiddle,12th century\n")
    assert [row["event"] for row in made.rows] == ["early", "middle", "late", "never"]


@pytest.mark.parametrize(("cells", "expected"), [
    (["13/12/2019", "04/12/2019"], ["2019-12-04", "2019-12-13"]),
    (["12/13/2019", "04/12/2019"], ["2019-04-12", "2019-12-13"]),
])
def test_the_column_decides_the_order_of_day_and_month(tmp_path, cells, expected):
    made = read(tmp_path, "event,date\n" + "".join(f"e,{cell}\n" for cell in cells))
    assert [row["edtf"] for row in made.rows] == expected


def test_the_edtf_column_decides_it_too(tmp_path, sample):
    text = change(written(sample), 7, start="04/12/2019", end="04/12/2019")
    assert next(row for row in read(tmp_path, text).rows if row["edtf"] == "2019-12-04")["edited"] == []


def test_an_undecided_order_is_an_error_unless_told(tmp_path):
    text = "event,date\nX met,04/12/2019\n"
    assert "row 2, column date: '04/12/2019'" in refused(tmp_path, text)
    assert read(tmp_path, text, day_first=True).rows[0]["edtf"] == "2019-12-04"
    assert read(tmp_path, text, day_first=False).rows[0]["edtf"] == "2019-04-12"


REFORMATTED = [  # cells of the row "Beta closed the yard", 4 December 2019, as spreadsheets show them
    {"date": "04-Dec-19"}, {"date": "4 December 2019"}, {"start": "04.12.2019", "end": "04.12.2019"},
    {"start": "2019-12-04 00:00:00"}, {"edtf": "04-Dec-19"}, {"date": "12/4/2019", "start": "12/4/2019"},
]


@pytest.mark.parametrize("cells", REFORMATTED)
def test_reformatted_cells_are_not_edits(tmp_path, sample, cells):
    (row,) = [row for row in read(tmp_path, change(written(sample), 7, **cells)).rows if "Beta" in row["event"]]
    assert (row["edtf"], row["edited"]) == ("2019-12-04", [])


EDITED = [  # rank of the row, changed cells, its new EDTF and relation, the columns named as edited
    (7, {"date": "5 Dec 2019"}, "2019-12-05", "on", ["date"]),
    (7, {"date": "Dec 2019"}, "2019-12", "on", ["date"]),
    (7, {"start": "2019-12-03", "end": "2019-12-03"}, "2019-12-03", "on", ["start", "end"]),
    (7, {"start": "2019-12-03"}, "2019-12-03/2019-12-04", "on", ["start"]),
    (7, {"start": "2019-12-05"}, "2019-12-05", "on", ["start"]),
    (7, {"end": "2019-12-06"}, "2019-12-04/2019-12-06", "on", ["end"]),
    (7, {"end": ""}, "2019-12-04/..", "since", ["end"]),
    (7, {"date": "5 Dec 2019", "start": "2019-12-05"}, "2019-12-05", "on", ["date", "start"]),
    (7, {"date": "5 Dec 2019", "start": "2019-12-05", "end": "2019-12-05"}, "2019-12-05", "on",
     ["date", "start", "end"]),
    (7, {"edtf": "2019-12-05"}, "2019-12-05", "on", ["edtf"]),
    (7, {"edtf": "2019-12-05", "timex": "", "edited": "edtf"}, "2019-12-05", "on", ["edtf"]),
    (9, {"edtf": "../2019-11-30", "edited": "edtf"}, "../2019-11-30", "by", ["edtf"]),
    (7, {"date": "since 2018"}, "2018/..", "since", ["date"]),
    (4, {"date": "since 2018"}, "2018/..", "since", ["date"]),
    (4, {"end": "2019-06-30"}, "2017/2019-06-30", "on", ["end"]),
    (9, {"date": "by 30 Nov 2019"}, "../2019-11-30", "by", ["date"]),
    (9, {"end": "2019-11-30"}, "../2019-11-30", "by", ["end"]),
    (10, {"date": "2020"}, "2020", "on", ["date"]),
    (2, {"start": "1910-05-01"}, "1910-05-01/1911-12-31", "on", ["start"]),
]


def _find(rows, event_text):
    return next(row for row in rows if row["event"] == event_text)


@pytest.mark.parametrize(("rank", "cells", "expected", "relation", "edited"), EDITED)
def test_the_edited_cell_wins(tmp_path, sample, rank, cells, expected, relation, edited):
    name = sample.rows[rank - 1]["event"]
    row = _find(read(tmp_path, change(written(sample), rank, **cells)).rows, name)
    assert (row["edtf"], row["relation"], row["edited"]) == (expected, relation, edited)
    again = _find(read(tmp_path, written(read(tmp_path, change(written(sample), rank, **cells)))).rows, name)
    assert again == row


@pytest.mark.parametrize(("cells", "columns"), [
    ({"date": "5 Dec 2019", "start": "2019-12-06"}, "date and start"),
    ({"date": "5 Dec 2019", "end": "2018"}, "date and end"),
    ({"start": "2019-12-06", "end": "2019-12-05"}, "start and end"),
])
def test_edits_that_contradict_each_other(tmp_path, sample, cells, columns):
    message = refused(tmp_path, change(written(sample), 7, **cells))
    assert "row 8" in message and columns in message and "contradict" in message


@pytest.mark.parametrize(("text", "part"), [
    ("", "an empty table"),
    ("\n\n", "an empty table"),
    ("date,what\n2019,x\n", "no column 'event'"),
    ("event,when\nx,2019\n", "no column 'date', 'edtf' or 'start'"),
    ("event,date\nX met,some day\n", "row 2, column date: cannot read the date 'some day'; forms that are read: 2019"),
    ("event,date\nX met,-44\n", "44 BC"), ("event,date\nX met,3/4/2020\n", "--day-first or --month-first"),
    ('event,date\nX met,"4 May 2019\nY met,5 May 2019\n', "row 2: a quotation mark that is never closed"),
    ('event,date\nX met,"2018\nY met,5 May 2019"\nZ met,2020\n', "is a quotation mark missing?"),
    ("event,edtf\nX met,2019-13\n", "row 2, column edtf"),
    ("event,date\n,2019\n", "row 2: no event"),
    ("event,date,status\nX met,2019,done\n", "row 2, column status: 'done'"),
    ("event,date,relation\nX met,2019,near\n", "row 2, column relation"),
    ("event,date,confidence\nX met,2019,high\n", "row 2, column confidence: 'high'"),
    ("event,date,evidence\nX met,2019,[1]\n", "row 2, column evidence"),
    ("event,date\nX met,2019,,more\n", "row 2: more cells"),
    ("event,date,date\nX met,2019,2020\n", "two columns 'date'"),
    ("event,date,start\nX met,2019,2020\n", "date and start"),
])
def test_faults_are_named_with_row_and_column(tmp_path, text, part):
    assert part in refused(tmp_path, text)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff" * 40, b"PK\x03\x04" + bytes(range(256)) * 4])
def test_binary_files_are_refused(tmp_path, data):
    assert "binary" in refused(tmp_path, data)


def test_missing_files_and_directories_are_refused(tmp_path):
    for path, cause in ((tmp_path / "none.csv", "no such file"), (tmp_path, "a directory")):
        with pytest.raises(InputError, match=cause):
            read_table(path)


def test_a_copied_row_gets_an_id_of_its_own(tmp_path, sample):
    text = written(sample)
    lines = text.splitlines(keepends=True)
    made = read(tmp_path, text + lines[1])
    assert len({row["id"] for row in made.rows}) == len(made.rows) == len(sample.rows) + 1


def test_the_csv_of_the_frame_is_a_table_too(tmp_path, sample):
    assert read(tmp_path, sample.frame.to_csv()).rows == sample.rows
    assert read(tmp_path, sample.frame.to_csv(index=False)).rows == sample.rows


def test_a_header_alone_is_an_empty_chronology(tmp_path):
    assert read(tmp_path, "event,date\n").rows == []

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from chrono.documents import Document, read, read_all
from chrono.errors import ChronoError, DateError, InputError


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_plain_text_is_taken_as_it_is(tmp_path: Path) -> None:
    text = "Bridge opens after delay\r\n\r\nThe bridge\xa0opened on Monday.\r\nSource: Reuters/ab"
    document = read(write(tmp_path, "a.txt", text))
    assert document.text == text
    assert (document.title, document.source, document.published) == ("Bridge opens after delay", "Reuters", None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge opens\n\nIt opened.", "Bridge opens"),
        ("\n\n  Bridge   opens \n\nIt opened.", "Bridge opens"),
        ("The bridge opened on Monday.\n\nIt rained.", ""),
        ("Bridge opens\nIt opened.", ""),
        ("2021-09-24T09:00Z\n\nBridge opens\r\n\r\nIt opened.", "Bridge opens"),
        ("one line", ""),
    ],
)
def test_a_headline_stands_alone_and_is_no_sentence(tmp_path: Path, text: str, title: str) -> None:
    assert read(write(tmp_path, "a.txt", text)).title == title


def test_collections_keep_what_else_they_carry(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": "It rained.", "dct": "2020-01-02", "timexes": [], "court": "Hull"},
        {"id": 7, "text": " It snowed. ", "published": "2020-01-03T09:30", "title": "Snow"},
        {"text": "No date."},
    ]
    path = write(tmp_path, "c.jsonl", "\n".join(map(json.dumps, lines)) + "\n\n")
    first, second, third = read_all(path)
    assert (first.id, first.published, dict(first.extra)) == ("a", "2020-01-02", {"timexes": [], "court": "Hull"})
    assert (second.id, second.published, second.title) == ("7", "2020-01-03T09:30", "Snow")
    assert second.text == " It snowed. "
    assert (third.published, third.id) == (None, "")
    assert len(third.key) == 12


def test_a_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', '{"text": 5}', "not json", "[]", '{"id": "x"}', '{"text": " "}', '{"text": "Two."}']
    path = write(tmp_path, "c.jsonl", "\n".join(lines))
    errors: list[ChronoError] = []
    assert [document.text for document in read_all(path, report=errors.append)] == ["One.", "Two."]
    assert [str(error).removeprefix(f"{path}:").split(":")[0] for error in errors] == ["2", "3", "4", "5", "6"]
    with pytest.raises(InputError, match=":2: its text is not a string"):
        list(read_all(path))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "published"),
        ({"id": "a"}, "a"),
        ({"path": "c.jsonl"}, "c.jsonl"),
        ({"path": "c.jsonl", "line": 3}, "c.jsonl:3"),
        ({"path": "c.jsonl", "line": 3, "id": "a"}, "c.jsonl (a)"),
    ],
)
def test_a_document_published_on_no_date_is_refused(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(DateError) as caught:
        Document("It rained.", published="soon", **fields)
    assert str(caught.value) == f"{name}: cannot read 'soon' as a date (its metadata)"


@pytest.mark.parametrize("date", ["2019-12-04", "2019-12-04T09:30Z", "4 Dec 2019", "14/12/2019", "12/14/2019", "2019"])
def test_a_document_is_published_on_a_date_as_people_write_it(date: str) -> None:
    assert Document("It rained.", published=date).published == date


def test_a_line_without_id_is_named_by_its_number(tmp_path: Path) -> None:
    path = write(tmp_path, "c.jsonl", '{"text": "One."}\n\n{"text": "Two.", "dct": "soon"}\n{"text": "Three."}\n')
    errors: list[ChronoError] = []
    assert [document.line for document in read_all(path, report=errors.append)] == [1, 4]
    assert [str(error) for error in errors] == [f"{path}:3: cannot read 'soon' as a date (its metadata)"]


@pytest.mark.parametrize(("fields", "heading"), [
    ({"title": "Rain", "path": "news/a.txt"}, "Rain"), ({"path": "news/a.txt"}, "a.txt"), ({}, ""),
    ({"path": "c.jsonl", "line": 3}, ""), ({"path": "c.jsonl", "id": "a"}, ""),
])
def test_a_document_without_title_is_called_as_its_file(fields: dict[str, Any], heading: str) -> None:
    assert Document("It rained.", **fields).heading == heading


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    path = write(tmp_path, "c.jsonl", '{"text": "a\\ud800b"}')
    assert read(path).text == "a\ufffdb"


def test_timeml(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.tml",
        '<?xml version="1.0" ?><TimeML><DOCID>n1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22" '
        'functionInDocument="CREATION_TIME">March 22</TIMEX3></DCT><TITLE>Snow\n falls</TITLE>'
        "<TEXT>\nIt <EVENT>snowed</EVENT> on <TIMEX3>Friday</TIMEX3> &amp; on.\n</TEXT></TimeML>",
    )
    document = read(path)
    assert document.text == "\nIt snowed on Friday & on.\n"
    assert (document.id, document.published, document.title) == ("n1", "2013-03-22", "Snow falls")


def test_saved_page(tmp_path: Path) -> None:
    page = """<!doctype html><html lang="en-GB"><head><title>Snow &amp; ice | Post</title>
    <meta property="og:site_name" content="The Post"><style>p {}</style>
    <script type="application/ld+json">{"@graph": [{"@type": "WebPage"},
      {"headline": "Snow & ice", "datePublished": "2013-03-22T08:00:00Z"}]}</script></head>
    <body><nav>Home</nav><article><h1>Snow</h1><p>It <b>snowed</b> on&nbsp;Friday.<p>It <i>froze</i>.
    <script>track()</script></article><footer>Imprint</footer></body></html>"""
    document = read(write(tmp_path, "a.html", page))
    assert document.text == "Snow\n\nIt snowed on Friday.\n\nIt froze."
    assert (document.title, document.source) == ("Snow & ice", "The Post")
    assert (document.published, document.language) == ("2013-03-22T08:00:00Z", "en")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"It rained.")

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert read("-") == Document("It rained.")
    Stdin.buffer = io.BytesIO(b'{"id": "a", "text": "It rained."}\n')
    assert read("-").id == "a"
    Stdin.buffer = io.BytesIO(b"\n<!DOCTYPE html><title>Rain</title><p>It <b>rained</b>.")
    page = read("-")
    assert (page.title, page.text) == ("Rain", "It rained.")


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", "", "empty"),
        ("blank.txt", " \n\t\n", "empty"),
        ("mark.txt", b"\xef\xbb\xbf \n", "empty"),
        ("binary.txt", b"\x7fELF\0\1\2\3\xff\0\0", "binary"),
        ("a.tml", "<TimeML><TEXT>cut", "not well-formed XML"),
        ("b.tml", "<html>text</html>", "not a TimeML file"),
        ("a.html", "<html><script>1</script></html>", "without text"),
    ],
)
def test_bad_input_is_one_line_naming_file_and_cause(
    tmp_path: Path, name: str, content: str | bytes | None, cause: str
) -> None:
    path = tmp_path / name if content is None else write(tmp_path, name, content)
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert cause in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_directory_without_articles_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no articles in this folder"):
        read(tmp_path)

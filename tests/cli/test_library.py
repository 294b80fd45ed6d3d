"""``import chrono``: the verbs, what they accept, and what importing costs."""

import subprocess
import sys
from pathlib import Path

import pytest

import chrono

STORY = "The mill opened in May 1871. Two years later it burned down."


def test_everything_public_is_there() -> None:
    assert sorted(name for name in dir(chrono) if not name.startswith("_")) == sorted(
        name for name in chrono.__all__ if not name.startswith("_"))
    assert all(getattr(chrono, name) is not None for name in chrono.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        chrono.nonsense  # noqa: B018


def test_importing_loads_nothing() -> None:
    code = "import sys, chrono; print(sorted(name for name in sys.modules if name.startswith('chrono.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", [str, Path, chrono.Document])
def test_a_text_a_path_and_a_document_are_read_alike(tmp_path: Path, kind: type) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(STORY, encoding="utf-8")
    source = chrono.Document(STORY) if kind is chrono.Document else kind(path)
    for given in (source, STORY):
        assert [expression.value for expression in chrono.tag(given)] == ["1871-05", "1873"]
    assert chrono.extract(source).rows[0]["edtf"] == "1871-05"
    assert len(chrono.extract([source, chrono.Document("The inn opened in 1899.")]).documents) == 2


def test_what_could_be_misread_is_refused(tmp_path: Path) -> None:
    with pytest.raises(chrono.InputError, match=r"'mill\.txt': neither a file nor a text"):
        chrono.tag("mill.txt")
    with pytest.raises(chrono.InputError, match="no such file"):
        chrono.tag(tmp_path / "mill with a space.txt")
    for empty in ("", "  \n", chrono.Document(" ")):
        with pytest.raises(chrono.InputError, match="empty"):
            chrono.extract(empty)


def test_expressions_point_into_the_text() -> None:
    text = "\ufeff\u00a0Émile 😀 left on 3\u00a0May 1871;\r\na year later, he was back."
    document = chrono.Document(text)
    found = chrono.tag(document)
    assert found
    assert all(document.text[item.start : item.end] == item.text for item in found)


def test_the_reference_date_can_be_asked_for() -> None:
    when = chrono.reference_time(chrono.Document(STORY, published="1901-02-03"))
    assert (when.source, when.period.ymd) == ("metadata", (1901, 2, 3))
    assert chrono.reference_time(STORY, date="1901-02-03").source == "given"
    assert chrono.reference_time(STORY).period is None


def test_the_chronology_is_a_frame_a_figure_and_a_page(tmp_path: Path) -> None:
    chronology = chrono.extract(STORY)
    frame = chronology.frame
    assert str(frame["start"].dtype) == "datetime64[s]"
    assert list(frame["order"]) == [1, 2]
    assert repr(chronology) == "<Chronology '': 2 events, 1 documents>"
    assert type(chronology.figure()).__name__ == "Figure"
    page = chrono.draw(chronology)
    assert chrono.draw(chronology, str(tmp_path / "mill.html")) == tmp_path / "mill.html"
    assert (tmp_path / "mill.html").read_text(encoding="utf-8") == page
    assert "Two years later it burned" in page
    assert "Two years later it burned" not in chrono.draw(chronology, text=False)


def test_a_table_is_drawn_with_its_articles(tmp_path: Path) -> None:
    (tmp_path / "diary.csv").write_text("event,date\nThe mill opened,3/4/1871\n", encoding="utf-8")
    with pytest.raises(chrono.InputError, match="day_first in Python"):
        chrono.draw(tmp_path / "diary.csv")
    page = chrono.draw(tmp_path / "diary.csv", documents=[chrono.Document(STORY)], day_first=True)
    assert "3 Apr 1871" in page and "Two years later it burned" in page


@pytest.mark.parametrize("about", ["mill", ["mill"], ("inn", "mill")])
def test_one_name_or_several_tell_what_it_is_about(about: str | list[str]) -> None:
    made = chrono.extract([STORY, "The bank failed in June 1890."], about=about)
    assert [row["date"] for row in made] == ["May 1871", "1873"]
    with pytest.raises(chrono.InputError, match="about: an empty name"):
        chrono.extract(STORY, about=" ")


def test_a_document_that_cannot_be_used_is_an_error_or_a_report() -> None:
    sources = [chrono.Document(STORY, published="2017-05"), chrono.Document("The inn opened in 1899.")]
    with pytest.raises(chrono.DateError, match="needs a day, a month and a year"):
        chrono.extract(sources)
    errors: list[chrono.ChronoError] = []
    done: list[chrono.Document] = []
    chronology = chrono.extract(sources, report=errors.append, progress=done.append)
    assert (len(errors), len(done), len(chronology.documents)) == (1, 1, 1)


def test_given_events_are_dated_and_no_others() -> None:
    text = "It rained on 3 May 1871. It snowed a day later."
    document = chrono.Document(text, extra={"events": [{"start": 28, "end": 34, "eid": "e2"}]})
    rows = chrono.extract(document, given_events=True).rows
    assert [(row["trigger"], row["edtf"]) for row in rows] == [("snowed", "1871-05-04")]
    bad = chrono.Document(text, extra={"events": [{"start": 28, "end": 340}]})
    with pytest.raises(chrono.InputError, match="lies outside of its text"):
        chrono.extract(bad, given_events=True)


def test_a_document_given_twice_counts_once_and_an_id_given_twice_is_an_error() -> None:
    first = chrono.Document(STORY, id="a")
    assert len(chrono.extract([first, first]).documents) == 1
    with pytest.raises(chrono.InputError, match="another document has the id 'a'"):
        chrono.extract([first, chrono.Document("The inn opened in 1899.", id="a")])


def test_no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import socket

    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("a network connection was tried")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    chronology = chrono.extract(STORY, date="3 mai 1916")
    chrono.draw(chronology, tmp_path / "page.html")


@pytest.mark.parametrize("call", [
    lambda: chrono.tag(STORY, mode="historic"), lambda: chrono.extract(STORY, mode="historic"),
])
def test_an_unknown_mode_is_refused(call) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(chrono.InputError, match="mode: 'historic' is none of auto, news, narrative"):
        call()


@pytest.mark.parametrize(("given", "name"), [
    ({"date": "soonish"}, "date"), ({"not_after": "soonish"}, "not_after"), ({"start": "soonish"}, "start"),
    ({"end": "soonish"}, "end"), ({"start": "2001", "end": "1999"}, "start 2001 lies after end 1999"),
])
def test_dates_that_cannot_be_read_are_called_by_their_arguments(given: dict[str, str], name: str) -> None:
    with pytest.raises(chrono.DateError, match=f"^{name}"):
        chrono.extract(STORY, **given)
    if "date" in given:
        with pytest.raises(chrono.DateError, match=r"^date: cannot read 'soonish'"):
            chrono.reference_time(STORY, date="soonish")


def test_a_page_is_written_into_a_folder_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(chrono.InputError, match="no folder"):
        chrono.draw(chrono.extract(STORY), tmp_path / "typo" / "mill.html")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_read_by_its_name(folder: Path) -> None:
    (folder / "mill.txt").write_text("The mill burned in 2011.", encoding="utf-8")
    titles = ["Ferry company agrees to sell two ships", "mill.txt"]
    assert [document.heading for document in chrono.read_all(folder)] == titles
    assert [document.heading for document in chrono.extract(str(folder)).documents] == titles

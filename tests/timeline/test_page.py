"""The page as text: what it embeds, and what it forbids itself."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from chrono.calendar import Period
from chrono.chronology import Chronology
from chrono.documents.document import Document
from chrono.reference import ReferenceTime
from chrono.timeline import page, write_assets
from chrono.timeline.gaps import gaps
from chrono.timeline.page import assets_name
from tests.timeline import samples


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    loaded: dict[str, Any] = json.loads(found[1])
    return loaded


def head_of(html: str) -> str:
    """The page without its scripts, as a reader sees it."""
    return unescape(re.sub(r"<script.*?</script>|<style.*?</style>", "", html, flags=re.DOTALL))


def test_the_header_tells_where_everything_comes_from() -> None:
    head = head_of(page(samples.dam(), made="24 November 2026", version="9.9"))
    for told in ("Old dam at Wren Hollow to come down", "21 events", "1 undated", "from 1 text", "14 Mar 2023",
                 "dateline", "the date line “HARBECK, March 14, 2023”", "24 November 2026", "chrono 9.9",
                 "embeds the full text of 1 article"):
        assert told in head


def test_alternatives_of_the_reference_date_are_named() -> None:
    other = Period.day(2024, 12, 4)
    when = ReferenceTime(Period.day(2019, 12, 4), "inferred", "4 December is a Wednesday", 0.7, (other,))
    head = re.sub("<.*?>", "", head_of(page(replace(samples.dam(), references={"dam": when}))))
    assert "4 Dec 2019 (inferred, 70 % sure): 4 December is a Wednesday; other readings: 4 Dec 2024" in head


def test_the_head_says_how_the_text_is_read() -> None:
    when = ReferenceTime(Period.day(1990, 5, 2), "given", "given", mode="narrative", mode_why="12 years in order")
    head = re.sub("<.*?>", "", head_of(page(replace(samples.dam(), references={"dam": when}))))
    assert "read as narrative (12 years in order)" in head


def test_a_page_without_reference_date_says_so() -> None:
    head = head_of(page(replace(samples.dam(), references={"dam": ReferenceTime(None, "none", "pass --date")})))
    assert "No reference date." in head and "pass --date" in head


def test_without_text_neither_article_nor_sentences_are_in_the_page() -> None:
    html = page(samples.dam(), text=False)
    assert "Engineers warned about cracks in the summer" not in html
    assert "left out of this page" in head_of(html)
    assert all(article["text"] is None for article in data_of(html)["documents"])


def test_text_is_stored_once() -> None:
    html = page(samples.dam())
    assert html.count("Engineers warned about cracks in the summer of 1978") == 1
    assert data_of(html)["table"]["sentence"] == {"slice": True, "other": {}}


def test_a_table_without_documents_keeps_its_sentences() -> None:
    chronology = replace(samples.dam(), documents=(), references={})
    html = page(chronology)
    assert "Engineers warned about cracks in the summer of 1978" in html
    assert "Drawn from a table" in head_of(html)


def test_every_script_is_allowed_by_its_hash_and_nothing_else_is() -> None:
    html = page(samples.dam())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    assert set(re.findall(r"'sha256-([^']*)'", policy[1])) == hashes
    assert "default-src 'none'" in policy[1]
    assert "unsafe-eval" not in policy[1] and "http" not in policy[1]


def test_a_page_beside_its_assets_is_small(tmp_path: Path) -> None:
    html = page(samples.dam(), assets="directory")
    assert len(html) < 200_000
    assert f'<script src="{assets_name()}">' in html
    assert write_assets(tmp_path) == tmp_path / assets_name()
    assert (tmp_path / assets_name()).stat().st_size > 1_000_000


def test_five_thousand_events_stay_under_three_megabytes() -> None:
    chronology = samples.made(5000)
    articles = sum(len(document.text.encode()) for document in chronology.documents)
    assert len(page(chronology, assets="directory").encode()) - articles < 3_000_000


HOSTILE = '</script><script>window.pwned=1</script><!-- "\' \u2028 \ud83d'


def test_hostile_text_stays_data() -> None:
    text = f"It opened on {HOSTILE} Monday."
    row = samples.row("2019-12-02", "on", "happened", HOSTILE, document="d", title=HOSTILE, sentence=text,
                      who=[HOSTILE], sentence_start=0, sentence_end=len(text))
    html = page(Chronology([row], (Document(text, title=HOSTILE, id="d"),), {}, HOSTILE))
    html.encode("utf-8", "surrogatepass")
    assert html.count("<script") == 3
    assert "<script>window" not in html
    data = data_of(html)
    assert data["documents"][0]["text"] == text
    assert data["title"] == HOSTILE


def test_the_page_is_utf_8_even_with_lone_surrogates() -> None:
    row = samples.row("2019", "on", "happened", "half \ud83d an emoji")
    made = page(Chronology([row], title="half \ud83d too"))
    assert made.encode("utf-8").decode("utf-8") == made


def test_the_key_of_the_corrections_follows_the_content() -> None:
    one, same, other = (data_of(page(each, assets="directory"))["key"] for each in
                        (samples.dam(), samples.dam(), samples.made(5)))
    assert one == same != other


@pytest.mark.parametrize("options", [{"lanes": "mood"}, {"assets": "cdn"}])
def test_unknown_options_are_refused(options: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="must be"):
        page(samples.dam(), **options)


def test_an_empty_chronology_makes_a_page() -> None:
    assert "0 events" in head_of(page(Chronology([])))


def test_undated_events_are_listed() -> None:
    assert "A hearing will be held (“at some later date”)" in head_of(page(samples.dam()))


_NEAR = tuple((f"2019-05-0{day}", "on") for day in (1, 3, 5))


@pytest.mark.parametrize(("dates", "expected"), [
    ((("2019-08-09", "on"), ("2019-08-11", "on")), "No events between 5 May 2019 and 9 Aug 2019"),
    ((("2020", "during"),), "No events between 5 May 2019 and 2020"),
    ((("../2021", "by"),), "No events between 5 May 2019 and 2021"),
    ((("2019-23", "on"),), "No events between 5 May 2019 and Sep 2019"),
    ((("2020-02/..", "since"), ("2020-03-01", "on")), "No events between 5 May 2019 and Feb 2020"),
    ((("../203X", "until"),), "No events between 5 May 2019 and 2030"),
    ((("../203X", "by"),), "No events between 5 May 2019 and 2039"),
    ((("203X", "on"),), "No events between 5 May 2019 and 2030"),
])
def test_gaps_are_told_in_words(dates: tuple[tuple[str, str], ...], expected: str) -> None:
    rows = [samples.row(date, relation, "happened", date) for date, relation in (*_NEAR, *dates)]
    assert [gap.text for gap in gaps(rows)] == [expected]


def test_a_gap_begins_where_the_row_before_it_ends() -> None:
    rows = [samples.row(date, "on", "happened", date) for date in ("1909", "1911", "1911-03-04", "1937", "1939")]
    assert [gap.text for gap in gaps(rows)] == ["No events between 1911 and 1937"]


def test_no_gap_is_seen_where_a_stretch_covers_it() -> None:
    rows = [samples.row(date, "during", "happened", date) for date in
            ("2019-05-01", "2019-05-03", "2019-05-02/2019-08-09", "2019-08-09", "2019-08-11", "2019-08-14")]
    assert gaps(rows) == []

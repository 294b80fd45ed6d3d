"""Documents in other languages are read with dateparser's words."""

import pytest

from chrono import Document, ReferenceTime
from chrono.calendar import iso
from chrono.tagger import foreign, tag
from chrono.tagger.language import language_of

REFERENCE = ReferenceTime(iso.read("2019-12-06"), "given", "")
NONE = ReferenceTime(None, "none", "")

CASES = [
    ("de", "Die Ministerin sagte am Dienstag, die Brücke werde im Oktober 2015 gesperrt.",
     [("Dienstag", "2019-12-03"), ("Oktober 2015", "2015-10")]),
    ("de", "Am 4. Dezember 2019 brannte die Halle, vor drei Jahren das Lager.",
     [("4. Dezember 2019", "2019-12-04"), ("vor drei Jahren", "2016")]),
    ("fr", "Le pont a fermé mardi 3 décembre et rouvrira après les travaux de mars 2018.",
     [("mardi 3 décembre", "2019-12-03"), ("mars 2018", "2018-03")]),
    ("es", "La fábrica cerró el 4 de diciembre de 2018 y ayer volvió a abrir.",
     [("4 de diciembre de 2018", "2018-12-04"), ("ayer", "2019-12-05")]),
    ("zh", "工厂于2018年10月4日关闭，昨天重新开放。", [("2018年10月4日", "2018-10-04"), ("昨天", "2019-12-05")]),
    ("it", "La fabbrica chiuse nel 1998.", [("1998", "1998")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_dates_of_other_languages(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = tag(Document(text, language=language), REFERENCE)
    assert [(item.text, item.value) for item in found] == expected
    assert all(text[item.start:item.end] == item.text for item in found)
    assert {item.rule for item in found} == {f"dateparser.{language}"}


def test_a_year_is_no_day() -> None:
    (year,) = foreign.tag("Er starb 1998.", "de", REFERENCE)
    assert year.span is not None and year.span.granularity.label == "year"


def test_without_a_reference_relative_dates_stay_unresolved() -> None:
    found = foreign.tag("Gestern, nicht am 4. Dezember 2018.", "de", NONE)
    assert [(item.value, item.span is None) for item in found] == [("XXXX", True), ("2018-12-04", False)]


def test_a_language_nobody_knows_has_no_dates() -> None:
    assert foreign.tag("2019-12-04", "xx", REFERENCE) == []


@pytest.mark.parametrize(("text", "language"), [
    ("The council voted on Tuesday to close the bridge and sell the land to the bank.", "en"),
    ("Der Rat beschloss am Dienstag, die Brücke zu sperren und das Grundstück an die Bank zu verkaufen. Die Arbeiten "
     "sollen im Herbst beginnen und werden zwei Jahre dauern, sagte die Bürgermeisterin.", "de"),
    ("Le conseil a décidé mardi de fermer le pont et de vendre le terrain à la banque. Les travaux commenceront en "
     "automne et dureront deux ans, a déclaré la maire de la ville.", "fr"),
    ("May 4", "en"),
])
def test_the_language_is_told_from_the_text(text: str, language: str) -> None:
    assert language_of(Document(text)) == language


def test_a_given_language_is_taken() -> None:
    assert language_of(Document("May 4", language="de-AT")) == "de"

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


PHRASES = [
    ("fr", "Le 3 mai 2019 il tomba. Trois jours plus tard, il mourut. Une semaine après, on l'enterra.",
     [("3 mai 2019", "2019-05-03"), ("Trois jours plus tard", "2019-05-06"), ("Une semaine après", "2019-W20")]),
    ("fr", "Trois jours plus tard, il mourut.", [("Trois jours plus tard", "XXXX-XX-XX")]),
    ("fr", "Lundi prochain, pas mardi dernier.", [("Lundi prochain", "2019-12-09"), ("mardi dernier", "2019-12-03")]),
    ("fr", "Dans les années 1990, une semaine après la guerre.", [("années 1990", "199")]),
    ("de", "Am 3. Mai 2019 fiel er. Zwei Tage zuvor war er noch krank, am Vortag müde.",
     [("3. Mai 2019", "2019-05-03"), ("Zwei Tage zuvor", "2019-05-01"), ("am Vortag", "2019-04-30")]),
    ("de", "Nächsten Freitag, in den 1990er Jahren.", [("Nächsten Freitag", "2019-12-13"), ("1990er Jahren", "199")]),
    ("es", "Hace dos años. El próximo lunes. Tres días después de la guerra.",
     [("Hace dos años", "2017"), ("próximo lunes", "2019-12-09")]),
    ("it", "Morì il 3 maggio 2019. Due mesi più tardi chiusero.",
     [("3 maggio 2019", "2019-05-03"), ("Due mesi più tardi", "2019-07")]),
    ("pt", "Em maio de 2019 choveu. Três dias depois nevou.",
     [("maio de 2019", "2019-05"), ("Três dias depois", "XXXX-XX-XX")]),
    ("nl", "Op 3 mei 2019 viel hij. Een jaar later liep hij weer.",
     [("3 mei 2019", "2019-05-03"), ("Een jaar later", "2020")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PHRASES)
def test_phrases_that_dateparser_does_not_read(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = tag(Document(text, language=language), REFERENCE)
    assert [(item.text, item.value) for item in found] == expected
    assert all(text[item.start:item.end] == item.text for item in found)


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
    ("Trois jours plus tard, il est mort.", "fr"),
    ("Nos vemos el próximo martes a las ocho.", "es"),
    ("Das Treffen wurde auf den 3. Mai verschoben.", "de"),
    ("Vi ses på tirsdag klokka åtte.", "no"),
    ("Paris, 3 May 1916.", "en"),
    ("Santiago de Chile, Oct 5.", "en"),
    ("Lunch with Marie tomorrow.", "en"),
    ("Signed contract with Müller GmbH 3 March.", "en"),
    ("Venue: Casa del Sol, Calle Mayor 3, Madrid. Arrive 10am.", "en"),
    ("3/4/2020", "en"),
    ("--", "en"),
])
def test_the_language_is_told_from_the_text(text: str, language: str) -> None:
    assert language_of(Document(text)) == language


def test_a_given_language_is_taken() -> None:
    assert language_of(Document("May 4", language="de-AT")) == "de"

import pytest

from chrono.documents import Document
from chrono.places import place


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("SEOUL: South Korea and China agreed to talk.", "Seoul"),
        ("SAN TELMO, Sept 3 - Rescue teams were digging.", "San Telmo"),
        ("FRANKFURT, Oct 29 (Rhein Wire) - The pump maker raised its forecast.", "Frankfurt"),
        ("MARLOW CITY - Eleven days before the vote, nothing is sure.", "Marlow City"),
        ("PORTLAND, Maine (AP) — The harbour froze over.", "Portland, Maine"),
        ("Geneva (AFP) - Talks went on through the night.", "Geneva"),
        ("Geneva — Talks went on through the night.", "Geneva"),
        ("ÅLESUND: The harbour froze over.", "Ålesund"),
        ("DATE: September 12, 2023 is the day", ""),
        ("TO: Carla Mendez, Partner of the firm", ""),
        ("NOTE: The figures are rounded and may not add up.", ""),
        ("The mayor: a man of few words and many deeds.", ""),
        ("A bridge - long and narrow - was opened.", ""),
    ],
)
def test_place(line: str, city: str) -> None:
    assert place(Document(f"A headline\n\n{line}\n\nMore text.")) == city


def test_a_known_place_stays() -> None:
    assert place(Document("SEOUL: It rained all day.", place="Busan")) == "Busan"

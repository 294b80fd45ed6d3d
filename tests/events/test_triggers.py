"""Triggers in the wide sense of TimeML."""

from __future__ import annotations

from chrono import grammar
from chrono.events import triggers


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in triggers(grammar.load().parse(text))]


def test_verbs_nouns_and_reports() -> None:
    text = "Police said the explosion killed two people and began an investigation."
    assert found(text) == [
        ("said", "reporting"),
        ("explosion", "occurrence"),
        ("killed", "occurrence"),
        ("began", "aspectual"),
        ("investigation", "occurrence"),
    ]


def test_auxiliaries_and_things_are_none() -> None:
    assert found("The houses are near the river.") == []


def test_according_reports() -> None:
    assert ("According", "reporting") in found("According to the mayor, the bridge collapsed.")


def test_offsets_are_in_order_and_within_the_text() -> None:
    text = "The talks failed. Both sides left, and fighting resumed."
    spans = [(start, end) for start, end, _ in triggers(grammar.load().parse(text))]
    assert spans == sorted(set(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)

"""The rules by which events without a time expression are dated: what the ``rule`` column names beside the tagger's."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Example:
    """In ``text``, read on the day ``on`` (ISO), the event of the word ``trigger`` gets ``date`` (EDTF, empty where
    undated); ``all_events`` says that it is a row only where these are asked for."""

    text: str
    on: str
    trigger: str
    date: str
    all_events: bool = False


@dataclass(frozen=True, slots=True)
class EventRule:
    """A rule's name, what it says, and its examples, which are its tests."""

    id: str
    doc: str
    examples: tuple[Example, ...]


@cache
def read_event_rules() -> tuple[EventRule, ...]:
    """All rules, in the order of the file."""
    text = resources.files(__package__).joinpath("data/rules.toml").read_text("utf-8")
    return tuple(
        EventRule(entry["id"], entry["doc"], tuple(Example(**example) for example in entry["examples"]))
        for entry in tomllib.loads(text)["rule"]
    )

"""``chrono rules``: the rules of the tagger and of the events, printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ..errors import InputError
from ..events.rules import EventRule, read_event_rules
from ..tagger.rules import Rule, read_rules
from ..terminal import console, print_event_rule, print_rule

_AnyRule = TypeVar("_AnyRule", Rule, EventRule)


def run(wanted: str | None) -> None:
    """Print the rules whose name is, or begins with, ``wanted``: the tagger's, then those of the events."""
    tagger, events = _named(read_rules("en"), wanted), _named(read_event_rules(), wanted)
    if not tagger and not events:
        raise InputError(f"no rule called {wanted!r}; chrono rules lists them all")
    out = console()
    for rule in tagger:
        print_rule(rule, out)
    for event_rule in events:
        print_event_rule(event_rule, out)


def _named(rules: Sequence[_AnyRule], wanted: str | None) -> list[_AnyRule]:
    exact = [rule for rule in rules if rule.id == wanted]
    return exact or [rule for rule in rules if rule.id.startswith(wanted or "")]

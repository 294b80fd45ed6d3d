"""``chrono rules``: the tagger's rules, printed."""

from __future__ import annotations

from ..errors import InputError
from ..tagger.rules import read_rules
from ..terminal import console, print_rule


def run(wanted: str | None) -> None:
    """Print the tagger's rules whose name is, or begins with, ``wanted``."""
    every = read_rules("en")
    exact = [rule for rule in every if rule.id == wanted]
    found = exact or [rule for rule in every if rule.id.startswith(wanted or "")]
    if not found:
        raise InputError(f"no rule called {wanted!r}; chrono rules lists them all")
    out = console()
    for rule in found:
        print_rule(rule, out)

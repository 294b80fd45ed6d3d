"""``chrono rules``: the tagger's rules, printed."""

from __future__ import annotations

from .. import tagger
from ..errors import InputError
from ..terminal import console, print_rule


def run(wanted: str | None) -> None:
    """Print the tagger's rules whose name is, or begins with, ``wanted``."""
    found = [rule for rule in tagger.rules() if wanted is None or rule.id == wanted]
    found = found or [rule for rule in tagger.rules() if rule.id.startswith(wanted or "")]
    if not found:
        raise InputError(f"no rule called {wanted!r}; chrono rules lists them all")
    out = console()
    for rule in found:
        print_rule(rule, out)

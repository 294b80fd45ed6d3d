"""Every rule that dates events without a time expression is documented, and its examples hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import chrono.events
from chrono import extract
from chrono.documents.document import Document
from chrono.events.rules import EventRule, Example, read_event_rules

EXAMPLES = [(rule, example) for rule in read_event_rules() for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.id}-{e.trigger}" for rule, e in EXAMPLES])
def test_examples_hold(rule: EventRule, example: Example) -> None:
    rows = extract(Document(text=example.text, published=example.on), all_events=example.all_events).rows
    (row,) = [row for row in rows if row["trigger"] == example.trigger]
    assert (row["rule"], row["edtf"]) == (rule.id, example.date)


def test_every_rule_of_the_code_is_told() -> None:
    folder = Path(chrono.events.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    named = set(re.findall(r'"(events\.[a-z-]+)"', code))
    assert named == {rule.id for rule in read_event_rules()}

"""Sentences and documents for the tests of the event room."""

from __future__ import annotations

from chrono import grammar, tagger
from chrono.calendar import Period, edtf, iso
from chrono.documents import Document
from chrono.events import Event, extract_events, time_phrases
from chrono.events.syntax import Syntax
from chrono.grammar import Sentence, Token
from chrono.reference import ReferenceTime


def tree(lines: str) -> Syntax:
    """A parsed sentence from lines "form UPOS head relation [features] [lemma]", heads counted from 1, 0 the root."""
    tokens = []
    at = 0
    for i, line in enumerate(lines.strip().splitlines()):
        form, upos, head, dep, *rest = line.split()
        feats = rest[0] if rest and rest[0] != "-" else ""
        lemma = rest[1] if len(rest) > 1 else form.lower()
        text = form.replace("_", " ")
        tokens.append(Token(i, at, at + len(text), text, lemma, upos, feats, i if head == "0" else int(head) - 1, dep))
        at += len(text) + 1
    return Syntax(Sentence(0, at - 1, 0, tuple(tokens)))


def reference(day: str | None) -> ReferenceTime:
    if day is None:
        return ReferenceTime(None, "none", "no date")
    period = iso.read(day)
    assert isinstance(period, Period)
    return ReferenceTime(period, "given", "given")


def events(text: str, day: str | None = "2024-05-15", **options: object) -> list[Event]:
    """The events of a text as the whole pipeline reads it."""
    document = Document(text, published=day)
    when = reference(day)
    expressions = tagger.tag(document, when)
    sentences = grammar.load().parse(text, merge=time_phrases(text, expressions))
    return extract_events(document, when, expressions, sentences, **options)  # type: ignore[arg-type]


def dates(found: list[Event]) -> list[str]:
    return [edtf.write(event.span) if event.span else "" for event in found]

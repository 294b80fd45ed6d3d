"""What "it" stands for where its verb tells of a happening, or repeats one: "the fire at the depot. It broke out"."""

from __future__ import annotations

from . import lexicon
from .phrases import noun_phrase, phrase
from .predicates import noun_score
from .syntax import Syntax

_HAPPENING = 0.6
"""How surely a noun names a happening that can break out or begin."""
_BEFALLING = lexicon.groups("verbs")["befalling"]


def happening_meant(before: Syntax, lemma: str) -> str | None:
    """What of the sentence before is the subject of the verb ``lemma``: the one happening that is named there for a
    verb of happening; what sank for "sink" behind "the ferry sinking". ``None`` where neither is so."""
    for i, token in enumerate(before.tokens):
        thing = before.first(i, "compound", "nmod")
        if token.upos == "NOUN" and token.text.lower() in _gerunds(lemma) and thing is not None:
            whole = noun_phrase(before, i)
            return phrase(before, [k for k in whole if k < i]) if thing < i else None
    if lemma not in _BEFALLING:
        return None
    nouns = (i for i, token in enumerate(before.tokens) if token.upos == "NOUN")
    events = [i for i in nouns if noun_score(before, i) >= _HAPPENING]
    named = [i for i in events if before.first(i, "det") is not None and not before.plural(i)]
    return phrase(before, noun_phrase(before, named[0])) if len(events) == 1 and named else None


def _gerunds(lemma: str) -> tuple[str, ...]:
    return (f"{lemma}ing", f"{lemma.removesuffix('e')}ing", f"{lemma}{lemma[-1:]}ing")

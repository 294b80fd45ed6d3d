"""The word lists of the event room, read once from ``data/``."""

from __future__ import annotations

from functools import cache

from .. import wordlists


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """The word groups of ``data/name.txt``: lines ``group: word word …``, a group's lines added up."""
    return wordlists.groups("events", name)


@cache
def forms(name: str) -> dict[str, str]:
    """The words of ``data/name.txt`` with the group each stands in: what it is written out as."""
    return {word: group for group, words in groups(name).items() for word in words}


@cache
def noun_scores() -> dict[str, float]:
    """How likely each noun lemma names an occurrence, 0 … 1; the hand-made list outranks the derived one."""
    scores = {}
    for line in wordlists.entries("events", "event_nouns_wordnet.tsv"):
        lemma, _, score = line.partition("\t")
        scores[lemma] = float(score)
    hand: dict[str, float] = {}
    for line in wordlists.entries("events", "event_nouns.txt"):
        score, _, words = line.partition(":")
        for word in words.split():
            hand[word] = max(float(score), hand.get(word, 0.0)) if float(score) >= 0.5 else float(score)
    return scores | hand


@cache
def past_alone() -> frozenset[str]:
    """Past-tense forms that are no participle: "sank", "went"; not "said", "cut"."""
    rows = [line.split() for line in wordlists.entries("grammar", "irregular.txt")]
    pasts = {form for _, past, _ in rows for form in past.split("/")}
    others = {form for base, _, participle in rows for form in (base, *participle.split("/"))}
    return frozenset(form for form in pasts - others if not form.endswith("ed"))


@cache
def irregular_past() -> dict[str, str]:
    """Past-tense form of each irregular verb lemma."""
    return dict(line.split() for line in wordlists.entries("events", "irregular_past.txt"))

"""Scores of event triggers: the words that name an event, against EVENT extents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .report import Report, one_line, table
from .scores import DEVELOPMENT, PARTS, Ratio, align, part_of, same_extent

Trigger = Mapping[str, Any]


def report(
    documents: Iterable[Mapping[str, Any]],
    predictions: Mapping[str, Sequence[Trigger]],
    *,
    errors: bool | str = False,
) -> Report:
    """Score triggers (``start``, ``end``: half-open code points) by document id; micro-averaged.

    Strict: extents equal. Relaxed: extents overlap, one to one. The recall of each event class is given where the gold
    standard has classes. ``errors`` counts missed and spurious words in the documents open to development.
    """
    documents = list(documents)
    tally = _Tally()
    for document in documents:
        tally.add(document, predictions.get(document["id"], ()))
    parts = [part for part in ("all", *PARTS) if tally.gold[part] or tally.system[part]]
    recall = {name: 100 * tally.found_of[name] / tally.gold_of[name] for name in sorted(tally.gold_of)}
    figures: dict[str, Any] = {part: tally.figures(part) for part in parts}
    lines = [
        f"Event triggers, {len(documents)} documents",
        table(
            ("", "gold", "system", "strict F1", "P", "R", "relaxed F1", "P", "R"),
            [
                (part, tally.gold[part], tally.system[part],
                 *(100 * value for ratio in tally.ratios(part) for value in (ratio.f1, ratio.precision, ratio.recall)))
                for part in parts
            ],
        ),
        "",
        table(("class", "gold", "recall"), [(name, tally.gold_of[name], recall[name]) for name in recall]),
    ]
    if errors:
        lines += ["\nMissed, most often (development): " + _listed(tally.missed)]
        lines += ["Spurious, most often (development): " + _listed(tally.spurious)]
    return Report("triggers", figures | {"recall_by_class": recall}, "\n".join(lines))


class _Tally:
    """Counts by part of the corpus, by class, and of words that went wrong."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.system: Counter[str] = Counter()
        self.strict: Counter[str] = Counter()
        self.relaxed: Counter[str] = Counter()
        self.gold_of: Counter[str] = Counter()
        self.found_of: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.spurious: Counter[str] = Counter()

    def add(self, document: Mapping[str, Any], given: Sequence[Trigger]) -> None:
        """Count one document's triggers."""
        part = part_of(document["id"])
        wanted = document.get("events") or []
        pairs = align(wanted, given)
        for name in ("all", part):
            self.gold[name] += len(wanted)
            self.system[name] += len(given)
            self.relaxed[name] += len(pairs)
            self.strict[name] += sum(same_extent(wanted[i], given[j]) for i, j in pairs.items())
        for i, event in enumerate(wanted):
            kind = str(event.get("class") or "–")
            self.gold_of[kind] += 1
            self.found_of[kind] += i in pairs
        if part == DEVELOPMENT:
            text, matched = document["text"], set(pairs.values())
            self.missed.update(_word(text, event) for i, event in enumerate(wanted) if i not in pairs)
            self.spurious.update(_word(text, event) for j, event in enumerate(given) if j not in matched)

    def ratios(self, part: str) -> tuple[Ratio, Ratio]:
        """Strict and relaxed."""
        system, gold = self.system[part], self.gold[part]
        return Ratio(self.strict[part], system, gold), Ratio(self.relaxed[part], system, gold)

    def figures(self, part: str) -> dict[str, Any]:
        """The counts and ratios of one part as plain data."""
        strict, relaxed = self.ratios(part)
        return {
            "gold": self.gold[part],
            "system": self.system[part],
            "strict": strict.as_dict(),
            "relaxed": relaxed.as_dict(),
        }


def _word(text: str, event: Trigger) -> str:
    return one_line(text[event["start"] : event["end"]].lower(), 40)


def _listed(words: Counter[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in words.most_common(60))

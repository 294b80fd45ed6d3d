"""Scores of event triggers: the words that name an event, against EVENT extents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .report import Report, one_line, table
from .scores import Ratio, align, held_back, same_extent

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
    strict: Counter[str] = Counter()
    relaxed: Counter[str] = Counter()
    system: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    by_class: dict[str, Counter[str]] = {}
    missed: Counter[str] = Counter()
    spurious: Counter[str] = Counter()
    documents = list(documents)
    for document in documents:
        part = "held back" if held_back(document["id"]) else "development"
        wanted = document.get("events") or []
        given = predictions.get(document["id"], ())
        pairs = align(wanted, given)
        exact = sum(same_extent(wanted[i], given[j]) for i, j in pairs.items())
        for name in ("all", part):
            gold[name] += len(wanted)
            system[name] += len(given)
            relaxed[name] += len(pairs)
            strict[name] += exact
        for i, event in enumerate(wanted):
            tally = by_class.setdefault(str(event.get("class") or "–"), Counter())
            tally.update(gold=1, found=int(i in pairs))
        if part == "development":
            text = document["text"]
            missed.update(_word(text, event) for i, event in enumerate(wanted) if i not in pairs)
            matched = set(pairs.values())
            spurious.update(_word(text, event) for j, event in enumerate(given) if j not in matched)
    parts = [part for part in ("all", "development", "held back") if gold[part] or system[part]]
    scores = {
        part: (Ratio(strict[part], system[part], gold[part]), Ratio(relaxed[part], system[part], gold[part]))
        for part in parts
    }
    figures: dict[str, Any] = {
        part: {"gold": gold[part], "system": system[part], "strict": one.as_dict(), "relaxed": other.as_dict()}
        for part, (one, other) in scores.items()
    }
    recall = {name: 100 * tally["found"] / tally["gold"] for name, tally in sorted(by_class.items())}
    figures["recall_by_class"] = recall
    lines = [
        f"Event triggers, {len(documents)} documents",
        table(
            ("", "gold", "system", "strict F1", "P", "R", "relaxed F1", "P", "R"),
            [
                (part, gold[part], system[part],
                 *(100 * value for ratio in scores[part] for value in (ratio.f1, ratio.precision, ratio.recall)))
                for part in parts
            ],
        ),
        "",
        table(("class", "gold", "recall"), [(name, by_class[name]["gold"], recall[name]) for name in recall]),
    ]
    if errors:
        lines += ["\nMissed, most often (development): " + _listed(missed)]
        lines += ["Spurious, most often (development): " + _listed(spurious)]
    return Report("triggers", figures, "\n".join(lines))


def _word(text: str, event: Trigger) -> str:
    return one_line(text[event["start"] : event["end"]].lower(), 40)


def _listed(words: Counter[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in words.most_common(60))

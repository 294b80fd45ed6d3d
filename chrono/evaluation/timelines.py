"""Scores of timelines for a target, as SemEval-2015 Task 4 did (Minard et al. 2015).

A timeline becomes a graph: events of the same place in the order are simultaneous, others before or after. It is
scored by temporal awareness (UzZaman and Allen 2011): precision is the share of relations of the reduced system graph
that the closure of the gold graph entails, recall the reverse; both are micro-averaged over the targets.

Simultaneous events leave the reduced graph open: any chain through them will do, and any of them may carry the link to
the next ones. What is counted is the mean over all reductions, so that no choice of ours decides the score.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from .report import Report, table
from .scores import Ratio, bootstrap

_UNDATED = re.compile(r"X+(-X+)*")

Place = tuple[str, int, int]
"""A mention: document, and half-open code points into it."""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One event of a timeline: its rank (equal ranks are simultaneous) and where it is told."""

    rank: int
    places: tuple[Place, ...]
    label: str = ""


Timeline = Sequence[TimelineEvent]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many relations of each reduced graph the other one's closure entails."""

    target: str
    gold_events: int
    system_events: int
    matched: int
    right: float
    system: int
    recalled: float
    gold: int

    @property
    def ratio(self) -> Ratio:
        """The agreement as precision, recall and F1."""
        return Ratio(self.right, self.system, self.gold, self.recalled)


def gold_timeline(record: Mapping[str, Any], documents: Mapping[str, Mapping[str, Any]] | None = None) -> Timeline:
    """The timeline of a gold ``record`` (``entries`` with ``order``, ``date``, ``mentions``).

    Events that could not be ordered (order 0 and a date of X only) come last, together. A mention without offsets is
    looked up by its ``token`` in its ``sentence``, where the ``documents`` (by id) are given.
    """
    entries = []
    for entry in record["entries"]:
        places = tuple(place for mention in entry["mentions"] if (place := _place(mention, documents or {})))
        last = entry["order"] == 0 and _UNDATED.fullmatch(entry["date"]) is not None
        entries.append((last, entry["order"], places, entry["mentions"][0].get("token", "")))
    ranks = {key: rank for rank, key in enumerate(sorted({(last, order) for last, order, _, _ in entries}))}
    return [TimelineEvent(ranks[last, order], places, label) for last, order, places, label in entries]


def ordered_timeline(rows: Iterable[tuple[object, tuple[Place, ...], str]]) -> Timeline:
    """A timeline of (date, places, label) rows in order; neighbours with the same date are simultaneous."""
    events: list[TimelineEvent] = []
    rank, previous = -1, object()
    for when, places, label in rows:
        if when != previous:
            rank, previous = rank + 1, when
        events.append(TimelineEvent(rank, places, label))
    return events


def read_rows(rows: Iterable[Mapping[str, Any]]) -> dict[str, Timeline]:
    """Timelines by target, of a tool's rows in order: gold-like records, or event-table rows with a ``target``."""
    timelines: dict[str, Timeline] = {}
    tables: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if "entries" in row:
            timelines[str(row["target"])] = gold_timeline(row)
        else:
            tables.setdefault(str(row.get("target", "")), []).append(row)
    timelines.update({target: table_timeline(members) for target, members in tables.items()})
    return timelines


def table_timeline(rows: Iterable[Mapping[str, Any]]) -> Timeline:
    """The timeline that the rows of an event table, in order, tell: rows of one date are simultaneous."""
    return ordered_timeline(
        (
            row["edtf"],
            ((str(row["document"]), int(row["trigger_start"]), int(row["trigger_end"])),),
            str(row.get("trigger", "")),
        )
        for row in rows
    )


def compare(target: str, gold: Timeline, system: Timeline) -> Agreement:
    """Temporal awareness of one timeline; events are the same where mentions overlap, one to one in text order."""
    gold, system = _sorted(gold), _sorted(system)
    to_gold = _match(gold, system)
    to_system = {g: s for s, g in to_gold.items()}
    return Agreement(
        target, len(gold), len(system), len(to_gold),
        _entailed(system, {s: gold[g].rank for s, g in to_gold.items()}), max(0, len(system) - 1),
        _entailed(gold, {g: system[s].rank for g, s in to_system.items()}), max(0, len(gold) - 1),
    )


def report(pairs: Iterable[tuple[str, Timeline, Timeline]], *, errors: bool | str = False) -> Report:
    """Score (target, gold timeline, system timeline) triples; ``errors`` lists the events on one side only."""
    pairs = list(pairs)
    agreements = [compare(*pair) for pair in pairs]
    total = micro(agreements)
    interval = bootstrap(agreements, lambda drawn: 100 * micro(drawn).f1)
    figures: dict[str, Any] = {
        **total.as_dict(),
        "interval": list(interval),
        "events": Ratio(
            sum(a.matched for a in agreements), sum(a.system_events for a in agreements),
            sum(a.gold_events for a in agreements),
        ).as_dict(),
        "targets": {
            a.target: {"gold": a.gold_events, "system": a.system_events, "matched": a.matched, **a.ratio.as_dict()}
            for a in agreements
        },
    }
    rows = [
        (a.target, a.gold_events, a.system_events, a.matched, 100 * a.ratio.precision, 100 * a.ratio.recall,
         100 * a.ratio.f1)
        for a in agreements
    ]
    rows.append(
        ("micro-average", sum(row[1] for row in rows), sum(row[2] for row in rows), sum(row[3] for row in rows),
         100 * total.precision, 100 * total.recall, 100 * total.f1)
    )
    lines = [
        f"Timelines (temporal awareness), {len(pairs)} targets",
        table(("", "gold", "system", "matched", "P", "R", "F1"), rows),
        f"95 % interval of F1 over targets: {interval[0]:.1f} … {interval[1]:.1f}",
    ]
    if errors:
        lines += [line for pair in pairs for line in _one_sided(*pair)]
    return Report("timelines", figures, "\n".join(lines))


def micro(agreements: Iterable[Agreement]) -> Ratio:
    """The relations of all targets counted together."""
    agreements = list(agreements)
    return Ratio(
        sum(a.right for a in agreements), sum(a.system for a in agreements), sum(a.gold for a in agreements),
        sum(a.recalled for a in agreements),
    )


def _sorted(timeline: Timeline) -> list[TimelineEvent]:
    return sorted(timeline, key=lambda event: (event.rank, event.places))


def _entailed(timeline: Sequence[TimelineEvent], other_ranks: Mapping[int, int]) -> float:
    """How many relations of the reduced graph of ``timeline`` hold in the other one, whose ranks are given by index.

    The ranks are the other's closure. A tie of n events has n - 1 links, each standing for any pair of them; one link
    leads to the next tie, standing for any pair across.
    """
    ties = [[i for i, _ in members] for _, members in groupby(enumerate(timeline), key=lambda pair: pair[1].rank)]
    count = 0.0
    for tie in ties:
        known = Counter(other_ranks[i] for i in tie if i in other_ranks)
        if len(tie) > 1:
            count += sum(n * (n - 1) for n in known.values()) / len(tie)
    for one, two in pairwise(ties):
        held = sum(
            other_ranks[i] < other_ranks[j] for i in one if i in other_ranks for j in two if j in other_ranks
        )
        count += held / (len(one) * len(two))
    return count


def _match(gold: Sequence[TimelineEvent], system: Sequence[TimelineEvent]) -> dict[int, int]:
    """Indices into ``gold`` by indices into ``system``."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for s, given in enumerate(system):
        for g, wanted in enumerate(gold):
            if g not in used and _overlap(given.places, wanted.places):
                pairs[s] = g
                used.add(g)
                break
    return pairs


def _overlap(one: Iterable[Place], other: Iterable[Place]) -> bool:
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in one for b in other)


def _place(mention: Mapping[str, Any], documents: Mapping[str, Mapping[str, Any]]) -> Place | None:
    name = str(mention["doc"])
    if mention.get("start") is not None:
        return name, mention["start"], mention["end"]
    document = documents.get(name)
    if document is None:
        return None
    for sentence in document.get("sentences") or ():
        if sentence["n"] == mention.get("sentence"):
            word = str(mention.get("token", "")).replace("_", " ")
            at = document["text"].find(word, sentence["start"], sentence["end"]) if word else -1
            return None if at < 0 else (name, at, at + len(word))
    return None


def _one_sided(target: str, gold: Timeline, system: Timeline) -> list[str]:
    gold, system = _sorted(gold), _sorted(system)
    pairs = _match(gold, system)
    found = set(pairs.values())
    missed = [event for g, event in enumerate(gold) if g not in found]
    extra = [event for s, event in enumerate(system) if s not in pairs]
    return [
        f"\n{target}: missed {len(missed)}, spurious {len(extra)}",
        "  missed    " + ", ".join(_name(event) for event in missed),
        "  spurious  " + ", ".join(_name(event) for event in extra),
    ]


def _name(event: TimelineEvent) -> str:
    place = event.places[0] if event.places else ("?", 0, 0)
    return f"{event.label} ({place[0]}:{place[1]})"

"""Scores of time expressions, as TempEval-3 defined them (UzZaman et al. 2013, "Task 1", evaluation of entities).

Strict: extents equal. Relaxed: extents overlap, one gold to one system expression. Type and value accuracy: the share
of relaxed matches whose attribute is the same string; type F1 and value F1 are relaxed F1 times that accuracy. All
micro-averaged over documents; white space around an extent does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from . import calibration
from .report import Report, one_line, table
from .scores import DEVELOPMENT, HELD_BACK, PARTS, align, f1, part_of, same_extent

Timex = Mapping[str, Any]
GoldDocument = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TimexCounts:
    """How many gold and system expressions there are, and how many pairs agree in what."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0
    strict_value: int = 0

    def __add__(self, other: TimexCounts) -> TimexCounts:
        return TimexCounts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def as_dict(self) -> dict[str, float]:
        """Counts and percentages at full precision."""
        strict = self._ratios(self.strict)
        relaxed = self._ratios(self.relaxed)
        matched = self.relaxed or 1
        return {
            "gold": self.gold,
            "system": self.system,
            "strict_p": 100 * strict[0],
            "strict_r": 100 * strict[1],
            "strict_f1": 100 * f1(*strict),
            "relaxed_p": 100 * relaxed[0],
            "relaxed_r": 100 * relaxed[1],
            "relaxed_f1": 100 * f1(*relaxed),
            "type_acc": 100 * self.type / matched,
            "value_acc": 100 * self.value / matched,
            "type_f1": 100 * f1(*relaxed) * self.type / matched,
            "value_f1": 100 * f1(*relaxed) * self.value / matched,
            "strict_value_f1": 100 * f1(*self._ratios(self.strict_value)),
        }

    def _ratios(self, right: int) -> tuple[float, float]:
        return right / self.system if self.system else 0.0, right / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A gold and a system expression that differ, or one without its partner.

    ``kinds`` are missed, spurious, extent, type and value.
    """

    document: str
    kinds: tuple[str, ...]
    gold: Timex | None
    system: Timex | None
    context: str


def score(document: GoldDocument, system: Sequence[Timex]) -> tuple[TimexCounts, list[Mismatch]]:
    """Counts and mismatches of one document; extents are half-open code points into its ``text``."""
    text = document["text"]
    gold = [_trimmed(timex, text) for timex in document["timexes"]]
    given = [_trimmed(timex, text) for timex in system]
    pairs = align(gold, given)
    tally: Counter[str] = Counter()
    mismatches = []
    for i, wanted in enumerate(gold):
        found = given[pairs[i]] if i in pairs else None
        kinds = _differences(wanted, found)
        if found is not None:
            tally["relaxed"] += 1
            tally["strict"] += "extent" not in kinds
            tally["type"] += "type" not in kinds
            tally["value"] += "value" not in kinds
            tally["strict_value"] += not {"extent", "value"} & set(kinds)
        if kinds:
            mismatches.append(_mismatch(document, kinds, wanted, found))
    matched = set(pairs.values())
    for j, found in enumerate(given):
        if j not in matched:
            mismatches.append(_mismatch(document, ("spurious",), None, found))
    return TimexCounts(len(gold), len(given), **tally), mismatches


def report(
    documents: Iterable[GoldDocument], predictions: Mapping[str, Sequence[Timex]], *, errors: bool | str = False
) -> Report:
    """Score all ``documents`` (gold) against ``predictions`` by document id.

    ``errors`` lists the mismatches of the documents that are open to development, "all" those of every document.
    """
    totals = {part: TimexCounts() for part in ("all", *PARTS)}
    mismatches: dict[str, list[Mismatch]] = {part: [] for part in PARTS}
    judged: dict[str, list[tuple[float, bool]]] = {part: [] for part in PARTS}
    missing = count = 0
    for document in documents:
        part = part_of(document["id"])
        missing += document["id"] not in predictions
        count += 1
        given = [_trimmed(timex, document["text"]) for timex in predictions.get(document["id"], ())]
        counts, wrong = score(document, given)
        totals["all"] += counts
        totals[part] += counts
        mismatches[part] += wrong
        judged[part] += _judged(given, wrong)
    figures: dict[str, Any] = {**totals["all"].as_dict(), "documents": count, "without_prediction": missing}
    figures["parts"] = {part: totals[part].as_dict() for part in PARTS}
    figures["errors"] = {part: _kinds(wrong) for part, wrong in mismatches.items()}
    curves = {part: calibration.report(pairs, "found, and its value") for part, pairs in judged.items() if pairs}
    figures["calibration"] = {part: curve.figures for part, curve in curves.items()}
    lines = [f"Time expressions (TempEval-3), {count} documents", _table(totals)]
    if missing:
        lines.append(f"{missing} documents without prediction")
    if curves:
        lines.append("expected calibration error of the confidences (the value is right): " + ", ".join(
            f"{curve.figures['expected_calibration_error']:.3f} {part}" for part, curve in curves.items()))
    if errors:
        lines += _error_lines(mismatches, show_held_back=errors == "all")
    return Report("timexes", figures, "\n".join(lines))


def _judged(given: Sequence[Timex], mismatches: Iterable[Mismatch]) -> list[tuple[float, bool]]:
    """The confidence of each system expression that has one, and whether it is there in the gold with this value."""
    wrong = {
        (m.system["start"], m.system["end"])
        for m in mismatches
        if m.system is not None and {"spurious", "value"} & set(m.kinds)
    }
    return [
        (float(timex["confidence"]), (timex["start"], timex["end"]) not in wrong)
        for timex in given
        if timex.get("confidence") is not None
    ]


def _table(totals: Mapping[str, TimexCounts]) -> str:
    head = ("", "gold", "system", "strict F1", "P", "R", "relaxed F1", "P", "R", "type F1", "value F1", "value acc")
    rows = []
    for part, counts in totals.items():
        if counts.gold or counts.system:
            f = counts.as_dict()
            names = ("strict_f1", "strict_p", "strict_r", "relaxed_f1", "relaxed_p", "relaxed_r",
                     "type_f1", "value_f1", "value_acc")
            rows.append((part, counts.gold, counts.system, *(f[name] for name in names)))
    return table(head, rows)


def _kinds(mismatches: Iterable[Mismatch]) -> dict[str, int]:
    return dict(Counter("+".join(mismatch.kinds) for mismatch in mismatches).most_common())


def _error_lines(mismatches: Mapping[str, list[Mismatch]], *, show_held_back: bool) -> Iterator[str]:
    kinds = {part: _kinds(wrong) for part, wrong in mismatches.items()}
    order = sorted(set().union(*kinds.values()), key=lambda kind: -kinds[DEVELOPMENT].get(kind, 0))
    yield "\nMismatches by kind"
    yield table(("", *kinds), [(kind, *(part.get(kind, 0) for part in kinds.values())) for kind in order])
    rules = Counter(m.system["rule"] for m in mismatches[DEVELOPMENT] if m.system and m.system.get("rule"))
    if rules:
        yield "\nMismatches by rule (development)"
        yield table(("", "mismatches"), rules.most_common(20))
    if not show_held_back and mismatches[HELD_BACK]:
        yield "\nThe mismatches of held-back documents are counted, not listed."
    shown = mismatches[DEVELOPMENT] + (mismatches[HELD_BACK] if show_held_back else [])
    for kind in order:
        rows = [mismatch for mismatch in shown if "+".join(mismatch.kinds) == kind]
        if rows:
            yield f"\n{kind} ({len(rows)})"
            yield from (_listed(mismatch) for mismatch in rows)


def _listed(mismatch: Mismatch) -> str:
    parts = [mismatch.document, "gold " + _shown(mismatch.gold), "system " + _shown(mismatch.system)]
    rule = (mismatch.system or {}).get("rule")
    if rule:
        parts.append(rule)
    return "  " + "\t".join([*parts, mismatch.context])


def _shown(timex: Timex | None) -> str:
    return "–" if timex is None else f"{timex['surface']}|{timex.get('type')}|{timex.get('value')}"


def _differences(gold: Timex, system: Timex | None) -> tuple[str, ...]:
    if system is None:
        return ("missed",)
    return (
        *(() if same_extent(gold, system) else ("extent",)),
        *(name for name in ("type", "value") if gold.get(name) != system.get(name)),
    )


def _mismatch(document: GoldDocument, kinds: tuple[str, ...], gold: Timex | None, system: Timex | None) -> Mismatch:
    shown = [timex for timex in (gold, system) if timex is not None]
    start = max(0, min(timex["start"] for timex in shown) - 40)
    context = document["text"][start : max(timex["end"] for timex in shown) + 25]
    return Mismatch(document["id"], kinds, gold, system, one_line(context, 400))


def _trimmed(timex: Timex, text: str) -> dict[str, Any]:
    """The expression with white space cut off its ends."""
    start, end = timex["start"], timex["end"]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return {**timex, "start": start, "end": end, "surface": " ".join(text[start:end].split())}

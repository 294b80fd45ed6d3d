"""Scores on the test suites of other date parsers: one short text a case, the dates it should give.

Found: a prediction overlaps the expected words (any prediction, where the suite names no words). Exact: the same words,
function words and punctuation at the ends aside. Resolved: the same date, see :mod:`.suite_values`. False alarms are
predictions on cases that expect nothing; spurious ones lie beside every expected place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..wordlists import sequences
from .report import Report, one_line, table
from .scores import percent
from .suite_values import agrees, agrees_cycle, agrees_split, comparable

Case = Mapping[str, Any]
Found = Mapping[str, Any]

OTHER_CONVENTIONS = frozenset((
    "assistant-future", "nearest", "current-period", "past", "mixed", "relative-modifier", "timezone-converted",
    "duration-as-past", "duration-as-future", "weekday-conflict",
))
"""Conventions under which a case's answer depends on a policy that is not the news convention."""

OTHER_MODES = frozenset(("strict", "latent", "GB", "malformed", "quirk", "impossible-date"))
"""Modes of the suites' own parsers that say nothing about plain text."""

_EDGE = " \t\n.,;:!?\"'()[]@-"
_FUNCTION_WORDS = "|".join(word for words in sequences("evaluation", "function_words").values() for word in words)
_LEADING = re.compile(rf"^(?:{_FUNCTION_WORDS})\s+")
_TRAILING = re.compile(rf"\s+(?:{_FUNCTION_WORDS})$")


@dataclass(frozen=True, slots=True)
class CaseMismatch:
    """A case that went wrong: ``kind`` is missed, resolved, extent, spurious or negative."""

    kind: str
    case: Case
    expected: Mapping[str, Any] | None
    found: tuple[Found, ...]


def score(case: Case, predictions: Sequence[Found]) -> tuple[Counter[str], list[CaseMismatch]]:
    """Counts and mismatches of one case."""
    counts: Counter[str] = Counter()
    expected = case["expected"]
    if not expected:
        counts.update(negative=1, fired=int(bool(predictions)), false_alarms=len(predictions))
        return counts, [CaseMismatch("negative", case, None, tuple(predictions))] if predictions else []
    mismatches = []
    used: set[int] = set()
    for item in expected:
        places = _places(item, predictions)
        used.update(places)
        found = [predictions[i] for i in places]
        outcome = _score_item(case, item, found)
        counts.update(outcome)
        if kind := _mismatch_kind(outcome):
            mismatches.append(CaseMismatch(kind, case, item, tuple(found)))
    if all(item["start_char"] is not None for item in expected) and not case.get("partial"):
        beside = [found for i, found in enumerate(predictions) if i not in used]
        counts.update(spurious=len(beside))
        if beside:
            mismatches.append(CaseMismatch("spurious", case, None, tuple(beside)))
    return counts, mismatches


def is_policy_free(case: Case) -> bool:
    """Whether the case has one right answer under any convention (the fair part of a suite)."""
    return case.get("convention") not in OTHER_CONVENTIONS and (case.get("mode") or "") not in OTHER_MODES


def report(
    cases: Iterable[Case], predictions: Mapping[str, Sequence[Found]], *, errors: bool | str = False
) -> Report:
    """Score all ``cases`` against ``predictions`` (lists of found dates by case id).

    The headline is the policy-free part; holidays, whose dates come from a library, are counted apart as well.
    ``errors`` lists the mismatches of the policy-free part, "all" those of every case.
    """
    cases = list(cases)
    totals: dict[str, Counter[str]] = {part: Counter() for part in ("policy-free", "… holidays aside", "… holidays",
                                                                   "all cases")}
    mismatches: list[CaseMismatch] = []
    for case in cases:
        counts, wrong = score(case, predictions.get(case["id"], ()))
        fair = is_policy_free(case)
        totals["all cases"] += counts
        if fair:
            totals["policy-free"] += counts
            totals["… holidays" if case.get("topic") == "holiday" else "… holidays aside"] += counts
        if fair or errors == "all":
            mismatches += wrong
    missing = sum(case["id"] not in predictions for case in cases)
    if not totals["… holidays"]:
        del totals["… holidays"], totals["… holidays aside"]
    name = cases[0].get("suite", "suite") if cases else "suite"
    figures: dict[str, Any] = {"suite": name, "cases": len(cases), "without_prediction": missing}
    figures["parts"] = {part.removeprefix("… "): _figures(counts) for part, counts in totals.items()}
    figures["errors"] = dict(Counter(mismatch.kind for mismatch in mismatches).most_common())
    lines = [f"Suite {name}, {len(cases)} cases", _table(totals)]
    if missing:
        lines.append(f"{missing} cases without prediction")
    if errors:
        lines += ["", *(_listed(mismatch) for mismatch in mismatches)]
    return Report("suite", figures, "\n".join(lines))


def _score_item(case: Case, item: Mapping[str, Any], found: Sequence[Found]) -> Counter[str]:
    counts: Counter[str] = Counter(expected=1, found=int(bool(found)))
    if item["start_char"] is not None:
        exact = any(
            place.get("start_char") == item["start_char"] and place.get("end_char") == item["end_char"]
            for place in found
        )
        near = exact or any(_trim(_words(place, case)) == _trim(item["text"]) for place in found)
        counts.update(placed=1, exact=int(exact), nearly_exact=int(near))
    if comparable(item):
        others = [other for other in case["expected"] if other is not item]
        plain = any(agrees(item, prediction) for prediction in found)
        split = not plain and agrees_split(item, others, list(found))
        cycle = item.get("cycle") or case.get("cycle")
        right = plain or split
        in_cycle = right or bool(cycle and agrees_cycle(item, cycle, list(found)))
        counts.update(
            comparable=1, resolved=int(right), resolved_in_cycle=int(in_cycle), split=int(split),
            comparable_found=int(bool(found)),
        )
    return counts


def _mismatch_kind(outcome: Counter[str]) -> str | None:
    if not outcome["found"]:
        return "missed"
    if outcome["comparable"] and not outcome["resolved"]:
        return "resolved"
    if outcome["placed"] and not outcome["nearly_exact"]:
        return "extent"
    return None


def _places(item: Mapping[str, Any], predictions: Sequence[Found]) -> list[int]:
    """Indices of the predictions that stand where ``item`` is expected."""
    if item["start_char"] is not None:
        return [
            i for i, found in enumerate(predictions)
            if found.get("start_char") is not None
            and found["start_char"] < item["end_char"] and found["end_char"] > item["start_char"]
        ]
    if item["text"]:
        return [
            i for i, found in enumerate(predictions)
            if (words := _trim(found.get("text") or ""))
            and (words in item["text"].lower() or _trim(item["text"]) in found["text"].lower())
        ]
    return list(range(len(predictions)))


def _words(found: Found, case: Case) -> str:
    return str(found.get("text") or case["text"][found["start_char"] : found["end_char"]])


def _trim(text: str) -> str:
    """Lower case, without function words and punctuation at the ends."""
    text = text.lower().strip(_EDGE)
    while True:
        shorter = _TRAILING.sub("", _LEADING.sub("", text)).strip(_EDGE)
        if shorter == text:
            return text
        text = shorter


def _figures(counts: Counter[str]) -> dict[str, float]:
    names = ("expected", "found", "placed", "exact", "nearly_exact", "comparable", "resolved", "resolved_in_cycle",
             "comparable_found", "split", "spurious", "negative", "fired", "false_alarms")
    figures: dict[str, float] = {name: counts[name] for name in names}
    figures["resolved_acc"] = percent(counts["resolved"], counts["comparable"])
    return figures


def _table(totals: Mapping[str, Counter[str]]) -> str:
    head = ("", "expected", "found %", "exact %", "exact~ %", "resolved %", "resolved* %", "of found %", "spurious",
            "negative", "false alarms")
    rows = [
        (
            part, counts["expected"], percent(counts["found"], counts["expected"]),
            percent(counts["exact"], counts["placed"]), percent(counts["nearly_exact"], counts["placed"]),
            percent(counts["resolved"], counts["comparable"]),
            percent(counts["resolved_in_cycle"], counts["comparable"]),
            percent(counts["resolved"], counts["comparable_found"]),
            counts["spurious"], counts["negative"], counts["false_alarms"],
        )
        for part, counts in totals.items()
    ]
    return table(head, rows)


def _listed(mismatch: CaseMismatch) -> str:
    case, item = mismatch.case, mismatch.expected
    wanted = "nothing" if item is None else _shown(item)
    given = " | ".join(_shown(found) for found in mismatch.found) or "nothing"
    convention = f" <{case['convention']}>" if case.get("convention") else ""
    return (
        f"{mismatch.kind:<9} {case['id']}  ref {case['ref']}{convention}  {one_line(case['text'])}\n"
        f"          want {wanted}\n          got  {given}"
    )


def _shown(item: Mapping[str, Any]) -> str:
    bounds = str(item.get("start")) + (f"..{item['end']}" if item.get("end") else "")
    about = " ".join(str(item[name]) for name in ("grain", "type", "timex") if item.get(name))
    return f"{item.get('text')!r} {bounds} [{about}]"

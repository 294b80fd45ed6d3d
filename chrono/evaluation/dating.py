"""Scores of event dates given the events, in the EventTime corpus's form (Reimers, Dehghani, Gurevych 2016).

An event has a day, ``when``, or lasts from ``begin`` to ``finish``; each is ``{"date": …}`` or bounded by ``after``
and ``before``. Exact agreement: the objects are equal. The corpus closes months on the 28th, so agreement is also
given with month ends evened out. Beside every figure stands that of answering the document's date for everything.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import calibration
from .report import Report, one_line, table
from .scores import align, bootstrap, held_back, percent

Dating = dict[str, dict[str, str]]

FIELDS = ("when", "begin", "finish")


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A gold event with the readings that count as right, what the system says, and what the baseline says."""

    document: str
    text: str
    context: str
    gold: tuple[Dating, ...]
    system: Dating
    baseline: Dating
    confidence: float | None = None

    @property
    def single_day(self) -> bool:
        """Whether the gold standard says that the event took one day."""
        return "when" in self.gold[0]


def report(
    documents: Iterable[Mapping[str, Any]],
    predictions: Mapping[str, Sequence[Mapping[str, Any]]],
    *,
    errors: bool | str = False,
) -> Report:
    """Score the dates of the gold events by document id.

    A prediction belongs to the event with its ``eid``, else to the one its ``start``, ``end`` overlap. Events that
    carry no date in the gold standard are not scored; those without a prediction count as wrong.
    """
    events = [event for document in documents for event in pair(document, predictions.get(document["id"], ()))]
    held = [event for event in events if held_back(event.document)]
    parts = {
        "all": events,
        "single-day": [event for event in events if event.single_day],
        "longer": [event for event in events if not event.single_day],
        "development": [event for event in events if not held_back(event.document)],
        "held back": held,
    }
    parts = {part: members for part, members in parts.items() if members}
    figures: dict[str, Any] = {part: _figures(members) for part, members in parts.items()}
    figures["interval"] = list(_interval(events))
    lines = [
        f"Dates of given events, {len({event.document for event in events})} documents",
        _table(figures, list(parts)),
        f"95 % interval of exact agreement over documents: {figures['interval'][0]:.1f} … {figures['interval'][1]:.1f}",
    ]
    if judged := _judged(events):
        curve = calibration.report(judged, "the date is exactly right")
        figures["calibration"] = curve.figures
        lines += ["", curve.text]
        if judged_held := _judged(held):
            error = figures["calibration"]["held_back_error"] = calibration.expected_error(judged_held)
            lines.append(f"expected calibration error over held-back documents {error:.3f}")
    if errors:
        lines += _error_lines(events, show_held_back=errors == "all")
    return Report("dating", figures, "\n".join(lines))


def pair(document: Mapping[str, Any], predictions: Sequence[Mapping[str, Any]]) -> list[DatedEvent]:
    """The document's dated gold events, each with its prediction (an empty one where there is none)."""
    gold = [event for event in document.get("events") or () if _dating(event)]
    by_id = {str(prediction["eid"]): prediction for prediction in predictions if prediction.get("eid") is not None}
    placed = [prediction for prediction in predictions if prediction.get("eid") is None]
    pairs = align(gold, placed)
    baseline: Dating = {"when": {"date": str(document.get("dct"))}}
    events = []
    for i, event in enumerate(gold):
        found = by_id.get(str(event.get("eid"))) or (placed[pairs[i]] if i in pairs else {})
        confidence = found.get("confidence")
        events.append(
            DatedEvent(
                document["id"], event.get("text", ""), _context(document, event), _readings(event), _dating(found),
                baseline, None if confidence in (None, "") else float(confidence),
            )
        )
    return events


def _dating(event: Mapping[str, Any]) -> Dating:
    return {name: dict(event[name]) for name in FIELDS if event.get(name)}


def _readings(event: Mapping[str, Any]) -> tuple[Dating, ...]:
    readings = [_dating(event)]
    readings += [{"when": dict(other)} for other in event.get("when_alternatives") or () if other]
    return tuple(readings)


def _figures(events: Sequence[DatedEvent]) -> dict[str, Any]:
    figures: dict[str, Any] = {"events": len(events)}
    for who in ("system", "baseline"):
        answers = [(event, event.system if who == "system" else event.baseline) for event in events]
        figures[who] = {
            name: percent(sum(judge(event, answer) for event, answer in answers), len(events))
            for name, judge in _JUDGES.items()
        }
        errors = [error for event, answer in answers if (error := _error_in_days(event, answer)) is not None]
        figures[who]["days_off"] = sum(errors) / len(errors) if errors else None
        figures[who]["days_off_events"] = len(errors)
    return figures


def _judged(events: Iterable[DatedEvent]) -> list[tuple[float, bool]]:
    return [(event.confidence, _exact(event, event.system)) for event in events if event.confidence is not None]


def _table(figures: Mapping[str, Any], parts: Sequence[str]) -> str:
    head = ("", "events", *(_HEADS[name] for name in _JUDGES), "days off", "over")
    rows = []
    for part in parts:
        for who in ("system", "baseline"):
            found = figures[part][who]
            rows.append(
                (part if who == "system" else "  document's date", figures[part]["events"],
                 *(found[name] for name in _JUDGES), found["days_off"], found["days_off_events"])
            )
    return table(head, rows)


def _interval(events: Sequence[DatedEvent]) -> tuple[float, float]:
    counts: dict[str, list[int]] = {}
    for event in events:
        tally = counts.setdefault(event.document, [0, 0])
        tally[0] += _exact(event, event.system)
        tally[1] += 1
    return bootstrap(list(counts.values()), lambda docs: percent(sum(d[0] for d in docs), sum(d[1] for d in docs)))


def _exact(event: DatedEvent, answer: Dating) -> bool:
    return answer in event.gold


def _month_ends(event: DatedEvent, answer: Dating) -> bool:
    return _normalised(answer) in [_normalised(reading) for reading in event.gold]


def _cut(length: int) -> Callable[[DatedEvent, Dating], bool]:
    def judge(event: DatedEvent, answer: Dating) -> bool:
        return bool(answer) and _shortened(answer, length) in [_shortened(reading, length) for reading in event.gold]

    return judge


_JUDGES: dict[str, Callable[[DatedEvent, Dating], bool]] = {
    "exact": _exact, "month_ends": _month_ends, "same_month": _cut(7), "same_year": _cut(4),
}
_HEADS = {"exact": "exact %", "month_ends": "month ends evened %", "same_month": "same month %",
          "same_year": "same year %"}


def _shortened(dating: Dating, length: int) -> Dating:
    return {name: {key: value[:length] for key, value in bounds.items()} for name, bounds in dating.items()}


def _normalised(dating: Dating) -> Dating:
    """The dating with stretches that open on a month's first and close on its 28th or later closed on its last day."""
    even = {name: dict(bounds) for name, bounds in dating.items()}
    for bounds in even.values():
        if bounds.get("after", "").endswith("-01") and "before" in bounds:
            bounds["before"] = _month_end(bounds["before"])
    finish = even.get("finish", {})
    if even.get("begin", {}).get("date", "").endswith("-01") and "date" in finish:
        finish["date"] = _month_end(finish["date"])
    return even


def _month_end(day: str) -> str:
    """The month's last day for its 28th and later days, any other day unchanged."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    if found.day < 28:
        return day
    return found.replace(day=calendar.monthrange(found.year, found.month)[1]).isoformat()


def _error_in_days(event: DatedEvent, answer: Dating) -> float | None:
    """Days between the middle of the answer and that of the gold date; ``None`` where either is open."""
    given = _middle(answer)
    wanted = [middle for reading in event.gold if (middle := _middle(reading)) is not None]
    if given is None or not wanted:
        return None
    return min(abs(given - middle) for middle in wanted)


def _middle(dating: Dating) -> float | None:
    bounds = [dating[name] for name in FIELDS if name in dating]
    if not bounds or len(dating) != (1 if "when" in dating else 2):
        return None
    days = []
    for bound in bounds:
        ends = [bound["date"]] if "date" in bound else [bound.get("after"), bound.get("before")]
        try:
            days += [date.fromisoformat(end or "").toordinal() for end in ends]
        except ValueError:
            return None
    return (min(days) + max(days)) / 2


def _context(document: Mapping[str, Any], event: Mapping[str, Any]) -> str:
    start, end = event["start"], event["end"]
    return one_line(document["text"][max(0, start - 70) : end + 50])


def _error_lines(events: Sequence[DatedEvent], *, show_held_back: bool) -> list[str]:
    wrong = [event for event in events if not _exact(event, event.system)]
    shapes = Counter((_shape(event.gold[0]), _shape(event.system)) for event in wrong)
    lines = ["\nWrong dates by form", table(("gold → system", "events"), [(f"{a} → {b}", n)
                                                                        for (a, b), n in shapes.most_common(25)])]
    shown = [event for event in wrong if show_held_back or not held_back(event.document)]
    if len(shown) < len(wrong):
        lines.append("\nThe wrong dates of held-back documents are counted, not listed.")
    lines.append("")
    for event in shown:
        lines.append(f"{event.document}\t{event.text}\tgold {_shown(event.gold[0])}\tsystem {_shown(event.system)}"
                     f"\t{event.context}")
    return lines


def _shape(dating: Dating) -> str:
    if not dating:
        return "none"
    return ", ".join(f"{name} {'/'.join(sorted(bounds))}" for name, bounds in dating.items())


def _shown(dating: Dating) -> str:
    return " ".join(
        f"{name} " + " ".join(f"{key} {value}" for key, value in bounds.items()) for name, bounds in dating.items()
    ) or "–"

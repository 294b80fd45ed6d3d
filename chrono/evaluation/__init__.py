"""How good the results are: scorers for time expressions, events, their dates, timelines, and calibration.

:func:`evaluate` tells from a gold standard's fields what can be scored, runs chrono on its texts or takes another
tool's predictions, and returns a report. Definitions are in the scorers' modules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import InputError

if TYPE_CHECKING:
    from .gold import Record, Source
    from .report import Evaluation, Report

__all__ = ["evaluate"]


def evaluate(
    gold: Source,
    predictions: Source | None = None,
    *,
    documents: Source | None = None,
    kind: str | None = None,
    given_events: bool = False,
    errors: bool | str = False,
    mode: str = "auto",
    model: str | None = None,
) -> Evaluation:
    """Score chrono, or the ``predictions`` of any tool, against a ``gold`` standard.

    ``gold``, ``predictions`` and ``documents`` are each a JSONL file, a TimeML file or folder, or records in memory.
    What is scored is told from the gold records' fields; ``kind`` narrows it to one of timexes, triggers, dating,
    timelines, suite.

    * annotated documents (``id``, ``text``, ``timexes``, ``events``): time expressions and event triggers;
    * events with ``when`` or ``begin`` and ``finish``: their dates, given the events with ``given_events``, else on
      events found in the raw text;
    * timelines (``target``, ``entries``), which need the ``documents`` they were made from;
    * suites (``expected``) of other date parsers.

    Predictions are records with the ``id`` of the gold record and ``timexes``, ``events`` or ``found`` in the gold
    form; for dates and timelines also the rows of an event table (``document``, ``eid`` or ``trigger_start`` and
    ``trigger_end``, ``when`` …, ``edtf``, ``target``).

    ``errors`` lists mismatches: true those of the documents that are open to development (a quarter of all, told by
    the hash of the id, is counted but not listed), "all" those of every document. ``mode`` and ``model`` are those of
    :func:`chrono.tag` and :func:`chrono.extract`. Raises :class:`~chrono.errors.InputError` for unusable input.
    """
    from . import gold as reading
    from .report import Evaluation

    records = reading.read(gold)
    given = None if predictions is None else reading.read(predictions)
    texts = None if documents is None else reading.read(documents)
    wanted = reading.kinds(records, kind)
    if given is not None and kind is None:
        wanted = _carried(wanted, given)
    options = _Options(texts, given_events, errors, mode, model)
    return Evaluation(tuple(_EVALUATIONS[name](records, given, options) for name in wanted))


@dataclass(frozen=True, slots=True)
class _Options:
    """What the scorers' runs need to know."""

    documents: Sequence[Record] | None
    given_events: bool
    errors: bool | str
    mode: str
    model: str | None


def _timexes(records: Sequence[Record], given: Sequence[Record] | None, options: _Options) -> Report:
    from ..exports.predictions import to_timex
    from . import gold, system, timexes

    scored = [gold.scored_part(record) for record in records]
    if given is None:
        found: Mapping[str, Sequence[Record]] = {
            name: [to_timex(expression) for expression in expressions]
            for name, expressions in system.expressions(records, mode=options.mode).items()
        }
    else:
        found = gold.by_document(records, given, "timexes")
    kept = {record["id"]: gold.counted(record, found[record["id"]]) for record in scored if record["id"] in found}
    return timexes.report(scored, kept, errors=options.errors)


def _triggers(records: Sequence[Record], given: Sequence[Record] | None, options: _Options) -> Report:
    from . import gold, system, triggers

    if given is None:
        found = system.triggers(records, mode=options.mode, model=options.model)
    else:
        found = gold.by_document(records, given, "events")
    return triggers.report(records, found, errors=options.errors)


def _dating(records: Sequence[Record], given: Sequence[Record] | None, options: _Options) -> Report:
    from . import dating, gold, system

    if given is None:
        found = system.dated_events(records, given=options.given_events, mode=options.mode, model=options.model)
    else:
        found = gold.by_document(records, given, "events")
    return dating.report(records, found, errors=options.errors)


def _timelines(records: Sequence[Record], given: Sequence[Record] | None, options: _Options) -> Report:
    from . import system, timelines

    if options.documents is None and given is None:
        raise InputError("timelines are made from documents: name them with documents (--documents)")
    texts = {str(document["id"]): document for document in options.documents or ()}
    if given is None:
        found = system.timelines(
            [str(record["target"]) for record in records], list(texts.values()),
            given=options.given_events, mode=options.mode, model=options.model,
        )
    else:
        found = timelines.read_rows(given)
    pairs = [
        (str(record["target"]), timelines.gold_timeline(record, texts), found.get(str(record["target"]), ()))
        for record in records
    ]
    return timelines.report(pairs, errors=options.errors)


def _suite(records: Sequence[Record], given: Sequence[Record] | None, options: _Options) -> Report:
    from ..calendar import iso
    from ..exports.predictions import to_suite_prediction
    from . import suites, system

    if given is None:
        expressions = system.expressions(records, mode=options.mode)
        found: Mapping[str, Sequence[Any]] = {
            record["id"]: [to_suite_prediction(item, iso.read(record["ref"])) for item in expressions[record["id"]]]
            for record in records
        }
    else:
        found = {record["id"]: record.get("found") or [] for record in given}
    return suites.report(records, found, errors=options.errors)


def _carried(wanted: Sequence[str], given: Sequence[Record]) -> tuple[str, ...]:
    """Those of the ``wanted`` kinds that the predictions say something about."""
    fields = {"timexes": "timexes", "triggers": "events"}
    names = set().union(*(record.keys() for record in given))
    carried = tuple(kind for kind in wanted if kind not in fields or fields[kind] in names)
    return carried or tuple(wanted)


_EVALUATIONS: dict[str, Callable[[Sequence[Record], Sequence[Record] | None, _Options], Report]] = {
    "timexes": _timexes,
    "triggers": _triggers,
    "dating": _dating,
    "timelines": _timelines,
    "suite": _suite,
}

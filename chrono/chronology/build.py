"""Events of one or many documents become the ordered event table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from ..documents.document import Document
from ..events.event import Event, Mention
from ..reference import ReferenceTime
from .about import Wanted
from .checksum import checksum
from .chronology import Chronology
from .columns import AHEAD, Row, empty_row
from .dates import date_cells, period_text, rank
from .ids import event_ids
from .merge import Group, merge
from .words import content_words


def build(events: Iterable[Event], documents: Sequence[Document], references: Mapping[str, ReferenceTime], *,
          title: str = "", about: Sequence[str] = ()) -> Chronology:
    """The chronology of ``events``; with names ``about``, only those of its rows in which one of them takes part.

    Events told several times become one row with every place as evidence; rows are in chronological order and carry
    stable ids. ``references`` holds the reference time of each document by its key.
    """
    position = {document.key: number for number, document in enumerate(documents)}
    told = sorted(events, key=lambda event: (position.get(event.document, len(position)), event.sentence_start,
                                             event.trigger_start, _expression_start(event)))
    ids = event_ids(told)
    by_key = {document.key: document for document in documents}
    wanted = Wanted(about, [document.text for document in documents]) if about else None
    ranked = []
    for group in merge(told):
        if wanted is not None and not wanted.takes_part(told[index] for index in group.members):
            continue
        first = told[group.members[0]]
        row = _row(group, told, min(ids[index] for index in group.members), by_key, references)
        place = (position.get(first.document, len(position)), first.sentence_start, first.trigger_start)
        ahead = first.future or first.status in AHEAD
        ranked.append((rank(first.span, row["relation"], ahead, (*place, min(group.members))), row))
    ranked.sort(key=lambda pair: pair[0])
    rows = [row | {"order": number} for number, (_, row) in enumerate(ranked, 1)]
    return Chronology(rows, tuple(documents), dict(references), title)


def _row(group: Group, told: Sequence[Event], identity: str, documents: Mapping[str, Document],
         references: Mapping[str, ReferenceTime]) -> Row:
    members = [told[index] for index in group.members]
    event = members[0]
    expression = event.expression
    row = empty_row()
    row |= date_cells(event.span, event.relation)
    row |= {
        "id": identity, "timex": event.timex, "zone": expression.zone if expression else "",
        "basis": event.basis if event.span is not None else "undated",
        "expression": expression.text if expression else "", "anchor": event.anchor, "rule": event.rule,
        "why": _why(event), "alternatives": _alternatives(members, row["edtf"]),
        "confidence": round(max(member.confidence for member in members), 3),
        "event": event.clause, "trigger": event.trigger, "predicate": event.predicate,
        "who": _united(member.who for member in members), "where": _united(member.where for member in members),
        "status": event.status, "sentence": event.sentence, "paragraph": event.paragraph,
        "sentence_start": event.sentence_start, "sentence_end": event.sentence_end,
        "expression_start": expression.start if expression else None,
        "expression_end": expression.end if expression else None,
        "trigger_start": event.trigger_start, "trigger_end": event.trigger_end,
        "conflicts": [text for text in group.conflicts if text != row["edtf"]],
    }
    row |= _origin(event.document, documents, references)
    row["evidence"] = _evidence(members, list(documents))
    row["sources"] = len({place["document"] for place in row["evidence"]})
    row["checksum"] = checksum(row)
    return row


def _expression_start(event: Event) -> int:
    return event.expression.start if event.expression else -1


def _why(event: Event) -> str:
    """The reason of the date, and who says so."""
    told = f"according to {', '.join(event.sources)}" if event.sources else ""
    return "; ".join(part for part in (event.why, told) if part)


def _alternatives(members: Sequence[Event], edtf: str) -> list[str]:
    return [text for text in dict.fromkeys(text for member in members for text in member.alternatives)
            if text and text != edtf]


def _united(lists: Iterable[Sequence[str]]) -> list[str]:
    """The names of all lists, each once, the first writing kept; "US" is "United States"."""
    found: dict[object, str] = {}
    for name in chain.from_iterable(lists):
        found.setdefault(tuple(content_words(name)) or name.casefold(), name)
    return list(found.values())


def _origin(key: str, documents: Mapping[str, Document], references: Mapping[str, ReferenceTime]) -> Row:
    document, reference = documents.get(key), references.get(key)
    published = document.published or "" if document else ""
    if reference is not None and reference.period is not None:
        published = period_text(reference.period)
    return {"document": key, "title": document.heading if document else "",
            "source": document.source if document else "", "published": published}


def _evidence(members: Sequence[Event], order: Sequence[str]) -> list[dict[str, object]]:
    """Every place that tells the event: the row's own sentence, then the others in text order."""
    first = members[0]
    own = Mention(first.document, first.sentence_start, first.sentence_end)
    others = {mention for member in members for mention in
              (*member.mentions, Mention(member.document, member.sentence_start, member.sentence_end))} - {own}
    position = {key: number for number, key in enumerate(order)}
    ordered = sorted(others, key=lambda place: (position.get(place.document, len(position)), place.start, place.end))
    return [{"document": place.document, "start": place.start, "end": place.end} for place in (own, *ordered)]

"""A small article with its rows, and made chronologies of any size: what the timeline's tests draw."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from chrono.calendar import Period, edtf
from chrono.chronology import Chronology
from chrono.chronology.columns import empty_row
from chrono.chronology.dates import date_cells
from chrono.documents.document import Document
from chrono.reference import ReferenceTime

ARTICLE = Path(__file__).with_name("dam.txt").read_text(encoding="utf-8")

_ROWS = (
    # edtf, relation, status, event, expression, trigger, who
    ("1906/1909", "during", "happened", "Wren Hollow dam was built", "three years of work", "work", ()),
    ("1909-23", "on", "happened", "Wren Hollow dam was finished", "the autumn of 1909", "finished", ()),
    ("1911/..", "since", "ongoing", "The dam has held back the river Tarn", "since 1911", "held", ()),
    ("1936", "on", "happened", "The mill below the dam closed", "In 1936", "closed", ()),
    ("194X", "during", "happened", "The reservoir served Harbeck as drinking water", "most of the 1940s", "served", ()),
    ("1952/1957", "between", "happened", "The county raised the crest by two metres", "Between 1952 and 1957",
     "raised", ()),
    ("1978-22", "on", "claimed", "Engineers warned about cracks", "in the summer of 1978", "warned", ()),
    ("1983-02-03", "on", "happened", "A storm overtopped the crest; three farms were flooded", "On 3 February 1983",
     "overtopped", ()),
    ("2004-05", "on", "happened", "A council vote to remove the dam failed", "in May 2004", "failed", ()),
    ("2007/2009", "about", "happened", "Salmon counts fell", "in the late 2000s", "fell", ()),
    ("2019-06", "on", "happened", "A survey found the spillway beyond repair", "in June 2019", "found", ()),
    ("2022-01", "on", "happened", "The state promised money for the removal", "in January 2022", "promised", ()),
    ("2022-11", "before", "claimed", "Tarn Power completed repairs", "last November", "completed", ("Tarn Power",)),
    ("2023-01-09", "on", "denied", "Any work was done on the wall", "on 9 January", "done", ("Inspector",)),
    ("2023-03-01/..", "since", "ongoing", "The reservoir has been lowered", "since 1 March", "lowered", ()),
    ("2023-03-13", "on", "happened", "Ada Morrow signed the removal order", "on Monday", "signed", ("Ada Morrow",)),
    ("2023-03-14", "on", "happened", "The county announced that the dam will be taken down", "on Tuesday", "said",
     ("County",)),
    ("2023-09", "on", "planned", "Contractors breach the wall", "in September", "breach", ("Contractors",)),
    ("../2024-12-31", "by", "planned", "The river runs free", "by the end of 2024", "run", ()),
    ("2025/..", "after", "possible", "A memorial park follows", "after 2025", "follow", ()),
    ("", "on", "planned", "A hearing will be held", "at some later date", "held at some", ()),
)


def row(date: str, relation: str, status: str, event: str, **other: Any) -> dict[str, Any]:
    """A row of the event table with the columns that derive from an EDTF date filled in."""
    cells = date_cells(edtf.read(date), relation) if date else date_cells(None, relation)
    key = hashlib.sha1(f"{date}{event}{other.get('sentence_start')}".encode("utf-8", "replace")).hexdigest()[:12]
    made = {"id": key, "timex": date, "basis": "relative" if date else "undated", "rule": "en.test", "confidence": 0.9,
            "event": event, "status": status, "paragraph": 1, "sources": 1}
    return empty_row() | cells | made | other


def dam() -> Chronology:
    """The article above with every kind of date and status."""
    document = Document(ARTICLE, title="Old dam at Wren Hollow to come down", source="Harbeck Courier", id="dam")
    rows = []
    for date, relation, status, event, expression, trigger, who in _ROWS:
        at = ARTICLE.index(expression)
        found = row(date, relation, status, event, expression=expression, trigger=trigger.split()[0], who=list(who),
                    where=["Wren Hollow"], document="dam", title=document.title, source=document.source,
                    published="2023-03-14", predicate=trigger, anchor="document date",
                    why=f"{expression!r} read against the document's date, Tuesday 14 March 2023",
                    alternatives=["2022-09"] if trigger == "breach" else [])
        rows.append(located(found, ARTICLE, at))
    rows.sort(key=lambda r: (not r["start"] and not r["end"], r["start"] or r["end"], r["end"]))
    for number, each in enumerate(rows, 1):
        each["order"] = number
    when = ReferenceTime(Period.day(2023, 3, 14), "dateline", "the date line “HARBECK, March 14, 2023”", 0.98)
    return Chronology(rows, (document,), {"dam": when}, document.title)


def located(found: dict[str, Any], text: str, at: int) -> dict[str, Any]:
    """The row with the sentence around code point ``at`` and the places of its expression and trigger."""
    start = max(text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0, text.rfind("\n", 0, at) + 1)
    stop = next(i for i in range(at, len(text) + 1) if i == len(text) or text[i] == "\n" or text[i:i + 2] == ". ")
    trigger_at = text.find(found["trigger"], start, stop)
    places = {"sentence": text[start:stop], "sentence_start": start, "sentence_end": stop, "expression_start": at,
              "expression_end": at + len(found["expression"]), "trigger_start": max(trigger_at, start),
              "trigger_end": max(trigger_at, start) + len(found["trigger"])}
    return found | places | {"evidence": [{"document": found["document"], "start": start, "end": stop}]}


_VERBS = ("opened", "closed", "signed", "visited", "rejected", "approved", "attacked", "launched", "sold", "met")
_NAMES = ("Amara Diallo", "Otto Brandt", "the port authority", "Lena Ortiz", "the harbour board", "Ruthven Mills")
_PLACES = ("Harbeck", "Lisbon", "Oslo", "Quebec", "Kyoto")
_STATUSES = ("happened",) * 12 + ("planned", "possible", "ongoing", "denied", "claimed")


def made(count: int, *, first: int = 2015, last: int = 2020, documents: int = 4, seed: int = 7) -> Chronology:
    """``count`` made-up events between two years, told in ``documents`` texts."""
    dice = random.Random(seed)
    days = sorted(dice.randrange(first * 365, last * 365) for _ in range(count))
    texts: list[list[str]] = [[] for _ in range(documents)]
    lengths = [0] * documents
    rows = []
    for number, day in enumerate(days):
        year, month = day // 365, day % 365 // 31 + 1
        whole = f"{year:04d}-{month:02d}-{day % 28 + 1:02d}"
        date = dice.choice((whole,) * 8 + (whole[:-3],) * 2 + (whole[:-6],))
        who, verb, place = dice.choice(_NAMES), dice.choice(_VERBS), dice.choice(_PLACES)
        event = f"{who[0].upper()}{who[1:]} {verb} plan {number} in {place}"
        sentence = f"On {date} {who} {verb} plan {number} in {place}, witnesses said. "
        which = number % documents
        start = lengths[which]
        if number // documents % 4 == 3:
            sentence = f"{sentence.rstrip()}\n\n"
        texts[which].append(sentence)
        lengths[which] += len(sentence)
        at, cut = sentence.index(verb), len(sentence.rstrip())
        rows.append(row(
            date, "on", dice.choice(_STATUSES), event, order=number + 1, who=[who], where=[place], trigger=verb,
            predicate=verb, document=f"text-{which}", title=f"Text number {which}", expression=date,
            why=f"{date} is written out (sentence {number // documents + 1})",
            confidence=round(dice.uniform(0.5, 1), 2),
            sentence=sentence[:cut], sentence_start=start, sentence_end=start + cut, expression_start=start + 3,
            expression_end=start + 3 + len(date), trigger_start=start + at, trigger_end=start + at + len(verb),
            evidence=[{"document": f"text-{which}", "start": start, "end": start + cut}]))
    told = tuple(Document("".join(text), title=f"Text number {i}", id=f"text-{i}") for i, text in enumerate(texts))
    when = ReferenceTime(Period.day(last, 1, 1), "given", "given with --date")
    return Chronology(rows, told, {each.id: when for each in told}, f"{count} made events")


def outlier() -> Chronology:
    """One event in 1850 and forty in 2019."""
    base = made(40, first=2019, last=2020)
    early = row("1850", "on", "happened", "The first quay was laid", document="text-0", title="Text number 0")
    return replace(base, rows=[early, *base.rows])


def ancient() -> Chronology:
    """Years before 1, and both ends of the calendar."""
    dates = ("-9999", "-0498", "-0043-03-15", "-0030", "0001", "0079-10-24", "0476", "9999-12-31")
    return Chronology([row(date, "on", "happened", f"Event of {date}") for date in dates], title="Ancient & far")

"""What people see in the terminal: the table, the marked text, one row in full, progress and problems."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from .errors import ChronoError
from .files import write_atomically

if TYPE_CHECKING:
    from rich.console import Console

    from .events.rules import EventRule
    from .reference import ReferenceTime
    from .tagger.expression import TimeExpression
    from .tagger.rules import Rule

WIDTH = 110
"""Columns where the output is no terminal."""
LONGEST_EVENT = 220
"""Code points of an event that the table shows."""
PATIENCE = 0.8
"""Seconds of work before progress is shown."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """``text`` without the control characters that a terminal would obey."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n"))


def console(file: TextIO | None = None) -> Console:
    """A rich console on ``file`` (standard output) that takes text as it is, without markup or highlighting."""
    from rich.console import Console

    stream = file or sys.stdout
    width = None if stream.isatty() else WIDTH
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def print_table(rows: Sequence[Mapping[str, Any]], out: Console) -> None:
    """The rows that are not hidden, as a table: rank, date, event, status, what the date was read from, confidence."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    table.add_column("Date", min_width=9, max_width=22)
    table.add_column("Event", ratio=3, min_width=28)
    table.add_column("Status", no_wrap=True)
    table.add_column("Read from", max_width=26)
    table.add_column("Sure", justify="right", no_wrap=True)
    for row in (row for row in rows if not row["hidden"]):
        event = shorten(row["event"])
        cells: list[str] = [str(row["order"]), row["date"] or "undated", event, row["status"], _origin(row)]
        sure = f"{float(row['confidence']):.2f}" if row["confidence"] not in ("", None) else ""
        style = "italic" if row["status"] in ("planned", "possible") else ""
        table.add_row(*(Text(" ".join(plain(cell).split())) for cell in cells), Text(sure), style=style)
    out.print(table)


def shorten(text: str) -> str:
    """``text`` cut at a word where it is too long for a cell of the table."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_EVENT else flat[:LONGEST_EVENT].rpartition(" ")[0] + " …"


def _origin(row: Mapping[str, Any]) -> str:
    if row["expression"]:
        return f"“{row['expression']}”"
    return {"implied": "the narrative", "undated": "–"}.get(row["basis"], str(row["basis"]))


def print_marked(text: str, expressions: Sequence[TimeExpression], out: Console) -> None:
    """The text with its expressions marked, each followed by its value: ``[A year later = 2016]``."""
    from rich.text import Text

    shown = Text()
    position = 0
    for expression in expressions:
        shown.append(plain(text[position : expression.start]))
        shown.append("[" if not out.is_terminal else "", style="dim")
        shown.append(plain(expression.text), style="bold underline" if out.is_terminal else "")
        shown.append(f" = {value(expression)}" + ("]" if not out.is_terminal else ""), style="cyan")
        position = expression.end
    shown.append(plain(text[position:]))
    out.print(shown, soft_wrap=not out.is_terminal)


def value(expression: TimeExpression) -> str:
    """The TIMEX3 value with what narrows it: ``2019 END``, ``P4Y MORE_THAN``, ``XXXX-WXX-2 EVERY``."""
    extras = (expression.mod, expression.quant, expression.freq)
    return " ".join([expression.value, *(extra for extra in extras if extra)])


def print_readings(expressions: Sequence[TimeExpression], out: Console) -> None:
    """For each expression the tree, the anchor, the rule, the reason, and the readings refused."""
    for expression in expressions:
        out.print(f"{plain(expression.text)!r}  {expression.start}–{expression.end}", style="bold")
        anchor = expression.anchor
        told = "" if anchor is None else f"{anchor.text} ({anchor.value})"
        facts = {
            "means": f"{expression.type} {value(expression)}",
            "tree": expression.tree,
            "anchor": told,
            "rule": expression.rule,
            "why": expression.why,
            "or": ", ".join(reading for reading, _ in expression.alternatives),
            "sure": f"{expression.confidence:.2f}",
        }
        _print_facts(facts, out)


def print_row(row: Mapping[str, Any], out: Console) -> None:
    """Everything about one row of a chronology."""
    out.print(f"{row['order']}. {plain(str(row['event']))}", style="bold", soft_wrap=True)
    bounds = f"{row['start'] or '…'} to {row['end'] or '…'}" if row["start"] or row["end"] else ""
    facts = {
        "date": row["date"] or "undated",
        "bounds": bounds,
        "known to": row["granularity"],
        "EDTF": row["edtf"],
        "TIMEX3": row["timex"],
        "zone": row["zone"],
        "relation": row["relation"],
        "basis": row["basis"],
        "read from": f"“{row['expression']}”{_place(row, 'expression')}" if row["expression"] else "",
        "anchor": row["anchor"],
        "rule": row["rule"],
        "why": row["why"],
        "or": _joined(row["alternatives"]),
        "conflicts": _joined(row["conflicts"]),
        "sure": row["confidence"],
        "status": row["status"],
        "trigger": f"{row['trigger']} ({row['predicate']}){_place(row, 'trigger')}" if row["trigger"] else "",
        "who": _joined(row["who"]),
        "where": _joined(row["where"]),
        "sentence": f"{row['sentence']}{_place(row, 'sentence')}" if row["sentence"] else "",
        "paragraph": row["paragraph"],
        "also told": _joined(_mention(place) for place in row["evidence"][1:]),
        "document": row["document"],
        "title": row["title"],
        "source": row["source"],
        "published": row["published"],
        "note": row["note"],
        "tags": _joined(row["tags"]),
        "hidden": "yes" if row["hidden"] else "",
        "edited": _joined(row["edited"]),
        "id": row["id"],
    }
    _print_facts({name: "" if fact is None else str(fact) for name, fact in facts.items()}, out)


def _place(row: Mapping[str, Any], what: str) -> str:
    start, end = row[f"{what}_start"], row[f"{what}_end"]
    return "" if start is None else f"  [{start}–{end}]"


def _mention(place: Mapping[str, Any]) -> str:
    return f"{place['document']} [{place['start']}–{place['end']}]"


def _joined(items: Iterable[Any]) -> str:
    return "; ".join(str(item) for item in items)


def print_rule(rule: Rule, out: Console) -> None:
    """A tagger's rule: its name, what it is for, its pattern, its meaning, its examples."""
    out.print(rule.id, style="bold")
    facts = {"for": rule.doc, "pattern": rule.pattern, "means": rule.meaning}
    _print_facts(facts, out)
    for example in rule.examples:
        found = ", ".join(f"{words!r} = {value}" for words, value in example.expected) or "nothing"
        out.print(f"    {example.text!r} on {example.reference}: {found}", style="dim", soft_wrap=True)


def print_event_rule(rule: EventRule, out: Console) -> None:
    """A rule that dates events without a time expression: its name, what it says, its examples."""
    out.print(rule.id, style="bold")
    _print_facts({"for": rule.doc}, out)
    for example in rule.examples:
        found = f"{example.trigger!r} = {example.date or 'undated'}"
        out.print(f"    {example.text!r} on {example.on}: {found}", style="dim", soft_wrap=True)


def _print_facts(facts: Mapping[str, str], out: Console) -> None:
    from rich.text import Text

    width = max((len(name) for name, fact in facts.items() if fact), default=0)
    for name, fact in facts.items():
        if fact:
            out.print(Text(f"  {name:<{width}}  ", style="dim").append(plain(fact), style="not dim"), soft_wrap=True)


def reference_line(name: str, when: ReferenceTime, language: str = "en") -> str:
    """One line on a document's date, how it was found, and how the document is read."""
    from .calendar import Span, human
    from .tagger.language import read_with

    read = f"; read as {when.mode} ({when.mode_why})" if when.mode else f"; {read_with(language)}"
    if when.period is None:
        return f"{name}: undated; {when.why}{read}"
    others = [human.write(Span.of(other)) for other in when.alternatives]
    tail = f" (or {', '.join(others)})" if others and when.source == "inferred" else ""
    found = when.why if when.source in ("given", "metadata") else f"{when.source}: {when.why}"
    return f"{name}: written {human.write(Span.of(when.period))}{tail}, {found}{read}"


class Problems:
    """Collects what went wrong, prints it on standard error line by line, and knows the exit code."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.failed = 0
        self.done = 0

    def report(self, error: ChronoError) -> None:
        """An input that could not be used."""
        self.failed += 1
        self._print(f"chrono: {error}")

    def note(self, text: str) -> None:
        """Something worth knowing; not printed when quiet."""
        if not self.quiet:
            self._print(text)

    def deliver(self, path: Path, text: str) -> None:
        """Write what was done to ``path`` and say so; where it cannot be written, nothing was done."""
        done, self.done = self.done, 0
        write_atomically(path, text)
        self.done = done
        self.note(f"wrote {path}")

    @property
    def exit_code(self) -> int:
        """0 where all went well, 1 where some inputs failed, 2 where nothing could be done."""
        return 0 if not self.failed else 1 if self.done else 2

    @staticmethod
    def _print(text: str) -> None:
        with suppress(OSError):  # nobody to tell is no reason to stop
            print(" ".join(plain(text).split()), file=sys.stderr, flush=True)


class Progress:
    """How many of the documents are done, on standard error: a line that renews itself in a terminal, else one line
    every ten seconds."""

    def __init__(self, total: int, quiet: bool = False) -> None:
        self.total = total
        self.count = 0
        self.silent = quiet or total < 2
        self.terminal = sys.stderr.isatty()
        self.last = time.monotonic() + (PATIENCE if self.terminal else 10.0)
        self.shown = False

    def step(self, _: object = None) -> None:
        """One more document is done."""
        self.count += 1
        now = time.monotonic()
        if self.silent or now < self.last:
            return
        self.last = now + (0.1 if self.terminal else 10.0)
        self.shown = True
        line = f"{self.count} of {self.total} documents"
        print(f"\r{line}" if self.terminal else line, end="" if self.terminal else "\n", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the line away."""
        if self.shown and self.terminal:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)

"""Scores a produced chronology against the rows that a careful reader wrote from the article alone.

A produced row is *right* when it matches an expected row (required or not) in evidence sentence and date, one to one,
so that a repetition of an event already told is wrong; precision is the share of right rows. Recall is the share of
required rows matched in evidence sentence, date, and subject (the trigger, or all the telling words in the clause).

Command line: `python -m tests.articles.score [NAME …]`, where NAME is the beginning of an article's file name.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from tests.articles.expectations import Article, Expected, NotRow, load
from tests.articles.rows import Row, cell, evidence_of, has_trigger, has_words, says, show
from tests.articles.spans import read, same

NOT_AFTER = "2026-06-30"


@dataclass(frozen=True, slots=True)
class Miss:
    """One fault. `kind`: missing, wrong date, wrong date shown, repeated, unexpected, status, relation, basis,
    clause, order, trap."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Result:
    """Counts for one article, or summed over several; `required`/`found` count required rows only."""

    name: str
    produced: int
    right: int
    required: int
    found: int
    misses: tuple[Miss, ...]

    @property
    def precision(self) -> float:
        return self.right / self.produced if self.produced else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.required if self.required else 1.0

    def of(self, kind: str) -> list[Miss]:
        return [miss for miss in self.misses if miss.kind == kind]


def score(article: Article, rows: Sequence[Row]) -> Result:
    """Compare produced rows (mappings with the event table's columns, in table order) with the article's."""
    ordered = sorted(rows, key=lambda row: row.get("order") or 0)
    evidence = [evidence_of(row, article.text) for row in ordered]

    def told(e: Expected, p: int) -> bool:
        return any(says(evidence[p], snippet) for snippet in e.sentence)

    def dated(e: Expected, p: int) -> bool:
        return any(same(edtf, cell(ordered[p], "edtf")) for edtf in e.edtf)

    def meant(e: Expected, p: int) -> bool:
        return has_trigger(ordered[p], e.trigger) or (bool(e.words) and has_words(ordered[p], e.words))

    ranked = sorted(article.rows, key=lambda e: not e.must)
    full = _match(ranked, range(len(ordered)), lambda e, p: told(e, p) and dated(e, p) and meant(e, p))
    rest = [e for e in ranked if e not in full]
    spare = [p for p in range(len(ordered)) if p not in full.values()]
    loose = _match(rest, spare, lambda e, p: told(e, p) and dated(e, p))
    unused = [p for p in spare if p not in loose.values()]

    misses: list[Miss] = []
    for e in article.rows:
        if e.must and e not in full:
            wrong = [p for p in unused if told(e, p) and has_trigger(ordered[p], e.trigger)]
            kind = "wrong date" if wrong else "missing"
            misses.append(Miss(kind, f"{e}" + "".join(f"\n      got {show(ordered[p])}" for p in wrong)))
    for p in unused:
        about = [e for e in article.rows if told(e, p)]
        kind = "repeated" if any(dated(e, p) for e in about) else "unexpected"
        if kind == "unexpected" and any(meant(e, p) for e in about):
            kind = "wrong date shown"
        misses.append(Miss(kind, show(ordered[p])))
    misses += _details((e, ordered[p]) for e, p in full.items())
    misses += _disorder(ordered)
    misses += [
        Miss("trap", f"{trap.why}: {show(row)}")
        for trap in article.not_rows
        for row, told_by in zip(ordered, evidence, strict=True)
        if says(told_by, trap.sentence) and _trapped(row, trap)
    ]
    required = [e for e in article.rows if e.must]
    found = sum(e in full for e in required)
    return Result(article.name, len(ordered), len(full) + len(loose), len(required), found, tuple(misses))


def total(results: Iterable[Result]) -> Result:
    """The counts of several articles added up (micro average)."""
    some = list(results)
    return Result(
        "all",
        sum(r.produced for r in some),
        sum(r.right for r in some),
        sum(r.required for r in some),
        sum(r.found for r in some),
        tuple(miss for r in some for miss in r.misses),
    )


def produce(article: Article) -> list[Row]:
    """Run `chrono.extract` on the article as its reader would, and return the table's rows."""
    import chrono

    document = chrono.Document(text=article.text, published=article.published_given)
    frame = chrono.extract(document, not_after=NOT_AFTER).frame
    return [{name: _plain(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def reference(rows: Sequence[Row]) -> str | None:
    """The reference day the rows were dated against (their `published`), or None where none was found."""
    days = Counter(cell(row, "published")[:10] for row in rows)
    return (days.most_common(1)[0][0] or None) if days else None


def main(names: Sequence[str]) -> int:
    """Print figures and misses of the articles whose names begin with one of `names` (all by default)."""
    chosen = [a for a in load() if not names or any(a.name.startswith(name) for name in names)]
    if not chosen:
        print(f"no article is named {', '.join(names)}", file=sys.stderr)
        return 2
    results: list[Result] = []
    for article in chosen:
        rows = produce(article)
        results.append(score(article, rows))
        day = reference(rows)
        print(_line(results[-1]) + ("" if day == article.published else f"  reference {day}, not {article.published}"))
        for kind, misses in _by_kind(results[-1].misses).items():
            print(f"  {kind}", *(f"    {miss.what}" for miss in misses), sep="\n")
    overall = total(results)
    print(_line(overall), dict(Counter(miss.kind for miss in overall.misses)))
    return 0


def _match(
    wanted: Sequence[Expected], offered: Iterable[int], fits: Callable[[Expected, int], bool]
) -> dict[Expected, int]:
    """A maximum one-to-one matching by augmenting paths; who comes first in `wanted` is served first."""
    choices = {e: [p for p in offered if fits(e, p)] for e in wanted}
    holder: dict[int, Expected] = {}

    def seat(e: Expected, seen: set[int]) -> bool:
        for p in choices[e]:
            if p not in seen:
                seen.add(p)
                if p not in holder or seat(holder[p], seen):
                    holder[p] = e
                    return True
        return False

    for e in wanted:
        seat(e, set())
    return {e: p for p, e in holder.items()}


def _details(pairs: Iterable[tuple[Expected, Row]]) -> list[Miss]:
    """What is wrong with rows that were found: status, relation, basis, or a clause without its telling words."""
    misses = []
    for e, row in pairs:
        for kind, accepted in (("status", e.status), ("relation", e.relation), ("basis", e.basis)):
            got = cell(row, kind)
            if accepted and got not in accepted:
                misses.append(Miss(kind, f"{e}: {got or 'none'}, not {' or '.join(accepted)}"))
        if not has_words(row, e.words):
            misses.append(Miss("clause", f"{e}: {', '.join(e.words)} not in “{cell(row, 'event')}”"))
    return misses


def _disorder(rows: Sequence[Row]) -> list[Miss]:
    """Neighbouring rows that stand in the wrong order of time; undated ones come last."""
    return [
        Miss("order", f"{show(one)}\n      before {show(other)}")
        for one, other in pairwise(rows)
        if _rank(one) > _rank(other)
    ]


def _rank(row: Row) -> tuple[bool, int]:
    try:
        span = read(cell(row, "edtf"))
    except ValueError:
        span = None
    return (span is None, span.key[0] if span else 0)


def _trapped(row: Row, trap: NotRow) -> bool:
    if trap.expression:
        return re.search(rf"(?<!\w){re.escape(trap.expression)}(?!\w)", cell(row, "expression"), re.I) is not None
    return has_trigger(row, (trap.trigger,))


def _plain(cell: Any) -> Any:
    """A DataFrame cell as plain Python; missing values become None."""
    if pd.api.types.is_scalar(cell) and pd.isna(cell):
        return None
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def _line(result: Result) -> str:
    return (
        f"{result.name:20} precision {result.precision:.2f} ({result.right}/{result.produced})"
        f"  recall {result.recall:.2f} ({result.found}/{result.required})"
    )


def _by_kind(misses: Iterable[Miss]) -> dict[str, list[Miss]]:
    kinds: dict[str, list[Miss]] = {}
    for miss in misses:
        kinds.setdefault(miss.kind, []).append(miss)
    return kinds


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

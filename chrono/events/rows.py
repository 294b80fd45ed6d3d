"""The row to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .dating import Dating
from .predicates import Predicate


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its predicate, the light verb that carries it (if any), its date and status.

    ``future`` marks an undated event that lies ahead, ``minor`` one that only a table of all events has.
    """

    predicate: Predicate
    carrier: Predicate | None
    dating: Dating
    status: str
    future: bool = False
    minor: bool = False

    @property
    def verb(self) -> int | None:
        """The token of the carrier."""
        return self.carrier.index if self.carrier else None


def told_by(rows: Iterable[Row]) -> set[int]:
    """The tokens of the predicates that have a row, and of the light verbs that carry them."""
    return {row.predicate.index for row in rows} | {row.verb for row in rows if row.verb is not None}

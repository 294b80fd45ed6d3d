"""The row to be."""

from __future__ import annotations

from dataclasses import dataclass

from .dating import Dating
from .predicates import Predicate


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its predicate, the light verb that carries it (if any), its date and status.

    ``future`` marks an undated event that lies ahead.
    """

    predicate: Predicate
    carrier: Predicate | None
    dating: Dating
    status: str
    future: bool = False

    @property
    def verb(self) -> int | None:
        """The token of the carrier."""
        return self.carrier.index if self.carrier else None

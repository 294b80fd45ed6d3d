"""The units a date can be known to, from fine to coarse."""

from enum import IntEnum


class Granularity(IntEnum):
    """How exactly a date is known; a larger member is a coarser unit."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    SEASON = 8
    QUARTER = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14

    @property
    def label(self) -> str:
        """The name used in the event table, e.g. ``part-of-day``."""
        return _LABELS[self]

    @classmethod
    def from_label(cls, label: str) -> "Granularity":
        """The member whose :attr:`label` is ``label``; ``KeyError`` when there is none."""
        return cls[label.upper().replace("-", "_")]


_LABELS = tuple(unit.name.lower().replace("_", "-") for unit in Granularity)

"""A reading: what one expression tree means in one discourse, as it is being worked out."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter

from ..calendar import Granularity, Period, Span, timex


@dataclass(slots=True)
class Reading:
    """A TIMEX3 in the making.

    ``period`` is the calendar unit it names when that is known, ``length`` its quantity and unit when it is a
    duration, ``relative`` whether context was needed, ``why`` the reason in words.
    """

    type: str
    value: str
    period: Period | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    length: tuple[float | str, str] | None = None
    anchor: object | None = None
    begin: str | None = None
    end: str | None = None
    span: Span | None = None
    relative: bool = False
    why: str = ""
    zone: str = ""
    aside: bool = False
    confidence: float = 1.0
    alternatives: tuple[Period, ...] = field(default=())

    def but(self, **changes: object) -> Reading:
        """A copy with some fields changed."""
        copy = Reading(*_VALUES(self))
        for name, value in changes.items():
            setattr(copy, name, value)
        return copy


_VALUES = attrgetter(*(item.name for item in fields(Reading)))


def of_period(period: Period, *, relative: bool = False, why: str = "", anchor: object | None = None,
              confidence: float = 1.0, alternatives: tuple[Period, ...] = ()) -> Reading:
    """The reading that names ``period``."""
    kind = "TIME" if period.granularity < Granularity.DAY else "DATE"
    return Reading(kind, timex.write(period), period, relative=relative, why=why, anchor=anchor,
                   confidence=confidence, alternatives=alternatives)

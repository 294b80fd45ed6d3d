"""The event room: what happened, who, where, when, and whether it did."""

from .event import Bounds, Event, Extent, Mention
from .extract import extract_events
from .given import date_triggers, eventtime_form
from .merging import time_phrases
from .triggers import triggers

__all__ = [
    "Bounds",
    "Event",
    "Extent",
    "Mention",
    "date_triggers",
    "eventtime_form",
    "extract_events",
    "time_phrases",
    "triggers",
]

"""Text in, an ordered, dated, explained chronology out.

>>> import chrono
>>> chronology = chrono.extract("The mill opened in 1871. Two years later it burned down.")
>>> [row["date"] for row in chronology.rows]
['1871', '1873']

The names below are the whole public interface. They are loaded on first use, so that ``import chrono`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import draw, extract, reference_time, tag
    from .chronology import Chronology
    from .documents import Document, read, read_all
    from .errors import ChronoError, DateError, InputError
    from .evaluation import evaluate
    from .events.event import Event
    from .reference import ReferenceTime
    from .tagger.expression import TimeExpression

_HOMES = {
    "draw": "api",
    "evaluate": "evaluation",
    "extract": "api",
    "reference_time": "api",
    "tag": "api",
    "Chronology": "chronology",
    "Document": "documents",
    "read": "documents",
    "read_all": "documents",
    "ChronoError": "errors",
    "DateError": "errors",
    "InputError": "errors",
    "Event": "events.event",
    "ReferenceTime": "reference",
    "TimeExpression": "tagger.expression",
}

__all__ = [
    "ChronoError",
    "Chronology",
    "DateError",
    "Document",
    "Event",
    "InputError",
    "ReferenceTime",
    "TimeExpression",
    "__version__",
    "draw",
    "evaluate",
    "extract",
    "read",
    "read_all",
    "reference_time",
    "tag",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("chrono")
    elif name in _HOMES:
        value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

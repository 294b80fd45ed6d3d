"""The dateline: when and where a document was written, and how that is known."""

from .find import find
from .given import read_bound, read_date
from .places import place

__all__ = ["find", "place", "read_bound", "read_date"]

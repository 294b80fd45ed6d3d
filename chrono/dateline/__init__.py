"""The dateline: when a document was written, and how that is known."""

from ..calendar.given import read_bound, read_date
from .find import find

__all__ = ["find", "read_bound", "read_date"]

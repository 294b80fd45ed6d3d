"""The dateline: when a document was written, and how that is known."""

from .find import find
from .given import read_bound, read_date

__all__ = ["find", "read_bound", "read_date"]

"""Documents and how they are read: text files, JSONL collections, TimeML files, saved web pages."""

from .document import Document
from .reader import read, read_all

__all__ = ["Document", "read", "read_all"]

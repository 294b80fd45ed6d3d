"""The ordered event table: events merged, ordered and numbered, read back from CSV, filtered, and kept over re-runs."""

from .build import build
from .chronology import Chronology
from .columns import COLUMNS
from .table import read_table

__all__ = ["COLUMNS", "Chronology", "build", "read_table"]

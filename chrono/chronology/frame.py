"""The rows as a pandas DataFrame. The only module of the room that imports pandas."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .columns import COLUMNS, Kind, Row

_TIMES = ("start", "end")


def frame(rows: Sequence[Row]) -> pd.DataFrame:
    """One column for each of the table's, in order: see :attr:`chrono.chronology.Chronology.frame`."""
    return pd.DataFrame({column: _series([row[column] for row in rows], column, kind)
                         for column, kind in COLUMNS.items()}, columns=list(COLUMNS))


def _series(values: list[object], column: str, kind: Kind) -> pd.Series:
    if column in _TIMES:
        return pd.Series(np.array([value or "NaT" for value in values], dtype="datetime64[s]"))
    if kind is Kind.NUMBER:
        return pd.Series(values, dtype="int64" if column == "order" else "Int64")
    if kind is Kind.SHARE:
        return pd.Series(values, dtype="float64")
    if kind is Kind.FLAG:
        return pd.Series(values, dtype="bool")
    if kind in (Kind.TEXT, Kind.CODE):
        return pd.Series(values, dtype="str")
    return pd.Series(values, dtype="object")

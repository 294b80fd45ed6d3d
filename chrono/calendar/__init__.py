"""The time algebra: granularities, periods, spans, and their ISO 8601, EDTF and TIMEX3 forms. Knows no text."""

from .granularity import Granularity
from .period import PARTS_OF_DAY, SEASONS, Period
from .span import Span

__all__ = ["PARTS_OF_DAY", "SEASONS", "Granularity", "Period", "Span"]

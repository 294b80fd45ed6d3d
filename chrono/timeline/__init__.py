"""Chronology → a plotly figure, a static picture, and the one-file page that people show each other."""

from .figure import figure
from .lanes import LANES
from .page import page, write_assets
from .picture import picture

__all__ = ["LANES", "figure", "page", "picture", "write_assets"]

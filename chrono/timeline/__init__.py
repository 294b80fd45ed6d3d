"""Chronology → a plotly figure, a static picture, and the one-file page that people show each other."""

from .figure import figure
from .page import page, write_assets

__all__ = ["figure", "page", "write_assets"]

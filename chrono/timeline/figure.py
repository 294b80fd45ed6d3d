"""The chronology as a plain plotly figure, for notebooks and static pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from ..calendar.gregorian import day_number
from ..calendar.period import DAY_SECONDS
from .arrange import Arrangement, arrange
from .axis import Window, full_window, home_window, padded, plotly_date, ticks, year_name
from .glyphs import View
from .lanes import groups
from .marks import Mark, Row, marks
from .style import THEMES, status_name, style
from .text import plain, shorten

if TYPE_CHECKING:
    from ..chronology import Chronology

_MARGIN = {"l": 16, "r": 16, "t": 84, "b": 56}
_SYMBOLS = {"cap": "line-ns-open", "left": "triangle-left", "right": "triangle-right"}
_NOTE = 20
_YEAR_ONE = day_number(1, 1, 1) * DAY_SECONDS
_KEY = (("thick", "Lasted"), ("thin", "Some time within"), ("faint", "End not known"))


def figure(chronology: Chronology, *, lanes: str = "none", theme: str = "light", plot_width: int = 1040) -> go.Figure:
    """The chronology's dated events on a time axis, packed into rows so that no mark overlaps another.

    ``lanes`` is none, document, participant, place or status; ``theme`` light or dark; ``plot_width`` the width in
    pixels for which marks and labels are packed (the figure itself fits its container). Hidden rows are left out.
    Far outliers lie outside the opening range, and a note at the edge names them. ``ValueError`` for an unknown lane
    or theme, :class:`~chrono.errors.DateError` for a row whose bounds cannot be read.
    """
    if theme not in THEMES:
        raise ValueError(f"theme must be one of {', '.join(THEMES)}, not {theme!r}")
    found = marks(chronology.rows)
    titles = {document.key: document.heading for document in chronology.documents}
    lane_of = groups(chronology.rows, lanes, titles)
    drawn = go.Figure(layout=_layout(chronology.title, theme))
    if not found:
        drawn.add_annotation(text="No dated events", x=0.5, y=0.5, xref="paper", yref="paper", showarrow=False)
        return drawn.update_layout(height=240, xaxis_visible=False)
    view = View(padded(home_window(found), found, now(chronology)), plot_width, now(chronology))
    placed = arrange(chronology.rows, found, lane_of, view)
    _draw_marks(drawn, chronology.rows, found, placed, theme)
    _draw_labels(drawn, placed, style()[theme])
    _draw_key(drawn, placed, style()[theme])
    notes = _outliers(found, view.window)
    _lay_axes(drawn, placed, _NOTE / placed.pitch if notes else 0, theme)
    _write_notes(drawn, notes, theme)
    return drawn


def now(chronology: Chronology) -> float | None:
    """The latest reference date of the chronology's documents in seconds, up to which an open stretch is known."""
    known = [time.period.end for time in chronology.references.values() if time.period is not None]
    return max(known) if known else None


def hover(row: Row) -> str:
    """The hover text of a row as plotly markup; everything from the row itself is escaped."""
    name = status_name(str(row.get("status") or ""))
    people = row.get("who") or []
    lines = [f"<b>{plain(str(row.get('date') or ''))}</b>"]
    lines += [plain(line) for line in _wrap(str(row.get("event") or ""))]
    lines.append(plain(" · ".join(part for part in (name, "; ".join(people)) if part)))
    if row.get("why"):
        lines.append(f"<i>{plain(shorten(str(row['why']), 90))}</i>")
    return "<br>".join(lines)


def _wrap(text: str, limit: int = 58, most: int = 4) -> list[str]:
    lines = [""]
    for word in shorten(text, limit * most).split():
        if lines[-1] and len(lines[-1]) + len(word) >= limit:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + shorten(word, limit)
    return lines


def _draw_marks(drawn: go.Figure, rows: Sequence[Row], found: Sequence[Mark], placed: Arrangement, theme: str) -> None:
    """The marks, a group of traces for each status, so that the legend shows and hides them together."""
    colours, statuses, sizes = style()[theme], style()["statuses"], style()["sizes"]
    view, levels = placed.view, _levels(placed)
    for status in [*statuses, *sorted({mark.status for mark in found} - set(statuses))]:
        members = [i for i, mark in enumerate(found) if mark.status == status]
        if not members:
            continue
        look = statuses.get(status, statuses["happened"])
        colour = colours.get(status, colours["happened"])
        common: dict[str, Any] = {"legendgroup": status, "hoverinfo": "text", "showlegend": False}
        for kind in ("faint", "thick", "thin"):
            x, y, data, texts = _strokes(rows, found, placed, levels, members, kind)
            if x:
                broken = look["dash"] != "solid" and kind == "thin"
                line = {"color": colour, "dash": "3px,2px" if broken else look["dash"],
                        "width": sizes["thin"] if kind == "thin" else sizes["line"] * view.scale}
                drawn.add_scatter(x=x, y=y, mode="lines", line=line, opacity=0.4 if kind == "faint" else 1,
                                  customdata=data, hovertext=texts, **common)
        points = [(i, kind, place) for i in members for kind, place in placed.glyphs[i].symbols]
        drawn.add_scatter(
            x=[plotly_date(view.second(place)) for _, _, place in points],
            y=[levels[i] for i, _, _ in points], mode="markers", **common,
            marker={"symbol": [_SYMBOLS.get(kind) or look[kind] for _, kind, _ in points], "color": colour,
                    "size": sizes["symbol"] * view.scale, "line": {"width": 2 * view.scale, "color": colour}},
            customdata=[found[i].row for i, _, _ in points],
            hovertext=[hover(rows[found[i].row]) for i, _, _ in points])
        drawn.add_scatter(x=[None], y=[None], mode="markers", name=look["name"], legendgroup=status,
                          marker={"symbol": look["exact"], "color": colour, "size": sizes["symbol"],
                                  "line": {"width": 2, "color": colour}})


def _draw_key(drawn: go.Figure, placed: Arrangement, colours: Mapping[str, str]) -> None:
    """Legend entries for the kinds of strokes that occur."""
    for kind, name in _KEY:
        if any(stroke[0] == kind for each in placed.glyphs for stroke in each.strokes):
            drawn.add_scatter(x=[None], y=[None], mode="lines", name=name, opacity=0.4 if kind == "faint" else 1,
                              line={"color": colours["muted"], "width": 1.6 if kind == "thin" else 6})


def _strokes(rows: Sequence[Row], found: Sequence[Mark], placed: Arrangement, levels: Sequence[float],
             members: Sequence[int], kind: str) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """The strokes of one kind as one broken line: each has its start, middle and end, so that hovering finds it."""
    x: list[Any] = []
    y: list[Any] = []
    data: list[Any] = []
    texts: list[Any] = []
    for i in members:
        for stroke, start, end in placed.glyphs[i].strokes:
            if stroke == kind:
                x += [plotly_date(placed.view.second(place)) for place in (start, (start + end) / 2, end)] + [None]
                y += [levels[i]] * 3 + [None]
                data += [found[i].row] * 3 + [None]
                texts += [hover(rows[found[i].row])] * 3 + [None]
    return x, y, data, texts


def _levels(placed: Arrangement) -> list[float]:
    """Where in their rows the glyphs lie: in the middle, or lower where a label is above."""
    drop = style()["sizes"]["drop"] / placed.pitch if placed.roomy else 0
    return [height + drop * each.wide for height, each in zip(placed.heights, placed.glyphs, strict=True)]


def _draw_labels(drawn: go.Figure, placed: Arrangement, colours: Mapping[str, str]) -> None:
    sizes = style()["sizes"]
    known = [(label.text, label.place, height)
             for label, height in zip(placed.labels, placed.heights, strict=True) if label]
    if known:
        ends = [place.right if place.side == "left" else place.left for _, place, _ in known]
        drawn.add_scatter(
            x=[plotly_date(placed.view.second(end)) for end in ends],
            y=[height - (sizes["rise"] / placed.pitch if place.side == "above" else 0) for _, place, height in known],
            text=[plain(text) for text, _, _ in known], mode="text", hoverinfo="skip", showlegend=False,
            textposition=["middle left" if place.side == "left" else "middle right" for _, place, _ in known],
            textfont={"size": sizes["label"], "color": colours["ink"]}, cliponaxis=False)


def _layout(title: str, theme: str) -> dict[str, Any]:
    colours, fonts = style()[theme], style()["fonts"]
    return {
        "title": {"text": plain(shorten(title, 90)), "x": 0, "xref": "container", "xanchor": "left", "pad": {"l": 16},
                  "font": {"family": fonts["text"], "size": 21}},
        "template": "none", "paper_bgcolor": colours["paper"], "plot_bgcolor": colours["paper"], "margin": _MARGIN,
        "font": {"family": fonts["label"], "size": 13, "color": colours["ink"]},
        "hovermode": "closest", "dragmode": "pan",
        "hoverlabel": {"align": "left", "bgcolor": colours["panel"], "bordercolor": colours["rule"],
                       "font": {"color": colours["ink"], "family": fonts["label"]}},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "xanchor": "left", "itemsizing": "trace"},
        "xaxis": {"type": "date", "showgrid": True, "gridcolor": colours["grid"], "zeroline": False, "ticks": "outside",
                  "tickcolor": colours["rule"], "linecolor": colours["rule"], "showline": True,
                  "ticklabelposition": "outside right", "tickfont": {"color": colours["muted"]}},
        "yaxis": {"visible": False, "fixedrange": True, "zeroline": False},
    }


def _lay_axes(drawn: go.Figure, placed: Arrangement, foot: float, theme: str) -> None:
    """Ranges and height, the lanes' names, and ticks of our own where plotly's would print years before 1.

    ``foot`` rows are left free under the lowest.
    """
    colours, window, lowest = style()[theme], placed.view.window, placed.lowest
    drawn.update_layout(height=max((lowest + 1.6 + foot) * placed.pitch, 90) + _MARGIN["t"] + _MARGIN["b"])
    drawn.update_xaxes(range=[plotly_date(window.start), plotly_date(window.end)])
    drawn.update_yaxes(range=[lowest + 0.8 + foot, -0.8])
    if window.start < _YEAR_ONE:
        places = ticks(window, 9)
        drawn.update_xaxes(tickvals=[plotly_date(place) for place, _ in places], ticktext=[text for _, text in places])
    for name, top, _ in placed.bands:
        if name:
            drawn.add_annotation(text=f"<b>{plain(shorten(name, 60))}</b>", x=0, xref="paper", xanchor="left", y=top,
                                 showarrow=False, font={"color": colours["muted"], "size": 12})
            drawn.add_shape(type="line", x0=0, x1=1, xref="paper", y0=top - 0.5, y1=top - 0.5, layer="below",
                            line={"color": colours["rule"], "width": 1})


def _outliers(found: Sequence[Mark], window: Window) -> list[tuple[str, str]]:
    """Side and text of a note at each edge beyond which events lie in the opening range."""
    whole = full_window(found)
    earlier = sum(mark.at < window.start for mark in found)
    later = sum(mark.at > window.end for mark in found)
    notes = ((earlier, "left", f"◂ {earlier} earlier, from {_year(whole.start)}"),
             (later, "right", f"{later} later, to {_year(whole.end - 1)} ▸"))
    return [(side, text) for count, side, text in notes if count]


def _write_notes(drawn: go.Figure, notes: Sequence[tuple[str, str]], theme: str) -> None:
    for side, text in notes:
        drawn.add_annotation(text=text, x=0 if side == "left" else 1, y=0, xref="paper", yref="paper", xanchor=side,
                             yanchor="bottom", showarrow=False, font={"color": style()[theme]["muted"], "size": 12})


def _year(second: float) -> str:
    return year_name(int(plotly_date(second).rsplit("-", 2)[0]))

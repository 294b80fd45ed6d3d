"""Untrusted text on its way to plotly, which renders a subset of HTML in labels and hover boxes."""

from __future__ import annotations

from .style import style

_NARROW, _WIDE = set("iljtfrI.,:;'|!()[]- "), set("mwMWQOGD@%—…")


def plain(text: str) -> str:
    """``text`` so that plotly shows it as it is: markup characters escaped, direction isolated, on one line."""
    clean = " ".join(text.split())
    for raw, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;"), ("%{", "%&#123;")):
        clean = clean.replace(raw, escaped)
    return f"\u2068{clean}\u2069" if any("\u0590" <= sign <= "\u08ff" for sign in clean) else clean


def width(text: str) -> float:
    """About how many pixels ``text`` takes as a label: there is no font to measure with here."""
    size = float(style()["sizes"]["label"])
    return sum(0.31 if s in _NARROW else 0.85 if s in _WIDE or s > "\u2e7f" else 0.56 for s in text) * size


def fit(text: str, room: float) -> str:
    """``text`` cut at a word with an ellipsis until it takes at most ``room`` pixels as a label."""
    wide = width(text)
    if wide <= room:
        return text
    limit = max(1, int(len(text) * room / wide) + 2)
    cut = shorten(text, limit)
    while limit > 1 and width(cut) > room:
        limit -= 1
        cut = shorten(text, limit)
    return cut


def shorten(text: str, limit: int) -> str:
    """``text`` on one line, cut at a word with an ellipsis where it has more than ``limit`` characters."""
    clean = " ".join(text.split())
    if len(clean) <= limit:
        return clean
    cut = clean[:limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit // 2 else cut).rstrip(" ,;:–-") + "…"

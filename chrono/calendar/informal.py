"""Reads the dates that people and spreadsheets type into a table's cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import DateError
from . import edtf, iso
from .granularity import Granularity as G
from .names import PARTS
from .period import PARTS_OF_DAY, Period
from .span import EARLY, LATE, MID, Span
from .typed import GAP, MONTH, YEAR, read_period

_RELATION = re.compile(r"(?:(by|before|after|since|until|till|from)|during|between|in|on|at|the) (?:the )?")
_RELATIONS = {"till": "until", "from": "since"}
_ABOUT = re.compile(r"(?:circa|ca?\.|about|around|approximately|approx\.?) ?|c(?:a\.?)? ?(?=[0-9])")
_MOD = re.compile(r"(?:(early|mid|late)[ -]|(start|beginning|middle|end) of (?:the )?)(.+)")
_MODS = {"early": EARLY, "start": EARLY, "beginning": EARLY, "mid": MID, "middle": MID, "late": LATE, "end": LATE}
_PART = re.compile(rf"(?P<date>.+?),? (?:in the |at )?(?:(?P<mod>early|mid|late)[ -])?(?P<part>{'|'.join(PARTS)})")
_RANGE = re.compile(r" ?– ?| - | to | and |-")
_YEAR_AT_END = re.compile(rf"[ ,]+{YEAR}$")
_MONTH_AT_START = re.compile(rf"{MONTH}\b")
_MONTH_AT_END = re.compile(rf"{MONTH}(?:{GAP}| of ){YEAR}$")
_READABLE = "forms that are read: 2019-12-04, 4 Dec 2019, Dec 2019, 2019, 44 BC, c. 1860, EDTF"


def read(text: str, day_first: bool | None = None) -> Span:
    """The span that a cell of a table names.

    Reads ISO 8601, EDTF, everything :func:`chrono.calendar.human.write` makes and what spreadsheets and people type:
    ``04/12/2019``, ``4-Dec-19``, ``Dec-19`` (a month), ``December 4th, 2019``, ``4 Dec 2019 9:30 am``. ``day_first``
    decides numeric dates that can be read both ways. Years of two digits are 1930 to 2029, as in spreadsheets. The
    zone of a time is read over. Raises :class:`DateError` naming the text.
    """
    return read_with_relation(text, day_first)[0]


def read_with_relation(text: str, day_first: bool | None = None) -> tuple[Span, str]:
    """The span as :func:`read` gives it, and its relation: by, before, after, since, until, about, else on."""
    plain = " ".join(text.replace("—", "–").replace("−", "-").replace("’", "'").split())
    for machine in (_read_iso, edtf.read):
        try:
            span = machine(plain)
        except DateError:
            continue
        return span, "since" if span.last is None else "until" if span.first is None else "on"
    try:
        return _read_related(plain.lower(), day_first)
    except ValueError:
        raise DateError(f"cannot read the date {text!r}; {_READABLE}") from None


def _read_iso(text: str) -> Span:
    """ISO 8601, where midnight after a space (``2019-12-04 00:00:00``) is a spreadsheet's way to write a day."""
    for midnight in (" 00:00", " 00:00:00"):
        text = text.removesuffix(midnight)
    period = iso.read(text)
    if period.granularity == G.SECOND and period.index % 60 == 0:
        period = period.to(G.MINUTE)
    return Span.of(period)


def _read_related(text: str, day_first: bool | None) -> tuple[Span, str]:
    relation = "on"
    whole = text
    if match := _RELATION.match(text):
        relation = _RELATIONS.get(match[1], match[1]) or "on"
        text = text[match.end():]
        if relation in ("by", "until") and text.startswith("end of "):
            text = text.removeprefix("end of ").removeprefix("the ")
    approximate = bool(about := _ABOUT.match(text))
    text = text[about.end():] if about else text
    if whole.startswith(("from ", "between ")) and (pair := _read_range(text, day_first)):
        return Span(*pair, None, approximate), "on"
    mod, period = _read_narrowed(text, day_first)
    if period is None:
        if relation == "on" and (pair := _read_range(text, day_first)):
            return Span(*pair, None, approximate), relation
        raise ValueError
    if relation in ("by", "until", "before"):
        return Span(None, period, None, approximate), relation
    if relation in ("since", "after"):
        return Span(period, None, None, approximate), relation
    return Span.of(period, mod, approximate), "on"


def _read_narrowed(text: str, day_first: bool | None) -> tuple[str | None, Period | None]:
    if match := _PART.fullmatch(text):
        day = read_period(match["date"], day_first)
        if day is not None and day.granularity == G.DAY:
            part = PARTS_OF_DAY[PARTS.index(match["part"])]
            return _MODS.get(match["mod"]), Period.part(day.index, part)
    if match := _MOD.fullmatch(text):
        return _MODS[match[1] or match[2]], read_period(match[3], day_first)
    return None, read_period(text, day_first)


def _read_range(text: str, day_first: bool | None) -> tuple[Period, Period] | None:
    """Two dates joined by a dash or a word, where each may leave out what the other says."""
    for dash in _RANGE.finditer(text):
        head, tail = text[: dash.start()], text[dash.end():]
        for first_text, last_text in _completed(head, tail):
            first, last = (_read_narrowed(side, day_first)[1] for side in (first_text, last_text))
            if first is not None and last is not None and first.start < last.end:
                return first, last
    return None


def _completed(head: str, tail: str) -> Iterator[tuple[str, str]]:
    """The readings of a range's two sides with what each leaves to the other, the completest first."""
    tails = [tail]
    if head.startswith("ad "):
        tails.append(f"ad {tail}")
    if tail.isdigit() and len(tail) == 2:
        tails.append(head[:2] + tail)  # 1914–18
    if match := _MONTH_AT_START.match(head):
        tails.append(f"{match[0]} {tail}")  # Dec 4–6, 2019
    if ", " in head:
        tails.append(f"{head.rpartition(', ')[0]}, {tail}")  # 4 Dec 2019, 09:30–11:45
    for last in tails:
        for shared in (_YEAR_AT_END, _MONTH_AT_END):
            if match := shared.search(last):
                yield f"{head} {match[0].lstrip(' ,')}", last
        if last.endswith(" bc"):
            yield f"{head} bc", last
        yield head, last

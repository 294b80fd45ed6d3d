"""Texts to fuzz with: the vocabulary of dates, unicode and punctuation, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from chrono.calendar import Granularity, Period
from chrono.reference import ReferenceTime

HERE = Path(__file__).parent
WORDS = (HERE / "words.txt").read_text(encoding="utf-8").split()
NUMBERS = (HERE / "numbers.txt").read_text(encoding="utf-8").split()
MARKS = [" ", ", ", ". ", "-", "–", "—", "/", ":", ";", "'", "’", '"', "“", "(", ")", "\n", "\n\n", "\t",
         "...", " - ", " to ", " of the ", " and ", ".", ",", "_", "~", "\u00a0", "\u2009", "\u200b", "\u202f",
         "\ufeff", "\u00ad", "\u2212", "\u2028", "\r\n", "\x00", "\x1f", "\u202e", "\u0301"]
ODDITIES = ["２０１９", "١٩٩٩", "१९", "²", "½", "Ⅻ", "㋀", "🎄", "ſ", "ß", "İ", "ﬁrst", "Ｍａｙ", "Mаy", "\ud800",
            "2019年", "é", "ǆ", "ŉ", "𝟐𝟎𝟏𝟗", "K", "Ａ．Ｄ．"]

pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(NUMBERS),
    st.sampled_from(MARKS),
    st.sampled_from(WORDS).map(str.upper),
    st.sampled_from(ODDITIES),
    st.integers(0, 10**6).map(str),
    st.text(max_size=4),
)

gaps = st.one_of(st.just(" "), st.just(" "), st.sampled_from(MARKS))

texts = st.lists(st.tuples(pieces, gaps), max_size=14).map(
    lambda pairs: "".join(piece + mark for piece, mark in pairs)
)
"""Short texts, mostly of date words."""


def mutants(text: str, count: int, draw: Random) -> Iterator[str]:
    """``count`` variations of ``text``, each one step from the last: pieces dropped, doubled, swapped, put in."""
    parts = re.findall(r"\w+|\W", text)
    for _ in range(count):
        at, other = draw.randrange(len(parts) + 1), draw.randrange(len(parts) + 1)
        step = draw.randrange(5)
        if step == 0 and parts:
            del parts[min(at, len(parts) - 1)]
        elif step == 1 and max(at, other) < len(parts):
            parts[at], parts[other] = parts[other], parts[at]
        elif step == 2 and at < len(parts):
            parts.insert(other, parts[at])
        else:
            parts[at:at] = [draw.choice(draw.choice((WORDS, NUMBERS, MARKS))), " "]
        yield "".join(parts)


def _given(period: Period | None) -> ReferenceTime:
    return ReferenceTime(period, "none" if period is None else "given", "fuzz")


references = st.one_of(
    st.sampled_from([
        None,
        Period.day(2019, 12, 4),
        Period.day(2020, 2, 29),
        Period.day(1, 1, 1),
        Period.day(9999, 12, 31),
        Period.day(-43, 3, 15),
        Period(Granularity.MINUTE, 26_297_000),
        Period.month(1999, 12),
        Period.year(2016),
    ]),
    st.integers(-700_000, 2_900_000).map(lambda day: Period(Granularity.DAY, day)),
).map(_given)
"""Reference times: none, ordinary days, the edges of the calendar, coarse ones."""

modes = st.sampled_from(["auto", "news", "narrative"])
day_first = st.sampled_from([None, True, False])

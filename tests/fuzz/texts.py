"""Texts to fuzz with: the vocabulary of dates, unicode and punctuation, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from chrono.calendar import Granularity, Period
from chrono.reference import ReferenceTime

WORDS = """
January February March April May June July August September October November December Jan Feb Mar. Apr Sept. Oct Nov.
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues. Wed Thu Fri sat sun second minute hour day week
weekend fortnight month quarter year decade century millennium season seconds minutes hours days weeks months quarters
years decades centuries spring summer autumn fall winter morning afternoon evening night noon midnight dawn dusk today
tomorrow yesterday tonight now recently currently once soon then later earlier ago before after since until till by
within during between from to through throughout over under about around approximately circa c. ca. some several few
couple dozen half quarter past next last this that these those coming previous following same early mid late mid- end
beginning start middle turn close of the a an in on at for and or per every each any all first second third fourth
tenth twenty-first thirtieth one two three four five six seven eight nine ten eleven twelve twenty thirty forty hundred
thousand million twice daily weekly monthly annually yearly bi-weekly biannual fiscal FY Q1 Q3 H2 1H AD BC BCE CE A.D.
B.C. a.m. p.m. am pm o'clock GMT EST UTC CET Z Christmas Easter Thanksgiving Ramadan Diwali Labor Day New Year's Eve
may march sat second fall spring will had was has been is said agreed old aged ago. Act Movement Street No. Section page
$ % percent kg Flight Boeing 24/7 9/11 noon-ish future present past years-old year-end year-earlier long-term
""".split()

NUMBERS = """
0 00 1 01 3 7 9 10 12 13 19 20 24 25 28 29 30 31 32 60 61 99 100 365 500 999 1000 1066 1582 1776 1899 1900 1914 1968 1999
2000 2001 2013 2019 2024 2100 9999 10000 99999 123456789 1st 2nd 3rd 4th 21st 22nd 31st 32nd '98 '05 ’68 1980s 90s '60s
1914-18 2011/12 1/2 3/4/2020 31/12/1999 13/13/2013 02/30/2019 2019-02-29 2020-02-29 2019-W53 2019-W54-1 2019-338 2019-400
20191204 2019-12-04T09:30:00Z 2019-12-04T25:61 12:00 24:00 25:00 9:60 09.30 3.5 2½ 1,000 0000 0001 -5 +1 1e9 III XIX
""".split()

MARKS = [" ", " ", " ", " ", ", ", ". ", "-", "–", "—", "/", ":", ";", "'", "’", '"', "“", "(", ")", "\n", "\n\n", "\t",
         "...", " - ", " to ", " of the ", " and ", ".", ",", "_", "~", "\u00a0", "\u2009", "\u200b", "\u202f", "\ufeff",
         "\u00ad", "\u2212", "\u2028", "\r\n", "\x00", "\x1f", "\u202e", "\u0301"]

ODDITIES = ["２０１９", "١٩٩٩", "१९", "²", "½", "Ⅻ", "㋀", "🎄", "ſ", "ß", "İ", "ﬁrst", "Ｍａｙ", "Mаy", "\ud800", "2019年", "é",
            "ǆ", "ŉ", "𝟐𝟎𝟏𝟗", "K", "Ａ．Ｄ．"]

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

texts = st.lists(st.tuples(pieces, st.sampled_from(MARKS)), max_size=14).map(
    lambda pairs: "".join(piece + mark for piece, mark in pairs)
)
"""Short texts, mostly of date words."""


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

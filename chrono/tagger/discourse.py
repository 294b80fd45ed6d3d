"""The discourse: what a text has told so far, and what its yearless and relative dates lean on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from ..calendar import Granularity as G
from ..calendar import Period, timex
from . import limits, tense
from .evidence import is_quoted
from .expression import Anchor
from .reading import Reading
from .recognise import Found
from .tree import Tree
from .vocabulary import vocabulary


@dataclass(slots=True)
class Told:
    """A resolved date that the text has told, with the code points of its expression."""

    start: int
    end: int
    text: str
    period: Period
    value: str
    aside: bool = False
    """Whether it only compares ("a year earlier"): the text goes on telling of the date before it."""
    relative: bool = False
    """Whether its expression leaned on something else to be resolved."""
    mod: str | None = None
    """Which part of it is meant: ``END`` in "late Sunday"."""

    @classmethod
    def of(cls, text: str, reading: Reading, found: Found) -> Told:
        """What the words ``text`` of ``found`` tell, which mean ``reading``, whose period is known."""
        assert reading.period is not None
        return cls(found.start, found.end, text, reading.period, reading.value, reading.aside, reading.relative,
                   reading.mod)

    @property
    def name(self) -> str:
        """What to call it in a reason: by its words, and where these alone do not say the date, by its value."""
        return f"{self.value} (“{self.text}”)" if self.relative else self.text


OPENING_WORDS = 1
"""Behind how many words a date still opens its sentence ("By 1809")."""

BY_PAST = 2
"""How near, in words, a past tense must stand for "by Wednesday" to lie in the past."""

DISCUSSED_REACH = 1500
"""How far back, in characters, a quarter or month is still the one under discussion."""

DEICTIC_REACH = 200
"""How far, in characters, "last Friday" lets a day in a narrative be counted from the document's date."""

SET_OFF = 4
"""In how many words behind a comma an expression is set off."""

_NAMED_DAY = vocabulary().patterns.named_day
RECOUNTED, RECOUNTED_MOST, WEEKS = 8, 45, 14
"""How many days back a day lies at least and at most that a recounted week begins with, and how far from it the story
may go."""


@dataclass(slots=True)
class Discourse:
    """The state while a document's expressions are resolved in order.

    ``reference`` is the document's day (or minute), ``None`` when unknown; ``narrative`` whether dates lean on the
    last one told rather than on the dateline. ``start``/``end`` delimit the expression being resolved.
    """

    text: str
    reference: Period | None
    narrative: bool = False
    day_first: bool = False
    language: str = "en"
    country: Callable[[], str] = str
    """Tells the ISO 3166-1 code of the country the document was written in, ``""`` when unknown; asked only when a
    holiday is named."""
    told: list[Told] = field(default_factory=list)
    start: int = 0
    end: int = 0
    relation: str = ""
    """The word before the expression being resolved that relates something to it, as a relation."""
    own: Anchor | None = None
    """Within a text quoted in the document, the date it was written on."""
    deictic: tuple[int, ...] = ()
    """Where the expressions that lean on the document's own date start: even a narrative can come back to it."""
    written: Period | None = None
    """The date of the whole document, where texts within it have dates of their own."""
    of_now: tuple[int, ...] = ()
    """Where the expressions that are counted from the time of writing start."""
    early_years: bool = False
    """Whether figures below 1000 can be years."""
    named_day: Told | None = None
    """The day told last that was told with its weekday and date."""
    _home: str | None = None
    _dateline: tuple[Period, Anchor] | None = None
    leads_to: Tree | None = None
    """The other end, where the expression being resolved is the first one of a stretch ("from May until …")."""
    ends: Found | None = None
    """What stands after "ended" or "ending" right behind the expression being resolved."""
    day: Found | None = None
    """The day that what the expression being resolved tells of is on ("a late-night meeting on Monday")."""
    whole: Tree | None = None
    """What stands after "of" right behind the expression being resolved ("the first nine months of 1990")."""

    @property
    def home(self) -> str:
        """The country the document was written in, as ``country`` tells it."""
        if self._home is None:
            self._home = self.country()
        return self._home

    @property
    def today(self) -> Period | None:
        """The day relative expressions are counted from: the document's, in narratives too ("today")."""
        return None if self.reference is None else self.reference.to(G.DAY)

    @property
    def tense(self) -> str | None:
        """``past`` or ``future`` where the words around the expression being resolved tell it."""
        return self.tense_cue[0]

    @property
    def tense_cue(self) -> tuple[str | None, int]:
        """The tense and how many words away its cue stands."""
        if self.text[self.end:self.end + 2] in ("'s", "’s"):
            return ("future" if tense.is_to_be(self.text, self.start, self.end, self.language) else None), 0
        found, distance = tense.cue(self.text, self.start, self.end, self.language)
        if self.relation in ("by", "until") and limits.had_come_about(self.text, self.end, self.language):
            return "past", 0
        if self.relation == "until" and (limits.was_so(self.text, self.start, self.language) or limits.not_until(
                self.text, self.start, self.end, self.language)):
            return "past", 0
        if self.relation in ("by", "until") and (found != "past" or distance > BY_PAST or tense.is_conditional(
                self.text, self.start, self.language)):
            return "future", 0
        if self.relation == "until" and limits.is_given(self.text, self.start, self.language):
            return "future", 0
        return found, distance

    @property
    def verb_tense(self) -> str | None:
        """The same as the cues alone tell it, whatever word leads to the expression."""
        return tense.cue(self.text, self.start, self.end, self.language)[0]

    @property
    def near_deictic(self) -> bool:
        """Whether an expression that leans on the document's own date stands near in the same paragraph."""
        return self._beside(self.deictic)

    def _beside(self, starts: tuple[int, ...]) -> bool:
        """Whether another expression that starts at one of ``starts`` stands near in the same paragraph."""
        position = bisect_left(starts, self.start - DEICTIC_REACH)
        for other in starts[position:position + 8]:
            if other > self.start + DEICTIC_REACH:
                break
            between = self.text[min(other, self.start):max(other, self.start)]
            if other != self.start and "\n" not in between:
                return True
        return False

    @property
    def recounts(self) -> bool:
        """Whether news recounts the days of an earlier week: it has named one by weekday and date ("Sunday, June 20")
        and has told of no other week since."""
        named = self.named_day
        if self.today is None or self.narrative or named is None:
            return False
        if not RECOUNTED * 86400 < self.today.start - named.period.start <= RECOUNTED_MOST * 86400:
            return False
        last = self.last(coarsest=G.DAY, reach=DISCUSSED_REACH)
        if last is not None and self._beside(self.of_now) and "\n" in self.text[last.end:self.start]:
            return False  # a new paragraph, which leans on the document's own date
        return (last is not None and abs(last.period.start - named.period.start) <= WEEKS * 86400
                and self.verb_tense != "future")

    @property
    def comes(self) -> bool:
        """Whether the teller says, not someone quoted, that something will be, or is expected ("will be held on")."""
        if self.tense != "future" or is_quoted(self.text, self.start):
            return False
        patterns = vocabulary().patterns
        before = self.text[tense.sentence_start(self.text, self.start):self.start]
        return bool(patterns.will_be.search(before) or patterns.will_come.match(self.text, self.end))

    @property
    def opens_sentence(self) -> bool:
        """Whether the expression being resolved is the first thing in its sentence."""
        before = self.text[max(0, self.start - 3):self.start].rstrip(" \t\n\"'“‘(")
        return not before or before[-1] in ".!?:" or self.text[self.start - 1] == "\n"

    @property
    def opens_sentence_with(self) -> bool:
        """Whether the expression being resolved opens its sentence, but for the word that leads to it ("By May")."""
        before = self.text[tense.sentence_start(self.text, self.start):self.start]
        return len(before.split()) <= OPENING_WORDS

    def same_sentence(self, told: Told) -> bool:
        """Whether ``told`` stands in the sentence that is being read."""
        return tense.sentence_start(self.text, self.start) <= told.start

    def last(self, finest: G = G.SECOND, coarsest: G = G.YEAR, reach: int | None = None,
             asides: bool = True) -> Told | None:
        """The date told last whose granularity lies between ``finest`` and ``coarsest``, both included.

        ``reach`` limits how many characters back it may stand; without ``asides`` mere comparisons are passed over.
        """
        for told in reversed(self.told):
            if reach is not None and self.start - told.end > reach:
                return None
            if finest <= told.period.granularity <= coarsest and (asides or not told.aside):
                return told
        return None

    @property
    def discussed(self) -> Told | None:
        """The last complete quarter or half-year told, when it is near enough to be the period under discussion."""
        for told in reversed(self.told):
            if self.start - told.end > DISCUSSED_REACH:
                return None
            if told.period.granularity in (G.QUARTER, G.HALF) and not told.aside and (
                    self.reference is None or told.period.end <= self.reference.end):
                return told
        return None

    @property
    def compared(self) -> Told | None:
        """The period that "a year earlier" is a year before: the one under discussion, else a complete month told in
        the same sentence ("rose in May from a year earlier")."""
        reported_on = vocabulary().patterns.reported_on
        sentence = tense.sentence_start(self.text, self.start)
        for told in reversed(self.told if not self.narrative else []):
            if told.start < sentence or reported_on.search(self.text, told.end, self.start):
                break
            if told.period.granularity == G.MONTH and not told.aside and not self.only_compares(told) and (
                    self.reference is None or told.period.end <= self.reference.end):
                return told
        return self.discussed

    def only_compares(self, told: Told) -> bool:
        """Whether something is only compared with ``told`` ("up from 2012", "the best since 2012")."""
        return vocabulary().patterns.compared.search(self.text[max(0, told.start - 12):told.start]) is not None

    def anchor(self, told: Told) -> Anchor:
        """``told`` as what an expression is anchored to."""
        return Anchor(told.text, told.value, told.start, told.end)

    @property
    def dateline(self) -> Anchor | None:
        """The document's date as an anchor; within a text quoted in it, that text's own."""
        if self.own is not None or self.reference is None:
            return self.own
        if self._dateline is None or self._dateline[0] is not self.reference:
            self._dateline = self.reference, Anchor("document date", timex.write(self.reference))
        return self._dateline[1]

    def remember(self, told: Told) -> None:
        """Add a date to what has been told."""
        self.told.append(told)
        if told.period.granularity <= G.DAY and _NAMED_DAY.search(told.text):
            self.named_day = told

    def begin_anew(self, told: Told | None) -> None:
        """Forget what has been told but for ``told``."""
        self.told, self.named_day = [], None
        if told is not None:
            self.remember(told)

    def is_set_off(self, start: int, end: int) -> bool:
        """Whether commas set off an expression with a few words ("…, signed in March 2001, …")."""
        if self.text[end:end + 1] != ",":
            return False
        before, _, clause = self.text[tense.sentence_start(self.text, start):start].rpartition(",")
        words = clause.split()
        few = len(words) <= SET_OFF
        return bool(before) and len(words) > 1 and (few or tense.opens_clause(words[0], self.language))

    def looks_back(self, start: int, relation: str) -> bool:
        """Whether the clause around ``start`` tells what had happened before ("he had quarrelled with them")."""
        if relation not in ("", "on", "during"):
            return False
        patterns = vocabulary().patterns
        had = list(patterns.had_been.finditer(self.text, tense.sentence_start(self.text, start), start))
        if not had or patterns.told_on.search(self.text, had[-1].end(), start):
            return False
        before = self.text[max(0, had[-1].start() - tense.REACH):had[-1].start()].split()
        within = bool(before) and tense.opens_clause(before[-1], self.language)
        return not (within and ", " in self.text[had[-1].end():start])  # "of those who had set out in May, few came"

"""What is told with someone's age, where the text has told when he was born: "At 19 she won a medal"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence

from ..calendar import Granularity, Period, Span
from ..tagger.lexicon import load_table
from .dating import Dating
from .predicates import Predicate, tellable
from .pronouns import SEXES
from .rows import Row
from .status import HAPPENED
from .subjects import subject_token
from .syntax import Syntax

OF_AGE, BIRTHDAY = 0.6, 0.8
"""How sure the years of an age are, and the day of a birthday."""
_YOUNGEST, _OLDEST = 4, 110
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?")
_AGED = frozenset({"at", "aged"})

Naming = Callable[[int], str | None]
"""Tells the name that a token is part of or, a pronoun, stands for."""


class Ages:
    """Who was born when, as long as the text tells it of one person only."""

    def __init__(self) -> None:
        self._born: Period | None = None
        self._name = ""
        self._only = True
        self._sexes: set[str] = set()

    def hear(self, syntax: Syntax, rows: Sequence[Row], name: Naming) -> None:
        """Take note of a birth that the sentence tells."""
        for row in rows:
            span, at = row.dating.span, row.predicate.index
            if syntax.lower(at) != "born" or span is None or span.first is None or span.first != span.last:
                continue
            subject = subject_token(syntax, at)
            behind = min(at + 1, len(syntax.tokens) - 1)  # "Born Ada Lund in 1931, she …"
            who = name(behind if subject is None else subject)
            self._only = self._only and self._born in (None, span.first)
            self._born, self._name = span.first, who or ""
            self._sexes = {SEXES[word] for token in syntax.tokens if (word := token.text.lower()) in SEXES}

    def rows(self, syntax: Syntax, found: Sequence[Predicate], rows: Sequence[Row], name: Naming) -> list[Row]:
        """The rows of the sentence with those that an age dates, which outrank what its surroundings imply."""
        if self._born is None or not self._only or not self._name:
            return list(rows)
        told = {row.predicate.index for row in rows if row.dating.basis != "implied" and row.dating.span is not None}
        datings = {p.index: self._dating(syntax, p, name) for p in found if tellable(p) and p.index not in told}
        kept = [row for row in rows if datings.get(row.predicate.index) is None]
        return kept + [Row(p, None, dating, HAPPENED) for p in found if (dating := datings.get(p.index)) is not None]

    def _dating(self, syntax: Syntax, predicate: Predicate, name: Naming) -> Dating | None:
        for child in syntax.children[predicate.index]:
            years = _age(syntax, child)
            whose = syntax.first(child, "nsubj") if years is not None else _owner(syntax, child)
            whose = subject_token(syntax, predicate.index) if whose is None and years is not None else whose
            number = years if years is not None else _birthday(syntax, child)
            if number is None or whose is None or not self._is_same(name(whose), syntax.lower(whose)):
                continue
            assert self._born is not None
            span = _years(self._born, number) if years is not None else _anniversary(self._born, number)
            why = f"at {number}" if years is not None else f"birthday {number}"
            why = f"{why} of {self._name}, whose birth is told"
            return Dating(span, "on", "implied", None, why, OF_AGE if years is not None else BIRTHDAY, "events.age")
        return None

    def _is_same(self, name: str | None, word: str) -> bool:
        """Whether it is the one whose birth was told, maybe under the name of a marriage; a pronoun of whom nobody
        knows where that one is called so."""
        if name is None:
            return self._sexes == {SEXES.get(word, "")}
        same = not set(name.split()).isdisjoint(self._name.split())
        if same and word in SEXES:
            self._sexes.add(SEXES[word])
        return same


def _age(syntax: Syntax, i: int) -> int | None:
    """The age that a complement of a verb tells: "at 18", "at the age of 18", "aged 18", "when she was 18"."""
    if syntax.tokens[i].upos == "NUM":
        case, when = syntax.first(i, "case"), {syntax.lower(c) for c in syntax.children[i] if c < i}
        at = case is not None and syntax.lower(case) in _AGED and len(syntax.children[i]) == 1
        was = "when" in when and syntax.first(i, "cop") is not None
        return _number(syntax.lower(i)) if at or was else None
    inner = None
    if syntax.lemma(i) == "age" and syntax.tokens[i].upos == "NOUN":
        inner = syntax.first(i, "nmod", "flat", "nummod")
    elif syntax.lower(i) == "aged":
        inner = syntax.first(i, "obj", "obl", "xcomp")
    return _number(syntax.lower(inner)) if inner is not None and syntax.tokens[inner].upos == "NUM" else None


def _birthday(syntax: Syntax, i: int) -> int | None:
    """Which birthday it is on that something is done."""
    case = syntax.first(i, "case")
    if syntax.lemma(i) != "birthday" or case is None or syntax.lower(case) != "on":
        return None
    return next((n for c in syntax.children[i] if (n := _number(syntax.lower(c))) is not None), None)


def _owner(syntax: Syntax, i: int) -> int | None:
    """The pronoun or name whose the thing is: "her birthday"."""
    return next((c for c in syntax.children[i] if syntax.tokens[c].dep == "nmod:poss"), None)


def _number(word: str) -> int | None:
    figures = _FIGURES.fullmatch(word)
    words = load_table("en", "lexicon.toml")
    value = int(figures[1]) if figures else words["num"].get(word) or words["ordinal"].get(word)
    return value if isinstance(value, int) and _YOUNGEST <= value <= _OLDEST else None


def _years(born: Period, age: int) -> Span:
    """The two years in which someone is of an age."""
    year = born.to(Granularity.YEAR).index + age
    return Span(Period.year(year), Period.year(year + 1))


def _anniversary(born: Period, age: int) -> Span:
    """The birthday, or the year or month of it where no more is known."""
    if born.granularity > Granularity.DAY:
        return Span.of(born.to(Granularity.YEAR).shift(age))
    year, month, day = born.ymd
    return Span.of(Period.day(year + age, month, min(day, calendar.monthrange(2000 + (year + age) % 400, month)[1])))

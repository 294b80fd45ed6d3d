"""Texts are read without the characters that nobody sees, and what is found is told in the text's own offsets.

Soft hyphens and zero-width spaces stand inside the words of pages that were made for narrow columns, marks of direction
around numbers. The joiners, which are letters' business in some scripts, are passed over in Latin only. The marks
before the lines of a quoted mail ("> ") are no part of its sentences either.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .documents import Document

if TYPE_CHECKING:
    from .events.event import Event, Mention
    from .reference import ReferenceTime
    from .tagger.expression import TimeExpression

_LATIN = "[0-9A-Za-z\u00c0-\u024f]"
_UNSEEN = re.compile(
    "(?<=\\w)[\u00ad\u200b\u2060\ufeff]+(?=\\w)"
    f"|(?<={_LATIN})[\u200c\u200d]+(?={_LATIN})"
    "|[\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
_QUOTE_MARKS = re.compile(r"^[ \t]*>(?:[ \t]?>)*(?:[ \t]+|(?=[^\W\d]|[\"'“‘(]|$))", re.MULTILINE)
_FEWEST_LINES = 2
"""How many lines a quotation has at least; a single mark may be a sign ("> 65 years")."""
_ANY = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


class Visible:
    """A document as it is seen, ``document``, with the way back to the offsets of the one given."""

    def __init__(self, document: Document) -> None:
        self._given = document
        self._unseen = _unseen(document.text)
        self._cuts = [at - number for number, at in enumerate(self._unseen)]
        hidden = frozenset(self._unseen)
        text = "".join(sign for at, sign in enumerate(document.text) if at not in hidden) if hidden else ""
        self.document = replace(document, text=text, id=document.key) if hidden else document

    def seen(self, start: int, end: int) -> tuple[int, int]:
        """The span (half-open code points) in the text that is seen, of a span in the text as given."""
        return start - bisect_left(self._unseen, start), end - bisect_left(self._unseen, end)

    def reference(self, when: ReferenceTime) -> ReferenceTime:
        """The reference time found in the text that is seen, with its place in the text as given."""
        if not self._unseen or when.start is None or when.end is None:
            return when
        start, end = self._back(when.start, when.end)
        return replace(when, start=start, end=end)

    def expressions(self, found: Sequence[TimeExpression]) -> list[TimeExpression]:
        """Time expressions of the text that is seen, with their places in the text as given."""
        return [self._expression(each) for each in found] if self._unseen else list(found)

    def events(self, found: Sequence[Event]) -> list[Event]:
        """Events of the text that is seen, with their places in the text as given; clauses stay as they are seen."""
        return [self._event(each) for each in found] if self._unseen else list(found)

    def _back(self, start: int, end: int) -> tuple[int, int]:
        last = end - 1 if end > start else end
        return self._place(start), self._place(last) + (end - last)

    def _place(self, at: int) -> int:
        return at + bisect_right(self._cuts, at)

    def _expression(self, each: TimeExpression) -> TimeExpression:
        start, end = self._back(each.start, each.end)
        anchor = each.anchor
        if anchor is not None and anchor.start is not None and anchor.end is not None:
            first, last = self._back(anchor.start, anchor.end)
            anchor = replace(anchor, start=first, end=last)
        return replace(each, start=start, end=end, text=self._given.text[start:end], anchor=anchor)

    def _event(self, each: Event) -> Event:
        start, end = self._back(each.sentence_start, each.sentence_end)
        first, last = self._back(each.trigger_start, each.trigger_end)
        return replace(
            each,
            sentence_start=start,
            sentence_end=end,
            sentence=self._given.text[start:end],
            trigger_start=first,
            trigger_end=last,
            trigger=self._given.text[first:last],
            expression=self._expression(each.expression) if each.expression else None,
            mentions=tuple(self._mention(mention) for mention in each.mentions),
        )

    def _mention(self, mention: Mention) -> Mention:
        if mention.document != self.document.key:
            return mention
        start, end = self._back(mention.start, mention.end)
        return replace(mention, start=start, end=end)


def _unseen(text: str) -> list[int]:
    """The offsets of the characters that are not read, in order."""
    found = list(_UNSEEN.finditer(text)) if _ANY.search(text) else []
    if "\n>" in text or "\n " in text and ">" in text:
        marks = list(_QUOTE_MARKS.finditer(text))
        found += marks if len(marks) >= _FEWEST_LINES else []
    return sorted({at for match in found for at in range(*match.span())})

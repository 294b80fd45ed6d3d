"""Lines stamped with day and time, messages of a chat or entries of a log: each was written when its stamp says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FEWEST = 2
"""So many lines are stamped at least: a single one may be anything."""
INDENT = 24
"""How many characters of a line may stand before its stamp."""
_BEFORE = re.compile(r"[ \t]*[\[(]?")
_AFTER = re.compile(
    r"[\])][ \t]*(?:[-–—:|][ \t]*)?"  # [05/03/2024, 10:12:33] Anna: …
    r"|[ \t]+[-–—|][ \t]+|[ \t]*[:|][ \t]+"  # 05/03/2024, 10:12 - Anna: …
    r"|[ \t]+(?=[A-ZÀ-Þ<])"  # 2024-03-05 10:12:33 ERROR …
)
_SPEAKER = re.compile(r"<?[^\W\d_][\w .'’-]{0,30}(?::|>:?)[ \t]+(?=\S)")
"""Who sent a message."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp at the beginning of a line: where its line and its time begin, and what it stamps (code points)."""

    line: int
    time: int
    end: int


def stamps(text: str, times: Iterable[tuple[int, int]]) -> list[Stamp]:
    """Those of ``times`` (spans of days with a time of day, in order) that stamp a line of ``text``; none where fewer
    than :data:`FEWEST` do."""
    found = list(_stamps(text, times))
    return found if len(found) >= FEWEST else []


def messages(text: str, times: Iterable[tuple[int, int]]) -> list[int]:
    """Where the messages begin whose line is stamped and names who speaks: the stamp is no part of what is said."""
    return [stamp.end for stamp in stamps(text, times) if _SPEAKER.match(text, stamp.end)]


def _stamps(text: str, times: Iterable[tuple[int, int]]) -> Iterator[Stamp]:
    for start, end in times:
        line = text.rfind("\n", max(0, start - INDENT), start) + 1
        if not line and start > INDENT:
            continue
        after = _AFTER.match(text, end) if _BEFORE.fullmatch(text, line, start) else None
        if after is not None:
            yield Stamp(line, start, after.end())

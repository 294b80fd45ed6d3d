"""What the parser sees instead of the text as written: of the same length, so that offsets stay true."""

from __future__ import annotations

import re

from chrono.grammar.lexicon import clusters
from chrono.wordlists import groups

_SINGLE_QUOTES = "‘’‚‛′`´ʼ＇"
_DOUBLE_QUOTES = "“”„‟″«»＂"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
_LINE_ENDS = "\n\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_HYPHENS = "\u2010\u2011\u00ad\u2212"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"

_TABLE = str.maketrans(
    dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SPACES + _LINE_ENDS + _INVISIBLE, " ")
    | dict.fromkeys(_HYPHENS, "-")
    # Halves of surrogate pairs, which broken decoding leaves behind, cannot be encoded.
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
)
_TABLE_OF_LINES = {**_TABLE, **dict.fromkeys(map(ord, "\n\x85\u2028\u2029"), "\n")}
# "SEOUL:", "WASHINGTON, Nov. 4 (AP) —", "PARIS (Reuters) -", "Oslo, 14 November 2023 –": a place in capitals, then up
# to the dash or colon a date and an agency; a place in usual case has its date.
_REGION = r"(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
_DATE = r"(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]+\.?(?: \d{4})?)"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){{0,3}}{_REGION}{_DATE}?"
    rf"|[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){{0,2}}{_REGION}(?=,){_DATE})"
    r"(?:,? ?\([A-Z][^()]{1,40}\))?(?: ?(?:--|–|—|:) ?| - )(?=[\"'A-Z])"
)
# The old wires' dash: "(AP)_ The mayor", "the budget _ and the rest".
_WIRE_DASH = re.compile(r"(?<=[\s)])_(?=\s)")
_WORD = re.compile(r"[^\W\d_]+")


def plain(text: str, *, keep_newlines: bool = False) -> str:
    """`text` with straight quotes, plain hyphens and plain spaces."""
    return _WIRE_DASH.sub("–", text.translate(_TABLE_OF_LINES if keep_newlines else _TABLE))


def dateline_end(sentence: str) -> int:
    """The length of the dateline at the beginning of a plain sentence, 0 if there is none."""
    match = _DATELINE.match(sentence)
    return match.end() if match else 0


def uncapitalise(sentence: str) -> str:
    """A plain sentence in capitals ("MILK PRICES RISE IN OHIO") as a writer would have put it, names with a capital;
    any other sentence unchanged."""
    words = _WORD.findall(sentence)
    long = [word for word in words if len(word) > 1]
    if len(long) < 3 or sum(word.isupper() for word in long) < 0.8 * len(long):
        return sentence
    lowered = _WORD.sub(lambda match: _usual_case(match.group()), sentence)
    first = _WORD.search(lowered)
    if first:
        lowered = lowered[: first.start()] + first.group()[0].upper() + lowered[first.start() + 1 :]
    return lowered if len(lowered) == len(sentence) else sentence


def _usual_case(word: str) -> str:
    known, lower = clusters(), word.lower()
    if not word.isupper() or word in groups("grammar", "words")["state"]:
        return word
    if lower in known or lower in ("s", "t", "d", "m", "ll", "re", "ve"):
        return lower
    return word if word in known and word.capitalize() not in known else word.capitalize()

"""Where sentences end: rules over full stops, quotation marks, brackets and abbreviations within a paragraph.

The cases follow Kiss and Strunk (2006, "Unsupervised multilingual sentence boundary detection"), who tell initials,
ordinal numbers and abbreviations apart, and the segmentation of the English UD treebanks; the word lists stand in
data/sentences.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chrono.grammar.normalise import plain
from chrono.grammar.paragraphs import Spans, join_spans, paragraphs, strip_span

# A mark that may end a sentence, with the quotation marks, brackets and note marks ("[12]") that close it.
_MARK = re.compile(
    r"(?P<mark>(?:\.{2,}|…|[.!?])[.!?…]*)(?P<close>(?:''|[\"')\]}»])*)"
    r"(?:\s?\[(?:\d{1,3}|[a-z]|[a-z ]{1,20} needed)\]|(?<=[a-z]{3}\.)\d{1,3}(?=\s))*"
    r"(?=(?P<gap>\s*)(?P<next>\S?))"
)
_WORD_BEFORE = re.compile(r"(?:[^\W_]|[.&'§-])+$")
_WORD_AFTER = re.compile(r"[\"'(\[{–—\-\s]*([^\W\d_][\w'’-]*)")
_BRACKET = re.compile(r"[()\[\]{}]")
_CLOSING = re.compile(r"[)\]}]")
# How far, in code points, a decision looks ahead and back.
_WINDOW = 160
_LONGEST = 2000
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_ACRONYM = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]{1,2}$")
# A sentence that consists of the time so far ("At about 9:30" p.m.) goes on.
_OPENING_TIME = re.compile(
    r"\s*(?:at|by|around|about|before|after|until|since|shortly after|shortly before) \D{0,8}[\d:.]* ?$", re.I
)
_JOINED = re.compile(r"[a-z]{2,}[.!?]+[\"')\]]*$")
_NAME = re.compile(r"(?:[A-Z][\w.'-]*\s+){0,4}")


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence as half-open code-point offsets, and the number of its paragraph, from 0."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Words:
    before_name: frozenset[str]
    before_number: frozenset[str]
    medial: frozenset[str]
    hour: frozenset[str]
    after_hour: frozenset[str]
    exclaimed: frozenset[str]
    starters: frozenset[str]
    reporting: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads((files("chrono.grammar") / "data" / "sentences.toml").read_text(encoding="utf-8"))
    return _Words(**{name: frozenset(words.split()) for name, words in data.items()})


def split(text: str, *, merge: Sequence[tuple[int, int]] = (), breaks: Sequence[int] = ()) -> list[Span]:
    """The sentences of `text`, in order, without the white space around them.

    No sentence ends inside a span of `merge`, and one ends at each offset of `breaks` that no such span holds.
    All offsets are code points, spans half-open."""
    seen = plain(text, keep_newlines=True)
    inner = Spans(join_spans(text, merge))
    spans: list[Span] = []
    for paragraph, (start, end) in enumerate(paragraphs(seen, inner)):
        edges = {i for i in _ends(seen, start, end) if not inner.hold(i)}
        edges.update(b for b in breaks if start < b < end and not inner.hold(b))
        begin = start
        for edge in (*sorted(edges), end):
            for first, last in _portions(seen, begin, edge, inner):
                left, right = strip_span(seen, first, last)
                if left < right:
                    spans.append(Span(left, right, paragraph))
            begin = edge
    return spans


def _portions(text: str, start: int, end: int, inner: Spans) -> Iterator[tuple[int, int]]:
    """A sentence in portions that a parser can hold: tables and lists may run on for pages without a full stop."""
    while end - start > _LONGEST:
        cuts = (text.rfind(mark, start + 1, start + _LONGEST) for mark in ("\n", ";", " "))
        cut = next((c + 1 for c in cuts if c > 0 and not inner.hold(c + 1)), 0)
        if not cut:
            break
        yield start, cut
        start = cut
    yield start, end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets in the paragraph after which a new sentence begins."""
    begin = start
    brackets = _Brackets(text, start)
    for match in _MARK.finditer(text, start, end):
        stop = match.end()
        if stop >= end or not match["next"]:
            continue
        is_open = brackets.open_at(stop)
        if _is_end(text, begin, match, end) and not (is_open and _closes_soon(text, stop, end)):
            yield stop
            begin = stop
            brackets = _Brackets(text, stop)


class _Brackets:
    """Counts the brackets that stand open in a sentence; those around a whole sentence do not count."""

    def __init__(self, text: str, begin: int) -> None:
        self._text, self._begin, self._seen, self._depth = text, begin, begin, 0

    def open_at(self, offset: int) -> bool:
        for match in _BRACKET.finditer(self._text, self._seen, offset):
            if match.group() in ")]}":
                self._depth = max(0, self._depth - 1)
            elif self._depth or self._text[self._begin : match.start()][:_WINDOW].strip(" \"'"):
                self._depth += 1
        self._seen = offset
        return self._depth > 0


def _closes_soon(text: str, offset: int, end: int) -> bool:
    return _CLOSING.search(text, offset, min(end, offset + _WINDOW)) is not None


def _is_end(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    stop, mark = match.end(), match["mark"]
    begin = max(begin, match.start() - _WINDOW)
    at = stop + len(match["gap"])
    after = text[at : min(end, at + _WINDOW)]
    if not any(map(str.isalnum, after)):
        return False
    if not match["gap"]:
        return _is_joined(text[max(begin, stop - 12) : stop], after)
    before = _WORD_BEFORE.search(text, begin, match.start())
    word = before.group().lower() if before else ""
    following = _WORD_AFTER.match(after)
    name = following.group(1) if following else ""
    if _goes_on(after, name) and not _is_careless(word, match["close"], name):
        return False
    if mark != ".":
        return _is_end_of_exclamation(word + mark, mark, match["close"], after, name)
    if match["close"]:
        return True
    if not before:
        left = text[begin : match.start()]
        return left.rstrip()[-1:] not in ("", ".") if left[-1:].isspace() else left[-1:] in tuple("'\")]}%°")
    return _is_end_of_stop(before.group(), word, after, name, text[begin : before.start()])


def _goes_on(after: str, name: str) -> bool:
    """Whether what follows cannot begin a sentence of edited text."""
    if after[0] in ",;:%)" or (after[0] in "-–—" and not name[:1].isupper()):
        return True
    if after[0] == "(" and re.match(r"\([^()]*\)\s*[,;a-z]", after):
        return True
    return name.islower() and not name.startswith(("http", "www"))


def _is_careless(word: str, close: str, name: str) -> bool:
    """Whether an ordinary word ends and a lower-case word begins what is a new sentence in careless writing."""
    words = _words()
    known = words.before_name | words.before_number | words.medial | words.hour | words.exclaimed
    return not close and word.isalpha() and len(word) > 2 and word not in known and name in words.starters


def _is_joined(left: str, right: str) -> bool:
    """A space is missing: "the end.The next", but not "node.Js" or "e.g.This"."""
    if not _JOINED.search(left) or re.search(r"[/@]|www", left):
        return False
    return re.match(r"[\"']?[A-Z](?:[a-z]+)?\s", right) is not None


def _is_end_of_exclamation(name: str, mark: str, close: str, after: str, following: str) -> bool:
    words = _words()
    if name in words.exclaimed and following.lower() not in words.starters:
        return False
    if mark[0] in ".…":
        return after[0].isupper() or after[0] in "\"'(["
    if any(c in "\"'" for c in close):
        speaker = _NAME.match(after)
        rest = after[speaker.end() if speaker else 0 :]
        verb = re.match(r"(?:(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\s+)?([a-z]+)", rest)
        return not (verb and verb.group(1) in words.reporting)
    return True


def _is_end_of_stop(form: str, word: str, after: str, following: str, left: str) -> bool:
    """Whether the stop after `form` (in small letters `word`) ends a sentence. `left` stands before that word in the
    sentence, and `after` follows, its first word being `following`."""
    words = _words()
    starts = following.lower() in words.starters
    if not left.strip() and (form.isdigit() or len(form) == 1) and len(form) < 3:
        return False
    if word in words.before_name:
        return not following and not after[0].isdigit()
    if word in words.hour:
        return following.lower() not in words.after_hour and not _OPENING_TIME.match(left)
    if word in words.before_number and not _INITIAL.match(form):
        return not after[0].isdigit()
    if word in words.medial or _INITIAL.match(form) or _ACRONYM.match(word):
        return after[0] != "(" and (starts or after[0] in "\"'")
    return True

"""What only looks like a time expression: a piece of a name, of a title or of a web address."""

from __future__ import annotations

import re
from collections.abc import Container

from .tree import Tree

ADDRESS_REACH = 80
"""How far back, in characters, the beginning of a web address is looked for."""


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether an expression is no piece of a name ("user1984", "x2BC6") or of a web address."""
    before, after = text[start - 1:start], text[end:end + 1]
    if before == " " and after in PLAIN and text[end - 1].isalpha():
        return True
    if (before.isalpha() and text[start].isdigit()) or (after.isdecimal() and text[end - 1].isalpha()):
        return False
    if before == " " and text[end - 1:end].isdigit() and _GROUPS.search(text, max(0, start - 6), start):
        return not text[start:end].isdigit()
    if after == "#" or (text[end - 1:end].isdigit() and _GOES_ON.match(text, end)):
        return False
    if before == ":" and text[start - 2:start - 1].isdigit():
        return False
    if after == "." and _DOMAIN.match(text, end):
        return False
    if before not in ADDRESS_SIGNS:
        return True
    if before == "-" and _TELEPHONE.search(text, max(0, start - 5), end):
        return False
    if before == "-" and text[start].isdigit() and _MODEL.search(text, max(0, start - 5), start):
        return False
    chunk = text[max(0, start - ADDRESS_REACH):start].rpartition(" ")[2]
    return "://" not in chunk and "www." not in chunk


_GROUPS = re.compile(r"(?<![.,])\b\d{3,} $")
"""A group of figures before another one: "0800 555 1111"."""

_DOMAIN = re.compile(r"\.(?:com|org|net|co|io|tv)\b")
_GOES_ON = re.compile(r"\.(?:\d{3}|\d(?!\d))|:\w|(?<!\d\d:\d\d)\.\d\d(?![\dap])(?! ?[ap])")
"""What goes on behind figures that are no time of day: "1:21.346", "44:11:3A"."""

_TELEPHONE = re.compile(r"(?<!\d)\d{3}-\d{4}$")

_MODEL = re.compile(r"(?<![\w.'’-])(?!FY|CY|AY|PRE|MID)[A-Z]{1,3}-$")
"""What leads to the number of a model: "the HX-1990"."""

PLAIN = frozenset(" ,\n")
"""What most often stands behind an expression that is no piece of anything."""

ADDRESS_SIGNS = frozenset("/-_.=&?")
"""What stands before a piece of a web address."""


_NEXT = re.compile(r"(?:['’]s)? ([A-Z][A-Za-z]+)")
_YEARLESS = frozenset(("Weekday", "Month", "Day", "Season", "BareYear"))


def begins_name(text: str, end: int, tree: Tree, heads: Container[str]) -> bool:
    """Whether a date without a year or a length of time that ends at ``end`` begins a name: "the May 4 Movement", "the
    Sunday Times", "May Street", "the Hundred Years' War". ``heads`` are the words, in small letters, that such names
    end with."""
    if "War" in text[end:end + 7] and _WAR.match(text, end):
        return text[max(text.rfind(sign, 0, end) for sign in " -") + 1].isupper()
    if tree.op not in _YEARLESS:
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return tree.op == "Month" and _STREETS.match(text, end) is not None
    return following.group(1).lower() in heads


_WAR = re.compile(r"(?:['’]s?)? War\b")
_STREETS = re.compile(r" (?:streets|avenues|roads)\b")
_CALLED = frozenset(("dawn", "sunrise", "sunset", "noon", "dusk", "twilight"))
_SHOUTED = re.compile(r"\b[A-Z]{2,} [A-Z]{2,} $")
_NAMED = re.compile(r"\b([A-Z][A-Za-z]+) $")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Sgt|Lt|Capt|Col|Gen|Rev|Sir|Judge)\.? $")
_CAPITAL = re.compile(r"(?:[Tt]he )?[A-Z][a-z]+")
_GIVEN = frozenset(("April", "May", "June", "August"))
_BEGINS = re.compile(r"(?:^|[.!?\n][\"'”’]?\s*)[\"“]?$")
_BYLINE = re.compile(r"(?:^|\n)B[Yy] $")
_FAMILY = re.compile(r" (?:[A-Z]\. )?[A-Z][\w’'-]+ (?:[a-z]+ed|was|is|had|has|and|said|told|who|wrote|won|met)\b")
"""After a given name that opens its sentence: "June Carter met …"."""
_TITLED = re.compile(r"\b([A-Z][A-Za-z]+)\.? $")


def is_given_name(text: str, start: int, end: int, tree: Tree, leads: Container[str]) -> bool:
    """Whether a month, part of day or "today" is somebody's or something's name: "Councilwoman June Ashby", "By
    Dawn Wells", "the ferry Sunrise", "USA Today". ``leads`` are the words, in small letters, that lead to dates ("In
    June Brill said …")."""
    if text[start].isupper() and (tree.op == "Today" or text[start:end] == "Noon"):  # "USA Today", "High Noon"
        if _SHOUTED.search(text, max(0, start - 32), start):  # "OPEN HOUSE TOMORROW"
            return False
        before = _NAMED.search(text, max(0, start - 24), start)
        return before is not None and before.group(1).lower() not in leads and not _is_headline(text, start, end)
    if tree.op in ("Month", "Weekday", "Season") and _TITLE.search(text, max(0, start - 8), start):
        return text[start].isupper()
    if (tree.op == "Part" and _CAPITAL.fullmatch(text, start, end) and _NEXT.match(text, end)
            and not _is_headline(text, start, end)):  # "the Evening Standard"
        return True
    if tree.op == "Part":
        alone = text[start].isupper() and text[start:end].lower() in _CALLED and text[start - 1:start] == " "
        return alone and text[start - 2:start - 1] not in '.!?:"”'
    if tree.op == "Holiday":
        return text[start:end].islower() and text[max(0, start - 4):start].lower() == " of "  # a day of thanksgiving
    if tree.op != "Month" or _NEXT.match(text, end) is None or text[end:end + 1] != " ":
        return False
    if text[start:end] in _GIVEN and _BYLINE.search(text, max(0, start - 4), start):
        return True
    if text[start:end] in _GIVEN and _BEGINS.search(text, max(0, start - 4), start) and _FAMILY.match(text, end):
        return not _is_headline(text, start, end)
    before = _TITLED.search(text, max(0, start - 24), start)
    return before is not None and before.group(1).lower() not in leads and not _is_headline(text, start, end)


_QUOTES = frozenset("\"'“”‘’`«»")
_LIKE = re.compile(r"-(?:style|like|esque)\b")
_CLOSE = re.compile(r"[.,]?[\"'”’»]")
_WORD = re.compile(r"[^\W\d_]+")
TITLED = 0.6
"""The share of its longer words that begin with a capital in a line set as a title."""


def is_title(text: str, start: int, end: int, tree: Tree) -> bool:
    """Whether a year, a length of time or "This Week" is the title of something: it fills a quotation ("1984") or is
    written with a capital unit in the midst of small letters ("60 Minutes")."""
    if tree.op == "This" and text[start:end].istitle():  # "on ABC's This Week"
        return not _is_headline(text, start, end)
    if start and text[start].isupper() and text[start - 1] in _QUOTES and text[end:end + 1] in _QUOTES and (
            tree.op == "Today" or (" " in text[start:end] and text[start:end].istitle())):
        return True  # the song "Yesterday", "The Day After Tomorrow"
    if (tree.op in ("Adverb", "Clock") and _CAPITAL.fullmatch(text, start, end) and _NEXT.match(text, end)
            and start and not _BEGINS.search(text, max(0, start - 4), start)):
        return not _is_headline(text, start, end)  # "The Weekly Standard", "Midnight Oil"
    if tree.op not in ("BareYear", "Duration", "Window"):
        return False
    if tree.op == "BareYear" and _LIKE.match(text, end):
        return True
    if text[start - 1:start] in _QUOTES and start and _CLOSE.match(text, end):
        return tree.op == "BareYear" or text[start:end].rpartition(" ")[2][:1].isupper()
    unit = text[start:end].rpartition(" ")[2]
    if not (unit[:1].isupper() and unit[1:].islower() and tree.op != "BareYear" and " " in text[start:end]):
        return False
    following = text[end:end + 2]
    if not (following[:1] == " " and following[1:].islower()):
        return False
    return not _is_headline(text, start, end)


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether most of the longer words around an expression, in its line, begin with a capital."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - TITLE_REACH):start] + \
        text[end:end + TITLE_REACH].partition("\n")[0]
    words = [word for word in _WORD.findall(line) if len(word) > 3]
    return bool(sum(word[0].isupper() for word in words) >= TITLED * len(words))


TITLE_REACH = 80
"""How far to both sides, in characters, the line of a title is looked at."""


def is_number(text: str, start: int, end: int, tree: Tree) -> bool:
    """Whether four figures and others joined to them by a hyphen are a number and no years: "case 2015-1043"."""
    if tree.op != "BareYear" or not text[start:end].isdigit():
        return False
    last, first = _NUMBER_AFTER.match(text, end), _NUMBER_BEFORE.search(text, max(0, start - 8), start)
    number = int(text[start:end])
    return (last is not None and not _number_fits(number, last.group(1))) or (
        first is not None and len(first.group(1)) == 4 and not _number_fits(int(first.group(1)), text[start:end]))


def _number_fits(first: int, last: str) -> bool:
    """Whether figures can be a year that a stretch from the year ``first`` reaches, or a list goes back to."""
    return len(last) == 4 and int(last) > first - 100


_NUMBER_AFTER = re.compile(r"-(\d{3,})\b(?! ?(?:BC|B\.C))")
_NUMBER_BEFORE = re.compile(r"(?<!\d)(\d{3,})-$")

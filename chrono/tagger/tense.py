"""Past or future, read off the words around an expression: the tagger works without a parser."""

from __future__ import annotations

import itertools
import re

from .cues import Cues, cue_at, cues_of

WORD = re.compile(r"[A-Za-z]++(?=['’]ll\b)|[A-Za-z’']++")
"""A word; of "she'll" the pronoun and the "'ll" are two."""
_JOINED = re.compile(r", (?:and|but) (?:a|an|the|his|her|its|their|he|she|it|they|we|i)\b", re.IGNORECASE)
"""Where another clause with its own subject is joined on."""
_NEXT = re.compile(r", ([a-z]+) ")
"""The word behind a comma."""
_STOP = re.compile(r"[.!?;\n](?:(?<=;)|(?<=\n)\s*\n|(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z]))")
"""The end of a sentence. One set of signs at its beginning lets it be searched for twice as fast as alternatives."""
REACH = 160
"""How far, in characters, the words that tell the tense are looked for."""


def sentence_start(text: str, position: int, reach: int = REACH) -> int:
    """Where the sentence (roughly) that holds ``position`` starts, at most ``reach`` characters before."""
    left = max(0, position - reach)
    for match in reversed(list(_STOP.finditer(text, left, position + 1))):
        if not _shortens(text, left, match):
            return match.end()
    return left


def _sentence_end(text: str, position: int) -> int:
    """Where the sentence (roughly) that holds ``position`` ends, at most ``REACH`` characters after."""
    for match in _STOP.finditer(text, position, position + REACH):
        if not _shortens(text, position, match):
            return match.start()
    return position + REACH


def _shortens(text: str, left: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a shortened word ("Ala.", "vs.") or an initial, and not a sentence."""
    if text[stop.start()] != ".":
        return False
    word = text[max(left, stop.start() - SHORT):stop.start()].rpartition(" ")[2]
    return (len(word) == 1 and word.isupper()) or "." in word or word.lower() in cues_of("en").shortened


SHORT = 6
"""How many characters before a full stop are looked at."""


def cue(text: str, start: int, end: int, language: str = "en") -> tuple[str | None, int]:
    """``past`` or ``future`` as the nearest cue in the expression's sentence tells, before it or after it, and how
    many words away the cue stands: none for one that leaves no doubt ("will"), many when there is no cue."""
    cues = cues_of(language)
    before = WORD.findall(text[sentence_start(text, start):start].lower())
    if (next_word := _NEXT.match(text, end)) and next_word.group(1) in cues.never:
        return "past", SURELY  # "the recital, planned for Sunday, never took place"
    if _looks_ahead(before, cues):
        return "future", 0
    if before and (before[-1] in cues.since or _is_since(before, text[max(0, start - REACH):start], cues)):
        return "past", SURELY
    if _is_sure(before, text[max(0, start - REACH):start], cues):
        return "future", SURELY if before[-1] in cues.leads_ahead else 0
    if len(before) > 1 and before[-1] in cues.up_to and before[-2] in cues.lengths and cues.sure.isdisjoint(before):
        return "past", 0
    after = WORD.findall(text[end:_sentence_end(text, end)].lower())
    if not before and after and after[0] not in cues.says and cue_at(after, 0, cues) == "past":
        return "past", SURELY  # "Friday night was wet"
    if len(before) <= 1 and (text[end:end + 2] == ", " or before == ["by"]) and _goes_on_past(after, cues):
        return "past", SURELY if cues.sure.isdisjoint(after) and after[_first(after, cues) or 0] in cues.tenses else 1
    if len(before) == 1 and before[0] in cues.opens_ahead and text[end:end + 2] == ", ":
        return "future", 1  # "From Monday, groups of more than six are banned"
    position = len(before) - 1 - (bool(before) and before[-1] in cues.leads)
    position -= position > 0 and (before[position].endswith("ly") or before[position] in cues.objects)
    if position >= 0 and before[position] in cues.told_then:
        return "past", 0
    if before and before[-1] in cues.articles and _was_so(after, cues):
        return "past", 1
    denied = position > 0 and before[position - 1] in cues.denials
    if position >= 0 and before[position] in cues.is_on and not denied:
        return "future", 0
    first = BEHIND_COMMA if text[end:end + 1] == "," else BEFORE_FIRST
    joined = _JOINED.search(text, end, end + REACH)
    own = len(WORD.findall(text[end:joined.start()])) if joined else len(after)
    behind = min(_clause_end(after, cues), own, AFTER) + first
    for distance in range(min(max(len(before), behind), AROUND)):
        position = len(before) - 1 - distance
        if position >= 0 and (tense := cue_at(before, position, cues)):
            if tense == "past" and _is_perfect(before, position, cues):
                return tense, SURELY
            return tense, _distance(before[position], distance, before[-1] in cues.leads_past, cues)
        if first <= distance < behind and (tense := cue_at(after, distance - first, cues)):
            return tense, distance
    if len(before) <= 1 and text[end:end + 2] == ", ":
        return _told_behind(after[AFTER:], cues)
    return None, AROUND


def _clause_end(after: list[str], cues: Cues) -> int:
    """How many words follow before another clause tells under what condition ("on Monday unless they signed")."""
    if cues.conditions.isdisjoint(after):
        return len(after)
    opened = (place for place, word in enumerate(after) if word in cues.conditions and not cue_at(after, place, cues))
    return next(opened, len(after))


def _was_so(after: list[str], cues: Cues) -> bool:
    """Whether what a date stands before as its attribute is told as over ("the February elections were marred")."""
    for word, following in itertools.pairwise(after[1:OWNED + 1]):
        if word in cues.going_on:
            return following not in cues.planned and following not in cues.called_off and cues.tenses.get(
                following) != "future"
    return False


def is_plainly_past(text: str, start: int, language: str = "en") -> bool:
    """Whether a past of what happened, which is no participle, stands near before ("came in this Sunday"), in the same
    clause."""
    cues = cues_of(language)
    words = WORD.findall(text[sentence_start(text, start):start].lower())[-PLAIN - 1:]
    return any(word in cues.plain and not word.endswith("ed") and cues.clauses.isdisjoint(words[place:])
               for place, word in enumerate(words))


def _is_since(before: list[str], text: str, cues: Cues) -> bool:
    """Whether "since" and a name lead to the date ("her first since Miami in March"), no comma between."""
    if before[-1] not in cues.leads or cues.since.isdisjoint(before[-SINCE - 2:-1]):
        return False
    name = list(itertools.islice(itertools.takewhile(lambda word: word not in cues.since, before[-2::-1]), SINCE + 1))
    if not 0 < len(name) <= SINCE or len(name) == len(before) - 1 or "," in text[text.lower().rfind(name[-1]):]:
        return False
    return cues.clauses.isdisjoint(name) and not any(cue_at(name, place, cues) for place in range(len(name)))


SINCE = 3
"""How many words of a name "since" leads to at most."""


def _looks_ahead(before: list[str], cues: Cues) -> bool:
    """Whether the last two words before a date lead to one that is to come ("as soon as", "moved to", "set for"), or
    what waits for it stands a little before ("tickets to", "called a strike for")."""
    before = before[:-2] if before[-2:] == ["at", "least"] else before
    if len(before) < 2:
        return False
    waiting = cues.waits.get(before[-1])
    return before[-2] in cues.looks_ahead.get(before[-1], ()) or (
        waiting is not None and not waiting.isdisjoint(before[-WAITS:-1]))


WAITS = 6
"""How many words before a date what waits for it can stand."""


def is_conditional(text: str, start: int, language: str = "en") -> bool:
    """Whether "if" or its like opens the clause that leads to a date ("if no deal is reached by Sunday")."""
    clause = re.split(r"[.;:,!?\n]", text[max(0, start - REACH):start])[-1].lower()
    return not cues_of(language).conditions.isdisjoint(WORD.findall(clause))


def _goes_on_past(after: list[str], cues: Cues) -> bool:
    """Whether what follows a date that opens its sentence is told in the past ("In January, the firm brought in a new
    chief"): its first cue is a past, none that only tells who says so, nor a participle ("a storm named Ida could")."""
    first = _first(after, cues)
    if first is None or cue_at(after, first, cues) != "past" or after[first] in cues.says:
        return False
    for position in range(first + 1, min(len(after), first + PLAIN + 1)):
        if after[position] in cues.clauses:
            break
        if cue_at(after, position, cues) == "future":
            return False
    return True


def _first(after: list[str], cues: Cues) -> int | None:
    """The place of the first cue behind a date."""
    return next((position for position in range(min(len(after), AFTER)) if cue_at(after, position, cues)), None)


def _told_behind(words: list[str], cues: Cues) -> tuple[str | None, int]:
    """The tense of the clause that a date opens, where it comes late ("In May, a week after the eighth meeting of the
    new council, the bank closed"), and how near it counts as standing."""
    for position in range(len(words)):
        tense = cue_at(words, position, cues)
        if tense is not None:
            return (None, AROUND) if words[position] in cues.says else (tense, 1)
    return None, AROUND


def is_to_be(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether what a date owns is told to come ("Thursday's meeting will be the first", "will miss Saturday's game",
    "ahead of Sunday's vote", "Monday's meeting is cancelled")."""
    cues = cues_of(language)
    before = WORD.findall(text[sentence_start(text, start):start].lower())
    after = WORD.findall(text[end + 2:_sentence_end(text, end)].lower())
    if not before and not cues.sure.isdisjoint(after[:OWNED]):
        return True
    if _looks_ahead(before, cues) or " ".join(before[-2:]) in cues.pairs:
        return True
    thing = next((position for position, word in enumerate(after[:NOUN]) if word in cues.things), None)
    if thing is None:
        return False
    if not cues.called_off.isdisjoint(after[thing + 1:thing + AFTER]):
        return True
    return bool(before) and (_is_sure(before, text[max(0, start - REACH):start], cues)
                             or cue_at(before, len(before) - 1, cues) == "future")


NOUN = 3
"""Up to which word behind a possessive its noun is looked for."""

OWNED = 3
"""How many words after "Thursday's" "will" is looked for."""


def tells_who_says(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether a verb of saying stands beside an expression ("said on Friday", "On Friday the police said")."""
    cues = cues_of(language)
    before = WORD.findall(text[sentence_start(text, start):start].lower())[-BESIDE:]
    after = WORD.findall(text[end:_sentence_end(text, end)].lower())[:BESIDE]
    return not cues.says.isdisjoint(before) or not cues.says.isdisjoint(after)


def opens_clause(word: str, language: str = "en") -> bool:
    """Whether the word opens a relative clause."""
    return word.lower() in cues_of(language).relative


def says(words: str, language: str = "en") -> bool:
    """Whether one of the words is a past of saying."""
    return not cues_of(language).says.isdisjoint(WORD.findall(words.lower()))


def happens_right_behind(text: str, end: int, language: str = "en") -> bool:
    """Whether the next word behind an expression is a past ("on the 27th drove the outposts back"), a name before it
    passed over ("On the 12th Maurer broke off the march")."""
    words = WORD.match(_SUBJECT_NAME.sub("", text[end : end + REACH].lstrip(" ")).lower())
    return words is not None and cue_at([words.group()], 0, cues_of(language)) == "past"


_SUBJECT_NAME = re.compile(
    r"(?:(?:(?!Street|Avenue|Floor|Battalion|Regiment|Infantry|Division|Army|Corps)[A-Z][\w’'-]+|of|the) ){1,4}")
"""One or more words of a name, no street or regiment that a number belongs to."""


def _distance(word: str, distance: int, leads_on: bool, cues: Cues) -> int:
    """How far away a cue before the expression counts as standing; ``leads_on``: "in" or the like stands between."""
    if word in cues.sure:
        return 0
    if word in cues.plain and distance and leads_on and distance <= BESIDE:
        return SURELY
    return min(distance, 1) if word in cues.plain and distance <= PLAIN else distance


def _is_perfect(words: list[str], position: int, cues: Cues) -> bool:
    """ "having moved to Tulsa in late March": a participle of the past right before."""
    helper = words[position - 2] if position > 1 and words[position - 1] == "been" else words[position - 1]
    return position > 0 and helper in cues.perfect and len(words) - position <= PLAIN + 1


SURELY = -1
"""The distance of a cue that no nearness of another date outweighs."""

BESIDE = 4
"""How many words away a plain past before "in" and a date ("went to the Senate in May") leaves no doubt."""

PLAIN = 4
"""How many words away a plain past of what happened ("went into administration in August") counts as beside it."""


def _is_sure(before: list[str], text: str, cues: Cues) -> bool:
    """Whether "will" or its like rules the clause, whatever participles stand between: no other clause begins after
    it, and no comma stands between."""
    if cues.sure.isdisjoint(before) and (not before or before[-1] not in cues.leads_ahead):
        return False
    for position in range(len(before) - 1, max(-1, len(before) - 1 - SURE), -1):
        word = before[position]
        if word in cues.sure or (before[-1] in cues.leads_ahead and _plans_to(before[:position + 2], cues)):
            return "," not in text[text.lower().rfind(word):]
        if word in cues.clauses:
            return False
    return False


def _plans_to(words: list[str], cues: Cues) -> bool:
    """Whether the last two words tell of a plan that still stands: "plans to", "is expected to", not "was due to"."""
    return (len(words) > 1 and words[-1] == "to" and words[-2] in cues.plans_to
            and cues.going_on.isdisjoint(words[-3:-2]) and "been" not in words[-3:-2])


SURE = 12
"""How many words before an expression "will" is looked for."""

AROUND = 24
"""How many words before an expression can tell its tense."""

BEFORE_FIRST = 3
"""How many words farther a cue before the expression may stand than one after it and still rule."""

BEHIND_COMMA = 8
"""The same where a comma sets off the words after it ("who was due to tour the plant on Friday, canceled")."""

AFTER = 8
"""How many words after it can."""


def last_cue(text: str, start: int, end: int, language: str = "en") -> str | None:
    """The tense that the last cue between two points of a text tells, if any."""
    cues = cues_of(language)
    words = WORD.findall(text[start:end].lower())
    found = (cue_at(words, position, cues) for position in range(len(words) - 1, -1, -1))
    return next(filter(None, found), None)

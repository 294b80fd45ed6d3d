"""Which events are one event told twice: conservative, so that two events of different exact dates stay two."""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ..calendar import Granularity, Span, edtf
from ..events.event import Event
from .columns import AHEAD
from .dates import OPEN_END
from .words import Profile, profile

_HAPPENED = ("happened", "ongoing", "claimed")
_NEAR = 31 * 86400
"""Seconds within which two documents' dates of one event are a disagreement, and the width of a bucket."""
_MOST_BUCKETS = 40
_MOST_COMPARED = 64
"""So many tellings before it in a bucket is each compared with: a long text is merged in linear time."""
_RAREST = 3
_CONFLICT_LIKENESS = 0.8


class Fit(IntEnum):
    """How two events' dates go together."""

    APART = 0
    UNKNOWN = 1
    WITHIN = 2
    EQUAL = 3


# The least likeness (0 … 1) at which two tellings are one, by the fit of their dates and whether the predicate is
# the same word or only a near-synonym. Likeness is the share of the shorter telling's words that the other has; where
# the dates do not help (unknown), of the longer's.
_LEAST = {
    (Fit.EQUAL, True): 0.6, (Fit.EQUAL, False): 0.7,
    (Fit.WITHIN, True): 0.7, (Fit.WITHIN, False): 0.8,
    (Fit.UNKNOWN, True): 0.7, (Fit.UNKNOWN, False): 1.1,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Events that are one: indices into the events, the one that names and dates it first; dates that disagree."""

    members: tuple[int, ...]
    conflicts: tuple[str, ...] = ()


def merge(events: Sequence[Event]) -> list[Group]:
    """The events grouped so that one event told several times is one group, in the order of their first members."""
    told = [_Telling(event, profile(event)) for event in events]
    weights = _weights(told)
    for each in told:
        each.weight = sum(weights[word] for word in each.profile.words)
    pairs: list[tuple[float, int, int]] = []
    disputes: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in _candidates(told, weights):
        likeness, fit = _compare(told[a], told[b], weights)
        if likeness >= _LEAST.get((fit, told[a].profile.predicate == told[b].profile.predicate), 2):
            pairs.append((likeness, a, b))
        elif fit == Fit.APART and likeness >= _CONFLICT_LIKENESS and _disputed(told[a], told[b]):
            disputes[a].append(b)
            disputes[b].append(a)
    clusters = _cluster(told, pairs)
    return [Group(members, _conflicts(told, members, disputes)) for members in clusters]


class _Telling:
    """An event with what is compared again and again."""

    __slots__ = ("closed", "end", "event", "profile", "sentence", "start", "time", "weight")

    def __init__(self, event: Event, made: Profile) -> None:
        span = event.span
        self.event = event
        self.profile = made
        self.start = -OPEN_END if span is None or span.start is None else span.start
        self.end = OPEN_END if span is None or span.end is None else span.end
        self.closed = span is not None and span.first is not None and span.last is not None
        self.sentence = (event.document, event.sentence_start)
        self.time = (event.document, span is None, self.start, self.end, self.closed, event.basis == "implied")
        self.weight = 0.0

    @property
    def stretches(self) -> range:
        """The buckets of time that it touches, and the next, so that near events share one."""
        return range(self.start // _NEAR, (self.end - 1) // _NEAR + 2)


def _candidates(told: Sequence[_Telling], weights: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of one family of predicates, in one document or of one time; where these are very many,
    the nearest and those that share their rarest words."""
    buckets: defaultdict[tuple[object, ...], deque[int]] = defaultdict(lambda: deque(maxlen=_MOST_COMPARED))
    for b, each in enumerate(told):
        near: set[int] = set()
        for key in _buckets(each, weights):
            near.update(buckets[key])
            buckets[key].append(b)
        for a in sorted(near - {b}):
            yield a, b


def _buckets(each: _Telling, weights: Mapping[str, float]) -> Iterator[tuple[object, ...]]:
    rarest = sorted(each.profile.words, key=lambda word: (-weights[word], word))[:_RAREST]
    wheres: list[tuple[object, ...]] = [("document", each.event.document)]
    if each.closed and len(each.stretches) <= _MOST_BUCKETS:
        wheres += [("time", stretch) for stretch in each.stretches]
    elif each.event.span is not None:
        wheres.append(("span", each.start, each.end))
    for family in each.profile.families | each.profile.named:
        for where in wheres:
            yield where, family
            for word in rarest:
                yield where, family, word
    yield "sentence", *each.sentence


def _weights(told: Sequence[_Telling]) -> dict[str, float]:
    """How much each word tells: less, the more events have it."""
    counts = Counter(word for each in told for word in each.profile.words)
    return {word: 1 / (1 + math.log(count)) for word, count in counts.items()}


def _compare(a: _Telling, b: _Telling, weights: dict[str, float]) -> tuple[float, Fit]:
    """Likeness of what is told, and fit of the dates; likeness 0 where the two cannot be one event."""
    fit = _fit(a, b)
    if not _compatible(a, b, fit):
        return 0.0, fit
    one, other = a.profile, b.profile
    if not one.families & other.families:
        return max(_repeated_in_sentence(a, b, fit), _named(one, other, fit), _named(other, one, fit)), fit
    if one.who and other.who and not (one.who & other.words or other.who & one.words):
        return 0.0, fit
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0, fit
    shared = one.words & other.words
    enough = len(shared) >= (2 if fit in (Fit.EQUAL, Fit.APART) else 3) or (shared and one.words == other.words)
    if not enough and a.event.sentence != b.event.sentence:
        return 0.0, fit
    whole = max(a.weight, b.weight) if fit == Fit.UNKNOWN else min(a.weight, b.weight)
    return (sum(weights[word] for word in shared) / whole if whole else 1.0), fit


def _repeated_in_sentence(a: _Telling, b: _Telling, fit: Fit) -> float:
    """1 where a sentence's shorter clause of the same date stands whole within the longer one."""
    if fit != Fit.EQUAL or a.event.sentence_start != b.event.sentence_start or a.event.status != b.event.status:
        return 0.0
    shorter, longer = sorted((a.profile, b.profile), key=lambda each: len(each.words))
    inside = len(shorter.words) >= 3 and shorter.words | {shorter.predicate} <= longer.words
    return 1.0 if inside else 0.0


def _named(one: Profile, other: Profile, fit: Fit) -> float:
    """1 where ``one`` only names, with the same date, the event that ``other`` tells."""
    alike = fit == Fit.EQUAL and one.named & other.families and len(one.named_words) >= 2
    return 1.0 if alike and one.named_words <= other.words else 0.0


def _fit(a: _Telling, b: _Telling) -> Fit:
    return _fit_of_times(a, b, a.sentence == b.sentence)


def _fit_of_times(a: _Telling, b: _Telling, same_sentence: bool) -> Fit:
    one, other = a.event, b.event
    same_document = one.document == other.document
    if one.span is None and other.span is None:
        return Fit.EQUAL if same_sentence else Fit.UNKNOWN
    if one.span is None or other.span is None:
        return Fit.UNKNOWN if same_document and not same_sentence else Fit.APART
    if a.start == b.start and a.end == b.end:
        return Fit.EQUAL
    if same_sentence or not (a.closed and b.closed):
        return Fit.APART
    if (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end):
        return Fit.WITHIN
    implied = (one.basis == "implied") != (other.basis == "implied")
    return Fit.UNKNOWN if implied and same_document else Fit.APART


def _compatible(a: _Telling, b: _Telling, fit: Fit) -> bool:
    """Whether the statuses allow one event: what one text plans another may report on the very day."""
    one, other = a.event.status, b.event.status
    if "denied" in (one, other):
        return one == other
    if (one in _HAPPENED) == (other in _HAPPENED):
        return True
    return fit == Fit.EQUAL and a.event.document != b.event.document


def _cluster(told: Sequence[_Telling], pairs: list[tuple[float, int, int]]) -> list[tuple[int, ...]]:
    """Joins the likest pairs first, and only groups in which no two dates lie apart."""
    group_of = list(range(len(told)))
    groups = {index: _Members(index, each) for index, each in enumerate(told)}
    for _, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        one, other = groups[group_of[a]], groups[group_of[b]]
        if one is other or one.apart_from(other):
            continue
        smaller, larger = sorted((one, other), key=lambda group: len(group.indices))
        for index in smaller.indices:
            group_of[index] = larger.number
        del groups[smaller.number]
        larger.take(smaller)
    ordered = sorted((group.indices for group in groups.values()), key=min)
    return [tuple(sorted(group, key=lambda index: (_standing(told[index]), index))) for group in ordered]


class _Members:
    """A group that grows: its members, one of each time, and those of each sentence."""

    __slots__ = ("indices", "number", "sentences", "times")

    def __init__(self, number: int, only: _Telling) -> None:
        self.number = number
        self.indices = [number]
        self.times = {only.time: only}
        self.sentences = {only.sentence: [only]}

    def apart_from(self, other: _Members) -> bool:
        """Whether a date of this group lies apart from one of the other."""
        if any(_fit_of_times(a, b, False) == Fit.APART for a in self.times.values() for b in other.times.values()):
            return True
        shared = self.sentences.keys() & other.sentences.keys()
        return any(_fit_of_times(a, b, True) == Fit.APART for sentence in shared
                   for a in self.sentences[sentence] for b in other.sentences[sentence])

    def take(self, other: _Members) -> None:
        """Make the other's members this group's."""
        self.indices += other.indices
        self.times |= other.times
        for sentence, members in other.sentences.items():
            self.sentences.setdefault(sentence, []).extend(members)


def _standing(told: _Telling) -> tuple[object, ...]:
    """Sort key that puts the member first whose date and words stand for the group."""
    event = told.event
    basis = {"explicit": 0, "relative": 0, "implied": 1}.get(event.basis, 2)
    granularity = event.span.granularity if event.span else Granularity.MILLENNIUM
    words = told.profile
    return basis, granularity, event.status in AHEAD, bool(words.named), words.nominal, -event.confidence


def _disputed(a: _Telling, b: _Telling) -> bool:
    """Whether two documents give the same event different dates: near ones, both stated."""
    one, other = a.event, b.event
    if one.document == other.document or "implied" in (one.basis, other.basis) or not (a.closed and b.closed):
        return False
    if a.profile.predicate != b.profile.predicate:
        return False
    gap = max(a.start, b.start) - min(a.end, b.end)
    return 0 <= gap < max(_NEAR, min(a.end - a.start, b.end - b.start))


def _conflicts(told: Sequence[_Telling], members: tuple[int, ...],
               disputes: dict[int, list[int]]) -> tuple[str, ...]:
    spans: list[Span] = [span for index in members for other in disputes.get(index, ())
                         if (span := told[other].event.span) is not None]
    return tuple(sorted({edtf.write(span) for span in spans}))

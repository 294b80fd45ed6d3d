"""Which time expression of its sentence a given predicate can claim: its own, one that it shares with the predicates
around it, or that of what it reacts to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..calendar import Granularity, Period
from . import predicates, status
from .attachment import Attachment, reacted_to, tokens_of
from .predicates import VERB, Predicate
from .relevance import only_describes
from .scene import Scene
from .syntax import Syntax
from .tense import is_durative
from .triggers import class_of


class Claims:
    """What the ``attachments`` of one sentence date. ``found`` are its predicates by token, ``day`` the document's."""

    def __init__(
        self,
        syntax: Syntax,
        found: Mapping[int, Predicate],
        attachments: Iterable[Attachment],
        day: Period | None,
    ) -> None:
        self.syntax = syntax
        self._found = found
        self._day = day
        self._dated: dict[int, Attachment] = {}
        self._after: dict[int, Attachment] = {}
        scene = Scene(syntax, list(found.values()), (), None if day is None else day.end)
        attachments = list(attachments)
        self._when = {a.expression.end: a for a in attachments if a.expression.span is not None}
        for attachment in attachments:
            dated = attachment.expression.span is not None and attachment.expression.type != "SET"
            if dated and (attachment.predicate.kind != VERB or not only_describes(scene, attachment)):
                self._enter(self._of_noun_before(self._of_reaction(attachment)))

    def own(self, predicate: Predicate) -> Attachment | None:
        """The expression that dates the predicate itself."""
        attachment = self._dated.get(predicate.index) or self._before_when(predicate)
        if attachment is None or self._is_of_content(predicate, attachment):
            return None
        done = predicate.kind == VERB and predicate.tense in ("past", "present-perfect") and not is_durative(predicate)
        if attachment.expression.relation != "until" or not done or class_of(predicate) != "occurrence":
            return attachment
        if predicate.negated:  # "was not shut until March": that is when it was
            return replace(attachment, expression=replace(attachment.expression, relation="on"))
        return None  # "has extended its closure until March": the closure lasts, not the extending

    def _before_when(self, predicate: Predicate) -> Attachment | None:
        """ "since 1967, when a steamer struck a reef": the date right before the clause is its own."""
        syntax = self.syntax
        left = (child for child in syntax.children[predicate.index] if child < predicate.index)
        when = next((child for child in left if syntax.lower(child) == "when"), None)
        if when is None and syntax.dep(predicate.index) == "conj":
            head = syntax.head(predicate.index)
            return None if head is None or head not in self._found else self._before_when(self._found[head])
        if when is None:
            return None
        start = syntax.tokens[when].start
        attachment = self._when.get(start - 2) or self._when.get(start - 1)
        if attachment is None:
            return None
        return replace(attachment, expression=replace(attachment.expression, relation="on"), through=None)

    def shared(self, predicate: Predicate) -> Attachment | None:
        """The expression that dates the clause: that of the verb a noun or non-finite verb belongs to."""
        syntax = self.syntax
        at = predicate.index
        beside = self._beside(predicate)
        if beside is not None:
            return beside
        if predicate.finite or (is_durative(predicate) and predicate.tense in ("gerund", "infinitive")):
            return None
        for above in list(syntax.ancestors(at))[:3]:
            governor = self._found.get(above)
            if governor is None:
                continue
            attachment = self._dated.get(above) or self._beside(governor)
            if attachment is not None and predicate.kind == predicates.NOUN and self._is_ahead(attachment):
                return attachment
            if (
                attachment is None
                or status.of(syntax, predicate) != status.of(syntax, governor)
                or class_of(governor) == "reporting"
            ):
                return None
            return attachment
        return None

    def reacted(self, predicate: Predicate) -> Attachment | None:
        """The expression that dates what a past predicate came after, where it is about just that."""
        past = predicate.tense in ("past", "past-perfect", "present-perfect")
        return self._after.get(predicate.index) if past else None

    def report_day(self, i: int) -> Period | None:
        """The day from which the predicate is seen: that of a dated report or plan above it, else the document's."""
        for above in self.syntax.ancestors(i):
            attachment = self._dated.get(above)
            verb = self._found.get(above)
            if attachment is not None and verb is not None and class_of(verb) in ("reporting", "intention"):
                span = attachment.expression.span
                if (
                    span is not None
                    and span.first is not None
                    and span.first == span.last
                    and span.granularity <= Granularity.DAY
                ):
                    return span.first.to(Granularity.DAY)
        return self._day

    def _enter(self, attachment: Attachment) -> None:
        self._dated.setdefault(attachment.predicate.index, attachment)
        verb = self._verb_of(attachment)
        if verb is not None:
            self._dated.setdefault(verb, attachment)

    def _of_noun_before(self, attachment: Attachment) -> Attachment:
        """ "within weeks of his arrest on 3 May": the date is that of the noun right before it."""
        indices = tokens_of(self.syntax, attachment.expression)
        at = indices[0] - 1
        if at > 0 and self.syntax.tokens[at].upos == "ADP":
            at -= 1
        noun = self._found.get(at)
        if noun is None or noun.kind != predicates.NOUN or noun == attachment.predicate:
            return attachment
        case = self.syntax.first(at, "case")
        owned = any(self.syntax.tokens[child].dep == "nmod:poss" for child in self.syntax.children[at])
        if case is None or not owned or self.syntax.lower(case) not in ("of", "after", "before", "since", "from"):
            return attachment
        return replace(attachment, predicate=noun)

    def _of_reaction(self, attachment: Attachment) -> Attachment:
        """ "condemned the invasion of 2 August": the date is that of the invasion, and the verb came after it."""
        noun = reacted_to(self.syntax, self._found, attachment)
        if noun is None:
            return attachment
        self._after[attachment.predicate.index] = attachment
        return replace(attachment, predicate=noun)

    def _verb_of(self, attachment: Attachment) -> int | None:
        """ "filed objections to its powers in 1995": the verb whose object the date behind it was hung on."""
        noun = attachment.predicate
        head = self.syntax.head(noun.index)
        verb = self._found.get(head) if head is not None else None
        if verb is None or verb.kind != VERB or noun.kind != predicates.NOUN or self.syntax.dep(noun.index) != "obj":
            return None
        told = verb.tense in ("past", "past-perfect") and class_of(verb) == "occurrence"
        adverbial = attachment.through is not None and self.syntax.first(attachment.token, "case") is not None
        return verb.index if told and adverbial and verb.index not in self._after else None

    def _beside(self, predicate: Predicate) -> Attachment | None:
        """The expression of the verb that a past verb goes along with: the first of a pair that an expression before
        both dates, or the one that a clause with "when" or "as" accompanies."""
        head = self.syntax.head(predicate.index)
        if head is None or predicate.tense != "past" or predicate.kind != VERB:
            return None
        attachment = self._dated.get(head)
        if attachment is None or self._found[head].kind != VERB:
            return None
        dep = self.syntax.dep(predicate.index)
        span = attachment.expression.span
        to_the_day = span is not None and span.granularity <= Granularity.DAY
        if dep == "conj" and (attachment.token < head or to_the_day) and self._found[head].tense == "past":
            return attachment
        opens = next(iter(sorted(self.syntax.children[predicate.index])), None)
        if dep == "advcl" and opens is not None and self.syntax.lower(opens) in ("when", "as", "while"):
            return attachment
        return None

    def _is_of_content(self, predicate: Predicate, attachment: Attachment) -> bool:
        """A date to come behind a verb of saying in the past is that of what is said ("told of a cut in September")."""
        return predicate.tense == "past" and class_of(predicate) == "reporting" and self._is_ahead(attachment)

    def _is_ahead(self, attachment: Attachment) -> bool:
        span = attachment.expression.span
        return self._day is not None and span is not None and span.start is not None and span.start >= self._day.end

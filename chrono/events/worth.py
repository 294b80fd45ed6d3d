"""Which predicates of a sentence are worth a row, and on which date each.

An event with a time expression of its own is a row. Without one it is a row only where the sentence or the report
around it dates it safely, or where it is announced for a time to come.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..tagger.expression import TimeExpression
from . import lexicon
from .attachment import Attachment
from .dating import Dating, combine, fitted, is_after, of_attachment
from .names import Name
from .predicates import NOUN, STATE, SUBJECTS, VERB, Predicate
from .status import DENIED, ONGOING, PLANNED, POSSIBLE, governor, of
from .syntax import Syntax

IMPLIED_BY_REPORT, IMPLIED_BY_SENTENCE = 0.7, 0.65
UNDATED_FUTURE = 0.6
_TIME_NOUNS = frozenset("end beginning start middle part half quarter rest close eve morning afternoon evening night day week "
                        "month year weekend spring summer autumn fall winter season time period course whole most".split())
_SUBJECT_OF_TIME = frozenset({"see", "witness", "bring", "mark"})
_OBJECT_OF_TIME = frozenset({"spend", "take", "last"})
_ANNOUNCING = frozenset({"will", "'ll", "shall", "would", "may", "might", "could", "wo"})
_PRO_VERBS = frozenset({"do", "have", "be", "go", "get"})
_SPEAKERS = frozenset({"i", "you", "we", "one", "it", "there", "this", "that", "nobody", "who", "which", "what"})
_DEICTIC = frozenset("this next last later earlier tomorrow yesterday today tonight late early mid".split())
_SUPERLATIVES = frozenset("first best worst most highest lowest biggest largest least only longest".split())
_AT = frozenset({"in", "during", "at", "on", "with", "by", "through"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be: its predicate, the light verb that carries it (if any), its date and status.

    ``future`` marks an undated event that lies ahead."""

    predicate: Predicate
    carrier: Predicate | None
    dating: Dating
    status: str
    future: bool = False

    @property
    def verb(self) -> int | None:
        return self.carrier.index if self.carrier else None


class Selector:
    """Chooses the rows of one sentence. ``day_end`` is the first second after the reference day (``None`` unknown)."""

    def __init__(self, syntax: Syntax, found: Sequence[Predicate], found_names: Sequence[Name],
                 day_end: int | None) -> None:
        self._syntax = syntax
        self._predicates = {predicate.index: predicate for predicate in found}
        self._names = found_names
        self._day_end = day_end
        self._reporting = lexicon.groups("reporting_verbs")
        self._kinds = lexicon.groups("predicates")

    def rows(self, attachments: Sequence[Attachment]) -> list[Row]:
        """The rows of the sentence in text order."""
        dated: dict[int, list[Attachment]] = {}
        verbs: dict[int, int] = {}
        for attachment in attachments:
            if not self._dates_something(attachment):
                continue
            attachment = replace(attachment, expression=fitted(
                attachment.expression, self._tells_ahead(attachment.predicate), self._day_end))
            moved, verb = self._settle(attachment)
            dated.setdefault(moved.predicate.index, []).append(moved)
            if verb is not None:
                verbs[moved.predicate.index] = verb
        rows = [row for index, own in dated.items() for row in self._explicit(index, own, verbs.get(index))]
        rows += self._implied(rows, attachments)
        rows += self._to_come(rows)
        rows = [row for row in rows if not self._is_superseded(row, rows)]
        return sorted(rows, key=lambda row: row.predicate.index)

    # Whether the expression dates anything

    def _dates_something(self, attachment: Attachment) -> bool:
        syntax, expression = self._syntax, attachment.expression
        if expression.type == "SET" or (expression.span is None and expression.value != "FUTURE_REF"):
            return False
        dep, head = syntax.dep(attachment.token), attachment.predicate.lemma
        if dep in SUBJECTS and syntax.head(attachment.token) == attachment.predicate.index:
            return head in _SUBJECT_OF_TIME and attachment.predicate.kind == VERB
        if dep == "obj" and not self._is_deictic(expression):
            return head in _OBJECT_OF_TIME
        if self._is_figurative(attachment.token) or self._is_comparison(attachment):
            return False
        if attachment.through is not None:
            through = syntax.tokens[attachment.through]
            if through.upos == "PROPN" and self._touches(attachment, through.i):
                return False
            if dep in ("compound", "amod", "nummod"):
                return False
        return not self._is_generic(attachment.predicate)

    def _tells_ahead(self, predicate: Predicate) -> bool | None:
        """Whether the predicate's form tells of what is to come (True), of what is past (False), or neither."""
        if predicate.modal in _ANNOUNCING or predicate.tense == "future":
            return True
        return False if predicate.tense in ("past", "past-perfect", "present-perfect") and not self._content(
            predicate) and predicate.lemma not in self._kinds["intention"] else None

    def _is_deictic(self, expression: TimeExpression) -> bool:
        """"next week" behind a verb tells when, not what."""
        return expression.text.split()[0].lower() in _DEICTIC

    def _is_figurative(self, token: int) -> bool:
        """"the winter of her life": a time of something else."""
        return any(self._syntax.dep(child) == "nmod" and child > token and self._syntax.tokens[child].upos != "NUM"
                   and self._syntax.first(child, "case") is not None
                   and self._syntax.lower(self._syntax.first(child, "case") or 0) == "of"
                   for child in self._syntax.children[token])

    def _is_comparison(self, attachment: Attachment) -> bool:
        """"for the first time since 1993": the past measure of a superlative."""
        if attachment.expression.relation != "since":
            return False
        start = next((i for i, token in enumerate(self._syntax.tokens) if token.end > attachment.expression.start), 0)
        near = {self._syntax.lower(i) for i in range(max(0, start - 8), start)}
        return bool(near & _SUPERLATIVES) or any("Degree=Sup" in self._syntax.tokens[i].feats
                                                 for i in range(max(0, start - 8), start))

    def _touches(self, attachment: Attachment, i: int) -> bool:
        """The year stands inside the name: "Fraud Act 2006"."""
        token = self._syntax.tokens[i]
        return attachment.expression.text.isdigit() and 0 <= attachment.expression.start - token.end <= 1

    def _is_generic(self, predicate: Predicate) -> bool:
        words = lexicon.groups("status_cues")["generic"]
        if any(self._syntax.lower(child) in words for child in self._syntax.children[predicate.index]):
            return True
        return predicate.modal in ("can",) and not predicate.negated

    # To which predicate the date goes

    def _settle(self, attachment: Attachment) -> tuple[Attachment, int | None]:
        """The predicate that is the event, and the light verb that carries it."""
        predicate = attachment.predicate
        ahead = self._is_ahead(attachment.expression)
        if predicate.kind == NOUN:
            return self._settle_noun(attachment)
        head = self._syntax.head(predicate.index)
        if head in self._predicates and self._syntax.dep(predicate.index) in ("xcomp", "ccomp")\
                and predicate.tense == "infinitive" and self._predicates[head].lemma in ("let", "make", "help", "force"):
            return replace(attachment, predicate=self._predicates[head]), None
        bounded = self._bounded_by(predicate)
        if bounded is not None:
            return replace(attachment, predicate=bounded), None
        if ahead and not predicate.modal and (
                predicate.lemma in self._kinds["intention"] or self._is_reporting(predicate)):
            content = self._content(predicate)
            if content is not None:
                return replace(attachment, predicate=content), None
        if predicate.lemma in self._kinds["intention"]:
            subject = self._noun_subject(predicate.index)
            if subject is not None and predicate.passive and (ahead or predicate.lemma in ("expect", "schedule", "plan")):
                return replace(attachment, predicate=subject), predicate.index
        if predicate.lemma in self._kinds["light"]:
            thing = self._light_object(predicate.index)
            if thing is not None:
                return replace(attachment, predicate=thing), predicate.index
        return attachment, None

    def _bounded_by(self, predicate: Predicate) -> Predicate | None:
        """"five days of mourning, beginning on Sunday": what begins."""
        if predicate.tense != "gerund" or predicate.lemma not in ("begin", "start", "end", "commence"):
            return None
        head = self._syntax.head(predicate.index)
        if head is None:
            return None
        nouns = [i for i in self._syntax.subtree(head) if i < predicate.index and i in self._predicates
                 and self._predicates[i].kind == NOUN and self._predicates[i].score >= 0.5]
        return self._predicates[nouns[-1]] if nouns else self._predicates.get(head)

    def _settle_noun(self, attachment: Attachment) -> tuple[Attachment, int | None]:
        syntax, noun = self._syntax, attachment.predicate
        head = syntax.head(noun.index)
        verb = self._predicates.get(head) if head is not None else None
        if verb is None or verb.kind == NOUN:
            return attachment, None
        dep = syntax.dep(noun.index)
        if dep == "obj" and verb.lemma in self._kinds["light"]:
            return attachment, verb.index
        if dep == "obj" and verb.tense == "past" and not self._is_ahead(attachment.expression) and not (
                self._is_reporting(verb) or verb.lemma in self._kinds["intention"] or verb.lemma in self._kinds["stative"])\
                and syntax.dep(attachment.token) in ("nmod", "obl"):
            return replace(attachment, predicate=verb), None
        if dep in SUBJECTS and verb.kind == VERB:
            if verb.lemma in self._kinds["intention"] and verb.passive:
                return attachment, verb.index
            if not self._is_reporting(verb) and verb.lemma not in self._kinds["stative"]:
                return replace(attachment, predicate=verb), None
        if dep == "obl":
            case = syntax.first(noun.index, "case")
            if case is not None and syntax.lower(case) in _AT and not self._is_ahead(attachment.expression):
                return replace(attachment, predicate=verb), None
        return attachment, None

    def _content(self, predicate: Predicate) -> Predicate | None:
        """The predicate that says what is planned or reported."""
        for child in self._syntax.having(predicate.index, ("xcomp", "ccomp", "acl", "advcl")):
            content = self._predicates.get(child)
            if content and content.kind != NOUN and (content.tense in ("infinitive", "future", "gerund") or content.modal):
                return content
        return None

    def _light_object(self, verb: int) -> Predicate | None:
        for child in self._syntax.having(verb, ("obj",)):
            thing = self._predicates.get(child)
            if thing and thing.kind == NOUN and thing.score >= 0.5:
                return thing
        for child in self._syntax.children[verb]:
            thing = self._predicates.get(child)
            if thing and thing.kind == NOUN and thing.score >= 0.5 and self._syntax.tokens[child].dep == "nsubj:pass":
                return thing
        return None

    def _noun_subject(self, verb: int) -> Predicate | None:
        for child in self._syntax.having(verb, SUBJECTS):
            thing = self._predicates.get(child)
            if thing and thing.kind == NOUN and thing.score >= 0.3:
                return thing
        return None

    def _is_ahead(self, expression: TimeExpression) -> bool:
        if expression.value == "FUTURE_REF":
            return True
        return self._day_end is not None and expression.span is not None and is_after(expression.span, self._day_end)

    def _is_reporting(self, predicate: Predicate) -> bool:
        return predicate.kind == VERB and any(predicate.lemma in group for group in self._reporting.values())

    # Rows

    def _explicit(self, index: int, attachments: Sequence[Attachment], verb: int | None) -> list[Row]:
        predicate = self._predicates[index]
        carrier = self._predicates.get(verb) if verb is not None else None
        rows = []
        for dating in combine(attachments):
            ahead = self._after(dating)
            rows.append(Row(predicate, carrier, dating, self._status(predicate, carrier, ahead)))
        if not rows:
            first = attachments[0].expression
            status = self._status(predicate, carrier, True)
            rows.append(Row(predicate, carrier, Dating(None, "after", "undated", first, first.why, UNDATED_FUTURE + 0.1,
                                                    first.rule), status, future=True))
        return rows

    def _status(self, predicate: Predicate, carrier: Predicate | None, ahead: bool | None) -> str:
        own = of(self._syntax, predicate, after_reference=ahead)
        if carrier is None or own in (POSSIBLE, DENIED):
            return own
        told = of(self._syntax, carrier, after_reference=ahead)
        if carrier.lemma in self._kinds["intention"] and carrier.passive:
            return PLANNED if told != DENIED else DENIED
        return told

    def _after(self, dating: Dating) -> bool | None:
        if self._day_end is None or dating.span is None:
            return None
        return is_after(dating.span, self._day_end)

    def _implied(self, explicit: Sequence[Row], attachments: Sequence[Attachment]) -> list[Row]:
        """Rows for undated predicates that a report, or a clause joined to them, dates."""
        taken = {row.predicate.index for row in explicit} | {row.verb for row in explicit if row.verb is not None}
        rows: list[Row] = []
        for index, predicate in self._predicates.items():
            if index in taken or predicate.kind == NOUN:
                continue
            row = self._by_when(predicate, attachments) or self._by_report(predicate, explicit)\
                or self._by_conjunct(predicate, [*explicit, *rows])
            if row is not None:
                rows.append(row)
        return rows

    def _to_come(self, rows: Sequence[Row]) -> list[Row]:
        """Undated events announced for a time to come: "will be rebuilt", "a possible visit by Xi"."""
        if self._syntax.tokens[-1].text == "?":
            return []
        taken = {row.predicate.index for row in rows} | {row.verb for row in rows if row.verb is not None}
        found = []
        for index, predicate in self._predicates.items():
            if index not in taken and self._is_announced(predicate):
                status = of(self._syntax, predicate, after_reference=True)
                dating = Dating(None, "after", "undated", None, "told as still to come, without a date",
                                UNDATED_FUTURE, "events.to-come")
                found.append(Row(predicate, None, dating, status, future=True))
        return found

    def _is_announced(self, predicate: Predicate) -> bool:
        if predicate.negated or self._is_generic(predicate):
            return False
        if predicate.kind == NOUN:
            return predicate.score >= 0.6 and of(self._syntax, predicate) in (PLANNED, POSSIBLE)\
                and predicate.lemma not in ("plan", "deadline") and self._names_someone(predicate.index)\
                and self._syntax.dep(predicate.index) in ("obj", "conj", "nsubj", "appos")
        if predicate.kind != VERB or predicate.modal not in _ANNOUNCING or predicate.lemma in self._kinds["stative"]\
                or predicate.lemma in _PRO_VERBS or (self._is_reporting(predicate) and not predicate.passive):
            return False
        subject = self._syntax.first(predicate.index, *SUBJECTS)
        if subject is None or self._syntax.lower(subject) in _SPEAKERS:
            return False
        if predicate.modal in ("would", "could", "'d") and not self._is_reported(predicate):
            return False
        return self._syntax.dep(predicate.index) in ("root", "ccomp", "conj", "parataxis")

    def _is_reported(self, predicate: Predicate) -> bool:
        """Whether it is the content of a report, also of one that it is joined to ("…, and that …")."""
        above = governor(self._syntax, predicate.index)
        head = self._syntax.head(predicate.index)
        lemmas = {above.lemma} if above else set()
        if self._syntax.dep(predicate.index) == "conj" and head is not None:
            lemmas.add(self._syntax.lemma(head))
        return any(lemma in group for group in self._reporting.values() for lemma in lemmas)

    def _names_someone(self, noun: int) -> bool:
        inside = set(self._syntax.subtree(noun))
        return any(name.first in inside for name in self._names)

    def _by_when(self, predicate: Predicate, attachments: Sequence[Attachment]) -> Row | None:
        """"on 2 May, when all seats will be contested": the clause takes the date before it."""
        when = next((child for child in self._syntax.children[predicate.index] if self._syntax.lower(child) == "when"
                     and child < predicate.index), None)
        if when is None or predicate.kind == NOUN:
            return None
        at = self._syntax.tokens[when].start
        for attachment in attachments:
            expression = attachment.expression
            if expression.span is not None and 0 < at - expression.end <= 2 and self._dates_something(attachment):
                ahead = self._is_ahead(expression)
                dating = replace(of_attachment(replace(attachment, agreed=True, through=None)), relation="on",
                                 span=expression.span)
                return Row(predicate, None, replace(dating, confidence=round(dating.confidence * 0.9, 3)),
                           of(self._syntax, predicate, after_reference=ahead))
        return None

    def _by_report(self, predicate: Predicate, explicit: Sequence[Row]) -> Row | None:
        """The content of a dated report happened then ("…, officials said on Wednesday")."""
        if not tellable(predicate):
            return None
        for row in explicit:
            if self._is_reporting(row.predicate) and row.dating.span is not None\
                    and predicate.index in self._reported(row.predicate.index):
                dating = replace(row.dating, basis="implied", confidence=round(
                    row.dating.confidence * IMPLIED_BY_REPORT / 0.9, 3),
                    why=f"the date of the report ({row.dating.expression.text})" if row.dating.expression else "")
                return Row(predicate, None, replace(dating, expression=None), of(self._syntax, predicate))
        return None

    def _reported(self, verb: int) -> set[int]:
        """The main predicates of what ``verb`` reports."""
        syntax = self._syntax
        found = set(syntax.having(verb, ("ccomp", "parataxis")))
        if syntax.dep(verb) == "parataxis" and syntax.head(verb) is not None:
            found.add(syntax.tokens[verb].head)
        return found

    def _by_conjunct(self, predicate: Predicate, rows: Sequence[Row]) -> Row | None:
        """A verb joined by "and" to a dated one of the same tense happened then too."""
        if not tellable(predicate) or self._syntax.dep(predicate.index) not in ("conj", "advcl"):
            return None
        head = self._syntax.head(predicate.index)
        for row in rows:
            if row.predicate.index == head and row.dating.span is not None and row.predicate.kind == VERB\
                    and row.dating.relation in ("on", "about") and row.predicate.tense == predicate.tense == "past"\
                    and not self._is_reporting(row.predicate):
                dating = replace(row.dating, basis="implied", expression=None,
                                 confidence=round(row.dating.confidence * IMPLIED_BY_SENTENCE / 0.9, 3),
                                 why=f"the same sentence dates “{row.predicate.lemma}”")
                return Row(predicate, None, dating, of(self._syntax, predicate))
        return None


    def _is_superseded(self, row: Row, rows: Sequence[Row]) -> bool:
        """A plain report gives way to its content."""
        return row.predicate.lemma in self._reporting["plain"] and row.predicate.kind == VERB and any(
            other.predicate.index in self._reported(row.predicate.index) and other.dating.basis == "implied"
            for other in rows)


def tellable(predicate: Predicate) -> bool:
    """A change told as past by a finite verb of its own."""
    return predicate.kind == VERB and predicate.tense == "past" and not predicate.negated and not predicate.modal\
        and not predicate.progressive and predicate.lemma not in lexicon.groups("predicates")["stative"]\
        and predicate.lemma not in lexicon.groups("reporting_verbs")["plain"]\
        and not (predicate.passive and predicate.lemma in lexicon.groups("predicates")["intention"])


def is_main(syntax: Syntax, i: int) -> bool:
    """Whether the verb heads the main clause, or is joined to the one that does."""
    while syntax.dep(i) == "conj":
        head = syntax.head(i)
        if head is None:
            break
        i = head
    return syntax.dep(i) == "root"

"""The readable clause of an event: subject, predicate and what it needs, without the time and the asides."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable

from . import lexicon
from .clause_parts import helpers_of, is_pair, is_short, leads, object_before, shared_object, stands_early
from .discourse import Discourse
from .gapping import Gapped, gapped
from .phrases import noun_phrase, phrase
from .predicates import NOUN, STATE, SUBJECTS, Predicate
from .speech import mentions_speaker
from .subjects import RELATIVE, antecedent, owner_before, subject_token, unsaid_object
from .syntax import Syntax
from .trimming import beside_noun, beside_verb, free_relative, shortened, told_apart
from .verb_group import verb_group
from .wording import definite, past, possessive, sentence_case, tidy

_ALIKE = frozenset({"past", "past-perfect", "future"})
"""Tenses whose forms are those of "I" as well as of a name."""
_WHEN = lexicon.groups("grammar")["when-noun"]
_LONGEST_OWNER = 5
"""How many words a name may have that is told as an owner."""
_NEAR = 3
"""How many tokens behind a noun the name may stand that is told with it."""


class Clauses:
    """Writes clauses for one sentence; ``cut`` are the tokens of its time expressions."""

    def __init__(self, syntax: Syntax, discourse: Discourse, cut: Collection[int]) -> None:
        self._syntax = syntax
        self._discourse = discourse
        self._cut = frozenset(cut)
        self._apart: set[int] | None = None
        self._gapped = Gapped()

    def write(
        self,
        predicate: Predicate,
        status: str,
        carrier: Predicate | None = None,
        *,
        latest: bool = False,
        dated: int | None = None,
    ) -> str:
        """The clause of ``predicate``; of the light verb ``carrier`` that an event noun hangs on where there is one.

        With ``latest`` only the last of several instances is told ("has fired dozens since, most recently in May");
        with the first token ``dated`` of its time only what of several things was done then.
        """
        if predicate.kind == NOUN and carrier is None:
            return sentence_case(self._noun_clause(predicate.index))
        teller = carrier or predicate
        at = teller.index
        self._gapped = self.gap(at, dated)
        meant = self._gapped.subject
        subject = self.subject(at) if meant is None else self._text(set(noun_phrase(self._syntax, meant)) - self._cut)
        if latest and teller.tense == "present-perfect" and subject:
            return sentence_case(f"{subject} most recently {self._once(at)}")
        verb = self._verb_clause(at, teller, status, subject)
        if teller.lemma == "bear" and subject:
            verb = tidy(verb.replace(f" {subject} ", " ", 1))  # "Born Joan MacLeod in Ness, she left"
        return sentence_case(self._spoken(at, teller, subject, verb).lstrip(" -–—"))

    def gap(self, at: int, dated: int | None) -> Gapped:
        """What of the verb ``at`` belongs to other days than that of the token ``dated``."""
        return gapped(self._syntax, at, self._cut, dated)

    def _spoken(self, at: int, teller: Predicate, subject: str, verb: str) -> str:
        """Subject and verb; what is quoted of "I" and "we" is told of, or as told by, whoever speaks."""
        token = subject_token(self._syntax, at)
        words = [] if token is None else [token, *self._syntax.having(token, ("nmod",))]  # "my wife"
        speaker = next((found for i in words if (found := self._discourse.speaker(self._syntax, i))), None)
        if speaker is None:
            return f"{subject} {verb}"
        if subject == "I" and teller.tense in _ALIKE and not mentions_speaker(verb):
            return f"{speaker} {verb}"
        return f"{speaker}: {subject if subject == 'I' else subject[:1].lower() + subject[1:]} {verb}"

    # Subjects

    def subject(self, at: int) -> str:
        """The subject of the verb ``at`` as text, pronouns resolved; ``""`` when it has none."""
        there = self._syntax.first(at, "expl")
        if there is not None and self._syntax.lower(there) == "there":
            return "there"
        token = subject_token(self._syntax, at)
        text = "" if token is None else self.noun(token, at)
        return lexicon.forms("nominatives").get(text.lower(), text)

    def noun(self, token: int, without: int | None = None) -> str:
        """The noun phrase headed by ``token``, a pronoun replaced by what it stands for; not the branch ``without``."""
        syntax = self._syntax
        if syntax.tokens[token].upos == "PRON":
            return self._pronoun(token)
        below = set(syntax.subtree(token)) - {token}
        tops = self._told_apart() | ({without} if without is not None else set())
        asides = {i for top in tops & below for i in syntax.subtree(top)}
        whole = noun_phrase(syntax, token)
        indices = [i for i in whole if i not in self._cut and i not in asides] or whole  # "fiscal 2014, which ended"
        while len(indices) > 1 and indices[0] < token and self._leads_in(indices[0]):
            indices = indices[1:]  # "In Hart v. Doe, decided in 1979"
        owned = self._owned(token, indices) if syntax.dep(token) == "nsubj" else ""
        text = owned or self._with_relative(token, indices)
        pair = self._discourse.pair() if is_pair(text) else ""
        return pair or (text if is_pair(text) else self._with_name(token, text))

    def _owned(self, token: int, indices: list[int]) -> str:
        """The phrase with whoever "its" or "his" at its beginning stands for; ``""`` where that is not safe."""
        syntax, first = self._syntax, min(indices, default=token)
        if syntax.tokens[first].dep != "nmod:poss" or syntax.tokens[first].upos != "PRON" or first == token:
            return ""
        owner = owner_before(syntax, first, self._cut)
        if owner is not None:
            name = self.noun(owner)
        else:
            told = any(syntax.tokens[i].upos in ("NOUN", "PROPN", "PRON") for i in range(first) if i not in self._cut)
            resolved = None if told else self._discourse.resolve(syntax, first)
            name = resolved or ""
        if not name or name.lower() in lexicon.forms("copulas") or len(name.split()) > _LONGEST_OWNER:
            return ""
        return " ".join([possessive(self._discourse.shown(name)), self._text(indices[1:])])

    def _leads_in(self, i: int) -> bool:
        """What leads to a noun phrase and is no part of it: a preposition, a comma, a conjunction."""
        openers = lexicon.groups("grammar")["subordinator"] | {"when", "where"}
        if self._syntax.lower(i) in lexicon.groups("grammar")["estimating"] and self._counts(i + 1):
            return False
        return self._syntax.tokens[i].upos in ("ADP", "PUNCT") or self._syntax.lower(i) in openers

    def _counts(self, i: int) -> bool:
        """Whether a number stands here, if need be behind "least", "most" or "to"."""
        after = i + (self._syntax.lower(i) in ("least", "most", "to"))
        return after < len(self._syntax.tokens) and self._syntax.tokens[after].upos == "NUM"

    def _pronoun(self, token: int) -> str:
        """What the pronoun stands for, with what is joined to it."""
        syntax = self._syntax
        resolved = self._discourse.resolve(syntax, token)
        if resolved is None and syntax.having(token, ("det", "nmod")):
            return self._text(i for i in noun_phrase(syntax, token) if i not in self._cut)  # "no one"
        joined = [child for child in syntax.having(token, ("conj",)) if syntax.tokens[child].upos != "VERB"]
        shown = syntax.tokens[token].text if resolved is None else self._discourse.shown(resolved)
        return " and ".join([shown, *(self.noun(child) for child in joined)])

    def _with_relative(self, token: int, indices: list[int]) -> str:
        """The phrase with what "whom", "which" or "whose" in it stands for."""
        syntax = self._syntax
        relative = next((i for i in indices if syntax.lower(i) in ("whom", "which", "whose")), None)
        meant_by = None if relative is None else antecedent(syntax, syntax.tokens[token].head, relative)
        if relative is None or meant_by is None or meant_by == token:
            return self._text(indices)
        at = indices.index(relative)
        meant = self.noun(meant_by)
        meant = f"the {meant}" if meant[:1].isdigit() else meant
        meant = f"{meant}'s" if syntax.lower(relative) == "whose" else meant
        return tidy(" ".join([self._text(indices[:at]), meant, self._text(indices[at + 1 :])]))

    def _with_name(self, token: int, text: str) -> str:
        """The phrase with the name that stands beside it: "a new trustee, Amina Yusuf"."""
        syntax = self._syntax
        if syntax.tokens[token].upos != "NOUN":
            return text
        for child in syntax.having(token, ("acl",)):
            called = [i for i in syntax.subtree(child) if syntax.tokens[i].upos == "PROPN"]
            if syntax.lower(child) in ("called", "named") and called:
                return f"{text} {syntax.tokens[child].text} {self._text(called)}"
        for child in syntax.having(token, ("appos",)):
            if syntax.tokens[child].upos == "PROPN" and child - token <= _NEAR:
                return f"{text}, {self._text(noun_phrase(syntax, child))},"
        return text

    # Verbs

    def _once(self, at: int) -> str:
        """The verb in the past with its object, without how many there were in all."""
        syntax = self._syntax
        before = [at - 1] if at and syntax.tokens[at - 1].upos == "NOUN" and syntax.head(at - 1) == at else []
        words = [self._text(before), past(syntax.lemma(at))]
        counts = lexicon.groups("clauses")["count-noun"]
        for child in syntax.having(at, ("obj",)):
            counted = syntax.first(child, "nmod") if syntax.lemma(child) in counts else None
            thing = child if counted is None else counted
            number = {k for top in syntax.having(thing, ("nummod", "case")) for k in syntax.subtree(top)}
            words.append(self._text([i for i in noun_phrase(syntax, thing) if i not in number | self._cut]))
        return tidy(" ".join(word for word in words if word))

    def _verb_clause(self, at: int, predicate: Predicate, status: str, subject: str) -> str:
        syntax = self._syntax
        kept = self._told_within(at)
        apart = self._told_apart() - {child for i in kept for child in syntax.children[i]}
        below = syntax.subtree(at, beside_verb(syntax, at, self._cut | self._gapped.left_out) | apart)
        below = shortened(
            syntax, at, [i for i in below if (i in kept or i not in self._cut) and i not in self._gapped.left_out]
        )
        roles = ("expl",) if subject == "there" else (*SUBJECTS, "expl")
        own_subject = {i for child in syntax.having(at, roles) for i in syntax.subtree(child)}
        helpers = helpers_of(syntax, at)
        rest = [i for i in below if i not in own_subject and i not in helpers and i != at]
        opening = min(own_subject, default=-1)
        unsaid = lexicon.groups("clauses")["unsaid-before-verb"]
        lead = self._text(
            i
            for i in rest
            if opening <= i < at and leads(syntax, i, at, predicate) and syntax.lower(i) not in unsaid
        )
        behind = self._behind(at, [i for i in rest if i > at])
        group = verb_group(syntax, at, predicate, status, sorted(helpers), subject)
        if predicate.kind == STATE and helpers and stands_early(syntax, at, helpers):
            early = [i for i in rest if i < max(helpers) and syntax.tokens[i].upos in ("ADV", "PART")]
            head, _, tail = group.partition(" ")
            late = self._text(i for i in rest if max(helpers) < i < at)
            words = [head, self._text(early), tail, late, self._text([at])]  # "will not be in use"
        elif predicate.kind == STATE and helpers:
            words = [group, lead, self._text([at])]
        elif group != syntax.tokens[at].text and (helpers or group.startswith(("was ", "were "))):
            head, _, tail = group.partition(" ") if stands_early(syntax, at, helpers) else group.rpartition(" ")
            words = [head, lead, tail]
        else:
            words = [lead, group]
        meant = self._relative_object(at)
        words += [behind, meant] if behind.startswith("to ") else [meant, behind]
        return tidy(" ".join(word for word in words if word))

    def _behind(self, at: int, indices: list[int]) -> str:
        """What stands behind the verb ``at``, with whoever its "him" or "her", and what its "it", stands for."""
        told = object_before(self._syntax, at)
        if told is not None and told[0] in indices and is_short(thing := self._again(told[1])):
            place = indices.index(told[0])
            return " ".join([self._text(indices[:place]), thing, self._text(indices[place + 1 :])])
        shared = shared_object(self._syntax, at)
        if shared is not None and not indices and is_short(thing := self.noun(shared)):
            return thing
        for place, token in enumerate(indices):
            if self._syntax.head(token) == at and (meant := self._discourse.resolve_object(self._syntax, token)):
                shown = self._discourse.shown(meant)
                return " ".join([self._text(indices[:place]), shown, self._text(indices[place + 1:])])
        return self._text(indices)

    def _again(self, noun: int) -> str:
        """The noun phrase told once more: "the station", "the two maps"."""
        number = self._syntax.tokens[noun_phrase(self._syntax, noun)[0]].upos == "NUM"
        return f"the {self.noun(noun)}" if number else definite(self.noun(noun))

    def _told_within(self, at: int) -> set[int]:
        """The times that belong to a clause that says what the object of ``at`` is ("paid what it had owed in May")."""
        above = {i: itertools.takewhile(lambda head: head != at, self._syntax.ancestors(i)) for i in self._cut}
        return {i for i, heads in above.items() if any(free_relative(self._syntax, head) for head in heads)}

    def _lacks_object(self, at: int) -> bool:
        """ "a picture that thieves cut from its frame": what was cut stands before the clause."""
        syntax = self._syntax
        clause = syntax.tokens[at].dep == "acl:relcl" and syntax.first(at, "nsubj") is not None
        return clause and syntax.first(at, "obj", "ccomp", "xcomp") is None

    def _relative_object(self, at: int) -> str:
        """What "whom" in "whom the police had sought" stands for, or nothing in "a toe he broke"."""
        syntax = self._syntax
        relative = next((c for c in syntax.having(at, ("obj",)) if c < at and syntax.lower(c) in RELATIVE), None)
        if relative is None and self._lacks_object(at):
            relative = next((c for c in syntax.having(at, ("mark",)) if syntax.lower(c) == "that"), None)
        meant = None if relative is None or syntax.dep(at) != "acl" else antecedent(syntax, at, relative)
        meant = unsaid_object(syntax, at) if meant is None else meant
        if meant is None or syntax.lemma(meant).rpartition(" ")[2] in _WHEN:
            return ""
        text = self.noun(meant, at)
        return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text

    # Nouns

    def _noun_clause(self, at: int) -> str:
        syntax = self._syntax
        indices = shortened(syntax, at, syntax.subtree(at, beside_noun(syntax, at) | self._told_apart()))
        indices = [i for i in indices if i not in self._cut]
        return tidy(self._owned(at, indices) or self._text(indices))

    # Text

    def _told_apart(self) -> set[int]:
        if self._apart is None:
            self._apart = told_apart(self._syntax, self._cut)
        return self._apart

    def _text(self, indices: Iterable[int]) -> str:
        """The tokens as text, without the commas around an aside that is left out."""
        kept = sorted(indices)
        inside = set(kept)
        return phrase(self._syntax, [i for i in kept if self._syntax.lower(i) != "," or self._joins(i, inside)])

    def _joins(self, comma: int, inside: Collection[int]) -> bool:
        if comma + 1 not in inside and comma != max(inside):
            return False
        gap = comma - 1
        while gap >= 0 and gap not in inside:
            gap -= 1
        return gap == comma - 1 or self._syntax.lower(gap + 1) != ","

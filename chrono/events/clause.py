"""The readable clause of an event: subject, predicate and what it needs, without the time and the asides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from . import lexicon
from .discourse import Discourse
from .phrases import noun_phrase, phrase
from .predicates import NOUN, STATE, SUBJECTS, Predicate
from .subjects import RELATIVE, antecedent, preceded_by_comma, subject_token
from .syntax import Syntax

_ASIDES = frozenset({"advcl", "parataxis", "discourse", "vocative", "dislocated", "appos", "cc", "mark", "dep"})
_MOST_WORDS = 22
_COPULAS = {"i": "am", "we": "are", "you": "are", "they": "are", "he": "is", "she": "is", "it": "is"}
_COUNTS = frozenset(
    {"dozen", "hundred", "thousand", "million", "score", "number", "handful", "couple", "lot", "series"}
)


class Clauses:
    """Writes clauses for one sentence; ``cut`` are the tokens of its time expressions."""

    def __init__(self, syntax: Syntax, discourse: Discourse, cut: Collection[int]) -> None:
        self._syntax = syntax
        self._discourse = discourse
        self._cut = frozenset(cut)

    def write(
        self, predicate: Predicate, status: str, carrier: Predicate | None = None, *, latest: bool = False
    ) -> str:
        """The clause of ``predicate``; of the light verb ``carrier`` that an event noun hangs on where there is one.

        With ``latest`` only the last of several instances is told ("has fired dozens since, most recently in May").
        """
        if predicate.kind == NOUN and carrier is None:
            return _sentence_case(self._noun_clause(predicate.index))
        teller = carrier or predicate
        at = teller.index
        subject = self.subject(at)
        if latest and teller.tense == "present-perfect" and subject:
            return _sentence_case(f"{subject} most recently {self._once(at)}")
        verb = self._verb_clause(at, teller, status, subject)
        return _sentence_case(f"{subject} {verb}".lstrip(" -–—"))

    # Subjects

    def subject(self, at: int) -> str:
        """The subject of the verb ``at`` as text, pronouns resolved; ``""`` when it has none."""
        token = subject_token(self._syntax, at)
        return "" if token is None else self.noun(token, at)

    def noun(self, token: int, without: int | None = None) -> str:
        """The noun phrase headed by ``token``, a pronoun replaced by what it stands for; not the branch ``without``."""
        syntax = self._syntax
        if syntax.tokens[token].upos == "PRON":
            resolved = self._discourse.resolve(syntax, token)
            if resolved is None and syntax.having(token, ("det", "nmod")):
                return self._text(i for i in noun_phrase(syntax, token) if i not in self._cut)  # "no one"
            resolved = resolved or syntax.tokens[token].text
            others = [
                self.noun(child) for child in syntax.having(token, ("conj",)) if syntax.tokens[child].upos != "VERB"
            ]
            return " and ".join([resolved, *others])
        below = set(syntax.subtree(token)) - {token}
        tops = self._cut_tops() | ({without} if without is not None else set())
        asides = {i for top in tops & below for i in syntax.subtree(top)}
        indices = [i for i in noun_phrase(syntax, token) if i not in self._cut and i not in asides]
        while len(indices) > 1 and syntax.tokens[indices[0]].upos == "ADP" and indices[0] < token:
            indices = indices[1:]  # "In Hart v. Doe, decided in 1979"
        relative = next((i for i in indices if syntax.lower(i) in ("whom", "which", "whose")), None)
        meant_by = None if relative is None else antecedent(self._syntax, syntax.tokens[token].head, relative)
        if relative is not None and meant_by is not None and meant_by != token:
            at = indices.index(relative)
            meant = self.noun(meant_by)
            meant = f"the {meant}" if meant[:1].isdigit() else meant
            meant = f"{meant}'s" if syntax.lower(relative) == "whose" else meant
            text = _tidy(" ".join([self._text(indices[:at]), meant, self._text(indices[at + 1 :])]))
        else:
            text = self._text(indices)
        words = text.lower().split()
        if (
            len(words) in (2, 3)
            and words[-1] in lexicon.groups("people")["pair-noun"]
            and words[0] in ("the", "both")
            and (words[0] == "both" or words[1] in ("two", "pair"))
        ):
            return self._discourse.pair() or text
        return self._with_name(token, text)

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
            if syntax.tokens[child].upos == "PROPN" and child - token <= 3:
                return f"{text}, {self._text(noun_phrase(syntax, child))},"
        return text

    # Verbs

    def _once(self, at: int) -> str:
        """The verb in the past with its object, without how many there were in all."""
        syntax = self._syntax
        before = [at - 1] if at and syntax.tokens[at - 1].upos == "NOUN" and syntax.head(at - 1) == at else []
        words = [self._text(before), past(syntax.lemma(at))]
        for child in syntax.having(at, ("obj",)):
            counted = syntax.first(child, "nmod") if syntax.lemma(child) in _COUNTS else None
            thing = child if counted is None else counted
            number = {k for top in syntax.having(thing, ("nummod", "case")) for k in syntax.subtree(top)}
            words.append(self._text([i for i in noun_phrase(syntax, thing) if i not in number | self._cut]))
        return _tidy(" ".join(word for word in words if word))

    def _verb_clause(self, at: int, predicate: Predicate, status: str, subject: str) -> str:
        syntax = self._syntax
        cut = {child for child in syntax.children[at] if self._is_aside(at, child)}
        below = self._trim(at, [i for i in syntax.subtree(at, cut | self._cut_tops()) if i not in self._cut])
        own_subject = set()
        for child in syntax.having(at, (*SUBJECTS, "expl")):
            own_subject.update(syntax.subtree(child))
        helpers = {child for child in syntax.children[at] if syntax.dep(child) in ("aux", "cop")}
        helpers |= {
            child
            for child in syntax.children[at]
            if syntax.lower(child) == "to" and helpers and min(helpers) < child < at
        }
        below = [i for i in below if i not in own_subject]
        rest = [i for i in below if i not in helpers and i != at]
        opening = min(own_subject, default=-1)
        before = [
            i
            for i in rest
            if opening <= i < at
            and (
                syntax.tokens[i].upos in ("ADV", "PART")
                or predicate.kind == STATE
                or (i == at - 1 and syntax.tokens[i].upos == "NOUN")
            )
        ]
        behind = [i for i in rest if i > at]
        whom = self._relative_object(at)
        group = self._group(at, predicate, status, sorted(helpers), subject)
        lead = self._text([i for i in before if syntax.lower(i) not in ("to", "also", "then", "however", "thus")])
        if predicate.kind == STATE and helpers:
            words = [group, lead, self._text([at]), self._text(behind)]
        elif group != syntax.tokens[at].text and (helpers or group.startswith(("was ", "were "))):
            head, _, tail = group.rpartition(" ")
            words = [head, lead, tail, self._text(behind)]
        else:
            words = [lead, group, self._text(behind)]
        words.insert(-1, whom)
        return _tidy(" ".join(word for word in words if word))

    def _relative_object(self, at: int) -> str:
        """What "whom" in "whom the police had sought" stands for."""
        syntax = self._syntax
        relative = next((c for c in syntax.having(at, ("obj",)) if c < at and syntax.lower(c) in RELATIVE), None)
        meant = None if relative is None or syntax.dep(at) != "acl" else antecedent(self._syntax, at, relative)
        if meant is None:
            return ""
        text = self.noun(meant, at)
        return text[:1].lower() + text[1:] if text.split()[0] in ("The", "A", "An") else text

    def _group(self, at: int, predicate: Predicate, status: str, helpers: list[int], subject: str) -> str:
        """Auxiliaries and verb; bare infinitives and participles are given a finite or "to" form."""
        syntax = self._syntax
        verb = syntax.tokens[at].text
        inherited = helpers
        if (
            not helpers
            and syntax.dep(at) == "conj"
            and (predicate.modal or predicate.passive or predicate.tense not in ("past", "present"))
        ):
            head = syntax.head(at)
            if head is not None:
                inherited = [child for child in syntax.children[head] if syntax.dep(child) == "aux" and child < at]
        words = [self._helper(i) for i in inherited]
        if predicate.kind == STATE:
            return "to be" if words == ["be"] else " ".join(words) or "was"
        if words:
            if syntax.lower(inherited[0]) == "having":
                words = ["had", *words[1:]]
            if predicate.tense == "infinitive" and words[0] in ("be", "have"):
                words = ["to", *words]
            return " ".join([*words, verb])
        if predicate.tense == "infinitive":
            if status == "happened" and subject:
                return past(syntax.lemma(at))
            if subject.lower() in _COPULAS and status in ("planned", "possible"):
                return f"{self._intending(at, subject.lower())} to {verb}"
            return f"to {verb}" if status in ("planned", "possible") or not subject else verb
        if predicate.tense == "gerund" and subject:
            return (
                past(syntax.lemma(at)) if status not in ("planned", "possible", "ongoing") else f"to {syntax.lemma(at)}"
            )
        if predicate.tense == "participle" and subject:
            name = syntax.tokens[at].upos == "PROPN"
            return (
                f"{'were' if self._is_plural(at, subject) else 'was'} {verb if name else verb[:1].lower() + verb[1:]}"
            )
        return verb

    def _is_plural(self, at: int, subject: str) -> bool:
        token = subject_token(self._syntax, at)
        if token is None or self._syntax.tokens[token].upos not in ("NOUN", "PROPN"):
            last = subject.lower().split()[-1]
            return " and " in subject or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
        joined = any(self._syntax.tokens[c].upos != "VERB" for c in self._syntax.having(token, ("conj",)))
        return joined or "Number=Plur" in self._syntax.tokens[token].feats

    def _intending(self, at: int, pronoun: str) -> str:
        """ "would like", "was due": what stands before "to" in the text; "is" where that is not said of the pronoun."""
        syntax = self._syntax
        head = syntax.head(at)
        if (
            head is None
            or syntax.dep(at) != "xcomp"
            or subject_token(self._syntax, at) != subject_token(self._syntax, head)
        ):
            return _COPULAS[pronoun]
        helpers = [c for c in syntax.children[head] if syntax.dep(c) in ("aux", "cop") and c < head]
        return " ".join([*(self._helper(i) for i in helpers), syntax.tokens[head].text])

    def _helper(self, i: int) -> str:
        word = self._syntax.tokens[i].text
        return {"'s": "is", "'ve": "have", "'ll": "will", "'d": "would", "'re": "are", "wo": "will", "ca": "can"}.get(
            word.replace("’", "'"), word
        )

    def _is_aside(self, at: int, child: int) -> bool:
        syntax = self._syntax
        dep = syntax.dep(child)
        if dep == "conj":
            return syntax.tokens[child].upos in ("VERB", "AUX") or any(
                syntax.dep(c) in ("cop", "nsubj") for c in syntax.children[child]
            )
        if dep == "punct":
            return syntax.lower(child) not in ("-", "–")
        if dep == "advcl":
            return not self._is_purpose(child)
        if syntax.lower(child) == "since" and not syntax.children[child]:
            return True
        if dep == "advmod":
            return child < at and syntax.lower(child) in (
                "also",
                "then",
                "however",
                "meanwhile",
                "when",
                "where",
                "regardless",
                "later",
                "instead",
                "thus",
                "therefore",
            )
        return dep in _ASIDES

    def _is_purpose(self, child: int) -> bool:
        """A short "to …" after the verb belongs to it."""
        syntax = self._syntax
        return (
            any(syntax.lower(c) == "to" for c in syntax.children[child])
            and len(syntax.subtree(child)) <= 9
            and child > (syntax.head(child) or 0)
        )

    def _cut_tops(self) -> set[int]:
        """Relative clauses, appositions and asides anywhere below."""
        syntax = self._syntax
        tops = set()
        for i in range(len(syntax.tokens)):
            dep = syntax.tokens[i].dep
            if dep == "acl:relcl" and syntax.tokens[i].upos == "NOUN" and syntax.first(i, "cop", "aux") is None:
                continue
            if dep in ("acl:relcl", "parataxis", "appos") or (dep in ("advcl", "acl") and preceded_by_comma(syntax, i)):
                tops.add(i)
            elif syntax.dep(i) in ("case", "punct", "det", "advmod", "mark") and syntax.head(i) in self._cut:
                tops.add(i)
            elif syntax.lower(i) == "since" and i + 1 < len(syntax.tokens) and syntax.tokens[i + 1].upos == "PUNCT":
                tops.add(i)
        return tops

    def _trim(self, at: int, indices: list[int]) -> list[int]:
        """Drop the longest-reaching optional parts while the clause is too long to read."""
        syntax = self._syntax
        while len(indices) > _MOST_WORDS:
            optional = [
                child
                for i in indices
                for child in syntax.children[i]
                if child in indices
                and child > at
                and syntax.dep(child) in ("obl", "nmod", "advcl", "acl", "advmod", "ccomp", "conj", "xcomp")
            ]
            drop = max(
                optional, key=lambda child: (syntax.subtree(child)[-1], -len(syntax.subtree(child))), default=None
            )
            if drop is None:
                break
            gone = set(syntax.subtree(drop))
            kept = [i for i in indices if i not in gone]
            if len(kept) < 4:
                break
            indices = kept
        return indices

    # Nouns

    def _noun_clause(self, at: int) -> str:
        syntax = self._syntax
        cut = self._cut_tops() | {
            child
            for child in syntax.children[at]
            if syntax.dep(child)
            in ("nsubj", "cop", "aux", "advcl", "case", "mark", "punct", "cc", "discourse", "parataxis", "advmod")
        }
        cut |= {
            child
            for child in syntax.children[at]
            if syntax.dep(child) == "conj" or syntax.first(child, "cc") is not None
        }
        indices = [i for i in self._trim(at, syntax.subtree(at, cut)) if i not in self._cut]
        return _tidy(self._text(indices))

    # Text

    def _text(self, indices: Iterable[int]) -> str:
        """The tokens as text, without the commas around an aside that is left out."""
        kept = list(indices)
        inside = set(kept)
        return phrase(self._syntax, [i for i in kept if self._syntax.lower(i) != "," or self._joins(i, inside)])

    def _joins(self, comma: int, inside: Collection[int]) -> bool:
        if comma + 1 not in inside and comma != max(inside):
            return False
        gap = comma - 1
        while gap >= 0 and gap not in inside:
            gap -= 1
        return gap == comma - 1 or self._syntax.lower(gap + 1) != ","


def past(lemma: str) -> str:
    """The past tense of an English verb."""
    irregular = lexicon.irregular_past().get(lemma)
    if irregular:
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:-–—\"“”'`")
    text = re.sub(r",(\s*,)+", ",", text)
    text = re.sub(r",\s*(more|less|fewer|higher|lower)$", "", text)
    return re.sub(r"[\s,]+(and|or|but|,)$", "", text)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]

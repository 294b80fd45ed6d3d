"""Mends what parsers of news get wrong in ways that grammar alone can tell.

Each repair names a configuration that no English sentence has: an auxiliary with a subject of its own beside its verb,
a noun phrase cut in two after "'s", a finite verb without subject behind "after the meeting", a hyphenated name in
pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import asides, lexicon, words
from .tree import Tree

if TYPE_CHECKING:
    from ..grammar import Token

_CLAUSE_OPENERS = frozenset({"after", "before", "until", "since", "as", "while", "once", "when"})
_QUOTES = frozenset({'"', "”", "''", "’", "'", "»"})
_VERBAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "advmod", "obl:unmarked", "iobj"})


def repaired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with such errors mended; the same tree where there are none."""
    work = _Repairs(tokens)
    words.mend(work)
    asides.mend(work)
    for i in range(len(work.tokens)):
        work.join_hyphenated_name(i)
        work.free_auxiliary(i)
        work.close_possessive(i)
        work.give_subject(i)
        work.retag(i)
        work.free_noun(i)
        work.give_speaker(i)
    work.give_verb()
    work.find_first_conjunct()
    work.demote_gerund()
    for i in range(len(work.tokens)):
        words.join_content(work, i)
    return tuple(work.tokens)


class _Repairs(Tree):
    """The tokens while they are being mended."""

    def join_hyphenated_name(self, i: int) -> None:
        """ "Jae", "-", "in" without spaces is one name."""
        tokens = self.tokens
        if i < 1 or i + 1 >= len(tokens) or tokens[i].text not in ("-", "‐", "–"):
            return
        left, right = tokens[i - 1], tokens[i + 1]
        if (
            left.end == tokens[i].start
            and right.start == tokens[i].end
            and left.upos == "PROPN"
            and right.upos not in ("PROPN", "VERB", "NOUN", "ADJ")
            and not right.text[0].isdigit()
        ):
            for child in self.children(i + 1):
                self.change(child, head=i - 1)
            self.change(i, head=i - 1, dep="punct")
            self.change(i + 1, head=i - 1, dep="flat", upos="PROPN")

    def free_auxiliary(self, i: int) -> None:
        """What hangs on an auxiliary belongs to its verb."""
        token = self.tokens[i]
        if token.dep in ("aux", "aux:pass", "cop") and token.head != i:
            for child in self.children(i):
                if self.tokens[child].dep in _VERBAL:
                    self.change(child, head=token.head)

    def close_possessive(self, i: int) -> None:
        """Behind "Moon's" stands a noun phrase: "expected trip" is no clause."""
        if self.word(i) not in ("'s", "’s") or self.tokens[i].dep != "case" or i + 2 >= len(self.tokens):
            return
        verb = self.tokens[i + 1]
        owner = self.tokens[i].head
        if verb.upos != "VERB" or "VerbForm=Part" not in verb.feats:
            return
        noun = next(
            (
                c
                for c in self.children(verb.i)
                if c > verb.i
                and self.tokens[c].upos in ("NOUN", "PROPN")
                and self.tokens[c].dep in ("obj", "obl", "nsubj")
                and c - verb.i <= 3
                and not any(self.tokens[k].upos == "ADP" for k in range(verb.i + 1, c))
            ),
            None,
        )
        if noun is None:
            return
        top = self.tokens[owner]
        head, dep = (top.head, top.dep) if verb.head in (owner, top.head) else (verb.head, "obj")
        for child in self.children(verb.i):
            if child != noun:
                self.change(child, head=noun)
        self.change(noun, head=noun if head == owner else head, dep=dep if dep != "root" else "root")
        self.change(verb.i, head=noun, dep="amod")
        self.change(owner, head=noun, dep="nmod:poss")

    def give_subject(self, i: int) -> None:
        """ "after a meeting broke down": the noun behind the conjunction is the subject of the bare finite verb."""
        verb = self.tokens[i]
        if verb.upos != "VERB" or "VerbForm=Fin" not in verb.feats or verb.dep not in ("conj", "advcl", "parataxis"):
            return
        children = self.children(i)
        if any(self.tokens[c].dep in ("nsubj", "nsubj:pass", "cc", "csubj", "expl", "aux") for c in children) or any(
            self.word(c) in _CLAUSE_OPENERS for c in children if c < i
        ):
            return
        for noun in range(i - 1, max(-1, i - 16), -1):
            token = self.tokens[noun]
            if token.upos in ("VERB", "SCONJ", "CCONJ") or token.text in (",", ";"):
                return
            opener = next((c for c in self.children(noun) if self.word(c) in _CLAUSE_OPENERS and c < noun), None)
            if token.upos in ("NOUN", "PROPN") and opener is not None and token.dep in ("nmod", "obl"):
                self.change(opener, head=i, dep="mark")
                self.change(noun, head=i, dep="nsubj")
                if verb.dep == "conj":
                    self.change(i, dep="advcl")
                return

    def retag(self, i: int) -> None:
        """A noun with a subject and no copula is a verb ("The council meets"); so is an adjective with a passive
        auxiliary ("was widowed"); a capitalised "verb" amid the sentence with a preposition is a name."""
        token = self.tokens[i]
        deps = {self.tokens[c].dep for c in self.children(i)}
        if any(
            self.tokens[c].dep == "case"
            for k in self.children(i)
            if self.tokens[k].dep == "nsubj"
            for c in self.children(k)
        ):
            deps.discard("nsubj")  # a noun behind a preposition is no subject
        irregular = lexicon.irregular_past().get(token.lemma.lower()) == token.text
        if (
            token.upos == "NOUN"
            and "nsubj" in deps
            and "cop" not in deps
            and "nmod:poss" not in deps
            and token.dep in ("root", "conj", "ccomp", "advcl", "acl:relcl", "parataxis")
            and "det" not in deps
            and token.text.islower()
            and (token.text.endswith(("s", "ed")) or irregular)
        ):
            past = irregular or token.text.endswith("ed")
            self.change(
                i, upos="VERB", feats="Mood=Ind|Tense=Past|VerbForm=Fin" if past else "Mood=Ind|Tense=Pres|VerbForm=Fin"
            )
        elif token.upos == "ADJ" and "aux:pass" in deps:
            self.change(i, upos="VERB", feats="Tense=Past|VerbForm=Part|Voice=Pass")
        elif (
            token.upos == "VERB"
            and i > 0
            and token.text[0].isupper()
            and not token.text.isupper()
            and token.dep in ("obl", "nmod", "obj", "nsubj")
            and not deps & {"nsubj", "aux", "obj"}
        ):
            self.change(i, upos="PROPN", feats="Number=Sing")
        elif (
            token.upos == "VERB"
            and token.dep in ("obj", "nsubj", "obl", "nmod", "nsubj:pass")
            and deps & {"det", "nmod:poss", "amod"}
            and not deps & {"nsubj", "aux", "mark"}
        ):
            self.change(i, upos="NOUN", feats="Number=Sing")

    def give_speaker(self, i: int) -> None:
        """In “… ,” she said, the one between the quotation mark and the verb speaks, no one in the quotation."""
        verb = self.tokens[i]
        if verb.upos != "VERB" or i < 3 or any(self.tokens[c].dep in ("nsubj", "nsubj:pass") for c in self.children(i)):
            return
        quote = next((k for k in range(i - 1, max(-1, i - 9), -1) if self.tokens[k].text in _QUOTES), None)
        if quote is None or quote > i - 2:
            return
        for k in range(quote + 1, i):
            token = self.tokens[k]
            if token.dep == "nsubj" and token.head < quote and token.upos in ("NOUN", "PROPN", "PRON"):
                self.change(k, head=i)
                return

    def free_noun(self, i: int) -> None:
        """A noun is no part of "and": it is the subject of what is joined."""
        token = self.tokens[i]
        above = self.tokens[token.head]
        if (
            token.dep == "fixed"
            and token.upos in ("NOUN", "PROPN")
            and above.upos == "CCONJ"
            and above.dep == "cc"
            and i < above.head
        ):
            self.change(i, head=above.head, dep="nsubj")

    def give_verb(self) -> None:
        """A sentence with a full stop has a finite verb: "Officers visited at dawn" is no noun with a participle."""
        if not self.tokens or self.tokens[-1].text not in (".", "!") or len(self.tokens) < 4:
            return
        root = next((t.i for t in self.tokens if t.head == t.i), None)
        if root is None or self.tokens[root].upos not in ("NOUN", "PROPN"):
            return
        if any("VerbForm=Fin" in self.tokens[i].feats for i in (root, *self.children(root))):
            return
        if self._promote_neighbour(root):
            return
        for verb in self.children(root):
            token = self.tokens[verb]
            if token.upos != "VERB" or "Tense=Past" not in token.feats or verb == 0:
                continue
            dependents = {self.tokens[c].dep for c in self.children(verb)}
            if dependents & {"obl:agent", "aux", "aux:pass", "mark", "nsubj"}:
                continue
            before = self.tokens[verb - 1]
            if token.dep == "acl" and root < verb:
                self._promote(verb, root, "nsubj")
                return
            if token.dep == "amod" and verb < root and before.upos in ("NOUN", "PROPN"):
                self._promote(verb, root, "obj")
                subject = before.i
                while self.tokens[subject].head < verb and self.tokens[subject].head != subject:
                    subject = self.tokens[subject].head
                self.change(subject, head=verb, dep="nsubj")
                return

    def _promote_neighbour(self, root: int) -> bool:
        """ "Prosecutors seized documents.": the participle right behind the noun and before another is its verb."""
        verb = root + 1
        token = self.tokens[verb]
        thing = token.head
        if token.upos != "VERB" or "Tense=Past" not in token.feats or token.dep != "amod" or thing < verb:
            return False
        if self.tokens[thing].head != root:
            return False
        self.change(thing, head=verb, dep="obj")
        self._promote(verb, root, "nsubj")
        return True

    def find_first_conjunct(self) -> None:
        """ "Cases peaked in May and have fallen since": a main verb behind "and" needs a verb before it."""
        root = next((t.i for t in self.tokens if t.head == t.i), None)
        if root is None or self.tokens[root].upos != "VERB":
            return
        link = next((c for c in self.children(root) if self.tokens[c].dep == "cc" and 0 < c < root), None)
        subject = next((c for c in self.children(root) if self.tokens[c].dep == "nsubj"), None)
        if link is None or subject is None or subject > link:
            return
        verb = subject + 1
        token = self.tokens[verb]
        if token.head == subject and token.dep == "acl" and "Tense=Past" in token.feats and verb < link:
            self.change(root, head=verb, dep="conj")
            self.change(subject, head=verb)
            self.change(verb, head=verb, dep="root", feats="Mood=Ind|Tense=Past|VerbForm=Fin")

    def _promote(self, verb: int, root: int, dep: str) -> None:
        """Make ``verb`` the finite head of the sentence and the old root its argument."""
        self.change(verb, head=verb, dep="root", feats="Mood=Ind|Tense=Past|VerbForm=Fin")
        for child in self.children(root):
            if child > max(verb, root) or (dep == "obj" and child < verb):
                self.change(child, head=verb)
        self.change(root, head=verb, dep=dep)

    def demote_gerund(self) -> None:
        """ "Making his first visit, the minister met …": the finite verb behind the comma is the main one."""
        first = self.tokens[0] if self.tokens else None
        if first is None or first.head != 0 or first.upos != "VERB" or not first.text.lower().endswith("ing"):
            return
        comma = next((c for c in self._extent_commas() if c > 1), None)
        if comma is None:
            return
        verb = next(
            (
                c
                for c in self.children(0)
                if c > comma
                and self.tokens[c].upos == "VERB"
                and "VerbForm=Fin" in self.tokens[c].feats
                and not any(self.tokens[k].dep == "cc" for k in self.children(c))
            ),
            None,
        )
        if verb is None or self.tokens[verb].dep not in ("conj", "parataxis", "ccomp", "dep"):
            return
        self.change(verb, head=verb, dep="root")
        for child in self.children(0):
            if child > verb:
                self.change(child, head=verb)
            elif child > comma and self.tokens[child].upos in ("NOUN", "PROPN", "PRON"):
                self.change(child, head=verb, dep="nsubj")
        self.change(0, head=verb, dep="advcl")

    def _extent_commas(self) -> list[int]:
        return [token.i for token in self.tokens if token.text == ","]

"""Who a pronoun or "the two countries" stands for, as far as that is safe."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from . import lexicon
from .happenings import happening_meant
from .mentions import PEOPLE, Acquaintance, Mention, of_noun
from .name_parts import ORGANISATION, OTHER, PERSON, PLACE, Name
from .names import head_of
from .phrases import noun_phrase, phrase
from .pronouns import (
    SEXES,
    VESSELS,
    acts_as_body,
    acts_in_words,
    governing_subject,
    has_rival,
    has_thing,
    has_thing_before,
    is_expletive,
    is_kin,
    is_main_subject,
    is_only_done_to,
    is_subject_it,
    thing_joined,
    things_before,
)
from .speech import FIRST_PERSON, Speech
from .syntax import Syntax

_OBJECTS = {"him": "male", "her": "female"}
_LONGEST_PHRASE = 6
_MEMORY = 4
"""How many sentences back a pronoun may reach."""
_KIN_MEMORY = 2
"""The same for kin of the one whom the text is about."""
_OPENING = 3
"""In how many sentences that have a subject a text names whom it is about."""


class Discourse:
    """What has been named so far in a document, for resolving pronouns where that is safe.

    Sentences are given in order with :meth:`enter`; :meth:`resolve` then answers for pronouns of the latest one.
    """

    def __init__(self) -> None:
        self._mentions: list[Mention] = []
        self._pair = ""
        self._speech = Speech()
        self._before: Syntax | None = None
        self._here: Syntax | None = None
        self._sentence = -1
        self._known = Acquaintance()
        self._about: str | None = None
        self._with_subject = 0
        self._with_things: set[int] = set()
        self._with_plurals: dict[int, list[str]] = {}
        self._names: Sequence[Name] = ()
        self._taken_up: dict[tuple[int, str], str | None] = {}
        self._it: dict[int, str | None] = {}
        self._told: Counter[tuple[str, str]] = Counter()
        self._paragraph = -1
        self._paragraphs: list[int] = []
        self._opens = False

    @property
    def known(self) -> Mapping[str, str]:
        """The single words that stand for a person named in full before, and that full name."""
        return self._known.full

    def enter(self, syntax: Syntax, found: Sequence[Name]) -> None:
        """Add the sentence's names and main subject to what is known."""
        self._sentence += 1
        self._before, self._here = self._here, syntax
        paragraph = getattr(syntax.sentence, "paragraph", 0)
        self._opens, self._paragraph = paragraph != self._paragraph, paragraph
        self._paragraphs.append(paragraph)
        self._speech.enter(syntax, paragraph)
        self._names = found
        self._mentions = [m for m in self._mentions if m.sentence >= self._sentence - _MEMORY]
        for name in found:
            head = head_of(syntax, name)
            if _is_speaker_label(syntax, name):
                continue
            self._known.learn(syntax, name, head)
            self._mentions.append(self._known.mention(syntax, name, head, self._sentence))
        self._with_subject += any(syntax.dep(i) == "nsubj" for i in range(len(syntax.tokens)))
        if self._about is None and self._with_subject <= _OPENING:
            mains = (m for m in self._mentions if m.main and m.named and m.kind == PERSON and not m.plural)
            self._about = next((self.full_name(m.text) for m in mains), None)
        self._enter_pairs(syntax, found)
        self._enter_subject(syntax, found)
        for i, token in enumerate(syntax.tokens):
            sex = SEXES.get(token.text.lower(), "")
            if sex and syntax.dep(i) == "nsubj" and (self._sentence, sex) not in self._taken_up:
                meant = self._taken_up[self._sentence, sex] = self._person(i, sex)
                self._told.update([(sex, self.full_name(meant))] if meant else [])
            if token.text.lower() == "it" and is_main_subject(syntax, i) and self._sentence not in self._it:
                self._it[self._sentence] = self.resolve(syntax, i)
        self._speech.hear(syntax, lambda told: self._speaking(syntax, told, found))

    def _speaking(self, syntax: Syntax, told: int, found: Sequence[Name]) -> str | None:
        """Who is meant by the subject ``told`` of a verb of saying."""
        heads = [told, *syntax.having(told, ("appos", "flat"))]
        name = next((n for head in heads for n in found if n.first <= head <= n.last and n.kind != PLACE), None)
        if name is not None:
            return self.full_name(name.text)
        if syntax.tokens[told].upos == "PRON":
            return self.resolve(syntax, told)
        return phrase(syntax, noun_phrase(syntax, told))

    def speaker(self, syntax: Syntax, i: int) -> str | None:
        """Who the "I" or "my" at token ``i`` of a quotation or a transcript stands for; ``None`` outside one, or where
        unknown."""
        if syntax.lower(i) not in FIRST_PERSON:
            return None
        return self._speech.speaker if self.quoted(i) else self._speech.label

    def quoted(self, i: int) -> bool:
        """Whether the token stands in a quotation."""
        return self._speech.inside[i]

    def _enter_pairs(self, syntax: Syntax, found: Sequence[Name]) -> None:
        for name, other in itertools.pairwise(found):
            if (
                other.first == name.last + 2
                and syntax.lower(name.last + 1) == "and"
                and (name.kind == other.kind or OTHER in (name.kind, other.kind))
            ):
                self._pair = f"{name.text} and {other.text}"
                head = head_of(syntax, name)
                subject, main = syntax.dep(head) == "nsubj", is_main_subject(syntax, head)
                self._mentions.append(Mention(self._pair, name.kind, self._sentence, subject, plural=True, main=main))

    def _enter_subject(self, syntax: Syntax, found: Sequence[Name]) -> None:
        """A common noun as the main subject ("The club", "The first train") may be taken up by "it" or "they"."""
        for i, token in enumerate(syntax.tokens):
            common = token.upos == "NOUN" or (token.upos == "PROPN" and token.text.islower())
            if common and syntax.dep(i) == "nsubj" and not any(n.first <= i <= n.last for n in found):
                mention = of_noun(syntax, i, self._sentence, quoted=self.quoted(i))
                if len(mention.text) > 1 and len(mention.text.split()) <= _LONGEST_PHRASE:
                    self._mentions.append(mention)
            elif common and token.dep == "obj" and syntax.plural(i):
                text = phrase(syntax, [k for k in noun_phrase(syntax, i) if k <= i])
                self._with_plurals.setdefault(self._sentence, []).append(text)
            elif common and token.dep == "obj" and syntax.lemma(i) in PEOPLE | VESSELS:
                self._mentions.append(of_noun(syntax, i, self._sentence))
            elif has_thing(syntax, i):
                self._with_things.add(self._sentence)

    def full_name(self, text: str) -> str:
        """The longest form under which a person of this (short) name was introduced; else ``text``."""
        return self._known.full_name(text)

    def shown(self, text: str) -> str:
        """What a pronoun stands for, with the article that the text tells the name with."""
        return self._known.shown(text)

    def resolve(self, syntax: Syntax, i: int) -> str | None:
        """Who or what the pronoun at token ``i`` stands for; ``None`` where that is not safe."""
        word = syntax.lower(i)
        if syntax.tokens[i].text in ("IT", "US"):
            return None  # the department, the country
        if word in SEXES and self.quoted(i):
            return None  # whoever speaks does not speak of himself so
        if word in SEXES:
            return self._person(i, SEXES[word])
        if word == "it" and is_expletive(syntax, i):
            return None
        if word in ("it", "its"):
            thing = self._thing(syntax, i, plural=False)
            return None if self.quoted(i) and self._may_speak(thing) else thing
        if word in ("they", "them", "their"):
            return self._thing(syntax, i, plural=True)
        return None

    def resolve_object(self, syntax: Syntax, i: int) -> str | None:
        """Who the "him" or "her" at token ``i`` that something is done to stands for: whoever the pronoun before it in
        the sentence does, or the sentence before was about, where the sentence names nobody else before it."""
        sex = _OBJECTS.get(syntax.lower(i))
        verb = syntax.head(i)
        if sex is None or verb is None or syntax.dep(i) not in ("obj", "iobj") or self.quoted(i):
            return None
        subject = syntax.first(verb, "nsubj")
        if subject is None or syntax.lower(subject) in SEXES or self._names_person_before(syntax, i):
            return None  # "Anna Berg met her", "he saw him"
        return self._person(i, sex)

    def _names_person_before(self, syntax: Syntax, i: int) -> bool:
        """Whether a person, or what may be one, is told of before the token in its sentence."""
        named = any(n.first < i and n.kind == PERSON for n in self._names)
        return named or any(syntax.lemma(k) in PEOPLE and not syntax.plural(k) for k in range(i))

    def _may_speak(self, thing: str | None) -> bool:
        """Whether this may be the speaker, who does not speak of himself as "it": all that has a name."""
        return thing == self._speech.speaker or any(m.text == thing and m.named for m in self._mentions)

    def pair(self) -> str | None:
        """The two names last coordinated ("the two countries"), ``None`` when there were none."""
        return self._pair or None

    def _person(self, i: int, sex: str) -> str | None:
        return self._near_person(i, sex) or self._subject_of_text(i, sex)

    def _subject_of_text(self, i: int, sex: str) -> str | None:
        """The person whom the text opens with, where none other of this sex has been told of lately."""
        about = self._about
        if about is None or self._known.sex(about) not in (sex, ""):
            return None
        here = {name.text for name in self._names if name.first < i}
        rivals = [
            m
            for m in self._mentions
            if m.sex in (sex, "") and not m.plural and not m.source and (m.sentence < self._sentence or m.text in here)
            and (m.subject or m.object or m.agent) and self.full_name(m.text) != about
            and (m.kind == PERSON or (m.named and self._known.may_be_person(m)))
        ]
        return None if any(self._is_in_play(m, sex) for m in rivals) else about

    def _is_in_play(self, mention: Mention, sex: str) -> bool:
        """Whether a pronoun may still stand for someone other than the one whom the text is about; for kin of hers only
        a little way on in the same paragraph ("Her mother kept a shop. She …")."""
        if not is_kin(mention.text, sex):
            return True
        near = self._sentence - mention.sentence <= _KIN_MEMORY
        return near and self._paragraphs[mention.sentence] == self._paragraph

    def _near_person(self, i: int, sex: str) -> str | None:
        here = {name.text for name in self._names if name.first < i}
        people = [
            m
            for m in self._mentions
            if m.sex in (sex, "")
            and not m.plural
            and not m.source
            and (self._known.may_be_person(m) or m.vessel)
            and (m.sentence < self._sentence or m.text in here)
        ]
        if any(m.kind == PERSON for m in people):
            people = [m for m in people if m.kind == PERSON or m.sex == sex]  # no firm, where there are people
        for level in range(self._sentence, self._sentence - _MEMORY, -1):
            near = [m for m in people if m.sentence == level]
            subjects = [m for m in near if m.subject]
            known = [m for m in subjects if m.sex]
            objects = [m for m in near if (m.object or m.agent) and (m.sex or self._known.is_person(m.text))]
            group = known or subjects or objects
            if (level, sex) in self._taken_up and not subjects and (level < self._sentence or self._told_by(sex) < i):
                return self._taken_up[level, sex]
            if any(m.vessel and m.named for m in near) and not all(m.vessel for m in group):
                return None  # "Ada Berg bought the yacht Silver Fox. She …"
            distinct = {self.full_name(m.text) for m in group}
            others = [m for m in objects if m.object and m.sex and m.named and self.full_name(m.text) not in distinct]
            if level < self._sentence and (others or (distinct and self._opens and self._is_aside(sex, distinct))):
                return None  # "Brandt sacked Peter Holm. He …"
            told = known or (group and all(m.sex and m.agent for m in group))
            goes_on = level == self._sentence - 1 and not self._opens and self._is_persons(group)
            if len(distinct) == 1 and not (told or goes_on) and self._established(people, sex, distinct):
                return None  # "Northgate sent a notice; she …": of nobody knows which sex, where she is known
            if distinct and group[-1].text.partition(" ")[0].lower() in FIRST_PERSON:
                return None  # "my mother", who may be whoever speaks
            if len(distinct) == 1 and not is_kin(group[-1].text, sex):
                self._mark(group[-1], sex)
                return group[-1].text
            if distinct or any(m.sex or m.object or (m.named and m.kind == PERSON) for m in near):
                return None
        return None

    def _told_by(self, sex: str) -> int:
        """The first pronoun of this sex that is a subject of the latest sentence."""
        assert self._here is not None
        here = self._here
        return next(k for k in range(len(here.tokens)) if SEXES.get(here.lower(k)) == sex and here.dep(k) == "nsubj")

    def _is_aside(self, sex: str, names: Collection[str]) -> bool:
        """Whether a paragraph that opens with a pronoun may go on with another one, of whom most has been told."""
        told: Counter[str] = Counter()
        for (told_as, name), times in self._told.items():
            told.update({self.full_name(name): times} if told_as == sex else {})
        most, times = next(iter(told.most_common(1)), ("", 0))
        return times > 1 and most not in names

    def _is_persons(self, group: Sequence[Mention]) -> bool:
        """Whether these tell of a person named in full before, as the subject of a main clause."""
        return all(m.kind == PERSON and m.main and " " in self.full_name(m.text) for m in group)

    def _established(self, people: Sequence[Mention], sex: str, but: Collection[str]) -> bool:
        """Whether a subject before is known to be of this sex, or was taken up so, other than ``but``."""
        if any(m.sex == sex and m.subject and m.named and self.full_name(m.text) not in but for m in people):
            return True
        taken = (self._taken_up.get((self._sentence - back, sex)) for back in range(1, _MEMORY))
        return any(name is not None and self.full_name(name) not in but for name in taken)

    def _mark(self, mention: Mention, sex: str) -> None:
        name = self.full_name(mention.text)
        if mention.named:
            self._known.mark(name, sex)
        self._mentions = [replace(m, sex=sex) if self.full_name(m.text) == name else m for m in self._mentions]

    def _thing(self, syntax: Syntax, i: int, *, plural: bool) -> str | None:
        above = governing_subject(syntax, i)
        if above is not None:
            fits = [
                m
                for m in self._mentions
                if m.sentence == self._sentence
                and m.subject
                and above.endswith(m.text)
                and (plural or self._known.may_be_body(m, syntax, i))
                and (m.plural == plural or (plural and m.kind == ORGANISATION))
            ]
            if fits and not plural and is_subject_it(syntax, i) and has_rival(syntax, i, fits[-1].text):
                return None
            if fits:
                return fits[-1].text
            if any(
                m.sentence == self._sentence and m.kind == PERSON and above == m.text and not m.named
                for m in self._mentions
            ):
                return None  # "the spokesman denied that it …": it is whose spokesman he is, or another thing
        if not plural and has_thing_before(syntax, i):
            return None  # "pulled a boy from a school two days after it fell"
        verb = syntax.head(i)
        if is_subject_it(syntax, i) and verb is not None and self._before and syntax.first(verb, "obj") is None:
            happening = happening_meant(self._before, syntax.lemma(verb))
            if happening is not None:
                return happening
        here = thing_joined(syntax, i)
        if here:
            return phrase(syntax, [k for k in noun_phrase(syntax, here[0]) if k <= here[0]]) if len(here) == 1 else None
        speaking = plural and acts_in_words(syntax, i)
        things = things_before(syntax, i) if plural and not speaking else []
        if things:
            only = len(things) == 1 and syntax.tokens[i].dep == "nsubj:pass"
            return phrase(syntax, noun_phrase(syntax, things[0])) if only else None
        for level in (self._sentence - 1, self._sentence - 2):
            told = [m for m in self._at(level) if m.subject and (not m.quoted or self.quoted(i))]
            if plural:
                bodies = speaking or level not in self._with_plurals
                subjects = [m for m in told if m.plural or (m.kind == ORGANISATION and bodies)]
                subjects = [m for m in subjects if not speaking or m.kind in (PERSON, ORGANISATION)]
                if {(level, "male"), (level, "female")} <= set(self._taken_up):
                    return None  # he and she
                subjects = [m for m in subjects if m.main or level == self._sentence - 1]
                if subjects:
                    return subjects[-1].text
                done_to = self._with_plurals.get(level, [])
                if level == self._sentence - 1 and len(done_to) == 1 and is_only_done_to(syntax, i):
                    return done_to[0]  # "A flood took two arches. They were replaced."
                continue
            if level in self._it and not any(m.main for m in told):
                return self._it[level]  # what "it" was before it still is
            subjects = self._single(syntax, i, told)
            if not subjects and syntax.lower(i) == "its":
                return None  # "The opposition is divided. Its leader …"
            if subjects:
                safe = self._is_safe(syntax, i, level, subjects)
                return subjects[0].text if safe and len({m.text for m in subjects}) == 1 else None
            if level in self._with_things or any(m.named and m.subject for m in self._at(level)):
                return None  # whoever was spoken of last may be an "it" too, and what something was done to
        return None

    def _is_safe(self, syntax: Syntax, i: int, level: int, subjects: Sequence[Mention]) -> bool:
        """Whether an "it" is none of the things that something was done to in the sentence ``level``: "The council
        sold the hall. It burned down"."""
        if level not in self._with_things or acts_as_body(syntax, i):
            return True
        return syntax.tokens[i].dep != "nsubj:pass" and not any(_acts(m) for m in subjects)

    def _at(self, level: int) -> list[Mention]:
        return [m for m in self._mentions if m.sentence == level]

    def _single(self, syntax: Syntax, i: int, told: Sequence[Mention]) -> list[Mention]:
        """Those of the subjects ``told`` of a sentence before that an "it" may stand for: of its main clauses, where
        they have such, and bodies of people rather than things where "it" acts or owns."""
        subjects = [m for m in told if not m.plural and self._known.is_body(m)]
        mains = [m for m in subjects if m.main]
        if not mains and any(m.main and m.named for m in told):
            return []  # "Moren will wait until the barge is gone"
        subjects = mains or subjects
        if syntax.lower(i) == "its":
            return [m for m in subjects if _acts(m) or m.vessel]
        several = len({m.text for m in subjects}) > 1
        return [m for m in subjects if _acts(m)] if several and acts_as_body(syntax, i) else subjects


def _acts(mention: Mention) -> bool:
    """A name, or a noun for a body of people."""
    people = lexicon.groups("people")
    return mention.named or mention.text.rpartition(" ")[2].lower() in people["organisation-noun"] | people["body-noun"]


def _is_speaker_label(syntax: Syntax, name: Name) -> bool:
    """ "A:", "LORD JUSTICE PERRIN:": whose words follow, in no clause."""
    return name.first == 0 and name.last + 1 < len(syntax.tokens) and syntax.lower(name.last + 1) == ":"

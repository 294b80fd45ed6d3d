"""Lemmas by lexicon and suffix: exceptions are looked up, all other words are rewritten by their longest known ending.

Both tables are learned from the treebanks (`learn`); the method is that of the ripple-down suffix lemmatizers
(Juršič et al. 2010, LemmaGen): a rule for a longer ending is kept only where it corrects the one for a shorter."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from chrono.grammar.lexicon import clusters

_LONGEST = 6
# How many sightings in the treebanks, which hold a few false lemmas, the list of irregular verbs outweighs.
_GRAMMAR_BOOK = 5
_OPEN = frozenset(("NOUN", "VERB", "ADJ", "ADV", "AUX"))
# Names and foreign words are their own lemmas unless the lexicon knows better.
_CASED = frozenset(("PROPN", "X", "SYM"))
_MARKS = {
    "Number=Plur": "plural",
    "Degree=Cmp": "comparative",
    "Degree=Sup": "superlative",
    "Poss=Yes": "possessive",
    "VerbForm=Ger": "ing",
}


_PASTS = ("VERB past", "VERB participle")
# One short syllable would double its last letter: "hoped" is of "hope", "hopped" of "hop".
_SILENT_E = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]ed")


def inflection(upos: str, feats: str) -> str:
    """The class of words that inflect alike: the tag, and of the features what bears on the form."""
    parts = feats.split("|")
    if upos in ("VERB", "AUX") and "VerbForm=Ger" not in parts:
        if "Tense=Past" in parts:
            return f"{upos} {'participle' if 'VerbForm=Part' in parts else 'past'}"
        if "VerbForm=Part" in parts:
            return f"{upos} ing"
        return f"{upos} s" if "Person=3" in parts and "Number=Sing" in parts else upos
    return next((f"{upos} {name}" for mark, name in _MARKS.items() if mark in parts), upos)


@dataclass(frozen=True, slots=True)
class Lemmatizer:
    """`exceptions` maps inflection class and form to lemma; `endings` maps inflection class and ending to the number
    of final letters to cut and what to put in their place; `memory` holds answers already given."""

    exceptions: dict[str, dict[str, str]]
    endings: dict[str, dict[str, tuple[int, str]]]
    memory: dict[tuple[str, str, str, bool], str] = field(default_factory=dict, compare=False, repr=False)

    def lemma(self, form: str, upos: str, feats: str, first: bool = False) -> str:
        """The lemma of a word, given its universal tag and its features ("Number=Plur|…", "" for none), and whether it
        is the `first` of its sentence, whose capital tells nothing."""
        key = (form, upos, feats, first)
        found = self.memory.get(key)
        if found is None:
            if len(self.memory) > 100_000:
                self.memory.clear()
            found = self.memory[key] = self._lemma(form, upos, feats, first)
        return found

    def _lemma(self, form: str, upos: str, feats: str, first: bool) -> str:
        kind = inflection(upos, feats)
        if upos in _CASED:
            return self.exceptions.get(kind, {}).get(form, form)
        if upos == "NUM" and form[:1].isdigit():
            return form.replace(",", "")
        word = form.lower()
        lemma = self.exceptions.get(kind, {}).get(word)
        if lemma is None and kind in _PASTS:  # "began" tagged as a participle
            lemma = next((known for other in _PASTS if (known := self.exceptions.get(other, {}).get(word))), None)
        if lemma is None:
            silent = kind in _PASTS and _SILENT_E.fullmatch(word) is not None
            lemma = word[:-1] if silent else self._respell(_rewrite(word, self.endings.get(kind, {})), kind)
        if upos == "NOUN" and (len(form) == 1 or any(c.isdigit() for c in form)):
            return form
        keeps_capital = upos == "ADJ" and form[:1].isupper() and not first and not form.isupper()
        return lemma[:1].upper() + lemma[1:] if keeps_capital else lemma

    def _respell(self, lemma: str, kind: str) -> str:
        """Correct a guess that is no known word by one that is: "convened" comes from "convene", not from "conven"."""
        if not kind.startswith("VERB ") or lemma in clusters():
            return lemma
        guesses = (lemma + "e", lemma.removesuffix("e"), lemma[:-1] if lemma[-1:] == lemma[-2:-1] else lemma)
        return next((g for g in guesses if g != lemma and len(g) > 2 and g in clusters()), lemma)

    def save(self, path: Path) -> None:
        """Write the tables to ``path`` as JSON."""
        data = {"exceptions": self.exceptions, "endings": self.endings}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, text: str) -> Lemmatizer:
        """The lemmatizer whose tables :meth:`save` wrote as ``text``."""
        data = json.loads(text)
        endings = {k: {e: (cut, put) for e, (cut, put) in v.items()} for k, v in data["endings"].items()}
        return cls(data["exceptions"], endings)


def _rewrite(word: str, endings: dict[str, tuple[int, str]]) -> str:
    for length in range(min(_LONGEST, len(word)), -1, -1):
        rule = endings.get(word[len(word) - length :])
        if rule is not None:
            cut, put = rule
            return word[: len(word) - cut] + put if cut < len(word) else word
    return word


def learn(words: Iterable[tuple[str, str, str, str]]) -> Lemmatizer:
    """A lemmatizer from (form, universal tag, features, lemma) rows and from the list of irregular verbs."""
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for form, upos, feats, lemma in words:
        if " " not in lemma and lemma != "_":
            if upos not in _CASED:
                form, lemma = form.lower(), (lemma.lower() if upos in _OPEN else lemma)
            seen[inflection(upos, feats)][form][lemma] += 1
    for kind, form, lemma in _irregular():
        seen[kind][form][lemma] += _GRAMMAR_BOOK
    best = {kind: {form: counts.most_common(1)[0][0] for form, counts in forms.items()} for kind, forms in seen.items()}
    regular = best.get("VERB past", {}) | best.get("VERB participle", {})
    endings = {}
    for kind, lemmas in best.items():
        if kind.split(" ")[0] in _OPEN:
            endings[kind] = _learn_endings(regular if kind in ("VERB past", "VERB participle") else lemmas)
    rules = Lemmatizer({}, endings)
    exceptions: dict[str, dict[str, str]] = {}
    for kind, lemmas in best.items():
        cased = kind.split(" ")[0] in _CASED
        guess = {f: f if cased else rules._respell(_rewrite(f, endings.get(kind, {})), kind) for f in lemmas}
        exceptions[kind] = {form: lemma for form, lemma in sorted(lemmas.items()) if guess[form] != lemma}
    return Lemmatizer(
        {kind: table for kind, table in sorted(exceptions.items()) if table},
        {kind: table for kind, table in sorted(endings.items()) if table},
    )


def _irregular() -> Iterator[tuple[str, str, str]]:
    """The forms of irregular verbs as (inflection class, form, lemma)."""
    text = (files("chrono.grammar") / "data" / "irregular.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            base, past, participle = line.split()
            yield from (("VERB past", form, base) for form in past.split("/"))
            yield from (("VERB participle", form, base) for form in participle.split("/"))


def _learn_endings(lemmas: dict[str, str]) -> dict[str, tuple[int, str]]:
    votes: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for form, lemma in lemmas.items():
        common = 0
        while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
            common += 1
        edit = (len(form) - common, lemma[common:])
        for length in range(edit[0], min(_LONGEST, len(form)) + 1):
            votes[form[len(form) - length :]][edit] += 1
    rules: dict[str, tuple[int, str]] = {}
    for ending in sorted(votes, key=lambda e: (len(e), e)):
        edit, count = votes[ending].most_common(1)[0]
        inherited = next((rules[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in rules), None)
        if edit != inherited and (count >= 3 or not ending) and 2 * count > votes[ending].total():
            rules[ending] = edit
    return rules

"""From a spaCy document to a tree of Universal Dependencies, also where the model speaks the ClearNLP dialect.

spaCy's own English models (en_core_web_sm, …_trf) follow the ClearNLP guidelines (Choi and Palmer 2012), in which
prepositions govern their objects and copulas their predicates; in UD (https://universaldependencies.org/u/dep/) both
are leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from chrono.grammar.trees import EntityType

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ENTITIES: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "PLACE": "PLACE",
}
_CLEAR_ONLY = frozenset(("pobj", "dobj", "nsubjpass", "auxpass", "prep"))
# Relations whose name alone differs. `prep`, `pobj`, `pcomp`, `attr` and `acomp` change the tree as well.
_RENAMED = {
    "ROOT": "root",
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "meta": "parataxis",
    "subtok": "goeswith",
    "agent": "case",
    "prep": "advmod",
    "pcomp": "advcl",
    "pobj": "obl",
    "attr": "xcomp",
    "acomp": "xcomp",
}
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))


@dataclass(slots=True)
class Tree:
    """A parsed sentence as parallel lists. `heads[root] == root`; `lemmas` is None where the model gives none."""

    upos: list[str]
    feats: list[str]
    heads: list[int]
    deps: list[str]
    ents: list[EntityType]
    lemmas: list[str] | None
    root: int


def converter(nlp: Language) -> Callable[[Doc], Tree]:
    """A function that turns documents of `nlp`, each one sentence, into UD trees."""
    own_lemmas = "lemmatizer" in nlp.pipe_names or "trainable_lemmatizer" in nlp.pipe_names
    known = {label for name, _ in nlp.pipeline for label in nlp.pipe_labels.get(name, ())}
    is_clear = bool(known & _CLEAR_ONLY)
    strings = nlp.vocab.strings

    @cache
    def name(identifier: int) -> str:
        return strings[identifier]

    def convert(doc: Doc) -> Tree:
        from spacy.attrs import DEP, HEAD, MORPH, POS

        rows = doc.to_array([HEAD, DEP, POS, MORPH])
        heads = [i + h for i, h in enumerate(rows[:, 0].astype("int64").tolist())]
        deps = [name(d) for d in rows[:, 1].tolist()]
        upos = [name(p) or "X" for p in rows[:, 2].tolist()]
        feats = ["" if (f := name(m)) == "_" else f for m in rows[:, 3].tolist()]
        lemmas = [t.lemma_ or t.lower_ for t in doc] if own_lemmas else None
        ents: list[EntityType] = [""] * len(doc)
        for entity in doc.ents:
            ents[entity.start : entity.end] = [_ENTITIES.get(entity.label_, "")] * len(entity)
        if is_clear:
            _from_clear(heads, deps, upos, [t.lower_ for t in doc])
        for first in [sentence.start for sentence in doc.sents][1:]:
            if upos[first - 1] == "PUNCT" and heads[first - 1] != first - 1:
                # a semicolon belongs to the clause behind it
                heads[first - 1] = next(i for i in range(first, len(doc)) if heads[i] == i)
        root = _single_root(heads, deps, upos)
        return Tree(upos, feats, heads, deps, ents, lemmas, root)

    return convert


def _single_root(heads: list[int], deps: list[str], upos: list[str]) -> int:
    """Make the first root, or better the first that is no punctuation mark, govern the others and the mark at the end;
    return it."""
    roots = [i for i, head in enumerate(heads) if head == i]
    root = next((i for i in roots if upos[i] not in ("PUNCT", "SYM")), roots[0])
    for i in roots:
        if i != root:
            heads[i] = root
            deps[i] = "punct" if upos[i] == "PUNCT" else "parataxis"
    if upos[-1] == "PUNCT" and heads[-1] in roots:
        heads[-1] = root
    deps[root] = "root"
    return root


def _from_clear(heads: list[int], deps: list[str], upos: list[str], words: list[str]) -> None:
    """Rewrite a ClearNLP tree as a UD tree, in place."""
    for i in range(len(heads)):
        if deps[i] in ("pobj", "pcomp"):
            _lower_preposition(i, heads, deps, upos)
    for i in range(len(heads)):
        if deps[i] in ("attr", "acomp") and upos[heads[i]] == "AUX" and heads[i] != i:
            _lower_copula(i, heads, deps, words)
    for i, dep in enumerate(deps):
        deps[i] = _RENAMED.get(dep, dep)


def _lower_preposition(i: int, heads: list[int], deps: list[str], upos: list[str]) -> None:
    """Make the object or clause `i` the head of its preposition, and of the prepositions stacked above that."""
    clause = deps[i] == "pcomp" and upos[i] in ("VERB", "AUX")
    agent = False
    preposition = heads[i]
    stack = [preposition]
    while deps[preposition] == "prep" and deps[heads[preposition]] == "prep" and heads[preposition] != preposition:
        preposition = heads[preposition]
        stack.append(preposition)
    agent = deps[preposition] == "agent"
    if deps[preposition] not in ("prep", "agent", "dative"):
        if deps[preposition] != "conj":
            deps[i] = "obl" if deps[i] == "pobj" else "advcl"
            return
        relation = "conj"
    else:
        nominal = upos[heads[preposition]] in _NOMINAL
        relation = ("acl" if nominal else "advcl") if clause else "nmod" if nominal else "obl:agent" if agent else "obl"
    head = heads[preposition]
    for j, above in enumerate(heads):
        if above in stack and j not in stack and j != i:
            heads[j] = i
    heads[i], deps[i] = head, relation
    for j in stack:
        heads[j], deps[j] = i, "mark" if clause else "case"


def _lower_copula(i: int, heads: list[int], deps: list[str], words: list[str]) -> None:
    """Make the predicate `i` the head of its copula; after "there", though, it is the subject."""
    copula = heads[i]
    siblings = [j for j, head in enumerate(heads) if head == copula and j not in (i, copula)]
    if any(deps[j] == "expl" and words[j] == "there" for j in siblings):
        deps[i] = "nsubj"
        return
    if any(deps[j] == "cop" for j in siblings):
        deps[i] = "xcomp"
        return
    heads[i] = i if heads[copula] == copula else heads[copula]
    deps[i] = deps[copula]
    for j in siblings:
        heads[j] = i
    heads[copula], deps[copula] = i, "cop"

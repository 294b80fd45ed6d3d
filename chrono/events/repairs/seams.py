"""Repairs at the seams of clauses: who the subject is where two nouns, or two verbs, stand side by side.

Each rule states what holds of every English sentence: a verb has one subject, and a pronoun behind a comma is it; a
comma parts no subject from its verb; a noun without copula has no subject; a finite verb is nobody's object.
"""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .tree import ALWAYS, Rules, Tree
from .words import NOMINAL, PARTICIPLE, PAST

_LOOSE = frozenset({"conj", "acl", "parataxis", "ccomp", "advcl", "dep"})
_ALONE = lexicon.groups("predicates")["another"] | {"others", "some", "most", "many", "several", "both"}
_BEFORE_PERSONS = lexicon.groups("grammar")["before-person"]


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_object_is_main, ALWAYS, ("VERB",)),
        (_mend_beside_comma, (",",), ("VERB", "PRON", "DET", "NOUN", "PROPN", "ADJ")),
    )


def _mend_beside_comma(tree: Tree, i: int) -> None:
    upos = tree.tokens[i].upos
    if upos == "VERB":
        for rule in (_leave_gerund, _leave_known, _describe_name):
            rule(tree, i)
    elif upos in ("PRON", "DET"):
        _set_apart(tree, i)
        _another(tree, i)
    if upos in ("VERB", "NOUN", "ADJ"):
        _one_subject(tree, i)
    if upos in ("NOUN", "PROPN", "ADJ"):
        _ordinal(tree, i)
        _subject_of_noun(tree, i)


def _one_subject(tree: Tree, i: int) -> None:
    """ "Born in Dundee, the daughter of a baker, she left school": the pronoun behind the comma is the subject."""
    subjects = [c for c in tree.children(i) if tree.tokens[c].dep.startswith("nsubj") and c < i]
    if len(subjects) != 2:
        return
    first, second = subjects
    if tree.tokens[second].upos == "PRON" and tree.tokens[first].upos in NOMINAL and tree.word(second - 1) == ",":
        tree.change(first, head=i, dep="dislocated")


def _ordinal(tree: Tree, i: int) -> None:
    """ "…, and a third, carrying timber, was sent to Ghent": with its article the ordinal is the verb's subject."""
    token = tree.tokens[i]
    if token.upos not in ("ADJ", "NOUN") or tree.dep(i) not in ("conj", "parataxis") or tree.word(i + 1) != ",":
        return
    gerund, article = i + 2, next((c for c in tree.children(i) if tree.dep(c) == "det"), None)
    if article is None or gerund >= len(tree.tokens) or not tree.word(gerund).endswith("ing"):
        return
    main = next((t.i for t in tree.tokens[gerund:] if t.head == token.head and t.dep == "conj"), None)
    if main is None or tree.has_subject(main) or tree.tokens[gerund].head != token.head:
        return
    if any(tree.dep(c) == "cc" for c in tree.children(main)):
        return
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(main))
    tree.change(gerund, head=i, dep="acl")
    for child in tree.children(i):
        if tree.dep(child) == "cc" or (tree.dep(child) == "punct" and child < article):
            tree.change(child, head=main)
    tree.change(i, head=main, dep="nsubj:pass" if passive else "nsubj", upos="NOUN")


def _leave_gerund(tree: Tree, i: int) -> None:
    """ "A third, carrying soybeans, was diverted": the verb behind the second comma is the main one."""
    subject = next((c for c in tree.children(i) if tree.dep(c) == "nsubj" and c < i), None)
    if subject is None or not tree.word(i).endswith("ing") or tree.word(i - 1) != "," or tree.tokens[i].upos != "VERB":
        return
    if any(tree.dep(c) in ("aux", "cop", "mark") for c in tree.children(i)):
        return
    main = _next_bare(tree, i)
    if main is None:
        return
    above, dep = tree.tokens[i].head, tree.tokens[i].dep
    _move_up(tree, i, main, subject, dep, above)
    for child in tree.children(i):
        if child < subject:
            tree.change(child, head=main)


def _leave_known(tree: Tree, i: int) -> None:
    """ "The war, known as the Long March, killed thousands": a participle behind its noun's comma is no main verb."""
    token = tree.tokens[i]
    if token.head != i or token.upos != "VERB" or tree.word(i - 1) != ",":
        return
    if any(tree.dep(c) in ("aux", "cop", "mark") for c in tree.children(i)):
        return
    subject = next((c for c in tree.children(i) if tree.dep(c) == "nsubj" and c < i), None)
    main = None if subject is None else _next_bare(tree, i)
    if subject is not None and main is not None and tree.span(subject)[1] in (i - 1, i - 2):
        _move_up(tree, i, main, subject, "root", main)


def _next_bare(tree: Tree, i: int) -> int | None:
    """The verb without subject right behind a comma, its auxiliaries between, that hangs on ``i`` or beside it."""
    for token in tree.tokens[i + 1 :]:
        if token.upos != "VERB" or tree.dep(token.i) not in _LOOSE or token.head not in (i, tree.tokens[i].head):
            continue
        first = tree.span(token.i)[0]
        helpers = [c for c in tree.children(token.i) if tree.tokens[c].upos == "AUX" and c > i]
        start = min([*helpers, token.i])
        closed = tree.word(start - 1) == "," or tree.word(first) == ","
        joined = any(tree.dep(c) in ("cc", "mark") for c in tree.children(token.i) if i < c < token.i)
        if closed and not joined and not tree.has_subject(token.i) and not token.text.lower().endswith("ing"):
            return token.i
    return None


def _move_up(tree: Tree, describing: int, main: int, subject: int, dep: str, above: int) -> None:
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(main))
    helped = any(tree.dep(c) == "aux" for c in tree.children(main))
    feats = tree.tokens[main].feats if helped or "VerbForm=Fin" in tree.tokens[main].feats else PAST
    tree.change(main, head=main if above in (describing, main) else above, dep=dep, feats=feats)
    for child in tree.children(describing):
        if child > main or tree.dep(child) == "cc":
            tree.change(child, head=main)
    tree.change(subject, head=main, dep="nsubj:pass" if passive else "nsubj")
    gerund = tree.word(describing).endswith("ing")
    tree.change(describing, head=subject, dep="acl", feats=None if gerund else PARTICIPLE)


def _object_is_main(tree: Tree, i: int) -> None:
    """ "The Act passed in 2017 remains on paper": the finite verb is the main one, the first describes."""
    token = tree.tokens[i]
    first = token.head
    if token.upos != "VERB" or token.dep != "obj" or first >= i - 1 or not tree.word(first).endswith("ed"):
        return
    subject = next((c for c in tree.children(first) if tree.dep(c) == "nsubj" and c < first), None)
    helped = any(tree.dep(c) in ("aux", "cop") for c in tree.children(first))
    finite = "VerbForm=Fin" in token.feats or token.text.endswith("s")
    own = any(tree.dep(c) in ("det", "amod", "nmod", "compound") for c in tree.children(i))
    if subject is None or helped or own or not finite or subject != first - 1:
        return
    above, dep = tree.tokens[first].head, tree.tokens[first].dep
    tree.change(i, head=i if above == first else above, dep=dep, feats="Tense=Pres|VerbForm=Fin")
    for child in tree.children(first):
        if child > i:
            tree.change(child, head=i)
    tree.change(subject, head=i)
    tree.change(first, head=subject, dep="acl", feats=PARTICIPLE)


def _subject_of_noun(tree: Tree, i: int) -> None:
    """ "Nine workers, among them two sisters, were killed": the workers were."""
    noun = tree.tokens[i]
    if noun.upos not in NOMINAL or not noun.dep.startswith("nsubj") or noun.head < i:
        return
    if any(tree.dep(c) == "cop" for c in tree.children(i)):
        return
    subject = next((c for c in tree.children(i) if tree.dep(c) == "nsubj" and c < i), None)
    if subject is None or tree.tokens[subject].upos not in NOMINAL or tree.word(tree.span(subject)[0] - 1) == ",":
        return
    between = [tree.word(k) for k in range(subject + 1, i)]
    if between[:1] != [","]:
        return
    tree.change(subject, head=noun.head, dep=noun.dep)
    tree.change(i, head=subject, dep="appos")
    for child in tree.children(subject):
        if subject < child < i and tree.dep(child) in ("nmod", "obl"):
            tree.change(child, head=i, dep="parataxis")


def _another(tree: Tree, i: int) -> None:
    """ "Another, arrested in April, will be tried": a determiner between a comma and nothing is the subject itself."""
    token = tree.tokens[i]
    if token.upos not in ("DET", "PRON") or tree.word(i) not in _ALONE or tree.word(i + 1) != "," or token.head < i:
        return
    participle = next((k for k in range(i + 2, len(tree.tokens)) if tree.tokens[k].upos in ("VERB", "AUX")), None)
    root = tree.root()
    if participle is None or root is None or root <= participle or tree.has_subject(root):
        return
    if not tree.word(participle).endswith(("ed", "en", "ing")) or participle > i + 4:
        return
    if tree.tokens[participle].head != root:
        return
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(root))
    tree.change(i, head=root, dep="nsubj:pass" if passive else "nsubj", upos="NOUN")
    gerund = tree.word(participle).endswith("ing")
    tree.change(participle, head=i, dep="acl", feats=None if gerund else PARTICIPLE)


def _set_apart(tree: Tree, i: int) -> None:
    """ "Six miners, among them two brothers, were killed": "among them" opens an aside."""
    pronoun, noun = tree.tokens[i], tree.tokens[i].head
    if pronoun.upos != "PRON" or tree.word(i - 1) != "among" or tree.word(i - 2) != "," or noun >= i:
        return
    named = next((c for c in tree.children(noun) if c > i and tree.dep(c) in ("conj", "appos", "nmod")), None)
    if named is not None and tree.tokens[named].upos in NOMINAL:
        tree.change(named, dep="appos")
        tree.change(i, head=named, dep="parataxis")


def _describe_name(tree: Tree, i: int) -> None:
    """ "beat City through Mia Castel, signed from Lyon in July": right behind a person's name, a participle is about
    it."""
    token = tree.tokens[i]
    if token.upos != "VERB" or token.dep != "advcl" or not tree.word(i).endswith("ed") or tree.word(i - 1) != ",":
        return
    name = tree.tokens[i - 2] if i > 2 else token
    if name.upos != "PROPN" or tree.tokens[i - 3].upos not in ("PROPN", "ADJ"):
        return
    if tree.has_subject(i) or any(tree.dep(c) in ("mark", "aux", "cop") for c in tree.children(i)):
        return
    top = name.i
    while tree.dep(top) in ("flat", "compound") and tree.tokens[tree.tokens[top].head].upos == "PROPN":
        top = tree.tokens[top].head
    led = any(tree.dep(c) == "case" and tree.word(c) in _BEFORE_PERSONS for c in tree.children(top))
    if led and tree.tokens[top].dep in ("obl", "obl:agent", "nmod"):
        tree.change(i, head=top, dep="acl", feats=PARTICIPLE)

"""Repairs of sentences whose main verb, subject or date the parser gave to an aside.

Each rule states what holds of every English sentence: a finite verb is no reduced relative clause, nothing that belongs
to a subordinate clause precedes its conjunction, what follows a semicolon belongs to the clause behind it.
"""

from __future__ import annotations

from functools import cache

from .. import lexicon
from . import mains
from .tree import Rules, Tree
from .words import NOMINAL, PARTICIPLE, PAST

_RELATIVES = lexicon.groups("grammar")["aside-relative"]
_SUBORDINATORS = lexicon.groups("grammar")["subordinator"]
_ADJUNCTS = frozenset({"obl", "obl:unmarked", "advmod", "nmod"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)
    mains.mend(tree)
    _leave_relative(tree)
    _leave_participle(tree)
    _leave_contact_clause(tree)
    _part_clauses(tree)
    _free_finite(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_read_participle, (",",), ("ADJ", "VERB")),
        (_return_subject, (",",), ("advcl", "parataxis", "acl", "ccomp")),
        (_keep_before_conjunction, _SUBORDINATORS, ("mark",)),
        (_keep_behind_semicolon, (";",)),
    )


def _read_participle(tree: Tree, i: int) -> None:
    """ "Hale, relegated last May, …": between commas behind a noun, an "-ed" word with an adjunct is its participle."""
    token = tree.tokens[i]
    if token.upos not in ("ADJ", "VERB") or not token.text.lower().endswith("ed") or i < 2 or token.head == i:
        return
    if tree.dep(i) not in ("advcl", "amod", "acl", "parataxis", "appos", "dep") or tree.has_subject(i):
        return
    first, last = tree.span(i)
    while first > 0 and tree.tokens[first].text == ",":
        first += 1
    noun = tree.tokens[first - 2] if first > 1 and tree.word(first - 1) == "," else None
    closed = last + 1 < len(tree.tokens) and (tree.word(last + 1) == "," or tree.word(last) == ",")
    adjunct = any(tree.tokens[c].dep in _ADJUNCTS and c > i for c in tree.children(i))
    if noun is None or noun.upos not in NOMINAL | {"NUM"} or not closed or not adjunct:
        return
    top = noun.i
    while tree.tokens[top].upos in NOMINAL | {"NUM"} and tree.dep(top) in ("flat", "nmod", "compound", "appos"):
        top = tree.tokens[top].head
    if top != i and tree.tokens[top].upos in NOMINAL and not _is_below(tree, top, i):
        tree.change(i, head=top, dep="acl", upos="VERB", feats=PARTICIPLE)


def _return_subject(tree: Tree, i: int) -> None:
    """ "The firm, fined twice in May, plans a mill": a comma parts no verb from its subject: the next has it."""
    verb = tree.tokens[i]
    main = tree.tokens[verb.head]
    if "VerbForm=Part" not in verb.feats or "Tense=Past" not in verb.feats or main.i < i or tree.has_subject(main.i):
        return
    subject = next((c for c in tree.children(i) if tree.dep(c) == "nsubj"), None)
    helped = any(tree.dep(c) in ("aux", "cop", "mark") for c in tree.children(i))
    if subject is None or helped or verb.dep not in ("advcl", "parataxis", "acl", "ccomp") or main.upos == "NOUN":
        return
    beside = i - 1 == subject and verb.dep == "advcl"  # "A concert planned for May never took place"
    if beside or tree.word(i - 1) == "," or (tree.word(i - 2) == "," and tree.tokens[i - 1].upos == "ADV"):
        tree.change(subject, head=main.i)
        tree.change(i, head=subject, dep="acl", feats=PARTICIPLE)


def _is_below(tree: Tree, i: int, above: int) -> bool:
    for _ in tree.tokens:
        if i == above:
            return True
        if tree.tokens[i].head == i:
            return False
        i = tree.tokens[i].head
    return True


def _keep_before_conjunction(tree: Tree, i: int) -> None:
    """ "In the 1980s, as imports rose, the owners cut wages": what precedes "as" belongs to the clause around."""
    mark = tree.tokens[i]
    if mark.dep != "mark" or tree.word(i) not in _SUBORDINATORS:
        return
    verb = tree.tokens[mark.head]
    if verb.i < i or verb.head == verb.i or verb.dep not in ("advcl", "ccomp", "conj"):
        return
    for child in tree.children(verb.i):
        if child < i and tree.tokens[child].dep in _ADJUNCTS and tree.word(i - 1) == ",":
            tree.change(child, head=verb.head)


def _keep_behind_semicolon(tree: Tree, i: int) -> None:
    """What stands between a semicolon and the verb of the clause it opens belongs to that verb."""
    if tree.tokens[i].text != ";":
        return
    for verb in tree.tokens[i + 1 :]:
        thing = tree.tokens[verb.head]
        if verb.dep == "acl" and "VerbForm=Fin" in verb.feats and i < thing.i < verb.i and thing.head < i:
            tree.change(verb.i, head=thing.head, dep="conj")
            tree.change(thing.i, head=verb.i, dep="nsubj")
            verb = tree.tokens[verb.i]
        if verb.head < i and tree.dep(verb.i) in ("conj", "parataxis") and tree.has_subject(verb.i):
            for child in tree.children(verb.head):
                if i < child < verb.i and tree.tokens[child].dep in _ADJUNCTS:
                    tree.change(child, head=verb.i)
            return


def _leave_relative(tree: Tree) -> None:
    """ "Mensah, who had missed it, came on": behind the comma that ends the relative clause stands the main verb."""
    for i in range(2, len(tree.tokens)):
        if tree.word(i) not in _RELATIVES or tree.word(i - 1) != ",":
            continue
        subject = tree.tokens[tree.tokens[i].head].i if tree.word(i) == "whose" else i
        inner = tree.tokens[subject].head
        if tree.word(i) == "whose" and tree.dep(subject) == "appos":
            inner = next((t.i for t in tree.tokens if t.i > subject and t.head == t.i), inner)
        name = _noun_ending(tree, i - 2)
        if name is None or tree.tokens[inner].upos != "VERB" or inner < i or tree.dep(inner) == "acl":
            continue
        main = next((c for c in tree.children(inner) if _is_bare_conjunct(tree, c)), None)
        if main is None:
            continue
        above, dep = tree.tokens[inner].head, tree.tokens[inner].dep
        tree.change(main, head=main if above == inner else above, dep=dep)
        for child in tree.children(inner):
            if child > main or (tree.tokens[child].dep in ("nsubj", "nsubj:pass") and child == name):
                tree.change(child, head=main)
        tree.change(name, head=main, dep="nsubj")
        tree.change(inner, head=name, dep="acl:relcl")
        tree.change(subject, head=inner, dep="nsubj")
        for stray in range(subject + 1, inner):
            if tree.tokens[stray].head == name:
                tree.change(stray, head=subject)
        return


def _leave_participle(tree: Tree) -> None:
    """ "Hale, relegated in May, have not won": a comma parts no subject from its verb: the first verb describes."""
    root = tree.root()
    if root is None or root < 3 or not tree.word(root).endswith("ed"):
        return
    first = root - 1 if tree.tokens[root - 1].upos == "ADV" else root  # "The fair, first planned for May, slipped"
    subject = next((c for c in tree.children(root) if tree.dep(c) == "nsubj" and c < root), None)
    if tree.word(first - 1) != "," or subject is None or tree.span(subject)[1] not in (first - 1, first - 2):
        return
    main = next((c for c in tree.children(root) if _is_bare_conjunct(tree, c)), None)
    if main is None:
        return
    tree.change(main, head=main, dep="root")
    for child in tree.children(root):
        if child > main:
            tree.change(child, head=main)
    tree.change(subject, head=main)
    tree.change(root, head=subject, dep="acl", feats=PARTICIPLE)


def _is_bare_conjunct(tree: Tree, i: int) -> bool:
    """A verb joined by a comma alone, without a subject."""
    first = tree.span(i)[0]
    return (
        tree.dep(i) in ("conj", "parataxis", "ccomp")
        and tree.tokens[i].upos == "VERB"
        and tree.tokens[i].head < i
        and not tree.has_subject(i)
        and not any(tree.dep(k) == "cc" and k < i for k in tree.children(i))
        and "," in (tree.word(first), tree.word(first - 1))
    )


def _noun_ending(tree: Tree, last: int) -> int | None:
    """The top of the noun phrase whose last token is ``last``."""
    top = last
    if tree.tokens[top].upos not in NOMINAL:
        return None
    while (
        tree.tokens[top].upos in NOMINAL
        and tree.dep(top) in ("flat", "nmod", "compound", "appos", "amod")
        and tree.tokens[tree.tokens[top].head].upos in NOMINAL
    ):
        top = tree.tokens[top].head
    return top


def _leave_contact_clause(tree: Tree) -> None:
    """ "during the worst storm anyone could remember, the crew refused": a pronoun right behind a noun opens a relative
    clause; the verb behind the comma is the main one."""
    root = tree.root()
    if root is None or tree.tokens[root].upos != "VERB":
        return
    saying = tree.tokens[root].lemma.lower() in lexicon.groups("reporting_verbs")["plain"]
    if saying and not any(tree.dep(c) == "aux" for c in tree.children(root)):
        return
    subject = next((c for c in tree.children(root) if tree.dep(c) == "nsubj" and c < root), None)
    if subject is None or subject < 2 or tree.tokens[subject].upos != "PRON":
        return
    noun = tree.tokens[subject - 1]
    main = next(
        (
            c
            for c in tree.children(root)
            if tree.tokens[c].dep == "ccomp"
            and c > root
            and tree.has_subject(c)
            and not any(tree.dep(k) == "mark" for k in tree.children(c))
            and "," in (tree.word(root + 1), tree.word(tree.span(c)[0]))
        ),
        None,
    )
    if noun.upos != "NOUN" or noun.head != root or noun.dep not in ("obl", "obj") or main is None:
        return
    tree.change(main, head=main, dep="root")
    for child in tree.children(root):
        if child < subject or child > main:
            tree.change(child, head=main)
    tree.change(root, head=noun.i, dep="acl:relcl")


def _part_clauses(tree: Tree) -> None:
    """ "The bank cut rates in May, and inflation fell": a comma before "and" does not join two nouns, so a word between
    two nouns of the first part that may be a past tense is its verb."""
    root = tree.root() or 0
    thing = next((c for c in tree.children(root) if tree.tokens[c].dep == "nsubj" and c < root), None)
    if thing is None or tree.tokens[root].upos != "VERB":
        return
    others = [c for c in tree.children(thing) if tree.dep(c) == "conj"]
    if len(others) != 1 or tree.word(tree.span(others[0])[0] - 1) != "," and tree.word(tree.span(others[0])[0]) != ",":
        return
    verb, noun = thing - 1, thing - 2
    forms = lexicon.irregular_past()
    lemma = tree.word(verb)
    if noun < 0 or forms.get(lemma) != lemma or tree.tokens[verb].upos != "NOUN" or tree.tokens[noun].upos != "NOUN":
        return
    if tree.tokens[verb].head != thing or tree.tokens[noun].head not in (thing, verb):
        return
    tree.change(verb, head=verb, dep="root", upos="VERB", feats=PAST)
    tree.change(root, head=verb, dep="conj")
    tree.change(others[0], head=root, dep="nsubj")
    for child in tree.children(thing):
        if child < noun:
            tree.change(child, head=noun)
        elif child > thing:
            tree.change(child, head=verb, dep="obl" if tree.tokens[child].dep == "nmod" else None)
    tree.change(noun, head=verb, dep="nsubj")
    tree.change(thing, head=verb, dep="obj")


def _free_finite(tree: Tree) -> None:
    """ "Talks between the sides collapsed.": a finite verb without relative pronoun behind the noun phrase that would
    be the whole sentence is its main verb, the head of the phrase its subject."""
    root = tree.root()
    if root is None or tree.tokens[root].upos not in NOMINAL or not tree.tokens[-1].text.endswith((".", "!", '"', "”")):
        return
    nouns = [root]
    for noun in nouns:
        nouns += [c for c in tree.children(noun) if tree.dep(c) in ("nmod", "flat") and c > noun]
    for noun in nouns:
        for verb in tree.children(noun):
            token = tree.tokens[verb]
            if token.dep not in ("acl", "acl:relcl") or "VerbForm=Fin" not in token.feats or token.upos != "VERB":
                continue
            bare = not any(
                tree.dep(c) in ("nsubj", "csubj", "mark", "aux", "expl") and c < verb for c in tree.children(verb)
            )
            if bare and verb > noun and tree.word(verb - 1) != ",":
                tree.change(verb, head=verb, dep="root")
                for child in tree.children(root):
                    if child > verb:
                        tree.change(child, head=verb)
                tree.change(root, head=verb, dep="nsubj")
                return

"""Repairs of sentences whose main clause hangs on a "when", on a participle, or on nothing."""

from __future__ import annotations

from .. import lexicon
from .tree import Tree
from .words import PARTICIPLE, PAST

_SUBORDINATORS = lexicon.groups("grammar")["subordinator"]


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    for i in range(len(tree.tokens)):
        _join_main(tree, i)
        _join_before_relative(tree, i)
    _leave_dated(tree)
    _leave_when(tree)
    _leave_time_clause(tree)


def _join_main(tree: Tree, i: int) -> None:
    """ "Work was halted, when the builder failed, and resumed in May", "Work stopped after a fire broke out, and was
    resumed in May": behind the comma that ends an aside, "and" goes on with the clause around it."""
    verb, aside = tree.tokens[i], tree.tokens[i].head
    main = tree.tokens[aside].head
    if verb.dep != "conj" or verb.upos != "VERB" or tree.dep(aside) != "advcl" or not main < aside < i:
        return
    link = next((c for c in tree.children(i) if tree.dep(c) == "cc"), None)
    if link is None or tree.has_subject(i) or tree.word(link - 1) != "," or tree.tokens[main].upos != "VERB":
        return
    opener = min((c for c in tree.children(aside) if tree.word(c) in _SUBORDINATORS and c < aside), default=None)
    if opener is None or any(tree.dep(c) == "aux" for c in tree.children(i)):
        return
    if tree.word(opener - 1) == "," or tree.word(opener) in ("after", "before"):
        tree.change(i, head=main)


def _join_before_relative(tree: Tree, i: int) -> None:
    """ "She was educated in Bergen, where her father ran a bank, and graduated in 1990": behind the comma that ends a
    relative clause with a subject of its own, "and" goes on with the clause around it."""
    verb, aside = tree.tokens[i], tree.tokens[i].head
    noun = tree.tokens[aside].head
    main = tree.tokens[noun].head
    if verb.dep != "conj" or verb.upos != "VERB" or tree.tokens[aside].dep != "acl:relcl":
        return
    if not main < noun < aside < i:
        return
    link = next((c for c in tree.children(i) if tree.dep(c) == "cc"), None)
    opener = next((c for c in tree.children(aside) if tree.word(c) in ("where", "whose", "when")), None)
    if link is None or opener is None or tree.word(opener - 1) != "," or tree.word(link - 1) != ",":
        return
    if tree.has_subject(i) or tree.tokens[main].upos != "VERB" or not tree.word(i).endswith("ed"):
        return
    if not any(tree.dep(c) in ("aux", "mark") for c in tree.children(i)):
        tree.change(i, head=main, feats=PAST)


def _leave_dated(tree: Tree) -> None:
    """ "By a letter dated 3 May the insurers declined cover": a participle of a noun is not the main verb."""
    root = tree.root()
    if root is None or tree.tokens[root].upos != "VERB" or not tree.word(root).endswith("ed") or tree.has_subject(root):
        return
    noun, main = root - 1, next((c for c in tree.children(root) if tree.dep(c) == "ccomp" and c > root), None)
    led = noun >= 0 and any(tree.dep(c) == "case" for c in tree.children(noun))
    if main is None or not led or tree.tokens[noun].head != root or not tree.has_subject(main):
        return
    if any(tree.dep(c) in ("aux", "mark") for c in (*tree.children(root), *tree.children(main)) if c < main - 1):
        return
    tree.change(main, head=main, dep="root")
    tree.change(noun, head=main, dep="obl")
    for child in tree.children(root):
        if child > main:
            tree.change(child, head=main)
    tree.change(root, head=noun, dep="acl", feats=PARTICIPLE)
    for child in tree.children(root):
        if tree.dep(child) == "xcomp":
            tree.change(child, dep="obl")


def _leave_when(tree: Tree) -> None:
    """ "In 1966, when war seemed likely, she was sent away": a clause that a conjunction opens is not the main one."""
    root = tree.root()
    if root is None or tree.tokens[root].upos not in ("VERB", "ADJ", "NOUN"):
        return
    opener = next((c for c in tree.children(root) if tree.word(c) in _SUBORDINATORS and c < root), None)
    if opener is None or tree.dep(opener) not in ("mark", "advmod") or not tree.has_subject(root):
        return
    main = next((c for c in tree.children(root) if c > root and tree.dep(c) in ("ccomp", "parataxis", "conj")), None)
    if main is None or not tree.has_subject(main) or tree.tokens[main].upos not in ("VERB", "AUX", "ADJ"):
        return
    if any(tree.dep(c) in ("mark", "cc") for c in tree.children(main)):
        return
    subject = next(c for c in tree.children(main) if tree.dep(c) in ("nsubj", "csubj", "expl"))
    first = min(subject, tree.span(subject)[0])
    if "," not in (tree.word(first - 1), tree.word(tree.span(main)[0]), tree.word(tree.span(main)[0] - 1)):
        return
    tree.change(main, head=main, dep="root")
    for child in tree.children(root):
        if child < opener or child > main:
            tree.change(child, head=main)
    tree.change(root, head=main, dep="advcl")


def _leave_time_clause(tree: Tree) -> None:
    """ "On 3 May, a day before the king was to leave, miners seized the fort": a verb with a conjunction of time is not
    the main one where another, with a noun before it, stands behind the comma."""
    root = tree.root()
    if root is None or tree.tokens[root].upos != "VERB":
        return
    mark = next((c for c in tree.children(root) if tree.word(c) in ("after", "before") and tree.dep(c) == "mark"), None)
    if mark is None or not any(tree.dep(c) == "nsubj" and mark < c < root for c in tree.children(root)):
        return
    main = next((c for c in tree.children(root) if c > root and tree.dep(c) in _LOOSE and _follows_noun(tree, c)), None)
    if main is None:
        return
    noun = main - 1
    tree.change(main, head=main, dep="root", feats=PAST)
    tree.change(noun, head=main, dep="nsubj")
    for child in tree.children(root):
        if child < mark or child > main:
            tree.change(child, head=main)
    tree.change(root, head=main, dep="advcl")


def _follows_noun(tree: Tree, verb: int) -> bool:
    """Whether this is a past with nothing but a noun, and a comma before that, before it."""
    token, noun = tree.tokens[verb], tree.tokens[verb - 1]
    past = token.upos == "VERB" and "Tense=Past" in token.feats
    bare = not any(tree.dep(c) in ("mark", "cc", "aux") for c in tree.children(verb)) and not tree.has_subject(verb)
    first = tree.span(noun.i)[0]
    return past and bare and noun.upos in ("NOUN", "PROPN") and "," in (tree.word(first), tree.word(first - 1))


_LOOSE = frozenset({"advcl", "parataxis", "conj", "ccomp", "dep"})

"""Repair of headlines, whose infinitive tells what is to be done."""

from __future__ import annotations

from .. import lexicon
from .tree import Tree
from .words import NOMINAL

_SUPERLATIVES = lexicon.groups("grammar")["superlative"] | {"next", "second", "third"}


def mend(tree: Tree) -> None:
    """ "Interviews to be held in May", "The president to sign it Friday": where no verb is finite, the infinitive is
    what is to be done, and the noun before it its subject."""
    root = tree.root()
    if root is None or tree.tokens[root].upos not in NOMINAL | {"VERB"} or any(
        tree.dep(c) in ("cop", "aux", "nsubj", "case", "mark") for c in tree.children(root)
    ):
        return
    if any("VerbForm=Fin" in token.feats and token.upos in ("VERB", "AUX") for token in tree.tokens if token.i != root):
        return
    if any(tree.word(c) in _SUPERLATIVES for c in tree.children(root)):
        return  # "The first woman to win"
    if tree.tokens[root].upos == "VERB" and not (root == 0 and tree.word(0).endswith("s")):
        return
    verb = next((c for c in tree.children(root) if tree.dep(c) in ("xcomp", "acl", "advcl") and c > root), None)
    to = None if verb is None else next((c for c in tree.children(verb) if tree.word(c) == "to" and c < verb), None)
    if verb is None or to is None or to != tree.span(verb)[0] or tree.tokens[verb].upos not in ("VERB", "AUX"):
        return
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(verb))
    noun = tree.tokens[root].upos if tree.tokens[root].upos in NOMINAL else "NOUN"
    tree.change(verb, head=verb, dep="root")
    for child in tree.children(root):
        if child > verb:
            tree.change(child, head=verb)
    feats = "Number=Plur" if noun == "NOUN" and tree.word(root).endswith("s") else None
    tree.change(root, head=verb, dep="nsubj:pass" if passive else "nsubj", upos=noun, feats=feats)

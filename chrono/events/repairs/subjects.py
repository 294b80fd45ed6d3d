"""Repairs of main verbs that lost their subject to what stands between the two.

Each rule states what holds of every English sentence: behind a relative clause or an apposition that is closed by a
comma, a finite verb without a subject has the noun before the aside; of two clauses that a verb of saying seems to
take without "and", the first is a participle.
"""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .openings import is_date
from .tree import ALWAYS, Rules, Tree
from .words import NOMINAL, PARTICIPLE, PAST

_RELATIVES = lexicon.groups("grammar")["aside-relative"]
_LOOSE = frozenset({"parataxis", "advcl", "conj", "acl", "ccomp", "dep"})
_BARE = frozenset({"discourse", "vocative", "dislocated", "parataxis", "dep", "nsubj", "compound"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _behind_relative(tree)
    _behind_opening(tree)
    _behind_name(tree)
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_behind_time, ALWAYS, ("nsubj",)),
        (_behind_date, ALWAYS, ("nsubj",)),
        (_within_participle, ALWAYS, ("nmod",)),
        (_behind_addressee, ("that",), ("VERB",)),
        (_give_back_content, ("would",), ("VERB",)),
        (_read_compound, ALWAYS, ("NOUN",)),
        (_behind_apposition, (",",), ("PROPN",)),
        (_named_behind, (",",), ("PROPN",)),
        (_two_contents, ALWAYS),
    )


def _behind_relative(tree: Tree) -> None:
    """ "The coach, whose contract ends in June, signed on": the verb behind the aside is the main one."""
    root = tree.root()
    if root is None or tree.tokens[root].upos not in NOMINAL or tree.has_subject(root):
        return
    relative = next((c for c in tree.children(root) if tree.tokens[c].dep == "acl:relcl" and c > root), None)
    if relative is None or "," not in (tree.word(tree.span(relative)[0] - 1), tree.word(tree.span(relative)[0])):
        return
    opener = next((k for k in range(root + 1, relative) if tree.word(k) in _RELATIVES), None)
    if opener is None:
        return
    stray = [v for v in range(relative + 1, len(tree.tokens)) if _is_stray(tree, v, root, relative)]
    if not stray:
        return
    listed = any(tree.dep(c) == "conj" and any(tree.dep(k) == "cc" for k in tree.children(c)) and c < stray[-1]
                 for c in tree.children(relative))
    verb = stray[-1] if listed else stray[0]  # "who fled, hid and was caught, died"
    for child in tree.children(root):
        if child > verb:
            tree.change(child, head=verb)
    tree.change(verb, head=verb, dep="root", feats=tree.tokens[verb].feats if _is_finite(tree, verb) else PAST)
    tree.change(root, head=verb, dep="nsubj")


def _behind_name(tree: Tree) -> None:
    """ "The trust's chief, Martin Shaw, resigned": no name between commas is joined without "and"; it is who he is."""
    root = tree.root()
    if root is None or tree.tokens[root].upos not in NOMINAL or tree.has_subject(root):
        return
    joined = [c for c in tree.children(root) if tree.dep(c) == "conj" and c > root]
    if len(joined) < 2 or any(tree.dep(c) == "cc" for k in joined[:2] for c in tree.children(k)):
        return
    name, verb = joined[:2]
    opened = "," in (tree.word(tree.span(name)[0]), tree.word(tree.span(name)[0] - 1))
    if tree.tokens[name].upos != "PROPN" or not opened or tree.tokens[verb].upos != "VERB" or tree.has_subject(verb):
        return
    if tree.word(tree.span(name)[1] + 1) != "," or not _is_finite(tree, verb):
        return
    for child in tree.children(root):
        if child > verb:
            tree.change(child, head=verb)
    tree.change(verb, head=verb, dep="root")
    tree.change(name, dep="appos")
    tree.change(root, head=verb, dep="nsubj")


def _is_stray(tree: Tree, verb: int, root: int, relative: int) -> bool:
    token = tree.tokens[verb]
    return (
        token.upos == "VERB"
        and token.head in (root, relative)
        and tree.dep(verb) in _LOOSE
        and tree.word(verb - 1) == ","
        and not token.text.lower().endswith("ing")
        and not any(tree.dep(c) in ("nsubj", "mark", "cc") or tree.word(c) == "to" for c in tree.children(verb))
    )


def _is_finite(tree: Tree, i: int) -> bool:
    return "VerbForm=Fin" in tree.tokens[i].feats


def _behind_apposition(tree: Tree, i: int) -> None:
    """ "Sur, champions in 2021, have taken one point": the name is the subject, not what explains it."""
    name = tree.tokens[i]
    if name.upos != "PROPN" or tree.dep(i) not in _BARE or "," not in (tree.word(tree.span(i)[1]), tree.word(i + 1)):
        return
    behind = (t for t in tree.tokens[i + 2 :] if t.dep.startswith("nsubj") and t.upos == "NOUN" and t.head > t.i)
    noun = next((t.i for t in behind), None)
    if noun is None or name.head not in (noun, tree.tokens[noun].head) or noun - i > 4:
        return
    first, last = tree.span(noun)
    verb = tree.tokens[noun].head
    opened = tree.word(max(first, i + 1)) == "," or tree.word(first - 1) == ","
    closed = tree.word(last) == "," or tree.word(last + 1) == ","
    bare = not any(tree.dep(c) in ("det", "nmod:poss") and c < noun for c in tree.children(noun) if c > i)
    if not opened or not closed or not bare or verb <= last:
        return
    dep = tree.tokens[noun].dep
    tree.change(noun, head=i, dep="appos")
    tree.change(i, head=verb, dep=dep)


def _named_behind(tree: Tree, i: int) -> None:
    """ "A new warden, the Rev May Tolliver, read a notice": a noun with an article, behind no preposition, is the
    subject that a name between commas names again."""
    name = tree.tokens[i]
    verb = name.head
    if not name.dep.startswith("nsubj") or name.upos != "PROPN" or verb < i or tree.tokens[verb].upos != "VERB":
        return
    first, last = tree.span(i)
    first = first if tree.word(first) == "," else first - 1
    if tree.word(first) != "," or "," not in (tree.word(last), tree.word(last + 1)):
        return
    loose = ("obl", "dislocated", "parataxis")
    noun = next((c for c in tree.children(verb) if tree.dep(c) in loose and c < first), None)
    if noun is None or tree.tokens[noun].upos != "NOUN" or " " in tree.tokens[noun].text:
        return
    kinds = [tree.dep(c) for c in tree.children(noun)]
    if tree.span(noun)[1] + 1 not in (first, first + 1) or "det" not in kinds or "case" in kinds:
        return
    tree.change(noun, dep=name.dep)
    tree.change(i, head=noun, dep="appos")


def _two_contents(tree: Tree, i: int) -> None:
    """ "said the closings announced in May will be finished": what was announced is what will be finished."""
    kids = tree.children(i)
    contents = [c for c in kids if tree.tokens[c].dep == "ccomp" and c > i] if len(kids) > 1 else ()
    if len(contents) != 2:
        return
    first, second = contents
    subject = next((c for c in tree.children(first) if tree.tokens[c].dep.startswith("nsubj")), None)
    helped = any(tree.dep(c) in ("aux", "cop", "mark") for c in tree.children(first))
    if subject is None or helped or subject > first or tree.has_subject(second):
        return
    if not tree.tokens[first].text.lower().endswith(("ed", "en")) or any(
        tree.dep(c) == "cc" for c in tree.children(second)
    ):
        return
    if not any(tree.dep(c) == "aux" for c in tree.children(second)):
        return
    tree.change(subject, head=second)
    tree.change(first, head=subject, dep="acl", feats=PARTICIPLE)


_LONGEST_ADDRESSEE = 7


def _behind_opening(tree: Tree) -> None:
    """ "Opening the inquiry on Monday, Nora Fleck said the roof …": who opens it stands right behind the comma."""
    if len(tree.tokens) < 4 or not tree.tokens[0].text.lower().endswith("ing") or tree.tokens[0].upos != "VERB":
        return
    root = tree.root()
    name = next((c for c in tree.children(0) if tree.dep(c) in ("parataxis", "appos", "dislocated", "obj")
                 and tree.tokens[c].upos in NOMINAL and tree.word(c - 1) == ","), None)
    if root is None or root == 0 or name is None or root < name or tree.dep(0) not in ("csubj", "advcl"):
        return
    for wrong in [c for c in tree.children(root) if tree.dep(c) == "nsubj" and c > root]:
        content = next((c for c in tree.children(root) if tree.dep(c) == "ccomp" and not tree.has_subject(c)), None)
        tree.change(wrong, head=root if content is None else content, dep="obj" if content is None else "nsubj")
    tree.change(name, head=root, dep="nsubj")
    tree.change(0, head=root, dep="advcl")


def _behind_time(tree: Tree, i: int) -> None:
    """ "Libraries shut that week will open": a time between two verbs belongs to the first, which is a participle."""
    time = tree.tokens[i]
    verb = time.head
    if " " not in time.text or not time.dep.startswith("nsubj") or verb < i or i < 2:
        return
    first = tree.tokens[i - 1]
    helped = any(tree.dep(c) in ("aux", "cop") for c in tree.children(i - 1))
    subject = next((c for c in tree.children(i - 1) if tree.tokens[c].dep.startswith("nsubj")), None)
    if first.upos != "VERB" or helped or subject is None or tree.tokens[verb].head != i - 1:
        return
    if not any(tree.dep(c) == "aux" for c in tree.children(verb)):
        return
    above, dep = first.head, first.dep
    tree.change(verb, head=verb if above == i - 1 else above, dep=dep)
    for child in tree.children(i - 1):
        if child > verb:
            tree.change(child, head=verb)
    tree.change(subject, head=verb, dep=time.dep)
    tree.change(i - 1, head=subject, dep="acl", feats=PARTICIPLE)
    tree.change(i, head=i - 1, dep="obl:unmarked")


def _behind_addressee(tree: Tree, i: int) -> None:
    """ "told a panel that the money pledged would be paid": the content has its subject behind "that"."""
    verb = tree.tokens[i]
    that = next((k for k in range(i + 2, i + _LONGEST_ADDRESSEE) if tree.word(k) == "that"), 0)
    noun = that - 1
    if verb.upos != "VERB" or that == 0 or not tree.tokens[noun].dep.startswith("nsubj") or tree.span(noun)[0] <= i:
        return
    content = tree.tokens[noun].head
    if content <= that or tree.tokens[content].head != i:
        return
    inner = tree.tokens[that].head
    subject = next((c for c in tree.children(inner) if tree.dep(c) == "nsubj" and that < c < inner), None)
    if inner == content or subject is None or inner > content:
        return
    tree.change(noun, head=i, dep="obj")
    tree.change(that, head=content, dep="mark")
    tree.change(subject, head=content, dep="nsubj")
    tree.change(inner, head=subject, dep="acl", feats=PARTICIPLE)


def _give_back_content(tree: Tree, i: int) -> None:
    """ "said the race had been run in 2008 and would be run again": the report goes on."""
    token = tree.tokens[i]
    if token.upos != "VERB" or token.dep != "conj" or tree.has_subject(i) or token.head > i:
        return
    content = next((c for c in tree.children(token.head) if tree.dep(c) == "ccomp" and token.head < c < i), None)
    foretold = any(tree.dep(c) == "aux" and tree.word(c) == "would" for c in tree.children(i))
    if content is not None and foretold and tree.has_subject(content):
        tree.change(i, head=content)


def _read_compound(tree: Tree, i: int) -> None:
    """ "The lock-out lasted three weeks": no noun is part of a finite verb; it is its subject."""
    token = tree.tokens[i]
    verb = token.head
    if token.upos != "NOUN" or token.dep != "compound" or verb < i or tree.tokens[verb].upos != "VERB":
        return
    if tree.root() != verb or tree.has_subject(verb) or any(tree.dep(c) == "aux" for c in tree.children(verb)):
        return
    for child in tree.children(verb):
        if child < i:
            tree.change(child, head=i)
    tree.change(i, head=verb, dep="nsubj")


def _behind_date(tree: Tree, i: int) -> None:
    """ "The toll of the worst floods since 1967 rose", "A man sought since May was held": no date behind a
    preposition is a subject; the noun before it is."""
    date = tree.tokens[i]
    verb = date.head
    if verb <= i or not date.dep.startswith("nsubj") or i < 2:
        return
    if tree.tokens[i - 1].upos not in ("ADP", "SCONJ", "CCONJ") or not is_date(date.text):
        return
    root = tree.root()
    if root is None or root > i:
        return
    if tree.tokens[verb].upos != "VERB" or not root <= tree.tokens[verb].head < i:
        return
    subject = _noun_of(tree, root)
    if subject is None:
        return
    dep = date.dep
    tree.change(i, head=root, dep="nmod" if root == subject else "obl")
    for child in [c for c in tree.children(verb) if c < i]:
        tree.change(child, head=i, dep="case")
    for token in tree.tokens[verb + 1 :]:
        if token.head < i:
            tree.change(token.i, head=verb)
    finite = any(tree.dep(c) == "aux" for c in tree.children(verb))
    tree.change(verb, head=verb, dep="root", feats=tree.tokens[verb].feats if finite else PAST)
    tree.change(subject, head=verb, dep=dep)
    if root != subject:
        tree.change(root, head=subject, dep="acl", feats=PARTICIPLE)


def _within_participle(tree: Tree, i: int) -> None:
    """ "A suspect hunted since last week was caught": the date right behind a participle is the participle's."""
    token = tree.tokens[i]
    if token.dep != "nmod" or not token.head < i - 2 or not is_date(token.text):
        return
    participle = tree.tokens[i - 2]
    if tree.dep(i - 1) == "case" and participle.dep == "acl" and participle.head == token.head:
        tree.change(i, head=i - 2, dep="obl")


def _noun_of(tree: Tree, root: int) -> int | None:
    """The noun that the sentence is about: its root, or the subject of a root that is but a participle."""
    token = tree.tokens[root]
    if token.upos in NOMINAL:
        return None if tree.has_subject(root) else root
    if token.upos != "VERB" or any(
        tree.dep(c) in ("aux", "obj", "ccomp") for c in tree.children(root)
    ):
        return None
    return next((c for c in tree.children(root) if tree.tokens[c].dep.startswith("nsubj") and c < root), None)

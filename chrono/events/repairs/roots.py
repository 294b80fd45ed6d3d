"""Repairs of sentences whose main verb the parser missed: a full sentence has a finite verb, and "and" joins verbs."""

from __future__ import annotations

from .. import lexicon
from .openings import is_date
from .tree import Tree
from .words import NOMINAL, PAST


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _free_from_relative(tree)
    _give_verb(tree)
    _find_first_conjunct(tree)
    _date_relative(tree)
    _demote_gerund(tree)


def _free_from_relative(tree: Tree) -> None:
    """ "A bomb that killed six exploded on Tuesday.": the second finite verb behind a relative clause is the noun's."""
    root = tree.root()
    if root is None or tree.tokens[root].upos not in NOMINAL or tree.has_subject(root):
        return
    inner = next((c for c in tree.children(root) if tree.tokens[c].dep == "acl:relcl" and c > root), None)
    if inner is None:
        return
    for verb in tree.children(inner):
        token = tree.tokens[verb]
        lost = token.dep == "obl" and "Tense=Past" in token.feats  # no verb is an adjunct
        finite = lost or "VerbForm=Fin" in token.feats or token.lemma in _INTRANSITIVE
        if verb < inner or token.upos != "VERB" or not finite or tree.word(verb - 1) == "to":
            continue
        if token.dep != "xcomp" and not lost:
            continue
        if not any(tree.dep(c) in ("mark", "cc", "nsubj") for c in tree.children(verb)):
            _promote(tree, verb, root, "nsubj")
            return


def _give_verb(tree: Tree) -> None:
    """A sentence with a full stop has a finite verb: "Officers visited at dawn" is no noun with a participle."""
    if not tree.tokens or tree.tokens[-1].text not in (".", "!") or len(tree.tokens) < 4:
        return
    root = tree.root()
    if root is None or tree.tokens[root].upos not in NOMINAL | {"NUM"}:
        return
    if _promote_before_conjunct(tree, root) or _promote_behind_opening(tree, root):
        return
    if _promote_behind_opening_date(tree, root):
        return
    if _promote_intransitive(tree, root) or _promote_behind_date(tree, root):
        return
    if any("VerbForm=Fin" in tree.tokens[i].feats for i in (root, *tree.children(root)) if not _is_when(tree, i)):
        return
    if _promote_neighbour(tree, root) or _promote_bare_past(tree, root):
        return
    for verb in tree.children(root):
        token = tree.tokens[verb]
        if token.upos != "VERB" or "Tense=Past" not in token.feats or verb == 0:
            continue
        dependents = {tree.tokens[c].dep for c in tree.children(verb)}
        if dependents & {"obl:agent", "aux", "aux:pass", "mark", "nsubj"}:
            continue
        before = tree.tokens[verb - 1]
        adverb = before.text.lower() in _ADVERBS and verb > 1
        if adverb:
            before = tree.tokens[verb - 2]
        if token.dep == "acl" and root < verb:
            if before.text == "," and _behind_comma(tree, root, verb):
                continue
            _promote(tree, verb, root, "nsubj")
            return
        if token.dep == "amod" and verb < root and before.upos in NOMINAL:
            _promote(tree, verb, root, "obj")
            subject = before.i
            while tree.tokens[subject].head < verb and tree.tokens[subject].head != subject:
                subject = tree.tokens[subject].head
            tree.change(subject, head=verb, dep="nsubj")
            if adverb:
                tree.change(verb - 1, head=verb, dep="advmod", upos="ADV")
            return


def _promote_behind_opening(tree: Tree, root: int) -> bool:
    """ "In May 1918, days after the armistice, the workers struck": a time that opens the sentence is not all of it."""
    if not is_date(tree.tokens[root].text) or not any(tree.dep(c) == "case" and c < root for c in tree.children(root)):
        return False
    for noun in tree.children(root):
        verb = noun + 1
        comma = tree.word(tree.span(noun)[0] - 1) == "," or tree.word(tree.span(noun)[0]) == ","
        if noun < root or tree.tokens[noun].upos not in NOMINAL or not comma or verb >= len(tree.tokens):
            continue
        token = tree.tokens[verb]
        if token.upos != "VERB" or token.head != noun or token.dep != "acl" or "Tense=Past" not in token.feats:
            continue
        if {"aux", "aux:pass", "nsubj", "mark", "obl:agent"} & {tree.tokens[c].dep for c in tree.children(verb)}:
            continue
        tree.change(verb, head=verb, dep="root", feats=PAST)
        tree.change(noun, head=verb, dep="nsubj")
        for child in tree.children(root):
            if child > root:
                tree.change(child, head=verb)
        tree.change(root, head=verb, dep="obl")
        return True
    return False


def _promote_before_conjunct(tree: Tree, root: int) -> bool:
    """ "Her successor, Paul Yardley, apologised and promised a bridge": two verbs joined are both the noun's."""
    last = next((c for c in tree.children(root) if tree.dep(c) == "conj" and tree.tokens[c].upos == "VERB"), None)
    if last is None or tree.has_subject(last) or not any(tree.dep(c) == "cc" for c in tree.children(last)):
        return False
    first = next((c for c in tree.children(root) if tree.tokens[c].dep == "acl" and root < c < last), None)
    if first is None or "VerbForm=Fin" in tree.tokens[root].feats or tree.has_subject(first):
        return False
    past = "Tense=Past" in tree.tokens[first].feats
    finite = any(tree.dep(c) == "aux" and "VerbForm=Fin" in tree.tokens[c].feats for c in tree.children(last))
    if not (past and finite) and not (tree.word(first).endswith("ed") and tree.word(first - 1) == ","):
        return False
    tree.change(last, head=first)
    tree.change(first, head=first, dep="root", feats=PAST)
    tree.change(last, feats=None if finite else PAST)
    for child in tree.children(root):
        if child > first:
            tree.change(child, head=first)
    tree.change(root, head=first, dep="nsubj")
    return True


def _is_when(tree: Tree, i: int) -> bool:
    """Whether the clause is one with "when" behind a comma, which is none of the sentence's own."""
    return any(tree.word(c) == "when" and tree.word(c - 1) == "," for c in tree.children(i))


_INTRANSITIVE = lexicon.groups("verbs")["intransitive"]
_ADVERBS = lexicon.groups("grammar")["adverb-before-past"]


def _promote_neighbour(tree: Tree, root: int) -> bool:
    """ "Prosecutors seized documents.": the participle right behind the noun and before another is its verb."""
    verb = root + 1
    token = tree.tokens[verb]
    thing = token.head
    if token.upos != "VERB" or "Tense=Past" not in token.feats or token.dep != "amod" or thing < verb:
        return False
    if tree.tokens[thing].head != root:
        return False
    tree.change(thing, head=verb, dep="obj")
    _promote(tree, verb, root, "nsubj")
    return True


def _promote_behind_opening_date(tree: Tree, root: int) -> bool:
    """ "The next day a white horse won.": a time that opens the sentence is no subject of a noun."""
    verb = root + 1
    if tree.tokens[0].head != root or tree.dep(0) != "nsubj" or not is_date(tree.tokens[0].text):
        return False
    token = tree.tokens[verb] if verb < len(tree.tokens) else None
    if token is None or token.upos != "VERB" or token.head != root or "Tense=Past" not in token.feats:
        return False
    if {"aux", "aux:pass", "nsubj", "mark", "obl:agent"} & {tree.tokens[c].dep for c in tree.children(verb)}:
        return False
    _promote(tree, verb, root, "nsubj")
    tree.change(0, head=verb, dep="obl")
    return True


def _promote_behind_date(tree: Tree, root: int) -> bool:
    """ "A fire at the mill on 9 March halted work.": no date stands between a preposition and the participle of a noun;
    the preposition is the date's, and the participle the verb."""
    for verb in range(root + 3, len(tree.tokens) - 1):
        token, date = tree.tokens[verb], tree.tokens[verb - 1]
        thing = token.head
        if token.upos != "VERB" or token.dep != "amod" or thing < verb or "Tense=Past" not in token.feats:
            continue
        if date.head not in (verb, thing) or not is_date(date.text) or tree.tokens[verb - 2].head != thing:
            continue
        if tree.dep(verb - 2) != "case" or tree.tokens[thing].head >= verb - 2:
            continue
        tree.change(verb - 2, head=date.i)
        tree.change(thing, head=verb, dep="obj")
        _promote(tree, verb, root, "nsubj")
        subject = next((c for c in tree.children(root) if tree.dep(c) == "nsubj" and c < root), root)
        if subject != root:  # "A fire at its plant": no noun without copula has a subject
            tree.change(subject, head=verb, dep="nsubj")
            tree.change(root, head=subject, dep="nmod")
        tree.change(date.i, head=subject, dep="nmod")
        return True
    return False


def _promote_intransitive(tree: Tree, root: int) -> bool:
    """ "Talks between the two sides collapsed in Vienna": a verb without a passive is no participle of a noun."""
    for verb in range(root + 1, len(tree.tokens)):
        token = tree.tokens[verb]
        bare = not any(tree.dep(c) in ("aux", "mark", "cop") for c in tree.children(verb))
        loose = token.dep in ("acl", "acl:relcl", "parataxis") or (token.dep in ("xcomp", "advcl", "dep") and bare)
        if loose and token.lemma in _INTRANSITIVE and token.text.lower().endswith("ed"):
            if root <= token.head < verb and not tree.has_subject(verb):
                _promote(tree, verb, root, "nsubj")
                return True
    return False


def _promote_bare_past(tree: Tree, root: int) -> bool:
    """ "The bank cut rates.": between two nouns, a noun that may be a past tense is the verb."""
    for verb in range(1, root):
        token, noun = tree.tokens[verb], tree.tokens[verb - 1]
        form = lexicon.irregular_past().get(tree.word(verb))
        if token.upos != "NOUN" or token.head != root or form != tree.word(verb) or token.dep != "compound":
            continue
        if noun.upos not in NOMINAL or noun.head not in (root, verb) or noun.dep not in ("compound", "nmod"):
            continue
        for child in tree.children(root):
            if child < verb - 1:
                tree.change(child, head=noun.i)
            elif child > root:
                tree.change(child, head=verb, dep={"nmod": "obl", "acl": "advcl"}.get(tree.dep(child)))
        tree.change(noun.i, head=verb, dep="nsubj")
        tree.change(verb, head=verb, dep="root", upos="VERB", feats=PAST)
        tree.change(root, head=verb, dep="obj")
        return True
    return False


def _behind_comma(tree: Tree, root: int, aside: int) -> bool:
    """Whether another participle of the noun stands behind the comma that closes the ``aside`` ("A ship, known as the
    Ark, sank two others"): that is the verb."""
    end = tree.span(aside)[1] + 1
    later = [c for c in tree.children(root) if c > end and tree.tokens[c].dep == "acl" and tree.word(end) == ","]
    return any(tree.tokens[c].upos == "VERB" and end in (tree.span(c)[0], tree.span(c)[0] - 1) for c in later)


def _promote(tree: Tree, verb: int, root: int, dep: str) -> None:
    """Make ``verb`` the finite head of the sentence and the old root its argument."""
    tree.change(verb, head=verb, dep="root", feats=PAST)
    for child in tree.children(root):
        if child > max(verb, root) or (dep == "obj" and child < verb):
            tree.change(child, head=verb)
    tree.change(root, head=verb, dep=dep)


def _date_relative(tree: Tree) -> None:
    """ "A claim that was filed in March collapsed": a date right behind the verb of a relative clause is its own."""
    for date in range(3, len(tree.tokens)):
        verb = date - 2
        token = tree.tokens[date]
        if not is_date(token.text) or tree.tokens[date - 1].upos != "ADP" or tree.tokens[date - 1].head != date:
            continue
        if tree.tokens[verb].dep == "acl:relcl" and tree.tokens[verb].upos == "VERB" and token.dep == "nmod":
            tree.change(date, head=verb, dep="obl")


def _find_first_conjunct(tree: Tree) -> None:
    """ "Cases peaked in May and have fallen since": a main verb behind "and" needs a verb before it."""
    root = tree.root()
    if root is None or tree.tokens[root].upos != "VERB":
        return
    link = next((c for c in tree.children(root) if tree.tokens[c].dep == "cc" and 0 < c < root), None)
    subject = next((c for c in tree.children(root) if tree.dep(c) == "nsubj"), None)
    if link is None or subject is None or subject > link:
        return
    verb = subject + 1
    token = tree.tokens[verb]
    if token.head == subject and token.dep == "acl" and "Tense=Past" in token.feats and verb < link:
        tree.change(root, head=verb, dep="conj")
        tree.change(subject, head=verb, dep="nsubj")
        tree.change(verb, head=verb, dep="root", feats=PAST)


def _demote_gerund(tree: Tree) -> None:
    """ "Making his first visit, the minister met …": the finite verb behind the comma is the main one."""
    first = tree.tokens[0] if tree.tokens else None
    if first is None or first.head != 0 or first.upos != "VERB" or not first.text.lower().endswith("ing"):
        return
    comma = next((token.i for token in tree.tokens if token.text == "," and token.i > 1), None)
    if comma is None:
        return
    verb = next(
        (
            c
            for c in tree.children(0)
            if c > comma
            and tree.tokens[c].upos == "VERB"
            and "VerbForm=Fin" in tree.tokens[c].feats
            and not any(tree.tokens[k].dep == "cc" for k in tree.children(c))
        ),
        None,
    )
    if verb is None or tree.tokens[verb].dep not in ("conj", "parataxis", "ccomp", "dep"):
        return
    tree.change(verb, head=verb, dep="root")
    for child in tree.children(0):
        if child > verb:
            tree.change(child, head=verb)
        elif child > comma and tree.tokens[child].upos in ("NOUN", "PROPN", "PRON"):
            tree.change(child, head=verb, dep="nsubj")
    tree.change(0, head=verb, dep="advcl")

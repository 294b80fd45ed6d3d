"""Repairs of sentences whose main verb, subject or date the parser gave to an aside.

Each rule states what holds of every English sentence: a finite verb is no reduced relative clause, nothing that belongs
to a subordinate clause precedes its conjunction, what follows a semicolon belongs to the clause behind it.
"""

from __future__ import annotations

from . import lexicon
from .tree import Tree

_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
_PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
_RELATIVES = frozenset({"who", "which", "whose"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SUBORDINATORS = frozenset("as when while after before because since once although though if until".split())
_ADJUNCTS = frozenset({"obl", "obl:unmarked", "advmod", "nmod"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _free_from_number(tree)
    for i in range(len(tree.tokens)):
        _part_date_and_verb(tree, i)
        _close_title(tree, i)
        _close_plural_possessive(tree, i)
        _read_participle(tree, i)
        _return_subject(tree, i)
        _open_content(tree, i)
        _read_past(tree, i)
        _share_passive(tree, i)
        _give_ordinal_subject(tree, i)
        _give_price(tree, i)
        _keep_before_conjunction(tree, i)
        _keep_behind_semicolon(tree, i)
    _free_infinitive(tree)
    _leave_relative(tree)
    _leave_participle(tree)
    _leave_contact_clause(tree)
    _free_finite(tree)


def _free_from_number(tree: Tree) -> None:
    """The number of a paragraph ("2. By a deed …") governs nothing."""
    if len(tree.tokens) < 3 or not tree.tokens[0].text.isdigit() or tree.tokens[1].text not in (".", ")"):
        return
    root = next((t.i for t in tree.tokens if t.head == t.i), 0)
    if root == 0:
        return
    for child in tree.children(0):
        if child > 1:
            dep = "obl" if tree.tokens[child].dep == "nmod" and tree.tokens[root].upos == "VERB" else None
            tree.change(child, head=root, dep=dep)
    tree.change(0, head=root, dep="discourse")


def _part_date_and_verb(tree: Tree, i: int) -> None:
    """ "arrived on 2 May and tendered notice": a verb is joined to a verb, not to a date."""
    verb = tree.tokens[i]
    date = tree.tokens[verb.head]
    if verb.upos != "VERB" or verb.dep != "conj" or date.upos != "NUM" or "Tense=Past" not in verb.feats:
        return
    main = date.i
    while tree.tokens[main].upos != "VERB" and tree.tokens[main].head != main:
        main = tree.tokens[main].head
    if tree.tokens[main].upos != "VERB" or main > date.i or "VerbForm=Fin" not in tree.tokens[main].feats:
        return
    tree.change(date.i, head=main, dep="obl")
    tree.change(i, head=main, feats=_PAST)
    for child in tree.children(main):
        if child > i:
            plain = not any(tree.dep(c) == "case" for c in tree.children(child))
            noun = plain and tree.tokens[child].upos in _NOMINAL
            tree.change(child, head=i, dep="obj" if noun else None)


def _share_passive(tree: Tree, i: int) -> None:
    """ "The ruling was followed in 1994 and doubted in 2006": a thing does not doubt, so the passive is shared."""
    verb = tree.tokens[i]
    kinds = lexicon.groups("reporting_verbs")
    if verb.dep != "conj" or "Tense=Past" not in verb.feats or tree.has_subject(i):
        return
    if any(tree.dep(c) in ("aux", "obj", "ccomp", "mark") for c in tree.children(i)):
        return
    subject = next((c for c in tree.children(verb.head) if tree.tokens[c].dep == "nsubj:pass"), None)
    if subject is None or tree.tokens[subject].upos != "NOUN" or not tree.word(i).endswith("ed"):
        return
    people = lexicon.groups("people")["person-noun"]
    mental = any(verb.lemma.lower() in group for group in kinds.values()) or verb.lemma.lower() in _MENTAL
    if mental and tree.tokens[subject].lemma.lower() not in people:
        tree.change(i, feats=_PARTICIPLE)


_MENTAL = frozenset({"doubt", "question", "approve", "endorse", "ignore", "suspect", "support", "oppose"})


def _close_title(tree: Tree, i: int) -> None:
    """ "Ms" and "Abbott" are one subject, not two."""
    if i + 1 >= len(tree.tokens):
        return
    token, name = tree.tokens[i], tree.tokens[i + 1]
    if (
        token.upos == name.upos == "PROPN"
        and token.head == name.head
        and token.dep == name.dep
        and token.dep.startswith("nsubj")
    ):
        tree.change(i, head=i + 1, dep="nmod:desc")


def _close_plural_possessive(tree: Tree, i: int) -> None:
    """ "Rovers' only title": two subjects with a lone "'" between are an owner and what is owned."""
    token = tree.tokens[i]
    if i < 1 or token.text not in ("'", "’") or tree.tokens[i - 1].end != token.start:
        return
    owner = tree.tokens[i - 1]
    if not owner.dep.startswith("nsubj") or not owner.text.lower().endswith("s"):
        return
    owned = next((c for c in tree.children(owner.head) if c > i and tree.tokens[c].dep == owner.dep), None)
    if owned is not None:
        tree.change(i - 1, head=owned, dep="nmod:poss")
        tree.change(i, head=i - 1, dep="case", upos="PART")


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
    if noun is None or noun.upos not in _NOMINAL | {"NUM"} or not closed or not adjunct:
        return
    top = noun.i
    while tree.tokens[top].upos in _NOMINAL | {"NUM"} and tree.dep(top) in ("flat", "nmod", "compound", "appos"):
        top = tree.tokens[top].head
    if top != i and tree.tokens[top].upos in _NOMINAL and not _is_below(tree, top, i):
        tree.change(i, head=top, dep="acl", upos="VERB", feats=_PARTICIPLE)


def _return_subject(tree: Tree, i: int) -> None:
    """ "The firm, fined twice in May, plans a mill": a comma parts no verb from its subject, so the next verb has it."""
    verb = tree.tokens[i]
    main = tree.tokens[verb.head]
    if "VerbForm=Part" not in verb.feats or "Tense=Past" not in verb.feats or main.i < i or tree.has_subject(main.i):
        return
    subject = next((c for c in tree.children(i) if tree.dep(c) == "nsubj"), None)
    helped = any(tree.dep(c) in ("aux", "cop", "mark") for c in tree.children(i))
    if subject is None or helped or verb.dep not in ("advcl", "parataxis", "acl", "ccomp") or main.upos == "NOUN":
        return
    if tree.word(i - 1) == "," or (tree.word(i - 2) == "," and tree.tokens[i - 1].upos == "ADV"):
        tree.change(subject, head=main.i)
        tree.change(i, head=subject, dep="acl", feats=_PARTICIPLE)


def _open_content(tree: Tree, i: int) -> None:
    """ "said that work would start": where the verb has a subject of its own behind it, "that" only opens the clause."""
    token = tree.tokens[i]
    if token.text.lower() != "that" or token.dep != "nsubj" or tree.tokens[token.head].dep != "ccomp":
        return
    if any(tree.dep(c) == "nsubj" and i < c < token.head for c in tree.children(token.head)):
        tree.change(i, dep="mark", upos="SCONJ")


def _is_below(tree: Tree, i: int, above: int) -> bool:
    for _ in tree.tokens:
        if i == above:
            return True
        if tree.tokens[i].head == i:
            return False
        i = tree.tokens[i].head
    return True


def _read_past(tree: Tree, i: int) -> None:
    """ "stood … and cut a ribbon", "the owners let the ship": a bare form that is also a past tense is one where it has
    a subject or is joined to a past verb, and no auxiliary or "to" governs it."""
    token = tree.tokens[i]
    bare = "VerbForm=Inf" in token.feats or "Mood=Imp" in token.feats
    if token.upos != "VERB" or not bare or token.dep not in _CLAUSE_DEPS:
        return
    if lexicon.irregular_past().get(token.lemma.lower()) != token.text.lower():
        return
    above = tree.tokens[token.head]
    joined = token.dep == "conj" and not tree.has_subject(i)
    governors = (i, above.i) if joined else (i,)
    helped = any(tree.dep(c) == "aux" or tree.word(c) == "to" for k in governors for c in tree.children(k) if c < i)
    told = "Tense=Past" in above.feats and "VerbForm=Fin" in above.feats if joined else tree.has_subject(i)
    if told and not helped:
        tree.change(i, feats=_PAST)


_CLAUSE_DEPS = frozenset({"root", "conj", "ccomp", "advcl", "parataxis"})


def _give_ordinal_subject(tree: Tree, i: int) -> None:
    """ "The second began": an adjective with an article before a verb is its subject."""
    token = tree.tokens[i]
    verb = tree.tokens[token.head]
    if (
        token.upos == "ADJ"
        and token.dep == "amod"
        and verb.upos == "VERB"
        and verb.i == i + 1
        and "VerbForm=Fin" in verb.feats
        and not tree.has_subject(verb.i)
        and tree.word(i - 1) in ("the", "a", "another")
    ):
        tree.change(i - 1, head=i)
        tree.change(i, dep="nsubj")


def _give_price(tree: Tree, i: int) -> None:
    """ "offered the county $1": a sum is no apposition of the receiver."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if token.dep == "appos" and token.upos == "SYM" and above.dep == "obj" and tree.word(i - 1) not in (",", "("):
        tree.change(above.i, dep="iobj")
        tree.change(i, head=above.head, dep="obj")


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


def _free_infinitive(tree: Tree) -> None:
    """ "Interviews to be held in May": the first word is what is to be done."""
    if len(tree.tokens) < 3:
        return
    first = tree.tokens[0]
    verb = next((c for c in tree.children(0) if tree.dep(c) in ("xcomp", "acl", "advcl")), None)
    if first.head == 0 and first.text.endswith("s") and tree.word(1) == "to" and tree.word(2) == "be" and verb:
        for child in tree.children(0):
            if child > verb:
                tree.change(child, head=verb)
        tree.change(verb, head=verb, dep="root")
        tree.change(0, head=verb, dep="nsubj:pass", upos="NOUN", feats="Number=Plur")


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
    root = next((t.i for t in tree.tokens if t.head == t.i), None)
    if root is None or root < 2 or not tree.word(root).endswith("ed") or tree.word(root - 1) != ",":
        return
    subject = next((c for c in tree.children(root) if tree.dep(c) == "nsubj" and c < root), None)
    if subject is None or tree.span(subject)[1] not in (root - 1, root - 2):
        return
    main = next((c for c in tree.children(root) if _is_bare_conjunct(tree, c)), None)
    if main is None:
        return
    tree.change(main, head=main, dep="root")
    for child in tree.children(root):
        if child > main:
            tree.change(child, head=main)
    tree.change(subject, head=main)
    tree.change(root, head=subject, dep="acl", feats=_PARTICIPLE)


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
    if tree.tokens[top].upos not in _NOMINAL:
        return None
    while (
        tree.tokens[top].upos in _NOMINAL
        and tree.dep(top) in ("flat", "nmod", "compound", "appos", "amod")
        and tree.tokens[tree.tokens[top].head].upos in _NOMINAL
    ):
        top = tree.tokens[top].head
    return top


def _leave_contact_clause(tree: Tree) -> None:
    """ "during the worst storm anyone could remember, the crew refused": a pronoun right behind a noun opens a relative
    clause; the verb behind the comma is the main one."""
    root = next((t.i for t in tree.tokens if t.head == t.i), None)
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


def _free_finite(tree: Tree) -> None:
    """ "Talks between the sides collapsed.": a finite verb without relative pronoun behind the noun phrase that would
    be the whole sentence is its main verb, the head of the phrase its subject."""
    root = next((t.i for t in tree.tokens if t.head == t.i), None)
    if (
        root is None
        or tree.tokens[root].upos not in _NOMINAL
        or not tree.tokens[-1].text.endswith((".", "!", '"', "”"))
    ):
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

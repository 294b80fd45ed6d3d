"""Repairs of single words: what a word hangs on, and what it is, where its neighbours leave no choice."""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .tree import ALWAYS, Rules, Tree

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
NOMINAL = frozenset({"NOUN", "PROPN"})


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _free_from_number(tree)
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_read_name, ALWAYS),
        (_part_date_and_verb, ALWAYS, ("VERB", "ADJ")),
        (_close_title, ALWAYS, ("PROPN",)),
        (_name_subject, ALWAYS, ("NOUN",)),
        (_close_plural_possessive, ("'", "’")),
        (_open_content, ("that",), ("nsubj",)),
        (_read_past, ALWAYS, ("VERB",)),
        (_read_reduced, ALWAYS, ("acl",)),
        (_read_noun, ALWAYS, ("VERB",)),
        (_read_verb, ALWAYS, ("VERB",)),
        (_read_joined, ALWAYS, ("VERB",)),
        (_share_passive, ALWAYS, ("conj",)),
    )


def mend_content(tree: Tree) -> None:
    """Apply the rule that needs the other repairs done."""
    for i in range(len(tree.tokens) if "that" in tree.words else 0):
        _join_content(tree, i)


def _free_from_number(tree: Tree) -> None:
    """The number of a paragraph ("2. By a deed …") governs nothing."""
    if len(tree.tokens) < 3 or not tree.tokens[0].text.isdigit() or tree.tokens[1].text not in (".", ")"):
        return
    root = tree.root() or 0
    if root == 0:
        return
    for child in tree.children(0):
        if child > 1:
            dep = "obl" if tree.tokens[child].dep == "nmod" and tree.tokens[root].upos == "VERB" else None
            tree.change(child, head=root, dep=dep)
    tree.change(0, head=root, dep="discourse")


def _name_subject(tree: Tree, i: int) -> None:
    """ "The probe Hayate fell silent": the noun and the name right behind it are one subject."""
    noun, name = tree.tokens[i], tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    if name is None or noun.upos != "NOUN" or name.upos != "PROPN" or name.head != noun.head or name.dep != noun.dep:
        return
    if noun.dep.startswith("nsubj") and any(tree.dep(c) == "det" for c in tree.children(i)):
        tree.change(i + 1, head=i, dep="appos")


def _read_name(tree: Tree, i: int) -> None:
    """ "Greta Voss, who was taught chess", "Brack, who had fled": a first name before a name is one too, and no
    interjection is a subject."""
    token = tree.tokens[i]
    if token.upos == "PROPN" or not token.text.istitle():
        return
    if token.upos == "INTJ" and tree.dep(i) in ("nsubj", "obj"):
        tree.change(i, upos="PROPN")
    behind = tree.tokens[i + 1 : i + 2]
    amid = i > 0 and (tree.word(i - 1) == "," or tree.tokens[i - 1].text.islower())
    if token.upos == "ADP" and amid and behind and behind[0].upos == "PROPN" and token.head == i + 1:
        tree.change(i, dep="compound", upos="PROPN")  # "Her coach, Per Aas,"
    if token.text not in _FIRST_NAMES or not behind or behind[0].upos != "PROPN" or not behind[0].text.istitle():
        return
    if token.head == i + 1:
        tree.change(i, dep="compound", upos="PROPN")
    elif behind[0].head == i:
        tree.change(i, upos="PROPN")
        tree.change(i + 1, dep="flat")
        for child in tree.children(i + 1):
            tree.change(child, head=i)


_FIRST_NAMES = lexicon.forms("first_names")


def _part_date_and_verb(tree: Tree, i: int) -> None:
    """ "arrived on 2 May and tendered notice": a verb is joined to a verb, not to a date."""
    verb = tree.tokens[i]
    date = tree.tokens[verb.head]
    past = verb.upos == "VERB" and "Tense=Past" in verb.feats
    if not (past or (verb.upos == "ADJ" and verb.text.endswith("ed"))) or verb.dep != "conj" or date.upos != "NUM":
        return
    main = date.i
    while tree.tokens[main].upos != "VERB" and tree.tokens[main].head != main:
        main = tree.tokens[main].head
    passive = any(tree.tokens[c].dep == "aux:pass" for c in tree.children(main))
    finite = passive or "VerbForm=Fin" in tree.tokens[main].feats
    if tree.tokens[main].upos != "VERB" or main > date.i or not finite:
        return
    tree.change(date.i, head=main, dep="obl")
    tree.change(i, head=main, upos="VERB", feats=PARTICIPLE if passive and not past else PAST)
    for child in tree.children(main):
        if child > i:
            plain = not any(tree.dep(c) == "case" for c in tree.children(child))
            noun = plain and tree.tokens[child].upos in NOMINAL
            tree.change(child, head=i, dep="obj" if noun else None)


def _read_verb(tree: Tree, i: int) -> None:
    """ "It last repurchased shares": behind a pronoun as subject the past form is the verb, and the noun its object."""
    token = tree.tokens[i]
    noun = token.head
    if token.upos != "VERB" or token.dep != "amod" or noun <= i or "Tense=Past" not in token.feats:
        return
    subject = next((c for c in tree.children(noun) if tree.dep(c) == "nsubj" and c < i), None)
    if subject is None or tree.tokens[subject].upos != "PRON" or tree.root() != noun:
        return
    for child in tree.children(noun):
        if child != i and (child < i or tree.dep(child) in ("obl", "nmod", "punct", "advcl", "conj")):
            adverb = subject < child < i
            tree.change(child, head=i, dep="advmod" if adverb else None, upos="ADV" if adverb else None)
    tree.change(i, head=i, dep="root", feats=PAST)
    tree.change(noun, head=i, dep="obj", upos="NOUN")


def _read_noun(tree: Tree, i: int) -> None:
    """ "came to light", "was on leave": what hangs on a verb by a preposition is a noun, and so is what somebody is
    on or in."""
    token = tree.tokens[i]
    if token.upos != "VERB" or token.text.lower().endswith(("ing", "ed")):
        return
    dependents = {tree.dep(c) for c in tree.children(i)}
    if "cop" in dependents and tree.dep(i - 1) == "case" and tree.tokens[i - 1].head == i:
        tree.change(i, upos="NOUN", feats="Number=Sing")
    if tree.dep(i) not in ("obl", "nmod"):
        return
    marks = [c for c in tree.children(i) if tree.dep(c) in ("case", "mark")]
    if not marks or marks[0] != i - 1 or dependents & {"nsubj", "obj", "aux", "ccomp"}:
        return
    tree.change(i, upos="NOUN", feats="Number=Sing")
    tree.change(marks[0], dep="case")
    for child in tree.children(i):
        if child > i and tree.dep(child) in ("obl", "advmod", "advcl"):
            tree.change(child, head=token.head)


def _read_reduced(tree: Tree, i: int) -> None:
    """ "the closings announced in May": right behind its noun and without a subject it is no finite verb."""
    token = tree.tokens[i]
    if token.dep == "acl" and token.head == i - 1 and token.text.lower().endswith("ed"):
        if "VerbForm=Fin" in token.feats and not any(c < i or tree.dep(c) == "obj" for c in tree.children(i)):
            tree.change(i, feats=PARTICIPLE)


def _read_joined(tree: Tree, i: int) -> None:
    """ "lost its organ and reopened in May": what is joined to an active past is one itself."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    if token.dep != "conj" or token.upos != "VERB" or "VerbForm=Part" not in token.feats or head.upos != "VERB":
        return
    if "Tense=Past" not in head.feats or "VerbForm=Fin" not in head.feats or token.text.lower().endswith("ing"):
        return
    if any(tree.dep(c) in ("aux", "cop") for at in (i, head.i) for c in tree.children(at)):
        return
    tree.change(i, feats=PAST)
    for child in tree.children(i):
        if tree.tokens[child].dep == "obl:agent":
            tree.change(child, dep="obl")  # "flew past Venus and swung by Earth"


def _share_passive(tree: Tree, i: int) -> None:
    """ "The ruling was followed in 1994 and doubted in 2006", "Papers were filed in March and served in May": a thing
    does not doubt or serve, so the passive is shared."""
    verb = tree.tokens[i]
    kinds = lexicon.groups("reporting_verbs")
    if verb.dep != "conj" or "Tense=Past" not in verb.feats or tree.has_subject(i):
        return
    if any(tree.dep(c) in ("aux", "obj", "ccomp", "mark") for c in tree.children(i)):
        return
    if verb.lemma.lower() in lexicon.groups("verbs")["transitive-past"] and not tree.has_subject(i):
        if any(tree.tokens[c].dep == "aux:pass" for c in tree.children(verb.head)):
            tree.change(i, feats=PARTICIPLE)
        return
    subject = next((c for c in tree.children(verb.head) if tree.tokens[c].dep == "nsubj:pass"), None)
    if subject is None or tree.tokens[subject].upos != "NOUN" or not tree.word(i).endswith("ed"):
        return
    noun, lemma = tree.tokens[subject].lemma.lower(), verb.lemma.lower()
    judged = any(lemma in group for group in kinds.values()) or lemma in lexicon.groups("verbs")["judging"]
    served = lemma == "serve" and noun in lexicon.groups("verbs")["served"]
    if served or (judged and noun not in lexicon.groups("people")["person-noun"]):
        tree.change(i, feats=PARTICIPLE)


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
    """ "Rovers' only title": two subjects with a lone "'" between are an owner and what is owned; the "'" is the
    owner's."""
    token = tree.tokens[i]
    if i < 1 or token.text not in ("'", "’") or tree.tokens[i - 1].end != token.start:
        return
    owner = tree.tokens[i - 1]
    if owner.dep == "nmod:poss" and token.upos == "PART":
        tree.change(i, head=i - 1, dep="case")
    if not owner.dep.startswith("nsubj") or not owner.text.lower().endswith("s"):
        return
    owned = next((c for c in tree.children(owner.head) if c > i and tree.tokens[c].dep == owner.dep), None)
    if owned is not None:
        tree.change(i - 1, head=owned, dep="nmod:poss")
        tree.change(i, head=i - 1, dep="case", upos="PART")


def _open_content(tree: Tree, i: int) -> None:
    """ "said that work would start": where a subject follows, "that" only opens the clause."""
    token = tree.tokens[i]
    if token.text.lower() != "that" or token.dep != "nsubj" or tree.tokens[token.head].dep != "ccomp":
        return
    if any(tree.dep(c) == "nsubj" and i < c < token.head for c in tree.children(token.head)):
        tree.change(i, dep="mark", upos="SCONJ")


def _join_content(tree: Tree, i: int) -> None:
    """ "denied on Monday that it had …": no relative clause has a verb for its noun; it is what is denied."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if not token.dep.startswith("acl") or above.upos != "VERB" or above.i >= i:
        return
    if any(tree.tokens[c].dep == "mark" and tree.word(c) == "that" for c in tree.children(i)):
        tree.change(i, dep="ccomp")


def _read_past(tree: Tree, i: int) -> None:
    """ "stood … and cut a ribbon", "the owners let the ship": a bare form that is also a past tense is one where it has
    a subject or is joined to a past verb, and no auxiliary or "to" governs it."""
    token = tree.tokens[i]
    if token.upos == "VERB" and "VerbForm=Part" in token.feats and tree.word(i) in _PAST_ALONE:
        tree.change(i, feats=PAST)  # "a trawler sank": "sunk" would be the participle
        return
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
        tree.change(i, feats=PAST)


_PAST_ALONE = lexicon.past_alone()
_CLAUSE_DEPS = frozenset({"root", "conj", "ccomp", "advcl", "parataxis"})

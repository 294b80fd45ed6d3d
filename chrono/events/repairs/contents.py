"""Repairs of what is reported and of the words that open a clause: "said", "that", "when"."""

from __future__ import annotations

from functools import cache

from .. import lexicon
from .openings import is_date
from .tree import Rules, Tree
from .words import NOMINAL, PAST

_RELATIVE = lexicon.groups("grammar")["relative"]
_SAYING = lexicon.groups("reporting_verbs")
_SUBORDINATORS = lexicon.groups("grammar")["subordinator"]


def mend(tree: Tree) -> None:
    """Apply the rules to ``tree``."""
    _rules().apply(tree)


@cache
def _rules() -> Rules:
    return Rules(
        (_that_of_content, ("that",), ("det",)),
        (_that_of_noun, ("that", "this", "these", "those")),
        (_give_conjunction, _SUBORDINATORS, ("advmod", "mark")),
        (_mend_report, (",",), ("VERB",)),
        (_date_report, ("on",), ("mark",)),
        (_say_on, ("and",), ("VERB",)),
    )


def _date_report(tree: Tree, i: int) -> None:
    """ "said on Friday it would wait": "on" and a date are when it was said, no conjunction of what was said."""
    date, verb = i + 1, i - 1
    if tree.word(i) != "on" or date >= len(tree.tokens) or verb < 0 or tree.tokens[verb].upos != "VERB":
        return
    if tree.tokens[date].head == i and is_date(tree.tokens[date].text):
        tree.change(date, head=verb, dep="obl")
        tree.change(i, head=date, dep="case")


def _say_on(tree: Tree, i: int) -> None:
    """ "A spokesman denied that the scheme had ended and said it would go on": no scheme says so; he does."""
    token = tree.tokens[i]
    content = tree.tokens[token.head]
    says = token.upos == "VERB" and token.dep == "conj" and token.lemma in _SAYING["plain"] and content.i < i
    if not says or content.dep != "ccomp" or tree.has_subject(i) or any(tree.dep(c) == "aux" for c in tree.children(i)):
        return
    told = any(content.i != c and tree.dep(c) == "ccomp" for c in tree.children(i))
    subject = next((c for c in tree.children(content.i) if tree.dep(c) == "nsubj"), None)
    if subject is None or not told or tree.tokens[subject].upos != "NOUN":
        return
    people = lexicon.groups("people")
    if tree.tokens[subject].lemma.lower() not in people["person-noun"] | people["people-noun"] | people["body-noun"]:
        tree.change(i, head=content.head)


def _mend_report(tree: Tree, i: int) -> None:
    if tree.tokens[i].upos == "VERB":
        _content_before_report(tree, i)
        _comment(tree, i)
        _content_before(tree, i)
        _report_behind(tree, i)


def _content_before_report(tree: Tree, i: int) -> None:
    """ "A ferry carrying 120 people capsized off Crete, officials said Monday": the last noun before a verb of saying
    has said it; the first noun is the subject of what it said, whose verb is the last one without an object before."""
    verb = tree.tokens[i]
    if verb.upos != "VERB" or verb.lemma.lower() not in _SAYING["plain"]:
        return
    subjects = [c for c in tree.children(i) if tree.dep(c) == "nsubj" and c < i]
    if len(subjects) != 2 or any(tree.tokens[c].dep == "ccomp" for c in tree.children(i)):
        return
    actor, speaker = subjects
    if tree.word(tree.span(speaker)[0] - 1) != "," and tree.word(tree.span(speaker)[0]) != ",":
        return
    verbs = [c for c in tree.children(actor) if tree.tokens[c].dep == "acl" and c > actor and _may_be_past(tree, c)]
    if not verbs:
        return
    content = verbs[-1]
    for child in tree.children(actor):
        if child > content:
            tree.change(child, head=content)
    tree.change(content, head=i, dep="ccomp", feats=PAST)
    tree.change(actor, head=content, dep="nsubj")


def _comment(tree: Tree, i: int) -> None:
    """ "Output grew in May, a poll showed on Monday": behind a comma a noun and a verb of saying comment on what went
    before; no participle describes the noun."""
    verb = tree.tokens[i]
    noun = tree.tokens[verb.head]
    if tree.word(i) not in _PLAINLY_PAST or verb.dep != "acl" or noun.i != i - 1 or noun.upos not in NOMINAL:
        return
    first = tree.span(noun.i)[0]
    if "," not in (tree.word(first - 1), tree.word(first)):
        return
    if any(tree.dep(child) in ("obj", "ccomp", "xcomp") or tree.tokens[child].dep == "obl:agent"
           for child in tree.children(i)) or any(tree.dep(child) == "case" for child in tree.children(noun.i)):
        return
    above = noun.head
    while tree.tokens[above].upos not in ("VERB", "AUX") and tree.tokens[above].head != above:
        above = tree.tokens[above].head
    if above >= noun.i or tree.tokens[above].upos not in ("VERB", "AUX"):
        return
    tree.change(i, head=above, dep="parataxis", feats=PAST)
    tree.change(noun.i, head=i, dep="nsubj")


def _content_before(tree: Tree, i: int) -> None:
    """The same where what was shown hangs on the showing: a clause before it that no word opens is what was said."""
    if tree.word(i) not in _PLAINLY_PAST or any(tree.dep(child) == "ccomp" for child in tree.children(i)):
        return
    for child in tree.children(i):
        if tree.dep(child) != "advcl" or child > i or tree.tokens[child].upos != "VERB" or not tree.has_subject(child):
            continue
        if not any(tree.dep(below) in ("mark", "aux") for below in tree.children(child)):
            tree.change(child, dep="ccomp", feats=PAST)


_PLAINLY_PAST = frozenset({"said", "showed", "wrote"})
"""Pasts of saying that look like no participle of a noun's."""


def _report_behind(tree: Tree, i: int) -> None:
    """ "The firm will cut 40 jobs, the company said": without "and" the report is about what went before it; nor is it
    a relative clause behind a comma without a pronoun."""
    verb = tree.tokens[i]
    if verb.dep not in ("conj", "acl:relcl") or verb.head > i or verb.lemma.lower() not in _SAYING["plain"]:
        return
    above = verb.head
    while tree.tokens[above].upos not in ("VERB", "AUX") and tree.tokens[above].head != above:
        above = tree.tokens[above].head
    subject = next((c for c in tree.children(i) if tree.dep(c) == "nsubj" and c < i), None)
    if subject is None or "," not in (tree.word(tree.span(i)[0]), tree.word(tree.span(i)[0] - 1)):
        return
    if tree.tokens[subject].upos == "PRON" and tree.word(subject) in _RELATIVE:
        return
    if not any(tree.dep(c) in ("cc", "ccomp", "obj", "xcomp", "mark", "aux") for c in tree.children(i)):
        tree.change(i, head=above, dep="parataxis")


def _may_be_past(tree: Tree, i: int) -> bool:
    """A verb that is no gerund and no clear participle (by its agent), without subject or auxiliary."""
    if tree.tokens[i].upos != "VERB" or tree.word(i).endswith("ing") or tree.has_subject(i):
        return False
    kinds = ("aux", "cop", "mark")
    return not any(tree.dep(c) in kinds or tree.tokens[c].dep == "obl:agent" for c in tree.children(i))


def _that_of_content(tree: Tree, i: int) -> None:
    """ "reported last month that net income fell": behind a verb of saying "that" opens what is said."""
    that = tree.tokens[i]
    if tree.word(i) != "that" or that.dep != "det" or that.head <= i + 1 or tree.tokens[that.head].upos not in NOMINAL:
        return
    content = tree.tokens[that.head].head
    if not tree.tokens[that.head].dep.startswith("nsubj") or tree.tokens[content].dep != "ccomp":
        return
    verb = tree.tokens[tree.tokens[content].head]
    if verb.i > i or not any(verb.lemma.lower() in group for group in _SAYING.values()):
        return
    if tree.word(i - 1) != ",":
        tree.change(i, head=content, dep="mark", upos="SCONJ")


def _that_of_noun(tree: Tree, i: int) -> None:
    """ "That target has since slipped": right before a noun that is the subject, "that" only points to it."""
    noun = i + 1
    if tree.word(i) == "that" and noun < len(tree.tokens) and "Number=Plur" in tree.tokens[noun].feats:
        verb = tree.tokens[noun].head  # "complaints that managers threatened workers"
        if verb > noun and tree.tokens[noun].dep.startswith("nsubj") and tree.tokens[i].head in (noun, verb):
            tree.change(i, head=verb, dep="mark", upos="SCONJ")
        return
    if tree.word(i) not in ("that", "this", "these", "those") or not tree.tokens[i].dep.startswith("nsubj"):
        return
    if noun < len(tree.tokens) and tree.tokens[noun].dep == tree.tokens[i].dep:
        if tree.tokens[noun].upos in NOMINAL and tree.tokens[noun].head == tree.tokens[i].head:
            tree.change(i, head=noun, dep="det", upos="DET")


def _give_conjunction(tree: Tree, i: int) -> None:
    """ "on Monday, when a new vicar, Ann Cole, opened a letter": "when" opens the verb's clause, not its subject."""
    noun = tree.tokens[i].head
    verb = tree.tokens[noun].head
    if tree.word(i) not in _SUBORDINATORS or tree.dep(i) not in ("advmod", "mark") or noun < i or verb < noun:
        return
    if not tree.tokens[noun].dep.startswith("nsubj") or tree.tokens[verb].upos != "VERB":
        return
    tree.change(i, head=verb)
    if tree.dep(verb) == "conj" and not any(tree.dep(c) == "cc" for c in tree.children(verb)):
        tree.change(verb, dep="advcl")

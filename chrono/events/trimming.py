"""What of a sentence a clause leaves out: the time, asides, relative clauses, and what makes it too long to read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from . import lexicon
from .subjects import preceded_by_comma
from .syntax import Syntax

_ASIDES = frozenset({"advcl", "parataxis", "discourse", "vocative", "dislocated", "appos", "cc", "mark", "dep"})
_BESIDE_NOUN = frozenset("nsubj cop aux advcl case mark punct cc discourse parataxis advmod conj".split())
_OPTIONAL = frozenset({"obl", "nmod", "advcl", "acl", "advmod", "ccomp", "conj", "xcomp"})
_SPANS = lexicon.groups("clauses")["when-where"]
_MOST_WORDS = 22
_FEWEST_WORDS = 4
_LONGEST_PURPOSE = 12


def told_apart(syntax: Syntax, cut: Collection[int]) -> set[int]:
    """The heads of relative clauses, appositions and asides of the sentence, and of what belongs to a ``cut`` date."""
    tops = set()
    for i in range(len(syntax.tokens)):
        dep = syntax.tokens[i].dep
        if dep == "acl:relcl" and syntax.tokens[i].upos == "NOUN" and syntax.first(i, "cop", "aux") is None:
            continue
        if free_relative(syntax, i):
            continue
        if dep in ("acl:relcl", "parataxis", "appos") or (dep in ("advcl", "acl") and preceded_by_comma(syntax, i)):
            tops.add(i)
        elif syntax.dep(i) in ("case", "punct", "det", "advmod", "mark") and syntax.head(i) in cut:
            tops.add(i)
        elif i > 1 and syntax.lower(i).split()[-1] in _SPANS and syntax.lower(i - 1) == "," and i - 2 in cut:
            tops.add(i)  # "on 5 April, a day of reprisals"
        elif syntax.lower(i) in ("least", "most") and syntax.head(i) in cut:
            tops.add(i)  # "since at least January"
        elif any(syntax.lower(c) == "according" and syntax.dep(c) == "case" for c in syntax.children[i]):
            tops.add(i)
        elif dep == "nmod" and _is_enclosed(syntax, i):
            tops.add(i)
        elif dep == "acl" and (_says_only_when(syntax, i, cut) or _tells_what_others_say(syntax, i)):
            tops.add(i)
        elif syntax.lower(i) in lexicon.groups("clauses")["closeness"] and _leads_to_cut(syntax, i + 1, cut):
            tops.add(i)
        elif syntax.lower(i) == "as" and i + 2 < len(syntax.tokens) and _leads_to_cut(syntax, i + 2, cut):
            tops.update((i, i + 1))  # "as early as 2011"
        elif syntax.lower(i) == "since" and i + 1 < len(syntax.tokens) and syntax.tokens[i + 1].upos == "PUNCT":
            tops.add(i)
    return tops


def _is_enclosed(syntax: Syntax, i: int) -> bool:
    """ "The garrison, out of water, surrendered": what stands between commas behind the noun, and is no place of it."""
    case, below = syntax.first(i, "case"), syntax.subtree(i)
    end = below[-1] if syntax.lower(below[-1]) == "," else below[-1] + 1
    closed = end < len(syntax.tokens) and syntax.lower(end) == ","
    plain = syntax.tokens[i].upos == "NOUN" and syntax.first(i, "conj") is None
    return plain and case is not None and closed and preceded_by_comma(syntax, i)


def free_relative(syntax: Syntax, i: int) -> bool:
    """ "paid us what it owed": a clause without which the pronoun before it says nothing."""
    head = syntax.head(i)
    hollow = head is not None and syntax.dep(i) == "acl" and syntax.lower(head) in _HOLLOW
    return hollow and not preceded_by_comma(syntax, i)


_HOLLOW = lexicon.groups("grammar")["hollow-pronoun"]


def _says_only_when(syntax: Syntax, i: int, cut: Collection[int]) -> bool:
    """ "an injury suffered in March": a participle of which nothing but the time is told."""
    below = [k for k in syntax.subtree(i) if k != i and syntax.tokens[k].upos not in ("PUNCT", "ADP")]
    return bool(below) and "VerbForm=Part" in syntax.tokens[i].feats and all(k in cut for k in below)


def _tells_what_others_say(syntax: Syntax, i: int) -> bool:
    """ "a sale that prosecutors say cost the state a fortune": a relative clause that the parser took for another."""
    return syntax.lemma(i) in _SAYING and syntax.first(i, "nsubj") is not None and syntax.first(i, "ccomp") is not None


_SAYING = lexicon.groups("reporting_verbs")["plain"]


def _leads_to_cut(syntax: Syntax, i: int, cut: Collection[int]) -> bool:
    if i >= len(syntax.tokens):
        return False
    return i in cut or (syntax.dep(i) in ("case", "mark") and syntax.head(i) in cut)


def beside_verb(syntax: Syntax, at: int, untold: Collection[int] = ()) -> set[int]:
    """The dependents of the verb ``at`` that its clause leaves out; ``untold`` are the tokens left out in any case."""
    return {child for child in syntax.children[at] if _is_aside(syntax, at, child, untold)}


def beside_noun(syntax: Syntax, at: int) -> set[int]:
    """The dependents of the event noun ``at`` that its clause leaves out."""
    return {
        child
        for child in syntax.children[at]
        if syntax.dep(child) in _BESIDE_NOUN or syntax.first(child, "cc") is not None
    }


def _is_aside(syntax: Syntax, at: int, child: int, untold: Collection[int]) -> bool:
    dep = syntax.dep(child)
    if dep == "conj":
        return syntax.tokens[child].upos in ("VERB", "AUX") or any(
            syntax.dep(c) in ("cop", "nsubj") for c in syntax.children[child]
        )
    if dep == "punct":
        return syntax.lower(child) not in ("-", "–")
    if dep == "advcl":
        return not _is_purpose(syntax, child, untold)
    if syntax.lower(child) == "since" and not syntax.children[child]:
        return True
    if dep in ("advmod", "obl") and _measures_aside(syntax, at, child):
        return True
    if dep == "ccomp" and any(syntax.dep(c) == "cc" and c < child for c in syntax.children[child]):
        return True  # "A tug reached the ship and the last of them was ashore"
    if dep == "advmod":
        return child < at and syntax.lower(child) in lexicon.groups("clauses")["linking-adverb"]
    return dep in _ASIDES


def _measures_aside(syntax: Syntax, at: int, child: int) -> bool:
    """ "two weeks after it was read": how long before or after what is left out."""
    mark = syntax.subtree(child)[-1] + 1
    if mark >= len(syntax.tokens) or syntax.dep(mark) != "mark" or syntax.lower(mark) not in ("after", "before"):
        return False
    return syntax.dep(syntax.tokens[mark].head) == "advcl" and syntax.head(syntax.tokens[mark].head) == at


def _is_purpose(syntax: Syntax, child: int, untold: Collection[int]) -> bool:
    """A short "to …" after the verb belongs to it, one of any length where it is what someone agreed or plans to do,
    and so does what someone is accused or cleared of doing; what an aside behind a comma adds does not count."""
    asides = {c for c in syntax.having(child, ("advcl", "parataxis")) if preceded_by_comma(syntax, c)}
    opener = next((syntax.lower(c) for c in syntax.children[child] if c < child), "")
    if opener == "of":
        return child > (syntax.head(child) or 0) and syntax.lower(child).endswith("ing")
    head = syntax.head(child) or 0
    if child < head or not any(syntax.lower(c) == "to" for c in syntax.children[child]):
        return False
    intended = syntax.lemma(head) in _INTENTIONS and syntax.first(head, "obj", "ccomp", "xcomp") is None
    return intended or sum(i not in untold for i in syntax.subtree(child, asides)) <= _LONGEST_PURPOSE


_INTENTIONS = lexicon.groups("predicates")["intention"]


def shortened(syntax: Syntax, at: int, indices: Sequence[int]) -> list[int]:
    """``indices`` without the farthest-reaching optional parts behind ``at``, while they are too many to read."""
    kept = list(indices)
    while len(kept) > _MOST_WORDS:
        optional = [
            child
            for i in kept
            for child in syntax.children[i]
            if child in kept and child > at and syntax.dep(child) in _OPTIONAL and not _is_pair(syntax, i, child)
        ]
        if not optional:
            break
        drop = max(optional, key=lambda child: (syntax.subtree(child)[-1], -len(syntax.subtree(child))))
        gone = set(syntax.subtree(drop))
        rest = [i for i in kept if i not in gone]
        if len(rest) < _FEWEST_WORDS:
            break
        kept = rest
    return kept


def _is_pair(syntax: Syntax, i: int, child: int) -> bool:
    """The second of the two that something is between."""
    case = syntax.first(i, "case")
    return syntax.dep(child) == "conj" and case is not None and syntax.lower(case) == "between"

"""Compose: stage by stage, the longest match of any rule becomes one token, until only whole expressions are left."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

from .grammar import Compiled, Grammar
from .pattern import SPACE
from .rules import STAGES
from .tokens import Meaning, Piece, Window
from .tree import Tree


def compose(window: Window, rules: Grammar) -> bool:
    """Apply the rules stage by stage; each match becomes one token. Whether any did."""
    among, absent, done = rules.neighbours.among, rules.neighbours.needed, -1
    hopeful: set[Compiled] = set()
    changed = window.codes
    any_did = False
    while True:
        if changed:
            for rest, pivotal in among(changed):
                absent &= rest
                if pivotal:
                    hopeful.update(pivotal)
        stage = LAST
        candidates: list[Compiled] = []
        for rule in hopeful:
            if done < rule.stage <= stage and not rule.needs & absent:
                if rule.stage < stage:
                    stage, candidates = rule.stage, []
                candidates.append(rule)
        if not candidates:
            return any_did
        changed = _apply(window, candidates)
        any_did = any_did or changed != ""
        if stage == LAST:
            return any_did
        done = stage


LAST = len(STAGES) - 1


_Candidate = tuple[int, int, int, Compiled, re.Match[str]]
"""First token, minus the last, the rule's order: they sort leftmost, longest, first rule; the rule and its match."""


def _apply(window: Window, candidates: list[Compiled]) -> str:
    """Compose the matches of the candidates that hold, leftmost and longest first, not overlapping.

    Returns the codes of what was composed and what stands next to it, ``""`` when nothing was.
    """
    found: list[_Candidate] = []
    codes = window.codes
    for rule in candidates:
        for match in rule.matches(codes):
            first, last = match.span()
            while codes[last - 1] == SPACE:
                last -= 1
            while codes[first] == SPACE:
                first += 1
            if not rule.has_context or context_holds(rule, codes, first, last):
                found.append((first, -last, rule.order, rule, match))
    if len(found) > 1:
        found.sort(key=itemgetter(0, 1, 2))
    pieces: list[Piece] = []
    place = 0
    for first, negative_last, _, rule, match in found:
        if first >= place and (made := _compose_match(rule, match, window, first, -negative_last)):
            place = -negative_last
            pieces += made
    return window.put(pieces) if pieces else ""


def context_holds(rule: Compiled, codes: str, first: int, last: int) -> bool:
    """Whether the tokens around ``first`` … ``last`` are those that the rule asks for, and none that it forbids."""
    if rule.after or rule.not_after:
        before = first - 1
        if before >= 0 and codes[before] == SPACE:
            before -= 1
        code = codes[before] if before >= 0 else ""
        if (rule.after and (not code or code not in rule.after)) or (code and code in rule.not_after):
            return False
    if rule.before or rule.not_before:
        after = last
        if after < len(codes) and codes[after] == SPACE:
            after += 1
        code = codes[after] if after < len(codes) else ""
        if (rule.before and (not code or code not in rule.before)) or (code and code in rule.not_before):
            return False
    return True


def _compose_match(rule: Compiled, match: re.Match[str], window: Window, first: int, last: int) -> list[Piece]:
    """What a match becomes, in order; nothing when its meaning cannot exist."""
    tokens = window.tokens
    captured = tuple([tokens[place] if (place := match.start(group)) >= 0 else None for _, group, _ in rule.captures])
    meanings = rule.known.get(captured)
    if meanings is None:
        if len(rule.known) >= KEPT:
            rule.known.clear()
        meanings = rule.known[captured] = _meanings(rule, match, window)
    out: list[Piece] = []
    for (part, code, _), meaning in zip(rule.made, meanings, strict=False):
        begin, end = first, last
        if part.first:
            begin = match.start(part.first)
            end = max([match.end(name) for name in (part.first, *part.last)])
        out.append((begin, end, code, meaning, window.starts[begin], rule))
    return out


KEPT = 250
"""Of how many different matches a rule's meanings are remembered."""


def _meanings(rule: Compiled, match: re.Match[str], window: Window) -> tuple[Meaning, ...]:
    """What the tokens that a match becomes mean; none when that cannot exist."""
    captures: dict[str, Any] = {}
    for name, group, categories in rule.captures:
        place = match.start(group)
        if place >= 0 and (known := window.senses(place)):
            for category, wrapper in categories:
                if category in known:
                    value = known[category]
                    captures[name] = Tree(wrapper, (value,)) if wrapper else value
                    break
    out = []
    for part, _, template in rule.made:
        try:
            tree = template(captures)
        except (ValueError, OverflowError):
            return ()
        if tree is None:
            return ()
        out.append(Meaning(dict.fromkeys(part.makes, tree)))
    return tuple(out)

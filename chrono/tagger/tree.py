"""The expression tree: what a time expression means, before it is known when that is.

A tree is an operator with arguments that are trees, numbers, strings or ``None``. It knows neither the document nor
the date, and is written and read as text: ``Shift(ANCHOR, 1, "year")``. The operators are described where they are
resolved, in :mod:`chrono.tagger.anchoring`. The model is the algebra of SUTime (Chang and Manning 2012) and SCATE
(Bethard and Parker 2016).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

Value = Any
"""A tree's argument: another tree, an ``int``, ``float``, ``str`` or ``None``."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Operator ``op`` applied to ``args``."""

    op: str
    args: tuple[Value, ...] = ()

    def __str__(self) -> str:
        if not self.args:
            return self.op
        return f"{self.op}({', '.join([_write(argument) for argument in self.args])})"


def _write(value: Value) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "-" if value is None else str(value)


_TOKEN = re.compile(r'\s*(?:([A-Za-z_][A-Za-z_]*)|(-?\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)"|([(),-]))')

_CAPTURED = re.compile(r"\(([a-z_]+(?:, *[a-z_]+)*)\)")

Captures = Mapping[str, Value]
Template = Callable[[Captures], Value]
Maker = Callable[[tuple[Value, ...]], Value]
"""Makes a value of the arguments of an operator."""


def parse(text: str) -> Tree:
    """The tree that ``text`` writes; :class:`ValueError` when it is not one."""
    tree = compile_template(text)({})
    if not isinstance(tree, Tree):
        raise ValueError(f"not a tree: {text}")
    return tree


def _plain(op: str) -> Maker:
    return partial(Tree, op)


def compile_template(text: str, maker: Callable[[str], Maker] = _plain) -> Template:
    """A function from captures to the tree ``text`` describes, or to what ``maker`` makes of each operator.

    Names in small letters stand for captures (absent ones give ``None``; ``-name`` the negated number), names with a
    capital are operators, ``-`` alone is ``None``. :class:`ValueError` when ``text`` cannot be read.
    """
    template, position = _read(text, 0, maker)
    if text[position:].strip():
        raise ValueError(f"trailing text in tree: {text[position:]!r}")
    return template


def _read(text: str, position: int, maker: Callable[[str], Maker]) -> tuple[Template, int]:
    match = _TOKEN.match(text, position)
    if match is None:
        raise ValueError(f"cannot read tree at {text[position:]!r}")
    name, number, string, mark = match.groups()
    position = match.end()
    if string is not None:
        return _constant(re.sub(r"\\(.)", r"\1", string)), position
    if number is not None:
        return _constant(float(number) if "." in number else int(number)), position
    if mark == "-":
        following = _TOKEN.match(text, position)
        if following and following.group(1) and following.group(1).islower():
            return _negated(following.group(1)), following.end()
        return _constant(None), position
    if mark:
        raise ValueError(f"unexpected {mark!r} in tree {text!r}")
    if name.islower():
        return _captured(name), position
    captured = _CAPTURED.match(text, position)
    if captured:
        return _filled(maker(name), captured.group(1).replace(",", " ").split()), captured.end()
    arguments: list[Template] = []
    if position < len(text) and text[position] == "(":
        position += 1
        while True:
            argument, position = _read(text, position, maker)
            arguments.append(argument)
            match = _TOKEN.match(text, position)
            if match is None or match.group(4) not in (",", ")"):
                raise ValueError(f"expected , or ) in tree {text!r}")
            position = match.end()
            if match.group(4) == ")":
                break
    return (_applied(maker(name), arguments) if arguments else _constant(Tree(name))), position


def _constant(value: Value) -> Template:
    return lambda captures: value


def _captured(name: str) -> Template:
    return lambda captures: captures.get(name)


def _negated(name: str) -> Template:
    def negate(captures: Captures) -> Value:
        value = captures.get(name)
        return -value if isinstance(value, int | float) else f"-{value}"

    return negate


def _filled(make: Maker, names: list[str]) -> Template:
    """An operator applied to captures only, as most are."""
    return lambda captures: make(tuple(map(captures.get, names)))


def _applied(make: Maker, arguments: list[Template]) -> Template:
    return lambda captures: make(tuple([argument(captures) for argument in arguments]))

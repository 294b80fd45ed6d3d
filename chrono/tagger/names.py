"""What only looks like a time expression: a piece of a name, of a title or of a web address."""

from __future__ import annotations

ADDRESS_REACH = 80
"""How far back, in characters, the beginning of a web address is looked for."""


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether an expression is no piece of a name ("user1984", "x2BC6") or of a web address."""
    before, after = text[start - 1:start], text[end:end + 1]
    if (before.isalpha() and text[start].isdigit()) or (after.isdecimal() and text[end - 1].isalpha()):
        return False
    if before not in ADDRESS_SIGNS:
        return True
    chunk = text[max(0, start - ADDRESS_REACH):start].rpartition(" ")[2]
    return "://" not in chunk and "www." not in chunk


ADDRESS_SIGNS = frozenset("/-_.=&?")
"""What stands before a piece of a web address."""

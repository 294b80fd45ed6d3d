"""Objects that never change, made fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


def maker(kind: type[T]) -> Callable[..., T]:
    """What makes objects of ``kind``, a frozen dataclass with slots, of the values of all its fields in their order.

    An object that is still open is filled and then frozen: to make a frozen one takes several times as long, for its
    every field is set by a call. A ``__post_init__`` is not called.
    """
    still_open = make_dataclass(f"Open{kind.__name__}", [item.name for item in fields(kind)], slots=True)  # type: ignore[arg-type]

    def make(*values: Any) -> T:
        made: Any = still_open(*values)
        made.__class__ = kind
        return made  # type: ignore[no-any-return]

    return make

"""Arithmetic of number words and the test that a tree means a date that can exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from ..calendar.gregorian import MONTH_LENGTHS
from .tree import Maker, Tree, Value


def maker(op: str) -> Maker:
    """What makes a value of an operator and its arguments: the number that a number operator stands for, else a tree.

    Number operators: ``Sum`` and ``Product`` (absent parts skipped, "a" counts one), ``Ratio``, ``Decimal`` (two digit
    strings), ``Digits`` (digit strings joined), ``Int``, ``YearOfFirst``. What it returns raises :class:`ValueError` or
    :class:`OverflowError` of arguments that mean nothing that can exist.
    """
    check = _CHECKS.get(op)
    if check is None:
        return _OPERATORS.get(op) or partial(Tree, op)

    def checked(arguments: tuple[Value, ...]) -> Tree:
        if not check(*arguments):
            raise ValueError("no such date")
        return Tree(op, arguments)

    return checked


Parts = Sequence[Any]


def _numbers(parts: Parts) -> list[int | float]:
    return [1 if part in ("a", "an") else int(part) if isinstance(part, str) else part
            for part in parts if part is not None]


def _product(parts: Parts) -> int | float:
    result: int | float = 1
    for number in _numbers(parts):
        result *= number
    return result


def _ratio(parts: Parts) -> float:
    numerator, denominator = _numbers(parts)
    if denominator == 0 or numerator >= denominator:
        raise ValueError("not a proper fraction")
    return numerator / denominator


def _short(digits: str) -> int:
    if len(digits) > 9:
        raise ValueError("number too long")
    return int(digits)


def _zone(name: str | None, sign: str | None, hours: str | None, minutes: str | None) -> str | None:
    """A zone as an offset from UTC: ``z``, ``+02:00``, ``+0200``; a named zone's own offset moved by what is added."""
    if sign is None or hours is None:
        return "+00:00" if name == "z" else name
    if len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    total = int(hours) * 60 + int(minutes or 0)
    if sign != "+":
        total = -total
    if name:
        total += (int(name[1:3]) * 60 + int(name[4:])) * (-1 if name[0] == "-" else 1)
    if abs(total) > 18 * 60:
        raise ValueError("no such offset")
    return f"{'-' if total < 0 else '+'}{abs(total) // 60:02d}:{abs(total) % 60:02d}"


def _year_of_first(year: int, first: int, last: int, listed: str | None) -> int:
    """The year of the first of two months, which is told with the last ("December to February 1921"): the one before,
    where the first else came behind the last; where the two are only ``listed``, if New Year is the short way."""
    over = first > last and (not listed or (last - first) % 12 < 6)
    return year - over


_OPERATORS: dict[str, Maker] = {
    "Sum": lambda parts: sum(_numbers(parts)),
    "Product": _product,
    "Ratio": _ratio,
    "Decimal": lambda parts: float(f"{_short(parts[0])}.{parts[1][:6]}"),
    "Digits": lambda parts: _short("".join(part for part in parts if part)),
    "Int": lambda parts: _short(parts[0]),
    "Number": lambda parts: parts[0],
    "YearOfFirst": lambda parts: _year_of_first(*parts),
    "Zone": lambda parts: _zone(*parts),
}


def _is_day(month: Any, day: Any) -> bool:
    return isinstance(month, int) and isinstance(day, int) and 1 <= month <= 12 and 1 <= day <= max(
        MONTH_LENGTHS[month - 1], 29 if month == 2 else 0)


def _is_numeric(first: Any, second: Any, year: Any) -> bool:
    return _is_day(first, second) or _is_day(second, first)


def _is_clock(hour: Any, minute: Any, second: Any, half: Any, zone: Any) -> bool:
    return 0 <= hour <= 24 and (minute is None or isinstance(minute, str) or 0 <= minute < 60) and (
        hour < 24 or not minute)


_CHECKS: dict[str, Callable[..., bool]] = {
    "Day": _is_day,
    "Dotted": _is_numeric,
    "NumericLike": lambda first, second, *others: (
        _is_day(first, second) and _is_day(*others) or _is_day(second, first) and _is_day(*reversed(others))),
    "Numeric": _is_numeric,
    "Month": lambda month: 1 <= month <= 12,
    "Quarter": lambda quarter: 1 <= quarter <= 4,
    "HalfNumber": lambda *names: any(name in ("1", "2") for name in names),
    "BasicDay": lambda digits: 1900 <= int(digits[:4]) < 2100 and _is_day(int(digits[4:6]), int(digits[6:])),
    "AttackDay": lambda month, day: (month, day) == (9, 11),
    "DayOfMonth": lambda day: 1 <= day <= 31,
    "IsoMonth": lambda year, month: 1 <= int(month) <= 12 and int(month) != (int(year) + 1) % 100 and int(year) >= 1800,
    "CountNamed": lambda count, number, sign: isinstance(count, int) and 1 <= count <= 100,
    "Within": lambda inner, outer: not (isinstance(inner, Tree) and inner.op == "Within"),
    "ThisDate": lambda word, tree: tree.op != "Today",
    "Century": lambda number: 1 <= number <= 99,
    "Clock": _is_clock,
    "WeekNumber": lambda number, year: isinstance(number, int) and 1 <= number <= 53,
    "DurationBetween": lambda low, high, unit: isinstance(low, str) or isinstance(high, str) or low < high,
    "DecadeOfYear": lambda year: int(year) % 10 == 0,
    "DecadeShort": lambda year: int(year) % 10 == 0,
    "HourPart": lambda hour, *parts: isinstance(hour, int) and 1 <= hour <= 12,
    "AtPart": lambda day_part, clock: isinstance(clock, Tree) or (isinstance(clock, int) and 1 <= clock <= 12),
    "ClockTwelve": lambda number, hour, zone: number == 12,
    "ClockPast": lambda hour, minute, half: 0 <= hour <= 24 and 0 <= minute < 60,
    "ClockBefore": lambda hour, minutes, half: 0 <= hour <= 24 and 0 < minutes < 60,
    "ClockAround": lambda hour, minutes, word: 0 < minutes < 60,
    "ClockFirst": lambda hour, minute, last, other, half: 0 < hour <= 12 and 0 < last <= 12,
    "WeekdayRun": lambda digits: not 1950 <= int(digits) < 2050 and int(digits) <= 2400 and int(digits) % 100 < 60,
    "NightRun": lambda digits: not 1000 <= int(digits) < 2200 and int(digits) <= 2400 and int(digits) % 100 < 60,
    "NoonRun": lambda digits: int(digits) < 1300 and int(digits) % 100 < 60,
    "ClockRun": lambda digits, half, zone: int(str(digits)) <= 2400 and int(str(digits)) % 100 < 60,
}

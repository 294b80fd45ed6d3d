"""Durations and other TIMEX3 values of the suites, compared by what they amount to."""

from __future__ import annotations

import re

_NUMBER = r"(\d+\.?\d*|\.\d+|X+)"
_DURATION = re.compile(
    rf"P(?:{_NUMBER}Y)?(?:{_NUMBER}Q)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}B?D)?"
    rf"(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_LONG_DURATION = re.compile(r"P(\d+\.?\d*|\.\d+|X)(DE|E|CE|C)")
_DURATION_UNITS = "YQMWDhms"


def same_duration(expected: str | None, predicted: str | None) -> bool:
    """Whether two durations (or ranges of values with a slash) are as long."""
    wanted, given = amount(expected), amount(predicted)
    if wanted and given:
        return wanted == given
    if expected and predicted and "/" in expected and "/" in predicted:
        return expected.replace(" ", "") == predicted.replace(" ", "")
    return same_timex(expected, predicted)


def amount(value: str | None) -> tuple[object, ...] | None:
    """A TIMEX3 duration as an amount (months, seconds), or as its vague unit (``PXD``); ``None`` for anything else."""
    text = (value or "").strip()
    if match := _LONG_DURATION.fullmatch(text):
        months = 120 if match[2] in ("DE", "E") else 1200
        return ("n", -months if match[1] == "X" else float(match[1]) * months, 0)
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    for unit, number in zip(_DURATION_UNITS, match.groups(), strict=True):
        if number and "X" in number:
            return ("x", unit)
    years, quarters, months_, weeks, days, hours, minutes, seconds = (float(n) if n else 0.0 for n in match.groups())
    return (
        "n",
        round(years * 12 + quarters * 3 + months_, 4),
        round(weeks * 604800 + days * 86400 + hours * 3600 + minutes * 60 + seconds, 2),
    )


def same_timex(expected: str | None, predicted: str | None) -> bool:
    """Whether two TIMEX3 values are the same in the suites' several spellings."""
    return bool(expected and predicted) and _plain_timex(expected) == _plain_timex(predicted)


def _plain_timex(value: object) -> str:
    """The value with the suites' spellings evened out: autumn is FA, a week of any year WXX, a quarter has its dash."""
    text = str(value).strip().upper().replace("XXXX-WXX", "WXX")
    return re.sub(r"-AU\b", "-FA", re.sub(r"(\d{4})Q", r"\1-Q", text))

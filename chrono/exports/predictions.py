"""Our results written in the forms the scorers (and other tools' scorers) read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..calendar import Granularity, Period, Span, iso

if TYPE_CHECKING:
    from ..tagger.expression import TimeExpression

_ATTRIBUTES = (("mod", "mod"), ("quant", "quant"), ("freq", "freq"),
               ("begin_point", "beginPoint"), ("end_point", "endPoint"))
_MONTHS = (Granularity.SEASON, Granularity.QUARTER, Granularity.HALF)
_CLOCK = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)
_YEARS = (Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM)
_ONE_VALUE = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.WEEK, *_CLOCK)


def to_timex(expression: TimeExpression) -> dict[str, Any]:
    """The expression as a corpus writes time expressions: extent, type, value and the other TIMEX3 attributes."""
    timex: dict[str, Any] = {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
    }
    timex.update({key: value for name, key in _ATTRIBUTES if (value := getattr(expression, name)) is not None})
    timex["rule"] = expression.rule
    timex["confidence"] = expression.confidence
    return timex


def to_suite_prediction(expression: TimeExpression, reference: Period | None = None) -> dict[str, Any]:
    """The expression in the suites' prediction form.

    ``start`` and ``end`` are the first and last unit, both included (``end`` is ``None`` where the one unit says it
    all): quarters, halves and seasons as months, decades and longer as years, weeks by their first day. The beginning,
    middle or end of a month is told by its days, that of a season, a half or a year by its months. Years before Christ
    are counted as people do (``-0044`` is 44 BC). A decade's and a century's ``timex`` is ``196X`` and ``19XX``. Where
    the ``reference`` time is given it is what "now" means, and "by Friday" reaches from it to the end of Friday.
    """
    prediction: dict[str, Any] = {
        "text": expression.text,
        "start_char": expression.start,
        "end_char": expression.end,
        "start": None,
        "end": None,
        "grain": None,
        "type": expression.type.lower(),
        "timex": expression.value,
    }
    span = expression.span
    if span is None and expression.value == "PRESENT_REF" and reference is not None:
        span = Span.of(reference)
    if span is None:
        return prediction
    prediction["grain"] = span.granularity.label
    first, last = _bounds(span)
    if first != span.first and first is not None:
        prediction["grain"] = first.granularity.label
    if expression.relation == "by" and reference is not None and last is not None and last.end > reference.end:
        first = reference
    if first is not None:
        prediction["start"] = _unit(first)
    if last is not None and (last != first or last.granularity not in _ONE_VALUE):
        prediction["end"] = _unit(last, end=True)
    if first is not None and first == last and first.granularity in _YEARS and expression.type == "DATE":
        prediction["timex"] = _placeholders(expression.value)
    return prediction


def _bounds(span: Span) -> tuple[Period | None, Period | None]:
    """The first and the last unit of a span; of an early, middle or late month the days, of such a year the months."""
    first, last = span.first, span.last
    if span.mod is None or first is None or first != last:
        return first, last
    if not Granularity.MONTH <= first.granularity <= Granularity.YEAR:
        return first, last
    unit = Granularity.DAY if first.granularity == Granularity.MONTH else Granularity.MONTH
    assert span.start is not None and span.end is not None
    return Period.at(unit, span.start), Period.at(unit, span.end - 1)


def _unit(period: Period, *, end: bool = False) -> str:
    """The ISO 8601 value of the period's first (or last) day, month, year, or clock unit."""
    granularity = period.granularity
    if granularity in _YEARS:
        granularity = Granularity.YEAR
    elif granularity in _MONTHS:
        granularity = Granularity.MONTH
    elif granularity == Granularity.PART_OF_DAY:
        granularity = Granularity.HOUR
    elif granularity not in _ONE_VALUE or granularity == Granularity.WEEK:
        granularity = Granularity.DAY
    unit = period.last(granularity) if end else period.to(granularity)
    second = unit.start
    if granularity in _CLOCK:
        return _people_count(iso.second_text(second)[: {"hour": 13, "minute": 16, "second": 19}[granularity.label]])
    day = iso.day_text(second // 86400)
    cut = {Granularity.YEAR: 6, Granularity.MONTH: 3}.get(granularity, 0)
    return _people_count(day[: len(day) - cut])


def _people_count(text: str) -> str:
    """An ISO 8601 value with astronomical years before 1 counted as years before Christ."""
    if text.startswith("-"):
        return f"-{int(text[1:5]) + 1:04d}{text[5:]}"
    return "-0001" + text[4:] if text.startswith("0000") else text


def _placeholders(value: str) -> str:
    """``196`` as ``196X``, ``19`` as ``19XX``, ``BC04`` as ``-04XX``."""
    digits = value.removeprefix("BC")
    if not digits.isdigit() or len(digits) > 3:
        return value
    return ("-" if digits != value else "") + digits + "X" * (4 - len(digits))

"""Tagged documents as data: JSON lines, TimeML, and the prediction form of the test suites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from .calendar import timex
from .documents import Document
from .exports.predictions import to_suite_prediction, to_timex
from .reference import ReferenceTime
from .tagger.expression import TimeExpression

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def record(document: Document, when: ReferenceTime, expressions: Sequence[TimeExpression]) -> dict[str, Any]:
    """One document's annotation: ``id``, ``dct``, ``dct_source``, ``mode``, ``mode_why``, ``timexes``; offsets are code
    points, half-open."""
    return {
        "id": document.key,
        "dct": timex.write(when.period) if when.period else None,
        "dct_source": when.source,
        "mode": when.mode,
        "mode_why": when.mode_why,
        "timexes": [_timex(expression) for expression in expressions],
    }


def _timex(expression: TimeExpression) -> dict[str, Any]:
    found = to_timex(expression)
    if expression.anchor is not None:
        found["anchor"] = {"text": expression.anchor.text, "value": expression.anchor.value}
        if expression.anchor.start is not None:
            found["anchor"] |= {"start": expression.anchor.start, "end": expression.anchor.end}
    return found


def suite_record(document: Document, when: ReferenceTime, expressions: Sequence[TimeExpression]) -> dict[str, Any]:
    """One case's prediction in the form that ``chrono evaluate SUITE.jsonl`` scores."""
    return {"id": document.key, "found": [to_suite_prediction(expression, when.period) for expression in expressions]}


def timeml(document: Document, when: ReferenceTime, expressions: Sequence[TimeExpression]) -> str:
    """The document as TimeML 1.2: its text with TIMEX3 tags, its creation time as ``t0``.

    Characters that XML cannot hold become U+FFFD, so that offsets still agree.
    """
    ids = {expression.start: f"t{number}" for number, expression in enumerate(expressions, 1)}
    parts: list[str] = []
    position = 0
    for expression in expressions:
        parts.append(_text(document.text[position : expression.start]))
        parts.append(f"<TIMEX3{_attributes(expression, ids)}>{_text(expression.text)}</TIMEX3>")
        position = expression.end
    parts.append(_text(document.text[position:]))
    created = timex.write(when.period) if when.period else ""
    kind = "TIME" if "T" in created else "DATE"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
        f"<DOCID>{_text(document.key)}</DOCID>\n"
        f'<DCT><TIMEX3 tid="t0" type="{kind}" value="{created}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{created}</TIMEX3></DCT>\n'
        + (f"<TITLE>{_text(document.title)}</TITLE>\n" if document.title else "")
        + f"<TEXT>{''.join(parts)}</TEXT>\n</TimeML>\n"
    )


def _attributes(expression: TimeExpression, ids: dict[int, str]) -> str:
    values = {"tid": ids[expression.start], "type": expression.type, "value": expression.value}
    optional = {
        "mod": expression.mod,
        "quant": expression.quant,
        "freq": expression.freq,
        "beginPoint": expression.begin_point,
        "endPoint": expression.end_point,
    }
    values |= {name: value for name, value in optional.items() if value is not None}
    if expression.relative:
        values["temporalFunction"] = "true"
    anchor = expression.anchor
    if anchor is not None:
        values["anchorTimeID"] = "t0" if anchor.start is None else ids.get(anchor.start, "t0")
    return "".join(f' {name}="{_text(value)}"' for name, value in values.items())


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("�", text), quote=True).replace("\r", "&#13;")

"""iCalendar (RFC 5545): the dated events for a calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from ..calendar import Granularity, Span
from ..calendar.gregorian import year_month_day
from ..calendar.period import DAY_SECONDS
from ..chronology import Chronology
from ..chronology.columns import Row
from ..chronology.dates import span_of

_STAMP = "19700101T000000Z"
_UNSURE = ("planned", "possible", "claimed")
_LONGEST_LINE = 75


def write(chronology: Chronology, stream: TextIO) -> None:
    """Write an event for each dated row of the years 1 to 9999 that is neither hidden nor denied.

    A coarse date spans its days; of a date open on one side the known day is marked, and the title says "since 2017".
    Times are local to the place the text speaks of ("floating").
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//chrono//chronology//EN"]
    if chronology.title:
        lines.append(f"X-WR-CALNAME:{_text(chronology.title)}")
    for row in chronology.rows:
        span = span_of(row)
        if span is not None and not row["hidden"] and row["status"] != "denied":
            lines += _event(row, span)
    stream.writelines(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(row: Row, span: Span) -> Iterator[str]:
    first, last = span.start, span.end
    start = first if first is not None else _day_before(last or 0)
    end = last if last is not None else (start // DAY_SECONDS + 1) * DAY_SECONDS
    if not 1 <= year_month_day(start // DAY_SECONDS)[0] <= year_month_day(end // DAY_SECONDS)[0] <= 9999:
        return
    exact = span.granularity <= Granularity.DAY and first is not None and last is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(row['id'])}@chrono"
    yield f"DTSTAMP:{_stamp(row['published'])}"
    days = span.granularity >= Granularity.DAY and start % DAY_SECONDS == end % DAY_SECONDS == 0
    yield from (f"DTSTART{_moment(start, days)}", f"DTEND{_moment(end, days)}")
    yield f"SUMMARY:{_text(row['event'] if exact else row['event'] + ' (' + row['date'] + ')')}"
    yield f"DESCRIPTION:{_text(_description(row))}"
    if row["where"]:
        yield f"LOCATION:{_text(', '.join(row['where']))}"
    yield f"STATUS:{'TENTATIVE' if row['status'] in _UNSURE else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day_before(second: int) -> int:
    """The beginning of the day that ends with, or holds, the time just before ``second``."""
    return (second - 1) // DAY_SECONDS * DAY_SECONDS


def _description(row: Row) -> str:
    facts = (row["sentence"], f"Status: {row['status']}", f"Date: {row['date']}, {row['why']}" if row["why"] else "",
             row["title"])
    return "\n".join(fact for fact in facts if fact)


def _moment(second: int, days: bool) -> str:
    """The value of a bound, a date where both bounds are whole ``days``."""
    year, month, day = year_month_day(second // DAY_SECONDS)
    date = f"{year:04d}{month:02d}{day:02d}"
    if days:
        return f";VALUE=DATE:{date}"
    time = second % DAY_SECONDS
    return f":{date}T{time // 3600:02d}{time % 3600 // 60:02d}{time % 60:02d}"


def _stamp(published: str) -> str:
    """When the event was told: the document's date, so that the same rows give the same file."""
    digits = published[:10].replace("-", "")
    return f"{digits}T000000Z" if len(digits) == 8 and not published.startswith("-") else _STAMP


def _text(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(character for character in text if character >= " " or character == "\t")


def _folded(line: str) -> str:
    """``line`` broken so that no piece has more than 75 octets, as the format demands."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8", "surrogatepass"))
        if size + octets > _LONGEST_LINE - bool(pieces):
            pieces.append(piece)
            piece, size = "", 0
        piece += character
        size += octets
    return "\r\n ".join([*pieces, piece])

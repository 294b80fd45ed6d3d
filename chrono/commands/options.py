"""What the commands may be told: every argument and option with its help, told once and used by the commands' names."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option


class Mode(StrEnum):
    """Where the relative dates of a text hang: on its own date, or on the last date told."""

    auto = "auto"
    news = "news"
    narrative = "narrative"


class TagForm(StrEnum):
    """What ``chrono tag`` writes."""

    pretty = "pretty"
    json = "json"
    jsonl = "jsonl"
    timeml = "timeml"
    suite = "suite"


class Lane(StrEnum):
    """What the page's lanes are when it opens."""

    none = "none"
    document = "document"
    participant = "participant"
    place = "place"
    status = "status"


class Asset(StrEnum):
    """Where a page keeps plotly.js."""

    inline = "inline"
    directory = "directory"


class Score(StrEnum):
    """What an evaluation scores."""

    timexes = "timexes"
    triggers = "triggers"
    dating = "dating"
    timelines = "timelines"
    suite = "suite"


# Of several commands

Articles = Annotated[
    list[str],
    Argument(metavar="ARTICLE", help="Files (.txt, .md, .jsonl, .tml, .html), folders of these; - is standard input."),
]
Date = Annotated[
    str | None,
    Option("--date", "-d", metavar="DATE", help="When the article was written; of several, those without date."),
]
Today = Annotated[
    str | None, Option("--today", metavar="DATE", help="No year after this day's is guessed.  [default: today]")
]
Modes = Annotated[
    Mode, Option("--mode", help="Relative dates hang on the article's date (news) or the last one told (narrative).")
]
DayFirst = Annotated[
    bool | None,
    Option("--day-first/--month-first", help="Read 3/4/2020 as 3 April or 4 March.  [default: as the text]"),
]
Language = Annotated[
    str | None, Option("--language", metavar="CODE", help="Language of the articles, such as de.  [default: detected]")
]
Encoding = Annotated[
    str | None,
    Option("--encoding", metavar="NAME", help="Encoding of the articles.  [default: UTF-8, UTF-16 or cp1252]"),
]
Model = Annotated[
    str | None, Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of our own.")
]
Quiet = Annotated[bool, Option("--quiet", "-q", help="Print nothing but errors.")]
NoText = Annotated[bool, Option("--no-text", help="Leave the articles' text out of the page.")]
Lanes = Annotated[Lane, Option("--lanes", help="How the page sorts events into lanes when it opens.")]
Assets = Annotated[
    Asset, Option("--assets", help="Keep plotly.js in each page (inline) or once beside them (directory).")
]

# Of ``chrono extract``

Folder = Annotated[
    str, Option("--out", "-o", metavar="DIR", help="Folder to write to, or a file (x.csv); - is standard output.")
]
Formats = Annotated[
    str | None,
    Option(
        "--format",
        "-f",
        metavar="LIST",
        help="Any of csv, html, json, jsonl, md, ics, with commas.  [default: csv,html]",
    ),
]
Name = Annotated[
    str | None, Option("--name", metavar="N", help="Name of the files.  [default: the folder's or the first article's]")
]
Separate = Annotated[bool, Option("--separate", help="One chronology for each article.")]
MinConfidence = Annotated[
    float, Option("--min-confidence", metavar="X", min=0, max=1, help="Leave out rows less sure than this.")
]
From = Annotated[
    str | None, Option("--from", metavar="DATE", help="Leave out what ended before, and what is undated.")
]
To = Annotated[str | None, Option("--to", metavar="DATE", help="Leave out what began after, and what is undated.")]
About = Annotated[
    list[str] | None, Option("--about", metavar="NAME", help="Only the rows in which NAME takes part; may be repeated.")
]
ExplicitOnly = Annotated[bool, Option("--explicit-only", help="Only events with a time expression of their own.")]
AllEvents = Annotated[
    bool, Option("--all-events", help="Also what is not worth a row: states, and what nothing dates.")
]
CarriedEvents = Annotated[
    bool, Option("--given-events", help="Date the events that a collection's lines carry, and no others.")
]
Keep = Annotated[
    Path | None, Option("--keep", metavar="CSV", help="Table whose corrections and notes are kept.")
]

# Of ``chrono tag``

TagForms = Annotated[TagForm, Option("--format", "-f", help="What to write.")]
File = Annotated[
    Path | None, Option("--out", "-o", metavar="FILE", help="File to write.  [default: standard output]")
]
Explain = Annotated[
    bool, Option("--explain", help="Say for each expression how it was read, and what else it might be.")
]

# Of ``chrono draw`` and ``chrono explain``

Table = Annotated[Path, Argument(metavar="EVENTS.csv", help="A table of events, also one edited by hand.")]
Page = Annotated[str | None, Option("--out", "-o", metavar="FILE", help="File to write; - prints the page.")]
Beside = Annotated[
    list[str] | None,
    Option("--documents", metavar="ARTICLE", help="Articles to show beside the events; may be repeated."),
]
Png = Annotated[bool, Option("--png", help="Draw a static picture in place of the page.")]
Svg = Annotated[bool, Option("--svg", help="The same as SVG.")]
Pdf = Annotated[bool, Option("--pdf", help="The same as PDF.")]
Row = Annotated[str, Argument(metavar="ROW", help="Rank (1, 2, …) or id of a row.")]
LatestTable = Annotated[
    Path | None, Argument(metavar="EVENTS.csv", help="Table to look in.  [default: the newest in outputs/]")
]

# Of ``chrono evaluate`` and ``chrono rules``

Gold = Annotated[Path, Argument(metavar="GOLD", help="JSONL file, TimeML file, or folder of these.")]
Predictions = Annotated[
    Path | None, Option("--predictions", "-p", metavar="PRED", help="Another tool's answers, not ours.")
]
GoldDocuments = Annotated[
    Path | None, Option("--documents", metavar="DOCS", help="The documents of a gold standard of timelines.")
]
Kind = Annotated[Score | None, Option("--kind", help="What to score.  [default: as the gold's fields show]")]
GoldEvents = Annotated[bool, Option("--given-events", help="Hand the gold events to the system.")]
Errors = Annotated[bool, Option("--errors", help="List mismatches by kind, some of each.")]
AllErrors = Annotated[bool, Option("--all-errors", help="List every mismatch.")]
Json = Annotated[bool, Option("--json", help="Print the figures as JSON.")]
Rule = Annotated[str | None, Argument(metavar="ID", help="A rule, or the beginning of several rules' names.")]

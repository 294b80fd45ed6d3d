"""The command line: parses arguments, calls the public interface, prints. It has no logic of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .errors import ChronoError

if TYPE_CHECKING:
    from .terminal import Problems

app = typer.Typer(
    name="chrono",
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


class Mode(StrEnum):
    """Where the relative dates of a text hang: on its own date, or on the last date told."""

    auto = "auto"
    news = "news"
    narrative = "narrative"


class TagFormat(StrEnum):
    """What ``chrono tag`` writes."""

    pretty = "pretty"
    json = "json"
    jsonl = "jsonl"
    timeml = "timeml"
    suite = "suite"


class Lanes(StrEnum):
    """What the page's lanes are when it opens."""

    none = "none"
    document = "document"
    participant = "participant"
    place = "place"
    status = "status"


class Assets(StrEnum):
    """Where a page keeps plotly.js."""

    inline = "inline"
    directory = "directory"


Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE", help="Files (.txt, .jsonl, .tml, .html); - is standard input."),
]
Date = Annotated[
    str | None,
    typer.Option("--date", "-d", metavar="DATE", help="When the article was written; of several, those without date."),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="No year after this day's is guessed.  [default: today]"),
]
ModeOption = Annotated[
    Mode,
    typer.Option("--mode", help="Relative dates hang on the article's date (news) or the last one told (narrative)."),
]
DayFirst = Annotated[
    bool | None,
    typer.Option("--day-first/--month-first", help="Read 3/4/2020 as 3 April or 4 March.  [default: as the text]"),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Language of the articles, such as de.  [default: detected]"),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of the articles.  [default: UTF-8, UTF-16 or cp1252]"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the articles' text out of the page.")]
LanesOption = Annotated[Lanes, typer.Option("--lanes", help="How the page sorts events into lanes when it opens.")]
AssetsOption = Annotated[
    Assets,
    typer.Option("--assets", help="Keep plotly.js in each page (inline) or once beside them (directory)."),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        from . import __version__

        typer.echo(f"chrono {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Text in, an ordered, dated, explained chronology out. Nothing leaves this machine.

    \b
    chrono extract article.txt        the article's chronology as a table and as a page
    chrono tag article.txt            the article with its time expressions marked
    """


@app.command()
def extract(
    articles: Articles,
    date: Date = None,
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="DIR", help="Folder to write to; - is standard output.")
    ] = "outputs",
    formats: Annotated[
        str, typer.Option("--format", "-f", metavar="LIST", help="Any of csv, html, json, jsonl, md, ics, with commas.")
    ] = "csv,html",
    name: Annotated[
        str | None, typer.Option("--name", metavar="N", help="Name of the files.  [default: the first article's]")
    ] = None,
    separate: Annotated[bool, typer.Option("--separate", help="One chronology for each article.")] = False,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", metavar="X", min=0, max=1, help="Leave out rows less sure than this.")
    ] = 0.0,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Leave out what ended before, and what is undated.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Leave out what began after, and what is undated.")
    ] = None,
    about: Annotated[
        list[str] | None, typer.Option("--about", metavar="NAME", help="Only what NAME took part in; may be repeated.")
    ] = None,
    explicit_only: Annotated[
        bool, typer.Option("--explicit-only", help="Only events with a time expression of their own.")
    ] = False,
    given_events: Annotated[
        bool, typer.Option("--given-events", help="Date the events that a collection's lines carry, and no others.")
    ] = False,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="CSV", help="Table whose corrections and notes are kept.")
    ] = None,
    mode: ModeOption = Mode.auto,
    day_first: DayFirst = None,
    language: Language = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of our own.")
    ] = None,
    lanes: LanesOption = Lanes.none,
    no_text: NoText = False,
    assets: AssetsOption = Assets.inline,
    encoding: Encoding = None,
    today: Today = None,
    quiet: Quiet = False,
) -> None:
    """Make a chronology of one or more articles.

    Writes a table (outputs/NAME.csv) and an interactive timeline (outputs/NAME.html) and prints the table.
    Running again keeps the notes, tags and corrections made in the table.

    \b
    chrono extract article.txt
    chrono extract day1.txt day2.txt --name talks --from 2017
    chrono extract letter.txt --date "3 May 1916" --format csv -o -
    """
    from .commands import extract as command
    from .commands.inputs import gather

    with _problems(quiet) as problems:
        request = command.Request(
            out=out,
            formats=tuple(part.strip() for part in formats.split(",") if part.strip()),
            name=name,
            separate=separate,
            keep=keep,
            text=not no_text,
            page={"lanes": lanes.value, "assets": assets.value, "made": _today(today)},
            options={
                "date": date,
                "not_after": _today(today),
                "mode": mode.value,
                "day_first": day_first,
                "language": language,
                "model": model,
                "explicit_only": explicit_only,
                "about": tuple(about or ()),
                "min_confidence": min_confidence,
                "start": start,
                "end": end,
                "given_events": given_events,
            },
        )
        command.run(request, gather(articles, encoding, problems), problems)


@app.command()
def tag(
    articles: Articles,
    date: Date = None,
    form: Annotated[TagFormat, typer.Option("--format", "-f", help="What to write.")] = TagFormat.pretty,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="File to write.  [default: standard output]")
    ] = None,
    explain_all: Annotated[
        bool, typer.Option("--explain", help="Say for each expression how it was read, and what else it might be.")
    ] = False,
    mode: ModeOption = Mode.auto,
    day_first: DayFirst = None,
    language: Language = None,
    encoding: Encoding = None,
    today: Today = None,
    quiet: Quiet = False,
) -> None:
    """Show the time expressions of articles and the dates they mean.

    \b
    chrono tag article.txt
    chrono tag article.txt --explain
    echo "We met three days ago." | chrono tag - --date 2020-05-14
    chrono tag collection.jsonl --format jsonl -o timexes.jsonl
    """
    from .commands import tag as command
    from .commands.inputs import gather

    with _problems(quiet) as problems:
        options = {
            "date": date,
            "not_after": _today(today),
            "mode": mode.value,
            "day_first": day_first,
            "language": language,
        }
        command.run(gather(articles, encoding, problems), form.value, out, explain_all, options, problems)


@app.command()
def draw(
    table: Annotated[Path, typer.Argument(metavar="EVENTS.csv", help="A table of events, also one edited by hand.")],
    out: Annotated[
        str | None, typer.Option("--out", "-o", metavar="FILE", help="File to write; - prints the page.")
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option("--documents", metavar="ARTICLE", help="Articles to show beside the events; may be repeated."),
    ] = None,
    png: Annotated[bool, typer.Option("--png", help="Draw a static picture in place of the page.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="The same as SVG.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="The same as PDF.")] = False,
    day_first: DayFirst = None,
    lanes: LanesOption = Lanes.none,
    no_text: NoText = False,
    assets: AssetsOption = Assets.inline,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """Draw the timeline page of a table.

    The table needs a column event and one of date, edtf, start. Spreadsheets may have saved it.

    \b
    chrono draw outputs/article.csv
    chrono draw diary.csv -o diary.html --day-first
    chrono draw diary.csv --png
    """
    from .commands import tables
    from .commands.inputs import gather

    with _problems(quiet) as problems:
        documents = gather(articles or [], encoding, problems)
        options = {"text": not no_text, "lanes": lanes.value, "assets": assets.value, "made": _today(None)}
        pictures = [form for form, wanted in (("png", png), ("svg", svg), ("pdf", pdf)) if wanted]
        tables.run_draw(table, out, documents, day_first, pictures, options, problems)


@app.command()
def explain(
    row: Annotated[str, typer.Argument(metavar="ROW", help="Rank (1, 2, …) or id of a row.")],
    table: Annotated[
        Path | None,
        typer.Argument(metavar="EVENTS.csv", help="Table to look in.  [default: the newest in outputs/]"),
    ] = None,
    day_first: DayFirst = None,
) -> None:
    """Tell everything about one row: its words, its anchor, its rule, the other readings.

    \b
    chrono explain 3
    chrono explain 3 outputs/article.csv
    """
    from .commands import tables

    with _problems(quiet=False) as problems:
        tables.run_explain(row, table, day_first, problems)


class Kind(StrEnum):
    """What an evaluation scores."""

    timexes = "timexes"
    triggers = "triggers"
    dating = "dating"
    timelines = "timelines"
    suite = "suite"


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSONL file, TimeML file, or folder of these.")],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", "-p", metavar="PRED", help="Another tool's answers, not ours.")
    ] = None,
    documents: Annotated[
        Path | None, typer.Option("--documents", metavar="DOCS", help="The documents of a gold standard of timelines.")
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option("--kind", help="What to score.  [default: as the gold's fields show]")
    ] = None,
    given_events: Annotated[bool, typer.Option("--given-events", help="Hand the gold events to the system.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List mismatches by kind, some of each.")] = False,
    all_errors: Annotated[bool, typer.Option("--all-errors", help="List every mismatch.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    mode: ModeOption = Mode.auto,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of our own.")
    ] = None,
) -> None:
    """Score time expressions, event dates or timelines against annotated text.

    \b
    chrono evaluate corpus.jsonl --errors
    chrono evaluate timeml-folder/ --predictions other-tool.jsonl
    """
    import json

    from .evaluation import evaluate as score

    with _problems(quiet=False):
        result = score(
            gold,
            predictions,
            documents=documents,
            kind=kind.value if kind else None,
            given_events=given_events,
            errors="all" if all_errors else errors,
            mode=mode.value,
            model=model,
        )
        typer.echo(json.dumps(result.as_dict(), ensure_ascii=False, indent=1) if as_json else str(result))


@app.command()
def rules(
    rule: Annotated[
        str | None, typer.Argument(metavar="ID", help="A rule, or the beginning of several rules' names.")
    ] = None,
) -> None:
    """Print the rules by which time expressions are read, each with its examples.

    \b
    chrono rules
    chrono rules en.shift-later
    """
    from .commands import rules as command

    with _problems(quiet=False):
        command.run(rule)


def _today(text: str | None) -> str:
    """The day given by ``--today``, else the present one: the only place that looks at the clock."""
    from datetime import date

    return text or date.today().isoformat()


@contextmanager
def _problems(quiet: bool) -> Iterator[Problems]:
    """Runs a command: errors become one line each, and the exit code says how it went."""
    from .terminal import Problems

    problems = Problems(quiet)
    try:
        yield problems
        sys.stdout.flush()
    except ChronoError as error:
        problems.report(error)
    except BrokenPipeError:
        _close_output()
    if problems.exit_code:
        raise typer.Exit(problems.exit_code)


def main() -> None:
    """Entry point of the ``chrono`` command."""
    _open_streams()
    code: str | int | None = 0
    try:
        app()
    except SystemExit as ended:
        code = ended.code
    except OSError as error:
        code = _output_failed(error)
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _output_failed(error)
    sys.exit(code)


def _open_streams() -> None:
    """Write UTF-8; a stream that the caller closed is one that nobody reads."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        with suppress(AttributeError, ValueError):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")


def _output_failed(error: OSError) -> int:
    """Say in one line what could not be written; a reader that went away has heard enough. The exit code."""
    _close_output()
    if isinstance(error, BrokenPipeError):
        return 0
    with suppress(OSError):
        place = error.filename or "standard output"
        print(f"chrono: {place}: cannot be written ({error.strerror or error})", file=sys.stderr, flush=True)
    return 2


def _close_output() -> None:
    """Let what is still to be written to standard output go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

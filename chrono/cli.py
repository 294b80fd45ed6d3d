"""The command line: parses arguments, calls the public interface, prints. It has no logic of its own."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from .commands import options
from .commands.running import problems, run

app = typer.Typer(
    name="chrono",
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


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
    articles: options.Articles,
    date: options.Date = None,
    out: options.Folder = "outputs",
    formats: options.Formats = None,
    name: options.Name = None,
    separate: options.Separate = False,
    min_confidence: options.MinConfidence = 0.0,
    start: options.From = None,
    end: options.To = None,
    about: options.About = None,
    explicit_only: options.ExplicitOnly = False,
    all_events: options.AllEvents = False,
    given_events: options.CarriedEvents = False,
    keep: options.Keep = None,
    mode: options.Modes = options.Mode.auto,
    day_first: options.DayFirst = None,
    language: options.Language = None,
    model: options.Model = None,
    lanes: options.Lanes = options.Lane.none,
    no_text: options.NoText = False,
    assets: options.Assets = options.Asset.inline,
    encoding: options.Encoding = None,
    today: options.Today = None,
    quiet: options.Quiet = False,
) -> None:
    """Make a chronology of one or more articles.

    Writes a table (outputs/NAME.csv) and an interactive timeline (outputs/NAME.html) and prints the table.
    Running again keeps the notes, tags and corrections made in the table.

    \b
    chrono extract article.txt
    chrono extract day1.txt day2.txt --name talks --from 2017
    chrono extract letter.txt --date "3 May 1916" --format csv -o -
    chrono extract letters/ --separate
    """
    from .commands import extract as command
    from .commands.inputs import gather

    with problems(quiet) as found:
        folder, forms, stem = command.aim(out, formats, name, separate=separate)
        request = command.Request(
            out=folder,
            formats=forms,
            name=stem or command.named_after(articles, separate=separate),
            separate=separate,
            keep=keep,
            page=_page(lanes, no_text, assets, today),
            options={
                **_reading(date, today, mode, day_first, language),
                "model": model,
                "explicit_only": explicit_only,
                "all_events": all_events,
                "about": tuple(about or ()),
                "min_confidence": min_confidence,
                "start": start,
                "end": end,
                "given_events": given_events,
            },
        )
        command.run(request, gather(articles, encoding, found), found)


@app.command()
def tag(
    articles: options.Articles,
    date: options.Date = None,
    form: options.TagForms = options.TagForm.pretty,
    out: options.File = None,
    explain_all: options.Explain = False,
    mode: options.Modes = options.Mode.auto,
    day_first: options.DayFirst = None,
    language: options.Language = None,
    encoding: options.Encoding = None,
    today: options.Today = None,
    quiet: options.Quiet = False,
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

    with problems(quiet) as found:
        reading = _reading(date, today, mode, day_first, language)
        command.run(gather(articles, encoding, found), form.value, out, explain_all, reading, found)


@app.command()
def draw(
    table: options.Table,
    out: options.Page = None,
    articles: options.Beside = None,
    png: options.Png = False,
    svg: options.Svg = False,
    pdf: options.Pdf = False,
    day_first: options.DayFirst = None,
    lanes: options.Lanes = options.Lane.none,
    no_text: options.NoText = False,
    assets: options.Assets = options.Asset.inline,
    encoding: options.Encoding = None,
    quiet: options.Quiet = False,
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

    with problems(quiet) as found:
        documents = gather(articles or [], encoding, found)
        pictures = [form for form, wanted in (("png", png), ("svg", svg), ("pdf", pdf)) if wanted]
        tables.run_draw(table, out, documents, day_first, pictures, _page(lanes, no_text, assets), found)


@app.command()
def explain(row: options.Row, table: options.LatestTable = None, day_first: options.DayFirst = None) -> None:
    """Tell everything about one row: its words, its anchor, its rule, the other readings.

    \b
    chrono explain 3
    chrono explain 3 outputs/article.csv
    """
    from .commands import tables

    with problems() as found:
        tables.run_explain(row, table, day_first, found)


@app.command()
def evaluate(
    gold: options.Gold,
    predictions: options.Predictions = None,
    documents: options.GoldDocuments = None,
    kind: options.Kind = None,
    given_events: options.GoldEvents = False,
    errors: options.Errors = False,
    all_errors: options.AllErrors = False,
    as_json: options.Json = False,
    mode: options.Modes = options.Mode.auto,
    model: options.Model = None,
) -> None:
    """Score time expressions, event dates or timelines against annotated text.

    \b
    chrono evaluate corpus.jsonl --errors
    chrono evaluate timeml-folder/ --predictions other-tool.jsonl
    """
    import json

    from .evaluation import evaluate as score

    with problems():
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
def rules(rule: options.Rule = None) -> None:
    """Print the rules by which time expressions are read and events without one are dated, each with its examples.

    \b
    chrono rules
    chrono rules en.relative.later
    """
    from .commands import rules as command

    with problems():
        command.run(rule)


def _reading(
    date: str | None, today: str | None, mode: options.Mode, day_first: bool | None, language: str | None
) -> dict[str, Any]:
    """The arguments that every verb of the library that reads articles has."""
    return {
        "date": date,
        "not_after": today or _present_day(),
        "mode": mode.value,
        "day_first": day_first,
        "language": language,
    }


def _page(lanes: options.Lane, no_text: bool, assets: options.Asset, today: str | None = None) -> dict[str, Any]:
    """The options of a page."""
    return {"text": not no_text, "lanes": lanes.value, "assets": assets.value, "made": today or _present_day()}


def _present_day() -> str:
    """Today as ISO 8601: the only place that looks at the clock."""
    from datetime import date

    return date.today().isoformat()


def main() -> None:
    """Entry point of the ``chrono`` command."""
    sys.exit(run(app))

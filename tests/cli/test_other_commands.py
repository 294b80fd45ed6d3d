"""``draw``, ``explain``, ``evaluate``, ``rules`` and what every command has."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from chrono.cli import app

Command = Callable[..., Any]
COMMANDS = ["extract", "tag", "draw", "explain", "evaluate", "rules"]


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    return result.exit_code, result.stdout


def test_version() -> None:
    assert run("--version") == (0, f"chrono {version('chrono')}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_a_worked_example(command: str) -> None:
    code, out = run(command, "--help")
    assert code == 0
    assert f"  chrono {command}" in out.split("Options:")[0].split("\n", 1)[1] or f"| chrono {command}" in out


def test_help_lists_the_commands() -> None:
    code, out = run("--help")
    assert code == 0
    assert all(f"\n  {command} " in out for command in COMMANDS)


def test_no_arguments_shows_the_help() -> None:
    result = CliRunner().invoke(app, [])
    assert "Usage: chrono" in result.output


@pytest.mark.parametrize("words", ["extract", "extract --nonsense", "nonsense", "extract a.txt --mode poetry"])
def test_wrong_use_is_code_2(words: str) -> None:
    assert CliRunner().invoke(app, words.split()).exit_code == 2


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, chrono, chrono.cli, typer.testing; typer.testing.CliRunner().invoke(chrono.cli.app, ['--help']);"
        "print([name for name in ('pandas', 'numpy', 'spacy', 'plotly', 'dateparser', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_shell_completion() -> None:
    environment = {**os.environ, "_CHRONO_COMPLETE": "complete_bash", "COMP_WORDS": "chrono ex", "COMP_CWORD": "1"}
    code = "import sys; sys.argv[0] = 'chrono'; from chrono.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["extract", "explain"]


def test_draw_makes_a_page_of_an_own_table(folder: Path, chrono: Command) -> None:
    (folder / "diary.csv").write_bytes("\ufeffevent;date\r\nMoved to Köln;3.5.2011\r\nLeft;June 2014\r\n".encode())
    done = chrono("draw", "diary.csv")
    assert (done.code, done.err.strip()) == (0, "wrote diary.html")
    page = (folder / "diary.html").read_text(encoding="utf-8")
    assert "Moved to Köln" in page
    assert "<title>diary</title>" in page
    assert chrono("draw", "diary.csv", "-o", "there/page.html", "--quiet").err == ""
    assert (folder / "there" / "page.html").is_file()


@pytest.mark.browser
def test_draw_prints_a_picture(folder: Path, chrono: Command) -> None:
    (folder / "diary.csv").write_text("event,date\nMoved to Köln,2011-05-03\n", encoding="utf-8")
    assert "Moved to Köln" in chrono("draw", "diary.csv", "--svg", "-o", "-").out
    done = chrono("draw", "diary.csv", "--svg", "--png", "-o", "-")
    assert (done.code, done.err.strip()) == (2, "chrono: --out -: standard output takes a single picture")
    assert [path.name for path in folder.glob("*.svg")] == []


def test_draw_redraws_what_extract_made(folder: Path, chrono: Command) -> None:
    chrono("extract", "ferry.txt")
    done = chrono("draw", "outputs/ferry.csv", "-o", "-", "--documents", "ferry.txt")
    assert done.code == 0
    assert "a spokeswoman said" in done.out


def test_explain_tells_everything_about_a_row(folder: Path, chrono: Command) -> None:
    chrono("extract", "ferry.txt")
    row = next(json.loads(line) for line in chrono("extract", "ferry.txt", "-f", "jsonl", "-o", "-").out.splitlines()
               if json.loads(line)["expression"] == "Two years later")
    for words in ([str(row["order"])], [row["id"], "outputs/ferry.csv"]):
        done = chrono("explain", *words)
        assert done.code == 0
        for fact in (row["event"], "Two years later", row["rule"], row["edtf"], row["status"]):
            assert fact in " ".join(done.out.split())


@pytest.mark.parametrize("row", ["0", "99", "nonsense"])
def test_explain_names_a_row_that_is_not_there(folder: Path, chrono: Command, row: str) -> None:
    chrono("extract", "ferry.txt", "-f", "csv")
    done = chrono("explain", row)
    assert done.code == 2
    assert f"no row '{row}'" in done.err


def test_explain_without_any_table(chrono: Command) -> None:
    done = chrono("explain", "1")
    assert done.code == 2
    assert "outputs: no table there" in done.err


def test_rules_prints_all_or_one() -> None:
    code, everything = run("rules")
    assert code == 0
    names = [line for line in everything.splitlines() if line.startswith("en.") and " " not in line]
    assert len(names) > 20
    code, one = run("rules", names[0])
    assert code == 0
    assert one.splitlines()[0] == names[0]
    assert run("rules", "en.nonsense")[0] == 2


def test_evaluate_scores_a_small_gold_standard(folder: Path, chrono: Command) -> None:
    gold = {"id": "a", "dct": "2012-05-02", "text": "It rained yesterday.",
            "timexes": [{"start": 10, "end": 19, "text": "yesterday", "type": "DATE", "value": "2012-05-01"}]}
    (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    done = chrono("evaluate", "gold.jsonl")
    assert done.code == 0
    assert "100.00" in done.out
    figures = json.loads(chrono("evaluate", "gold.jsonl", "--json").out)
    assert "timexes" in figures
    assert chrono("evaluate", "missing.jsonl").code == 2

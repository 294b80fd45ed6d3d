"""The README is true: it names every command and option, and its examples run."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from chrono.cli import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
EXAMPLES = [line for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]


def section(command: str) -> str:
    start = README.index(f"### `chrono {command}")
    return re.split(r"\n##+ ", README[start + 4 :])[0]


def options(command: str) -> Iterator[str]:
    for parameter in COMMANDS[command].params:
        for name in [*parameter.opts, *parameter.secondary_opts]:
            if name.startswith("--") and name != "--help":
                yield name


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    text = section(command)
    assert [name for name in options(command) if not re.search(rf"`{name}\b", text)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_is_documented_that_is_not_there(command: str) -> None:
    named = set(re.findall(r"`(--[a-z-]+)", section(command)))
    assert named - set(options(command)) == set()


def test_every_format_is_documented() -> None:
    from chrono.exports import formats

    (line,) = [line for line in section("extract").splitlines() if "--format" in line and line.startswith("|")]
    assert re.findall(r"`([a-z]+)`", line)[: len(formats())] == formats()
    help_text = next(parameter.help for parameter in COMMANDS["extract"].params if "--format" in parameter.opts)
    assert ", ".join(formats()) in help_text


def test_every_column_is_documented() -> None:
    from chrono.chronology.columns import COLUMNS, STATUSES

    table = README.split("## The columns of the table")[1].split("\n## ")[0]
    named = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert named == list(COLUMNS)
    assert all(status in table for status in STATUSES)


HELP = [line.strip() for command in COMMANDS.values() for line in (command.help or "").splitlines()
        if line.strip().startswith(("chrono ", "echo "))]
TIMEML = ("<TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid='t0' type='DATE' value='2020-01-01'/></DCT>"
          "<TEXT>Rain.</TEXT></TimeML>")


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the files which the examples name."""
    sample = (ROOT / "tests" / "articles" / "sample.txt").read_text(encoding="utf-8")
    for name in ("tests/articles/sample.txt", "article.txt", "day1.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sample, encoding="utf-8")
    (tmp_path / "day2.txt").write_text("The talks ended on 3 May 2019.\n", encoding="utf-8")
    (tmp_path / "letter.txt").write_text("Dear Anna, we arrived yesterday.\n", encoding="utf-8")
    (tmp_path / "collection.jsonl").write_text('{"id": "a", "text": "It rained in May 2019."}\n', encoding="utf-8")
    (tmp_path / "corpus.jsonl").write_text(
        '{"id": "a", "text": "It rained in 2019.", "dct": "2020-01-01", "timexes": '
        '[{"start": 13, "end": 17, "text": "2019", "type": "DATE", "value": "2019"}]}\n', encoding="utf-8")
    for name, content in (("letters/a.txt", "It rained in 2017. It snowed in 2018. It hailed in 2019."),
                          ("timeml-folder/a.tml", TIMEML),
                          ("other-tool.jsonl", '{"id": "a", "timexes": []}'),
                          ("diary.csv", "date,event\n3/4/2019,It rained\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(line: str) -> bool:
    """Runs an example of chrono, which has to go well."""
    piped = re.fullmatch(r'echo "([^"]*)" \| (.*)', line)
    words = shlex.split(re.sub(r"  +.*", "", piped[2] if piped else line))
    if words[0] != "chrono" or "--png" in words:
        assert words[0] in ("pip", "pytest", "chrono")
        return False
    result = CliRunner().invoke(app, words[1:], input=piped[1] if piped else None)
    assert (line, result.exit_code, result.stderr if result.exit_code else "") == (line, 0, "")
    return True


def test_the_examples_run(workshop: Path) -> None:
    assert sum(map(ran, EXAMPLES)) >= 8
    assert (workshop / "outputs" / "sample.csv").is_file()


def test_the_examples_of_the_help_run(workshop: Path) -> None:
    assert {line.split("chrono ")[1].split()[0] for line in HELP} == COMMANDS.keys()
    assert sum(map(ran, HELP)) >= 12


def test_the_python_example_runs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    out = capsys.readouterr().out
    assert "Friday 2019-11-29" in out
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")


def test_every_link_into_the_repository_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target

"""What is written where: links, devices, pipes, full disks, readers that go away."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from chrono.errors import InputError
from chrono.files import write_atomically


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "page.html").symlink_to(tmp_path / "real" / "page.html")
    for text in ("one", "two"):
        write_atomically(tmp_path / "page.html", text)
        assert (tmp_path / "page.html").is_symlink()
        assert (tmp_path / "real" / "page.html").read_text(encoding="utf-8") == text
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["page.html"]


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, "told")
    reader.join(10)
    assert read == [b"told"] and pipe.is_fifo()


@pytest.mark.parametrize("place", ["", "file/page.html"])
def test_what_cannot_be_written_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        write_atomically(tmp_path / place, "text")


def run(folder: Path, *words: str, **streams: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, where streams can be what no test runner can make them."""
    code = "import sys; sys.argv[0] = 'chrono'; from chrono.cli import main; main()"
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, cwd=folder, text=True, timeout=120, check=False, **given)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [
    ("tag", "ferry.txt"), ("tag", "ferry.txt", "--format", "json"), ("rules", "en.date"), ("--help",), ("--version",),
    ("extract", "ferry.txt", "-f", "csv"), ("extract", "ferry.txt", "-f", "csv", "-o", "-"),
])
def test_a_full_disk_behind_standard_output_is_one_line(folder: Path, words: tuple[str, ...]) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = run(folder, *words, stdout=full)
    last = done.stderr.splitlines()[-1]
    assert last == "chrono: standard output: cannot be written (No space left on device)"
    assert done.returncode == 2 and "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("tag", "ferry.txt", "--format", "json"), ("rules",)])
def test_a_reader_that_goes_away_is_no_error(folder: Path, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = run(folder, *words, stdout=write)
    finally:
        os.close(write)
    assert "Traceback" not in done.stderr and "Broken" not in done.stderr and "Exception" not in done.stderr


def test_closed_streams_stop_nothing(folder: Path) -> None:
    code = "import os, sys; sys.stdout = sys.stderr = None; from chrono.cli import main; main()"
    command = [sys.executable, "-c", code, "extract", "ferry.txt", "-f", "csv"]
    assert subprocess.run(command, cwd=folder, timeout=120, check=False).returncode == 0
    assert (folder / "outputs" / "ferry.csv").is_file()

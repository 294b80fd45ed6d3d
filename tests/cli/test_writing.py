"""What is written where: links, devices, pipes, full disks, readers that go away."""

from __future__ import annotations

import os
import threading
from pathlib import Path

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

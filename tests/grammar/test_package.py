"""What is shipped: small, licensed, described, and not loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

DATA = Path(str(files("chrono.grammar"))) / "data"


def test_importing_does_not_import_spacy() -> None:
    code = "import sys, chrono.grammar; print('spacy' in sys.modules, 'numpy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split()[0] == "False"


def test_the_data_are_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) <= 6_000_000


def test_the_data_have_their_licence_notice_and_card() -> None:
    assert (DATA / "LICENSE").read_text(encoding="utf-8").startswith("Attribution-ShareAlike 4.0 International")
    notice = (DATA / "NOTICE").read_text(encoding="utf-8")
    assert all(source in notice for source in ("UD_English-EWT", "GUM", "WikiGold", "spacy-lookups-data"))
    card = (DATA / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert all(word in card for word in ("UPOS", "UAS", "LAS", "CC BY-SA 4.0", "chrono.grammar.train"))

"""How long a fresh process takes: ``python tests/benchmarks/startup.py [ARTICLE]``.

Prints the median of seven runs, CPU seconds (user and system, with children) and wall-clock seconds, of ``chrono
--help``, of tagging an article and of extracting its chronology. Nothing asserts these figures.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
COMMAND = [sys.executable, "-c", "from chrono.cli import main; main()"]
SAMPLE = Path(__file__).parents[1] / "articles" / "sample.txt"


def measure(words: list[str]) -> tuple[float, float]:
    """Median CPU and wall-clock seconds of the command."""
    spent: list[tuple[float, float]] = []
    for _ in range(RUNS):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([*COMMAND, *words], check=True, capture_output=True)
        after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        spent.append((cpu, ended - started))
    return statistics.median(cpu for cpu, _ in spent), statistics.median(wall for _, wall in spent)


def main() -> None:
    article = sys.argv[1] if len(sys.argv) > 1 else str(SAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        tasks = {
            "chrono --help": ["--help"],
            "chrono tag": ["tag", article, "--format", "jsonl"],
            "chrono extract, table and page": ["extract", article, "--out", folder],
        }
        print(f"{'':34}{'CPU s':>8}{'wall s':>8}")
        for name, words in tasks.items():
            cpu, wall = measure(words)
            print(f"{name:34}{cpu:8.2f}{wall:8.2f}")


if __name__ == "__main__":
    main()

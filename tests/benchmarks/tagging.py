"""Throughput of the tagger by one core's CPU time, beside floors and rivals.

    python -m tests.benchmarks.tagging [--chrono-node] [--heideltime JAR] [--json]

Three figures of ours: texts not seen before in the process, its rules loaded (their examples were tagged); the same
texts again; and a process that begins, loading included. Before each measurement, of ours and of the rivals in Python,
the collector clears what preparing it left behind; it stays on meanwhile. The first is the one to judge by, and each
line says how it compares. The rivals are measured on texts they have seen. ``--chrono-node`` installs the npm package
into a temporary folder; ``--heideltime`` names the standalone jar.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from chrono import tagger
from chrono.calendar import iso
from chrono.documents import Document
from chrono.reference import ReferenceTime
from chrono.tagger.rules import read_rules

from .texts import articles

Article = tuple[str, str]
OURS = "chrono"
"""Ours on texts not seen before."""

_WORDS = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
                    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|day|week|month|year|ago|\d{4})\b", re.I)
_NODE = """
const chrono = require('chrono-node'), fs = require('fs');
const articles = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const round = () => { for (const [date, text] of articles) chrono.parse(text, new Date(date + 'T12:00:00')); };
round(); round();
const before = process.cpuUsage(); round(); const used = process.cpuUsage(before);
console.log((used.user + used.system) / 1e6);
"""


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """CPU seconds of the fastest of several runs, after one that warms up."""
    work()
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def size(texts: Sequence[Article]) -> int:
    """Bytes of all texts in UTF-8."""
    return sum(len(text.encode("utf-8", "replace")) for _, text in texts)


def our_work(texts: Sequence[Article]) -> Callable[[], object]:
    documents = [
        (Document(text), ReferenceTime(iso.read(date), "given", "the corpus")) for date, text in texts
    ]
    return lambda: [tagger.tag(document, reference) for document, reference in documents]


def examples() -> list[Article]:
    """The examples of all rules: who has tagged them has loaded every rule, and read no text to be measured."""
    return [(example.reference[:10], example.text) for rule in read_rules("en") for example in rule.examples]


def first_round(texts: Sequence[Article]) -> float:
    """CPU seconds of reading ``texts`` once."""
    work = our_work(texts)
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def from_the_start() -> float:
    """CPU seconds of a process that loads the tagger and reads the texts once."""
    code = ("from tests.benchmarks.texts import articles; from tests.benchmarks.tagging import first_round; "
            "print(first_round(articles()[1]))")
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(out.stdout)


def part(texts: Sequence[Article], limit: int) -> list[Article]:
    """The first texts, up to about ``limit`` characters."""
    chosen: list[Article] = []
    while len(chosen) < len(texts) and sum(len(text) for _, text in chosen) < limit:
        chosen.append(texts[len(chosen)])
    return chosen


def dateparser_search(texts: Sequence[Article]) -> None:
    from dateparser.search import search_dates

    for _, text in texts:
        search_dates(text, languages=["en"])


def chrono_node(texts: Sequence[Article]) -> float | None:
    """CPU seconds of chrono-node on ``texts``, warm; ``None`` where node or npm is missing."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(["npm", "install", "--silent", "--no-fund", "--no-audit", "chrono-node"], cwd=folder,
                           check=True, capture_output=True, timeout=180)
            Path(folder, "articles.json").write_text(json.dumps(texts))
            Path(folder, "measure.cjs").write_text(_NODE)
            out = subprocess.run(["node", "measure.cjs", "articles.json"], cwd=folder, check=True, capture_output=True)
        except (OSError, subprocess.SubprocessError):
            return None
    return float(out.stdout)


def heideltime(jar: Path, texts: Sequence[Article]) -> float:
    """CPU seconds of HeidelTime for half of ``texts`` beyond the first half, which leaves its start out."""
    def run(chosen: Sequence[Article]) -> float:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("\n\n".join(text for _, text in chosen))
            file.flush()
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(["java", "-jar", str(jar), file.name, "-t", "NEWS", "-l", "ENGLISH", "-dct", texts[0][0]],
                           cwd=jar.parent, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run(texts) - run(texts[: len(texts) // 2])


def measure(texts: Sequence[Article], *, node: bool, jar: Path | None) -> dict[str, float]:
    """KB per CPU second by name, ours to judge by under :data:`OURS`. To be called first in a process."""
    kilobytes = size(texts) / 1000
    first_round(examples())
    speed = {
        OURS: kilobytes / first_round(texts),
        "chrono, from the start": kilobytes / from_the_start(),
        "text.lower().split()": kilobytes / seconds(lambda: [text.lower().split() for _, text in texts]),
        "regex word scan": kilobytes / seconds(lambda: [_WORDS.findall(text) for _, text in texts]),
        "chrono, texts seen before": kilobytes / seconds(our_work(texts)),
    }
    some = part(texts, 20_000)
    speed["dateparser search"] = size(some) / 1000 / seconds(lambda: dateparser_search(some), rounds=1)
    if node and (used := chrono_node(texts)) is not None:
        speed["chrono-node"] = kilobytes / used
    if jar is not None:
        speed["HeidelTime"] = size(part(texts, 20_000)) / 2000 / heideltime(jar, part(texts, 20_000))
    return speed


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--chrono-node", action="store_true")
    parser.add_argument("--heideltime", type=Path, metavar="JAR")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    name, texts = articles()
    speed = measure(texts, node=options.chrono_node, jar=options.heideltime)
    if options.json:
        print(json.dumps(speed))
        return
    print(f"{name}: {len(texts)} texts, {size(texts) / 1000:,.0f} KB; KB per second of one core's CPU time")
    for rival, rate in sorted(speed.items(), key=lambda pair: -pair[1]):
        print(f"  {rival:<26} {rate:>10,.0f}   chrono is {speed[OURS] / rate:.3g} times as fast")


if __name__ == "__main__":
    main()

"""Hostile input: when a text doubles, the time the tagger takes may double, not square.

    python -m tests.benchmarks.linear [--size BYTES]

Each kind is tagged at three sizes, the last ``--size`` (one megabyte, a single line); exit code 1 where a doubling
took more than three times as long.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import random
import sys
import time

from chrono import tagger
from chrono.calendar import Period
from chrono.documents import Document
from chrono.reference import ReferenceTime

LIMIT = 3.0
FLOOR = 0.02
"""CPU seconds below which a ratio says nothing."""

REFERENCE = ReferenceTime(Period.day(2019, 12, 4), "given", "benchmark")

REPEATED = {
    "digits": "1",
    "spaced digits": "7 ",
    "years": "1999 ",
    "dashes": "-",
    "dashed digits": "1-",
    "slashed digits": "1/",
    "dotted digits": "1.",
    "clock digits": "12:",
    "commas": "1,",
    "ISO dates": "2019-12-04T",
    "month names": "January ",
    "dashed months": "Jan-",
    "may": "may ",
    "weekdays": "Monday, ",
    "nested of the": "the end of the ",
    "nested start of": "early in the middle of the first week of ",
    "of the": "of the ",
    "ranges": "from May to ",
    "betweens": "between May and ",
    "number words": "two hundred thousand ",
    "ordinals": "third ",
    "hyphenated": "twenty-",
    "modifiers": "last next this ",
    "ago": "a year ago ",
    "chains": "two days before the week after ",
    "units": "year ",
    "every": "every other ",
    "later": "a year later, ",
    "that": "that year. ",
    "brackets": "(((",
    "quotes": "\"'",
    "apostrophes": "'9",
    "spaces": " ",
    "line breaks": "\n",
    "no-break spaces": "\u00a0",
    "letters": "a",
    "capitals": "A.",
    "fullwidth digits": "１",
    "accents": "e\u0301",
    "holidays": "Christmas Eve of ",
    "eras": "44 BC ",
    "quarters": "first quarter ",
    "words": "the council met the dockers in the harbour and ",
}


def hostile(size: int) -> dict[str, str]:
    """Texts of ``size`` characters, one line each unless they are line breaks, by name."""
    made = {name: (piece * (size // len(piece) + 1))[:size] for name, piece in REPEATED.items()}
    draw = random.Random(size)
    pieces = list(REPEATED.values())
    mixed = "".join(draw.choice(pieces) for _ in range(size // 2))
    made["all of it"] = mixed[:size]
    return made


def cpu(text: str) -> float:
    """CPU seconds to tag ``text`` once, without the collector, which walks all that the process holds, ours or not."""
    document = Document(text)
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        tagger.tag(document, REFERENCE)
        return time.process_time() - began
    finally:
        gc.enable()


def growth(name: str, size: int, repeats: int = 3) -> tuple[list[float], float]:
    """CPU seconds at a quarter, half and all of ``size``, and the worse of the two doublings' ratios."""
    times = [min(cpu(hostile(part)[name]) for _ in range(repeats)) for part in (size // 4, size // 2, size)]
    ratios = [two / max(one, FLOOR) for one, two in itertools.pairwise(times)]
    return times, max(ratios)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--size", type=int, default=1_000_000)
    options = parser.parse_args()
    tagger.tag(Document("Warm up on 3 May."), REFERENCE)
    worst = 0.0
    print(f"{'':<20} {'KB/s':>8}  {'worst doubling':>14}")
    for name in hostile(8):
        times, ratio = growth(name, options.size, repeats=1)
        if ratio > LIMIT:
            times, ratio = growth(name, options.size)
        worst = max(worst, ratio)
        print(f"{name:<20} {options.size / 1000 / max(times[-1], 1e-6):>8,.0f}  {ratio:>14.2f}"
              + ("  too steep" if ratio > LIMIT else ""), flush=True)
    print(f"worst doubling of {options.size:,} characters: {worst:.2f} (limit {LIMIT:g})")
    return 1 if worst > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())

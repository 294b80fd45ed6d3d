"""Fuzz the tagger for long: ``python -m tests.fuzz.million [COUNT]`` (one million inputs unless told otherwise).

Prints how many inputs were tagged, how many expressions were found, and every distinct failure with its text; the exit
code is 1 where there is one. The seed changes with each run and is printed; ``--seed N`` repeats a run.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from chrono.reference import ReferenceTime

from . import texts
from .invariants import check

BATCH = 50_000


class Tally:
    """What the run has seen."""

    def __init__(self) -> None:
        self.inputs = self.expressions = self.characters = 0
        self.failures: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def run(self, text: str, reference: ReferenceTime, mode: str, day_first: bool | None) -> None:
        self.inputs += 1
        self.characters += len(text)
        try:
            self.expressions += len(check(text, reference, mode, day_first))
        except Exception as error:  # every failure is counted and the run goes on
            place = error.__traceback__
            while place is not None and place.tb_next is not None:
                place = place.tb_next
            where = "" if place is None else f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}"
            name = f"{type(error).__name__} at {where}"
            self.failures[name] += 1
            call = f"tag({text!r}, {reference.period!r}, mode={mode!r}, day_first={day_first!r})"
            example = f"{str(error)[:300]}\n    {call}"
            if name not in self.examples or len(example) < len(self.examples[name]):
                self.examples[name] = example


def fuzz(count: int, number: int) -> Tally:
    """Tag ``count`` generated inputs, in batches seeded from ``number`` on."""
    tally = Tally()
    while tally.inputs < count:
        batch = min(BATCH, count - tally.inputs)
        number += 1

        @seed(number)
        @settings(max_examples=batch, database=None, deadline=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))
        @given(texts.texts, texts.references, texts.modes, texts.day_first)
        def one_batch(text: str, reference: ReferenceTime, mode: str, day_first: bool | None) -> None:
            tally.run(text, reference, mode, day_first)

        one_batch()
        print(f"{tally.inputs:,} inputs, {sum(tally.failures.values())} failures", file=sys.stderr, flush=True)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9))
    arguments = parser.parse_args()
    began = time.process_time()
    tally = fuzz(arguments.count, arguments.seed)
    print(f"{tally.inputs:,} inputs ({tally.characters:,} characters, seed {arguments.seed}), "
          f"{tally.expressions:,} expressions, {sum(tally.failures.values()):,} failures of "
          f"{len(tally.failures)} kinds, {time.process_time() - began:.0f} s of CPU time")
    for name, times in tally.failures.most_common():
        print(f"\n{times:,} × {name}\n    {tally.examples[name]}")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())

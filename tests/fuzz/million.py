"""Fuzz the tagger for long: ``python -m tests.fuzz.million [COUNT]`` (one million inputs unless told otherwise).

Prints how many inputs were tagged, how many expressions were found, and every distinct failure with its text; the exit
code is 1 where there is one. The seed changes with each run and is printed; ``--seed N`` repeats a run.
"""

from __future__ import annotations

import argparse
import secrets
import sys
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings

from chrono.reference import ReferenceTime

from . import texts
from .tally import Tally

BATCH = 20_000
MUTANTS = 9
"""Variations tagged after each generated text: they cost a tenth of a new one."""


def fuzz(count: int, number: int) -> Tally:
    """Tag ``count`` inputs, generated texts each with its mutants, in batches seeded from ``number`` on."""
    tally = Tally()
    draw = Random(number)
    while tally.inputs < count:
        number += 1

        @seed(number)
        @settings(max_examples=min(BATCH, -(-(count - tally.inputs) // (1 + MUTANTS))), database=None, deadline=None,
                  phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(texts.texts, texts.references, texts.modes, texts.day_first)
        def one_batch(text: str, reference: ReferenceTime, mode: str, day_first: bool | None) -> None:
            tally.run(text, reference, mode, day_first)
            for mutant in texts.mutants(text, MUTANTS, draw):
                tally.run(mutant, reference, mode, day_first)

        one_batch()
        print(f"{tally.inputs:,} inputs, {sum(tally.failures.values())} failures", file=sys.stderr, flush=True)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("count", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9))
    arguments = parser.parse_args()
    tally = fuzz(arguments.count, arguments.seed)
    print(f"seed {arguments.seed}: {tally}")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())

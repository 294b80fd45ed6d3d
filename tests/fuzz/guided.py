"""Coverage-guided fuzzing with atheris, where that is installed: ``python -m tests.fuzz.guided [RUNS]``.

Each input byte picks a word, a number, a mark or an oddity, so that what libFuzzer keeps are texts that reach new code
of the tagger. Prints what :mod:`.million` prints.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec


def main() -> None:
    if find_spec("atheris") is None:
        raise SystemExit("atheris is not installed (pip install atheris)")
    import atheris

    with atheris.instrument_imports(include=["chrono.tagger", "chrono.calendar"]):
        from chrono.calendar import Period
        from chrono.reference import ReferenceTime

        from .invariants import check
        from .tally import Tally
        from .texts import MARKS, NUMBERS, ODDITIES, WORDS

        check("On 3 May, a year later.", ReferenceTime(None, "none", ""), "auto", None)  # loads what is loaded late

    vocabulary = [piece + " " for piece in WORDS + NUMBERS] + MARKS + ODDITIES
    references = [ReferenceTime(period, "given", "fuzz") for period in (Period.day(2019, 12, 4), None)]
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    tally = Tally()

    def one_input(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        reference = references[provider.ConsumeBool()]
        mode = ("auto", "news", "narrative")[provider.ConsumeIntInRange(0, 2)]
        pieces = []
        while provider.remaining_bytes() and len(pieces) < 24:
            pieces.append(vocabulary[provider.ConsumeIntInRange(0, len(vocabulary) - 1)])
        tally.run("".join(pieces), reference, mode, None)
        if tally.inputs == runs:  # libFuzzer does not come back
            print(tally, flush=True)
            os._exit(1 if tally.failures else 0)

    atheris.Setup([sys.argv[0], "-max_len=64", "-len_control=0", "-verbosity=0"], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

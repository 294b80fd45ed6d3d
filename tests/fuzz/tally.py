"""What a long fuzzing run has seen: counts, and one short example of each distinct failure."""

from __future__ import annotations

import time
from collections import Counter

from chrono.reference import ReferenceTime

from .invariants import check


class Tally:
    """Counts inputs, expressions and failures; a failure is told apart by its kind and place."""

    def __init__(self) -> None:
        self.began = time.process_time()
        self.inputs = self.expressions = self.characters = 0
        self.failures: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def run(self, text: str, reference: ReferenceTime, mode: str, day_first: bool | None) -> None:
        """Check one input; a failure is noted and the run goes on."""
        self.inputs += 1
        self.characters += len(text)
        try:
            self.expressions += len(check(text, reference, mode, day_first))
        except Exception as error:
            name = f"{type(error).__name__} at {_place(error)}"
            self.failures[name] += 1
            call = f"tag({text!r}, {reference.period!r}, mode={mode!r}, day_first={day_first!r})"
            example = f"{str(error)[:300]}\n    {call}"
            if name not in self.examples or len(example) < len(self.examples[name]):
                self.examples[name] = example

    def __str__(self) -> str:
        lines = [
            f"{self.inputs:,} inputs ({self.characters:,} characters), {self.expressions:,} expressions, "
            f"{sum(self.failures.values()):,} failures of {len(self.failures)} kinds, "
            f"{time.process_time() - self.began:.0f} s of CPU time"
        ]
        lines += [f"\n{times:,} × {name}\n    {self.examples[name]}" for name, times in self.failures.most_common()]
        return "\n".join(lines)


def _place(error: Exception) -> str:
    """File and line of the innermost frame."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return "" if place is None else f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}"

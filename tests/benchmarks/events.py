"""What ``chrono extract`` costs beside the language pipeline alone, by one core's CPU time, and what memory it takes.

    python -m tests.benchmarks.events [--texts N] [--json]

The pipeline alone is spaCy's ``nlp.pipe`` over the same texts with the same batch size.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections.abc import Sequence

from chrono import grammar, steps
from chrono.calendar import iso
from chrono.documents import Document
from chrono.reference import ReferenceTime

from .tagging import Article, seconds
from .texts import articles

BATCH = 32


def pipeline_alone(texts: Sequence[Article]) -> int:
    """Parse the texts with spaCy alone; returns the number of words."""
    nlp = grammar.load()._nlp
    return sum(not token.is_space and not token.is_punct for doc in nlp.pipe((text for _, text in texts),
                                                                             batch_size=BATCH) for token in doc)


def whole_road(texts: Sequence[Article]) -> int:
    """Read, tag, parse and extract each text; returns the number of events."""
    reading, pipeline = steps.Reading(), grammar.load()
    count = 0
    for i, (date, text) in enumerate(texts):
        document = Document(text, id=str(i))
        when = ReferenceTime(iso.read(date), "given", "the corpus")
        count += len(steps.document_events(document, when, pipeline, reading))
    return count


def peak_megabytes() -> float:
    """The largest amount of memory the process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(texts: Sequence[Article], rounds: int = 2) -> dict[str, float]:
    words = pipeline_alone(texts)
    alone = seconds(lambda: pipeline_alone(texts), rounds)
    whole = seconds(lambda: whole_road(texts), rounds)
    once = peak_megabytes()
    for _ in range(3):
        whole_road(texts)
    return {
        "words": words,
        "pipeline_words_per_second": words / alone,
        "extract_words_per_second": words / whole,
        "extract_to_pipeline": whole / alone,
        "peak_megabytes": once,
        "peak_megabytes_after_three_more_rounds": peak_megabytes(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", type=int, default=200, help="how many texts (all: 200)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    name, texts = articles()
    found = measure(texts[: options.texts])
    if options.json:
        print(json.dumps(found))
        return
    print(f"{name}: {found['words']:,} words; CPU time of one core")
    print(f"  language pipeline alone  {found['pipeline_words_per_second']:>9,.0f} words/s")
    print(f"  extract                  {found['extract_words_per_second']:>9,.0f} words/s, "
          f"{found['extract_to_pipeline']:.2f} times the pipeline's time (at most 1.5)")
    print(f"  memory                   {found['peak_megabytes']:,.0f} MB at most, "
          f"{found['peak_megabytes_after_three_more_rounds']:,.0f} MB after three more rounds")


if __name__ == "__main__":
    main()

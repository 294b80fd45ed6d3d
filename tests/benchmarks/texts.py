"""Texts to measure on: an annotated corpus where this machine has it, else articles made up on the spot."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

CORPORA = Path(os.environ.get("CHRONO_CORPORA") or Path(__file__).parents[3] / "shared" / "corpora")

_WHO = ("The ministry", "A spokeswoman for the port", "The orchestra", "Halvorsen Shipping", "The village council",
        "Dr. Amara Okafor", "The two governments", "An independent panel", "The mill's owners", "Its chairman")
_DID = ("said the plan would cost $3.4 million", "opened a second line", "refused to comment on the merger",
        "cut 250 jobs", "signed the agreement", "postponed the hearing", "found no trace of the vessel",
        "raised its forecast by 2.5 percent", "called the ruling a mistake", "began repairs on the sea wall")
_WHEN = ("on Tuesday", "last week", "in March 2011", "on 14 October 1998", "two years later", "earlier this month",
         "in the third quarter", "by the end of 2004", "at 6:30 p.m.", "since the 1980s", "for nearly three weeks",
         "a year earlier", "every Friday", "yesterday", "between May and July", "on Dec. 4-6")
_REST = ("after talks that both sides described as frank", "although few in the district had expected it",
         "while workers waited outside the gates", "according to documents seen by this newspaper",
         "despite the objections of its largest shareholder", "as the rain went on falling over the northern valleys",
         "and the matter was referred to a committee of nine", "in a building that once held the customs office")


def made_up(count: int = 200, sentences: int = 30) -> list[str]:
    """``count`` news-like articles, a date in every second sentence; the same on every run."""
    draw = random.Random(1)
    articles = []
    for _ in range(count):
        lines = []
        for _ in range(sentences):
            when = f" {draw.choice(_WHEN)}" if draw.random() < 0.5 else ""
            lines.append(f"{draw.choice(_WHO)} {draw.choice(_DID)}{when}, {draw.choice(_REST)}.")
        articles.append(" ".join(lines))
    return articles


def articles() -> tuple[str, list[tuple[str, str]]]:
    """A name for the texts, and each article's (date, text)."""
    path = CORPORA / "timebank.jsonl"
    if path.exists():
        records = [json.loads(line) for line in path.open(encoding="utf-8")]
        return "TimeBank", [(record["dct"], record["text"]) for record in records]
    return "made-up news", [("2014-03-13", text) for text in made_up()]

"""Which noun a relative clause is about, and which verb is the sentence's own behind it."""

from __future__ import annotations

import pytest

from .build import events

CLAUSES = [
    # what is told of the outer noun
    ("A court revived a lawsuit by shareholders that had been dismissed in 2020.",
     "A lawsuit by shareholders had been dismissed"),
    ("The judge threw out a claim by farmers that was filed in 2019.", "A claim by farmers was filed"),
    ("Police reopened a case against two brothers that had been dropped in 2015.",
     "A case against two brothers had been dropped"),
    ("A complaint from residents that was rejected in 2021 has been revived.",
     "A complaint from residents was rejected"),
    ("The garrison, out of water, surrendered on 3 May.", "The garrison surrendered"),
    ("A novel by two sisters that was banned in 1934 is out again.", "A novel by two sisters was banned"),
    ("Teachers brought a suit against the council that was settled in 2022.",
     "A suit against the council was settled"),
    ("A letter from a sailor that was found in 2001 is on show.", "A letter from a sailor was found"),
    # what is told of the inner one
    ("He met the sons of a farmer who died in 1970.", "A farmer died"),
    ("The firm hired two clerks from a bank that closed in 1985.", "A bank closed"),
    ("She praised a book about the brothers who were jailed in 1921.", "The brothers were jailed"),
    ("The bridge over a river that burst its banks in 1953 was closed.", "A river burst its banks"),
    ("Police questioned the wife of a minister that was killed in 2019.", "A minister was killed"),
    # the verb behind the clause
    ("A school for girls that opened in 1911 closed in 2020.", "A school for girls closed"),
    ("A school for girls that opened in 1911 closed in 2020.", "A school for girls opened"),
    ("Ann Moe, a chemist whose warnings were ignored for a decade, died on May 3.", "Ann Moe died"),
    ("Dr. Pell was appointed professor in 1978, the first woman to hold the chair, and retired in 1996.",
     "Dr. Pell retired"),
    ("She was elected in 1990, the first woman to lead the party, and resigned in 1994.", "She resigned"),
    ("She was educated in Bergen, where her father ran a bank, and graduated in 1990.", "She graduated"),
    ("A claim against the firm that was filed in March collapsed.", "A claim against the firm was filed"),
    ("Sales fell. The bank sold the tower it built in 2011.", "The bank built the tower"),
    ("Profit rose. The company expects sales of $7 million, up from the $6 million it forecast in March.",
     "The company forecast"),
    ("A strike by pilots that began on May 3 closed the port.", "A strike by pilots began"),
    ("It was a revolt of miners in the duchy of Varn that began in 1848.",
     "A revolt of miners in the duchy of Varn began"),
    ("On 3 May, a day before the queen was to leave, miners seized the fort.", "Miners seized the fort"),
    ("The firm said on Monday it had put off the sale.", "The firm said it had put off the sale"),
    ("She was elected in 2013, the first nurse to hold the post, and re-elected unopposed in 2017.",
     "She was re-elected unopposed"),
    ("He voted to strike and marched to the gate on Monday.", "He marched to the gate"),
]


@pytest.mark.parametrize(("text", "clause"), CLAUSES)
def test_clauses(text: str, clause: str) -> None:
    assert clause in [event.clause for event in events(text)]


def test_what_someone_is_told_to_be_is_no_verb_of_his() -> None:
    text = "Ann Moe, a Welsh-born chemist whose warnings about dyes were ignored for years and then proved right, died."
    assert not [event for event in events(text) if event.trigger == "ignored" and "Moe were" in event.clause]

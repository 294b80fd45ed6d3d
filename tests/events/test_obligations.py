"""What is to be done by a day, or is due on it, is dated apart from what was done about it."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2024-05-15"  # a Wednesday

ROWS = [
    # text, all its rows with dates told in it
    ("The loan, due on June 1, was repaid in March.",
     [("2024-06-01", "planned", "The loan was due"), ("2024-03", "happened", "The loan was repaid")]),
    ("Debts due in 2023 were paid off in 2021.",
     [("2023", "planned", "Debts were due"), ("2021", "happened", "Debts were paid off")]),
    ("A payment of $3 million due last Friday was not made.",
     [("2024-05-10", "planned", "A payment of $3 million was due")]),
    ("The bill is due on June 1.", [("2024-06-01", "planned", "The bill is due")]),
    ("The court gave the owner until June 30 to repair the roof.",
     [("../2024-06-30", "planned", "The owner to repair the roof")]),
    ("The board gave itself until the end of the month to decide.",
     [("../2024-05-31", "planned", "The board to decide")]),
    ("The council had until Friday to respond but did not.", [("../2024-05-10", "denied", "The council to respond")]),
    ("They have until Friday to appeal.", [("../2024-05-17", "planned", "They have to appeal")]),
    ("The judge ordered him on Monday to surrender his passport by Thursday.",
     [("2024-05-13", "happened", "The judge ordered him to surrender his passport"),
      ("../2024-05-16", "planned", "He is to surrender his passport")]),
    ("Ann Lee told the board in April to sell the house by June.",
     [("2024-04", "happened", "Ann Lee told the board to sell the house"),
      ("../2024-06", "planned", "The board to sell the house")]),
    ("He promised her in April to sell the house by June.",
     [("2024-04", "happened", "He promised her to sell the house"),
      ("../2024-06", "planned", "He is to sell the house")]),
    ("The company will pay a dividend on June 15 to shareholders of record on May 31.",
     [("2024-06-15", "planned", "The company will pay a dividend to shareholders of record on May 31")]),
    ("Holders of record on March 3 received 20 cents on March 18.",
     [("2024-03-18", "happened", "Holders of record on March 3 received 20 cents")]),
    ("The band set a record on March 3.", [("2024-03-03", "happened", "The band set a record")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_rows(text: str, rows: list[tuple[str, str, str]]) -> None:
    found = [event for event in events(text, DAY) if event.expression is not None]
    assert [(date, event.status, event.clause) for date, event in zip(dates(found), found, strict=True)] == rows

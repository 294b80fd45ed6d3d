"""A story that sets its scene before it tells the time opens on the day told next, news on its own day."""

from __future__ import annotations

import pytest

from .build import dates, events

DAY = "2016-05-09"  # a Monday


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("It began with a text message. At 7.40 on Friday evening Ann Hale was on a train.", "began", "2016-05-06"),
        ("It started with a leak. On Friday a man found a pool of oil.", "started", "2016-05-06"),
        ("The phone rang twice. At 9pm on Saturday the chairman picked it up.", "rang", "2016-05-07"),
        ("A fire destroyed a mill in Leeds. On Friday the owner had checked the pumps.", "destroyed", "2016-05-09"),
        ("Rail workers walked out. Talks broke down at 9pm on Sunday.", "walked", "2016-05-09"),
        ("Police arrested a man. He fled at 3 pm on Sunday.", "arrested", "2016-05-09"),
        ("A bomb killed three men. At 9 am on Monday a bus caught fire.", "killed", "2016-05-09"),
    ],
)
def test_opening(text: str, trigger: str, date: str) -> None:
    found = events(text, DAY)
    assert date in [date for date, event in zip(dates(found), found, strict=True) if event.trigger == trigger]

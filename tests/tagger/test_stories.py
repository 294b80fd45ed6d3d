"""Stories: which year, day or half of the day what is told without them belongs to, and what tells a history."""

from __future__ import annotations

import pytest

from chrono.calendar import iso
from chrono.documents.document import Document
from chrono.reference import ReferenceTime
from chrono.tagger import mode_of, tag

UNDATED = ReferenceTime(None, "none", "")

DATES = [
    # By a year of the past the story goes on from there
    ("The war lasted from May 1701 to June 1704. By 1702 the Duke held the river. He crossed it on 3 September.",
     "1701-05 1704-06 1702 1702-09-03"),
    # An opening that sums up the whole is no place to go on from
    ("The Corve strike began in October 1911 and ended in July 1914.\n\nA train was stopped on 9 November. In February"
     " the pits closed.", "1911-10 1914-07 1911-11-09 1912-02"),
    # A day goes back some months at most, and further only beside one told
    ("They sailed on 12 June 1871. On 20 January the ship was lost.", "1871-06-12 1872-01-20"),
    ("The mill burnt on 4 March 1871. The ruins were cleared by 10 September. The funerals on 7 March drew crowds.",
     "1871-03-04 1871-09-10 1871-03-07"),
    # What had happened lies before, and what goes on until a day does not
    ("The army reached Orn in May 1809. Its general had wintered at Saal and had lost his guns in August.",
     "1809-05 1808-08"),
    ("She came in April 1869 and stayed until Christmas.", "1869-04 1869-12-25"),
    ("They reached the coast on 2 April 1809. Of those who had set out in February, few answered the roll in May.",
     "1809-04-02 1809-02 1809-05"),
    # A full stop behind a short word ends a sentence all the same
    ("The eruption of 1783 laid two parishes waste.\n\nIt had been feared since the middle of May. On 8 June it came.",
     "1783 1783-05 1783-06-08"),
    # A time of day is of the story's day, not of one told in passing
    ("The battle was fought on June 26, 1862. Harl, who had set out on the 21st, attacked at 8 o'clock in the morning.",
     "1862-06-26 1862-06-21 1862-06-26T08:00"),
    # What was to come in so long is no time of writing
    ("War began in March 1932. Help was expected to reach the river in two weeks. On 9 April it came.",
     "1932-03 P2W 1932-04-09"),
    # Which week of a month nothing tells
    ("They landed in December 1899. The following week they marched.", "1899-12 1899-12"),
    # A day of the month leans on the month told, whatever coarser time is named since
    ("The circus came on 2 February 1908. It was to be back a year later, but on the 19th a tent burned.",
     "1908-02-02 1909 1908-02-19"),
    # The first year told is the story's, also in its name
    ("The Orla eruption of 1783 laid two parishes waste. On 8 June a cloud rose.", "1783 1783-06-08"),
    # A year before the story's is told in passing where it does not open its sentence
    ("In the spring of 1827 the canal, begun in 1809, was nearly finished. On 4 May it burst.",
     "1827-SP 1809 1827-05-04"),
    ("They marched in May 1809. It was the famine of 1806 that drove them. The following year they had risen."
     " On 3 June they met.", "1809-05 1806 1807 1809-06-03"),
    # The first day of a paragraph lies in the time that the opening tells of
    ("The Corve march began in May 1876 and ended in November 1876.\n\nThe causes went back. By the end of 1874 miners"
     " filled the valley, and in September 1875 talks failed.\n\nThe column left on 14 May.",
     "1876-05 1876-11 1874 1875-09 1876-05-14"),
    # A weekday written beside a day tells its year
    ("They left in September 1943. In May they had met. The first company landed on Sunday 12 September.",
     "1943-09 1943-05 1943-09-12"),
    # What an opening tells of later times is no place to count from
    ("Cholera came in the summer of 1832. It returned in 1854.\n\nIt had been reported the previous October and in"
     " Leith in January. They were warned on Friday 1 June.", "1832-SU 1854 1831-10 1832-01 1832-06-01"),
    # What is counted from a time of no day is known no better than that
    ("In the 1860s he came. The same month he left.", "186 XXXX-XX"),
    ("In the summer of 1909 he wrote. A month later he left, and the next day he rose.", "1909-SU 1909-XX 1909-XX-XX"),
    # When a thing was found or a word said, later, is no place to go on from
    ("They met on 3 May 1854. Near it stood a cairn discovered in 1859. That summer ice held. In August they left.",
     "1854-05-03 1859 1854-SU 1854-08"),
    ("He signed on 3 May 1879. He rued it, he said in 1902, bitterly. They met in mid-June.",
     "1879-05-03 1902 1879-06"),
    ("In August 1854 they lay fast in a second winter. Seven were dead by the following February.",
     "1854-08 1854-WI 1855-02"),
    # Centuries go on in the era told, and a day in brackets is of the year before them
    ("The city was founded about 610 BC. In the fifth century it was rich. In the summer of 437 a fleet called.",
     "BC0610 BC04 BC0437-SU"),
    ("Floods came in 1315. On the feast of 1326 (that is, 11 November) they met.", "1315 1326 1326-11-11"),
    # A month pointed at is of the story's year, also of one told in passing; a season is not
    ("The works, begun in 1867, lay idle until 1869. He sold his boats. He died that May.", "1867 1869 1869-05"),
    # In what a history quotes today is the day told
    ("They met on 6 November 1812. \"Yesterday we were an army,\" he says.", "1812-11-06 1812-11-05"),
    # What is told in passing is not gone on from
    ("They met on 3 May 1645. A diary, found in 1907, says so. He left on 4 June.", "1645-05-03 1907 1645-06-04"),
    ("Judgment fell on 21 August 1815. Sketches, made on 9 January 1813, show it. He left on 5 October.",
     "1815-08-21 1813-01-09 1815-10-05"),
    ("In the spring of 1687 he marched. The Duke, ill since the previous winter, died on 9 May.",
     "1687-SP 1686-WI 1687-05-09"),
    # In a tale of the past the next one is counted from the day told
    ("The hall burned on 2 May 1901. The choir heard of it on the Monday and sang in the yard a week on Saturday.",
     "1901-05-02 1901-05-06 1901-05-18"),
]


@pytest.mark.parametrize(("text", "values"), DATES)
def test_the_year_of_a_day(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), UNDATED, mode="narrative")] == values.split()


_BURNED = (
    "on Saturday, 4 October 1969, a hall burned. Built in 1857, raised in 1911 and in 1946, it held 900. Doors opened"
    " at 7 p.m. and the band began at 8 p.m. Twenty minutes later the roof fell. In November the walls came down. A"
    " waiter died in December. The inquiry, begun on 24 October, sat until 6 February. In March it closed, on 9 April"
    " the site was sold, and in May it was fenced. Another hall, of 1988, opened on 3 June. It is to be sold next week."
)

MODES = [
    ("The town was founded in 1612, burnt in 1640, rebuilt in 1655, walled in 1690 and sold in 1701. It celebrates"
     " next week.", "2011-05-06", "narrative"),
    ("The firm was sold in 1995, in 1999, in 2003 and in 2007. It reports next week.", "2011-05-06", "news"),
    ("They met in May 1809 and in June 1811. In July the bridge fell, and on the 9th the town.", None, "narrative"),
    ("They meet on Monday and on Tuesday in 1811 square, in June 1811.", None, "news"),
    # The anniversary of what lies long ago opens and closes in its own time; a dispatch stays in it
    ("Fifty years ago this weekend, " + _BURNED, "2019-10-05", "narrative"),
    ("WESTERDALE -- Fifty years ago this weekend, " + _BURNED, "2019-10-05", "news"),
    ("5 October 2019\n\nIts last doorman died on Monday. Fifty years ago, " + _BURNED, "2019-10-05", "news"),
    # Quotations have their own today
    ("They crossed on 25 June 1812, in 1813 and in 1829. On 6 November snow fell. \"Yesterday we were an army,\" he"
     " says. On the 9th they left, on the 14th the rest, and on 8 December he sat down.", None, "narrative"),
    ("On Thursday, 9 November 1911 a dam failed. It was built in 1887, raised in 1902 and in 1909. Rain began"
     " on Tuesday."
     " By Wednesday the lake was full.", None, "narrative"),
]


def test_a_mail_within_a_narrative_may_be_of_today() -> None:
    text = "Here it is.\n\nFrom: Ann\nSent: today\nTo: Bob\n\nThe pump failed on Friday."
    found = tag(Document(text), ReferenceTime(iso.read("2019-05-07"), "given", ""), mode="narrative")
    assert [expression.value for expression in found] == ["2019-05-07", "2019-05-03"]


def test_behind_a_date_line_a_narrative_tells_of_days_passed() -> None:
    text = "Published: Monday, 9 May 2016\n\nAt 7.40 on Friday evening she was on a train. By 9pm they knew."
    found = tag(Document(text), ReferenceTime(iso.read("2016-05-09"), "given", ""), mode="narrative")
    assert [expression.value for expression in found] == ["2016-05-09", "2016-05-06T19:40", "2016-05-06T21:00"]


@pytest.mark.parametrize(("text", "day", "mode"), MODES)
def test_what_tells_a_history(text: str, day: str | None, mode: str) -> None:
    reference = ReferenceTime(iso.read(day), "given", "") if day else UNDATED
    assert mode_of(Document(text), reference, "auto")[0] == mode


NEWS = ReferenceTime(iso.read("2013-04-24"), "given", "")

TIMES = [
    ("The first blast came at 9:52 p.m. Tuesday. Roads were shut at 10:20. They opened again at 6 a.m.",
     "2013-04-23T21:52 2013-04-23T22:20 2013-04-24T06:00"),
    ("They met at noon and at 1:30 they ate.", "2013-04-24T12:00 2013-04-24T13:30"),
    ("Play began again on Tuesday evening. It lasted until 3 a.m.", "2013-04-23TEV 2013-04-24T03:00"),
    ("It struck at 9:52 p.m. Tuesday (0252 GMT Wednesday). Six minutes later it struck again.",
     "2013-04-23T21:52 2013-04-24T02:52 2013-04-23T21:58"),
    ("Three worked for a firm that had come in on April 9. The fourth died at 4:35 a.m. in hospital.",
     "2013-04-09 2013-04-24T04:35"),
    # A week that is recounted goes on from the day that was named with its weekday
    ("The mast fell at 10:30 on the evening of Sunday, March 17. Riggers had been on it since Friday.\n\n"
     "On Monday it rained. By noon the crew had gone, and at six that evening it fell.\n\nOn Tuesday, police said.",
     "2013-03-17T22:30 2013-03-15 2013-03-18 2013-03-18T12:00 2013-03-18T18:00 2013-04-23"),
    # A time of day goes on in the part of day told before, also where that was told in the past perfect
    ("The doctor had been sent for on the morning of 10 May 2012. The nurse came at 0520.",
     "2012-05-10TMO 2012-05-10T05:20"),
    ("She was let go late on Monday night.\n\n" + "The coach heard of it from the chair on his way home. " * 6
     + "A statement came at 11.40 p.m.",
     "2013-04-22TNI 2013-04-22T23:40"),
    ("He came in June last year, having led the side to promotion a month earlier.", "2012-06 2012-05"),
    ("The zoo, which shut its gate on April 3, said that it would open it on Monday.", "2013-04-03 2013-04-29"),
    # No day of any year is none of every year
    ("They meet every September 31 and every February 29.", "XXXX-02-29"),
    # The night of what has happened is over
    ("They worked through the night.", "2013-04-23TNI"),
    ("They will work through the night.", "2013-04-24TNI"),
    ("Crews went back on Wednesday after the sides signed a deal overnight.", "2013-04-24 2013-04-23TNI"),
    ("Crews went back on Monday after the sides signed a deal overnight.", "2013-04-22 2013-04-22TNI"),
    # A holiday that says what kind a thing is is no day to count from
    ("They met on March 3 over a New Year's turkey. The next day he left.", "2013-03-03 2013-01-01 2013-03-04"),
    # A backstory goes on through seasons and feasts; what commas set off leads to no other date
    ("Sacked in August 1998, he drove a van through the winter and half the following year.", "1998-08 1998-WI 1999"),
    ("The sluice was shut on 2 February 1946. By Whitsun the fields were under water.", "1946-02-02 1946-06-09"),
    ("The lease, signed in March 2001, lapsed April 2 and was renewed.", "2001-03 2013-04-02"),
    ("It did not seem likely in the autumn.", "2012-FA"),
    ("Her office said a visit was possible in the autumn.", "2013-FA"),
    # The eve that a lead names is the day of its times of day
    ("A ferry sank on Tuesday.\n\n" + "It had left the island with a load of wood. " * 9 + "It rolled over at 6 p.m.",
     "2013-04-23 2013-04-23T18:00"),
    # What commas set off is no day of a time of day either; what had been held up until a day is over
    ("The pilots, shot down on March 3, walked home at noon.", "2013-03-03 2013-04-24T12:00"),
    ("Their release had been held up by quarrels until Tuesday.", "2013-04-23"),
    # "The following Monday" is counted from the day told just before
    ("He resigned on March 14. The following Monday he left. They will meet the following Tuesday.",
     "2013-03-14 2013-03-18 2013-04-30"),
    ("She won in 2:23:07, and nobody was player of the year.", "PT2H23M7S"),
    ("It expects less, down from a January projection.", "2013-01"),
    ("A walkout is to last until Thursday. The weekend should be dry.", "2013-04-25 2013-W17-WE"),
    ("The firm bought in June 2009 lost 3 million in the first nine months, from 5 million a year earlier.",
     "2009-06 P9M 2012"),
]


@pytest.mark.parametrize(("text", "values"), TIMES)
def test_times_and_days_of_news(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), NEWS, mode="news")] == values.split()

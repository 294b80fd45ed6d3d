"""Whether a weekday or a month without a year lies behind or ahead, as the sentence tells it. Today is a Wednesday."""

from __future__ import annotations

import pytest

from chrono.calendar import iso
from chrono.documents.document import Document
from chrono.reference import ReferenceTime
from chrono.tagger import tag

WEDNESDAY = ReferenceTime(iso.read("1999-06-16"), "given", "")


@pytest.mark.parametrize(("text", "values"), [
    ("The court is expected to rule on the appeal Friday.", "1999-06-18"),
    ("The ministers were to meet in Geneva on Friday.", "1999-06-18"),
    ("A spokesman who had been scheduled to tour the plant on Friday, canceled the trip.", "1999-06-18"),
    ("Flights between the two cities resume Monday.", "1999-06-21"),
    ("The president leaves Thursday for a five-day visit to Asia.", "1999-06-17 P5D"),
    ("He leaves for Tokyo on Saturday.", "1999-06-19"),
    ("The army pulled back on Sunday, hours before the deadline.", "1999-06-13 PTXH"),
    ("The truce, which took effect on Monday, has held.", "1999-06-14"),
    ("The truce, which takes effect on Monday, was signed in Oslo.", "1999-06-21"),
    ("Police arrested two men in connection with Tuesday's bombing.", "1999-06-15"),
    ("Officials were preparing for Saturday's vote.", "1999-06-19"),
    ("The family plans to bury him on Saturday.", "1999-06-19"),
    ("She arrived in Havana on Monday, accompanied by her sons.", "1999-06-14"),
    ("Lawyers have until Friday to file a brief.", "1999-06-18"),
    ("Lawyers had until Monday to file a brief but missed the deadline.", "1999-06-14"),
    ("The rebels have been given until Sunday to lay down their arms.", "1999-06-20"),
    ("A hearing is set for Thursday in federal court.", "1999-06-17"),
    ("A hearing was set for Thursday in federal court.", "1999-06-17"),
    ("A hearing held Thursday drew a large crowd.", "1999-06-10"),
    ("Talks are to begin Monday in Cairo.", "1999-06-21"),
    ("Talks began Monday in Cairo.", "1999-06-14"),
    ("Talks, beginning Monday, will be held in Cairo.", "1999-06-21"),
    ("The bill was passed Tuesday and goes to the Senate on Thursday.", "1999-06-15 1999-06-17"),
    ("The governor said Tuesday that he would sign the bill Friday.", "1999-06-15 1999-06-18"),
    ("The governor said Tuesday he signed the bill Friday.", "1999-06-15 1999-06-11"),
    ("The governor told reporters Monday that the bridge would reopen Saturday.", "1999-06-14 1999-06-19"),
    ("On Thursday, thousands are expected to march through the capital.", "1999-06-17"),
    ("On Monday, thousands marched through the capital.", "1999-06-14"),
    ("By Monday, rescuers had pulled out 40 bodies.", "1999-06-14"),
    ("Rescuers hope to reach the miners by Friday.", "1999-06-18"),
    ("As of Tuesday, 40 bodies had been recovered.", "1999-06-15"),
    ("Since Sunday, 40 bodies have been recovered.", "1999-06-13"),
    ("Nobody has seen the boy since Friday.", "1999-06-11"),
    ("The paper reported in its Sunday edition that the minister quit.", "1999-06-13"),
    ("The new law comes into force on Thursday.", "1999-06-17"),
    ("The exhibition opens Saturday at the city museum.", "1999-06-19"),
    ("The exhibition opened Saturday at the city museum.", "1999-06-12"),
    ("Voters go to the polls Sunday.", "1999-06-20"),
    ("Voters went to the polls Sunday.", "1999-06-13"),
    ("The verdict could come as early as Thursday.", "1999-06-17"),
    ("The verdict came late Tuesday.", "1999-06-15"),
    ("The shares closed Tuesday at $40, up from $38 on Monday.", "1999-06-15 1999-06-14"),
    ("He is to appear in court on Friday.", "1999-06-18"),
    ("He was to appear in court on Friday.", "1999-06-18"),
    ("He appeared in court on Friday.", "1999-06-11"),
    ("He failed to appear in court on Friday.", "1999-06-11"),
    ("He agreed to appear in court on Friday.", "1999-06-18"),
    ("The two sides agreed Monday to resume talks.", "1999-06-14"),
    ("The two sides agreed to resume talks Monday.", "1999-06-21"),
    ("The two sides agreed on Monday to resume talks on Friday.", "1999-06-14 1999-06-18"),
    ("The plane, carrying 90 people, crashed Monday while trying to land.", "1999-06-14"),
    ("The union threatened to strike on Friday.", "1999-06-18"),
    ("Funeral services are Saturday.", "1999-06-19"),
    ("The deadline is Friday.", "1999-06-18"),
    ("The deadline was Monday.", "1999-06-14"),
    ("Oil prices rose Tuesday after the cartel decided to cut output.", "1999-06-15"),
    ("The cartel, meeting Monday in Vienna, decided to cut output.", "1999-06-14"),
    ("Weather permitting, the shuttle lifts off Thursday.", "1999-06-17"),
    ("The shuttle lifted off Monday.", "1999-06-14"),
    ("He was due back in court Thursday.", "1999-06-17"),
    ("She will travel on to Rome after talks in Paris on Friday.", "1999-06-18"),
    ("After talks in Paris on Monday, she traveled on to Rome.", "1999-06-14"),
    ("Thursday's meeting will be the first since March.", "1999-06-17 1999-03"),
    ("Monday's meeting was the first since March.", "1999-06-14 1999-03"),
    ("The inquiry into Saturday's crash will take months.", "1999-06-12 PXM"),
    ("The store will reopen in August.", "1999-08"),
    ("The store opened in August.", "1998-08"),
    ("The takeover, first proposed in August, was approved.", "1998-08"),
    ("Traders expect a cut by August.", "1999-08"),
    ("He promised on Friday to step down.", "1999-06-11"),
    ("The elections, held in May, were marred by fraud.", "1999-05"),
    ("The elections, to be held in September, are the first in a decade.", "1999-09 P10Y"),
    ("The elections in September will be the first since 1989.", "1999-09 1989"),
    ("The summit is due in Seattle in November.", "1999-11"),
    ("He was arrested in December and is to go on trial in July.", "1998-12 1999-07"),
    ("The two men, arrested in February, face trial on July 12.", "1999-02 1999-07-12"),
    ("The bombs went off on Aug. 7, killing 224 people.", "1998-08-07"),
    ("The company expects to close the sale in October.", "1999-10"),
    ("The company closed the sale in October.", "1998-10"),
    ("Prices rose 2 percent in April from March.", "1999-04 1999-03"),
    ("Prices rose 2 percent in May from a year earlier.", "1999-05 1998-05"),
    ("Unemployment fell in December, the government said.", "1998-12"),
    ("Rain came in over the altar this Sunday, as it had in March.", "1999-06-13 1999-03"),
])
def test_behind_or_ahead(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), WEDNESDAY)] == values.split()


@pytest.mark.parametrize(("text", "values"), [
    ("Two days later, police found the car.", "XXXX-XX-XX"),
    ("The following day, a shell hit the market.", "XXXX-XX-XX"),
    ("The new cabinet, sworn in Monday, has promised lower taxes.", "1999-06-14"),
    ("The men were freed six months later.", "XXXX-XX"),
    ("He will be back two days later.", "1999-06-18"),
    ("The store burned down on 3 May. Two days later, police found the car.", "1999-05-03 1999-05-05"),
    ("He was jailed in March to general surprise.", "1999-03"),
    ("Profit rose in the first half from the same period a year earlier.", "1999-H1 1998-H1"),
    ("The rate was 8.1% in May, unchanged from April but up from 7.9% a year ago.", "1999-05 1999-04 1998-05"),
    ("Sales for the week ended June 12 fell 2% from the year-earlier week.", "1999-W23 1998-W24"),
    ("The talks broke down the day before last Tuesday's vote.", "1999-06-14"),
    ("The last of the three fires was in October. The plant was closed that same day.", "1998-10 1998-10-XX"),
    ("It means to have half the market by 2003. It forecast a profit for the full year.", "2003 1999"),
    ("Sales on Monday were below those on the same day last week.", "1999-06-14 1999-06-07"),
])
def test_what_is_counted_and_compared(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), WEDNESDAY)] == values.split()

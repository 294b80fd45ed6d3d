"""Whether a weekday or a month without a year lies behind or ahead, as the sentence tells it."""

from __future__ import annotations

import pytest

from chrono.calendar import iso
from chrono.documents.document import Document
from chrono.reference import ReferenceTime
from chrono.tagger import tag

WEDNESDAY = ReferenceTime(iso.read("1999-06-16"), "given", "")
JANUARY = ReferenceTime(iso.read("2005-01-12"), "given", "")
JULY = ReferenceTime(iso.read("2012-07-18"), "given", "")
DECEMBER = ReferenceTime(iso.read("1999-12-15"), "given", "")


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
    ("The recital, planned for Sunday, never took place.", "1999-06-13"),
    ("A frost warning was posted through Friday morning.", "1999-06-18TMO"),
    ("A second train, the third in a week to be late, was due early on Saturday.", "P1W 1999-06-19"),
    ("Not until April 18 did they win.", "1999-04-18"),
    ("By Monday 2,100 people had been moved.", "1999-06-14"),
    ("She'll be testifying before a state panel Tuesday.", "1999-06-22"),
    ("It would mean the fourth recession in 12 years.", "P12Y"),
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
    ("Hail came down on the stalls this Sunday, as it had in March.", "1999-06-13 1999-03"),
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
    ("He met him on Tuesday. A guard was shot last October, and the site was shut that same day.",
     "1999-06-15 1998-10 1998-10-XX"),
    ("It means to have half the market by 2003. It forecast a profit for the full year.", "2003 1999"),
    ("Sales on Monday were below those on the same day last week.", "1999-06-14 1999-06-07"),
])
def test_what_is_counted_and_compared(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), WEDNESDAY)] == values.split()


@pytest.mark.parametrize(("text", "values"), [
    ("The company cut 300 jobs in November.", "1999-11"),
    ("The firm bought the mill in February.", "1999-02"),
    ("The firm opened the mill in February.", "1999-02"),
    ("The trial is to start in January.", "2000-01"),
    ("The trial starts in January.", "2000-01"),
    ("He was arrested in March and will go on trial in March.", "1999-03 2000-03"),
    ("Elections are set for March 4.", "2000-03-04"),
    ("Elections were held on Nov. 7.", "1999-11-07"),
    ("The budget, approved in October, takes effect on Jan. 1.", "1999-10 2000-01-01"),
    ("The pact expires Dec. 31.", "1999-12-31"),
    ("The pact expired Sept. 30.", "1999-09-30"),
    ("The minister visited Oslo in January and will return there in January.", "1999-01 2000-01"),
    ("The museum, closed since August, reopens in April.", "1999-08 2000-04"),
    ("The strike lasted from May to September.", "1999-05 1999-09"),
    ("The play runs from Jan. 5 to March 12.", "2000-01-05 2000-03-12"),
    ("The play ran from Jan. 5 to March 12.", "1999-01-05 1999-03-12"),
    ("The festival, which runs through Jan. 9, drew a record crowd.", "2000-01-09"),
    ("He has been in jail since January.", "1999-01"),
    ("He has been in jail since Dec. 28.", "1998-12-28"),
    ("She has been ill since last winter.", "1998-WI"),
    ("The next round of talks is in February.", "2000-02"),
    ("The last round of talks was in February.", "1999-02"),
    ("The February elections were marred by fraud.", "1999-02"),
    ("The February elections will be the first under the new law.", "2000-02"),
    ("A vote planned for January has been put off until May.", "2000-01 2000-05"),
    ("He died on Christmas Eve.", "1998-12-24"),
    ("The shop will be closed on Christmas Eve.", "1999-12-24"),
    ("The bowl game is on New Year's Day.", "2000-01-01"),
    ("They were married on New Year's Day.", "1999-01-01"),
    ("He won the race in July, finished third in August and retired in September.", "1999-07 1999-08 1999-09"),
    ("The bridge, damaged in the May floods, will not reopen before June.", "1999-05 2000-06"),
    ("Prices rose 0.3 percent in November after a 0.2 percent gain in October.", "1999-11 1999-10"),
    ("Inflation in the year to November was 2.1 percent.", "P1Y 1999-11"),
    ("His term ends in January 2001; he took office in January 1997.", "2001-01 1997-01"),
    ("The first snow fell on Dec. 3, two weeks earlier than last year.", "1999-12-03 P2W 1998"),
    ("The decision, expected by Jan. 15, could be appealed.", "2000-01-15"),
    ("Since Dec. 1, 40 people have died in avalanches.", "1999-12-01"),
    ("Between Dec. 24 and Jan. 2 the office will be closed.", "1999-12-24 2000-01-02"),
    ("The president, who took office in February, leaves for Asia on Jan. 8.", "1999-02 2000-01-08"),
    ("Work on the tunnel started in April and should be done by October.", "1999-04 2000-10"),
    ("The bill goes to the Senate in January.", "2000-01"),
    ("The bill went to the Senate in January.", "1999-01"),
    ("The group last played here in March.", "1999-03"),
    ("The group next plays here in March.", "2000-03"),
    ("The two met in Geneva in January and again in June.", "1999-01 1999-06"),
    ("The study, published in the January issue, looked at 900 men.", "2000-01"),
    ("It was finished two years later than planned.", "P2Y"),
])
def test_behind_or_ahead_at_the_end_of_a_year(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), DECEMBER)] == values.split()


@pytest.mark.parametrize(("text", "values"), [
    ("The company cut 300 jobs in November.", "2004-11"),
    ("The firm plans to open the mill in November.", "2005-11"),
    ("The tsunami of Dec. 26 killed 200,000.", "2004-12-26"),
    ("Elections are planned for Jan. 30.", "2005-01-30"),
    ("The election, held Nov. 2, was close.", "2004-11-02"),
    ("The company will report earnings on Feb. 3.", "2005-02-03"),
    ("The company reported in October that it lost $9 million.", "2004-10"),
    ("The new tax, which takes effect in April, will hit drivers.", "2005-04"),
    ("The accord signed in Nairobi on Sunday ends 21 years of war.", "2005-01-09 P21Y"),
    ("He will be sworn in on Jan. 20.", "2005-01-20"),
    ("Sales rose 8 percent in December from a year earlier.", "2004-12 2003-12"),
    ("The army says it will pull out by March.", "2005-03"),
    ("The company, which filed for bankruptcy in December, will close 40 stores by the end of January.",
     "2004-12 2005-01"),
    ("Talks last broke down in September.", "2004-09"),
    ("He was due to stand trial in December, but the hearing was put back to May.", "2004-12 2005-05"),
    ("Since September, oil has risen by a third.", "2004-09"),
    ("The summit in July will discuss debt.", "2005-07"),
    ("The summit in July discussed debt.", "2004-07"),
    ("The last summit, in July, discussed debt.", "2004-07"),
    ("The next summit, in July, will be in Scotland.", "2005-07"),
    ("A record 40 inches of rain fell in the last two weeks of December.", "P2W 2004-12"),
    ("They want the work done before summer.", "2005-SU"),
    ("The museum opened last summer and has drawn a million people.", "2004-SU"),
    ("The exhibition opens next month and runs until June 5.", "2005-02 2005-06-05"),
    ("The league resumes Saturday after the winter break.", "2005-01-15"),
    ("The bank raised rates in August and again in November and may do so in February.", "2004-08 2004-11 2005-02"),
    ("She became head of the agency in May.", "2004-05"),
    ("She becomes head of the agency in May.", "2005-05"),
    ("She is to become head of the agency in May.", "2005-05"),
    ("The film, out in March, cost $90 million.", "2005-03"),
    ("The film, shot in March, cost $90 million.", "2004-03"),
    ("The album comes out on Feb. 14.", "2005-02-14"),
    ("The album came out on Feb. 14.", "2004-02-14"),
    ("The ban expires at the end of March.", "2005-03"),
    ("The ban expired at the end of March.", "2004-03"),
    ("The ship, launched in June, sinks in the story.", "2004-06"),
    ("A spokesman said a decision was likely in February.", "2005-02"),
    ("A spokesman said a decision had been made in February.", "2004-02"),
    ("In February, the court will hear the case.", "2005-02"),
    ("In February, the court heard the case.", "2004-02"),
    ("In December, the court heard the case.", "2004-12"),
    ("By December, all of them had left.", "2004-12"),
    ("He told a court in London on Monday that he left Kabul in December.", "2005-01-10 2004-12"),
])
def test_behind_or_ahead_at_the_beginning_of_a_year(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), JANUARY)] == values.split()


@pytest.mark.parametrize(("text", "values"), [
    ("Sales fell in the second quarter.", "2012-Q2"),
    ("Sales will fall in the second quarter, the firm warned.", "2013-Q2"),
    ("The firm expects a loss in the third quarter.", "2012-Q3"),
    ("Profit is expected to rise in the fourth quarter.", "2012-Q4"),
    ("Fourth-quarter profit rose 9 percent.", "2011-Q4"),
    ("The plant will open in the fall.", "2012-FA"),
    ("The plant opened in the fall.", "2011-FA"),
    ("The plant opened last fall.", "2011-FA"),
    ("The plant opens next spring.", "2013-SP"),
    ("The plant opened this spring.", "2012-SP"),
    ("The plant will open by spring.", "2013-SP"),
    ("He was hurt in the winter.", "2011-WI"),
    ("The games open in London on July 27.", "2012-07-27"),
    ("The games opened in London on July 27.", "2011-07-27"),
    ("The tour, which began in May, ends in Lisbon on Saturday.", "2012-05 2012-07-21"),
    ("The tour ended in Lisbon on Saturday.", "2012-07-14"),
    ("The shop was robbed on Easter Sunday.", "2012-04-08"),
    ("The shop will be shut on Labor Day.", "2012-09-03"),
    ("The parade on Independence Day drew 9,000.", "2012-07-04"),
    ("He hopes to be home by Thanksgiving.", "2012-11-22"),
    ("The bank holiday in August is on the 27th.", "2012-08 2012-08-27"),
    ("They met on the 3rd and will meet again on the 24th.", "2012-07-03 2012-07-24"),
    ("The hearing on Tuesday will be closed to the public.", "2012-07-24"),
    ("A hearing is scheduled for next Tuesday.", "2012-07-24"),
    ("Voting in the runoff ends Sunday, with results due Monday.", "2012-07-22 2012-07-23"),
    ("Voting in the runoff ended Sunday, with results due Thursday.", "2012-07-15 2012-07-19"),
    ("The ferry, missing since Sunday, was found on Tuesday.", "2012-07-15 2012-07-17"),
    ("If the talks fail, the strike will start on Monday.", "2012-07-23"),
    ("The heat wave is forecast to break on Friday.", "2012-07-20"),
    ("The heat wave broke on Friday.", "2012-07-13"),
    ("Police want to speak to anyone who was in the park on Sunday.", "2012-07-15"),
    ("Anyone who saw him on Sunday should call the police by Friday.", "2012-07-15 2012-07-20"),
    ("He has to pay the fine by Monday or go to jail.", "2012-07-23"),
    ("He had to pay the fine on Monday.", "2012-07-16"),
    ("The minister must answer questions in parliament on Thursday.", "2012-07-19"),
    ("Ministers are meeting in Brussels on Friday to discuss the loan.", "2012-07-20"),
    ("Ministers meeting in Brussels on Friday agreed on the loan.", "2012-07-13"),
    ("Ministers gather in Brussels on Friday.", "2012-07-20"),
    ("The company announces its results on Thursday.", "2012-07-19"),
    ("The company announced its results on Thursday.", "2012-07-12"),
])
def test_quarters_seasons_holidays_and_days(text: str, values: str) -> None:
    assert [expression.value for expression in tag(Document(text), JULY)] == values.split()


@pytest.mark.parametrize(("text", "value"), [
    ("The firm would miss the growth it forecast in July.", "2004-07"),
    ("The firm would miss the growth it will forecast in July.", "2005-07"),
    ("The firm gave the growth forecast in July.", "2004-07"),
])
def test_a_verb_without_a_mark_of_the_present_behind_he_or_it_is_a_past(text: str, value: str) -> None:
    assert [item.value for item in tag(Document(text), JANUARY)] == [value]


@pytest.mark.parametrize("mode", ["news", "narrative"])
def test_a_text_read_as_a_tale_tells_no_past_of_days_to_come(mode: str) -> None:
    text = ("A fire destroyed the mill on Friday, July 13. Police arrested a man on Thursday. He was freed on Saturday."
            " A service will be held on Thursday.")
    values = ["2012-07-13", "2012-07-12", "2012-07-14", "2012-07-19"]
    assert [item.value for item in tag(Document(text), JULY, mode=mode)] == values

"""A pronoun gets a name only where no one else can be meant."""

from __future__ import annotations

import pytest

from .build import events

NAMED = [
    ("Harold Finch joined the bank in 1990. He left in 1999.", "Harold Finch left"),
    ("A builder from Leeds, Grant Moore, bought the mill in 2013. He sold it in 2016.", "Grant Moore sold"),
    ("Mr. Dale married Helen Moss in 1958; she died in 2011.", "Helen Moss died"),
    (
        "Marshal Otto Krantz held the pass. Count Emmer left. Krantz did not see it fall: he had been shot in "
        "May 1746.",
        "Krantz had been shot",
    ),
    ("Bengt Holm left in 2001. Gianni Rossi said no in 2016. He was hired in 2019.", "Gianni Rossi was hired"),
    # the last name of a person told in full before, as the subject of the sentence before
    (
        "Mr Hale quit. He named a deputy, Pavel Danu. Danu was hired on 3 May 2024. He was promoted on 6 May 2024.",
        "Danu was promoted",
    ),
    # a name that is called "its own" is no person's; what the main clause is about outranks what stands beside it
    ("Torvik lost its licence in 2004 when the state shut a mine. It sold two mills in 2005.", "Torvik sold two mills"),
    ("Daro Marine built ships. Daro won its largest order in 2007. It was bailed out in 2010.", "Daro was bailed out"),
    ("Brandt & Oehler sold its mines in 2018. It opened a plant in May 2020.", "Brandt & Oehler opened a plant"),
    ("Vestmark suffered when the crown took its mines in 1811; they were given back in 1815.", "Its mines were given"),
    # a ship is a "she"
    ("The barge Kestrel was built in 1988. She sank in 2015.", "The Kestrel sank"),
    ("The ferry left Oslo in May 1912. She struck a rock on 5 May 1912.", "The ferry struck a rock"),
    # what "it" was in the sentence before it still is
    ("Harlow Bank struggled. It cut its forecast in May 2024. It will hire in June 2024.", "Harlow Bank will hire"),
    # whoever owns what the sentence is about
    ("The prince left Ulmen in 1645. His generals burned the bridge in 1646.", "The prince's generals burned"),
    ("Anna Kvist fell in 2010. Three days later her wrists were set.", "Anna Kvist's wrists were set"),
    ("Vestmark has been on a hiring spree since its merger in 2013.", "Vestmark's merger"),
    # whoever did what is told in the passive, and the one ship or lot of things that something was done to
    ("Mats Ek left in 1880. The yard was founded by Gustaf Holm, a smith. He died in 1911.", "Gustaf Holm died"),
    ("A flood carried away two arches in 1744. They were replaced in 1751.", "Two arches were replaced"),
    ("The town ran a ferry instead. She sank in May 1829.", "The ferry sank"),
    ("The first wooden bridge over the Tarn at Velden was weak. It was burned in 1498.", "The first wooden bridge was"),
    ("Allied sold its mines in 2016 and was itself taken over in 2019.", "Allied was taken over"),
    ("The States trained him. It said no. The opposition is split. Its leader left in May.", "The opposition's leader"),
    ("Lindqvist won after she hurt a wrist. Her coach, Per Aas, fell. He was hired in 2016.", "Her coach was hired"),
    ("Brightwell Ltd signed. Brightwell left in 2018 and paid no rent. It was shut in 2019.", "Brightwell was shut"),
    ("Engineers at Usuda reached the probe. They sent commands on Saturday.", "Engineers sent commands"),
    ("She found the comet in 2004, and it returned in 2017.", "The comet returned"),
    # whom the text opens with, where nobody else of this sex has been told of lately
    (
        "Torhild Vikane, who has died, mapped the fjords.\n\nHer mother kept a shop. She was poor. The war came. "
        "The town was hungry.\n\nShe left in 1941.",
        "Torhild Vikane left",
    ),
    ("Torhild Vikane, who has died, was born Torhild Lie in 1922. She fled in 1941.", "Torhild Vikane fled"),
    # kin who only says so is not who is told of
    ("Carl Brandt died. The cause was a fall, his son, Peter, said. He had left in 1990.", "Carl Brandt had left"),
    ("The guns were removed in 1921. In 1940 German troops took the isle; they left in 1945.", "German troops left"),
    # a surname without its first name is the same person, and whom something is done to is whoever the text tells of
    (
        "A paper printed minutes of talks between the head of staff, Goran Belik, and two Halvard directors. Belik was "
        "dismissed. He was held in May 2013, and a court placed him under house arrest in June 2013.",
        "Belik was held",
    ),
    ("Anna Berg left. She was held in May 2013, and a court freed her in June 2013.", "A court freed Anna Berg"),
    ("Jan Kowalski was dismissed. Prosecutors charged him in June 2011.", "Prosecutors charged Jan Kowalski"),
    ("The war ended in 1945. The fort has been a museum since 1962. It was restored in 1998.", "The fort was restored"),
]
KEPT = [
    ("Mr. Dale was born in 1931. His father, a clerk, died in 1937. He left school in 1948.", "He left"),
    ("Torhild Vikane has died. Her mother kept a shop. She left in May 1941.", "She left"),
    ("In 1977, aboard the tug Maurice, he crossed the bay.", "He crossed"),
    ("The council sold the hall in 1998. It burned down in 2001.", "It burned down"),
    ("The House passed the bill in May 2003. It was signed in June 2003.", "It was signed"),
    ("Moren says it will wait until the barge is gone. Its parliament was asked in May 2019.", "Its parliament"),
    ("Karl Tamm died in 2010. The canton asked a retired judge for help. He reported in 2012.", "He reported"),
    ("A League side put them out in May. In 2003 it took United nine minutes to score.", "It took United"),
    ("Mats Ek met the mayor. The yard was founded by Orm Tveit. He died in 1911.", "He died"),
    ("The prince hired the engineer Thomas Ferrer. His bridge opened on 12 May 1834.", "His bridge"),
    ("He wrote 9 cheques. An auditor asked for bills in 2012, and said they had been burned in 2011.", "They had"),
    ("The States trained him. It said no. The work is done. Its leader left in May.", "Its leader"),
    ('The Society chose her. "My mother thought it a club," Ruth Amadi said. She died in May 2020.', "She died"),
    (
        "Mary Ashdown flew in 1931. She joined the service in 1940. She flew 47 types. Its head, Ann Gower, liked her. "
        "Gower died in 1947.\n\nAfter the war she found no work. She opened a garage in May 1946.",
        "She opened",
    ),
    ("Jan Kowalski was dismissed. Peter Holm met him in June 2011.", "Peter Holm met him"),
    ("Jan Kowalski left. The nephew of the mayor met him in June 2011.", "The nephew of the mayor met him"),
    ("Jan Kowalski was dismissed. He met him in June 2011.", "Jan Kowalski met him"),
    ("Two women came. He fell in 1933, when she left. They married in May 1934.", "They married"),
    ("Steve Jobs showed it. Jobs said no. They downloaded music in May 2011.", "They downloaded"),
    ("A monk founded the chapel in 1102. It burned in 1180.", "It burned"),
    ("The mill closed in 1990 and the quarry flooded in 1991. It reopened in 1995.", "It reopened"),
    ("The company said the plant had been losing money. It closed in 1990.", "It closed"),
    ("Vestmark bought two mills in Finland in 1998. They closed in 2003.", "They closed"),
    ("Anna Berg bought the yacht Silver Fox in 1999. She sank in 2003.", "She sank"),
    ("I married Jonas in 1972. She died in 1983.", "She died"),
    ("Dale is survived by a son, Paul. He retired in 1996.", "Dale retired"),
    ("A: I moved to Bergen. He came in 1990.", "He came"),
    ("In 1643 the Swedes took the fort. In 1720 it became a prison.", "It became"),
    (
        "Agnes Moreau was born in 1929. She married in 1960. She taught at Nice from 1968 to 1994. In 1977 President "
        "Orsini d'Alba made her a knight. Retirement did not suit her. In 2003 she published a memoir.",
        "She published",
    ),
]


@pytest.mark.parametrize(("text", "words"), NAMED, ids=[text for text, _ in NAMED])
def test_named(text: str, words: str) -> None:
    assert words in [event.clause[: len(words)] for event in events(text)]


@pytest.mark.parametrize(("text", "words"), KEPT, ids=[text for text, _ in KEPT])
def test_never_a_name_that_may_be_wrong(text: str, words: str) -> None:
    assert events(text)[-1].clause.startswith(words)

"""English wording: past forms, and text put together from pieces made tidy."""

from __future__ import annotations

import re

from . import lexicon


def past(lemma: str) -> str:
    """The past tense of an English verb."""
    irregular = lexicon.irregular_past().get(lemma)
    if irregular:
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def definite(text: str) -> str:
    """What was told with "a", told again."""
    return f"the{text[text.index(' '):]}" if text.startswith(("a ", "an ", "A ", "An ")) else text


def possessive(name: str) -> str:
    """The name as an owner: "Berg's", "the Rovers'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def tidy(text: str) -> str:
    """The text with single spaces and without stray commas and conjunctions at its ends."""
    text = re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:-–—\"“”'`")
    text = re.sub(r" (?=n['’]t\b)", "", text)
    text = re.sub(r",(\s*,)+", ",", text)
    text = re.sub(r"([$£€]) (?=\d)", r"\1", text)
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub("[\"“”]", "", text)
    text = re.sub(r"(\d[a-z]{0,2})\.$", r"\1", text)  # "£900m."
    text = re.sub(r",\s*(more|less|fewer|higher|lower)$", "", text)
    text = re.sub(r"\s+at (?:around|about|roughly|approximately|just|nearly)$", "", text)
    text = re.sub(r"[\s,]+and again$", "", text)
    return re.sub(r"[\s,]+(and|or|but|(?<!only )once|when|while|because|although|unless|,)$", "", text).rstrip(" ,")


def sentence_case(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]

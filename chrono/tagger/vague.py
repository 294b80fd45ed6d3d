"""Resolving references to the past, the present and the future that name no time."""

from __future__ import annotations

from .discourse import Discourse
from .reading import Reading
from .resolve import TooVague, operator


@operator("Vague")
def vague(discourse: Discourse, value: str) -> Reading:
    return Reading("DATE", value, relative=True)


@operator("RefWord")
def reference_word(discourse: Discourse, word: str) -> Reading:
    return Reading("DATE", {"past": "PAST_REF", "present": "PRESENT_REF"}.get(word, "FUTURE_REF"), relative=True)


@operator("NarrativeAdjective")
def narrative_adjective(discourse: Discourse, word: str) -> Reading:
    """"Former", "future": TIMEX2 (Ferro et al. 2005) tags them, TIMEX3 as practised on news does not."""
    if not discourse.narrative:
        raise TooVague
    return vague(discourse, "PAST_REF" if word == "former" else "FUTURE_REF")


@operator("PlayingSeason")
def playing_season(discourse: Discourse, which: str) -> Reading:
    value = {"next": "FUTURE_REF", "this": "PRESENT_REF", "current": "PRESENT_REF"}.get(which, "PAST_REF")
    return vague(discourse, value)

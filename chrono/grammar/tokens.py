"""The tokenizer: spaCy's English rules, adjusted to cut words as the English UD treebanks (EWT, GUM) do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from chrono.grammar.lexicon import clusters
from chrono.wordlists import sequences

if TYPE_CHECKING:
    from spacy.language import Language

# The treebanks split hyphenated compounds, but not after a bound prefix ("non-profit", "e-mail").
_WORDS = sequences("grammar", "words")
_BOUND_PREFIXES = "|".join(_WORDS["bound-prefix"])
# A mark repeated is one token ("!!!", "----", "....").
_RUN = r"(?:!{2,}|\?{2,}|[!?]{2,}|\.{2,}|-{2,}|={2,}|\*{2,}|_{2,}|~{2,}|<{2,}|>{2,}|\+{2,})"
# Telephone numbers, ranges of digits within a code, and the like stay whole; a range of years does not.
_PHONE = r"\(?\d{3}\)?-\d{3}-\d{4}|\d{3}-\d{4}|\d{1,4}/\d{1,2}/\d{1,4}|9/11"
_WHOLE = re.compile(rf"(?i)(?:(?:{_BOUND_PREFIXES})-\w[\w'’]*|{_RUN}|{_PHONE})$")
# "Jae-in", "Jae-won": a given name of syllables is one word, unlike "Iraqi-born" and "Pan-democrat".
_GIVEN = frozenset(_WORDS["given-syllable"])
_SYLLABLES = re.compile(r"([A-Z][a-z]{1,6})-([a-z]{1,6})$")


def _is_whole(word: str) -> bool:
    """Whether a word is kept in one piece, whatever marks are inside."""
    if _WHOLE.match(word):
        return True
    name = _SYLLABLES.match(word)
    if not name:
        return False
    first, second = name.groups()
    known = first.lower() in clusters() and first.lower() not in _GIVEN
    return not known and (len(second) <= 2 or second in _GIVEN or second not in clusters())


@registry.tokenizers("chrono.TreebankTokenizer.v1")  # type: ignore[untyped-decorator]
def treebank_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer with the treebanks' segmentation of hyphens, slashes and repeated punctuation."""
    return _build


def _build(nlp: Language) -> Tokenizer:
    defaults = nlp.Defaults
    infixes = [rule for rule in defaults.infixes or () if "---" not in str(rule)]
    infixes += [
        r"(?<=[\w.%'’)\]])(?:—|–|-{2,}|~)(?=[\w$\"'“‘(\[])",
        r"(?<=[\w.%])-(?=\w)(?<!\d-(?=\d))",
        r"(?<=\d)[/–](?=\d)",
        r"(?<=[A-Za-z])\((?=\w)",
        r"(?<=\w)\)(?=[:\w(])",
        r"(?<=\w)[\"?!](?=[A-Z])",
    ]
    hour, hyphen = r"(?<=\d)(?:[ap]m|[AP]M|[ap]\.m\.?)", r"(?<=\w)-"
    rules = {word: cut for word, cut in (defaults.tokenizer_exceptions or {}).items() if "/" not in word}
    return Tokenizer(
        nlp.vocab,
        rules=rules | {word: [{"ORTH": word}] for word in _WORDS["abbreviation"]},
        prefix_search=compile_prefix_regex([_RUN, r"-(?=[A-Za-z])", *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([_RUN, hour, hyphen, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_is_whole,
        url_match=defaults.url_match,
    )

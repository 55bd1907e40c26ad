"""The cues of speech and thought with their frames, and the small words that rules about them share."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from kg.language import syntax
from kg.language.wordlists import rows

Cues = Mapping[str, frozenset[str]]

BREAKS = {",", ";", ":", "-", "–", "—", "--"}
DASHES = {"-", "–", "—", "--"}
QUOTATION_MARKS = {'"', "”", "»", "''"}
DAYS = {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")} | {
    "earlier",
    "later",
    "yesterday",
    "today",
    "tonight",
}


@cache
def cues() -> Cues:
    """The cues with their frames, from cues.tsv."""
    return {lemma: frames_of(code) for lemma, code in rows("kg.language.attribution", "cues.tsv")}


@cache
def cue_lemmas() -> frozenset[str]:
    """The cues alone."""
    return frozenset(cues())


def frames_of(code: str) -> frozenset[str]:
    """ "cop:of,about" → {"c", "o", "p:of", "p:about"}."""
    plain, _, prepositions = code.partition("p:")
    return frozenset(plain) | frozenset(f"p:{word}" for word in prepositions.split(",") if word)


def cue_lemma(token: Token) -> str:
    """The lemma of a word as the cues list it."""
    return syntax.lemma(token, cue_lemmas())


def is_listed(token: Token) -> bool:
    """Whether a word's lemma is among the cues."""
    return cue_lemma(token) in cue_lemmas()


def quoting(verb: Token) -> Token | None:
    """The verb above this one that names whom it quotes: "quoted X as saying"; ClearNLP's labels put "as" between them."""
    above = verb.head.head if verb.head.lower_ == "as" else verb.head
    return above if above.lemma_ in {"quote", "cite"} else None

"""The cues of speech and thought with their frames, and the small words that rules about them share."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Span, Token

from kg.language import syntax
from kg.language.wordlists import rows

Cues = Mapping[str, frozenset[str]]

BREAKS = {",", ";", ":", "-", "–", "—", "--"}
DASHES = {"-", "–", "—", "--"}
# Verbs that tell of speech only beside another word: "made it clear that", "drew attention to".
TURNS = {"find": {"that"}, "make": {"clear", "plain"}, "draw": {"attention"}}
CITING = {"citing", "quoting"}
QUOTING = {"quote", "cite"}
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
    """Whether a word's lemma is among the cues, and the word stands by that it needs to be one."""
    lemma = cue_lemma(token)
    return lemma in cue_lemmas() and (lemma not in TURNS or any(t.lower_ in TURNS[lemma] for t in turn_of(token)))


def turn_of(token: Token) -> Span:
    """The few words behind a verb that may make it a turn of speech."""
    return token.doc[token.i + 1 : token.i + 5]


def quoting(verb: Token) -> Token | None:
    """The verb above this one that names whom it quotes: "quoted X as saying"; ClearNLP's labels put "as" between them."""
    above = verb.head.head if verb.head.lower_ == "as" else verb.head
    if above.lemma_ in QUOTING:
        return above
    if verb.i == 0 or verb.nbor(-1).lower_ != "as":
        return None
    verbs = (
        t for t in reversed(verb.doc[max(verb.sent.start, verb.i - 12) : verb.i]) if t.tag_ in {"VBD", "VBZ", "VBN"}
    )
    return next((t for t in verbs if t.lemma_ in QUOTING), None)

"""Which nouns are channels of speech, and under which prepositions: "at a briefing", "on Telegram", "told reporters"."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from kg.language import syntax
from kg.language.wordlists import rows

ADDRESSEES = syntax.OBJECTS | syntax.INDIRECT


class Channel(NamedTuple):
    """A kind of channel, by its rank (0 is the surest), and what its nouns stand under."""

    rank: int
    kind: str
    prepositions: frozenset[str]


@cache
def channels() -> Mapping[str, Channel]:
    """The channel of each noun, and of each that needs a word before it ("press+conference")."""
    table = enumerate(rows("kg.language.circumstances", "channels.tsv"))
    found = [(nouns, Channel(rank, kind, frozenset(under.split()))) for rank, (kind, under, nouns) in table]
    return {noun: channel for nouns, channel in reversed(found) for noun in nouns.split()}


def channel_of(noun: Token) -> Channel | None:
    """The channel that a noun names."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = noun.lemma_.lower()
    whole = (f"{c.lower_}+{lemma}" for c in noun.children if c.i < noun.i)
    return next((channels()[words] for words in whole if words in channels()), None) or channels().get(lemma)


def is_spoken_through(noun: Token, channel: Channel) -> bool:
    """Whether a noun stands as a channel: under one of its prepositions, or as whom somebody tells."""
    return (syntax.preposition(noun) or ("-" if noun.dep_ in ADDRESSEES else "")) in channel.prepositions

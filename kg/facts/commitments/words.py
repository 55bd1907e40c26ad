"""The word lists of undertakings."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from kg.language import syntax
from kg.language.wordlists import word_lists


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The lists of words.tsv by their names."""
    return word_lists("kg.facts.commitments", "words.tsv")


@cache
def fates() -> frozenset[str]:
    """The verbs that say what becomes of a commitment."""
    return words()["keep"] | words()["deliver"] | words()["break"] | words()["suspend"]


def is_truce(noun: Token) -> bool:
    """Whether a noun is for laying down arms: "ceasefire", also where it is cut in two words, "cease-fire"."""
    is_cut = noun.lower_ == "fire" and any(c.lower_ == "cease" for c in noun.children)
    return is_cut or noun.lemma_.lower() in words()["truce"]


def is_in(token: Token, listed: str) -> bool:
    """Whether a word's lemma is on one of the lists."""
    return syntax.lemma(token, words()[listed]) in words()[listed]

"""Which words are wrongs: the lists of wrongs.tsv, and what makes a plain word a wrong."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from kg.language import syntax
from kg.language.wordlists import word_lists


@cache
def wrongs() -> Mapping[str, frozenset[str]]:
    """The word lists of wrongs.tsv by their names."""
    return word_lists("kg.language.allegations", "wrongs.tsv")


def is_verb_of(token: Token, listed: str) -> bool:
    """Whether a word is a verb of one of the lists, headlines' mistagged ones included."""
    return (token.pos_ == "VERB" or token.tag_ == "VBZ") and is_in(token, listed)


def is_in(token: Token, listed: str) -> bool:
    """Whether a word's lemma is on one of the lists."""
    return syntax.lemma(token, wrongs()[listed]) in wrongs()[listed]


def is_misdeed(noun: Token) -> bool:
    """Whether a noun is a wrong, by itself, by its adjective or by whom it hits."""
    lemma = noun.lemma_.lower()
    if lemma in wrongs()["misdeed"] or any(c.lower_ in wrongs()["bad"] for c in noun.children):
        return True
    return lemma in wrongs()["strike"] and any(t.lemma_.lower() in wrongs()["protected"] for t in noun.subtree)


def is_bad_act(verb: Token) -> bool:
    """Whether a plain verb is made a wrong by its adverb or object: "illegally sent", "carry out attacks", "deliver strikes on civilians"."""
    if any(c.lower_ in wrongs()["badly"] for c in verb.children):
        return True
    is_hitting, is_doing = done_by(verb) in wrongs()["hitting"], done_by(verb) in wrongs()["doing"]
    if not is_hitting and not is_doing:
        return False
    objects = [*syntax.children(verb, syntax.OBJECTS), *syntax.obliques(verb, {"in", "to"})]
    blows = {"strike", "airstrike", "attack", "act", "action"}
    if is_hitting and any(o.lemma_.lower() in blows for o in objects):
        return any(syntax.obliques(t, {"on", "against"}) for t in (verb, *objects))
    return is_doing and any(is_misdeed(n) for o in objects for n in syntax.coordinated(o))


def done_by(verb: Token) -> str:
    """The lemma of the verb that tells the deed; parsers take "had delivered strikes" for having strikes that are delivered."""
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    is_auxiliary = verb.lemma_ == "have" and behind.tag_ == "VBN" and behind.dep_ == "amod"
    return behind.lemma_ if is_auxiliary else verb.lemma_


def is_failing(verb: Token) -> bool:
    """Whether not doing this is the wrong: "is not doing enough to combat …", "does not comply"."""
    if verb.lemma_ in wrongs()["failing"]:
        return True
    return verb.lemma_ == "do" and any(c.lower_ in {"enough", "anything", "nothing"} for c in verb.children)

"""When and where a deed is said to have happened: the words of the deed → its own date and place."""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from kg.entities.titles import is_agreement_noun, is_document_noun, is_place_noun
from kg.language import syntax
from kg.language.circumstances.saying import is_timed, place_at
from kg.language.reading import Reading
from kg.language.tokens import tokens_in
from kg.language.wordlists import word_lists
from kg.model import DatedSpan, Mention
from kg.model import Span as Offsets


@cache
def events() -> Mapping[str, frozenset[str]]:
    """The word lists of events.tsv by their names."""
    return word_lists("kg.language.circumstances", "events.tsv")


def happened(reading: Reading, act: Offsets) -> tuple[DatedSpan | None, Mention | None]:
    """The date and the place that hang on a deed."""
    words = tokens_in(reading.doc, *act)
    if words is None:
        return None, None
    deeds = {words.root, *(t for t in words if t.dep_ == "conj" and t.head == words.root)}
    date = next(
        (reading.date_at[t.i] for t in words.sent if t.i in reading.date_at and is_timed(t) and is_of(t, deeds)), None
    )
    hung = (t for t in words.sent if t.pos_ in {"NOUN", "PROPN"} and is_of(t, deeds))
    return date, next((m for t in hung if (m := struck_at(reading, t)) is not None), None)


def struck_at(reading: Reading, noun: Token) -> Mention | None:
    """The location that a nominal puts a deed in: "in Bergen", "on the coast of Norway", "shelled Bergen", "strikes on Bergen"."""
    head, under = noun.head.lemma_, syntax.preposition(noun)
    if noun.dep_ in syntax.OBJECTS | syntax.PASSIVE_SUBJECTS:
        return place_at(reading, noun, anyhow=head in events()["hit"])
    is_hit = under in {"on", "against"} and head in events()["blow"]
    is_ground = under == "on" and is_place_noun(noun.lemma_.lower())
    return place_at(reading, noun, anyhow=is_hit or is_ground)


def is_of(token: Token, deeds: set[Token]) -> bool:
    """Whether a nominal hangs on a deed, by way of one noun at most that is neither its doer nor an agreement or a text."""
    return any(t in deeds for t in above(token))


def above(token: Token) -> Iterator[Token]:
    """The words that a nominal hangs on, as far as what is told of it is told of them."""
    head, nouns = token.head, 0
    while head.i != token.i and nouns < 2:
        yield head
        if not is_open(head):
            return
        nouns += head.pos_ in {"NOUN", "PROPN"} and head.lemma_ not in events()["blow"]
        token, head = head, head.head


def is_open(word: Token) -> bool:
    """Whether what is told of a word is told as well of what that word hangs on."""
    if word.pos_ in {"NOUN", "PROPN", "NUM", "ADP"}:
        lemma = word.lemma_.lower()
        return (
            word.dep_ not in {"conj", "appos", "nsubj"} and not is_agreement_noun(lemma) and not is_document_noun(lemma)
        )
    if word.dep_ == "acl:relcl":  # "an attack that killed dozens in X"
        return (subject := syntax.own_subject(word)) is not None and subject.lower_ in {"that", "which"}
    return word.tag_ in {"VBN", "VBG"} and word.dep_ == "acl" and word.lemma_ in events()["doing"]

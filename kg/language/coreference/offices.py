"""For whom somebody speaks by office: the cast of an article → the body or state of each spokesman, press service, envoy."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.entities.titles import is_organization_noun
from kg.language import syntax
from kg.language.attribution import DAYS
from kg.language.coreference import names
from kg.language.coreference.cast import Cast, Draft
from kg.language.coreference.descriptions import body_of
from kg.language.mentions import ARMY, GOVERNMENT, NAMES, SEATS, Candidate, bare, countries_in, is_nation
from kg.language.wordlists import word_lists


class Office(NamedTuple):
    """Whom somebody speaks for, and the words that say so."""

    draft: Draft
    words: Span


@cache
def posts() -> Mapping[str, frozenset[str]]:
    """The word lists of offices.tsv by their names."""
    return word_lists("kg.language.coreference", "offices.tsv")


def find_offices(cast: Cast) -> Mapping[Draft, Office]:
    """Whom each of the cast speaks for, as the first words say that name it; a body that only a title names joins the cast."""
    found: dict[Draft, Office] = {}
    for token in cast.doc:
        holder = next(iter(cast.at.get(token.i, ())), None) if is_post(token) else None
        if holder is None or holder in found:
            continue
        named = (office(cast, holder, token, words) for words in named_for(token))
        if (first := next((each for each in named if each is not None and each.draft is not holder), None)) is not None:
            found[holder] = first
    return found


def is_post(noun: Token) -> bool:
    """Whether a noun is for one who speaks for others, and still does."""
    if noun.pos_ not in {"NOUN", "PROPN"} or not noun.i:
        return False
    lemma, lists = noun.lemma_.lower(), posts()
    is_press = lemma in lists["press"] and noun.nbor(-1).lower_ == "press"
    if lemma not in lists["spokesmen"] and lemma not in lists["envoys"] and not is_press:
        return False
    return not any(c.lower_ in lists["past"] for c in noun.children)


def named_for(post: Token) -> Iterator[Span]:
    """The words that may say whose post it is: those before it, those behind "of" or "for"."""
    end = post.i
    while end > post.sent.start and post.doc[end - 1].lower_ in posts()["ranks"]:
        end -= 1
    start = end
    while start > post.sent.start and is_of_name(post.doc[start - 1]):
        start -= 1
    yield post.doc[start:end]
    yield from (syntax.phrase(noun) for noun in syntax.obliques(post, {"of", "for"}))


def is_of_name(word: Token) -> bool:
    """Whether a word may stand in the name of a body or state before a post."""
    is_nominal = word.pos_ in {"PROPN", "NOUN", "ADJ"} or word.tag_ == "POS"
    return is_nominal and word.lower_ not in DAYS and NAMES.get(word.ent_type_) != "PER"


def office(cast: Cast, holder: Draft, post: Token, words: Span) -> Office | None:
    """The body, state or person that these words name."""
    span = without_edges(words)
    if not span:
        return None
    head, codes = span.root if span.root.i >= post.i else span[-1], countries_in(span, "")
    known = next((d for d in cast.at.get(head.i, ()) if d is not holder), None)
    if known is not None:
        return Office(known, span)
    if (called := described(cast, span)) is not None and called is not holder:
        called.name(bare(span))
        return Office(called, span)
    found = Candidate("organization", span, head, name=bare(span), countries=codes)
    is_state = post.lemma_.lower() in posts()["envoys"] and all(is_nation(t) or t.ent_type_ for t in span)
    if len(codes) == 1 and (is_state or head.lower_ in GOVERNMENT):
        return Office(names.country(cast, Candidate("capital", span, head, countries=codes)), span)
    if len(codes) == 1 and head.lower_ in ARMY:
        return Office(body_of(cast, next(iter(codes)), found), span)
    return Office(names.organization(cast, found), span) if is_body(span, head) else None


def described(cast: Cast, span: Span) -> Draft | None:
    """The body that the wire has called by the same words, if in other letters: "Danish port authority"."""
    words = span.text.lower()
    bodies = cast.of_type("organization")
    return next((d for d in bodies if any(names.without_article(w).lower() == words for w in d.words)), None)


def without_edges(words: Span) -> Span:
    """Words without an article before them and a genitive behind."""
    start, end = words.start, words.end
    while start < end and (words.doc[start].pos_ in {"DET", "PART"} or words.doc[start].lower_ in {"the", "a", "an"}):
        start += 1
    while end > start and words.doc[end - 1].tag_ == "POS":
        end -= 1
    return words.doc[start:end]


def is_body(span: Span, head: Token) -> bool:
    """Whether words name a body by a name of its own: "Kremlin", "Danish Foreign Ministry", no "ministry"."""
    is_named = any(t.text[:1].isupper() for t in span)
    is_organization = is_organization_noun(head.lemma_.lower()) or NAMES.get(head.ent_type_) == "ORG"
    return span.text.lower() in SEATS or (is_named and is_organization)

"""Which words of a part may refer to somebody: what its names bear, and what pronouns, posts and nouns describe."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.entities.gazetteer import country_named, country_of_demonym
from kg.entities.titles import (
    is_document_noun,
    is_group_noun,
    is_organization_noun,
    is_role_noun,
    split_title,
)
from kg.language import syntax
from kg.language.mentions import (
    FORCES,
    GOVERNMENT,
    NAMES,
    Candidate,
    MentionKind,
    bare,
    countries_in,
    is_nation,
    names,
    owners_in,
)
from kg.language.titles import is_role

PRONOUNS = {"he", "she", "it", "they", "him", "her", "them", "i", "we", "who", "us", "me"}


POSSESSIVES = {"his", "her", "its", "their"}
# Who may speak without a name.
ANYBODY = {"some", "many", "others", "those", "several", "most", "few", "another", "one"}
STATES = {
    "country",
    "government",
    "kingdom",
    "neighbor",
    "neighbour",
    "power",
    "republic",
    "state",
}  # many of them are a group
DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "its", "their"}


def find_candidates(span: Span, surnames: frozenset[str], sources: frozenset[int]) -> Iterator[Candidate]:
    """The candidates of one part, in text order; no token belongs to two of them. `sources` are the tokens that speak."""
    taken: set[int] = set()
    named = {c.span.start: c for c in names(span, surnames)}
    for candidate in named.values():
        taken.update(range(candidate.span.start, candidate.span.end))
    found = [*named.values(), *(c for t in span if (c := described(t, taken, surnames, sources)) is not None)]
    yield from sorted(found, key=lambda c: c.head.i)


def described(token: Token, taken: set[int], surnames: frozenset[str], sources: frozenset[int]) -> Candidate | None:
    """A description or pronoun that a token heads; a surname that the names step has missed is a name all the same."""
    if token.i in taken:
        return None
    if token.text in surnames:
        return Candidate("person", token.doc[token.i : token.i + 1], token, name=token.text)
    if (found := pronoun(token, sources)) is not None:
        return found
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in syntax.INSIDE_NAMES or not token.text[0].isalpha():
        return None
    return by_noun(token, taken, sources)


def pronoun(token: Token, sources: frozenset[int]) -> Candidate | None:
    """What a word means that names nobody by itself: a pronoun, "the West", "those who …" where they speak."""
    if token.text == "West" and token.i and token.nbor(-1).lower_ == "the":
        return Candidate("group", token.doc[token.i - 1 : token.i + 1], token, name="the West", is_definite=True)
    speaks = token.i in sources
    if (token.pos_ == "PRON" and token.lower_ in PRONOUNS) or (speaks and token.lower_ in POSSESSIVES):
        return Candidate("pronoun", token.doc[token.i : token.i + 1], token)
    if speaks and token.pos_ != "NOUN" and token.lower_ in ANYBODY:
        return Candidate("group", syntax.full_phrase(token), token, is_plural=True)
    return None


def by_noun(token: Token, taken: set[int], sources: frozenset[int]) -> Candidate | None:
    """What a noun describes, with the words that belong to it."""
    kind = kind_of(token)
    if kind in {"document", "thing"} and token.i not in sources:
        return None  # most nouns are for things that do not speak
    is_unnamed = token.lemma_ == "source" or (
        token.i + 1 < len(token.doc) and token.nbor().lower_ in {"familiar", "close"}
    )
    whole = syntax.full_phrase(token) if is_unnamed else syntax.phrase(token)
    span = whole if is_unnamed and len(whole) < 14 else own_words(whole, token, taken)
    title, name = split_title(bare(span))
    if kind == "role" and title and bears(name, span, taken):  # a person whom the names step has missed
        return Candidate(
            "person", span, span[-1], name=name, title=title, countries=countries_in(span, name), owners=owners_in(span)
        )
    countries = countries_in(span, "")
    if kind == "body" and any(names_body(t) for t in span if t.i < token.i) and not holds_name(span, taken):
        return Candidate("organization", span, token, name=bare(span), countries=countries)
    return Candidate(
        "group" if token.lower_ == "authorities" and not countries else kind,
        span,
        token,
        countries=countries,
        owners=owners_in(span),
        is_definite=is_definite(span),
        is_plural=token.tag_ in {"NNS", "NNPS"},
    )


def holds_name(span: Span, taken: set[int]) -> bool:
    """Whether a phrase holds the name of an organization that it describes: "the X news agency"."""
    return any(t.i in taken and NAMES.get(t.ent_type_) == "ORG" for t in span)


def is_definite(span: Span) -> bool:
    """Whether a phrase may mean somebody met before: "the minister", "his aides", "Russian planes", but not "a minister"."""
    if span[0].lower_ in DEFINITE:
        return True
    return not any(t.dep_ in {"det", "nummod"} or t.lower_ in {"a", "an"} for t in span)


def bears(name: str, span: Span, taken: set[int]) -> bool:
    """Whether what stands behind a title is a person's name: two words or more, no other's name and no post or body."""
    words = name.split()
    behind = span.doc[span.end - len(words) : span.end] if len(words) < len(span) else span
    return len(words) > 1 and not any(
        t.i in taken or is_role(t) or is_organization_noun(t.lemma_.lower()) for t in behind
    )


def leads_away(token: Token) -> bool:
    """Whether a word behind a noun leads to what is no part of its name: a preposition but "of", or "of" before a deed."""
    of_deed = token.lower_ == "of" and token.i + 1 < len(token.doc) and token.nbor().tag_ == "VBG"
    return of_deed or (token.pos_ == "ADP" and token.lower_ != "of")


def names_body(token: Token) -> bool:
    """Whether a word before "agency", "party" or the like is that body's name, not its nation's."""
    return token.pos_ == "PROPN" and not is_nation(token) and country_named(token.text) is None


def own_words(span: Span, head: Token, taken: set[int]) -> Span:
    """A phrase from behind the last verb or other's name before its head: what the parser has glued to it goes."""
    others = [t.i for t in span if t.i < head.i and (t.pos_ in {"VERB", "PUNCT"} and t.text not in {"-", "–"})]
    people = [
        t.i
        for t in span
        if t.i < head.i and t.i in taken and NAMES.get(t.ent_type_) == "PER" and t.nbor(1).tag_ != "POS"
    ]
    start = max([*(i + 1 for i in others), *(i + 1 for i in people), span.start])
    while (
        start < head.i
        and span.doc[start].pos_ in {"ADP", "SCONJ", "CCONJ", "PART", "ADV"}
        and span.doc[start].tag_ != "POS"
    ):
        start += 1
    end = next((t.i for t in span if t.i > head.i and leads_away(t)), span.end)
    start -= span.doc[start].text == "-" and start > span.start
    while (
        start - 2 >= span.doc[start].sent.start
        and span.doc[start - 1].text == "-"
        and not span.doc[start - 1].whitespace_
    ):
        start -= 2  # "left-wing"
    return span.doc[min(start, head.i) : end]


def kind_of(token: Token) -> MentionKind:
    """What sort of actor a noun may describe."""
    lemma, plural = token.lemma_.lower(), token.tag_ in {"NNS", "NNPS"}
    if token.lower_ in GOVERNMENT:
        return "body"
    if lemma in FORCES or is_organization_noun(lemma):
        return "group" if plural and lemma not in FORCES else "body"
    if is_role_noun(lemma):
        return "group" if plural else "role"
    if is_group_noun(lemma) or (plural and lemma in STATES) or (plural and country_of_demonym(token.text) is not None):
        return "group"
    if is_document_noun(lemma):
        return "document"
    return "thing"

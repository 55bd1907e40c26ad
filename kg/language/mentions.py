"""Which words of a Doc may refer to somebody: names with their titles, descriptions, pronouns, each with what it tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kg.entities.gazetteer import country_named, country_of_capital, country_of_demonym, is_place
from kg.entities.titles import (
    is_document_noun,
    is_group_noun,
    is_organization_noun,
    is_role_noun,
    split_title,
)
from kg.language import syntax
from kg.language.titles import title_start

MentionKind = Literal[
    "person", "organization", "country", "capital", "people", "role", "body", "group", "document", "pronoun", "thing"
]
NAMES = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "MISC": "MISC",
    "NORP": "MISC",
    "EVENT": "MISC",
}
SEATS = {
    "kremlin",
    "white house",
    "pentagon",
    "capitol hill",
    "downing street",
    "elysee palace",
    "élysée palace",
    "state department",
}
GOVERNMENT = {"government", "authorities", "side", "leadership"}
ARMY = {"military", "army", "force", "forces", "troop", "troops", "militaries", "soldier", "soldiers"}
FORCES = ARMY | {"navy", "intelligence", "police"}
PRONOUNS = {"he", "she", "it", "they", "him", "her", "them", "i", "we", "who", "us", "me"}


@dataclass(frozen=True)
class Candidate:
    """Words that may refer to an actor. `name` is the proper name, `title` what stands before it."""

    kind: MentionKind
    span: Span  # as an alias would give it
    head: Token
    name: str = ""
    title: str = ""
    countries: frozenset[str] = frozenset()
    owners: tuple[str, ...] = ()  # organizations named within a description or title
    is_definite: bool = False
    is_plural: bool = False

    @cached_property
    def lemma(self) -> str:
        """The head noun of a description."""
        return self.head.lemma_.lower()


def find_candidates(span: Span, surnames: frozenset[str], sources: frozenset[int]) -> Iterator[Candidate]:
    """The candidates of one part, in text order; no token belongs to two of them. `sources` are the tokens that speak."""
    taken: set[int] = set()
    named = {c.span.start: c for c in names(span, surnames)}
    for candidate in named.values():
        taken.update(range(candidate.span.start, candidate.span.end))
    found = [*named.values(), *(c for t in span if (c := described(t, taken, surnames, sources)) is not None)]
    yield from sorted(found, key=lambda c: c.head.i)


def names(span: Span, surnames: frozenset[str]) -> Iterator[Candidate]:
    """The named: people with their titles, organizations with the nation before them, countries and their capitals."""
    doc = span.doc
    for entity in entities_in(span):
        label = NAMES.get(entity.label_)
        text = bare(entity)
        if label is None or len(text) == 0:
            continue
        if text in surnames and country_named(text) is None:
            label = "PER"
        yield from named(doc, span, entity, text, label, surnames)


def entities_in(span: Span) -> list[Span]:
    """The names that stand whole in a span. (`Span.ents` looks through the whole Doc each time.)"""
    doc, found, start = span.doc, [], None
    for token in span:
        if start is not None and token.ent_iob_ != "I":
            found.append(Span(doc, start, token.i, label=doc[start].ent_type))
            start = None
        if token.ent_iob_ == "B":
            start = token.i
    if start is not None and (span.end == len(doc) or doc[span.end].ent_iob_ != "I"):
        found.append(Span(doc, start, span.end, label=doc[start].ent_type))
    return found


def named(doc: Doc, part: Span, entity: Span, text: str, label: str, surnames: frozenset[str]) -> Iterator[Candidate]:
    """The candidate that a name is, the gazetteer's word before the label where a country or capital is named."""
    title, rest = split_title(text)
    country = country_named(text)
    if text.lower() in SEATS:
        yield Candidate("organization", entity, entity[-1], name=text)
    elif country is not None and text not in surnames:
        yield Candidate("country", entity, entity[-1], name=text, countries=frozenset({country}))
    elif (capital := country_of_capital(text)) is not None and text not in surnames:
        yield Candidate("capital", entity, entity[-1], name=text, countries=frozenset({capital}))
    elif label == "PER" or (title and len(rest.split()) > 1 and label in {"ORG", "MISC"}):
        yield person(doc, part, entity, rest if title else text)
    elif label == "MISC":
        nation = country_of_demonym(text)
        last = entity[-1]
        if nation is not None and last.tag_ in {"NNS", "NNPS"}:
            yield Candidate("people", entity, last, name=text, countries=frozenset({nation}), is_plural=True)
    elif label == "ORG" and not (len(entity) == 1 and is_place(text) and not text.isupper()):
        yield organization(doc, part, entity)


def bare(span: Span) -> str:
    """The text of a name without article, possessive and quotation marks."""
    text = span.text.strip("\"“”'‘’ ")
    for ending in ("'s", "’s", "?s"):
        text = text.removesuffix(ending)
    return text.removeprefix("the ").removeprefix("The ").strip()


def person(doc: Doc, part: Span, entity: Span, name: str) -> Candidate:
    """A person's name with the title before it."""
    start = title_start(doc, part, entity)
    title = (
        bare(doc[start : entity.end]).removesuffix(name).strip()
        if start < entity.start
        else split_title(entity.text)[0]
    )
    span = doc[start : entity.end]
    if title.endswith(("’s", "'s")):
        title = ""
    return Candidate(
        "person", span, entity[-1], name=name, title=title, countries=countries_in(span, name), owners=owners_in(span)
    )


def organization(doc: Doc, part: Span, entity: Span) -> Candidate:
    """An organization's name, with the nation before it: "Russian Foreign Ministry"."""
    start, end = entity.start, entity.end
    while start > part.start and is_nation(doc[start - 1]):
        start -= 1
    if start - 2 >= part.start and doc[start - 1].tag_ == "POS" and country_named(doc[start - 2].text):
        start -= 2
    while (
        end < part.end
        and doc[end].pos_ == "PROPN"
        and not doc[end].ent_type_
        and is_organization_noun(doc[end].lemma_.lower())
    ):
        end += 1
    span = doc[start:end]
    head = doc[end - 1]
    if (
        end < part.end
        and is_organization_noun(doc[end].lemma_.lower())
        and doc[end].pos_ == "NOUN"
        and head.head.i == end
    ):
        head = doc[end]
        span = doc[start : end + 1]
    return Candidate("organization", span, head, name=bare(doc[start:end]), countries=countries_in(span, ""))


def is_nation(token: Token) -> bool:
    """Whether a word is an adjective of nationality or a country before a noun."""
    return country_of_demonym(token.text) is not None and token.pos_ in {"ADJ", "PROPN"}


def countries_in(span: Span, name: str) -> frozenset[str]:
    """The countries that the words before a name or noun belong to."""
    found, own = set(), name.split()
    for word in (token.text for token in span):
        if word[:1].isupper() and word not in own and (code := country_of_demonym(word) or country_named(word)):
            found.add(code)
    for entity in entities_in(span):
        if entity.text not in name and (code := country_named(bare(entity))):
            found.add(code)
    return frozenset(found)


def owners_in(span: Span) -> tuple[str, ...]:
    """The organizations that a title or description names: "Kremlin Spokesman"."""
    words = [bare(e) for e in entities_in(span) if NAMES.get(e.label_) == "ORG"]
    seats = [t.text for t in span if t.lower_ in SEATS]
    return tuple(dict.fromkeys([*words, *seats]))


def described(token: Token, taken: set[int], surnames: frozenset[str], sources: frozenset[int]) -> Candidate | None:
    """A description or pronoun that a token heads; a surname that the names step has missed is a name all the same."""
    if token.i in taken:
        return None
    if token.text in surnames:
        return Candidate("person", token.doc[token.i : token.i + 1], token, name=token.text)
    if token.text == "West" and token.i and token.nbor(-1).lower_ == "the":
        return Candidate("group", token.doc[token.i - 1 : token.i + 1], token, name="the West", is_definite=True)
    if token.pos_ == "PRON" and token.lower_ in PRONOUNS:
        return Candidate("pronoun", token.doc[token.i : token.i + 1], token)
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in syntax.INSIDE_NAMES or not token.text[0].isalpha():
        return None
    kind = kind_of(token)
    if kind in {"document", "thing"} and token.i not in sources:
        return None  # most nouns are for things that do not speak
    whole = syntax.full_phrase(token) if token.lemma_ == "source" else syntax.phrase(token)
    span = whole if token.lemma_ == "source" and len(whole) < 14 else own_words(whole, token, taken)
    title, name = split_title(bare(span))
    if kind == "role" and title and len(name.split()) > 1:  # a person whom the names step has missed
        return Candidate(
            "person", span, span[-1], name=name, title=title, countries=countries_in(span, name), owners=owners_in(span)
        )
    if kind == "body" and any(names_body(t) for t in span if t.i < token.i):
        return Candidate("organization", span, token, name=bare(span), countries=countries_in(span, ""))
    plural = token.tag_ in {"NNS", "NNPS"}
    first = span[0]
    definite = first.lower_ in {"the", "this", "that", "these", "those", "his", "her", "its", "their"} or not (
        any(t.dep_ in {"det", "nummod"} or t.lower_ in {"a", "an"} for t in span)
    )
    return Candidate(
        kind,
        span,
        token,
        countries=countries_in(span, ""),
        owners=owners_in(span),
        is_definite=definite,
        is_plural=plural,
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
        start < head.i and span.doc[start].pos_ in {"ADP", "SCONJ", "CCONJ", "PART"} and span.doc[start].tag_ != "POS"
    ):
        start += 1
    end = next((t.i for t in span if t.i > head.i and leads_away(t)), span.end)
    return span.doc[min(start, head.i) : end]


def kind_of(token: Token) -> MentionKind:
    """What sort of actor a noun may describe."""
    lemma, plural = token.lemma_.lower(), token.tag_ in {"NNS", "NNPS"}
    if lemma in FORCES or is_organization_noun(lemma) or lemma in GOVERNMENT:
        return "group" if plural and lemma not in FORCES | GOVERNMENT else "body"
    if is_role_noun(lemma):
        return "group" if plural else "role"
    if is_group_noun(lemma) or (plural and country_of_demonym(token.text) is not None):
        return "group"
    if is_document_noun(lemma):
        return "document"
    return "thing"

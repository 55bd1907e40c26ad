"""What a mention is, and the named: people with their titles, organizations with their nation, countries."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kg.entities.gazetteer import country_named, country_of_capital, country_of_demonym, is_place
from kg.entities.names import plain_words
from kg.entities.organizations import is_international, is_known_organization
from kg.entities.titles import (
    is_organization_noun,
    split_title,
)
from kg.language import syntax
from kg.language.titles import PEOPLE, is_role, title_start

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
SEATS = {  # of government, and whose
    "kremlin": "RU",
    "white house": "US",
    "pentagon": "US",
    "capitol hill": "US",
    "downing street": "GB",
    "elysee palace": "FR",
    "élysée palace": "FR",
    "state department": "US",
}
UNIONS = {"Brussels": "European Union"}  # capitals that mostly stand for no one state
GOVERNMENT = {"government", "authorities", "side", "leadership"}
STORMS = {"cyclone", "hurricane", "typhoon"}  # bear people's names
ARMY = {"military", "army", "force", "forces", "troop", "troops", "militaries", "soldier", "soldiers"}
FORCES = ARMY | {"navy", "intelligence", "police"}


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


def names(span: Span, surnames: frozenset[str]) -> Iterator[Candidate]:
    """The named: people with their titles, organizations with the nation before them, countries and their capitals."""
    doc = span.doc
    for entity in entities_in(span):
        label = NAMES.get(entity.label_)
        text = bare(entity)
        if label is None or len(text) == 0 or STORMS & {entity[0].lower_, doc[max(entity.start - 1, 0)].lower_}:
            continue
        if text in surnames and country_named(text) is None:
            label = "PER"
        elif (label == "PER" and stands_under_article(entity)) or is_known_organization(text):
            label = "ORG"
        yield from named(doc, span, entity, text, label, surnames)


def entities_in(span: Span) -> list[Span]:
    """The names that stand whole in a span. (`Span.ents` looks through the whole Doc each time.)"""
    doc, found, start = span.doc, [], None
    for token in span:
        if start is None and not token.ent_type:
            continue  # most words
        if start is not None and joins_surnames(token, start):
            continue
        if start is not None and (token.ent_iob_ != "I" or is_lone_bracket(token, start)):
            found.append(Span(doc, start, token.i, label=doc[start].ent_type))
            start = token.i + 1 if token.ent_iob_ == "I" else None
        if token.ent_iob_ == "B":
            start = token.i
    if start is not None and (span.end == len(doc) or doc[span.end].ent_iob_ != "I"):
        found.append(Span(doc, start, span.end, label=doc[start].ent_type))
    return found


def stands_under_article(entity: Span) -> bool:
    """Whether "the" stands before a single word that is a whole phrase, as before no person's name: "The Hill reported"."""
    is_single = len(entity) == 1 and entity[0].dep_ not in syntax.INSIDE_NAMES | syntax.POSSESSIVES
    return is_single and entity.start > 0 and entity[0].nbor(-1).lower_ == "the" and entity[0].tag_ == "NNP"


def joins_surnames(token: Token, start: int) -> bool:
    """Whether a word goes on with a person's name that a hyphen joins: "Maria Lind-[Dahl]"."""
    doc = token.doc
    if doc[start].ent_type_ not in PEOPLE or token.i - start < 2:
        return False
    hyphen = token if token.text == "-" else doc[token.i - 1]
    is_tight = hyphen.text == "-" and not hyphen.whitespace_ and not doc[hyphen.i - 1].whitespace_
    return is_tight and hyphen.i + 1 < len(doc) and doc[hyphen.i + 1].is_title and doc[hyphen.i + 1].pos_ == "PROPN"


def is_lone_bracket(token: Token, start: int) -> bool:
    """Whether a bracket closes within a name that it did not open in: "the Union's (AU) Security Council"."""
    return token.text == ")" and all(t.text != "(" for t in token.doc[start : token.i])


def named(doc: Doc, part: Span, entity: Span, text: str, label: str, surnames: frozenset[str]) -> Iterator[Candidate]:
    """The candidate that a name is, the gazetteer's word before the label where a country or capital is named."""
    title, rest = split_title(text)
    country = country_named(text)
    if text.lower() in SEATS:
        yield Candidate("organization", entity, entity[-1], name=text, countries=frozenset({SEATS[text.lower()]}))
    elif country is not None and text not in surnames:
        yield Candidate("country", entity, entity[-1], name=text, countries=frozenset({country}))
    elif text in UNIONS and stands_for_union(doc, entity):
        yield Candidate("organization", entity, entity[-1], name=UNIONS[text])
    elif (capital := country_of_capital(text)) is not None and text not in surnames:
        yield Candidate("capital", entity, entity[-1], name=text, countries=frozenset({capital}))
    elif label in {"PER", "ORG", "MISC"} and (own := name_in_portfolio(doc, part, entity)):
        yield person(doc, part, doc[entity.end - len(own.split()) : entity.end], own)
    elif label == "PER" or (label in {"ORG", "MISC"} and title and may_name_person(rest)):
        yield person(doc, part, entity, rest if title else text)
    elif label == "MISC":
        nation = country_of_demonym(text)
        last = entity[-1]
        if nation is not None and last.tag_ in {"NNS", "NNPS"}:
            yield Candidate("people", entity, last, name=text, countries=frozenset({nation}), is_plural=True)
    elif label == "ORG" and not (len(entity) == 1 and is_place(text) and not text.isupper()):
        yield organization(doc, part, entity)


def stands_for_union(doc: Doc, seat: Span) -> bool:
    """Whether a capital stands for the union of states that has its seat there: it acts, and its own state is not named."""
    own = country_of_capital(seat.text)
    is_there = seat.start > 0 and doc[seat.start - 1].lower_ in {"in", "at", "near", "outside"}
    return not is_there and all(own not in (country_named(t.text), country_of_demonym(t.text)) for t in doc)


def may_name_person(text: str) -> bool:
    """Whether words may be a person's full name: two or more, the last no noun for a body."""
    words = text.split()
    return len(words) > 1 and not is_organization_noun(words[-1].lower())


def name_in_portfolio(doc: Doc, part: Span, entity: Span) -> str:
    """The person's name in a name that begins with what a minister is over: "Minister of [Defense X Y]"; else empty."""
    start = entity.start - 2
    if start < part.start or doc[start + 1].lower_ != "of" or not is_role(doc[start]):
        return ""
    title, name = split_title(doc[start : entity.end].text)
    return name if title and name != entity.text and may_name_person(name) else ""


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
    start, end = nation_start(doc, part, entity), entity.end
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


def nation_start(doc: Doc, part: Span, entity: Span) -> int:
    """Where an organization's name starts with the nation before it; "Ukraine's EU membership" makes no EU Ukrainian."""
    start = entity.start
    if is_international(plain_words(bare(entity))):
        return start
    while start > part.start and is_nation(doc[start - 1]):
        start -= 1
    if start - 2 >= part.start and doc[start - 1].tag_ == "POS" and country_named(doc[start - 2].text):
        start -= 2
    return start


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

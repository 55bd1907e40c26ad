"""The findings of one wire as the quads of its graph: any kind of fact, by the roles its fields carry (docs/graph.md)."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, XSD, URIRef

from kg.model import (
    Actor,
    ActorType,
    Agreement,
    Article,
    DatedSpan,
    Fact,
    FactRef,
    Findings,
    Location,
    Marked,
    Mention,
    Passage,
    Span,
    roles,
)
from ontology.minting import article_iri, encoded, geonames_iri, part_iri
from ontology.terms import DL

CLASSES: dict[ActorType, URIRef] = {
    "person": DL.Person,
    "organization": DL.Organization,
    "country": DL.Country,
    "group": DL.Group,
}
TYPE = RDF.type
_SURROGATES = re.compile("[\ud800-\udfff]")


def quads(findings: Findings, reader: str) -> list[Quad]:
    """The graph of an article, each quad once, the same for the same findings. `reader` is what read the wire."""
    page = _Page(findings.article)
    page.add_article(findings, reader)
    for actor in findings.actors:
        page.add_actor(actor)
    for location in findings.locations:
        page.add_location(location)
    for agreement in findings.agreements:
        page.add_named(agreement, DL.Agreement)
    for fact in findings.facts:
        page.add_fact(fact)
    return list(dict.fromkeys(page.quads))


def digest(text: str) -> str:
    """SHA-256 of a text as it stands in the graph, in hexadecimal."""
    return hashlib.sha256(storable(text).encode()).hexdigest()


def storable(text: str) -> str:
    """A text with half characters (lone surrogates), which no RDF can hold, replaced one for one: offsets stay true."""
    return text if text.isascii() else _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


@cache
def properties(kind: type[Fact]) -> tuple[tuple[str, URIRef], ...]:
    """The fields of a kind of fact that fill roles in the graph, each with its property, those of all kinds among them."""
    return (
        ("cue", DL.cue),
        ("channel", DL.channel),
        ("told_to", DL.toldTo),
        ("within", DL.within),
        *((name, role.term) for name, role in roles(kind)),
    )


class _Page:
    """The quads of one article, as they come together."""

    def __init__(self, article: Article) -> None:
        self.quads: list[Quad] = []
        self._text = storable(article.text)
        self._posts: dict[str, str] = {}
        self._article = article.id
        self._graph = NamedNode(article_iri(article.id))

    def add_article(self, findings: Findings, reader: str) -> None:
        article = findings.article
        self._say(self._graph, TYPE, DL.Article)
        self._say_words(
            self._graph,
            {
                DL.identifier: article.id,
                DL.headline: article.headline,
                DL.text: article.text,
                DL.agency: article.agency,
                DL.url: article.url,
                DL.digest: digest(article.text),
                DL.reader: reader,
            },
        )
        self._say_date(self._graph, DL.published, article.published)
        self._say_date(self._graph, DL.date, article.date)
        if findings.place:
            self._say(self._graph, DL.place, self._part(findings.place.entity))

    def add_actor(self, actor: Actor) -> None:
        node = self.add_named(actor, DL.Actor)
        self._say(node, TYPE, CLASSES[actor.type])
        self._say(node, DL.proper, Literal(actor.proper))
        self._say_words(node, {DL.country: actor.country})
        for wording in actor.roles:
            self._say(node, DL.holds, self._role(wording))

    def add_location(self, location: Location) -> None:
        node = self.add_named(location, DL.Location)
        self._say_words(node, {DL.country: location.country, DL.coordinatesOf: location.basis})
        if location.latitude is not None and location.longitude is not None:
            self._say(node, DL.latitude, decimal(location.latitude, 5))
            self._say(node, DL.longitude, decimal(location.longitude, 5))
        if location.geonames is not None:
            self._say(node, DL.geonames, NamedNode(geonames_iri(location.geonames)))

    def add_named(self, entity: Actor | Location | Agreement, kind: URIRef) -> NamedNode:
        node = self._part(entity.id)
        self._say(node, TYPE, kind)
        self._say_words(node, {DL.identifier: entity.id, DL.name: entity.name})
        for alias in entity.aliases:
            self._say_words(node, {DL.alias: alias})
        return node

    def add_fact(self, fact: Fact) -> None:
        node = self._part(fact.id)
        self._say(node, TYPE, DL.Fact, fact.type)
        self._say(node, DL.article, self._graph)
        self._say(node, DL.confidence, decimal(fact.confidence, 3))
        self._say_words(node, {DL.finder: fact.finder, DL.dateBasis: fact.date_basis, DL.placeBasis: fact.place_basis})
        self._say_date(node, DL.date, fact.date)
        self._passages(fact, node, DL.date, fact.date_words.spans if fact.date_words else ())
        evidence = fact.evidence
        self._say(node, DL.evidence, self._words(f"{fact.id}/evidence", evidence.start, evidence.end, evidence.exact))
        for name, term in properties(type(fact)):  # type: ignore[arg-type]  # mypy mistakes the class for its instance
            self._passages(fact, node, term, self._fill(node, term, getattr(fact, name)))
        if fact.place:
            spans = self._fill(node, DL.place, fact.place)
            # An inherited place is the dateline's: its words are no part of this fact.
            self._passages(fact, node, DL.place, spans if fact.place_basis == "stated" else ())

    def _role(self, wording: str) -> NamedNode:
        """A post, under the first wording of it: capitals and spacing do not make it another."""
        key = "-".join(wording.lower().split())
        node = self._part(f"role/{encoded(key)}")
        self._say(node, TYPE, DL.Role)
        self._say_words(node, {DL.name: self._posts.setdefault(key, wording)})
        return node

    def _fill(self, node: NamedNode, term: URIRef, value: object) -> list[Span]:
        """Says what fills a role; gives the words it takes, piece by piece."""
        match value:
            case None:
                return []
            case str():
                self._say_words(node, {term: value})
                return []
            case Passage():
                self._say_words(node, {term: value.text})
                return list(value.spans)
            case Marked():
                self._say_words(node, {term: value.value})
                return list(value.words.spans)
            case DatedSpan():
                self._say_date(node, term, value.value)
                return [value.span]
            case Mention():
                self._say(node, term, self._part(value.entity))
                return [Span(value.start, value.end)]
            case FactRef():
                self._say(node, term, self._part(value.id))
                return []
            case tuple():
                return [span for item in value for span in self._fill(node, term, item)]
        raise TypeError(f"a role of a fact cannot be filled by {value!r}")

    def _passages(self, fact: Fact, node: NamedNode, term: URIRef, spans: Iterable[Span]) -> None:
        role = term.rpartition("#")[2]
        for number, (start, end) in enumerate(spans, 1):
            passage = self._words(f"{fact.id}/{role}-{number}", start, end, self._text[start:end])
            self._say(passage, DL.role, Literal(role))
            self._say(node, DL.passage, passage)

    def _words(self, local: str, start: int, end: int, exact: str) -> NamedNode:
        node = self._part(local)
        self._say(node, TYPE, DL.Evidence)
        self._say(node, DL.start, Literal(start))
        self._say(node, DL.end, Literal(end))
        self._say_words(node, {DL.exact: exact})
        return node

    def _part(self, local: str) -> NamedNode:
        return NamedNode(part_iri(self._article, local))

    def _say_date(self, node: NamedNode, term: URIRef, value: dt.date | str | None) -> None:
        if value:
            self._say(node, term, date(str(value)))

    def _say_words(self, node: NamedNode, words: dict[URIRef, str | None]) -> None:
        for term, value in words.items():
            if value is not None:
                self._say(node, term, Literal(storable(value)))

    def _say(self, node: NamedNode, term: URIRef, *values: URIRef | NamedNode | Literal) -> None:
        for value in values:
            said = _named(value) if isinstance(value, URIRef) else value
            self.quads.append(Quad(node, _named(term), said, self._graph))


@cache
def _named(term: URIRef) -> NamedNode:
    return NamedNode(term)


def decimal(number: float, places: int) -> Literal:
    """A number as a decimal in canonical form, so that it comes out of the store as it went in."""
    digits = f"{number:.{places}f}".rstrip("0").rstrip(".")
    return Literal("0" if digits in {"-0", ""} else digits, datatype=_named(XSD.decimal))


def date(value: str) -> Literal:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a literal of its own type."""
    kinds = {4: XSD.gYear, 7: XSD.gYearMonth}
    return Literal(value, datatype=_named(kinds.get(len(value), XSD.date)))

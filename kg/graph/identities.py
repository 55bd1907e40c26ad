"""The graphs across wires, made from the graphs of the articles: who is who, and which fact is linked to which."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

import pyoxigraph
from pyoxigraph import NamedNode, Quad
from rdflib import RDF, URIRef

from kg.entities.corrections import Correction
from kg.entities.identity import (
    AgreementIdentity,
    Identity,
    LocalActor,
    LocalAgreement,
    LocalLocation,
    LocationIdentity,
    correct_actors,
    identify_actors,
    identify_agreements,
    identify_locations,
)
from kg.graph.links import link_quads
from kg.graph.mapping import CLASSES, decimal
from kg.graph.rows import Value
from kg.graph.writer import GraphWriter
from ontology.minting import IDENTITIES, LINKS, actor_iri, agreement_iri, article_id, geonames_iri, location_iri
from ontology.terms import DL

Term = NamedNode | pyoxigraph.Literal
Known = TypeVar("Known", Identity, LocationIdentity, AgreementIdentity)
Basis = Literal["place", "capital"]

PREFIX = f"PREFIX dl: <{DL._NS}>"
ACTORS = f"""{PREFIX} SELECT ?iri ?identifier ?name ?type ?country ?proper ?day WHERE {{
    VALUES ?type {{ dl:Person dl:Organization dl:Country dl:Group }}
    GRAPH ?article {{
        ?iri a dl:Actor, ?type ; dl:identifier ?identifier ; dl:name ?name ; dl:proper ?proper
        OPTIONAL {{ ?iri dl:country ?country }}
        OPTIONAL {{ ?article dl:date ?day }}
    }}
}}"""
LOCATIONS = f"""{PREFIX} SELECT ?iri ?identifier ?name ?country ?latitude ?longitude ?geonames ?basis WHERE {{
    GRAPH ?article {{
        ?iri a dl:Location ; dl:identifier ?identifier ; dl:name ?name
        OPTIONAL {{ ?iri dl:country ?country }}
        OPTIONAL {{ ?iri dl:latitude ?latitude ; dl:longitude ?longitude }}
        OPTIONAL {{ ?iri dl:geonames ?geonames }}
        OPTIONAL {{ ?iri dl:coordinatesOf ?basis }}
    }}
}}"""
AGREEMENTS = f"""{PREFIX} SELECT ?iri ?identifier ?name WHERE {{
    GRAPH ?article {{ ?iri a dl:Agreement ; dl:identifier ?identifier ; dl:name ?name }}
}}"""
ALIASES = f"""{PREFIX} SELECT ?iri ?alias WHERE {{ GRAPH ?article {{ ?iri dl:identifier ?id ; dl:alias ?alias }} }}"""
POSTS = f"""{PREFIX} SELECT ?iri ?post WHERE {{ GRAPH ?article {{ ?iri dl:holds/dl:name ?post }} }}"""


def identify(
    writer: GraphWriter,
    corrections: Sequence[Correction] = (),
    *,
    actors: Callable[[Iterable[LocalActor]], Mapping[str, Identity]] = identify_actors,
    locations: Callable[[Iterable[LocalLocation]], Mapping[str, LocationIdentity]] = identify_locations,
    agreements: Callable[[Iterable[LocalAgreement]], Mapping[str, AgreementIdentity]] = identify_agreements,
) -> tuple[str, ...]:
    """Brings the graphs of identities and of links up to date with all the articles of the live store.

    What they say depends on the articles' graphs and a newsroom's corrections alone, not on the order wires came in;
    what is right already stays. Gives a sentence for each correction that changes nothing.
    """
    aliases = _many(writer, ALIASES)
    local = _local_actors(writer, aliases)
    people, warnings = correct_actors(local, corrections) if corrections else (actors(local), ())
    deals = agreements(_local_agreements(writer, aliases))
    quads = [
        *_identified(people, actor_iri, _described_actor),
        *_identified(locations(_local_locations(writer, aliases)), location_iri, _described_location),
        *_identified(deals, agreement_iri, _described_agreement),
    ]
    writer.replace_graph(IDENTITIES, quads)
    writer.replace_graph(LINKS, link_quads(writer, people, deals))
    return warnings


def _local_actors(writer: GraphWriter, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[LocalActor]:
    posts = _many(writer, POSTS)
    types = {str(term): name for name, term in CLASSES.items()}
    for iri, identifier, name, kind, country, proper, day in writer.select(ACTORS).rows:
        local = str(iri)
        yield LocalActor(
            local,
            article_id(local),
            str(identifier),
            str(name),
            types[str(kind)],
            aliases.get(local, ()),
            _text(country),
            bool(proper),
            posts.get(local, ()),
            day if isinstance(day, dt.date) else None,
        )


def _local_locations(writer: GraphWriter, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[LocalLocation]:
    bases: dict[Value | None, Basis] = {"place": "place", "capital": "capital"}
    for iri, identifier, name, country, latitude, longitude, geonames, basis in writer.select(LOCATIONS).rows:
        local = str(iri)
        yield LocalLocation(
            local,
            article_id(local),
            str(identifier),
            str(name),
            aliases.get(local, ()),
            _text(country),
            None if latitude is None else float(str(latitude)),
            None if longitude is None else float(str(longitude)),
            None if geonames is None else int(str(geonames).rstrip("/").rpartition("/")[2]),
            bases.get(basis),
        )


def _local_agreements(writer: GraphWriter, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[LocalAgreement]:
    for iri, identifier, name in writer.select(AGREEMENTS).rows:
        local = str(iri)
        yield LocalAgreement(local, article_id(local), str(identifier), str(name), aliases.get(local, ()))


def _identified(
    known: Mapping[str, Known],
    mint: Callable[[str], URIRef],
    describe: Callable[[Known], Iterator[tuple[URIRef, Term]]],
) -> Iterator[Quad]:
    """The quads that say of each entity of a wire who or what it is, and describe each that something is."""
    graph = NamedNode(IDENTITIES)
    for iri, one in known.items():
        yield Quad(NamedNode(iri), NamedNode(DL.identifiedAs), NamedNode(mint(one.id)), graph)
        if because := one.grounds.get(iri):
            yield Quad(NamedNode(iri), NamedNode(DL.identifiedBecause), pyoxigraph.Literal(because), graph)
    described: dict[str, Known] = {each.id: each for each in known.values()}
    for who in described.values():
        node = NamedNode(mint(who.id))
        yield Quad(node, NamedNode(DL.name), pyoxigraph.Literal(who.name), graph)
        for alias in who.aliases:
            yield Quad(node, NamedNode(DL.alias), pyoxigraph.Literal(alias), graph)
        for term, said in describe(who):
            yield Quad(node, NamedNode(term), said, graph)


def _described_actor(actor: Identity) -> Iterator[tuple[URIRef, Term]]:
    yield RDF.type, NamedNode(DL.Actor)
    yield RDF.type, NamedNode(CLASSES[actor.type])
    yield DL.proper, pyoxigraph.Literal(actor.proper)
    if actor.country:
        yield DL.country, pyoxigraph.Literal(actor.country)
    for other in actor.apart:
        yield DL.differentFrom, NamedNode(actor_iri(other))


def _described_location(place: LocationIdentity) -> Iterator[tuple[URIRef, Term]]:
    yield RDF.type, NamedNode(DL.Location)
    if place.country:
        yield DL.country, pyoxigraph.Literal(place.country)
    if place.latitude is not None and place.longitude is not None:
        yield DL.latitude, decimal(place.latitude, 5)
        yield DL.longitude, decimal(place.longitude, 5)
    if place.geonames is not None:
        yield DL.geonames, NamedNode(geonames_iri(place.geonames))
    if place.basis:
        yield DL.coordinatesOf, pyoxigraph.Literal(place.basis)


def _described_agreement(_agreement: AgreementIdentity) -> Iterator[tuple[URIRef, Term]]:
    yield RDF.type, NamedNode(DL.Agreement)


def _many(writer: GraphWriter, query: str) -> dict[str, tuple[str, ...]]:
    """Pairs as a table of many: whatever order they come in, its values are sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in writer.select(query).rows:
        found[str(one)].add(str(other))
    return {one: tuple(sorted(others)) for one, others in found.items()}


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)

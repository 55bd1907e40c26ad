"""All links, from what the graphs of the articles say, as the quads of the graph of links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

import pyoxigraph
from pyoxigraph import NamedNode, Quad
from rdflib import RDF

from kg.entities.local import AgreementIdentity, Identity
from kg.graph.links.claims import Claim, Link, Said
from kg.graph.links.clauses import first_clause, is_denying, is_negated, negated_clauses, plain_clauses
from kg.graph.links.counters import find_counters
from kg.graph.links.histories import find_breaches, find_histories
from kg.graph.links.opposites import (
    find_answers,
    find_contradicted_charges,
    find_contradicted_clauses,
    find_denied,
    find_named,
)
from kg.graph.links.told import Told, read_told
from kg.graph.links.words import negations
from kg.graph.writer import GraphWriter
from ontology.minting import LINKS, link_iri
from ontology.terms import DL


def link_quads(
    writer: GraphWriter, people: Mapping[str, Identity], agreements: Mapping[str, AgreementIdentity]
) -> list[Quad]:
    """The graph of links over all articles of the live store, given who and what is who and what across wires."""
    told = read_told(writer, people, agreements)
    found: dict[tuple[str, str, str], str] = {}
    for link in find_links(told):
        key, basis = (link.source, link.relation, link.target), "; ".join(link.basis)
        if (link.source, link.target) not in told.denied_within:
            found[key] = min(found.get(key, basis), basis)  # what is found twice is found for either reason
    return [
        quad for (source, relation, target), basis in found.items() for quad in _quads(source, relation, target, basis)
    ]


def find_links(told: Told) -> Iterator[Link]:
    """What answers, contradicts, follows or breaks what."""
    charges, names = told.charges, told.names
    answers = [
        *find_answers([*told.denials, *_told_again(told)], charges, names),
        *find_named(told.denials, charges, names),
    ]
    yield from answers
    yield from find_counters(charges, (link for link in answers if link.relation == "denies"), names)
    yield from _links_of_statements(told)
    yield from find_histories(told.steps, names)
    yield from find_breaches(charges, told.steps, told.agreements, names)


def _links_of_statements(told: Told) -> Iterator[Link]:
    """What statements deny or contradict, and what denies or contradicts them."""
    charges, denials, names = told.charges, told.denials, told.names
    acts, denied_acts = _acts((*charges, *denials)), _acts(denials)
    denying = (told.claim_of(said) for said in told.statements if is_denying(said.cue))
    negated = (told.claim_of(said) for said in told.statements if is_negated(said.content))
    denied = list(_without(denied_acts, map(first_clause, denying)))
    no = list(_without(denied_acts, chain.from_iterable(map(negated_clauses, negated))))
    yield from find_denied(denied, charges, names)
    yield from find_contradicted_charges(no, (c for c in charges if not negations(c.act)), names)

    def plain(said: Said) -> Iterator[Claim]:
        return _without(acts, plain_clauses(told.claim_of(said)))

    others = (*no, *(c for c in charges if negations(c.act) == 1))
    yield from find_contradicted_clauses((*denials, *denied), others, told.statements, plain, names)


def _told_again(told: Told) -> Iterator[Claim]:
    """Denials, each in the words of the accusation of its own wire that it answers: "denied it" has none of its own."""
    charges = {charge.iri: charge for charge in told.charges}
    for denial in told.denials:
        for charge in (charges.get(target) for source, target in told.denied_within if source == denial.iri):
            if charge is not None:
                yield replace(denial, act=charge.act, targets=charge.targets)


def _acts(claims: Iterable[Claim]) -> dict[str, list[str]]:
    """The acts of some claims by their wires."""
    acts: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        acts[claim.article].append(claim.act)
    return acts


def _without(acts: Mapping[str, list[str]], clauses: Iterable[Claim]) -> Iterator[Claim]:
    """The clauses in which no claim of their wire stands: that is linked already as what it is."""
    return (c for c in clauses if not any(act in c.act or c.act in act for act in acts.get(c.article, ())))


def _quads(source: str, relation: str, target: str, basis: str) -> Iterator[Quad]:
    """A link as a plain triple, for questions, and as a statement about it that says what it rests on."""
    graph, one, verb, other = NamedNode(LINKS), NamedNode(source), NamedNode(DL[relation]), NamedNode(target)
    link = NamedNode(link_iri(source, relation, target))
    yield Quad(one, verb, other, graph)
    for term, value in ((RDF.type, NamedNode(DL.Link)), (RDF.subject, one), (RDF.predicate, verb), (RDF.object, other)):
        yield Quad(link, NamedNode(term), value, graph)
    yield Quad(link, NamedNode(DL.basis), pyoxigraph.Literal(basis), graph)

"""Quads as text: Turtle, TriG, N-Quads, N-Triples or JSON-LD, the same bytes for the same quads."""

from collections.abc import Iterable, Sequence
from typing import Literal

from pyoxigraph import Quad, RdfFormat, Triple, serialize
from rdflib import XSD

from ontology.minting import ARTICLE, GEONAMES
from ontology.terms import DL

Format = Literal["turtle", "trig", "nquads", "ntriples", "jsonld"]
FORMATS: dict[Format, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
}
PREFIXES = {"dl": str(DL._NS), "geonames": GEONAMES, "xsd": str(XSD)}


def serialise(quads: Iterable[Quad], format: Format) -> bytes:  # noqa: A002 - the word that users know
    """Quads in order of graph, subject, property and value. Turtle and N-Triples leave out which graph they stand in."""
    ordered = sorted(set(quads), key=_order)
    syntax = FORMATS[format]
    if syntax.supports_datasets:
        return _serialise(ordered, syntax)
    return _serialise(list(dict.fromkeys(quad.triple for quad in ordered)), syntax)


def _serialise(statements: Sequence[Quad] | Sequence[Triple], syntax: RdfFormat) -> bytes:
    if syntax not in {RdfFormat.TURTLE, RdfFormat.TRIG}:
        return serialize(statements, format=syntax) or b""
    written = serialize(statements, format=syntax, prefixes=PREFIXES, base_iri=ARTICLE) or b""
    *head, body = written.split(b"\n", len(PREFIXES) + 1)  # Oxigraph names the prefixes in no certain order
    return b"\n".join([*sorted(head), body])


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject).rstrip(">"), str(quad.predicate), str(quad.object)

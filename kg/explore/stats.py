"""How much a graph holds of each sort of thing."""

from kg.graph.rows import Rows, Value
from kg.graph.store import GraphView
from ontology.minting import IDENTITIES
from ontology.terms import DL

_KINDS = f"""SELECT ?kind (COUNT(DISTINCT ?fact) AS ?count) WHERE {{
    GRAPH ?wire {{ ?fact a <{DL.Fact}>, ?kind }} FILTER (?kind != <{DL.Fact}>)
}} GROUP BY ?kind ORDER BY ?kind"""
_AGENCIES = f"""SELECT ?agency (COUNT(?wire) AS ?count) WHERE {{
    GRAPH ?wire {{ ?wire a <{DL.Article}> OPTIONAL {{ ?wire <{DL.agency}> ?agency }} }}
}} GROUP BY ?agency ORDER BY ?agency"""
_ACROSS = f"""SELECT ?kind (COUNT(DISTINCT ?one) AS ?count) WHERE {{
    GRAPH <{IDENTITIES}> {{ ?one a ?kind }} FILTER (?kind != <{DL.Actor}>)
}} GROUP BY ?kind ORDER BY ?kind"""


def count(view: GraphView) -> Rows:
    """Numbers by what they count: articles by agency, facts by kind, and who and what is known across wires."""
    wires = [(agency or "no named agency", _number(n)) for agency, n in view.select(_AGENCIES).rows]
    counted = (
        ("articles", sum(n for _, n in wires)),
        *((f"articles of {agency}", n) for agency, n in wires),
        *((_plural(kind), _number(n)) for query in (_KINDS, _ACROSS) for kind, n in view.select(query).rows),
    )
    return Rows(("what", "count"), counted)


def _number(value: Value | None) -> int:
    return int(str(value))


def _plural(kind: object) -> str:
    """A class as what many of it are called."""
    name = str(kind).removeprefix(str(DL)).lower()
    return "people" if name == "person" else f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"

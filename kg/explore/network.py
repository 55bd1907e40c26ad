"""The actors of a graph as nodes, and what they say of one another as edges: one neutral form for walks and exports."""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import NamedTuple

import pyoxigraph
from rdflib import URIRef

import ontology
from kg.errors import NotFound
from kg.explore.remember import remembered
from kg.graph.rows import Value
from kg.graph.store import GraphView
from ontology.minting import public_id
from ontology.terms import DL


class EdgeKind(NamedTuple):
    """How one kind of fact is drawn: from the actors of one property to those of another."""

    type: URIRef
    source: URIRef
    target: URIRef
    kind: str


@dataclass(frozen=True)
class Node:
    """An actor across wires. `dates` are those of the facts it takes part in, `facts` their number."""

    id: str
    name: str
    type: str  # "person", "organization", "country", "group"
    country: str | None
    facts: int
    dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edge:
    """One fact between two actors, with the sentence that proves it. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

    source: str
    target: str
    kind: str
    fact: str
    date: str | None
    place: str | None
    confidence: float
    sentence: str
    article: str
    url: str | None


@dataclass(frozen=True)
class Tie:
    """All facts of one kind from one actor to another, the clearest first."""

    source: str
    target: str
    kind: str
    edges: tuple[Edge, ...]

    @property
    def weight(self) -> int:
        """How many facts."""
        return len(self.edges)

    @property
    def dates(self) -> tuple[str, ...]:
        """The dates of its facts, each once, in order."""
        return tuple(sorted({edge.date for edge in self.edges if edge.date}))


@dataclass(frozen=True, eq=False)
class Network:
    """The actors of a graph by id, and the facts between them. Nobody is tied to itself."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]

    def node(self, actor: str) -> Node:
        """The node of an actor; raises NotFound."""
        if actor not in self.nodes:
            raise NotFound("actor", actor)
        return self.nodes[actor]

    def ties(self) -> Iterator[Tie]:
        """One tie for each source, target and kind, in that order."""
        grouped: defaultdict[tuple[str, str, str], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            grouped[edge.source, edge.target, edge.kind].append(edge)
        for (source, target, kind), edges in sorted(grouped.items()):
            yield Tie(source, target, kind, tuple(sorted(edges, key=_unclearness)))

    def narrowed(
        self, kinds: Collection[str] | None = None, since: dt.date | None = None, until: dt.date | None = None
    ) -> "Network":
        """The same actors with the edges of these kinds and days alone; what has no date falls out where days are asked."""
        if not kinds and since is None and until is None:
            return self
        edges = (e for e in self.edges if (not kinds or e.kind in kinds) and is_within(e.date, since, until))
        return Network(self.nodes, tuple(edges))


@remembered
def network(view: GraphView) -> Network:
    """The network of a view, built once and kept as long as the view is. A view of 100,000 facts takes seconds."""
    nodes = _nodes(view)
    found = (edge for kind in edge_kinds() for edge in _edges(view, kind))
    known = {(e.source, e.target, e.kind, e.fact): e for e in found if e.source in nodes and e.target in nodes}
    return Network(MappingProxyType(nodes), tuple(known[key] for key in sorted(known)))


@cache
def edge_kinds() -> tuple[EdgeKind, ...]:
    """Which kinds of fact are edges, as the vocabulary's annotations say; 2 ms, then remembered."""
    annotated: defaultdict[str, dict[str, str]] = defaultdict(dict)
    terms = {str(DL.edgeSource), str(DL.edgeTarget), str(DL.edgeKind)}
    for path in sorted(Path(ontology.__file__).parent.glob("*.ttl")):
        for quad in pyoxigraph.parse(path=path):
            if quad.predicate.value in terms and isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal):
                annotated[str(quad.subject.value)][quad.predicate.value] = quad.object.value
    drawn = sorted((type_, said) for type_, said in annotated.items() if said.keys() == terms)
    return tuple(
        EdgeKind(
            URIRef(type_), URIRef(said[str(DL.edgeSource)]), URIRef(said[str(DL.edgeTarget)]), said[str(DL.edgeKind)]
        )
        for type_, said in drawn
    )


def first_day(date: str) -> dt.date:
    """The first day of a day, month or year."""
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return dt.date(year, month, day)


def last_day(date: str) -> dt.date:
    """The last day of a day, month or year."""
    parts = [int(part) for part in date.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def is_within(date: str | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Whether a day, month or year shares a day with the time from `since` to `until`, both included."""
    if since is None and until is None:
        return True
    if date is None:
        return False
    return (since is None or last_day(date) >= since) and (until is None or first_day(date) <= until)


def _unclearness(edge: Edge) -> tuple[float, int, str, str]:
    """Sorts the surest fact first, then the one told in the fewest letters."""
    return -edge.confidence, len(edge.sentence), edge.date or "", edge.fact


def _nodes(view: GraphView) -> dict[str, Node]:
    """All identified actors by id, in order of their ids."""
    facts: defaultdict[str, int] = defaultdict(int)
    dates: defaultdict[str, set[str]] = defaultdict(set)
    for actor, date, number in view.select(_TAKEN_PART).rows:
        facts[str(actor)] += int(str(number))
        if day := _day(date):
            dates[str(actor)].add(day)
    nodes: dict[str, Node] = {}
    for actor, name, class_, country in view.select(_ACTORS).rows:
        iri, id_ = str(actor), public_id(str(actor))
        type_ = str(class_).removeprefix(str(DL)).lower()
        nodes.setdefault(id_, Node(id_, str(name), type_, _text(country), facts[iri], tuple(sorted(dates[iri]))))
    return dict(sorted(nodes.items()))


def _edges(view: GraphView, kind: EdgeKind) -> Iterator[Edge]:
    """The facts of one kind between two actors."""
    query = _FACTS.substitute(type=kind.type.n3(), source=kind.source.n3(), target=kind.target.n3())
    for source, target, fact, date, place, confidence, sentence, article, url in view.select(query).rows:
        yield Edge(
            source=public_id(str(source)),
            target=public_id(str(target)),
            kind=kind.kind,
            fact=public_id(str(fact)),
            date=_day(date),
            place=_text(place),
            confidence=float(str(confidence)),
            sentence=str(sentence),
            article=str(article),
            url=_text(url),
        )


def _day(value: Value | None) -> str | None:
    """A date, where it is one: a day that no calendar has would stop every export."""
    if value is None:
        return None
    try:
        last_day(str(value))
    except ValueError:
        return None
    return str(value)


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)


_PREFIX = f"PREFIX dl: <{DL}>\n"

# An actor's class beside dl:Actor, which all of them bear, is its type.
_ACTORS = (
    _PREFIX
    + """
SELECT ?actor ?name ?type (MIN(?code) AS ?country) WHERE {
  ?actor a dl:Actor, ?type ; dl:name ?name . FILTER (?type != dl:Actor)
  FILTER EXISTS { ?local dl:identifiedAs ?actor }
  OPTIONAL { ?actor dl:country ?code }
} GROUP BY ?actor ?name ?type ORDER BY ?actor ?name ?type"""
)

_TAKEN_PART = (
    _PREFIX
    + """
SELECT ?actor ?date (COUNT(DISTINCT ?fact) AS ?facts) WHERE {
  ?fact a dl:Fact ; ?role ?local . ?local a dl:Actor ; dl:identifiedAs ?actor .
  OPTIONAL { ?fact dl:date ?date }
} GROUP BY ?actor ?date"""
)

# Terms of the vocabulary fill the places of $type, $source and $target; nothing that a user says does.
_FACTS = Template(
    _PREFIX
    + """
SELECT ?source ?target ?fact ?date ?where ?confidence ?sentence ?article ?url WHERE {
  ?fact a $type ; $source ?from ; $target ?to ; dl:article ?wire ; dl:confidence ?confidence ; dl:evidence ?evidence .
  ?from dl:identifiedAs ?source . ?to dl:identifiedAs ?target . FILTER (?source != ?target)
  ?evidence dl:exact ?sentence . ?wire dl:identifier ?article .
  OPTIONAL { ?fact dl:date ?date }
  OPTIONAL { ?fact dl:place ?place . ?place dl:identifiedAs ?spot . ?spot dl:name ?where }
  OPTIONAL { ?wire dl:url ?url }
}"""
)

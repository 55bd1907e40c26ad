"""Walks over a network: who is near whom, by which facts two actors are joined, who stands in the middle, who stands together."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

import networkx as nx

from kg.errors import BadParameter
from kg.explore.measures import betweenness, directed, groups, pagerank, plain
from kg.explore.network import Network, Node, Tie
from kg.explore.remember import remembered

Measure = Literal["pagerank", "degree", "betweenness"]

PROOFS = 5  # sentences shown for each link; its weight says how many facts there are
PATHS_TRIED = 1000  # of equally short paths, so many are compared


@dataclass(frozen=True)
class Actor:
    """An actor as walks show it."""

    id: str
    name: str
    type: str
    country: str | None
    facts: int


@dataclass(frozen=True)
class Proof:
    """One fact of a link, with its sentence."""

    fact: str
    date: str | None
    place: str | None
    confidence: float
    sentence: str
    article: str
    url: str | None


@dataclass(frozen=True)
class Link:
    """All facts of one kind from one actor to another: how many, when, and the clearest of them."""

    source: str
    target: str
    kind: str
    weight: int
    first_date: str | None
    last_date: str | None
    facts: tuple[Proof, ...]


@dataclass(frozen=True)
class Neighbour(Actor):
    """An actor near another: so many steps away, by so many facts."""

    distance: int
    weight: int


@dataclass(frozen=True)
class Neighbourhood:
    """Who is near an actor, and the facts between them; `truncated` where there was more than the limit."""

    actor: Actor
    depth: int
    nodes: tuple[Neighbour, ...]
    edges: tuple[Link, ...]
    truncated: bool


@dataclass(frozen=True)
class StepLink(Link):
    """A link of a path; `direction` says whether it runs with the path or against it."""

    direction: Literal["forward", "backward"]


@dataclass(frozen=True)
class Step:
    """From one actor of a path to the next, by all facts between the two."""

    source: str
    target: str
    links: tuple[StepLink, ...]


@dataclass(frozen=True)
class Path:
    """Actors in a row, and the steps between them."""

    length: int
    actors: tuple[Actor, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Paths:
    """The shortest paths between two actors, best attested first; none where nothing joins them."""

    source: Actor
    target: Actor
    paths: tuple[Path, ...]
    truncated: bool


@dataclass(frozen=True)
class Central(Actor):
    """An actor's place in the network.

    `degree` counts the actors tied to it, `made` and `received` the facts from it and about it. `pagerank` follows
    the facts from source to target and sums to 1; `betweenness` is the share of shortest ways that lead through it.
    """

    degree: int
    made: int
    received: int
    pagerank: float
    betweenness: float


@dataclass(frozen=True)
class Community:
    """Actors more tied to one another than to others, the most tied first; `size` counts them all."""

    id: int
    size: int
    facts: int
    actors: tuple[Actor, ...]


def neighbours(  # noqa: PLR0913 - each is a filter that a reader may want, and all but two have a default
    network: Network,
    actor: str,
    depth: int = 1,
    *,
    kinds: Collection[str] | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    limit: int = 200,
) -> Neighbourhood:
    """Who is within `depth` steps of an actor, by at most `limit` links: the nearest first, then the weightiest.

    Raises NotFound, BadParameter.
    """
    if depth < 1:
        raise BadParameter("depth", "must be 1 or more")
    if limit < 1:
        raise BadParameter("limit", "must be 1 or more")
    middle = network.node(actor)
    ties = list(network.narrowed(kinds, since, until).ties())
    distance = nx.single_source_shortest_path_length(plain(ties, [actor]), actor, cutoff=depth)
    near = [(_nearer(distance, tie), tie) for tie in ties if tie.source in distance and tie.target in distance]
    inside = sorted((d, -tie.weight, tie.source, tie.target, tie.kind, tie) for d, tie in near if d < depth)
    kept = [row[-1] for row in inside[:limit]]
    weights = _weights(kept)
    reached = sorted(weights.keys() - {actor}, key=lambda id_: (distance[id_], -weights[id_], id_))
    nodes = (Neighbour(*_told(network.nodes[id_]), distance=distance[id_], weight=weights[id_]) for id_ in reached)
    return Neighbourhood(
        actor=_actor(middle),
        depth=depth,
        nodes=tuple(nodes),
        edges=tuple(Link(*_link(tie)) for tie in kept),
        truncated=len(inside) > limit,
    )


def shortest_paths(network: Network, source: str, target: str, limit: int = 5) -> Paths:
    """The shortest ways from one actor to another, whichever way the facts point, with the facts of each step.

    Of equally short paths those come first whose weakest step rests on the most facts. Raises NotFound, BadParameter.
    """
    if limit < 1:
        raise BadParameter("limit", "must be 1 or more")
    ends = network.node(source), network.node(target)
    if source == target:
        raise BadParameter("to", "a path needs two different actors")
    ties = list(network.ties())
    graph, between = plain(ties, [source, target]), _between(ties)
    ways: list[list[str]] = []
    if nx.has_path(graph, source, target):
        ways = list(islice(nx.all_shortest_paths(graph, source, target), PATHS_TRIED))
    ways.sort(key=lambda way: (-min(graph.edges[step]["weight"] for step in pairwise(way)), way))
    paths = tuple(_path(network, way, between) for way in ways[:limit])
    return Paths(_actor(ends[0]), _actor(ends[1]), paths, truncated=len(ways) > limit)


def central(network: Network, limit: int = 20, by: Measure = "pagerank") -> tuple[Central, ...]:
    """The actors that matter most by one measure. On a big network betweenness is estimated from a fixed sample."""
    return tuple(
        sorted(_standings(network), key=lambda actor: (-getattr(actor, by), -actor.pagerank, actor.id))[:limit]
    )


def communities(network: Network, limit: int = 20, members: int = 50) -> tuple[Community, ...]:
    """Groups of actors that speak much of one another, the biggest first, by the Louvain method."""
    ties = list(network.ties())
    weights = _weights(ties)
    found = []
    for number, group in enumerate(groups(network)[:limit], start=1):
        facts = sum(tie.weight for tie in ties if tie.source in group and tie.target in group)
        ranked = sorted(group, key=lambda id_: (-weights[id_], id_))
        actors = tuple(_actor(network.nodes[id_]) for id_ in ranked[:members])
        found.append(Community(number, len(group), facts, actors))
    return tuple(found)


@remembered
def _standings(network: Network) -> list[Central]:
    """All actors that are tied to somebody."""
    ties = list(network.ties())
    graph, either = directed(ties), plain(ties)
    ranks, ways = pagerank(graph), betweenness(either)
    return [
        Central(
            *_told(network.nodes[id_]),
            degree=either.degree(id_),
            made=graph.out_degree(id_, weight="weight"),
            received=graph.in_degree(id_, weight="weight"),
            pagerank=round(ranks[id_], 6),
            betweenness=round(ways[id_], 6),
        )
        for id_ in graph
    ]


def _between(ties: Iterable[Tie]) -> dict[frozenset[str], list[Tie]]:
    """Ties by the two actors that they join."""
    between: defaultdict[frozenset[str], list[Tie]] = defaultdict(list)
    for tie in ties:
        between[frozenset((tie.source, tie.target))].append(tie)
    return between


def _nearer(distance: dict[str, int], tie: Tie) -> int:
    return min(distance[tie.source], distance[tie.target])


def _weights(ties: Iterable[Tie]) -> Counter[str]:
    """How many facts tie each actor to others."""
    weights: Counter[str] = Counter()
    for tie in ties:
        weights[tie.source] += tie.weight
        weights[tie.target] += tie.weight
    return weights


def _path(network: Network, way: Sequence[str], between: dict[frozenset[str], list[Tie]]) -> Path:
    steps = tuple(_step(a, b, between[frozenset((a, b))]) for a, b in pairwise(way))
    return Path(len(steps), tuple(_actor(network.nodes[id_]) for id_ in way), steps)


def _step(source: str, target: str, ties: list[Tie]) -> Step:
    ranked = sorted(ties, key=lambda tie: (tie.source != source, -tie.weight, tie.kind))
    links = (StepLink(*_link(tie), direction="forward" if tie.source == source else "backward") for tie in ranked)
    return Step(source, target, tuple(links))


def _actor(node: Node) -> Actor:
    return Actor(*_told(node))


def _told(node: Node) -> tuple[str, str, str, str | None, int]:
    """What an Actor is made of."""
    return node.id, node.name, node.type, node.country, node.facts


def _link(tie: Tie) -> tuple[str, str, str, int, str | None, str | None, tuple[Proof, ...]]:
    """What a Link is made of."""
    first, last = (tie.dates[0], tie.dates[-1]) if tie.dates else (None, None)
    proofs = tuple(
        Proof(e.fact, e.date, e.place, e.confidence, e.sentence, e.article, e.url) for e in tie.edges[:PROOFS]
    )
    return tie.source, tie.target, tie.kind, tie.weight, first, last, proofs

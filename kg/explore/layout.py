"""Where each actor of a network stands on a picture: the same network, the same places."""

import math
from collections.abc import Sequence

import networkx as nx

from kg.explore.measures import SEED, groups, plain
from kg.explore.network import Network
from kg.explore.remember import remembered

Position = tuple[float, float]

DRAWN_BY_FORCE = 400  # actors; forces between all pairs of more take too long, and from 500 on networkx wants SciPy
ROOM = 40.0  # units of Gephi's canvas between two actors, about
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@remembered
def positions(network: Network) -> dict[str, Position]:
    """A place for each actor: those tied to one another stand together, those tied to nobody in a ring around all."""
    graph = plain(network.ties(), network.nodes)
    islands = [sorted(island) for island in nx.connected_components(graph)]
    return _rounded(_side_by_side([_drawn(graph, island, network) for island in islands]))


def _drawn(graph: nx.Graph, island: Sequence[str], network: Network) -> dict[str, Position]:
    """An island of actors round the origin: by force where it is small, else community beside community."""
    if len(island) <= DRAWN_BY_FORCE:
        return _by_force(graph, island)
    members = set(island)
    parts = [sorted(group) for group in groups(network) if group <= members]
    return _side_by_side([_by_force(graph, p) if len(p) <= DRAWN_BY_FORCE else _by_rank(graph, p) for p in parts])


def _by_force(graph: nx.Graph, island: Sequence[str]) -> dict[str, Position]:
    """Ties pull, actors push (Fruchterman and Reingold, 1991)."""
    if len(island) == 1:
        return {island[0]: (0.0, 0.0)}
    drawing = nx.Graph()  # in the order of the names, for that order is where the forces start from
    drawing.add_nodes_from(island)
    drawing.add_edges_from(sorted(tuple(sorted(pair)) for pair in graph.subgraph(island).edges))
    size = math.sqrt(len(island))
    places = nx.spring_layout(drawing, k=4 / size, iterations=80, seed=SEED, scale=ROOM * size)
    return {actor: (float(x), float(y)) for actor, (x, y) in places.items()}


def _by_rank(graph: nx.Graph, island: Sequence[str]) -> dict[str, Position]:
    """The most tied in the middle, the others round it like the seeds of a sunflower."""
    ranked = sorted(island, key=lambda actor: (-graph.degree(actor), actor))
    return {actor: _on_spiral(place, ROOM * math.sqrt(place)) for place, actor in enumerate(ranked)}


def _side_by_side(islands: list[dict[str, Position]]) -> dict[str, Position]:
    """Islands on one map: the biggest in the middle, each next further out on a spiral."""
    placed: dict[str, Position] = {}
    covered = 0.0  # the square of the radius that is taken
    for turn, island in enumerate(sorted(islands, key=lambda island: (-len(island), min(island)))):
        own = ROOM * (math.sqrt(len(island)) + 0.5)
        x, y = _on_spiral(turn, math.sqrt(covered) + own / 2 if turn else 0.0)
        covered += own**2 if turn else (own + ROOM) ** 2
        placed |= {actor: (x + dx, y + dy) for actor, (dx, dy) in island.items()}
    return placed


def _on_spiral(turn: int, radius: float) -> Position:
    return radius * math.cos(turn * GOLDEN_ANGLE), radius * math.sin(turn * GOLDEN_ANGLE)


def _rounded(places: dict[str, Position]) -> dict[str, Position]:
    return {actor: (round(x, 1), round(y, 1)) for actor, (x, y) in places.items()}

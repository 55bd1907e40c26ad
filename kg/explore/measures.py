"""Who stands in the middle of a network and who stands together: PageRank, betweenness, communities. SciPy is not needed."""

from collections.abc import Iterable

import networkx as nx

from kg.explore.network import Network, Tie
from kg.explore.remember import remembered

STEPS_COUNTED = 3_000_000  # about what betweenness may walk in two or three seconds
SEED = 20200212  # any fixed number: the same graph gives the same answer


def plain(ties: Iterable[Tie], actors: Iterable[str] = ()) -> nx.Graph:
    """Who is tied to whom, either way, and `actors`, tied or not; weights are numbers of facts."""
    graph = nx.Graph()
    graph.add_nodes_from(actors)
    for tie in ties:
        _add(graph, tie)
    return graph


def directed(ties: Iterable[Tie]) -> nx.DiGraph:
    """Who speaks of whom, all kinds together; only those who are tied to somebody."""
    graph = nx.DiGraph()
    for tie in ties:
        _add(graph, tie)
    return graph


def _add(graph: nx.Graph, tie: Tie) -> None:
    before = graph.get_edge_data(tie.source, tie.target, {"weight": 0})["weight"]
    graph.add_edge(tie.source, tie.target, weight=before + tie.weight)


@remembered
def groups(network: Network) -> list[frozenset[str]]:
    """Louvain communities, the biggest first; actors tied to nobody are in none. The same network gives the same groups."""
    either = plain(network.ties())
    names = sorted(either)
    # Whole numbers for names: sets of numbers are walked in one order on every run, sets of text are not.
    numbers = {name: number for number, name in enumerate(names)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_weighted_edges_from(sorted((numbers[a], numbers[b], w) for a, b, w in either.edges(data="weight")))
    found = nx.community.louvain_communities(graph, seed=SEED) if names else []
    return sorted((frozenset(names[n] for n in group) for group in found), key=lambda g: (-len(g), min(g)))


def pagerank(graph: nx.DiGraph, damping: float = 0.85, tolerance: float = 1e-9) -> dict[str, float]:
    """PageRank by power iteration (Page et al., 1999); here and not networkx's, which needs SciPy for it."""
    if not graph:
        return {}
    share = 1 / len(graph)
    totals = {node: graph.out_degree(node, weight="weight") for node in graph}
    ranks = dict.fromkeys(graph, share)
    for _ in range(200):
        loose = sum(ranks[node] for node in graph if not totals[node])  # who points at nobody points at all
        fresh = dict.fromkeys(graph, (1 - damping) * share + damping * loose * share)
        for source, target, weight in graph.edges(data="weight"):
            fresh[target] += damping * ranks[source] * weight / totals[source]
        moved = sum(abs(fresh[node] - ranks[node]) for node in graph)
        ranks = fresh
        if moved < tolerance:
            break
    return ranks


def betweenness(graph: nx.Graph) -> dict[str, float]:
    """Betweenness, from all actors or, on a big network, from a fixed sample of them."""
    sample = STEPS_COUNTED // max(1, graph.number_of_nodes() + graph.number_of_edges())
    k = None if sample >= len(graph) else max(1, sample)
    ways: dict[str, float] = nx.betweenness_centrality(graph, k=k, seed=SEED)
    return ways

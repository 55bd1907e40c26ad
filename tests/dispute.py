"""The dispute over the Debed: four invented wires as docs/graph.md says a graph stands."""

from collections import defaultdict
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad
from rdflib import URIRef

from kg.graph.store import Store
from ontology.minting import ARTICLE, article_id

WIRES = Path(__file__).parent / "explore" / "dispute.trig"


def filled(store: Store) -> Store:
    """The store, with the four wires in it and what is known across them."""
    graphs: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in pyoxigraph.parse(path=WIRES):
        graphs[quad.graph_name.value].append(quad)
    with store.writer() as writer:
        for graph, quads in graphs.items():
            if graph.startswith(ARTICLE):
                writer.replace(article_id(graph), quads)
            else:
                writer.replace_graph(URIRef(graph), quads)
    return store

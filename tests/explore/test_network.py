"""The network: actors across wires as nodes, facts between them as edges."""

import datetime as dt
from collections import defaultdict
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Quad
from rdflib import OWL, RDF, URIRef

from kg.errors import NotFound
from kg.explore.network import Edge, Network, Node, edge_kinds, first_day, is_within, last_day, network
from kg.graph.store import GraphView, Store, open_store
from ontology.generate import vocabulary
from ontology.minting import ARTICLE, article_id
from ontology.terms import DL

BRENNER, PORT, DOCKERS = "person/ilka-brenner", "organization/port-authority-of-varna", "group/port-1/A4"


@pytest.fixture
def store() -> Store:
    """Two wires of a quarrel in a port."""
    graphs: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in pyoxigraph.parse(path=Path(__file__).parent / "network.trig"):
        graphs[quad.graph_name.value].append(quad)
    store = open_store("memory:")
    with store.writer() as writer:
        for graph, quads in graphs.items():
            if graph.startswith(ARTICLE):
                writer.replace(article_id(graph), quads)
        for graph, quads in graphs.items():
            if not graph.startswith(ARTICLE):
                writer.replace_graph(URIRef(graph), quads)
    return store


@pytest.fixture
def view(store: Store) -> GraphView:
    return store.view()


def test_an_actor_of_two_wires_is_one_node(view: GraphView) -> None:
    assert network(view).nodes == {
        DOCKERS: Node(DOCKERS, "dockers", "group", None, facts=1, dates=("2021-03",)),
        PORT: Node(PORT, "Port Authority of Varna", "organization", "BG", facts=3, dates=("2021", "2021-03-04")),
        BRENNER: Node(BRENNER, "Ilka Brenner", "person", None, facts=2, dates=("2021", "2021-03-04")),
    }


def test_a_fact_is_an_edge_with_the_sentence_that_proves_it(view: GraphView) -> None:
    accusation = next(edge for edge in network(view).edges if edge.kind == "accuses")
    assert accusation == Edge(
        source=BRENNER,
        target=PORT,
        kind="accuses",
        fact="port-1/accusation/10-40",
        date="2021-03-04",
        place="Varna",
        confidence=0.8,
        sentence="Brenner said the Port Authority had locked the gates.",
        article="port-1",
        url="https://wires.example/port-1",
    )


def test_two_names_of_one_wire_for_one_actor_make_one_edge(view: GraphView) -> None:
    facts = [edge.fact for edge in network(view).edges]
    assert facts.count("port-1/accusation/10-40") == 1


def test_nobody_is_tied_to_itself(view: GraphView) -> None:
    assert [edge.kind for edge in network(view).edges] == ["commits to", "accuses"]
    assert all(edge.source != edge.target for edge in network(view).edges)


def test_what_a_wire_does_not_say_is_none(view: GraphView) -> None:
    promise = next(edge for edge in network(view).edges if edge.kind == "commits to")
    assert (promise.source, promise.target, promise.date) == (PORT, BRENNER, "2021")
    assert (promise.place, promise.url) == (None, None)


def test_every_kind_of_fact_that_the_vocabulary_draws_is_drawn() -> None:
    graph = vocabulary()
    drawn = {str(kind) for kind in graph.subjects(DL.edgeKind) if (kind, RDF.type, OWL.Class) in graph}
    assert {str(kind.type) for kind in edge_kinds()} == drawn
    assert {kind.kind for kind in edge_kinds()} >= {"accuses", "clears", "commits to", "speaks of"}


def test_a_network_is_built_once_for_each_published_state(store: Store, view: GraphView) -> None:
    before = network(view)
    assert network(store.view()) is before
    with store.writer() as writer:
        writer.forget("port-2")
    after = network(store.view())
    assert [edge.kind for edge in after.edges] == ["accuses"]
    assert network(view) is before


def test_an_empty_store_has_an_empty_network() -> None:
    empty = network(open_store("memory:").view())
    assert dict(empty.nodes) == {}
    assert empty.edges == ()


def test_an_unknown_actor_is_not_found(view: GraphView) -> None:
    with pytest.raises(NotFound, match="person/nobody"):
        network(view).node("person/nobody")


def test_a_tie_gathers_the_facts_of_one_kind_and_shows_the_clearest_first() -> None:
    def edge(fact: str, confidence: float, sentence: str, date: str | None) -> Edge:
        return Edge("a", "b", "accuses", fact, date, None, confidence, sentence, "w", None)

    nodes = {id_: Node(id_, id_, "person", None, 3) for id_ in "ab"}
    edges = (
        edge("w/1", 0.5, "Short.", None),
        edge("w/2", 0.9, "A longer one.", "2020"),
        edge("w/3", 0.9, "A.", "2019"),
    )
    back = Edge("b", "a", "accuses", "w/4", None, None, 0.1, "Back.", "w", None)
    ties = list(Network(nodes, (*edges, back)).ties())
    assert [(tie.source, tie.target, tie.weight) for tie in ties] == [("a", "b", 3), ("b", "a", 1)]
    assert [e.fact for e in ties[0].edges] == ["w/3", "w/2", "w/1"]
    assert ties[0].dates == ("2019", "2020")


def test_a_network_can_be_narrowed_to_kinds_and_days(view: GraphView) -> None:
    whole = network(view)
    assert [edge.kind for edge in whole.narrowed(kinds=["accuses"]).edges] == ["accuses"]
    assert [edge.kind for edge in whole.narrowed(since=dt.date(2021, 3, 5)).edges] == ["commits to"]
    assert [edge.kind for edge in whole.narrowed(until=dt.date(2020, 12, 31)).edges] == []
    assert whole.narrowed(until=dt.date(2020, 12, 31)).nodes == whole.nodes
    assert whole.narrowed() is whole


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2020", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        ("2020-02", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2020-02-12", dt.date(2020, 2, 12), dt.date(2020, 2, 12)),
    ],
)
def test_a_year_or_month_covers_all_its_days(date: str, first: dt.date, last: dt.date) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


def test_a_month_is_within_a_time_that_shares_one_of_its_days() -> None:
    assert is_within("2020-02", dt.date(2020, 2, 29), None)
    assert not is_within("2020-02", dt.date(2020, 3, 1), None)
    assert not is_within(None, dt.date(2020, 3, 1), None)
    assert is_within(None, None, None)

"""Walks over a network: neighbours, paths, the central, the communities."""

import datetime as dt
import json
from dataclasses import asdict
from types import MappingProxyType

import networkx as nx
import pytest

from kg.errors import BadParameter, NotFound
from kg.explore.measures import pagerank
from kg.explore.network import Edge, Network, Node
from kg.explore.walk import PROOFS, central, communities, neighbours, shortest_paths


def make(*edges: str, alone: str = "") -> Network:
    """A network from lines like "a accuses b 2020-02-12" (kinds are one word here); `alone` names actors tied to nobody."""
    told = []
    for number, line in enumerate(edges):
        source, kind, target, *date = line.split()
        when = date[0] if date else None
        words = f"{source} {kind} {target}."
        told.append(Edge(source, target, kind, f"w/{number}", when, "Riga", 0.5, words, "w", None))
    names = {name for edge in told for name in (edge.source, edge.target)} | set(alone)
    nodes = {name: Node(name, name.upper(), "person", None, 1) for name in sorted(names)}
    return Network(MappingProxyType(nodes), tuple(told))


def test_neighbours_are_the_actors_one_step_away_whichever_way_the_fact_points() -> None:
    near = neighbours(make("a accuses b", "c accuses a", "b accuses d"), "a")
    assert [(node.id, node.distance) for node in near.nodes] == [("b", 1), ("c", 1)]
    assert [(edge.source, edge.target) for edge in near.edges] == [("a", "b"), ("c", "a")]
    assert near.edges[0].facts[0].sentence == "a accuses b."
    assert not near.truncated


def test_neighbours_of_a_greater_depth_say_how_far_each_one_is() -> None:
    near = neighbours(make("a accuses b", "b accuses c", "c accuses d"), "a", depth=2)
    assert [(node.id, node.distance) for node in near.nodes] == [("b", 1), ("c", 2)]


def test_the_limit_keeps_the_nearest_and_then_the_weightiest_links_and_says_so() -> None:
    network = make("a accuses b", "a accuses c", "a accuses c", "c says d", "c says d", "c says d")
    near = neighbours(network, "a", depth=2, limit=2)
    assert [(edge.source, edge.target, edge.weight) for edge in near.edges] == [("a", "c", 2), ("a", "b", 1)]
    assert {node.id for node in near.nodes} == {"b", "c"}
    assert near.truncated


def test_a_link_shows_a_few_sentences_and_counts_them_all() -> None:
    link = neighbours(make(*["a accuses b"] * (PROOFS + 3)), "a").edges[0]
    assert (link.weight, len(link.facts)) == (PROOFS + 3, PROOFS)


def test_neighbours_can_be_asked_for_some_kinds_and_days_only() -> None:
    network = make("a accuses b 2020-02-12", "a denies c 2020-02-12", "a accuses d 2021-01-01")
    near = neighbours(network, "a", kinds=["accuses"], since=dt.date(2020, 1, 1), until=dt.date(2020, 12, 31))
    assert [node.id for node in near.nodes] == ["b"]
    assert (near.edges[0].first_date, near.edges[0].last_date) == ("2020-02-12", "2020-02-12")


def test_an_actor_tied_to_nobody_has_no_neighbours() -> None:
    near = neighbours(make("a accuses b", alone="z"), "z")
    assert (near.actor.name, near.nodes, near.edges) == ("Z", (), ())


@pytest.mark.parametrize("wrong", [{"depth": 0}, {"limit": 0}])
def test_a_walk_of_no_steps_or_no_links_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(BadParameter):
        neighbours(make("a accuses b"), "a", **wrong)


def test_unknown_actors_are_not_found() -> None:
    network = make("a accuses b")
    with pytest.raises(NotFound):
        neighbours(network, "nobody")
    with pytest.raises(NotFound):
        shortest_paths(network, "a", "nobody")


def test_a_path_may_go_against_the_facts_and_says_where_it_does() -> None:
    found = shortest_paths(make("a accuses b", "c denies b"), "a", "c")
    (path,) = found.paths
    assert path.length == 2
    assert [actor.id for actor in path.actors] == ["a", "b", "c"]
    assert [(step.source, step.target) for step in path.steps] == [("a", "b"), ("b", "c")]
    assert [[(link.kind, link.direction) for link in step.links] for step in path.steps] == [
        [("accuses", "forward")],
        [("denies", "backward")],
    ]
    assert path.steps[1].links[0].facts[0].sentence == "c denies b."


def test_all_facts_between_two_actors_of_a_path_are_told_those_along_it_first() -> None:
    path = shortest_paths(make("b denies a", "b denies a", "a accuses b"), "a", "b").paths[0]
    assert [(link.kind, link.weight, link.direction) for link in path.steps[0].links] == [
        ("accuses", 1, "forward"),
        ("denies", 2, "backward"),
    ]


def test_of_equally_short_paths_the_best_attested_comes_first() -> None:
    network = make("a says b", "b says z", "a says c", "a says c", "c says z", "c says z", "a says d", "d says z")
    found = shortest_paths(network, "a", "z", limit=2)
    assert [path.actors[1].id for path in found.paths] == ["c", "b"]
    assert found.truncated


def test_actors_that_nothing_joins_have_no_path() -> None:
    found = shortest_paths(make("a says b", "c says d"), "a", "c")
    assert (found.paths, found.truncated) == ((), False)


def test_a_path_from_an_actor_to_itself_is_refused() -> None:
    with pytest.raises(BadParameter, match="two different actors"):
        shortest_paths(make("a says b"), "a", "a")


def test_the_central_actor_of_a_star_is_its_middle() -> None:
    found = central(make("b says a", "c says a", "d says a", "d says a", alone="z"))
    middle = found[0]
    assert (middle.id, middle.degree, middle.made, middle.received) == ("a", 3, 0, 4)
    assert middle.betweenness == 1.0
    assert {actor.id for actor in found} == {"a", "b", "c", "d"}


def test_the_central_actors_can_be_ranked_by_another_measure() -> None:
    network = make("b says a", "c says a", "d says a", "d says e", "e says f")
    assert central(network, limit=1)[0].id == "a"
    assert [actor.id for actor in central(network, limit=2, by="betweenness")] == ["a", "d"]


def test_pagerank_is_the_textbook_one() -> None:
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([("a", "b", 2), ("b", "c", 1), ("c", "a", 1), ("c", "b", 3), ("a", "d", 1)])
    ranks = pagerank(graph)
    assert sum(ranks.values()) == pytest.approx(1)
    # Each rank is what the definition makes of the others: (1 - 0.85) / n + 0.85 * (what links give + what sinks share).
    sinks = ranks["d"] / 4
    assert ranks["a"] == pytest.approx(0.0375 + 0.85 * (ranks["c"] / 4 + sinks), abs=1e-8)
    assert ranks["b"] == pytest.approx(0.0375 + 0.85 * (ranks["a"] * 2 / 3 + ranks["c"] * 3 / 4 + sinks), abs=1e-8)
    assert ranks["d"] == pytest.approx(0.0375 + 0.85 * (ranks["a"] / 3 + sinks), abs=1e-8)


def test_two_camps_are_two_communities() -> None:
    camps = ["a says b", "b says c", "c says a", "x says y", "y says z", "z says x", "x says v", "v says y", "c says x"]
    found = communities(make(*camps, alone="q"))
    assert [{actor.id for actor in group.actors} for group in found] == [{"v", "x", "y", "z"}, {"a", "b", "c"}]
    assert [(group.id, group.size, group.facts) for group in found] == [(1, 4, 5), (2, 3, 3)]
    assert found[0].actors[0].id == "x"


def test_a_community_names_no_more_members_than_asked_for() -> None:
    (group,) = communities(make("a says b", "b says c", "c says a"), members=2)
    assert (group.size, len(group.actors)) == (3, 2)


def test_an_empty_network_has_no_middle_and_no_communities() -> None:
    assert central(make(alone="z")) == ()
    assert communities(make(alone="z")) == ()


def test_walks_are_ready_for_json() -> None:
    network = make("a accuses b 2020-02-12", "b says c")
    found = [neighbours(network, "a"), shortest_paths(network, "a", "c"), *central(network), *communities(network)]
    assert "a accuses b." in json.dumps([asdict(answer) for answer in found])

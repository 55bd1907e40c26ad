"""Places on the picture."""

import math
from itertools import combinations
from types import MappingProxyType

import pytest

from kg.explore import layout
from kg.explore.layout import positions
from kg.explore.network import Edge, Network, Node


def camps(number: int, size: int, *, joined: bool) -> Network:
    """Camps of actors who all speak of all others of their camp; where joined, the first of each speaks of the next."""
    names = [[f"c{camp}/{member}" for member in range(size)] for camp in range(number)]
    pairs = [pair for camp in names for pair in combinations(camp, 2)]
    pairs += [(names[camp - 1][0], names[camp][0]) for camp in range(1, number)] if joined else []
    edges = (Edge(a, b, "says", f"w/{i}", None, None, 1, "So.", "w", None) for i, (a, b) in enumerate(pairs))
    nodes = {
        name: Node(name, name, "person", None, 1) for name in sorted(["z", *(name for camp in names for name in camp)])
    }
    return Network(MappingProxyType(nodes), tuple(edges))


@pytest.mark.parametrize("most", [400, 5, 2])
def test_a_camp_stands_closer_together_than_to_another(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """By force as one island, by force camp for camp, and by rank."""
    monkeypatch.setattr(layout, "DRAWN_BY_FORCE", most)
    places = positions(camps(4, 5, joined=True))
    within = [math.dist(places["c1/1"], places[f"c1/{member}"]) for member in range(2, 5)]
    apart = [math.dist(places["c1/1"], places[f"c3/{member}"]) for member in range(1, 5)]
    assert max(within) < min(apart)


def test_who_is_tied_to_nobody_stands_outside() -> None:
    places = positions(camps(1, 6, joined=False))
    outside = math.dist((0, 0), places.pop("z"))
    assert outside > max(math.dist((0, 0), place) for place in places.values())


def test_everybody_has_a_place_and_no_two_the_same() -> None:
    network = camps(6, 4, joined=False)
    places = positions(network)
    assert places.keys() == network.nodes.keys()
    assert len(set(places.values())) == len(places)


def test_the_same_network_stands_the_same() -> None:
    assert positions(camps(3, 4, joined=True)) == positions(camps(3, 4, joined=True))


def test_nobody_needs_no_place() -> None:
    assert positions(Network(MappingProxyType({}), ())) == {}

"""The GEXF file: what Gephi, Gephi Lite and networkx each make of it."""

import datetime as dt
import io
from collections import Counter
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.errors import BadParameter
from kg.explore.gephi import spells, write_gexf
from kg.explore.network import Edge, Network, Node

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
READ_BY_GEPHI = {"string": str, "integer": int, "long": int, "double": float, "float": float, "boolean": bool}
GEPHIS_OWN_COLUMNS = {"id", "label", "timeset", "interval", "weight", "source", "target", "kind"}

ILKA, PORT, DOCKERS = "person/ilka-brenner", "organization/port-of-varna", "group/port-1/A4"


def edge(source: str, kind: str, target: str, fact: str, **told: object) -> Edge:
    default: dict[str, object] = {"date": None, "place": None, "confidence": 0.5, "sentence": "So it is.", "url": None}
    return Edge(source=source, kind=kind, target=target, fact=fact, article=fact.partition("/")[0], **default | told)


@pytest.fixture
def network() -> Network:
    """A quarrel in a port, with everything in it that breaks careless writers."""
    nodes = {
        ILKA: Node(ILKA, 'Ilka "Ilse" Brenner & <Sons>', "person", None, 4, ("2021", "2021-03-04", "2022-01-01")),
        PORT: Node(PORT, "Port of Varna", "organization", "BG", 3, ()),
        DOCKERS: Node(DOCKERS, "dockers", "group", None, 0, ()),
        "cat/tom": Node("cat/tom", "Tom\x00 the\ncat", "animal", None, 1, ("2021-03",)),
    }
    edges = (
        edge(
            ILKA, "accuses", PORT, "w1/accusation/1-2", date="2021-03-04", sentence="Vague.", url="https://w.example/1"
        ),
        edge(
            ILKA,
            "accuses",
            PORT,
            "w2/accusation/1-2",
            date="2021-03-05",
            sentence="Plain \x0band 𝒸lear.",
            confidence=0.9,
        ),
        edge(ILKA, "accuses", PORT, "w2/accusation/7-9", date="2021", place="Varna"),
        edge(ILKA, "speaks of", PORT, "w1/statement/5-9"),
        edge(PORT, "clears", ILKA, "w3/denial/5-9", date="2021-02"),
        edge("cat/tom", "teases", PORT, "w3/teasing/5-9", date="2021-02-03"),
    )
    return Network(MappingProxyType(dict(sorted(nodes.items()))), edges)


def written(network: Network, **options: bool) -> bytes:
    stream = io.BytesIO()
    write_gexf(network, stream, **options)
    return stream.getvalue()


def parsed(network: Network) -> etree._Element:
    return etree.fromstring(written(network))


def values(element: etree._Element) -> dict[str, str]:
    return {value.get("for"): value.get("value") for value in element.iter(f"{GEXF}attvalue")}


def the_edge(root: etree._Element, source: str, kind: str) -> etree._Element:
    (found,) = (e for e in root.iter(f"{GEXF}edge") if (e.get("source"), e.get("kind")) == (source, kind))
    return found


def complaints(root: etree._Element) -> list[str]:
    """What Gephi's importer, or Gephi Lite's, would drop, merge, misread or stop at."""
    found = []
    graph = root.find(f"{GEXF}graph")
    if root.get("version") != "1.3" or graph is None:
        return ["no GEXF 1.3"]
    if graph.get("mode") == "dynamic" and graph.get("timeformat") not in {"date", "dateTime"}:
        found.append("days without a time format are read as numbers")
    found += _columns(graph) + _elements(graph, "node") + _elements(graph, "edge") + _edges(graph)
    return found


def _columns(graph: etree._Element) -> list[str]:
    found = []
    blocks = Counter(block.get("class") for block in graph.findall(f"{GEXF}attributes"))
    found += [f"two blocks of attributes for {name}" for name, count in blocks.items() if count > 1]
    for column in graph.iter(f"{GEXF}attribute"):
        if column.get("type") not in READ_BY_GEPHI:
            found.append(f"column {column.get('id')} of type {column.get('type')} is dropped")
        if column.get("id") in GEPHIS_OWN_COLUMNS:
            found.append(f"column {column.get('id')} is Gephi's own")
    return found


def _elements(graph: etree._Element, class_: str) -> list[str]:
    """Complaints about nodes, or about edges."""
    found = []
    types = {a.get("id"): a.get("type") for a in graph.iterfind(f"{GEXF}attributes[@class='{class_}']/{GEXF}attribute")}
    ids = Counter(element.get("id") for element in graph.iter(f"{GEXF}{class_}"))
    found += [f"{class_} {id_} stands twice or has no id" for id_, count in ids.items() if count > 1 or not id_]
    for element in graph.iter(f"{GEXF}{class_}"):
        for column, value in values(element).items():
            if column not in types or not value:
                found.append(f"{column} is no column, or empty")
            else:
                READ_BY_GEPHI[types[column]](value)
        days = [(spell.get("start"), spell.get("end")) for spell in element.iter(f"{GEXF}spell")]
        if any(dt.date.fromisoformat(a) > dt.date.fromisoformat(b) for a, b in days):
            found.append(f"a spell of {element.get('id')} ends before it starts")
        if any(this[1] >= following[0] for this, following in pairwise(days)):
            found.append(f"spells of {element.get('id')} overlap")
        if element.get("timestamp") or element.get("pid"):
            found.append(f"{element.get('id')} mixes ways to tell time, or has a parent")
        for colour in element.iter(f"{VIZ}color"):
            if not all(0 <= int(colour.get(channel)) <= 255 for channel in "rgb"):
                found.append(f"the colour of {element.get('id')} is none")
        if class_ == "node" and not (
            element.findall(f"{VIZ}position") and float(element.find(f"{VIZ}size").get("value"))
        ):
            found.append(f"{element.get('id')} stands nowhere, or has no size")
    return found


def _edges(graph: etree._Element) -> list[str]:
    found = []
    nodes = {node.get("id") for node in graph.iter(f"{GEXF}node")}
    seen = set()
    for element in graph.iter(f"{GEXF}edge"):
        ends = element.get("source"), element.get("target")
        if not set(ends) <= nodes:
            found.append(f"{ends} are not both nodes")
        if (*ends, element.get("kind")) in seen:
            found.append(f"two edges {ends} of one kind are merged")
        seen.add((*ends, element.get("kind")))
        if not element.get("kind") or float(element.get("weight")) <= 0:
            found.append(f"edge {ends} has no kind or no weight")
        if element.get("type") not in {None, "directed"}:
            found.append(f"edge {ends} is undirected in a directed graph")
    return found


def test_gephi_has_nothing_to_complain_about(network: Network) -> None:
    assert complaints(parsed(network)) == []


def test_an_edge_of_gephi_stands_for_all_facts_of_one_kind(network: Network) -> None:
    root = parsed(network)
    kinds = [(e.get("source"), e.get("kind"), e.get("weight")) for e in root.iter(f"{GEXF}edge")]
    assert kinds == [
        ("cat/tom", "teases", "1"),
        (PORT, "clears", "1"),
        (ILKA, "accuses", "3"),
        (ILKA, "speaks of", "1"),
    ]


def test_an_edge_carries_its_evidence(network: Network) -> None:
    assert values(the_edge(parsed(network), ILKA, "accuses")) == {
        "facts": "3",
        "confidence": "0.9",
        "first_date": "2021",
        "last_date": "2021-03-05",
        "sentence": "Plain and 𝒸lear.",
        "places": "Varna",
        "articles": "w2 | w1",
        "urls": "https://w.example/1",
        "fact_ids": "w2/accusation/1-2 | w1/accusation/1-2 | w2/accusation/7-9",
    }


def test_what_xml_cannot_hold_becomes_a_space(network: Network) -> None:
    labels = {node.get("id"): node.get("label") for node in parsed(network).iter(f"{GEXF}node")}
    assert labels["cat/tom"] == "Tom the cat"
    assert labels[ILKA] == 'Ilka "Ilse" Brenner & <Sons>'


def test_days_that_a_year_covers_are_one_spell(network: Network) -> None:
    spell = the_edge(parsed(network), ILKA, "accuses").findall(f".//{GEXF}spell")
    assert [(s.get("start"), s.get("end")) for s in spell] == [("2021-01-01", "2021-12-31")]


def test_an_edge_without_a_date_has_no_spell(network: Network) -> None:
    assert the_edge(parsed(network), ILKA, "speaks of").find(f"{GEXF}spells") is None


def test_types_of_actor_and_kinds_of_fact_differ_in_colour(network: Network) -> None:
    root = parsed(network)

    def colours(name: str) -> set[tuple[str, ...]]:
        return {tuple(e.find(f"{VIZ}color").get(c) for c in "rgb") for e in root.iter(f"{GEXF}{name}")}

    assert len(colours("node")) == 4
    assert len(colours("edge")) == 4


def test_an_actor_tied_to_more_others_is_bigger(network: Network) -> None:
    sizes = {n.get("id"): float(n.find(f"{VIZ}size").get("value")) for n in parsed(network).iter(f"{GEXF}node")}
    assert sizes[PORT] > sizes[ILKA] > sizes[DOCKERS]


def test_actors_tied_to_nobody_can_be_left_out(network: Network) -> None:
    root = etree.fromstring(written(network, isolates=False))
    assert {n.get("id") for n in root.iter(f"{GEXF}node")} == {ILKA, PORT, "cat/tom"}
    assert complaints(root) == []


def test_no_two_actors_stand_in_one_place(network: Network) -> None:
    places = [tuple(p.attrib.items()) for p in parsed(network).iter(f"{VIZ}position")]
    assert len(set(places)) == 4


def test_the_same_network_gives_the_same_bytes_in_whatever_order_it_was_told(network: Network) -> None:
    turned = Network(network.nodes, tuple(reversed(network.edges)))
    assert written(turned) == written(network)


def test_networkx_reads_it_back(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "port.gexf"
    write_gexf(network, path)
    graph = nx.read_gexf(path)
    assert graph.nodes[PORT]["country"] == "BG"
    told = [data for _, _, data in graph.out_edges(ILKA, data=True) if data["label"] == "accuses"]
    assert [(data["weight"], data["facts"], data["sentence"]) for data in told] == [(3.0, 3, "Plain and 𝒸lear.")]
    assert told[0]["spells"] == [("2021-01-01", "2021-12-31")]


def test_a_file_that_cannot_be_finished_leaves_the_old_one_as_it_was(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "port.gexf"
    path.write_bytes(b"old")
    broken = Network(network.nodes, (edge(ILKA, "accuses", PORT, "w1/accusation/1-2", date="someday"),))
    with pytest.raises(ValueError, match="someday"):
        write_gexf(broken, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_no_folder_is_refused_in_words(network: Network, tmp_path: Path) -> None:
    with pytest.raises(BadParameter, match="cannot be written: No such file or directory"):
        write_gexf(network, tmp_path / "nowhere" / "port.gexf")


def test_an_empty_network_is_a_whole_file() -> None:
    root = parsed(Network(MappingProxyType({}), ()))
    assert complaints(root) == []
    assert root.find(f".//{GEXF}nodes").get("count") == "0"


def test_times_that_touch_or_overlap_are_joined_and_those_apart_are_not() -> None:
    assert list(spells(["2020-02-12", "2020-02", "2020-03-01", "2020-02-12"])) == [
        ("2020-02-01", "2020-02-29"),
        ("2020-03-01", "2020-03-01"),
    ]
    assert list(spells(["2021-05-05", "2020"])) == [("2020-01-01", "2020-12-31"), ("2021-05-05", "2021-05-05")]


@given(st.text(), st.text())
def test_any_name_and_any_sentence_make_a_file_that_gephi_reads(name: str, sentence: str) -> None:
    nodes = {id_: Node(id_, name, "person", None, 1) for id_ in ("person/a", "person/b")}
    told = edge("person/a", "accuses", "person/b", "w/1", sentence=sentence)
    assert complaints(parsed(Network(MappingProxyType(nodes), (told,)))) == []

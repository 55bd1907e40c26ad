"""Quads as text."""

import json
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, parse
from rdflib import Dataset, Graph

from kg.graph.formats import FORMATS, Format, serialise
from kg.graph.mapping import quads
from kg.model import Findings
from ontology.minting import article_iri, part_iri
from ontology.terms import DL

NAMES: tuple[Format, ...] = get_args(Format)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_reads_back(name: Format, findings: Findings) -> None:
    graph = quads(findings, "x")
    back = list(parse(serialise(graph, name), FORMATS[name]))
    if FORMATS[name].supports_datasets:
        assert set(back) == set(graph)
    else:
        assert {quad.triple for quad in back} == {quad.triple for quad in graph}


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_the_quads_does_not_show(name: Format, findings: Findings) -> None:
    graph = quads(findings, "x")
    assert serialise(graph, name) == serialise(reversed(graph), name) == serialise([*graph, graph[0]], name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_written_as_an_empty_document(name: Format) -> None:
    assert list(parse(serialise([], name), FORMATS[name])) == []


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_prefixes_stand_in_one_order(name: Format, findings: Findings) -> None:
    head = [line for line in serialise(quads(findings, "x"), name).decode().splitlines() if line.startswith("@")]
    assert [line.split()[1] for line in head] == ["<https://w3id.org/dateline/article/>", "dl:", "geonames:", "xsd:"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib's own parser uses what rdflib deprecates
def test_rdflib_reads_the_turtle_too(findings: Findings) -> None:
    graph = quads(findings, "x")
    assert len(Graph().parse(serialise(graph, "turtle"), format="turtle")) == len(graph)
    assert len(Dataset(default_union=True).parse(serialise(graph, "trig"), format="trig")) == len(graph)


def test_json_ld_is_json(findings: Findings) -> None:
    assert isinstance(json.loads(serialise(quads(findings, "x"), "jsonld")), list)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
def test_no_id_and_no_words_are_changed_on_the_way(article: str, words: str) -> None:
    graph = NamedNode(article_iri(article))
    quad = Quad(NamedNode(part_iri(article, "A1")), NamedNode(DL.name), Literal(words), graph)
    for name in ("trig", "nquads", "jsonld"):
        assert list(parse(serialise([quad], name), FORMATS[name])) == [quad]

"""The vocabulary: complete, documented, closed, and the Python of it fresh."""

import pytest
from rdflib import RDF, RDFS, Graph, URIRef

from ontology import terms
from ontology.generate import HERE, KINDS, NAMESPACE, source, vocabulary
from ontology.terms import DL


def own_terms() -> list[URIRef]:
    graph = vocabulary()
    return sorted({s for kind in KINDS for s in graph.subjects(RDF.type, kind) if str(s).startswith(NAMESPACE)})


def test_the_committed_terms_are_those_of_the_vocabulary() -> None:
    assert (HERE / "terms.py").read_text(encoding="utf-8") == source()


def test_the_generated_text_is_the_same_every_time() -> None:
    assert source() == source()


def test_a_misspelt_term_fails() -> None:
    with pytest.raises(AttributeError):
        DL.speeker  # noqa: B018


@pytest.mark.parametrize("term", own_terms(), ids=lambda term: term.removeprefix(NAMESPACE))
def test_every_term_has_one_label_and_one_comment(term: URIRef) -> None:
    graph = vocabulary()
    assert len(list(graph.objects(term, RDFS.label))) == 1
    assert len(list(graph.objects(term, RDFS.comment))) == 1
    assert str(graph.value(term, RDFS.comment)).strip()


def test_whatever_the_vocabulary_says_of_its_own_is_said_of_a_term() -> None:
    named = {term for triple in vocabulary() for term in triple if str(term).startswith(NAMESPACE)}
    assert named == set(own_terms())


def test_every_kind_of_fact_says_how_it_is_drawn_as_an_edge() -> None:
    graph = vocabulary()
    kinds = list(graph.subjects(RDFS.subClassOf, DL.Fact))
    assert len(kinds) >= 4
    for kind in kinds:
        assert graph.value(kind, DL.edgeKind), kind
        for end in (DL.edgeSource, DL.edgeTarget):
            assert graph.value(graph.value(kind, end), RDFS.domain) == kind


def test_shapes_use_terms_that_there_are_and_hold_every_class_to_something() -> None:
    shapes = Graph().parse(HERE / "shapes.ttl")
    used = {term for triple in shapes for term in triple if str(term).startswith(NAMESPACE)}
    assert used <= set(own_terms())
    kinds = set(vocabulary().subjects(RDFS.subClassOf, DL.Fact))
    targets = set(shapes.objects(None, URIRef("http://www.w3.org/ns/shacl#targetClass")))
    assert kinds | {DL.Article, DL.Actor, DL.Role, DL.Location, DL.Agreement, DL.Evidence, DL.Fact, DL.Link} == targets


def test_the_vocabulary_in_python_knows_each_term() -> None:
    assert {getattr(terms.DL, term.removeprefix(NAMESPACE)) for term in own_terms()} == set(own_terms())

"""What is wrong with a graph, found and said."""

from collections.abc import Callable

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store
from rdflib import RDF, XSD

from kg.errors import NotFound
from kg.graph.mapping import quads
from kg.graph.validate import validate
from kg.graph.view import GraphView
from kg.model import Findings
from ontology.minting import IDENTITIES, LINKS, actor_iri, article_iri, part_iri
from ontology.terms import DL

GRAPH = NamedNode(article_iri("orsha"))
FACT = "accusation/170-190"
Change = Callable[[Store], None]


def part(local: str) -> NamedNode:
    return NamedNode(part_iri("orsha", local))


def identified(local: str) -> Quad:
    """What makes something known across wires."""
    return Quad(part(local), NamedNode(DL.identifiedAs), NamedNode(actor_iri(local)), NamedNode(IDENTITIES))


@pytest.fixture
def store(findings: Findings) -> Store:
    store = Store()
    store.extend(quads(findings, "x"))
    store.extend(identified(local) for local in ("A1", "A2", "A3", "L1", "L2", "G1"))
    return store


def problems(store: Store, article: str | None = None) -> list[str]:
    return validate(GraphView(store, "1", None), article)


def put(local: str, term: str, value: NamedNode | Literal) -> Change:
    """Gives a part one more value of a property."""
    return lambda store: store.add(Quad(part(local), NamedNode(term), value, GRAPH))


def instead(local: str, term: str, *values: NamedNode | Literal) -> Change:
    """Gives a part other values of a property than it had."""

    def change(store: Store) -> None:
        for quad in list(store.quads_for_pattern(part(local), NamedNode(term), None, GRAPH)):
            store.remove(quad)
        for value in values:
            store.add(Quad(part(local), NamedNode(term), value, GRAPH))

    return change


def number(digits: str) -> Literal:
    return Literal(digits, datatype=NamedNode(XSD.decimal))


def test_what_the_mapper_writes_is_sound(store: Store) -> None:
    assert problems(store) == problems(store, "orsha") == []


def test_an_empty_store_is_sound() -> None:
    assert problems(Store()) == []


def test_an_unknown_article_is_not_found() -> None:
    with pytest.raises(NotFound):
        problems(Store(), "nowhere")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (instead(FACT, DL.evidence), f"orsha/{FACT}: evidence: "),
        (instead(FACT, DL.confidence, number("1.01")), "confidence: "),
        (instead(FACT, DL.confidence, number("-0.1")), "confidence: "),
        (put(FACT, DL.confidence, number("0.4")), "confidence: "),
        (instead(FACT, DL.finder), "finder: "),
        (instead(FACT, DL.article), "article: "),
        (instead(FACT, DL.act), "act: "),
        (instead(FACT, DL.accused), "accused: "),
        (put(FACT, DL.accuser, part("L1")), f"orsha/{FACT}: accuser: "),
        (put(FACT, DL.place, part("A1")), "place: "),
        (put(FACT, DL.date, Literal("yesterday")), "date: "),
        (put(FACT, DL.dateBasis, Literal("guessed")), "dateBasis: "),
        (put(FACT, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", NamedNode(DL.Denial)), FACT),
        (instead("statement/92-120", DL.form, Literal("sung")), "form: "),
        (instead("statement/92-120", DL.speaker), "speaker: "),
        (instead("statement/92-120", DL.content), "content: "),
        (instead("commitment/200-220", DL.status, Literal("perhaps")), "status: "),
        (instead("commitment/200-220", DL.under, part("A1")), "under: "),
        (instead("denial/92-120", DL.denies, part("commitment/200-220")), "denies: "),
        (instead("denial/92-120", DL.denies, NamedNode(part_iri("other", FACT))), "denies: "),
        (instead(f"{FACT}/evidence", DL.exact, Literal("other words")), "the text does not read 'other words'"),
        (instead(f"{FACT}/evidence", DL.exact), "exact: "),
        (instead(f"{FACT}/evidence", DL.end, Literal(3)), "start: "),
        (instead(f"{FACT}/evidence", DL.start, Literal(-3)), "start: "),
        (instead(f"{FACT}/act-1", DL.role), f"orsha/{FACT}/act-1: role: "),
        (instead("A1", DL.name), "orsha/A1: name: "),
        (put("A1", DL.country, Literal("Belarus")), "country: "),
        (put("A1", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", NamedNode(DL.Group)), "is not one of person"),
        (instead("L1", DL.latitude, number("91")), "latitude: "),
        (instead("A2", DL.identifier), "neither known by an id"),
        (put("A1", DL.identifiedAs, NamedNode(actor_iri("x"))), "identified in the wire's own graph"),
    ],
)
def test_a_fault_is_named_with_where_it_is(store: Store, change: Change, words: str) -> None:
    change(store)
    found = problems(store, "orsha")
    assert any(words in line for line in found), found
    assert problems(store) == found


@pytest.mark.parametrize("term", [DL.identifier, DL.text, DL.digest, DL.reader])
def test_an_article_without_what_it_needs_is_at_fault(store: Store, term: str) -> None:
    for quad in list(store.quads_for_pattern(GRAPH, NamedNode(term), None, GRAPH)):
        store.remove(quad)
    assert any(str(term).rpartition("#")[2] in line for line in problems(store, "orsha"))


def test_nothing_may_stand_in_the_default_graph(store: Store) -> None:
    store.add(Quad(part("A1"), NamedNode(DL.name), Literal("x"), DefaultGraph()))
    assert problems(store) == ["the default graph is not empty"]


def test_no_graph_speaks_of_another_wire(store: Store) -> None:
    stranger = NamedNode(part_iri("orsha-2", "A1"))
    store.add(Quad(stranger, NamedNode(DL.alias), Literal("x"), GRAPH))
    assert problems(store, "orsha") == ["orsha-2/A1: is described in the graph of another wire, orsha"]


def test_a_graph_of_no_known_sort_is_a_fault(store: Store) -> None:
    store.add(Quad(part("A1"), NamedNode(DL.name), Literal("x"), NamedNode("https://a.example/graph")))
    assert problems(store) == ["https://a.example/graph: a graph that is neither an article's nor one across wires"]


def test_who_is_identified_as_nobody_is_named(store: Store) -> None:
    store.remove(identified("A2"))
    assert problems(store) == ["orsha/A2: is identified as nobody and nothing across wires"]


def test_links_lead_between_facts_of_the_right_kinds_and_say_what_they_rest_on(
    store: Store, findings: Findings
) -> None:
    for quad in quads(findings, "x"):
        subject, value = (
            NamedNode(term.value.replace("/orsha", "/vitebsk")) if isinstance(term, NamedNode) else term
            for term in (quad.subject, quad.object)
        )
        store.add(Quad(subject, quad.predicate, value, NamedNode(article_iri("vitebsk"))))  # type: ignore[arg-type]
    denial, links = part("denial/92-120"), NamedNode(LINKS)
    other, about = NamedNode(part_iri("vitebsk", FACT)), NamedNode("https://a.example/link")
    ends = ((RDF.subject, denial), (RDF.predicate, NamedNode(DL.denies)), (RDF.object, other))
    store.add(Quad(denial, NamedNode(DL.denies), other, links))
    assert [line for line in problems(store) if "rests on" in line]
    store.extend(Quad(about, NamedNode(term), value, links) for term, value in ((RDF.type, NamedNode(DL.Link)), *ends))
    assert [line for line in problems(store) if "basis: " in line]
    store.add(Quad(about, NamedNode(DL.basis), Literal("words in common: shelled"), links))
    assert not [line for line in problems(store) if "rests on" in line or "basis: " in line or "lead" in line]
    store.add(Quad(denial, NamedNode(DL.counters), other, links))
    store.add(Quad(denial, NamedNode(DL.denies), NamedNode(part_iri("vitebsk", "denial/92-120")), links))
    assert len([line for line in problems(store) if "lead" in line]) == 2

"""Findings as quads."""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, parse, serialize
from pyoxigraph import RdfFormat as Syntax
from rdflib import XSD, URIRef

from kg.graph.mapping import date, decimal, digest, quads, storable
from kg.model import Actor, Article, DatedSpan, Evidence, Fact, Findings, Location, Marked, Mention, Passage, Role, Span
from ontology.minting import article_iri, part_iri
from ontology.terms import DL

anything = st.text(st.characters(exclude_categories=[]), max_size=40)  # control characters, lone surrogates


def said(graph: list[Quad], local: str | None, term: URIRef) -> list[str]:
    """The values of a property of a part of the article, in order."""
    subject = NamedNode(part_iri("orsha", local) if local else article_iri("orsha"))
    return sorted(
        quad.object.value
        for quad in graph
        if (quad.subject, quad.predicate) == (subject, NamedNode(term)) and isinstance(quad.object, NamedNode | Literal)
    )


def local(*parts: str) -> list[str]:
    return [str(part_iri("orsha", part)) for part in parts]


def test_an_article_is_told_with_its_text_and_what_read_it(findings: Findings) -> None:
    graph = quads(findings, "english/1")
    assert said(graph, None, DL.identifier) == ["orsha"]
    assert said(graph, None, DL.text) == [findings.article.text]
    assert said(graph, None, DL.digest) == [digest(findings.article.text)]
    assert said(graph, None, DL.reader) == ["english/1"]
    assert said(graph, None, DL.headline) == ["Minister denies shelling Orsha"]
    assert said(graph, None, DL.date) == ["2031-03-03"]
    assert said(graph, None, DL.place) == local("L1")
    assert said(graph, None, DL.url) == []


def test_a_day_without_a_dateline_is_that_of_publication(article: Article) -> None:
    bare = dataclasses.replace(article, dateline=None, published=dt.date(2031, 3, 4))
    assert said(quads(Findings(bare), "x"), None, DL.date) == ["2031-03-04"]


def test_the_general_class_stands_beside_the_special_one(findings: Findings) -> None:
    graph = quads(findings, "x")
    types = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    assert said(graph, "A1", types) == sorted([str(DL.Actor), str(DL.Person)])
    assert said(graph, "accusation/170-190", types) == sorted([str(DL.Fact), str(DL.Accusation)])


def test_an_actor_holds_its_posts(findings: Findings) -> None:
    graph = quads(findings, "x")
    assert said(graph, "A1", DL.holds) == local("role/foreign-minister")
    assert said(graph, "role/foreign-minister", DL.name) == ["Foreign Minister"]


def test_two_wordings_of_a_post_that_differ_in_capitals_are_one_post(article: Article) -> None:
    actors = (
        Actor("A1", "Olga", "person", roles=("Border Chief",)),
        Actor("A2", "Ivan", "person", roles=("border  chief",)),
    )
    graph = quads(Findings(article, actors), "x")
    assert said(graph, "A1", DL.holds) == said(graph, "A2", DL.holds)
    assert said(graph, "role/border-chief", DL.name) == ["Border Chief"]


def test_a_location_has_coordinates_or_none(findings: Findings) -> None:
    graph = quads(findings, "x")
    assert said(graph, "L1", DL.latitude) == ["53.9"]
    assert said(graph, "L1", DL.geonames) == ["https://sws.geonames.org/625144/"]
    assert said(graph, "L2", DL.latitude) == said(graph, "L2", DL.geonames) == []


def test_roles_name_who_fills_them_and_keep_their_words(findings: Findings) -> None:
    graph = quads(findings, "x")
    fact = "accusation/170-190"
    assert said(graph, fact, DL.accuser) == local("A2")
    assert said(graph, fact, DL.accused) == local("A3")
    assert said(graph, fact, DL.act) == ["shelled Orsha"]
    assert said(graph, fact, DL.cue) == ["claimed"]
    pieces = ("accused-1", "accuser-1", "act-1", "cue-1")
    assert said(graph, fact, DL.passage) == local(*(f"{fact}/{piece}" for piece in pieces))
    assert [said(graph, f"{fact}/{piece}", DL.role)[0] for piece in pieces] == ["accused", "accuser", "act", "cue"]
    assert said(graph, f"{fact}/accuser-1", DL.exact) == ["Olga Lapko"]


def test_one_mention_or_another_fact_or_a_word_fills_a_role_too(findings: Findings) -> None:
    graph = quads(findings, "x")
    assert said(graph, "commitment/200-220", DL.under) == local("G1")
    assert said(graph, "commitment/200-220", DL.status) == ["obliged"]
    assert said(graph, "denial/92-120", DL.denies) == local("accusation/170-190")


def test_a_role_in_pieces_has_a_passage_for_each(findings: Findings) -> None:
    accusation = next(fact for fact in findings.facts if fact.kind == "accusation")
    act = Passage((Span(0, 8), Span(9, 15)), "Minister … denies")
    broken = dataclasses.replace(accusation, act=act)  # type: ignore[call-arg]
    graph = quads(dataclasses.replace(findings, facts=(broken,)), "x")
    assert said(graph, accusation.id, DL.act) == ["Minister … denies"]
    assert said(graph, f"{accusation.id}/act-1", DL.exact) == ["Minister"]
    assert said(graph, f"{accusation.id}/act-2", DL.exact) == ["denies"]


def test_only_a_place_that_a_fact_states_has_words_of_its_own(findings: Findings) -> None:
    inherited = findings.facts[0]
    stated = dataclasses.replace(inherited, place_basis="stated")
    one, other = (quads(dataclasses.replace(findings, facts=(fact,)), "x") for fact in (inherited, stated))
    words = part_iri("orsha", f"{inherited.id}/place-1")
    assert said(one, inherited.id, DL.place) == said(other, inherited.id, DL.place) == local("L1")
    assert str(words) not in said(one, inherited.id, DL.passage)
    assert str(words) in said(other, inherited.id, DL.passage)


def test_a_denial_is_never_an_accusation(findings: Findings) -> None:
    graph = quads(findings, "x")
    denial = NamedNode(part_iri("orsha", "denial/92-120"))
    assert not any(quad.subject == denial and quad.object == NamedNode(DL.Accusation) for quad in graph)


@dataclass(frozen=True, kw_only=True)
class Threat(Fact):
    """A kind of fact that the mapper has never heard of."""

    type: ClassVar[URIRef] = DL.Statement
    kind: ClassVar[str] = "threat"
    plural: ClassVar[str] = "threats"

    who: Annotated[tuple[Mention, ...], Role(DL.party, "who")]
    whom: Annotated[Mention | None, Role(DL.counterpart, "whom")] = None
    what: Annotated[Passage | None, Role(DL.act, "what")] = None
    aside: str = "not for the graph"


def test_a_new_kind_of_fact_is_written_by_its_annotations_alone(article: Article) -> None:
    words = article.text[:8]
    threat = Threat(
        id="threat/0-8",
        evidence=Evidence(0, 8, words),
        cue=None,
        confidence=1.0,
        finder="threats/1",
        who=(Mention(0, 8, words, "A1"),),
    )
    graph = quads(Findings(article, (Actor("A1", words, "group"),), facts=(threat,)), "x")
    assert said(graph, "threat/0-8", DL.party) == local("A1")
    assert said(graph, "threat/0-8", DL.confidence) == ["1"]
    assert said(graph, "threat/0-8", DL.act) == said(graph, "threat/0-8", DL.cue) == []
    assert not any(isinstance(quad.object, Literal) and "not for" in quad.object.value for quad in graph)


def test_a_role_that_nothing_known_fills_is_an_error_and_no_silence(findings: Findings) -> None:
    odd = dataclasses.replace(findings.facts[1], act=7.5)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"7\.5"):
        quads(dataclasses.replace(findings, facts=(odd,)), "x")


def test_everything_stands_in_the_articles_graph_and_nothing_is_nameless(findings: Findings) -> None:
    graph = quads(findings, "x")
    assert {quad.graph_name for quad in graph} == {NamedNode(article_iri("orsha"))}
    assert not any(isinstance(term, BlankNode) for quad in graph for term in (quad.subject, quad.object))
    assert len(set(graph)) == len(graph)


def test_the_store_gives_back_what_was_written_letter_for_letter(findings: Findings) -> None:
    graph = quads(findings, "x")
    store = Store()
    store.extend(graph)
    assert set(store) == set(graph)


@settings(deadline=None)
@given(name=anything.filter(bool), text=anything)
def test_no_characters_break_a_graph(name: str, text: str) -> None:
    findings = Findings(
        Article(name, text, (), agency=text, url=text),
        (Actor("A1", text, "person", (text,), (text,), country=text),),
        (Location("L1", text, (text,)),),
    )
    graph = quads(findings, text)
    assert {DefaultGraph()}.isdisjoint(quad.graph_name for quad in graph)
    for syntax in (Syntax.N_QUADS, Syntax.TRIG):
        assert set(parse(serialize(graph, format=syntax) or b"", syntax)) == set(graph)


@settings(deadline=None)
@given(anything)
def test_a_text_keeps_its_length_and_all_that_can_be_written(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert all(
        new == old or (new == "\ufffd" and "\ud800" <= old <= "\udfff") for new, old in zip(kept, text, strict=True)
    )


@settings(deadline=None)
@given(st.floats(-180, 180))
def test_a_decimal_comes_out_of_the_store_as_it_went_in(number: float) -> None:
    node = NamedNode("https://a.example/x")
    store = Store()
    store.add(Quad(node, node, decimal(number, 5)))
    (quad,) = store
    assert quad.object == decimal(number, 5)
    assert float(decimal(number, 5).value) == pytest.approx(number, abs=1e-5)


@pytest.mark.parametrize(
    ("value", "kind"), [("2020", XSD.gYear), ("2020-02", XSD.gYearMonth), ("2020-02-12", XSD.date)]
)
def test_a_date_is_as_exact_as_the_wire(value: str, kind: URIRef) -> None:
    assert date(value) == Literal(value, datatype=NamedNode(kind))


def test_a_circumstance_is_told_by_its_value_and_shown_by_its_words(findings: Findings) -> None:
    accusation = next(fact for fact in findings.facts if fact.kind == "accusation")
    words = Passage((Span(0, 8),), "Minister")
    told = dataclasses.replace(
        accusation,
        date="2031-03",
        date_basis="stated",
        date_words=words,
        channel=Marked("briefing", words),
        told_to=(Mention(0, 8, "Minister", "A1"),),
        event_date=DatedSpan(Span(0, 8), "2031"),  # type: ignore[call-arg]
        event_place=Mention(0, 8, "Minister", "L2"),
    )
    graph = quads(dataclasses.replace(findings, facts=(told,)), "x")
    assert said(graph, told.id, DL.channel) == ["briefing"]
    assert said(graph, told.id, DL.toldTo) == local("A1")
    assert (said(graph, told.id, DL.date), said(graph, told.id, DL.eventDate)) == (["2031-03"], ["2031"])
    assert said(graph, told.id, DL.eventPlace) == local("L2")
    for role in ("date", "channel", "toldTo", "eventDate", "eventPlace"):
        assert said(graph, f"{told.id}/{role}-1", DL.exact) == ["Minister"]
